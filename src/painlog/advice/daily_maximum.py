"""Count doses against the most of a medicine that an adult may take in 24 hours."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from painlog.analysis.one_use import SAME_WITHIN
from painlog.model.catalogue.medicines import MEDICINES
from painlog.model.dose import EACH_ALIKE, Dose
from painlog.model.held import AmountHeld, held
from painlog.model.treatment import Treatment

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


def nothing_in_course(_: date) -> Sequence[DailyDose]:
    """Return what is in course where that is not looked at."""
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


def times_over(
    treatment: str, taken: Iterable[Taken], in_course: InCourse = nothing_in_course
) -> tuple[Over, ...]:
    """Return each time that doses within 24 hours were more than an adult may take, oldest first.

    Days of it without a pause are one time, of which the most within 24 hours is returned.

    Args:
        treatment: Its name in the catalogue.
        taken: What was logged of it; the same tablet counts once, as in `each_over`.
        in_course: Returns what is taken of it every day, in course on a day.
    """
    rows: list[list[Over]] = []
    for over in each_over(treatment, taken, in_course):
        if rows and over.doses[0].at <= rows[-1][-1].doses[-1].at:
            rows[-1].append(over)
        else:
            rows.append([over])
    return tuple(max(row, key=lambda over: over.milligrams) for row in rows)


def each_over(treatment: str, taken: Iterable[Taken], in_course: InCourse) -> Iterator[Over]:
    """Yield the 24 hours up to each dose in which more was taken than the maximum.

    What the same dose was logged for within 10 minutes counts once, where one of the two came with
    a rating. What is in course counts as well, less what was logged of it.

    Args:
        treatment: Its name in the catalogue.
        taken: What was logged of it, alone or in combinations.
        in_course: Returns what is taken of it every day, in course on a day.
    """
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
        total = _total(each_counted(treatment, window)) + sum(d.milligrams for d in beside)
        # What is in course alone is said of the courses.
        if total > max(most.milligrams, sum(dose.milligrams for dose in daily)):
            yield Over(treatment, total, tuple(window), beside)


def _not_logged(
    treatment: str, daily: Iterable[DailyDose], window: Sequence[Taken]
) -> Iterator[DailyDose]:
    """Yield what is in course, less what was logged of the same treatment: those are its doses."""
    for dose in daily:
        of_it = (one for one in window if one.product == dose.one.product)
        left = dose.milligrams - _total(each_counted(treatment, of_it))
        if left > 0:
            yield dose._replace(milligrams=left)


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


def each_counted(treatment: str, taken: Iterable[Taken]) -> Iterator[Counted]:
    """Yield what each dose adds to the sum of a medicine; those that nobody knows are left out."""
    for one in taken:
        if found := counted(treatment, one.dose, one.product):
            yield found


def _total(counted: Iterable[Counted]) -> float:
    return sum(one.held.milligrams for one in counted)


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
