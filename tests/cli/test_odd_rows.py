"""Rows and numbers that no painlog would write, in a file that it can open, each in a sentence."""

import sqlite3
from contextlib import closing

import pytest

from painlog.store import log, rows

TOO_LARGE = "99999999999999999999"


@pytest.fixture
def plant(painlog, path):
    """Write a row into the journal as another program would."""
    painlog("add", "heel", "6")

    def put(sql, *values):
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(sql, values)

    return put


@pytest.mark.parametrize("number", [TOO_LARGE, str(2**63), str(2**63 - 1)])
def test_a_limit_beyond_all_numbers_is_no_limit(painlog, number):
    painlog("add", "heel", "6", "neck", "3")
    assert painlog("list", "--limit", number).out == painlog("list", "--limit", "0").out
    assert painlog("list", "--limit", number, "--format", "json").code == 0


@pytest.mark.parametrize(
    "words",
    [("show",), ("edit", "-i", "3"), ("remove",), ("peg", "remove"), ("courses", "remove")],
)
def test_an_id_beyond_all_numbers_is_not_found(painlog, words):
    painlog("add", "heel", "6")
    result = painlog(*words, TOO_LARGE)
    assert (result.code, result.out) == (1, "")
    assert TOO_LARGE in result.err
    assert "fault" not in result.err


@pytest.mark.parametrize("options", ["x", "[]", '{"map": 1}', "[" * 100_000])
def test_a_mapping_that_cannot_be_read_is_named_and_can_be_removed(
    painlog, plant, tmp_path, options
):
    plant("insert into mapping (name, options) values ('odd', ?)", options)
    table = tmp_path / "t.csv"
    table.write_text("Date,where,score\n2026-02-01,heel,5\n")
    for words in (
        ("mappings", "list", "--format", "json"),
        ("mappings", "show", "odd"),
        ("import", str(table), "--mapping", "odd"),
    ):
        result = painlog(*words)
        assert (result.code, result.out) == (1, "")
        assert result.err.startswith('The mapping "odd" cannot be read.')
    # The others can be seen all the same.
    plant("insert into mapping (name, options) values ('whole', ?)", "{}")
    listed = painlog("mappings")
    assert listed.code == 0
    assert "whole" in listed.out
    assert '"odd"' in listed.err
    assert painlog("check").code in (0, 1)
    assert painlog("mappings", "remove", "odd").code == 0
    assert painlog("mappings").err == ""


@pytest.mark.parametrize(
    "made_at", ["x", "", "0001-01-01", "9999-12-31T23:59:59+00:00", "2026-01-01T00:00:00+23:59"]
)
def test_a_note_of_a_backup_that_cannot_be_read_stops_nothing(painlog, plant, made_at, tmp_path):
    plant("insert into backup (made_at, file, entries) values (?, 'f', 1)", made_at)
    for words in (("where",), ("today",), ("where", "--format", "json")):
        assert painlog(*words).code == 0
    assert painlog("check").code in (0, 1)
    assert painlog("backup", str(tmp_path / "kept.db")).code == 0


@pytest.mark.parametrize("name", ['"/"', '""', '".."', '"a/.."', "1", "x", "[" * 100_000])
def test_an_undo_of_a_restore_that_names_no_file_is_refused(painlog, plant, path, tmp_path, name):
    kept = str(tmp_path / "kept.db")
    assert painlog("backup", kept).code == 0
    assert painlog("restore", kept).code == 0
    plant("update change_item set other = ? where kind = 'journal'", name)
    before = path.read_bytes()
    result = painlog("undo")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("painlog cannot read the next change in the change log.")
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ['"/etc/passwd"', '"../../else.db"'])
def test_an_undo_of_a_restore_looks_beside_the_journal_only(painlog, plant, tmp_path, name):
    kept = str(tmp_path / "kept.db")
    assert painlog("backup", kept).code == 0
    assert painlog("restore", kept).code == 0
    plant("update change_item set other = ? where kind = 'journal'", name)
    result = painlog("undo")
    assert result.code == 1
    assert "which is not there any more" in result.err


def test_an_image_nested_beyond_reading_is_no_image():
    with pytest.raises(ValueError):  # noqa: PT011 - of the whole text
        log.from_text(rows.BY_NAME["entry"], "[" * 100_000)
