"""`painlog restore`: what it says, and that undo and redo say which journal is kept where."""

import os
from pathlib import Path

import pytest

from painlog.files.command_line import as_typed

SAVED = "painlog-2026-03-31-2100.db"


@pytest.fixture
def saved(painlog, path):
    painlog("add", "left heel", "6")
    painlog("backup")
    painlog("add", "neck", "3")
    return str(path.parent / "backups" / SAVED)


def listed(painlog):
    return [line.split()[-1] for line in painlog("list").out.splitlines()]


def test_of_a_damaged_journal_it_says_where_it_is_and_not_that_undo_brings_it_back(
    painlog, path, saved
):
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\0" * 4096 + whole[12288:])
    kept = path.with_name("painlog.before-restore-1.db")
    assert " ".join(painlog("restore", str(saved)).out.split()) == (
        f"Restored: 1 entry from {saved}. Your journal as it was before is kept in {kept} It is "
        "not whole, so undo cannot bring it back. To see what can be mended in it: painlog check "
        f"{kept}"
    )
    assert "is not whole" in painlog("undo").err


def test_it_says_what_was_restored_what_is_kept_and_how_to_take_it_back(painlog, path, saved):
    result = painlog("restore", saved)
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        f"Restored: 1 entry from {saved}.\n"
        f"Your journal as it was before is kept in {path.parent}/painlog.before-restore-1.db\n"
        "To bring back: painlog undo\n"
    )
    assert listed(painlog) == ["6/10"]


def test_undo_and_redo_say_what_they_keep(painlog, path, saved):
    painlog("restore", saved)
    assert painlog("undo").out == (
        f"Took back: restore: 1 entry from {SAVED}.\n"
        f"The journal as it was before is kept in {path.parent}/painlog.before-undo-1.db\n"
        "To make it again: painlog redo\n"
    )
    assert listed(painlog) == ["3/10", "6/10"]
    assert painlog("redo").out == (
        f"Made again: restore: 1 entry from {SAVED}.\n"
        f"The journal as it was before is kept in {path.parent}/painlog.before-redo-1.db\n"
    )
    assert listed(painlog) == ["6/10"]


def test_where_there_is_no_journal_one_is_made(painlog, saved, tmp_path):
    (tmp_path / "new").mkdir()
    other = ["--db", str(tmp_path / "new" / "painlog.db")]
    result = painlog(*other, "restore", saved)
    hint = f"painlog --db {as_typed(other[1])} undo"
    assert result.out == f"Restored: 1 entry from {saved}.\nTo bring back: {hint}\n"
    assert painlog(*other, "list").out.endswith("6/10\n")
    painlog(*other, "undo")
    assert painlog(*other, "list").out == ""


@pytest.mark.usefixtures("saved")
@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("{}", "{} is your journal itself; name a backup of it.\n"),
        ("{}.none", "There is no file {}.none.\n"),
        (
            "{}.csv",
            "{}.csv is not a backup of a journal. To import a CSV or JSON file, type: painlog",
        ),
    ],
)
def test_what_is_no_backup_is_refused(painlog, path, file, said):
    path.with_name("painlog.db.csv").write_text("date,region,intensity\n")
    result = painlog("restore", file.format(path))
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(said.format(path))
    assert listed(painlog) == ["3/10", "6/10"]


def test_of_a_directory_the_backups_are_named_and_the_newest_can_be_typed(painlog, saved):
    directory = Path(saved).parent
    for number in range(12):
        copy = directory / f"old {number:02}.db"
        copy.write_bytes(Path(saved).read_bytes())
        os.utime(copy, (number, number))
    os.utime(saved, (100, 100))
    (directory / "other.db").write_text("no journal")
    refused = painlog("restore", str(directory))
    assert (refused.code, refused.err.splitlines()) == (
        1,
        [
            f"{directory} is a directory; name the backup in it. The newest: painlog restore "
            f"{saved}",
            "13 backups, the newest first:",
            f"  {Path(saved).name}",
            *(f"  old {number:02}.db" for number in range(11, 2, -1)),
            "  and 3 more",
        ],
    )


def test_a_directory_without_a_backup_is_refused(painlog, tmp_path):
    (tmp_path / "none").mkdir()
    assert painlog("restore", str(tmp_path / "none")).err == (
        f"{tmp_path / 'none'} is a directory without a backup in it; name a backup.\n"
    )


@pytest.mark.usefixtures("saved")
def test_by_another_name_it_is_the_journal_itself_all_the_same(painlog, path, tmp_path):
    link = tmp_path / "link.db"
    link.hardlink_to(path)
    assert painlog("restore", str(link)).err == (
        f"{link} is your journal itself; name a backup of it.\n"
    )


def test_an_output_that_fails_says_that_it_is_done(painlog, saved, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("painlog.cli.commands.backup.say", fail)
    assert painlog("restore", saved).err.endswith("The change is saved.\n")
    assert listed(painlog) == ["6/10"]


def test_quiet_says_nothing_of_what_was_restored(painlog, saved):
    assert painlog("--quiet", "restore", saved).out == ""
    assert listed(painlog) == ["6/10"]
