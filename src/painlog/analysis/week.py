"""A look back at seven days: what each place did, what was used, what changed, what is missing."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from painlog.analysis.attack_medicines import NO_MEDICINES, AttackMedicines
from painlog.analysis.days import (
    LATELY_DAYS,
    Place,
    PlaceDays,
    RatedDay,
    Window,
    gather,
    last_days,
    painful_first,
    window,
)
from painlog.analysis.missed import can_miss
from painlog.analysis.one_use import logged_once, used_once
from painlog.analysis.unsaid import unsaid_days
from painlog.model.contents import Consultation
from painlog.model.course import Course, open_on
from painlog.model.entry import Entry
from painlog.model.factor import DayFactor
from painlog.model.peg import Peg
from painlog.model.region import label
from painlog.model.use import Use

DAYS = 7
_ONE_DAY = timedelta(days=1)


class WeekOfPlace(NamedTuple):
    """One region and side: the worst rating of each day, None for a day without one.

    `mean` and `mean_before` are means of daily means, in points, of this week and of the one before
    it; None where no day was rated. In an attack diary they are None: there a day without an entry
    is one without pain, so `pain_days` and `pain_days_before` tell more. `days` and `days_before`
    say how many days count: those with a rating; in an attack diary, also those without pain.
    `unsaid_days` are those of them on which an acute medicine was taken and nobody said what for.
    """

    place: Place
    worst: tuple[int | None, ...]
    mean: float | None
    rated_days: int
    mean_before: float | None
    rated_days_before: int
    pain_days: int
    pain_days_before: int
    days: int
    days_before: int
    attack_diary: bool = False
    unsaid_days: int = 0

    @property
    def named(self) -> str:
        """Region and side in words."""
        return label(*self.place)


class WeekOfUse(NamedTuple):
    """The number of uses of a treatment, and of days with one."""

    treatment: str
    times: int
    days: int


class WeekOfFactor(NamedTuple):
    """The mean of a factor over the days that have it."""

    factor: str
    mean: float
    days: int


class Week(NamedTuple):
    """Seven days up to `until`, both ends included.

    `in_use` are the courses that were open on the last day, `started` and `ended` those that began
    or ended within the week. `gaps` are the days on which nothing was rated at all, from
    the journal's first entry on; where only attack diaries are kept there are none.
    """

    since: date
    until: date
    places: tuple[WeekOfPlace, ...]
    used: tuple[WeekOfUse, ...]
    in_use: tuple[Course, ...]
    started: tuple[Course, ...]
    ended: tuple[Course, ...]
    visits: tuple[Consultation, ...]
    pegs: tuple[Peg, ...]
    factors: tuple[WeekOfFactor, ...]
    gaps: tuple[date, ...]

    @property
    def days(self) -> tuple[date, ...]:
        """The seven days."""
        return tuple(self.since + n * _ONE_DAY for n in range(DAYS))


def first_day(until: date) -> date:
    """Return the first of the days by which the places of a week are sorted, 28 up to its end."""
    return until - (LATELY_DAYS - 1) * _ONE_DAY


def week_of(
    until: date,
    entries: Iterable[Entry],
    uses: Iterable[Use],
    courses: Iterable[Course],
    visits: Iterable[Consultation],
    pegs: Iterable[Peg],
    factors: Iterable[DayFactor],
    *,
    attack_diaries: Iterable[str] = (),
    acute: AttackMedicines = NO_MEDICINES,
    firsts: Mapping[Place, date],
    first: date | None,
    going_on: Mapping[Place, date],
) -> Week:
    """Return the week that ends with a day.

    Args:
        until: Its last day.
        entries: From `first_day` on; those after the week do not count.
        uses: Without a rating, likewise.
        courses: Every one.
        visits: Every one.
        pegs: Every one.
        factors: What the days had besides pain.
        attack_diaries: The regions of which every attack is written down.
        acute: The medicines that are taken against an attack.
        firsts: The day of the first entry ever of each place in `entries` and of each in an attack
            diary, where a week without an entry is one without pain.
        first: The day of the first entry ever; None for none.
        going_on: As in `gather`.
    """
    since = until - (DAYS - 1) * _ONE_DAY
    rated = [entry for entry in entries if entry.day <= until]
    diaries = frozenset(attack_diaries)
    uses = tuple(uses)
    places = gather(rated, uses, acute=acute, going_on=going_on)
    places |= _quiet(firsts.keys() - places.keys(), uses, acute, going_on)
    every = [
        _of_place(place, places, since, until, firsts[place] if place[0] in diaries else None)
        for place, _ in sorted(places.items(), key=partial(_painful_first, until))
    ]
    shown = tuple(filter(_was_rated, every))
    courses = tuple(courses)
    return Week(
        since,
        until,
        shown,
        _used(rated, uses, since, until),
        open_on(courses, until),
        tuple(c for c in courses if since <= c.started_on <= until),
        tuple(c for c in courses if c.ended_on and since <= c.ended_on <= until),
        tuple(v for v in visits if since <= v.held_on <= until),
        tuple(p for p in pegs if since <= p.answered_on <= until),
        _factors([f for f in factors if since <= f.day <= until]),
        _gaps(rated, max(since, first), until)
        if first and can_miss([found.place for found in shown], diaries)
        else (),
    )


def _quiet(
    places: Iterable[Place],
    uses: Iterable[Use],
    acute: AttackMedicines,
    going_on: Mapping[Place, date],
) -> dict[Place, PlaceDays]:
    """Return places without an entry, with the days on which a medicine was taken for them."""
    found = {place: PlaceDays(open_since=going_on.get(place)) for place in places}
    for use in uses:
        for place, days in found.items():
            if use.region is None or use.is_for(*place):
                days.take(use, acute)
    return found


def _gaps(rated: Iterable[Entry], since: date, until: date) -> tuple[date, ...]:
    days = {day for entry in rated for day in entry.days}
    return tuple(d for n in range(_length(since, until)) if (d := since + n * _ONE_DAY) not in days)


def _length(since: date, until: date) -> int:
    return max((until - since).days + 1, 0)


def _of_place(
    place: Place,
    places: Mapping[Place, PlaceDays],
    since: date,
    until: date,
    diary_since: date | None,
) -> WeekOfPlace:
    found, attack_diary = places[place], diary_since is not None
    untold = found.untold(until)
    days = found.days()
    now = window(days, since, until)
    before = window(days, since - DAYS * _ONE_DAY, since - _ONE_DAY)
    worst = {rated.day: rated.worst for rated in now.days}
    return WeekOfPlace(
        place,
        tuple(worst.get(since + n * _ONE_DAY) for n in range(DAYS)),
        None if attack_diary else now.mean,
        now.rated_days,
        None if attack_diary else before.mean,
        before.rated_days,
        _with_pain(now.days),
        _with_pain(before.days),
        _counted(now, diary_since, untold),
        _counted(before, diary_since, untold),
        attack_diary,
        unsaid_days(place, places, max(since, diary_since), until) if diary_since else 0,
    )


def _counted(side: Window, diary_since: date | None, untold: Iterable[date]) -> int:
    if diary_since is None:
        return side.rated_days
    since = max(side.since, diary_since)
    return _length(since, side.until) - sum(since <= day <= side.until for day in untold)


def _with_pain(days: Sequence[RatedDay]) -> int:
    return sum(rated.worst > 0 for rated in days)


def _was_rated(found: WeekOfPlace) -> bool:
    if found.attack_diary:
        return bool(found.days or found.days_before)
    return bool(found.rated_days or found.rated_days_before)


def _painful_first(
    until: date, place_days: tuple[Place, PlaceDays]
) -> tuple[bool, int, float, str]:
    place, found = place_days
    return painful_first(last_days(found.days(), until, LATELY_DAYS), label(*place))


def _used(
    entries: Iterable[Entry], uses: Iterable[Use], since: date, until: date
) -> tuple[WeekOfUse, ...]:
    noted = [use for entry in entries for use in entry.uses]
    days: dict[str, list[date]] = {}
    for use in (*used_once(noted), *logged_once(uses, noted)):
        days.setdefault(use.treatment, []).append(use.day)
    found = []
    for treatment, on in days.items():
        within = [day for day in on if since <= day <= until]
        if within:
            found.append(WeekOfUse(treatment, len(within), len(set(within))))
    return tuple(sorted(found, key=lambda used: (-used.days, -used.times, used.treatment)))


def _factors(values: Sequence[DayFactor]) -> tuple[WeekOfFactor, ...]:
    by_name: dict[str, list[float]] = {}
    for value in values:
        by_name.setdefault(value.factor, []).append(value.value)
    return tuple(
        WeekOfFactor(name, sum(found) / len(found), len(found))
        for name, found in sorted(by_name.items())
    )
