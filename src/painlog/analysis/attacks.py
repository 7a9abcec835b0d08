"""Find the attacks that are going on. It loads only the model: the day at a glance needs it."""

from collections.abc import Container, Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from painlog.model.entry import Entry

if TYPE_CHECKING:
    from painlog.model.region import Side

# An attack of migraine lasts up to three days (ICHD-3, 1.1); a longer pain is no attack.
LONGEST_OPEN = timedelta(hours=72)


def open_attacks(
    entries: Iterable[Entry], diaries: Container[str], now: datetime
) -> tuple[Entry, ...]:
    """Return the attacks that have no end yet, the latest of each region and side.

    Args:
        entries: The latest ones, in any order.
        diaries: The regions that have an attack diary.
        now: The present moment; attacks that began over 72 hours before it are left out.
    """
    latest: dict[tuple[str, Side | None], Entry] = {}
    for entry in sorted(entries, key=lambda e: e.felt_at):
        if entry.region in diaries:
            latest[entry.region, entry.side] = entry
    return tuple(
        entry
        for entry in latest.values()
        if entry.until is None and entry.intensity and now - entry.felt_at <= LONGEST_OPEN
    )
