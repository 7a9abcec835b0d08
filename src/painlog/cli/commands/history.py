"""`painlog undo`, `redo` and `history`: changes, newest first."""

from typing import TYPE_CHECKING, Annotated

import typer

from painlog.cli.base.filters import LARGEST_LIMIT, LISTED, Limit
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import Format
from painlog.cli.base.settings import now, open_journal
from painlog.cli.base.treating import say_too_much, say_too_much_in_course
from painlog.cli.base.trial_of_day import say_of_change
from painlog.errors import NotFoundError
from painlog.model.entry import Entry
from painlog.model.use import Use
from painlog.store.journal import Journal
from painlog.store.recent import logged_by
from painlog.tasks.editing import newly_dosed
from painlog.views.terminal.screen import say, screen
from painlog.views.wording import count, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from painlog.model.made_change import MadeChange
    from painlog.store.log import Logged

SCHEMA = "painlog.history/1"
MOST_CHANGES = 1000
# An import says nothing of the doses in it when it is made either.
MOST_WARNED_OF = 50
_LAST = frozenset({"last", "it", "that"})


def _number(text: str | int) -> int:
    """Return how many changes are meant; "undo last" is the last one.

    Raises:
        BadParameter: if it is no number from 1 to 1000.
    """
    text = str(text)  # The default is passed through it, too.
    if text.lower() in _LAST:
        return 1
    if not text.isdecimal():
        raise typer.BadParameter(f"{text!r} is not a whole number.")
    if not 1 <= int(text) <= MOST_CHANGES:
        raise typer.BadParameter(f"{text} is not a number from 1 to {MOST_CHANGES}.")
    return int(text)


Changes = Annotated[
    int,
    typer.Argument(metavar="[N]", help="How many changes.", parser=_number, show_default=False),
]


@examples("painlog undo", "painlog undo   # again: the change before that", "painlog undo 2")
def undo(ctx: typer.Context, changes: Changes = 1) -> None:
    """Take back the last change, whatever it was. Repeat it to go further back."""
    from painlog.views.terminal.changes import undone_lines

    for number in range(changes):
        _step(ctx, Journal.undo, number, undone_lines)
    again = "" if changes == 1 else f" {changes}"
    say(screen().wrapped(f"To make it again: painlog redo{again}"))


@examples("painlog redo", "painlog redo 2")
def redo(ctx: typer.Context, changes: Changes = 1) -> None:
    """Redo what `undo` took back, if nothing has changed since."""
    from painlog.views.terminal.changes import redone_lines

    for number in range(changes):
        _step(ctx, Journal.redo, number, redone_lines)


@examples("painlog history", "painlog history --limit 5", "painlog history --format json")
def history(ctx: typer.Context, limit: Limit = None, format_: Format = "text") -> None:
    """Show the last changes, newest first. `undo` takes back the first that is not undone."""
    from painlog.store.history import latest_changes
    from painlog.views.terminal.changes import made_lines

    wanted = (LISTED if format_ == "text" else 0) if limit is None else limit
    with open_journal(ctx) as journal:
        made = latest_changes(journal.connection, min(wanted, LARGEST_LIMIT))
    if format_ == "json":
        from painlog.formats.journal_json import to_text

        say([to_text({"schema": SCHEMA, "changes": [*map(_object, made)]})])
        return
    say(made_lines(made, screen(), now().tzinfo))


def _object(change: "MadeChange") -> dict[str, object]:
    return {
        "made_at": change.made_at,
        "command": change.command,
        "summary": change.summary,
        "undone": change.is_undone,
    }


def _step(
    ctx: typer.Context,
    step: "Callable[[Journal], Logged]",
    done: int,
    lines: "Callable[..., Iterable[str]]",
) -> None:
    # Each step opens the journal anew: undoing a restore replaces its file.
    with open_journal(ctx, writing=True) as journal:
        before = journal.courses()
        try:
            made = step(journal)
        except NotFoundError as error:
            if not done:
                raise
            raise NotFoundError(f"{count(done, 'change')} done. {error}") from None
        _say_done(made, lines)
        if made.kept is None:
            say_of_change(journal, made.id, now().date())
            say_too_much(journal, _dosed_by(journal, made))
            say_too_much_in_course(journal, [c for c in journal.courses() if c not in before])


def _dosed_by(journal: Journal, made: "Logged") -> "Iterator[Use]":
    """Yield the uses that a change brought back, or whose dose or time it changed."""
    edited = {(type(new), new.id): old for old, new in made.edited if isinstance(new, Entry | Use)}
    for thing in logged_by(journal, made.id, MOST_WARNED_OF):
        old = edited.get((type(thing), thing.id))
        if isinstance(old, Entry | Use):
            yield from newly_dosed(old, thing)
        else:
            yield from thing.uses


def _say_done(done: "Logged", lines: "Callable[..., Iterable[str]]") -> None:
    page = screen()
    here = now().utcoffset()
    say(lines(done.command, done.summary, done.edited, done.more, page, here))
    if done.kept:
        kept = printable(str(done.kept))
        say(page.wrapped(f"The journal as it was before is kept in {kept}", rest="  "))
