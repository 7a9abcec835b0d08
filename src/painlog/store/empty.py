"""Make empty journals: in memory, in a draft, and where a person's journal will be."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from painlog.errors import BadFileError
from painlog.files.companions import real
from painlog.files.drafts import draft_beside, put_in_place, remove_draft
from painlog.files.private import make_directories, private_file
from painlog.outcome import held_signals
from painlog.store.connections import closed_on_error, keep_safe, open_file, open_in_memory
from painlog.store.database import APPLICATION_ID


def in_memory() -> sqlite3.Connection:
    """Open an empty journal in memory, without the table in which sqlite-utils notes migrations."""
    from painlog.store import tables

    connection = open_in_memory()
    with closed_on_error(connection):
        keep_safe(connection)
        for version in tables.VERSIONS:
            version(connection)
    return connection


def in_draft(draft: Path) -> sqlite3.Connection:
    """Make an empty journal in an empty draft, and leave it open in autocommit mode.

    It has no write-ahead log yet: SQLite would write the log into the draft on closing, when a full
    disk goes unnoticed. Turn the log on last: "pragma journal_mode = wal".
    """
    from painlog.store.schema import migrate

    connection = open_file(draft)
    with closed_on_error(connection):
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
        migrate(connection, lambda: None)
    return connection


def create(path: Path) -> None:
    """Make an empty journal in one step: a crash leaves none, never half of one.

    If another painlog was first, its journal stays.

    Raises:
        BadFileError: if it cannot be made there.
    """
    path = real(path)
    draft = draft_beside(path)
    try:
        make_directories(path.parent)
        os.close(private_file(draft))
        with closing(in_draft(draft)) as connection:
            connection.execute("pragma journal_mode = wal")
        with held_signals():
            put_in_place(draft, path, shared=True)
    except OSError as error:
        raise BadFileError(
            f"The journal could not be made at {path}: {error.strerror}. Name another place "
            "with --db."
        ) from error
    finally:
        remove_draft(draft)
