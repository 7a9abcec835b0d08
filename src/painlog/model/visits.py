"""Past and coming visits to a clinician, and the questions that are kept for them."""

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from painlog.model.contents import Consultation, VisitQuestion

# For this long before a visit painlog mentions it, and after it the questions left open.
NEAR = timedelta(days=14)


class NextVisit(NamedTuple):
    """The next visit to a clinician, today or later, None for none, and its open questions."""

    visit: "Consultation | None"
    questions: "tuple[VisitQuestion, ...]"


def next_visit(
    visits: "Iterable[Consultation]", questions: "Iterable[VisitQuestion]", today: date
) -> NextVisit:
    """Return the next visit with the questions for it.

    Those are its own, those for no visit in particular, and those left from a visit that is over or
    gone.
    """
    to_come = sorted((v for v in visits if v.held_on >= today), key=lambda v: (v.held_on, v.id))
    visit = to_come[0] if to_come else None
    later = {v.uid for v in to_come[1:]}
    open_ = (q for q in questions if q.asked_on is None and q.consultation not in later)
    return NextVisit(visit, tuple(open_))


def last_with_open_questions(
    visits: "Iterable[Consultation]", questions: "Sequence[VisitQuestion]", today: date
) -> NextVisit | None:
    """Return the latest visit of the last 14 days that left questions open, None for none."""
    for visit in sorted(visits, key=lambda v: (v.held_on, v.id), reverse=True):
        if today - NEAR <= visit.held_on < today:
            left = tuple(q for q in questions if q.asked_on is None and q.consultation == visit.uid)
            if left and visit.uid:
                return NextVisit(visit, left)
    return None


def is_near(visit: "Consultation", today: date) -> bool:
    """Return whether a visit is today or within the next 14 days."""
    return today <= visit.held_on <= today + NEAR


def question_id(text: str) -> int | None:
    """Return the id in a number such as q3, None where it is not one."""
    found = re.fullmatch(r"\s*[qQ]0*(\d{1,18})\s*", text)
    return int(found[1]) if found else None
