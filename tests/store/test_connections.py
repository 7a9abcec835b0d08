"""Connections: none makes a file or trusts the schema, and each waits for a locked journal."""

import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from builders import entry
from conftest import NOW
from painlog.store import connections, database, failure, log
from painlog.store.check import examine
from painlog.store.journal import Journal

HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("pragma journal_mode = delete")
connection.execute("begin exclusive")
print("held", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def filled(path, store):
    """A journal with one entry."""
    store(entry("heel", 6))
    return path


@pytest.fixture
def held(filled):
    """A journal in rollback mode that another program has locked until it reads a line."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(filled)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout.readline() == "held\n"
        yield filled, other
        if other.poll() is None:
            other.communicate("\n")


@pytest.fixture
def impatient(monkeypatch):
    """Wait for less long than a person would."""
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.4)
    monkeypatch.setattr(connections, "QUIET_SECONDS", 0.1)


def test_no_connection_makes_a_file(path):
    for open_it in (connections.open_file, connections.open_safely, connections.open_to_look):
        with pytest.raises(sqlite3.OperationalError):
            open_it(path).execute("select * from sqlite_schema")
    assert not path.exists()


@pytest.mark.parametrize("how", ["open_file", "open_safely", "open_to_look", "open_in_memory"])
def test_no_connection_trusts_the_schema(filled, how):
    opened = getattr(connections, how)(*([] if how == "open_in_memory" else [filled]))
    with closing(opened) as connection:
        assert connection.execute("pragma trusted_schema").fetchone() == (0,)


def test_a_function_that_has_effects_cannot_be_called_by_the_schema(filled):
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute("create view planted as select load_extension('evil')")
    with (
        closing(database.open_as_it_is(filled)) as connection,
        pytest.raises(sqlite3.OperationalError, match="unsafe use of load_extension"),
    ):
        connection.execute("select * from planted").fetchone()


def test_a_connection_to_look_changes_nothing(filled):
    for immutable in (False, True):
        with (
            closing(connections.open_to_look(filled, immutable=immutable)) as connection,
            pytest.raises(sqlite3.OperationalError, match="readonly"),
        ):
            connection.execute("delete from entry")


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("open_it", [Journal, database.open_as_it_is], ids=["command", "check"])
def test_who_finds_the_journal_locked_is_told_so_and_no_program_is_named(held, open_it):
    said = []
    with pytest.raises(sqlite3.OperationalError) as refused:
        open_it(held[0], waiting=lambda: said.append(True))
    assert said == [True]
    assert "painlog" not in failure.failure_of(refused.value).what


@pytest.mark.usefixtures("impatient")
def test_without_anybody_to_tell_the_wait_is_as_long(held):
    start = time.monotonic()
    with pytest.raises(sqlite3.OperationalError):
        Journal(held[0])
    assert time.monotonic() - start >= 0.4


def test_the_word_comes_within_three_seconds():
    assert connections.QUIET_SECONDS < 3


def test_what_is_read_after_the_wait_is_whole(held, monkeypatch):
    monkeypatch.setattr(connections, "QUIET_SECONDS", 0.1)
    path, other = held
    with Journal(path, waiting=lambda: other.communicate("\n")) as journal:
        assert [stored.intensity for stored in journal.entries()] == [6]
        (left,) = journal.connection.execute("pragma busy_timeout").fetchone()
    assert left == 1000 * connections.BUSY_SECONDS


@pytest.mark.usefixtures("impatient")
def test_a_check_waits_as_well(held):
    said = []
    with pytest.raises(sqlite3.OperationalError):
        examine(held[0], NOW, waiting=lambda: said.append(True))
    assert said == [True]


@pytest.mark.usefixtures("impatient")
def test_a_locked_journal_is_never_read_as_one_that_nobody_changes(held):
    with pytest.raises(sqlite3.OperationalError):
        database._open_read_only(held[0])  # noqa: SLF001 - root may write everywhere
    held[1].communicate("\n")
    database._open_read_only(held[0]).close()  # noqa: SLF001


ENDLESS = "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"
LONG = ENDLESS.replace("from n)", "from n limit 2000000)")


@pytest.mark.parametrize("open_one", ["open_file", "open_to_look", "open_safely"])
def test_work_without_an_end_is_broken_off(filled, monkeypatch, open_one):
    monkeypatch.setattr(connections, "MILLIONS_OF_STEPS", 2)
    with closing(getattr(connections, open_one)(filled)) as connection:
        with pytest.raises(sqlite3.OperationalError) as broken_off:
            connection.execute(ENDLESS).fetchone()
        assert broken_off.value.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT
    assert "painlog check" in failure.failure_of(broken_off.value).advice


def test_a_larger_file_may_take_more_work(filled, monkeypatch):
    monkeypatch.setattr(connections, "MILLIONS_OF_STEPS", 0)
    with (
        closing(connections.open_file(filled)) as connection,
        pytest.raises(sqlite3.OperationalError),
    ):
        connection.execute(LONG).fetchone()
    with filled.open("ab") as file:
        file.truncate(1_000_000)
    with closing(connections.open_file(filled)) as connection:
        assert connection.execute(LONG).fetchone() == (2_000_000,)


def test_what_writes_much_may_work_on(path, monkeypatch):
    monkeypatch.setattr(connections, "MILLIONS_OF_STEPS", 1)
    monkeypatch.setattr(log, "_ITEMS_BETWEEN", 100)
    with Journal(path, writing=True) as journal:
        with journal.change("import") as change:
            for _ in range(6_000):
                change.take(entry("heel", 6))
        assert journal.count() == 6_000
        journal.undo()
        assert journal.is_empty


def test_on_macos_the_disk_itself_writes_down_what_any_connection_commits(filled, monkeypatch):
    def asked():
        for opening in (connections.open_safely, connections.open_file):
            with closing(opening(filled)) as connection:
                yield connection.execute("pragma fullfsync").fetchone()[0]

    assert list(asked()) == [0, 0]
    monkeypatch.setattr(sys, "platform", "darwin")
    assert list(asked()) == [1, 1]
