"""The journal's file: where it is, whether it is one, making and opening it."""

import os
import shlex
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from painlog.errors import BadFileError
from painlog.files import draft_beside, private, remove_abandoned

APPLICATION_ID = 0x706C6F67  # "plog", so that `file` and other programs can tell
SCHEMA_VERSION = 3
BUSY_SECONDS = 15

_NO_ROOM = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)
MAGIC = b"SQLite format 3\0"
HEADER_BYTES = 100


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


def open_as_it_is(path: Path) -> sqlite3.Connection:
    """Open a journal to look at it, whatever its tables are like.

    Raises:
        BadFileError: if there is none, or it is not a journal of this program or an older one.
    """
    if not _exists(path):
        raise BadFileError(f"There is no file {path}. Name a journal with --db.")
    _check_header(path)
    return _open(path, writing=False)


def is_cut_short(path: Path) -> bool:
    """Whether it begins as a database does and ends before that can be a journal."""
    if not _exists(path) or not path.is_file():
        return False
    with path.open("rb") as file:
        header = file.read(HEADER_BYTES)
    return header.startswith(MAGIC) and len(header) < HEADER_BYTES


def _exists(path: Path) -> bool:
    # Path.exists() has nothing to say about a closed directory since Python 3.14.
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
        # Whoever made it was killed before the name that it had as a draft was gone.
        remove_abandoned(path.resolve())
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
            header = file.read(HEADER_BYTES)
    except PermissionError:
        raise BadFileError(
            f"{path} cannot be read: its permissions forbid it. Change them, or name another "
            "file with --db."
        ) from None
    if not header:
        raise BadFileError(
            f"{path} is an empty file, not a journal. Remove it, or name another file with --db."
        )
    if not header.startswith(MAGIC):
        raise BadFileError(
            f"{path} is not a painlog journal and was left alone. Name the journal with --db. "
            "To take in a CSV file, type: painlog import FILE"
        )
    if len(header) < HEADER_BYTES:
        raise BadFileError(f"{path} is cut short and cannot be opened. Put back a copy of it.")
    if not is_ours(header):
        raise BadFileError(
            f"{path} is a database of another program and was left alone. Name the journal "
            "with --db."
        )
    if is_newer(header):
        raise _newer(path)


def is_ours(header: bytes) -> bool:
    """Whether the header of a database, whole, is that of a journal."""
    return int.from_bytes(header[68:72], "big") == APPLICATION_ID


def is_newer(header: bytes) -> bool:
    """Whether the header of a journal, whole, is of a newer painlog."""
    return int.from_bytes(header[60:64], "big") > SCHEMA_VERSION


def beside(path: Path, suffix: str) -> Path:
    """A journal's "-wal" or "-shm", which are beside the file that a link leads to."""
    return Path(f"{path.resolve()}{suffix}")


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
        return _open_to_write(path)
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return _open_to_read(path)
    return _open_read_only(path)


def _open_to_read(path: Path) -> sqlite3.Connection:
    try:
        return _open_to_write(path)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _NO_ROOM:
            raise
        # On a full disk the -shm file cannot be made either: as in a read-only directory.
        try:
            connection = _open_read_only(path)
        except BadFileError:
            raise error from None
        if connection.execute("pragma user_version").fetchone() != (SCHEMA_VERSION,):
            # It would have to be brought up to date first.
            connection.close()
            raise
        return connection


def _open_to_write(path: Path) -> sqlite3.Connection:
    if _has_wal(path):
        from painlog.store.leftover import refuse_foreign_wal

        refuse_foreign_wal(path)
    _open_parts(path)
    return _settled(_connect(path))


def _open_parts(path: Path) -> None:
    # SQLite gave them the permissions that the journal had, and it may have been read-only then.
    for suffix in ("-wal", "-shm"):
        part = beside(path, suffix)
        if part.exists() and not os.access(part, os.W_OK):
            with suppress(OSError):
                part.chmod(0o600)


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
    wal = beside(path, "-wal")
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
    """An empty journal that nothing is kept of: its tables alone, without sqlite-utils' record."""
    from painlog.store import tables

    # What a dry run puts there and memory does not hold goes to an unnamed file of SQLite's own.
    connection = _settled(sqlite3.connect("", isolation_level=None))
    with _closed_on_error(connection):
        for version in tables.VERSIONS:
            version(connection)
    return connection


def create(path: Path) -> None:
    """Make an empty journal in one step: a crash leaves none, never half of one.

    Raises:
        BadFileError: if it cannot be made there.
    """
    from painlog.store.copies import real, take_away
    from painlog.store.schema import migrate

    path = real(path)
    draft = draft_beside(path)
    try:
        make_directories(path.parent)
        os.close(private(draft))
        with closing(_settled(_connect(draft))) as connection:
            connection.execute(f"pragma application_id = {APPLICATION_ID}")
            # A WAL would be put into the draft when it is closed, where a full disk is not said.
            migrate(connection, lambda: None)
            connection.execute("pragma journal_mode = wal")
        _put_in_place(draft, path)
    except OSError as error:
        raise BadFileError(
            f"The journal could not be made at {path}: {error.strerror}. Name another place "
            "with --db."
        ) from error
    finally:
        take_away(draft)


def _put_in_place(draft: Path, path: Path) -> None:
    from painlog.store.copies import sync_directory

    try:
        os.link(draft, path)
    except FileExistsError:
        return  # another painlog was first; its journal is the one
    except OSError:
        # No hard links on this file system.
        if not path.exists():
            draft.rename(path)
    # Unlike a draft that is put elsewhere, it stays if this fails: another painlog may have written
    # into it already.
    sync_directory(path.parent)


def make_directories(directory: Path) -> None:
    """Make a directory and those above it that are missing, closed to everyone else."""
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
    copies: list[Path] = []
    try:
        migrate(connection, lambda: copies.append(copy_beside(path, connection)))
    except Exception:
        # The journal is as it was, and every try would leave one more.
        for copy in copies:
            copy.unlink()
        raise


def copy_beside(path: Path, connection: sqlite3.Connection) -> Path:
    """Copy a live journal to a new file in its directory, for the person to fall back on."""
    from painlog.store.copies import draft_of, numbered, put

    copy = numbered(path, "before-update")
    with draft_of(copy) as draft:
        with closing(sqlite3.connect(draft.absolute())) as target:
            connection.backup(target)
        put(draft, copy)
    return copy
