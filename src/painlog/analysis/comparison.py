"""Compare two windows of days: every figure of a before-and-after, and its verdict."""

from typing import Literal, NamedTuple

from painlog.analysis.days import Window
from painlog.analysis.interval import FEWEST_DAYS, SerialInterval, serial_interval
from painlog.analysis.overlap import Nap, nap, tau_u
from painlog.analysis.trend import Slope, kendall, theil_sen

Verdict = Literal[
    "clearly more", "about", "less", "little change", "no drop", "worse", "cannot tell"
]

MUCH_IMPROVED_POINTS = 2.0
MUCH_IMPROVED_SHARE = 0.30
SMALLEST_NOTICED_POINTS = 1.0
FEWEST_FOR_A_SLOPE = 7


class Comparison(NamedTuple):
    """The ratings of two windows, and what they did from one to the other.

    Changes are in points, after minus before: negative is less pain. `drop` is the size of a
    meaningful drop from the mean before. With fewer than three rated days on either side there is
    no figure, only the windows. `trend_before` is Kendall's tau of the days before, `trend_since`
    the slope of the days after, None with fewer than seven.
    """

    before: Window
    after: Window
    interval: SerialInterval | None = None
    drop: float | None = None
    verdict: Verdict | None = None
    nap: Nap | None = None
    tau_u: float | None = None
    trend_before: float | None = None
    trend_since: Slope | None = None

    @property
    def change(self) -> float | None:
        """Mean after minus mean before, in points."""
        return self.interval.change if self.interval else None

    @property
    def percent(self) -> float | None:
        """The change in percent of the mean before; None where that is 0."""
        if self.interval is None or not self.before.mean:
            return None
        return 100 * self.interval.change / self.before.mean


def compare_windows(before: Window, after: Window) -> Comparison:
    """Compute every figure that the rated days allow."""
    if min(before.rated_days, after.rated_days) < FEWEST_DAYS or before.mean is None:
        return Comparison(before, after)
    interval = serial_interval(before.values, after.values)
    drop = meaningful_drop(before.mean)
    return Comparison(
        before,
        after,
        interval=interval,
        drop=drop,
        verdict=verdict(interval.low, interval.high, drop),
        nap=nap(before.values, after.values),
        tau_u=tau_u(before.values, after.values),
        trend_before=kendall(before.values),
        trend_since=(
            theil_sen(after.dates, after.values) if after.rated_days >= FEWEST_FOR_A_SLOPE else None
        ),
    )


def meaningful_drop(before: float) -> float:
    """Return the minimal clinically important difference (MCID) from a mean of `before`, in points.

    A drop of 2 points or of 30 %, whichever is reached first, is "much improved" (Farrar et al.
    2001, Pain 94:149-158), but never under 1 point, the smallest change that people notice
    (Salaffi et al. 2004, Eur J Pain 8:283-291).
    """
    share = MUCH_IMPROVED_SHARE * before
    return max(SMALLEST_NOTICED_POINTS, min(MUCH_IMPROVED_POINTS, share))


def verdict(low: float, high: float, drop: float) -> Verdict:
    """Hold the interval of a change against a meaningful drop. docs/statistics.md has the table.

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
