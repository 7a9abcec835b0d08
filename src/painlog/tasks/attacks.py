"""Find the attack that a person means when they say that it is over."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from painlog.analysis.attacks import LONGEST_OPEN
from painlog.errors import NotFoundError, PainlogError, RefusedError
from painlog.model.entry import Entry
from painlog.model.region import label
from painlog.model.selection import ChosenPlace, Selection

if TYPE_CHECKING:
    from painlog.model.region import Region, Side
    from painlog.store.journal import Journal

# Only this many of a region's newest entries are looked at.
_LOOKED_AT = 50
# A rating this close before another may belong to the same attack.
_SAME_ATTACK = timedelta(hours=24)
# An end as an example.
_SOME_HOURS = timedelta(hours=3)


class OpenAttack(NamedTuple):
    """The newest entry of its place, which has no end.

    `maybe_same` are the entries without an end in the 24 hours before it.
    """

    entry: Entry
    maybe_same: tuple[Entry, ...] = ()


def attack_to_end(
    journal: "Journal", region: "Region", side: "Side | None", now: datetime, at: str | None
) -> tuple[OpenAttack, datetime]:
    """Return the attack of a region that has no end yet, and the end to give it.

    It is the newest entry of its side, if that has no end and is not 0. Where that began after the
    end, it is the newest of the 3 days before the end. Without an attack diary, it must have begun
    within the 3 days before the end.

    Args:
        journal: Where the attack is logged.
        region: Where it hurts.
        side: The side; None if none was given.
        now: The present moment.
        at: When it was over, as typed; None for now.

    Raises:
        NotFoundError: if there is none.
        RefusedError: if several have no end, or this cannot be the end of it.
    """
    from painlog.model.duration import checked_end, latest_before

    end = now if at is None else latest_before(at, now)
    found = open_attacks_of(journal, region, side, end)
    place = label(region.name, side)
    if not found:
        raise _none_open(journal, region, side, now, end)
    if len(found) > 1:
        until = "now" if at is None else f'"{end:%Y-%m-%d %H:%M}"'
        each = "; ".join(f"entry {a.entry.id}, {a.entry.place}" for a in found)
        raise RefusedError(
            f"Several have no end: {each}. Name the one that is over, as in: painlog edit "
            f"{found[0].entry.id} --until {until}"
        )
    [attack] = found
    began = attack.entry.felt_at
    if at is None and now - began > LONGEST_OPEN:
        raise _long_ago(attack.entry, place)
    return attack, checked_end(began, end, now)


def open_attacks_of(
    journal: "Journal", region: "Region", side: "Side | None", end: datetime
) -> list[OpenAttack]:
    """Return the attack of each side of a region that could have ended at a moment."""
    chosen = Selection((ChosenPlace(region.name, side),), limit=_LOOKED_AT)
    in_attacks = region.diary == "attacks"
    if not in_attacks:
        chosen = chosen._replace(since=(end - LONGEST_OPEN).date(), until=end.date())
    by_side: dict[Side | None, list[Entry]] = {}
    for entry in journal.entries(chosen, newest_first=True):
        if in_attacks or end - entry.felt_at <= LONGEST_OPEN:
            by_side.setdefault(entry.side, []).append(entry)
    found = [
        OpenAttack(newest, _maybe_same(newest, earlier))
        for newest, *earlier in (_begun(entries, end) for entries in by_side.values())
        if _is_open(newest)
    ]
    # One whose end was never logged does not stand in the way of one that goes on.
    lately = [attack for attack in found if end - attack.entry.felt_at <= LONGEST_OPEN]
    return lately or found


def open_attack_on(
    journal: "Journal", region: "Region", side: "Side | None", day: date
) -> Entry | None:
    """Return the newest entry of a place up to a day, if it may be an attack that goes on.

    It has no end, and began on one of the 3 days before or on the day itself.
    """
    chosen = Selection((ChosenPlace(region.name, side),), until=day, limit=_LOOKED_AT)
    entries = journal.entries(chosen._replace(since=day - LONGEST_OPEN), newest_first=True)
    newest = next((entry for entry in entries if entry.side == side), None)
    return newest if newest and _is_open(newest) else None


def _begun(entries: list[Entry], end: datetime) -> list[Entry]:
    """Leave out what began after an end, if an attack of the 3 days before the end remains."""
    if entries[0].felt_at < end:
        return entries
    begun = [e for e in entries if timedelta() < end - e.felt_at <= LONGEST_OPEN]
    return begun or entries


def _maybe_same(newest: Entry, earlier: Sequence[Entry]) -> tuple[Entry, ...]:
    found = []
    for entry in earlier:
        if not _is_open(entry) or newest.felt_at - entry.felt_at > _SAME_ATTACK:
            break
        found.append(entry)
    return tuple(found)


def _none_open(
    journal: "Journal", region: "Region", side: "Side | None", now: datetime, end: datetime
) -> PainlogError:
    """Say why no attack can be ended, and which command ends or adds one."""
    place = label(region.name, side)
    of_place = Selection((ChosenPlace(region.name, side),), limit=1)
    before = list(journal.entries(of_place._replace(until=end.date()), newest_first=True))
    newest = next(iter(before or journal.entries(of_place, newest_first=True)), None)
    said = f"No attack of the {place} is going on"
    if newest is None or not newest.intensity:
        why = "it has no entry yet" if newest is None else f"entry {newest.id} is a 0"
        return NotFoundError(
            f'{said}: {why}. Log one that is over: painlog add "{place}" 7 --lasted 3h'
        )
    began = newest.felt_at
    if began >= end:
        return RefusedError(
            f"Entry {newest.id} began at {began:%Y-%m-%d %H:%M}, after {end:%Y-%m-%d %H:%M}. Give "
            "a later end."
        )
    if newest.until is not None:
        return NotFoundError(
            f"{said}: entry {newest.id} ended at {newest.until:%Y-%m-%d %H:%M}. To change that: "
            f'painlog edit {newest.id} --until "{end:%Y-%m-%d %H:%M}"'
        )
    if now == end:
        return _long_ago(newest, place)
    return RefusedError(
        f"Entry {newest.id} began at {began:%Y-%m-%d %H:%M}, over 3 days before that. If it lasted "
        f'so long: painlog edit {newest.id} --until "{end:%Y-%m-%d %H:%M}"'
    )


def _long_ago(entry: Entry, place: str) -> RefusedError:
    began, example = entry.felt_at, entry.felt_at + _SOME_HOURS
    return RefusedError(
        f"Entry {entry.id} began at {began:%Y-%m-%d %H:%M}, over 3 days ago. Say when it was over: "
        f'painlog over "{place}" --at "{example:%Y-%m-%d %H:%M}"'
    )


def _is_open(entry: Entry) -> bool:
    return entry.until is None and entry.intensity > 0
