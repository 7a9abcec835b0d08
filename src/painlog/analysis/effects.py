"""Before and after: the days before a course starts and the days in course."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from painlog.analysis.courses import boundaries
from painlog.analysis.days import Place, RatedDay, Window, window
from painlog.model.course import Course
from painlog.model.region import Side

WINDOW_DAYS = 28


@dataclass(frozen=True, slots=True)
class Effect:
    """The ratings of one region and side before one course and in it."""

    region: str
    side: Side | None
    course: Course
    before: Window
    after: Window


def effect(
    place: Place,
    course: Course,
    courses: Sequence[Course],
    days: Sequence[RatedDay],
    today: date,
    window_days: int = WINDOW_DAYS,
) -> Effect:
    """The days before and after the start of a course.

    Before are the rated days of the phase just before the start, so back to the last change of
    regimen, within `window_days` calendar days. After are the rated days of the course within its
    last `window_days` calendar days, to `today` while it is open.

    Args:
        place: Region and side.
        course: One of `courses`.
        courses: All that count for the place.
        days: The rated days of the place, in time order.
        today: The last day that counts.
        window_days: Calendar days on each side.
    """
    day_before = course.started_on - timedelta(days=1)
    earlier = [b for b in boundaries(courses) if b <= day_before]
    before_since = max(
        [course.started_on - timedelta(days=window_days), *earlier[-1:]],
    )
    until = min(course.ended_on or today, today)
    after_since = max(course.started_on, until - timedelta(days=window_days - 1))
    return Effect(
        *place,
        course,
        before=window(days, before_since, day_before),
        after=window(days, after_since, until),
    )
