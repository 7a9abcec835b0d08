"""The body map: each place shaded by how much it hurt, with a numbered key, most pain first.

That is the mean worst of its days with pain.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest
from statistics import fmean

from painlog.analysis.days import Place, PlacePain
from painlog.model.catalogue.regions import REGIONS
from painlog.model.region import Side
from painlog.views.overviews import MOST_PAIN_FIRST, assumed_in
from painlog.views.pictures.figure import (
    BACK,
    CELLS,
    FRONT,
    NOT_ON_THE_FIGURE,
    WIDTH,
    Cell,
    View,
    cells_of,
)
from painlog.views.pictures.ink import levels, packed, shaded
from painlog.views.terminal.screen import Screen
from painlog.views.wording import count, day, listed, points, printable

SIDES_ARE_YOUR_OWN = (
    "Left and right are your own: on the front, your left is on the right-hand side of the "
    "picture. On the back, the feet are seen from below."
)

_MARKS = "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
# Each level of shading: the lowest mean worst that it stands for, in points, and its name.
_LEVELS = ((0, "no pain"), (1, "1 to 3.9"), (4, "4 to 6.9"), (7, "7 to 10"))
_BETWEEN = 3
_ROOM_FOR_KEY = 36
_MOST_NAMED = 3
_OF = "Mean worst of the days with pain, 0 to 10"
_PAIRED = frozenset(region.name for region in REGIONS if region.sides == "paired")


@dataclass(frozen=True, slots=True)
class _Painted:
    """One view: the place that each cell shows, and the marks on it."""

    view: View
    owners: dict[Cell, PlacePain] = field(default_factory=dict)
    marks: dict[Cell, str] = field(default_factory=dict)


def map_lines(
    places: Sequence[PlacePain], since: date, until: date, screen: Screen
) -> Iterator[str]:
    """Yield the figures, the key, the places that are on neither figure, and a summary in words.

    Args:
        places: The rated places, most pain first.
        since: The first day of the period.
        until: The last day.
        screen: Where it is shown. No line of the picture and its key is longer than the screen, or
            than 80 columns in a pipe.
    """
    if not places:
        yield from _not_rated(since, until, screen)
        return
    fitted = screen._replace(width=screen.picture_width)
    yield from map(screen.bold, fitted.wrapped(_title(since, until)))
    yield ""
    marks = _marks(places)
    front, back = (_lines(_painted(view, places, marks), screen) for view in (FRONT, BACK))
    front = [*_captions("Front", "right", "left"), *front]
    back = [*_captions("Back", "left", "right"), *back]
    room = fitted.picture_width - 2 * (WIDTH + _BETWEEN)
    if room >= _ROOM_FOR_KEY:
        key = ["", "", *_key(places, marks, screen._replace(width=room))]
        yield from _beside(front, back, key)
    else:
        yield from _beside(front, back) if room + _BETWEEN >= 0 else (*front, "", *back)
        yield ""
        yield from _key(places, marks, fitted)
    yield ""
    yield from screen.wrapped(SIDES_ARE_YOUR_OWN)
    yield from screen.wrapped(_words(places))
    yield from _assumed(places, screen)


def map_in_words(
    places: Sequence[PlacePain], since: date, until: date, screen: Screen
) -> Iterator[str]:
    """Yield what the figures show in words: each place and how much it hurt, most pain first."""
    if not places:
        yield from _not_rated(since, until, screen)
        return
    yield from screen.wrapped(
        f"{_title(since, until)}: {count(len(places), 'place')}, {MOST_PAIN_FIRST}. {_OF}."
    )
    for found in places:
        yield from screen.wrapped(f"{_entry(found)}.", rest="  ")
    yield from _assumed(places, screen)


def _title(since: date, until: date) -> str:
    return f"Where it hurt, {day(since)} to {day(until)}"


def _not_rated(since: date, until: date, screen: Screen) -> Iterator[str]:
    yield from screen.wrapped(
        f"No rating from {day(since)} to {day(until)}. Choose another period."
    )


def _marks(places: Iterable[PlacePain]) -> Mapping[Place, str]:
    """Give each place on the figure a mark, most pain first, as long as there are marks."""
    placed = [(found.region, found.side) for found in places if found.region in CELLS]
    return dict(zip(placed, _MARKS, strict=False))


def _painted(view: View, places: Sequence[PlacePain], marks: Mapping[Place, str]) -> _Painted:
    painted = _Painted(view)
    cells = {found: cells_of(found.region, found.side, view) for found in places}
    # Small regions are painted over large ones, and more pain over less.
    for found in sorted(places, key=lambda m: (-len(cells[m]), m.mean_worst)):
        painted.owners.update(dict.fromkeys(cells[found], found))
    for found in sorted(places, key=lambda m: len(cells[m])):
        mark = marks.get((found.region, found.side))
        for side in _marked_sides(found) if mark else ():
            cell = _room_for_mark(cells_of(found.region, side, view), found, painted)
            if cell is not None and mark:
                painted.marks[cell] = mark
    return painted


def _marked_sides(found: PlacePain) -> tuple[Side | None, ...]:
    """Return the sides to mark: both for a paired region without a side."""
    both = found.side == "both" or (found.side is None and found.region in _PAIRED)
    return ("left", "right") if both else (found.side,)


def _room_for_mark(cells: Iterable[Cell], found: PlacePain, painted: _Painted) -> Cell | None:
    """Find the free cell nearest to the middle of a place, if possible one that shows it."""
    free = [cell for cell in sorted(cells) if cell not in painted.marks]
    free = [cell for cell in free if painted.owners[cell] is found] or free
    if not free:
        return None
    row, column = (fmean(numbers) for numbers in zip(*free, strict=True))
    # A cell is about twice as high as it is wide.
    return min(free, key=lambda cell: (2 * (cell[0] - row)) ** 2 + (cell[1] - column) ** 2)


def _lines(painted: _Painted, screen: Screen) -> list[str]:
    """Return the lines of the figure, all of the same width."""
    return [
        "".join(
            _cell((row, column), letter, painted, screen)
            for column, letter in enumerate(line.ljust(WIDTH))
        )
        for row, line in enumerate(painted.view)
    ]


def _cell(cell: Cell, letter: str, painted: _Painted, screen: Screen) -> str:
    if not letter.isalnum():
        return letter
    owner = painted.owners.get(cell)
    if owner is None:
        return " "
    if mark := painted.marks.get(cell):
        return shaded(screen.bold(mark), owner.mean_worst, screen)
    return shaded(levels(screen)[_level(owner.mean_worst)], owner.mean_worst, screen)


def _level(value: float) -> int:
    # Rounded as it is printed, so that the shading agrees with the number.
    return sum(float(points(value)) >= least for least, _ in _LEVELS) - 1


def _captions(name: str, at_the_left: str, at_the_right: str) -> list[str]:
    room = WIDTH - len(at_the_left)
    return [name.center(WIDTH), f"{at_the_left}{at_the_right:>{room}}"]


def _beside(*columns: Sequence[str]) -> Iterator[str]:
    """Put columns side by side; all but the last are as wide as a figure."""
    for parts in zip_longest(*columns, fillvalue=None):
        *figures, last = (" " * WIDTH if part is None else part for part in parts)
        yield (" " * _BETWEEN).join([*figures, last]).rstrip()


def _key(places: Sequence[PlacePain], marks: Mapping[Place, str], screen: Screen) -> Iterator[str]:
    characters = zip(levels(screen), _LEVELS, strict=True)
    yield from screen.wrapped(f"{_OF}:")
    yield from packed(
        (f"{shaded(character, least, screen)} {name}" for character, (least, name) in characters),
        screen,
    )
    yield ""
    for found in places:
        if mark := marks.get((found.region, found.side)):
            yield from screen.wrapped(_entry(found), f"{mark}  ")
    unplaced = [found for found in places if (found.region, found.side) not in marks]
    if unplaced:
        yield from ("", *screen.wrapped("Not on the figure:"))
    for found in unplaced:
        yield from screen.wrapped(f"{_entry(found)}; {_why_not(found.region)}", "-  ")


def _entry(found: PlacePain) -> str:
    days = f"pain on {found.pain_days:,} of {count(found.rated_days, 'rated day')}"
    return f"{printable(found.place)}: {points(found.mean_worst)} ({days})"


def _why_not(region: str) -> str:
    if region in CELLS:
        return "all marks are used up"
    return NOT_ON_THE_FIGURE.get(region, "a region of your own")


def _words(places: Sequence[PlacePain]) -> str:
    named = [printable(found.place) for found in places[:_MOST_NAMED]]
    more = len(places) - len(named)
    said = listed([*named, *([f"{more:,} more"] if more else [])])
    rated = f"{count(len(places), 'place')} rated"
    return f"{rated}: {said}." if len(places) == 1 else f"{rated}, {MOST_PAIN_FIRST}: {said}."


def _assumed(places: Sequence[PlacePain], screen: Screen) -> Iterator[str]:
    diaries = [found.place for found in places if found.assumed_days]
    if diaries:
        yield from screen.wrapped(assumed_in(diaries))
