"""The file: made by the first change, private, and left alone where it is not a journal."""

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
from contextlib import closing
from pathlib import Path

import platformdirs
import pytest
from sqlite_utils import Database

from builders import entry
from painlog.errors import GET_NEWER, BadFileError, PainlogError
from painlog.store import connections, database, failure, schema
from painlog.store.journal import Journal
from soundness import intensities, names_in

NOBODY = 65534
BOTH = pytest.mark.parametrize("writing", [False, True], ids=["reading", "writing"])

IMPORTS = """
import os, resource, signal, sqlite3, sys, time
from pathlib import Path
import sqlite_utils
from builders import entry
from painlog.errors import PainlogError
from painlog.store import database, empty, failure, schema
from painlog.store.journal import Journal

path = Path(sys.argv[1])
"""
# Root may write everywhere; what a file's mode forbids is met only as somebody else, who may not be
# able to read Python's own files either: all that is needed is imported before, as for a URI too.
AS_NOBODY = f"""
empty.in_memory().close()
path.absolute().as_uri()
if os.geteuid() == 0:
    os.setgroups([])
    os.setresgid({NOBODY}, {NOBODY}, {NOBODY})
    os.setresuid({NOBODY}, {NOBODY}, {NOBODY})
"""
READ = """
try:
    with Journal(path) as journal:
        print([stored.intensity for stored in journal.entries()])
except PainlogError as refused:
    print(refused)
"""
WRITE = """
try:
    with Journal(path, writing=True) as journal, journal.change("add") as change:
        change.add(entry("heel", 5))
    print("saved")
except PainlogError as refused:
    print(refused)
"""


@pytest.fixture
def start(forks, tmp_path):
    """Start a script on a journal in a process of its own."""

    def begin(path, script, **how):
        return forks.start(
            str(path),
            script=IMPORTS + textwrap.dedent(script),
            env=os.environ,
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            **how,
        )

    return begin


@pytest.fixture
def run(start):
    """Run a script on a journal in a process of its own; gives what it printed."""

    def begin_and_end(path, script):
        process = start(path, script)
        said, _ = process.communicate(timeout=60)
        assert process.returncode == 0
        return said.strip()

    return begin_and_end


def mode(path):
    return path.stat().st_mode & 0o777


@pytest.fixture
def journal_bytes(path, store):
    """What a journal with one entry is made of; there is no file yet."""
    store(entry("heel", 6))
    made = path.read_bytes()
    path.unlink()
    return made


# --- Where it is, and what is opened ---


def test_it_keeps_what_it_says_is_saved(path, store):
    store(entry("heel", 6))
    for writing in (False, True):
        with Journal(path, writing=writing) as journal:
            pragmas = {
                name: journal.connection.execute(f"pragma {name}").fetchone()[0]
                for name in (
                    "journal_mode",
                    "synchronous",
                    "foreign_keys",
                    "application_id",
                    "user_version",
                )
            }
        assert pragmas == {
            "journal_mode": "wal",
            "synchronous": 2,
            "foreign_keys": 1,
            "application_id": int.from_bytes(b"plog", "big"),
            "user_version": database.SCHEMA_VERSION,
        }


def test_the_schema_version_is_the_number_of_migrations():
    with closing(sqlite3.connect(":memory:")) as connection:
        pending = schema.migrations.pending(Database(connection))
    assert len(pending) == database.SCHEMA_VERSION


def test_the_usual_place_is_in_the_home_directory():
    place = database.default_path()
    assert place.name == "painlog.db"
    assert place.is_relative_to(os.environ["HOME"])


@pytest.mark.parametrize("home", ["/home/mara", "/home/mara/", "/", "relative", "", None])
@pytest.mark.parametrize("data", ["/data", "/data/", "relative", "~/data", "", None])
def test_the_usual_place_is_the_one_that_platformdirs_names(monkeypatch, home, data):
    for name, value in (("HOME", home), ("XDG_DATA_HOME", data)):
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, value)
    there = platformdirs.user_data_path("painlog", appauthor=False)
    assert database.default_path() == there / "painlog.db"


