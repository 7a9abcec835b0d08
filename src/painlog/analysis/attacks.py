"""Find the attacks that are going on. It loads only the model: the day at a glance needs it."""

from collections.abc import Iterable, Iterator, Sequence
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
    """Return the attack of each region and side that has no end yet.

    A rating of 0 is the end of what came before it. A rating within the time of an attack that has
    an end belongs to that one, and so does one from the 24 hours before it: somebody forgot the
    end of that rating, and not that of the attack. An older one is not over, but it is no longer
    the latest attack.

    Args:
        entries: The latest ones, in any order.
        now: The moment; what began later does not count.
    """
    places: dict[tuple[str, Side | None], list[Entry]] = {}
    for entry in sorted(entries, key=lambda e: e.felt_at):
        if entry.felt_at <= now:
            places.setdefault((entry.region, entry.side), []).append(entry)
    found = (_open_attack(rated, now) for rated in places.values())
    return tuple(attack for attack in found if attack)


def attacks_going_on(entries: Iterable[Entry], now: datetime) -> tuple[OpenAttack, ...]:
    """Return those of the attacks without an end that were rated in the last 72 hours."""
    return tuple(attack for attack in open_attacks(entries, now) if attack.may_go_on(now))


def days_of_newest(attacks: Iterable[OpenAttack]) -> "dict[tuple[str, Side | None], date]":
    """Return the day of the newest rating of each attack, by region and side."""
    return {(a.newest.region, a.newest.side): a.newest.day for a in attacks}


def _open_attack(rated: Sequence[Entry], now: datetime) -> OpenAttack | None:
    without_end = _without_end(rated)
    if not without_end:
        return None
    newest = without_end[-1]
    lately = [e for e in without_end if now - e.felt_at <= LONGEST_OPEN] or [newest]
    earlier = without_end[: -len(lately)]
    return OpenAttack(tuple(lately), earlier[-1] if earlier else None)


def _without_end(rated: Sequence[Entry]) -> list[Entry]:
    """Return the ratings of the latest attack if it has no end; `rated` is in the order of time."""
    found: list[Entry] = []
    over: datetime | None = None
    for entry in rated:
        if not entry.intensity:
            found = []
        elif entry.until is not None:
            over = max(over or entry.until, entry.until)
            found = []
        elif over is None or entry.felt_at >= over:
            if found and entry.felt_at - found[-1].felt_at > SAME_ATTACK:
                found = []
            found.append(entry)
    return found


def spans(ended: Iterable[Entry]) -> Iterator[tuple[datetime, datetime]]:
    """Yield from when to when the attacks of a place lasted, in the order of time.

    Ratings whose times overlap or meet are of one attack.

    Args:
        ended: Its entries; those without an end do not count.
    """
    found = sorted((e.felt_at, e.until) for e in ended if e.until is not None)
    if not found:
        return
    start, end = found[0]
    for other_start, other_end in found[1:]:
        if other_start <= end:
            end = max(end, other_end)
            continue
        yield start, end
        start, end = other_start, other_end
    yield start, end


def number_of_attacks(
    rated: Iterable[tuple[float, int, date]], ended: Iterable[Entry], since: date
) -> int:
    """Count the attacks of a place that were felt in a period, with an end or without.

    Ratings belong to one attack as in `open_attacks`.

    Args:
        rated: Its ratings in any order: when, in seconds since 1970, how much, and on what day.
        ended: Those of them that have an end.
        since: The first day of the period.
    """
    # What has an end comes first, so that its own rating lies within its time.
    parts = sorted(
        [
            *((e.felt_at.timestamp(), 0, e.intensity, _end(e), e.days[-1]) for e in ended),
            *((at, 1, intensity, at, day) for at, intensity, day in rated),
        ]
    )
    last_days: list[date] = []
    newest = over = float("-inf")
    for at, is_moment, intensity, end, day in parts:
        is_within = at < over or (at == over and not is_moment)
        if not is_within and not intensity:
            newest = float("-inf")
            continue
        if not is_within and at - newest > SAME_ATTACK.total_seconds():
            last_days.append(day)
        if intensity:
            last_days[-1] = max(last_days[-1], day)
        if not is_moment:
            over = max(over, end)
        newest = at if is_moment and not is_within else float("-inf")
    return sum(day >= since for day in last_days)


def _end(entry: Entry) -> float:
    return (entry.until or entry.felt_at).timestamp()
