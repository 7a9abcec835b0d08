"""What the journal already holds of a row from elsewhere: the same, or another version of it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import datetime
from enum import Enum, auto
from operator import attrgetter
from typing import NamedTuple

from painlog.model.contents import HIGHEST_ID
from painlog.model.dose import same_dose
from painlog.model.entry import Entry
from painlog.model.use import Use
from painlog.store.journal import Journal
from painlog.store.recent import around
from painlog.store.uses import dose_of

# A field of an entry or a use, and the columns of a file that may hold it.
_COLUMNS_OF = {
    "felt_at": {"felt_at", "date"},
    "used_at": {"felt_at", "date", "used_at"},
    "until": {"until", "lasted"},
    "treatment": {"treatment", "treatments"},
    "dose": {"dose", "treatments"},
    "doses": {"treatments"},
} | {
    name: {name}
    for name in (
        *("region", "side", "intensity", "intensity_before", "interference", "treatments"),
        *("qualities", "triggers", "conditions", "note"),
    )
}
COLUMNS_OF_ALL = frozenset(column for columns in _COLUMNS_OF.values() for column in columns)

Key = tuple[type, int]
Rows = Callable[[], Iterable[tuple[int, Entry | Use]]]


class Verdict(Enum):
    """What the journal holds of a row: its uid, the same, another version, or nothing."""

    KNOWN = auto()
    SAME = auto()
    CHANGED = auto()
    NEW = auto()


class ComparedRow(NamedTuple):
    """A row and what the journal holds of it.

    `here` is the journal's version, if it differs from that of the file, and `there` is `here` with
    what the file says. `of` is the key of what the journal has of it, in whatever version.
    """

    line: int
    thing: Entry | Use
    verdict: Verdict
    here: Entry | Use | None = None
    there: Entry | Use | None = None
    of: Key | None = None


def compared(
    journal: Journal,
    rows: Rows,
    columns: Collection[str] = COLUMNS_OF_ALL,
    *,
    allow_duplicates: bool = False,
) -> Iterator[ComparedRow]:
    """Yield each row with what the journal holds of it; the changed ones last.

    A row with a known uid is known. One with another uid is the same if it says exactly what
    something in the journal says whose uid is not in the file. Without a uid, an entry is the same
    if it says exactly what one in the journal says, and a use if its time, treatment and dose are
    the same. An entry is changed if the journal has one at the same moment for the same region and
    side (a use: of the same treatment) that no other row of the file repeats. What is new may be
    added while this runs, so that a later row that repeats it is the same.

    Args:
        journal: It is only read.
        rows: Gives the entries and uses with their line numbers; called again if some may be
            changed.
        columns: The fields that the file has. Of what is stored, only these are compared.
        allow_duplicates: Whatever has no known uid is new.
    """
    stored = _Stored(journal, columns)
    waiting = set[int]()
    open_ = set[Key]()
    for place, (line, thing) in enumerate(rows()):
        anew = allow_duplicates and not (thing.uid and _holds_uid(journal, thing))
        row = ComparedRow(line, thing, Verdict.NEW) if anew else stored.compare(line, thing)
        if row is not None:
            yield row
            continue
        waiting.add(place)
        open_.update(map(key_of, stored.candidates(thing)))
    if not waiting:
        return
    # What another row repeats is not what this one corrects: two ratings may be of one moment.
    for place, (_, thing) in enumerate(rows()):
        if place not in waiting:
            open_.difference_update(map(key_of, stored.repeated(thing)))
    for place, (line, thing) in enumerate(rows()):
        if place in waiting:
            yield stored.settle(line, thing, open_)


class _Stored:
    """What the journal held before any row was added."""

    def __init__(self, journal: Journal, columns: Collection[str]) -> None:
        self._journal = journal
        self._columns = columns
        self._of_rows = set[Key]()
        self._last = {
            kind: journal.connection.execute(f"select max(id) from {name}").fetchone()[0] or 0
            for kind, name in ((Entry, "entry"), (Use, "use"))
        }

    def compare(self, line: int, thing: Entry | Use) -> ComparedRow | None:
        """Compare a row; None if only the whole file shows whether it is changed or new."""
        if thing.uid:
            if not _holds_uid(self._journal, thing):
                is_alike = bool(self.candidates(thing))
                return None if is_alike else ComparedRow(line, thing, Verdict.NEW)
            here = _with_uid(self._journal, thing)
            there = here and _as_in_file(here, thing, self._columns)
            of = here and key_of(here)
            if here == there:
                here = there = None
            return ComparedRow(line, thing, Verdict.KNOWN, here, there, of)
        if keys := _like(self._journal, thing):
            return self._same(line, thing, keys)
        versions = self.versions(thing)
        if not versions:
            return ComparedRow(line, thing, Verdict.NEW)
        unchanged = (h for h in versions if _as_in_file(h, thing, self._columns) == h)
        if keys := [*map(key_of, unchanged)]:
            return self._same(line, thing, keys)
        return None

    def _same(self, line: int, thing: Entry | Use, keys: Sequence[Key | None]) -> ComparedRow:
        # Of two that are alike, each row is about one.
        of = next((key for key in keys if key not in self._of_rows), keys[0])
        if of is not None:
            self._of_rows.add(of)
        return ComparedRow(line, thing, Verdict.SAME, of=of)

    def candidates(self, thing: Entry | Use) -> list[Entry | Use]:
        """Return what was stored that a row may be the same as, or another version of."""
        if not thing.uid:
            return self.versions(thing)
        last = self._last[type(thing)]
        return [here for here in alike(self._journal, thing) if here.id <= last]

    def versions(self, thing: Entry | Use) -> list[Entry | Use]:
        """Return what was stored of the same moment and place, or of the same treatment."""
        last = self._last[type(thing)]
        # Where each row names its region, its side may have been left out, then or now.
        may_lack = "region" in self._columns
        return versions_of(self._journal, thing, last, may_lack_side=may_lack) if last else []

    def repeated(self, thing: Entry | Use) -> Iterator[Entry | Use]:
        """Yield what was stored that is a row, by its uid or because it says nothing else."""
        if thing.uid:
            here = _with_uid(self._journal, thing)
            if here is not None:
                yield here
            return
        for here in self.versions(thing):
            if _as_in_file(here, thing, self._columns) == here:
                yield here

    def settle(self, line: int, thing: Entry | Use, open_: set[Key]) -> ComparedRow:
        """Compare a row with what is open, and close what it repeats or changes."""
        if not thing.uid and (keys := _like(self._journal, thing)):
            return self._same(line, thing, keys)
        here = next((here for here in self.candidates(thing) if key_of(here) in open_), None)
        if here is None:
            return ComparedRow(line, thing, Verdict.NEW)
        open_.discard(key_of(here))
        if thing.uid:
            return ComparedRow(line, thing, Verdict.SAME, of=key_of(here))
        there = _as_in_file(here, thing, self._columns)
        return ComparedRow(line, thing, Verdict.CHANGED, here, there, key_of(here))


def versions_of(
    journal: Journal, thing: Entry | Use, last: int = HIGHEST_ID, *, may_lack_side: bool = True
) -> list[Entry | Use]:
    """Return what the journal has of the same moment and place, or of the same treatment.

    Args:
        journal: It is only read.
        thing: From elsewhere.
        last: The highest id that counts.
        may_lack_side: Whether what says no side may be of any side.
    """
    return [
        here
        for here in _of_same_moment(journal, thing, last)
        if isinstance(thing, Use)
        or here.side == thing.side
        or (may_lack_side and None in (here.side, thing.side))
    ]


def of_moment(journal: Journal, row: Entry) -> list[Entry | Use]:
    """Return what the journal has of a row: by its uid, or of its moment and place.

    Uses without a rating are those for its place, or for no place that was said.
    """
    if row.uid:
        here = _with_uid(journal, row)
        return [] if here is None else [here]
    found = journal.connection.execute(
        "select id from use where used_at > ? and used_at < ? and entry_id is null"
        " and (used_at = ? or strftime('%s', used_at) = ?) order by id",
        [*around(row.felt_at), *_moment_texts(row.felt_at)],
    )
    uses = [journal.use(number) for (number,) in found.fetchall()]
    return [
        *versions_of(journal, row),
        *(use for use in uses if use.region in (None, row.region)),
    ]


def alike(journal: Journal, thing: Entry | Use) -> list[Entry | Use]:
    """Return what the journal holds that says exactly what a thing says, the oldest first.

    A use that came with an entry is part of what that entry says.
    """
    if isinstance(thing, Entry):
        return [*_entries_like(journal, thing)]
    return [
        here
        for here in _of_same_moment(journal, thing, HIGHEST_ID)
        if isinstance(here, Use)
        and same_dose(here.dose, thing.dose)
        and (here.region, here.side, here.note) == (thing.region, thing.side, thing.note)
    ]


def key_of(thing: Entry | Use) -> Key:
    """Return what tells an entry or a use from all others of the journal."""
    return type(thing), thing.id


def _of_same_moment(journal: Journal, thing: Entry | Use, last: int) -> list[Entry | Use]:
    if isinstance(thing, Entry):
        found = journal.connection.execute(
            "select id from entry where region = ? and felt_at > ? and felt_at < ? and id <= ?"
            " and (felt_at = ? or strftime('%s', felt_at) = ?) order by side is not ?, id",
            [
                *(thing.region, *around(thing.felt_at), last, *_moment_texts(thing.felt_at)),
                thing.side,
            ],
        )
        return [journal.entry(number) for (number,) in found.fetchall()]
    found = journal.connection.execute(
        "select id from use where treatment = ? and used_at > ? and used_at < ? and id <= ?"
        " and entry_id is null and (used_at = ? or strftime('%s', used_at) = ?) order by id",
        [thing.treatment, *around(thing.used_at), last, *_moment_texts(thing.used_at)],
    )
    return [journal.use(number) for (number,) in found.fetchall()]


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
    # What a mapping keeps of the text of a cell is in the note, whatever columns there are.
    if there.note:
        said["note"] = there.note
    # A spreadsheet may show times to the minute, and save them as it shows them.
    for name in ("felt_at", "until", "used_at"):
        if name in said and _minute(said[name]) == _minute(getattr(here, name)):
            del said[name]
    moved = said.get("felt_at")
    if moved and isinstance(here, Entry) and here.until and "until" not in said:
        said["until"] = here.until + (moved - here.felt_at)
    return here._replace(**said)


def _minute(moment: datetime | None) -> int | None:
    return None if moment is None else int(moment.timestamp()) // 60


def _moment_texts(moment: datetime) -> tuple[str, str]:
    """Return a moment as it may be stored, and in seconds as SQLite counts them."""
    # SQLite's strftime cannot read a UTC offset beyond 14 hours.
    return moment.isoformat(timespec="seconds"), str(int(moment.timestamp()))


def _like(journal: Journal, thing: Entry | Use) -> list[Key | None]:
    """Return the keys of what says the same as a thing; None for a use that came with an entry."""
    if isinstance(thing, Entry):
        return [key_of(here) for here in _entries_like(journal, thing)]
    found = journal.connection.execute(
        "select id, entry_id, dose, dose_amount, dose_unit from use"
        " where treatment = ? and used_at > ? and used_at < ?"
        " and (used_at = ? or strftime('%s', used_at) = ?)",
        [thing.treatment, *around(thing.used_at), *_moment_texts(thing.used_at)],
    )
    return [
        (Use, number) if entry_id is None else None
        for number, entry_id, *dose in found
        if same_dose(dose_of(*dose), thing.dose)
    ]


def _entries_like(journal: Journal, entry: Entry) -> Iterator[Entry]:
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
            *_moment_texts(entry.felt_at),
        ],
    ).fetchall()
    for (entry_id,) in sorted(found):
        here = journal.entry(entry_id)
        if _says_the_same(here, entry):
            yield here


def _says_the_same(one: Entry, other: Entry) -> bool:
    amounts = ([(name, dose.size) for name, dose in entry.doses] for entry in (one, other))
    return _told(one) == _told(other) and next(amounts) == next(amounts)


_told = attrgetter(
    *("intensity_before", "interference", "treatments", "until"),
    *("qualities", "triggers", "conditions"),
)
