"""The journal's file: where it is, whether it is one, making and opening it."""

import os
import shlex
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from painlog.errors import BadFileError

APPLICATION_ID = 0x706C6F67  # "plog", so that `file` and other programs can tell
SCHEMA_VERSION = 3
BUSY_SECONDS = 15

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100


def default_path() -> Path:
    """The journal of this user on this platform."""
    from platformdirs import user_data_path

    return user_data_path("painlog", appauthor=False) / "painlog.db"


def connect(path: Path, *, writing: bool) -> sqlite3.Connection | None:
    """Open a journal, None where there is no file. An older schema is brought up to date.

    Raises:
        BadFileError: if it is not a journal, is newer than this program, or cannot be used. The
            file is left as it was.
    """
    if not _exists(path):
        return None
    _check_header(path)
    connection = _open(path, writing=writing)
    with _closed_on_error(connection):
        _bring_up_to_date(path, connection)
    return connection


def _exists(path: Path) -> bool:
    # Path.exists() has nothing to say about a closed directory since Python 3.14.
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except PermissionError:
        raise BadFileError(
            f"{path} cannot be reached: its directory is closed to you. "
            "Change its permissions, or name another file with --db."
        ) from None
    return True


def _check_header(path: Path) -> None:
    """Refuse what is not a journal from its bytes alone, so that SQLite never touches it."""
    if path.is_dir():
        named = shlex.quote(str(path / "painlog.db"))
        raise BadFileError(f"{path} is a directory. Name a file in it: --db {named}")
    if not path.is_file():
        raise BadFileError(f"{path} is not a plain file. Name another file with --db.")
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except PermissionError:
        raise BadFileError(
            f"{path} cannot be read: its permissions forbid it. Change them, or name another "
            "file with --db."
        ) from None
    if not header:
        raise BadFileError(
            f"{path} is an empty file, not a journal. Remove it, or name another file with --db."
        )
    if not header.startswith(_MAGIC):
        raise BadFileError(
            f"{path} is not a painlog journal and was left alone. Name the journal with --db. "
            "To take in a CSV file, type: painlog import FILE"
        )
    if len(header) < _HEADER_BYTES:
        raise BadFileError(f"{path} is cut short and cannot be opened. Put back a copy of it.")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise BadFileError(
            f"{path} is a database of another program and was left alone. Name the journal "
            "with --db."
        )
    if int.from_bytes(header[60:64], "big") > SCHEMA_VERSION:
        raise _newer(path)


def _newer(path: Path) -> BadFileError:
    return BadFileError(
        f"{path} was written by a newer painlog and was left alone. Update painlog: "
        "pip install -U painlog"
    )


def _open(path: Path, *, writing: bool) -> sqlite3.Connection:
    if writing:
        for needed in (path, path.parent):
            if not os.access(needed, os.W_OK):
                raise BadFileError(
                    f"{path} cannot be written: {needed} is read-only. Nothing was saved. "
                    "Change its permissions, or name another file with --db."
                )
        return _settled(_connect(path))
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return _settled(_connect(path))
    return _open_read_only(path)


def _connect(path: Path) -> sqlite3.Connection:
    # A name such as ":memory:" means something else to SQLite unless a directory stands before it.
    return sqlite3.connect(path.absolute(), timeout=BUSY_SECONDS, isolation_level=None)


def _open_read_only(path: Path) -> sqlite3.Connection:
    # A WAL journal needs its -shm file even to be read; where none can be made, nobody writes
    # either, and the file can be read as one that never changes. Entries that are in the WAL alone
    # would be missing then, so a journal that has one is not read in that way.
    uri = path.absolute().as_uri()
    for how in ("mode=ro",) if _has_wal(path) else ("mode=ro", "mode=ro&immutable=1"):
        connection = sqlite3.connect(f"{uri}?{how}", uri=True, isolation_level=None)
        with suppress(sqlite3.OperationalError), _closed_on_error(connection):
            connection.execute("select 1 from entry limit 1").fetchone()
            return connection
    raise BadFileError(
        f"{path} cannot be opened for reading. Copy it, and {path.name}-wal if it is there, to a "
        "directory of yours."
    )


def _has_wal(path: Path) -> bool:
    wal = Path(f"{path.resolve()}-wal")
    return wal.exists() and wal.stat().st_size > 0


def _settled(connection: sqlite3.Connection) -> sqlite3.Connection:
    with _closed_on_error(connection):
        connection.execute("pragma foreign_keys = on")
        # When painlog says "saved", a power cut does not lose it.
        connection.execute("pragma synchronous = full")
    return connection


@contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    # An open connection would leave its -wal and -shm files beside a journal that is refused.
    try:
        yield
    except BaseException:
        connection.close()
        raise


def in_memory() -> sqlite3.Connection:
    """An empty journal that nothing is kept of."""
    from painlog.store.schema import migrate

    connection = _settled(sqlite3.connect(":memory:", isolation_level=None))
    with _closed_on_error(connection):
        migrate(connection, lambda: None)
    return connection


def create(path: Path) -> None:
    """Make an empty journal in one step: a crash leaves none, never half of one.

    Raises:
        BadFileError: if it cannot be made there.
    """
    from painlog.store.schema import migrate

    if path.is_symlink():
        path = path.resolve()
    draft = path.with_name(f".{path.name}.new-{os.getpid()}")
    try:
        _make_directories(path.parent)
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        # The umask may have taken more away.
        draft.chmod(0o600)
        connection = _settled(_connect(draft))
        try:
            connection.execute(f"pragma application_id = {APPLICATION_ID}")
            connection.execute("pragma journal_mode = wal")
            migrate(connection, lambda: None)
        finally:
            connection.close()
        _put_in_place(draft, path)
    except OSError as error:
        raise BadFileError(
            f"The journal could not be made at {path}: {error.strerror}. Name another place "
            "with --db."
        ) from error
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            # Where the draft could not be made, taking it away fails as well.
            with suppress(OSError):
                draft.with_name(draft.name + suffix).unlink()


def _put_in_place(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        return  # another painlog was first; its journal is the one
    except OSError:
        # No hard links on this file system.
        if not path.exists():
            draft.rename(path)
    directory = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)


def _make_directories(directory: Path) -> None:
    missing = []
    while not directory.exists():
        missing.append(directory)
        directory = directory.parent
    for new in reversed(missing):
        new.mkdir(mode=0o700, exist_ok=True)
        new.chmod(0o700)


def _bring_up_to_date(path: Path, connection: sqlite3.Connection) -> None:
    (version,) = connection.execute("pragma user_version").fetchone()
    if version > SCHEMA_VERSION:
        raise _newer(path)
    if version == SCHEMA_VERSION:
        return

    from painlog.store.schema import migrate

    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise BadFileError(
            f"{path} was written by an older painlog and is read-only, so it cannot be brought "
            "up to date. Copy it to a place where you can write."
        )
    migrate(connection, lambda: copy_beside(path, connection))


def copy_beside(path: Path, connection: sqlite3.Connection) -> Path:
    """Copy a live journal to a new file in its directory, for the person to fall back on."""
    number = 1
    while (copy := path.with_name(f"{path.stem}.before-update-{number}{path.suffix}")).exists():
        number += 1
    os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    target = sqlite3.connect(copy.absolute())
    try:
        connection.backup(target)
    finally:
        target.close()
    shutil.copymode(path, copy)
    return copy
