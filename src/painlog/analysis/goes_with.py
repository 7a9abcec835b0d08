"""What goes with the pain: days with and without a trigger or a factor, side by side.

Each comparison is one look. The more looks, the more of them differ by chance alone, so the
confidence of all that are shown is raised together: see `goes_with`. What goes with the pain need
not be the reason for it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from painlog.analysis.arithmetic import mean, t_quantile, t_two_sided
from painlog.analysis.days import Place, RatedDay
from painlog.analysis.interval import SerialInterval, serial_interval
from painlog.model.factor import DayFactor, Factor
from painlog.model.region import Side, label

FEWEST_ON_A_SIDE = 7
# The share of chance findings to allow among all that stand out.
FALSE_SHARE = 0.05
# There may be hundreds of spellings of triggers; only this many, the most frequent, are compared.
MOST_TRIGGERS = 20
_NEXT = timedelta(days=1)

Companion = Literal["trigger", "factor"]


class Split(NamedTuple):
    """The days that have something, and those that do not.

    `high` and `low` are where the person's own upper and lower third begin; None for a trigger.
    `alike` is how many days have a value where these two meet, so that there are no thirds; else 0.
    """

    kind: Companion
    name: str
    having: frozenset[date]
    lacking: frozenset[date]
    low: float | None = None
    high: float | None = None
    factor: Factor | None = None
    alike: int = 0


class Look(NamedTuple):
    """One comparison: the means of the days with and without, in points, and their difference.

    `days_later` is 0 for the same day and 1 for the day after. `low` and `high` are the ends of the
    interval at the level of all looks; it stands out where that leaves 0 out. `p` is two-sided.
    """

    region: str
    side: Side | None
    split: Split
    days_later: int
    days_with: int
    days_without: int
    mean_with: float
    mean_without: float
    low: float
    high: float
    p: float

    @property
    def change(self) -> float:
        """Mean with minus mean without, in points; negative is less pain."""
        return self.mean_with - self.mean_without

    @property
    def stands_out(self) -> bool:
        """Whether the interval leaves 0 out."""
        return self.low > 0 or self.high < 0

    @property
    def place(self) -> str:
        """Region and side in words."""
        return label(self.region, self.side)


class TooFewDays(NamedTuple):
    """A trigger or factor with too few days on one side everywhere: the most on each side.

    `alike` is how many days have a value of a factor whose upper and lower third meet in one value;
    0 for others.
    """

    name: str
    days_with: int
    days_without: int
    alike: int = 0


class GoesWith(NamedTuple):
    """All looks, the surest first, and the confidence of their intervals: 0.95 or more."""

    looks: tuple[Look, ...] = ()
    confidence: float = 1 - FALSE_SHARE
    too_few: tuple[TooFewDays, ...] = ()

    @property
    def standing_out(self) -> tuple[Look, ...]:
        """The looks whose interval leaves 0 out."""
        return tuple(look for look in self.looks if look.stands_out)


def goes_with(days: Mapping[Place, Sequence[RatedDay]], splits: Iterable[Split]) -> GoesWith:
    """Compare the days with and without of each split and place, on the day and the day after.

    At least 7 rated days on each side are needed. The level is that of Benjamini and Hochberg
    (1995, J R Stat Soc B 57:289-300): of m looks in order of p, the last one whose p is at most its
    number times 0.05 / m stands out, and so does every one before it. All intervals have the
    confidence 1 - 0.05 R / m, where R is how many stand out, at least 1 (Benjamini and Yekutieli
    2005, J Am Stat Assoc 100:71-81), so that exactly those leave 0 out.

    Args:
        days: The rated days of each place, in time order.
        splits: Triggers and factors, each with its days.
    """
    found = list[tuple[Look, SerialInterval]]()
    too_few = list[TooFewDays]()
    for split in splits:
        sides = [
            (place, later, *_sides(rated, split, later))
            for place, rated in days.items()
            for later in (0, 1)
        ]
        enough = [s for s in sides if min(len(s[2]), len(s[3])) >= FEWEST_ON_A_SIDE]
        found += [_look(place, split, later, on, off) for place, later, on, off in enough]
        if not enough and sides:
            most = max(sides, key=lambda s: (min(len(s[2]), len(s[3])), len(s[2]), len(s[3])))
            too_few.append(TooFewDays(split.name, len(most[2]), len(most[3]), split.alike))
    if not found:
        return GoesWith(too_few=tuple(too_few))
    found.sort(key=lambda pair: (pair[0].p, pair[0].place, pair[0].split.name))
    step = FALSE_SHARE / len(found)
    standing = max(
        (rank for rank, (look, _) in enumerate(found, start=1) if look.p <= rank * step), default=1
    )
    confidence = 1 - standing * step
    return GoesWith(
        tuple(_at_level(look, interval, confidence) for look, interval in found),
        confidence,
        tuple(too_few),
    )


def look_alone(place: Place, rated: Sequence[RatedDay], split: Split) -> Look | None:
    """Compare the days with and without of one split on the same day, with an interval of 95 %.

    None with fewer than 7 rated days on a side. See `goes_with` for many looks together.
    """
    having, lacking = _sides(rated, split, 0)
    if min(len(having), len(lacking)) < FEWEST_ON_A_SIDE:
        return None
    return _look(place, split, 0, having, lacking)[0]


def split_triggers(named: Mapping[str, frozenset[date]], rated: Iterable[date]) -> Iterator[Split]:
    """Yield a split for each trigger, the most frequent first; spellings are one in any case.

    Days before the first named trigger say nothing about triggers.

    Args:
        named: The days on which each was named, whatever the place.
        rated: Every day with a rating.
    """
    together: dict[str, tuple[str, set[date]]] = {}
    for name, on in sorted(named.items(), key=lambda item: (-len(item[1]), item[0])):
        _, days = together.setdefault(name.casefold(), (name, set()))
        days |= on
    every = [day for on in named.values() for day in on]
    if not every:
        return
    since = min(every)
    known = frozenset(day for day in rated if day >= since)
    frequent = sorted(together.values(), key=lambda item: (-len(item[1]), item[0]))
    for name, days in frequent[:MOST_TRIGGERS]:
        yield Split("trigger", name, frozenset(days), known - days)


def split_factors(factors: Iterable[Factor], values: Iterable[DayFactor]) -> Iterator[Split]:
    """Yield a split for each factor: yes and no, or the person's own upper and lower third.

    Days with equal values stay together, so that a side can hold more than a third of them.
    A day without a value is on neither side. A number that hardly changes has no thirds.
    """
    by_factor: dict[str, list[DayFactor]] = {}
    for value in values:
        by_factor.setdefault(value.factor, []).append(value)
    for factor in factors:
        said = by_factor.get(factor.name)
        if not said:
            continue
        low, high = (0.0, 1.0) if factor.measure == "yes-no" else _thirds([v.value for v in said])
        is_split = low < high
        yield Split(
            "factor",
            factor.name,
            frozenset(v.day for v in said if is_split and v.value >= high),
            frozenset(v.day for v in said if is_split and v.value <= low),
            low,
            high,
            factor,
            0 if is_split else len(said),
        )


def _thirds(values: Sequence[float]) -> tuple[float, float]:
    """Return the value that a third are at or under, and the one that a third are at or over."""
    ordered = sorted(values)
    last = (len(ordered) - 1) // 3
    return ordered[last], ordered[len(ordered) - 1 - last]


def _sides(rated: Sequence[RatedDay], split: Split, later: int) -> tuple[list[float], list[float]]:
    """Return the means of the days with and of those without, in time order."""
    back = _NEXT * later
    return (
        [day.mean for day in rated if day.day - back in split.having],
        [day.mean for day in rated if day.day - back in split.lacking],
    )


def _look(
    place: Place, split: Split, later: int, having: list[float], lacking: list[float]
) -> tuple[Look, SerialInterval]:
    interval = serial_interval(lacking, having)
    error = _error(interval)
    p = t_two_sided(interval.change / error, interval.df)
    look = Look(
        *place,
        split,
        later,
        len(having),
        len(lacking),
        mean(having),
        mean(lacking),
        interval.low,
        interval.high,
        p,
    )
    return look, interval


def _error(interval: SerialInterval) -> float:
    """Return the standard error that an interval of 95 % was made from."""
    return (interval.high - interval.change) / t_quantile(0.975, interval.df)


def _at_level(look: Look, interval: SerialInterval, confidence: float) -> Look:
    half = t_quantile(0.5 + confidence / 2, interval.df) * _error(interval)
    return look._replace(low=look.change - half, high=look.change + half)
