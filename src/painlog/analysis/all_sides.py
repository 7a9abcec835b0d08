"""A region that is rated on several sides, with the days of all of them together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from painlog.analysis.comparison import PAIN
from painlog.analysis.days import LATELY_DAYS, Place, RatedDay
from painlog.model.region import Side


class AllSides(NamedTuple):
    """The days of a region on any of its sides, in the period and in its last 28 days.

    A day with pain on one side is one with pain, however many others are free of it. A day without
    an entry counts as one without pain only where no side leaves it out.
    """

    region: str
    sides: tuple[Side | None, ...]
    rated_days: int
    pain_days: int
    last_28_rated_days: int
    last_28_pain_days: int


def all_sides(
    days: Mapping[Place, Sequence[RatedDay]], shown: Iterable[Place], since: date, until: date
) -> Iterator[AllSides]:
    """Yield each region of which several sides are shown, in the order of `shown`.

    Args:
        days: The rated days of each place in time order, those before the period as well.
        shown: The places of the report, the most pain first.
        since: The first day of the period.
        until: Its last day.
    """
    regions: dict[str, dict[Side | None, Sequence[RatedDay]]] = {}
    for region, side in shown:
        regions.setdefault(region, {})[side] = days[region, side]
    lately = until - timedelta(days=LATELY_DAYS - 1)
    for region, sides in regions.items():
        if len(sides) > 1:
            together = _together(list(sides.values()))
            yield AllSides(
                region,
                tuple(sides),
                *_counts(together, since, until),
                *_counts(together, lately, until),
            )


def _together(sides: Sequence[Sequence[RatedDay]]) -> dict[date, int]:
    """Return the worst of each day on any side."""
    worst: dict[date, int] = {}
    assumed = set[date]()
    for days in sides:
        for rated in days:
            if rated.assumed:
                assumed.add(rated.day)
            else:
                worst[rated.day] = max(worst.get(rated.day, 0), rated.worst)
    # From its first entry on, a side has every day but those that it leaves out.
    known = [(days[0].day, {rated.day for rated in days}) for days in sides]
    for day in assumed.difference(worst):
        if all(day in its_days for first, its_days in known if first <= day):
            worst[day] = 0
    return worst


def _counts(worst: Mapping[date, int], since: date, until: date) -> tuple[int, int]:
    within = [pain for day, pain in worst.items() if since <= day <= until]
    return len(within), sum(pain >= PAIN for pain in within)
