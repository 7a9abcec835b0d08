"""Find the days on which medicines were in course: days on which they may have been taken.

A course says that something is taken, and not on which days it was. So these days never count as
days of intake: they stand beside them, and what they would come to is said with an "if".
"""

from collections.abc import Container, Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from painlog.analysis.medicines import DaysByMedicine, acute_medicines, overuse

if TYPE_CHECKING:
    from painlog.analysis.medicines import Medicines
    from painlog.model.course import Course

_ONE_DAY = timedelta(days=1)


class OveruseIfTaken(NamedTuple):
    """Acute medicines in course, with days that would be overuse if they were taken on each.

    `of` and `line` are as in `Overuse`. `medicines` are those in course on the last day, and
    `since` is when the first of them came into course.
    """

    of: str
    line: int
    medicines: tuple[str, ...]
    since: date


def days_in_course(
    courses: "Iterable[Course]",
    treatments: "Medicines",
    until: date,
    also: Container[str] = (),
) -> dict[str, set[date]]:
    """Collect the days on which each acute medicine was in course, whatever for, by name.

    Args:
        courses: Those started by hand.
        treatments: By name; a medicine without a line of overuse is left out.
        until: The last day that counts.
        also: Medicines without a line that are to be counted as well.
    """
    acute = acute_medicines(treatments)
    found: dict[str, set[date]] = {}
    for course in courses:
        if course.treatment in acute or course.treatment in also:
            days = days_of([course], course.started_on, until)
            found.setdefault(course.treatment, set()).update(days)
    return {name: days for name, days in found.items() if days}


def days_of(courses: "Iterable[Course]", since: date, until: date) -> set[date]:
    """Collect the days from `since` to `until`, both included, on which any of some courses ran."""
    found = set[date]()
    for course in courses:
        first, last = max(course.started_on, since), min(course.ended_on or until, until)
        found.update(first + n * _ONE_DAY for n in range((last - first).days + 1))
    return found


def overuse_if_taken(
    taken: DaysByMedicine,
    in_course: DaysByMedicine,
    treatments: "Medicines",
    today: date,
) -> tuple[OveruseIfTaken, ...]:
    """Find what would be overuse if it was taken on every day in course, and is not without those.

    Args:
        taken: The days of intake by medicine.
        in_course: As `days_in_course` returns them.
        treatments: By name, with the class and the line of each.
        today: The last day; a medicine must be in course on it.
    """
    running = {name for name, days in in_course.items() if today in days}
    if not running:
        return ()
    both = {name: {*taken.get(name, ()), *in_course.get(name, ())} for name in {*taken, *in_course}}
    over = {name for found in overuse(taken, treatments, today) for name in found.medicines}
    return tuple(
        OveruseIfTaken(found.of, found.line, medicines, min(_since(in_course, medicines, today)))
        for found in overuse(both, treatments, today)
        if (medicines := tuple(name for name in found.medicines if name in running))
        and over.isdisjoint(found.medicines)
    )


def _since(in_course: DaysByMedicine, medicines: Iterable[str], today: date) -> Iterable[date]:
    """Yield the first day of the run of days in course that ends today, of each medicine."""
    for name in medicines:
        first = today
        while first - _ONE_DAY in in_course[name]:
            first -= _ONE_DAY
        yield first
