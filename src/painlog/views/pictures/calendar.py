"""The calendar: a digit for each rated day of one place, month by month."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Literal, NamedTuple

from painlog.analysis.comparison import BAD, PAIN
from painlog.analysis.days import Place, RatedDay, window
from painlog.analysis.months import months_of
from painlog.model.months import month_end, months
from painlog.model.region import label
from painlog.views.pictures.ink import ink, packed, shaded, whole
from painlog.views.pictures.words import not_rated
from painlog.views.terminal.screen import Screen
from painlog.views.wording import count, day, titled

Of = Literal["worst", "mean"]

TEN = "X"
UNCOUNTED = "-"
_WEEKDAYS = "MTWTFSS"
_WEEK_LABEL = 4
_MONTH_WIDTH = _WEEK_LABEL + len(" ".join(_WEEKDAYS))
_BETWEEN_MONTHS = 3


class Calendar(NamedTuple):
    """The days of one place from `since` to `until`, and which value they show.

    Other days of the first and the last month stay empty. `days` are the rated days in time order,
    and those that an attack diary counts as days without pain. These are no ratings: they are drawn
    like days without one, and a day that does not count is drawn otherwise. Days outside the period
    are ignored. `week_start` is the first day of a week, 0 for Monday. `quiet` are the days without
    pain and without an entry; they are taken out of `days`.
    """

    place: Place
    days: Sequence[RatedDay]
    since: date
    until: date
    of: Of = "worst"
    attack_diary: bool = False
    week_start: int = 0
    quiet: frozenset[date] = frozenset()

    @property
    def uncounted(self) -> int:
        """How many days of an attack diary tell neither of pain nor of none."""
        every = (self.until - self.since).days + 1
        return every - len(self.days) - len(self.quiet) if self.attack_diary else 0


def calendar_lines(shown: Calendar, screen: Screen) -> Iterator[str]:
    """Yield the months, as many side by side as fit, the key, and a summary in words."""
    shown = _within(shown)
    fitted = screen._replace(width=screen.picture_width)
    yield from (screen.bold(line) for line in fitted.wrapped(_title(shown)))
    firsts = months(shown.since, shown.until)
    most = max((fitted.picture_width + _BETWEEN_MONTHS) // (_MONTH_WIDTH + _BETWEEN_MONTHS), 1)
    bands = -(-len(firsts) // most)
    beside = -(-len(firsts) // bands)
    by_day = {rated.day: rated for rated in shown.days}
    for first in range(0, len(firsts), beside):
        yield ""
        yield from _band(firsts[first : first + beside], shown, by_day, screen)
    yield ""
    yield from packed(_key(shown, screen), fitted)
    yield ""
    yield from screen.wrapped(_words(shown))


def calendar_in_words(shown: Calendar, screen: Screen) -> Iterator[str]:
    """Yield what a calendar shows, without the picture: each month with the days of each value."""
    shown = _within(shown)
    if shown.days or shown.quiet:
        yield from screen.wrapped(f"{_title(shown)}.")
        for _, rated in groupby(shown.days, key=lambda rated: rated.day.replace(day=1)):
            yield from screen.wrapped(_month_in_words(list(rated), shown), rest="  ")
        without = "no entry: no pain" if shown.attack_diary else "no rating"
        but = f", but for {count(shown.uncounted, 'day')} not counted" if shown.uncounted else ""
        yield from screen.wrapped(f"Days that are not named have {without}{but}.")
    yield from screen.wrapped(_words(shown))


def _month_in_words(days: Sequence[RatedDay], shown: Calendar) -> str:
    """Describe a month: "Mar 2026, day 2: 10; days 4 to 6: 7."."""
    said = []
    # In a run of days, the date less the position in the list stays the same.
    runs = groupby(
        enumerate(days), key=lambda at: (_value(at[1], shown), at[1].day.toordinal() - at[0])
    )
    for (value, _), run in runs:
        ends = [rated.day.day for _, rated in run]
        days_of = f"days {ends[0]} to {ends[-1]}" if ends[1:] else f"day {ends[0]}"
        said.append(f"{days_of}: {value}")
    return f"{days[0].day:%b %Y}, {'; '.join(said)}."


def _within(shown: Calendar) -> Calendar:
    within = window(shown.days, shown.since, shown.until).days
    return shown._replace(
        days=[rated for rated in within if not rated.assumed],
        quiet=frozenset(rated.day for rated in within if rated.assumed),
    )


def _title(shown: Calendar) -> str:
    what = "worst rating" if shown.of == "worst" else "mean"
    return (
        f"{titled(label(*shown.place))}, {what} of each day, "
        f"{day(shown.since)} to {day(shown.until)}"
    )


def _band(
    firsts: Sequence[date], shown: Calendar, by_day: Mapping[date, RatedDay], screen: Screen
) -> Iterator[str]:
    grids = [list(_month(first, shown, by_day, screen)) for first in firsts]
    between = " " * _BETWEEN_MONTHS
    for lines in range(max(map(len, grids))):
        cells = [grid[lines] if lines < len(grid) else " " * _MONTH_WIDTH for grid in grids]
        yield between.join(cells).rstrip()


def _month(
    month: date, shown: Calendar, by_day: Mapping[date, RatedDay], screen: Screen
) -> Iterator[str]:
    """Yield a month's name, the weekdays, and its weeks, each with its first day shown."""
    name = f"{' ' * _WEEK_LABEL}{month:%b %Y}"
    yield screen.bold(name) + " " * (_MONTH_WIDTH - len(name))
    first_day = shown.week_start
    yield " " * _WEEK_LABEL + " ".join(_WEEKDAYS[first_day:] + _WEEKDAYS[:first_day])
    begin = max(month, shown.since)
    start = begin - timedelta(days=(begin.weekday() - first_day) % 7)
    last = min(month_end(month), shown.until)
    while start <= last:
        week = [start + timedelta(days=n) for n in range(7)]
        first = max(start, begin)
        yield f"{first.day:>2}{ink(screen).side} " + " ".join(
            _cell(d, shown, by_day, screen) if d.month == month.month else " " for d in week
        )
        start += timedelta(days=7)


