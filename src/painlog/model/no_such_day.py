"""Days that no calendar has, such as 31 November."""

import re
from calendar import month_name, monthrange

_YEAR_FIRST = r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})\b"
_IN_FIGURES = (
    r"(?<![\d:./-])(?P<one>\d{1,2})(?P<sign>[-/.])(?P<other>\d{1,2})"
    r"(?:(?P=sign)(?P<year>\d{4}))?(?![\d:/-])"
)
_IN_WORDS = (
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?P<month>[a-z]{3,9})\b(?:,? (?P<year>\d{4}))?",
    r"\b(?P<month>[a-z]{3,9}) (?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?!:)(?:,? (?P<year>\d{4}))?",
)
_LEAP_YEAR = 2000


def no_such_day(text: str) -> str | None:
    """Return a day in a text that the calendar does not have: "31 November"; None without one."""
    words = " ".join(text.lower().split())
    for pattern in (_YEAR_FIRST, _IN_FIGURES, *_IN_WORDS):
        for found in re.finditer(pattern, words):
            month, day = _parts(found)
            year = int(found["year"] or _LEAP_YEAR)
            if month and year and day > monthrange(year, month)[1]:
                said_year = f" {found['year']}" if found["year"] else ""
                return f"{day} {month_name[month]}{said_year}"
    return None


def _parts(found: re.Match[str]) -> tuple[int | None, int]:
    """Return the month, None where there is no such one, and the day: 31/11 has one reading."""
    said = found.groupdict()
    if "one" not in said:
        return _month(said["month"]), int(said["day"])
    one, other = int(said["one"]), int(said["other"])
    return _month(str(min(one, other))), max(one, other)


def _month(text: str) -> int | None:
    if text.isdecimal():
        return int(text) if 1 <= int(text) <= len(month_name) - 1 else None
    names = enumerate(map(str.lower, month_name))
    return next((number for number, name in names if number and name.startswith(text)), None)
