"""Another journal's file is read through a copy, and never changed."""

import gzip
import io
import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from builders import entry
from painlog.errors import BadFileError, RefusedError
from painlog.store.file import SCHEMA_VERSION
from painlog.store.journal import Journal
from painlog.store.other import other_journal

FIXTURES = Path(__file__).parent / "fixtures"
RATED = entry("left heel", 6, felt_at=datetime(2026, 3, 1, 20, tzinfo=UTC))


@pytest.fixture
def other(tmp_path):
    """A journal of one entry in a directory of its own."""
    directory = tmp_path / "elsewhere"
    directory.mkdir()
    with (
        Journal(directory / "other.db", writing=True) as journal,
        journal.change("add") as change,
    ):
        change.add_entry(RATED)
    return directory / "other.db"


def around(file):
    return {f.name: (f.read_bytes(), f.stat().st_mtime_ns) for f in file.parent.iterdir()}


def notes_of(file, here):
    with (
        file.open("rb") as opened,
        other_journal(opened, str(file), file, here) as journal,
    ):
        return [(found.place, found.intensity) for found in journal.entries()]


def test_it_is_read_and_left_as_it_was(other, path, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    before = around(other)
    assert notes_of(other, path) == [("left heel", 6)]
    assert around(other) == before
    assert [f.name for f in tmp_path.iterdir()] == ["elsewhere"]


@pytest.mark.parametrize("version", [1, 2])
def test_an_older_one_is_brought_up_to_date_in_the_copy_alone(tmp_path, path, version):
    old = tmp_path / "elsewhere" / "old.db"
    old.parent.mkdir()
    old.write_bytes(gzip.decompress((FIXTURES / f"version_{version}.db.gz").read_bytes()))
    before = around(old)
    with old.open("rb") as opened, other_journal(opened, "old.db", old, path) as journal:
        assert journal.count() > 0
        assert {c.updated_at for c in journal.courses()} <= {""}
    assert around(old) == before


def test_one_that_is_written_to_is_read_as_it_is_now(other, path):
    with Journal(other, writing=True) as writer:
        with writer.change("add") as change:
            change.add_entry(entry("neck", 3, day=2))
        before = around(other)
        assert notes_of(other, path) == [("left heel", 6), ("neck", 3)]
        assert around(other) == before


def test_one_without_a_place_is_read_too(other, path):
    with (
        io.BytesIO(other.read_bytes()) as given,
        other_journal(given, "standard input", None, path) as journal,
    ):
        assert journal.count() == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_one_that_cannot_be_written_is_read_too(other, path):
    other.chmod(0o400)
    other.parent.chmod(0o500)
    try:
        assert notes_of(other, path) == [("left heel", 6)]
    finally:
        other.parent.chmod(0o700)


def test_the_copy_is_private(other, path):
    with other.open("rb") as opened, other_journal(opened, "other.db", other, path) as journal:
        assert journal.path.stat().st_mode & 0o777 == 0o600
        assert journal.path.parent.stat().st_mode & 0o777 == 0o700


def test_this_journal_is_not_another(other):
    with pytest.raises(RefusedError, match=r"other\.db is this journal itself"):
        notes_of(other, other)


@pytest.mark.parametrize(
    ("pragma", "sentence"),
    [
        ("application_id = 5", " is a database of another program. Take a table out of it as CSV"),
        (f"user_version = {SCHEMA_VERSION + 1}", " was written by a newer painlog. Update painlog"),
    ],
)
def test_what_cannot_be_read_is_refused(other, path, pragma, sentence):
    connection = sqlite3.connect(other)
    connection.execute(f"pragma {pragma}")
    connection.close()
    with pytest.raises(BadFileError) as refused:
        notes_of(other, path)
    assert sentence in str(refused.value)


@pytest.mark.parametrize("length", [60, 5000])
def test_a_damaged_one_is_refused(other, path, length):
    other.write_bytes(other.read_bytes()[:length])
    with pytest.raises(BadFileError, match=r"is cut short|is not whole"):
        notes_of(other, path)
