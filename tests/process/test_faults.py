"""No journal, a full disk, a closed directory: a sentence, and nothing is touched."""

import os
import shlex
import sqlite3
import stat

import pytest

from painlog.files.command_line import as_typed
from painlog.store.database import SCHEMA_VERSION

# Said with the first entry of a region.
POINTER = "Warning signs that need care now: painlog redflags --check\n"
WRITE, READ = ["add", "heel", "6"], ["list"]


def other_program(file):
    database = sqlite3.connect(file)
    database.execute("create table theirs (x)")
    database.commit()
    database.close()


def newer(file):
    from painlog.store.empty import create

    create(file)
    database = sqlite3.connect(file)
    database.execute(f"pragma user_version = {SCHEMA_VERSION + 1}")
    database.execute("pragma journal_mode = delete")
    database.close()


@pytest.mark.parametrize("command", [WRITE, READ, ["undo"], ["today"], ["where"]], ids=" ".join)
@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda f: f.write_text("dear diary"), "is not a painlog journal and was left alone."),
        (lambda f: f.write_bytes(b""), "is an empty file, not a journal."),
        (lambda f: f.mkdir(), "is a directory. Name a file in it: --db "),
        (other_program, "is a database of another program and was left alone."),
        (newer, "was written by a newer painlog and was left alone."),
    ],
    ids=["text", "empty", "directory", "other program", "newer"],
)
def test_a_file_that_is_no_journal_is_said_and_left_to_the_byte(
    process, tmp_path, command, make, said
):
    file = tmp_path / "it.db"
    make(file)
    before = file.read_bytes() if file.is_file() else sorted(file.iterdir())
    names = sorted(tmp_path.iterdir())
    done = process("--db", str(file), *command)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{file} {said}")
    assert done.stderr.count("\n") == 1
    assert (file.read_bytes() if file.is_file() else sorted(file.iterdir())) == before
    assert sorted(tmp_path.iterdir()) == names


def test_where_no_directory_can_be_made_it_is_said(process, tmp_path):
    (tmp_path / "file").write_text("mine")
    done = process("--db", str(tmp_path / "file" / "painlog.db"), *WRITE)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"The journal could not be made at {tmp_path}/file/painlog.db: Not a directory. "
        "Name another place with --db.\n"
    )
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize("closed", ["file", "directory"])
def test_a_journal_that_may_not_be_written_can_still_be_read(painlog, path, monkeypatch, closed):
    painlog("add", "left heel", "6")
    before = path.read_bytes()
    shut = path if closed == "file" else path.parent
    allowed = os.access
    monkeypatch.setattr(
        os, "access", lambda where, mode: str(where) != str(shut) and allowed(where, mode)
    )
    for command in (WRITE, ["edit", "1", "-i", "5"], ["remove", "1"], ["undo"], ["start", "heat"]):
        result = painlog(*command)
        assert (result.code, result.out) == (1, "")
        assert result.err == (
            f"{path} cannot be written: {shut} is read-only. Nothing was saved. Change its "
            "permissions, or name another file with --db.\n"
        )
    assert painlog("list").out.endswith("left heel   6/10\n")
    assert path.read_bytes() == before


@pytest.mark.parametrize("umask", ["000", "022", "777"])
def test_nobody_else_can_read_the_journal_whatever_the_umask(process, tmp_path, umask):
    data = tmp_path / "new"
    file = data / "painlog" / "painlog.db"
    done = process(
        shell=f'umask {umask}; unset PAINLOG_DB; export XDG_DATA_HOME={data}; "$0" add heel 6 && '
        '"$0" undo'
    )
    assert done.returncode == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [stat.S_IMODE(d.stat().st_mode) for d in (file.parent, file.parents[1])] == [0o700] * 2
    assert [f.name for f in file.parent.iterdir()] == ["painlog.db"]


@pytest.mark.parametrize("kibibytes", [0, 4, 40, 64])
def test_where_the_disk_is_full_no_half_journal_is_made(process, tmp_path, kibibytes):
    done = process(shell=f'ulimit -f {kibibytes * 2}; exec "$0" add heel 6')
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "The disk could not be read or written. Nothing was saved. Check for free space and a "
        "working disk, then try again.\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_where_the_disk_is_full_the_journal_stays_as_it_was(process):
    process("add", "left heel", "6")
    before = process("list", "--format", "json").stdout
    done = process(shell='ulimit -f 1; exec "$0" add "left heel" 5')
    assert (done.returncode, done.stdout) == (1, "")
    assert "Nothing was saved" in done.stderr
    assert process("list", "--format", "json").stdout == before


def test_where_the_journal_may_grow_no_further_it_says_so(painlog, monkeypatch):
    painlog("add", "left heel", "6")
    before = painlog("list").out
    connect = sqlite3.connect

    def full(*arguments, **options):
        connection = connect(*arguments, **options)
        connection.execute("pragma max_page_count = 1")
        return connection

    monkeypatch.setattr(sqlite3, "connect", full)
    result = painlog("add", "left heel", "5", "--note", "long " * 20_000)
    assert (result.code, result.out) == (1, "")
    assert result.err == "The disk is full. Nothing was saved. Free some space and try again.\n"
    assert painlog("list").out == before


@pytest.mark.parametrize("name", [":memory:", "file:x?mode=memory&cache=shared", "file:x.db"])
def test_a_name_that_means_something_to_sqlite_is_a_file_like_any_other(process, tmp_path, name):
    (tmp_path / "here").mkdir()
    for command in (WRITE, READ, ["undo"], ["redo"]):
        done = process(shell=f'cd here && exec "$0" --db "{name}" {" ".join(command)}')
        said = done.stderr.replace(f"painlog --db {as_typed(name)} ", "painlog ")
        assert (done.returncode, said.replace(POINTER, "")) == (0, "")
    assert process(shell=f'cd here && exec "$0" --db "{name}" list').stdout.endswith("6/10\n")
    assert [file.name for file in (tmp_path / "here").iterdir()] == [name]


@pytest.mark.parametrize("command", [WRITE, READ], ids=" ".join)
@pytest.mark.parametrize("make", [os.mkfifo, lambda file: file.symlink_to("/dev/null")])
def test_what_is_no_plain_file_is_not_opened(process, tmp_path, command, make):
    file = tmp_path / "it.db"
    make(file)
    done = process("--db", str(file), *command)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{file} is not a plain file. Name another file with --db.\n"


def test_a_directory_is_answered_with_what_can_be_pasted(process, tmp_path):
    directory = tmp_path / "my journals"
    directory.mkdir()
    said = process("--db", str(directory), *READ).stderr
    option = said.partition("Name a file in it: ")[2]
    assert shlex.split(option) == ["--db", str(directory / "painlog.db")]


@pytest.mark.parametrize("command", ["check", "demo", "consult"])
def test_a_time_zone_that_no_date_can_have_is_named(process, command):
    process("add", "left heel", "6")
    done = process(command, TZ="UTC+25")
    assert done.returncode == 1
    assert done.stderr.startswith('The time zone "UTC+25" (the variable TZ) is a day or more')
