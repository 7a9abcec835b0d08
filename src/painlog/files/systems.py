"""What differs between systems: permissions, processes, syncing a directory, locks.

Where a system lacks something, each function does the next best thing and says what that is.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# What a file system answers that cannot sync a directory.
_NO_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP)
# Windows changes line ends in a file that is not opened as bytes.
AS_BYTES = getattr(os, "O_BINARY", 0)


def close_to_others(descriptor: int) -> None:
    """Let only its owner open a file, whatever the umask; where there are no modes, do nothing.

    A simple file system, as on many sticks, has none. On Windows a file has the permissions of its
    directory.
    """
    if hasattr(os, "fchmod"):
        with suppress(PermissionError):
            os.fchmod(descriptor, 0o600)


def is_open_to_others(path: Path) -> bool:
    """Return whether others may open a file or directory; False where modes do not tell."""
    if os.name == "nt":
        return False
    try:
        return bool(path.stat().st_mode & 0o077)
    except OSError:
        return False


def is_own(status: os.stat_result) -> bool:
    """Return whether a file is this user's; where users have no numbers, it is taken to be."""
    return not hasattr(os, "geteuid") or status.st_uid == os.geteuid()


def runs_elsewhere(number: int) -> bool:
    """Return whether another process has this number; if that cannot be seen, it is taken to."""
    if number == os.getpid():
        return False  # its draft is not made yet: this one is from a dead process of that number
    if os.name == "nt":
        return True  # os.kill would end the process instead of asking about it
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # somebody else's
    return True


def sync_directory(directory: Path) -> None:
    """Make sure that a power cut does not take back a name that was given in a directory.

    Where a directory cannot be opened or synced, as on Windows, the system sees to that itself.

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
        os.fsync(opened)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise
    finally:
        os.close(opened)


@contextmanager
def locked(path: Path, start: int, length: int) -> Iterator[bool | None]:
    """Lock bytes of a file while the block runs, and say whether no other program holds a lock.

    It is None where files cannot be locked in that way. Never ask this while this program has the
    file open as a database: its own locks would go.
    """
    try:
        import fcntl  # noqa: PLC0415 - not on every system
    except ImportError:
        yield None
        return
    with path.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, length, start)
        except OSError:
            yield False
        else:
            # Closing the file releases the lock.
            yield True
