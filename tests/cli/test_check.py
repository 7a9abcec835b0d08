"""`painlog check`: in words and as JSON, with an exit code that a script can use."""

import json
import sqlite3
from contextlib import closing

import pytest

from painlog.files.command_line import as_typed

BAD = "update consultation set held_on = '0000-01-01'"
COMMANDS = [
    ["list", "--format", "json"],
    ["report"],
    ["report", "--format", "json"],
    ["chart", "-r", "heel"],
    ["consult", "list"],
    ["export", "--format", "json"],
]


@pytest.fixture(autouse=True)
def _filled(painlog, monkeypatch):
    monkeypatch.setattr("painlog.store.log.now_text", lambda: "2026-03-31T19:00:00+00:00")
    painlog("add", "left heel", "6")
    painlog("consult", "--note", "secret")
    painlog("backup")


def run(path, sql):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(sql)


def test_a_whole_journal_is_said_to_be_so(painlog):
    result = painlog("check")
    assert (result.code, result.out, result.err) == (0, "The journal is whole.\n", "")


def test_without_a_journal_there_is_nothing_to_check(painlog, tmp_path):
    none = tmp_path / "none.db"
    result = painlog("check", "--db", str(none))
    assert result.code == 0
    assert result.out == (
        "There is no journal yet; your first entry creates it: painlog --db "
        f"{as_typed(str(none))} add heel 6\n"
    )


def test_a_fault_is_said_with_its_place_and_what_can_be_done(painlog, path):
    run(path, BAD)
    result = painlog("check")
    assert (result.code, result.err) == (1, "")
    assert result.out == (
        "Fault: Visit with a value that painlog would not write: held_on.\n"
        '  - visit 1: "0000-01-01"\n'
        "  To mend it, with a copy kept: painlog check --mend\n"
        "The journal is not whole: 1 fault.\n"
    )


def test_mending_says_what_was_done_and_where_the_copy_is(painlog, path):
    run(path, BAD)
    result = painlog("check", "--mend")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "Mended: Taken out of the journal: visit 1. To bring back: painlog undo\n"
        f"The original file is kept in {path.parent}/painlog.before-mend-1.db\n"
        "The journal is whole.\n"
    )
    assert painlog("consult", "list").code == 0


def test_with_nothing_to_mend_no_copy_is_made(painlog, path):
    assert painlog("check", "--mend").out == "The journal is whole.\n"
    assert sorted(p.name for p in path.parent.iterdir()) == ["backups", "painlog.db"]


def test_as_json_it_has_a_stable_shape(painlog, path):
    run(path, BAD)
    result = painlog("check", "--format", "json")
    assert result.code == 1
    assert json.loads(result.out) == {
        "schema": "painlog.check/1",
        "file": str(path),
        "whole": False,
        "findings": [
            {
                "code": "value",
                "severity": "fault",
                "what": "Visit with a value that painlog would not write: held_on.",
                "where": ['visit 1: "0000-01-01"'],
                "remedy": "To mend it, with a copy kept: painlog check --mend",
                "mendable": True,
            }
        ],
        "mended": [],
        "kept": [],
    }
    mended = json.loads(painlog("check", "--mend", "--format", "json").out)
    assert (mended["whole"], mended["findings"]) == (True, [])
    assert mended["kept"] == [f"{path.parent}/painlog.before-mend-1.db"]


def test_a_remark_leaves_it_whole(painlog):
    painlog("start", "heat", "-r", "hip", "--on", "2026-03-01")
    result = painlog("check")
    assert result.code == 0
    assert result.out == (
        "Remark: Courses for a place that no entry rates.\n"
        "  - course 1: heat for the hip\n"
        "  If one was for another place: painlog courses remove NUMBER, then painlog start\n"
        "The journal is whole; 1 remark.\n"
    )


def test_many_places_are_counted(painlog, path):
    rows = "".join(f"('{i:036}', '0000-01-01')," for i in range(2, 25)).rstrip(",")
    run(path, f"insert into consultation (uid, held_on) values {rows}")
    assert "  - and 13 more\n" in painlog("check").out


def test_a_backup_can_be_checked(painlog, path):
    made = path.parent / "backups" / "painlog-2026-03-31-2100.db"
    assert painlog("check", str(made)).out == "The journal is whole.\n"
    made.write_bytes(made.read_bytes()[:9000])
    result = painlog("check", str(made))
    assert result.code == 1
    assert result.out.startswith("Fault: The file is damaged:")
    assert f": painlog check {made} --mend\n" in result.out
    assert painlog("check", str(made), "--mend").code == 0
    assert painlog("check", str(made)).code == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [("dear diary", "is not a painlog journal and was left alone."), ("", "is an empty file,")],
)
def test_what_is_no_journal_is_said_in_a_sentence(painlog, tmp_path, content, said):
    other = tmp_path / "other.db"
    other.write_text(content)
    result = painlog("check", str(other), "--mend")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(f"{other} {said}")
    assert other.read_text() == content


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_what_cannot_be_read_ends_in_a_sentence_that_names_check(painlog, path, command):
    run(path, BAD)
    result = painlog(*command)
    assert result.code == 1
    assert result.err == (
        f"painlog cannot read a part of {path} (visit 1). Nothing was saved. "
        "See all of it, and what can be mended, with: painlog check\n"
    )


def test_a_fault_of_the_program_is_still_one(painlog, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("painlog.cli.commands.entries.screen", fail)
    assert painlog("list").err.startswith("painlog has a fault: ZeroDivisionError.")


def test_a_stored_name_never_steers_the_terminal(painlog, path):
    run(
        path,
        "insert into treatment (name, kind, conventional, own)"
        " values ('a' || char(27) || '[31m', 'other', 0, 1)",
    )
    for command in (["check"], ["check", "--format", "json"], ["check", "--mend"]):
        result = painlog(*command)
        assert "\x1b" not in result.out + result.err


@pytest.mark.parametrize("command", [["list"], ["today"], ["show", "1"], ["export"]], ids=" ".join)
def test_text_that_is_none_is_said_to_be_so_without_showing_it(painlog, path, command):
    run(path, "update entry set note = cast(x'736563726574ff' as text)")
    result = painlog(*command)
    assert result.code == 1
    assert result.err == (
        f"painlog cannot read a part of {path} (entry 1). Nothing was saved. "
        "See all of it, and what can be mended, with: painlog check\n"
    )
    assert painlog("check", "--mend").code == 0
    assert painlog(*command).code == 0
