"""Count the days on which medicines were taken, and compare them with the lines of overuse.

The lines are those of the headache classification ICHD-3, 8.2, in days of intake a month. Medicines
put on the skin and oxygen are not counted, nor is the change of a patch, which is worn for days.
"""

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from painlog.model.months import month_end, months_before

if TYPE_CHECKING:
    from datetime import datetime

    from painlog.model.counted_medicine import CountedMedicine
    from painlog.model.dose import Dose
    from painlog.model.treatment import Treatment
    from painlog.model.use import Use

    Medicines = Mapping[str, Treatment | CountedMedicine]

OVERUSE_MONTHS = 3
# ICHD-3 8.2.6: medicines of several classes together, none of them overused by itself. All simple
# painkillers are one class (8.2.3).
ANY = "any"
LINE_OF_ANY = 10

DaysByMedicine = Mapping[str, set[date]]
_NEVER: DaysByMedicine = {}


class MedicineMonth(NamedTuple):
    """Days of intake in one calendar month.

    `of` is the name of a medicine, of a class ("triptan"), or "any" for all acute medicines
    together. `days` are those of the month from its first day on, `in_period` those of them that
    lie in the period, like the days with pain. `line` is the number of days a month from which
    intake counts as overuse, None for what has no line. "any" has one only where medicines of
    several classes were taken in that month: one class alone has its own.
    `course_days` are the days of the month on which it was in course: they are no days of intake.
    `course_in_period` are those of them in the period.
    """

    first: date
    of: str
    days: int
    line: int | None
    in_period: int
    course_days: int = 0
    course_in_period: int = 0


class MedicineTotal(NamedTuple):
    """One medicine at one dose over a period: how often, and on how many days.

    What was named for several places at one moment was taken once.
    """

    treatment: str
    dose: "Dose | None"
    uses: int
    days: int


class Overuse(NamedTuple):
    """A class of medicines, or all together, taken on `line` days or more in each of some months.

    `of` is the name of the medicine, of the class where several of it were taken, or "any".
    `months` are the last whole months, oldest first, each by its first day. `days` are the days of
    intake in each; a day with several counts once. `medicines` are the names that were counted.
    `running` is the month that is not over, with `running_days` of intake so far; None where the
    last of the months ends today.
    """

    of: str
    line: int
    days: tuple[int, ...]
    medicines: tuple[str, ...]
    months: tuple[date, ...]
    running: date | None = None
    running_days: int = 0


class SoFar(NamedTuple):
    """Days of intake so far this month, from half of the line on or after a month at the line.

    `medicines` are the names that count. `course_days` are the days on which it was in course, of
    the `month_days` from the first of the month to today; with those, it may be below half of the
    line. `last_month` is the month before where that had the line or more, with its days.
    """

    of: str
    days: int
    line: int
    medicines: tuple[str, ...]
    course_days: int = 0
    month_days: int = 0
    last_month: date | None = None
    last_month_days: int = 0


def days_by_medicine(
    namings: Iterable[Mapping[str, Iterable[date]]],
    uses: "Iterable[Use]",
    treatments: "Medicines",
) -> dict[str, set[date]]:
    """Collect the days on which each medicine that is taken was used, by name.

    Args:
        namings: The days on which treatments were used at entries, for some places or all, without
            changes of a patch.
        uses: What was used without a rating; changes of a patch are left out.
        treatments: By name; what is no medicine, or is put on the skin, is left out.
    """
    found: dict[str, set[date]] = {}
    for by_name in namings:
        for name, days in by_name.items():
            if _is_taken(treatments.get(name)):
                found.setdefault(name, set()).update(days)
    for use in uses:
        worn = use.dose is not None and use.dose.is_of_patch
        if not worn and _is_taken(treatments.get(use.treatment)):
            found.setdefault(use.treatment, set()).add(use.day)
    return found


