"""Which places and factors a check-in asks about, and in which order."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from painlog.model.factor import DayFactor, Factor
from painlog.model.names import normal
from painlog.model.region import Side, label, still_to_rate
from painlog.store import days, recent
from painlog.tasks.attacks import going_on
from painlog.tasks.entering import sided

if TYPE_CHECKING:
    from painlog.analysis.attacks import OpenAttack
    from painlog.model.region import Region
    from painlog.store.journal import Journal

Place = tuple[str, Side | None]

# For so long a value is fresh enough to be given again as "the same".
LATELY = timedelta(days=14)
# A place that was not rated for longer is not named as one that is not asked about.
A_YEAR = timedelta(days=366)


class LastRating(NamedTuple):
    """The newest rating of a place: 0-10, and its day."""

    intensity: int
    day: date


class AskedPlace(NamedTuple):
    """A region and side to ask about, with its last rating up to that day.

    One that is `rated` already is only asked whether its attack is over.
    """

    region: str
    side: Side | None = None
    last: LastRating | None = None
    rated: bool = False

    @property
    def key(self) -> Place:
        """Region and side."""
        return self.region, self.side

    @property
    def place(self) -> str:
        """Region and side in words."""
        return label(self.region, self.side)

    def usual(self, day: date) -> int | None:
        """Return the last rating if it is recent enough to be given again as "the same"."""
        if self.last is None or not timedelta(0) <= day - self.last.day <= LATELY:
            return None
        return self.last.intensity


class AskedFactor(NamedTuple):
    """A factor to ask about, with its last value before that day."""

    factor: Factor
    last: DayFactor | None = None


class CheckinPlan(NamedTuple):
    """What a check-in asks about.

    `moment` is when the pain is felt, `now` the present moment. `rated` are the places that were
    already rated on its day, each with its last rating; they are not asked about again, but for the
    end of an attack that goes on. `of_trials` are the places of the trials under way. With
    `by_name`, the person named the places. `no_factors` are names to ask about that no factor of
    the journal has. `not_asked` are the places that were once rated and are not asked about any
    more, each with its last rated day, the latest first.
    """

    moment: datetime
    now: datetime
    places: tuple[AskedPlace, ...]
    rated: Mapping[Place, int]
    factors: tuple[AskedFactor, ...] = ()
    no_factors: tuple[str, ...] = ()
    of_trials: tuple[Place, ...] = ()
    by_name: bool = False
    not_asked: Mapping[Place, date] = MappingProxyType({})

    @property
    def day(self) -> date:
        """The local date that the check-in is about."""
        return self.moment.date()

    @property
    def is_today(self) -> bool:
        """Whether the check-in is about today."""
        return self.day == self.now.date()

    def is_told(self, place: AskedPlace, saved: Iterable[Place]) -> bool:
        """Tell whether the ratings saved so far make the question about a place needless.

        What was rated itself can be set right, and what the person named is asked about.
        """
        rated = {*self.rated, *saved}
        if self.by_name or place.key in rated:
            return False
        return not still_to_rate([place.key], rated, self.of_trials)


def plan_checkin(
    journal: "Journal",
    moment: datetime,
    words: Sequence[str] = (),
    asked_for: Iterable[str] = (),
    *,
    now: datetime,
) -> CheckinPlan:
    """Return what to ask about: the places of `recent.places_asked`.

    The person's own order comes first, then the others from head to toe. Named places are asked
    about in the order in which they were named, even if they are rated already. A place about which
    a rating of other sides tells counts as rated.

    Args:
        journal: Where the ratings are.
        moment: When the pain is felt; the check-in is about its day.
        words: The regions that were named on the command line.
        asked_for: Names of factors to ask about, beside those that the journal always asks about.
        now: The present moment.

    Raises:
        PainlogError: if a word names no region.
    """
    day, names = moment.date(), tuple(asked_for)
    rated = recent.rated_on(journal, day)
    of_trials = recent.places_of_trials(journal, day)
    if words:
        known = _named(journal, words, day)
        rated = {place: n for place, n in rated.items() if place not in known}
        unrated = known
    else:
        known = _known(journal, day)
        unrated = still_to_rate(known, rated, of_trials)
    attacks = attacks_asked_about(journal, day, now)
    asked = (place for place in known if place in unrated or place in attacks)
    return CheckinPlan(
        moment,
        now,
        tuple(AskedPlace(*p, _last(journal, p, day), p not in unrated) for p in asked),
        rated,
        () if words else _factors(journal, day, set(map(normal, names))),
        () if words else _no_factors(journal, names),
        of_trials,
        bool(words),
        {} if words else not_asked(journal, day, known),
    )


def attacks_asked_about(
    journal: "Journal", day: date, now: datetime
) -> "Mapping[Place, OpenAttack]":
    """Return the attacks that go on now; of an earlier day, those that went on at its end."""
    from painlog.model.when import at_local

    end = at_local(datetime.combine(day + timedelta(days=1), time.min)) - timedelta(seconds=1)
    attacks = going_on(journal, min(now, end))
    return {(a.newest.region, a.newest.side): a for a in attacks}


def _known(journal: "Journal", day: date) -> list[Place]:
    own = recent.places_in_order(journal)
    order = {region.name: number for number, region in enumerate(journal.regions.all)}
    sides = ("left", "right", "both", None)
    rest = sorted(
        (place for place in recent.places_asked(journal, day) if place not in own),
        key=lambda place: (order.get(place[0], len(order)), sides.index(place[1])),
    )
    return [*own, *rest]


def not_asked(
    journal: "Journal", day: date, asked: Sequence[Place] | None = None
) -> dict[Place, date]:
    """Return the places that a check-in no longer asks about, each with its last rated day.

    They were rated within a year up to `day`; the one rated last comes first. A place on whose
    region the questions tell, such as "heel" where each heel is asked about, is none of them.

    Args:
        journal: Where the ratings are.
        day: The day of the check-in.
        asked: The places asked about; None reads them from the journal.
    """
    asked = recent.places_asked(journal, day) if asked is None else asked
    regions = {region for region, _ in asked}
    last = recent.last_days(journal, day - A_YEAR, day)
    left = still_to_rate(last, asked)
    return {p: last[p] for p in left if p[1] is not None or p[0] not in regions}


def _named(journal: "Journal", words: Sequence[str], day: date) -> list[Place]:
    found: list[Place] = []
    for text in regions_in(words, journal.regions.knows):
        place = sided(journal, text, day)
        sides: Sequence[Side | None] = [place.side]
        if place.side is None and place.region.sides != "none":
            # "heel" stands for each heel that hurts.
            sides = recent.sides_lately(journal, place.region.name, day - LATELY) or sides
        found += [(place.region.name, side) for side in sides]
    return list(dict.fromkeys(found))


def regions_in(words: Sequence[str], knows: Callable[[str], bool]) -> Iterator[str]:
    """Yield the regions in words: "lower", "back", "neck" are two; an unknown word is one."""
    start = 0
    while start < len(words):
        ends = range(len(words), start, -1)
        end = next((e for e in ends if knows(" ".join(words[start:e]))), start + 1)
        yield " ".join(words[start:end])
        start = end


def _last(journal: "Journal", place: Place, day: date) -> LastRating | None:
    found = recent.last_rating(journal, *place, day)
    return LastRating(*found) if found else None


def _factors(journal: "Journal", day: date, names: set[str]) -> tuple[AskedFactor, ...]:
    there = days.factors_on(journal, day)
    asked = [
        factor
        for factor in days.factors(journal)
        if (factor.asked or normal(factor.name) in names) and factor.name not in there
    ]
    if not asked:
        return ()
    before = {
        value.factor: value for value in days.day_factors(journal, day - LATELY) if value.day < day
    }
    return tuple(AskedFactor(factor, before.get(factor.name)) for factor in asked)


def _no_factors(journal: "Journal", names: Sequence[str]) -> tuple[str, ...]:
    """Return the names that are, or have become, no factor of the journal."""
    if not names:
        return ()
    known = {normal(factor.name) for factor in days.factors(journal)}
    return tuple(name for name in names if normal(name) not in known)


def set_order(journal: "Journal", places: "Sequence[tuple[Region, Side | None]]") -> bool:
    """Store the order in which a check-in asks; without places, remove it.

    Returns whether that changed anything.
    """
    from painlog.model.factor import CheckinPlace

    wanted = [(region.name, side) for region, side in places]
    if wanted == recent.places_in_order(journal):
        return False
    with journal.change("regions order") as change:
        for present in days.checkin_places(journal):
            change.remove(present)
        for number, (region, side) in enumerate(places, start=1):
            change.add(CheckinPlace(number, region.name, side))
        names = ", ".join(label(region.name, side) for region, side in places)
        change.summary = f"order of checkin: {names or 'none'}"
    return True
