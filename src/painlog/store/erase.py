"""Erase a journal for good, rows and bytes, as far as a program can, and find its copies."""

import glob
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from painlog.errors import BadFileError, RefusedError
from painlog.files.companions import PARTS, part, real
from painlog.files.drafts import remove_abandoned
from painlog.files.erasing import erase_file
from painlog.outcome import held_signals
from painlog.store.backup import DIRECTORY, made_in
from painlog.store.connections import is_busy, open_file, open_to_look
from painlog.store.database import header_of, kind_of
from painlog.store.leftover import ASIDE
from painlog.store.verify import counts, uses_once


class Erasable(NamedTuple):
    """A journal that can be erased: its file, what is in it, and its known copies.

    `numbers` counts its rows by table; None if it cannot be read. `missing` are noted backups that
    are not where they were made. `is_there` is False where only copies of it are left.
    """

    file: Path
    numbers: dict[str, int] | None
    copies: tuple[Path, ...]
    missing: tuple[Path, ...]
    is_there: bool = True


def copies_left(path: Path) -> Erasable | None:
    """Return the copies beside a journal that is gone already; None if there are none."""
    file = real(path)
    copies = tuple(_kept(file))
    return Erasable(file, None, copies, (), is_there=False) if copies else None


def erasable(path: Path) -> Erasable:
    """Return what erasing a journal would erase, and which copies of it there are.

    Raises:
        BadFileError: if it is not a journal of painlog.
    """
    file = real(path)
    kind = kind_of(header_of(file))
    if kind not in ("journal", "newer", "empty"):
        raise BadFileError(
            f"painlog does not recognise {path} as one of its journals, so it was left alone."
        )
    numbers, noted = None, list[Path]()
    with suppress(sqlite3.Error, OSError), closing(open_to_look(file)) as connection:
        numbers = {**counts(connection), "use": uses_once(connection)}
        rows = connection.execute("select file from backup order by id").fetchall()
        noted = [Path(name) for (name,) in rows]
    there = dict.fromkeys([*_kept(file), *(each for each in noted if _is_file(each))])
    missing = dict.fromkeys(each for each in noted if not _is_file(each))
    return Erasable(file, numbers, tuple(there), tuple(missing))


def erase(found: Erasable, *, copies: bool) -> tuple[Path, ...]:
    """Erase a journal, and its copies if that is wanted; return the files that are gone.

    Raises:
        RefusedError: if another program is using it.
        OSError: if a file cannot be written or removed.
    """
    if found.is_there:
        _erase_rows(found.file)
    erased = []
    journal = (found.file,) if found.is_there else ()
    with held_signals():
        for whole in (*journal, *(found.copies if copies else ())):
            for suffix in reversed(PARTS):
                if (each := part(whole, suffix)).exists():
                    erase_file(each)
            erased.append(whole)
        remove_abandoned(found.file)
    if copies:
        with suppress(OSError):
            found.file.with_name(DIRECTORY).rmdir()
    return tuple(erased)


def _erase_rows(file: Path) -> None:
    """Delete every row and write zeros over it: whoever has the file open reads nothing more.

    If the journal is damaged, this stops early: its bytes are overwritten afterwards anyway.

    Raises:
        RefusedError: if another program keeps it locked.
    """
    with closing(open_file(file)) as connection, suppress(sqlite3.DatabaseError):
        connection.execute("pragma secure_delete = on")
        _lock(connection, file)
        tables = connection.execute(
            "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'"
        ).fetchall()
        for (table,) in tables:
            quoted = table.replace('"', '""')
            connection.execute(f'delete from "{quoted}"')
        connection.execute("commit")
        # This fails while somebody else is reading; the bytes are overwritten afterwards anyway.
        connection.execute("vacuum")
        connection.execute("pragma wal_checkpoint(truncate)")


def _lock(connection: sqlite3.Connection, file: Path) -> None:
    try:
        connection.execute("begin exclusive")
    except sqlite3.OperationalError as error:
        if is_busy(error):
            raise RefusedError(
                f"Another program is using {file}. Nothing was erased. Close it and try again."
            ) from error
        raise


def _kept(file: Path) -> list[Path]:
    """Find the copies that painlog kept beside a journal, and its backups in their usual place."""
    stem, suffix = glob.escape(file.stem), glob.escape(file.suffix)
    return [
        *sorted(file.parent.glob(f"{stem}.before-*{suffix}")),
        *sorted(file.parent.glob(f"{stem}.{ASIDE}-*")),
        *sorted(backup for _, _, backup in made_in(file.parent / DIRECTORY, file)),
    ]


def _is_file(path: Path) -> bool:
    with suppress(OSError):
        return path.is_file()
    return False