def test_on_macos_it_is_where_programs_keep_their_data():
    script = """
import sys
sys.platform = "darwin"
from painlog.files.command_line import command_line
from painlog.store.database import default_path
print(command_line(str(default_path())))
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | {"HOME": "/Users/mara"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "'/Users/mara/Library/Application Support/painlog/painlog.db'\n"


def test_a_name_may_hold_any_characters(tmp_path):
    path = tmp_path / "my pain?mode=rw#1%20 \N{FOOT}" / "journal? 'n' %41.db"
    with Journal(path) as journal, journal.change("add") as change:
        change.add(entry("heel", 6))
    assert names_in(path.parent) == [path.name]
    assert intensities(path) == [6]
    with closing(database._open_read_only(path)) as connection:  # noqa: SLF001 - root may write
        assert connection.execute("select count(*) from entry").fetchone() == (1,)


def test_what_is_opened_to_read_cannot_be_changed(path, store):
    store(entry("heel", 6))
    with Journal(path) as journal, closing(database.open_as_it_is(path)) as other:
        for connection in (journal.connection, other):
            with pytest.raises(sqlite3.OperationalError, match="readonly"):
                connection.execute("delete from entry")
    assert intensities(path) == [6]
    assert names_in(path.parent) == ["painlog.db"]


# --- What is not a journal ---


def refused_and_untouched(path, writing, error=PainlogError):
    """Open what is not a journal; gives what was raised, and makes sure that it was left alone."""
    before, beside = path.read_bytes(), names_in(path.parent)
    with pytest.raises(error) as refused, Journal(path, writing=writing) as journal:
        journal.count()
    assert path.read_bytes() == before
    assert names_in(path.parent) == beside
    return refused.value


@BOTH
@pytest.mark.parametrize(
    "content", [b"felt_at,region\r\n", b"SQLite format 2\0" * 9, b"\0" * 4096], ids=len
)
def test_any_other_file_is_left_alone(path, writing, content):
    path.write_bytes(content)
    assert str(refused_and_untouched(path, writing)) == (
        f"{path} is not a painlog journal and was left alone. Name the journal with --db. "
        "To import a CSV file, type: painlog import FILE"
    )


@BOTH
def test_an_empty_file_is_left_alone(path, writing):
    path.touch()
    assert str(refused_and_untouched(path, writing)) == (
        f"{path} is an empty file, not a journal. Remove it, or name another file with --db."
    )


@BOTH
def test_a_directory_is_left_alone(path, writing):
    path.mkdir()
    with pytest.raises(BadFileError) as refused:
        Journal(path, writing=writing)
    assert str(refused.value) == (
        f"{path} is a directory. Name a file in it: --db {path}/painlog.db"
    )
    assert names_in(path) == []


@BOTH
@pytest.mark.parametrize("journal_mode", ["delete", "wal"])
def test_a_database_of_another_program_is_left_alone(path, writing, journal_mode):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"pragma journal_mode = {journal_mode}")
        connection.execute("create table entry (id integer primary key)")
    assert str(refused_and_untouched(path, writing)) == (
        f"{path} is a database of another program and was left alone. Name the journal with --db."
    )


@BOTH
def test_a_newer_journal_is_left_alone(path, writing, journal_bytes):
    path.write_bytes(journal_bytes)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"pragma user_version = {database.SCHEMA_VERSION + 1}")
    assert str(refused_and_untouched(path, writing)) == newer(path)


@BOTH
def test_a_journal_that_a_newer_painlog_has_open_is_left_alone(path, writing, journal_bytes):
    path.write_bytes(journal_bytes)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"pragma user_version = {database.SCHEMA_VERSION + 1}")
        assert str(refused_and_untouched(path, writing)) == newer(path)


def newer(path):
    return f"{path} was written by a newer painlog and was left alone. {GET_NEWER}"


@BOTH
@pytest.mark.parametrize("kept", [16, 50, 99])
def test_a_journal_without_its_header_is_left_alone(path, writing, journal_bytes, kept):
    path.write_bytes(journal_bytes[:kept])
    assert str(refused_and_untouched(path, writing)) == (
        f"{path} is cut short and cannot be opened. Restore a backup with: painlog restore FILE"
    )


@BOTH
def test_the_first_letters_of_a_database_do_not_make_a_journal(path, writing):
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 8192)
    assert str(refused_and_untouched(path, writing)) == (
        f"{path} is a database of another program and was left alone. Name the journal with --db."
    )


@BOTH
@pytest.mark.parametrize("damage", ["cut in half", "cut at the header", "overwritten"])
def test_a_damaged_journal_is_left_alone(path, writing, journal_bytes, damage):
    path.write_bytes(
        {
            "cut in half": journal_bytes[: len(journal_bytes) // 2],
            "cut at the header": journal_bytes[:100],
            "overwritten": journal_bytes[:100] + b"x" * (len(journal_bytes) - 100),
        }[damage]
    )
    error = refused_and_untouched(path, writing, sqlite3.DatabaseError)
    assert failure.failure_of(error) == failure.DAMAGED


# --- What the file's mode forbids ---


@pytest.fixture
def theirs(journal_bytes):
    """A journal with one entry, in a directory that belongs to whoever cannot do everything."""
    directory = Path(tempfile.mkdtemp()).resolve()
    journal = directory / "painlog.db"
    journal.write_bytes(journal_bytes)
    journal.chmod(0o600)
    if os.geteuid() == 0:
        os.chown(directory, NOBODY, NOBODY)
        os.chown(journal, NOBODY, NOBODY)
    yield journal
    directory.chmod(0o700)
    shutil.rmtree(directory)


@pytest.fixture
def as_nobody(run):
    """Run scripts as somebody who is not root; gives the lines that they printed."""
    return lambda path, *scripts: run(path, AS_NOBODY + "".join(scripts)).splitlines()


def cannot_be_written(path, read_only):
    return (
        f"{path} cannot be written: {read_only} is read-only. Nothing was saved. "
        "Change its permissions, or name another file with --db."
    )


def test_the_owner_reads_and_writes(as_nobody, theirs):
    assert as_nobody(theirs, READ, WRITE, READ) == ["[6]", "saved", "[6, 5]"]
    assert names_in(theirs.parent) == ["painlog.db"]


def test_a_read_only_journal_is_read_but_not_written(as_nobody, theirs):
    before = theirs.read_bytes()
    theirs.chmod(0o400)
    assert as_nobody(theirs, READ, WRITE) == ["[6]", cannot_be_written(theirs, theirs)]
    assert theirs.read_bytes() == before


def test_a_journal_in_a_read_only_directory_is_read_but_not_written(as_nobody, theirs):
    before = theirs.read_bytes()
    theirs.parent.chmod(0o500)
    assert as_nobody(theirs, READ, WRITE) == ["[6]", cannot_be_written(theirs, theirs.parent)]
    assert theirs.read_bytes() == before
    assert names_in(theirs.parent) == ["painlog.db"]


def test_entries_that_only_the_wal_holds_are_never_silently_missing(as_nobody, theirs):
    copy = theirs.with_name("copy.db")
    with Journal(theirs, writing=True) as journal:
        with journal.change("add") as change:
            change.add(entry("heel", 5))
        shutil.copy(theirs, copy)
        shutil.copy(f"{theirs}-wal", f"{copy}-wal")
    for made in theirs.parent.iterdir():
        made.chmod(0o644)
    theirs.parent.chmod(0o555)
    assert as_nobody(copy, READ) == [
        f"{copy} cannot be opened for reading. Copy it, and copy.db-wal if it is there, to a "
        "directory of yours."
    ]
    theirs.parent.chmod(0o700)
    assert intensities(copy) == [6, 5]


def test_a_closed_journal_is_neither_read_nor_written(as_nobody, theirs):
    theirs.chmod(0)
    sentence = (
        f"{theirs} cannot be read: its permissions forbid it. Change them, or name another "
        "file with --db."
    )
    assert as_nobody(theirs, READ, WRITE) == [sentence, sentence]


def test_a_journal_in_a_closed_directory_is_neither_read_nor_written(as_nobody, theirs):
    theirs.parent.chmod(0)
    sentence = (
        f"{theirs} cannot be reached: its directory is closed to you. "
        "Change its permissions, or name another file with --db."
    )
    assert as_nobody(theirs, READ, WRITE) == [sentence, sentence]


@pytest.mark.parametrize("inside", [(), ("new", "deeper")])
def test_none_is_made_in_a_read_only_directory(as_nobody, theirs, inside):
    theirs.unlink()
    theirs.parent.chmod(0o500)
    path = theirs.parent.joinpath(*inside, "painlog.db")
    assert as_nobody(path, READ, WRITE) == [
        "[]",
        f"The journal could not be made at {path}: Permission denied. Name another place "
        "with --db.",
    ]
    assert names_in(theirs.parent) == []


def test_an_older_journal_in_a_read_only_directory_says_why_it_cannot_be_read(as_nobody, theirs):
    before = theirs.read_bytes()
    theirs.parent.chmod(0o500)
    assert as_nobody(theirs, "database.SCHEMA_VERSION += 1\n", READ) == [
        f"{theirs} was written by an older painlog and is read-only, so it cannot be brought "
        "up to date. Copy it to a place where you can write."
    ]
    assert theirs.read_bytes() == before


def test_an_older_read_only_journal_says_why_it_cannot_be_read(as_nobody, theirs):
    theirs.chmod(0o400)
    assert as_nobody(theirs, "database.SCHEMA_VERSION += 1\n", READ) == [
        f"{theirs} was written by an older painlog and is read-only, so it cannot be brought "
        "up to date. Copy it to a place where you can write."
    ]


# --- Several at once, and what breaks off ---


def test_first_entries_made_at_once_are_all_kept(start, tmp_path):
    path = tmp_path / "data" / "painlog.db"
    script = """
        print("ready", flush=True)
        intensity = int(sys.stdin.readline())
        with Journal(path) as journal, journal.change("add") as change:
            change.add(entry("heel", intensity))
        """
    processes = [start(path, script, stdin=subprocess.PIPE) for _ in range(6)]
    assert [process.stdout.readline() for process in processes] == ["ready\n"] * 6
    for intensity, process in enumerate(processes):
        process.stdin.write(f"{intensity}\n")
        process.stdin.flush()
    for process in processes:
        process.communicate(timeout=60)
    assert [process.returncode for process in processes] == [0] * 6
    assert sorted(intensities(path)) == [0, 1, 2, 3, 4, 5]
    assert names_in(path.parent) == ["painlog.db"]


def test_who_comes_while_another_writes_is_told_so(path, store, monkeypatch):
    store(entry("heel", 6))
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.1)
    with Journal(path, writing=True) as first, Journal(path, writing=True) as second:
        with first.change("add") as change:
            change.add(entry("heel", 5))
            with pytest.raises(sqlite3.OperationalError) as refused, second.change("add"):
                pytest.fail("both write")
            assert [stored.intensity for stored in second.entries()] == [6]
        with second.change("add") as change:
            change.add(entry("heel", 4))
    assert refused.value.sqlite_errorcode == sqlite3.SQLITE_BUSY
    assert intensities(path) == [6, 5, 4]


def test_when_the_disk_takes_no_more_nothing_is_saved(run, path, store):
    store(entry("heel", 6))
    said = run(
        path,
        f"""
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, ({200 * 1024}, {resource.RLIM_INFINITY}))
        try:
            with Journal(path, writing=True) as journal, journal.change("import") as change:
                for _ in range(2000):
                    change.add(entry("heel", 1))
        except sqlite3.Error as error:
            print(error.sqlite_errorname)
        with Journal(path) as journal:
            print([stored.intensity for stored in journal.entries()])
        """,
    )
    assert said.splitlines() == [
        "SQLITE_IOERR_WRITE",
        "[6]",
    ]
    assert intensities(path) == [6]
    store(entry("heel", 5))
    assert intensities(path) == [6, 5]


def test_when_the_disk_takes_no_more_no_journal_is_made(run, path):
    said = run(
        path,
        f"""
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, ({20 * 1024}, {resource.RLIM_INFINITY}))
        try:
            with Journal(path) as journal, journal.change("add") as change:
                change.add(entry("heel", 1))
        except sqlite3.Error as error:
            print(error.sqlite_errorname)
        """,
    )
    assert said == "SQLITE_IOERR_WRITE"
    assert names_in(path.parent) == []


def test_an_import_that_is_killed_leaves_nothing_of_itself(start, path, store):
    store(entry("heel", 6))
    script = """
        with Journal(path, writing=True) as journal, journal.change("import") as change:
            # Less memory than the entries need, so that some are on the disk before the end.
            journal.connection.execute("pragma cache_size = 10")
            for _ in range(1000):
                change.add(entry("heel", 1))
            print("half way", flush=True)
            time.sleep(60)
        """
    with start(path, script) as process:
        assert process.stdout.readline() == "half way\n"
        assert path.with_name("painlog.db-wal").stat().st_size > 100_000
        os.kill(process.pid, signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert intensities(path) == [6]
    store(entry("heel", 5))
    assert intensities(path) == [6, 5]
    assert names_in(path.parent) == ["painlog.db"]


def test_what_a_read_only_time_left_beside_a_journal_does_not_make_it_read_only(
    path, store, monkeypatch
):
    store(entry("heel", 6))
    shm = Path(f"{path}-shm")
    shm.touch()
    shm.chmod(0o400)
    access = os.access
    # Who runs the tests may be allowed anything.
    monkeypatch.setattr(os, "access", lambda file, mode: file != shm and access(file, mode))
    modes = []
    chmod = Path.chmod
    monkeypatch.setattr(Path, "chmod", lambda p, mode: (modes.append((p, mode)), chmod(p, mode)))
    with Journal(path, writing=True) as journal:
        assert len([*journal.entries()]) == 1
    assert modes == [(shm, 0o600)]
