"""What SQLite's logs hold is read from their bytes as SQLite itself reads it."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from builders import entry
from painlog.store import database, empty, generation, log
from painlog.store.sqlite_logs import (
    WalContent,
    generation_in,
    read_rollback_journal,
    read_wal,
)


@pytest.fixture
def live(path):
    """A journal that is open, with two changes in its write-ahead log, and the states they made."""
    empty.create(path)
    connection = database.connect(path, writing=True)
    assert connection is not None
    states = [generation.of(connection)]
    for note in ("short", "long " * 4000):
        with log.change(connection, "add") as change:
            change.add(entry("heel", 6, note=note))
        states.append(generation.of(connection))
    with closing(connection):
        yield connection, states


def wal(path):
    return Path(f"{path}-wal")


def test_each_transaction_of_a_write_ahead_log_has_its_state(path, live):
    _, (first, *made) = live
    assert read_wal(wal(path)) == WalContent(2, tuple(made))
    assert made[0].previous == first.token


@pytest.mark.parametrize("cut", [0, 20, 32, 40, 32 + 24 + 4096])
@pytest.mark.usefixtures("live")
def test_what_was_not_committed_does_not_count(path, tmp_path, cut):
    short = tmp_path / "short"
    short.write_bytes(wal(path).read_bytes()[:cut])
    assert read_wal(short) == WalContent(0, ())


def test_a_transaction_that_is_cut_off_at_the_end_does_not_count(path, live, tmp_path):
    _, (_, first, _) = live
    short = tmp_path / "short"
    short.write_bytes(wal(path).read_bytes()[:-1])
    assert read_wal(short) == WalContent(1, (first,))


def test_what_is_left_of_an_earlier_use_of_the_file_does_not_count(path, live):
    connection, _ = live
    # Once all is in the journal, the log is written anew from its start.
    connection.execute("pragma wal_checkpoint(full)")
    with log.change(connection, "add") as change:
        change.add(entry("neck", 3))
    now = generation.of(connection)
    assert now is not None
    assert read_wal(wal(path)) == WalContent(1, (now,))


def test_another_program_comes_to_no_known_state(path, live):
    connection, states = live
    connection.execute("pragma wal_checkpoint(full)")
    connection.execute("update entry set note = 'other' where id = 1")
    assert read_wal(wal(path)) == WalContent(1, ())
    assert generation.of(connection) == states[-1]


@pytest.fixture
def rolling_back(path, live, tmp_path):
    """A copy of a journal in the middle of a change in rollback mode, half of it in the file."""
    connection, states = live
    connection.execute("pragma journal_mode = delete")
    before = path.read_bytes()
    connection.execute("pragma cache_size = 1")
    connection.execute("begin")
    connection.executemany(
        "insert into backup (made_at, file, entries) values ('', ?, 1)", [["x" * 3000]] * 60
    )
    generation.step(connection)
    connection.execute("update generation set previous = previous")
    copy = tmp_path / "copy.db"
    for suffix in ("", "-journal"):
        shutil.copy(f"{path}{suffix}", f"{copy}{suffix}")
    connection.execute("rollback")
    return copy, before, states[-1]


def test_a_rollback_journal_holds_the_pages_as_they_were(rolling_back):
    copy, before, _ = rolling_back
    old = read_rollback_journal(Path(f"{copy}-journal"))
    assert (old.page_size, old.pages) == (4096, len(before) // 4096)
    assert old.before
    for number, page in old.before.items():
        assert page == before[(number - 1) * 4096 : number * 4096]


@pytest.mark.parametrize("data", [b"", b"short", bytes(600)], ids=["empty", "short", "ended"])
def test_a_rollback_journal_that_sqlite_does_not_play_is_none(tmp_path, data):
    journal = tmp_path / "journal"
    journal.write_bytes(data)
    assert read_rollback_journal(journal) is None


def test_only_the_page_of_the_state_tells_a_state(path, live):
    connection, states = live
    connection.execute("pragma wal_checkpoint(full)")
    data = path.read_bytes()
    pages = [data[at : at + 4096] for at in range(0, len(data), 4096)]
    assert [found for found in map(generation_in, pages) if found] == [states[-1]]


def test_it_is_found_after_another_program_has_packed_the_file(path, live):
    connection, states = live
    connection.execute("pragma journal_mode = delete")
    with closing(sqlite3.connect(path)) as other:
        other.execute("pragma page_size = 1024")
        other.execute("vacuum")
    data = path.read_bytes()
    pages = [data[at : at + 1024] for at in range(0, len(data), 1024)]
    assert [found for found in map(generation_in, pages) if found] == [states[-1]]
