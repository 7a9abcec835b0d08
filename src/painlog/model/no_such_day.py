"""Days that no calendar has, such as 31 November."""

import re
from calendar import month_name, monthrange

_ISO = r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
_IN_WORDS = (
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?P<month>[a-z]{3,9})\b(?:,? (?P<year>\d{4}))?",
    r"\b(?P<month>[a-z]{3,9}) (?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?!:)(?:,? (?P<year>\d{4}))?",
)
_LEAP_YEAR = 2000


def no_such_day(text: str) -> str | None:
    """Return a day in a text that the calendar does not have: "31 November"; None without one."""
    words = " ".join(text.lower().split())
    for pattern in (_ISO, *_IN_WORDS):
        for found in re.finditer(pattern, words):
            month, day = _month(found["month"]), int(found["day"])
            year = int(found["year"] or _LEAP_YEAR)
            if month and year and day > monthrange(year, month)[1]:
                said_year = f" {found['year']}" if found["year"] else ""
                return f"{day} {month_name[month]}{said_year}"
    return None


def _month(text: str) -> int | None:
    if text.isdecimal():
        return int(text) if 1 <= int(text) <= len(month_name) - 1 else None
    names = enumerate(map(str.lower, month_name))
    return next((number for number, name in names if number and name.startswith(text)), None)
