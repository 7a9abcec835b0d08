"""The preview of an import from an app that painlog knows."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from painlog.files.command_line import command_line
from painlog.views.terminal.screen import Screen
from painlog.views.terminal.table import side_by_side_line, stored_line
from painlog.views.wording import count, listed, printable, shortened

if TYPE_CHECKING:
    from painlog.formats.names import UnknownName
    from painlog.formats.read_row import ReadRow


class AppFile(NamedTuple):
    """A file, the app that wrote it, and what is taken from it and left out."""

    name: str
    app: str
    takes: Sequence[str]
    leaves: str


class Numbers(NamedTuple):
    """How many entries and uses a file has, rows of other kinds, and rows that are neither."""

    entries: int = 0
    uses: int = 0
    left_out: int = 0
    bad: int = 0


def app_lines(
    file: AppFile,
    numbers: Numbers,
    rows: Sequence["ReadRow"],
    questions: Sequence[str],
    commands: Sequence[Sequence[str]],
    screen: Screen,
    counts: Sequence[str] = (),
) -> Iterator[str]:
    """Show what would be taken from an app's export, its first rows, and what to type.

    Args:
        file: The file and its app.
        numbers: What it holds; all 0 if that is not known yet.
        rows: The first rows as they would be stored.
        questions: What the person has to decide, a sentence each.
        commands: The commands to run, each as a list of words.
        screen: Where it is shown.
        counts: Lines about how many rows there are.
    """
    yield from screen.wrapped(
        f"{printable(file.name)} looks like an export of {file.app}. painlog would take:"
    )
    for phrase in file.takes:
        yield from screen.wrapped(phrase, "- ", "  ")
    yield from screen.wrapped(f"It would leave out {file.leaves}.")
    yield ""
    yield from counts
    if any(numbers):
        yield from screen.wrapped(_counted(numbers))
    for row in rows:
        yield from screen.wrapped(stored_line(row), "  ", "    ")
    if any(numbers):
        yield ""
    if questions:
        yield "Before you run it:"
    for question in questions:
        yield from screen.wrapped(printable(question), "- ", "  ")
    if questions:
        yield ""
    these = "these commands" if len(commands) > 1 else "this"
    yield from screen.wrapped(f"To import it like this, run {these}:")
    yield ""
    # Never wrapped, so that a command can be copied.
    yield from (screen.told(f"  {printable(command_line(*command))}") for command in commands)
    yield ""


def unknown_place_lines(names: Sequence["UnknownName"], more: int) -> Iterator[str]:
    """Name each unknown body part once, with the number of its rows, which are skipped.

    So are rows with several treatments that nothing separates.
    """
    places = [name for name in names if name.noun == "region"]
    if places:
        called = listed(
            f'"{shortened(printable(name.name))}" ({count(name.rows, "row")})' for name in places
        )
        others = f" and {more:,} more" if more else ""
        yield (
            f"No part of the body is called {called}{others}; such rows are skipped. To import "
            f"one of them, say what it means: {command_line(*places[0].options)}"
        )
    yield from (side_by_side_line(name) for name in names if name.apart)


def _counted(numbers: Numbers) -> str:
    taken = [
        count(number, one, many)
        for number, one, many in (
            (numbers.entries, "entry", "entries"),
            (numbers.uses, "use", "uses"),
        )
        if number
    ]
    rest = [f"{numbers.left_out:,} of other kinds"] if numbers.left_out else []
    rest += [f"{numbers.bad:,} in which no pain can be read"] if numbers.bad else []
    skipped = f"; it would skip {listed(rest)}" if rest else ""
    return f"It would add {listed(taken) or 'nothing'}{skipped}. The first rows:"
