"""Another journal's file is read through a copy, and never changed."""

import gzip
import io
import os
import sqlite3
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from builders import consultation, course, entry, on, peg
from conftest import NOW
from painlog.errors import BadFileError, RefusedError
from painlog.store.database import SCHEMA_VERSION
from painlog.store.journal import Journal
from painlog.store.merge_source import other_journal

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
        change.add(RATED)
    return directory / "other.db"


def around(file):
    return {f.name: (f.read_bytes(), f.stat().st_mtime_ns) for f in file.parent.iterdir()}


def notes_of(file, here):
    with (
        file.open("rb") as opened,
        other_journal(opened, str(file), file, here, NOW) as journal,
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
    with old.open("rb") as opened, other_journal(opened, "old.db", old, path, NOW) as journal:
        assert journal.count() > 0
        assert {c.updated_at for c in journal.courses()} <= {""}
    assert around(old) == before


def test_one_that_is_written_to_is_read_as_it_is_now(other, path):
    with Journal(other, writing=True) as writer:
        with writer.change("add") as change:
            change.add(entry("neck", 3, day=2))
        before = around(other)
        assert notes_of(other, path) == [("left heel", 6), ("neck", 3)]
        assert around(other) == before


def test_one_without_a_place_is_read_too(other, path):
    with (
        io.BytesIO(other.read_bytes()) as given,
        other_journal(given, "standard input", None, path, NOW) as journal,
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
    with other.open("rb") as opened, other_journal(opened, "other.db", other, path, NOW) as journal:
        assert journal.path.stat().st_mode & 0o777 == 0o600
        assert journal.path.parent.stat().st_mode & 0o777 == 0o700


def test_this_journal_is_not_another(other):
    with pytest.raises(RefusedError, match=r"other\.db is this journal itself"):
        notes_of(other, other)


@pytest.mark.parametrize(
    ("pragma", "sentence"),
    [
        ("application_id = 5", " is a database of another program. Export a table from it as CSV"),
        (f"user_version = {SCHEMA_VERSION + 1}", " was written by a newer painlog. Get the newer"),
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


def with_changes(file, sql):
    connection = sqlite3.connect(file)
    connection.execute("pragma ignore_check_constraints = on")
    connection.executescript(sql)
    connection.close()


VISIT = "insert into consultation (uid, held_on) values (printf('%036d', 1), '1000-01-01')"


@pytest.mark.parametrize(
    ("sql", "where"),
    [
        ("update entry set felt_at = '1899-03-01T20:00:00+01:00'", "entry 1"),
        ("update entry set uid = printf('%036d', 1)", "entry 1"),
        ("update entry set updated_at = 'yesterday'", "entry 1"),
        ("update entry set note = cast(x'ff41' as text)", "entry 1"),
        (VISIT, "visit 1"),
        ("insert into region (name, sides, own) values ('a;b', 'none', 1)", "region a;b"),
        ("insert into region (name, sides) values ('spot', 'none')", "region spot"),
        ("drop table peg", "table peg"),
    ],
)
def test_what_painlog_would_not_have_written_is_refused(other, path, sql, where):
    with_changes(other, sql)
    with pytest.raises(BadFileError) as refused:
        notes_of(other, path)
    assert str(refused.value) == (
        f"{other} holds something that painlog would not have written ({where}), so nothing "
        f"was imported. To see what can be mended, type: painlog check {other}"
    )


@pytest.mark.parametrize(
    ("thing", "where"),
    [
        (entry("neck", 3, felt_at=NOW + timedelta(minutes=2)), "entry 2"),
        (entry("neck", 3, felt_at=datetime(2099, 1, 1, tzinfo=UTC)), "entry 2"),
        (course("rest", start=40), "course 1"),
        (course("rest", start=40)._replace(ended_on=on(50)), "course 1"),
        (peg(1, 2, 3, day=40), "PEG 1"),
    ],
)
def test_what_is_still_to_come_is_refused(other, path, thing, where):
    with Journal(other, writing=True) as journal, journal.change("add") as change:
        change.add(thing)
    with pytest.raises(RefusedError) as refused:
        notes_of(other, path)
    assert str(refused.value).startswith(f"{other} holds a time that is still to come ({where}), ")


def test_a_visit_to_come_is_taken(other, path):
    with Journal(other, writing=True) as journal, journal.change("consult") as change:
        change.add(consultation(40))
    assert notes_of(other, path)


def test_what_is_of_this_moment_elsewhere_is_taken(other, path):
    ahead = NOW.astimezone(timezone(timedelta(hours=14)))
    with Journal(other, writing=True) as journal, journal.change("add") as change:
        change.add(entry("neck", 3, felt_at=ahead))
        change.add(consultation(1)._replace(held_on=ahead.date()))
    assert notes_of(other, path) == [("left heel", 6), ("neck", 3)]


def test_an_intensity_before_without_a_treatment_is_refused(other, path):
    with_changes(other, "update entry set intensity_before = 8")
    with pytest.raises(RefusedError, match=r"but no treatment \(entry 1\), so nothing was imp"):
        notes_of(other, path)


def test_a_damaged_one_without_a_place_is_called_what_the_person_calls_it(other, path):
    with (
        io.BytesIO(other.read_bytes()[:5000]) as given,
        pytest.raises(BadFileError) as refused,
        other_journal(given, "standard input", None, path, NOW),
    ):
        pass
    assert str(refused.value) == (
        "standard input is not a whole journal, so nothing was imported. Save it as a file. To "
        "see what can be mended, type: painlog check FILE"
    )


def test_one_from_a_pipe_with_a_name_is_read(other, path):
    with (
        io.BytesIO(other.read_bytes()) as given,
        other_journal(given, "/dev/fd/63", None, path, NOW) as journal,
    ):
        assert journal.count() == 1
