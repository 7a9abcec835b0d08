"""Compare the days before a course starts with the days in course."""

from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from painlog.analysis.cautions import (
    BEFORE_AND_AFTER,
    Caution,
    cautions_of,
    other_courses,
    percent_of_nothing,
    taken_as_needed,
)
from painlog.analysis.comparison import Comparison, compare_windows
from painlog.analysis.courses import Phase, phases_of
from painlog.analysis.days import Place, RatedDay, window
from painlog.model.course import Course
from painlog.model.region import Side

WINDOW_DAYS = 28


class Effect(NamedTuple):
    """The ratings of one region and side before one course and in it."""

    region: str
    side: Side | None
    course: Course
    comparison: Comparison
    cautions: tuple[Caution, ...]


def effects_of(
    place: Place,
    courses: Sequence[Course],
    days: Sequence[RatedDay],
    *,
    today: date,
    since: date | None = None,
    window_days: int = WINDOW_DAYS,
    medicines: Container[str] = (),
) -> tuple[Effect, ...]:
    """Return the before-and-after of each course, by start.

    Before are the rated days of the phase just before the start, within `window_days` calendar
    days. After are the rated days of the course within its last `window_days` calendar days, to
    `today` while it is open.

    Args:
        place: Region and side.
        courses: All that count for the place.
        days: The rated days of the place, in time order, at least one.
        today: The last day that counts.
        since: Only courses that were in use on this day or later.
        window_days: Calendar days on each side.
        medicines: The names of all treatments that are medicines.
    """
    phases = phases_of(courses, days[0].day, today)
    found = []
    for course in courses:
        if since is not None and course.ended_on is not None and course.ended_on < since:
            continue
        comparison = _compared(course, phases, days, today, window_days)
        cautions = _cautions(course, courses, comparison, today, medicines)
        found.append(Effect(*place, course, comparison, tuple(cautions)))
    return tuple(found)


def latest_of_each(effects: Sequence[Effect]) -> list[tuple[Effect, int]]:
    """Return the latest course of each treatment for a place, and how many came before it.

    Args:
        effects: Of any places, those of a place by start; their order is kept.
    """
    courses: dict[tuple[str, Side | None, str], list[Effect]] = {}
    for effect in effects:
        key = effect.region, effect.side, effect.course.treatment
        courses.setdefault(key, []).append(effect)
    last = {id(of_one[-1]): len(of_one) - 1 for of_one in courses.values()}
    return [(effect, last[id(effect)]) for effect in effects if id(effect) in last]


def _compared(
    course: Course,
    phases: Sequence[Phase],
    days: Sequence[RatedDay],
    today: date,
    window_days: int,
) -> Comparison:
    start = course.started_on
    earliest = max(start - timedelta(days=window_days), _phase_start(phases, start))
    until = min(course.ended_on or today, today)
    latest = max(start, until - timedelta(days=window_days - 1))
    return compare_windows(
        window(days, earliest, start - timedelta(days=1)), window(days, latest, until)
    )


def _cautions(
    course: Course,
    courses: Sequence[Course],
    comparison: Comparison,
    today: date,
    medicines: Container[str],
) -> Iterator[Caution]:
    ended = course.ended_on is not None and course.ended_on < today
    yield from cautions_of(comparison, over=BEFORE_AND_AFTER if ended else BEFORE_AND_AFTER[:1])
    yield from percent_of_nothing(comparison)
    yield from taken_as_needed(course, medicines)
    if comparison.interval is not None:
        yield from other_courses(course, courses, comparison)


def _phase_start(phases: Sequence[Phase], start: date) -> date:
    """Return the first day of the phase just before `start`, or `start` if nothing was rated."""
    at = bisect_right(phases, start - timedelta(days=1), key=lambda phase: phase.since) - 1
    return phases[at].since if at >= 0 else start
