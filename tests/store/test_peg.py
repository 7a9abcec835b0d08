"""PEGs in the journal, and journals that were written before there were any."""

import gzip
import os
import sqlite3
import subprocess
import sys
import textwrap
import time
from contextlib import closing
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from builders import on, peg
from painlog.errors import BadFileError
from painlog.model.consultation import Consultation
from painlog.model.course import Course
from painlog.model.entry import Entry
from painlog.model.region_catalogue import REGIONS
from painlog.model.treatment_catalogue import TREATMENTS
from painlog.store import file, schema
from painlog.store.journal import Journal

# What painlog wrote while 1 was the newest version of the schema: entries with all that they can
# hold, one edited and one removed, a course, a visit, names of the person's own, and a change that
# was undone.
VERSION_1 = Path(__file__).parent / "fixtures" / "version_1.db.gz"
BOTH = pytest.mark.parametrize("writing", [False, True], ids=["reading", "writing"])

WINTER = timezone(timedelta(hours=1))
WRITTEN = "2026-03-31T19:00:00+00:00"
ENTRIES = [
    Entry(
        datetime(2026, 3, 1, 20, 0, tzinfo=WINTER),
        "heel",
        6,
        "left",
        8,
        4,
        ("heat lamp", "stretching"),
        ("burning",),
        ("long walk",),
        ("diabetes",),
        'first "steps"\n\N{FOOT}',
        "1360608e-a348-40bd-b0df-5e2a004a5cfc",
        1,
        WRITTEN,
        WRITTEN,
    ),
    Entry(
        datetime(2026, 3, 2, 21, 15, tzinfo=WINTER),
        "lower back",
        5,
        uid="d17a406a-c493-4a0b-bc5f-88fb56235314",
        id=2,
        created_at=WRITTEN,
        updated_at=WRITTEN,
    ),
    Entry(
        datetime(2026, 3, 2, 21, 15, tzinfo=WINTER),
        "old scar",
        0,
        uid="ac834bae-b9ed-43ec-a70b-3fd73d0883cc",
        id=3,
        created_at=WRITTEN,
        updated_at=WRITTEN,
    ),
]


@pytest.fixture
def version_1(path):
    """A journal that an earlier painlog wrote."""
    path.write_bytes(gzip.decompress(VERSION_1.read_bytes()))
    path.chmod(0o600)
    return path


def version(path):
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        return connection.execute("pragma user_version").fetchone()[0]


def dump(path):
    """Everything but the record of migrations."""
    with closing(sqlite3.connect(path)) as connection:
        return [line for line in connection.iterdump() if "migrations" not in line]


def names_in(directory):
    return sorted(found.name for found in directory.iterdir())


def without_uids(things):
    return [type(thing)(**_fields(thing) | {"uid": ""}) for thing in things]


def _fields(thing):
    return {name: getattr(thing, name) for name in type(thing).__dataclass_fields__}


# --- In the journal ---


def test_a_peg_comes_back_as_it_was_stored(path, store):
    (stored,) = store(peg(6, 5, 7, day=3))
    assert (stored.id, len(stored.uid)) == (1, 36)
    assert stored.updated_at.endswith("+00:00")
    assert stored == peg(6, 5, 7, day=3, id=1, uid=stored.uid, updated_at=stored.updated_at)
    with Journal(path) as journal:
        assert journal.pegs() == (stored,)


def test_pegs_come_in_the_order_of_their_days(path, store):
    store(peg(1, 1, 1, day=9), peg(2, 2, 2, day=2), peg(3, 3, 3, day=5))
    with Journal(path) as journal:
        assert [found.answered_on for found in journal.pegs()] == [on(2), on(5), on(9)]


def test_a_journal_without_a_file_has_none(path):
    with Journal(path) as journal:
        assert journal.pegs() == ()


def test_a_second_peg_of_a_day_is_never_stored(path, store):
    (first,) = store(peg(6, 5, 7, day=3))
    with pytest.raises(sqlite3.IntegrityError):
        store(peg(1, 1, 1, day=3))
    with Journal(path) as journal:
        assert journal.pegs() == (first,)


def test_a_peg_is_undone_and_made_again_with_its_number(path, store):
    (first,) = store(peg(6, 5, 7, day=3))
    with Journal(path, writing=True) as journal:
        with journal.change("peg remove") as change:
            change.remove_peg(first.id)
        assert journal.pegs() == ()
        journal.undo()
        assert journal.pegs() == (first,)
        journal.undo()
        assert journal.pegs() == ()
        journal.redo()
        assert journal.pegs() == (first,)
        journal.redo()
        assert journal.pegs() == ()


def test_a_peg_in_the_place_of_a_removed_one_is_taken_back_before_it(path, store):
    (first,) = store(peg(6, 5, 7, day=3))
    with Journal(path, writing=True) as journal:
        with journal.change("peg remove") as change:
            change.remove_peg(first.id)
        with journal.change("peg") as change:
            second = change.add_peg(peg(1, 2, 3, day=3))
        assert second.id == 2
        journal.undo()
        journal.undo()
        assert journal.pegs() == (first,)
        journal.redo()
        journal.redo()
        assert journal.pegs() == (second,)


# --- Journals of version 1 ---


def test_the_fixture_is_of_version_1(version_1):
    assert version(version_1) == 1
    assert not any("table peg" in line for line in dump(version_1))


