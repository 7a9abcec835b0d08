"""`painlog mappings`: saved options for importing the tables of other programs."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from painlog.cli.base.lazy import epilog
from painlog.cli.base.nouns import noun, say_done
from painlog.cli.base.options import Format, argument
from painlog.cli.base.settings import open_journal
from painlog.errors import BadFileError
from painlog.files.command_line import command_line
from painlog.formats.journal_json import to_text
from painlog.formats.table.mapping import from_text
from painlog.store import mappings
from painlog.views.terminal.screen import say, say_aside, screen
from painlog.views.wording import BRING_BACK, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

SCHEMA = "painlog.mappings/1"

app = noun(
    "Saved mappings of tables. Save one with: painlog import FILE --map … --save-mapping NAME",
    "painlog mappings",
    'painlog mappings show "my app"',
)
Name = Annotated[str, argument("NAME", known="mappings")]


@app.command("list", epilog=epilog("painlog mappings", "painlog mappings list --format json"))
def list_(ctx: typer.Context, format_: Format = "text") -> None:
    """List all mappings with their options."""
    with open_journal(ctx) as journal:
        found = journal.mappings()
    if format_ == "json":
        _say_json(found)
    elif found:
        for saved in found:
            try:
                words = _words(saved)
            except BadFileError as error:
                # Show the others all the same.
                say_aside(str(error))
            else:
                say(screen().wrapped(f"{printable(saved.name)}: {words}", rest="  "))
    else:
        say(screen().wrapped("No mapping is saved. See: painlog import --help"))


@app.command("show", epilog=epilog('painlog mappings show "my app"'))
def show(ctx: typer.Context, name: Name, format_: Format = "text") -> None:
    """Show a mapping as options to type."""
    with open_journal(ctx) as journal:
        found = mappings.find(journal.mappings(), name)
    if format_ == "json":
        _say_json([found])
        return
    # Never wrapped, so that it can be copied.
    say([screen().told(f"painlog import FILE {_words(found)}")])


@app.command("apps", epilog=epilog("painlog mappings apps"))
def list_apps() -> None:
    """List the apps whose exports painlog knows."""
    from painlog.formats.apps.exports import apps

    page = screen()
    for known in apps().values():
        say(page.wrapped(f"{known.key}: {known.name}; {'; '.join(known.takes)}", rest="  "))
    say(page.wrapped("To import an export of one of them: painlog import FILE"))


@app.command("remove", epilog=epilog('painlog mappings remove "my app"'))
def remove(ctx: typer.Context, name: Name) -> None:
    """Remove a mapping."""
    with open_journal(ctx, writing=True) as journal:
        found = mappings.find(journal.mappings(), name)
        with journal.change("mappings remove") as change:
            change.remove(found)
            change.summary = f"mapping {found.name}"
    say_done(f"Removed the mapping {found.name}.")
    say(screen().wrapped(BRING_BACK))


def _words(saved: mappings.SavedMapping) -> str:
    return printable(command_line(*from_text(saved.name, saved.options).words()))


def _say_json(mappings_: "Sequence[mappings.SavedMapping]") -> None:
    rows = [
        {"name": saved.name, "options": json.loads(saved.options)}
        for saved in mappings_
        if from_text(saved.name, saved.options)
    ]
    say([to_text({"schema": SCHEMA, "mappings": rows})])
