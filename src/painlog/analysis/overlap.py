"""Count how often a day after hurt less than a day before: NAP, and Tau-U beside it."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Sequence
from math import sqrt
from typing import NamedTuple

from painlog.analysis.arithmetic import CONFIDENCE, standard_normal_quantile
from painlog.errors import NotEnoughDaysError

_FEWEST = 2
_TIE = 0.5
_MOSTLY = 0.5


class Nap(NamedTuple):
    """Nonoverlap of all pairs: the share of day pairs in which the later day hurt less.

    From 0 to 1; ties count half, and 0.5 is no difference. `less` and `more` are the shares of
    pairs in which the later day hurt less and more, without the ties. The standard error is None at
    0 and 1, where it would claim certainty.
    """

    value: float
    standard_error: float | None
    low: float
    high: float
    less: float
    more: float

    @property
    def mostly_ties(self) -> bool:
        """Whether the two days hurt the same in more than half of the pairs."""
        return self.less + self.more < _MOSTLY


def nap(before: Sequence[float], after: Sequence[float], confidence: float = CONFIDENCE) -> Nap:
    """Compute the NAP of two phases (Parker & Vannest 2009, Behav Ther 40:357-367).

    The standard error is the unbiased one (Sen 1967, Mee 1990), the interval method 5 of Newcombe
    (2006, Stat Med 25:559-573). Days count as independent in both.

    Args:
        before: Daily means, in any order.
        after: The same for the days after.
        confidence: Between 0 and 1.

    Raises:
        NotEnoughDaysError: if either side has fewer than two rated days.
    """
    m, n = len(before), len(after)
    if min(m, n) < _FEWEST:
        raise NotEnoughDaysError(f"NAP needs {_FEWEST} rated days on each side.")
    # Each day's pairs won, ties half: of a day before, and of a day after.
    sorted_before, sorted_after = sorted(before), sorted(after)
    rows = [_below(sorted_after, value) for value in before]
    columns = [m - _below(sorted_before, value) for value in after]
    won = sum(rows)
    value = won / (m * n)
    ties = sum(
        bisect_right(sorted_after, day) - bisect_left(sorted_after, day) for day in sorted_before
    )
    squares = won - ties * (_TIE - _TIE**2)
    low, high = _newcombe(value, m, n, standard_normal_quantile(confidence))
    return Nap(
        value,
        _standard_error(value, rows, columns, squares) if 0 < value < 1 else None,
        low,
        high,
        less=(won - ties * _TIE) / (m * n),
        more=(m * n - won - ties * _TIE) / (m * n),
    )


def tau_u(before: Sequence[float], after: Sequence[float]) -> float:
    """Compute Tau-U: NAP from -1 to 1, less part of the trend of the days before.

    Positive is less pain. Both parts are divided by the pairs between the phases, so that a strong
    rise before can take it over 1 (Parker, Vannest, Davis & Sauber 2011, Behav Ther 42:284-299),
    and so that a fall before weighs the less the more days are after: on one straight fall of
    m + n days it is 1 - (m - 1) / (2 * n).

    Args:
        before: Daily means in time order.
        after: The same for the days after.
    """
    pairs = len(before) * len(after)
    sorted_after = sorted(after)
    between = 2 * sum(_below(sorted_after, value) for value in before) - pairs
    return (between + kendall_s(before)) / pairs


def kendall_s(values: Sequence[float]) -> int:
    """Count Kendall's S: pairs that rise with time less pairs that fall.

    Args:
        values: In time order.
    """
    seen: list[float] = []
    s = 0
    for value in values:
        s += bisect_left(seen, value) - (len(seen) - bisect_right(seen, value))
        insort(seen, value)
    return s


def _below(ordered: Sequence[float], value: float) -> float:
    """Count those below `value`, and half of those that equal it."""
    return _TIE * (bisect_left(ordered, value) + bisect_right(ordered, value))


def _standard_error(
    value: float, rows: Sequence[float], columns: Sequence[float], squares: float
) -> float:
    """Return the unbiased standard error, as SingleCaseES writes it out.

    Args:
        value: NAP.
        rows: The pairs that each day before won, ties half.
        columns: The pairs that each day after won.
        squares: The sum of the squares of all pairs, each 1, 1/2 or 0.
    """
    m, n = len(rows), len(columns)
    variance = (
        value
        - (m + n - 1) * value**2
        + sum(row * row for row in rows) / (m * n)
        + sum(column * column for column in columns) / (m * n)
        - 2 * squares / (m * n)
    ) / ((m - 1) * (n - 1))
    return sqrt(max(variance, 0.0))


def _newcombe(value: float, m: int, n: int, z: float) -> tuple[float, float]:
    """Return both ends of the score interval of Newcombe (2006), method 5.

    Its ends are where (value - t)² equals z² times the variance that t would have. At 0 and 1 one
    root is the value itself whatever the number of days; it is divided out first.
    """
    half = (m + n) / 2 - 1

    def spread(t: float) -> float:
        return z * z * (1 + half * (1 - t) / (2 - t) + half * t / (1 + t)) / (m * n)

    if value == 1:
        return _root(lambda t: (1 - t) - t * spread(t), 0.0, 1.0), 1.0
    if value == 0:
        return 0.0, _root(lambda t: (1 - t) * spread(t) - t, 0.0, 1.0)

    def distance(t: float) -> float:
        return (value - t) ** 2 - t * (1 - t) * spread(t)

    return _root(distance, 0.0, value), _root(lambda t: -distance(t), value, 1.0)


def _root(falling: Callable[[float], float], low: float, high: float) -> float:
    """Find where a function that starts above 0 and ends below it crosses 0."""
    while True:
        middle = (low + high) / 2
        if middle in (low, high):
            return middle
        if falling(middle) > 0:
            low = middle
        else:
            high = middle
