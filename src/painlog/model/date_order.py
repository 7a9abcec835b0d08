"""Dates in figures, such as 3/4/2026, in the order that a person has chosen once."""

import re
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from painlog.model.settings import DateOrder

_WITH_YEAR = r"(?<![\w/.:-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/.:-]*\d)"
# "3.4" may be a time of day, so a date with a point needs a second one: "3.4.".
_WITHOUT_YEAR = r"(?<![\w/.:-])(\d{1,2})(?:/(\d{1,2})|\.(\d{1,2})\.)(?![\w/.:-])"


def year_first(text: str, order: "DateOrder", today: date, *, coming: bool = False) -> str:
    """Return a text with its date in figures as 2026-04-03.

    Without a year it is the last such day up to today, or the next one if `coming`. A text that is
    no date in that order stays as it is.
    """
    if found := re.search(_WITH_YEAR, text):
        first, _, second, year = found.groups()
        years = [int(year) if len(year) == 4 else 2000 + int(year)]
    elif found := re.search(_WITHOUT_YEAR, text):
        first, second = found[1], found[2] or found[3]
        years = [today.year + (number if coming else -number) for number in range(9)]
    else:
        return text
    month, day = (second, first) if order == "day-first" else (first, second)
    for each in years:
        with suppress(ValueError):
            meant = date(each, int(month), int(day))
            if len(years) == 1 or (meant >= today if coming else meant <= today):
                return f"{text[: found.start()]}{meant}{text[found.end() :]}"
    return text
