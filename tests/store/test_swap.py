"""One journal in the place of another: whole, with the one before kept, and nothing in neither."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import cast

import pytest

from builders import entry
from painlog.errors import RefusedError
from painlog.files.companions import PARTS, part
from painlog.files.drafts import draft_of
from painlog.store import connections, swap
from painlog.store.connections import open_file
from painlog.store.copies import keep_copy
from painlog.store.journal import Journal
from painlog.store.swap import put_in_place_of_damaged, swap_in, swapped_in
from soundness import intensities


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.1)


@pytest.fixture
def other(tmp_path):
    """A journal with one entry of intensity 1."""
    path = tmp_path / "other" / "new.db"
    path.parent.mkdir()
    with Journal(path) as journal, journal.change("add") as change:
        change.add(entry("neck", 1))
    return path


@pytest.fixture
def live(path, store):
    """The journal, with two entries."""
    store(entry("heel", 6), entry("heel", 5))
    return path


@pytest.fixture
def kept(path):
    """Where the journal from before goes."""
    return path.with_name("painlog.before-test-1.db")


def swap_over(new_path, path, kept, **options):
    with closing(open_file(new_path)) as new, Journal(path, writing=True) as journal:
        swap_in(new, journal.connection, path, kept, **options)


def test_the_new_content_is_there_and_the_old_is_kept_private_and_whole(live, other, kept):
    swap_over(other, live, kept)
    assert intensities(live) == [1]
    assert intensities(kept) == [6, 5]
    assert kept.stat().st_mode & 0o777 == 0o600


def test_whoever_has_it_open_goes_on_in_the_new_content(live, other, kept):
    with Journal(live) as reading:
        assert reading.count() == 2
        swap_over(other, live, kept)
        assert reading.count() == 1


def test_a_different_page_size_is_no_hindrance(live, other, kept):
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("pragma journal_mode = delete")
        connection.execute("pragma page_size = 1024")
        connection.execute("vacuum")
    swap_over(other, live, kept)
    assert intensities(live) == [1]


def test_what_has_changed_in_the_meantime_is_left_alone(live, other, kept):
    with pytest.raises(RefusedError, match="changed the journal at the same moment"):
        swap_over(other, live, kept, still=lambda _: False)
    assert intensities(live) == [6, 5]
    assert not kept.exists()


def test_while_another_writes_nothing_is_changed(live, other, kept):
    with Journal(live, writing=True) as writing, writing.change("add") as change:
        change.add(entry("heel", 4))
        with pytest.raises(RefusedError, match="is using the journal"):
            swap_over(other, live, kept)
    assert intensities(live) == [6, 5, 4]
    assert not kept.exists()


def test_nobody_writes_between_keeping_and_replacing(live, other, kept, monkeypatch):
    def keep_and_try_to_write(connection, path):
        keep_copy(connection, path)
        with (
            Journal(live, writing=True) as late,
            pytest.raises(sqlite3.OperationalError, match="locked"),
            late.change("add") as change,
        ):
            change.add(entry("heel", 4))

    monkeypatch.setattr(swap, "keep_copy", keep_and_try_to_write)
    swap_over(other, live, kept)
    assert intensities(live) == [1]
    assert intensities(kept) == [6, 5]


def test_where_a_step_beside_the_copy_fails_there_is_no_copy(live, other, kept, monkeypatch):
    def fail(*_):
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr("painlog.store.generation.follow", fail)
    with pytest.raises(sqlite3.OperationalError):
        swap_over(other, live, kept)
    assert intensities(live) == [6, 5]
    assert not kept.exists()


class Failing:
    """A connection whose backup fails after its first page."""

    def __init__(self, connection, code):
        self.execute = connection.execute
        self._connection = connection
        self._code = code

    def backup(self, live, pages, progress):
        def step(*said):
            progress(*said)
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = self._code
            raise error

        self._connection.backup(live, pages=pages, progress=step)


@pytest.mark.parametrize(
    ("code", "stays"), [(sqlite3.SQLITE_FULL, False), (sqlite3.SQLITE_IOERR_FSYNC, True)]
)
def test_after_a_failure_the_copy_goes_unless_the_new_content_may_be_there(
    live, other, kept, code, stays
):
    with (
        closing(open_file(other)) as new,
        Journal(live, writing=True) as journal,
        pytest.raises(sqlite3.OperationalError),
    ):
        swap_in(cast("sqlite3.Connection", Failing(new, code)), journal.connection, live, kept)
    assert intensities(live) == [6, 5]
    assert kept.exists() is stays


# --- A journal that may be damaged ---


def test_what_can_be_opened_is_swapped_with_the_first_step_before(live, other, kept):
    seen: list[int] = []

    def first(present, new):
        seen.extend(c.execute("select count(*) from entry").fetchone()[0] for c in (present, new))

    with closing(open_file(other)) as new:
        assert swapped_in(new, live, kept, first)
    assert seen == [2, 1]
    assert intensities(live) == [1]


@pytest.mark.parametrize("spoil", [lambda b: b[:60], lambda b: b[:100] + b"x" * (len(b) - 100)])
def test_what_is_too_damaged_to_be_opened_is_left_to_the_caller(live, other, kept, spoil):
    live.write_bytes(damaged := spoil(live.read_bytes()))
    with closing(open_file(other)) as new:
        assert not swapped_in(new, live, kept, lambda *_: None)
    assert live.read_bytes() == damaged
    assert not kept.exists()


def test_a_journal_that_vanished_is_not_replaced(live, other, kept):
    live.unlink()
    with (
        closing(open_file(other)) as new,
        pytest.raises(RefusedError, match="vanished in the meantime"),
    ):
        swapped_in(new, live, kept, lambda *_: None)
    assert not live.exists()


@pytest.fixture
def damaged(live):
    """A damaged file with companions; what each part of it holds."""
    for suffix in PARTS:
        part(live, suffix).write_text(f"damaged{suffix}")
        part(live, suffix).chmod(0o644)
    return {suffix: f"damaged{suffix}" for suffix in PARTS}


def replace(live, other, kept):
    with draft_of(live, "new") as draft:
        draft.write_bytes(other.read_bytes())
        put_in_place_of_damaged(draft, live, kept)


def test_a_damaged_file_is_kept_with_its_companions_and_none_joins_the_new(
    live, damaged, other, kept
):
    replace(live, other, kept)
    assert {suffix: part(kept, suffix).read_text() for suffix in PARTS} == damaged
    assert {part(kept, suffix).stat().st_mode & 0o777 for suffix in PARTS} == {0o600}
    assert [suffix for suffix in PARTS if part(live, suffix).exists()] == [""]
    assert intensities(live) == [1]


def test_it_is_on_the_disk_before_it_is_replaced(live, damaged, other, kept, monkeypatch):
    synced = []
    fsync, replaced = os.fsync, os.replace

    def watch(descriptor):
        synced.append(str(Path(f"/proc/self/fd/{descriptor}").readlink()))
        fsync(descriptor)

    def check(*arguments):
        assert {str(part(kept, suffix)) for suffix in PARTS} <= {*synced}
        assert str(live.parent) in synced
        replaced(*arguments)

    monkeypatch.setattr(os, "fsync", watch)
    monkeypatch.setattr(os, "replace", check)
    replace(live, other, kept)
    assert part(kept, "").read_text() == damaged[""]