def _cell(which: date, shown: Calendar, by_day: Mapping[date, RatedDay], screen: Screen) -> str:
    if not shown.since <= which <= shown.until:
        return " "
    rated = by_day.get(which)
    if rated is None:
        is_counted = which in shown.quiet or not shown.attack_diary
        return ink(screen).unrated if is_counted else UNCOUNTED
    value = _value(rated, shown)
    return shaded(_digit(value), value, screen)


def _value(rated: RatedDay, shown: Calendar) -> int:
    return rated.worst if shown.of == "worst" else whole(rated.mean)


def _digit(value: int) -> str:
    return TEN if value == 10 else str(value)


def _key(shown: Calendar, screen: Screen) -> Iterator[str]:
    value = "worst rating of a day" if shown.of == "worst" else "mean of a day, rounded"
    yield f"A digit is the {value}; {TEN} is 10."
    without = "no entry: a day without pain" if shown.attack_diary else "not rated"
    yield f"{ink(screen).unrated} {without}"
    if shown.uncounted:
        yield f"{UNCOUNTED} no entry, not counted"
    yield "On the left: the date of the first day in each row."
    if screen.shaded:
        yield "Darker is more pain."


def _words(shown: Calendar) -> str:
    place = label(*shown.place)
    if not shown.days and not shown.quiet:
        return not_rated(place, shown.since, shown.until)
    summed = months_of(shown.place, shown.days)
    calendar_days = (shown.until - shown.since).days + 1
    rated = sum(m.rated_days for m in summed)
    said = (
        f"{titled(place)}, an attack diary: {count(rated, 'day')} with an entry, of "
        f"{count(calendar_days, 'day')}; "
        if shown.attack_diary
        else f"{titled(place)}: {rated:,} of {count(calendar_days, 'day')} rated, "
    )
    return said + (
        f"{count(sum(m.pain_days for m in summed), 'pain day')} (worst {PAIN} or more), "
        f"{count(sum(m.bad_days for m in summed), 'bad day')} (worst {BAD} or more)."
    )
