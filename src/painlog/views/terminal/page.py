"""A page of headings, paragraphs and tables, for a terminal, a pipe or Markdown."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from painlog.model.entry import HIGHEST
from painlog.views.terminal.screen import Screen, cells

_GAP = 2


class Heading(NamedTuple):
    """A heading. Level 1 is the title of the page."""

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


Block = Heading | Paragraph | Item | Table | Spark

_BARS = "▁▂▃▄▅▆▇█"
# What Markdown would read as markup, anywhere and at the start of a line or item.
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~&$]|^[#+-])")
_MARKDOWN_NUMBER = re.compile(r"^(\d+)([.)])(?!\S)")


def to_lines(blocks: Iterable[Block], screen: Screen) -> Iterator[str]:
    """Yield the page as lines for `screen`."""
    first = True
    for block in blocks:
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
        else:
            yield from _table(block, screen)
        first = False


def to_markdown(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the page as lines of Markdown, to paste into a message."""
    previous: Block | None = None
    for block in blocks:
        if previous is not None and not (isinstance(block, Item) and isinstance(previous, Item)):
            yield ""
        if isinstance(block, Heading):
            yield f"{'#' * block.level} {_escaped(block.text)}"
        elif isinstance(block, Paragraph | Spark):
            yield _escaped(block.text)
        elif isinstance(block, Item):
            yield f"- {_escaped(block.text)}"
        else:
            yield from _markdown_table(block)
        previous = block


def bars(means: Iterable[float | None]) -> str:
    """Draw a bar for each mean and a space for none."""
    last = len(_BARS) - 1
    return "".join(
        " " if mean is None else _BARS[min(int(mean / HIGHEST * len(_BARS)), last)]
        for mean in means
    )


def _escaped(text: str) -> str:
    return _MARKDOWN_NUMBER.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", text))


def _markdown_table(table: Table) -> Iterator[str]:
    rule = ["---:" if i in table.numbers else "---" for i in range(len(table.header))]
    yield f"| {' | '.join(map(_escaped, table.header))} |"
    yield f"| {' | '.join(rule)} |"
    for row in table.rows:
        yield f"| {' | '.join(map(_escaped, row))} |"


def _table(table: Table, screen: Screen) -> Iterator[str]:
    rows = [table.header, *table.rows]
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    if screen.width is not None and sum(widths) + _GAP * (len(widths) - 1) > screen.width:
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
    """Yield each row as a sentence, for a screen too narrow for the columns."""
    for row in table.rows:
        named = [f"{name}: {cell}" for name, cell in zip(table.header, row, strict=True) if cell]
        yield from screen.wrapped("; ".join(named), "- ")
