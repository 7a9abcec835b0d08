"""A write-ahead log that was left beside a journal, and whether it is the log of that journal.

A program that is killed leaves its log, and SQLite writes it into the file that it next finds under
that name. If that is another file by then, such as a copy that somebody put there, pages of two
journals are mixed and both are lost. So a log that nobody is writing is looked at first.
"""

import fcntl
import sqlite3
from contextlib import closing
from pathlib import Path

from painlog.errors import BadFileError
from painlog.store.database import beside
from painlog.store.rows import WHOLE
from painlog.store.verify import DamageErrors, damages, is_damage

# Where SQLite locks the file of a journal that is open.
_LOCKED_FROM, _LOCKED_BYTES = 0x40000002, 510


def refuse_foreign_wal(path: Path) -> None:
    """Make sure that the log beside a journal, if nobody is writing it, belongs to that journal.

    Raises:
        BadFileError: if it does not; nothing was changed then.
    """
    if _is_in_use(path):
        return
    with closing(_look(path, "immutable=1")) as alone, closing(_look(path)) as together:
        mixed = not damages(alone) if damages(together) else _is_another(alone, together)
        if mixed:
            wal = beside(path, "-wal")
            raise BadFileError(
                f"{wal} is not the log of this journal: one of the two was put there in "
                "the place of another. Nothing was changed. Move that file away, or put the "
                "journal back that it belongs to."
            )


def _is_in_use(path: Path) -> bool:
    with path.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _LOCKED_BYTES, _LOCKED_FROM)
        except OSError:
            return True
    # Closing the file has given the lock back.
    return False


def _look(path: Path, how: str = "") -> sqlite3.Connection:
    # Who may only read never writes the log into the file; who takes it for unchanging reads none.
    uri = f"{path.absolute().as_uri()}?mode=ro&{how}"
    return sqlite3.connect(uri, uri=True, isolation_level=None)


def _is_another(alone: sqlite3.Connection, together: sqlite3.Connection) -> bool:
    """Whether an entry has become another one, which only a restore can do."""
    try:
        if _restores(together) - _restores(alone):
            return False
        numbers = "select seq from sqlite_sequence where name = 'entry'"
        given, still_given = (c.execute(numbers).fetchone() or (0,) for c in (alone, together))
        entries = "select id, uid from entry"
        uids: dict[int, str] = dict(together.execute(entries))
        return given > still_given or any(
            uids.get(number, uid) != uid for number, uid in alone.execute(entries)
        )
    except DamageErrors as error:
        # Half of the log was written back already: the file is whole only with the rest of it.
        if not is_damage(error):
            raise
        return False


def _restores(connection: sqlite3.Connection) -> set[tuple[str, str | None]]:
    return set(
        connection.execute(
            "select made_at, other from change_item join change on change.id = change_id"
            " where kind = ?",
            [WHOLE],
        )
    )
