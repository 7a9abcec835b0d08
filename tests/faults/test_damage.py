"""A damaged journal: whole, or one clear sentence; never worse than before.

`python tests/faults/damage.py` cuts after every page and changes a thousand bits.
"""

import re
import shutil
import sqlite3
from contextlib import closing

import pytest

import damage
from damage import JOURNAL, PAGE, flips, readable, truncations
from failing import KILL, Fault
from soundness import content, names_in, put

ADD = ("add", "nose", "9", "--note", "last", "--at", "2026-03-06 20:00")
DAMAGED = (
    "The journal's file is damaged. Nothing was saved. "
    "Restore a backup with: painlog restore FILE\n"
)


@pytest.fixture(scope="module")
def whole(warm, tmp_path_factory):
    return damage.make(warm, tmp_path_factory.mktemp("whole"))


@pytest.fixture(scope="module")
def after_the_kill(warm, whole, tmp_path_factory):
    """What a program left that was killed when its entry was saved, in the log alone.

    It is kept, as the same command makes some calls more in one run than in another.
    """
    whole.begin()
    before = content(whole.path)
    call = 1
    while content(whole.path) == before:
        whole.begin()
        done = warm.run(whole.path, *ADD, fault=Fault(KILL, call := call + 1))
        assert done.code != 0
    assert wal(whole).stat().st_size > 0
    left = tmp_path_factory.mktemp("killed") / "left"
    put(whole.work, left)
    return left


@pytest.fixture
def crashed(whole, after_the_kill):
    """A journal whose last entry is in the log alone, because its program was killed then."""
    put(after_the_kill, whole.work)
    return whole


def wal(whole):
    return whole.path.with_name(f"{JOURNAL}-wal")


def shm(whole):
    return whole.path.with_name(f"{JOURNAL}-shm")


def last_note(warm, path):
    done = warm.run(path, "list", "--region", "nose")
    return done.code, done.out.count("note: last"), done.err


def test_cut_after_a_page_it_is_refused_and_left_alone(warm, whole):
    for left in truncations(whole):
        if left // PAGE % 16 == 1:
            assert set(damage.judge(warm, whole)) == {"refused to read", "refused to write"}
            assert whole.path.read_bytes() == (whole.start / JOURNAL).read_bytes()[:left]


@pytest.mark.parametrize("seed", range(2))
def test_with_a_bit_changed_nothing_that_was_readable_is_lost(warm, whole, seed):
    for _ in flips(whole, 4, seed):
        assert list(damage.judge(warm, whole))


def test_a_log_that_was_left_behind_is_read(warm, crashed):
    assert last_note(warm, crashed.path) == (0, 1, "")
    assert not wal(crashed).exists()


def test_a_log_that_is_missing_leaves_what_was_there_before_it(warm, crashed):
    wal(crashed).unlink()
    assert last_note(warm, crashed.path)[:2] == (0, 0)
    assert whole_rows(crashed) == crashed.rows


@pytest.mark.parametrize("content_of_shm", [None, b"", b"\xff" * 32768])
def test_the_index_of_the_log_is_made_again(warm, crashed, content_of_shm):
    shm(crashed).unlink()
    if content_of_shm is not None:
        shm(crashed).write_bytes(content_of_shm)
    assert last_note(warm, crashed.path) == (0, 1, "")


def test_a_log_that_is_cut_short_loses_its_last_change_and_no_other(warm, crashed):
    data = wal(crashed).read_bytes()
    copy = crashed.path.read_bytes()
    for left in range(0, len(data) - 1, 1500):
        crashed.path.write_bytes(copy)
        wal(crashed).write_bytes(data[:left])
        assert last_note(warm, crashed.path)[:2] == (0, 0)
        assert whole_rows(crashed) == crashed.rows


def whole_rows(whole):
    return readable(whole.path)


@pytest.mark.parametrize("keeps_index", [True, False])
@pytest.mark.parametrize("arguments", [("list",), ADD, ("undo",), ("backup", "kept.db")])
def test_the_log_of_another_journal_is_not_put_into_this_one(
    warm, crashed, tmp_path, keeps_index, arguments
):
    other = damage.make(warm, tmp_path)
    shutil.copy(wal(crashed), wal(other))
    if keeps_index:
        shutil.copy(shm(crashed), shm(other))
    _is_set_aside(warm, other.path, arguments)
    assert readable(other.path) == other.rows
    assert warm.run(other.path, *arguments).code == 0


