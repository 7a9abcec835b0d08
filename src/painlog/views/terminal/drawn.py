"""The page drawn with Rich where the terminal has colours: tables, bars and columns.

No colour or picture stands alone: the same words are beside it, in the same order as in plain
lines.
"""

import io
from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from painlog.analysis.arithmetic import rounded
from painlog.analysis.interval import fewness
from painlog.views.answers import Answer, Reach
from painlog.views.terminal.page import (
    LINE_ALONE,
    UNDRAWN,
    Beside,
    Block,
    Gauges,
    Heading,
    Item,
    MonthBars,
    Paragraph,
    RegionRow,
    RegionRows,
    Spark,
    Table,
    TrialPairs,
    bars,
    to_lines,
)
from painlog.views.terminal.pairs import pairs_picture
from painlog.views.terminal.screen import WIDEST_TEXT, Screen
from painlog.views.wording import change, points

TWO_COLUMNS_FROM = 120
# From this width on, an answer's words and its bar fit side by side.
GAUGE_FROM = 90
GAUGE_CELLS = 19
# How far the scale reaches to either side, in meaningful changes.
FURTHEST = 3.0
MONTH_CELLS = 20
NARROW_MONTHS = 64
NARROW_REGIONS = 76
MIDDLING, STRONG = 3.0, 7.0
# Told apart by lightness as well as by hue; the number is always there.
_MILD, _SOME, _MUCH = "cyan", "yellow", "bold magenta"
_LESS, _MORE, _UNTOLD = "bold cyan", "bold magenta", "dim"


def drawn_lines(blocks: Iterable[Block], screen: Screen) -> Iterator[str]:
    """Yield the page as lines with colours and pictures, no wider than the screen.

    Running text is wrapped as it is in plain lines, which takes a tenth of the time.
    """
    width = screen.width or screen.columns
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=True,
        color_system="256" if screen.shaded else "standard",
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    previous: Block | None = None
    for block in _one_after_the_other(blocks, width):
        if previous is not None and _begins_a_part(block, previous):
            yield ""
        previous = block
        if isinstance(block, Heading | Paragraph | Item | Spark):
            if not _is_not_drawn(block):
                yield from to_lines([block], screen)
            continue
        with console.capture() as printed:
            console.print(_drawn(block, width))
        yield from (line.rstrip() for line in printed.get().splitlines())


def _one_after_the_other(blocks: Iterable[Block], width: int) -> Iterator[Block]:
    """Put two parts one after the other where there is no room side by side."""
    for block in blocks:
        if isinstance(block, Beside) and not (width >= TWO_COLUMNS_FROM and all(block)):
            yield from (*block.left, *block.right)
        else:
            yield block


def _is_not_drawn(block: Block) -> bool:
    return isinstance(block, Heading) and block.level >= LINE_ALONE


def _begins_a_part(block: Block, previous: Block) -> bool:
    """Return whether a blank line goes above a block; a table under another needs none."""
    if isinstance(block, Heading):
        return block.level != UNDRAWN
    if isinstance(block, MonthBars):
        return isinstance(previous, Gauges)
    return isinstance(block, Gauges | RegionRows | Beside)


def _drawn(block: Block, width: int) -> RenderableType:
    if isinstance(block, Gauges):
        return _gauges(block, width)
    if isinstance(block, RegionRows):
        return _regions(block, width)
    if isinstance(block, MonthBars):
        return _months(block, width)
    if isinstance(block, Beside):
        return _beside(block, width)
    if isinstance(block, TrialPairs):
        return Text("\n".join(pairs_picture(block.reading, width, drawn=True)))
    return _written(block, width)


def _written(block: Heading | Paragraph | Item | Spark | Table, width: int) -> RenderableType:
    prose = min(width, WIDEST_TEXT)
    if isinstance(block, Heading):
        return Text(block.text, style="bold")
    if isinstance(block, Paragraph):
        return _prose(block.text, prose, 2 * block.indent)
    if isinstance(block, Item):
        return _item(block.text, prose, 2 * block.indent)
    if isinstance(block, Table):
        return _table(block, width)
    fits = len(block.means) <= width
    spark = [Text(bars(block.means), style="cyan")] if fits else []
    return Group(*spark, _prose(block.text, prose, 0))


