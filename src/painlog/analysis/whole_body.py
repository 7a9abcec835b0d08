"""Sum up all places together, day by day: pain anywhere, places that hurt, and interference.

Where many places hurt, each alone says little: these figures are about the whole person.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from painlog.analysis.arithmetic import mean
from painlog.analysis.comparison import PAIN
from painlog.analysis.days import RatedDay


class WholeBody(NamedTuple):
    """All places together over some days.

    `rated_days` have a rating of any place, `pain_days` a rating of 1 or more anywhere.
    `mean_sites` is how many places hurt on a rated day, on average; `mean` is the mean over the
    rated days of the mean over the places rated on them, in points. A region on both sides at once
    is one place.
    """

    rated_days: int
    pain_days: int
    mean_sites: float
    mean: float


class Interference(NamedTuple):
    """The interference of pain with the day, 0 to 10: the highest answer of each day that has one.

    `days` are in time order, at least one.
    """

    days: tuple[tuple[date, int], ...]

    def mean(self, until: date, length: int) -> float | None:
        """Return the mean over the `length` calendar days that end with `until`; None for none."""
        found = self._within(until, length)
        return mean(found) if found else None

    def answered_days(self, until: date, length: int) -> int:
        """Return how many of the `length` calendar days that end with `until` have an answer."""
        return len(self._within(until, length))

    def _within(self, until: date, length: int) -> list[int]:
        since = until - timedelta(days=length - 1)
        return [worst for day, worst in self.days if since <= day <= until]


def whole_body(places: Iterable[Sequence[RatedDay]]) -> WholeBody | None:
    """Sum up the rated days of all places; None where no day is rated."""
    by_day: dict[date, list[RatedDay]] = {}
    for days in places:
        for rated in days:
            by_day.setdefault(rated.day, []).append(rated)
    if not by_day:
        return None
    sites = [sum(place.worst >= PAIN for place in places) for places in by_day.values()]
    return WholeBody(
        rated_days=len(by_day),
        pain_days=sum(hurting > 0 for hurting in sites),
        mean_sites=mean(sites),
        mean=mean([mean([place.mean for place in places]) for places in by_day.values()]),
    )


def interference_of(answers: Mapping[date, int]) -> Interference | None:
    """Return the interference of a period from the highest answer of each day; None for none."""
    return Interference(tuple(sorted(answers.items()))) if answers else None
