"""Compute the interval of a change, allowing for carry-over from day to day."""

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt
from typing import Literal, NamedTuple

from painlog.analysis.arithmetic import CONFIDENCE, mean, t_quantile
from painlog.errors import NotEnoughDaysError

FEWEST_DAYS = 3
FEW_DAYS = 7

_MOST_CARRY_OVER = 0.95
# What rounding to whole points hides: the variance of an even distribution one point wide.
_ROUNDING_VARIANCE = 1 / 12
_LEAST_REMAINDER = 0.5
_LEAST_EFFECTIVE_DAYS = 1.2
# Squares that add up to less than this are rounding errors of equal days.
_NO_SPREAD = 1e-12
_LEAST_DF = 1.5
_LEAST_PHASE_DF = 0.5


class SerialInterval(NamedTuple):
    """A change of means and its interval, in points; negative is less pain.

    `autocorrelation` is the carry-over from one rated day to the next, 0 to 0.95.
    `effective_before` and `effective_after` are how many independent days would tell as much as
    the days of each phase.
    """

    change: float
    low: float
    high: float
    autocorrelation: float
    effective_before: float
    effective_after: float
    df: float


def fewness(*rated_days: int) -> Literal["not-enough-days", "few-days"] | None:
    """Tell whether the rated days of either side are too few to compare, or few."""
    least = min(rated_days)
    if least < FEWEST_DAYS:
        return "not-enough-days"
    return "few-days" if least < FEW_DAYS else None


def serial_interval(
    before: Sequence[float],
    after: Sequence[float],
    phase_before: Sequence[float] | None = None,
    phase_after: Sequence[float] | None = None,
    confidence: float = CONFIDENCE,
) -> SerialInterval:
    """Return the interval for mean(after) - mean(before), in points.

    A t-interval for serially correlated data after Tang & Landes (2020, PLoS ONE 15:e0228077), with
    Satterthwaite's degrees of freedom and the constants of docs/statistics.md, where its coverage
    is shown. Carry-over and spread are estimated from all rated days of each phase, of which the
    days that are compared may be the last ones.

    Args:
        before: Daily means in time order; rated days count as consecutive.
        after: The same for the days after.
        phase_before: Those of the whole phase before; None where `before` is all of it.
        phase_after: Those of the whole phase after.
        confidence: Between 0 and 1.

    Raises:
        NotEnoughDaysError: if either side has fewer than three rated days.
    """
    if min(len(before), len(after)) < FEWEST_DAYS:
        raise NotEnoughDaysError(f"An interval needs {FEWEST_DAYS} rated days on each side.")
    centred_before = _centred(before if phase_before is None else phase_before)
    centred_after = _centred(after if phase_after is None else phase_after)
    r = carry_over(centred_before, centred_after)
    variance_before, effective_before = _of_mean(centred_before, len(before), r)
    variance_after, effective_after = _of_mean(centred_after, len(after), r)
    variance = variance_before + variance_after
    df = variance**2 / sum(
        part**2 / max(effective - 1, _LEAST_PHASE_DF)
        for part, effective in (
            (variance_before, effective_before),
            (variance_after, effective_after),
        )
    )
    df = max(df, _LEAST_DF)
    half = t_quantile(0.5 + confidence / 2, df) * sqrt(variance)
    change = mean(after) - mean(before)
    return SerialInterval(
        change, change - half, change + half, r, effective_before, effective_after, df
    )


def carry_over(*centred: Sequence[float]) -> float:
    """Return the lag-1 autocorrelation that the phases share, corrected for their shortness.

    Args:
        centred: The values of each phase in time order, less their mean or trend.
    """
    squares = sum(value * value for phase in centred for value in phase)
    products = sum(value * following for phase in centred for value, following in pairwise(phase))
    r = products / squares if squares > _NO_SPREAD else 0.0
    mean_length = sum(map(len, centred)) / len(centred)
    return min(max(r + (1 + 3 * r) / mean_length, 0.0), _MOST_CARRY_OVER)


def inflation(n: int, r: float) -> float:
    """Return how many times a carry-over of `r` multiplies the variance of a mean of `n` days."""
    return 1 + 2 * sum((1 - k / n) * r**k for k in range(1, n))


def _centred(values: Sequence[float]) -> list[float]:
    level = mean(values)
    return [value - level for value in values]


def _of_mean(phase: Sequence[float], days: int, r: float) -> tuple[float, float]:
    """Return the variance of a mean of `days` days, and the effective length of their phase."""
    n = len(phase)
    vif = inflation(n, r)
    variance = max(sum(value * value for value in phase) / (n - 1), _ROUNDING_VARIANCE)
    # Days that resemble each other stray less from their own mean than from the true one.
    variance *= (n - 1) / max(n - vif, _LEAST_REMAINDER)
    return variance * inflation(days, r) / days, max(n / vif, _LEAST_EFFECTIVE_DAYS)
