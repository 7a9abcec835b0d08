"""What is said of an error, and of what was done before it."""

import sqlite3
from pathlib import Path

import pytest

from painlog.cli.base.refusals import refusal, what_was_saved
from painlog.outcome import outcome

NOWHERE = Path("none.db")


@pytest.fixture(autouse=True)
def _new_run():
    outcome.begin()
    yield
    outcome.begin()


def said(code, error=None):
    error = error or sqlite3.OperationalError("no idea")
    error.sqlite_errorcode = code
    (sentence,), exit_code = refusal(error, ["add"], NOWHERE)
    assert exit_code == 1
    return sentence


def test_each_outcome_has_its_sentence():
    assert what_was_saved() == "Nothing was saved."
    outcome.unsure = True
    assert what_was_saved() == (
        "The change may have been saved; before you try again, look with: painlog list"
    )
    outcome.written = Path("out\n.csv")
    assert what_was_saved() == "out / .csv is written."
    outcome.saved = True
    assert what_was_saved() == "The change is saved."


def test_where_nothing_was_saved_a_failure_ends_with_what_to_do():
    assert said(sqlite3.SQLITE_FULL) == (
        "The disk is full. Nothing was saved. Free some space and try again."
    )
    assert said(sqlite3.SQLITE_READONLY) == (
        "The journal cannot be written: it is read-only. Nothing was saved."
    )


@pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_CORRUPT, 0])
def test_a_failure_after_a_change_does_not_say_that_nothing_was_saved(code):
    outcome.saved = True
    assert said(code).endswith(". The change is saved.")


def test_where_the_disk_fails_last_it_is_left_open():
    assert said(sqlite3.SQLITE_IOERR_FSYNC) == (
        "The disk failed at the very end; check that it works. "
        "The change may have been saved; before you try again, look with: painlog list"
    )


def test_what_could_not_be_written_is_named_with_what_was():
    error = OSError(28, "No space left on device")
    assert refusal(error, [], NOWHERE)[0] == (
        "The output could not be written: No space left on device.",
    )
    outcome.written = Path("out.csv")
    assert refusal(error, [], NOWHERE)[0] == (
        "The output could not be written: No space left on device. out.csv is written.",
    )
