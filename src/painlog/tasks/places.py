"""Choose the regions and sides that a picture shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from painlog.analysis.attack_medicines import NO_MEDICINES, attack_medicines
from painlog.analysis.attacks import days_of_newest
from painlog.analysis.days import (
    LATELY_DAYS,
    Place,
    PlaceDays,
    PlacePain,
    gather,
    pain_of_places,
    use_places,
)
from painlog.analysis.one_use import logged_once
from painlog.errors import UsageError
from painlog.model.selection import ChosenPlace, Selection
from painlog.store import recent
from painlog.tasks.attacks import going_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from painlog.model.entry import Entry
    from painlog.model.use import Use
    from painlog.store.journal import Journal


@dataclass(frozen=True, slots=True)
class ShownPlaces:
    """The places to show, with what their entries say.

    `hurts_most` is the place that was chosen because it hurt most lately; None if the person named
    one, or if nothing was rated lately. `another` is one that was rated lately, too.
    """

    places: Mapping[Place, PlaceDays]
    hurts_most: PlacePain | None = None
    another: PlacePain | None = None


def places_shown(journal: "Journal", chosen: Selection, until: date, now: datetime) -> ShownPlaces:
    """Return each chosen place; without one, the one that hurt most in the last 28 days.

    A region chosen without a side stands for each of its sides that was rated. If nothing was rated
    in those days, the place of the newest entry is returned. Only entries with a chosen treatment
    count. Days before the chosen ones are included: treatments named then tell which courses run
    later.

    Args:
        journal: Where the entries are.
        chosen: Which of them.
        until: The last day.
        now: The present moment.

    Raises:
        UsageError: if a side is chosen without a region.
    """
    # The days to show are cut out later; the rest of the choice holds for all of them.
    every = chosen._replace(places=(), since=None, until=until)
    if chosen.places:
        return ShownPlaces(
            {
                found: days
                for place in chosen.places
                for found, days in _of(journal, place, every, now).items()
            }
        )
    since = until - timedelta(days=LATELY_DAYS - 1)
    found = pain_in(journal, every, since, until, now)
    if found:
        hurts_most = found[0]
        which = ChosenPlace(hurts_most.region, hurts_most.side, hurts_most.side is None)
        another = found[1] if len(found) > 1 else None
        return ShownPlaces(_of(journal, which, every, now), hurts_most, another)
    newest = next(journal.entries(every._replace(limit=1)), None)
    if newest is None:
        return ShownPlaces({})
    which = ChosenPlace(newest.region, newest.side, newest.side is None)
    return ShownPlaces(_of(journal, which, every, now))


def pain_in(
    journal: "Journal", chosen: Selection, since: date, until: date, now: datetime
) -> tuple[PlacePain, ...]:
    """Return how much each chosen place hurt, the most pain first, on the days of a report.

    Earlier entries count, too: an attack may reach into the period, and an attack diary begins with
    its first entry.
    """
    diaries: set[str] = set() if chosen.treatments else attack_diaries(journal, chosen)
    every = chosen._replace(since=None if diaries else since, until=until)
    if diaries:
        # What a diary leaves out of one side depends on the ratings of the others.
        every = every._replace(places=tuple(ChosenPlace(p.region) for p in chosen.places))
    uses = journal.uses(Selection(until=until)) if diaries else ()
    acute = attack_medicines(journal.treatments.by_name) if diaries else NO_MEDICINES
    gathered = gather(
        journal.entries(every._replace(reaching=True)),
        uses,
        acute=acute,
        going_on=days_of_newest(going_on(journal, now)),
    )
    days = {
        place: found.days(until if place[0] in diaries else None)
        for place, found in gathered.items()
        if not chosen.places or any(asked.has_rating(*place) for asked in chosen.places)
    }
    return pain_of_places(days, since, until)


def unsaid_uses(
    journal: "Journal", since: date | None, until: date
) -> "Mapping[Place, Sequence[Use]]":
    """Return the uses of some days without a rating that nobody said a place for, by place.

    Each is at the one place that it counts for in a report, whatever the person chose to see.
    """
    days = Selection(since=since, until=until)
    uses = [use for use in journal.uses(days) if use.region is None]
    if not uses:
        return {}
    names = {use.treatment for use in uses}
    noted: list[Use] = []

    def heard(entries: "Iterable[Entry]") -> "Iterator[Entry]":
        for entry in entries:
            if not names.isdisjoint(entry.treatments):
                noted.extend(entry.uses)
            yield entry

    # Ratings of the hours before, and attacks that began on an earlier day, tell the place as well.
    before = min(use.day for use in uses) - timedelta(days=1)
    lately = Selection(since=before, until=until, reaching=True)
    rated = gather(heard(journal.entries(lately)))
    return use_places(rated, courses=journal.courses()).by_place(logged_once(uses, noted))


def attack_diaries(journal: "Journal", chosen: Selection) -> set[str]:
    """Return the regions with an attack diary; none if `chosen` leaves out some entries."""
    if chosen.is_of_entries:
        return set()
    return recent.attack_diaries(journal)


def _of(
    journal: "Journal", place: ChosenPlace, every: Selection, now: datetime
) -> Mapping[Place, PlaceDays]:
    if place.region is None:
        raise UsageError("--side needs --region, as in: --region heel --side left")
    found = gather(
        journal.entries(every._replace(places=(ChosenPlace(place.region),))),
        journal.uses(every),
        acute=attack_medicines(journal.treatments.by_name),
        going_on=days_of_newest(going_on(journal, now)),
    )
    if found and not place.side and not place.without_side:
        return dict(sorted(found.items(), key=_by_side))
    which = (place.region, place.side)
    return {which: found.get(which) or PlaceDays()}


def _by_side(found: tuple[Place, PlaceDays]) -> str:
    return found[0][1] or ""
