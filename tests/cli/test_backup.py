"""`painlog backup`: where it goes, what it says, how many stay."""

import pytest

from painlog.store.journal import Journal
from soundness import names_in

USUAL = "painlog-2026-03-31-2100"


@pytest.fixture
def backups(path):
    return path.parent / "backups"


@pytest.fixture(autouse=True)
def _one_entry(painlog):
    painlog("add", "left heel", "6")


@pytest.mark.posix
def test_it_goes_to_a_directory_beside_the_journal_and_says_so(painlog, backups):
    result = painlog("backup")
    made = backups / f"{USUAL}.db"
    kibibytes = made.stat().st_size // 1024
    assert (result.code, result.err) == (0, "")
    assert result.out == f"Backup: {made}\n{kibibytes} KiB, 1 entry, verified.\n"
    assert backups.stat().st_mode & 0o777 == 0o700
    assert made.stat().st_mode & 0o777 == 0o600
    with Journal(made) as journal:
        assert [stored.intensity for stored in journal.entries()] == [6]


def test_one_more_in_the_same_minute_gets_a_number(painlog, backups):
    for _ in range(3):
        assert painlog("backup").code == 0
    assert names_in(backups) == [f"{USUAL}-2.db", f"{USUAL}-3.db", f"{USUAL}.db"]


def test_keep_removes_older_ones_after_the_new_one_is_there(painlog, backups):
    for _ in range(3):
        painlog("backup")
    (backups / "mine.db").write_text("mine")
    result = painlog("backup", "--keep", "2")
    assert result.out.endswith("verified.\nRemoved 2 older backups.\n")
    assert names_in(backups) == ["mine.db", f"{USUAL}-3.db", f"{USUAL}-4.db"]
    assert "Removed" not in painlog("backup", "--keep", "3").out


def test_the_backups_of_another_journal_of_that_name_stay(painlog, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    (tmp_path / "theirs").mkdir()
    theirs = str(tmp_path / "theirs" / "painlog.db")
    painlog("--db", theirs, "add", "neck", "4")
    painlog("--db", theirs, "backup", str(stick))
    for _ in range(2):
        result = painlog("backup", str(stick), "--keep", "1")
    assert result.out.endswith("verified.\nRemoved 1 older backup.\n")
    assert names_in(stick) == [f"{USUAL}-3.db", f"{USUAL}.db"]
    with Journal(stick / f"{USUAL}.db") as journal:
        assert [stored.intensity for stored in journal.entries()] == [4]


def test_what_cannot_be_verified_removes_nothing(painlog, backups, monkeypatch):
    painlog("backup")
    monkeypatch.setattr("painlog.store.backup.damages", lambda _: ["bad page"])
    result = painlog("backup", "--keep", "1")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("No backup was made: the copy is not whole (bad page).")
    assert names_in(backups) == [f"{USUAL}.db"]


def test_a_directory_can_be_named_and_has_its_own_turn(painlog, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    for _ in range(3):
        assert painlog("backup", str(stick), "--keep", "1").code == 0
    assert names_in(stick) == [f"{USUAL}-3.db"]
    assert not (tmp_path / "backups").exists()


def test_a_file_can_be_named_and_is_left_alone_if_it_is_there(painlog, tmp_path):
    target = tmp_path / "before surgery.db"
    assert painlog("backup", str(target)).code == 0
    painlog("add", "neck", "3")
    assert painlog("backup", str(target)).err == (
        f"{target} already exists and was left alone. Name another file, or add --force.\n"
    )
    assert painlog("backup", str(target), "--force").out.endswith(" 2 entries, verified.\n")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["-"], 2, "A backup cannot go to standard output; name a file or a directory."),
        (["x.db", "--keep", "3"], 2, "--keep counts the backups in a directory: name an "),
        (["--force"], 2, "--force replaces an existing FILE: name the FILE."),
        (["--keep", "0"], 2, "Invalid value for '--keep': 0 is below 1."),
        (["{}"], 1, "{} is your journal, or belongs to it, and was left alone."),
        (["{}", "--force"], 1, "{} is your journal, or belongs to it, and was left alone."),
        (["{}-wal", "--force"], 1, "{}-wal is your journal, or belongs to it, and was left alone."),
        pytest.param(
            ["{}/x.db"],
            1,
            "{}/x.db could not be written: Not a directory.",
            marks=pytest.mark.posix,
        ),
        pytest.param(
            ["/dev/null"],
            1,
            "/dev/null is not a plain file and was left alone.",
            marks=pytest.mark.posix,
        ),
    ],
)
def test_what_cannot_be_a_backup_is_refused(painlog, path, words, code, said):
    before = path.read_bytes()
    result = painlog("backup", *(word.format(path) for word in words))
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(said.format(path))
    assert path.read_bytes() == before


def test_a_directory_that_is_not_there_gets_no_file_of_its_name(painlog, tmp_path):
    stick = tmp_path / "my stick"
    refused = painlog("backup", str(stick))
    assert (refused.code, refused.out, refused.err) == (
        1,
        "",
        f"There is no directory {stick}; is its disk connected, and is it spelt so? Nothing was "
        "written. Name a directory that is there, or a new file that ends in .db: painlog backup "
        '"my stick.db"\n',
    )
    assert not stick.exists()


def test_of_no_journal_none_is_made(painlog, tmp_path):
    result = painlog("backup", "--db", str(tmp_path / "other.db"))
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        f"There is no journal {tmp_path / 'other.db'}, so there is nothing to back up. "
        "Name the journal with --db.\n"
    )
    assert names_in(tmp_path) == ["painlog.db"]


def test_another_journal_has_backups_of_its_own_name(painlog, tmp_path):
    other = str(tmp_path / "heel.db")
    painlog("--db", other, "add", "heel", "1")
    painlog("backup")
    painlog("--db", other, "backup", "--keep", "1")
    assert names_in(tmp_path / "backups") == ["heel-2026-03-31-2100.db", f"{USUAL}.db"]


def test_a_journal_that_can_only_be_read_is_backed_up_without_a_note(painlog, monkeypatch):
    monkeypatch.setattr("painlog.store.backup._note", lambda *_: False)
    assert painlog("backup").out.endswith(
        "verified.\nThe journal could not be written, so this backup is not noted in it.\n"
    )


def test_it_is_no_change_that_undo_takes_back(painlog):
    painlog("backup")
    assert painlog("undo").out.startswith("Took back: add: entry 1")
