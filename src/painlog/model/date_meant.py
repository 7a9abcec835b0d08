"""Which day a written date means, where it has no whole year or can be read in two ways.

Without a year it is the nearest such day. Where that is still to come it is said, not guessed.
`short_year` has the rule for a year of two digits.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from itertools import chain

from painlog.errors import NotUnderstoodError
from painlog.model.asked_moment import A_DAY, AskedMoment
from painlog.model.midnight import is_start_or_end
from painlog.model.when import is_to_come
from painlog.model.written_date import WEEKDAYS, WrittenDate

Read = Callable[[WrittenDate, date], datetime | None]

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
        at: Reads the text with a day in place of a date that was found in it.
        now: This moment.
        wanted: What the person was asked for.

    Raises:
        NotUnderstoodError: if it can be read in two orders, if its end may be a year or an hour, or
            if it has a weekday that the day is not.
        RefusedError: if there is no year, and this year's or the next is nearer but still to come.
    """
    if found.with_hour is None:
        return _moment_of(text, found, at, now, wanted)
    by_year, by_hour = (_possible(one, at, now, wanted) for one in (found, found.with_hour))
    if by_year and by_hour:
        has_time = wanted.noun != A_DAY.noun
        moments = [*by_year, *by_hour]
        raise two_ways(text, moments, now, has_time=has_time, write=FOUR_DIGITS)
    if by_hour:
        return _moment_of(text, found.with_hour, at, now, wanted)
    moment = _moment_of(text, found, at, now, wanted)
    return moment or _moment_of(text, found.with_hour, at, now, wanted)


def _possible(found: WrittenDate, at: Read, now: datetime, wanted: AskedMoment) -> list[datetime]:
    """Return the moments that a date can be, of its weekday and up to now unless it may come."""
    moments = [at(found, day) for day in _days(found, now.date(), may_come=wanted.may_come)]
    return [
        moment
        for moment in moments
        if moment
        and found.agrees_with(moment.date())
        and (wanted.may_come or not is_to_come(moment, now))
    ]


def _moment_of(
    text: str, found: WrittenDate, at: Read, now: datetime, wanted: AskedMoment
) -> datetime | None:
    days = _days(found, now.date(), may_come=wanted.may_come)
    if not days or at(found, days[0]) is None:
        return None
    if len(days) > 1 and (len(found.orders) > 1 or found.short_year):
        moments = [reading for day in days if (reading := at(found, day))]
        if is_start_or_end(text):
            ends = (at(found, day + timedelta(days=1)) for day in days)
            moments += [end for end in ends if end and not is_to_come(end, now)]
        has_time = bool(found.before or found.after) and wanted.noun != A_DAY.noun
        first = FOUR_DIGITS if len(found.orders) == 1 else YEAR_FIRST
        raise two_ways(text, moments, now, has_time=has_time, write=first)
    moment = (
        at(found, days[0]) if found.year is not None else _nearest(text, found, at, now, wanted)
    )
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
    if found.year is not None:
        return found.days_of_year(today, may_come=may_come)
    each = [found.days(order, today) for order in found.orders]
    if not may_come:
        return [past for past, _ in each if past]
    return [day for day in chain(*each) if day]


def _nearest(
    text: str, found: WrittenDate, at: Read, now: datetime, wanted: AskedMoment
) -> datetime | None:
    past_day, coming_day = found.days(found.orders[0], now.date())
    past, coming = (at(found, day) if day else None for day in (past_day, coming_day))
    if past and is_to_come(past, now):
        # It is today, at a later time.
        before = found.day_before(past.date())
        past, coming = at(found, before) if before else None, past
    if past is None:
        return None
    if coming and coming - now < min(now - past, _A_YEAR):
        raise wanted.nearer_to_come(text, coming, past, now)
    return past
