"""`painlog import` of a table: painlog's own CSV, or another program's through a mapping."""

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from painlog.cli.base.settings import now, open_journal
from painlog.errors import RefusedError
from painlog.formats.journal_csv import Reader
from painlog.formats.spool import Spool
from painlog.formats.table.dates import order_of
from painlog.formats.table.guess import guess_table
from painlog.formats.table.header import (
    find_table,
    missing_questions,
    sample_rows,
    understand,
)
from painlog.formats.table.mapping import COLUMN_TO_NAME, TableMapping, from_text
from painlog.formats.table.scale import rule_of
from painlog.outcome import outcome
from painlog.store import mappings
from painlog.store.log import rehearsal
from painlog.store.take_in import Taken, add_names, take_in
from painlog.views.terminal.screen import say, say_aside, screen, watched
from painlog.views.terminal.table import (
    UnknownName,
    added_line,
    bad_row_lines,
    end_lines,
    format_line,
    guess_lines,
    header_lines,
    new_name_lines,
    skipped_lines,
    told_format_lines,
    unknown_lines,
)
from painlog.views.wording import count, printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import NoReturn

    import typer

    from painlog.formats.journal_csv import ReadRow
    from painlog.formats.names import KnownNames, Unknown
    from painlog.formats.source import Source
    from painlog.formats.table.guess import Guess
    from painlog.formats.table.header import InputTable, Understanding
    from painlog.model.entry import Entry
    from painlog.store.journal import Journal

