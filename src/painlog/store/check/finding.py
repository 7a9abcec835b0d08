"""How painlog mends what a check finds."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from painlog.model.finding import Finding
from painlog.store.log import Change

MendRows = Callable[[sqlite3.Connection, Change], object]
MendSchema = Callable[[sqlite3.Connection], object]
MendFiles = Callable[[], object]

DAMAGED = "damaged"
# What another program put there; mended before anything is written.
FOREIGN = "foreign"
# What another program put in the place of a table, so that the rows cannot be read.
HIDDEN = "hidden"
AFTER_MENDING = "To mend it, with a copy kept: painlog check --mend"
BY_HAND = "It cannot be mended here."


@dataclass(frozen=True, slots=True)
class Mendable(Finding):
    """A finding that painlog can mend, and how.

    It is mended by `mend_schema` before anything else is written, by `mend_rows` within a change of
    the journal, or by `mend_files` outside of one. `done` then says what was done, and `undoable`
    whether `painlog undo` takes it back. A damaged file is mended by reading what is legible into a
    new one.
    """

    done: str = ""
    mend_rows: MendRows | None = None
    mend_files: MendFiles | None = None
    undoable: bool = False
    mend_schema: MendSchema | None = None

    @property
    def mendable(self) -> bool:
        """Whether `painlog check --mend` can mend it."""
        return self.code == DAMAGED or bool(self.mend_schema or self.mend_rows or self.mend_files)


def for_each(sql: str, rows: Iterable[Sequence[object]]) -> MendRows:
    """Return a mend that runs one statement for each of some rows of values."""

    def run(connection: sqlite3.Connection, _: Change) -> None:
        connection.executemany(sql, rows)

    return run


def statements(*sql: str) -> MendRows:
    """Return a mend that runs statements."""

    def run(connection: sqlite3.Connection, _: Change) -> None:
        for statement in sql:
            connection.execute(statement)

    return run
