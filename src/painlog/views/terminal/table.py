"""A table of another program in words: what its columns may mean, and what became of its rows."""

import shlex
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from painlog.model.entry import Entry
from painlog.model.names import did_you_mean
from painlog.views.terminal.entries import details, summary
from painlog.views.terminal.screen import Screen, cells, padded
from painlog.views.wording import count, listed, printable, shortened

MOST_COLUMNS_SHOWN = 40
_WIDE_ENOUGH = 70
# The field and the reason, with a few words to a line.
_BESIDE_TITLE = 45


class Found(NamedTuple):
    """How a table is written, as far as that was told from the file.

    Attributes:
        line: Where its titles stand.
        above: How many rows stand over them.
        assumed: A word for which the encoding was assumed; None where there is no doubt.
    """

    line: int
    above: int
    assumed: str | None


class ShownColumn(NamedTuple):
    """A column: its title, the field that it may be, None for none, and why."""

    title: str
    field: str | None
    why: str


class ShownRow(NamedTuple):
    """A row as it would be stored, or why it could not be."""

    line: int
    entry: Entry | None
    reason: str


class UnknownName(NamedTuple):
    """A name that is not known: its rows, what it may have meant, and the options that say it.

    `several` are known regions in one cell.
    """

    noun: str
    name: str
    rows: int
    near: Sequence[str]
    options: Sequence[str]
    several: bool = False


def guess_lines(
    name: str,
    found: Sequence[str],
    columns: Sequence[ShownColumn],
    rows: Sequence[ShownRow],
    questions: Sequence[str],
    commands: Sequence[Sequence[str]],
    screen: Screen,
) -> Iterator[str]:
    """What a table holds, what it may mean, some rows as they would be stored, what to type.

    Args:
        name: What the file is called.
        found: Lines that tell how it is written.
        columns: What each may mean.
        rows: The first, as they would be read.
        questions: What is left to the person, a sentence each.
        commands: What to type, in words, one after the other.
        screen: Where it is shown.
    """
    yield from screen.wrapped(f"{printable(name)} has columns of its own. They could mean:")
    yield ""
    yield from _columns(columns, screen)
    yield ""
    yield from found
    if rows:
        yield from screen.wrapped("The first rows would be stored as:")
        for row in rows:
            yield from screen.wrapped(_stored(row), "  ", "    ")
    if rows or found:
        yield ""
    if questions:
        yield "Before you run it:"
        for question in questions:
            yield from screen.wrapped(printable(question), "- ", "  ")
        yield ""
    run = "run it" if len(commands) == 1 else "run them all, as each takes in one region"
    yield from screen.wrapped(f"To import it so, look at each part of this, and {run}:")
    yield ""
    # Never wrapped, so that it can be copied.
    yield from (f"  {printable(shlex.join(command))}" for command in commands)
    yield ""
    yield from screen.wrapped(
        "With --dry-run it says what it would do; with --save-mapping NAME it keeps the options."
    )


def found_lines(found: Found, screen: Screen) -> Iterator[str]:
    """What was told from the file alone, so that nothing happens unsaid."""
    if found.above:
        yield from screen.wrapped(
            f"The titles stand on line {found.line}; what is above them was left alone."
        )
    if found.assumed is not None:
        yield from screen.wrapped(
            "The file does not say how its letters are written. They were read as Windows-1252: "
            f'"{printable(found.assumed)}". If that looks wrong, name another: --encoding'
        )


def format_line(date_format: str, order: str, screen: Screen) -> list[str]:
    """How the dates of a table are written."""
    return screen.wrapped(f"Its dates are written as {date_format}, {order}.")


def told_format_lines(
    date_format: str, order: str, example: tuple[int, str], screen: Screen
) -> list[str]:
    """How dates were read that could have been read otherwise, and the line and text that told."""
    line, text = example
    return screen.wrapped(
        f"Dates were read as {date_format}, {order}: no other way of reading fits them all, as "
        f'"{printable(text)}" on line {line} shows. If that is wrong, say another '
        "with --date-format"
    )


def added_line(source: str, added: int, screen: Screen, *, dry_run: bool = False) -> list[str]:
    """How many entries were added, or would be."""
    verb = "Would add" if dry_run else "Added"
    return screen.wrapped(f"{verb} {count(added, 'entry', 'entries')} from {printable(source)}.")


