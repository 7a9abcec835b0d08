"""Calendar months, each by its first day."""

from datetime import date


def months(since: date, until: date) -> list[date]:
    """Every month that holds a day from `since` to `until`, in time order."""
    return [_month(number) for number in range(_number(since), _number(until) + 1)]


def months_before(day: date, number: int) -> list[date]:
    """The `number` months before the month of `day`, in time order."""
    own = _number(day)
    return [_month(earlier) for earlier in range(own - number, own)]


def every(step: int, firsts: list[date]) -> list[date]:
    """Of these months every `step`th, counted from January: 3 gives January, April, July, October.

    Steps over a year are counted from the year 0.
    """
    return [first for first in firsts if _number(first) % step == 0]


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)
