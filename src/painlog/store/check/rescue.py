"""Read whatever is still legible in a damaged journal into a new one."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from painlog.store import empty, uses
from painlog.store.connections import bound_work, open_file, open_in_memory
from painlog.store.tables import VERSIONS
from painlog.store.verify import DamageErrors

# First what a person wrote; last the change log, which nothing else needs.
TABLES = (
    "region",
    "treatment",
    "entry",
    "use",
    "entry_tag",
    "course",
    "consultation",
    "question",
    "peg",
    "trial",
    "trial_day",
    "day_note",
    "factor",
    "day_factor",
    "checkin_place",
    "red_flag_answer",
    "mapping",
    "backup",
    "change",
    "change_item",
)
# Where the treatments of entries were before `use`.
_FORMER = "entry_treatment"
_WITHOUT_ROWID = {
    _FORMER: ("entry_id", "entry"),
    "entry_tag": ("entry_id", "entry"),
    "change_item": ("change_id", "change"),
}
_MOST_OF_A_PAGE = 1_000
# Rows that lie between those read forwards and those read backwards are asked for one by one, up to
# this many: more would take too long.
_MOST_ASKED_FOR = 1_000_000

Row = tuple[object, ...]


class Rescued(NamedTuple):
    """What was rescued.

    `read` counts the rows that each table took, `refused` those that break its rules; `incomplete`
    names the tables in which some rows could not be read, or that a journal of its version has and
    the damaged file lacks.
    """

    read: Mapping[str, int]
    incomplete: Sequence[str]
    refused: Mapping[str, int]


def rescue(damaged: Path, draft: Path) -> Rescued:
    """Fill an empty draft with the rows of a damaged file that can still be read.

    Args:
        damaged: A private copy of it: SQLite may change a file that it reads.
        draft: An empty file; afterwards it is a whole journal.
    """
    read: dict[str, int] = {}
    refused: dict[str, int] = {}
    incomplete: list[str] = []
    with closing(empty.in_draft(draft)) as new:
        bound_work(new, damaged.stat().st_size)
        expected = _columns_of_version(_version(damaged))
        new.execute("begin")
        for table in TABLES:
            rows = _Reader(damaged, table, new, expected.get(table, frozenset()))
            if table == "use" and _FORMER in expected and not rows.columns:
                # A journal of version 4 or older.
                rows = _Reader(damaged, _FORMER, new, expected[_FORMER])
                read[table], refused[table] = _insert_uses(new, rows.all() if rows.columns else ())
            else:
                found = [*rows.all()] if rows.columns else []
                read[table], refused[table] = _insert(new, table, rows.columns, found)
            if not rows.complete:
                incomplete.append(table)
        new.execute("commit")
        new.execute("pragma foreign_keys = on")
    return Rescued(read, incomplete, {table: n for table, n in refused.items() if n})


def _version(damaged: Path) -> int:
    with _opened(damaged) as connection, suppress(*DamageErrors):
        (version,) = connection.execute("pragma user_version").fetchone()
        return int(version)
    return 0


def _columns_of_version(version: int) -> Mapping[str, frozenset[str]]:
    """Return the columns of each table of a journal of a version, or the newest if it is unknown.

    The table of a damaged file may be gone, but its version is in the header of the file.
    """
    with closing(open_in_memory()) as whole:
        for migrated in VERSIONS[: version or None]:
            migrated(whole)
        found = whole.execute("select name from sqlite_schema where type = 'table'").fetchall()
        return {table: frozenset(_columns(whole, table)) for (table,) in found}


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """Return the columns that are stored, not calculated."""
    return [row[1] for row in connection.execute(f"pragma table_xinfo({table})") if not row[6]]


def _opened(damaged: Path) -> closing[sqlite3.Connection]:
    connection = open_file(damaged)
    # This opens even a file that is shorter than its header says.
    connection.execute("pragma writable_schema = on")
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return closing(connection)


class _Reader:
    """Reads a table from both ends, then row by row what lies between.

    It is not complete if the file lacks one of the `expected` columns.
    """

    def __init__(
        self, damaged: Path, table: str, new: sqlite3.Connection, expected: frozenset[str]
    ) -> None:
        self.table = table
        self._damaged = damaged
        self._new = new
        there: set[str] = set()
        with _opened(damaged) as connection, suppress(*DamageErrors):
            there = {*_columns(connection, table)}
        self.columns = [column for column in _columns(new, table) if column in there]
        self.complete = expected <= there

    def all(self) -> Iterator[Row]:
        """Yield every row that can be read, each once."""
        if self.table in _WITHOUT_ROWID:
            yield from self._by_parent()
        else:
            yield from self._by_rowid()

    def _select(self, rest: str) -> str:
        key = "" if self.table in _WITHOUT_ROWID else "rowid, "
        return f"select {key}{', '.join(self.columns)} from {self.table} {rest}"

    def _rows(self, rest: str, values: Sequence[object] = ()) -> tuple[list[Row], bool]:
        """Return the rows up to the first illegible one, and whether all were legible."""
        rows: list[Row] = []
        try:
            with _opened(self._damaged) as connection:
                for row in connection.execute(self._select(rest), values):
                    rows.append(row)  # noqa: PERF402 - the rows before an error are kept
        except DamageErrors:
            return rows, False
        return rows, True

    def _by_rowid(self) -> Iterator[Row]:
        forwards, whole = self._rows("not indexed order by rowid")
        yield from (row[1:] for row in forwards)
        if whole:
            return
        self.complete = False
        backwards, _ = self._rows("not indexed order by rowid desc")
        # Uses with an entry have ids below 0; a page holds fewer of them than is subtracted here.
        last = forwards[-1][0] if forwards else min(0, _lowest(backwards)) - _MOST_OF_A_PAGE
        seen = [row for row in backwards if row[0] > last]  # type: ignore[operator]
        yield from (row[1:] for row in seen)
        first = seen[-1][0] if seen else self._largest()
        yield from self._one_by_one(int(last), int(first))  # type: ignore[call-overload]

    def _one_by_one(self, last: int, first: int) -> Iterator[Row]:
        sql = self._select("not indexed where rowid = ?")
        with _opened(self._damaged) as connection:
            for rowid in range(last + 1, min(first, last + _MOST_ASKED_FOR)):
                with suppress(*DamageErrors):
                    yield from (row[1:] for row in connection.execute(sql, [rowid]))

    def _largest(self) -> int:
        # The end of the table is illegible, but SQLite notes elsewhere the last number it gave.
        with _opened(self._damaged) as connection, suppress(*DamageErrors):
            row = connection.execute(
                "select seq from sqlite_sequence where name = ?", [self.table]
            ).fetchone()
            return int(row[0]) + 1 if row else 0
        return 0

    def _by_parent(self) -> Iterator[Row]:
        rows, whole = self._rows("")
        if whole:
            yield from rows
            return
        self.complete = False
        seen = set(rows)
        yield from rows
        column, parent = _WITHOUT_ROWID[self.table]
        for (key,) in self._new.execute(f"select id from {parent} order by id").fetchall():
            for row in self._rows(f"where {column} = ?", [key])[0]:
                if row not in seen:
                    seen.add(row)
                    yield row


def _lowest(backwards: Sequence[Row]) -> int:
    return int(backwards[-1][0]) if backwards else 0  # type: ignore[call-overload]


def _insert_uses(new: sqlite3.Connection, rows: Iterable[Row]) -> tuple[int, int]:
    """Store the treatments that entries of an older journal name; return as `_insert` does."""
    taken = refused = 0
    columns = ("uid", "felt_at", "region", "side", "created_at", "updated_at")
    for entry_id, treatment in rows:
        entry = new.execute(
            f"select {', '.join(columns)} from entry where id = ?", [entry_id]
        ).fetchone()
        try:
            image = dict(zip(columns, entry, strict=True)) | {"treatments": [treatment]}
            uses.insert_of_entry(new, entry_id, image)
            taken += 1
        except (sqlite3.IntegrityError, sqlite3.DataError, TypeError):
            refused += 1
    return taken, refused


def _insert(
    new: sqlite3.Connection, table: str, columns: Sequence[str], rows: Sequence[Row]
) -> tuple[int, int]:
    """Return how many rows were taken, and how many the rules of the table refused."""
    if not columns:
        return 0, 0
    marks = ", ".join("?" * len(columns))
    # The names of the catalogue are in the new journal already.
    sql = f"insert or replace into {table} ({', '.join(columns)}) values ({marks})"
    taken = 0
    for row in rows:
        with suppress(sqlite3.IntegrityError, sqlite3.DataError):
            new.execute(sql, row)
            taken += 1
    return taken, len(rows) - taken
