"""Find anti-inflammatory painkillers (NSAIDs) that were in use on the same days."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import combinations
from typing import NamedTuple

from painlog.model.course import Course
from painlog.model.treatment import Treatment

# The NHS names aspirin beside the others.
_CLASSES = frozenset({"anti-inflammatory", "aspirin"})
_DAY = timedelta(days=1)


class Together(NamedTuple):
    """Two of them, by name, and the days on which both were taken or in course, in order."""

    names: tuple[str, str]
    days: tuple[date, ...]


def anti_inflammatories(treatments: Mapping[str, Treatment]) -> frozenset[str]:
    """Return the names of those that are taken, combinations with one included; none for the skin.

    Args:
        treatments: By name.
    """

    def is_one(name: str) -> bool:
        known = treatments.get(name)
        return known is not None and known.medicine_class in _CLASSES and not known.topical

    return frozenset(
        name
        for name, known in treatments.items()
        if is_one(name) or (not known.topical and any(map(is_one, known.parts)))
    )


def used_together(
    taken: Mapping[str, Iterable[date]], courses: Iterable[Course], since: date, until: date
) -> tuple[Together, ...]:
    """Return each two that were in use on one day or more of a period, by name.

    Args:
        taken: The days on which each was taken; only what `anti_inflammatories` returns.
        courses: Of these alone.
        since: The first day.
        until: The last day.
    """
    days = {name: {day for day in of if since <= day <= until} for name, of in taken.items()}
    for course in courses:
        first = max(course.started_on, since)
        last = min(course.ended_on or until, until)
        running = (first + n * _DAY for n in range((last - first).days + 1))
        days.setdefault(course.treatment, set()).update(running)
    return tuple(
        Together((one, other), tuple(sorted(both)))
        for one, other in combinations(sorted(days), 2)
        if (both := days[one] & days[other])
    )
