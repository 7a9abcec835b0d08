"""A day from today on, as people write it: "friday", "tomorrow", "in 2 weeks", "4 Dec"."""

import re
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from painlog.errors import NotUnderstoodError, RefusedError
from painlog.model.number_words import with_digits
from painlog.model.short_year import YEARS_AHEAD
from painlog.model.written_date import WEEKDAY_STEMS, WrittenDate, find_date, weekday_number

if TYPE_CHECKING:
    from collections.abc import Sequence

# A year that is a slip of the hand is likelier than a visit so far ahead.
FURTHEST_YEARS = YEARS_AHEAD
_WEEKDAY = rf"({WEEKDAY_STEMS})(?:day)?"
_COMING_WEEKDAY = rf"(?:(?:on|next|this|coming) )*{_WEEKDAY}"
_CLOCK = (
    r"(?:\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?m\b\.?|\d{1,2}(?::\d{2}|h\d{2}|h\b)"
    r"|(?<=\bat )\d{1,2}|\b(?:(?:12 )?(?:noon|midday|midnight))\b)"
)
_IN = r"in (\d{1,3}|an?) (day|week)s?"
_THIS_WEEKDAY = rf"\b(?:on )?this {_WEEKDAY}\b"
_AHEAD = {"today": 0, "tomorrow": 1, "day after tomorrow": 2, "the day after tomorrow": 2}
_TO_COME = (
    rf"\b(?:(?:on )?(?:(?:next|this|coming) )+{_WEEKDAY}|(?:(?:the )?day after )?tomorrow"
    r"|in (?:\d{1,3}|an?) (?:day|week)s?)\b"
)
_BEGINS = r"(?i)\s*(?:tomorrow|next|in|this|coming)\b"


def names_day_to_come(text: str) -> bool:
    """Return whether a text can mean only a day that is still to come."""
    return bool(re.match(_BEGINS, text))


def with_iso_day(words: str, today: date, *, weeks: int = 0) -> str:
    """Return words with the first day to come in them as in "2026-12-05 3am".

    Args:
        words: In lower case, with single spaces.
        today: This day.
        weeks: How many weeks earlier to take the day.
    """

    def in_figures(found: re.Match[str]) -> str:
        day = _own(found[0], today)
        return str(day - timedelta(days=7 * weeks)) if day else found[0]

    return re.sub(_TO_COME, in_figures, words, count=1)


def names_this_weekday(words: str) -> bool:
    """Return whether words in lower case name a day as in "this saturday"."""
    return bool(re.search(_THIS_WEEKDAY, words))


def clock_in(text: str) -> str:
    """Return the time of day in the words for a day, as typed; "" if there is none."""
    found = re.search(_CLOCK, text, re.IGNORECASE)
    return found[0].strip() if found else ""


def next_of_bare_weekday(text: str, today: date) -> date | None:
    """Return the next day of a weekday that was named alone, so that the last may be meant, too.

    A time of day beside the name makes no difference. None for all other words.
    """
    words = re.sub(_CLOCK, " ", text.lower()).replace(",", " ")
    found = re.fullmatch(rf"(?:on )?{_WEEKDAY}(?: at)?", " ".join(words.split()))
    return _next(found[1], today) if found else None


def parse_day_to_come(text: str, today: date) -> date:
    """Return the day that a person wrote, today or later.

    A weekday is the next one after today. A date without a year is the nearest such day.

    Raises:
        NotUnderstoodError: if it is not a day.
        RefusedError: if it is over, or further away than any visit.
    """
    words = " ".join(text.lower().split())
    found = day_from(text, today) or _over(text, today)
    if found is None:
        raise NotUnderstoodError(f'"{text}" is not a day. Type a day such as {_examples(today)}.')
    said = f"{found} is" if words == str(found) else f'"{text}" is {found}, which is'
    if found < today:
        raise RefusedError(
            f"{said} over. Give a day from today on, such as {_examples(today)}."
            f"{_next_year(words, today)}"
        )
    if found.year > today.year + FURTHEST_YEARS:
        raise RefusedError(
            f"{said} more than {FURTHEST_YEARS} years ahead. Give a day such as {_examples(today)}."
        )
    return found


