"""`painlog settings`: what is set once for every command, and where each value comes from."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from painlog.cli.base.ask import agrees, can_ask
from painlog.cli.base.lazy import epilog
from painlog.cli.base.nouns import noun
from painlog.cli.base.options import Format, argument
from painlog.errors import PainlogError, UsageError
from painlog.model.settings import SETTINGS, in_words, setting_named, understood
from painlog.tasks.settings import put, settings_path, text_of, unknown_names, values, write
from painlog.views.terminal.screen import say, say_aside, screen
from painlog.views.wording import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from painlog.model.settings import Setting, SettingValue, SetValue

SCHEMA = "painlog.settings/1"

app = noun(
    "What holds for every command: your country, how dates are read, the paper, and more. "
    "A variable such as PAINLOG_PAPER overrides the file, and an option overrides both.",
    "painlog settings",
    "painlog settings set country GB",
    "painlog settings set date-order day-first",
    "painlog settings unset country",
)
Name = Annotated[str, argument("NAME", "From: painlog settings", "settings")]


@app.command("list", epilog=epilog("painlog settings", "painlog settings list --format json"))
def list_(ctx: typer.Context, format_: Format = "text") -> None:  # noqa: ARG001 - every command has it
    """List every setting with its value and where that comes from."""
    path = settings_path()
    found = list(values(os.environ, path))
    if format_ == "json":
        from painlog.formats.journal_json import to_text

        say([to_text({"schema": SCHEMA, "file": str(path), "settings": _objects(found)})])
        return
    say(_lines(path, found))
    for name in unknown_names(path):
        say_aside(f'"{name}" in {path} is not a setting that painlog knows, and does nothing.')


@app.command(
    "set",
    epilog=epilog(
        "painlog settings set country GB",
        "painlog settings set week-start sunday",
        'painlog settings set pager "less -R"',
    ),
)
def set_(
    ctx: typer.Context,
    name: Name,
    value: Annotated[list[str], argument("VALUE", "The new value.", "setting_values")],
) -> None:
    """Set a value, in a file that only you can read."""
    setting = setting_named(name)
    new = _known(ctx, setting, understood(setting, " ".join(value)))
    path = settings_path()
    old = put(path, setting, new)
    was = f" It was {printable(in_words(old))}." if old is not None and old != new else ""
    shown = printable(in_words(new)) or "none"
    say(screen().wrapped(f"{setting.name} is {shown} from now on.{was}", rest="  "))
    _say_what_is_above(setting.variable)


@app.command("unset", epilog=epilog("painlog settings unset country"))
def unset(ctx: typer.Context, name: Name) -> None:  # noqa: ARG001 - as above
    """Take a value out of the file, so that the default holds again."""
    setting = setting_named(name)
    old = put(settings_path(), setting, None)
    if old is None:
        say([f"{setting.name} is not set in the file; nothing was changed."])
    else:
        was = printable(in_words(old)) or "none"
        say(
            screen().wrapped(
                f"{setting.name} is not set any more. It was {was}. Now: {setting.default}.",
                rest="  ",
            )
        )
    _say_what_is_above(setting.variable)


@app.command("path", epilog=epilog("painlog settings path"))
def path_(ctx: typer.Context) -> None:  # noqa: ARG001 - as above
    """Print the name of the file, whether it exists or not."""
    say([printable(str(settings_path()))])


@app.command("edit", epilog=epilog("painlog settings edit"))
def edit(ctx: typer.Context) -> None:
    """Change the file in your editor (VISUAL or EDITOR). It is checked before it is saved."""
    if not can_ask():
        raise UsageError(
            "settings edit needs a terminal. Without one: painlog settings set NAME VALUE"
        )
    from painlog.cli.base.editor import edited
    from painlog.formats.settings_toml import BEGINNING

    path = settings_path()
    old = text_of(path)
    text = _template(BEGINNING) if old is None else old
    while True:
        new = edited(text, path.name)
        if new == text:
            say(["Nothing was changed."])
            return
        try:
            _check(ctx, new)
        except PainlogError as refusal:
            say_aside(str(refusal))
            if not agrees("Go on editing?"):
                say(["Nothing was changed."])
                return
            text = new
        else:
            write(path, new)
            say([f"Saved in {printable(str(path))}"])
            return


def _known(ctx: typer.Context, setting: "Setting", value: "SettingValue") -> "SettingValue":
    """Return the value of a setting; factors by the names that the journal has for them.

    Raises:
        NotUnderstoodError: if one is no factor of the journal.
    """
    if setting.field_name != "checkin_factors" or not isinstance(value, tuple) or not value:
        return value
    from painlog.cli.base.settings import open_journal
    from painlog.model.factor import factors_named
    from painlog.store.days import factors

    with open_journal(ctx) as journal:
        return factors_named(value, factors(journal))


def _check(ctx: typer.Context, text: str) -> None:
    from painlog.formats.settings_toml import parse

    found = parse(text, "this text")
    for setting in SETTINGS:
        if setting.name in found:
            _known(ctx, setting, understood(setting, found[setting.name]))


def _template(beginning: str) -> str:
    """Return a file that says what may be set and sets nothing."""
    lines = [f"# {setting.name}: {setting.choices}" for setting in SETTINGS]
    return beginning + "".join(f"{line}\n" for line in lines)


def _lines(path: "Path", found: "Sequence[SetValue]") -> "Iterator[str]":
    page = screen()
    wide = max(len(setting.name) for setting in SETTINGS)
    for shown in found:
        setting = shown.setting
        if shown.value is None:
            said = f"{setting.default} (default)"
        else:
            where = setting.variable if shown.source == "variable" else "file"
            said = f"{printable(in_words(shown.value)) or 'none'} ({where})"
        yield from page.wrapped(
            f"{said}. {setting.purpose[0].upper()}{setting.purpose[1:]}.",
            page.start(f"{setting.name:<{wide}}"),
        )
    there = "" if path.exists() else " (not there yet)"
    yield from page.wrapped(f"File: {printable(str(path))}{there}", rest="  ")
    yield from page.wrapped("To change one: painlog settings set country GB", rest="  ")


def _objects(found: "Sequence[SetValue]") -> list[dict[str, object]]:
    return [
        {
            "name": shown.setting.name,
            "value": list(shown.value) if isinstance(shown.value, tuple) else shown.value,
            "source": shown.source,
            "variable": shown.setting.variable,
            "choices": shown.setting.choices,
        }
        for shown in found
    ]


def _say_what_is_above(variable: str) -> None:
    if variable in os.environ:
        say_aside(f"The variable {variable} is set here and overrides the file.")