@BOTH
def test_a_journal_of_version_1_is_brought_up_to_date_when_it_is_opened(version_1, writing):
    before = dump(version_1)
    with Journal(version_1, writing=writing) as journal:
        assert list(journal.entries()) == ENTRIES
        assert without_uids(journal.courses()) == [
            Course("stretching", date(2026, 3, 1), None, "heel", "left", "", 1)
        ]
        assert without_uids(journal.consultations()) == [
            Consultation(date(2026, 3, 5), "doctor: keep stretching", "", 1)
        ]
        assert [r.name for r in journal.regions.all if r.own] == ["old scar"]
        assert [t.name for t in journal.treatments.all if t.own] == ["heat lamp"]
        assert journal.pegs() == ()
    assert version(version_1) == file.SCHEMA_VERSION
    assert {line for line in before if line.startswith('INSERT INTO "entry')} <= set(dump(version_1))


def test_a_journal_of_version_1_knows_every_name_of_the_catalogue_once_it_is_up_to_date(version_1):
    # A name that is new in the catalogue needs a migration that adds its row.
    with Journal(version_1, writing=True) as journal:
        known = {
            kind: {name for (name,) in journal.connection.execute(f"select name from {kind}")}
            for kind in ("region", "treatment")
        }
    assert {r.name for r in REGIONS} <= known["region"]
    assert {t.name for t in TREATMENTS} <= known["treatment"]
    assert version_1.stat().st_mode & 0o777 == 0o600
    assert names_in(version_1.parent) == ["painlog.db"]


def test_a_journal_of_version_1_comes_to_the_tables_that_a_new_one_has(version_1, tmp_path):
    def tables(path):
        with Journal(path) as journal:
            return journal.connection.execute(
                "select type, name, sql from sqlite_master order by type, name"
            ).fetchall()

    new = tmp_path / "new.db"
    file.create(new)
    assert tables(version_1) == tables(new)


def test_the_first_write_to_a_journal_of_version_1_may_be_a_peg(version_1):
    with Journal(version_1, writing=True) as journal:
        with journal.change("peg") as change:
            stored = change.add_peg(peg(6, 5, 7, day=3))
        assert journal.pegs() == (stored,)
        assert list(journal.entries()) == ENTRIES


def test_what_was_done_in_version_1_can_still_be_made_again_and_undone(version_1):
    with Journal(version_1, writing=True) as journal:
        assert journal.redo().command == "add"
        assert [e.region for e in journal.entries()][-1] == "neck"
        commands = [journal.undo().command for _ in range(10)]
        assert commands == [
            *("add", "remove", "edit", "add", "consult", "start", "add", "add"),
            *("treatments add", "regions add"),
        ]
        assert list(journal.entries()) == []


@BOTH
def test_a_journal_of_version_1_that_cannot_be_changed_is_left_alone(
    version_1, writing, monkeypatch
):
    def fails(*_):
        raise BadFileError("no")

    monkeypatch.setattr(schema, "migrate", fails)
    before = version_1.read_bytes()
    with pytest.raises(BadFileError, match=r"^no$"):
        Journal(version_1, writing=writing)
    assert version_1.read_bytes() == before
    assert names_in(version_1.parent) == ["painlog.db"]


@pytest.mark.parametrize("closed", ["painlog.db", ""], ids=["file", "directory"])
def test_a_read_only_journal_of_version_1_says_that_it_must_be_copied(
    version_1, monkeypatch, closed
):
    # Root may write everywhere, so what the mode would say is said here.
    read_only = version_1.parent / closed
    monkeypatch.setattr(file.os, "access", lambda asked, _: asked != read_only)
    before = version_1.read_bytes()
    with pytest.raises(BadFileError) as refused:
        Journal(version_1)
    assert str(refused.value) == (
        f"{version_1} was written by an older painlog and is read-only, so it cannot be "
        "brought up to date. Copy it to a place where you can write."
    )
    assert version_1.read_bytes() == before


def test_two_programs_that_bring_it_up_to_date_at_once_both_find_everything(version_1):
    script = """
        import sys
        from pathlib import Path
        from builders import peg
        from painlog.store import schema  # noqa: F401 - so that all are as fast
        from painlog.store.journal import Journal

        print("ready", flush=True)
        day = int(sys.stdin.readline())
        with Journal(Path(sys.argv[1]), writing=True) as journal:
            with journal.change("peg") as change:
                change.add_peg(peg(day, day, day, day=day))
            print(len(list(journal.entries())))
        """
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(script), str(version_1)],
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    assert [process.stdout.readline() for process in processes] == ["ready\n"] * 4
    with closing(sqlite3.connect(version_1, isolation_level=None)) as connection:
        # Whoever comes now finds version 1 and has to wait.
        connection.execute("begin immediate")
        for day, process in enumerate(processes, start=1):
            process.stdin.write(f"{day}\n")
            process.stdin.flush()
        time.sleep(0.5)
        connection.execute("rollback")
    assert [process.communicate(timeout=60)[0] for process in processes] == ["3\n"] * 4
    assert [process.returncode for process in processes] == [0] * 4
    with Journal(version_1) as journal:
        assert [found.pain for found in journal.pegs()] == [1, 2, 3, 4]
    assert version(version_1) == file.SCHEMA_VERSION
    assert names_in(version_1.parent) == ["painlog.db"]


@BOTH
def test_a_journal_of_the_next_version_is_refused_and_left_as_it_is(version_1, writing):
    with closing(sqlite3.connect(version_1)) as connection:
        connection.execute(f"pragma user_version = {file.SCHEMA_VERSION + 1}")
    before = version_1.read_bytes()
    with pytest.raises(BadFileError) as refused:
        Journal(version_1, writing=writing)
    assert str(refused.value) == (
        f"{version_1} was written by a newer painlog and was left alone. Update painlog: "
        "pip install -U painlog"
    )
    assert version_1.read_bytes() == before
    assert names_in(version_1.parent) == ["painlog.db"]
