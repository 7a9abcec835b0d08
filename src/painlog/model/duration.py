"""How long something lasted, read as people write it, and when it ended: "3h", "3h30", "2 days"."""

from datetime import date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from painlog.errors import NotUnderstoodError, RefusedError, UsageError
from painlog.model.day_parts import said_time
from painlog.model.entry import LONGEST_ATTACK
from painlog.model.length import length_of
from painlog.model.names import moment_in_figures
from painlog.model.unclear_time import refuse_hours
from painlog.model.when import at_local, is_to_come, moved, parse_clock, parse_when

_UP_TO_NOW = (
    'Give an end up to now, such as "--until now"; or give none yet, and when it is over type: '
    "painlog over"
)
EXAMPLES = '"3h", "3h30", "90 min" or "2 days"'


class Span(NamedTuple):
    """When something was felt, or began, and when it ended; None where that was not said."""

    began: datetime
    until: datetime | None = None


def parse_duration(text: str) -> timedelta:
    """Return how long a person says that something lasted.

    Raises:
        NotUnderstoodError: if it is no length of time, or a number in it has two readings.
        RefusedError: if it is zero, or over a year.
    """
    length = length_of(text)
    if length is None:
        raise NotUnderstoodError(f'"{text}" is not a length of time. Write it as in {EXAMPLES}.')
    if not length or length > LONGEST_ATTACK:
        raise RefusedError(f'"{text}" is not how long an attack lasts. Write it as in {EXAMPLES}.')
    return length


def span_of(
    now: datetime,
    began: datetime | None,
    *,
    lasted: str | None = None,
    until: str | None = None,
    zone: tzinfo | None = None,
) -> Span:
    """Return when something began and ended, from any two of beginning, length and end.

    With a length alone it has just ended.

    Args:
        now: The present moment.
        began: When it began, None where that was not said.
        lasted: How long it lasted, as typed.
        until: When it ended, as typed; a time of day is the first one after the beginning.
        zone: The time zone where the person is; None for the machine's.

    Raises:
        UsageError: if all three are given, or an end without a beginning.
        NotUnderstoodError: if the length or the end is none.
        RefusedError: if it would end before it began, in the future, or over a year later.
    """
    if lasted is not None:
        return _of_length(now, began, parse_duration(lasted), until, zone)
    if until is None:
        return Span(began or now)
    if began is None:
        raise UsageError(
            "--until says when it ended, but nothing says when it began. Say that with "
            "--from, or how long it lasted, as in: --lasted 3h"
        )
    return Span(began, end_after(began, until, now, zone))


def end_after(began: datetime, text: str, now: datetime, zone: tzinfo | None = None) -> datetime:
    """Return the end that a person typed for something that began then.

    Raises:
        NotUnderstoodError: if it is no time.
        RefusedError: if it is not after the beginning, in the future, or over a year later.
    """
    clock = _clock(text, now)
    if clock is None:
        end = parse_when(text, now, zone)
    else:
        day = began.date() + timedelta(days=clock <= began.time())
        end = at_local(datetime.combine(day, clock), zone)
    return _checked(began, end, now, text)


def latest_before(
    text: str, now: datetime, zone: tzinfo | None = None, *, day: date | None = None
) -> datetime:
    """Return the time that a person typed; a time of day later than now is yesterday's.

    Args:
        text: As typed.
        now: The present moment.
        zone: The time zone where the person is; None for the machine's.
        day: The day that a time of day belongs to, where that is over; None for the latest.
    """
    clock = _clock(text, now)
    if clock is not None and day is not None and day < now.date():
        return at_local(datetime.combine(day, clock), zone)
    if clock is None or clock <= now.time():
        return parse_when(text, now, zone)
    return at_local(datetime.combine(now.date() - timedelta(days=1), clock), zone)


def checked_end(began: datetime, end: datetime, now: datetime) -> datetime:
    """Return an end if it is a possible one.

    Raises:
        RefusedError: if it is not after the beginning, in the future, or over a year later.
    """
    return _checked(began, end, now, moment_in_figures(end))


def _of_length(
    now: datetime,
    began: datetime | None,
    length: timedelta,
    until: str | None,
    zone: tzinfo | None,
) -> Span:
    if began is None:
        end = now if until is None else parse_when(until, now, zone)
        return Span(moved(end, -length, zone), end)
    if until is not None:
        raise UsageError("--from, --lasted and --until say one thing twice; give two of them.")
    end = moved(began, length, zone)
    if is_to_come(end, now):
        raise RefusedError(
            f"It would have lasted until {moment_in_figures(end)}, which is still to come. "
            f"{_UP_TO_NOW}"
        )
    return Span(began, end)


def _checked(began: datetime, end: datetime, now: datetime, text: str) -> datetime:
    read, start = moment_in_figures(end), moment_in_figures(began)
    said = read if text.strip() == read else f'"{text}" is {read}, which'
    if end <= began and read == start:
        raise RefusedError(f"It began at {start}, so that cannot be its end. Give a later one.")
    if end <= began:
        raise RefusedError(f"{said} is before it began, at {start}. Give a later end.")
    if is_to_come(end, now):
        raise RefusedError(f"{said} is still to come. {_UP_TO_NOW}")
    if end - began > LONGEST_ATTACK:
        raise RefusedError(
            f"From {began:%Y-%m-%d} to {end:%Y-%m-%d} is over a year. Give an end within a year."
        )
    return end


def _clock(text: str, now: datetime) -> time | None:
    words = text.strip().lower().removeprefix("at ")
    refuse_hours(words)
    if len(words) == len("0730") and words.isdecimal():
        said = said_time(words, now)
        return said.time() if isinstance(said, datetime) else None
    try:
        return parse_clock(words)
    except NotUnderstoodError:
        return None