def taken_in(
    noted: "Iterable[Use]", alone: "Iterable[Use]", treatments: "Mapping[str, Treatment]"
) -> tuple[MedicineTotal, ...]:
    """Count the uses of each medicine and dose, topical ones too, by name and dose.

    Args:
        noted: Those at entries of a period. One that was named at several places at one moment was
            taken once.
        alone: Those without a rating, each of which was taken by itself.
        treatments: By name; what is no medicine is left out.
    """
    from painlog.analysis.one_use import used_once  # noqa: PLC0415 - today counts none

    moments: dict[tuple[str, Dose | None], list[datetime]] = {}
    for use in (*used_once(noted), *alone):
        treatment = treatments.get(use.treatment)
        if treatment is not None and treatment.kind == "medication":
            moments.setdefault((use.treatment, use.dose), []).append(use.used_at)
    return tuple(
        MedicineTotal(name, dose, len(at), len({moment.date() for moment in at}))
        for (name, dose), at in sorted(moments.items(), key=_by_name_and_dose)
    )


def acute_medicines(treatments: "Medicines") -> frozenset[str]:
    """Return the names of the medicines with a line of overuse: they are taken against pain."""
    return frozenset(name for name in treatments if _line(name, treatments))


def acute_days(taken: DaysByMedicine, treatments: "Medicines") -> set[date]:
    """Return the days on which any medicine with a line of overuse was taken."""
    return set().union(*(days for name, days in taken.items() if _line(name, treatments)))


def medicine_months(
    taken: DaysByMedicine,
    treatments: "Medicines",
    since: date,
    until: date,
    asked: Container[str] | None = None,
    in_course: DaysByMedicine = _NEVER,
    also: Iterable[date] = (),
) -> tuple[MedicineMonth, ...]:
    """Count days of intake by month: of each medicine, of each class, and of any acute one.

    A line of overuse is for a whole month and for every medicine, so nothing is counted in part:
    the month of `since` counts from its first day, and a class counts all medicines of it.

    Args:
        taken: The days of intake by medicine, all of them.
        treatments: By name, with the class and the line of each.
        since: The first day of the period, in the first month that counts.
        until: The last day.
        asked: The medicines to return, with their classes and any acute one; None for all.
        in_course: The days on which each medicine was in course, which are counted apart.
        also: Earlier months to count from as well, by their first days.
    """
    first_of_all = min((since.replace(day=1), *also))
    wanted = _wanted({*taken, *in_course}, treatments, asked)
    logged, assumed = (
        {
            (first, *what): found
            for what, days in _by_name_and_class(by_name, treatments).items()
            for first, found in _by_month(d for d in days if first_of_all <= d <= until).items()
        }
        for by_name in (taken, in_course)
    )
    mixed = _months_of_a_mix(taken, treatments)
    return tuple(
        MedicineMonth(
            first,
            of,
            len(logged.get(key, ())),
            None if of == ANY and first not in mixed else line,
            sum(day >= since for day in logged.get(key, ())),
            len(assumed.get(key, ())),
            sum(day >= since for day in assumed.get(key, ())),
        )
        for key in sorted({*logged, *assumed}, key=lambda key: key[:2])
        for first, of, line in [key]
        if of in wanted
    )


def _by_name_and_class(
    by_name: DaysByMedicine, treatments: "Medicines"
) -> dict[tuple[str, int | None], set[date]]:
    """Collect the days of each medicine, of each class and of any acute medicine, with the line."""
    found: dict[tuple[str, int | None], set[date]] = {}
    for name, days in by_name.items():
        line = _line(name, treatments)
        found.setdefault((name, line), set()).update(days)
        group = treatments[name].overuse_class
        if line and group and group != name:
            found.setdefault((group, line), set()).update(days)
        if line:
            found.setdefault((ANY, LINE_OF_ANY), set()).update(days)
    return found


def _by_month(days: Iterable[date]) -> dict[date, list[date]]:
    found: dict[date, list[date]] = {}
    for day in days:
        found.setdefault(day.replace(day=1), []).append(day)
    return found


