"""Import a table: painlog's own CSV, or another program's through a mapping.

All of it is understood before anything is written, so that a refusal creates no journal and a slow
source never keeps another painlog waiting.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from painlog.formats.apps.exports import app_of
from painlog.formats.extracted import table_in
from painlog.formats.journal_csv import Reader
from painlog.formats.names import KnownNames, Renamed
from painlog.formats.source import Source
from painlog.formats.spool import Spool
from painlog.formats.table.header import InputTable, Understanding, find_table
from painlog.model.entry import Entry
from painlog.model.line_numbers import LinesRead
from painlog.model.region import Region
from painlog.model.treatment import Treatment
from painlog.model.use import Use
from painlog.store.additions import Additions, add_names, take_in
from painlog.store.days import factors
from painlog.store.journal import Journal
from painlog.store.leftovers import Leftovers, leftovers
from painlog.store.mappings import SavedMapping
from painlog.store.namings import former_names
from painlog.tasks import Progress
from painlog.tasks.bad_rows import BadRows
from painlog.tasks.propose_table import AppProposal, Proposal, app_proposal, proposal
from painlog.tasks.same_uses import SameUses, same_uses
from painlog.tasks.table_options import TableOptions, with_saved_mapping
from painlog.tasks.table_rows import RowsRead, read_rows, ways_of


class BadTable(NamedTuple):
    """A table with bad rows that were not to be skipped. Nothing was imported.

    `told` are sentences about the file that may explain them.
    """

    bad: BadRows
    names: KnownNames
    told: Sequence[str] = ()


class TableImport(NamedTuple):
    """What became of the rows of a table; the bad ones were skipped.

    `regions` and `treatments` are new ones of the person's own, `saved_as` the name under which
    the mapping was saved, `left_out` the number of rows that --only does not name, and
    `headers` of those that repeat the header row. `medicines` are named for the first time here.
    `same` is where else a use is noted whose dose was replaced, and `left` what the journal has of
    the table that no row says now, if it was to be replaced. The rows on `lines` make so many
    `entries` and `uses`, whether the journal has them already or not.
    """

    table: InputTable
    how: Understanding
    taken: Additions
    bad: BadRows
    names: KnownNames
    regions: Sequence[Region]
    treatments: Sequence[Treatment]
    saved_as: str | None
    left_out: int = 0
    headers: int = 0
    medicines: Sequence[str] = ()
    same: SameUses = SameUses()
    left: Leftovers = Leftovers()
    lines: LinesRead = LinesRead()
    entries: int = 0
    uses: int = 0


def import_table(
    journal: Journal, source: Source, options: TableOptions, now: datetime, progress: Progress
) -> TableImport | BadTable | Proposal | AppProposal:
    """Import the rows of a table in one change.

    Returns:
        A proposal if nothing says what the columns mean; a bad table if some of its rows are bad
        and not to be skipped. In both cases the journal is unchanged.

    Raises:
        PainlogError: if the table or the options cannot be understood, or it has only days.
    """
    options = with_saved_mapping(journal, options)
    reader = Reader(
        journal.regions,
        journal.treatments,
        now,
        add_unknown=options.add_unknown,
        former=_renamed(journal),
    )
    reader.names.add_treatments |= options.app is not None
    with table_in(source, options.mapping.sheet) as extract:
        table = find_table(extract.file, options.mapping, extract.dialect)
        table = table._replace(told=extract.told)
        reader.names.whole = source.kind == "fhir" or table.is_written_by_painlog
        if not (options.mapping.columns or options.app or table.is_own):
            reader.names.day_factors = tuple(factor.name for factor in factors(journal))
            if app := app_of(source.kind, table.headings):
                reader.names.add_treatments = True
                return app_proposal(journal, source, table, reader, options, app)
            return proposal(journal, source, table, reader, options, progress)
        ways = ways_of(table, options, reader)
        with Spool() as good, Spool() as unrated:
            read = RowsRead(good, reader.names, unrated if options.replace else None)
            read_rows(source.name, table, ways, read, progress)
            if read.bad.number and not options.skip_bad:
                return BadTable(read.bad, reader.names, table.told)
            imported = _imported(table, ways[0], reader.names, read, options)
            imported = imported._replace(
                medicines=_first_medicines(journal, read.treatments),
                lines=read.lines,
                entries=read.entries,
                uses=good.number - read.entries,
            )
            return _take_in(journal, source, imported, read, options, progress)


def _renamed(journal: Journal) -> Renamed:
    """Return the former names; the log is not walked where nothing can have been renamed."""
    own_regions = any(region.own for region in journal.regions.all)
    own_treatments = any(treatment.own for treatment in journal.treatments.all)
    return Renamed(
        former_names(journal.connection, "region") if own_regions else {},
        former_names(journal.connection, "treatment") if own_treatments else {},
    )


def _first_medicines(journal: Journal, named: Iterable[str]) -> list[str]:
    """Return the medicines among these that nothing in the journal names yet."""
    known = journal.treatments.by_name
    medicines = (name for name in sorted(named) if name in known and known[name].is_medicine)
    return [name for name in medicines if not journal.namings("treatment", name)]


def _imported(
    table: InputTable,
    how: Understanding,
    names: KnownNames,
    read: RowsRead,
    options: TableOptions,
) -> TableImport:
    return TableImport(
        table,
        how,
        Additions(),
        read.bad,
        names,
        [region for name, region in names.new_regions.items() if name in read.used],
        [made for name, made in names.new_treatments.items() if name in read.used],
        options.save_as,
        read.left_out,
        read.headers,
    )


def _take_in(
    journal: Journal,
    source: Source,
    imported: TableImport,
    read: RowsRead,
    options: TableOptions,
    progress: Progress,
) -> TableImport:
    good = read.good
    if not (good.number or (read.unrated and read.unrated.number)) and options.save_as is None:
        return imported
    with journal.change("import") as change:
        add_names(journal, change, imported.regions, imported.treatments)
        if options.save_as is not None:
            change.put(SavedMapping(options.save_as, imported.how.mapping.to_text()))
        taken = take_in(
            journal,
            change,
            lambda: progress(good.things(), f"Importing {source.name}", good.file),
            allow_duplicates=options.allow_duplicates,
            replace=options.replace,
            columns=_columns_of(imported),
        )
        same = _corrected_elsewhere(journal, taken, good)
        for _, new in same.also:
            change.edit(new)
        saved = f", and the mapping {options.save_as}" if options.save_as else ""
        change.summary = f"{_summary(taken, source)}{saved}"
        left = _left(journal, change.id, taken, read, imported, options)
    return imported._replace(taken=taken, same=same, left=left)


def _left(
    journal: Journal,
    change_id: int,
    taken: Additions,
    read: RowsRead,
    imported: TableImport,
    options: TableOptions,
) -> Leftovers:
    """Return what the journal has of the table and no row of it says now."""
    if read.unrated is None:
        return Leftovers()
    columns = _columns_of(imported)
    kinds = {Entry, Use}
    if options.app is None:
        # What a table has no column for, it says nothing about.
        fields = columns | {field for field, _ in imported.how.mapping.defaults}
        kinds -= set() if "intensity" in fields else {Entry}
        kinds -= set() if fields & {"treatments", "treatment"} else {Use}
    if imported.table.is_written_by_painlog and "intensity" in columns:
        # Its exports have the uses without a rating in another file.
        kinds = {Entry}
    spools = (read.good, read.unrated)
    days = {thing.day for spool in spools for _, thing in spool.things()}
    if not days:
        return Leftovers()
    unrated = ((n, row) for n, row in read.unrated.things() if isinstance(row, Entry))
    return leftovers(journal, change_id, taken.of_rows, unrated, kinds, (min(days), max(days)))


def _corrected_elsewhere(journal: Journal, taken: Additions, good: Spool) -> SameUses:
    """Return what is to be corrected with what was replaced: one use has one dose everywhere.

    What the table itself has a row for stays as it says.
    """
    same = same_uses(journal, taken.redosed) if taken.redosed else SameUses()
    if not same.also:
        return same
    twins = {mark for old, _ in same.also for mark in _marks(old)}
    in_table = {mark for _, thing in good.things() for mark in _marks(thing) if mark in twins}
    held = [old for old, _ in same.also if not in_table.isdisjoint(_marks(old))]
    here = [
        (use, old)
        for old in held
        for use in old.uses
        if use.treatment in {name for there, _ in taken.redosed for name in there.treatments}
    ]
    also = [(old, new) for old, new in same.also if old not in held]
    return same._replace(also=also, stays=[*same.stays, *here])


def _marks(thing: Entry | Use) -> tuple[object, ...]:
    """Return what tells that a row is about a thing of the journal: its uid, or what it is of."""
    of = (
        (thing.felt_at, thing.region, thing.side)
        if isinstance(thing, Entry)
        else (thing.used_at, thing.treatment)
    )
    return (thing.uid, of) if thing.uid else (of,)


def _summary(taken: Additions, source: Source) -> str:
    added = f"{counted_things(taken)} from {source.name}"
    if not taken.replaced:
        return added
    number = f"{taken.replaced:,} {'thing' if taken.replaced == 1 else 'things'} changed to what"
    if not (taken.added or taken.uses):
        return f"{number} {source.name} says"
    return f"{added}, {number} it says"


def _columns_of(imported: TableImport) -> frozenset[str]:
    """Return the fields that a table has a column for."""
    columns = imported.how.mapping.columns
    names = [field for field, _ in columns] if columns else imported.table.headings
    return frozenset(name.strip().casefold() for name in names)


def counted_things(taken: Additions) -> str:
    """Say how many entries and uses were taken in: "3 entries and 1 use"."""
    entries = f"{taken.added:,} {'entry' if taken.added == 1 else 'entries'}"
    uses = f"{taken.uses:,} {'use' if taken.uses == 1 else 'uses'}"
    if not taken.uses:
        return entries
    return f"{entries} and {uses}" if taken.added else uses
