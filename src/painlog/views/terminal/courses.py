"""Courses in words, a line for each, and the medicines that were logged beside them."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from painlog.views.wording import count, day, printable, times

if TYPE_CHECKING:
    from collections.abc import Sequence

    from painlog.analysis.medicines import MedicineTotal
    from painlog.model.course import Course
    from painlog.views.terminal.screen import Screen


def course_words(course: "Course") -> str:
    """Write a course: "stretching for the left heel, from Sun 1 Mar 2026 to Tue 31 Mar 2026"."""
    return f"{printable(course.what)} for the {printable(course.place)}, {_span(course)}"


def _span(course: "Course") -> str:
    end = f" to {day(course.ended_on)}" if course.ended_on else ""
    return f"from {day(course.started_on)}{end}"


def open_line(course: "Course", today: date) -> str:
    """Write an open course with its day: "stretching for the left heel, day 23"."""
    running = (today - course.started_on).days + 1
    return f"{printable(course.what)} for the {printable(course.place)}, day {running}"


def course_lines(courses: Iterable["Course"], today: date, screen: "Screen") -> Iterator[str]:
    """Yield a line for each course, with its number and its length; steps of dose below it."""
    from painlog.model.course import steps

    places: dict[tuple[object, ...], list[Course]] = {}
    for course in courses:
        places.setdefault((course.treatment, course.region, course.side), []).append(course)
    rows = [row for group in places.values() for row in steps(group)]
    for first, *later in sorted(rows, key=lambda row: (row[0].started_on, row[0].id)):
        yield from _course_line(first, course_words(first), today, screen)
        for step in later:
            dose = printable(step.dose.written) if step.dose else "without a dose"
            yield from _course_line(step, f"  then {dose}, {_span(step)}", today, screen)


def medicine_lines(taken: "Sequence[MedicineTotal]", days: int, screen: "Screen") -> Iterator[str]:
    """Yield how often each medicine and dose was logged in the last days, if any was."""
    from painlog.model.use import with_dose

    if taken:
        each = "; ".join(
            f"{printable(with_dose(one.treatment, one.dose))}, {times(one.uses)} on "
            f"{count(one.days, 'day')}"
            for one in taken
        )
        yield from screen.wrapped(f"Medicines logged in the last {days} days: {each}.", rest="  ")


def _course_line(course: "Course", words: str, today: date, screen: "Screen") -> list[str]:
    length = count(((course.ended_on or today) - course.started_on).days + 1, "day")
    if course.started_on > today:
        # The clock was set back, or the person travelled west.
        state = "still to come"
    else:
        state = length if course.ended_on else f"open, {length} so far"
    said = words.lstrip() if screen.spoken else words
    return screen.wrapped(f"{said} ({state})", screen.start(f"{course.id:>4}"))
