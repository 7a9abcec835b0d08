"""Files and directories that only their owner can open: new ones, copies and temporary ones."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from painlog.files.companions import PARTS, part
from painlog.files.systems import AS_BYTES, close_to_others, is_own, runs_elsewhere, sync

_DIRECTORY = "painlog-([0-9]{1,7})-[a-z0-9_]{8}"


def make_directories(directory: Path) -> None:
    """Make a directory and its missing parents, closed to everyone else."""
    missing = []
    while not directory.exists():
        missing.append(directory)
        directory = directory.parent
    for new in reversed(missing):
        new.mkdir(mode=0o700, exist_ok=True)
        new.chmod(0o700)


def private_file(path: Path) -> int:
    """Make an empty file that only its owner can open; return its descriptor.

    Raises:
        OSError: if it exists already, or cannot be made.
    """
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | AS_BYTES, 0o600)
    close_to_others(descriptor)
    return descriptor


def copy_privately(source: Path, target: Path, *, for_good: bool = False) -> None:
    """Copy the bytes of a file to a new one for its owner alone.

    Args:
        source: A file that is only read.
        target: The new file.
        for_good: Wait until the copy is on the disk.

    Raises:
        OSError: if `target` exists already, or reading or writing fails.
    """
    import shutil

    descriptor = private_file(target)
    with os.fdopen(descriptor, "wb") as copy, source.open("rb") as opened:
        shutil.copyfileobj(opened, copy)
        if for_good:
            copy.flush()
            sync(descriptor)


def copy_database(
    source: Path, target: Path, suffixes: Iterable[str] = PARTS, *, for_good: bool = False
) -> None:
    """Copy the bytes of a database and of its companions, without opening it as a database.

    The companions come first, so that a copy that has its main file is complete.
    """
    for suffix in sorted(suffixes, reverse=True):
        if (found := part(source, suffix)).exists():
            copy_privately(found, part(target, suffix), for_good=for_good)


def unnamed_file() -> BinaryIO:
    """Open a temporary file that nobody else can open and that is gone once it is closed."""
    import tempfile

    return cast("BinaryIO", tempfile.TemporaryFile())


@contextmanager
def private_directory() -> Iterator[Path]:
    """Make a temporary directory for its owner alone; remove it when the block ends.

    Also remove those that killed programs left behind: one may hold a whole journal.
    """
    import tempfile

    _remove_abandoned_directories(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=f"painlog-{os.getpid()}-") as named:
        directory = Path(named)
        directory.chmod(0o700)
        yield directory


def _remove_abandoned_directories(place: Path) -> None:
    import shutil

    with suppress(OSError):
        for found in place.iterdir():
            named = re.fullmatch(_DIRECTORY, found.name)
            if named is None or int(named[1]) == os.getpid() or runs_elsewhere(int(named[1])):
                continue
            # Anyone can make a directory there with a name like ours.
            status = found.lstat()
            if stat.S_ISDIR(status.st_mode) and is_own(status):
                shutil.rmtree(found, ignore_errors=True)
