"""Find the journal's file, check that it is a journal, and open it."""

import os
import sqlite3
import sys
from contextlib import closing, suppress
from pathlib import Path
from typing import Literal

from painlog.errors import GET_NEWER, BadFileError
from painlog.files.command_line import command_line
from painlog.files.companions import DATABASE_START, numbered, part
from painlog.outcome import held_signals
from painlog.store.connections import (
    Waiting,
    closed_on_error,
    is_busy,
    open_safely,
    open_to_look,
)

APPLICATION_ID = 0x706C6F67  # "plog": tells `file` and other programs what it is
SCHEMA_VERSION = 7
HEADER_BYTES = 100
# The byte of the header that holds the journal mode, and its value in rollback mode.
_JOURNAL_MODE, _ROLLBACK_MODE = 18, 1

_NO_ROOM = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)

FileKind = Literal["empty", "no database", "cut short", "another program's", "newer", "journal"]


def default_path() -> Path:
    """Return the path of this user's journal on this platform."""
    home, data = os.environ.get("HOME", ""), os.environ.get("XDG_DATA_HOME", "")
    if sys.platform == "linux" and home.startswith("/") and "ANDROID_ROOT" not in os.environ:
        # The same as platformdirs gives, but its import would take a tenth of the time of `add`.
        root = Path(data) if data.startswith("/") else Path(home, ".local", "share")
        return root / "painlog" / "painlog.db"
    from platformdirs import user_data_path

    return user_data_path("painlog", appauthor=False) / "painlog.db"


def kind_of(header: bytes) -> FileKind:
    """Return what a file is, judged by its first HEADER_BYTES bytes alone."""
    if not header:
        return "empty"
    if not header.startswith(DATABASE_START):
        return "no database"
    if len(header) < HEADER_BYTES:
        return "cut short"
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        return "another program's"
    return "newer" if int.from_bytes(header[60:64], "big") > SCHEMA_VERSION else "journal"


def header_of(path: Path) -> bytes:
    """Read the header of a file, or as much of it as there is."""
    with path.open("rb") as file:
        return file.read(HEADER_BYTES)


def is_cut_short(path: Path) -> bool:
    """Return whether a file starts like a database but ends within the header."""
    return _exists(path) and path.is_file() and kind_of(header_of(path)) == "cut short"


def _checked_header(path: Path) -> bytes:
    """Read the header, and refuse a file that is not a journal before SQLite touches it."""
    if path.is_dir():
        named = command_line(str(path / "painlog.db"))
        raise BadFileError(f"{path} is a directory. Name a file in it: --db {named}")
    if not path.is_file():
        raise BadFileError(f"{path} is not a plain file. Name another file with --db.")
    try:
        header = header_of(path)
    except PermissionError:
        raise BadFileError(
            f"{path} cannot be read: its permissions forbid it. Change them, or name another "
            "file with --db."
        ) from None
    if (kind := kind_of(header)) != "journal":
        raise BadFileError(f"{path} {_REFUSALS[kind]}")
    return header


_REFUSALS: dict[FileKind, str] = {
    "empty": "is an empty file, not a journal. Remove it, or name another file with --db.",
    "no database": "is not a painlog journal and was left alone. Name the journal with --db. "
    "To import a CSV file, type: painlog import FILE",
    "cut short": "is cut short and cannot be opened. Restore a backup with: painlog restore FILE",
    "another program's": "is a database of another program and was left alone. Name the journal "
    "with --db.",
    "newer": f"was written by a newer painlog and was left alone. {GET_NEWER}",
}


def connect(
    path: Path, *, writing: bool, waiting: Waiting | None = None
) -> sqlite3.Connection | None:
    """Open a journal and bring an older schema up to date.

    Args:
        path: The file.
        writing: Whether the journal is to be changed.
        waiting: Called once if another program has the file locked for long.

    Returns:
        None if there is no file.

    Raises:
        BadFileError: if it is not a journal, is newer than this program, or cannot be used. The
            file is left as it was.
    """
    if not _exists(path):
        return None
    # Read before SQLite opens it: closing a file gives up the locks that this program has on it.
    in_rollback_mode = _checked_header(path)[_JOURNAL_MODE] == _ROLLBACK_MODE
    connection = _open(path, writing=writing, waiting=waiting)
    with closed_on_error(connection):
        if writing and in_rollback_mode:
            turn_on_wal(connection)
        _bring_up_to_date(path, connection)
    return connection if writing else _only_reading(connection)


def turn_on_wal(connection: sqlite3.Connection) -> None:
    """Switch a file from rollback mode, which backups have, to WAL before anything is written.

    A rollback journal does not tell for which state of the file it was written. Where a file system
    has no shared memory, or another program has the file open, the mode stays as it is.
    """
    (waits,) = connection.execute("pragma busy_timeout").fetchone()
    connection.execute("pragma busy_timeout = 0")
    with suppress(sqlite3.OperationalError):
        connection.execute("pragma journal_mode = wal").fetchone()
        try:
            connection.execute("select 1 from sqlite_schema limit 1").fetchone()
        except sqlite3.OperationalError:
            # This is the first statement that needs shared memory.
            connection.execute("pragma journal_mode = delete").fetchone()
    connection.execute(f"pragma busy_timeout = {waits}")


def open_as_it_is(path: Path, waiting: Waiting | None = None) -> sqlite3.Connection:
    """Open a journal for reading, whatever its tables are like; a log beside it stays there.

    Raises:
        BadFileError: if there is none, or it is not a journal of this program or an older one.
    """
    if not _exists(path):
        raise BadFileError(f"There is no file {path}. Name a journal with --db.")
    _checked_header(path)
    if _has_log(path, "-wal"):
        return _open_read_only(path)
    return _only_reading(_open(path, writing=False, waiting=waiting))


