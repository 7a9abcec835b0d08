"""Calendar months, given by their first day, and months and years as people type them."""

import re
from datetime import date, timedelta

from painlog.errors import NotUnderstoodError, RefusedError


def months(since: date, until: date) -> list[date]:
    """Return the months that contain a day from `since` to `until`, in time order."""
    return [_month(number) for number in range(_number(since), _number(until) + 1)]


def months_before(day: date, number: int) -> list[date]:
    """Return the `number` months before the month of `day`, in time order."""
    own = _number(day)
    return [_month(earlier) for earlier in range(own - number, own)]


def month_end(first: date) -> date:
    """Return the last day of a month."""
    # Not by `calendar`, whose import takes longer than a command has for this.
    if first.month == 12:
        return first.replace(day=31)
    return first.replace(month=first.month + 1, day=1) - timedelta(days=1)


def every(step: int, firsts: list[date]) -> list[date]:
    """Return every `step`th of these months: 3 gives January, April, July and October.

    Steps of more than a year are counted from the year 0.
    """
    return [first for first in firsts if _number(first) % step == 0]


def days_of_month(text: str, today: date) -> tuple[date, date]:
    """Return the first and last day of a month such as "2026-03", no later than today.

    Raises:
        NotUnderstoodError: if it is not a month.
        RefusedError: if it has not begun yet.
    """
    found = re.fullmatch(r"([0-9]{4})-(0?[1-9]|1[0-2])", text.strip())
    if not found or not int(found[1]):
        raise NotUnderstoodError(
            f'"{text}" is not a month. Type the year and month, as in 2026-03.'
        )
    since = date(int(found[1]), int(found[2]), 1)
    _refuse_future(text, since, today, f"{today:%Y-%m}")
    return since, min(month_end(since), today)


def days_of_year(text: str, today: date) -> tuple[date, date]:
    """Return the first and last day of a year such as "2026", no later than today.

    Raises:
        NotUnderstoodError: if it is not a year.
        RefusedError: if it has not begun yet.
    """
    if not re.fullmatch(r"[0-9]{4}", text.strip()) or not int(text):
        raise NotUnderstoodError(f'"{text}" is not a year. Type a year such as {today.year}.')
    since = date(int(text), 1, 1)
    _refuse_future(text, since, today, f"{today.year}")
    return since, min(date(int(text), 12, 31), today)


def _refuse_future(text: str, since: date, today: date, latest: str) -> None:
    if since > today:
        raise RefusedError(f"{text} is still to come. Give one up to {latest}.")


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)
