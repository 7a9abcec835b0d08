"""Count by month: rated days, days with pain, bad days, and attacks."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from painlog.analysis.arithmetic import median
from painlog.analysis.attacks import Attack
from painlog.analysis.comparison import BAD, PAIN
from painlog.analysis.days import Place, RatedDay
from painlog.model.months import month_end, months
from painlog.model.region import Side

MOST_WEEKS = 26
_WEEK = timedelta(days=7)
_ONE_DAY = timedelta(days=1)


class Month(NamedTuple):
    """One calendar month of one region and side.

    A day with pain is one whose worst rating is 1 or more, a bad day one whose worst is 7 or more.
    """

    region: str
    side: Side | None
    first: date
    rated_days: int
    pain_days: int
    bad_days: int


class Attacks(NamedTuple):
    """The attacks of one region and side that have an end: their usual length and the longest.

    `usual` is the median. `lengths` are those of all of them, the shortest first. `entries` are the
    ratings that they consist of.
    """

    region: str
    side: Side | None
    attacks: int
    usual: timedelta
    longest: timedelta
    lengths: tuple[timedelta, ...] = ()
    entries: int = 0


def months_of(place: Place, days: Iterable[RatedDay]) -> tuple[Month, ...]:
    """Return the months in which a place was rated, in time order.

    Args:
        place: Region and side.
        days: Its rated days in the period.
    """
    rated: dict[date, list[RatedDay]] = {}
    for day in days:
        rated.setdefault(day.day.replace(day=1), []).append(day)
    return tuple(
        Month(
            *place,
            first,
            rated_days=len(in_month),
            pain_days=sum(d.worst >= PAIN for d in in_month),
            bad_days=sum(d.worst >= BAD for d in in_month),
        )
        for first, in_month in sorted(rated.items())
    )


class PainSpan(NamedTuple):
    """A week or a calendar month, as far as it lies in a period: days rated, and with pain.

    One that is not `whole` is cut by the period.
    """

    since: date
    until: date
    rated_days: int
    pain_days: int
    whole: bool = True


def pain_spans(days: Sequence[RatedDay], since: date, until: date) -> tuple[PainSpan, ...]:
    """Count the days with pain by week, or by month where there would be over 26 weeks.

    A week is seven days that end with the last day, or with the day before the next week, as in
    every other figure that looks back.

    Args:
        days: The rated days of one place.
        since: The first day, which may cut the first week or month.
        until: The last day, with which the last week ends; it may cut the last month.
    """
    if until - since < MOST_WEEKS * _WEEK:
        number = -((since - until - _ONE_DAY) // _WEEK)
        ends = [until - n * _WEEK for n in reversed(range(number))]
        spans = [(end - _WEEK + _ONE_DAY, end) for end in ends]
    else:
        spans = [(first, month_end(first)) for first in months(since, until)]
    return tuple(_pain_span(days, start, end, since, until) for start, end in spans)


def _pain_span(
    days: Sequence[RatedDay], start: date, end: date, since: date, until: date
) -> PainSpan:
    """Count the days of one span from `start` to `end`, as far as the period has them."""
    first, last = max(start, since), min(end, until)
    within = [day for day in days if first <= day.day <= last]
    pain = sum(day.worst >= PAIN for day in within)
    return PainSpan(first, last, len(within), pain, whole=(first, last) == (start, end))


def attacks_of(
    place: Place, attacks: Iterable[Attack], since: date, until: date = date.max
) -> Attacks | None:
    """Summarise the attacks of a place that were felt in the period; None where none has an end.

    Args:
        place: Region and side.
        attacks: Its attacks.
        since: The first day of the period.
        until: Its last day; later ratings make an attack longer, and are none of its `entries`.
    """
    ended = [attack for attack in attacks if attack.end is not None and attack.last_day >= since]
    if not ended:
        return None
    lasted = sorted(timedelta(seconds=a.end - a.start) for a in ended if a.end is not None)
    usual = timedelta(seconds=median([length.total_seconds() for length in lasted]))
    ratings = [rated for attack in ended for rated in attack.ratings]
    entries = sum(rated.entry is None or rated.entry.day <= until for rated in ratings)
    return Attacks(*place, len(lasted), usual, lasted[-1], tuple(lasted), entries)
