"""More than a whole day's dose of a medicine whose daily maximum is public guidance."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from painlog.advice.services import Services
from painlog.advice.warning_signs.actions import filled, overdose
from painlog.analysis.one_use import SAME_WITHIN
from painlog.model.catalogue.medicines import MEDICINES
from painlog.model.dose import EACH_ALIKE, Dose
from painlog.model.held import AmountHeld, held
from painlog.model.treatment import Treatment
from painlog.model.use import with_dose

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

    def of(self, dose: Dose) -> float | None:
        """Return the milligrams of a dose of the medicine alone, None where nothing tells."""
        if dose.unit in EACH_ALIKE:
            return (dose.amount or 0) * self.each
        return dose.milligrams


DAILY_MAXIMUM: Mapping[str, DailyMaximum] = {
    "paracetamol": DailyMaximum(4000, "4 g", "NHS 111 Wales, Paracetamol for adults", 500),
    # NHS, How and when to take ibuprofen: a doctor may prescribe up to 600 mg 4 times a day.
    "ibuprofen": DailyMaximum(
        1200, "1200 mg", "NHS Direct Wales, Painkillers, ibuprofen", 200, prescribed=2400
    ),
}
_COMBINATIONS: Mapping[str, Treatment] = {
    medicine.name: medicine
    for medicine in MEDICINES
    if not medicine.topical and not DAILY_MAXIMUM.keys().isdisjoint(medicine.parts)
}


class Taken(NamedTuple):
    """A dose that was logged, None if it was not said; `rated` is whether it came with a rating.

    `product` is the combination that was taken, "" for the medicine alone.
    """

    at: datetime
    dose: Dose | None
    rated: bool
    product: str = ""


class _Counted(NamedTuple):
    """A dose that counts towards a sum, and what it adds to it."""

    dose: Dose
    product: str
    held: AmountHeld


def limited_in(treatment: str) -> tuple[str, ...]:
    """Return the medicines with a daily maximum that a treatment is, or holds."""
    if treatment in DAILY_MAXIMUM:
        return (treatment,)
    known = _COMBINATIONS.get(treatment)
    return tuple(name for name in known.parts if name in DAILY_MAXIMUM) if known else ()


def combinations_with(medicine: str) -> tuple[str, ...]:
    """Return the combinations that hold a medicine."""
    return tuple(name for name, known in _COMBINATIONS.items() if medicine in known.parts)


def too_much(treatment: str, dose: Dose | None, services: Services, product: str = "") -> str:
    """Say that one dose is more than an adult may take in a day, and what to do; "" if it is not.

    Most of these are a slipped zero or unit, so it also says how to take the use back.

    Args:
        treatment: Its name in the catalogue.
        dose: As it was logged. A tablet without a strength counts as the usual one, and says so;
            millilitres are not judged.
        services: Those of the person's country.
        product: The combination with this medicine that was taken, "" for the medicine alone.
    """
    most = DAILY_MAXIMUM.get(treatment)
    found = _counted(treatment, dose, product) if most else None
    if most is None or found is None or found.held.milligrams <= most.milligrams:
        return ""
    milligrams, each = found.held.milligrams, _each([found], most)
    what = f"{found.dose.written} of {product or treatment}{each}"
    if product:
        amount = _in_words(milligrams, most)
        what = f"{amount} of {treatment}{each}, in {found.dose.written} of {product},"
    return (
        f"{what} {_is_more_than(most)} A slip? painlog undo. "
        f"{_what_to_do(milligrams, most, services)}"
    )


def too_much_together(
    treatment: str, taken: Iterable[Taken], at: datetime, services: Services
) -> str:
    """Say that several doses within 24 hours are more than an adult may take; "" if they are not.

    What the same dose was logged for within 10 minutes counts once, where one of the two came with
    a rating. Doses of which nobody knows how much they hold are named, and not counted.

    Args:
        treatment: Its name in the catalogue.
        taken: What was logged of it, alone or in combinations, up to a day before and after `at`.
        at: When the dose was taken that is looked at.
        services: Those of the person's country.
    """
    most = DAILY_MAXIMUM.get(treatment)
    if most is None:
        return ""
    doses = _each_once(sorted(taken, key=_moment))
    windows = [
        [one for one in doses if last.at - A_DAY < one.at <= last.at]
        for last in doses
        if at <= last.at < at + A_DAY
    ]
    sums = [(list(_each_counted(treatment, window)), window) for window in windows]
    # Of equal sums, the one beside which most is not counted.
    found, window = max(sums, key=lambda pair: (_total(pair[0]), len(pair[1])), default=([], []))
    total = _total(found)
    if total <= most.milligrams:
        return ""
    unknown = uncounted(treatment, window)
    return (
        f"{_in_words(total, most)} of {treatment}{_each(found, most)}"
        f"{_in_combinations(found, most)}, logged in {len(found)} doses within 24 hours, "
        f"{_is_more_than(most)}{f' {unknown}' if unknown else ''} Is one of them a slip? See: "
        f"painlog list. {_what_to_do(total, most, services)}"
    )


def uncounted(treatment: str, taken: Iterable[Taken]) -> str:
    """Name the doses of which nobody knows how much of a medicine they hold; "" for none."""
    names = dict.fromkeys(
        with_dose(one.product or treatment, one.dose) + ("" if one.dose else " without a dose")
        for one in taken
        if _counted(treatment, one.dose, one.product) is None
    )
    if not names:
        return ""
    return f"Not counted, as painlog cannot tell how much {treatment} it is: {', '.join(names)}."


def uncounted_beside(treatment: str, use: Taken, taken: Iterable[Taken]) -> str:
    """Say that a combination just logged is in no sum of a medicine; "" if it is.

    Nothing is said where there is no sum: no other dose that counts was logged within 24 hours.

    Args:
        treatment: The medicine that it holds.
        use: What was just logged.
        taken: What was logged of the medicine up to a day before and after.
    """
    is_counted = _counted(treatment, use.dose, use.product) is not None
    if not use.product or is_counted or not any(_each_counted(treatment, taken)):
        return ""
    what = with_dose(use.product, use.dose)
    return (
        f"{what} holds {treatment} as well, and painlog cannot tell how much, so it is not in the "
        f"sum of {treatment} within 24 hours. Say how many tablets it was and their strength, as "
        'in "co-codamol 2 x 8/500".'
    )


def _moment(taken: Taken) -> datetime:
    return taken.at


def _each_counted(treatment: str, taken: Iterable[Taken]) -> Iterator[_Counted]:
    for one in taken:
        if found := _counted(treatment, one.dose, one.product):
            yield found


def _counted(treatment: str, dose: Dose | None, product: str) -> _Counted | None:
    """Return what a dose adds to the sum of a medicine; None if nobody knows."""
    if dose is None:
        return None
    if product:
        found = held(_COMBINATIONS[product], treatment, dose)
    else:
        milligrams = DAILY_MAXIMUM[treatment].of(dose)
        found = None if milligrams is None else AmountHeld(milligrams)
    return _Counted(dose, product, found) if found else None


def _total(counted: Iterable[_Counted]) -> float:
    return sum(one.held.milligrams for one in counted)


def _in_words(milligrams: float, most: DailyMaximum) -> str:
    in_mg = most.words.endswith("mg")
    return f"{milligrams:.10g} mg" if in_mg else f"{milligrams / 1000:g} g"


def _each(counted: Iterable[_Counted], most: DailyMaximum) -> str:
    """Say how tablets without a strength were counted, if any was."""
    by_piece = [one for one in counted if one.dose.unit in EACH_ALIKE]
    if not by_piece:
        return ""
    sources = dict.fromkeys(f"; {one.held.source}" for one in by_piece if one.held.source)
    return f" (at {most.each:g} mg each{''.join(sources)})"


def _in_combinations(counted: Iterable[_Counted], most: DailyMaximum) -> str:
    """Say how much of a sum is in combinations: ", 2 g of it in co-codamol"."""
    by_product: dict[str, float] = {}
    for one in counted:
        if one.product:
            by_product[one.product] = by_product.get(one.product, 0) + one.held.milligrams
    return "".join(
        f", {_in_words(milligrams, most)} of it in {product}"
        for product, milligrams in by_product.items()
    )


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
            and one.product == other.product
            and _same(one.dose, other.dose)
            for other in found
        ):
            found.append(one)
    return found


def _same(dose: Dose | None, other: Dose | None) -> bool:
    return dose is other if dose is None or other is None else dose.same(other)