MOST_BAD_LISTED = 100
MOST_NAMES_COUNTED = 1000
MOST_NAMES_LISTED = 50
ROWS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options of one import say."""

    mapping: TableMapping
    named: str | None = None
    save_as: str | None = None
    skip_bad: bool = False
    add_unknown: bool = False
    allow_duplicates: bool = False
    dry_run: bool = False


@dataclass(slots=True)
class _Read:
    """What was found in a table, apart from its good rows. Bounded, however long it is.

    `listed` are the first bad rows that have another reason than an unknown name, of which
    `unknown` counts the rows; `used` are the new names that good rows have.
    """

    bad: int = 0
    with_unknown: int = 0
    listed: "list[ReadRow]" = field(default_factory=list)
    unknown: "Counter[Unknown]" = field(default_factory=Counter)
    uncounted: bool = False
    used: set[str] = field(default_factory=set)

    def take_bad(self, row: "ReadRow") -> None:
        """Keep what a bad row has to say."""
        self.bad += 1
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

    def take_good(self, entry: "Entry", names: "KnownNames") -> None:
        """Keep which new names an entry uses."""
        if entry.region in names.new_regions:
            self.used.add(entry.region)
        self.used.update(t for t in entry.treatments if t in names.new_treatments)

    def lines(self, names: "KnownNames") -> "Iterator[str]":
        """All that is wrong: each unknown name once, then rows with their reasons."""
        yield from self.unknown_lines(names)
        bad = ((row.line, row.reason) for row in self.listed)
        yield from bad_row_lines(bad, self.bad - self.with_unknown - len(self.listed))

    def unknown_lines(self, names: "KnownNames") -> "Iterator[str]":
        """Each unknown name once, with what it may have meant."""
        most = islice(self.unknown.items(), MOST_NAMES_LISTED)
        shown = [_shown(name, rows, names) for name, rows in most]
        yield from unknown_lines(shown, len(self.unknown) - len(shown), uncounted=self.uncounted)


class _Plan(NamedTuple):
    """One import, all of it understood."""

    source: "Source"
    table: "InputTable"
    how: "Understanding"
    names: "KnownNames"
    read: _Read
    wanted: Wanted


def import_table(ctx: "typer.Context", source: "Source", wanted: Wanted) -> None:
    """Take the rows of a table in, in one change.

    All is understood before anything is written, so that a refusal makes no journal and a slow
    source keeps no other painlog waiting.

    Raises:
        PainlogError: if it cannot be understood, or has a bad row; nothing is changed then.
    """
    with open_journal(ctx, writing=True) as journal, Spool() as good:
        plan = _planned(journal, source, _with_kept(journal, wanted), good)
        taken = _taken(journal, plan, good)
    _say_done(plan, taken, saved=outcome.saved)


def _planned(journal: "Journal", source: "Source", wanted: Wanted, good: Spool) -> _Plan:
    """What there is to do; the good rows go to the spool."""
    table = find_table(source.file, wanted.mapping)
    reader = Reader(journal.regions, journal.treatments, now(), add_unknown=wanted.add_unknown)
    if not (wanted.mapping.columns or table.is_own):
        _refuse_with_guess(source, table, reader, wanted)
    how = understand(table, wanted.mapping, reader)
    if wanted.save_as is not None and how.mapping == TableMapping():
        raise RefusedError("There are no options to keep: painlog knows this table without any.")
    read = _read(source, table, how, reader.names, good)
    if read.bad and not wanted.skip_bad:
        raise RefusedError(_refused(source, read.bad), *read.lines(reader.names))
    return _Plan(source, table, how, reader.names, read, wanted)


def _taken(journal: "Journal", plan: _Plan, good: Spool) -> Taken:
    wanted, names, used = plan.wanted, plan.names, plan.read.used
    if not good.number and wanted.save_as is None:
        return Taken()
    doing = rehearsal(journal.connection, "import") if wanted.dry_run else journal.change("import")
    with doing as change:
        add_names(
            journal,
            change,
            (region for name, region in names.new_regions.items() if name in used),
            (treatment for name, treatment in names.new_treatments.items() if name in used),
        )
        if wanted.save_as is not None:
            change.put(mappings.SavedMapping(wanted.save_as, plan.how.mapping.to_text()))
        entries = watched(good.entries(), f"Taking in {plan.source.name}", good.file)
        taken = take_in(journal, change, entries, allow_duplicates=wanted.allow_duplicates)
        change.summary = _summary(plan.source, taken, wanted)
    return taken


def _say_done(plan: _Plan, taken: Taken, *, saved: bool) -> None:
    page, names, read = screen(), plan.names, plan.read
    say(added_line(plan.source.name, taken.added, page, dry_run=plan.wanted.dry_run))
    say(skipped_lines(taken.known, taken.duplicates, taken.lines, page))
    regions = [name for name in names.new_regions if name in read.used]
    treatments = [name for name in names.new_treatments if name in read.used]
    say(new_name_lines(regions, treatments, page))
    _say_how(plan.table, plan.how)
    if read.bad:
        say_aside(f"Left out {count(read.bad, 'bad row')}:", *read.lines(names))
    say(end_lines(plan.wanted.save_as, page, dry_run=plan.wanted.dry_run, saved=saved))


def _with_kept(journal: "Journal", wanted: Wanted) -> Wanted:
    """What is wanted, with the options of the mapping that it names, and a name to keep it by."""
    if wanted.save_as is not None:
        wanted = replace(wanted, save_as=mappings.name_to_keep(journal, wanted.save_as))
    if wanted.named is not None:
        options = mappings.find(journal, wanted.named).options
        wanted = replace(wanted, mapping=wanted.mapping.over(from_text(options)))
    return wanted


def _read(
    source: "Source", table: "InputTable", how: "Understanding", names: "KnownNames", good: Spool
) -> _Read:
    """What is wrong in a table; what is good goes to the spool."""
    read = _Read()
    with table.rows() as rows:
        understood = (how.row(line, cells) for line, cells in rows)
        for row in watched(understood, f"Reading {source.name}", source.file):
            if row.entry is None:
                read.take_bad(row)
            else:
                good.put(row.line, row.entry)
                read.take_good(row.entry, names)
    return read


def _refuse_with_guess(
    source: "Source", table: "InputTable", reader: Reader, wanted: Wanted
) -> "NoReturn":
    """Show what an unknown table may mean, and how to import it so.

    Raises:
        RefusedError: always: a guess is never used unasked.
    """
    guess = guess_table(table, wanted.mapping, reader.names, reader.now.date())
    mapping = guess.mapping
    rows = [] if mapping.missing else sample_rows(table, mapping, reader)
    read, page = _Read(), screen()
    for row in rows:
        if row.entry is None:
            read.take_bad(row)
    found = [*header_lines(table.line, table.above, table.dialect.assumed, page)]
    if mapping.date_format:
        found += format_line(mapping.date_format, order_of(mapping.date_format), page)
    lines = guess_lines(
        source.name,
        found,
        guess.columns,
        rows[:ROWS_SHOWN],
        (*missing_questions(mapping), *read.unknown_lines(reader.names), *guess.questions),
        _commands(source, guess, wanted),
        page,
    )
    say(lines)
    raise RefusedError("Nothing was imported: what the columns mean is yours to say.")


def _commands(source: "Source", guess: "Guess", wanted: Wanted) -> list[list[str]]:
    if guess.others:
        # Where each region has a column, one without a rating has an empty cell.
        wanted = replace(wanted, skip_bad=True)
    return [_command(source, mapping, wanted) for mapping in (guess.mapping, *guess.others)]


def _command(source: "Source", mapping: TableMapping, wanted: Wanted) -> list[str]:
    """The words that import a table so."""
    flags = (
        ("--add-unknown", wanted.add_unknown),
        ("--skip-bad", wanted.skip_bad),
        ("--allow-duplicates", wanted.allow_duplicates),
    )
    return [
        *("painlog", "import", "-" if source.path is None else _typed(source.path)),
        *mapping.words(),
        *(word for field in mapping.missing for word in ("--map", f"{field}={COLUMN_TO_NAME}")),
        *(word for word, said in flags if said),
        *([] if wanted.save_as is None else ["--save-mapping", wanted.save_as]),
    ]


def _typed(path: "Path") -> str:
    # A name that begins as an option does would be read as one.
    return f"./{path}" if str(path).startswith("-") else str(path)


def _say_how(table: "InputTable", how: "Understanding") -> None:
    """Say what was told from the file alone, and what was changed by a rule."""
    page = screen()
    say(header_lines(table.line, table.above, table.dialect.assumed, page))
    if how.dates:
        told = how.dates
        say(told_format_lines(told.format, order_of(told.format), (told.line, told.text), page))
    for scale in dict.fromkeys(scale for _, scale in how.mapping.scales):
        say(page.wrapped(rule_of(scale)))


def _shown(name: "Unknown", rows: int, names: "KnownNames") -> UnknownName:
    options = TableMapping(values=((name.field, name.name, names.meant(name) or "NAME"),)).words()
    several = names.holds_several(name)
    return UnknownName(name.noun, name.name, rows, names.near(name), options, several)


def _refused(source: "Source", bad: int) -> str:
    return (
        f"{source.name} has {count(bad, 'bad row')}, so nothing was imported. Mend what is "
        "listed here, or take the good rows with --skip-bad."
    )


def _summary(source: "Source", taken: Taken, wanted: Wanted) -> str:
    kept = f", and the mapping {wanted.save_as}" if wanted.save_as else ""
    return f"{count(taken.added, 'entry', 'entries')} from {printable(source.name)}{kept}"
