"""The time axis: which column stands for a day, and where a date is printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from painlog.model.months import every, months
from painlog.views.pictures.ink import Ink, Row

_DAY_STEPS = (1, 2, 7)
_DAYS_COUNTED_SINGLY = 62
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240)
_BETWEEN_LABELS = 2


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The days from `since` to `until`, both included, on `width` columns.

    Few days have several columns each, many days share one; the scale is the same throughout.
    `week_start` is the first day of a week, 0 for Monday.
    """

    since: date
    until: date
    width: int
    week_start: int = 0

    @property
    def days(self) -> int:
        """Return the number of days."""
        return (self.until - self.since).days + 1

    @property
    def days_a_column(self) -> int:
        """Return how many days a column stands for at most."""
        return -(-self.days // self.width)

    def column(self, day: date) -> int:
        """Return the column in the middle of a day."""
        return sum(self.span(day, day)) // 2

    def span(self, since: date, until: date) -> tuple[int, int]:
        """Return the first and the last column of some days, as far as they are on the axis."""
        first = (max(since, self.since) - self.since).days
        last = (min(until, self.until) - self.since).days
        start = first * self.width // self.days
        return start, max(start, (last + 1) * self.width // self.days - 1)

    def rows(self, drawn_with: Ink) -> tuple[Row, Row]:
        """Return the axis with its ticks, and the dates below them."""
        axis, dates = Row(self.width), Row(self.width)
        axis.put(0, drawn_with.floor * self.width)
        for day, label in self._labelled():
            at = self.column(day)
            axis.put(at, drawn_with.tick)
            # The last date may begin to the left of its tick, but still reaches under it.
            begin = min(at, self.width - len(label))
            if dates.free(max(begin - 1, 0), len(label)):
                dates.put(begin, label)
        return axis, dates

    def _labelled(self) -> list[tuple[date, str]]:
        """Choose the dates to print: as many as fit, at intervals that people count in."""
        for ticks in self._ticks():
            found = list(zip(ticks, self._labels(ticks), strict=True))
            if found and all(
                self.column(b) - self.column(a) >= len(label) + _BETWEEN_LABELS
                for (a, label), (b, _) in pairwise(found)
            ):
                return found
        return list(zip([self.since], self._labels([self.since]), strict=True))

    def _ticks(self) -> Iterator[list[date]]:
        if self.days <= _DAYS_COUNTED_SINGLY:
            for step in _DAY_STEPS:
                # Weeks begin on the same day as in the calendar.
                lead = (self.week_start - self.since.weekday()) % 7 if step == 7 else 0
                yield [self.since + timedelta(days=n) for n in range(lead, self.days, step)]
        yield sorted(self._of_months(1, 1) + self._of_months(1, 15))
        for step in _MONTH_STEPS:
            yield self._of_months(step, 1)

    def _of_months(self, step: int, day: int) -> list[date]:
        """Return a day of every month, or of every `step` months counted from January."""
        firsts = every(step, months(self.since, self.until))
        ticks = [first.replace(day=day) for first in firsts]
        return [tick for tick in ticks if self.since <= tick <= self.until]

    def _labels(self, ticks: list[date]) -> Iterator[str]:
        """Write a day as "1 Aug", with the year where it is not that of the label before."""
        named = self.until.year if self.since.year == self.until.year else None
        for day in ticks:
            yield f"{day.day} {day:%b}" if day.year == named else f"{day.day} {day:%b %Y}"
            named = day.year
