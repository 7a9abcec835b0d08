"""Find two anti-inflammatory painkillers in use together: as the second comes, and looking back."""

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from painlog.advice.together import advised_together, said_together
from painlog.analysis.together import anti_inflammatories, used_together
from painlog.store.taken import uses_by_day

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from painlog.advice.standing import Advice
    from painlog.model.course import Course
    from painlog.store.journal import Journal

# What was in use together longer ago is said again, and is nothing for a report of now.
LATELY = timedelta(days=90)


def newly_together(
    journal: "Journal",
    used: "Iterable[tuple[str, date]]",
    begun: "Iterable[Course]",
    today: date,
) -> str:
    """Say which came together with what was just stored, and were not lately; "" for none.

    Args:
        journal: With the uses and courses, which were just stored.
        used: Each treatment that was used, with its day, once for each use just stored.
        begun: The courses just stored.
        today: The present day.
    """
    known = anti_inflammatories(journal.treatments.by_name)
    new = Counter(one for one in used if one[0] in known)
    courses = [course for course in begun if course.treatment in known]
    days = [day for _, day in new]
    days += [min(course.ended_on or today, today) for course in courses]
    if not days:
        return ""
    until = max(days)
    taken = _uses_of(journal, known, until - LATELY, until)
    before = {
        name: [day for day, times in by_day.items() if times > new[name, day]]
        for name, by_day in taken.items()
    }
    there = [course for course in journal.courses() if course.treatment in known]
    ids = {course.id for course in courses}
    earlier = [course for course in there if course.id not in ids]
    was = {two.names for two in used_together(before, earlier, until - LATELY, until)}
    now = used_together(taken, there, until - LATELY, until)
    return said_together([two for two in now if two.names not in was])


def together_in(journal: "Journal", since: date, until: date) -> "tuple[Advice, ...]":
    """Return the advice on each two in use on the same days of a period, its last 90 at most."""
    known = anti_inflammatories(journal.treatments.by_name)
    since = max(since, until - LATELY)
    taken = _uses_of(journal, known, since, until)
    courses = [course for course in journal.courses() if course.treatment in known]
    return tuple(advised_together(used_together(taken, courses, since, until)))


def _uses_of(
    journal: "Journal", names: "Container[str]", since: date, until: date
) -> "dict[str, dict[date, int]]":
    found = uses_by_day(journal, since, until)
    return {name: days for name, days in found.items() if name in names}
