"""Find the attack that a person means when they say that it is over."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from painlog.analysis.attacks import (
    LONGEST_OPEN,
    SAME_ATTACK,
    OpenAttack,
    attacks_going_on,
    open_attacks,
)
from painlog.errors import NotFoundError, PainlogError, RefusedError
from painlog.files.command_line import quoted
from painlog.model.names import moment_in_figures
from painlog.model.region import label
from painlog.model.selection import ChosenPlace, Selection
from painlog.store import recent

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
        raise _none_open(journal, region, side, now, end, said=at is not None)
    if len(found) > 1:
        raise _several_open(found, None if at is None else end)
    [attack] = found
    if at is None and not attack.may_go_on(now):
        raise _long_ago(attack.newest, label(region.name, side))
    return attack, checked_end(attack.first.felt_at, end, now)


def open_attacks_of(
    journal: "Journal", region: "Region", side: "Side | None", end: datetime
) -> "Sequence[OpenAttack]":
    """Return the attack of each side of a region that could have ended at a moment."""
    chosen = Selection((ChosenPlace(region.name, side),), limit=_LOOKED_AT)
    # A time may have been written in another time zone, where it was another day.
    chosen = chosen._replace(until=end.date() + _ONE_DAY)
    diary = region.diary == "attacks"
    if not diary:
        chosen = chosen._replace(since=(end - LONGEST_OPEN).date() - _ONE_DAY, reaching=True)
    entries = list(journal.entries(chosen))
    found = open_attacks((entry for entry in entries if entry.felt_at < end), end)
    # One whose end was never logged does not stand in the way of one that goes on.
    lately = [attack for attack in found if attack.may_go_on(end)]
    return lately or (found if diary else ())


def going_on(journal: "Journal", now: datetime) -> tuple[OpenAttack, ...]:
    """Return the attacks that go on at a moment, of the regions with an attack diary.

    What `painlog` shows as going on, what `checkin` asks about, and the days that count neither as
    days with pain nor without are all of these.
    """
    diaries = recent.attack_diaries(journal)
    if not diaries:
        return ()
    entries = journal.entries(_lately(now))
    return attacks_going_on((entry for entry in entries if entry.region in diaries), now)


def open_attack_at(
    journal: "Journal", region: str, side: "Side | None", moment: datetime
) -> OpenAttack | None:
    """Return the attack of a place that goes on at a moment, with a diary or without."""
    entries = journal.entries(_lately(moment)._replace(places=(ChosenPlace(region),)))
    found = attacks_going_on((entry for entry in entries if entry.side == side), moment)
    return found[0] if found else None


def rated_after(journal: "Journal", attack: OpenAttack, now: datetime) -> "Entry | None":
    """Return the rating with which an attack goes on that was said to be over; None if none does.

    Args:
        journal: In which the attack has ended.
        attack: As it was before.
        now: The present moment.
    """
    newest = attack.newest
    left = open_attack_at(journal, newest.region, newest.side, now)
    near = left is not None and left.first.felt_at - newest.felt_at <= SAME_ATTACK
    return left.first if left is not None and near else None


def _lately(moment: datetime) -> Selection:
    """Choose what an attack may consist of that goes on at a moment."""
    # A time may have been written in another time zone, where it was another day.
    first, last = (moment - LONGEST_OPEN).date() - _ONE_DAY, moment.date() + _ONE_DAY
    return Selection(since=first, until=last, reaching=True)


def _several_open(found: "Sequence[OpenAttack]", end: datetime | None) -> RefusedError:
    until = f'"{moment_in_figures(end)}"' if end else "now"
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
    journal: "Journal",
    region: "Region",
    side: "Side | None",
    now: datetime,
    end: datetime,
    *,
    said: bool,
) -> PainlogError:
    """Say why no attack can be ended, and which command ends or adds one."""
    of_place = Selection((ChosenPlace(region.name, side),), limit=_LOOKED_AT)
    if later := _open_later(journal, of_place, now, end):
        return _later_end(later, end)
    before = list(journal.entries(of_place._replace(until=end.date())))
    entries = before or list(journal.entries(of_place))
    newest = max(entries, key=_felt_until, default=None)
    place = label(region.name, side)
    if newest is None or not newest.intensity or (newest.until and newest.felt_at < end):
        why = _over_already(newest, entries, end, place, said=said)
        return NotFoundError(f"No attack of the {place} is going on: {why}")
    if newest.until:
        over = f"{moment_in_figures(newest.felt_at)} to {moment_in_figures(newest.until)}"
        return NotFoundError(
            f"No attack of the {place} was going on then: entry {newest.id} is from {over}. Change "
            f"it with: painlog edit {newest.id}"
        )
    if newest.felt_at >= end:
        return _later_end(newest, end)
    if now == end:
        return _long_ago(newest, place)
    return RefusedError(
        f"Entry {newest.id} began at {moment_in_figures(newest.felt_at)}, over 3 days before that. "
        f'If it lasted so long: painlog edit {newest.id} --until "{moment_in_figures(end)}"'
    )


def _over_already(
    newest: "Entry | None", entries: "Sequence[Entry]", end: datetime, place: str, *, said: bool
) -> str:
    """Say why nothing goes on, and how to change that or to log another attack.

    Where nobody `said` when it was over, that was hardly just now.
    """
    again = f"Log one that is over: painlog add {quoted(place)} 7 --lasted 3h"
    if newest is None:
        return f"it has no entry yet. {again}"
    if not newest.intensity:
        if not _open_before(newest, entries):
            return f"entry {newest.id} is a 0. {again}"
        return (
            f"entry {newest.id} is a 0. If one was over by then: painlog over "
            f'{quoted(newest.place)} --at "{moment_in_figures(newest.felt_at)}"'
        )
    ended, wanted = (moment_in_figures(at) for at in (_felt_until(newest), end))
    until = f'"{wanted}"' if said else "TIME"
    then = f"To change that: painlog edit {newest.id} --until {until}"
    return f"entry {newest.id} ended at {ended}. {again if ended == wanted else then}"


def _later_end(entry: "Entry", end: datetime) -> RefusedError:
    return RefusedError(
        f"Entry {entry.id} began at {moment_in_figures(entry.felt_at)}, so "
        f"{moment_in_figures(end)} cannot be its end. Give a later one."
    )


def _long_ago(entry: "Entry", place: str) -> RefusedError:
    began, example = entry.felt_at, entry.felt_at + _SOME_HOURS
    return RefusedError(
        f"Entry {entry.id} began at {moment_in_figures(began)}, over 3 days ago. Say when it was "
        f'over: painlog over {quoted(place)} --at "{moment_in_figures(example)}", or --at now'
    )


def _open_later(
    journal: "Journal", of_place: Selection, now: datetime, end: datetime
) -> "Entry | None":
    """Return the first rating of the attack that goes on now and began after a moment."""
    lately = journal.entries(_lately(now)._replace(places=of_place.places))
    firsts = [attack.first for attack in attacks_going_on(lately, now)]
    return min((e for e in firsts if e.felt_at > end), key=_felt_until, default=None)


def _open_before(zero: "Entry", entries: "Sequence[Entry]") -> bool:
    before = (e for e in entries if e.side == zero.side and e.felt_at < zero.felt_at)
    return any(attack.may_go_on(zero.felt_at) for attack in open_attacks(before, zero.felt_at))


def _felt_until(entry: "Entry") -> datetime:
    return entry.until or entry.felt_at
