"""A page of headings, paragraphs and tables, for a terminal, a pipe or Markdown."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from painlog.model.entry import HIGHEST
from painlog.views.terminal.pairs import pairs_lines
from painlog.views.terminal.screen import Screen, cells
from painlog.views.wording import count, points, signed

if TYPE_CHECKING:
    from painlog.analysis.trials import TrialReading
    from painlog.views.answers import Answer
    from painlog.views.by_month import MonthDays

_GAP = 2
LINE_ALONE, UNDRAWN = 4, 5


class Heading(NamedTuple):
    """A heading. Level 1 is the title of the page.

    On a drawn page a heading of level `LINE_ALONE` is a blank line, and one of level `UNDRAWN` is
    left out, as what follows is plain without it.
    """

    text: str
    level: int = 2


class Paragraph(NamedTuple):
    """Running text, indented by `indent` steps."""

    text: str
    indent: int = 0


class Item(NamedTuple):
    """One point of a list."""

    text: str
    indent: int = 0


class Table(NamedTuple):
    """Rows under a header. Columns listed in `numbers` are aligned to the right."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: frozenset[int] = frozenset()


class Spark(NamedTuple):
    """A trend in words and, where bars can be drawn, a bar for each mean from 0 to 10."""

    text: str
    means: Sequence[float | None]


class Gauges(NamedTuple):
    """Answers, each with its change on one common scale where that can be drawn."""

    title: str
    answers: Sequence["Answer"]

    @property
    def words(self) -> list[str]:
        """Return all of them in words, an item each."""
        return [answer.text for answer in self.answers]


class RegionRow(NamedTuple):
    """One region at present: means in points, days with pain of the last 28, and all in words.

    `moved` is the change from the 28 days before to the last 28. Where the pain comes and goes,
    `apart` is shown in its place: how many days with pain more or fewer. Neither is there where the
    rated days are too few.
    """

    place: str
    trend: Sequence[float | None]
    last_7: float | None
    last_28: float | None
    moved: float | None
    pain_days: int
    rated_days: int
    rated_before: int
    apart: int | None
    text: str


class RegionRows(NamedTuple):
    """The regions at present, a row each."""

    title: str
    rows: Sequence[RegionRow]
    every: str

    @property
    def words(self) -> list[str]:
        """Return all of them in words, an item each."""
        return [row.text for row in self.rows]


class MonthBars(NamedTuple):
    """Days with pain and with medicine by month; medicine is for any place, pain may be of some."""

    title: str
    months: Sequence["MonthDays"]
    anywhere: bool = True

    @property
    def words(self) -> list[str]:
        """Return all of them in words, an item each."""
        medicine = "acute medicine" if self.anywhere else "acute medicine (for anything)"
        return [month_words(month, medicine if self.has_medicine else "") for month in self.months]

    @property
    def has_medicine(self) -> bool:
        """Return whether any acute medicine was taken or in course."""
        return any(month.medicine or month.in_course for month in self.months)


class Beside(NamedTuple):
    """Two parts, one beside the other where there is room, else one after the other."""

    left: Sequence["Block"]
    right: Sequence["Block"]


class TrialPairs(NamedTuple):
    """The pairs of a trial, as a picture where lines can be drawn, else as a table."""

    reading: "TrialReading"

    @property
    def table(self) -> Table:
        """Return a row for each pair, with means and difference in points."""
        rows = []
        for pair in self.reading.pairs:
            numbers = (pair.a, pair.b)
            means = ["-" if mean is None else points(float(mean)) for mean in numbers]
            apart = "-" if pair.difference is None else signed(float(pair.difference))
            rows.append((str(pair.number), pair.order, *means, apart))
        return Table(("Pair", "Order", "A", "B", "B - A"), rows, frozenset({0, 2, 3, 4}))


Block = (
    Heading
    | Paragraph
    | Item
    | Table
    | Spark
    | Gauges
    | RegionRows
    | MonthBars
    | Beside
    | TrialPairs
)

_BARS = "▁▂▃▄▅▆▇█"
# What Markdown would read as markup, anywhere and at the start of a line or item.
_MARKDOWN = r"([\\`*_\[\]<>|~&$]|^[#+-])"
_MARKDOWN_NUMBER = r"^(\d+)([.)])(?!\S)"


