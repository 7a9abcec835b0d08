"""Say after the fact that more of a medicine was logged than an adult may take in 24 hours."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from painlog.advice.maximum import Over, amount_of, fact_of, what_to_do
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
        lately = today - last.day <= ACT_WITHIN
        fact = f"{day_in_words(last.day)}: {fact_of(last)}{_earlier(before)}"
        act = f"Is one of them a slip? See: painlog list. {what_to_do(last, services)}"
        yield Advice(
            TOO_MUCH if lately else "over-maximum", f"{fact} {act if lately else _KNOWN}", fact
        )


def _earlier(before: list[Over]) -> str:
    if not before:
        return ""
    most = max(before, key=lambda over: over.milligrams)
    times = "once" if len(before) == 1 else f"{len(before)} times"
    at_most = "" if len(before) == 1 else "at most "
    amount = f"{at_most}{amount_of(most)}, {day_in_words(most.day)}"
    return f" Before that {times} in this period ({amount})."
