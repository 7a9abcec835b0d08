"""Propose how to import an unknown table or a known app's export. Nothing is imported."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from painlog.errors import RefusedError
from painlog.files.command_line import command_line
from painlog.formats.apps.exports import AppExport
from painlog.formats.journal_csv import Reader
from painlog.formats.names import KnownNames
from painlog.formats.read_row import ReadRow
from painlog.formats.source import Source
from painlog.formats.spool import Spool
from painlog.formats.table.guess import OF_PAIN, Guess, guess_table, looks_like_data
from painlog.formats.table.guess_columns import OF_A_DAY
from painlog.formats.table.header import (
    InputTable,
    find_table,
    missing_questions,
    rows_through,
    sample_rows,
    understand,
    unrated_rows,
)
from painlog.formats.table.mapping import (
    COLUMN_TO_NAME,
    FORMAT_TO_NAME,
    REGION_TO_NAME,
    TableMapping,
)
from painlog.model.factor import DAY_COLUMN, NOTE_COLUMN
from painlog.model.line_numbers import LinesRead
from painlog.model.names import did_you_mean
from painlog.store.additions import Additions, counted
from painlog.store.journal import Journal
from painlog.tasks import Progress
from painlog.tasks.bad_rows import MOST_NAMES_LISTED, BadRows
from painlog.tasks.table_options import NO_OPTIONS, TableOptions, command
from painlog.tasks.table_rows import RowsRead, read_rows

# What a row without any rating still says.
_OF_UNRATED = frozenset({"felt_at", "time", "treatments", "dose", "note"})


class Proposal(NamedTuple):
    """What an unknown table may mean. Nothing was imported.

    `rows` are the first rows as they would be stored, `stored` what the journal already has of
    them, and `questions` are left to the person. Each of `commands`, a list of words, imports the
    table or one region of it. Of the `lines` read by the first, so many `entries` and `uses` would
    be made.
    """

    table: InputTable
    guess: Guess
    rows: Sequence[ReadRow]
    bad: BadRows
    names: KnownNames
    questions: Sequence[str]
    commands: Sequence[Sequence[str]]
    stored: Additions
    lines: LinesRead
    entries: int
    uses: int


class AppProposal(NamedTuple):
    """What painlog would take from the export of an app that it knows. Nothing was imported.

    `rows` are the first rows as they would be stored; `entries` and `uses` count all, `left_out`
    the rows of other kinds, `stored` what the journal already has. `missing` are fields that only
    the person knows, and `guesses` the guessed parts of the mapping. Each of `commands` imports the
    file or one region of it.
    """

    app: AppExport
    table: InputTable
    rows: Sequence[ReadRow]
    entries: int
    uses: int
    left_out: int
    bad: BadRows
    names: KnownNames
    missing: Sequence[str]
    guesses: Sequence[TableMapping]
    questions: Sequence[str]
    commands: Sequence[Sequence[str]]
    stored: Additions
    lines: LinesRead


def app_proposal(
    journal: Journal,
    source: Source,
    table: InputTable,
    reader: Reader,
    options: TableOptions,
    app: AppExport,
) -> AppProposal:
    """Return what would be taken from an app's export."""
    options = options._replace(app=app, named=app.key, skip_bad=app.skip_bad or options.skip_bad)
    parts = options.mappings(table.headings)
    guesses: tuple[TableMapping, ...] = (NO_OPTIONS,)
    questions = list[str]()
    if app.guess:
        guess = guess_table(table, parts[0], reader.names, reader.now.date())
        guesses = tuple(_beyond(mapping, parts[0]) for mapping in (guess.mapping, *guess.others))
        questions += guess.questions
        parts = (guess.mapping, *guess.others)
    missing = parts[0].missing
    if not app.guess or all(column.why != OF_PAIN for column in guess.columns):
        questions += missing_questions(parts[0])
    with Spool() as good:
        read = RowsRead(good, reader.names)
        if not missing:
            ways = [understand(table, part, reader) for part in parts if part.names_region]
            # Each region may have a column of its own, and then every way must read every row.
            for some in ([way] for way in ways) if app.guess else [ways]:
                read_rows("", table, some, read, lambda items, _what, _file: iter(items))
        uses = good.number - read.entries
        columns = frozenset(field for part in parts for field, _ in part.columns)
        stored = counted(journal, good.things, columns)
    return AppProposal(
        app,
        table,
        read.first,
        read.entries,
        uses,
        read.left_out,
        read.bad,
        reader.names,
        missing,
        guesses,
        [*questions, *_about_own(reader.names)],
        [_app_command(source, options.mapping.over(g), missing, options) for g in guesses],
        stored,
        # Each region may have a column of its own, and then each row was read several times.
        read.lines if len(parts) == 1 or not app.guess else LinesRead(),
    )


def _about_own(names: KnownNames) -> Iterator[str]:
    """Ask about the treatments that would become the person's own."""
    for name in islice(names.new_treatments, MOST_NAMES_LISTED):
        near = names.near_treatments(name)
        option = command_line(*TableMapping(values=(("treatments", name, "NAME"),)).words())
        yield (
            f'"{name}" would become a treatment of your own.{did_you_mean(near)} To say what it '
            f"means instead: {option}"
        )


