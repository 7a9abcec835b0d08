"""`painlog erase`: everything, for good, after a typed confirmation."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from painlog.cli.base.again import command_again
from painlog.cli.base.ask import ask, can_ask
from painlog.cli.base.lazy import examples
from painlog.cli.base.settings import call_of
from painlog.errors import RefusedError, UsageError
from painlog.files.command_line import command_line
from painlog.tasks.settings import settings_path
from painlog.views.terminal.screen import say, screen
from painlog.views.wording import count, entries_and_uses, printable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from painlog.store.erase import Erasable

WORD = "erase"
OUT_OF_REACH = (
    "painlog does not know of exports, reports and printed pages, nor of backups that your system "
    "makes. An SSD and many file systems keep overwritten bytes for a while; an encrypted disk "
    "hides those."
)


@examples("painlog erase --all", "painlog erase --all --copies")
def erase(
    ctx: typer.Context,
    everything: Annotated[bool, typer.Option("--all", help="The whole journal.")] = False,
    copies: Annotated[
        bool, typer.Option("--copies", help="Also the backups and kept copies that are listed.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help="Do not ask. Needed where nobody can answer.")
    ] = False,
) -> None:
    """Erase the whole journal for good. You see what goes, and are asked to type a word."""
    if not everything:
        raise UsageError(
            "erase removes the whole journal: painlog erase --all. To remove single entries: "
            "painlog remove ID"
        )
    from painlog.store import erase as store

    path = call_of(ctx).path
    found = store.erasable(path) if path.exists() else store.copies_left(path)
    if found is None or not (copies or found.is_there):
        left = f" Its copies are left: {_with_copies(ctx)}" if found else ""
        raise RefusedError(f"There is no journal {path}. Nothing was erased.{left}")
    _tell(ctx, found, copies=copies)
    if not (yes or _is_sure()):
        say(["Nothing was erased."])
        return
    erased = store.erase(found, copies=copies)
    if path.is_symlink():
        path.unlink()
    _say_erased(erased, () if copies else found.copies)


def _is_sure() -> bool:
    if not can_ask():
        raise RefusedError("Nobody can be asked here, so nothing was erased. To do it: add --yes")
    typed = ask(f"Type {WORD} to go on; anything else keeps it all", str)
    return typed.strip().lower() == WORD


def _with_copies(ctx: typer.Context) -> str:
    return command_again(ctx, "--copies", without=("--yes",))


def _tell(ctx: typer.Context, found: "Erasable", *, copies: bool) -> None:
    page = screen()
    if found.is_there:
        say(page.wrapped(f"To be erased for good: {_contents(found)}, in", rest="  "))
        say(_names([found.file]))
    else:
        say([f"The journal {printable(str(found.file))} is gone already."])
    if found.copies:
        also = "With these" if found.is_there else "To be erased for good, these"
        what = f"{also} copies of it:" if copies else "These copies of it stay:"
        say([what, *_names(found.copies)])
        if not copies:
            say([f"To erase them, too: {_with_copies(ctx)}"])
    if found.missing:
        say(["Backups that were made, but are gone or out of reach now:"])
        say(_names(found.missing))
    keep = " To keep a copy first: painlog backup FILE" if found.is_there else ""
    say(page.wrapped(f"undo cannot bring it back.{keep}"))


def _contents(found: "Erasable") -> str:
    if found.numbers is None:
        return "a journal that cannot be read"
    held = entries_and_uses(found.numbers["entry"], found.numbers["use"])
    return f"{held}, all else in the journal, and its {count(found.numbers['change'], 'change')}"


def _say_erased(erased: "Sequence[Path]", left: "Sequence[Path]") -> None:
    page = screen()
    say(["Erased:", *_names(erased)])
    if left:
        say(["Copies that still hold what was in it:", *_names(left)])
        say(["To delete them:"])
        # Never wrapped, so that it can be copied.
        say([f"  {_delete_command(left)}"])
    settings = settings_path()
    if settings.exists():
        say(page.wrapped(f"Your settings stay in {printable(str(settings))}", rest="  "))
    say(page.wrapped(OUT_OF_REACH))


def _names(paths: "Sequence[Path]") -> list[str]:
    return [f"  {printable(str(path))}" for path in paths]


def _delete_command(paths: "Sequence[Path]") -> str:
    start = ("del",) if sys.platform == "win32" else ("rm", "--")
    return printable(command_line(*start, *map(str, paths)))
