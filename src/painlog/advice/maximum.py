"""A dose that is more than a whole day's, of a medicine whose daily maximum is public guidance."""

from collections.abc import Mapping
from typing import NamedTuple

from painlog.advice.services import Services
from painlog.advice.warning_signs.actions import overdose
from painlog.model.dose import Dose


class DailyMaximum(NamedTuple):
    """The most that an adult may take in 24 hours, in milligrams and words, with its source."""

    milligrams: float
    words: str
    source: str


DAILY_MAXIMUM: Mapping[str, DailyMaximum] = {
    "paracetamol": DailyMaximum(4000, "4 g", "NHS 111 Wales, Paracetamol for adults"),
}


def too_much(treatment: str, dose: Dose | None, services: Services) -> str:
    """Say that one dose is more than an adult may take in a day, and what to do; "" if it is not.

    Most of these are slips of a zero or a unit, so how to take the use back is said as well.

    Args:
        treatment: Its name in the catalogue.
        dose: As it was logged; one in tablets or millilitres is not judged.
        services: Those of the person's country.
    """
    most = DAILY_MAXIMUM.get(treatment)
    if most is None or dose is None or (dose.milligrams or 0) <= most.milligrams:
        return ""
    return (
        f"{dose.written} of {treatment} is more than an adult may take in 24 hours "
        f"({most.words}; {most.source}). A slip? painlog undo. {overdose(services)}"
    )