def _beyond(mapping: TableMapping, part: TableMapping) -> TableMapping:
    """Return what a guess adds to the mapping of an app."""
    columns = tuple(column for column in mapping.columns if column not in part.columns)
    values = tuple(value for value in mapping.values if value not in part.values)
    defaults = tuple(default for default in mapping.defaults if default not in part.defaults)
    return mapping._replace(columns=columns, values=values, defaults=defaults)


def _app_command(
    source: Source, beside: TableMapping, missing: Sequence[str], options: TableOptions
) -> list[str]:
    words = command(source, beside, options, needed=())
    place = words.index("import") + 2
    words[place:place] = ["--mapping", options.app.key if options.app else ""]
    return [*words, *(word for name in missing for word in _to_name(name))]


def _to_name(field: str) -> tuple[str, str]:
    if field == "region":
        return ("--default", f"region={REGION_TO_NAME}")
    return ("--map", f"{field}={COLUMN_TO_NAME}")


def proposal(
    journal: Journal,
    source: Source,
    table: InputTable,
    reader: Reader,
    options: TableOptions,
    progress: Progress,
) -> Proposal:
    """Return what an unknown table may mean, from all of its rows.

    Raises:
        RefusedError: if it says only how days were, which no import of a table takes.
    """
    questions = list[str]()
    if not options.mapping.no_header and (cell := looks_like_data(table.headings)):
        options = options._replace(mapping=options.mapping._replace(no_header=True))
        table = find_table(source.file, options.mapping)
        questions.append(
            f'Line 1 looks like data ("{cell}"), so it is read as the first row (--no-header). If '
            "it is a header row, name its columns with --map"
        )
    guess = guess_table(table, options.mapping, reader.names, reader.now.date())
    _refuse_days(guess)
    unknown = guess.mapping.missing or not guess.mapping.names_region
    rows = [] if unknown else sample_rows(table, guess.mapping, reader)
    columns = frozenset(field for field, _ in guess.mapping.columns)
    with Spool() as good:
        read = RowsRead(good, reader.names)
        if not unknown:
            ways = [rows_through(table, guess.mapping, reader)]
            read_rows(source.name, table, ways, read, progress)
        stored = counted(journal, good.things, columns)
        uses = good.number - read.entries
    mappings = (guess.mapping, *guess.others)
    if guess.others and not all(mapping.rates_one_place for mapping in mappings):
        options = options._replace(skip_bad=True)
    commands = [command(source, mapping, options) for mapping in mappings]
    if further := _of_unrated(table, mappings, reader):
        of_uses, about = further
        questions += about
        if of_uses:
            commands.append(command(source, of_uses, options))
    if guess.dates_open:
        commands = [[*words, "--date-format", FORMAT_TO_NAME] for words in commands]
    return Proposal(
        table,
        guess,
        rows,
        read.bad,
        reader.names,
        [*questions, *missing_questions(guess.mapping)],
        commands,
        stored,
        read.lines,
        read.entries,
        uses,
    )


def _of_unrated(
    table: InputTable, mappings: Sequence[TableMapping], reader: Reader
) -> tuple[TableMapping | None, Sequence[str]] | None:
    """Return how to import the uses of rows in which no region is rated, and what to say of them.

    None where each row has a rating, or nothing beside it.
    """
    first = mappings[0]
    of_rows = tuple(pair for pair in first.columns if pair[0] in _OF_UNRATED)
    fields = {field for field, _ in of_rows}
    if not all(mapping.rates_one_place for mapping in mappings) or "felt_at" not in fields:
        return None
    of_uses = first._replace(
        columns=of_rows,
        defaults=(),
        scales=(),
        values=tuple(value for value in first.values if value[0] in fields),
        uses=True,
    )
    found = unrated_rows(table, of_uses, mappings, reader)
    said = list[str]()
    if found.uses:
        say = "row has no rating and says" if found.uses == 1 else "rows have no rating and say"
        said.append(
            f"{found.uses:,} {say} what was used. The last command brings in these uses; it skips "
            "those that came with a rating, so run it last"
        )
    if found.notes:
        one = found.notes == 1
        have, them, it = ("row has", "it", "it") if one else ("rows have", "them", "one")
        said.append(
            f"{found.notes:,} {have} a note, no rating and no treatment, and no import takes "
            f'{them}. To keep {it} with its day: painlog day --on DAY --note "…"'
        )
    return (of_uses if found.uses else None, said) if said else None


def _refuse_days(guess: Guess) -> None:
    of_days = [column.heading for column in guess.columns if column.why == OF_A_DAY]
    headings = [column.heading.strip().casefold() for column in guess.columns]
    is_export = (headings[0], headings[-1]) == (DAY_COLUMN, NOTE_COLUMN)
    if is_export and not any(column.field for column in guess.columns[1:-1]):
        # Factors that this journal does not have, or notes alone.
        of_days = [column.heading for column in guess.columns[1:-1] or guess.columns[1:]]
    others = (
        column
        for column in guess.columns
        if column.why != OF_A_DAY and column.field not in ("felt_at", "time", "note")
    )
    if of_days and (is_export or not any(column.field or column.for_note for column in others)):
        named = ", ".join(f'"{heading}"' for heading in of_days)
        raise RefusedError(
            f"This table says how days were ({named}), and painlog imports no days from a table. "
            "Those of another journal come with its JSON (painlog export --format json); to log "
            "one: painlog day --on DAY --sleep 6.5. Nothing was imported."
        )
