"""Find the courses that `start` begins and `stop` ends. Nothing here asks, shows or saves."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from painlog.errors import RefusedError
from painlog.model.course import Course, place_of_course

if TYPE_CHECKING:
    from painlog.model.region import Side
    from painlog.store.journal import Journal


def courses_to_begin(
    journal: "Journal",
    treatment: str,
    regions: Sequence[str],
    first: date,
    last: date | None = None,
) -> list[Course]:
    """Return a course for each region as typed, or one for the whole body.

    Raises:
        RefusedError: if it would end before it begins.
    """
    if last is not None and last < first:
        raise RefusedError(f"--until {last} is before the start on {first}; give a later day.")
    return [Course(treatment, first, last, *place) for place in _places(journal, regions)]


def refuse_overlaps(new: Sequence[Course], others: Sequence[Course]) -> None:
    """Refuse courses that would run beside another of the same treatment and place.

    Raises:
        RefusedError: with the one that is in the way.
    """
    for number, course in enumerate(new):
        for other in (*others, *new[:number]):
            if course.overlaps(other):
                raise RefusedError(_in_the_way(other))


def _in_the_way(other: Course) -> str:
    where = f"{other.treatment} for the {other.place}"
    if other.ended_on is None:
        place = "" if other.region is None else f' --region "{other.place}"'
        return (
            f"{where} has been in use since {other.started_on}. End it first: painlog stop "
            f'"{other.treatment}"{place}'
        )
    return (
        f"{where} was in use from {other.started_on} to {other.ended_on}, which overlaps. "
        f"Give a start after that, or remove it: painlog courses remove {other.id}"
    )


def courses_to_end(
    journal: "Journal", treatment: str, regions: Sequence[str], last: date
) -> list[Course]:
    """Return the open courses of a treatment for these regions, or all of them, ended.

    Raises:
        RefusedError: if none is open, or one began after that day.
    """
    ended = [replace(c, ended_on=last) for c in _open_courses(journal, treatment, regions)]
    for course in ended:
        if last < course.started_on:
            raise RefusedError(
                f"{treatment} for the {course.place} started on {course.started_on}, after "
                f"{last}. Give a later --on, or remove the course: painlog courses remove "
                f"{course.id}"
            )
    return ended


def _open_courses(journal: "Journal", treatment: str, regions: Sequence[str]) -> list[Course]:
    every = [c for c in journal.courses() if c.ended_on is None]
    found = [c for c in every if c.treatment == treatment]
    if regions:
        places = _places(journal, regions)
        found, others = [c for c in found if (c.region, c.side) in places], found
        missing = [p for p in places if p not in [(c.region, c.side) for c in found]]
        if missing:
            names = ", ".join(Course(treatment, date.min, None, *p).place for p in missing)
            raise RefusedError(f"{treatment} is not in use for the {names}.{_open_now(others)}")
    if not found:
        raise RefusedError(f"{treatment} is not in use.{_open_now(every)}")
    return found


def _open_now(courses: Sequence[Course]) -> str:
    if not courses:
        return " No course is open. See: painlog courses"
    return f" Open now: {'; '.join(f'{c.treatment} for the {c.place}' for c in courses)}."


def _places(journal: "Journal", regions: Sequence[str]) -> list[tuple[str | None, "Side | None"]]:
    if not regions:
        return [(None, None)]
    found = [journal.regions.find(text) for text in regions]
    return list(dict.fromkeys(place_of_course(region.name, side) for region, side in found))