def test_nor_where_that_would_make_a_journal_that_is_whole(warm, tmp_path):
    # In two small journals the same few pages hold everything.
    journals = [tmp_path / name / JOURNAL for name in ("mine", "theirs")]
    for journal in journals:
        journal.parent.mkdir()
        assert warm.run(journal, *ADD, "--trigger", journal.parent.name).code == 0
    mine, theirs = journals
    before, call = content(theirs), 1
    log = theirs.with_name(f"{JOURNAL}-wal")
    while not log.exists() or content(theirs) == before:
        done = warm.run(theirs, "edit", "1", "-i", "1", fault=Fault(KILL, call := call + 1))
        assert done.code != 0
    shutil.copy(log, mine.with_name(log.name))
    _is_set_aside(warm, mine, ("list",))


def _is_set_aside(warm, path, arguments):
    before = path.read_bytes()
    log = path.with_name(f"{JOURNAL}-wal")
    held = log.read_bytes()
    kept = path.with_name("painlog.log-aside-1.wal")
    done = warm.run(path, *arguments)
    assert (done.code, done.out) == (1, "")
    assert f"the log as {kept}" in done.err
    assert path.read_bytes() == before
    assert kept.read_bytes() == held
    assert not log.exists()
    assert "kept.db" not in names_in(path.parent)


def test_a_restore_that_was_killed_before_its_log_was_written_back_is_no_other_journal(
    warm, tmp_path
):
    path = tmp_path / JOURNAL
    assert warm.run(path, *ADD).code == 0
    for arguments in (("backup", "kept.db"), ("undo",), ("add", "neck", "2")):
        assert warm.run(path, *arguments).code == 0
    state, call = tmp_path / "state", 20
    shutil.copytree(tmp_path, state, ignore=lambda *_: ["state"])
    seen = set()
    while True:
        shutil.copytree(state, tmp_path, dirs_exist_ok=True)
        done = warm.run(path, "restore", "kept.db", fault=Fault(KILL, call))
        listed = warm.run(path, "list")
        assert listed.code == 0, (call, listed)
        seen.add(listed.out.count("note: last"))
        call += 11
        if done.code == 0:
            break
    assert seen == {0, 1}


def test_text_that_is_no_text_is_not_quoted(warm, whole):
    whole.begin()
    data = whole.path.read_bytes()
    for broken in (b"achu\xff", b"ach\xff\xfe"):
        whole.path.write_bytes(data.replace("achü".encode(), broken))
        done = warm.run(whole.path, "export")
        assert (done.code, done.err) == (
            1,
            f"painlog cannot read a part of {whole.path} (entry 1). Nothing was saved. "
            "See all of it, and what can be mended, with: painlog check\n",
        )


def test_an_index_that_does_not_agree_with_its_table_is_no_fault_of_the_program(warm, whole):
    # The moment stands in several tables and indexes; a list is read by this one.
    for place in places_of(whole, b"2025-06-05T12:00:00+02:00"):
        whole.begin()
        with whole.path.open("r+b") as file:
            file.seek(place)
            file.write(b"2025-06-05T12:00:00+0200:")
        if set(indexes_that_lack_a_row(whole.path)) == {"entry_felt_at"}:
            break
    else:
        pytest.fail("The moment is not in the index entry_felt_at.")
    done = warm.run(whole.path, "list", "--limit", "0")
    assert (done.code, done.err) == (
        1,
        f"painlog cannot read a part of {whole.path} (index entry_felt_at). Nothing was saved. "
        "See all of it, and what can be mended, with: painlog check\n",
    )


def places_of(whole, text):
    data = (whole.start / JOURNAL).read_bytes()
    return [found.start() for found in re.finditer(re.escape(text), data)]


def indexes_that_lack_a_row(path):
    with closing(sqlite3.connect(path)) as base:
        for (said,) in base.execute("pragma integrity_check"):
            yield said.rpartition("missing from index ")[2]


def test_a_table_whose_rules_are_no_text_is_no_fault_of_the_program(warm, whole):
    whole.begin()
    data = whole.path.read_bytes()
    whole.path.write_bytes(data.replace(b"'+0 days') is substr", b"'+0 \xe4ays') is substr", 1))
    done = warm.run(whole.path, *ADD)
    assert (done.code, done.out, done.err) == (1, "", DAMAGED)
    assert readable(whole.path) == whole.rows


def test_a_link_to_itself_is_said(warm, tmp_path):
    path = tmp_path / JOURNAL
    path.symlink_to(path)
    for arguments in (("list",), ADD):
        done = warm.run(path, *arguments)
        assert (done.code, done.out) == (1, "")
        assert done.err == f"{path}: Too many levels of symbolic links.\n"
