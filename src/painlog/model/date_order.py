"""Dates in figures, such as 3/4/2026, in the order that a person has chosen once."""

import re
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from painlog.model.settings import DateOrder

_WITH_YEAR = r"(?<![\w/.:-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/.:-]*\d)"
# "3.4" may be a time of day, so a date with a point needs a second one: "3.4.".
_WITHOUT_YEAR = r"(?<![\w/.:-])(\d{1,2})(?:/(\d{1,2})|\.(\d{1,2})\.)(?![\w/.:-])"


def year_first(text: str, order: "DateOrder", today: date, *, coming: bool = False) -> str:
    """Return a text with its date in figures as 2026-04-03.

    Without a year it is the nearest such day, which may be still to come, or the next one from
    today on if `coming`. A text that is no date in that order stays as it is.
    """
    if found := re.search(_WITH_YEAR, text):
        first, _, second, year = found.groups()
        years: Sequence[int] = [int(year) if len(year) == 4 else 2000 + int(year)]
    elif found := re.search(_WITHOUT_YEAR, text):
        first, second = found[1], found[2] or found[3]
        # 29 February may be eight years away.
        years = range(today.year if coming else today.year - 8, today.year + 9)
    else:
        return text
    month, day = (second, first) if order == "day-first" else (first, second)
    days = [d for year in years if (d := _day(year, int(month), int(day)))]
    if coming and len(years) > 1:
        days = [d for d in days if d >= today]
    if not days:
        return text
    meant = min(days, key=lambda d: abs(d - today))
    return f"{text[: found.start()]}{meant}{text[found.end() :]}"


def _day(year: int, month: int, day: int) -> date | None:
    with suppress(ValueError):
        return date(year, month, day)
    return None
