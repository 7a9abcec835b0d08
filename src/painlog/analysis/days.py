"""Entries gathered into days: the unit of every comparison.

Several ratings of one place on one day are one day, whose value is their mean, because days, not
clicks, are the observations.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from painlog.analysis.average import mean
from painlog.model.entry import Entry
from painlog.model.region import Side

Place = tuple[str, Side | None]


class RatedDay(NamedTuple):
    """One day of one region and side: how many ratings, and how many of them were sessions.

    `mean` is that of the intensities. `worst` looks at the intensities before a treatment, too:
    they were felt on that day like the others.
    """

    day: date
    mean: float
    worst: int
    ratings: int
    sessions: int = 0


class Window(NamedTuple):
    """Days from `since` to `until`, both included, and what was rated on them.

    `calendar_days` is how many days could have been rated.
    """

    since: date
    until: date
    days: tuple[RatedDay, ...]
    calendar_days: int

    @property
    def rated_days(self) -> int:
        """How many days have a rating."""
        return len(self.days)

    @property
    def mean(self) -> float | None:
        """Mean of the daily means, in points; None where no day was rated."""
        return mean(self.values) if self.days else None

    @property
    def values(self) -> tuple[float, ...]:
        """The daily means in time order."""
        return tuple(d.mean for d in self.days)

    @property
    def dates(self) -> tuple[date, ...]:
        """The rated days in time order."""
        return tuple(d.day for d in self.days)


@dataclass(slots=True)
class PlaceDays:
    """What the entries of one region and side say, day by day."""

    namings: dict[str, set[date]] = field(default_factory=dict)
    sums: dict[date, list[int]] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        """Count one entry."""
        day = entry.day
        day_sum = self.sums.setdefault(day, [0, 0, 0, 0])
        day_sum[0] += entry.intensity
        day_sum[1] += 1
        day_sum[2] = max(day_sum[2], entry.intensity, entry.intensity_before or 0)
        for treatment in entry.treatments:
            self.namings.setdefault(treatment, set()).add(day)
        if entry.treatments and entry.intensity_before is not None:
            day_sum[3] += 1

    def days(self) -> tuple[RatedDay, ...]:
        """The rated days in time order."""
        return tuple(
            RatedDay(day, total / ratings, worst, ratings, sessions)
            for day, (total, ratings, worst, sessions) in sorted(self.sums.items())
        )


def gather(entries: Iterable[Entry]) -> dict[Place, PlaceDays]:
    """Days for each region and side, in one pass over the entries in any order."""
    places: dict[Place, PlaceDays] = {}
    for entry in entries:
        place = (entry.region, entry.side)
        if place not in places:
            places[place] = PlaceDays()
        places[place].add(entry)
    return places


def window(days: Sequence[RatedDay], since: date, until: date) -> Window:
    """The rated days from `since` to `until`, both included; `days` in time order."""
    first = bisect_left(days, since, key=_day_of)
    last = bisect_right(days, until, key=_day_of)
    return Window(since, until, tuple(days[first:last]), max((until - since).days + 1, 0))


def last_days(days: Sequence[RatedDay], until: date, length: int) -> Window:
    """The `length` calendar days that end with `until`."""
    return window(days, until - timedelta(days=length - 1), until)


def _day_of(rated: RatedDay) -> date:
    return rated.day
