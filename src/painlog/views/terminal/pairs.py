"""The pairs of a trial as a picture: two dots a pair, a line between, and the mean difference."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from painlog.model.entry import HIGHEST
from painlog.views.terminal.screen import Screen
from painlog.views.trials import pair_words
from painlog.views.wording import signed

if TYPE_CHECKING:
    from painlog.analysis.trials import TrialPair, TrialReading

_WIDEST, _NARROWEST = 61, 21
_LABEL = 10
_MARGIN = 1.0


def pairs_lines(reading: "TrialReading", screen: Screen, *, told: bool = False) -> Iterator[str]:
    """Yield the pairs as a picture, or in words where none can be seen.

    Args:
        reading: The reading of a trial that is over.
        screen: Where it is shown.
        told: Whether the words stand below the picture, too.
    """
    if not screen.spoken:
        yield from pairs_picture(reading, screen.picture_width, drawn=screen.drawn)
    if told or screen.spoken:
        for pair in reading.pairs:
            yield from screen.wrapped(pair_words(pair), "- ")


def pairs_picture(reading: "TrialReading", width: int, *, drawn: bool) -> Iterator[str]:
    """Yield the picture: a row a pair on one scale, below them the mean difference on its own.

    Args:
        reading: The reading of a trial that is over.
        width: How many columns there are.
        drawn: Whether more than ASCII can be shown.
    """
    used = [pair for pair in reading.pairs if pair.difference is not None]
    if not used:
        return
    cells = max(_NARROWEST, min(_WIDEST, width - _LABEL - 7))
    line = "─" if drawn else "-"
    means = [float(mean) for pair in used for mean in (pair.a, pair.b) if mean is not None]
    low, high = _scale(min(means), max(means))
    yield f"{'':{_LABEL}}{low:<{cells - 1}g}{high:g}"
    for pair in reading.pairs:
        yield _row(pair, low, high, cells, line)
    yield from _difference(reading, cells, line)


def _scale(least: float, most: float) -> tuple[int, int]:
    """Return whole points around the means, two apart or more, within 0 to 10."""
    low = max(0, int(least - _MARGIN / 2))
    high = min(HIGHEST, int(most + _MARGIN / 2) + 1)
    return (low, high) if high - low > 1 else (max(0, high - 2), max(2, high))


def _row(pair: "TrialPair", low: float, high: float, cells: int, line: str) -> str:
    label = f"{pair.number:>4} {pair.order}   "
    if pair.a is None or pair.b is None or pair.difference is None:
        return f"{label}(not used: too few rated days)"
    places = {_cell(float(pair.a), low, high, cells): "A"}
    at_b = _cell(float(pair.b), low, high, cells)
    places[at_b] = "X" if at_b in places else "B"
    first, last = min(places), max(places)
    row = [places.get(i, line if first < i < last else " ") for i in range(cells)]
    return f"{label}{''.join(row)} {signed(float(pair.difference)):>5}"


def _difference(reading: "TrialReading", cells: int, line: str) -> Iterator[str]:
    """Yield the mean difference with its interval, on a scale that has 0 in it."""
    test = reading.test
    if test is None:
        return
    ends = [float(end) for end in test.interval] if test.interval else []
    values = [float(test.estimate), *ends, 0.0]
    low, high = int(min(values) - _MARGIN), int(max(values) + _MARGIN)
    row = [" "] * cells
    if ends:
        first, last = (_cell(end, low, high, cells) for end in ends)
        for i in range(first, last + 1):
            row[i] = line
        row[first], row[last] = "[", "]"
    row[_cell(0.0, low, high, cells)] = "|"
    row[_cell(float(test.estimate), low, high, cells)] = "o"
    yield ""
    yield f"{'':{_LABEL}}{low:<{cells - 1}g}{high:g}"
    yield f"{'B minus A':{_LABEL}}{''.join(row)} {signed(float(test.estimate)):>5}"
    key = "o mean difference, | none"
    yield f"{'':{_LABEL}}{key}{', [ ] its interval' if ends else ''}"


def _cell(value: float, low: float, high: float, cells: int) -> int:
    return round((min(max(value, low), high) - low) / (high - low) * (cells - 1))
