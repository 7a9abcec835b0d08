"""Decide whether to ask about warning signs after an entry: `add` does so each time."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal

from painlog.store.recent import around

if TYPE_CHECKING:
    from painlog.model.entry import Entry
    from painlog.store.journal import Journal

CheckReason = Literal["first", "high", "rise"]

HIGH = 8
RISE = 3
_A_DAY = timedelta(days=1)
# How many of the latest ratings are read: a day holds fewer, and older ones change nothing.
_LATEST = 100


def reason_to_check(
    journal: "Journal", entry: "Entry", together: Collection[int]
) -> CheckReason | None:
    """Return why to ask about warning signs after an entry; None for no reason.

    The entry is the first of its region, or its rating has reached 8 or more, or has risen by 3
    or more within a day. A rating that stays at 8 or more is no new reason, and 0 never is one.

    Args:
        journal: The journal that holds the entry.
        entry: The entry.
        together: The ids of the entries that were saved with it.
    """
    if not entry.intensity:
        return None
    found = journal.rows(
        "select id, felt_at, side, intensity from entry where region = ? and felt_at < ?"
        " order by felt_at desc, id desc limit ?",
        [entry.region, around(entry.felt_at)[1], _LATEST],
    )
    earlier = [
        (felt, side, intensity)
        for number, felt_at, side, intensity in found
        if number not in together and (felt := datetime.fromisoformat(felt_at)) <= entry.felt_at
    ]
    here = [(felt, intensity) for felt, side, intensity in earlier if side == entry.side]
    of_a_day = [intensity for felt, intensity in here if felt >= entry.felt_at - _A_DAY]
    # A rise is one reason, however many ratings follow it.
    if of_a_day and _rises(entry.intensity, of_a_day):
        return "rise"
    if not earlier:
        return "first"
    was_high = bool(here) and here[0][1] >= HIGH
    return "high" if entry.intensity >= HIGH and not was_high else None


def _rises(intensity: int, of_a_day: Collection[int]) -> bool:
    lowest, highest = min(of_a_day), max(of_a_day)
    return intensity - highest >= RISE or intensity - lowest >= RISE > highest - lowest
