"""Compare two windows of days: every figure of a before-and-after, and its verdict."""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from painlog.analysis.days import RatedDay, Window
from painlog.analysis.interval import FEWEST_DAYS, SerialInterval, serial_interval
from painlog.analysis.overlap import Nap, nap, tau_u
from painlog.analysis.trend import Slope, kendall, theil_sen

Verdict = Literal[
    "clearly more",
    "about",
    "less",
    "little change",
    "no drop",
    "slightly worse",
    "worse",
    "clearly worse",
    "cannot tell",
    "confounded",
]

MEANINGFUL_SHARE = 0.30
SMALLEST_NOTICED_POINTS = 1.0
# Half as many attack days: the "50 % responder" of trials of prevention (Tassorelli et al. 2018).
RESPONDER_SHARE = 0.5
FEWEST_FOR_A_SLOPE = 7
PAIN, BAD = 1, 7
DAYS_A_MONTH = 28
EPISODIC_SHARE = 0.30


class DayRate(NamedTuple):
    """The number of days of a kind in 28, before and after, and the interval of the change."""

    before: float
    after: float
    change: float
    low: float
    high: float


class AttackDays(NamedTuple):
    """An episodic pain by its days: with pain (worst 1 or more), bad ones (7 or more).

    `worst_before` and `worst_after` are the mean worst of the days with pain, in points; None where
    there was none.
    """

    pain_days: DayRate
    bad_days: DayRate
    worst_before: float | None
    worst_after: float | None


class Comparison(NamedTuple):
    """The ratings of two windows, and how they changed from one to the other.

    Changes are in points, after minus before: negative is less pain. `drop` is the size of a
    meaningful drop from the mean before. With fewer than three rated days on either side there is
    no figure, only the windows. `trend_before` is Kendall's tau of the days before, `trend_since`
    the slope of the days after, None with fewer than seven. `attacks` is there where the pain is
    episodic; the verdict is then about its pain days, against half as many.
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
    attacks: AttackDays | None = None

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


def compare_windows(
    before: Window,
    after: Window,
    phases: tuple[Window, Window] | None = None,
    *,
    attack_diary: bool = False,
) -> Comparison:
    """Compute every figure that the rated days allow.

    Args:
        before: The days to compare with.
        after: The days to compare.
        phases: All days of the phase that each is part of, from which carry-over and spread are
            estimated; None where they are the same days.
        attack_diary: Whether every attack is written down, so that the pain is episodic.
    """
    if min(before.rated_days, after.rated_days) < FEWEST_DAYS or before.mean is None:
        return Comparison(before, after)
    phase_before, phase_after = phases or (before, after)
    interval = serial_interval(before.values, after.values, phase_before.values, phase_after.values)
    drop = meaningful_drop(before.mean)
    attacks = None
    said = verdict(interval.low, interval.high, drop)
    if attack_diary or is_episodic((*before.days, *after.days)):
        attacks = _attack_days(before, after, phase_before, phase_after)
        rate = attacks.pain_days
        said = verdict(rate.low, rate.high, max(RESPONDER_SHARE * rate.before, 1.0))
    return Comparison(
        before,
        after,
        interval=interval,
        drop=drop,
        verdict=said,
        nap=nap(before.values, after.values),
        tau_u=tau_u(before.values, after.values),
        trend_before=kendall(before.values),
        trend_since=(
            theil_sen(after.dates, after.values) if after.rated_days >= FEWEST_FOR_A_SLOPE else None
        ),
        attacks=attacks,
    )


def meaningful_drop(before: float) -> float:
    """Return the minimal clinically important difference (MCID) from a mean of `before`, in points.

    30 % of the mean before (Farrar et al. 2001, Pain 94:149-158; Dworkin et al. 2008, J Pain
    9:105-121), but never under 1 point, the smallest change that people notice (Salaffi et al.
    2004, Eur J Pain 8:283-291).
    """
    return max(SMALLEST_NOTICED_POINTS, MEANINGFUL_SHARE * before)


# Where an interval goes down to a meaningful drop, more pain is named as well only if its upper
# end reaches this many points.
WORTH_A_WORD = 0.5


def verdict(low: float, high: float, drop: float) -> Verdict:
    """Compare the interval of a change with a meaningful one. docs/statistics.md has the table.

    Args:
        low: Lower end of the interval; negative is less pain.
        high: Its upper end.
        drop: The size of a meaningful change, over 0.
    """
    if high <= -drop:
        return "clearly more"
    if high < 0:
        return "about" if low <= -drop else "less"
    if low >= drop:
        return "clearly worse"
    if low > 0:
        return "worse" if high >= drop else "slightly worse"
    if low <= -drop:
        return "cannot tell"
    return "little change" if high < drop else "no drop"


def is_episodic(days: Sequence[RatedDay]) -> bool:
    """Tell whether enough days are without pain to say it comes in attacks; not without days."""
    return bool(days) and sum(d.worst == 0 for d in days) >= EPISODIC_SHARE * len(days)


def _attack_days(
    before: Window, after: Window, phase_before: Window, phase_after: Window
) -> AttackDays:
    def rate(counts: Callable[[RatedDay], bool]) -> DayRate:
        sides = (before, after, phase_before, phase_after)
        marks = [[float(counts(day)) for day in side.days] for side in sides]
        found = serial_interval(marks[0], marks[1], marks[2], marks[3])
        first, last = (sum(m) / len(m) * DAYS_A_MONTH for m in marks[:2])
        low, high = (DAYS_A_MONTH * end for end in (found.low, found.high))
        return DayRate(first, last, DAYS_A_MONTH * found.change, low, high)

    return AttackDays(
        pain_days=rate(lambda day: day.worst >= PAIN),
        bad_days=rate(lambda day: day.worst >= BAD),
        worst_before=before.mean_worst,
        worst_after=after.mean_worst,
    )
