"""What differs between systems: permissions, processes, syncing, locks, streams and terminals.

Where a system lacks something, each function does the next best thing and says what that is.
"""

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_OfBytes = Callable[[BinaryIO, int, int], None]
# The errors from a file system that cannot sync a directory.
_NO_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP)
# Windows changes line ends in a file that is not opened as bytes.
AS_BYTES = getattr(os, "O_BINARY", 0)


def close_to_others(descriptor: int) -> None:
    """Let only its owner open a file, whatever the umask; do nothing where there are no modes.

    Simple file systems, as on many USB sticks, have none. On Windows a file has the permissions of
    its directory.
    """
    if hasattr(os, "fchmod"):
        with suppress(PermissionError):
            os.fchmod(descriptor, 0o600)


def is_open_to_others(path: Path) -> bool:
    """Return whether others may open a file or directory; False where modes do not tell."""
    if sys.platform == "win32":
        return False
    try:
        return bool(path.stat().st_mode & 0o077)
    except OSError:
        return False


def is_own(status: os.stat_result) -> bool:
    """Return whether a file is this user's; True where users have no numbers."""
    return not hasattr(os, "geteuid") or status.st_uid == os.geteuid()


def runs_elsewhere(number: int) -> bool:
    """Return whether another process has this number; True if that cannot be seen."""
    if number == os.getpid():
        # Our own draft is not made yet: this one is from a dead process that had our number.
        return False
    if sys.platform == "win32":
        from painlog.files import windows

        return windows.runs(number)
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # somebody else's
    return True


def needs_full_sync() -> bool:
    """Return whether only F_FULLFSYNC makes a disk write down what it was given."""
    return sys.platform == "darwin"


def sync(descriptor: int) -> None:
    """Wait until what was written to a file, or a directory, is on the disk.

    On macOS fsync returns when the disk has the data, perhaps only in its memory; F_FULLFSYNC makes
    the disk write it down. A disk that cannot do this, such as many network disks, is synced as
    elsewhere.

    Raises:
        OSError: if the disk failed, or the file cannot be synced.
    """
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def sync_directory(directory: Path) -> None:
    """Make sure that a new name in a directory survives a power cut.

    Do nothing where a directory cannot be opened or synced, as on Windows.

    Raises:
        OSError: if the disk failed.
    """
    if not hasattr(os, "O_DIRECTORY"):
        return
    try:
        opened = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    except PermissionError:
        return  # writable but not readable
    try:
        sync(opened)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise
    finally:
        os.close(opened)


@contextmanager
def locked(path: Path, start: int, length: int) -> Iterator[bool | None]:
    """Lock bytes of a file while the block runs, and yield whether that worked.

    False means that another program holds a lock, None that files cannot be locked in this way.
    Never call this while this program has the file open as a database: SQLite would lose its own
    locks.

    Raises:
        OSError: if the file cannot be opened to write.
    """
    try:
        lock, unlock = _locks()
    except ImportError:
        yield None
        return
    with path.open("r+b") as file:
        try:
            lock(file, start, length)
        except OSError:
            yield False
            return
        try:
            yield True
        finally:
            unlock(file, start, length)


def _locks() -> tuple[_OfBytes, _OfBytes]:
    """Return the functions that lock and unlock bytes of an open file."""
    if sys.platform == "win32":
        from painlog.files import windows

        return windows.lock, windows.unlock
    import fcntl

    def lock(file: BinaryIO, start: int, length: int) -> None:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, length, start)

    def unlock(file: BinaryIO, start: int, length: int) -> None:
        fcntl.lockf(file, fcntl.LOCK_UN, length, start)

    return lock, unlock


def terminal_kind() -> str:
    """Return TERM for the terminal of standard output, "dumb" if it is not known.

    Windows does not set TERM; its present terminals follow escapes and show 256 colours.
    """
    said = os.environ.get("TERM", "")
    if not said and sys.platform == "win32":
        from painlog.files import windows

        return "xterm-256color" if windows.follows_escapes() else "dumb"
    return said or "dumb"


def shows_utf8() -> bool:
    """Return whether the terminal of standard output shows UTF-8, according to the locale.

    Python writes UTF-8 in the C locale, too, and sets LC_CTYPE to C.UTF-8 where it was C or unset;
    then LANG says what the terminal has. A Windows terminal shows everything that Python writes to
    it.
    """
    written = "utf" in (sys.stdout.encoding or "").lower()
    if sys.platform == "win32":
        return written
    said = [os.environ.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG")]
    if not said[0] and said[1] == "C.UTF-8":
        said[1] = ""
    locale = next(filter(None, said), "C")
    return written and "utf" in locale.lower()


def write_utf8_in_pipes() -> None:
    """Write standard output and error as UTF-8 where no terminal reads them, also on Windows.

    Windows would use its old code page, but JSON must be UTF-8. An encoding that a person chose
    with PYTHONIOENCODING is kept.
    """
    if sys.platform == "win32" and not os.environ.get("PYTHONIOENCODING"):
        for stream in (sys.stdout, sys.stderr):
            if not stream.isatty():
                getattr(stream, "reconfigure", lambda **_: None)(encoding="utf-8")