def _months_of_a_mix(taken: DaysByMedicine, treatments: "Medicines") -> set[date]:
    """Return the months in which medicines of several classes were taken."""
    months = Counter(
        first
        for by_name in _by_class(taken, treatments).values()
        for first in {day.replace(day=1) for days in by_name.values() for day in days}
    )
    return {first for first, classes in months.items() if classes > 1}


def _wanted(
    names: Iterable[str], treatments: "Medicines", asked: Container[str] | None
) -> set[str]:
    wanted = {name for name in names if asked is None or name in asked}
    acute = [name for name in wanted if _line(name, treatments)]
    classes = (treatments[name].overuse_class for name in acute)
    return wanted | {group for group in classes if group} | ({ANY} if acute else set())


def overuse(taken: DaysByMedicine, treatments: "Medicines", today: date) -> tuple[Overuse, ...]:
    """Find what was taken on as many days as ICHD-3, 8.2, calls overuse, whatever it was for.

    Each line is drawn for a class: reached in each of the last three whole months. The month that
    is not over stands beside them, whatever was taken in it so far. All classes together have a
    line of their own where none of them is over its own (8.2.6), and only in months with several
    of them. A course without uses is no intake.

    Args:
        taken: The days of intake by medicine.
        treatments: By name, with the class and the line of each.
        today: A day of this month; with the last one, this month is whole.
    """
    months = tuple(months_before(today + timedelta(days=1), OVERUSE_MONTHS))
    in_months = _between(taken, months[0], month_end(months[-1]))
    classes = _by_class(in_months, treatments)
    since = _by_class(_between(taken, months[0], today), treatments)
    found = [
        over
        for of, line in sorted(classes)
        if (over := _over(of, line, since[of, line], months, today))
    ]
    if not found and _months_of_a_mix(in_months, treatments).issuperset(months):
        names = {name for by_name in classes.values() for name in by_name}
        together = {name: taken[name] for name in names}
        found = [over for over in [_over(ANY, LINE_OF_ANY, together, months, today)] if over]
    return tuple(found)


def so_far_this_month(
    taken: DaysByMedicine,
    treatments: "Medicines",
    today: date,
    in_course: DaysByMedicine = _NEVER,
) -> tuple[SoFar, ...]:
    """Return what has been taken this month on half of its line of days or more.

    What was taken on the line of days or more in the month before is included until this month has
    had its say, with both months: the first of a month changes nothing of what was. The nearest to
    its line comes first. All classes together are included for a month in which several were taken,
    none of them over its own line. What was in course on so many days that it would be over its
    line if it was taken on each of them is included as well.

    Args:
        taken: The days of intake by medicine, from `counts_since(today)` on.
        treatments: By name, with the class and the line of each.
        today: A day of this month.
        in_course: The days on which each acute medicine was in course.
    """
    first, before = today.replace(day=1), counts_since(today)
    recent, last = _between(taken, first, today), _between(taken, before, month_end(before))
    month = _Month(recent, _between(in_course, first, today), last, today)
    found = [
        count
        for (of, line), by_name in sorted(_by_class(month.every, treatments).items())
        if (count := _so_far(of, line, by_name, month))
    ]
    found.sort(key=lambda count: -count.days / count.line)
    is_mix, was_mix = (_is_mix(days, treatments) for days in (recent, last))
    if is_mix or was_mix:
        mix = month if was_mix else month._replace(last={})
        names = {name for by_name in _by_class(mix.every, treatments).values() for name in by_name}
        count = _so_far(ANY, LINE_OF_ANY, names, mix)
        is_half = count is not None and (count.last_month or 2 * count.days >= count.line)
        if count and is_half and not any(_says(each, count) for each in found):
            found.insert(0, count)
    return tuple(found)


