"""A journal that was named, in a folder that is not there: its disk may be absent."""

from pathlib import Path

import pytest

READING = ["today", "list", "report", "where", "check", "backup", "trial list", "export"]
WRITING = ["add heel 6", "start heat", "day --sleep 7", "undo", "regions add scar"]


@pytest.fixture
def absent(tmp_path):
    return tmp_path / "my stick" / "deep" / "painlog.db"


def refusal(file):
    return (
        f"The folder of the journal {file} is not there. Is its disk connected? To begin a journal "
        f"in a new folder, make that first: mkdir -p '{file.parent}'\n"
    )


@pytest.mark.posix
@pytest.mark.parametrize("command", [*READING, *WRITING])
def test_nothing_is_made_and_one_sentence_says_why(painlog, absent, monkeypatch, command):
    result = painlog("--db", str(absent), *command.split())
    assert (result.code, result.out, result.err) == (1, "", refusal(absent))
    monkeypatch.setenv("PAINLOG_DB", str(absent))
    assert painlog(*command.split()).err == refusal(absent)
    assert not absent.parents[1].exists()


@pytest.mark.posix
def test_nothing_is_restored_or_imported_there(painlog, absent, tmp_path):
    painlog("add", "heel", "6")
    painlog("backup", str(tmp_path / "saved.db"))
    for command in ("restore", "import"):
        result = painlog("--db", str(absent), command, str(tmp_path / "saved.db"))
        assert (result.code, result.err) == (1, refusal(absent))
    assert not absent.parents[1].exists()


def test_in_a_folder_that_is_there_a_named_journal_is_made(painlog, absent):
    absent.parent.mkdir(parents=True)
    assert painlog("--db", str(absent), "add", "heel", "6").code == 0
    assert absent.is_file()


@pytest.mark.posix
def test_the_folder_of_the_default_journal_is_made(painlog, tmp_path, monkeypatch):
    monkeypatch.delenv("PAINLOG_DB")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert painlog("add", "heel", "6").code == 0
    assert [file.name for file in Path(tmp_path).rglob("painlog.db")] == ["painlog.db"]
