"""A journal is made in one step, private and whole, or not at all."""

import errno
import os
import sqlite3
import stat
from contextlib import closing

import pytest

from builders import entry
from painlog.errors import BadFileError
from painlog.files.drafts import draft_of
from painlog.store import empty, schema
from painlog.store.journal import Journal
from soundness import intensities, names_in

pytestmark = pytest.mark.usefixtures("migrated_journals")


def mode(path):
    return path.stat().st_mode & 0o777


def test_reading_makes_nothing(tmp_path):
    path = tmp_path / "data" / "painlog" / "painlog.db"
    for writing in (False, True):
        with Journal(path, writing=writing) as journal:
            assert not journal.exists
            assert list(journal.entries()) == []
    assert names_in(tmp_path) == []


def test_the_first_change_makes_the_file_and_nothing_else(path, store):
    store(entry("heel", 6))
    assert names_in(path.parent) == ["painlog.db"]
    assert intensities(path) == [6]


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777], ids=oct)
def test_only_its_owner_can_read_it_whatever_the_umask(tmp_path, umask):
    path = tmp_path / "data" / "painlog" / "painlog.db"
    before = os.umask(umask)
    try:
        with Journal(path) as journal:
            with journal.change("add") as change:
                change.add(entry("heel", 6))
            modes = {found.name: mode(found) for found in path.parent.iterdir()}
    finally:
        os.umask(before)
    assert modes == {"painlog.db": 0o600, "painlog.db-wal": 0o600, "painlog.db-shm": 0o600}
    assert (mode(path.parent), mode(path.parent.parent)) == (0o700, 0o700)


def test_a_directory_that_was_there_keeps_its_mode(tmp_path):
    tmp_path.chmod(0o755)
    empty.create(tmp_path / "painlog.db")
    assert mode(tmp_path) == 0o755


def test_making_one_where_one_is_leaves_it_as_it_was(path, store):
    store(entry("heel", 6))
    before = path.read_bytes()
    empty.create(path)
    assert path.read_bytes() == before
    assert names_in(path.parent) == ["painlog.db"]


@pytest.mark.parametrize("error", [sqlite3.OperationalError, KeyboardInterrupt])
def test_when_it_cannot_be_made_nothing_is_left(path, monkeypatch, error):
    def migrate(connection, _):
        connection.execute("create table half (made)")
        raise error

    monkeypatch.setattr(schema, "migrate", migrate)
    with pytest.raises(error):
        empty.create(path)
    assert names_in(path.parent) == []


def test_a_link_to_where_there_is_none_yet_is_followed(tmp_path, path):
    target = tmp_path / "synced" / "painlog.db"
    target.parent.mkdir()
    path.symlink_to(target)
    with Journal(path) as journal, journal.change("add") as change:
        change.add(entry("heel", 6))
    assert path.is_symlink()
    assert intensities(target) == [6]
    assert names_in(target.parent) == ["painlog.db"]


@pytest.mark.parametrize("name", ["file/painlog.db", "file/new/painlog.db", "x" * 250])
def test_where_it_cannot_be_made_a_sentence_says_so(tmp_path, name):
    (tmp_path / "file").write_text("mine")
    path = tmp_path / name
    with pytest.raises(BadFileError) as refused:
        empty.create(path)
    reason = "File name too long" if name.startswith("x") else "Not a directory"
    assert str(refused.value) == (
        f"The journal could not be made at {path}: {reason}. Name another place with --db."
    )
    assert names_in(tmp_path) == ["file"]


def test_one_in_a_draft_is_a_whole_journal_without_a_log(path):
    with draft_of(path) as draft:
        empty.in_draft(draft).close()
        assert names_in(path.parent) == [draft.name]
        draft.rename(path)
    assert intensities(path) == []


def test_one_in_memory_has_the_tables_of_one_in_a_file(path):
    def tables(connection):
        return {
            *connection.execute(
                "select name, sql from sqlite_schema where name not like '\\_%' escape '\\'"
                " and type <> 'index'"
            )
        }

    empty.create(path)
    with Journal(path) as journal, closing(empty.in_memory()) as made:
        assert {name for name, _ in tables(made)} == {
            name for name, _ in tables(journal.connection)
        }


def test_without_hard_links_the_journal_of_another_program_that_was_first_stays(path, monkeypatch):
    def appear_and_refuse(*_):
        path.write_text("somebody else's")
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", appear_and_refuse)
    empty.create(path)
    assert path.read_text() == "somebody else's"
    assert names_in(path.parent) == ["painlog.db"]


def test_one_that_others_may_use_already_stays_where_the_disk_fails(path, monkeypatch):
    fsync = os.fsync

    def fail(descriptor):
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "Input/output error")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(BadFileError, match="could not be made at"):
        empty.create(path)
    assert names_in(path.parent) == ["painlog.db"]
    assert intensities(path) == []
