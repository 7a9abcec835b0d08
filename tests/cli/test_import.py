"""`painlog import`: all of it, or nothing, and in words."""

import io
import sys

import pytest

from builders import entry
from painlog.formats.journal_csv import Reader
from painlog.store.journal import Journal

HEADER = (
    "uid,felt_at,region,side,intensity,intensity_before,interference,"
    "treatments,qualities,triggers,conditions,note"
)
FEW = "date,region,intensity\n2026-03-01,left heel,6\n2026-03-02T09:30,lower back,3\n"


@pytest.fixture
def csv(tmp_path):
    """Write a CSV file and give its path."""

    def write(text, name="in.csv"):
        file = tmp_path / name
        file.write_bytes(text.encode())
        return str(file)

    return write


def without_uids(out):
    return [line.partition(",")[2] for line in out.splitlines()]


def test_import_takes_in_rows_and_undo_takes_them_back(painlog, csv):
    file = csv(FEW)
    result = painlog("import", file)
    assert (
        result.out
        == f"Added 2 entries from {file}.\nSkipped nothing.\nTo take it back: painlog undo\n"
    )
    assert painlog("list").out.splitlines() == [
        "    2  2026-03-02 09:30  lower back   3/10",
        "    1  2026-03-01 12:00  left heel    6/10",
    ]
    assert painlog("undo").out.startswith(f"Took back: import: 2 entries from {file}.")
    assert painlog("list").out == ""


def test_what_was_exported_comes_back_whole(painlog, csv, monkeypatch, tmp_path):
    painlog("add", "left heel", "6", "-t", "heat", "--before", "8", "--note", "'=x\ntwo lines")
    painlog("add", "neck", "2", "--at", "2026-01-01T10:00+09:00", "-q", "dull", "-q", "a, b")
    first = painlog("export").out
    file = csv(first)
    monkeypatch.setenv("PAINLOG_DB", str(tmp_path / "other.db"))
    assert painlog("import", file).out.startswith("Added 2 entries")
    assert painlog("export").out == first
    again = painlog("import", file)
    assert again.out == (
        f"Added 0 entries from {file}.\nSkipped 2 that are already in the journal.\n"
        "Nothing was changed.\n"
    )
    assert painlog("undo").out.startswith("Took back: import: 2 entries")


def test_uses_that_were_exported_come_back_whole(painlog, csv, monkeypatch, tmp_path):
    painlog("take", "sumatriptan", "50 mg", "--for", "head", "--note", "'=x\ntwo lines")
    painlog("take", "heat", "--at", "2026-01-01T10:00+09:00", "--for", "left heel")
    first = painlog("export", "--what", "uses").out
    file = csv(first)
    monkeypatch.setenv("PAINLOG_DB", str(tmp_path / "other.db"))
    rehearsed = painlog("import", file, "--dry-run")
    assert rehearsed.out.startswith(
        f"Read 2 rows (lines 2 to 3), which make 2 uses.\nWould add 2 uses from {file}."
    )
    assert painlog("export", "--what", "uses").out.count("\n") == 1
    assert painlog("import", file).out == (
        f"Added 2 uses from {file}.\nSkipped nothing.\nFor the first time here: sumatriptan. "
        "To read what to watch for: painlog treatments show sumatriptan\n"
        "To take it back: painlog undo\n"
    )
    assert painlog("export", "--what", "uses").out == first
    again = painlog("import", file).out
    assert "Skipped 2 that are already in the journal" in again
    assert painlog("undo").out.startswith(f"Took back: import: 2 uses from {file}.")
    assert painlog("export", "--what", "uses").out.count("\n") == 1


def test_a_use_that_cannot_be_read_stops_the_import_unless_it_may_be_skipped(painlog, csv, path):
    file = csv(
        "used_at,treatment,dose,region\n2026-03-01,heat,,head\n2026-03-02,heet,,\n2026-03-03,heat,9,\n"
    )
    refused = painlog("import", file)
    assert (refused.code, refused.out, path.exists()) == (1, "", False)
    assert "has 2 bad rows" in refused.err
    assert "--value treatments:heet=" in refused.err
    skipped = painlog("import", file, "--skip-bad")
    assert skipped.out.startswith(f"Added 1 use from {file}.")
    mapped = painlog("import", file, "--skip-bad", "--value", "treatments:heet=heat")
    assert mapped.out.startswith(f"Added 1 use from {file}.")
    assert "1 duplicate" in mapped.out or "line 2" in mapped.out


