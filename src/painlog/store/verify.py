"""Check whether a database is whole, and count what it holds."""

import sqlite3
from collections.abc import Mapping

# A copy must have the same number of rows in each of these tables.
_COUNTED = (
    *(
        "entry",
        "use",
        "course",
        "consultation",
        "question",
        "peg",
        "red_flag_answer",
        "trial",
        "trial_day",
    ),
    *("day_note", "day_factor", "factor", "region", "treatment", "change"),
)
_MOST_FAULTS = 1000
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
# What Python raises on a damaged file; the latter if even a table name is not UTF-8.
DamageErrors = (sqlite3.DatabaseError, UnicodeDecodeError)


def is_damage(error: Exception) -> bool:
    """Return whether an error means that the file is damaged."""
    return (
        isinstance(error, UnicodeDecodeError)
        or getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE
    )


def counts(connection: sqlite3.Connection) -> Mapping[str, int]:
    """Count the rows of the tables that hold a person's data; a missing table has 0."""
    there = {name for (name,) in connection.execute("select name from sqlite_schema")}
    return {
        table: connection.execute(f"select count(*) from {table}").fetchone()[0]
        if table in there
        else 0
        for table in _COUNTED
    }


def uses_once(connection: sqlite3.Connection) -> int:
    """Count the uses; one that was noted for several places at a moment counts once."""
    if not counts(connection)["use"]:
        return 0
    [(number,)] = connection.execute(
        "select (select count(*) from use where entry_id is null) + (select count(*) from"
        " (select distinct used_at, treatment, dose from use where entry_id is not null))"
    )
    return int(number)


def damages(connection: sqlite3.Connection) -> list[str]:
    """Return what SQLite finds wrong with a file, in SQLite's words; nothing if it is whole."""
    lines: list[str] = []
    try:
        for (text,) in connection.execute(f"pragma integrity_check({_MOST_FAULTS})"):
            # A line such as "*** in database main ***" is only a title.
            lines += [line for line in str(text).splitlines() if not line.startswith("***")]
    except DamageErrors as error:
        if not is_damage(error):
            raise  # a locked file or a full disk does not mean damage
        return [*lines, in_words(error)]
    return [] if lines == ["ok"] else lines


def in_words(error: Exception) -> str:
    """Describe an error that a damaged file caused."""
    return "a name in it is not text" if isinstance(error, UnicodeDecodeError) else str(error)


def loose_rows(connection: sqlite3.Connection) -> list[tuple[str, int | None, str]]:
    """Find orphan rows: their table, their rowid if there is one, and the table they refer to."""
    rows = connection.execute("pragma foreign_key_check")
    return [(table, rowid, parent) for table, rowid, parent, _ in rows]