def _prose(text: str, width: int, indent: int) -> RenderableType:
    grid = Grid.grid(padding=0)
    grid.add_column(width=width - indent, overflow="fold")
    grid.add_row(Text(text, overflow="fold"))
    return Padding(grid, (0, 0, 0, indent)) if indent else grid


def _item(text: str | Text, width: int, indent: int = 0) -> RenderableType:
    grid = Grid.grid(padding=0)
    grid.add_column(width=2)
    grid.add_column(width=width - indent - 2, overflow="fold")
    grid.add_row("-", text)
    return Padding(grid, (0, 0, 0, indent)) if indent else grid


def _beside(block: Beside, width: int) -> RenderableType:
    left = min(width, 2 * WIDEST_TEXT) * 3 // 5 - 2
    right = min(width, 2 * WIDEST_TEXT) - left - 4
    grid = Grid.grid(padding=(0, 4, 0, 0))
    grid.add_column(width=left)
    grid.add_column(width=right)
    grid.add_row(
        Group(*_stacked(block.left, left)),
        Group(*_stacked(block.right, right)),
    )
    return grid


def _stacked(blocks: Iterable[Block], width: int) -> Iterator[RenderableType]:
    previous: Block | None = None
    for block in blocks:
        if previous is not None and _begins_a_part(block, previous):
            yield Text()
        previous = block
        if not _is_not_drawn(block):
            yield _drawn(block, width)


def _table(block: Table, width: int) -> RenderableType:
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 2, 0, 0))
    for number, name in enumerate(block.header):
        grid.add_column(name, justify="right" if number in block.numbers else "left")
    for row in block.rows:
        grid.add_row(*map(Text, row))
    measured = grid.__rich_measure__(Console(width=10_000), Console(width=10_000).options)
    if measured.maximum <= width:
        return grid
    rows = (
        "; ".join(f"{name}: {cell}" for name, cell in zip(block.header, row, strict=True) if cell)
        for row in block.rows
    )
    return Group(*(_item(row, min(width, WIDEST_TEXT)) for row in rows))


def _gauges(block: Gauges, width: int) -> RenderableType:
    prose = min(width, WIDEST_TEXT)
    title = Text(block.title, style="bold")
    if width < GAUGE_FROM or not any(answer.reach for answer in block.answers):
        return Group(title, *(_item(_words(answer), prose) for answer in block.answers))
    above = Grid.grid(padding=0, expand=True)
    above.width = prose
    above.add_column(ratio=1)
    above.add_column(no_wrap=True)
    above.add_column(width=GAUGE_CELLS, no_wrap=True)
    above.add_row(title, Text("┊ a meaningful change  ", style="dim"), _scale())
    return Group(above, *(_answer(answer, prose) for answer in block.answers))


def _answer(answer: Answer, prose: int) -> RenderableType:
    """Draw one answer with its bar beside it; an answer without a bar takes the whole width."""
    if answer.reach is None:
        return _item(_words(answer), prose)
    grid = Grid.grid(padding=0)
    grid.add_column(width=2)
    grid.add_column(width=prose - GAUGE_CELLS - 3, overflow="fold")
    grid.add_column(width=1)
    grid.add_column(width=GAUGE_CELLS, no_wrap=True)
    grid.add_row("-", _words(answer), "", _gauge(answer.reach))
    return grid


def _words(answer: Answer) -> Text:
    text = Text(answer.about, style="bold")
    text.append(": ", style="not bold")
    text.append(answer.said, style="not bold")
    if answer.against:
        text.append(f" Against it: {answer.against}.", style="not bold italic")
    return text


def _scale() -> Text:
    """Label the common scale: less to the left, no change in the middle, more to the right."""
    half = GAUGE_CELLS // 2
    return Text(f"{'less':<{half}}0{'more':>{half}}", style="dim")


def _gauge(reach: Reach) -> Text:
    """Draw an interval on the common scale of meaningful changes, and the change as a dot."""
    low, high = _cell(reach.low), _cell(reach.high)
    marks = {_cell(-1.0): "┊", _cell(0.0): "│", _cell(1.0): "┊"}
    text = Text()
    style = _UNTOLD
    if reach.told and (reach.high < 0 or reach.low > 0):
        style = _LESS if reach.high < 0 else _MORE
    for cell in range(GAUGE_CELLS):
        if cell == _cell(reach.change):
            text.append("●", style=style)
        elif cell == low and reach.low < -FURTHEST:
            text.append("◂", style=style)
        elif cell == high and reach.high > FURTHEST:
            text.append("▸", style=style)
        elif low <= cell <= high:
            text.append("━", style=style)
        else:
            text.append(marks.get(cell, " "), style="dim")
    return text


