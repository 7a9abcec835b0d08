"""Migrations: how sqlite-utils makes and changes the tables of a journal.

Migrations are append-only: once released, a migration is never edited. Each raises
`user_version` by one, so that the write path can check the schema without sqlite-utils.
"""

import sqlite3
from collections.abc import Callable

from sqlite_utils import Database, Migrations

from painlog.store import generation, tables
from painlog.store.foreign import refuse_foreign_parts

FIRST_WITH_GENERATION = 4

migrations = Migrations("painlog")

# Migrations that rewrite stored data: before them, a copy of the file is kept beside it.
REWRITING = frozenset({"m005_uses"})


@migrations()
def m001_journal(db: Database) -> None:
    """Make the tables of version 1."""
    tables.version_1(db)


@migrations()
def m002_peg(db: Database) -> None:
    """Migrate from version 1 to 2."""
    tables.version_2(db)


@migrations()
def m003_in_and_out(db: Database) -> None:
    """Migrate from version 2 to 3."""
    tables.version_3(db)


@migrations()
def m004_generation(db: Database) -> None:
    """Migrate from version 3 to 4."""
    tables.version_4(db)


@migrations()
def m005_uses(db: Database) -> None:
    """Migrate from version 4 to 5."""
    tables.version_5(db)


@migrations()
def m006_signs_trials_and_days(db: Database) -> None:
    """Migrate from version 5 to 6."""
    tables.version_6(db)


@migrations()
def m007_changes_since_backups(db: Database) -> None:
    """Migrate from version 6 to 7."""
    tables.version_7(db)


def migrate(connection: sqlite3.Connection, before_rewriting: Callable[[], object]) -> None:
    """Bring a journal to the newest schema, completely or not at all.

    Args:
        connection: In autocommit mode, outside a transaction.
        before_rewriting: Called once, before a migration that rewrites stored data, while nobody
            else can write.
    """
    db = Database(connection)
    # The lock comes first: if two programs start at once, only one migrates.
    connection.execute("begin immediate")
    try:
        refuse_foreign_parts(connection, writing=True)
        version = _version(connection)
        if version and REWRITING & {m.name for m in migrations.pending(db)}:
            before_rewriting()
        migrations.apply(db)
        if FIRST_WITH_GENERATION <= version < _version(connection):
            generation.step(connection)
        connection.execute("commit")
    except BaseException:
        # If the disk was full, SQLite has rolled back already.
        if connection.in_transaction:
            connection.execute("rollback")
        raise


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("pragma user_version").fetchone()
    return int(version)
