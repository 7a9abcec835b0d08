"""A day from today on, as people write it: "friday", "tomorrow", "in 2 weeks", "4 Dec"."""

import re
from datetime import date, datetime, timedelta

from painlog.errors import NotUnderstoodError, RefusedError

# A year that is a slip of the hand is likelier than a visit so far ahead.
FURTHEST_YEARS = 5
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = r"(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_COMING_WEEKDAY = rf"(?:(?:on|next|this|coming) )*{_WEEKDAY}"
_CLOCK = (
    r"(?i)(?:\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?m\b\.?|\d{1,2}(?::\d{2}|h\d{2}|h\b)"
    r"|\b(?:noon|midday|midnight)\b)"
)
_IN = r"in (\d{1,3}|an?|one|two|three|four) (day|week|month)s?"
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_BEGINS = r"(?i)\s*(?:tomorrow|next|in|this|coming)\b"


def names_day_to_come(text: str) -> bool:
    """Return whether a text can mean only a day that is still to come."""
    return bool(re.match(_BEGINS, text))


def clock_in(text: str) -> str:
    """Return the time of day in the words for a day, as typed; "" if there is none."""
    found = re.search(_CLOCK, text)
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

    A weekday is the next one after today. A date without a year is the next such day.

    Raises:
        NotUnderstoodError: if it is not a day.
        RefusedError: if it is over, or further away than any visit.
    """
    words = " ".join(text.lower().replace(",", " ").split())
    found = _own(words, today) or _dateparser(text, today)
    said = f"{found} is" if words == str(found) else f'"{text}" is {found}, which is'
    if found < today:
        raise RefusedError(f"{said} over. Give a day from today on, such as {_examples(today)}.")
    if found.year > today.year + FURTHEST_YEARS:
        raise RefusedError(
            f"{said} more than {FURTHEST_YEARS} years ahead. Give a day such as {_examples(today)}."
        )
    return found


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


def _own(words: str, today: date) -> date | None:
    if words in ("today", "tomorrow"):
        return today + timedelta(days=words == "tomorrow")
    if found := re.fullmatch(_COMING_WEEKDAY, words):
        return _next(found[1], today)
    if (found := re.fullmatch(_IN, words)) and found[2] != "month":
        number = _NUMBERS.get(found[1]) or int(found[1])
        return today + timedelta(days=number * (7 if found[2] == "week" else 1))
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _next(weekday: str, today: date) -> date:
    ahead = (_WEEKDAYS.index(weekday[:3]) - today.weekday()) % 7
    return today + timedelta(days=ahead or 7)


def _dateparser(text: str, today: date) -> date:
    from dateparser.date import DateDataParser  # noqa: PLC0415 - heavy, and seldom needed

    parser = DateDataParser(
        languages=["en"],
        settings={
            "RELATIVE_BASE": datetime.combine(today, datetime.min.time()),
            "PREFER_DATES_FROM": "future",
            "STRICT_PARSING": False,
            "RETURN_TIME_AS_PERIOD": True,
        },
    )
    found = parser.get_date_data(text)
    numbers = re.fullmatch(r"\s*[\d/.\- ]+\s*", text)
    if found.date_obj is None or found.period not in ("time", "day") or numbers:
        raise NotUnderstoodError(f'"{text}" is not a day. Type a day such as {_examples(today)}.')
    return found.date_obj.date()
