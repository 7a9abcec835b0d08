"""What of the courses, visits and PEGs belongs to the entries that were asked for."""

from painlog.model.contents import Background
from painlog.model.course import Course
from painlog.model.selection import ChosenPlace, Selection


def belonging(background: Background, chosen: Selection) -> Background:
    """The courses of the place, treatment and days asked for; visits and PEGs of the days.

    A visit and a PEG are about the whole person: there are none where a place or a treatment was
    asked for.
    """
    narrowed = bool(chosen.places or chosen.treatments)
    return Background(
        tuple(c for c in background.courses if _courses_days(c, chosen) and _is_for(c, chosen)),
        () if narrowed else tuple(c for c in background.consultations if chosen.has_day(c.held_on)),
        ()
        if narrowed
        else tuple(peg for peg in background.pegs if chosen.has_day(peg.answered_on)),
    )


def _courses_days(course: Course, chosen: Selection) -> bool:
    return (chosen.until is None or course.started_on <= chosen.until) and (
        chosen.since is None or course.ended_on is None or chosen.since <= course.ended_on
    )


def _is_for(course: Course, chosen: Selection) -> bool:
    if not chosen.has_treatment(course.treatment):
        return False
    places = chosen.places
    return course.region is None or not places or any(_is_at(course, place) for place in places)


def _is_at(course: Course, place: ChosenPlace) -> bool:
    if place.region not in (None, course.region):
        return False
    if place.without_side:
        return course.side is None
    return place.side is None or course.side in (None, "both", place.side)
