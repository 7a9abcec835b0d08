"""SQLite's failures as sentences for a person."""

import sqlite3
from typing import NamedTuple

SAVED = "The change is saved."


class _Words(NamedTuple):
    """What went wrong, and what is said then where nothing was saved."""

    what: str
    then: str


_DAMAGED = _Words("The journal's file is damaged.", "Nothing was changed; put back a copy of it.")
# It may be painlog, or any program that opens databases.
_IN_USE = _Words(
    "Another program is using the journal and has not finished.", "Try again in a moment."
)
_WORDS = {
    sqlite3.SQLITE_FULL: _Words(
        "The disk is full.", "Nothing was saved; free some space and try again."
    ),
    sqlite3.SQLITE_BUSY: _IN_USE,
    sqlite3.SQLITE_LOCKED: _IN_USE,
    # Names and ids are looked up before they are written, so only a second writer gets here.
    sqlite3.SQLITE_CONSTRAINT: _Words(
        "Another program changed the journal at the same moment.",
        "Nothing was saved; look at what is there and try again.",
    ),
    sqlite3.SQLITE_READONLY: _Words(
        "The journal cannot be written: it is read-only.", "Nothing was saved."
    ),
    sqlite3.SQLITE_IOERR: _Words(
        "The disk did not take or give the data.",
        "Nothing was saved; check for free space and a working disk, then try again.",
    ),
    sqlite3.SQLITE_CANTOPEN: _Words(
        "The journal cannot be opened.",
        "Check that its directory exists and is yours, or name another file with --db.",
    ),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    # What was written last may still be found when the file is next opened.
    sqlite3.SQLITE_IOERR_FSYNC: _Words(
        "The disk failed at the very end.",
        "The change may have been saved or not: check for a working disk, and look at what is "
        "there before you try again.",
    ),
}


def sentence(error: sqlite3.Error | UnicodeDecodeError, *, saved: bool = False) -> str:
    """What went wrong with the journal's file, what that means and what to do.

    Args:
        error: What SQLite raised.
        saved: Whether the command had changed the journal before.
    """
    words = _words(error)
    return f"{words.what} {SAVED if saved else words.then}"


def _words(error: sqlite3.Error | UnicodeDecodeError) -> _Words:
    # Python finds text that is no UTF-8 itself, in a row, a table's definition or what SQLite says
    # of one, and quotes it: it may be a note.
    unreadable = isinstance(error, UnicodeDecodeError)
    if unreadable or str(error).startswith("Could not decode to UTF-8"):
        return _DAMAGED
    code = getattr(error, "sqlite_errorcode", 0)
    # The low byte is the kind of failure; the rest tells where in SQLite it was met.
    for known in (code, code & 0xFF):
        if known in _WORDS:
            return _WORDS[known]
    # Only the name of the failure: what it is about may be what a person wrote.
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    return _Words(f"The journal could not be used ({name}).", "Nothing was saved.")
