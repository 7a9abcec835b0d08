"""A write-ahead log that was left beside a journal, and whether it is the log of that journal.

A program that is killed leaves its log, and SQLite writes it into the file that it next finds under
that name. If that is another file by then, such as a copy that somebody put there, pages of two
journals are mixed and both are lost. So a log that nobody is writing is looked at first.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from painlog.errors import BadFileError
from painlog.files.companions import part
from painlog.files.systems import is_locked
from painlog.store.connections import open_to_look
from painlog.store.rows import WHOLE
from painlog.store.verify import DamageErrors, damages, is_damage

# Where SQLite locks the file of a journal that is open.
_LOCKED_FROM, _LOCKED_BYTES = 0x40000002, 510


def refuse_foreign_wal(path: Path) -> None:
    """Make sure that the log beside a journal, if nobody is writing it, belongs to that journal.

    Raises:
        BadFileError: if it does not; nothing was changed then.
    """
    if is_locked(path, _LOCKED_FROM, _LOCKED_BYTES) is not False:
        return
    with (
        closing(open_to_look(path, immutable=True)) as alone,
        closing(open_to_look(path)) as together,
    ):
        mixed = not damages(alone) if damages(together) else _is_another(alone, together)
        if mixed:
            wal = part(path, "-wal")
            raise BadFileError(
                f"{wal} is not the log of this journal: one of the two was put there in "
                "the place of another. Nothing was changed. Move that file away, or put the "
                "journal back that it belongs to."
            )


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
