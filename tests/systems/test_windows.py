"""What Windows does in another way, on Windows itself; test_wine.py runs this on Linux."""

import json
import subprocess
import sys

import pytest

from painlog.files import systems
from painlog.files.command_line import command_line
from painlog.files.drafts import remove_abandoned
from painlog.store.database import default_path
from painlog.store.leftover import is_in_use

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="test_wine.py runs these in wine")

# Adds an entry and ends as if it had been killed, with the entry in SQLite's log alone.
KILLED = """
import os, sys
from painlog.cli.app import main
from painlog.store.journal import Journal
Journal.__exit__ = lambda *_: os._exit(1)
main(["--db", sys.argv[1], "add", "heel", "4"])
"""
READS = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("begin")
connection.execute("select * from entry").fetchone()
print("reading", flush=True)
sys.stdin.readline()
"""
WAITS = "print('waiting', flush=True); import sys; sys.stdin.readline()"
NOTE = "Über der Ferse – „stechend“ 痛い"


@pytest.fixture
def running():
    """Start a process, and wait for its first line; it ends with the test."""
    started = []

    def start(*arguments):
        started.append(
            subprocess.Popen(
                [sys.executable, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
        )
        assert started[-1].stdout.readline()
        return started[-1]

    yield start
    for process in started:
        if process.poll() is None:
            process.communicate(b"\n")


def kill_while_adding(path):
    subprocess.run([sys.executable, "-c", KILLED, str(path)], capture_output=True, check=False)


def test_a_process_is_asked_about_without_being_ended(running, tmp_path):
    process = running("-c", WAITS)
    draft = tmp_path / f".out.csv.{process.pid}.part"
    draft.touch()
    assert systems.runs_elsewhere(process.pid)
    remove_abandoned(tmp_path / "out.csv")
    assert process.poll() is None
    assert draft.exists()
    process.communicate(b"\n")
    # Popen still holds on to it, so Windows still knows its number.
    assert not systems.runs_elsewhere(process.pid)
    remove_abandoned(tmp_path / "out.csv")
    assert not draft.exists()


def test_a_journal_that_another_program_reads_is_in_use(painlog, path, running):
    painlog("add", "heel", "6")
    assert not is_in_use(path)
    process = running("-c", READS, str(path))
    assert is_in_use(path)
    assert painlog("add", "heel", "5").code == 0
    process.communicate(b"\n")
    assert not is_in_use(path)


def test_after_a_program_was_killed_every_command_goes_on(painlog, path):
    painlog("add", "heel", "6")
    kill_while_adding(path)
    assert path.with_name("painlog.db-wal").stat().st_size
    assert len(json.loads(painlog("list", "--format", "json").out)["entries"]) == 2
    assert painlog("add", "heel", "3").code == 0
    assert painlog("check").code == 0


def test_a_log_of_another_state_is_set_aside(painlog, path, tmp_path):
    painlog("add", "heel", "6")
    older = tmp_path / "older.db"
    older.write_bytes(path.read_bytes())
    painlog("add", "heel", "5")
    kill_while_adding(path)
    older.replace(path)
    assert painlog("list").code == 1
    assert path.with_name("painlog.log-aside-1.wal").exists()
    assert len(json.loads(painlog("list", "--format", "json").out)["entries"]) == 1


def test_the_first_entry_leaves_no_draft_and_makes_no_folder_that_is_absent(painlog, tmp_path):
    path = tmp_path / "not yet" / "pain.db"
    refused = painlog("--db", str(path), "add", "heel", "6")
    assert (refused.code, path.parent.exists()) == (1, False)
    path.parent.mkdir()
    added = painlog("--db", str(path), "add", "heel", "6")
    assert added.code == 0
    assert added.out.startswith("Saved entry 1: heel 6 of 10")
    assert [file.name for file in path.parent.iterdir()] == ["pain.db"]


def test_what_is_piped_is_utf8(painlog, path):
    painlog("add", "heel", "6", "--note", NOTE)
    command = [sys.executable, "-m", "painlog", "--db", str(path), "list", "--format", "json"]
    done = subprocess.run(command, capture_output=True, check=True)
    assert json.loads(done.stdout.decode("utf-8"))["entries"][0]["note"] == NOTE


def test_what_is_shown_to_be_typed_is_read_by_windows_as_these_words():
    words = [
        "--map",
        "felt_at=When,pain=Pain (0-10)",
        'the "bad" knee',
        "C:\\My files\\",
        "a&b|c>d",
    ]
    shows = "import json, sys; print(json.dumps(sys.argv[1:]))"
    line = command_line(sys.executable, "-c", shows, *words)
    done = subprocess.run(line, shell=True, capture_output=True, check=True)
    assert json.loads(done.stdout) == words


def test_times_before_1970_are_read_and_shown(painlog):
    assert painlog("add", "left heel", "6", "--at", "1965-07-01 12:00").code == 0
    (told,) = json.loads(painlog("list", "--format", "json").out)["entries"]
    assert told["felt_at"].startswith("1965-07-01T12:00:00")
    assert painlog("edit", "1", "--at", "1964-12-24 18:00").code == 0
    assert "1964-12-24 18:00" in painlog("list").out


def test_a_date_format_that_windows_does_not_know_is_refused(painlog, tmp_path):
    file = tmp_path / "table.csv"
    file.write_text("date,region,intensity\n2026-03-05,heel,6\n", "utf-8")
    refused = painlog("import", str(file), "--date-format", "%s")
    assert refused.code == 2
    assert "does not say day, month and year" in refused.err


def test_nothing_is_found_of_permissions_that_windows_keeps_otherwise(painlog):
    painlog("add", "heel", "6")
    painlog("backup")
    found = painlog("check", "--format", "json")
    assert json.loads(found.out)["findings"] == []
    assert found.code == 0


def test_a_file_that_another_program_has_open_stays_and_a_sentence_says_so(painlog, tmp_path):
    painlog("add", "heel", "6")
    file = tmp_path / "out.csv"
    file.write_text("old", "utf-8")
    with file.open("rb"):
        refused = painlog("export", "--output", str(file), "--force")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith(f"{file} could not be written: ")
    assert file.read_text("utf-8") == "old"
    assert painlog("export", "--output", str(file), "--force").code == 0
    assert [found.name for found in tmp_path.glob("*out.csv*")] == ["out.csv"]


def test_a_backup_is_put_back_while_another_program_reads(painlog, path, tmp_path, running):
    painlog("add", "heel", "6")
    copy = tmp_path / "copy.db"
    assert painlog("backup", str(copy)).code == 0
    painlog("add", "heel", "5")
    running("-c", READS, str(path))
    restored = painlog("restore", str(copy))
    assert restored.code == 0
    assert len(json.loads(painlog("list", "--format", "json").out)["entries"]) == 1
    assert painlog("undo").code == 0
    assert len(json.loads(painlog("list", "--format", "json").out)["entries"]) == 2


def test_the_journal_is_where_windows_keeps_data_of_programs():
    assert default_path().parts[-4:] == ("AppData", "Local", "painlog", "painlog.db")
