"""What SQLite refuses, as sentences."""

import sqlite3

import pytest

from painlog.model.region import Region
from painlog.store.failure import sentence
from painlog.store.journal import Journal


def test_two_writers_of_one_name_are_told_of_each_other(path):
    twin = Region("old scar", "optional", "own", own=True)
    with Journal(path, writing=True) as journal:
        with journal.change("regions add") as change:
            change.add(twin)
        with pytest.raises(sqlite3.IntegrityError) as refused, journal.change("again") as change:
            change.add(twin)
    assert sentence(refused.value) == (
        "Another program changed the journal at the same moment. Nothing was saved; look at what "
        "is there and try again."
    )


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (sqlite3.SQLITE_FULL, "The disk is full. The change is saved."),
        (sqlite3.SQLITE_CORRUPT, "The journal's file is damaged. The change is saved."),
        (0, "The journal could not be used (OperationalError). The change is saved."),
    ],
)
def test_what_fails_after_a_change_does_not_say_that_nothing_was_saved(code, said):
    error = sqlite3.OperationalError("no idea")
    error.sqlite_errorcode = code
    assert sentence(error, saved=True) == said


def test_where_the_disk_fails_last_nothing_is_promised():
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC
    assert sentence(error) == (
        "The disk failed at the very end. The change may have been saved or not: check for a "
        "working disk, and look at what is there before you try again."
    )


def test_text_that_is_no_text_is_not_quoted():
    error = sqlite3.OperationalError("Could not decode to UTF-8 column 'note' with text 'my note'")
    assert sentence(error) == (
        "The journal's file is damaged. Nothing was changed; put back a copy of it."
    )
