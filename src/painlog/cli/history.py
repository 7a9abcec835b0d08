"""`painlog undo` and `redo`: changes, newest first."""

import typer

from painlog.cli.lazy import examples
from painlog.cli.settings import open_journal
from painlog.views.screen import say, screen
from painlog.views.wording import printable

BRING_BACK = "To bring back: painlog undo"


@examples("painlog undo", "painlog undo   (again: the change before that)")
def undo(ctx: typer.Context) -> None:
    """Take back the last change, whatever it was; repeated, it goes further back."""
    with open_journal(ctx, writing=True) as journal:
        taken_back = journal.undo()
    said = f"Took back: {taken_back.command}: {printable(taken_back.summary)}."
    say(screen().wrapped(said, rest="  "))
    say(["To make it again: painlog redo"])


@examples("painlog redo")
def redo(ctx: typer.Context) -> None:
    """Make again what `undo` took back, if nothing was changed since."""
    with open_journal(ctx, writing=True) as journal:
        made_again = journal.redo()
    said = f"Made again: {made_again.command}: {printable(made_again.summary)}."
    say(screen().wrapped(said, rest="  "))
