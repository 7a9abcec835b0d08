"""The days of this month with medicines that have a line of overuse."""

from typing import TYPE_CHECKING

from painlog.model.months import months_before
from painlog.store import taken

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from painlog.analysis.medicines import Medicines, SoFar
    from painlog.model.course import Course
    from painlog.store.journal import Journal

# Half of the lowest line of overuse, in days a month.
_FEWEST_TOLD = 5


def medicines_so_far(
    journal: "Journal", courses: "Iterable[Course]", this_day: "date"
) -> "tuple[SoFar, ...]":
    """Return the medicines that are half way to their line of overuse this month or further.

    Nothing is imported where none can be.

    Args:
        journal: Open for reading.
        courses: All of the journal.
        this_day: The present day.
    """
    first = this_day.replace(day=1)
    courses = [
        course
        for course in courses
        if course.started_on <= this_day and (course.ended_on is None or course.ended_on >= first)
    ]
    in_course = taken.are_medicines(journal, {course.treatment for course in courses})
    [last_month] = months_before(this_day, 1)
    used_on = taken.days_with_medicine_since(journal, last_month)
    if not in_course and used_on < _FEWEST_TOLD:
        return ()
    from painlog.analysis.course_days import days_in_course
    from painlog.analysis.medicines import counts_since, days_by_medicine, so_far_this_month

    used = taken.days_by_treatment(journal, counts_since(this_day), this_day)
    medicines = _counted(journal, {*used, *(course.treatment for course in courses)})
    logged = days_by_medicine([used], (), medicines)
    assumed = days_in_course(courses, medicines, this_day)
    return so_far_this_month(logged, medicines, this_day, assumed)


def _counted(journal: "Journal", names: set[str]) -> "Medicines":
    """Return the medicines among some names. One of the person's own needs the whole catalogue."""
    if taken.are_own(journal, names):
        return journal.treatments.by_name
    from painlog.model.counted_medicine import counted_medicines

    return counted_medicines(names)