def to_lines(blocks: Iterable[Block], screen: Screen) -> Iterator[str]:
    """Yield the page as plain lines for `screen`, the same and in the same order as drawn."""
    first = True
    for block in _in_words(blocks):
        if isinstance(block, Heading):
            if not first:
                yield ""
            yield from (screen.bold(line) for line in screen.wrapped(block.text))
        elif isinstance(block, Paragraph):
            yield from screen.wrapped(block.text, "  " * block.indent)
        elif isinstance(block, Item):
            yield from screen.wrapped(block.text, "  " * block.indent + "- ")
        elif isinstance(block, Spark):
            if screen.drawn and len(block.means) <= (screen.width or 0):
                yield bars(block.means)
            yield from screen.wrapped(block.text)
        elif isinstance(block, TrialPairs):
            yield from pairs_lines(block.reading, screen)
        else:
            yield from _table(block, screen)
        first = False


def to_markdown(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the page as lines of Markdown, to paste into a message."""
    previous: Block | None = None
    for block in _in_words(blocks):
        if previous is not None and not (isinstance(block, Item) and isinstance(previous, Item)):
            yield ""
        if isinstance(block, Heading):
            level = 2 if block.level >= LINE_ALONE else block.level
            yield f"{'#' * level} {_escaped(block.text)}"
        elif isinstance(block, Paragraph | Spark):
            yield _escaped(block.text)
        elif isinstance(block, Item):
            yield f"- {_escaped(block.text)}"
        else:
            yield from _markdown_table(block.table if isinstance(block, TrialPairs) else block)
        previous = block


def month_words(month: "MonthDays", medicine: str) -> str:
    """Sum up a month: "Mar 2026: pain on 20 of 26 rated days, 3 bad days; medicine on 9 days".

    Args:
        month: Its days.
        medicine: What those with medicine are called; "" leaves them out.
    """
    text = f"{month.named}: not rated"
    if month.rated:
        text = (
            f"{month.named}: pain on {month.pain} of {count(month.rated, 'rated day')}, "
            f"{count(month.bad, 'bad day')}"
        )
    if not medicine:
        return text
    days = count(month.medicine, "day")
    if month.in_course:
        return (
            f"{text}; {medicine} logged on {days}, in course on {month.in_course} of {month.days}"
        )
    return f"{text}; {medicine} on {days}"


def _in_words(
    blocks: Iterable[Block],
) -> Iterator[Heading | Paragraph | Item | Table | Spark | TrialPairs]:
    """Yield the blocks in the same order, those that can only be drawn as a list instead."""
    for block in blocks:
        if isinstance(block, Beside):
            yield from _in_words((*block.left, *block.right))
        elif isinstance(block, Gauges | RegionRows | MonthBars):
            yield Heading(block.title)
            yield from map(Item, block.words)
        else:
            yield block


def bars(means: Iterable[float | None]) -> str:
    """Draw a bar for each mean and a space for none."""
    last = len(_BARS) - 1
    return "".join(
        " " if mean is None else _BARS[min(int(mean / HIGHEST * len(_BARS)), last)]
        for mean in means
    )


def _escaped(text: str) -> str:
    return re.sub(_MARKDOWN_NUMBER, r"\1\\\2", re.sub(_MARKDOWN, r"\\\1", text))


def _markdown_table(table: Table) -> Iterator[str]:
    rule = ["---:" if i in table.numbers else "---" for i in range(len(table.header))]
    yield f"| {' | '.join(map(_escaped, table.header))} |"
    yield f"| {' | '.join(rule)} |"
    for row in table.rows:
        yield f"| {' | '.join(map(_escaped, row))} |"


def _table(table: Table, screen: Screen) -> Iterator[str]:
    rows = [table.header, *table.rows]
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    total = sum(widths) + _GAP * (len(widths) - 1)
    if screen.spoken or (screen.width is not None and total > screen.width):
        yield from _stacked(table, screen)
        return
    for row in rows:
        padded = []
        for i, (text, width) in enumerate(zip(row, widths, strict=True)):
            # str.ljust would pad too much where characters are two columns wide.
            space = " " * (width - cells(text))
            padded.append(space + text if i in table.numbers else text + space)
        line = (" " * _GAP).join(padded).rstrip()
        yield screen.bold(line) if row is table.header else line


def _stacked(table: Table, screen: Screen) -> Iterator[str]:
    """Yield each row as a sentence, where columns do not fit or are not seen."""
    for row in table.rows:
        named = [f"{name}: {cell}" for name, cell in zip(table.header, row, strict=True) if cell]
        yield from screen.wrapped("; ".join(named), "- ")
