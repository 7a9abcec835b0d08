"""Say after the fact that more of a medicine was logged than an adult may take in 24 hours."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from painlog.advice.course_maximum import OverInCourse, act_on_courses, fact_in_course
from painlog.advice.daily_maximum import Over
from painlog.advice.maximum import act_on, amount_in_words, fact_of
from painlog.advice.services import Services
from painlog.advice.standing import Advice
from painlog.model.names import day_in_words

# Harm from too much paracetamol may show only after 48 to 72 hours (MIMS, paracetamol, overdosage),
# and there may be no symptom on the first day (Patient, Paracetamol poisoning).
ACT_WITHIN = timedelta(days=3)
TOO_MUCH = "too-much-medicine"
_KNOWN = "If that is right and no pharmacist or clinician knows of it, tell one."


def over_maximum(found: Iterable[Over], today: date, services: Services) -> Iterator[Advice]:
    """Yield one advice for each medicine: the last time, what to do now, and those before.

    Args:
        found: Each time, oldest first.
        today: The present day. What to do at once is said up to three days after the doses.
        services: Those of the person's country.
    """
    by_medicine: dict[str, list[Over]] = {}
    for over in found:
        by_medicine.setdefault(over.treatment, []).append(over)
    for times in by_medicine.values():
        *before, last = times
        fact = f"{day_in_words(last.day)}: {fact_of(last)}{_earlier(before)}"
        yield _advice(fact, act_on(last, services), lately=today - last.day <= ACT_WITHIN)


def courses_over_maximum(
    found: Iterable[OverInCourse], today: date, services: Services
) -> Iterator[Advice]:
    """Yield one advice for each time that courses were together more than an adult may take.

    Args:
        found: Each time.
        today: The present day.
        services: Those of the person's country.
    """
    for over in found:
        since = day_in_words(over.since)
        when = f"Since {since}" if over.until >= today else f"{since} to {day_in_words(over.until)}"
        if over.since == over.until < today:
            when = since
        fact = f"{when}: {fact_in_course(over)}"
        lately = today - over.until <= ACT_WITHIN
        yield _advice(fact, act_on_courses(over, services), lately=lately)


def _advice(fact: str, act: str, *, lately: bool) -> Advice:
    return Advice(
        TOO_MUCH if lately else "over-maximum", f"{fact} {act if lately else _KNOWN}", fact
    )


def _earlier(before: list[Over]) -> str:
    if not before:
        return ""
    most = max(before, key=lambda over: over.milligrams)
    times = "once" if len(before) == 1 else f"{len(before)} times"
    at_most = "" if len(before) == 1 else "at most "
    amount = amount_in_words(most.treatment, most.milligrams)
    return f" Before that {times} in this period ({at_most}{amount}, {day_in_words(most.day)})."