def day_from(text: str, today: date) -> date | None:
    """Return the day from today on that a person wrote; None for other texts.

    Raises:
        NotUnderstoodError: if it can be read in two ways.
    """
    from painlog.model.date_order import with_last_point  # noqa: PLC0415 - seldom needed

    words = with_digits(" ".join(text.lower().replace(",", " ").split()))
    words = _without_clock(with_last_point(words))
    return _own(words, today) or _written(words, text, today)


def week_after(text: str, found: date, today: date) -> date | None:
    """Return the same weekday of next week where "next friday" was read as this week's.

    Args:
        text: As typed.
        found: The day that it was read as.
        today: This day.
    """
    said = re.fullmatch(rf"(?:on )*next {_WEEKDAY}", " ".join(text.lower().split()))
    in_this_week = found - today < timedelta(days=7 - today.weekday())
    return found + timedelta(days=7) if said and in_this_week else None


def _examples(today: date) -> str:
    return f'"tomorrow", "friday", "in 2 weeks", "{today + timedelta(days=4)}"'


def _without_clock(words: str) -> str:
    return " ".join(re.sub(rf"(?:\bat )?{_CLOCK}", " ", words, count=1).split())


def _own(words: str, today: date) -> date | None:
    if words in _AHEAD:
        return today + timedelta(days=_AHEAD[words])
    if found := re.fullmatch(_COMING_WEEKDAY, words):
        coming = _next(found[1], today)
        is_today = coming - today == timedelta(days=7) and re.fullmatch(_THIS_WEEKDAY, words)
        return today if is_today else coming
    if found := re.fullmatch(_IN, words):
        number = int(found[1]) if found[1].isdecimal() else 1
        return today + timedelta(days=number * (7 if found[2] == "week" else 1))
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _next(weekday: str, today: date) -> date:
    ahead = (weekday_number(weekday) - today.weekday()) % 7
    return today + timedelta(days=ahead or 7)


def _written(words: str, text: str, today: date) -> date | None:
    """Return the nearest day that a date such as "4 dec" or "24.12." means."""
    found = find_date(words)
    if found is None or found.before or found.after:
        return None
    days: Sequence[date | None]
    if found.year is None:
        days = [_next_of(found, order, today) for order in found.orders]
    else:
        days = found.days_of_year(today, may_come=True)
    if found.with_hour:
        days = [*days, _next_of(found.with_hour, found.orders[0], today)]
    possible = [day for day in days if day]
    if len(possible) > 1:
        listed = " or ".join(map(str, sorted(possible)))
        is_year_unclear = found.short_year and len(found.orders) == 1
        how = "in four digits" if is_year_unclear else "first"
        raise NotUnderstoodError(
            f'"{text}" can be read in two ways. Write the year {how}: {listed}.'
        )
    return next((day for day in possible if found.agrees_with(day)), None)


def _next_year(words: str, today: date) -> str:
    """Say how to mean the next year's day, where a date without a year was written."""
    found = find_date(words)
    if found is None or found.year is not None:
        return ""
    _, coming = found.days(found.orders[0], today)
    return f' For next year type "{coming}".' if coming else ""


def _over(text: str, today: date) -> date | None:
    from painlog.model.when import parse_day  # noqa: PLC0415 - seldom needed

    with suppress(NotUnderstoodError, RefusedError):
        return parse_day(text, datetime.combine(today, time.max, UTC), UTC)
    return None


def _next_of(found: WrittenDate, order: tuple[int, int], today: date) -> date | None:
    past, coming = found.days(order, today)
    if past is None or coming is None:
        return past or coming
    # As everywhere, the nearer day is meant; one that is over is then refused.
    return past if today - past < coming - today else coming
