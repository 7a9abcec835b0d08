"""Adding entries from elsewhere: none twice, all in one change."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from painlog.model.entry import Entry
from painlog.store.journal import Journal
from painlog.store.log import Change
from painlog.store.recent import around

if TYPE_CHECKING:
    from painlog.model.region import Region
    from painlog.model.treatment import Treatment

MOST_LINES_KEPT = 20


@dataclass(slots=True)
class Taken:
    """How many entries were added, were known by their uid, and were likely duplicates.

    `lines` are the lines of the first duplicates.
    """

    added: int = 0
    known: int = 0
    duplicates: int = 0
    lines: list[int] = field(default_factory=list)


def take_in(
    journal: Journal,
    change: Change,
    numbered: Iterable[tuple[int, Entry]],
    *,
    allow_duplicates: bool = False,
) -> Taken:
    """Add the entries that the journal does not have yet.

    An entry with a known uid is skipped. One without a uid that has the time, region, side and
    intensity of another is a likely duplicate.

    Args:
        journal: Open for writing.
        change: The change that they become part of.
        numbered: Entries, each with the line that it comes from.
        allow_duplicates: Add likely duplicates instead of skipping them.
    """
    taken = Taken()
    for line, entry in numbered:
        if entry.uid and _holds_uid(journal, entry.uid):
            taken.known += 1
        elif not entry.uid and not allow_duplicates and _holds_like(journal, entry):
            taken.duplicates += 1
            if len(taken.lines) < MOST_LINES_KEPT:
                taken.lines.append(line)
        else:
            change.take(entry)
            taken.added += 1
    return taken


def add_names(
    journal: Journal,
    change: Change,
    regions: "Iterable[Region]",
    treatments: "Iterable[Treatment]",
) -> None:
    """Add the person's own names, unless another painlog has added them in the meantime."""
    for region in regions:
        if not _holds_name(journal, "region", region.name):
            change.add(region)
    for treatment in treatments:
        if not _holds_name(journal, "treatment", treatment.name):
            change.add(treatment)


def _holds_name(journal: Journal, noun: str, name: str) -> bool:
    found = journal.connection.execute(f"select 1 from {noun} where name = ?", [name]).fetchone()
    return found is not None


def _holds_uid(journal: Journal, uid: str) -> bool:
    found = journal.connection.execute("select 1 from entry where uid = ?", [uid]).fetchone()
    return found is not None


def _holds_like(journal: Journal, entry: Entry) -> bool:
    found = journal.connection.execute(
        "select 1 from entry where region = ? and felt_at > ? and felt_at < ? and side is ?"
        " and intensity = ? and (felt_at = ? or strftime('%s', felt_at) = ?) limit 1",
        [
            entry.region,
            # The same moment may be stored with another UTC offset.
            *around(entry.felt_at),
            entry.side,
            entry.intensity,
            # SQLite's strftime reads no offset beyond 14 hours.
            entry.felt_at.isoformat(timespec="seconds"),
            str(int(entry.felt_at.timestamp())),
        ],
    ).fetchone()
    return found is not None
