"""Courses: the time over which a treatment is used."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from painlog.model.dose import Dose, same_dose
from painlog.model.region import WHOLE_BODY, Side, label
from painlog.model.use import with_dose

_ONE_DAY = timedelta(days=1)


def place_of_course(region: str | None, side: Side | None) -> tuple[str | None, Side | None]:
    """Return the region and side that a course stores: neither where it is for the whole body."""
    return (None, None) if region == WHOLE_BODY else (region, side)


def for_its_place(course: "Course") -> "Course":
    """Return a course with its place as a course stores it."""
    region, side = place_of_course(course.region, course.side)
    return course if region == course.region else course._replace(region=region, side=side)


class Course(NamedTuple):
    """A treatment in use from `started_on` to `ended_on`, both days included.

    `region` None means the whole body, `side` None every side, and `ended_on` None that it is still
    open. An `inferred` course was not started by a person but read from the uses of a treatment; it
    is never stored. A change of dose ends one step of a course and begins the next: `continues` is
    the uid of the step before, empty for the first.
    """

    treatment: str
    started_on: date
    ended_on: date | None = None
    region: str | None = None
    side: Side | None = None
    uid: str = ""
    id: int = 0
    inferred: bool = False
    updated_at: str = ""
    dose: Dose | None = None
    continues: str = ""

    @property
    def what(self) -> str:
        """Treatment and dose in words: "amitriptyline 25 mg"."""
        return with_dose(self.treatment, self.dose)

    @property
    def place(self) -> str:
        """What it is for, in words: "left heel" or "whole body"."""
        return WHOLE_BODY if self.region is None else label(self.region, self.side)

    def covers(self, region: str, side: Side | None) -> bool:
        """Tell whether ratings of this region and side count under it."""
        if self.region is None:
            return True
        if self.region != region:
            return False
        return self.side is None or self.side == "both" or side in (self.side, "both")

    def on(self, day: date) -> bool:
        """Tell whether it was in use on a day."""
        return self.started_on <= day and (self.ended_on is None or day <= self.ended_on)

    def overlaps(self, other: "Course") -> bool:
        """Tell whether both are the same treatment for a shared place on a shared day."""
        return (
            self.treatment == other.treatment
            and self.shares_place(other)
            and (other.ended_on is None or self.started_on <= other.ended_on)
            and (self.ended_on is None or other.started_on <= self.ended_on)
        )

    def shares_place(self, other: "Course") -> bool:
        """Tell whether ratings of some place count under both."""
        if self.region is None or other.region is None:
            return True
        if self.region != other.region:
            return False
        free = {None, "both"}
        return self.side == other.side or self.side in free or other.side in free


def in_one_writing(courses: Iterable[Course]) -> list[Course]:
    """Return courses by start, with doses of a treatment that are equally much written in one way.

    A course at "1 g" and a later one at "1000 mg" are both at "1 g". Whatever compares what is in
    course on two days compares these.
    """
    found: list[Course] = []
    written: dict[tuple[str, object], Dose] = {}
    for course in sorted(courses, key=lambda c: c.started_on):
        if course.dose is None:
            found.append(course)
            continue
        dose = written.setdefault((course.treatment, course.dose.size), course.dose)
        found.append(course if dose == course.dose else course._replace(dose=dose))
    return found


def open_on(courses: Iterable[Course], day: date) -> tuple[Course, ...]:
    """Return the courses that were in use on a day, in the order in which they came."""
    return tuple(course for course in courses if course.on(day))


def goes_on(course: Course, until: date) -> bool:
    """Return whether a course is still in use at the end of a picture."""
    return course.ended_on is None or course.ended_on > until


class RowsShown(NamedTuple):
    """The rows of courses that fit, how many do not, and how many of those are still in use."""

    rows: Sequence[Sequence[Course]]
    left_out: int = 0
    in_use: int = 0


def rows_shown(rows: Sequence[Sequence[Course]], most: int, until: date) -> RowsShown:
    """Choose the rows to show: those still in use before those that ended, the latest of each.

    Args:
        rows: The courses of each row, by start; the order of the rows is kept.
        most: How many fit.
        until: The last day that is shown.
    """
    in_use = [goes_on(row[-1], until) for row in rows]
    ranked = sorted(range(len(rows)), key=lambda at: (in_use[at], at), reverse=True)
    left_out = ranked[most:]
    return RowsShown(
        [rows[at] for at in sorted(ranked[:most])],
        len(left_out),
        sum(in_use[at] for at in left_out),
    )


def steps(courses: Iterable[Course]) -> list[list[Course]]:
    """Group courses into rows of steps: one treatment whose dose changed without a pause.

    Args:
        courses: Of one place, by start. Each row has its steps in time order.
    """
    rows: list[list[Course]] = []
    for course in courses:
        for row in rows:
            last = row[-1]
            if (
                last.treatment == course.treatment
                and last.ended_on is not None
                and course.started_on - last.ended_on <= _ONE_DAY
                and not same_dose(course.dose, last.dose)
            ):
                row.append(course)
                break
        else:
            rows.append([course])
    return rows
