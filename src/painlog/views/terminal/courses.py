"""Courses in words."""

from collections.abc import Iterable, Iterator
from datetime import date

from painlog.model.course import Course
from painlog.views.terminal.screen import Screen
from painlog.views.wording import count, day, printable


def in_words(course: Course) -> str:
    """Stretching for the left heel, from Sun 1 Mar 2026 to Tue 31 Mar 2026."""
    span = f"from {day(course.started_on)}"
    if course.ended_on:
        span += f" to {day(course.ended_on)}"
    return f"{printable(course.treatment)} for the {printable(course.place)}, {span}"


def open_line(course: Course, today: date) -> str:
    """Stretching for the left heel, day 23."""
    running = (today - course.started_on).days + 1
    return f"{printable(course.treatment)} for the {printable(course.place)}, day {running}"


def course_lines(courses: Iterable[Course], today: date, screen: Screen) -> Iterator[str]:
    """A line each, with its number and its length."""
    for course in courses:
        end = course.ended_on or today
        length = count((end - course.started_on).days + 1, "day")
        if course.started_on > today:
            # The clock was set back, or the person has travelled west.
            state = "still to come"
        else:
            state = length if course.ended_on else f"open, {length} so far"
        yield from screen.wrapped(f"{in_words(course)} ({state})", f"{course.id:>4}  ")
