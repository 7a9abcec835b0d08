"""Courses that are together more of a medicine a day than an adult may take."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from painlog.advice.daily_maximum import DAILY_MAXIMUM, DailyDose, counted, limited_in
from painlog.advice.maximum import fact_of_courses, what_to_do
from painlog.advice.services import Services
from painlog.model.course import Course, open_on
from painlog.model.how_often import TimesADay, times_a_day
from painlog.model.names import sentence_start

_ONE_DAY = timedelta(days=1)


class OverInCourse(NamedTuple):
    """Days on which more of a medicine was in course than an adult may take; the most of them.

    `unknown` are the courses with it of which nobody knows how much they add, in words.
    """

    treatment: str
    doses: tuple[DailyDose, ...]
    unknown: tuple[str, ...]
    since: date
    until: date

    @property
    def milligrams(self) -> float:
        """How much of it a day."""
        return sum(dose.milligrams for dose in self.doses)


def daily_doses(medicine: str, courses: Iterable[Course], day: date) -> tuple[DailyDose, ...]:
    """Return what treatments in course add to the sum of a medicine on a day.

    Only what is certain counts: a strength and how often, or one dose that is more than the maximum
    by itself. A treatment for several places is taken once. What ended on a day on which another
    began is not counted on it: one may have taken the place of the other.

    Args:
        medicine: Its name in the catalogue.
        courses: Those started by hand.
        day: The day.
    """
    by_treatment: dict[str, DailyDose] = {}
    for course in _with(medicine, courses, day):
        found = _daily_dose(medicine, course)
        other = by_treatment.get(course.treatment)
        if found and (other is None or found.milligrams > other.milligrams):
            by_treatment[course.treatment] = found
    return tuple(by_treatment.values())


def regular_doses(medicine: str, courses: Iterable[Course], day: date) -> tuple[DailyDose, ...]:
    """Return those of the daily doses that are taken in any case: none "as needed" or "up to"."""
    return tuple(dose for dose in daily_doses(medicine, courses, day) if not dose.at_most)


def over_in_course(
    medicine: str, courses: Sequence[Course], since: date, until: date
) -> tuple[OverInCourse, ...]:
    """Return the spans in which more was in course than an adult may take, oldest first.

    Args:
        medicine: Its name in the catalogue.
        courses: Those started by hand.
        since: Spans that ended before this day are left out.
        until: The last day that counts.
    """
    spans: list[OverInCourse] = []
    for first, last in _stretches(
        [c for c in courses if medicine in limited_in(c.treatment)], until
    ):
        doses = daily_doses(medicine, courses, first)
        unknown = tuple(
            course.what
            for course in _with(medicine, courses, first)
            if _daily_dose(medicine, course) is None
        )
        over = OverInCourse(medicine, doses, unknown, first, last)
        if over.milligrams <= DAILY_MAXIMUM[medicine].milligrams:
            continue
        if spans and spans[-1].until == first - _ONE_DAY:
            before = spans.pop()
            most = max(before, over, key=lambda one: one.milligrams)
            over = most._replace(since=before.since, until=last)
        spans.append(over)
    return tuple(span for span in spans if span.until >= since)


def fact_in_course(over: OverInCourse) -> str:
    """Say how much is in course a day, and that it is more than an adult may take."""
    return fact_of_courses(over.treatment, over.doses, over.unknown)


def too_much_in_course(over: OverInCourse, services: Services) -> str:
    """Say that courses are together more than an adult may take, and what to do."""
    return f"{sentence_start(fact_in_course(over))} {act_on_courses(over, services)}"


def act_on_courses(over: OverInCourse, services: Services) -> str:
    """Say where to correct a slip and, as a course is no intake, whom to call if it was taken."""
    act = what_to_do(over.treatment, over.milligrams, services)
    return f"Is one of them a slip? See: painlog courses. Have you taken this much? {act}"


def _stretches(courses: Sequence[Course], until: date) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of each stretch in which the same courses are counted."""
    firsts = {until + _ONE_DAY}
    for course in courses:
        # A last day is a stretch of its own: on it another course may take the place of this one.
        ends = (course.ended_on, course.ended_on + _ONE_DAY) if course.ended_on else ()
        firsts.update(day for day in (course.started_on, course.started_on + _ONE_DAY, *ends))
    ordered = sorted(day for day in firsts if day <= until + _ONE_DAY)
    for first, after in pairwise(ordered):
        yield first, after - _ONE_DAY


def _with(medicine: str, courses: Iterable[Course], day: date) -> list[Course]:
    there = [c for c in open_on(courses, day) if medicine in limited_in(c.treatment)]
    begun = {course.treatment for course in there if course.started_on == day}
    return [course for course in there if course.ended_on != day or not begun - {course.treatment}]


def _daily_dose(medicine: str, course: Course) -> DailyDose | None:
    product = "" if course.treatment == medicine else course.treatment
    one = course.dose and counted(medicine, course.dose.of_one_use, product)
    if course.dose is None or not one:
        return None
    often = times_a_day(course.dose.written)
    if often is None:
        # However rarely it is taken, one dose is too much by itself.
        if one.held.milligrams <= DAILY_MAXIMUM[medicine].milligrams:
            return None
        often = TimesADay(1, at_most=False)
    return DailyDose(course.what, one.held.milligrams * often.times, one, often.at_most)
