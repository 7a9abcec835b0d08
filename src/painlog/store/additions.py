"""Add entries and uses from elsewhere: none of them twice, all in one change."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from operator import attrgetter
from typing import TYPE_CHECKING

from painlog.model.contents import Conflict
from painlog.model.dose import same_dose
from painlog.model.entry import Entry
from painlog.model.use import Use
from painlog.store.journal import Journal
from painlog.store.log import Change
from painlog.store.recent import around
from painlog.store.uses import dose_of

if TYPE_CHECKING:
    from painlog.model.region import Region
    from painlog.model.treatment import Treatment

MOST_LINES_KEPT = 20
MOST_CONFLICTS_KEPT = 20
# A field of an entry or a use, and the columns of a file that may hold it.
_COLUMNS_OF = {
    "felt_at": {"felt_at", "date"},
    "used_at": {"felt_at", "date", "used_at"},
    "until": {"until", "lasted"},
    "treatment": {"treatment", "treatments"},
    "dose": {"dose"},
    "doses": {"treatments"},
} | {
    name: {name}
    for name in (
        *("region", "side", "intensity", "intensity_before", "interference", "treatments"),
        *("qualities", "triggers", "conditions", "note"),
    )
}
COLUMNS_OF_ALL = frozenset(column for columns in _COLUMNS_OF.values() for column in columns)


@dataclass(slots=True)
class Additions:
    """How many entries and uses were added, known by their uid already, or likely duplicates.

    `lines` are the line numbers of the first duplicates. Of those known, `differing` counts the
    ones that the journal has in another version; `conflicts` are the first of them.
    """

    added: int = 0
    uses: int = 0
    known: int = 0
    duplicates: int = 0
    lines: list[int] = field(default_factory=list)
    differing: int = 0
    conflicts: list[Conflict] = field(default_factory=list)


def take_in(
    journal: Journal,
    change: Change,
    numbered: Iterable[tuple[int, Entry | Use]],
    *,
    allow_duplicates: bool = False,
    columns: Collection[str] = COLUMNS_OF_ALL,
) -> Additions:
    """Add the entries and uses that the journal does not have yet.

    Those with a known uid are skipped. Without a uid, an entry is a likely duplicate if it says
    exactly the same as one in the journal, and a use if its time, treatment and dose are the same.

    Args:
        journal: Open for writing.
        change: The change that they become part of.
        numbered: Entries and uses, each with its line number.
        allow_duplicates: Add likely duplicates instead of skipping them.
        columns: The fields that the file has. Of what is known, only these are compared.
    """
    taken = Additions()
    for line, thing in numbered:
        if thing.uid and _holds_uid(journal, thing):
            taken.known += 1
            if conflict := _conflict(journal, thing, columns):
                taken.differing += 1
                if len(taken.conflicts) < MOST_CONFLICTS_KEPT:
                    taken.conflicts.append(conflict)
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


def _with_uid(journal: Journal, thing: Entry | Use) -> Entry | Use | None:
    """Return the entry, or the use without a rating, that has this uid here."""
    if isinstance(thing, Entry):
        query = "select id from entry where uid = ?"
    else:
        query = "select id from use where uid = ? and entry_id is null"
    found = journal.connection.execute(query, [thing.uid]).fetchone()
    if found is None:
        return None
    return journal.entry(found[0]) if isinstance(thing, Entry) else journal.use(found[0])


def _conflict(journal: Journal, thing: Entry | Use, columns: Collection[str]) -> Conflict | None:
    """Return both versions of what the journal has in another one than the file."""
    here = _with_uid(journal, thing)
    there = here and _as_in_file(here, thing, columns)
    return Conflict(here, there, taken=False) if here and there and there != here else None


def _as_in_file(here: Entry | Use, there: Entry | Use, columns: Collection[str]) -> Entry | Use:
    """Return a thing of the journal with what a file says of it."""
    said = {
        name: getattr(there, name)
        for name, of in _COLUMNS_OF.items()
        if name in here._fields and not of.isdisjoint(columns)
    }
    # "left heel" says the side, too, and "ibuprofen 400 mg" the dose.
    if there.side is not None and "region" in said:
        said["side"] = there.side
    if isinstance(there, Use) and there.dose is not None and "treatment" in said:
        said["dose"] = there.dose
    # A spreadsheet may show times to the minute, and save them as it shows them.
    for name in ("felt_at", "until", "used_at"):
        if name in said and _minute(said[name]) == _minute(getattr(here, name)):
            del said[name]
    return here._replace(**said)


def _minute(moment: datetime | None) -> int | None:
    return None if moment is None else int(moment.timestamp()) // 60


def _holds_like(journal: Journal, thing: Entry | Use) -> bool:
    return (
        _holds_entry_like(journal, thing)
        if isinstance(thing, Entry)
        else _holds_use_like(journal, thing)
    )


def _holds_use_like(journal: Journal, use: Use) -> bool:
    found = journal.connection.execute(
        "select dose, dose_amount, dose_unit from use"
        " where treatment = ? and used_at > ? and used_at < ?"
        " and (used_at = ? or strftime('%s', used_at) = ?)",
        [
            use.treatment,
            *around(use.used_at),
            use.used_at.isoformat(timespec="seconds"),
            str(int(use.used_at.timestamp())),
        ],
    )
    return any(same_dose(dose_of(*dose), use.dose) for dose in found)


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
    amounts = ([(name, dose.size) for name, dose in entry.doses] for entry in (one, other))
    return _told(one) == _told(other) and next(amounts) == next(amounts)


_told = attrgetter(
    *("intensity_before", "interference", "treatments", "until"),
    *("qualities", "triggers", "conditions"),
)
