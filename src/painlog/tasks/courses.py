"""Find the courses that `start` begins and `stop` ends. Nothing here asks, shows or saves."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from painlog.errors import RefusedError
from painlog.model.course import Course, place_of_course
from painlog.tasks.course_overlaps import is_other_dose, refuse_overlaps

if TYPE_CHECKING:
    from painlog.analysis.medicines import MedicineTotal
    from painlog.model.dose import Dose
    from painlog.model.region import Side
    from painlog.store.journal import Journal
    from painlog.store.log import Change

_ONE_DAY = timedelta(days=1)
LATELY = 28


class Beginning(NamedTuple):
    """What `start` does.

    `begun` are new courses, `ended` the steps before them with their last day. `corrected` are
    steps that began on the same day and now have another dose. They are also steps that stay open
    because the one after them, in `removed`, was a mistake.
    """

    begun: tuple[Course, ...] = ()
    ended: tuple[Course, ...] = ()
    corrected: tuple[Course, ...] = ()
    removed: tuple[Course, ...] = ()

    def make(self, change: "Change") -> "Beginning":
        """Store it, and return it with the ids of what is new."""
        for course in self.removed:
            change.remove(course)
        for course in (*self.ended, *self.corrected):
            change.edit(course)
        return self._replace(begun=tuple(change.add(course) for course in self.begun))


def courses_to_begin(
    journal: "Journal",
    treatment: str,
    regions: Sequence[str],
    first: date,
    last: date | None = None,
    side: "Side | None" = None,
) -> list[Course]:
    """Return a course for each region as typed, or one for the whole body.

    Args:
        journal: What names mean.
        treatment: Its name.
        regions: As typed.
        first: The first day.
        last: The last day; None for a course that goes on.
        side: The side of the regions, if it was given apart from them.

    Raises:
        RefusedError: if it would end before it begins.
    """
    _check_days(first, last)
    return [Course(treatment, first, last, *place) for place in _places(journal, regions, side)]


def _check_days(first: date, last: date | None) -> None:
    if last is not None and last < first:
        raise RefusedError(
            f"--until {last} is before the start on {first}; give a later day, or an earlier --on."
        )


def beginning(new: Sequence[Course], others: Sequence[Course]) -> Beginning:
    """Return what starting courses changes, beside those that the journal has.

    Where the same treatment is open for the same place at another dose, its present step ends the
    day before and the new one continues it. A step that began on the same day is corrected.

    Args:
        new: The courses to start.
        others: Every course of the journal.

    Raises:
        RefusedError: if one would run beside another of the same treatment and place.
    """
    found = Beginning()
    for course in new:
        found = _with(found, course, others)
    changed = (*found.ended, *found.corrected)
    gone = {c.id for c in (*changed, *found.removed)}
    refuse_overlaps(
        (*found.begun, *changed), [course for course in others if course.id not in gone]
    )
    return found


def _with(so_far: Beginning, course: Course, others: Sequence[Course]) -> Beginning:
    same = [
        c
        for c in others
        if (c.treatment, c.region, c.side) == (course.treatment, course.region, course.side)
    ]
    day_before = course.started_on - _ONE_DAY
    before = next((c for c in same if c.ended_on == day_before), None)
    present = next((c for c in same if c.ended_on is None), None)
    if present is None or course.ended_on or not is_other_dose(course, present):
        if before and is_other_dose(course, before):
            course = course._replace(continues=before.uid)
        return so_far._replace(begun=(*so_far.begun, course))
    if present.started_on < course.started_on:
        ended = present._replace(ended_on=day_before)
        return so_far._replace(
            ended=(*so_far.ended, ended),
            begun=(*so_far.begun, course._replace(continues=present.uid)),
        )
    if present.started_on > course.started_on:
        return so_far._replace(begun=(*so_far.begun, course))
    if before and before.uid == present.continues and not is_other_dose(course, before):
        return so_far._replace(
            corrected=(*so_far.corrected, before._replace(ended_on=None)),
            removed=(*so_far.removed, present),
        )
    corrected = present._replace(dose=course.dose)
    return so_far._replace(corrected=(*so_far.corrected, corrected))


def courses_to_end(
    journal: "Journal",
    treatment: str,
    regions: Sequence[str],
    last: date,
    side: "Side | None" = None,
) -> list[Course]:
    """Return the open courses of a treatment for these regions, or for all, with their last day.

    Raises:
        RefusedError: if none is open, or one began after that day.
    """
    ended = [c._replace(ended_on=last) for c in _open_courses(journal, treatment, regions, side)]
    for course in ended:
        if last < course.started_on:
            raise RefusedError(
                f"{treatment} for the {course.place} started on {course.started_on}, after "
                f"{last}. Give a later --on, or remove the course: painlog courses remove "
                f"{course.id}"
            )
    return ended


def medicines_logged(journal: "Journal", today: date) -> "tuple[MedicineTotal, ...]":
    """Count the medicines that were logged in the last `LATELY` days, as the report counts them."""
    from painlog.analysis.medicines import taken_in
    from painlog.analysis.one_use import used_in
    from painlog.model.selection import Selection

    since = today - timedelta(days=LATELY - 1)
    lately = Selection(since=since, until=today)
    noted = [entry for entry in journal.entries(lately) if entry.treatments]
    found = used_in(since, today, noted, journal.uses(lately))
    return taken_in(found.noted, found.alone, journal.treatments.by_name)


class CourseEdits(NamedTuple):
    """What `courses edit` changes; None leaves a field as it is.

    `is_open` removes the last day, and `no_dose` the dose.
    """

    first: date | None = None
    last: date | None = None
    dose: "Dose | None" = None
    region: str | None = None
    is_open: bool = False
    no_dose: bool = False


def edited_course(journal: "Journal", old: Course, edits: CourseEdits) -> Course:
    """Return a course with the edits made.

    Raises:
        RefusedError: if it would end before it begins, or run beside another of the same treatment
            and place.
    """
    first = edits.first or old.started_on
    last = None if edits.is_open else edits.last or old.ended_on
    _check_days(first, last)
    region, side = (
        (old.region, old.side)
        if edits.region is None
        else place_of_course(*_place_named(journal, edits.region))
    )
    new = old._replace(
        started_on=first,
        ended_on=last,
        dose=None if edits.no_dose else edits.dose or old.dose,
        region=region,
        side=side,
    )
    refuse_overlaps([new], [course for course in journal.courses() if course.id != old.id])
    return new


def _place_named(journal: "Journal", text: str) -> "tuple[str, Side | None]":
    region, side = journal.regions.find(text)
    return region.name, side


def steps_after(removed: Course, courses: Sequence[Course]) -> list[Course]:
    """Return the steps that continued a removed course; now they continue the one before it."""
    return [
        course._replace(continues=removed.continues)
        for course in courses
        if course.continues and course.continues == removed.uid
    ]


def _open_courses(
    journal: "Journal", treatment: str, regions: Sequence[str], side: "Side | None"
) -> list[Course]:
    every = [c for c in journal.courses() if c.ended_on is None]
    found = [c for c in every if c.treatment == treatment]
    if regions:
        places = _places(journal, regions, side)
        found, others = [c for c in found if (c.region, c.side) in places], found
        missing = [p for p in places if p not in [(c.region, c.side) for c in found]]
        if missing:
            names = ", ".join(Course(treatment, date.min, None, *p).place for p in missing)
            raise RefusedError(
                f"{treatment} is not in use for the {names}.{_open_now(others or every)}"
            )
    if not found:
        raise RefusedError(f"{treatment} is not in use.{_open_now(every)}")
    return found


def _open_now(courses: Sequence[Course]) -> str:
    if not courses:
        return " No course is open. See: painlog courses"
    return f" Open now: {'; '.join(f'{c.treatment} for the {c.place}' for c in courses)}."


def _places(
    journal: "Journal", regions: Sequence[str], side: "Side | None"
) -> list[tuple[str | None, "Side | None"]]:
    if not regions:
        return [(None, None)]
    found = [journal.regions.find(text, side) for text in regions]
    return list(dict.fromkeys(place_of_course(region.name, side) for region, side in found))
