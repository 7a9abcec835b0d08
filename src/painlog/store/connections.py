"""Open connections to SQLite files, with the settings that all of them share.

No connection makes a file, or trusts what another program may have written into the schema. Paths
are given as URIs, so that names such as ":memory:" or "a?b" mean nothing special.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain, repeat
from pathlib import Path

from painlog.files.systems import needs_full_sync

# How long a connection waits for another program that has the file locked, and how long it waits
# before it says so.
BUSY_SECONDS = 15.0
QUIET_SECONDS = 2.0

# How much work a connection may ask of SQLite, in millions of steps of its virtual machine: some
# seconds, and more for larger files. To import a million entries takes 310, to check them 170.
MILLIONS_OF_STEPS = 300
_STEPS_PER_BYTE = 100

Waiting = Callable[[], object]


def open_file(path: Path) -> sqlite3.Connection:
    """Open a file to read and write, with SQLite's own settings: a draft or a damaged file."""
    return _connect(path, "mode=rw", BUSY_SECONDS)


def open_to_look(
    path: Path, *, immutable: bool = False, seconds: float | None = None
) -> sqlite3.Connection:
    """Open a file for reading only.

    Args:
        path: The file.
        immutable: Treat the file as one that nobody changes: nothing is made beside it, no lock is
            needed, and a write-ahead log beside it is not read.
        seconds: How long to wait for a lock; by default BUSY_SECONDS.
    """
    how = "mode=ro&immutable=1" if immutable else "mode=ro"
    return _connect(path, how, BUSY_SECONDS if seconds is None else seconds)


def open_in_memory() -> sqlite3.Connection:
    """Open an empty database in memory; SQLite moves it to a temporary file if it grows large."""
    return _connect(None, "", BUSY_SECONDS)


def open_safely(path: Path, waiting: Waiting | None = None) -> sqlite3.Connection:
    """Open a journal to read and write: what is committed survives a power cut.

    Args:
        path: The file.
        waiting: Called once if another program has the file locked for long.

    Raises:
        sqlite3.Error: if the file cannot be used, or stays locked.
    """
    connection = _connect(path, "mode=rw", QUIET_SECONDS if waiting else BUSY_SECONDS)
    with closed_on_error(connection):
        try:
            keep_safe(connection)
        except sqlite3.OperationalError as error:
            if waiting is None or not is_busy(error):
                raise
            waiting()
            _wait(connection, BUSY_SECONDS - QUIET_SECONDS)
            keep_safe(connection)
        if waiting:
            _wait(connection, BUSY_SECONDS)
    return connection


def keep_safe(connection: sqlite3.Connection) -> None:
    """Make SQLite check foreign keys, and make commits wait until the data is on the disk."""
    connection.execute("pragma foreign_keys = on")
    # This is the first statement that reads the file.
    connection.execute("pragma synchronous = full")


def bound_work(connection: sqlite3.Connection, size: int = 0) -> None:
    """Stop a statement that takes far more work than a journal can need, such as an endless view.

    Each call starts the count again. A statement that is stopped raises SQLITE_INTERRUPT.

    Args:
        connection: Any connection.
        size: How many bytes it works on.
    """
    millions = MILLIONS_OF_STEPS + size * _STEPS_PER_BYTE // 1_000_000
    # An iterator instead of a function in Python, in which a Ctrl-C could arrive and be lost.
    answers = chain(repeat(False, millions), repeat(True))
    connection.set_progress_handler(answers.__next__, 1_000_000)


@contextmanager
def closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    """Close a connection if the block fails: an open one leaves its -wal and -shm behind."""
    try:
        yield
    except BaseException:
        connection.close()
        raise


def is_busy(error: sqlite3.Error) -> bool:
    """Return whether another program has the file locked."""
    return error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY


def _connect(path: Path | None, how: str, seconds: float) -> sqlite3.Connection:
    name = f"{_uri(path)}?{how}" if path else ""
    connection = sqlite3.connect(name, timeout=seconds, isolation_level=None, uri=True)
    with closed_on_error(connection):
        size = 0
        with suppress(OSError):
            size = path.stat().st_size if path else 0
        bound_work(connection, size)
        connection.execute("pragma trusted_schema = off")
        if needs_full_sync():
            connection.execute("pragma fullfsync = on")
    return connection


def _wait(connection: sqlite3.Connection, seconds: float) -> None:
    connection.execute(f"pragma busy_timeout = {round(seconds * 1000)}")


def _uri(path: Path) -> str:
    # Path.as_uri would import urllib, which costs every command more than all of this.
    name = path.absolute().as_posix()
    for character in "%?#":
        name = name.replace(character, f"%{ord(character):02x}")
    return f"file://{'' if name.startswith('/') else '/'}{name}"
