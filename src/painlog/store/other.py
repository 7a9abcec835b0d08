"""Another journal's file, read through a private copy: the file itself is never changed."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from painlog.drafts import private, private_directory
from painlog.errors import BadFileError, RefusedError
from painlog.store import restore
from painlog.store.file import APPLICATION_ID, SCHEMA_VERSION
from painlog.store.journal import Journal

_HEADER_BYTES = 100


@contextmanager
def other_journal(file: BinaryIO, name: str, path: Path | None, here: Path) -> Iterator[Journal]:
    """A copy of another journal with today's tables; it is gone when the block ends.

    Args:
        file: The database, open at its start.
        name: What messages call it.
        path: Where it is, if it has a place; what is in its WAL alone is copied then, too.
        here: The journal of this call.

    Raises:
        RefusedError: if it is this very journal.
        BadFileError: if it is not a whole journal, or is newer than this program.
    """
    _check_header(file.read(_HEADER_BYTES), name)
    file.seek(0)
    if path is not None and here.exists() and path.samefile(here):
        raise RefusedError(f"{name} is this journal itself. Name another journal's file.")
    with private_directory() as directory:
        copy = _private(directory / "painlog.db")
        if path is None:
            path = _private(directory / name)
            with path.open("wb") as given:
                shutil.copyfileobj(file, given)
        restore.content_of(path, copy).close()
        with Journal(copy) as journal:
            yield journal


def _check_header(header: bytes, name: str) -> None:
    if len(header) < _HEADER_BYTES:
        raise BadFileError(f"{name} is cut short and cannot be read.")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise BadFileError(
            f"{name} is a database of another program. Take a table out of it as CSV, and import "
            "that."
        )
    if int.from_bytes(header[60:64], "big") > SCHEMA_VERSION:
        raise BadFileError(
            f"{name} was written by a newer painlog. Update painlog: pip install -U painlog"
        )


def _private(path: Path) -> Path:
    os.close(private(path))
    return path