def _cell(value: float) -> int:
    held = max(-FURTHEST, min(FURTHEST, value))
    return round((held + FURTHEST) / (2 * FURTHEST) * (GAUGE_CELLS - 1))


def _regions(block: RegionRows, width: int) -> RenderableType:
    grid = Grid(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    grid.add_column(block.title, overflow="fold")
    room = max(min(len(row.trend) for row in block.rows), 0)
    room = min(room, max(width - 66, 0))
    if room:
        grid.add_column(f"By {block.every}", no_wrap=True)
    for name in ("7 days", "28 days"):
        grid.add_column(name, justify="right")
    narrow = width < NARROW_REGIONS
    grid.add_column("28 before" if narrow else "Against the 28 before")
    grid.add_column("Pain days" if width < GAUGE_FROM else "Days with pain of 28")
    for row in block.rows:
        spark = [Text(bars(row.trend[-room:]), style="cyan")] if room else []
        grid.add_row(
            Text(row.place),
            *spark,
            _digit(row.last_7),
            _digit(row.last_28),
            _moved(row, narrow=narrow),
            f"{row.pain_days} of {row.rated_days}" if row.rated_days else "-",
        )
    return grid


def _digit(value: float | None) -> Text:
    if value is None:
        return Text("-", style="dim")
    style = _MILD if value < MIDDLING else _SOME if value < STRONG else _MUCH
    return Text(points(value), style=style)


def _moved(row: RegionRow, *, narrow: bool) -> Text:
    few = " (few days)" if fewness(row.rated_days, row.rated_before) == "few-days" else ""
    if row.apart is not None:
        return _arrow(row.apart, _days_apart(row.apart, narrow=narrow) + few)
    if row.moved is None:
        return Text(_why_not(row), style="dim")
    words = change(row.moved)
    if narrow:
        words = words.replace(" points", "").replace(" point", "")
    return _arrow(rounded(row.moved), words + few)


def _why_not(row: RegionRow) -> str:
    if not row.rated_days:
        return "not rated"
    return "too few days" if row.rated_before else "not rated then"


def _days_apart(apart: int, *, narrow: bool) -> str:
    if not apart:
        return "as many" if narrow else "as many days with pain"
    way = "fewer" if apart < 0 else "more"
    days = "day" if abs(apart) == 1 else "days"
    return f"{abs(apart)} {way} {days}" if narrow else f"{abs(apart)} {way} pain {days}"


def _arrow(size: float, words: str) -> Text:
    sign = "▼" if size < 0 else "▲" if size > 0 else "="
    return Text(f"{sign} {words}", style="cyan" if size < 0 else "magenta" if size > 0 else "")


def _months(block: MonthBars, width: int) -> RenderableType:
    months, has_medicine = block.months, block.has_medicine
    narrow = width < NARROW_MONTHS
    grid = Grid(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    grid.add_column("Months")
    beside = 28 + max(len(month.named) for month in months)
    cells = min(MONTH_CELLS, max((width - beside) // (1 + has_medicine), 0))
    where = " anywhere" if block.anywhere else ""
    grid.add_column(f"{'Pain' if narrow else 'Days with pain'}{where}")
    grid.add_column("Bad", justify="right")
    if has_medicine:
        place = "" if block.anywhere else ", for anything"
        grid.add_column(f"{'Medicine' if narrow else 'Days with acute medicine'}{place}")
    for month in months:
        of_days = f"{month.in_course} of {month.days}"
        in_course = f" logged, in course on {of_days}" if month.in_course else ""
        taken = _days(month.medicine, cells, "cyan", f" {month.medicine}{in_course}")
        rated = f" {month.pain} of {month.rated}" + ("" if narrow else " rated")
        rated = rated if month.rated else "not rated"
        grid.add_row(
            month.named,
            _days(month.pain, cells, "yellow", rated),
            str(month.bad) if month.rated else "",
            *([taken] if has_medicine else []),
        )
    return grid


def _days(days: int, cells: int, style: str, words: str) -> Text:
    """Draw a bar of days, of which 31 fill it, with the number beside it."""
    text = Text("█" * round(days * cells / 31), style=style)
    text.append(words, style="default")
    return text
