"""A change and its interval against the change that matters to people."""

from typing import Literal

Verdict = Literal[
    "clearly more", "about", "less", "little change", "no drop", "worse", "cannot tell"
]

MUCH_IMPROVED_POINTS = 2.0
MUCH_IMPROVED_SHARE = 0.30
SMALLEST_NOTICED_POINTS = 1.0


def meaningful_drop(before: float) -> float:
    """The minimal clinically important difference (MCID) from a mean of `before`, in points.

    A drop of 2 points or of 30 %, whichever is reached first, is "much improved" (Farrar et al.
    2001, Pain 94:149-158), but never under 1 point, the smallest change that people notice
    (Salaffi et al. 2004, Eur J Pain 8:283-291).
    """
    share = MUCH_IMPROVED_SHARE * before
    return max(SMALLEST_NOTICED_POINTS, min(MUCH_IMPROVED_POINTS, share))


def verdict(low: float, high: float, drop: float) -> Verdict:
    """What an interval of a change says of a meaningful drop. The table is in docs/statistics.md.

    Args:
        low: Lower end of the interval in points; negative is less pain.
        high: Its upper end.
        drop: The size of a meaningful drop, over 0.
    """
    if high <= -drop:
        return "clearly more"
    if high < 0:
        return "about" if low <= -drop else "less"
    if low > 0:
        return "worse"
    if low <= -drop:
        return "cannot tell"
    return "little change" if high < drop else "no drop"
