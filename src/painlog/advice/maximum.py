"""Say that more was taken than a whole day's dose whose maximum is public guidance."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from painlog.advice.daily_maximum import (
    A_DAY,
    DAILY_MAXIMUM,
    Counted,
    DailyDose,
    DailyMaximum,
    InCourse,
    Over,
    Taken,
    counted,
    each_counted,
    each_over,
    nothing_in_course,
)
from painlog.advice.services import Services
from painlog.advice.warning_signs.actions import filled, overdose
from painlog.model.dose import EACH_ALIKE, Dose
from painlog.model.use import with_dose


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
    found = counted(treatment, dose, product) if most else None
    if most is None or found is None or found.held.milligrams <= most.milligrams:
        return ""
    return (
        f"{_of_one(treatment, found, most)} {_is_more_than(most)} A slip? painlog undo. "
        f"{what_to_do(treatment, found.held.milligrams, services)}"
    )


def too_much_together(
    treatment: str,
    taken: Iterable[Taken],
    at: datetime,
    services: Services,
    in_course: InCourse = nothing_in_course,
) -> str:
    """Say that several doses within 24 hours are more than an adult may take; "" if they are not.

    What the same dose was logged for within 10 minutes counts once, where one of the two came with
    a rating. Doses of which nobody knows how much they hold are named, and not counted. What is in
    course counts as well, less what was logged of it.

    Args:
        treatment: Its name in the catalogue.
        taken: What was logged of it, alone or in combinations, up to a day before and after `at`.
        at: When the dose was taken that is looked at.
        services: Those of the person's country.
        in_course: Returns what is taken of it every day, in course on a day.
    """
    found = [
        over
        for over in each_over(treatment, taken, in_course)
        if at <= over.doses[-1].at < at + A_DAY
    ]
    if not found:
        return ""
    # Of equal sums, the one beside which most is not counted.
    over = max(found, key=lambda over: (over.milligrams, len(over.doses)))
    return f"{fact_of(over)} {act_on(over, services)}"


def fact_of(over: Over) -> str:
    """Say how much was logged, that it is more than an adult may take, and what is not counted."""
    most = DAILY_MAXIMUM[over.treatment]
    found = [*each_counted(over.treatment, over.doses)]
    if len(found) == 1 and not over.in_course:
        fact = _of_one(over.treatment, found[0], most)
    else:
        daily = over.in_course
        and_in_course = f" and in course{_in_brackets(daily)}" if daily else ""
        fact = (
            f"{_sum_of(over.treatment, over.milligrams, [*_parts(found), *over.in_course])}, logged"
            f" in {len(found)} {'dose' if len(found) == 1 else 'doses'}"
            f"{and_in_course} within 24 hours,"
        )
    unknown = uncounted(over.treatment, over.doses)
    return f"{fact} {_is_more_than(most)}{f' {unknown}' if unknown else ''}"


def fact_of_courses(treatment: str, doses: Sequence[DailyDose], unknown: Iterable[str]) -> str:
    """Say how much a day is in course, that it is too much, and what is not counted.

    Args:
        treatment: The medicine.
        doses: What the treatments in course add.
        unknown: Those with it of which nobody knows how much they add, in words.
    """
    amount = _sum_of(treatment, sum(dose.milligrams for dose in doses), doses, " a day")
    up_to = "up to " if any(dose.at_most for dose in doses) else ""
    is_more = _is_more_than(DAILY_MAXIMUM[treatment])
    not_counted = _not_counted(treatment, unknown)
    return (
        f"{up_to}{amount}, in course{_in_brackets(doses)}, {is_more}"
        f"{f' {not_counted}' if not_counted else ''}"
    )


def amount_in_words(treatment: str, milligrams: float) -> str:
    """Write an amount of a medicine as its maximum is written: "4.5 g"."""
    return _in_words(milligrams, DAILY_MAXIMUM[treatment])


def act_on(over: Over, services: Services) -> str:
    """Say where to find a slip, and whom to call."""
    act = what_to_do(over.treatment, over.milligrams, services)
    return f"Is one of them a slip? See: painlog list. {act}"


def what_to_do(treatment: str, milligrams: float, services: Services) -> str:
    """Say whom to call; where a prescriber may have allowed it, begin with that."""
    most = DAILY_MAXIMUM[treatment]
    if not most.prescribed:
        return overdose(services)
    prescribed = "If it was prescribed to you, go by what your prescriber said. If not,"
    if milligrams <= most.prescribed:
        return f"{prescribed} ask a pharmacist, or call {filled('{advice}', services)}."
    is_too_much = overdose(services)
    return f"{prescribed} it is {is_too_much[:1].lower()}{is_too_much[1:]}"


def uncounted(treatment: str, taken: Iterable[Taken]) -> str:
    """Name the doses of which nobody knows how much of a medicine they hold; "" for none."""
    names = dict.fromkeys(
        with_dose(one.product or treatment, one.dose) + ("" if one.dose else " without a dose")
        for one in taken
        if counted(treatment, one.dose, one.product) is None
    )
    return _not_counted(treatment, names)


def _not_counted(treatment: str, names: Iterable[str]) -> str:
    said = ", ".join(dict.fromkeys(names))
    return (
        f"Not counted, as painlog cannot tell how much {treatment} it is: {said}." if said else ""
    )


def uncounted_beside(treatment: str, use: Taken, taken: Iterable[Taken]) -> str:
    """Say that a combination just logged is in no sum of a medicine; "" if it is.

    Nothing is said where there is no sum: no other dose that counts was logged within 24 hours.

    Args:
        treatment: The medicine that it holds.
        use: What was just logged.
        taken: What was logged of the medicine up to a day before and after.
    """
    is_counted = counted(treatment, use.dose, use.product) is not None
    if not use.product or is_counted or not any(each_counted(treatment, taken)):
        return ""
    what = with_dose(use.product, use.dose)
    return (
        f"{what} holds {treatment} as well, and painlog cannot tell how much, so it is not in the "
        f"sum of {treatment} within 24 hours. Say how many tablets it was and their strength, as "
        'in "co-codamol 2 x 8/500".'
    )


def _in_words(milligrams: float, most: DailyMaximum) -> str:
    in_mg = most.words.endswith("mg")
    return f"{milligrams:.10g} mg" if in_mg else f"{milligrams / 1000:g} g"


def _of_one(treatment: str, one: Counted, most: DailyMaximum) -> str:
    """Write one dose: "6 g of paracetamol", "5 g of paracetamol, in 10 tablets of co-codamol,"."""
    if not one.product:
        return f"{one.dose.written} of {treatment}{_each([one], most)}"
    amount = _in_words(one.held.milligrams, most)
    return f"{amount} of {treatment}{_each([one], most)}, in {one.dose.written} of {one.product},"


def _each(counted: Iterable[Counted], most: DailyMaximum) -> str:
    """Say how tablets without a strength were counted, if any was."""
    by_piece = [one for one in counted if one.dose.unit in EACH_ALIKE]
    if not by_piece:
        return ""
    sources = dict.fromkeys(f"; {one.held.source}" for one in by_piece if one.held.source)
    return f" (at {most.each:g} mg each{''.join(sources)})"


def _parts(found: Iterable[Counted]) -> Iterator[DailyDose]:
    """Yield counted doses as parts of a sum."""
    return (DailyDose("", one.held.milligrams, one) for one in found)


def _sum_of(
    treatment: str, milligrams: float, parts: Sequence[DailyDose], each_day: str = ""
) -> str:
    """Write a sum, and how much of it is in combinations: ", 2 g of it in co-codamol"."""
    most = DAILY_MAXIMUM[treatment]
    by_product: dict[str, float] = {}
    for part in parts:
        if part.one.product:
            by_product[part.one.product] = by_product.get(part.one.product, 0) + part.milligrams
    in_combinations = "".join(
        f", {_in_words(of_it, most)} of it in {product}" for product, of_it in by_product.items()
    )
    each = _each([part.one for part in parts], most)
    return f"{_in_words(milligrams, most)} of {treatment}{each_day}{each}{in_combinations}"


def _in_brackets(daily: Iterable[DailyDose]) -> str:
    return f" ({', '.join(dict.fromkeys(dose.words for dose in daily))})"


def _is_more_than(most: DailyMaximum) -> str:
    if most.prescribed:
        return (
            f"is more than the {most.words} that an adult may take in 24 hours without a "
            f"prescriber ({most.source})."
        )
    return f"is more than an adult may take in 24 hours ({most.words}; {most.source})."
