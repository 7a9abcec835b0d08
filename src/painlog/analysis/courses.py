"""Which treatments were in course for a region on which days."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from painlog.analysis.days import Place
from painlog.model.course import Course

# An inferred course lasts this many days beyond the last entry that names its treatment.
INFERRED_TAIL = timedelta(days=7)
# A pause longer than this between two entries that name a treatment ends one inferred course and
# starts another: it is the window within which days are compared.
LONGEST_PAUSE = timedelta(days=28)


def courses_of(
    place: Place,
    started: Iterable[Course],
    namings: Mapping[str, Iterable[date]],
    today: date,
) -> tuple[Course, ...]:
    """The courses that count for one region and side, by start.

    Courses started by hand count as they stand. A treatment that entries of this place name, and
    that was never started by hand for it, has inferred courses.

    Args:
        place: Region and side.
        started: Courses started by hand, for any place.
        namings: The days on which entries of this place name each treatment.
        today: The last day that counts.
    """
    by_hand = [c for c in started if c.covers(*place) and c.started_on <= today]
    known = {c.treatment for c in by_hand}
    inferred = [
        course
        for treatment, days in namings.items()
        if treatment not in known
        for course in infer(treatment, place, sorted(days), today)
    ]
    return tuple(sorted([*by_hand, *inferred], key=lambda c: (c.started_on, c.treatment)))


def infer(treatment: str, place: Place, days: Sequence[date], today: date) -> list[Course]:
    """Courses from the days, in order, on which entries name a treatment.

    The first such day starts a course; it ends 7 days after the last one. A pause of over 28 days
    ends it too, and the next naming starts another.
    """
    courses = []
    start = 0
    for i, day in enumerate(days):
        last = i + 1 == len(days)
        if not last and days[i + 1] - day <= LONGEST_PAUSE:
            continue
        end = day + INFERRED_TAIL
        courses.append(
            Course(
                treatment,
                days[start],
                None if last and end >= today else end,
                *place,
                inferred=True,
            )
        )
        start = i + 1
    return courses


def boundaries(courses: Iterable[Course]) -> list[date]:
    """The days on which the regimen changes, in order: each is the first day of a phase."""
    starts = {c.started_on for c in courses}
    ends = {c.ended_on + timedelta(days=1) for c in courses if c.ended_on}
    return sorted(starts | ends)
