"""Add entries and uses from elsewhere: none of them twice, all in one change."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from painlog.model.entry import Entry
from painlog.model.use import Use
from painlog.store.journal import Journal
from painlog.store.log import Change
from painlog.store.recent import around

if TYPE_CHECKING:
    from painlog.model.region import Region
    from painlog.model.treatment import Treatment

MOST_LINES_KEPT = 20


@dataclass(slots=True)
class Additions:
    """How many entries and uses were added, known by their uid already, or likely duplicates.

    `lines` are the line numbers of the first duplicates.
    """

    added: int = 0
    uses: int = 0
    known: int = 0
    duplicates: int = 0
    lines: list[int] = field(default_factory=list)


def take_in(
    journal: Journal,
    change: Change,
    numbered: Iterable[tuple[int, Entry | Use]],
    *,
    allow_duplicates: bool = False,
) -> Additions:
    """Add the entries and uses that the journal does not have yet.

    Those with a known uid are skipped. Without a uid, an entry is a likely duplicate if it says
    exactly the same as one in the journal, and a use if its time, treatment and dose are the same.

    Args:
        journal: Open for writing.
        change: The change that they become part of.
        numbered: Entries and uses, each with its line number.
        allow_duplicates: Add likely duplicates instead of skipping them.
    """
    taken = Additions()
    for line, thing in numbered:
        if thing.uid and _holds_uid(journal, thing):
            taken.known += 1
        elif not thing.uid and not allow_duplicates and _holds_like(journal, thing):
            taken.duplicates += 1
            if len(taken.lines) < MOST_LINES_KEPT:
                taken.lines.append(line)
        else:
            change.take(thing)
            if isinstance(thing, Entry):
                taken.added += 1
            else:
                taken.uses += 1
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


def _holds_uid(journal: Journal, thing: Entry | Use) -> bool:
    table = "entry" if isinstance(thing, Entry) else "use"
    found = journal.connection.execute(f"select 1 from {table} where uid = ?", [thing.uid])
    return found.fetchone() is not None


def _holds_like(journal: Journal, thing: Entry | Use) -> bool:
    return (
        _holds_entry_like(journal, thing)
        if isinstance(thing, Entry)
        else _holds_use_like(journal, thing)
    )


def _holds_use_like(journal: Journal, use: Use) -> bool:
    found = journal.connection.execute(
        "select 1 from use where treatment = ? and used_at > ? and used_at < ? and dose is ?"
        " and (used_at = ? or strftime('%s', used_at) = ?) limit 1",
        [
            use.treatment,
            *around(use.used_at),
            use.dose.written if use.dose else None,
            use.used_at.isoformat(timespec="seconds"),
            str(int(use.used_at.timestamp())),
        ],
    ).fetchone()
    return found is not None


def _holds_entry_like(journal: Journal, entry: Entry) -> bool:
    found = journal.connection.execute(
        "select id from entry where region = ? and felt_at > ? and felt_at < ? and side is ?"
        " and intensity = ? and note = ? and (felt_at = ? or strftime('%s', felt_at) = ?)",
        [
            entry.region,
            # The same moment may be stored with another UTC offset.
            *around(entry.felt_at),
            entry.side,
            entry.intensity,
            entry.note,
            # SQLite's strftime cannot read a UTC offset beyond 14 hours.
            entry.felt_at.isoformat(timespec="seconds"),
            str(int(entry.felt_at.timestamp())),
        ],
    ).fetchall()
    return any(_says_the_same(journal.entry(entry_id), entry) for (entry_id,) in found)


def _says_the_same(one: Entry, other: Entry) -> bool:
    return _told(one) == _told(other)


_told = attrgetter(
    *("intensity_before", "interference", "treatments", "doses", "until"),
    *("qualities", "triggers", "conditions"),
)
