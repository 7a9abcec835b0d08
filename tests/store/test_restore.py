"""Restore: what is put back, what is kept, undo and redo of it, and files that are no backups."""

import gzip
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from builders import entry
from painlog.errors import GET_NEWER, BadFileError, RefusedError
from painlog.store import connections, database, restore
from painlog.store.backup import latest
from painlog.store.journal import Journal
from painlog.store.restore import Restored
from soundness import intensities, names_in

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.2)


def test_it_puts_the_backup_in_the_journals_place_and_keeps_the_journal(path, saved):
    before = path.read_bytes()
    kept = path.with_name("painlog.before-restore-1.db")
    content = saved.read_bytes()
    assert restore.restore(path, saved) == Restored(2, kept)
    assert intensities(path) == [6, 3]
    assert intensities(kept) == [6, 3, 9]
    assert [p.stat().st_mode & 0o777 for p in (path, kept)] == [0o600, 0o600]
    assert names_in(path.parent) == ["elsewhere", "painlog.before-restore-1.db", "painlog.db"]
    assert saved.read_bytes() == content
    assert names_in(saved.parent) == ["saved.db"]
    assert before != path.read_bytes()


def test_what_is_there_goes_on_as_a_journal(path, saved, store):
    restore.restore(path, saved)
    (stored,) = store(entry("heel", 1, hour=22))
    assert stored.id == 3
    assert intensities(path) == [6, 3, 1]
    with Journal(path) as journal:
        said = [
            journal.connection.execute(f"pragma {name}").fetchone()[0]
            for name in ("journal_mode", "application_id", "user_version")
        ]
    assert said == ["wal", database.APPLICATION_ID, database.SCHEMA_VERSION]


def test_where_there_was_no_journal_there_is_one_and_undo_leaves_an_empty_one(saved, tmp_path):
    path = tmp_path / "new" / "home" / "painlog.db"
    assert restore.restore(path, saved) == Restored(2, None)
    assert path.stat().st_mode & 0o777 == 0o600
    assert [d.stat().st_mode & 0o777 for d in (path.parent, path.parents[1])] == [0o700, 0o700]
    assert names_in(path.parent) == ["painlog.db"]
    with Journal(path, writing=True) as journal:
        journal.undo()
    assert intensities(path) == []
    with Journal(path, writing=True) as journal:
        journal.redo()
    assert intensities(path) == [6, 3]


def test_the_journal_keeps_its_own_notes_of_backups(path, saved):
    restore.restore(path, saved)
    with Journal(path) as journal:
        assert latest(journal.connection).file == saved


def test_a_journal_that_is_open_elsewhere_shows_the_new_content(path, saved):
    with Journal(path) as other:
        assert other.count() == 3
        restore.restore(path, saved)
        assert other.count() == 2


def test_a_link_is_followed(path, saved, tmp_path):
    link = tmp_path / "link.db"
    link.symlink_to(path)
    assert restore.restore(link, saved).kept == path.with_name("painlog.before-restore-1.db")
    assert link.is_symlink()
    assert intensities(path) == [6, 3]


def test_entries_that_only_the_wal_of_the_backup_holds_come_along(path, tmp_path, store):
    store(entry("left heel", 6))
    copy = tmp_path / "copied" / "live.db"
    copy.parent.mkdir()
    with Journal(path, writing=True) as journal:
        with journal.change("add") as change:
            change.add(entry("heel", 5, hour=23))
        shutil.copy(path, copy)
        shutil.copy(f"{path}-wal", f"{copy}-wal")
    before = {found.name: found.read_bytes() for found in copy.parent.iterdir()}
    restore.restore(path, copy)
    assert intensities(path) == [6, 5]
    assert {found.name: found.read_bytes() for found in copy.parent.iterdir()} == before


@pytest.mark.parametrize("version", [1, 2])
def test_an_older_backup_is_brought_up_to_date_in_the_journal_alone(path, tmp_path, version):
    old = tmp_path / "old.db"
    old.write_bytes(gzip.decompress((FIXTURES / f"version_{version}.db.gz").read_bytes()))
    before = old.read_bytes()
    old.chmod(0o400)
    restored = restore.restore(path, old)
    with Journal(path) as journal:
        assert journal.count() == restored.entries > 0
    assert old.read_bytes() == before
    assert names_in(tmp_path) == ["old.db", "painlog.db"]


def test_a_backup_with_another_page_size_is_put_back(path, saved):
    with closing(sqlite3.connect(saved, isolation_level=None)) as connection:
        connection.execute("pragma page_size = 1024")
        connection.execute("vacuum")
    restore.restore(path, saved)
    assert intensities(path) == [6, 3]
    with Journal(path) as journal:
        assert journal.connection.execute("pragma page_size").fetchone() == (4096,)


