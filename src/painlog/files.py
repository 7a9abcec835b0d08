"""Drafts: files in the making, hidden beside their places until they are whole.

A program that is killed leaves its draft behind; the next one that makes one there removes it.
"""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# Patterns are not compiled here: every command loads this module, and few need them.
_DIRECTORY = "painlog-([0-9]{1,7})-[a-z0-9_]{8}"
# What SQLite keeps beside a database.
_BESIDE = "(?:-wal|-shm|-journal)?"


def draft_beside(path: Path) -> Path:
    """A name for this program's draft of a file; the drafts of programs that are gone go."""
    remove_abandoned(path)
    # A directory such as "." has no name, which Path.with_name would not bear.
    return path.parent / f".{path.name}.{os.getpid()}.part"


def private(path: Path) -> int:
    """Make an empty file for its owner alone, and open it: gives the descriptor.

    Raises:
        OSError: if it is there already, or cannot be made.
    """
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    # The umask may have taken more away; a stick with a simple file system knows no modes.
    with suppress(PermissionError):
        os.fchmod(descriptor, 0o600)
    return descriptor


@contextmanager
def private_directory() -> Iterator[Path]:
    """A directory for its owner alone, elsewhere; it is gone when the block ends.

    Those of programs that were killed go, too: there may be a whole journal in one.
    """
    import tempfile  # noqa: PLC0415 - only what copies a whole journal needs it

    _remove_abandoned_directories(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=f"painlog-{os.getpid()}-") as named:
        directory = Path(named)
        directory.chmod(0o700)
        yield directory


def _remove_abandoned_directories(place: Path) -> None:
    import shutil  # noqa: PLC0415 - as above

    with suppress(OSError):
        for found in place.iterdir():
            named = re.fullmatch(_DIRECTORY, found.name)
            if named is None or int(named[1]) == os.getpid() or runs_elsewhere(int(named[1])):
                continue
            # Anyone may put a name there that looks like ours.
            status = found.lstat()
            if stat.S_ISDIR(status.st_mode) and status.st_uid == os.geteuid():
                shutil.rmtree(found, ignore_errors=True)


def remove_abandoned(path: Path) -> None:
    """Remove the drafts of a file whose programs were killed.

    A name with a number or a day is one of a series, whose next is another: all of them go.
    """
    series = re.sub("[0-9]+", "[0-9]+", re.escape(path.name))
    draft = re.compile(rf"\.{series}\.([0-9]{{1,7}})\.part{_BESIDE}")
    with suppress(OSError):
        for found in path.parent.iterdir():
            named = draft.fullmatch(found.name)
            if named and not runs_elsewhere(int(named[1])):
                found.unlink()


def runs_elsewhere(number: int) -> bool:
    """Whether a process has this number, other than this one."""
    if number == os.getpid():
        return False  # ours is not made yet, so this one is of a dead process that had our number
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # somebody else's
    return True
