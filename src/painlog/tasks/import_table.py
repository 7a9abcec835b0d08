"""Importing a table: painlog's own CSV, or another program's through a mapping.

All of it is understood before anything is written, so that a refusal makes no journal and a slow
source keeps no other painlog waiting.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from painlog.errors import RefusedError
from painlog.formats.journal_csv import Reader, ReadRow
from painlog.formats.names import KnownNames, Unknown, UnknownName
from painlog.formats.source import Source
from painlog.formats.spool import Spool
from painlog.formats.table.guess import Guess, guess_table
from painlog.formats.table.header import (
    InputTable,
    Understanding,
    find_table,
    missing_questions,
    sample_rows,
    understand,
)
from painlog.formats.table.mapping import COLUMN_TO_NAME, TableMapping, from_text
from painlog.model.entry import Entry
from painlog.model.region import Region
from painlog.model.treatment import Treatment
from painlog.store import mappings
from painlog.store.additions import Additions, add_names, take_in
from painlog.store.journal import Journal
from painlog.store.mappings import SavedMapping
from painlog.tasks import Progress

NO_OPTIONS = TableMapping()
MOST_BAD_LISTED = 100
MOST_NAMES_COUNTED = 1000
MOST_NAMES_LISTED = 50


@dataclass(frozen=True, slots=True)
class TableOptions:
    """How a table is to be imported.

    `named` is a saved mapping to use, `save_as` the name under which to save this one.
    """

    mapping: TableMapping = NO_OPTIONS
    named: str | None = None
    save_as: str | None = None
    skip_bad: bool = False
    add_unknown: bool = False
    allow_duplicates: bool = False


@dataclass(slots=True)
class BadRows:
    """The rows of a table that cannot be entries. Bounded, however long the table is.

    `listed` are the first that have another reason than an unknown name. `unknown` counts the rows
    of each unknown name, and `uncounted` says that there are more names than it holds.
    """

    number: int = 0
    with_unknown: int = 0
    listed: list[ReadRow] = field(default_factory=list)
    unknown: Counter[Unknown] = field(default_factory=Counter)
    uncounted: bool = False

    @property
    def unlisted(self) -> int:
        """How many rows have a reason that is in no list."""
        return self.number - self.with_unknown - len(self.listed)

    def add(self, row: ReadRow) -> None:
        """Count a bad row, and keep its reason if there is room."""
        self.number += 1
        if not row.unknown:
            if len(self.listed) < MOST_BAD_LISTED:
                self.listed.append(row)
            return
        self.with_unknown += 1
        for name in row.unknown:
            if name in self.unknown or len(self.unknown) < MOST_NAMES_COUNTED:
                self.unknown[name] += 1
            else:
                self.uncounted = True

    def unknown_names(self, names: KnownNames) -> list[UnknownName]:
        """Return the first unknown names, each with what it may have meant and how to say so."""
        return [
            UnknownName(
                *name,
                rows,
                names.near(name),
                TableMapping(
                    values=((name.field, name.name, names.meant(name) or "NAME"),)
                ).words(),
                names.holds_several(name),
            )
            for name, rows in islice(self.unknown.items(), MOST_NAMES_LISTED)
        ]


class Proposal(NamedTuple):
    """What an unknown table may mean. Nothing was imported.

    `rows` are the first as they would be stored, `questions` are left to the person, and each of
    `commands`, a list of words, imports the table or one region of it.
    """

    table: InputTable
    guess: Guess
    rows: Sequence[ReadRow]
    bad: BadRows
    names: KnownNames
    questions: Sequence[str]
    commands: Sequence[Sequence[str]]


class BadTable(NamedTuple):
    """A table with bad rows, which were not to be skipped. Nothing was imported."""

    bad: BadRows
    names: KnownNames


class TableImport(NamedTuple):
    """What became of the rows of a table; the bad ones were skipped.

    `regions` and `treatments` are new ones of the person's own, `saved_as` the name under which
    the mapping was saved.
    """

    table: InputTable
    how: Understanding
    taken: Additions
    bad: BadRows
    names: KnownNames
    regions: Sequence[Region]
    treatments: Sequence[Treatment]
    saved_as: str | None


def import_table(
    journal: Journal, source: Source, options: TableOptions, now: datetime, progress: Progress
) -> TableImport | BadTable | Proposal:
    """Import the rows of a table in one change.

    Returns:
        A proposal if nothing says what the columns mean, a bad table if some of its rows can
        neither be imported nor are to be skipped; the journal is unchanged then.

    Raises:
        PainlogError: if the table or the options cannot be understood.
    """
    options = _with_saved_mapping(journal, options)
    table = find_table(source.file, options.mapping)
    reader = Reader(journal.regions, journal.treatments, now, add_unknown=options.add_unknown)
    if not (options.mapping.columns or table.is_own):
        return _proposal(source, table, reader, options)
    how = understand(table, options.mapping, reader)
    if options.save_as is not None and how.mapping == NO_OPTIONS:
        raise RefusedError("There are no options to save: painlog knows this table without any.")
    with Spool() as good:
        bad, used = _read(source, table, how, reader.names, good, progress)
        if bad.number and not options.skip_bad:
            return BadTable(bad, reader.names)
        imported = TableImport(
            table,
            how,
            Additions(),
            bad,
            reader.names,
            [region for name, region in reader.names.new_regions.items() if name in used],
            [made for name, made in reader.names.new_treatments.items() if name in used],
            options.save_as,
        )
        return imported._replace(taken=_take_in(journal, source, imported, good, options, progress))


def _with_saved_mapping(journal: Journal, options: TableOptions) -> TableOptions:
    """Add the options of the mapping that is named, and settle the name to save one under."""
    if options.save_as is not None:
        options = replace(
            options, save_as=mappings.name_to_keep(journal.mappings(), options.save_as)
        )
    if options.named is not None:
        saved = mappings.find(journal.mappings(), options.named)
        options = replace(
            options, mapping=options.mapping.over(from_text(saved.name, saved.options))
        )
    return options


def _read(
    source: Source,
    table: InputTable,
    how: Understanding,
    names: KnownNames,
    good: Spool,
    progress: Progress,
) -> tuple[BadRows, set[str]]:
    """Put the good rows into the spool; return the bad ones and the new names that are used."""
    bad, used = BadRows(), set[str]()
    with table.rows() as rows:
        understood = (how.row(line, cells) for line, cells in rows)
        for row in progress(understood, f"Reading {source.name}", source.file):
            if not row.things:
                bad.add(row)
            for thing in row.things:
                good.put(row.line, thing)
                if thing.region in names.new_regions:
                    used.add(thing.region)
                named = thing.treatments if isinstance(thing, Entry) else (thing.treatment,)
                used.update(t for t in named if t in names.new_treatments)
    return bad, used


def _take_in(
    journal: Journal,
    source: Source,
    imported: TableImport,
    good: Spool,
    options: TableOptions,
    progress: Progress,
) -> Additions:
    if not good.number and options.save_as is None:
        return Additions()
    with journal.change("import") as change:
        add_names(journal, change, imported.regions, imported.treatments)
        if options.save_as is not None:
            change.put(SavedMapping(options.save_as, imported.how.mapping.to_text()))
        things = progress(good.things(), f"Importing {source.name}", good.file)
        taken = take_in(journal, change, things, allow_duplicates=options.allow_duplicates)
        saved = f", and the mapping {options.save_as}" if options.save_as else ""
        change.summary = f"{counted_things(taken)} from {source.name}{saved}"
    return taken


def counted_things(taken: Additions) -> str:
    """Say how many entries and uses were taken in: "3 entries and 1 use"."""
    entries = f"{taken.added:,} {'entry' if taken.added == 1 else 'entries'}"
    uses = f"{taken.uses:,} {'use' if taken.uses == 1 else 'uses'}"
    if not taken.uses:
        return entries
    return f"{entries} and {uses}" if taken.added else uses


def _proposal(source: Source, table: InputTable, reader: Reader, options: TableOptions) -> Proposal:
    guess = guess_table(table, options.mapping, reader.names, reader.now.date())
    rows = [] if guess.mapping.missing else sample_rows(table, guess.mapping, reader)
    bad = BadRows()
    for row in rows:
        if not row.things:
            bad.add(row)
    if guess.others:
        # Where each region has a column, one without a rating has an empty cell.
        options = replace(options, skip_bad=True)
    return Proposal(
        table,
        guess,
        rows,
        bad,
        reader.names,
        [*missing_questions(guess.mapping)],
        [_command(source, mapping, options) for mapping in (guess.mapping, *guess.others)],
    )


def _command(source: Source, mapping: TableMapping, options: TableOptions) -> list[str]:
    """Return the words of the command that imports a table through a mapping."""
    flags = (
        ("--add-unknown", options.add_unknown),
        ("--skip-bad", options.skip_bad),
        ("--allow-duplicates", options.allow_duplicates),
    )
    return [
        *("painlog", "import", "-" if source.path is None else _as_argument(source.path)),
        *mapping.words(),
        *(word for field in mapping.missing for word in ("--map", f"{field}={COLUMN_TO_NAME}")),
        *(word for word, said in flags if said),
        *([] if options.save_as is None else ["--save-mapping", options.save_as]),
    ]


def _as_argument(path: Path) -> str:
    # A name that begins as an option does would be read as one.
    return f"./{path}" if str(path).startswith("-") else str(path)
