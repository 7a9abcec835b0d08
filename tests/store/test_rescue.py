"""What can still be read of a damaged journal gets into a new one, each row once."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from builders import course, entry
from painlog.errors import NotFoundError
from painlog.files.drafts import draft_of
from painlog.model.use import uid_with_entry
from painlog.store.check.rescue import TABLES, rescue
from painlog.store.journal import Journal

NUMBER = 400
FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def filled(path, store):
    """A journal of several pages, as one file."""
    store(
        *(entry("heel", i % 11, note=f"{i} " * 40, qualities=("dull",)) for i in range(NUMBER)),
        course("heat", start=1, end=4),
    )
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma journal_mode = delete")
    return path


def rescued(damaged, tmp_path):
    """What was rescued, and the new journal, which must be whole."""
    with draft_of(tmp_path / "new.db") as draft:
        told = rescue(damaged, draft)
        new = tmp_path / "rescued.db"
        draft.rename(new)
    with closing(sqlite3.connect(new)) as connection:
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
    return told, new


def notes(path):
    with closing(sqlite3.connect(path)) as connection:
        return {*connection.execute("select id, note from entry")}


def pages_of(path, table):
    """The leaf pages of a table, in the order of its rows, and the size of a page."""
    with closing(sqlite3.connect(path)) as connection:
        (size,) = connection.execute("pragma page_size").fetchone()
        rows = connection.execute("select id, note from entry order by id").fetchall()
    assert table == "entry"
    content = path.read_bytes()
    found = []
    for number in range(len(content) // size):
        page = content[number * size : (number + 1) * size]
        held = [i for i, note in rows if note.encode() in page]
        if page[0] == 0x0D and held:
            found.append((min(held), number))
    return [number for _, number in sorted(found)], size


def overwrite(path, number, size):
    content = bytearray(path.read_bytes())
    content[number * size : (number + 1) * size] = b"x" * size
    path.write_bytes(content)


def test_all_of_a_whole_journal_is_rescued(filled, tmp_path):
    told, new = rescued(filled, tmp_path)
    assert notes(new) == notes(filled)
    assert (told.read["entry"], told.read["course"]) == (NUMBER, 1)
    assert (told.incomplete, told.refused) == ([], {})
    with Journal(new) as journal:
        assert journal.entry(1).qualities == ("dull",)


@pytest.mark.parametrize("which", [0, 0.5, -1], ids=["first", "middle", "last"])
def test_a_lost_page_costs_the_rows_that_were_on_it_alone(filled, tmp_path, which):
    whole = notes(filled)
    pages, size = pages_of(filled, "entry")
    overwrite(filled, pages[int(len(pages) * which) if which == 0.5 else which], size)
    told, new = rescued(filled, tmp_path)
    assert notes(new) < whole
    assert len(whole) - len(notes(new)) < 3 * NUMBER / len(pages)
    assert told.incomplete[0] == "entry"
    assert told.read["entry"] == len(notes(new))


def test_a_file_cut_in_half_gives_what_is_in_its_half(filled, tmp_path):
    whole = notes(filled)
    content = filled.read_bytes()
    filled.write_bytes(content[: len(content) // 2])
    told, new = rescued(filled, tmp_path)
    assert notes(new) <= whole
    assert "entry" in told.incomplete or notes(new) == whole


def test_a_file_of_nothing_but_a_header_gives_an_empty_journal(filled, tmp_path):
    filled.write_bytes(filled.read_bytes()[:100] + b"x" * 8192)
    told, new = rescued(filled, tmp_path)
    assert notes(new) == set()
    assert set(told.read.values()) == {0}
    assert "entry" in told.incomplete


def test_what_no_journal_can_hold_is_counted_and_left(filled, tmp_path):
    with closing(sqlite3.connect(filled)) as connection, connection:
        connection.execute("pragma ignore_check_constraints = on")
        connection.execute("update entry set intensity = 77 where id = 3")
    told, new = rescued(filled, tmp_path)
    assert told.refused == {"entry": 1}
    assert 3 not in dict(notes(new))


def test_no_table_is_forgotten(filled):
    with closing(sqlite3.connect(filled)) as connection:
        found = {
            name
            for (name,) in connection.execute("select name from sqlite_schema where type = 'table'")
            if not name.startswith(("sqlite_", "_"))
        }
    # A new journal has a generation of its own.
    assert found - {"generation"} == {*TABLES}


def tables_in(path):
    """The tables that SQLite still finds in a damaged file."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma writable_schema = on")
        return {
            table
            for table in TABLES
            if connection.execute(f"pragma table_info({table})").fetchall()
        }


