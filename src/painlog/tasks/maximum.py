"""Compare logged doses with the most that an adult may take in 24 hours, now and looking back."""

from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from painlog.advice.course_maximum import over_in_course, regular_doses, too_much_in_course
from painlog.advice.daily_maximum import (
    A_DAY,
    DAILY_MAXIMUM,
    Taken,
    combinations_with,
    limited_in,
    times_over,
)
from painlog.advice.maximum import too_much, too_much_together, uncounted_beside
from painlog.advice.over_maximum import courses_over_maximum, over_maximum
from painlog.store.taken import doses_taken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from painlog.advice.services import Services
    from painlog.advice.standing import Advice
    from painlog.model.course import Course
    from painlog.model.use import Use
    from painlog.store.journal import Journal

# Doses of the day before count, and a day elsewhere may begin a day earlier or later.
_AROUND = timedelta(days=2)


def too_much_of(
    journal: "Journal", uses: "Iterable[Use]", services: "Callable[[], Services]"
) -> list[str]:
    """Say which of some uses are more than a whole day's dose, alone or with those around them.

    Args:
        journal: With the uses, which were just stored.
        uses: Of any treatment.
        services: Returns whom to call in the person's country.
    """
    limited = [(medicine, use) for use in uses for medicine in limited_in(use.treatment)]
    courses = journal.courses() if limited else ()
    said = (_too_much_of(name, use, journal, courses, services()) for name, use in limited)
    return [*filter(None, dict.fromkeys(said))]


def too_much_of_courses(
    journal: "Journal", stored: "Iterable[Course]", today: date, services: "Services"
) -> list[str]:
    """Say of which medicine some courses are too much a day, alone or with those beside them.

    Args:
        journal: With the courses, which were just stored.
        stored: Of any treatment.
        today: The present day.
        services: Those of the person's country.
    """
    courses = journal.courses()
    said = dict[str, None]()
    for course in stored:
        until = max(course.started_on, min(course.ended_on or today, today))
        for medicine in limited_in(course.treatment):
            for over in over_in_course(medicine, courses, course.started_on, until)[-1:]:
                said[too_much_in_course(over, services)] = None
    return [*said]


def too_much_in(
    journal: "Journal", since: date, until: date, today: date, services: "Services"
) -> "tuple[Advice, ...]":
    """Say when in a period more was logged or in course than an adult may take in 24 hours.

    Args:
        journal: Open for reading.
        since: The first day.
        until: The last day.
        today: The present day.
        services: Those of the person's country.
    """
    first, last = (datetime.combine(day, time(), UTC) for day in (since, until))
    courses = [course for course in journal.courses() if course.dose]
    found = (
        over
        for name in DAILY_MAXIMUM
        for over in times_over(
            name,
            _taken(journal, name, first - _AROUND, last + _AROUND),
            partial(regular_doses, name, courses),
        )
        if since <= over.day <= until
    )
    in_course = (
        over
        for name, maximum in DAILY_MAXIMUM.items()
        for over in over_in_course(name, courses, since, until)[-1:]
        if over.milligrams > maximum.regularly
    )
    return (
        *over_maximum(found, today, services),
        *courses_over_maximum(in_course, today, services),
    )


def _too_much_of(
    medicine: str,
    use: "Use",
    journal: "Journal",
    courses: "Sequence[Course]",
    services: "Services",
) -> str:
    """Say whether a use is too much of a medicine that it is or holds, or is in no sum of it."""
    at, product = use.used_at, "" if use.treatment == medicine else use.treatment
    if alone := too_much(medicine, use.dose, services, product):
        return alone
    taken = _taken(journal, medicine, at - A_DAY, at + A_DAY)
    this = Taken(at, use.dose, rated=False, product=product)
    daily = partial(regular_doses, medicine, courses)
    together = too_much_together(medicine, taken, at, services, daily)
    return together or uncounted_beside(medicine, this, taken)


def _taken(journal: "Journal", medicine: str, since: datetime, until: datetime) -> list[Taken]:
    """Return what was logged of a medicine, alone or in combinations, between two moments."""
    names = (medicine, *combinations_with(medicine))
    return [
        Taken(at, dose, rated, "" if name == medicine else name)
        for at, dose, rated, name in doses_taken(journal, names, since, until)
    ]
