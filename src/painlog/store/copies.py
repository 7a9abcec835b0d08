"""A database in the making: private, beside its place, put there whole or not at all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from painlog.errors import BadFileError
from painlog.files import draft_beside, private

# What SQLite keeps beside a database, and the database itself.
PARTS = ("", "-wal", "-shm", "-journal")


def part(path: Path, suffix: str) -> Path:
    """What SQLite keeps beside a database under one of PARTS."""
    return path.with_name(path.name + suffix)


@contextmanager
def draft_of(path: Path, what: str = "") -> Iterator[Path]:
    """An empty file beside `path`, for its owner alone; gone when the block ends.

    `what` tells several drafts beside one journal apart, also from one that is being made: opening
    the journal takes those of programs that are gone away.

    Raises:
        BadFileError: if it cannot be written; what was at `path` is left as it was.
    """
    draft = draft_beside(path.with_name(f"{path.name}.{what}") if what else path)
    try:
        os.close(private(draft))
        yield draft
    except OSError as error:
        raise BadFileError(f"{path} could not be written: {error.strerror}.") from error
    finally:
        take_away(draft)


def put(draft: Path, path: Path, *, over: bool = False) -> bool:
    """Put a closed draft in its place, for good; False where a file is there that may not go."""
    with draft.open("rb") as file:
        os.fsync(file.fileno())
    if over:
        draft.replace(path)
    else:
        try:
            # A link refuses to go over a file that appeared in the meantime; a rename would not.
            os.link(draft, path)
        except FileExistsError:
            return False
        except OSError:
            # No hard links on this file system.
            if path.exists():
                return False
            draft.rename(path)
    try:
        sync_directory(path.parent)
    except OSError:
        # It is said to have failed, so it must not be there; what it went over is gone anyway.
        if not over:
            with suppress(OSError):
                path.unlink()
        raise
    return True


def copy_privately(source: Path, target: Path, *, for_good: bool = False) -> None:
    """Copy a file as it is to a new one for its owner alone; `for_good` as far as the disk.

    Raises:
        OSError: if the new one is there already, or one of them does not bear it.
    """
    descriptor = private(target)
    with os.fdopen(descriptor, "wb") as copy, source.open("rb") as opened:
        shutil.copyfileobj(opened, copy)
        if for_good:
            copy.flush()
            os.fsync(descriptor)


def sync_directory(directory: Path) -> None:
    """Let a power cut not take back what was renamed in a directory."""
    opened = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def real(path: Path) -> Path:
    """The file itself where a name is a link to it: what belongs to a journal is beside that."""
    return path.resolve() if path.is_symlink() else path


def bytes_of(path: Path) -> int:
    """The size of a database with what is not yet written into its own file."""
    files = (part(real(path), suffix) for suffix in ("", "-wal"))
    return sum(found.stat().st_size for found in files if found.exists())


def numbered(path: Path, what: str) -> Path:
    """The first free name beside a journal: `painlog.before-restore-1.db`."""
    number = 1
    while (free := path.with_name(f"{path.stem}.{what}-{number}{path.suffix}")).exists():
        number += 1
    return free


def take_away(draft: Path) -> None:
    """Remove a draft and what SQLite keeps beside it, as far as they are there."""
    for suffix in PARTS:
        # Where the draft could not be made, taking it away fails as well.
        with suppress(OSError):
            part(draft, suffix).unlink()
