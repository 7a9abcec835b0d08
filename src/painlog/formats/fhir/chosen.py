"""What of the courses, visits and PEGs belongs to the entries that were asked for."""

from datetime import date

from painlog.model.contents import Background
from painlog.model.course import Course
from painlog.model.entry import Selection


def belonging(background: Background, chosen: Selection) -> Background:
    """The courses of the place, treatment and days asked for; visits and PEGs of the days.

    A visit and a PEG are about the whole person: there are none where a place or a treatment was
    asked for.
    """
    narrowed = any((chosen.region, chosen.side, chosen.treatment, chosen.without_side))
    return Background(
        tuple(c for c in background.courses if _courses_days(c, chosen) and _is_for(c, chosen)),
        () if narrowed else tuple(c for c in background.consultations if _on(c.held_on, chosen)),
        () if narrowed else tuple(peg for peg in background.pegs if _on(peg.answered_on, chosen)),
    )


def _on(day: date, chosen: Selection) -> bool:
    return (chosen.since is None or chosen.since <= day) and (
        chosen.until is None or day <= chosen.until
    )


def _courses_days(course: Course, chosen: Selection) -> bool:
    return (chosen.until is None or course.started_on <= chosen.until) and (
        chosen.since is None or course.ended_on is None or chosen.since <= course.ended_on
    )


def _is_for(course: Course, chosen: Selection) -> bool:
    if chosen.treatment is not None and course.treatment != chosen.treatment:
        return False
    if course.region is None:
        return True
    if chosen.region is not None and course.region != chosen.region:
        return False
    if chosen.without_side:
        return course.side is None
    return chosen.side is None or course.side in (None, "both", chosen.side)
