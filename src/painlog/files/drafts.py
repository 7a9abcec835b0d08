"""Drafts: hidden files beside their targets, renamed once they are complete.

Only its owner can read a draft. A program that is killed leaves its draft behind; the next one that
makes a draft there removes it.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from painlog.errors import BadFileError, RefusedError
from painlog.files.companions import COMPANIONS, PARTS, part
from painlog.files.private import private_file
from painlog.files.systems import runs_elsewhere, sync, sync_directory
from painlog.outcome import held_signals, outcome


def draft_beside(path: Path) -> Path:
    """Return a name for this program's draft of a file; remove drafts of programs that are gone."""
    remove_abandoned(path)
    # A directory such as "." has no name, and Path.with_name would refuse it.
    return path.parent / f".{path.name}.{os.getpid()}.part"


@contextmanager
def draft_of(path: Path, what: str = "") -> Iterator[Path]:
    """Make an empty draft of `path` for its owner alone; remove it when the block ends.

    Args:
        path: The file that the draft will become.
        what: Tells several drafts of one journal apart. Opening a journal removes only the
            abandoned drafts without such a word.

    Raises:
        BadFileError: if the draft cannot be written; what was at `path` is left as it was.
    """
    draft = draft_beside(path.with_name(f"{path.name}.{what}") if what else path)
    try:
        with _said_of(path):
            os.close(private_file(draft))
            yield draft
    finally:
        remove_draft(draft)


@contextmanager
def new_file(path: Path, *, force: bool) -> Iterator[TextIO]:
    """Open a UTF-8 text file for its owner alone; put it in place if the block ends well.

    Raises:
        RefusedError: if a file is there already and `force` is not set.
        BadFileError: if it cannot be written; what was there is left as it was.
    """
    with _said_of(path):
        check_place(path, force=force)
        with draft_of(path) as draft:
            with draft.open("w", encoding="utf-8", newline="") as file:
                yield file
            with held_signals():
                if not put_in_place(draft, path, over=force):
                    raise RefusedError(f"{path} appeared in the meantime and was left alone.")
                outcome.written = path


@contextmanager
def _said_of(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise BadFileError(f"{path} could not be written: {error.strerror}.") from error


def check_place(path: Path, *, force: bool) -> None:
    """Make sure that a file may be put at `path`.

    Raises:
        RefusedError: if a file is there already and `force` is not set.
        BadFileError: if something other than a file is there.
    """
    if path.is_symlink() and not path.exists():
        raise BadFileError(f"{path} is a link that leads to no file. Name another file.")
    if not path.exists():
        return
    if path.is_dir():
        raise BadFileError(f"{path} is a directory; name a file.")
    if not path.is_file():
        # Renaming would replace a device such as /dev/null by a file.
        raise BadFileError(f"{path} is not a plain file and was left alone. Name another file.")
    if not force:
        raise RefusedError(
            f"{path} already exists and was left alone. Name another file, or add --force."
        )


def put_in_place(draft: Path, path: Path, *, over: bool = False, shared: bool = False) -> bool:
    """Give a closed draft its name, in a way that survives a power cut.

    Args:
        draft: The whole file, in the same directory.
        path: Its name.
        over: Replace a file that is there.
        shared: Others may use the file from the moment it has its name, so it stays even if its
            directory cannot be synced.

    Returns:
        False if a file is there that may not be replaced.

    Raises:
        OSError: if the disk failed; the file is then not there, unless it is `shared` or replaced
            another.
    """
    with draft.open("r+b") as file:
        sync(file.fileno())
    if over:
        draft.replace(path)
    elif not _name(draft, path):
        return False
    try:
        sync_directory(path.parent)
    except OSError:
        # The caller will say that it failed, so the file must not be there.
        if not (over or shared):
            with suppress(OSError):
                path.unlink()
        raise
    return True


def _name(draft: Path, path: Path) -> bool:
    try:
        # A link never replaces a file that appeared in the meantime; a rename does.
        os.link(draft, path)
    except FileExistsError:
        return False
    except OSError:
        # This file system has no hard links.
        if os.path.lexists(path):
            return False
        draft.rename(path)
    return True


def remove_draft(draft: Path) -> None:
    """Remove a draft and the files that SQLite keeps beside it, if they exist."""
    for suffix in PARTS:
        # A draft that could not be made cannot be removed either.
        with suppress(OSError):
            part(draft, suffix).unlink()


def remove_abandoned(path: Path) -> None:
    """Remove the drafts of a file that were left by programs that are gone.

    A name with a number or a date belongs to a series: the drafts of the whole series are removed.
    """
    series = re.sub("[0-9]+", "[0-9]+", re.escape(path.name))
    with suppress(OSError):
        for draft in abandoned_drafts(path.parent, series):
            draft.unlink()


def abandoned_drafts(directory: Path, name: str) -> Iterator[Path]:
    """Find drafts whose programs are gone.

    Args:
        directory: Where to look.
        name: A pattern for the names of the files that the drafts were to become.

    Raises:
        OSError: if the directory cannot be read.
    """
    companions = "|".join(COMPANIONS)
    # Earlier versions named their drafts "new-" and the number. The pattern is compiled here
    # because every command that makes a journal loads this module, and few need the pattern.
    draft = re.compile(rf"\.{name}\.(?:([0-9]{{1,7}})\.part|new-([0-9]{{1,7}}))(?:{companions})?")
    for found in sorted(directory.iterdir()):
        named = draft.fullmatch(found.name)
        if named and not runs_elsewhere(int(named[1] or named[2])) and found.is_file():
            yield found