def passed_over_lines(
    known: int, duplicates: int, lines: Sequence[int], screen: Screen
) -> Iterator[str]:
    """How many rows were passed over, and how to take them all the same.

    Args:
        known: Rows whose uid the journal has.
        duplicates: Rows that look like entries of the journal.
        lines: Where the first of these stand.
        screen: Where it is shown.
    """
    if known:
        yield from screen.wrapped(f"Passed over {known:,} that the journal has already.")
    if duplicates:
        more = " and more" if duplicates > len(lines) else ""
        yield from screen.wrapped(
            f"Passed over {duplicates:,} that look like entries you have, or like rows above them "
            f"(line {', '.join(map(str, lines))}{more}). To take them too: --allow-duplicates"
        )


def new_name_lines(
    regions: Sequence[str], treatments: Sequence[str], screen: Screen
) -> Iterator[str]:
    """Which names became the person's own, and as what."""
    if regions:
        yield from screen.wrapped(
            f"New regions of your own, which may have a side: {listed(map(printable, regions))}."
        )
    if treatments:
        yield from screen.wrapped(
            "New treatments of your own, of the kind other and beside conventional care: "
            f"{listed(map(printable, treatments))}."
        )


def bad_row_lines(bad: Iterable[tuple[int, str]], more: int) -> Iterator[str]:
    """Each bad row with its line and reason, and how many more there are."""
    for line, reason in bad:
        yield f"Line {line}: {shortened(reason).rstrip('.')}."
    if more:
        yield f"And {more:,} more."


def unknown_lines(
    unknown: Sequence[UnknownName], more: int, *, uncounted: bool = False
) -> Iterator[str]:
    """Each unknown name once, with its rows, what it may have meant, and what to type.

    Args:
        unknown: The names.
        more: How many names more there are.
        uncounted: There are even more.
    """
    for noun, name, rows, near, options, several in unknown:
        if several:
            yield (
                f'"{shortened(name)}" is several regions ({count(rows, "row")}), and an entry has '
                "one. Give each a row of its own, or say which one it stands for: "
                f"{shlex.join(options)}"
            )
            continue
        yield (
            f'The {noun} "{shortened(name)}" is not known ({count(rows, "row")}).'
            f"{did_you_mean(near)} To say what it means: {shlex.join(options)}"
        )
    if more:
        yield f"And {more:,} {'or more names' if uncounted else 'more names'}."
    if not all(name.several for name in unknown):
        yield "To add these names as your own instead: --add-unknown"


def end_lines(kept: str | None, screen: Screen, *, dry_run: bool, saved: bool) -> Iterator[str]:
    """What can be done from here."""
    if dry_run:
        yield "Nothing was changed."
        return
    if kept is not None:
        command = shlex.join(["painlog", "import", "FILE", "--mapping", kept])
        yield from screen.wrapped(f"Kept the mapping {printable(kept)}. To use it: {command}")
    if saved:
        yield "To take it back: painlog undo"


def _columns(columns: Sequence[ShownColumn], screen: Screen) -> Iterator[str]:
    shown = columns[:MOST_COLUMNS_SHOWN]
    titles = [
        shortened(printable(column.title.strip())) or f"(column {place})"
        for place, column in enumerate(shown, start=1)
    ]
    width = max(map(cells, titles))
    narrow = screen.width is not None and screen.width < max(_WIDE_ENOUGH, width + _BESIDE_TITLE)
    for title, (_, field, why) in zip(titles, shown, strict=True):
        reason = why if field else f"left out: {why}"
        if narrow:
            yield from screen.wrapped(f"{title}: {field or '-'}, {reason}", "  ", "    ")
        else:
            start = f"  {padded(title, width)}  {padded(field or '-', 16)}  "
            yield from screen.wrapped(reason, start)
    if len(columns) > len(shown):
        yield f"  and {count(len(columns) - len(shown), 'column')} more"


def _stored(row: ShownRow) -> str:
    if row.entry is None:
        return f"Line {row.line} could not be: {printable(row.reason).rstrip('.')}."
    said = "; ".join([summary(row.entry), *details(row.entry)])
    return f"Line {row.line}: {shortened(said)}"