def refused(path, source):
    before = path.read_bytes()
    names = names_in(path.parent)
    with pytest.raises((BadFileError, RefusedError)) as error:
        restore.restore(path, source)
    assert path.read_bytes() == before
    assert names_in(path.parent) == names
    return str(error.value)


def test_what_is_no_backup_is_refused(path, tmp_path, store):
    store(entry("left heel", 6))
    (tmp_path / "elsewhere").mkdir()
    other = tmp_path / "elsewhere" / "other"
    assert refused(path, other) == f"There is no file {other}."
    assert refused(path, tmp_path) == f"{tmp_path} is a directory; name the backup in it."
    assert refused(path, Path("/dev/null")) == "/dev/null is not a plain file; name a backup."
    other.write_text('{"schema": "painlog.journal/1"}')
    assert refused(path, other) == (
        f"{other} is not a backup of a journal. To import a CSV or JSON file, type: "
        "painlog import FILE"
    )
    with closing(sqlite3.connect(tmp_path / "elsewhere" / "theirs.db")) as connection:
        connection.execute("create table entry (id)")
    theirs = tmp_path / "elsewhere" / "theirs.db"
    assert refused(path, theirs) == f"{theirs} is a database of another program; name a backup."


def test_a_backup_of_a_newer_painlog_is_refused(path, saved):
    with closing(sqlite3.connect(saved)) as connection:
        connection.execute(f"pragma user_version = {database.SCHEMA_VERSION + 1}")
    assert refused(path, saved) == (f"{saved} was written by a newer painlog. {GET_NEWER}")


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda b: b[:60], "it is cut short"),
        (lambda b: b[: len(b) // 2], "database disk image is malformed"),
        (lambda b: b[:100] + b"x" * (len(b) - 100), "database disk image is malformed"),
    ],
)
def test_a_damaged_backup_is_refused(path, saved, spoil, reason):
    saved.write_bytes(spoil(saved.read_bytes()))
    assert refused(path, saved) == (
        f"{saved} is not whole ({reason}), so nothing was changed. Name another file. To see "
        "what can be mended in this one, type: painlog check FILE"
    )


def test_a_backup_with_loose_rows_is_refused(path, saved):
    with closing(sqlite3.connect(saved)) as connection, connection:
        connection.execute(
            "insert into use (id, uid, used_at, treatment, entry_id, created_at, updated_at)"
            " values (-7, printf('%036d', 7), '2026-03-01T20:00:00+01:00', 'heat', 77, '', '')"
        )
    assert "(a row of use refers to a missing row of entry)" in refused(path, saved)


def test_while_another_painlog_writes_nothing_is_changed(path, saved):
    with Journal(path, writing=True) as other, other.change("add") as change:
        change.add(entry("heel", 1, hour=22))
        with pytest.raises(RefusedError, match=r"^Another program is using the journal"):
            restore.restore(path, saved)
    assert intensities(path) == [6, 3, 9, 1]
    assert "painlog.before-restore-1.db" not in names_in(path.parent)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda b: b[:60],
        lambda b: b[:4096],
        lambda b: b[: len(b) // 2],
        lambda b: b[:100] + b"x" * (len(b) - 100),
        lambda b: b[:8192] + b"\0" * 4096 + b[12288:],
    ],
    ids=["in the header", "after a page", "half", "overwritten", "a page of nothing"],
)
def test_a_damaged_journal_is_replaced_and_kept_as_it_is(path, saved, spoil):
    damaged = spoil(path.read_bytes())
    path.write_bytes(damaged)
    restored = restore.restore(path, saved)
    kept = restored.kept
    assert intensities(path) == [6, 3]
    assert not restored.can_be_undone
    # What SQLite can open is copied by it, and has no WAL then.
    assert kept.read_bytes()[100:] == damaged[100:]
    assert kept.stat().st_mode & 0o777 == 0o600


def test_what_is_no_journal_is_never_replaced(path, saved):
    path.write_text("dear diary")
    assert refused(path, saved).startswith(f"{path} is not a painlog journal and was left alone.")


def test_where_the_disk_takes_no_more_nothing_is_changed(path, saved, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert refused(path, saved) == (
        f"{path.with_name('painlog.before-restore-1.db')} could not be written: "
        "No space left on device."
    )


def test_a_journal_that_another_program_took_out_of_wal_mode_is_put_back_into_it(path, saved):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma journal_mode = delete")
    restore.restore(path, saved)
    assert intensities(path) == [6, 3]
    with Journal(path) as journal:
        assert journal.connection.execute("pragma journal_mode").fetchone() == ("wal",)