def open_to_mend(path: Path) -> sqlite3.Connection:
    """Open a journal to write to it, whatever its tables are like.

    Raises:
        BadFileError: if it is not a journal of this program or an older one, or is read-only.
    """
    _checked_header(path)
    return _open(path, writing=True, waiting=None)


def open_without_log(path: Path) -> sqlite3.Connection:
    """Open the file of a journal for reading, as if SQLite had left nothing beside it.

    Raises:
        BadFileError: if it is not a journal of this program or an older one.
    """
    _checked_header(path)
    return open_to_look(path, immutable=True)


def _exists(path: Path) -> bool:
    # Since Python 3.14, Path.exists() returns False for a file in a closed directory.
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except PermissionError:
        raise BadFileError(
            f"{path} cannot be reached: its directory is closed to you. "
            "Change its permissions, or name another file with --db."
        ) from None
    if status.st_nlink > 1:
        # The program that made it was killed before it could remove the draft's name.
        from painlog.files.drafts import remove_abandoned

        remove_abandoned(path.resolve())
    return True


def _open(path: Path, *, writing: bool, waiting: Waiting | None) -> sqlite3.Connection:
    if writing:
        for needed in (path, path.parent):
            if not os.access(needed, os.W_OK):
                raise BadFileError(
                    f"{path} cannot be written: {needed} is read-only. Nothing was saved. "
                    "Change its permissions, or name another file with --db."
                )
        return _open_to_write(path, waiting)
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return _open_to_read(path, waiting)
    return _open_read_only(path)


def _only_reading(connection: sqlite3.Connection) -> sqlite3.Connection:
    # The file itself is open for writing wherever possible: SQLite has to write what a crash left
    # in the log, and to remove the files that even a reader makes beside a WAL journal.
    with closed_on_error(connection):
        connection.execute("pragma query_only = on")
    return connection


def _open_to_read(path: Path, waiting: Waiting | None) -> sqlite3.Connection:
    try:
        return _open_to_write(path, waiting)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _NO_ROOM:
            raise
        # On a full disk the -shm file cannot be made either, as in a read-only directory.
        try:
            connection = _open_read_only(path)
        except BadFileError:
            raise error from None
        if connection.execute("pragma user_version").fetchone() != (SCHEMA_VERSION,):
            # It would have to be brought up to date first.
            connection.close()
            raise
        return connection


def _open_to_write(path: Path, waiting: Waiting | None) -> sqlite3.Connection:
    if _has_log(path):
        from painlog.store.leftover import refuse_stray_log

        refuse_stray_log(path)
    _open_parts(path)
    return open_safely(path, waiting)


def _open_parts(path: Path) -> None:
    # SQLite gave these files the permissions of the journal, which may have been read-only then.
    for suffix in ("-wal", "-shm"):
        found = part(path, suffix)
        if found.exists() and not os.access(found, os.W_OK):
            with suppress(OSError):
                found.chmod(0o600)


def _open_read_only(path: Path) -> sqlite3.Connection:
    # A WAL journal needs its -shm file even to be read. Where none can be made, nobody can write
    # either, and the file can be read as immutable. That would miss entries that are still in the
    # WAL, so a journal with a log is not read that way.
    has_log = _has_log(path)
    if has_log:
        from painlog.store.leftover import refuse_stray_log

        # Without a -shm file SQLite may not be able to open it even for that.
        with suppress(sqlite3.OperationalError):
            refuse_stray_log(path)
    for immutable in (False,) if has_log else (False, True):
        connection = open_to_look(path, immutable=immutable)
        try:
            with closed_on_error(connection):
                connection.execute("select 1 from sqlite_schema limit 1").fetchone()
        except sqlite3.OperationalError as error:
            if is_busy(error):
                raise  # somebody else does write to it
        else:
            return connection
    raise BadFileError(
        f"{path} cannot be opened for reading. Copy it, and {path.name}-wal if it is there, to a "
        "directory of yours."
    )


def _has_log(path: Path, *suffixes: str) -> bool:
    logs = (part(path, suffix) for suffix in suffixes or ("-wal", "-journal"))
    return any(log.exists() and log.stat().st_size > 0 for log in logs)


def _is_kept_already(path: Path, copy: Path) -> bool:
    """Tell whether a program that was killed while it updated the journal left the same copy."""
    import filecmp

    kept = path.parent.glob(f"{path.stem}.before-update-*{path.suffix}")
    return any(filecmp.cmp(other, copy, shallow=False) for other in kept if other != copy)


def _bring_up_to_date(path: Path, connection: sqlite3.Connection) -> None:
    (version,) = connection.execute("pragma user_version").fetchone()
    if version > SCHEMA_VERSION:
        raise BadFileError(f"{path} {_REFUSALS['newer']}")
    if version == SCHEMA_VERSION:
        return

    from painlog.store.schema import migrate

    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise BadFileError(
            f"{path} was written by an older painlog and is read-only, so it cannot be brought "
            "up to date. Copy it to a place where you can write."
        )
    copies: list[Path] = []

    def keep() -> None:
        from painlog.store.copies import keep_copy

        copy = numbered(path, "before-update")
        # A connection that is about to write cannot be copied from.
        with closing(open_to_look(path, immutable=False)) as present:
            keep_copy(present, copy)
        if _is_kept_already(path, copy):
            copy.unlink()
        else:
            copies.append(copy)

    with held_signals():
        try:
            migrate(connection, keep)
        except Exception:
            # The journal is as it was, and every try would leave one more copy.
            for copy in copies:
                copy.unlink()
            raise