def test_a_table_whose_definition_is_lost_is_named(filled, tmp_path):
    whole = filled.read_bytes()
    size, named = 4096, set()
    pages = [whole[at : at + size] for at in range(0, len(whole), size)]
    for number, page in enumerate(pages):
        if page[0] == 0x0D and b"CREATE TABLE " in page:
            filled.write_bytes(whole)
            overwrite(filled, number, size)
            told, _ = rescued(filled, tmp_path)
            assert told.incomplete == [table for table in TABLES if table not in tables_in(filled)]
            named |= {*told.incomplete}
    assert named >= {"use", "peg", "trial", "trial_day", "question", "mapping", "backup"}


def test_a_journal_of_an_older_version_lacks_only_the_tables_of_its_own(of_version_4, tmp_path):
    with closing(sqlite3.connect(of_version_4)) as connection, connection:
        connection.execute("drop table mapping")
        connection.execute("drop table entry_treatment")
    told, _ = rescued(of_version_4, tmp_path)
    assert told.incomplete == ["use", "consultation", "mapping"]


def test_a_trigger_in_the_damaged_file_does_not_come_along(filled, tmp_path):
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute("create trigger planted after insert on entry begin select 1; end")
    _, new = rescued(filled, tmp_path)
    with closing(sqlite3.connect(new)) as connection:
        planted = "select count(*) from sqlite_schema where name = 'planted'"
        assert connection.execute(planted).fetchone() == (0,)


@pytest.fixture
def of_version_4(tmp_path):
    """A journal whose entries have their treatments in `entry_treatment`; a page of it is lost."""
    damaged = tmp_path / "old.db"
    damaged.write_bytes(gzip.decompress((FIXTURES / "version_4.db.gz").read_bytes()))
    with closing(sqlite3.connect(damaged)) as connection:
        (size,) = connection.execute("pragma page_size").fetchone()
        (root,) = connection.execute(
            "select rootpage from sqlite_schema where name = 'consultation'"
        ).fetchone()
    overwrite(damaged, root - 1, size)
    return damaged


def test_the_treatments_of_an_older_journal_are_rescued_as_uses(of_version_4, tmp_path):
    told, new = rescued(of_version_4, tmp_path)
    assert (told.read["entry"], told.read["use"], told.refused) == (3, 4, {})
    assert told.incomplete == ["consultation"]
    with Journal(new, writing=True) as journal:
        found = {stored.id: stored for stored in journal.entries()}
        assert [*journal.uses()] == []
        in_use = journal.rows("select uid, used_at, treatment, region, side, entry_id from use")
    named = {1: ("metamizole", "stretching"), 2: ("heat", "ibuprofen"), 3: ()}
    assert {number: stored.treatments for number, stored in found.items()} == named
    assert {*in_use} == {
        (
            uid_with_entry(found[number].uid, name),
            found[number].felt_at.isoformat(),
            name,
            found[number].region,
            found[number].side,
            number,
        )
        for number, names in named.items()
        for name in names
    }


def test_all_that_an_older_journal_logged_can_be_taken_back_once_rescued(of_version_4, tmp_path):
    _, new = rescued(of_version_4, tmp_path)
    with Journal(new, writing=True) as journal:
        while True:
            try:
                journal.undo()
            except NotFoundError:
                break
        assert [*journal.entries()] == []
        assert journal.rows("select * from use") == []
