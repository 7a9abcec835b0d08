"""Summarise relief: the ratings around each use of a treatment.

There is no verdict: people take something when the pain is high, and high pain comes down by
itself.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date, timedelta
from operator import itemgetter
from types import MappingProxyType
from typing import NamedTuple

from painlog.analysis.arithmetic import mean
from painlog.analysis.attacks import Attack
from painlog.analysis.days import Place, PlaceDays, RatedDay, use_places
from painlog.analysis.one_use import each_once
from painlog.analysis.untimed import logged_by_day
from painlog.analysis.use_places import Ratings, UsePlaces
from painlog.model.course import Course
from painlog.model.dose import Dose
from painlog.model.entry import Entry
from painlog.model.region import Side
from painlog.model.treatment import Treatment
from painlog.model.use import Use, with_dose

# Times after a use, in seconds. A guideline for trials of acute treatment asks at two hours, and
# whether the pain is gone by then (Diener 2019, Cephalalgia 39:687-710).
_HOUR = 3600.0
_AFTER_TAKING = 2 * _HOUR
_EARLIEST, _LATEST = 1 * _HOUR, 4 * _HOUR
_RIGHT_AFTER = 1 * _HOUR
_AGAIN = 24 * _HOUR
# Treatments used this close together share the ratings around them.
_TOGETHER = 0.5 * _HOUR
_HANDS_ON = frozenset({"manual", "needling"})


class Relief(NamedTuple):
    """The uses of one treatment at one dose for one region and side.

    `rated` of the `uses` have a rating before and one after; the means are over those, in points.
    `halved` came down by half or more, `gone` to 0. `again_within_24_hours` counts uses that were
    followed by another of the same treatment. `next_day_change` is the mean of the next day's
    ratings minus the rating before, over the `next_days` uses that have both. `together` counts
    uses within 30 minutes of one of another treatment, to which the ratings belong as well.
    `place_unsaid` counts the uses of which nobody said what for: the place is then the one that
    hurt most, whose ratings these are. `in_course` uses are those on days on which a course of the
    treatment, started by hand, ran for the place; the others have a summary of their own. `noted`
    are the moments of the uses that came with entries, in seconds since 1970, and
    `also_elsewhere` counts those of them that were noted for another place as well. `with_end`
    counts the uses in an attack whose end was logged, with ratings around them or without, and
    `over_within_2_hours` those of them after which it was over so soon. `untimed` uses have no time
    of day: of the ratings around them only those noted with them count, and they are neither used
    again nor together with another, nor counted in `with_end`.
    """

    region: str
    side: Side | None
    treatment: str
    dose: Dose | None
    uses: int
    rated: int
    mean_before: float | None
    mean_after: float | None
    halved: int
    gone: int
    again_within_24_hours: int
    next_days: int
    next_day_change: float | None
    together: int = 0
    place_unsaid: int = 0
    in_course: bool = False
    also_elsewhere: int = 0
    noted: frozenset[float] = frozenset()
    with_end: int = 0
    over_within_2_hours: int = 0
    untimed: int = 0

    @property
    def what(self) -> str:
        """Treatment and dose in words: "sumatriptan 50 mg"."""
        return with_dose(self.treatment, self.dose)

    @property
    def place_said(self) -> bool:
        """Whether any of the uses was said to be for this place."""
        return self.place_unsaid < self.uses

    @property
    def has_outcome(self) -> bool:
        """Whether any of the uses has ratings around it, or an attack whose end was logged."""
        return bool(self.rated or self.with_end)

    @property
    def change(self) -> float | None:
        """Mean after minus mean before, in points."""
        if self.mean_before is None or self.mean_after is None:
            return None
        return self.mean_after - self.mean_before


class OtherUses(NamedTuple):
    """The uses of one treatment at one dose that no ratings of the period belong to."""

    treatment: str
    dose: Dose | None
    uses: int

    @property
    def what(self) -> str:
        """Treatment and dose in words: "sumatriptan 50 mg"."""
        return with_dose(self.treatment, self.dose)


class _Around(NamedTuple):
    """One use, the ratings around it, and the end of its attack if that was logged.

    Times are in seconds since 1970.
    """

    use: Use
    at: float
    before: int | None
    after: int | None
    noted: bool = False
    timed: bool = True
    over_at: float | None = None


class _Ends:
    """The attacks of a place that have an end."""

    def __init__(self, attacks: Iterable[Attack]) -> None:
        self._spans = [(a.start, a.end) for a in attacks if a.end is not None]

    def after(self, moment: float) -> float | None:
        """Return the end of the attack that went on at a moment; None where none has an end."""
        found = bisect_right(self._spans, moment, key=itemgetter(0))
        if not found or self._spans[found - 1][1] <= moment:
            return None
        return self._spans[found - 1][1]


class _Alike(NamedTuple):
    """The uses that are summarised together."""

    treatment: str
    dose: Dose | None
    in_course: bool


def summarise_relief(
    places: Mapping[Place, PlaceDays],
    used: Iterable[Entry],
    uses: Iterable[Use],
    days: Mapping[Place, Sequence[RatedDay]],
    treatments: Mapping[str, Treatment],
    elsewhere: Mapping[Place, PlaceDays] | None = None,
    courses: Iterable[Course] = (),
    attacks: Mapping[Place, Sequence[Attack]] = MappingProxyType({}),
) -> tuple[Relief, ...]:
    """Return one summary for each region, side, treatment and dose that was used.

    What was used in course and what was used as needed have a summary each.

    Args:
        places: All ratings of each place.
        used: The entries of the period at which something was used.
        uses: What was used in the period without a rating, and not logged with one as well. Each
            counts for one place, the one that `UsePlaces.of` finds.
        days: The rated days of each place, for what was left the next day.
        treatments: By name; manual treatment and needling are rated right after, not hours later.
        elsewhere: All rated places, where `places` are some only.
        courses: Those started by hand, for any place.
        attacks: Those of each place, in the order of time.
    """
    courses, used, uses = tuple(courses), tuple(used), tuple(uses)
    by_day = logged_by_day(used, uses)
    at_entries: dict[Place, list[Entry]] = {}
    for entry in used:
        at_entries.setdefault((entry.region, entry.side), []).append(entry)
    by_place = use_places(places, elsewhere, courses).by_place(uses)
    found: list[Relief] = []
    for place, gathered in places.items():
        entries, alone = at_entries.get(place, []), by_place.get(place, [])
        if not entries and not alone:
            continue
        here = [course for course in courses if course.covers(*place)]
        ratings, ends = Ratings(gathered.moments), _Ends(attacks.get(place, ()))
        groups: dict[_Alike, list[_Around]] = {}
        for around in _around_uses(entries, alone, ratings, treatments, by_day):
            over_at = ends.after(around.at) if around.timed else None
            ended = around._replace(over_at=over_at)
            groups.setdefault(_alike(around.use, here), []).append(ended)
        means = {d.day: d.mean for d in days.get(place, ())}
        taken: dict[str, list[float]] = {}
        for kind, group in groups.items():
            taken.setdefault(kind.treatment, []).extend(a.at for a in group if a.timed)
        for kind, group in groups.items():
            again = _followed(group, sorted(taken[kind.treatment]))
            others = sorted(at for name, of in taken.items() if name != kind.treatment for at in of)
            together = sum(a.timed and _is_near(a.at, others) for a in group)
            summary = _summary(place, kind, group, again, means)
            found.append(summary._replace(together=together))
    return tuple(sorted(_with_other_places(found), key=_by_name))


def uses_in(summaries: Iterable[Relief]) -> int:
    """Count the uses of some summaries, each once however many places it was noted for."""
    alone, noted = 0, set[tuple[str, float]]()
    for relief in summaries:
        alone += relief.uses - len(relief.noted)
        noted |= {(relief.what, moment) for moment in relief.noted}
    return alone + len(noted)


def used_besides(
    uses: Iterable[Use], at_places: UsePlaces, rated: Container[Place]
) -> tuple[OtherUses, ...]:
    """Count what was used for a place or on a day without ratings, by treatment and dose.

    Args:
        uses: Those of the period without a rating, and not logged with one as well.
        at_places: The place of each.
        rated: The places with a rating in the period, each of which has summaries of its uses.
    """
    counted = Counter((u.treatment, u.dose) for u in uses if at_places.of(u) not in rated)
    found = [OtherUses(*what, number) for what, number in counted.items()]
    return tuple(sorted(found, key=lambda other: other.what))


def _alike(use: Use, courses: Iterable[Course]) -> _Alike:
    running = any(c.treatment == use.treatment and c.on(use.day) for c in courses)
    return _Alike(use.treatment, use.dose, running)


def _with_other_places(found: Sequence[Relief]) -> list[Relief]:
    """Count in each summary the uses that were noted for another place as well."""
    named = [(relief, relief.what) for relief in found]
    times = Counter((what, moment) for relief, what in named for moment in relief.noted)
    return [
        relief._replace(also_elsewhere=sum(times[what, moment] > 1 for moment in relief.noted))
        for relief, what in named
    ]


def _around_uses(
    entries: Sequence[Entry],
    uses: Sequence[Use],
    ratings: Ratings,
    treatments: Mapping[str, Treatment],
    by_day: Container[str],
) -> Iterable[_Around]:
    named = ((use, entry) for entry in entries for use in entry.uses)
    for use, entry in each_once(named, itemgetter(0)):
        at, timed = entry.felt_at.timestamp(), entry.created_at not in by_day
        before, after = ratings_around(use, entry, ratings if timed else Ratings(()), treatments)
        yield _Around(use, at, before, after, noted=True, timed=timed)
    for use in uses:
        at = use.used_at.timestamp()
        if use.created_at in by_day:
            yield _Around(use, at, None, None, timed=False)
            continue
        yield _Around(use, at, *ratings_around(use, None, ratings, treatments))


def ratings_around(
    use: Use, entry: Entry | None, ratings: Ratings, treatments: Mapping[str, Treatment]
) -> tuple[int | None, int | None]:
    """Return the rating before a use and the one after it; None where there is none.

    Args:
        use: What was used.
        entry: The rating that it was noted with; None for a use without one.
        ratings: Those of its place.
        treatments: By name; manual treatment and needling are rated right after, not hours later.
    """
    at = use.used_at.timestamp()
    if entry is None:
        return ratings.before(at), _after(use, at, None, ratings, treatments)
    if entry.intensity_before is None:
        return entry.intensity, _after(use, at, None, ratings, treatments)
    return entry.intensity_before, _after(use, at, entry.intensity, ratings, treatments)


def _after(
    use: Use, at: float, own: int | None, ratings: Ratings, treatments: Mapping[str, Treatment]
) -> int | None:
    """Return the rating after a use; `own` is that of its entry, if that has one before as well."""
    treatment = treatments.get(use.treatment)
    if treatment is not None and treatment.kind in _HANDS_ON:
        return own if own is not None else ratings.first(at, at + _RIGHT_AFTER)
    later = ratings.nearest(at + _AFTER_TAKING, at + _EARLIEST, at + _LATEST)
    return own if later is None else later


def _is_near(at: float, others: Sequence[float]) -> bool:
    """Tell whether one of some moments, which are in order, is so near that both share ratings."""
    first = bisect_left(others, at - _TOGETHER)
    return first < len(others) and others[first] <= at + _TOGETHER


def _followed(group: Sequence[_Around], taken: Sequence[float]) -> int:
    """Count the uses that were followed by another of the treatment within a day."""
    followed = 0
    for around in (a for a in group if a.timed):
        following = bisect_right(taken, around.at)
        within = around.at + _AGAIN
        followed += following < len(taken) and taken[following] <= within
    return followed


def _summary(
    place: Place,
    kind: _Alike,
    group: Sequence[_Around],
    again: int,
    means: Mapping[date, float],
) -> Relief:
    rated = [(a.before, a.after) for a in group if a.before is not None and a.after is not None]
    until_end = [a.over_at - a.at for a in group if a.over_at is not None]
    next_day = [
        means[tomorrow] - a.before
        for a in group
        if a.before is not None and (tomorrow := a.use.day + timedelta(days=1)) in means
    ]
    return Relief(
        *place,
        kind.treatment,
        kind.dose,
        uses=len(group),
        rated=len(rated),
        mean_before=mean([before for before, _ in rated]) if rated else None,
        mean_after=mean([after for _, after in rated]) if rated else None,
        halved=sum(0 < before >= 2 * after for before, after in rated),
        gone=sum(before > 0 and after == 0 for before, after in rated),
        again_within_24_hours=again,
        next_days=len(next_day),
        next_day_change=mean(next_day) if next_day else None,
        with_end=len(until_end),
        over_within_2_hours=sum(lasted <= _AFTER_TAKING for lasted in until_end),
        place_unsaid=sum(around.use.region is None for around in group),
        in_course=kind.in_course,
        noted=frozenset(around.at for around in group if around.noted),
        untimed=sum(not around.timed for around in group),
    )


def _by_name(relief: Relief) -> tuple[str, str, str, str, bool]:
    return (
        relief.region,
        relief.side or "",
        relief.treatment,
        relief.dose.written if relief.dose else "",
        relief.in_course,
    )
