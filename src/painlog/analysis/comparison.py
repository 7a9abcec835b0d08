"""Two windows of days against each other: every figure of a before-and-after."""

from typing import NamedTuple

from painlog.analysis.days import Window
from painlog.analysis.interval import FEWEST_DAYS, SerialInterval, serial_interval
from painlog.analysis.overlap import Nap, nap, tau_u
from painlog.analysis.trend import Slope, kendall, theil_sen
from painlog.analysis.verdicts import Verdict, meaningful_drop, verdict

FEWEST_FOR_A_SLOPE = 7


class Comparison(NamedTuple):
    """The ratings of two windows and what they did between them.

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
    """Every figure that the rated days allow."""
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
