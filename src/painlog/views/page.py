"""A page of headings, paragraphs and tables, laid out for a terminal, a pipe or Markdown."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from painlog.views.screen import Screen

_UNLIMITED = 10_000
_GAP = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that names what follows. Level 1 names the page."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, `indent` steps in."""

    text: str
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """One point of a list."""

    text: str
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header. Columns listed in `numbers` are aligned to the right."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: frozenset[int] = frozenset()


Block = Heading | Paragraph | Item | Table


def to_lines(blocks: Iterable[Block], screen: Screen) -> Iterator[str]:
    """The page as lines for `screen`."""
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
        else:
            yield from _table(block, screen)
        first = False


def _table(table: Table, screen: Screen) -> Iterator[str]:
    from rich.cells import cell_len

    natural = sum(
        max(map(cell_len, column)) + _GAP for column in zip(table.header, *table.rows, strict=True)
    )
    if screen.width is not None and natural - _GAP > screen.width:
        yield from _stacked(table, screen)
        return
    yield from _columns(table, screen)


def _columns(table: Table, screen: Screen) -> Iterator[str]:
    from rich.console import Console
    from rich.table import Table as RichTable

    grid = RichTable(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="")
    for i, name in enumerate(table.header):
        grid.add_column(name, justify="right" if i in table.numbers else "left", no_wrap=True)
    for row in table.rows:
        grid.add_row(*row)
    console = Console(
        width=_UNLIMITED, color_system=None, highlight=False, markup=False, emoji=False
    )
    with console.capture() as captured:
        console.print(grid, soft_wrap=True)
    header, *rows = captured.get().splitlines()
    yield screen.bold(header.rstrip())
    yield from (row.rstrip() for row in rows)


def _stacked(table: Table, screen: Screen) -> Iterator[str]:
    """Each row as a sentence, for a screen too narrow for its columns."""
    for row in table.rows:
        named = [f"{name}: {cell}" for name, cell in zip(table.header, row, strict=True) if cell]
        yield from screen.wrapped("; ".join(named), "- ")
