"""Which year two digits of a date mean, as in 28.11.26: its last two, and 2000 and so many.

A year may be written first only with hyphens, as in 26-11-28.
"""

from datetime import date

from painlog.model.written_date import WrittenDate

# A date further ahead was rather meant to be in the century before.
_YEARS_AHEAD = 5


def days_of_short_year(found: WrittenDate, today: date, *, may_come: bool) -> list[date]:
    """Return the days that a date with a year of two digits and one order can be.

    Args:
        found: The date.
        today: This day.
        may_come: Whether a day to come can be meant as well as one up to today.
    """
    day = found.day_in_its_year(found.orders[0])
    days = list(dict.fromkeys(each for each in (day, found.year_first) if each))
    if not may_come and len(days) > 1:
        days = [each for each in days if each <= today] or days
    if len(days) == 1 and days[0].year > today.year + _YEARS_AHEAD:
        days.append(days[0].replace(year=days[0].year - 100))
    return days
