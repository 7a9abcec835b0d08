"""Dates in figures, such as 3/4/2026, in the order that a person has chosen once."""

import re
from datetime import date
from typing import TYPE_CHECKING

from painlog.model.written_date import MONTHS, WEEKDAY_STEMS

if TYPE_CHECKING:
    from painlog.model.settings import DateOrder

_LEAP_YEAR = 2000
_WITH_YEAR = r"(?<![\w/.:-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/.:-]*\d)"
# "3.4" may be a time of day, so a date with a point needs a second one: "3.4.".
_WITHOUT_YEAR = r"(?<![\w/.:-])(\d{1,2})(?:/(\d{1,2})|\.(\d{1,2})\.)(?![\w/.:-])"
# "9-11 am" and "yesterday 9-11" are hours.
_HYPHENATED = r"^\s*(\d{1,2})-(\d{1,2})(?=\s*$|,? (?:at )?\d{1,2}[:.h]\d\d)"
_ONE_POINT = rf"(?i)\s*(?:(?:on )?(?:{WEEKDAY_STEMS})(?:day)?,? )?\d{{1,2}}\.\d{{1,2}}\s*"


def with_last_point(text: str) -> str:
    """Return what was typed for a day with the last point of its date: "3.11" as "3.11."."""
    return f"{text.rstrip()}." if re.fullmatch(_ONE_POINT, text) else text


def in_order(text: str, order: "DateOrder") -> str:
    """Return a text with its date in figures as 2026-04-03, or as 3 April '26 or 3 April.

    A text that is no date in that order stays as it is.
    """
    if found := re.search(_WITH_YEAR, text):
        first, _, second, year = found.groups()
    elif found := re.search(_WITHOUT_YEAR, text) or re.search(_HYPHENATED, text):
        first, *others = filter(None, found.groups())
        second, year = others[0], ""
    else:
        return text
    month, day = map(int, (second, first) if order == "day-first" else (first, second))
    try:
        meant = date(int(f"20{year}"[-4:]) if year else _LEAP_YEAR, month, day)
    except ValueError:
        return text
    # Which century two digits mean is decided where the text is read.
    short_year = f" '{year}" if len(year) == 2 else ""
    in_words = f"{day} {MONTHS[month - 1].capitalize()}{short_year}"
    written = f"{meant}" if len(year) == 4 else in_words
    return f"{text[: found.start()]}{written}{text[found.end() :]}"
