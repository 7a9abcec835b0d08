"""The table in a file: where its header row is, and how its rows become entries."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import BinaryIO, NamedTuple

from painlog.errors import BadFileError, UsageError
from painlog.formats.dialect import Dialect, UnreadableRow, recognise, rows_of
from painlog.formats.journal_csv import OWN_HEADINGS, Reader, checked_header
from painlog.formats.read_row import ReadRow
from painlog.formats.table.columns import bare, has_columns
from painlog.formats.table.dates import (
    DateFormat,
    found_format,
    is_iso,
    misreads_iso,
    possible_formats,
)
from painlog.formats.table.mapping import COLUMN_TO_NAME, TableMapping
from painlog.formats.table.reader import MappedReader
from painlog.formats.table.uses import are_of_uses, mapping_of_uses, use_row

MOST_COLUMNS = 1000
_LOOKED_AT = 20
_SAMPLE = 200
_HOW_TO_SAY = {
    "felt_at": f"--map felt_at={COLUMN_TO_NAME}",
    "region": f"--map region={COLUMN_TO_NAME} or --default region=head",
    "intensity": f"--map intensity={COLUMN_TO_NAME}",
}


class InputTable(NamedTuple):
    """A table. `line` is that of its header row, which has `above` rows above it.

    `told` are sentences to show about the file from which it was taken. Without a header row,
    `line` is 0.
    """

    file: BinaryIO
    dialect: Dialect
    headings: tuple[str, ...] = ()
    line: int = 1
    above: int = 0
    told: tuple[str, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether the headings are those of painlog's own CSV files, or there are none."""
        return not self.headings or _are_own(self.headings)

    @property
    def is_written_by_painlog(self) -> bool:
        """Whether it is likely an export of painlog, where only ";" separates names."""
        return self.is_own and any(bare(heading).casefold() == "uid" for heading in self.headings)

    @contextmanager
    def rows(self) -> Iterator[Iterator[tuple[int, list[str]]]]:
        """Give the rows below the header row, with their line numbers."""
        width = len(self.headings)
        with rows_of(self.file, self.dialect) as rows:
            below = (row for row in rows if row[0] > self.line)
            if self.dialect.prepared:
                # A sheet does not say where its rows end.
                below = ((n, [*cells, *([""] * (width - len(cells)))]) for n, cells in below)
            yield below

    def sample(self) -> list[tuple[int, list[str]]]:
        """Return the first rows of data, with their line numbers."""
        with self.rows() as rows:
            readable = (row for row in rows if not isinstance(row[1], UnreadableRow))
            data = (row for row in readable if not self.is_header(row[1]))
            return list(islice(data, _SAMPLE))

    def is_header(self, cells: Sequence[str]) -> bool:
        """Tell whether a row is the header row again, as where files were joined."""
        if not self.line or bare(cells[0]) != bare(self.headings[0]):
            return False
        return list(map(bare, cells)) == list(map(bare, self.headings))

    def unreadable(self) -> tuple[int, UnreadableRow] | None:
        """Return the first row that is not CSV, if it is near the top, with its line number."""
        with self.rows() as rows:
            bad = ((line, cells) for line, cells in islice(rows, _SAMPLE))
            return next(((n, cells) for n, cells in bad if isinstance(cells, UnreadableRow)), None)


@dataclass(frozen=True, slots=True)
class Understanding:
    """How rows become entries; `dates` is set if their format was told from the values alone.

    `wants` tells whether a row is to be read at all.
    """

    row: Callable[[int, Sequence[str]], ReadRow]
    mapping: TableMapping
    dates: DateFormat | None = None
    wants: Callable[[Sequence[str]], bool] = lambda _: True


def find_table(file: BinaryIO, mapping: TableMapping, dialect: Dialect | None = None) -> InputTable:
    """Find the table in a file. A mapping may say how it is written.

    Raises:
        BadFileError: if it is not a table.
    """
    dialect = dialect or recognise(file, mapping.encoding, mapping.separator)
    with rows_of(file, dialect) as rows:
        first = list(islice(rows, _LOOKED_AT))
    if not first:
        raise BadFileError("The file is empty. Nothing was imported.")
    if mapping.no_header:
        width = max(len(cells) for _, cells in first)
        numbers = tuple(f"#{number}" for number in range(1, width + 1))
        _refuse_other_text(numbers)
        return InputTable(file, dialect, numbers, line=0)
    above = _header_row(first, mapping)
    line, headings = first[above]
    _refuse_other_text(headings)
    return InputTable(file, dialect, tuple(headings), line, above)


def understand(table: InputTable, mapping: TableMapping, reader: Reader) -> Understanding:
    """Return how the rows of a table are to be read.

    Raises:
        BadFileError: if it lacks a column.
        UsageError: if the mapping leaves out something that an entry needs.
        RefusedError: if its dates can be read in two ways.
    """
    how_written = TableMapping(
        encoding=mapping.encoding, separator=mapping.separator, sheet=mapping.sheet
    )
    says_rows = mapping != how_written
    if not mapping.columns and are_of_uses(table.headings):
        if not says_rows and _has_iso_dates(table, table.headings):
            return Understanding(
                lambda line, cells: use_row(reader, line, table.headings, cells), mapping
            )
        mapping = mapping.over(mapping_of_uses(table.headings))
    elif not mapping.columns:
        if not says_rows or not table.headings:
            header = checked_header(table.headings)
            if _has_iso_dates(table, header):
                return Understanding(lambda line, cells: reader.row(line, header, cells), mapping)
        mapping = mapping.over(_own_mapping(table.headings))
    _refuse_missing(mapping)
    if table.dialect.prepared and misreads_iso(mapping.date_format):
        raise UsageError(
            f"{mapping.date_format} would misread the date cells of this file, which are dates "
            "already. Leave --date-format out, or save the file as CSV and import that."
        )
    mapped, dates = (
        MappedReader(reader, mapping, table.headings, verbatim=table.dialect.verbatim),
        None,
    )
    if not mapping.date_format:
        dates = dates_of(
            table,
            lambda cells: mapped.text("felt_at", cells) if mapped.wants(cells) else "",
            reader.now.date(),
        )
    if dates is None:
        return Understanding(mapped.row, mapping, wants=mapped.wants)
    mapping = mapping._replace(date_format=dates.format)
    mapped = MappedReader(reader, mapping, table.headings, verbatim=table.dialect.verbatim)
    return Understanding(mapped.row, mapping, dates, mapped.wants)


