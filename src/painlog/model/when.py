"""Days and times as people write them, and the clock where they are."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from painlog.errors import NotUnderstoodError, RefusedError
from painlog.model.asked_moment import A_DAY, A_TIME, AskedMoment
from painlog.model.zones import in_zone

NOON = time(12)
EARLIEST_YEAR = 1900

# Patterns are compiled when they are first used, because most commands are given no time.
_AGO = r"(\d{1,5}|an?|one|two|three) (minute|min|hour|day|week)s? ago"
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
_CLOCK = (
    r"(?P<hour>\d{1,2})(?:[:.,h](?P<minute>\d{2})(?::(?P<second>\d{2}))?|(?P<whole>h))?"
    r"\s?(?P<half>am|pm)?"
)
_UHR = r"^(\d{1,2})(?:[:.](\d{2}))? ?uhr(?: (\d{2}))?$"
# "a.m." and "p. m." at the end.
_DOTTED_HALF = r"([ap])\.\s?m\.?$"
_NOON = r"\b(?:12 )?(?:noon|midday)\b"
_MIDNIGHT = r"\b(?:12 )?midnight\b"
# ISO 8601 allows a fraction of an hour or minute; people who write 21.30 mean half past nine.
_POINTED = r"(?i)([ t]\d{2})[.,](\d{2})(?=$|z|[+-])"
_OF_SECONDS = r"(?i)[^.,]*(?:\d{2}:\d{2}:\d{2}|[^\d:]\d{6})[.,]\d+(?:z|[+-][\d:]+)?"
_ISO_WEEK = r"(?i)\d{4}-?W\d{2}(?!-?\d)"
# What dateparser would take for a time and should not: fractions such as 2.5, whole weeks, and
# long numbers, which it takes for seconds since 1970 or worse.
_NO_TIME = (r"(?<![\d.,])\d{1,2}[.,](?:\d|\d{3}|\d{5,})(?![\d.,])", _ISO_WEEK, r"\d{9}")
# No clock is further ahead of UTC.
_FURTHEST_AHEAD = timedelta(hours=14)
_TWO_NUMBERS = r"(?<![\w:/.-])(\d{1,2})[/.-](\d{1,2})\.?(?![\w:/.-])"
_THREE_NUMBERS = r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b"
_ISO_DAY = r"\d{4}-\d{2}-\d{2}"
_DAY = rf"(?P<day>{_ISO_DAY}|today|yesterday|.* days? ago)"
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


def parse_day(text: str, now: datetime, zone: tzinfo | None = None) -> date:
    """Return the day that a person wrote, up to today.

    Raises:
        NotUnderstoodError: if it is not a day.
        RefusedError: if it is in the future.
    """
    return _read(text, _fixed(now), zone, A_DAY).date()


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
    words = re.sub(_DOTTED_HALF, r"\1m", " ".join(text.lower().split()))
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
            f"{naive:%Y-%m-%d %H:%M} did not exist here: the clocks were put forward then. "
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
    moment = _own(text, now, zone, wanted)
    if moment is None:
        moment = _everyday(text, now, zone)
    if moment is None:
        _refuse_ambiguous(text, now.date())
        if any(re.search(pattern, text) for pattern in _NO_TIME):
            raise wanted.not_understood(text, now)
        moment = _dateparser(text, now, zone, wanted)
        _refuse_far_year(text, moment, now, wanted)
    if moment.year < EARLIEST_YEAR:
        raise RefusedError(f'"{text}" is before {EARLIEST_YEAR}, in which painlog starts.')
    if is_to_come(moment, now):
        raise wanted.to_come(text, moment, now)
    return moment


def _own(text: str, now: datetime, zone: tzinfo | None, wanted: AskedMoment) -> datetime | None:
    words = _with_clocks(" ".join(text.lower().split()))
    if words in ("now", "today"):
        return _fixed(now)
    if words[:4].isdigit() and (moment := _iso(words, now, zone)):
        return moment
    if (written := re.search(_ISO_DAY, words)) and _day(written.group(), now) is None:
        raise wanted.not_understood(text, now)
    if found := re.fullmatch(_AGO, words):
        return _ago(found.group(1), found.group(2), now, zone)
    if day := _day(words, now):
        return _noon(day, now, zone)
    for pattern in _DAY_AND_CLOCK:
        if found := re.fullmatch(pattern, words):
            clock = _clock(found)
            if clock is None:
                raise wanted.not_understood(text, now)
            day = _day(found["day"], now) if "day" in found.re.groupindex else now.date()
            return at_local(datetime.combine(day, clock), zone) if day else None
    return None


def _everyday(text: str, now: datetime, zone: tzinfo | None) -> datetime | None:
    """Return the moment of everyday words such as "last night"; None for others."""
    from painlog.model.day_parts import TwoDaysError, minutes_ago, said_time

    words = _with_clocks(" ".join(text.lower().split()))
    if (passed := minutes_ago(words)) is not None:
        return _fixed((now.astimezone(UTC) - passed).astimezone(zone))
    try:
        said = said_time(words, now)
    except TwoDaysError as error:
        raise _two_ways(text, error.days, now.date()) from None
    if isinstance(said, datetime):
        # Now itself may be in the hour that comes twice.
        return now if said == now.replace(tzinfo=None) else at_local(said, zone)
    return None if said is None else _noon(said, now, zone)


def _with_clocks(words: str) -> str:
    """Return the words with "noon" and "midnight" as times of day."""
    if "noon" not in words and "mid" not in words:
        return words
    return re.sub(_MIDNIGHT, "00:00", re.sub(_NOON, "12:00", words))


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


def _ago(number: str, unit: str, now: datetime, zone: tzinfo | None) -> datetime | None:
    count = _NUMBERS.get(number) or int(number)
    try:
        if unit in ("minute", "min", "hour"):
            passed = timedelta(minutes=count) if unit != "hour" else timedelta(hours=count)
            then = now.astimezone(UTC) - passed
            return _fixed(in_zone(then, zone))
        return _noon(now.date() - timedelta(days=count * (7 if unit == "week" else 1)), now, zone)
    except OverflowError:
        return None


def _day(words: str, now: datetime) -> date | None:
    if words in ("today", "yesterday"):
        return now.date() - timedelta(days=words == "yesterday")
    if (found := re.fullmatch(_AGO, words)) and found.group(2) in ("day", "week"):
        then = _ago(found.group(1), found.group(2), now, UTC)
        return then.date() if then else None
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


def _refuse_ambiguous(text: str, today: date) -> None:
    if (found := re.search(_TWO_NUMBERS, text)) and not re.search(r"(?i)[a-z]{3}", text):
        one, other = map(int, found.groups())
        days = (_latest(one, other, today), _latest(other, one, today))
        if None not in days and one != other:
            raise _two_ways(text, [day for day in days if day], today)
    found = re.match(_THREE_NUMBERS, text)
    if not found:
        return
    first, second, year = found.groups()
    century = "20" if len(year) == 2 else ""
    readings = dict[date, None]()
    for day, month in ((first, second), (second, first)):
        with suppress(ValueError):
            readings[date(int(century + year), int(month), int(day))] = None
    if len(readings) > 1 or (readings and century):
        raise _two_ways(text, readings, today)


def _latest(month: int, day: int, today: date) -> date | None:
    """Return the last such day up to today, or None if the calendar has none."""
    for year in range(today.year, today.year - 9, -1):
        with suppress(ValueError):
            if (found := date(year, month, day)) <= today:
                return found
    return None


def _two_ways(text: str, readings: Iterable[date], today: date) -> NotUnderstoodError:
    said = (f"{day}{' (still to come)' if day > today else ''}" for day in readings)
    return NotUnderstoodError(
        f'"{text}" can be read in two ways. Write the year first: {" or ".join(said)}.'
    )


def _dateparser(text: str, now: datetime, zone: tzinfo | None, wanted: AskedMoment) -> datetime:
    from dateparser.date import DateDataParser

    parser = DateDataParser(
        languages=["en"],
        settings={
            "RELATIVE_BASE": now.replace(tzinfo=None),
            "PREFER_DATES_FROM": "past",
            "RETURN_TIME_AS_PERIOD": True,
        },
    )
    found = parser.get_date_data(text)
    moment, period = found.date_obj, found.period
    if moment is None or period not in ("time", "day"):
        raise wanted.not_understood(text, now)
    if period == "day":
        return _noon(moment.date(), now, zone)
    return at_local(moment, zone) if moment.tzinfo is None else _fixed(moment)


def _refuse_far_year(text: str, moment: datetime, now: datetime, wanted: AskedMoment) -> None:
    """Refuse a day without a year where last year's would be taken, and this year's is nearer.

    Raises:
        RefusedError: if so; it names both.
    """
    if re.search(r"\d{4}", text) or not re.search(r"(?i)[a-z]{3}", text):
        return
    try:
        coming = at_local(moment.replace(year=moment.year + 1, tzinfo=None), moment.tzinfo)
    except (ValueError, RefusedError):
        return
    if is_to_come(coming, now) and coming - now < now - moment:
        raise wanted.of_this_year(text, coming, moment)


def _fixed(moment: datetime) -> datetime:
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError(moment)
    # Offsets before standard time have seconds, which no interchange format can write.
    whole_minutes = timedelta(minutes=round(offset / timedelta(minutes=1)))
    return moment.replace(microsecond=0, fold=0, tzinfo=timezone(whole_minutes))
