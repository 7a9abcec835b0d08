"""Read the rows of a table through the given mappings, into a spool."""

from collections.abc import Iterator, Sequence

from painlog.errors import RefusedError
from painlog.formats.dialect import UnreadableRow
from painlog.formats.journal_csv import Reader
from painlog.formats.names import KnownNames
from painlog.formats.read_row import ReadRow
from painlog.formats.spool import Spool
from painlog.formats.table.header import InputTable, Understanding, understand
from painlog.model.entry import Entry
from painlog.model.line_numbers import LinesRead
from painlog.model.use import Use
from painlog.tasks import Progress
from painlog.tasks.bad_rows import BadRows
from painlog.tasks.table_options import NO_OPTIONS, TableOptions

MOST_SHOWN = 10


class RowsRead:
    """What became of the rows of a table: the good ones in a spool, the others counted.

    `used` are new names that good rows have, `treatments` all that they name, `left_out` the number
    of rows that no mapping wants, `headers` how many only repeat the header row, `entries` the
    number of entries among the things in the spool, `first` the first good rows, `lines` where
    all of them are. Rows without a rating are put into `unrated` as entries, if there is such a
    spool.
    """

    def __init__(self, good: Spool, names: KnownNames, unrated: Spool | None = None) -> None:
        self.good = good
        self.unrated = unrated
        self.bad = BadRows()
        self.used = set[str]()
        self.treatments = set[str]()
        self.left_out = 0
        self.headers = 0
        self.entries = 0
        self.first: list[ReadRow] = []
        self.lines = LinesRead()
        self._names = names

    def add(self, row: ReadRow) -> None:
        """Take in a row, good or bad."""
        self.lines = self.lines.with_row(row.line, out=not row.things)
        if not row.things:
            self.bad.add(row)
        elif len(self.first) < MOST_SHOWN:
            self.first.append(row)
        for thing in row.things:
            self.good.put(row.line, thing)
            if thing.region in self._names.new_regions:
                self.used.add(thing.region)
            self.treatments.update(thing.treatments)
            self.used.update(t for t in thing.treatments if t in self._names.new_treatments)
        self.entries += row.entry is not None and 1 + len(row.further)
        if self.unrated is not None and (unrated := row.unrated or _without_rating(row.uses)):
            self.unrated.put(row.line, unrated)


def _without_rating(uses: Sequence[Use]) -> Entry | None:
    """Return the uses of one row as an entry that has no rating, if they are for a place."""
    if not uses or uses[0].region is None:
        return None
    first = uses[0]
    doses = tuple((use.treatment, use.dose) for use in uses if use.dose)
    names = tuple(use.treatment for use in uses)
    return Entry(first.used_at, uses[0].region, 0, first.side, treatments=names, doses=doses)


def ways_of(table: InputTable, options: TableOptions, reader: Reader) -> Sequence[Understanding]:
    """Return the ways in which rows are read, one for each kind of row.

    Raises:
        PainlogError: if the table or the options cannot be understood.
    """
    ways = [understand(table, part, reader) for part in options.mappings(table.headings)]
    if options.save_as is not None and ways[0].mapping == NO_OPTIONS:
        raise RefusedError("There are no options to save: painlog reads this table without any.")
    if options.save_as is not None and len(ways) > 1:
        raise RefusedError(
            "The mapping of this app cannot be saved under another name, because it reads "
            "several kinds of rows. Leave --save-mapping out."
        )
    return ways


def read_rows(
    name: str, table: InputTable, ways: Sequence[Understanding], read: RowsRead, progress: Progress
) -> None:
    """Read all rows of a table, each in the first way that wants it.

    Args:
        name: What the file is called.
        table: The table.
        ways: How its rows are read.
        read: Where they go.
        progress: Told how far it is.
    """
    with table.rows() as rows:
        for row in progress(_understood(table, rows, ways, read), f"Reading {name}", table.file):
            read.add(row)


def _understood(
    table: InputTable,
    rows: Iterator[tuple[int, list[str]]],
    ways: Sequence[Understanding],
    read: RowsRead,
) -> Iterator[ReadRow]:
    for line, cells in rows:
        if table.is_header(cells):
            read.headers += 1
            continue
        for way in ways:
            if way.wants(cells) or isinstance(cells, UnreadableRow):
                yield way.row(line, cells)
                break
        else:
            read.left_out += 1
            read.lines = read.lines.with_row(line, out=True)