def rows_through(table: InputTable, mapping: TableMapping, reader: Reader) -> Understanding:
    """Return how rows are read through a mapping that the person has not confirmed yet."""
    mapped = MappedReader(reader, mapping, table.headings, verbatim=table.dialect.verbatim)
    return Understanding(mapped.row, mapping, wants=mapped.wants)


class Unrated(NamedTuple):
    """Rows in which no region is rated: how many say what was used, and how many have a note."""

    uses: int = 0
    notes: int = 0


def unrated_rows(
    table: InputTable, of_uses: TableMapping, mappings: Sequence[TableMapping], reader: Reader
) -> Unrated:
    """Count the rows that lack a rating in the columns of all mappings.

    Args:
        table: The table.
        of_uses: How such rows are read as uses.
        mappings: Each rates one region.
        reader: Knows the names.
    """
    rated = [MappedReader(reader, mapping, table.headings) for mapping in mappings]
    used = MappedReader(reader, of_uses, table.headings, verbatim=table.dialect.verbatim)
    uses = notes = 0
    with table.rows() as rows:
        for _, cells in rows:
            if isinstance(cells, UnreadableRow) or table.is_header(cells):
                continue
            if all(mapped.wants(cells) and mapped.lacks_rating(cells) for mapped in rated):
                uses += used.names_treatment(cells)
                notes += not used.names_treatment(cells) and bool(used.text("note", cells))
    return Unrated(uses, notes)


def sample_rows(table: InputTable, mapping: TableMapping, reader: Reader) -> list[ReadRow]:
    """Read the first rows through such a mapping."""
    way = rows_through(table, mapping, reader)
    return [way.row(line, cells) for line, cells in table.sample() if way.wants(cells)]


def dates_of(
    table: InputTable, text: Callable[[Sequence[str]], str], today: date
) -> DateFormat | None:
    """Return the format of the dates that `text` finds in each row; None if that is ISO 8601.

    Raises:
        RefusedError: as `found_format` does.
    """
    if all(not found or is_iso(found) for found in (text(cells) for _, cells in table.sample())):
        return None
    with table.rows() as rows:
        values = ((n, text(cells)) for n, cells in rows if not isinstance(cells, UnreadableRow))
        return found_format(((line, found) for line, found in values if found), today)


def missing_questions(mapping: TableMapping) -> Iterator[str]:
    """Say what to add for each thing that an entry needs and a mapping leaves out."""
    for field in mapping.missing:
        yield f"No column was found for {field}, which an entry needs. Add: {_HOW_TO_SAY[field]}"


def _has_iso_dates(table: InputTable, header: Sequence[str]) -> bool:
    names = [name.strip().casefold() for name in header]
    place = next(i for i, name in enumerate(names) if name in ("felt_at", "date", "used_at"))
    texts = [cells[place] for _, cells in table.sample() if place < len(cells)]
    return not any(possible_formats(text) for text in texts if not is_iso(text))


def _refuse_other_text(headings: Sequence[str]) -> None:
    if len(headings) == 1 and not _are_own(headings):
        raise BadFileError(
            "This is not a table that painlog can read: it has one column. It needs a header row, "
            "and commas, semicolons or tabs between its columns. If another character separates "
            "them, name it: --separator"
        )
    if len(headings) > MOST_COLUMNS:
        raise BadFileError(
            f"The table has {len(headings):,} columns; painlog reads up to {MOST_COLUMNS:,}. If "
            "another character separates them, name it: --separator"
        )


def _header_row(first: Sequence[tuple[int, Sequence[str]]], mapping: TableMapping) -> int:
    """Return which of the first rows is the header row."""
    rows = [cells for _, cells in first]
    if mapping.columns:
        named = (i for i, cells in enumerate(rows) if has_columns(cells, mapping))
        return next(named, _fullest(rows))
    return 0 if _are_own(rows[0]) else _fullest(rows)


def _fullest(rows: Sequence[Sequence[str]]) -> int:
    """Return the first row that is about as full as the fullest: a title above has few cells."""
    full = [sum(1 for cell in cells if cell.strip()) for cells in rows]
    return next(i for i, number in enumerate(full) if number > max(full) * 0.6)


def _are_own(headings: Iterable[str]) -> bool:
    names = {heading.strip().casefold() for heading in headings}
    return names <= OWN_HEADINGS or are_of_uses(names)


def _own_mapping(headings: Iterable[str]) -> TableMapping:
    names = [heading.strip() for heading in headings]
    return TableMapping(
        tuple(("felt_at" if n.casefold() == "date" else n.casefold(), n) for n in names)
    )


def _refuse_missing(mapping: TableMapping) -> None:
    if mapping.missing:
        how = "; ".join(_HOW_TO_SAY[name] for name in mapping.missing)
        raise UsageError(
            f"An entry needs {', '.join(mapping.missing)}, and no column has it. Add: {how}. "
            "Without --map, painlog shows what the columns may mean."
        )
