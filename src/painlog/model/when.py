"""Days and times as people write them, and the clock where they are."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING

from painlog.errors import NotUnderstoodError, RefusedError
from painlog.model.asked_moment import A_DAY, A_TIME, AskedMoment
from painlog.model.names import moment_in_figures
from painlog.model.number_words import with_digits
from painlog.model.unclear_time import joined_hours, refuse_hours, refuse_unclear
from painlog.model.zones import in_zone

if TYPE_CHECKING:
    from painlog.model.written_date import WrittenDate

NOON = time(12)
EARLIEST_YEAR = 1900

# Patterns are compiled when they are first used, because most commands are given no time.
_AGO = r"(\d{1,5}|an?) (day|week)s? ago"
_CLOCK = (
    r"(?P<hour>\d{1,2})(?:[:.,h](?P<minute>\d{2})(?::(?P<second>\d{2}))?|(?P<whole>h))?"
    r"\s?(?P<half>am|pm)?"
)
_UHR = r"^(\d{1,2})(?:[:.](\d{2}))? ?uhr(?: (\d{2}))?$"
# "a.m." and "p. m."
_DOTTED_HALF = r"\b([ap])\.\s?m\b\.?"
_NOON = r"\b(?:12 )?(?:noon|midday)\b"
_MIDNIGHT = r"\b(?:12 )?midnight\b"
# ISO 8601 allows a fraction of an hour or minute; people who write 21.30 mean half past nine.
_POINTED = r"(?i)([ t]\d{2})[.,](\d{2})(?=$|z|[+-])"
_OF_SECONDS = r"(?i)[^.,]*(?:\d{2}:\d{2}:\d{2}|[^\d:]\d{6})[.,]\d+(?:z|[+-][\d:]+)?"
_ISO_WEEK = r"(?i)\d{4}-?W\d{2}(?!-?\d)"
# No clock is further ahead of UTC.
_FURTHEST_AHEAD = timedelta(hours=14)
_ISO_DAY = r"\d{4}-\d{2}-\d{2}"
_DAY = rf"(?P<day>{_ISO_DAY}|today|yesterday|.* (?:days?|weeks?) ago)"
_DAY_AND_CLOCK = (
    rf"{_DAY}(?:,? | at |, at |t){_CLOCK}",
    rf"(?:at )?{_CLOCK},? {_DAY}",
    rf"(?:at )?{_CLOCK}",
)


def parse_when(text: str, now: datetime, zone: tzinfo | None = None) -> datetime:
    """Return the moment that a person wrote, as local time with its UTC offset, to the second.

    A day without a time means that day at 12:00; "today" and "now" mean this moment. A written
    offset ("2026-03-05T21:00+01:00") is kept.

    Args:
        text: As typed.
        now: This moment, with an offset.
        zone: The time zone where the person is; None for the machine's.

    Raises:
        NotUnderstoodError: if it is not a time.
        RefusedError: if it is in the future, before 1900, or a time that the clocks skipped.
    """
    return _read(text, _fixed(now), zone, A_TIME)


def parse_day(
    text: str, now: datetime, zone: tzinfo | None = None, wanted: AskedMoment = A_DAY
) -> date:
    """Return the day that a person wrote, up to today.

    Raises:
        NotUnderstoodError: if it is not a day.
        RefusedError: if it is in the future.
    """
    return _read(text, _fixed(now), zone, wanted).date()


def is_to_come(moment: datetime, now: datetime) -> bool:
    """Tell whether a moment is in the future, allowing a minute for clocks that differ."""
    # Moments at the very end of the calendar cannot be compared across offsets.
    return moment.year > now.year + 1 or moment > now + timedelta(minutes=1)


def is_day_to_come(day: date, now: datetime) -> bool:
    """Tell whether a day has not begun anywhere; where it was written it may be a day later."""
    offset = now.utcoffset() or timedelta()
    return day > (now.replace(tzinfo=None) - offset + _FURTHEST_AHEAD).date()


def parse_iso(text: str) -> datetime:
    """Return a date or time in ISO 8601, where "21.30" and "21,30" mean 21:30.

    Raises:
        ValueError: if it is anything else, a whole week, or has a fraction of an hour or minute.
    """
    if ("W" in text or "w" in text) and re.match(_ISO_WEEK, text):
        raise ValueError(text)
    if "." in text or "," in text:
        clock = re.sub(_POINTED, r"\1:\2", text, count=1)
        if clock == text and not re.fullmatch(_OF_SECONDS, text):
            raise ValueError(text)
        text = clock
    return datetime.fromisoformat(text)


def parse_clock(text: str) -> time:
    """Return a time of day as people and programs write it: "21:30", "9:30 pm", "21h", "21 Uhr".

    Raises:
        NotUnderstoodError: if it is not one.
    """
    words = joined_hours(re.sub(_DOTTED_HALF, r"\1m", " ".join(text.lower().split())))
    if "uhr" in words:
        words = re.sub(_UHR, lambda said: f"{said[1]}:{said[2] or said[3] or '00'}", words)
    found = re.fullmatch(_CLOCK, words)
    clock = _clock(found) if found else None
    if clock is None and ":" in words:
        with suppress(ValueError):
            clock = time.fromisoformat(words).replace(microsecond=0)
    if clock is None or clock.tzinfo:
        raise NotUnderstoodError(f'"{text}" is not a time of day such as 21:30 or 9:30 pm')
    return clock


def at_local(naive: datetime, zone: tzinfo | None = None) -> datetime:
    """Return a wall-clock time with the UTC offset in force then.

    Where the clocks were put back and it came twice, the first is meant.

    Raises:
        RefusedError: if the clocks skipped it, or if it is at the very end of the calendar.
    """
    try:
        aware = naive.replace(tzinfo=zone) if zone else in_zone(naive)
        there_and_back = aware.astimezone(UTC).astimezone(zone) if zone else aware
    except (OverflowError, ValueError):
        raise RefusedError(
            f"The year {naive.year} is too far away; painlog starts in {EARLIEST_YEAR}."
        ) from None
    if there_and_back.replace(tzinfo=None) != naive:
        raise RefusedError(
            f"{moment_in_figures(naive)} did not exist here: the clocks were put forward then. "
            "Give a time before or after."
        )
    return _fixed(aware)


def offset_elsewhere(moment: datetime, zone: tzinfo | None = None) -> tzinfo | None:
    """Return the UTC offset of a moment that was written in another zone, or None for this one's.

    Args:
        moment: As it was written.
        zone: The time zone where the person is; None for the machine's.
    """
    here = in_zone(moment, zone).utcoffset()
    return None if here == moment.utcoffset() else moment.tzinfo


def moved(moment: datetime, by: timedelta, zone: tzinfo | None = None) -> datetime:
    """Return a moment so much later, with the UTC offset in force then where it was written."""
    there = in_zone(moment, zone)
    if there.utcoffset() != moment.utcoffset():
        # It was written with the offset of another place.
        return moment + by
    return _fixed(in_zone(moment.astimezone(UTC) + by, zone))


def _read(text: str, now: datetime, zone: tzinfo | None, wanted: AskedMoment) -> datetime:
    words = _words(text)
    if wanted.noun == A_DAY.noun:
        words = _words_for_day(words, text, now, wanted)
    refuse_hours(text)
    moment = _said(words, text, now, zone, wanted)
    if moment is None:
        moment = _dated(words, text, now, zone, wanted)
    if moment is None:
        _refuse_day_to_come(words, text, now, zone, wanted)
        if wanted.noun == A_TIME.noun:
            refuse_unclear(text, words, lambda offer: _read(offer, now, zone, wanted))
        raise wanted.not_understood(text, now)
    if moment.year < EARLIEST_YEAR:
        raise RefusedError(f'"{text}" is before {EARLIEST_YEAR}, in which painlog starts.')
    if is_to_come(moment, now):
        raise wanted.to_come(text, moment, now)
    if "midnight" in text.lower():
        _refuse_midnight(text, moment, now, zone, wanted)
    return moment


def _words_for_day(words: str, text: str, now: datetime, wanted: AskedMoment) -> str:
    """Return words for a day, in which "3.11" is a date; a time of day alone is refused."""
    from painlog.model.date_order import with_last_point

    found = re.fullmatch(rf"(?:at )?(?:{_CLOCK}|(?P<four>\d{{4}}))", words)
    dated = with_last_point(words)
    if found and dated == words and (found["four"] or _clock(found)):
        raise wanted.not_understood(text, now)
    return dated


def _refuse_midnight(
    text: str, moment: datetime, now: datetime, zone: tzinfo | None, wanted: AskedMoment
) -> None:
    from painlog.model.midnight import is_start_or_end, next_midnight, start_or_end

    if is_start_or_end(text):
        end = at_local(next_midnight(moment), zone)
        # The end of today is still to come, so its start is meant.
        if not is_to_come(end, now):
            raise start_or_end(text, moment, end, wanted.written)


def _refuse_day_to_come(
    words: str, text: str, now: datetime, zone: tzinfo | None, wanted: AskedMoment
) -> None:
    from painlog.model.day_to_come import (
        day_from,
        names_day_to_come,
        names_this_weekday,
        with_iso_day,
    )

    dated = with_iso_day(words, now.date())
    moment = _said(dated, text, now, zone, wanted) if dated != words else None
    if moment and is_to_come(moment, now):
        if names_this_weekday(words):
            before = with_iso_day(words, now.date(), weeks=1)
            past = _said(before, text, now, zone, wanted) or now
            raise wanted.nearer_to_come(text, moment, past, now, "the last one")
        raise wanted.to_come(text, moment, now)
    if not names_day_to_come(text):
        return
    with suppress(NotUnderstoodError):
        day = day_from(text, now.date())
        if day and day > now.date():
            # The time beside it is none, such as "at 8", so the day is said alone.
            raise wanted._replace(written=A_DAY.written).to_come(text, _noon(day, now, zone), now)


def _words(text: str) -> str:
    """Return a text in lower case, with single spaces and its numbers as digits."""
    words = " ".join(text.lower().replace("’", "'").split())
    if words[:1].isdigit() and not any(letter.isalpha() for letter in words):
        return words
    words = re.sub(_DOTTED_HALF, r"\1m", with_digits(words))
    if "noon" in words or "mid" in words:
        words = re.sub(_MIDNIGHT, "00:00", re.sub(_NOON, "12:00", words))
    return joined_hours(words)


def _said(
    words: str, text: str, now: datetime, zone: tzinfo | None, wanted: AskedMoment
) -> datetime | None:
    """Return the moment that words mean as a whole; None for others, and for a date in words."""
    moment = _own(words, text, now, zone, wanted)
    return _everyday(words, text, now, zone, wanted) if moment is None else moment


def _dated(
    words: str, text: str, now: datetime, zone: tzinfo | None, wanted: AskedMoment
) -> datetime | None:
    """Return the moment of words with a date such as "5 march" or "24.12."; None without one."""
    from painlog.model.written_date import find_date

    found = find_date(words)
    if found is None:
        return None
    from painlog.model.date_meant import moment_meant

    def at(date_found: "WrittenDate", day: date) -> datetime | None:
        return _said(f"{date_found.before}{day}{date_found.after}", text, now, zone, wanted)

    return moment_meant(text, found, at, now, wanted)


def _own(
    words: str, text: str, now: datetime, zone: tzinfo | None, wanted: AskedMoment
) -> datetime | None:
    if words in ("now", "today"):
        return _fixed(now)
    if words[:4].isdigit() and (moment := _iso(words, now, zone)):
        return moment
    if (written := re.search(_ISO_DAY, words)) and _day(written.group(), now) is None:
        raise wanted.not_understood(text, now)
    if day := _day(words, now):
        return _noon(day, now, zone)
    for pattern in _DAY_AND_CLOCK:
        if found := re.fullmatch(pattern, words):
            clock = _clock(found)
            if clock is None:
                return None
            day = _day(found["day"], now) if "day" in found.re.groupindex else now.date()
            return at_local(datetime.combine(day, clock), zone) if day else None
    return None


def _everyday(
    words: str, text: str, now: datetime, zone: tzinfo | None, wanted: AskedMoment
) -> datetime | None:
    """Return the moment of everyday words such as "last night"; None for others."""
    from painlog.model.day_parts import TwoDaysError, said_time
    from painlog.model.length import length_of

    if words == "just now":
        return now
    if words.endswith(" ago") and (passed := length_of(words.removesuffix(" ago"))) is not None:
        with suppress(OverflowError):
            return _fixed(in_zone(now.astimezone(UTC) - passed, zone))
        return None
    try:
        said = said_time(words, now)
    except TwoDaysError as error:
        return _one_of(text, error.said, now, zone, wanted)
    return None if said is None else _at(said, now, zone)


def _at(said: datetime | date, now: datetime, zone: tzinfo | None) -> datetime:
    if not isinstance(said, datetime):
        return _noon(said, now, zone)
    # Now itself may be in the hour that comes twice.
    return now if said == now.replace(tzinfo=None) else at_local(said, zone)


def _one_of(
    text: str,
    said: Iterable[datetime | date],
    now: datetime,
    zone: tzinfo | None,
    wanted: AskedMoment,
) -> datetime:
    """Return the only one of two moments that is not still to come."""
    from painlog.model.date_meant import two_ways
    from painlog.model.midnight import is_start_or_end

    said = list(said)
    if is_start_or_end(text):
        said += [one + timedelta(days=1) for one in said]
    moments = [moment for one in said if not is_to_come(moment := _at(one, now, zone), now)]
    if len(moments) == 1:
        return moments[0]
    has_time = isinstance(said[0], datetime) and wanted.noun == A_TIME.noun
    raise two_ways(text, moments, now, has_time=has_time)


def _iso(words: str, now: datetime, zone: tzinfo | None) -> datetime | None:
    if len(words) == len("2026-03-05") or words.isdigit():
        try:
            return _noon(date.fromisoformat(words.upper()), now, zone)
        except ValueError:
            return None
    try:
        moment = parse_iso(words.upper())
    except ValueError:
        return None
    return at_local(moment, zone) if moment.tzinfo is None else _fixed(moment)


def _day(words: str, now: datetime) -> date | None:
    if words in ("today", "yesterday"):
        return now.date() - timedelta(days=words == "yesterday")
    if found := re.fullmatch(_AGO, words):
        number, unit = found.groups()
        count = int(number) if number.isdecimal() else 1
        with suppress(OverflowError):
            return now.date() - timedelta(days=count * (7 if unit == "week" else 1))
        return None
    try:
        return date.fromisoformat(words) if len(words) == len("2026-03-05") else None
    except ValueError:
        return None


def _clock(found: re.Match[str]) -> time | None:
    hour, minute, second, half = found.group("hour", "minute", "second", "half")
    if minute is None and half is None and found["whole"] is None:
        return None
    if half and not 1 <= int(hour) <= 12:
        return None
    hours = int(hour) % 12 + (12 if half == "pm" else 0) if half else int(hour)
    try:
        return time(hours, int(minute or 0), int(second or 0))
    except ValueError:
        return None


def _noon(day: date, now: datetime, zone: tzinfo | None) -> datetime:
    # Today's noon may be in the future.
    if day == now.date():
        return _fixed(now)
    return at_local(datetime.combine(day, NOON), zone)


def _fixed(moment: datetime) -> datetime:
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError(moment)
    # Offsets before standard time have seconds, which no interchange format can write.
    whole_minutes = timedelta(minutes=round(offset / timedelta(minutes=1)))
    return moment.replace(microsecond=0, fold=0, tzinfo=timezone(whole_minutes))
