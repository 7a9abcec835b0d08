"""A damaged write-ahead log: whether saved changes are lost is told, and nothing else is."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from builders import entry
from painlog.errors import BadFileError
from painlog.store import leftover
from painlog.store.check import examine
from painlog.store.journal import Journal
from painlog.store.wal_damage import damaged_after

FRAME = 24 + 4096
NOW = datetime(2026, 3, 31, 21, tzinfo=UTC)


@pytest.fixture
def killed(tmp_path):
    """A journal with an entry, and three more in the log that a killed program leaves."""
    live, path = tmp_path / "live" / "painlog.db", tmp_path / "painlog.db"
    live.parent.mkdir()
    with Journal(live, writing=True) as journal, journal.change("add") as change:
        change.add(entry("heel", 6))
    with Journal(live, writing=True) as journal:
        for intensity in (1, 2, 3):
            with journal.change("add") as change:
                change.add(entry("heel", intensity))
        for suffix in ("", "-wal", "-shm"):
            shutil.copy(f"{live}{suffix}", f"{path}{suffix}")
    return path


def log_of(path):
    return Path(f"{path}-wal")


def intensities(path):
    with Journal(path) as journal:
        return [found.intensity for found in journal.entries()]


def commits(path):
    """The places in the log where a change ends."""
    log = log_of(path).read_bytes()
    return [at + FRAME for at in range(32, len(log), FRAME) if log[at + 4 : at + 8] != b"\0\0\0\0"]


def flipped(path, at):
    log = bytearray(log_of(path).read_bytes())
    log[at] ^= 1
    log_of(path).write_bytes(log)


def overwritten(path, start):
    log = log_of(path).read_bytes()
    log_of(path).write_bytes(start + log[len(start) :])


def test_a_log_that_is_whole_has_no_damage(killed):
    assert damaged_after(killed) is None
    Path(f"{killed}-shm").unlink()
    assert damaged_after(killed) is None
    assert intensities(killed) == [6, 1, 2, 3]
    assert damaged_after(killed) is None


def test_a_longer_log_of_an_earlier_use_is_no_damage(killed):
    with log_of(killed).open("ab") as log:
        log.write(bytes(8) + b"old salt" + bytes(FRAME - 16))
        log.write(b"half of a frame")
    assert damaged_after(killed) is None


def test_what_a_kill_left_unfinished_is_no_damage(killed):
    log = log_of(killed).read_bytes()
    # The frames of a change without its commit, and half of one.
    log_of(killed).write_bytes(log + log[32 : 32 + 2 * FRAME] + log[32 : 32 + 100])
    assert damaged_after(killed) is None


@pytest.mark.parametrize(
    ("spoil", "kept"),
    [
        (lambda path, _: flipped(path, 6000), 0),
        (lambda path, _: flipped(path, 20), 0),
        (lambda path, ends: flipped(path, ends[1] + 5000), 2),
        (lambda path, ends: flipped(path, ends[2] - 1), 2),
        (lambda path, ends: log_of(path).write_bytes(log_of(path).read_bytes()[: ends[1] - 9]), 1),
        (lambda path, _: log_of(path).write_bytes(log_of(path).read_bytes()[: 32 + FRAME - 1]), 0),
        (lambda path, _: log_of(path).write_bytes(log_of(path).read_bytes()[:9]), 0),
        (lambda path, _: overwritten(path, b"no header of a log here!"), 0),
        (lambda path, _: overwritten(path, bytes(512)), 0),
    ],
    ids=[
        *("first change", "header", "last change", "last byte", "cut off"),
        *("first frame cut off", "header cut off", "another header", "zeros"),
    ],
)
def test_saved_changes_that_cannot_be_read_are_told_and_the_log_is_kept(killed, spoil, kept):
    ends = [0, *commits(killed)]
    spoil(killed, commits(killed))
    damaged, aside = log_of(killed).read_bytes(), killed.with_name("painlog.log-aside-1.wal")
    assert damaged_after(killed) == ends[kept]
    with pytest.raises(BadFileError) as told:
        Journal(killed, writing=True)
    assert str(told.value) == (
        f"painlog.db-wal, which holds the last changes of {killed}, is damaged: the latest of "
        "them cannot be read any more. What comes before them goes into the journal; the whole "
        f"log is kept as {aside}. See what the journal holds with: painlog list. Enter again what "
        "is missing, then type your command again."
    )
    assert aside.read_bytes() == damaged
    assert intensities(killed) == [6, 1, 2, 3][: 1 + kept]


def test_check_says_so_and_changes_nothing(killed):
    flipped(killed, 6000)
    before = log_of(killed).read_bytes()
    for _ in range(2):
        assert "stray-log" in [found.code for found in examine(killed, NOW).findings]
        assert log_of(killed).read_bytes() == before


def test_without_an_index_only_a_change_that_others_follow_is_known_to_be_lost(killed):
    Path(f"{killed}-shm").unlink()
    _, second, _ = commits(killed)
    flipped(killed, second + 5000)
    assert damaged_after(killed) is None
    flipped(killed, second + 5000)
    flipped(killed, 6000)
    assert damaged_after(killed) == 0
    assert leftover.find_stray(killed).playable == 0


@pytest.mark.parametrize("start", [b"", bytes(9), bytes(512)])
def test_a_log_with_nothing_to_play_is_no_damage_once_all_of_it_is_in_the_file(killed, start):
    index = Path(f"{killed}-shm")
    content = bytearray(index.read_bytes())
    content[96:100] = content[16:20]
    index.write_bytes(content)
    log_of(killed).write_bytes(start)
    assert damaged_after(killed) is None
    index.unlink()
    assert damaged_after(killed) is None
