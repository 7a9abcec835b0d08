"""Tell which way the days of one phase went: Kendall's tau, and a slope in points a week."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from math import sqrt
from typing import NamedTuple

from painlog.analysis.arithmetic import CONFIDENCE, median, standard_normal_quantile
from painlog.analysis.interval import carry_over, inflation
from painlog.analysis.overlap import kendall_s

FEWEST_DAYS = 3
# All pairs of days are compared, so that of longer phases only the last days are used.
MOST_DAYS = 365
_WEEK = 7


class Slope(NamedTuple):
    """The slope of daily means in points a week, with its interval; negative is less pain."""

    per_week: float
    low: float
    high: float


def kendall(values: Sequence[float]) -> float:
    """Compute Kendall's tau-b of daily means with time (Kendall 1945, Biometrika 33:239-251).

    From -1 (every later day hurt less) through 0 (no trend) to 1; 0 where all days are equal.

    Args:
        values: In time order, one a day.
    """
    pairs = _pairs(len(values))
    untied = pairs - sum(map(_pairs, Counter(values).values()))
    return kendall_s(values) / sqrt(pairs * untied) if untied else 0.0


def theil_sen(
    days: Sequence[date], values: Sequence[float], confidence: float = CONFIDENCE
) -> Slope | None:
    """Return the median slope of all pairs of days, or None with fewer than three.

    The interval is Sen's (1968, J Am Stat Assoc 63:1379-1389), its variance inflated by the
    carry-over that is left around the line (Yue & Wang 2004, Water Resour Manag 18:201-218).

    Args:
        days: In time order, each once; the last 365 count.
        values: The mean of each day, in points.
        confidence: Between 0 and 1.
    """
    if len(days) < FEWEST_DAYS:
        return None
    values = values[-MOST_DAYS:]
    at = [(day - days[-1]).days for day in days[-MOST_DAYS:]]
    slopes = sorted(_slopes(at, values))
    middle = median(slopes)
    spread = standard_normal_quantile(confidence) * _sen_deviation(at, values, middle)
    low = max(round((len(slopes) - spread) / 2) - 1, 0)
    high = min(round((len(slopes) + spread) / 2), len(slopes) - 1)
    return Slope(_WEEK * middle, _WEEK * slopes[low], _WEEK * slopes[high])


def _slopes(at: Sequence[int], values: Sequence[float]) -> Iterable[float]:
    return ((values[j] - values[i]) / (at[j] - at[i]) for j in range(1, len(at)) for i in range(j))


def _sen_deviation(at: Sequence[int], values: Sequence[float], slope: float) -> float:
    """Return the standard deviation of Kendall's S without a trend, given ties and carry-over."""
    n = len(values)
    residuals = [value - slope * day for day, value in zip(at, values, strict=True)]
    middle = median(residuals)
    r = carry_over([residual - middle for residual in residuals])
    tied = sum(k * (k - 1) * (2 * k + 5) for k in Counter(values).values())
    return sqrt((n * (n - 1) * (2 * n + 5) - tied) / 18 * inflation(n, r))


def _pairs(n: int) -> int:
    return n * (n - 1) // 2
