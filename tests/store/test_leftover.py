"""A log that was left beside a journal goes into that journal only if it is its own."""

import errno
import gzip
import os
import shutil
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from builders import entry
from painlog.errors import BadFileError
from painlog.store import leftover, log_origin, restore
from painlog.store.check import examine
from painlog.store.check.mend import mend
from painlog.store.journal import Journal

FIXTURES = Path(__file__).parent / "fixtures"
NOW = datetime(2026, 3, 31, 21, tzinfo=UTC)


@pytest.fixture
def left(tmp_path):
    """A journal with an entry, and what a program leaves that is killed after another."""

    def make(name, *, note="", first=None):
        path = tmp_path / name / "painlog.db"
        path.parent.mkdir()
        if first:
            shutil.copy(first, path)
        with Journal(path, writing=True) as journal, journal.change("add") as change:
            change.add(entry("heel", 6, note=note))
        with Journal(path, writing=True) as journal, journal.change("add") as change:
            change.add(entry("heel", 5))
        return path

    return make


def with_log(path, directory):
    """A copy of a journal as it is while its last change is in the log alone."""
    with Journal(path, writing=True) as journal:
        with journal.change("add") as change:
            change.add(entry("heel", 4))
        copy = directory / "painlog.db"
        directory.mkdir()
        for suffix in ("", "-wal"):
            shutil.copy(f"{path}{suffix}", f"{copy}{suffix}")
    return copy


def test_the_log_of_the_journal_itself_is_taken(left, tmp_path):
    copy = with_log(left("mine"), tmp_path / "copy")
    with Journal(copy) as journal:
        assert [e.intensity for e in journal.entries()] == [6, 5, 4]


@pytest.mark.parametrize("writing", [False, True], ids=["reading", "writing"])
def test_the_log_of_another_journal_is_set_aside(left, tmp_path, writing):
    mine = left("mine")
    theirs = with_log(left("theirs"), tmp_path / "copy")
    shutil.copy(f"{theirs}-wal", f"{mine}-wal")
    before, log = mine.read_bytes(), Path(f"{theirs}-wal").read_bytes()
    held = "; ".join(leftover.find_stray(mine).held)
    with pytest.raises(BadFileError) as refused:
        Journal(mine, writing=writing)
    kept = mine.with_name("painlog.log-aside-1.wal")
    assert str(refused.value) == (
        f"{mine} was replaced or changed after painlog had stopped with its last changes still "
        "in painlog.db-wal. That log fits only the file as it was then; put into this one, it "
        f"would undo newer changes. It holds: {held}. Both are kept: the journal as it is, the log "
        f"as {kept}. See what the journal holds with: painlog list. Enter again what is missing, "
        "then type your command again."
    )
    assert mine.read_bytes() == before
    assert kept.read_bytes() == log
    assert kept.stat().st_mode & 0o777 == 0o600
    with Journal(mine, writing=writing) as journal:
        assert [e.intensity for e in journal.entries()] == [6, 5]


def test_the_log_of_a_journal_does_not_go_into_an_older_copy_of_it_by_half(left, tmp_path):
    # The same entries, and others after them.
    old = left("mine")
    kept = tmp_path / "kept.db"
    shutil.copy(old, kept)
    new = left("later", first=old, note="long " * 4000)
    log = with_log(new, tmp_path / "copy")
    shutil.copy(f"{log}-wal", f"{kept}-wal")
    with pytest.raises(BadFileError, match=r"kept\.log-aside-1\.wal"):
        Journal(kept)
    with Journal(kept) as journal:
        assert [e.intensity for e in journal.entries()] == [6, 5]


def test_a_log_that_somebody_is_writing_is_not_looked_at(left, monkeypatch):
    path = left("mine")
    script = """
        import sys
        from pathlib import Path
        from builders import entry
        from painlog.store.journal import Journal

        with Journal(Path(sys.argv[1]), writing=True) as journal:
            with journal.change("add") as change:
                change.add(entry("heel", 4))
            print("saved", flush=True)
            sys.stdin.readline()
        """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script), str(path)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout.readline() == "saved\n"
        monkeypatch.setattr(log_origin, "wal_belongs", lambda *_: pytest.fail("it is in use"))
        with Journal(path) as journal:
            assert [e.intensity for e in journal.entries()] == [6, 5, 4]
        process.communicate("\n")


@pytest.fixture
def pair(left, tmp_path):
    """A journal that went on, beside a log of the state before."""
    path = left("mine")
    here = with_log(path, tmp_path / "here")
    with Journal(path, writing=True) as journal, journal.change("add") as change:
        change.add(entry("neck", 3))
    shutil.copy(f"{here}-wal", f"{path}-wal")
    return path


def test_check_names_the_log_and_touches_nothing(pair):
    before = {found.name: found.read_bytes() for found in pair.parent.iterdir()}
    examined = examine(pair, NOW)
    (found,) = (f for f in examined.findings if f.code == "stray-log")
    assert found.severity == "fault"
    assert found.where == (f"{pair}-wal",)
    after = {found.name: found.read_bytes() for found in pair.parent.iterdir()}
    assert {name: after[name] for name in before} == before


