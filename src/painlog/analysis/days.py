"""Gather entries into days, the unit of every comparison.

Several ratings of one place on one day count as one day, whose value is their mean: days, not
clicks, are the observations.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from painlog.analysis.arithmetic import mean
from painlog.analysis.attack_medicines import NO_MEDICINES, AttackMedicines
from painlog.analysis.attacks import Attack, Rated, attacks_in
from painlog.analysis.interval import FEWEST_DAYS
from painlog.analysis.use_places import UsePlaces
from painlog.model.course import Course
from painlog.model.entry import Entry
from painlog.model.region import Side, label, on_every_side
from painlog.model.use import Use

Place = tuple[str, Side | None]

# What hurts most is what hurt most over so many days.
LATELY_DAYS = 28
MOST_BUCKETS = 30
LENGTHS = (7, 28, 91, 364)


class RatedDay(NamedTuple):
    """One day of one region and side.

    `mean` is that of all its ratings, `worst` the highest. The intensity before a use is a rating
    like any other: it was felt. An attack is a rating on every day that it touches. `entries`
    counts those that began on this day, and `around_uses` those of them with a rating from before a
    use. In an attack diary, a day without an entry has no ratings and a mean of 0.
    """

    day: date
    mean: float
    worst: int
    ratings: int
    entries: int = 0
    around_uses: int = 0

    @property
    def assumed(self) -> bool:
        """Whether it is a day of an attack diary on which nothing was written down."""
        return self.ratings == 0


class Window(NamedTuple):
    """Days from `since` to `until`, both included, and what was rated on them.

    `calendar_days` is how many days could have been rated.
    """

    since: date
    until: date
    days: tuple[RatedDay, ...]
    calendar_days: int

    @property
    def rated_days(self) -> int:
        """How many days have a rating."""
        return len(self.days)

    @property
    def mean(self) -> float | None:
        """Mean of the daily means, in points; None where no day was rated."""
        return mean(self.values) if self.days else None

    @property
    def pain_days(self) -> int:
        """How many days have a rating of 1 or more."""
        return sum(rated.worst > 0 for rated in self.days)

    @property
    def worst(self) -> int:
        """The highest rating, 0 where there is none."""
        return max((rated.worst for rated in self.days), default=0)

    @property
    def mean_worst(self) -> float | None:
        """Mean worst rating of the days with pain, in points; None where there was none."""
        worst = [d.worst for d in self.days if d.worst > 0]
        return mean(worst) if worst else None

    @property
    def values(self) -> tuple[float, ...]:
        """The daily means in time order."""
        return tuple(d.mean for d in self.days)

    @property
    def dates(self) -> tuple[date, ...]:
        """The rated days in time order."""
        return tuple(d.day for d in self.days)


@dataclass(slots=True)
class _Sums:
    total: int = 0
    ratings: int = 0
    worst: int = 0
    entries: int = 0
    around_uses: int = 0

    def rate(self, intensity: int) -> None:
        self.total += intensity
        self.ratings += 1
        self.worst = max(self.worst, intensity)


@dataclass(slots=True)
class PlaceDays:
    """The entries of one region and side, day by day.

    `namings` are the days on which each treatment was used for it, `intakes` those of them at
    entries without the changes of a patch, `taken` those on which that was
    an acute medicine without a rating, `unsaid` those of acute medicines of which nobody said what
    they were for. `ratings` are its ratings as far as attacks go, in any order, and `ended` the
    entries that have an end.
    `open_since` is the day of the newest rating of an attack that goes on now, None for none.
    `on_every_side` are the days with pain on every side of the region, whatever side was rated.
    """

    namings: dict[str, set[date]] = field(default_factory=dict)
    intakes: dict[str, set[date]] = field(default_factory=dict)
    ratings: list[Rated] = field(default_factory=list)
    ended: list[Entry] = field(default_factory=list)
    taken: set[date] = field(default_factory=set)
    unsaid: set[date] = field(default_factory=set)
    open_since: date | None = None
    on_every_side: frozenset[date] = frozenset()
    _days: dict[date, _Sums] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        """Count one entry."""
        day = entry.day
        sums = self._days.get(day)
        if sums is None:
            sums = self._days[day] = _Sums()
        sums.entries += 1
        at, last_day = entry.felt_at.timestamp(), day
        sums.rate(entry.intensity)
        if entry.intensity_before is not None:
            sums.rate(entry.intensity_before)
            sums.around_uses += 1
        if entry.treatments:
            worn = [name for name, dose in entry.doses if dose.is_of_patch]
            for treatment in entry.treatments:
                self.namings.setdefault(treatment, set()).add(day)
                if treatment not in worn:
                    self.intakes.setdefault(treatment, set()).add(day)
        if entry.until is not None:
            self.ended.append(entry)
            for later in entry.days[1:]:
                self._days.setdefault(later, _Sums()).rate(entry.intensity)
                last_day = later
        end = None if entry.until is None else entry.until.timestamp()
        self.ratings.append(Rated(at, entry.intensity, end, last_day))

    @property
    def moments(self) -> list[tuple[float, int]]:
        """Its ratings with their times, in seconds since 1970 and in any order."""
        return [(one.at, one.intensity) for one in self.ratings]

    def attacks(self, *, diary: bool) -> list[Attack]:
        """Return its attacks, in the order of time; in an attack diary those without an end too."""
        return attacks_in(self.ratings, without_ends=diary)

    def worst_on(self, day: date) -> int:
        """Return the worst rating of a day, 0 for none."""
        return self._days[day].worst if day in self._days else 0

    def pain_days(self) -> set[date]:
        """Return the days with a rating above 0."""
        return {day for day, sums in self._days.items() if sums.worst}

    def take(self, use: Use, acute: AttackMedicines) -> None:
        """Note the day of a use for this place or for none, if it tells of an attack."""
        if acute.tells(use):
            (self.unsaid if use.region is None else self.taken).add(use.day)

    def untold(self, until: date) -> set[date]:
        """Return the days up to one that tell neither of pain nor of none in an attack diary.

        No rating is of them, but every side of the region hurt, an acute medicine was taken for the
        place, or an attack goes on now whose newest rating is from an earlier day.
        """
        told = self.taken | self.on_every_side
        if self.open_since is None:
            return told.difference(self._days)
        length = (until - self.open_since).days
        going_on = (self.open_since + timedelta(days=n) for n in range(1, length + 1))
        return {*told, *going_on}.difference(self._days)

    def days(self, assumed_until: date | None = None) -> tuple[RatedDay, ...]:
        """Return the rated days in time order.

        Args:
            assumed_until: In an attack diary, the day up to which one without an entry is a day
                without pain, unless it is one of `untold`; None where such a day says nothing.
        """
        found = self._days
        if assumed_until is not None and found:
            first = min(found)
            every = (first + timedelta(days=n) for n in range((assumed_until - first).days + 1))
            untold = self.untold(assumed_until)
            found = {day: _NOTHING for day in every if day not in untold} | found
        return tuple(
            RatedDay(
                day,
                s.total / s.ratings if s.ratings else 0.0,
                s.worst,
                s.ratings,
                s.entries,
                s.around_uses,
            )
            for day, s in sorted(found.items())
        )


_NOTHING = _Sums()


def gather(
    entries: Iterable[Entry],
    uses: Iterable[Use] = (),
    *,
    acute: AttackMedicines = NO_MEDICINES,
    elsewhere: "Mapping[Place, PlaceDays] | None" = None,
    going_on: Mapping[Place, date] = MappingProxyType({}),
) -> dict[Place, PlaceDays]:
    """Gather the days of each region and side, in one pass over entries in any order.

    Args:
        entries: Ratings, with what was used at them.
        uses: What was used without a rating; it counts for the one rated place that it was for.
        acute: The medicines that are taken against an attack.
        elsewhere: All rated places, where `entries` are of some; a use for another counts there.
        going_on: The places where an attack goes on now, each with the day of its newest rating.
            Only an attack diary needs them, for its days without an entry.
    """
    places: dict[Place, PlaceDays] = {}
    for entry in entries:
        place = (entry.region, entry.side)
        if place not in places:
            places[place] = PlaceDays(open_since=going_on.get(place))
        places[place].add(entry)
    _look_at_every_side(places, {**(elsewhere or {}), **places})
    said = use_places(places, elsewhere).said
    for use in uses:
        meant = said(use)
        if meant is not None and meant in places:
            places[meant].namings.setdefault(use.treatment, set()).add(use.day)
        for place, days in places.items():
            if use.region is None or use.is_for(*place):
                days.take(use, acute)
    return places


def _look_at_every_side(
    places: Mapping[Place, PlaceDays], every: Mapping[Place, PlaceDays]
) -> None:
    regions: dict[str, dict[Side | None, PlaceDays]] = {}
    for (region, side), found in every.items():
        regions.setdefault(region, {})[side] = found
    for region, sides in regions.items():
        if len(sides) > 1:
            hurt = on_every_side({side: found.pain_days() for side, found in sides.items()})
            for side in sides:
                if (region, side) in places:
                    places[region, side].on_every_side = frozenset(hurt)


def use_places(
    places: Mapping[Place, PlaceDays],
    elsewhere: Mapping[Place, PlaceDays] | None = None,
    courses: Iterable[Course] = (),
) -> UsePlaces:
    """Return what finds the one place of a use.

    Args:
        places: As in `gather`.
        elsewhere: As in `gather`.
        courses: Those started by hand, for any place.
    """
    every = {**places, **(elsewhere or {})}
    return UsePlaces(
        {place: found.moments for place, found in every.items()},
        courses,
        lambda place, day: every[place].worst_on(day),
    )


def window(days: Sequence[RatedDay], since: date, until: date) -> Window:
    """Return the rated days from `since` to `until`, both included; `days` in time order."""
    first = bisect_left(days, since, key=_day_of)
    last = bisect_right(days, until, key=_day_of)
    return Window(since, until, tuple(days[first:last]), max((until - since).days + 1, 0))


def last_days(days: Sequence[RatedDay], until: date, length: int) -> Window:
    """Return the `length` calendar days that end with `until`."""
    return window(days, until - timedelta(days=length - 1), until)


def painful_first(lately: Window, place: str) -> tuple[bool, int, float, str]:
    """Return what places are sorted by everywhere, so that those that hurt most come first.

    That is the worst rating of each day, added up: many days and bad days both count, and a day
    without pain adds nothing, whether it was rated, assumed or left out. Of equal ones the worse
    days come first, and what was not rated comes last.
    """
    total = sum(day.worst for day in lately.days)
    return not lately.days, -total, -(lately.mean_worst or 0.0), place


class PlacePain(NamedTuple):
    """How much one region and side hurt over a period, in points.

    `mean` is that of the daily means, `mean_worst` that of the worst of each day with pain, 0
    without one. Of the rated days, `assumed_days` are those of an attack diary without an entry.
    """

    region: str
    side: Side | None
    mean: float
    rated_days: int
    mean_worst: float
    pain_days: int
    assumed_days: int = 0

    @property
    def place(self) -> str:
        """Region and side in words."""
        return label(self.region, self.side)


def pain_of_places(
    days: Mapping[Place, Sequence[RatedDay]], since: date, until: date
) -> tuple[PlacePain, ...]:
    """Return the places that were rated from `since` to `until`, the most pain first.

    Args:
        days: The rated days of each place, in time order.
        since: The first day.
        until: The last day.
    """
    within = {place: window(rated, since, until) for place, rated in days.items()}
    rated = [(place, found, found.mean) for place, found in within.items()]
    rated.sort(key=lambda one: painful_first(one[1], label(*one[0])))
    return tuple(
        PlacePain(
            *place,
            mean_of_days,
            found.rated_days,
            found.mean_worst or 0.0,
            found.pain_days,
            sum(day.assumed for day in found.days),
        )
        for place, found, mean_of_days in rated
        if mean_of_days is not None
    )


class Buckets(NamedTuple):
    """Means of the daily means over equal spans, oldest first; None where none was rated.

    `length` is the calendar days of a span; the last one ends with the last day of the period.
    `rated_days` are those of each span.
    """

    length: int
    means: tuple[float | None, ...]
    rated_days: tuple[int, ...]

    @property
    def comparable(self) -> list[float]:
        """The means of the spans with enough rated days for a comparison."""
        pairs = zip(self.means, self.rated_days, strict=True)
        return [mean for mean, days in pairs if mean is not None and days >= FEWEST_DAYS]


def buckets(
    days: Sequence[RatedDay], since: date, until: date, most: int = MOST_BUCKETS
) -> Buckets:
    """Return means over weeks, or over longer spans where there would be over `most` weeks.

    Args:
        days: The rated days of one place from `since` to `until`, in time order.
        since: The first day; the first span may reach beyond it.
        until: The last day.
        most: How many spans at most; more only where spans of a year are not enough.
    """
    span = (until - since).days + 1
    length = next((n for n in LENGTHS if span <= n * most), LENGTHS[-1])
    number = -(-span // length)
    values: list[list[float]] = [[] for _ in range(number)]
    for day in days:
        values[number - 1 - (until - day.day) // timedelta(days=length)].append(day.mean)
    means = tuple(mean(v) if v else None for v in values)
    return Buckets(length, means, tuple(map(len, values)))


def _day_of(rated: RatedDay) -> date:
    return rated.day
