"""Look at a journal without changing anything, for completion while a person types.

No file is made, no lock is waited for, and an older journal is not brought up to date. Whatever
cannot be read is treated as missing.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from painlog.errors import BadFileError
from painlog.files.companions import part
from painlog.model.region import Region
from painlog.model.treatment import Treatment
from painlog.store.connections import open_to_look
from painlog.store.database import APPLICATION_ID
from painlog.store.foreign import refuse_foreign_parts
from painlog.store.leftover import is_in_use

# So many of the latest entries tell what is rated and said lately.
_LATELY = 300

Row = tuple[Any, ...]


class Glance:
    """What a journal has, as far as it can be read."""

    def __init__(self, connection: sqlite3.Connection | None) -> None:
        self._connection = connection

    def own_regions(self) -> Sequence[Region]:
        """The person's own regions."""
        rows = self._rows("select name, sides, synonyms from region where own")
        return [Region(n, s, "own", _split(also), own=True) for n, s, also in rows]

    def own_treatments(self) -> Sequence[Treatment]:
        """The person's own treatments."""
        rows = self._rows("select name, kind, conventional, synonyms from treatment where own")
        return [Treatment(n, k, bool(c), _split(also), own=True) for n, k, c, also in rows]

    def courses(self, *, open_only: bool = False) -> Sequence[Row]:
        """Courses, newest first: id, treatment, region, side, first day, last day."""
        return self._rows(
            "select id, treatment, region, side, started_on, ended_on from course"
            f"{' where ended_on is null' if open_only else ''} order by started_on desc, id desc"
        )

    def entries(self, limit: int) -> Sequence[Row]:
        """The latest entries, newest first: id, when, region, side, intensity."""
        return self._rows(
            "select id, felt_at, region, side, intensity from entry"
            " order by felt_at desc, id desc limit ?",
            limit,
        )

    def places(self) -> Sequence[Row]:
        """Regions and sides rated lately, the one rated most often first."""
        return self._rows(
            "select region, side from"
            " (select region, side from entry order by felt_at desc limit ?)"
            " group by region, side order by count(*) desc, region, side",
            _LATELY,
        )

    def tags(self, kind: str) -> Sequence[str]:
        """Qualities, triggers or conditions said lately, the one said most often first."""
        rows = self._rows(
            "select value from entry_tag where kind = ? and entry_id in"
            " (select id from entry order by felt_at desc limit ?)"
            " group by value order by count(*) desc, value",
            kind,
            _LATELY,
        )
        return [value for (value,) in rows]

    def consultations(self) -> Sequence[Row]:
        """Visits to a clinician, newest first: number and day."""
        return self._rows("select id, held_on from consultation order by held_on desc, id desc")

    def pegs(self) -> Sequence[Row]:
        """PEGs, newest first: number, day and the three answers."""
        return self._rows(
            "select id, answered_on, pain, enjoyment, activity from peg order by answered_on desc"
        )

    def mappings(self) -> Sequence[str]:
        """The names of the saved mappings."""
        return [name for (name,) in self._rows("select name from mapping order by name")]

    def _rows(self, sql: str, *values: object) -> Sequence[Row]:
        if self._connection is None:
            return []
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error:
            return []  # a table that an older journal lacks, or a broken page


@contextmanager
def peek(path: Path) -> Iterator[Glance]:
    """Look at the journal at a path; where there is none, or none that can be read, at nothing."""
    connection = _opened(path)
    try:
        yield Glance(connection)
    finally:
        if connection is not None:
            connection.close()


def _opened(path: Path) -> sqlite3.Connection | None:
    connection = None
    try:
        if not path.is_file():
            return None
        # To read a WAL journal, SQLite makes its companions unless they are there, or unless it is
        # told that the file never changes. If it does change, the look may fail. A log that nobody
        # is writing may belong to another state of the file, and is left out.
        parts = [part(path, suffix) for suffix in ("-wal", "-shm")]
        live = all(map(Path.exists, parts)) and is_in_use(path)
        connection = open_to_look(path, immutable=not live, seconds=0)
        (found,) = connection.execute("pragma application_id").fetchone()
        refuse_foreign_parts(connection, writing=False)
    except (OSError, sqlite3.Error, BadFileError):
        found = None
    if found == APPLICATION_ID:
        return connection
    if connection is not None:
        connection.close()
    return None


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split("; ")) if text else ()
