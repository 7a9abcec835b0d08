"""Which year two digits of a date mean, as in 28.11.26.

It is the latest year that ends in them and is at most 5 years ahead: in 2026 `31` is 2031 and `32`
is 1932. A day that a person has lived through is then never read as one that lies far ahead.
"""

from datetime import date

YEARS_AHEAD = 5


def in_its_century(day: date, today: date) -> date:
    """Return a day of the years 2000 to 2099, or the same one of the century before.

    Args:
        day: With the last two digits of its year as they were written.
        today: This day.
    """
    return day.replace(year=day.year - 100) if day.year > today.year + YEARS_AHEAD else day
