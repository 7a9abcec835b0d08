"""More than a whole day's dose of a medicine whose daily maximum is public guidance."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
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
# How many doses before one are looked at to find the same tablet logged twice.
_BEFORE_IT = 50


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


class Over(NamedTuple):
    """Doses within 24 hours that are together more than an adult may take in that time.

    `milligrams` is the sum of those doses of which anybody knows how much they hold.
    """

    treatment: str
    milligrams: float
    doses: tuple[Taken, ...]

    @property
    def day(self) -> date:
        """The local date of the last of the doses."""
        return self.doses[-1].at.date()


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
    return (
        f"{_of_one(treatment, found, most)} {_is_more_than(most)} A slip? painlog undo. "
        f"{_what_to_do(found.held.milligrams, most, services)}"
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
    found = [over for over in _over(treatment, taken) if at <= over.doses[-1].at < at + A_DAY]
    if not found:
        return ""
    # Of equal sums, the one beside which most is not counted.
    over = max(found, key=lambda over: (over.milligrams, len(over.doses)))
    return f"{fact_of(over)} Is one of them a slip? See: painlog list. {what_to_do(over, services)}"


def times_over(treatment: str, taken: Iterable[Taken]) -> tuple[Over, ...]:
    """Return each time that doses within 24 hours were more than an adult may take, oldest first.

    Days of it without a pause are one time, of which the most within 24 hours is returned.

    Args:
        treatment: Its name in the catalogue.
        taken: What was logged of it; the same tablet counts once, as in `too_much_together`.
    """
    rows: list[list[Over]] = []
    for over in _over(treatment, taken):
        if rows and over.doses[0].at <= rows[-1][-1].doses[-1].at:
            rows[-1].append(over)
        else:
            rows.append([over])
    return tuple(max(row, key=lambda over: over.milligrams) for row in rows)


def fact_of(over: Over) -> str:
    """Say how much was logged, that it is more than an adult may take, and what is not counted."""
    most = DAILY_MAXIMUM[over.treatment]
    found = [*_each_counted(over.treatment, over.doses)]
    fact = _of_one(over.treatment, found[0], most)
    if len(found) > 1:
        fact = (
            f"{_in_words(over.milligrams, most)} of {over.treatment}{_each(found, most)}"
            f"{_in_combinations(found, most)}, logged in {len(found)} doses within 24 hours,"
        )
    unknown = uncounted(over.treatment, over.doses)
    return f"{fact} {_is_more_than(most)}{f' {unknown}' if unknown else ''}"


def amount_of(over: Over) -> str:
    """Write the amount of doses together: "4.5 g"."""
    return _in_words(over.milligrams, DAILY_MAXIMUM[over.treatment])


def what_to_do(over: Over, services: Services) -> str:
    """Say whom to call; where a prescriber may have allowed it, begin with that."""
    return _what_to_do(over.milligrams, DAILY_MAXIMUM[over.treatment], services)


def _over(treatment: str, taken: Iterable[Taken]) -> Iterator[Over]:
    """Yield the 24 hours up to each dose in which more was taken than the maximum."""
    most = DAILY_MAXIMUM.get(treatment)
    if most is None:
        return
    doses = _each_once(sorted(taken, key=lambda one: (one.at, one.rated)))
    first = 0
    for number, last in enumerate(doses, start=1):
        while doses[first].at <= last.at - A_DAY:
            first += 1
        window = doses[first:number]
        total = _total(_each_counted(treatment, window))
        if total > most.milligrams:
            yield Over(treatment, total, tuple(window))


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


def _of_one(treatment: str, one: _Counted, most: DailyMaximum) -> str:
    """Write one dose: "6 g of paracetamol", "5 g of paracetamol, in 10 tablets of co-codamol,"."""
    if not one.product:
        return f"{one.dose.written} of {treatment}{_each([one], most)}"
    amount = _in_words(one.held.milligrams, most)
    return f"{amount} of {treatment}{_each([one], most)}, in {one.dose.written} of {one.product},"


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
            for other in reversed(found[-_BEFORE_IT:])
        ):
            found.append(one)
    return found


def _same(dose: Dose | None, other: Dose | None) -> bool:
    return dose is other if dose is None or other is None else dose.same(other)
