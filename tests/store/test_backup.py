"""Backups: a verified copy of one moment, in one file, noted in the journal; older ones in turn."""

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from itertools import islice

import pytest

from builders import consultation, course, entry, peg
from painlog.errors import BadFileError, RefusedError
from painlog.store import connections, database
from painlog.store.backup import Backup, back_up, latest, names_in, remove_older
from painlog.store.journal import Journal

NOON = datetime(2026, 3, 31, 12, 0)  # noqa: DTZ001 - a wall clock


@pytest.fixture
def filled(path, store):
    store(entry("left heel", 6, treatments=["heat"], before=8), entry("neck", 3))
    store(course("heat", "heel"), consultation(2, "keep on"), peg(6, 5, 7))
    return path


def made(path, target, **how):
    with Journal(path) as journal:
        return back_up(journal, [target], **how)


def dump(path):
    with closing(sqlite3.connect(path)) as connection:
        # What the journal notes of a backup, once it is made, is the next state of the journal.
        token = 'INSERT INTO "generation"'
        dumped = connection.iterdump()
        return [line for line in dumped if "backup" not in line and not line.startswith(token)]


def test_it_holds_what_the_journal_holds_in_one_file_of_ones_own(filled, tmp_path):
    target = tmp_path / "copy.db"
    before = os.umask(0)
    try:
        copy = made(filled, target)
    finally:
        os.umask(before)
    assert copy == Backup(target, target.stat().st_size, 2, noted=True, uses=1)
    assert dump(target) == dump(filled)
    assert target.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(target)) as connection:
        pragmas = ("journal_mode", "application_id", "user_version")
        said = [connection.execute(f"pragma {p}").fetchone()[0] for p in pragmas]
    assert said == ["delete", database.APPLICATION_ID, database.SCHEMA_VERSION]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["copy.db", "painlog.db"]


def test_it_is_of_the_moment_at_which_it_began_whoever_writes_meanwhile(filled, tmp_path):
    with (
        Journal(filled) as reading,
        Journal(filled, writing=True) as writing,
        writing.change("add") as change,
    ):
        change.add(entry("heel", 1))
        copy = back_up(reading, [tmp_path / "copy.db"])
        change.add(entry("heel", 2))
    # The note waited for the other's end, and gave up.
    assert (copy.entries, copy.noted) == (2, False)
    with Journal(tmp_path / "copy.db") as journal:
        assert journal.count() == 2


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.2)


