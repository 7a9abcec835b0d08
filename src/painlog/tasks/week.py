"""The look back at seven days, from a journal."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from painlog.advice.services import Services
from painlog.advice.standing import Advice
from painlog.analysis.attack_medicines import attack_medicines
from painlog.analysis.attacks import days_of_newest
from painlog.analysis.medicines import SoFar
from painlog.analysis.week import Week, first_day, week_of
from painlog.model.factor import Factor
from painlog.model.selection import ChosenPlace, Selection
from painlog.store import recent
from painlog.store.days import day_factors, factors
from painlog.store.journal import Journal
from painlog.tasks.attacks import going_on
from painlog.tasks.maximum import too_much_in
from painlog.tasks.overuse import medicines_so_far


class WeekShown(NamedTuple):
    """A week, the factors that are known, by name, and what was too much of a medicine.

    `medicines` are half way to their line of overuse this month or further, as `painlog today`
    says; none where the week is over and of another month.
    """

    week: Week
    factors: Mapping[str, Factor]
    too_much: tuple[Advice, ...] = ()
    medicines: tuple[SoFar, ...] = ()


def week_on(journal: Journal, until: date, now: datetime, services: Services) -> WeekShown:
    """Return the week that ends with a day.

    Args:
        journal: Open for reading.
        until: The last day of the week.
        now: The present moment.
        services: Those of the person's country.
    """
    since = first_day(until)
    lately = Selection(since=since, until=until)
    # An attack may reach into these days from long before.
    entries = list(journal.entries(lately._replace(reaching=True)))
    diaries = recent.attack_diaries(journal)
    places = {(entry.region, entry.side) for entry in entries}
    if diaries:
        # A week without an entry is one without pain there.
        kept = Selection(tuple(map(ChosenPlace, sorted(diaries))), until=until)
        places.update(journal.places(kept))
    courses = journal.courses()
    found = week_of(
        until,
        entries,
        journal.uses(lately),
        courses,
        journal.consultations(),
        journal.pegs(),
        day_factors(journal, since),
        attack_diaries=diaries,
        acute=attack_medicines(journal.treatments.by_name),
        firsts=recent.first_days(journal, places),
        first=recent.first_day(journal),
        going_on=days_of_newest(going_on(journal, now)),
    )
    return WeekShown(
        found,
        {factor.name: factor for factor in factors(journal)},
        too_much_in(journal, found.since, found.until, now.date(), services),
        medicines_so_far(journal, courses, now.date()) if _is_present(until, now.date()) else (),
    )


def _is_present(until: date, today: date) -> bool:
    """Tell whether a week that ends with a day is the last one, or of this month."""
    return until >= first_day(today) or (until.year, until.month) == (today.year, today.month)
