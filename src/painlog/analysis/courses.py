"""Find which treatments were in course for a region and side, and the phases they make."""

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from painlog.analysis.days import Place, Window
from painlog.model.course import Course, in_one_writing
from painlog.model.use import Use

# An inferred course lasts this many days beyond the last use of its treatment.
INFERRED_TAIL = timedelta(days=7)
# A pause longer than this between two uses ends one inferred course and starts another.
LONGEST_PAUSE = timedelta(days=14)
# A treatment used on fewer days than this was tried, not in course.
FEWEST_USES = 3
_ONE_DAY = timedelta(days=1)


class Phase(NamedTuple):
    """A maximal run of days with the same regimen; with an empty one, a baseline."""

    since: date
    until: date
    regimen: frozenset[str]


class AsNeeded(NamedTuple):
    """A treatment, and the days on which it was used as needed, in order.

    `by_ratings` of the days count for the place by its ratings alone: nobody said what for.
    """

    treatment: str
    days: tuple[date, ...]
    by_ratings: int = 0


def as_needed(
    namings: Mapping[str, Iterable[date]],
    courses: Iterable[Course],
    within: Window,
    uses: Iterable[Use] = (),
) -> tuple[AsNeeded, ...]:
    """Return what was used over some days while it was not in course, most often first.

    A course that nobody started covers none of these days where some lie outside it: a count of
    the rest would read as all there were.

    Args:
        namings: The days on which each treatment was used for a place.
        courses: All that count for the place.
        within: The days of the place that are looked at.
        uses: What was used without a rating and without saying what for, and counts for the place.
    """
    running: dict[str, list[Course]] = {}
    for course in courses:
        running.setdefault(course.treatment, []).append(course)
    said = {name: frozenset(named) for name, named in namings.items()}
    every: dict[str, set[date]] = {name: set(days) for name, days in said.items()}
    for use in uses:
        every.setdefault(use.treatment, set()).add(use.day)
    found = [
        AsNeeded(treatment, days, sum(day not in said.get(treatment, ()) for day in days))
        for treatment, used in every.items()
        if (days := _outside(running.get(treatment, ()), used, within))
    ]
    return tuple(sorted(found, key=lambda f: (-len(f.days), f.treatment)))


def _outside(courses: Sequence[Course], used: Iterable[date], within: Window) -> tuple[date, ...]:
    """Return the days of use outside the courses, with those in inferred ones if there are any."""
    days = tuple(day for day in sorted(used) if within.since <= day <= within.until)
    outside = tuple(day for day in days if not any(course.on(day) for course in courses))
    return days if outside and all(course.inferred for course in courses) else outside


def courses_of(
    place: Place,
    started: Iterable[Course],
    namings: Mapping[str, Iterable[date]],
    today: date,
    medicines: Container[str] = (),
) -> tuple[Course, ...]:
    """Return the courses that count for one region and side, by start.

    Courses started by hand count as they are; those of one treatment and dose that touch or overlap
    are joined. A treatment that was used here, is no medicine and was never started by hand for
    this place has inferred courses. A course that starts after `today` does not count yet.

    Args:
        place: Region and side.
        started: Courses started by hand, for any place.
        namings: The days on which each treatment was used for this place.
        today: The last day that counts.
        medicines: The names of all medicines: taken as needed, unless somebody starts them.
    """
    here = (c for c in in_one_writing(started) if c.covers(*place) and c.started_on <= today)
    by_hand = joined(here)
    known = {c.treatment for c in by_hand}
    inferred = [
        course
        for treatment, days in namings.items()
        if treatment not in known and treatment not in medicines
        for course in infer(treatment, place, sorted(d for d in days if d <= today), today)
    ]
    return tuple(sorted([*by_hand, *inferred], key=lambda c: (c.started_on, c.treatment)))


def infer(treatment: str, place: Place, days: Sequence[date], today: date) -> list[Course]:
    """Infer courses from the days, in order, on which a treatment was used.

    The first such day starts a course, which ends 7 days after the last one. A pause of over 14
    days ends it too, and the next use starts another. Fewer than 3 days make none.
    """
    courses = []
    start = 0
    for i, day in enumerate(days):
        last = i + 1 == len(days)
        if not last and days[i + 1] - day <= LONGEST_PAUSE:
            continue
        if i + 1 - start >= FEWEST_USES:
            end = day + INFERRED_TAIL
            ended_on = None if last and end >= today else end
            courses.append(Course(treatment, days[start], ended_on, *place, inferred=True))
        start = i + 1
    return courses


def regimens_of(courses: Iterable[Course], named: Container[str] = ()) -> tuple[Course, ...]:
    """Return the courses that make regimens: those started by hand, and `named` inferred ones.

    What was only used now and then never changes the days of another treatment.
    """
    return tuple(c for c in courses if not c.inferred or c.treatment in named)


def phases_of(courses: Iterable[Course], since: date, until: date) -> tuple[Phase, ...]:
    """Return the phases from `since` to `until`, both included, in time order and without gaps.

    A regimen names doses, so that a new dose begins a phase. A day belongs to every course that it
    lies in, so the last day of one and the first of another may be a phase of their own.
    """
    changes = {since: (set[str](), set[str]())}
    for c in courses:
        end = until if c.ended_on is None else min(c.ended_on, until)
        if end < since or c.started_on > until:
            continue
        changes.setdefault(max(c.started_on, since), (set(), set()))[0].add(c.what)
        changes.setdefault(end + _ONE_DAY, (set(), set()))[1].add(c.what)
    starts = sorted(day for day in changes if day <= until)
    phases: list[Phase] = []
    regimen: frozenset[str] = frozenset()
    for day, following in zip(starts, [*starts[1:], until + _ONE_DAY], strict=True):
        begun, ended = changes[day]
        regimen = (regimen - ended) | begun
        if phases and phases[-1].regimen == regimen:
            phases[-1] = phases[-1]._replace(until=following - _ONE_DAY)
        else:
            phases.append(Phase(day, following - _ONE_DAY, regimen))
    return tuple(phases)


def joined(courses: Iterable[Course]) -> list[Course]:
    """Join courses for one place, of one treatment and dose, that touch or overlap.

    Args:
        courses: With doses that are equally much in one writing, in any order.
    """
    found: list[Course] = []
    latest: dict[str, int] = {}
    for course in sorted(courses, key=lambda c: c.started_on):
        at = latest.get(course.what)
        if at is not None and _goes_on(found[at], course):
            ends = (found[at].ended_on, course.ended_on)
            end = None if None in ends else max(e for e in ends if e)
            found[at] = found[at]._replace(ended_on=end)
            continue
        latest[course.what] = len(found)
        found.append(course)
    return found


def _goes_on(course: Course, following: Course) -> bool:
    return course.ended_on is None or following.started_on <= course.ended_on + _ONE_DAY
