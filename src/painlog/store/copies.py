"""Copy a whole database as it is at one moment, even while somebody writes to it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from painlog.errors import RefusedError
from painlog.files.drafts import draft_of, put_in_place
from painlog.store.connections import open_file


def snapshot(connection: sqlite3.Connection, draft: Path) -> None:
    """Copy an open database into an empty draft, page by page, damaged pages included."""
    with closing(open_file(draft)) as copy:
        connection.backup(copy)
        # A copy is one file, without a log beside it.
        copy.execute("pragma journal_mode = delete")


def keep_copy(connection: sqlite3.Connection, path: Path) -> None:
    """Copy an open database to a new file, for a person to fall back on.

    Raises:
        BadFileError: if it cannot be written.
        RefusedError: if a file of that name has appeared.
    """
    with draft_of(path) as draft:
        snapshot(connection, draft)
        if not put_in_place(draft, path):
            raise RefusedError(f"{path} appeared in the meantime. Nothing was changed; try again.")
