"""What a check finds: what, where, what can be done, and how painlog itself would mend it."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from painlog.model.finding import Severity
from painlog.store.log import Change

MendRows = Callable[[sqlite3.Connection, Change], object]
MendFiles = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as painlog leaves it.

    A "fault" is wrong; a "remark" may be meant. `where` names the rows or files, `remedy` is what
    can be done about it, a sentence. `mend_rows` mends it within a change of the journal,
    `mend_files` outside of it; `done` says then what was done, and `undoable` whether
    `painlog undo` takes that back. "damaged" is mended by reading what
    can be read into a new file.
    """

    code: str
    severity: Severity
    what: str
    where: tuple[str, ...] = ()
    remedy: str = ""
    done: str = ""
    mend_rows: MendRows | None = None
    mend_files: MendFiles | None = None
    undoable: bool = False

    @property
    def mendable(self) -> bool:
        """Whether `painlog check --mend` can mend it."""
        return self.code == DAMAGED or bool(self.mend_rows or self.mend_files)


DAMAGED = "damaged"
AFTER_MENDING = "To mend it, with a copy kept: painlog check --mend"
BY_HAND = "It cannot be mended here."


def for_each(sql: str, rows: Iterable[Sequence[object]]) -> MendRows:
    """A mend that runs one statement for each of some rows of values."""

    def run(connection: sqlite3.Connection, _: Change) -> None:
        connection.executemany(sql, rows)

    return run


def statements(*sql: str) -> MendRows:
    """A mend that runs statements."""

    def run(connection: sqlite3.Connection, _: Change) -> None:
        for statement in sql:
            connection.execute(statement)

    return run
