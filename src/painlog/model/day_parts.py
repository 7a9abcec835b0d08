"""Times as people say them: "last night", "yesterday evening", "tuesday at 9pm", "at 0730".

A part of a day stands for one hour of it. A part of today that has begun is never later than now:
at 18:30 "this evening" is 18:30. A weekday is the last one before today.
"""

import re
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from painlog.model.written_date import WEEKDAYS

_A_DAY = timedelta(days=1)
_SHORT = {"tues": 1, "thur": 3, "thurs": 3} | {name[:3]: n for n, name in enumerate(WEEKDAYS)}
_NUMBERS = {name: n for n, name in enumerate(WEEKDAYS)} | _SHORT
_WEEKDAY = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_LAST_WEEK = r"last week(?:'s|’s)?"


class _Part(NamedTuple):
    """A part of the day: the hour from which it is said, and the time that it stands for."""

    begins: int
    stands_for: time


_PARTS = {
    "morning": _Part(4, time(8)),
    "afternoon": _Part(12, time(15)),
    "evening": _Part(17, time(19)),
    "night": _Part(20, time(22)),
}
# The time that each part of the day stands for, wherever painlog reads or proposes one.
TIMES_OF_PARTS = {name: f"{part.stands_for:%H:%M}" for name, part in _PARTS.items()}
_PART = "|".join(_PARTS)
_DAY = (
    rf"(?P<before>(?:the )?day before yesterday)|(?P<named>today|yesterday|this|\d{{4}}-\d\d-\d\d)"
    rf"|(?P<week>{_LAST_WEEK} (?:on )?(?:{_WEEKDAY})|(?:on )?(?:{_WEEKDAY}) (?:of )?last week)"
    rf"|(?P<last>(?:on )?last (?:{_WEEKDAY}))|(?P<plain>(?:on )?(?:{_WEEKDAY}))"
    r"|(?P<ago>(?:\d{1,4}|an?) (?:day|week)s? ago)"
)
_CLOCK = r"(?P<hour>\d{1,2})(?:[:.,h](?P<minute>\d\d)|h)?\s?(?P<half>am|pm)?|(?P<four>\d{4})"
_FORMS = (
    rf"(?:{_DAY})",
    rf"(?:{_DAY}),?(?: at)? (?:{_CLOCK})",
    rf"(?:at )?(?:{_CLOCK}),?(?: on)? (?:{_DAY})",
    rf"(?:(?:{_DAY})(?:'s)? (?:in the )?|in the )(?P<part>{_PART})",
    rf"(?:(?:{_DAY})(?:'s)? (?:in the )?|in the )(?P<part>{_PART}),?(?: at)? (?:{_CLOCK})",
    rf"(?:at )?(?:{_CLOCK}),? (?:(?:{_DAY})(?:'s)? (?:in the )?|in the )(?P<part>{_PART})",
    r"(?:at )?(?P<four>\d{4})",
)
_BACK = {
    "this": 0,
    "today": 0,
    "yesterday": 1,
    "day before yesterday": 2,
    "the day before yesterday": 2,
}
# A number of four digits may be a recent year, or the next one.
_YEARS_BACK, _YEARS_AHEAD = 10, 1


class TwoDaysError(ValueError):
    """A weekday that is today's: what was said of today, and of a week ago."""

    def __init__(self, said: "tuple[datetime | date, ...]") -> None:
        super().__init__(said)
        self.said = said


def said_time(words: str, now: datetime) -> datetime | date | None:
    """Return the wall-clock time, or the whole day, that is said in everyday words.

    Args:
        words: In lower case, with single spaces.
        now: The present moment.

    Raises:
        TwoDaysError: if it names the weekday that is today.
    """
    words = {"last night": "yesterday night", "tonight": "this night"}.get(words, words)
    words = re.sub(r"\blast (night|evening)\b", r"yesterday \1", words)
    words = re.sub(r"\btonight\b", "this night", words)
    # "this tuesday" is today on a Tuesday; on other days it may be to come.
    words = re.sub(
        rf"\b(?:on )?this ({_WEEKDAY})\b",
        lambda found: "today" if _NUMBERS[found[1]] == now.weekday() else found[0],
        words,
    )
    for form in _FORMS:
        found = re.fullmatch(form, words)
        if not found:
            continue
        said = found.groupdict()
        day = _day(said, now.date())
        if day is None or (said.get("named") == "this" and not said.get("part")):
            continue
        meant = _on(day, said, now, alone=form is _FORMS[-1])
        if meant and said.get("plain") and day == now.date():
            raise TwoDaysError((meant, meant - 7 * _A_DAY))
        return meant
    return None


def _on(
    day: date, said: dict[str, str | None], now: datetime, *, alone: bool
) -> datetime | date | None:
    """Return the time that is said of a day, or the whole day where none is."""
    if said.get("part"):
        return _in_part(day, said, now)
    if said.get("hour") is None and said.get("four") is None:
        return day
    clock = _clock(said, now, alone=alone)
    return datetime.combine(day, clock) if clock else None


def _day(said: dict[str, str | None], today: date) -> date | None:
    if text := said.get("week"):
        monday = today - (today.weekday() + 7) * _A_DAY
        return monday + _weekday_in(text) * _A_DAY
    if text := said.get("last") or said.get("plain"):
        back = (today.weekday() - _weekday_in(text)) % 7
        # A plain weekday may be today.
        return today - (back or 7 * bool(said.get("last"))) * _A_DAY
    if text := said.get("ago"):
        number, unit, _ = text.split()
        count = int(number) if number.isdecimal() else 1
        return today - count * (7 if unit.startswith("week") else 1) * _A_DAY
    return _named(said.get("before") or said.get("named") or "today", today)


def _named(text: str, today: date) -> date | None:
    if text in _BACK:
        return today - _BACK[text] * _A_DAY
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _weekday_in(text: str) -> int:
    return next(_NUMBERS[word] for word in text.split() if word in _NUMBERS)


def _in_part(day: date, said: dict[str, str | None], now: datetime) -> datetime | None:
    """Return the time in a part of the day; the night goes on after midnight."""
    part = str(said["part"])
    if said.get("hour") is None and said.get("four") is None:
        moment = datetime.combine(day, _PARTS[part].stands_for)
        here = now.replace(tzinfo=None)
        has_begun = day == here.date() and here.hour >= _PARTS[part].begins
        return min(moment, here) if has_begun else moment
    clock = _clock(said, now, in_part=part)
    if clock is None:
        return None
    if part == "night" and clock.hour < 12:
        day += _A_DAY
    return datetime.combine(day, clock)


def _clock(
    said: dict[str, str | None], now: datetime, *, alone: bool = False, in_part: str = ""
) -> time | None:
    if four := said.get("four"):
        if alone and now.year - _YEARS_BACK <= int(four) <= now.year + _YEARS_AHEAD:
            return None
        hour, minute, half = int(four[:2]), int(four[2:]), ""
    else:
        hour, minute = int(said["hour"] or 0), int(said["minute"] or 0)
        half = said["half"] or ""
        if said["minute"] is None and not half and not in_part:
            return None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (half == "pm")
    elif in_part and not said.get("four"):
        hour = _hour_of(hour, in_part)
    try:
        return time(hour, minute)
    except ValueError:
        return None


def _hour_of(hour: int, part: str) -> int:
    """Return the hour of 24 that an hour of 12 is in a part of the day."""
    if part == "night":
        return hour + 12 if 6 <= hour < 12 else hour % 12 if hour == 12 else hour
    if part in ("afternoon", "evening") and hour < 12:
        return hour + 12
    return hour