def test_the_journal_notes_it_and_what_was_changed_since(filled, tmp_path, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr("painlog.store.log.now_text", lambda: "2026-03-31T10:00:00+00:00")
        made(filled, tmp_path / "copy.db")
    with Journal(filled, writing=True) as journal:
        journal.connection.execute("update change set made_at = '2026-03-31T09:00:00+00:00'")
        noted = latest(journal.connection)
        assert noted == (
            datetime.fromisoformat("2026-03-31T10:00:00+00:00"),
            tmp_path / "copy.db",
            2,
            0,
        )
        with journal.change("edit") as change:
            change.edit(journal.entry(1)._replace(intensity=5))
            change.edit(journal.entry(1)._replace(intensity=4))
            change.remove_key("entry", 2)
        assert latest(journal.connection).changes == 1
        journal.undo()
        assert latest(journal.connection).changes == 0
        journal.redo()
        assert latest(journal.connection).changes == 1
        for _ in range(2):
            journal.undo()
        assert latest(journal.connection).changes == 1, "what the backup holds was taken back"
        with journal.change("start") as change:
            change.add(course("heat"))
        # The log no longer has what was undone.
        assert latest(journal.connection).changes == 2


def test_what_was_undone_before_it_and_redone_since_is_a_change(filled, tmp_path):
    with Journal(filled, writing=True) as journal:
        journal.undo()
    made(filled, tmp_path / "copy.db")
    with Journal(filled, writing=True) as journal:
        assert latest(journal.connection).changes == 0
        journal.redo()
        assert latest(journal.connection).changes == 1


def test_a_change_that_was_backed_up_is_not_continued(filled, tmp_path):
    with Journal(filled, writing=True) as journal:
        with journal.change("add") as first:
            first.add(course("heat"))
        made(filled, tmp_path / "copy.db")
        with journal.change("add", first.id) as second:
            second.add(course("stretching"))
        assert second.id != first.id
        assert latest(journal.connection).changes == 1


def test_the_note_of_an_older_painlog_goes_by_the_time_and_misses_nothing(filled, tmp_path):
    made(filled, tmp_path / "copy.db")
    with Journal(filled, writing=True) as journal:
        connection = journal.connection
        connection.execute("update backup set last_change = null, changes = null")
        connection.execute("update backup set made_at = '2026-03-31T10:00:00+00:00'")
        for second, changes in ((9, 0), (10, 2), (11, 2)):
            connection.execute(f"update change set made_at = '2026-03-31T{second:02}:00:00+00:00'")
            assert latest(connection).changes == changes


def test_the_note_is_no_change_that_undo_takes_back(filled, tmp_path):
    made(filled, tmp_path / "copy.db")
    with Journal(filled, writing=True) as journal:
        assert [journal.undo().summary for _ in range(2)] == ["3 things", "2 things"]
        assert latest(journal.connection).file == tmp_path / "copy.db"


def test_where_no_note_can_be_written_there_is_a_backup_all_the_same(filled, tmp_path):
    with Journal(filled) as journal:
        journal.close()
        journal.connection = connections.open_to_look(filled, immutable=True)
        assert not back_up(journal, [tmp_path / "copy.db"]).noted
    assert dump(tmp_path / "copy.db") == dump(filled)


def test_of_no_journal_there_is_none(path, tmp_path):
    with Journal(path) as journal, pytest.raises(RefusedError) as refused:
        back_up(journal, [tmp_path / "copy.db"])
    assert str(refused.value) == (
        f"There is no journal {path}, so there is nothing to back up. Name the journal with --db."
    )
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_left_alone_unless_forced(filled, tmp_path):
    target = tmp_path / "copy.db"
    target.write_text("mine")
    with pytest.raises(RefusedError, match=r"copy\.db already exists and was left alone\."):
        made(filled, target)
    assert target.read_text() == "mine"
    assert made(filled, target, force=True).entries == 2
    assert dump(target) == dump(filled)


@pytest.mark.parametrize("part", ["-wal", "-shm", "-journal"])
def test_what_belongs_to_another_database_of_that_name_is_not_joined_to_it(filled, tmp_path, part):
    (tmp_path / f"copy.db{part}").write_text("theirs")
    with pytest.raises(RefusedError, match="so a database of that name is or was in use"):
        made(filled, tmp_path / "copy.db", force=True)
    assert not (tmp_path / "copy.db").exists()


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (
            "insert into use (id, uid, used_at, treatment, entry_id, created_at, updated_at)"
            " values (-7, printf('%036d', 7), '2026-03-01T20:00:00+01:00', 'heat', 77, '', '')",
            "a row of use refers to a missing row of entry",
        ),
        ("pragma user_version = 2", "it does not hold what the journal holds"),
    ],
)
def test_a_copy_that_is_not_whole_is_none(filled, tmp_path, spoil, reason):
    with Journal(filled, writing=True) as journal:
        journal.connection.execute("pragma foreign_keys = off")
        journal.connection.execute(spoil)
        with pytest.raises(BadFileError) as refused:
            back_up(journal, [tmp_path / "copy.db"])
    assert str(refused.value) == (
        f"No backup was made: the copy is not whole ({reason}). Older backups were left alone. "
        "To see what is wrong with the journal: painlog check"
    )
    assert [p.name for p in tmp_path.iterdir()] == ["painlog.db"]


def test_names_tell_the_minute_and_go_on_where_one_is_taken(path, tmp_path):
    names = islice(names_in(tmp_path, path, NOON), 3)
    assert [name.name for name in names] == [
        "painlog-2026-03-31-1200.db",
        "painlog-2026-03-31-1200-2.db",
        "painlog-2026-03-31-1200-3.db",
    ]


def test_the_newest_by_name_are_kept_and_nothing_else_is_touched(path, tmp_path):
    ours = [
        "painlog-2025-12-31-2359.db",
        "painlog-2026-03-30-0800.db",
        "painlog-2026-03-30-0800-2.db",
        "painlog-2026-03-30-0800-10.db",
        "painlog-2026-03-31-1200.db",
    ]
    others = [
        "painlog-2020-01-01-0000.db.gz",
        "painlog-2020-01-01.db",
        "other-2020-01-01-0000.db",
        "painlog.db",
        "notes.txt",
    ]
    for name in ours + others:
        (tmp_path / name).write_text(name)
    (tmp_path / "painlog-2019-01-01-0000.db").mkdir()
    (tmp_path / "painlog-2018-01-01-0000.db").symlink_to(tmp_path / "notes.txt")
    removed = remove_older(tmp_path, path, 2, tmp_path / ours[-1], {*ours, *others})
    assert [r.name for r in removed] == [
        "painlog-2026-03-30-0800-2.db",
        "painlog-2026-03-30-0800.db",
        "painlog-2025-12-31-2359.db",
    ]
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(
        [
            *others,
            "painlog-2026-03-30-0800-10.db",
            "painlog-2026-03-31-1200.db",
            "painlog-2019-01-01-0000.db",
            "painlog-2018-01-01-0000.db",
        ]
    )


def test_the_one_just_made_stays_though_a_clock_was_set_back(path, tmp_path):
    for name in ("painlog-2027-01-01-0000.db", "painlog-2026-01-01-0000.db"):
        (tmp_path / name).touch()
    newest = tmp_path / "painlog-2026-01-01-0000.db"
    removed = remove_older(tmp_path, path, 1, newest, {"painlog-2027-01-01-0000.db"})
    assert [r.name for r in removed] == ["painlog-2027-01-01-0000.db"]
    assert newest.exists()
