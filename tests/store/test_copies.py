"""A copy of a database holds one moment of it, whole and in one file."""

import sqlite3
from contextlib import closing

import pytest

from builders import entry
from painlog.errors import BadFileError, RefusedError
from painlog.files.drafts import draft_of
from painlog.store.copies import keep_copy, snapshot
from painlog.store.journal import Journal
from soundness import names_in


@pytest.fixture
def filled(path, store):
    """A journal with two entries."""
    store(entry("heel", 6), entry("heel", 5))
    return path


def dump(path):
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        return [*connection.iterdump()]


def test_a_snapshot_is_one_file_that_needs_no_log(filled):
    with draft_of(filled, "new") as draft, Journal(filled) as journal:
        snapshot(journal.connection, draft)
        assert dump(draft) == dump(filled)
        with closing(sqlite3.connect(draft)) as connection:
            assert connection.execute("pragma journal_mode").fetchone() == ("delete",)
        assert not draft.with_name(f"{draft.name}-wal").exists()


def test_a_snapshot_holds_what_is_in_the_log_alone(filled, tmp_path):
    with Journal(filled, writing=True) as journal, draft_of(tmp_path / "copy.db") as draft:
        with journal.change("add") as change:
            change.add(entry("heel", 4))
        assert filled.with_name("painlog.db-wal").stat().st_size > 0
        snapshot(journal.connection, draft)
        with closing(sqlite3.connect(draft)) as copy:
            assert copy.execute("select count(*) from entry").fetchone() == (3,)


def test_a_kept_copy_is_whole_private_and_alone(filled):
    kept = filled.with_name("kept.db")
    with Journal(filled) as journal:
        keep_copy(journal.connection, kept)
    assert dump(kept) == dump(filled)
    assert kept.stat().st_mode & 0o777 == 0o600
    assert names_in(filled.parent) == ["kept.db", "painlog.db"]


def test_a_kept_copy_never_goes_over_a_file(filled):
    kept = filled.with_name("kept.db")
    kept.write_text("mine")
    with Journal(filled) as journal, pytest.raises(RefusedError, match="appeared in the meantime"):
        keep_copy(journal.connection, kept)
    assert kept.read_text() == "mine"
    assert names_in(filled.parent) == ["kept.db", "painlog.db"]


def test_where_the_disk_fails_there_is_no_copy(filled, monkeypatch):
    def fail(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with Journal(filled) as journal, pytest.raises(BadFileError, match="No space left on device"):
        keep_copy(journal.connection, filled.with_name("kept.db"))
    assert names_in(filled.parent) == ["painlog.db"]
