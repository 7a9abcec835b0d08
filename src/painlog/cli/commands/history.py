"""`painlog undo` and `redo`: changes, newest first."""

from typing import TYPE_CHECKING

import typer

from painlog.cli.base.lazy import examples
from painlog.cli.base.settings import open_journal
from painlog.views.terminal.screen import say, screen
from painlog.views.wording import printable

if TYPE_CHECKING:
    from painlog.store.log import Logged


@examples("painlog undo", "painlog undo   (again: the change before that)")
def undo(ctx: typer.Context) -> None:
    """Take back the last change, whatever it was; repeated, it goes further back."""
    with open_journal(ctx, writing=True) as journal:
        taken_back = journal.undo()
    _say_done("Took back", taken_back)
    say(["To make it again: painlog redo"])


@examples("painlog redo")
def redo(ctx: typer.Context) -> None:
    """Redo what `undo` took back, if nothing has changed since."""
    with open_journal(ctx, writing=True) as journal:
        made_again = journal.redo()
    _say_done("Made again", made_again)


def _say_done(what: str, change: "Logged") -> None:
    page = screen()
    said = f"{what}: {change.command}: {printable(change.summary)}."
    say(page.wrapped(said, rest="  "))
    if change.kept:
        kept = printable(str(change.kept))
        say(page.wrapped(f"The journal as it was before is kept in {kept}", rest="  "))
