"""Dates with a month's name or in figures, found among other words: "5 march", "24.12.", "3/4/26".

Which year is meant, and which of two orders, is for the caller to decide.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

from painlog.model.short_year import in_its_century

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
_YEAR = r"(?:(?P<apart>, ?| |-|(?='))(?P<year>(?:1[89]|20)\d\d|(?P<short>'?\d\d)))?"
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
_LAST_HOUR = 23


class WrittenDate(NamedTuple):
    """A date in a text: what stands before and after it, and what it can be.

    `orders` holds the month and day of each order in which it can be read. `year` is None where
    none was written, and `short_year` tells that it had two digits. `weekday` counts from Monday.
    `year_first` is the day of a date such as 26-11-28 if its year of two digits comes first.
    `with_hour` is the date without its year where the two digits may be an hour: "5 mar 21".
    """

    before: str
    after: str
    orders: tuple[tuple[int, int], ...]
    year: int | None
    short_year: bool
    weekday: int | None
    year_first: date | None = None
    with_hour: "WrittenDate | None" = None

    def days(self, order: tuple[int, int], today: date) -> tuple[date | None, date | None]:
        """Return the last such day up to today and the next one after it."""
        back, ahead = range(0, -_YEARS_AWAY - 1, -1), range(_YEARS_AWAY + 1)
        past = (day for day in self._in_years(order, today, back) if day <= today)
        coming = (day for day in self._in_years(order, today, ahead) if day > today)
        return next(past, None), next(coming, None)

    def day_before(self, day: date) -> date | None:
        """Return the last such day before one."""
        return self.days(self.orders[0], day - timedelta(days=1))[0]

    def days_of_year(self, today: date, *, may_come: bool) -> list[date]:
        """Return the days that a date with a year can be.

        A year may come first only with hyphens, as in 26-11-28, and if one order exists.

        Args:
            today: This day.
            may_come: Whether a day to come can be meant as well as one up to today.
        """
        days = [day for order in self.orders if (day := self._in_year(order))]
        if not self.short_year:
            return days
        if len(self.orders) == 1 and self.year_first:
            days.append(self.year_first)
        days = list(dict.fromkeys(in_its_century(day, today) for day in days))
        if not may_come and len(self.orders) == 1:
            days = [day for day in days if day <= today] or days
        return days

    def agrees_with(self, day: date) -> bool:
        """Tell whether the day is of the weekday that was written, if one was."""
        return self.weekday in (None, day.weekday())

    def _in_year(self, order: tuple[int, int]) -> date | None:
        with suppress(ValueError):
            return date(self.year or 0, *order)
        return None

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
                year = (said.get("year") or "").removeprefix("'")
                weekday = said.get("weekday")
                date_found = WrittenDate(
                    words[: found.start()],
                    words[found.end() :],
                    orders,
                    int(year) + (2000 if len(year) == 2 else 0) if year else None,
                    len(year) == 2,
                    weekday_number(weekday) if weekday else None,
                    _year_first(said),
                )
                return date_found._replace(with_hour=_with_hour(date_found, said))
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


def _with_hour(found: WrittenDate, said: dict[str, str | None]) -> WrittenDate | None:
    """Return a date such as "5 mar 21" with its last two digits as an hour, if they can be one."""
    digits = said.get("short") or ""
    if digits.isdecimal() and int(digits) <= _LAST_HOUR and said["apart"] in (" ", ", "):
        return found._replace(after=f" {digits}{found.after}", year=None, short_year=False)
    return None


def _exists(month: int, day: int) -> bool:
    with suppress(ValueError):
        return bool(date(_LEAP_YEAR, month, day))
    return False


def _month(name: str) -> int | None:
    if name == "sept":
        return 9
    return next((n for n, month in enumerate(MONTHS, start=1) if month.startswith(name)), None)
