"""Whether a database is whole, and how much it holds."""

import sqlite3
from collections.abc import Mapping

# What a copy must hold as many of.
_COUNTED = ("entry", "course", "consultation", "peg", "region", "treatment", "change")
_MOST_FAULTS = 1000
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
# What a damaged file makes Python raise: where even its table names are no text, this.
DamageErrors = (sqlite3.DatabaseError, UnicodeDecodeError)


def is_damage(error: Exception) -> bool:
    """Whether SQLite has met a file that is not as it should be."""
    return (
        isinstance(error, UnicodeDecodeError)
        or getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE
    )


def counts(connection: sqlite3.Connection) -> Mapping[str, int]:
    """How many rows the tables hold that a person's data is in; a table that is not there has 0."""
    there = {name for (name,) in connection.execute("select name from sqlite_schema")}
    return {
        table: connection.execute(f"select count(*) from {table}").fetchone()[0]
        if table in there
        else 0
        for table in _COUNTED
    }


def damages(connection: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong with the file, in its own words; nothing for a whole one."""
    lines: list[str] = []
    try:
        for (text,) in connection.execute(f"pragma integrity_check({_MOST_FAULTS})"):
            # "*** in database main ***" stands above what it found.
            lines += [line for line in str(text).splitlines() if not line.startswith("***")]
    except DamageErrors as error:
        if not is_damage(error):
            raise  # a locked file or a full disk says nothing about the content
        return [*lines, in_words(error)]
    return [] if lines == ["ok"] else lines


def in_words(error: Exception) -> str:
    """What a damaged file made go wrong."""
    return "its tables have no names" if isinstance(error, UnicodeDecodeError) else str(error)


def loose_rows(connection: sqlite3.Connection) -> list[tuple[str, int | None, str]]:
    """Rows that name what is not there: table, rowid (None where it has none), table named."""
    rows = connection.execute("pragma foreign_key_check")
    return [(table, rowid, parent) for table, rowid, parent, _ in rows]
