"""Find the attack that a person means when they say that it is over."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from painlog.analysis.attacks import LONGEST_OPEN
from painlog.errors import NotFoundError, RefusedError
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

    It is the newest entry of its side, if that has no end and is not 0. Without an attack diary, it
    must have begun within the last 3 days.

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

    found = open_attacks_of(journal, region, side, now)
    place = label(region.name, side)
    if not found:
        raise NotFoundError(
            f"No attack of the {place} is going on: its newest entry has an end, or is 0 or long "
            f'ago. Log one that is over: painlog add "{place}" 7 --from 09:00 --until 12:00'
        )
    if len(found) > 1:
        each = "; ".join(f"entry {a.entry.id}, {a.entry.place}" for a in found)
        raise RefusedError(
            f"Several have no end: {each}. Give the side, as in: painlog over "
            f'"{found[0].entry.place}"; or the entry: painlog edit {found[0].entry.id} --until now'
        )
    [attack] = found
    began = attack.entry.felt_at
    if at is None and now - began > LONGEST_OPEN:
        raise RefusedError(
            f"Entry {attack.entry.id} began at {began:%Y-%m-%d %H:%M}, over 3 days ago. Say when "
            f'it was over: painlog over "{place}" --at "{began:%Y-%m-%d} 18:00"'
        )
    end = now if at is None else latest_before(at, now)
    return attack, checked_end(began, end, now)


def open_attacks_of(
    journal: "Journal", region: "Region", side: "Side | None", now: datetime
) -> list[OpenAttack]:
    """Return the newest entry of each side of a region, if that entry has no end."""
    chosen = Selection((ChosenPlace(region.name, side),), limit=_LOOKED_AT)
    if region.diary != "attacks":
        chosen = chosen._replace(since=(now - LONGEST_OPEN).date())
    by_side: dict[Side | None, list[Entry]] = {}
    for entry in journal.entries(chosen, newest_first=True):
        if region.diary == "attacks" or now - entry.felt_at <= LONGEST_OPEN:
            by_side.setdefault(entry.side, []).append(entry)
    return [
        OpenAttack(newest, _maybe_same(newest, earlier))
        for newest, *earlier in by_side.values()
        if _is_open(newest)
    ]


def _maybe_same(newest: Entry, earlier: Sequence[Entry]) -> tuple[Entry, ...]:
    found = []
    for entry in earlier:
        if not _is_open(entry) or newest.felt_at - entry.felt_at > _SAME_ATTACK:
            break
        found.append(entry)
    return tuple(found)


def _is_open(entry: Entry) -> bool:
    return entry.until is None and entry.intensity > 0
