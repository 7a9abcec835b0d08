"""Tables in long form, where one column says what kind of thing each row is about."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from painlog.formats.names import KnownNames
from painlog.formats.table.guess_columns import are_treatments, mostly, values_of
from painlog.formats.table.option_parts import tidy
from painlog.formats.table.part_columns import BEFORE, PartColumn
from painlog.formats.table.vocabulary import field_of, plain

MOST_KINDS = 20
_DIGIT = re.compile(r"\d")


Fits = Callable[[str], bool]


class RowKinds(NamedTuple):
    """The column that tells what a row is about, and which of its values are of use.

    `places` is the kind of rows that name where it hurts, `treatments` the one of rows that name
    what was taken; "" for none. `others` are all other kinds, with their rows.
    """

    column: str
    places: str
    treatments: str
    others: tuple[tuple[str, int], ...]


def row_kinds(
    headings: Sequence[str], sample: Sequence[Sequence[str]], names: KnownNames
) -> RowKinds | None:
    """Find out whether a table is in long form; None if it is not, or names no place."""
    found = {
        place: best
        for place, heading in enumerate(headings)
        if field_of(heading) is None
        and (best := _best(_kinds(sample, place), place, _place(names)))
    }
    if not found:
        return None
    # Choose the column whose kinds best tell places from the rest.
    place = max(found, key=lambda place: found[place].share)
    kinds = _kinds(sample, place)
    by_place = found[place].kind
    rest = {kind: rows for kind, rows in kinds.items() if kind != by_place}
    used = _best(rest, place, lambda text: are_treatments(text, names))
    treatments = used.kind if used else ""
    others = tuple((kind, len(rows)) for kind, rows in rest.items() if kind != treatments)
    return RowKinds(tidy(headings[place]), by_place, treatments, others)


def _kinds(sample: Sequence[Sequence[str]], place: int) -> dict[str, list[Sequence[str]]]:
    """Return the rows of each value of a column; none if the values are not a few words."""
    kinds: dict[str, list[Sequence[str]]] = {}
    for cells in sample:
        for kind in values_of([cells], place):
            kinds.setdefault(kind, []).append(cells)
    words = all(plain(kind) and not _DIGIT.search(kind) for kind in kinds)
    return kinds if words and 2 <= len(kinds) <= MOST_KINDS else {}


class _Kind(NamedTuple):
    """A kind of row, and how well a column fits it and no other kind: 1 at best."""

    share: float
    kind: str


def _best(kinds: dict[str, list[Sequence[str]]], but: int, fits: Fits) -> _Kind | None:
    """Return the kind whose rows have a column that fits, while other rows do not."""
    found = [
        _Kind((here / len(values)) * (here / everywhere), kind)
        for column in range(max((len(c) for rows in kinds.values() for c in rows), default=0))
        if column != but
        for everywhere in [sum(_number(rows, column, fits) for rows in kinds.values())]
        for kind, rows in kinds.items()
        if mostly(fits, values := values_of(rows, column))
        for here in [_number(rows, column, fits)]
    ]
    return max(found, default=None)


def _number(rows: Sequence[Sequence[str]], column: int, fits: Fits) -> int:
    return sum(map(fits, values_of(rows, column)))


def _place(names: KnownNames) -> Fits:
    """Return a function that tells whether a cell is a place, with or without brackets after it."""

    def fits(text: str) -> bool:
        name = PartColumn(0, BEFORE).of([text])
        return bool(plain(name)) and names.regions.knows(name)

    return fits
