"""Count by month: rated days, pain days, bad days, and days with each medicine."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from painlog.analysis.days import Place, PlaceDays, RatedDay
from painlog.model.months import months_before
from painlog.model.region import Side
from painlog.model.treatment import Treatment

PAIN = 1
BAD = 7
OVERUSE_MONTHS = 3


class Month(NamedTuple):
    """One calendar month of one region and side.

    A pain day is one whose worst rating is 1 or more, a bad day one whose worst is 7 or more;
    intensities before a treatment count as well.
    `medicines` are the days on which entries of the place name each medicine, by name.
    """

    region: str
    side: Side | None
    first: date
    rated_days: int
    pain_days: int
    bad_days: int
    medicines: Mapping[str, int]


class Overuse(NamedTuple):
    """A medicine, or the medicines of one class, taken on `line` days a month or more.

    It was so for over three months: in three whole ones, with intake in this one, too. `treatment`
    is the name of the medicine, or of the class where several of it were taken. `days` are the days
    of intake in each of the last whole months, oldest first; a day with several of the class counts
    once. `medicines` are the names that were counted.
    """

    treatment: str
    line: int
    days: tuple[int, ...]
    medicines: tuple[str, ...]


def months_of(
    place: Place, days: Iterable[RatedDay], medicines: Mapping[str, Iterable[date]]
) -> tuple[Month, ...]:
    """Return the months in which a place was rated, in time order.

    Args:
        place: Region and side.
        days: Its rated days in the period.
        medicines: The days on which its entries name each medicine; those in the period count.
    """
    rated: dict[date, list[RatedDay]] = {}
    for day in days:
        rated.setdefault(day.day.replace(day=1), []).append(day)
    of_the_period = {day.day for in_month in rated.values() for day in in_month}
    taken: dict[date, dict[str, int]] = {}
    for name in sorted(medicines):
        for day_taken in of_the_period.intersection(medicines[name]):
            month = taken.setdefault(day_taken.replace(day=1), {})
            month[name] = month.get(name, 0) + 1
    return tuple(
        Month(
            *place,
            first,
            rated_days=len(in_month),
            pain_days=sum(d.worst >= PAIN for d in in_month),
            bad_days=sum(d.worst >= BAD for d in in_month),
            medicines=taken.get(first, {}),
        )
        for first, in_month in sorted(rated.items())
    )


def overuse(
    places: Iterable[PlaceDays], treatments: Mapping[str, Treatment], today: date
) -> tuple[Overuse, ...]:
    """Find medicines over the line of ICHD-3, 8.2, whatever they were taken for.

    The line is 10 or 15 days of intake a month for over three months, by medicine or, where the
    line is drawn for a class, by class: reached in each of the last three whole months, with intake
    in this one, too. A course without entries that name the medicine is no intake.

    Args:
        places: What the entries of every place name.
        treatments: By name, with the line and the class of each.
        today: A day of this month.
    """
    months = months_before(today, OVERUSE_MONTHS)
    first = months[0]
    intake: dict[tuple[str, int], dict[str, set[date]]] = {}
    for place in places:
        for name, days in place.namings.items():
            medicine = treatments.get(name)
            if medicine is None or medicine.overuse_days is None:
                continue
            counted = medicine.overuse_class or name, medicine.overuse_days
            if recent := {day for day in days if day >= first}:
                intake.setdefault(counted, {}).setdefault(name, set()).update(recent)
    found = []
    for (counted_as, line), by_name in sorted(intake.items()):
        together = set().union(*by_name.values())
        counts = tuple(sum(_same_month(day, month) for day in together) for month in months)
        if min(counts) >= line and any(_same_month(day, today) for day in together):
            names = tuple(sorted(by_name))
            found.append(Overuse(names[0] if len(names) == 1 else counted_as, line, counts, names))
    return tuple(found)


def _same_month(day: date, other: date) -> bool:
    return (day.year, day.month) == (other.year, other.month)
