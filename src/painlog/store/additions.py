"""Add entries and uses from elsewhere: none of them twice, all in one change."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from painlog.errors import RefusedError
from painlog.model.contents import Conflict
from painlog.model.entry import Entry, checked
from painlog.store.counterparts import COLUMNS_OF_ALL, ComparedRow, Key, Rows, Verdict, compared
from painlog.store.journal import Journal
from painlog.store.log import Change

if TYPE_CHECKING:
    from collections.abc import Iterable

    from painlog.model.region import Region
    from painlog.model.treatment import Treatment
    from painlog.model.use import Use

MOST_LINES_KEPT = 20
MOST_CONFLICTS_KEPT = 20


@dataclass(slots=True)
class Additions:
    """What became of entries and uses from elsewhere.

    So many `added` entries and `uses`; `known` by their uid, `duplicates` that say the same, and
    `changed` without a uid that say something else than the journal about the same moment. `lines`
    are the line numbers of the first duplicates. Of the known and the changed, `differing` counts
    those that the journal has in another version, `replaced` those whose version is now that of the
    file; `conflicts` are the first of them. `redosed` are all pairs of before and after whose
    treatments or doses are now those of the file, and `of_rows` the keys of what the rows are
    about, if they were to replace it.
    """

    added: int = 0
    uses: int = 0
    known: int = 0
    duplicates: int = 0
    lines: list[int] = field(default_factory=list)
    changed: int = 0
    differing: int = 0
    replaced: int = 0
    conflicts: list[Conflict] = field(default_factory=list)
    redosed: "list[tuple[Entry | Use, Entry | Use]]" = field(default_factory=list)
    of_rows: set[Key] = field(default_factory=set, compare=False)

    @property
    def skipped(self) -> int:
        """How many the journal already has, in whatever version."""
        return self.known + self.duplicates + self.changed

    def count(self, row: ComparedRow, *, replacing: bool = False) -> None:
        """Count a row that is compared with the journal."""
        if row.verdict is Verdict.NEW:
            if isinstance(row.thing, Entry):
                self.added += 1
            else:
                self.uses += 1
        elif row.verdict is Verdict.SAME:
            self.duplicates += 1
            if len(self.lines) < MOST_LINES_KEPT:
                self.lines.append(row.line)
        elif row.verdict is Verdict.KNOWN:
            self.known += 1
        else:
            self.changed += 1
        if replacing and row.of is not None:
            self.of_rows.add(row.of)
        if row.here is None or row.there is None:
            return
        self.differing += 1
        self.replaced += replacing
        if replacing and _taken(row.here) != _taken(row.there):
            self.redosed.append((row.here, row.there))
        if len(self.conflicts) < MOST_CONFLICTS_KEPT:
            self.conflicts.append(Conflict(row.here, row.there, replacing, line=row.line))


def take_in(
    journal: Journal,
    change: Change,
    rows: Rows,
    *,
    allow_duplicates: bool = False,
    replace: bool = False,
    columns: Collection[str] = COLUMNS_OF_ALL,
) -> Additions:
    """Add the entries and uses that the journal does not have yet, as `compared` tells.

    Args:
        journal: Open for writing.
        change: The change that they become part of.
        rows: Gives the entries and uses with their line numbers, each time from the first.
        allow_duplicates: Add what has no uid, whatever the journal holds.
        replace: Where the journal has another version, store that of the file.
        columns: The fields that the file has. Of what is stored, only these are compared.

    Raises:
        RefusedError: if a version of the file cannot be stored.
    """
    taken = Additions()
    for row in compared(journal, rows, columns, allow_duplicates=allow_duplicates):
        if row.verdict is Verdict.NEW:
            change.take(row.thing)
        elif replace and row.there is not None:
            _replace(change, row.line, row.there)
        taken.count(row, replacing=replace)
    return taken


def counted(journal: Journal, rows: Rows, columns: Collection[str]) -> Additions:
    """Return what would become of entries and uses, except that rows may repeat each other."""
    found = Additions()
    for row in compared(journal, rows, columns):
        found.count(row)
    return found


def _taken(thing: "Entry | Use") -> object:
    if isinstance(thing, Entry):
        return thing.treatments, thing.doses
    return thing.treatment, thing.dose


def _replace(change: Change, line: int, there: "Entry | Use") -> None:
    try:
        if isinstance(there, Entry):
            checked(there, "leave --replace out")
        change.edit(there)
    except RefusedError as error:
        raise RefusedError(f"Line {line}: {error}") from error


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
