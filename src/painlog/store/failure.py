"""SQLite's failures as sentences for a person."""

import sqlite3

_SENTENCES = {
    sqlite3.SQLITE_FULL: "The disk is full. Nothing was saved; free some space and try again.",
    sqlite3.SQLITE_BUSY: "Another painlog is writing and has not finished. Try again in a moment.",
    sqlite3.SQLITE_LOCKED: "Another painlog is writing and has not finished. Try again.",
    # Names and ids are looked up before they are written, so only a second writer gets here.
    sqlite3.SQLITE_CONSTRAINT: "Another painlog changed the journal at the same moment. Nothing "
    "was saved; look at what is there and try again.",
    sqlite3.SQLITE_READONLY: "The journal cannot be written: it is read-only. Nothing was saved.",
    sqlite3.SQLITE_IOERR: "The disk did not take or give the data. Nothing was saved; check for "
    "free space and a working disk, then try again.",
    sqlite3.SQLITE_CANTOPEN: "The journal cannot be opened. Check that its directory exists and "
    "is yours, or name another file with --db.",
    sqlite3.SQLITE_CORRUPT: "The journal's file is damaged. Nothing was changed; put back a copy "
    "of it.",
    sqlite3.SQLITE_NOTADB: "The journal's file is damaged. Nothing was changed; put back a copy "
    "of it.",
}


def sentence(error: sqlite3.Error) -> str:
    """What went wrong with the journal's file, what that means and what to do."""
    # The low byte is the kind of failure; the rest tells where in SQLite it was met.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return _SENTENCES.get(code, f"The journal could not be used ({error}). Nothing was saved.")