def test_mending_sets_the_log_aside(pair):
    log = Path(f"{pair}-wal").read_bytes()
    before = pair.read_bytes()
    mended = mend(pair, examine(pair, NOW), NOW)
    assert [f.code for f in mended.left.findings if f.severity == "fault"] == []
    assert pair.with_name("painlog.log-aside-1.wal").read_bytes() == log
    assert pair.read_bytes() == before


def test_neither_a_restore_nor_an_import_takes_such_a_pair(pair, tmp_path):
    before = {found.name: found.read_bytes() for found in pair.parent.iterdir()}
    new = tmp_path / "new" / "painlog.db"
    with pytest.raises(BadFileError) as refused:
        restore.restore(new, pair)
    assert f"{pair} was replaced or changed" in str(refused.value)
    assert "painlog.db-wal" in str(refused.value)
    assert not new.exists()
    assert {found.name: found.read_bytes() for found in pair.parent.iterdir()} == before


def test_every_such_log_is_kept(pair):
    log = Path(f"{pair}-wal").read_bytes()
    for number in (1, 2):
        Path(f"{pair}-wal").write_bytes(log)
        with pytest.raises(BadFileError, match=f"log-aside-{number}"):
            Journal(pair)
    names = sorted(found.name for found in pair.parent.glob("*aside*"))
    assert names == ["painlog.log-aside-1.wal", "painlog.log-aside-2.wal"]


def test_a_log_that_cannot_be_moved_is_named_and_nothing_is_done(pair, monkeypatch):
    def fails(*_):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "rename", fails)
    before = {found.name: found.read_bytes() for found in pair.parent.glob("painlog.db*")}
    with pytest.raises(BadFileError, match=r"could not be set aside \(Permission denied\)"):
        Journal(pair)
    after = {found.name: found.read_bytes() for found in pair.parent.iterdir()}
    assert {name: after[name] for name in before} == before


def test_what_several_changes_wrote_is_told_the_newest_first_in_length():
    stray = leftover.Stray(Path("a.db-wal"), ("add: 1", "add: 2", "add: 3", "add: 4"), ())
    assert leftover.what_it_is(Path("a.db"), stray).endswith(
        "It holds: add: 2; add: 3; add: 4; and 1 before."
    )


@pytest.mark.parametrize("pages", [1, 3, 5, 100])
def test_a_log_that_was_written_back_by_half_is_played(left, tmp_path, pages):
    copy = with_log(left("mine"), tmp_path / "copy")
    whole = tmp_path / "whole.db"
    for suffix in ("", "-wal"):
        shutil.copy(f"{copy}{suffix}", f"{whole}{suffix}")
    with closing(sqlite3.connect(whole)) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
    new, half = whole.read_bytes(), bytearray(copy.read_bytes())
    changed = [
        at for at in range(0, len(new), 4096) if new[at : at + 4096] != bytes(half[at : at + 4096])
    ]
    for at in changed[:pages]:
        half[at : at + 4096] = new[at : at + 4096]
    copy.write_bytes(half)
    with Journal(copy) as journal:
        assert [e.intensity for e in journal.entries()] == [6, 5, 4]


# --- Journals of earlier versions, which have no token ---


def as_painlog_3(path, command, statement):
    """What painlog of schema 3 did: a change of the log and what is done by it."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("begin")
    connection.execute("delete from change where undone_at is not null")
    made = connection.execute(
        "insert into change (made_at, command, summary) values ('2026', ?, ?)",
        [command, statement],
    )
    connection.execute("insert into change_item values (?, 1, 'entry', 2, '{}')", [made.lastrowid])
    connection.execute(statement)
    connection.execute("commit")
    return connection


EDIT = "update entry set intensity = 9 where id = 2"
OTHER_EDIT = "update entry set intensity = 1 where id = 2"
VISIT = "insert into consultation (uid, held_on) values (printf('%036d', 9), '2026-03-06')"
OLDER = [
    ("edit", EDIT),
    ("edit", OTHER_EDIT),
    ("consult", VISIT),
    ("remove", "delete from entry where id = 2"),
]


@pytest.mark.parametrize("here", OLDER)
@pytest.mark.parametrize("there", OLDER)
def test_of_an_earlier_version_a_log_is_known_by_the_changes(tmp_path, here, there):
    start, mine, theirs = (tmp_path / name / "painlog.db" for name in ("start", "mine", "theirs"))
    data = gzip.decompress((FIXTURES / "version_3.db.gz").read_bytes())
    for path in (start, mine, theirs):
        path.parent.mkdir()
        path.write_bytes(data)
    with closing(as_painlog_3(start, *here)):
        for suffix in ("", "-wal"):
            shutil.copy(f"{start}{suffix}", f"{mine}{suffix}")
    # With its own file the log is played.
    own = tmp_path / "own.db"
    for suffix in ("", "-wal"):
        shutil.copy(f"{mine}{suffix}", f"{own}{suffix}")
    Journal(own).close()
    assert newest(own) == here[1]
    if here == there:
        return
    as_painlog_3(theirs, *there).close()
    shutil.copy(theirs, mine)
    with pytest.raises(BadFileError, match="log-aside-1"):
        Journal(mine)
    Journal(mine).close()
    assert newest(mine) == there[1]


def newest(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("select summary from change order by id desc").fetchone()[0]
