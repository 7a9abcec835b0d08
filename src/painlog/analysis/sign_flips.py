"""The exact test of paired differences whose signs were drawn by chance, and its interval.

If it made no difference which of two things came when, each difference could as well have had the
other sign: with k pairs there are 2^k equally likely patterns (Edgington & Onghena 2007,
Randomization Tests). All figures are exact fractions.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import accumulate
from math import lcm
from typing import NamedTuple

# Of the orders that could have been drawn, at most this share lies outside the interval.
ALPHA = Fraction(1, 20)


class SignFlips(NamedTuple):
    """A mean difference in points, and how often chance alone could show one as big.

    Of `orders` that could have been drawn, `as_big` show a difference this big or bigger in either
    direction. The interval and its `confidence` are None where no order is rare enough.
    """

    estimate: Fraction
    as_big: int
    orders: int
    interval: tuple[Fraction, Fraction] | None
    confidence: Fraction | None

    @property
    def p(self) -> Fraction:
        """The share of the orders that show a difference this big or bigger."""
        return Fraction(self.as_big, self.orders)


def sign_flips(differences: Sequence[Fraction]) -> SignFlips:
    """Test whether the mean of some differences is 0, and invert the test for an interval.

    Args:
        differences: One for each pair, at least one, in points.
    """
    scale = lcm(*(d.denominator for d in differences))
    whole = [int(d * scale) for d in differences]
    orders = 2 ** len(whole)
    rank = int(ALPHA * orders / 2)
    return SignFlips(
        Fraction(sum(whole), scale * len(whole)),
        patterns_as_big(whole),
        orders,
        _interval(whole, scale, rank) if rank else None,
        1 - Fraction(2 * rank, orders) if rank else None,
    )


def patterns_as_big(differences: Sequence[int]) -> int:
    """Count the patterns of signs whose sum is as far from 0 as the sum of some differences.

    Each half's sums are listed once, so 20 pairs need two lists of 1,024 and not a million sums.
    """
    far = abs(sum(differences))
    half = len(differences) // 2
    first, second = _signed_sums(differences[:half]), sorted(_signed_sums(differences[half:]))
    if far == 0:
        return len(first) * len(second)
    return sum(
        len(second) - bisect_left(second, far - one) + bisect_right(second, -far - one)
        for one in first
    )


def _signed_sums(differences: Iterable[int]) -> list[int]:
    sums = [0]
    for difference in differences:
        sums = [s + sign for s in sums for sign in (difference, -difference)]
    return sums


def _interval(whole: Sequence[int], scale: int, rank: int) -> tuple[Fraction, Fraction]:
    """Return the means of subsets that are `rank`-th from either end.

    A difference is outside the interval if taking it off every pair leaves a sum that few orders
    reach; the ends of that set are means of subsets of the differences (Edgington & Onghena 2007;
    for trials of one person Michiels, Heyvaert, Meulders & Onghena 2017).
    """
    counts: dict[tuple[int, int], int] = {(0, 0): 1}
    for difference in whole:
        longer = {(n + 1, total + difference): times for (n, total), times in counts.items()}
        for key, times in longer.items():
            counts[key] = counts.get(key, 0) + times
    means: dict[Fraction, int] = {}
    for (n, total), times in counts.items():
        if n:
            mean = Fraction(total, n * scale)
            means[mean] = means.get(mean, 0) + times
    ordered = sorted(means)
    return _ranked(ordered, means, rank), _ranked(ordered[::-1], means, rank)


def _ranked(ordered: Sequence[Fraction], times: dict[Fraction, int], rank: int) -> Fraction:
    reached = accumulate(times[mean] for mean in ordered)
    return next(mean for mean, so_far in zip(ordered, reached, strict=True) if so_far >= rank)
