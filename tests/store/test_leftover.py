"""A log that was left beside a journal goes into that journal only if it is its own."""

import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from builders import entry
from painlog.errors import BadFileError
from painlog.store import log_origin
from painlog.store.journal import Journal


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
    with pytest.raises(BadFileError) as refused:
        Journal(mine, writing=writing)
    kept = mine.with_name("painlog.log-aside-1.wal")
    assert str(refused.value) == (
        f"{mine} was replaced or changed after a painlog had stopped with its last changes still "
        "in painlog.db-wal. That log fits only the file as it was then; put into this one, it "
        f"would undo newer changes. It holds: add. Both are kept: the journal as it is, the log "
        f"as {kept}. See what the journal has with: painlog list. Enter again what it lacks, then "
        "type your command again."
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
