"""Dates with a month's name or in figures, found among other words: "5 march", "24.12.", "3/4/26".

Which year is meant, and which of two orders, is for the caller to decide.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Without the "day" that may follow.
WEEKDAY_STEMS = "mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun"
_BEFORE = (
    rf"(?<![\w/.:,-])(?:on )?(?:(?P<weekday>{WEEKDAY_STEMS})"
    r"(?:day)?,? )?(?:on )?(?:the )?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_YEAR = r"(?:(?:, ?| |-)(?P<year>(?:1[89]|20)\d\d))?"
_AFTER = r"(?![\w/-]|[.:,]\d)"
_SIGN = "(?P<sign>[/.-])"
_FIGURES = rf"(?P<first>\d{{1,2}}){_SIGN}(?P<second>\d{{1,2}})"
_FORMS = (
    rf"{_BEFORE}{_DAY}\.?(?: of)?[ -]?{_MONTH}{_YEAR}{_AFTER}",
    rf"{_BEFORE}{_MONTH} ?{_DAY}{_YEAR}{_AFTER}",
    rf"(?<![\w/.:,-])(?P<year>\d{{4}}){_SIGN}(?P<month>\d{{1,2}})(?P=sign)(?P<day>\d{{1,2}}){_AFTER}",
    rf"{_BEFORE}{_FIGURES}(?P=sign)(?P<year>\d{{4}}|\d\d){_AFTER}",
    rf"{_BEFORE}{_FIGURES}(?P<dot>\.?){_AFTER}",
)
_LEAP_YEAR = 2000
# 29 February may be eight years away.
_YEARS_AWAY = 8


class WrittenDate(NamedTuple):
    """A date in a text: what stands before and after it, and what it can be.

    `orders` holds the month and day of each order in which it can be read. `year` is None where
    none was written, and `short_year` tells that it had two digits. `weekday` counts from Monday.
    `year_first` is the day of a date such as 26-11-28 if its year of two digits comes first.
    """

    before: str
    after: str
    orders: tuple[tuple[int, int], ...]
    year: int | None
    short_year: bool
    weekday: int | None
    year_first: date | None = None

    def days(self, order: tuple[int, int], today: date) -> tuple[date | None, date | None]:
        """Return the last such day up to today and the next one after it."""
        back, ahead = range(0, -_YEARS_AWAY - 1, -1), range(_YEARS_AWAY + 1)
        past = (day for day in self._in_years(order, today, back) if day <= today)
        coming = (day for day in self._in_years(order, today, ahead) if day > today)
        return next(past, None), next(coming, None)

    def day_before(self, day: date) -> date | None:
        """Return the last such day before one."""
        return self.days(self.orders[0], day - timedelta(days=1))[0]

    def day_in_its_year(self, order: tuple[int, int]) -> date | None:
        """Return the day in the year that was written; None if the calendar has none."""
        with suppress(ValueError):
            return date(self.year or 0, *order)
        return None

    def agrees_with(self, day: date) -> bool:
        """Tell whether the day is of the weekday that was written, if one was."""
        return self.weekday in (None, day.weekday())

    def _in_years(self, order: tuple[int, int], today: date, years: range) -> Iterator[date]:
        for away in years:
            with suppress(ValueError):
                yield date(today.year + away, *order)


def find_date(words: str) -> WrittenDate | None:
    """Return the date in words in lower case with single spaces; None without one."""
    for form in _FORMS:
        for found in re.finditer(form, words):
            said = found.groupdict()
            if orders := tuple(_orders(said)):
                year = said.get("year")
                weekday = said.get("weekday")
                return WrittenDate(
                    words[: found.start()],
                    words[found.end() :],
                    orders,
                    None if year is None else int(year) + (2000 if len(year) == 2 else 0),
                    year is not None and len(year) == 2,
                    weekday_number(weekday) if weekday else None,
                    _year_first(said),
                )
    return None


def weekday_number(name: str) -> int:
    """Return the number of a weekday by its name or the beginning of that, from Monday 0."""
    return next(n for n, weekday in enumerate(WEEKDAYS) if weekday.startswith(name[:3]))


def _orders(said: dict[str, str | None]) -> Iterator[tuple[int, int]]:
    if month := said.get("month"):
        number = int(month) if month.isdecimal() else _month(month)
        pairs = [(number, int(said["day"] or 0))] if number else []
    else:
        first, second = int(said["first"] or 0), int(said["second"] or 0)
        pairs = list(dict.fromkeys([(first, second), (second, first)]))
    found = [pair for pair in pairs if _exists(*pair)]
    # 21.5 is a fraction, not 21 May; only 21.5. is.
    is_fraction = (
        said.get("sign") == "." and said.get("dot") == "" and len(said["second"] or "") < 2
    )
    if not (is_fraction and len(found) < 2):
        yield from found


def _year_first(said: dict[str, str | None]) -> date | None:
    year, month, day = (said.get(part) or "" for part in ("first", "second", "year"))
    if said.get("sign") == "-" and len(year) == len(day) == 2:
        with suppress(ValueError):
            return date(2000 + int(year), int(month), int(day))
    return None


def _exists(month: int, day: int) -> bool:
    with suppress(ValueError):
        return bool(date(_LEAP_YEAR, month, day))
    return False


def _month(name: str) -> int | None:
    if name == "sept":
        return 9
    return next((n for n, month in enumerate(MONTHS, start=1) if month.startswith(name)), None)
