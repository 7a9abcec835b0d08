"""Tell which ratings are of one attack. It loads only the model: the day at a glance needs it."""

from collections.abc import Container, Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from painlog.model.entry import Entry

if TYPE_CHECKING:
    from painlog.model.region import Side

# An attack of migraine lasts up to three days (ICHD-3, 1.1); a longer pain is no attack.
LONGEST_OPEN = timedelta(hours=72)
# A rating this close to the one before belongs to the same attack. The two are then on one day or
# on neighbouring days, so that joining them makes no day a pain day that has no rating.
SAME_ATTACK = timedelta(hours=24)


class Rated(NamedTuple):
    """A rating as far as attacks go.

    `at` and `end` are in seconds since 1970; `end` is None for a rating of one moment. `last_day`
    is the last day on which it was felt. `entry` is the rating itself where somebody wants it back.
    """

    at: float
    intensity: int
    end: float | None
    last_day: date
    entry: Entry | None = None


class Attack(NamedTuple):
    """One attack of one region and side.

    `ratings` are those above 0, in the order of time. Moments are in seconds since 1970: `end` is
    the latest end that was logged, None for none, and `painless_at` the time of the rating of 0
    that says that an attack without an end was over.
    """

    ratings: tuple[Rated, ...]
    end: float | None = None
    painless_at: float | None = None

    @property
    def start(self) -> float:
        """When its first rating was felt."""
        return self.ratings[0].at

    @property
    def last_day(self) -> date:
        """The last day on which it was felt."""
        return max(rated.last_day for rated in self.ratings)

    @property
    def is_over(self) -> bool:
        """Whether an end or a 0 was logged."""
        return self.end is not None or self.painless_at is not None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Its ratings as they were logged, where they were given."""
        return tuple(rated.entry for rated in self.ratings if rated.entry)


def rated(entry: Entry) -> Rated:
    """Return what attacks need of an entry."""
    end = None if entry.until is None else entry.until.timestamp()
    return Rated(entry.felt_at.timestamp(), entry.intensity, end, entry.days[-1], entry)


def attacks_in(ratings: Iterable[Rated], *, without_ends: bool) -> list[Attack]:
    """Return the attacks of a region and side, in the order of time.

    Ratings whose times overlap or meet are of one attack. So is one without an end, and what begins
    at most 24 hours after it. A 0 ends an attack that has no end, and is none itself. An attack may
    last longer than 72 hours: that is still one (ICHD-3, 1.4.1).

    Args:
        ratings: Those of one region and side, in any order.
        without_ends: Whether a rating without an end is of an attack, as it is in an attack diary
            and for what goes on now. Elsewhere pain is an attack only if it has an end.
    """
    found: list[list[Rated]] = []
    ends, painless = dict[int, float](), dict[int, float]()
    # The latest end, and the newest rating without an end of an attack that has none yet.
    over = newest = float("-inf")
    for one in sorted(ratings, key=_in_time):
        is_moment = one.end is None
        is_within = one.at < over or (one.at == over and not is_moment)
        if not one.intensity:
            if not is_within and newest > float("-inf"):
                painless[len(found)] = one.at
                newest = float("-inf")
            continue
        if is_moment and not without_ends:
            continue
        if not is_within and one.at - newest > SAME_ATTACK.total_seconds():
            found.append([])
        found[-1].append(one)
        if one.end is not None:
            ends[len(found)] = over = max(over, one.end)
        newest = one.at if is_moment and not is_within else float("-inf")
    return [
        Attack(tuple(ratings), ends.get(number), painless.get(number))
        for number, ratings in enumerate(found, 1)
    ]


def whole_attacks(
    entries: Iterable[Entry], until: date, diaries: Container[str]
) -> "dict[tuple[str, Side | None], list[Attack]]":
    """Return the attacks of each region and side that began by the end of a day, each whole.

    Args:
        entries: All of them, in any order: also later ones, which may be of such an attack.
        until: The day.
        diaries: The regions of which every attack is written down.
    """
    return {
        place: [
            attack
            for attack in attacks_in(ratings, without_ends=place[0] in diaries)
            if attack.entries[0].day <= until
        ]
        for place, ratings in _by_place(entries).items()
    }


def _by_place(entries: Iterable[Entry]) -> "dict[tuple[str, Side | None], list[Rated]]":
    places: dict[tuple[str, Side | None], list[Rated]] = {}
    for entry in entries:
        places.setdefault((entry.region, entry.side), []).append(rated(entry))
    return places


def _in_time(one: Rated) -> tuple[float, bool, bool]:
    # What has an end comes first, so that a rating of the same moment lies within its time.
    return one.at, one.end is None, one.intensity > 0


class OpenAttack(NamedTuple):
    """An attack that has no end yet: its ratings, oldest first, of one region and side.

    `maybe_same` is a rating within the 24 hours before them that began over 72 hours ago.
    """

    ratings: tuple[Entry, ...]
    maybe_same: Entry | None = None

    @property
    def first(self) -> Entry:
        """The rating with which it began."""
        return self.ratings[0]

    @property
    def newest(self) -> Entry:
        """The latest rating."""
        return self.ratings[-1]

    def may_go_on(self, now: datetime) -> bool:
        """Tell whether it was rated in the last 72 hours; else its end was hardly logged."""
        return now - self.newest.felt_at <= LONGEST_OPEN

    def ended(self, end: datetime) -> tuple[Entry, ...]:
        """Return its ratings from before an end, each until the next one, the newest to the end.

        So a day on which the pain was less is not counted as worse by an earlier rating.
        """
        times = [e.felt_at for e in self.ratings if e.felt_at < end]
        later = {at: next((t for t in times if t > at), end) for at in times}
        return tuple(e._replace(until=later[e.felt_at]) for e in self.ratings[: len(times)])


def open_attacks(entries: Iterable[Entry], now: datetime) -> tuple[OpenAttack, ...]:
    """Return the latest attack of each region and side where that has no end yet.

    Without an attack diary nobody said that those are attacks; a person may still say that one is
    over. So only its ratings of the last 72 hours count as it, and `maybe_same` names one before.

    Args:
        entries: The latest ones, in any order.
        now: The moment; what began later does not count.
    """
    places = _by_place(entry for entry in entries if entry.felt_at <= now)
    latest = (found[-1] for ratings in places.values() if (found := _with_moments(ratings)))
    return tuple(_open_attack(attack.entries, now) for attack in latest if not attack.is_over)


def _with_moments(ratings: Iterable[Rated]) -> list[Attack]:
    return attacks_in(ratings, without_ends=True)


def attacks_going_on(entries: Iterable[Entry], now: datetime) -> tuple[OpenAttack, ...]:
    """Return those of the attacks without an end that were rated in the last 72 hours."""
    return tuple(attack for attack in open_attacks(entries, now) if attack.may_go_on(now))


def days_of_newest(attacks: Iterable[OpenAttack]) -> "dict[tuple[str, Side | None], date]":
    """Return the day of the newest rating of each attack, by region and side."""
    return {(a.newest.region, a.newest.side): a.newest.day for a in attacks}


def _open_attack(ratings: tuple[Entry, ...], now: datetime) -> OpenAttack:
    lately = tuple(e for e in ratings if now - e.felt_at <= LONGEST_OPEN) or ratings[-1:]
    earlier = ratings[: -len(lately)]
    return OpenAttack(lately, earlier[-1] if earlier else None)
