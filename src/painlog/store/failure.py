"""Describe SQLite's failures in words for a person."""

import sqlite3
from typing import NamedTuple


class Failure(NamedTuple):
    """What went wrong, and what to do where nothing was saved."""

    what: str
    advice: str = ""
    may_be_saved: bool = False


DAMAGED = Failure("The journal's file is damaged.", "Restore a backup with: painlog restore FILE")
# It may be painlog, or any program that opens databases.
_IN_USE = Failure(
    "Another program is using the journal and has not finished.", "Try again in a moment."
)
_FAILURES = {
    sqlite3.SQLITE_FULL: Failure("The disk is full.", "Free some space and try again."),
    sqlite3.SQLITE_BUSY: _IN_USE,
    sqlite3.SQLITE_LOCKED: _IN_USE,
    # Names and ids are looked up before they are written, so only a second writer gets here.
    sqlite3.SQLITE_CONSTRAINT: Failure(
        "Another program changed the journal at the same moment.",
        "Look at what is there and try again.",
    ),
    sqlite3.SQLITE_READONLY: Failure("The journal cannot be written: it is read-only."),
    sqlite3.SQLITE_IOERR: Failure(
        "The disk could not be read or written.",
        "Check for free space and a working disk, then try again.",
    ),
    sqlite3.SQLITE_CANTOPEN: Failure(
        "The journal cannot be opened.",
        "Check that its directory exists and is yours, or name another file with --db.",
    ),
    sqlite3.SQLITE_INTERRUPT: Failure(
        "Reading the journal took far more work than a journal of its size needs, so it was "
        "stopped.",
        "To see what another program put into it, type: painlog check",
    ),
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
    # What was written last may still be found when the file is next opened.
    sqlite3.SQLITE_IOERR_FSYNC: Failure(
        "The disk failed at the very end; check that it works.", may_be_saved=True
    ),
}


def failure_of(error: sqlite3.Error | UnicodeDecodeError) -> Failure:
    """Return what an error that SQLite raised means, without quoting what is stored."""
    # Python raises this for text that is not UTF-8 in a row, a table's definition or one of
    # SQLite's messages. It quotes the text, which may be a note.
    unreadable = isinstance(error, UnicodeDecodeError)
    if unreadable or str(error).startswith("Could not decode to UTF-8"):
        return DAMAGED
    code = getattr(error, "sqlite_errorcode", 0)
    # The low byte is the kind of failure; the rest tells where in SQLite it happened.
    for known in (code, code & 0xFF):
        if known in _FAILURES:
            return _FAILURES[known]
    # Only the name of the failure: its message may quote what a person wrote.
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    return Failure(f"The journal could not be used ({name}).")
