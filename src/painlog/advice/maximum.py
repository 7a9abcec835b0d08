"""More than a whole day's dose of a medicine whose daily maximum is public guidance."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from painlog.advice.services import Services
from painlog.advice.warning_signs.actions import filled, overdose
from painlog.analysis.one_use import SAME_WITHIN
from painlog.model.dose import Dose

A_DAY = timedelta(hours=24)


class DailyMaximum(NamedTuple):
    """The most that an adult may take in 24 hours, in milligrams and words, with its source.

    `each` are the milligrams of a tablet or capsule whose strength was not said: the usual one.
    `prescribed` are those that a prescriber may allow, where that is more than without one.
    """

    milligrams: float
    words: str
    source: str
    each: float
    prescribed: float = 0

    def of(self, dose: Dose) -> float:
        """Return the milligrams of a dose, 0 where nothing tells."""
        if dose.unit in _EACH_ALIKE:
            return (dose.amount or 0) * self.each
        return dose.milligrams or 0


_EACH_ALIKE = frozenset({"tablet", "capsule"})
DAILY_MAXIMUM: Mapping[str, DailyMaximum] = {
    "paracetamol": DailyMaximum(4000, "4 g", "NHS 111 Wales, Paracetamol for adults", 500),
    # NHS, How and when to take ibuprofen: a doctor may prescribe up to 600 mg 4 times a day.
    "ibuprofen": DailyMaximum(
        1200, "1200 mg", "NHS Direct Wales, Painkillers, ibuprofen", 200, prescribed=2400
    ),
}


class Taken(NamedTuple):
    """A dose that was logged; `rated` is whether it came with a rating."""

    at: datetime
    dose: Dose
    rated: bool


def too_much(treatment: str, dose: Dose | None, services: Services) -> str:
    """Say that one dose is more than an adult may take in a day, and what to do; "" if it is not.

    Most of these are a slipped zero or unit, so it also says how to take the use back.

    Args:
        treatment: Its name in the catalogue.
        dose: As it was logged. A tablet without a strength counts as the usual one, and says so;
            millilitres are not judged.
        services: Those of the person's country.
    """
    most = DAILY_MAXIMUM.get(treatment)
    if most is None or dose is None or most.of(dose) <= most.milligrams:
        return ""
    return (
        f"{dose.written} of {treatment}{_counted([dose], most)} {_is_more_than(most)} "
        f"A slip? painlog undo. {_what_to_do(most.of(dose), most, services)}"
    )


def too_much_together(
    treatment: str, taken: Iterable[Taken], at: datetime, services: Services
) -> str:
    """Say that several doses within 24 hours are more than an adult may take; "" if they are not.

    What the same dose was logged for within 10 minutes counts once, where one of the two came with
    a rating.

    Args:
        treatment: Its name in the catalogue.
        taken: What was logged of it up to a day before and after `at`.
        at: When the dose was taken that is looked at.
        services: Those of the person's country.
    """
    most = DAILY_MAXIMUM.get(treatment)
    if most is None:
        return ""
    doses = _each_once(sorted(taken))
    windows = (
        [one for one in doses if last.at - A_DAY < one.at <= last.at]
        for last in doses
        if at <= last.at < at + A_DAY
    )
    sums = [(sum(most.of(one.dose) for one in window), window) for window in windows]
    total, window = max(sums, key=lambda found: found[0], default=(0.0, []))
    if total <= most.milligrams:
        return ""
    counted = _counted([one.dose for one in window], most)
    amount = f"{total:.10g} mg" if most.words.endswith("mg") else f"{total / 1000:g} g"
    return (
        f"{amount} of {treatment}{counted}, logged in {len(window)} doses within 24 hours, "
        f"{_is_more_than(most)} Is one of them a slip? See: painlog list. "
        f"{_what_to_do(total, most, services)}"
    )


def _counted(doses: Iterable[Dose], most: DailyMaximum) -> str:
    """Say how tablets were counted, if any was."""
    if not any(dose.unit in _EACH_ALIKE for dose in doses):
        return ""
    return f" (at {most.each:g} mg each)"


def _is_more_than(most: DailyMaximum) -> str:
    if most.prescribed:
        return (
            f"is more than the {most.words} that an adult may take in 24 hours without a "
            f"prescriber ({most.source})."
        )
    return f"is more than an adult may take in 24 hours ({most.words}; {most.source})."


def _what_to_do(milligrams: float, most: DailyMaximum, services: Services) -> str:
    """Say whom to call; where a prescriber may have allowed it, begin with that."""
    if not most.prescribed:
        return overdose(services)
    prescribed = "If it was prescribed to you, go by what your prescriber said. If not,"
    if milligrams <= most.prescribed:
        return f"{prescribed} ask a pharmacist, or call {filled('{advice}', services)}."
    is_too_much = overdose(services)
    return f"{prescribed} it is {is_too_much[:1].lower()}{is_too_much[1:]}"


def _each_once(taken: Sequence[Taken]) -> list[Taken]:
    found: list[Taken] = []
    for one in taken:
        if not any(
            one.at - other.at <= SAME_WITHIN
            and (one.rated or other.rated)
            and one.dose.same(other.dose)
            for other in found
        ):
            found.append(one)
    return found
