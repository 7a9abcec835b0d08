"""More than a whole day's dose of a medicine whose daily maximum is public guidance."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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

    @property
    def regularly(self) -> float:
        """The most in a course that needs no word after its start: what may be prescribed."""
        return max(self.milligrams, self.prescribed)

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


class Counted(NamedTuple):
    """A dose that counts towards a sum, and what it adds to it."""

    dose: Dose
    product: str
    held: AmountHeld


class DailyDose(NamedTuple):
    """What a treatment in course adds to the sum of a day, `at_most` where it may be less.

    `words` are the treatment and its dose, with how often.
    """

    words: str
    milligrams: float
    one: Counted
    at_most: bool = False


class Over(NamedTuple):
    """Doses within 24 hours that are together more than an adult may take in that time.

    `milligrams` is the sum of those doses of which anybody knows how much they hold, and of what
    is taken every day `in_course` beside them.
    """

    treatment: str
    milligrams: float
    doses: tuple[Taken, ...]
    in_course: tuple[DailyDose, ...] = ()

    @property
    def day(self) -> date:
        """The local date of the last of the doses."""
        return self.doses[-1].at.date()


InCourse = Callable[[date], Sequence[DailyDose]]


def _nothing_in_course(_: date) -> Sequence[DailyDose]:
    return ()


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
    in_course: InCourse = _nothing_in_course,
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
        over for over in _over(treatment, taken, in_course) if at <= over.doses[-1].at < at + A_DAY
    ]
    if not found:
        return ""
    # Of equal sums, the one beside which most is not counted.
    over = max(found, key=lambda over: (over.milligrams, len(over.doses)))
    return f"{fact_of(over)} {act_on(over, services)}"


def times_over(
    treatment: str, taken: Iterable[Taken], in_course: InCourse = _nothing_in_course
) -> tuple[Over, ...]:
    """Return each time that doses within 24 hours were more than an adult may take, oldest first.

    Days of it without a pause are one time, of which the most within 24 hours is returned.

    Args:
        treatment: Its name in the catalogue.
        taken: What was logged of it; the same tablet counts once, as in `too_much_together`.
        in_course: Returns what is taken of it every day, in course on a day.
    """
    rows: list[list[Over]] = []
    for over in _over(treatment, taken, in_course):
        if rows and over.doses[0].at <= rows[-1][-1].doses[-1].at:
            rows[-1].append(over)
        else:
            rows.append([over])
    return tuple(max(row, key=lambda over: over.milligrams) for row in rows)


def fact_of(over: Over) -> str:
    """Say how much was logged, that it is more than an adult may take, and what is not counted."""
    most = DAILY_MAXIMUM[over.treatment]
    found = [*_each_counted(over.treatment, over.doses)]
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


def _over(treatment: str, taken: Iterable[Taken], in_course: InCourse) -> Iterator[Over]:
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
        daily = in_course(last.at.date())
        beside = tuple(_not_logged(treatment, daily, window))
        total = _total(_each_counted(treatment, window)) + sum(d.milligrams for d in beside)
        # What is in course alone is said of the courses.
        if total > max(most.milligrams, sum(dose.milligrams for dose in daily)):
            yield Over(treatment, total, tuple(window), beside)


def _not_logged(
    treatment: str, daily: Iterable[DailyDose], window: Sequence[Taken]
) -> Iterator[DailyDose]:
    """Yield what is in course, less what was logged of the same treatment: those are its doses."""
    for dose in daily:
        of_it = (one for one in window if one.product == dose.one.product)
        left = dose.milligrams - _total(_each_counted(treatment, of_it))
        if left > 0:
            yield dose._replace(milligrams=left)


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
    if not use.product or is_counted or not any(_each_counted(treatment, taken)):
        return ""
    what = with_dose(use.product, use.dose)
    return (
        f"{what} holds {treatment} as well, and painlog cannot tell how much, so it is not in the "
        f"sum of {treatment} within 24 hours. Say how many tablets it was and their strength, as "
        'in "co-codamol 2 x 8/500".'
    )


def _each_counted(treatment: str, taken: Iterable[Taken]) -> Iterator[Counted]:
    for one in taken:
        if found := counted(treatment, one.dose, one.product):
            yield found


def counted(treatment: str, dose: Dose | None, product: str) -> Counted | None:
    """Return what a dose adds to the sum of a medicine; None if nobody knows.

    Args:
        treatment: The medicine.
        dose: Of one use.
        product: The combination with it, "" for the medicine alone.
    """
    if dose is None:
        return None
    if product:
        found = held(_COMBINATIONS[product], treatment, dose)
    else:
        milligrams = DAILY_MAXIMUM[treatment].of(dose)
        found = None if milligrams is None else AmountHeld(milligrams)
    return Counted(dose, product, found) if found else None


def _total(counted: Iterable[Counted]) -> float:
    return sum(one.held.milligrams for one in counted)


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