def _says(one: SoFar, other: SoFar) -> bool:
    """Tell whether one count already says what another does."""
    same = (one.days, one.line) == (other.days, other.line)
    return same and other.last_month_days in (0, one.last_month_days)


class _Month(NamedTuple):
    """Days of intake this month and in the `last`, and those in course this month, by medicine."""

    taken: DaysByMedicine
    in_course: DaysByMedicine
    last: DaysByMedicine
    today: date

    @property
    def every(self) -> dict[str, set[date]]:
        """All these days by medicine."""
        parts = self.taken, self.in_course, self.last
        names = {name for part in parts for name in part}
        return {name: set().union(*(part.get(name, ()) for part in parts)) for name in names}


def _is_mix(taken: DaysByMedicine, treatments: "Medicines") -> bool:
    """Tell whether the days of a month are of several classes, none of them over its own line."""
    classes = _by_class(taken, treatments)
    return len(classes) > 1 and all(
        len(set().union(*by_name.values())) < line for (_, line), by_name in classes.items()
    )


def counts_since(day: date) -> date:
    """Return the first day whose medicines count for what is told in the month of `day`."""
    return months_before(day, 1)[0]


def _by_name_and_dose(
    item: "tuple[tuple[str, Dose | None], list[datetime]]",
) -> tuple[str, float, str]:
    (name, dose), _ = item
    if dose is None:
        return name, -1.0, ""
    amount, _ = dose.size
    return name, 0.0 if isinstance(amount, str) else amount, dose.written


def _is_taken(treatment: "Treatment | CountedMedicine | None") -> bool:
    return treatment is not None and treatment.is_taken


def _between(taken: DaysByMedicine, since: date, until: date) -> dict[str, set[date]]:
    within = {name: {d for d in days if since <= d <= until} for name, days in taken.items()}
    return {name: days for name, days in within.items() if days}


def _line(name: str, treatments: "Medicines") -> int | None:
    treatment = treatments.get(name)
    return treatment.overuse_days if treatment else None


def _by_class(
    taken: DaysByMedicine, treatments: "Medicines"
) -> dict[tuple[str, int], dict[str, set[date]]]:
    """Group the medicines that have a line and were taken by the class that they count with."""
    classes: dict[tuple[str, int], dict[str, set[date]]] = {}
    for name, days in taken.items():
        line = _line(name, treatments)
        if line and days:
            group = treatments[name].overuse_class or name
            classes.setdefault((group, line), {})[name] = set(days)
    return classes


def _over(
    of: str, line: int, by_name: DaysByMedicine, months: tuple[date, ...], today: date
) -> Overuse | None:
    together = set().union(*by_name.values())
    counts = tuple(sum(_same_month(day, month) for day in together) for month in months)
    if min(counts) < line:
        return None
    names = tuple(sorted(by_name))
    of = names[0] if len(names) == 1 else of
    if _same_month(today, months[-1]):
        return Overuse(of, line, counts, names, months)
    running = sum(_same_month(day, today) and day <= today for day in together)
    return Overuse(of, line, counts, names, months, today.replace(day=1), running)


def _so_far(of: str, line: int, names: Iterable[str], month: _Month) -> SoFar | None:
    days, assumed, last = (
        set[date]().union(*(by_name.get(name, ()) for name in names))
        for by_name in (month.taken, month.in_course, month.last)
    )
    was_over = len(last) >= line
    if not was_over and 2 * len(days) < line and len(days | assumed) < line:
        return None
    parts = (month.taken, month.in_course, *([month.last] if was_over else []))
    counted = sorted(name for name in names if any(name in part for part in parts))
    found = SoFar(counted[0] if len(counted) == 1 else of, len(days), line, tuple(counted))
    if assumed:
        found = found._replace(course_days=len(assumed), month_days=month.today.day)
    if was_over:
        found = found._replace(last_month=counts_since(month.today), last_month_days=len(last))
    return found


def _same_month(day: date, other: date) -> bool:
    return (day.year, day.month) == (other.year, other.month)
