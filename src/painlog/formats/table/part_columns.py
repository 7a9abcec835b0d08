"""Columns within a column: what a label or brackets set off in each of its cells.

"Pain: 6/10 | Sleep: 7:30" holds two, "Pain" and "Sleep"; "Headache (Mild)" holds what stands before
the brackets and what is in them. Such a column is called "scales: Pain", "detail: in brackets".
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from painlog.formats.table.option_parts import tidy
from painlog.formats.table.vocabulary import INTENSITY_WORDS, field_of, plain

BEFORE, INSIDE = "before brackets", "in brackets"
MOST_LABELS = 30
_BETWEEN = ": "
_BRACKETS = re.compile(r"(.*\S)\s*\(([^()]*)\)", re.DOTALL)
_PARTS = re.compile(r"[|\r\n]")
_LABELLED = re.compile(r"\s*([^\W\d_][^:|]{0,59}?)\s*:\s*(\S[^|]*?)\s*")
# "6/10 points".
_WITH_UNIT = re.compile(r"(\d+(?:[.,]\d+)?\s*/\s*\d+)\s+[^\W\d_]+")
# This share of the cells must have such parts.
_MOST = 0.6


class PartColumn(NamedTuple):
    """A part of the cells at `place`, called by its label."""

    place: int
    label: str

    def heading(self, headings: Sequence[str]) -> str:
        """Return what it is called beside the headings of the table."""
        return f"{tidy(headings[self.place])}{_BETWEEN}{self.label}"

    def of(self, cells: Sequence[str]) -> str:
        """Return this part of a row, "" where the row has none."""
        text = cells[self.place] if self.place < len(cells) else ""
        if self.label in (BEFORE, INSIDE):
            found = _BRACKETS.fullmatch(text.strip())
            if self.label == INSIDE:
                return found[2].strip() if found else ""
            return found[1] if found else text.strip()
        return next(
            (said for label, said in _labelled(text) if tidy(label).casefold() == self._folded), ""
        )

    @property
    def _folded(self) -> str:
        return self.label.casefold()


def label_of(heading: str) -> str:
    """Return the label of a part, or the heading of a whole column."""
    return heading.partition(_BETWEEN)[2] or heading


def widened(cells: Sequence[str], width: int, parts: Iterable[PartColumn]) -> Sequence[str]:
    """Return a row followed by its parts, from the cell at `width` on."""
    missing = [""] * (width - len(cells))
    return [*cells[:width], *missing, *(part.of(cells) for part in parts)]


def parts_named(headings: Sequence[str], wanted: Iterable[str]) -> tuple[PartColumn, ...]:
    """Return the parts among the columns that a mapping names, each once."""
    here = [tidy(heading).casefold() for heading in headings]
    found: dict[PartColumn, None] = {}
    for name in wanted:
        if name.casefold() in here:
            continue
        base, between, label = name.partition(_BETWEEN)
        while between:
            if base.casefold() in here and label:
                found[PartColumn(here.index(base.casefold()), label)] = None
                break
            further, between, label = label.partition(_BETWEEN)
            base = f"{base}{_BETWEEN}{further}"
    return tuple(found)


def parts_seen(headings: Sequence[str], columns: Sequence[Sequence[str]]) -> Iterator[PartColumn]:
    """Yield the parts that the values of a table's columns show.

    A column whose name says what it holds has no labels: a note may have colons.
    """
    for place, (heading, values) in enumerate(zip(headings, columns, strict=True)):
        if not values:
            continue
        if _share(values, _has_intensity) >= _MOST:
            yield PartColumn(place, BEFORE)
            yield PartColumn(place, INSIDE)
        elif field_of(heading) is None and _share(values, _is_labelled) >= _MOST:
            labels = dict.fromkeys(tidy(name) for text in values for name, _ in _labelled(text))
            if len(labels) <= MOST_LABELS:
                yield from (PartColumn(place, label) for label in labels)


def _share(values: Sequence[str], fits: Callable[[str], bool]) -> float:
    return sum(map(fits, values)) / len(values)


def _has_intensity(text: str) -> bool:
    found = _BRACKETS.fullmatch(text)
    return found is not None and plain(found[2]) in INTENSITY_WORDS


def _is_labelled(text: str) -> bool:
    return all(_LABELLED.fullmatch(part) for part in _PARTS.split(text))


def _labelled(text: str) -> Iterator[tuple[str, str]]:
    for part in _PARTS.split(text):
        if found := _LABELLED.fullmatch(part):
            unit = _WITH_UNIT.fullmatch(found[2])
            yield found[1], unit[1] if unit else found[2]
