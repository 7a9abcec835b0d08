"""A look at a journal for the shell: it sees what is there, and leaves all as it was."""

import gzip
import os
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from builders import course, entry
from painlog.model.region import Region
from painlog.model.selection import Selection
from painlog.store import recent
from painlog.store.journal import Journal

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def filled(path):
    """A journal with some of everything, closed."""
    with Journal(path, writing=True) as journal, journal.change("test") as change:
        change.add(Region("old scar", "optional", "own", ("seam", "cut"), own=True))
        change.add(entry("left heel", 6, qualities=("dull", "hot"), triggers=("walk",)))
        change.add(entry("left heel", 5, day=2, qualities=("dull",)))
        change.add(entry("neck", 3, day=3))
        change.add(course("heat", "neck", start=1, end=4))
        change.add(course("rest", start=2))
    return path


def test_what_a_journal_has_is_seen(filled):
    with Journal(filled, glancing=True) as glance:
        scar = glance.regions.all[-1]
        assert (scar.name, scar.sides, scar.synonyms) == ("old scar", "optional", ("seam", "cut"))
        assert not any(treatment.own for treatment in glance.treatments.all)
        assert recent.latest_places(glance) == [("heel", "left"), ("neck", None)]
        latest = glance.entries(Selection(limit=2), newest_first=True)
        assert [stored.id for stored in latest] == [3, 2]
        assert recent.latest_tags(glance, "quality") == ["dull", "hot"]
        assert recent.latest_tags(glance, "trigger") == ["walk"]
        assert recent.latest_tags(glance, "condition") == []
        assert [(c.id, c.treatment, c.region, c.side) for c in glance.courses()] == [
            (1, "heat", "neck", None),
            (2, "rest", None, None),
        ]
        assert (glance.consultations(), glance.pegs(), glance.mappings()) == ((), (), ())


def nothing(path):
    with Journal(path, glancing=True) as glance:
        return not (
            any(region.own for region in glance.regions.all)
            or [*glance.entries()]
            or glance.courses()
        )


def test_where_nothing_can_be_read_nothing_is_seen(path, tmp_path):
    assert nothing(path)
    assert nothing(tmp_path)
    assert nothing(path / "below.db")
    os.mkfifo(tmp_path / "pipe")
    assert nothing(tmp_path / "pipe")
    for content in (b"", b"text", b"SQLite format 3\0" + bytes(2000)):
        path.write_bytes(content)
        assert nothing(path)
        assert path.read_bytes() == content


def test_a_database_of_another_program_is_not_looked_into(path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("create table entry (id, felt_at, region, side, intensity)")
        other.execute("insert into entry values (1, '', '', '', 1)")
        other.commit()
    assert nothing(path)


def test_a_look_makes_no_file_and_changes_none(filled):
    content, before = filled.read_bytes(), set(filled.parent.iterdir())
    assert not nothing(filled)
    assert filled.read_bytes() == content
    assert set(filled.parent.iterdir()) == before


@pytest.mark.parametrize("name", ["a b?c=d&e%20#f.db", "ü.db"])
def test_any_name_of_a_file_will_do(filled, name):
    odd = filled.rename(filled.with_name(name))
    assert not nothing(odd)


ANOTHER = """
import sys
from pathlib import Path
from builders import course
from painlog.store.journal import Journal

with Journal(Path(sys.argv[1]), writing=True) as journal:
    with journal.change("test") as change:
        change.add(course("massage therapy", "neck"))
    journal.connection.execute("begin immediate")
    print("written", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def another_painlog(path):
    """Another painlog that has written a course and holds the file."""
    with subprocess.Popen(
        [sys.executable, "-c", ANOTHER, str(path)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout.readline() == "written\n"
        yield process
        process.kill()


def open_courses(path):
    with Journal(path, glancing=True) as glance:
        return [one.treatment for one in reversed(glance.courses()) if one.ended_on is None]


def test_what_another_painlog_has_just_written_is_seen_without_waiting(filled):
    with another_painlog(filled):
        assert Path(f"{filled}-wal").stat().st_size
        assert open_courses(filled) == ["rest", "massage therapy"]


def test_a_log_that_nobody_is_writing_is_neither_used_nor_changed(filled):
    # It may be of another state of the file: what a command finds out, TAB has no time for.
    with another_painlog(filled) as process:
        process.kill()
        process.wait()
        before = {found.name: found.read_bytes() for found in filled.parent.glob("painlog.db*")}
        assert len(before) == 3
        assert open_courses(filled) == ["rest"]
        assert {f.name: f.read_bytes() for f in filled.parent.glob("painlog.db*")} == before


def test_a_copy_without_what_sqlite_keeps_beside_it_is_read(filled):
    # Its header says WAL, and a reader would make files there.
    Path(f"{filled}-wal").write_bytes(b"")
    before = set(filled.parent.iterdir())
    assert not nothing(filled)
    assert set(filled.parent.iterdir()) == before


@pytest.mark.parametrize("version", [1, 2])
def test_a_journal_of_an_earlier_painlog_is_read_and_stays_as_it_is(path, version):
    content = gzip.decompress((FIXTURES / f"version_{version}.db.gz").read_bytes())
    path.write_bytes(content)
    with Journal(path, glancing=True) as glance:
        assert [*glance.entries()]
        assert glance.courses()
        assert glance.mappings() == ()
        assert bool(glance.pegs()) == (version > 1)
    assert path.read_bytes() == content
