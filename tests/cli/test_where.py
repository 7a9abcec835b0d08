"""`painlog where`: the file, what is in it, the last backup."""

import itertools
import json
from pathlib import Path

import pytest


@pytest.fixture
def _at_ten(monkeypatch):
    times = itertools.chain(
        ["2026-03-31T07:00:00+00:00", "2026-03-31T07:00:00+00:00", "2026-03-31T08:00:00+00:00"],
        itertools.repeat("2026-03-31T09:00:00+00:00"),
    )
    monkeypatch.setattr("painlog.store.log.now_text", lambda: next(times))


def said_since(painlog):
    """What is said of the changes since the last backup, before the line that names its file."""
    said = " ".join(painlog("where").out.partition("Last backup: ")[2].split())
    return said.partition("; ")[2].partition(" /")[0]


def test_where_no_journal_is_it_says_how_to_begin(painlog, path):
    result = painlog("where")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        f"Journal: {path}\nThere is no file yet; your first entry creates it: painlog add heel 6\n"
    )
    assert not path.exists()


def test_it_says_what_is_in_the_journal_and_that_there_is_no_backup(painlog, path):
    painlog("add", "left heel", "6", "--at", "2026-03-01")
    painlog("add", "neck", "3")
    painlog("start", "heat")
    painlog("consult")
    painlog("peg", "6", "5", "7")
    result = painlog("where")
    assert result.out == (
        f"Journal: {path}\n"
        f"Size: {path.stat().st_size // 1024} KiB\n"
        "Entries: 2\n"
        "From Sun 1 Mar 2026 to Tue 31 Mar 2026\n"
        "1 course, 1 visit to a clinician, 1 PEG\n"
        "Last backup: none yet. Make one with: painlog backup\n"
    )


@pytest.mark.usefixtures("_at_ten")
def test_it_says_when_the_last_backup_was_and_what_changed_since(painlog, path):
    painlog("add", "left heel", "6")
    painlog("backup")
    made = path.parent / "backups" / "painlog-2026-03-31-2100.db"
    assert painlog("where").out.endswith(
        f"Last backup: Tue 31 Mar 2026, 10:00; nothing changed since\n  {made}\n"
    )
    painlog("add", "neck", "3")
    assert said_since(painlog) == "1 change since (anything added, edited, removed or undone)"
    painlog("edit", "2", "-i", "4")
    painlog("take", "heat")
    painlog("consult")
    assert said_since(painlog) == "4 changes since (anything added, edited, removed or undone)"
    for _ in range(4):
        painlog("undo")
    assert said_since(painlog) == "nothing changed since"
    painlog("undo")
    assert said_since(painlog) == "1 change since (anything added, edited, removed or undone)"
    made.unlink()
    assert painlog("where").out.endswith(f"  {made}, not there any more\n")


@pytest.mark.usefixtures("_at_ten")
def test_as_json_it_has_a_stable_shape(painlog, path):
    empty = {
        "schema": "painlog.where/1",
        "file": str(path),
        "exists": False,
        "bytes": 0,
        "entries": 0,
        "uses": 0,
        "uses_without_rating": 0,
        "first_day": None,
        "last_day": None,
        "courses": 0,
        "consultations": 0,
        "pegs": 0,
        "last_backup": None,
    }
    assert json.loads(painlog("where", "--format", "json").out) == empty
    painlog("add", "left heel", "6")
    painlog("backup")
    assert json.loads(painlog("where", "--format", "json").out) == empty | {
        "exists": True,
        "bytes": path.stat().st_size,
        "entries": 1,
        "first_day": "2026-03-31",
        "last_day": "2026-03-31",
        "last_backup": {
            "made_at": "2026-03-31T08:00:00+00:00",
            "file": str(path.parent / "backups" / "painlog-2026-03-31-2100.db"),
            "exists": True,
            "entries": 1,
            "changes_since": 0,
        },
    }


def test_after_a_restore_is_undone_it_does_not_count_what_changed(painlog, path, monkeypatch):
    seconds = map("2026-03-31T10:00:{:02}+00:00".format, itertools.count())
    monkeypatch.setattr("painlog.store.log.now_text", lambda: next(seconds))
    painlog("add", "left heel", "6")
    painlog("backup")
    copy = path.parent / "backups" / "painlog-2026-03-31-2100.db"
    path.unlink()
    painlog("restore", str(copy))
    painlog("backup")
    assert "; nothing changed since\n" in painlog("where").out
    painlog("undo")
    assert "Entries: 0\n" in painlog("where").out
    assert "; it holds 1 entry; the whole journal was replaced since (restore, undo or redo)" in (
        " ".join(painlog("where").out.split())
    )
    last = json.loads(painlog("where", "--format", "json").out)["last_backup"]
    assert (last["entries"], last["changes_since"]) == (1, None)
    # From now on the log no longer has the restore.
    painlog("add", "neck", "3")
    last = json.loads(painlog("where", "--format", "json").out)["last_backup"]
    assert last["changes_since"] is None


def test_a_change_in_the_second_of_the_backup_counts_once(painlog, monkeypatch):
    monkeypatch.setattr("painlog.store.log.now_text", lambda: "2026-03-31T08:00:00+00:00")
    painlog("add", "left heel", "6")
    painlog("backup")
    assert said_since(painlog) == "nothing changed since"
    painlog("start", "heat")
    assert said_since(painlog) == "1 change since (anything added, edited, removed or undone)"


def test_a_backup_that_cannot_be_seen_is_not_called_gone(painlog, path, monkeypatch):
    painlog("add", "heel", "6")
    painlog("backup")
    stat = Path.stat

    def closed(file, **options):
        if file.parent.name == "backups":
            raise PermissionError(13, "Permission denied")
        return stat(file, **options)

    monkeypatch.setattr(Path, "stat", closed)
    assert painlog("where").out.endswith(
        f"  {path.parent}/backups/painlog-2026-03-31-2100.db, which cannot be seen now\n"
    )
    assert json.loads(painlog("where", "--format", "json").out)["last_backup"]["exists"] is None


def test_it_is_said_which_uses_are_counted(painlog, tmp_path):
    painlog("add", "heel", "5")
    assert "Uses" not in painlog("where").out
    painlog("take", "heat")
    assert "Entries: 1\nUses: 1 (1 without a rating)\n" in painlog("where").out
    painlog("add", "heel", "5", "-t", "rest")
    assert "Entries: 2\nUses: 2 (1 without a rating)\n" in painlog("where").out
    counted = json.loads(painlog("where", "--format", "json").out)
    assert (counted["uses"], counted["uses_without_rating"]) == (2, 1)
    saved = tmp_path / "saved.db"
    held = "2 entries and 2 uses of treatments"
    assert f"{held}, verified." in painlog("backup", str(saved)).out
    assert f"Restored: {held} from " in painlog("restore", str(saved)).out
