"""What SQLite refuses, in words."""

import sqlite3

import pytest

from painlog.model.region import Region
from painlog.store.failure import DAMAGED, failure_of
from painlog.store.journal import Journal


def failed(code):
    error = sqlite3.OperationalError("database or something")
    error.sqlite_errorcode = code
    return failure_of(error)


@pytest.mark.parametrize(
    ("code", "beginning"),
    [
        (sqlite3.SQLITE_FULL, "The disk is full."),
        (sqlite3.SQLITE_BUSY, "Another program is using the journal"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "Another program is using the journal"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "The journal cannot be written: it is read-only."),
        (sqlite3.SQLITE_IOERR_WRITE, "The disk could not be read or written."),
        (sqlite3.SQLITE_CANTOPEN, "The journal cannot be opened."),
        (sqlite3.SQLITE_CORRUPT_INDEX, "The journal's file is damaged."),
        (sqlite3.SQLITE_NOTADB, "The journal's file is damaged."),
    ],
)
def test_a_failure_is_put_into_words(code, beginning):
    assert failed(code).what.startswith(beginning)


def test_only_where_the_disk_fails_last_may_the_change_be_there():
    assert failed(sqlite3.SQLITE_IOERR_FSYNC).may_be_saved
    assert not failed(sqlite3.SQLITE_IOERR_WRITE).may_be_saved


def test_two_writers_of_one_name_are_told_of_each_other(path):
    twin = Region("old scar", "optional", "own", own=True)
    with Journal(path, writing=True) as journal:
        with journal.change("regions add") as change:
            change.add(twin)
        with pytest.raises(sqlite3.IntegrityError) as refused, journal.change("again") as change:
            change.add(twin)
    assert failure_of(refused.value).what == (
        "Another program changed the journal at the same moment."
    )


def test_a_failure_without_words_of_its_own_is_named_not_quoted():
    error = sqlite3.IntegrityError("FOREIGN KEY constraint failed")
    assert failure_of(error).what == "The journal could not be used (IntegrityError)."
    error.sqlite_errorname = "SQLITE_MISMATCH"
    assert failure_of(error).what == "The journal could not be used (SQLITE_MISMATCH)."


def test_text_that_is_no_text_is_not_quoted():
    error = sqlite3.OperationalError("Could not decode to UTF-8 column 'note' with text 'my note'")
    assert failure_of(error) == DAMAGED