def test_one_bad_row_and_nothing_is_imported_and_every_bad_row_is_listed(painlog, csv):
    file = csv(
        "date,region,intensity,note\n"
        "2026-03-01,left heel,6,good\n"
        "2026-02-30,left heel,6,\n"
        '2026-03-01,hell,6,"two\nlines"\n'
        "2026-03-01,heel,16,\n"
        "2026-03-02,heel\n"
        "2026-04-01,heel,3,tomorrow\n"
    )
    result = painlog("import", file)
    assert (result.code, result.out) == (1, "")
    lines = result.err.splitlines()
    assert lines[0] == (
        f"{file} has 5 bad rows, so nothing was imported. Correct what is listed here, or import "
        "the good rows with --skip-bad."
    )
    assert lines[1:3] == [
        'Unknown region: "hell" (1 row). Did you mean "heel"? To say what it means: '
        "--value region:hell=heel",
        "To keep these names as your own: --add-unknown",
    ]
    assert [line.split(":")[0] for line in lines[3:]] == ["Line 3", "Line 6", "Line 7", "Line 8"]
    assert lines[4] == (
        'Line 6: "16" is not an intensity on the 0–10 scale. Type a whole number from 0 to 10, '
        "where 0 is no pain and 10 is the worst pain imaginable."
    )
    assert painlog("list").out == ""


@pytest.mark.parametrize(
    "text",
    [
        "date,region,intensity\n2026-03-01,heel,6\n2026-03-01,heel,x\n",
        'date,region,intensity\n2026-03-01,heel,6\n2026-03-01,"heel',
        "date,region,intensity\n",
        "{}",
    ],
)
def test_an_import_of_nothing_makes_no_journal(painlog, path, csv, text):
    painlog("import", csv(text))
    assert not path.exists()
    assert painlog("import", csv("date,region,intensity\n2026-03-01,heel,x\n"), "--skip-bad").out
    assert not path.exists()


def test_a_row_with_an_intensity_before_and_no_treatment_is_bad(painlog, csv):
    file = csv("date,region,intensity,intensity_before\n2026-03-01,heel,3,4\n")
    result = painlog("import", file)
    assert result.err.splitlines()[1] == (
        "Line 2: An intensity before treatment needs a treatment: name one, or leave "
        "intensity_before empty."
    )


def test_while_a_file_is_read_another_painlog_can_write(painlog, path, csv, monkeypatch):
    painlog("add", "heel", "6")
    read = Reader.row

    def slow(reader, *row):
        with Journal(path, writing=True) as other, other.change("add") as change:
            change.add(entry("neck", 1))
        return read(reader, *row)

    monkeypatch.setattr(Reader, "row", slow)
    assert painlog("import", csv(FEW)).out.startswith("Added 2 entries")
    assert len(painlog("list").out.splitlines()) == 5


def test_skip_bad_takes_the_good_rows_and_lists_the_others(painlog, csv):
    file = csv("date,region,intensity\n2026-03-01,heel,6\n2026-03-01,heel,x\n")
    result = painlog("import", file, "--skip-bad")
    assert result.code == 0
    assert result.out.startswith("Added 1 entry")
    assert result.err.splitlines()[0] == "Skipped 1 bad row:"
    assert result.err.splitlines()[1].startswith('Line 3: "x" is not an intensity')


def test_likely_duplicates_are_said_and_taken_only_when_asked(painlog, csv):
    file = csv(FEW)
    painlog("import", file)
    again = painlog("import", file)
    added, skipped, back = again.out.splitlines()
    assert added == f"Added 0 entries from {file}."
    assert skipped.startswith("Skipped 2 that look like entries you have")
    assert "(line 2, 3)" in skipped
    assert skipped.endswith("--allow-duplicates")
    assert back == "Nothing was changed."
    assert painlog("import", file, "--allow-duplicates").out.startswith("Added 2 entries")


def test_import_reads_standard_input(painlog, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbf" + FEW.encode())))
    assert painlog("import", "-").out.startswith("Added 2 entries from standard input.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "The file is empty."),
        ("date,region\n", "The header lacks intensity."),
    ],
)
def test_a_file_that_is_not_in_the_format_is_refused_whole(painlog, csv, text, said):
    result = painlog("import", csv(text))
    assert result.code == 1
    assert result.err.startswith(said)


def test_a_line_that_is_not_csv_is_one_named_bad_row(painlog, csv):
    text = 'date,region,intensity\n2026-03-01,"heel,6\n2026-03-02,neck,4\n2026-03-03,"n"eck,4\n'
    refused = painlog("import", csv(text))
    assert (refused.code, refused.err.splitlines()[1:]) == (
        1,
        [
            'Line 2: a quote (") inside a quoted cell is not doubled.',
            'Line 4: a quote (") inside a quoted cell is not doubled.',
        ],
    )
    assert painlog("import", csv(text), "--skip-bad").out.startswith("Added 1 entry from ")


def test_a_file_that_is_not_there_is_refused(painlog, tmp_path):
    missing = tmp_path / "none.csv"
    assert painlog("import", str(missing)).err == f"There is no file {missing}.\n"
    assert painlog("import", str(tmp_path)).err == f"{tmp_path} cannot be read: Is a directory.\n"
