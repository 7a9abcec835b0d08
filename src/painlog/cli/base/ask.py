"""Ask a person on a terminal, and ask again until the answer is understood."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

import typer

from painlog.cli.base.typed_line import read_line
from painlog.errors import NotUnderstoodError, PainlogError, RefusedError
from painlog.model.nothing_said import means_nothing
from painlog.views.terminal.screen import say, say_aside, screen
from painlog.views.wording import printable

if TYPE_CHECKING:
    from datetime import date

Answer = TypeVar("Answer")

_COLON = ": "


def can_ask() -> bool:
    """Return whether a person is there to answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: str, understand: Callable[[str], Answer], default: str = "") -> Answer:
    """Ask a question until the answer is understood; return the answer.

    Args:
        question: Without its final colon.
        understand: Turns the typed text into an answer, or raises PainlogError.
        default: What Enter alone means.
    """
    *first, last = _lines_of(printable(question))
    while True:
        say(first, always=True)
        try:
            typed = read_line(f"{last}{_COLON}") or default
        except (EOFError, KeyboardInterrupt):
            say([""], always=True)  # what is said next begins on a line of its own
            raise typer.Abort from None
        try:
            return understand(typed.strip())
        except PainlogError as refusal:
            say_aside(*map(str, refusal.args))


def _lines_of(question: str) -> list[str]:
    """Return a question as lines that fit, with room for a colon after the last."""
    page = screen()
    question = page.told(question)
    if page.width is None or len(question) + len(_COLON) <= page.width:
        return [question]
    return page._replace(width=page.width - len(_COLON)).wrapped(question, rest="")


def agrees(question: str, *, by_default: bool = False) -> bool:
    """Ask whether a person agrees; Enter means no, or yes if `by_default`."""
    choice = "Y/n" if by_default else "y/N"
    return ask(f"{question} [{choice}]", lambda text: _yes_or_no(text or "ny"[by_default]))


def settled(text: str | None, read: Callable[[str], object]) -> str | None:
    """Return a time as typed; where it is still to come, ask whether the one before was meant.

    At half past midnight "21:00" is still to come, and the evening before was probably meant.

    Args:
        text: As typed; None where nothing was.
        read: Reads it, and raises RefusedError where it is still to come.

    Raises:
        RefusedError: if that one was not meant either, or nobody can be asked.
    """
    if text is None:
        return None
    try:
        read(text)
    except RefusedError as refused:
        if not refused.instead or not can_ask():
            raise
        if not agrees(f'"{text}" is still to come. Did you mean {refused.instead}?'):
            raise
        return refused.instead
    return text


def one_of(text: str, names: Sequence[str]) -> str:
    """Return the name that a person chose, by its number or by typing it.

    Raises:
        NotUnderstoodError: if it is none of them.
    """
    if text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= len(names):
        return names[int(text[:4]) - 1]
    chosen = [name for name in names if name.strip().casefold() == text.casefold()]
    if not chosen:
        raise NotUnderstoodError(f"Type a number from 1 to {len(names)}, or a name.")
    return chosen[0]


def check_long_ago(text: str | None, day: "date", today: "date") -> None:
    """Ask whether a day that was typed is meant, where it is unusually long ago.

    Where nobody can be asked, say so.

    Args:
        text: As typed; None where nothing was.
        day: The day that it was read as.
        today: This day.

    Raises:
        RefusedError: if it is not meant.
    """
    if text is None:
        return
    from painlog.model.long_ago import said_long_ago

    ago = said_long_ago(text, day, today)
    if not ago:
        return
    if not can_ask():
        say_aside(f"{day} is {ago}. If that is a slip, take back what was saved: painlog undo")
    elif not agrees(f"{day} is {ago}. Save it?"):
        raise RefusedError("Nothing was saved. Give the day again, with its year.")


def _yes_or_no(text: str) -> bool:
    if text.lower() in ("y", "yes"):
        return True
    if means_nothing(text):
        return False
    raise NotUnderstoodError(f'"{text}" is neither. Type y for yes or n for no.')
