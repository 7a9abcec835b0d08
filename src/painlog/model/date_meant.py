"""Which day a written date means, where it has no year or can be read in two orders.

Without a year it is the nearest such day. Where that is still to come it is said, not guessed.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from itertools import chain

from painlog.errors import NotUnderstoodError
from painlog.model.asked_moment import A_DAY, AskedMoment
from painlog.model.short_year import days_of_short_year
from painlog.model.when import is_to_come
from painlog.model.written_date import WEEKDAYS, WrittenDate

Read = Callable[[date], datetime | None]

YEAR_FIRST = "Write the year first"
FOUR_DIGITS = "Write the year in four digits"
_A_YEAR = timedelta(days=366)


def moment_meant(
    text: str, found: WrittenDate, at: Read, now: datetime, wanted: AskedMoment
) -> datetime | None:
    """Return the moment that a text with a written date means; None if it means none.

    Args:
        text: As typed.
        found: The date in it.
        at: Reads the text with a day in place of the date.
        now: This moment.
        wanted: What the person was asked for.

    Raises:
        NotUnderstoodError: if it can be read in two orders, or has a weekday that the day is not.
        RefusedError: if there is no year, and this year's or the next is nearer but still to come.
    """
    days = _days(found, now.date(), may_come=wanted.may_come)
    if not days or at(days[0]) is None:
        return None
    if len(days) > 1 and (len(found.orders) > 1 or found.short_year):
        moments = [reading for day in days if (reading := at(day))]
        has_time = bool(found.before or found.after) and wanted.noun != A_DAY.noun
        first = FOUR_DIGITS if len(found.orders) == 1 else YEAR_FIRST
        raise two_ways(text, moments, now, has_time=has_time, write=first)
    moment = at(days[0]) if found.year is not None else _nearest(text, found, at, now, wanted)
    if moment and not found.agrees_with(moment.date()):
        raise NotUnderstoodError(
            f'"{text}" is no such day: {moment:%Y-%m-%d} is a '
            f"{WEEKDAYS[moment.weekday()].capitalize()}. Type the day as in {moment:%Y-%m-%d}."
        )
    return moment


def two_ways(
    text: str,
    moments: Sequence[datetime],
    now: datetime,
    *,
    has_time: bool,
    write: str = YEAR_FIRST,
) -> NotUnderstoodError:
    """Return what a person is told about a text that means one of several moments."""
    moments = sorted(moments, reverse=True)
    written = "%Y-%m-%d %H:%M" if has_time else "%Y-%m-%d"
    said = [
        f"{moment:{written}}{' (still to come)' if is_to_come(moment, now) else ''}"
        for moment in moments
    ]
    ways = "two ways" if len(said) < 3 else "several ways"
    listed = " or ".join(filter(None, [", ".join(said[:-1]), said[-1]]))
    return NotUnderstoodError(f'"{text}" can be read in {ways}. {write}: {listed}.')


def _days(found: WrittenDate, today: date, *, may_come: bool) -> list[date]:
    """Return the days that a written date can be, up to today unless it may be to come."""
    if found.short_year and len(found.orders) == 1:
        return days_of_short_year(found, today, may_come=may_come)
    if found.year is not None:
        return [day for order in found.orders if (day := found.day_in_its_year(order))]
    each = [found.days(order, today) for order in found.orders]
    if not may_come:
        return [past for past, _ in each if past]
    return [day for day in chain(*each) if day]


def _nearest(
    text: str, found: WrittenDate, at: Read, now: datetime, wanted: AskedMoment
) -> datetime | None:
    past_day, coming_day = found.days(found.orders[0], now.date())
    past, coming = (at(day) if day else None for day in (past_day, coming_day))
    if past and is_to_come(past, now):
        # It is today, at a later time.
        before = found.day_before(past.date())
        past, coming = at(before) if before else None, past
    if past is None:
        return None
    if coming and coming - now < min(now - past, _A_YEAR):
        raise wanted.nearer_to_come(text, coming, past, now)
    return past
