"""A long run of days as a short row of means, for a line of trend."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from painlog.analysis.average import mean
from painlog.analysis.days import RatedDay

MOST_BUCKETS = 30
LENGTHS = (7, 28, 91, 364)


class Buckets(NamedTuple):
    """Means of the daily means over equal spans, oldest first; None where none was rated.

    `length` is the calendar days of a span; the last one ends with the last day of the period.
    """

    length: int
    means: tuple[float | None, ...]


def buckets(
    days: Sequence[RatedDay], since: date, until: date, most: int = MOST_BUCKETS
) -> Buckets:
    """Weeks, or longer spans where there would be more than `most` of them.

    Args:
        days: The rated days of one place from `since` to `until`, in time order.
        since: The first day; the first span may reach beyond it.
        until: The last day.
        most: How many spans at most, where they are not longer than a year.
    """
    span = (until - since).days + 1
    length = next((n for n in LENGTHS if span <= n * most), LENGTHS[-1])
    number = -(-span // length)
    values: list[list[float]] = [[] for _ in range(number)]
    for day in days:
        values[number - 1 - (until - day.day) // timedelta(days=length)].append(day.mean)
    return Buckets(length, tuple(mean(v) if v else None for v in values))
