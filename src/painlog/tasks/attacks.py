"""Find the attack that a person means when they say that it is over."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from painlog.analysis.attacks import LONGEST_OPEN, OpenAttack, open_attacks
from painlog.errors import NotFoundError, PainlogError, RefusedError
from painlog.files.command_line import quoted
from painlog.model.region import label
from painlog.model.selection import ChosenPlace, Selection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from painlog.model.entry import Entry
    from painlog.model.region import Region, Side
    from painlog.store.journal import Journal

# Only this many of a region's newest entries are looked at.
_LOOKED_AT = 50
# An end as an example.
_SOME_HOURS = timedelta(hours=3)
_ONE_DAY = timedelta(days=1)


def attack_to_end(
    journal: "Journal", region: "Region", side: "Side | None", now: datetime, at: str | None
) -> tuple[OpenAttack, datetime]:
    """Return the attack of a region that has no end yet, and the end to give it.

    Of what began before the end, it is the latest attack of its side that has none. Without an
    attack diary, it must have begun within the 3 days before the end.

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
    if not found:
        raise _none_open(journal, region, side, now, end)
    if len(found) > 1:
        raise _several_open(found, None if at is None else end)
    [attack] = found
    if at is None and not attack.may_go_on(now):
        raise _long_ago(attack.newest, label(region.name, side))
    return attack, checked_end(attack.first.felt_at, end, now)


def open_attacks_of(
    journal: "Journal", region: "Region", side: "Side | None", end: datetime
) -> "Sequence[OpenAttack]":
    """Return the attack of each side of a region that could have ended at a moment.

    Where all began later, these are returned.
    """
    chosen = Selection((ChosenPlace(region.name, side),), limit=_LOOKED_AT)
    # A time may have been written in another time zone, where it was another day.
    chosen = chosen._replace(until=end.date() + _ONE_DAY)
    diary = region.diary == "attacks"
    if not diary:
        chosen = chosen._replace(since=(end - LONGEST_OPEN).date() - _ONE_DAY, reaching=True)
    entries = list(journal.entries(chosen))
    found = open_attacks((entry for entry in entries if entry.felt_at < end), end, diary=diary)
    # One whose end was never logged does not stand in the way of one that goes on.
    lately = [attack for attack in found if attack.may_go_on(end)]
    if lately or (found and diary):
        return lately or found
    later = [entry for entry in entries if entry.felt_at >= end]
    return open_attacks(later, max((entry.felt_at for entry in later), default=end))


def open_attack_on(
    journal: "Journal", region: "Region", side: "Side | None", day: date
) -> OpenAttack | None:
    """Return the attack of a place that may go on at the end of a day.

    It has no end, and its newest rating is of the day or of one of the 3 days before.
    """
    chosen = Selection((ChosenPlace(region.name, side),), until=day, limit=_LOOKED_AT)
    entries = [
        entry
        for entry in journal.entries(chosen._replace(since=day - LONGEST_OPEN, reaching=True))
        if entry.side == side
    ]
    newest = max((entry.felt_at for entry in entries), default=None)
    return next(iter(open_attacks(entries, newest)), None) if newest else None


def _several_open(found: "Sequence[OpenAttack]", end: datetime | None) -> RefusedError:
    until = f'"{end:%Y-%m-%d %H:%M}"' if end else "now"
    at = f" --at {until}" if end else ""
    each = "; ".join(f"entry {attack.newest.id}, {attack.newest.place}" for attack in found)
    sided = next(attack.newest for attack in found if attack.newest.side)
    # A region without its side means every side.
    unsided = next((attack.newest for attack in found if not attack.newest.side), None)
    by_number = f", or painlog edit {unsided.id} --until {until}" if unsided else ""
    return RefusedError(
        f"Several have no end: {each}. Name the one that is over, as in: painlog over "
        f"{quoted(sided.place)}{at}{by_number}"
    )


def _none_open(
    journal: "Journal", region: "Region", side: "Side | None", now: datetime, end: datetime
) -> PainlogError:
    """Say why no attack can be ended, and which command ends or adds one."""
    place = label(region.name, side)
    of_place = Selection((ChosenPlace(region.name, side),), limit=_LOOKED_AT)
    before = list(journal.entries(of_place._replace(until=end.date())))
    entries = before or list(journal.entries(of_place))
    said = f"No attack of the {place} is going on"
    newest = max(entries, key=_felt_until, default=None)
    if newest and not newest.intensity and _open_before(newest, entries):
        return NotFoundError(
            f"{said}: entry {newest.id} is a 0. If one was over by then: painlog over "
            f'{quoted(newest.place)} --at "{newest.felt_at:%Y-%m-%d %H:%M}"'
        )
    if newest is None or not newest.intensity:
        why = "it has no entry yet" if newest is None else f"entry {newest.id} is a 0"
        return NotFoundError(
            f"{said}: {why}. Log one that is over: painlog add {quoted(place)} 7 --lasted 3h"
        )
    if newest.felt_at >= end:
        return RefusedError(
            f"Entry {newest.id} began at {newest.felt_at:%Y-%m-%d %H:%M}, after "
            f"{end:%Y-%m-%d %H:%M}. Give a later end."
        )
    if newest.until is not None:
        return NotFoundError(
            f"{said}: entry {newest.id} ended at {newest.until:%Y-%m-%d %H:%M}. To change that: "
            f'painlog edit {newest.id} --until "{end:%Y-%m-%d %H:%M}"'
        )
    if now == end:
        return _long_ago(newest, place)
    return RefusedError(
        f"Entry {newest.id} began at {newest.felt_at:%Y-%m-%d %H:%M}, over 3 days before that. If "
        f'it lasted so long: painlog edit {newest.id} --until "{end:%Y-%m-%d %H:%M}"'
    )


def _long_ago(entry: "Entry", place: str) -> RefusedError:
    began, example = entry.felt_at, entry.felt_at + _SOME_HOURS
    return RefusedError(
        f"Entry {entry.id} began at {began:%Y-%m-%d %H:%M}, over 3 days ago. Say when it was over: "
        f'painlog over {quoted(place)} --at "{example:%Y-%m-%d %H:%M}", or --at now'
    )


def _open_before(zero: "Entry", entries: "Sequence[Entry]") -> bool:
    before = (e for e in entries if e.side == zero.side and e.felt_at < zero.felt_at)
    return any(attack.may_go_on(zero.felt_at) for attack in open_attacks(before, zero.felt_at))


def _felt_until(entry: "Entry") -> datetime:
    return entry.until or entry.felt_at
