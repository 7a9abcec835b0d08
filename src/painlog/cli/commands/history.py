"""`painlog undo` and `redo`: changes, newest first."""

from typing import TYPE_CHECKING

import typer

from painlog.cli.base.lazy import examples
from painlog.cli.base.settings import now, open_journal
from painlog.views.terminal.screen import say, screen
from painlog.views.wording import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from painlog.store.log import Logged


@examples("painlog undo", "painlog undo   (again: the change before that)")
def undo(ctx: typer.Context) -> None:
    """Take back the last change, whatever it was; repeated, it goes further back."""
    from painlog.views.terminal.changes import undone_lines

    with open_journal(ctx, writing=True) as journal:
        taken_back = journal.undo()
    _say_done(taken_back, undone_lines)
    say(["To make it again: painlog redo"])


@examples("painlog redo")
def redo(ctx: typer.Context) -> None:
    """Redo what `undo` took back, if nothing has changed since."""
    from painlog.views.terminal.changes import redone_lines

    with open_journal(ctx, writing=True) as journal:
        made_again = journal.redo()
    _say_done(made_again, redone_lines)


def _say_done(done: "Logged", lines: "Callable[..., Iterable[str]]") -> None:
    page = screen()
    here = now().utcoffset()
    say(lines(done.command, done.summary, done.edited, done.more, page, here))
    if done.kept:
        kept = printable(str(done.kept))
        say(page.wrapped(f"The journal as it was before is kept in {kept}", rest="  "))
