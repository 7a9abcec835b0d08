"""`painlog import` of another journal: a true copy, or the two merged, in words."""

import io
import json
import shutil
import sqlite3
import sys
from datetime import timedelta

import pytest

from conftest import NOW
from painlog.store.journal import Journal

NOTHING_TWICE = "Skipped {} that are already in the journal.\n"
TAKE_BACK = "To take it back: painlog undo\n"
UNCHANGED = "Nothing was changed.\n"
ALL = "--allow-duplicates"
ALIKE_ENDS = " To import what looks alike anyway: --allow-duplicates\n"
ALIKE = f"Skipped 4 that say exactly what you have, under other uids.{ALIKE_ENDS}"


@pytest.fixture
def there(tmp_path, painlog, monkeypatch):
    """Run painlog on the journal of another machine."""
    other = str(tmp_path / "other.db")

    def run(*arguments):
        return painlog("--db", other, *arguments)

    monkeypatch.setattr("painlog.store.log.now_text", lambda: "2026-03-31T19:00:00+00:00")
    return run


@pytest.fixture
def later(monkeypatch):
    """Let everything from now on be written an hour later."""

    def put():
        monkeypatch.setattr("painlog.store.log.now_text", lambda: "2026-03-31T20:00:00+00:00")

    return put


@pytest.fixture
def full(there):
    """A journal with one of everything."""
    there("regions", "add", "bad spot", "--sides", "none", "--synonym", "sore spot")
    there("regions", "add", "another spot")
    there("treatments", "add", "heat lamp", "--kind", "self-care", "--conventional")
    there("add", "bad spot", "4", "-t", "heat lamp", "-t", "rest", "--before", "6", "-q", "dull")
    there("add", "left heel", "6", "--at", "2026-03-01 09:00", "--note", 'two\nlines "x"')
    there("add", "neck", "3")
    there("remove", "2")
    there("undo")
    there("start", "heat lamp", "-r", "bad spot", "--on", "2026-03-02")
    there("start", "rest", "--on", "2026-03-01", "--until", "2026-03-05")
    there("consult", "--on", "2026-03-04", "--note", "the heel")
    there("peg", "6", "5", "7")
    return there


@pytest.fixture
def exported(full, tmp_path):
    file = tmp_path / "journal.json"
    file.write_text(full("export", "--format", "json").out)
    return str(file)


def test_a_journal_from_json_is_a_true_copy(painlog, exported):
    result = painlog("import", exported)
    assert result.out == (
        "New regions of your own: bad spot and another spot.\n"
        "New treatment of your own: heat lamp.\n"
        f"Added 3 entries, 2 courses, 1 visit to a clinician and 1 PEG from {exported}.\n"
        "Skipped nothing.\n" + TAKE_BACK
    )
    with open(exported, encoding="utf-8") as file:  # noqa: PTH123 - as a person's program does
        assert painlog("export", "--format", "json").out == file.read()


def test_a_journal_from_its_file_is_a_true_copy(painlog, full, tmp_path):
    assert "Added 3 entries, 2 cour" in painlog("import", str(tmp_path / "other.db")).out
    written = painlog("export", "--format", "json").out
    assert written == full("export", "--format", "json").out


def test_importing_twice_adds_nothing(painlog, exported, tmp_path):
    painlog("import", exported)
    for again in (exported, str(tmp_path / "other.db")):
        assert painlog("import", again).out == (
            f"Added nothing from {again}.\n" + NOTHING_TWICE.format(7) + UNCHANGED
        )
    assert painlog("undo").out.startswith(
        "Took back: import: 3 entries, 2 courses, 1 visit to a clinician, 1 PEG, 3 names from "
    )
    assert painlog("undo").err == "There is nothing to undo.\n"


@pytest.fixture
def both(painlog, there, tmp_path):
    """One table with two equal rows and a use, imported on each of two machines."""
    rows = ["2026-03-01,3,", "2026-03-02,4,heat", "2026-03-02,4,heat", "2026-03-03,,massage"]
    file = tmp_path / "two.csv"
    file.write_text("\n".join(["Date,Hips,Therapy", *rows]))
    columns = ("--map", "felt_at=Date,intensity=Hips,treatments=Therapy")
    for run in (painlog, there):
        run("import", str(file), *columns, "--default", "region=Hips", "--uses", ALL)
    return str(tmp_path / "other.db")


def test_a_table_imported_on_both_machines_is_not_doubled(painlog, there, both, path):
    for run, other in ((painlog, both), (there, str(path)), (painlog, both)):
        before = run("export", "--format", "json").out
        assert run("import", other).out == f"Added nothing from {other}.\n{ALIKE}{UNCHANGED}"
        assert run("export", "--format", "json").out == before


@pytest.mark.usefixtures("both")
def test_an_export_of_such_a_table_is_not_doubled_either(painlog, there, tmp_path):
    before = painlog("export", "--format", "json").out
    for name, options in (
        ("other.json", ("--format", "json")),
        ("other.csv", ()),
        ("uses.csv", ("--what", "uses")),
    ):
        file = str(tmp_path / name)
        there("export", *options, "--output", file)
        assert painlog("import", file).out.endswith(f"{ALIKE_ENDS}{UNCHANGED}")
    assert painlog("export", "--format", "json").out == before


def test_both_are_kept_if_the_person_says_so(painlog, both):
    added = "dd 3 entries and 1 use from "
    assert added in painlog("import", both, ALL, "--dry-run").out
    assert painlog("import", both, ALL).out == (
        f"Added 3 entries and 1 use from {both}.\nSkipped nothing.\n{TAKE_BACK}"
    )
    assert NOTHING_TWICE.format(4) in painlog("import", both).out
    assert painlog("undo").out.startswith("Took back: import: 3 entries, 1 use from ")


def test_what_differs_in_anything_is_another(painlog, there, both):
    there("edit", "1", "--note", "after the stairs")
    there("add", "hips", "3", "--at", "2026-03-01 12:00")
    assert painlog("import", both).out == (
        f"Added 1 entry from {both}.\n"
        "Skipped 4 that say exactly what you have, under other uids. To import what looks alike "
        f"anyway: --allow-duplicates\n{TAKE_BACK}"
    )


def test_a_table_in_two_versions_is_shown_and_doubles_nothing(painlog, there, later, tmp_path):
    file = tmp_path / "t.csv"
    columns = ("--map", "felt_at=Date,region=Place,intensity=Pain,treatments=Used", "--uses")
    rows = "Date,Place,Pain,Used\n2026-03-01,hips,3,heat\n2026-03-02,neck,{},{}\n2026-03-03,,,{}\n"
    file.write_text(rows.format(4, "rest", "ibuprofen 200 mg"))
    there("import", str(file), *columns)
    later()
    file.write_text(rows.format(6, "heat", "ibuprofen 400 mg"))
    painlog("import", str(file), *columns)
    other = str(tmp_path / "other.db")
    shown = (
        "2 things differ between the journals. The newer version is kept; the other is in the "
        "change log:\n"
        "  entry 2, neck 6 of 10, Mon 2 Mar 2026, 12:00 (UTC+01:00): intensity 4 -> 6; treatments "
        "rest -> heat (the one here is newer)\n"
        "  use u1, ibuprofen 400 mg, Tue 3 Mar 2026, 12:00 (UTC+01:00): dose 200 mg -> 400 mg (the "
        "one here is newer)\n"
        "2 of them are rows of a table that the journals have in two versions. To keep both as two"
        ", "
    )
    same = (
        f"nothing from {other}.\nSkipped 1 that says exactly what you have, under another "
        f"uid.{ALIKE_ENDS}"
    )
    before = painlog("list").out
    assert painlog("import", other, "--dry-run").out == (
        f"{shown}import it with --allow-duplicates\nWould add {same}{UNCHANGED}"
    )
    assert painlog("import", other).out == (
        f"{shown}take this back (painlog undo) and import it with --allow-duplicates\n"
        f"Added {same}{TAKE_BACK}"
    )
    assert painlog("list").out == before
    assert painlog("import", other).out == (
        f"Added nothing from {other}.\nSkipped 2 that are already in the journal and 1 that says "
        f"exactly what you have, under another uid.{ALIKE_ENDS}{UNCHANGED}"
    )
    painlog("undo")
    # The other way round, the newer version comes.
    here = str(tmp_path / "here.json")
    painlog("export", "--format", "json", "--output", here)
    assert "(the imported one is newer)" in there("import", here).out
    assert there("list").out == before
    assert painlog("import", other).out.endswith(f"{UNCHANGED}")


def test_what_was_typed_on_both_machines_at_one_moment_is_two(painlog, there, tmp_path):
    painlog("add", "neck", "3", "--at", "2026-03-01 12:00")
    there("add", "neck", "5", "--at", "2026-03-01 12:00")
    assert painlog("import", str(tmp_path / "other.db")).out.startswith("Added 1 entry from ")


def test_one_undo_takes_all_of_it_back(painlog, exported):
    painlog("add", "neck", "2")
    before = painlog("export", "--format", "json").out
    painlog("import", exported)
    painlog("undo")
    assert painlog("export", "--format", "json").out == before
    painlog("redo")
    assert len(json.loads(painlog("export", "--format", "json").out)["entries"]) == 4


def test_a_dry_run_says_what_would_happen_and_makes_no_journal(painlog, exported, path):
    said = (
        "New regions of your own: bad spot and another spot.\n"
        "New treatment of your own: heat lamp.\n"
        f"Would add 3 entries, 2 courses, 1 visit to a clinician and 1 PEG from {exported}.\n"
        "Skipped nothing.\n"
        "Nothing was changed.\n"
    )
    assert painlog("import", exported, "--dry-run").out == said
    assert not path.exists()
    painlog("add", "neck", "2")
    before = painlog("export", "--format", "json").out
    assert painlog("import", exported, "--dry-run").out == said
    assert painlog("export", "--format", "json").out == before
    assert painlog("undo").out.startswith("Took back: add: ")


def test_two_versions_are_shown_and_the_newer_is_kept(painlog, there, later, tmp_path):
    there("add", "left heel", "6", "--at", "2026-03-01 09:00")
    there("add", "neck", "3", "--at", "2026-03-01 10:00")
    there("consult", "--on", "2026-03-04")
    other = str(tmp_path / "other.db")
    painlog("import", other)
    there("edit", "2", "--intensity", "5", "--note", "after all")
    painlog("edit", "1", "--intensity", "7")
    later()
    there("edit", "1", "--intensity", "8", "--side", "right")
    painlog("edit", "2", "--intensity", "4")
    result = painlog("import", other)
    assert result.out == (
        "2 things differ between the journals. The newer version is kept; the other is in the "
        "change log:\n"
        "  entry 1, left heel 7 of 10, Sun 1 Mar 2026, 09:00 (UTC+01:00): intensity 7 -> 8; side "
        "left -> right (the imported one is newer)\n"
        "  entry 2, neck 4 of 10, Sun 1 Mar 2026, 10:00 (UTC+01:00): intensity 5 -> 4; note after "
        "all -> none (the one here is newer)\n"
        f"Added nothing from {other}.\n"
        "Skipped 1 that is already in the journal.\n" + TAKE_BACK
    )
    assert painlog("list").out.splitlines() == [
        "    2  2026-03-01 10:00  neck         4/10",
        "    1  2026-03-01 09:00  right heel   8/10",
    ]
    assert painlog("import", other).out == (
        f"Added nothing from {other}.\n" + NOTHING_TWICE.format(3) + UNCHANGED
    )
    assert painlog("undo").out.startswith(
        "Took back: import: 1 newer version, 1 older version from "
    )
    assert painlog("list").out.splitlines()[1] == "    1  2026-03-01 09:00  left heel   7/10"


def test_what_was_removed_here_comes_back(painlog, exported):
    painlog("import", exported)
    painlog("remove", "1", "2")
    assert painlog("import", exported).out == (
        "2 things that had been removed here are back:\n"
        "  entry 4, left heel 6 of 10, Sun 1 Mar 2026, 09:00 (UTC+01:00)\n"
        "  entry 5, bad spot 4 of 10, Tue 31 Mar 2026, 21:00\n"
        "To remove them again: painlog remove 4 5\n"
        f"Added 2 entries from {exported}.\n" + NOTHING_TWICE.format(5) + TAKE_BACK
    )


@pytest.mark.parametrize("renamer", ["here", "there", "both"])
def test_a_name_that_was_changed_on_one_machine_means_the_same(painlog, full, tmp_path, renamer):
    other = str(tmp_path / "other.db")
    painlog("import", other)
    names = {"here": "bad spot", "there": "bad spot"}
    for machine, run in (("here", painlog), ("there", full)):
        if renamer in (machine, "both"):
            names[machine] = f"sore {machine}"
            run("regions", "rename", "bad spot", names[machine])
    full("add", names["there"], "2", "--at", "2026-03-01 10:00")
    assert painlog("import", other).out == (
        f'"{names["there"]}" is called "{names["here"]}" here.\nAdded 1 entry from {other}.\n'
        + NOTHING_TWICE.format(7)
        + TAKE_BACK
    )
    entries = json.loads(painlog("list", "--format", "json").out)["entries"]
    assert [e["intensity"] for e in entries if e["region"] == names["here"]] == [4, 2]


def test_a_filtered_export_is_merged_with_what_it_has(painlog, full, tmp_path):
    file = tmp_path / "part.json"
    file.write_text(full("list", "--format", "json", "--region", "neck").out)
    assert "Added 1 entry, 2 courses, 1 visit " in painlog("import", str(file)).out
    assert painlog("import", str(tmp_path / "other.db")).out == (
        f"Added 2 entries from {tmp_path}/other.db.\n" + NOTHING_TWICE.format(5) + TAKE_BACK
    )
    data = [json.loads(run("export", "--format", "json").out) for run in (painlog, full)]
    for whole in data:
        whole["entries"].sort(key=lambda entry: entry["uid"])
        for entry in whole["entries"]:
            # The number that it has there may be given here already.
            del entry["id"]
    assert data[0] == data[1]


def test_the_same_comes_from_standard_input(painlog, exported, full, tmp_path, monkeypatch):
    for file in (exported, str(tmp_path / "other.db")):
        with open(file, "rb") as opened:  # noqa: PTH123 - as a shell does
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(opened.read())))
        monkeypatch.setenv("PAINLOG_DB", str(tmp_path / f"copy{len(file)}.db"))
        assert "Added 3 entries, 2 courses, 1 visit to a cl" in painlog("import", "-").out
        written = painlog("export", "--format", "json").out
        assert written == full("export", "--format", "json").out


def test_unknown_names_are_listed_once_and_nothing_is_imported(painlog, exported, path, tmp_path):
    with open(exported, encoding="utf-8") as file:  # noqa: PTH123 - as above
        data = json.load(file)
    data["own_regions"] = []
    for entry in data["entries"]:
        entry["treatments"] = ["heatt"]
    wrong = tmp_path / "wrong.json"
    wrong.write_text(json.dumps(data))
    result = painlog("import", str(wrong))
    assert (result.code, result.out) == (1, "")
    assert result.err.splitlines() == [
        f"{wrong} uses names that painlog does not know, so nothing was imported. "
        "Add them here first, with: painlog regions add, or painlog treatments add",
        'The region "bad spot".',
        'The treatment "heatt". Did you mean "heat"?',
    ]
    assert not path.exists()


@pytest.mark.parametrize("kind", ["entries", "courses"])
@pytest.mark.parametrize("region", ["tailbone", "bad spot", "coccyx"])
def test_a_side_of_what_has_none_is_refused(painlog, exported, path, tmp_path, kind, region):
    with open(exported, encoding="utf-8") as file:  # noqa: PTH123 - as above
        data = json.load(file)
    data[kind][0] |= {"region": region, "side": "left"}
    wrong = tmp_path / "wrong.json"
    wrong.write_text(json.dumps(data))
    result = painlog("import", str(wrong))
    named = region.replace("coccyx", "tailbone")
    assert (result.code, result.err) == (
        1,
        f"{wrong} gives a side to the {named}, which has no left or right, so nothing was imported."
        " Remove the side there, and import it again.\n",
    )
    assert not path.exists()


def test_a_side_of_what_has_none_here_alone_is_taken(painlog, there, tmp_path):
    there("regions", "add", "bad spot")
    there("add", "left bad spot", "4")
    painlog("regions", "add", "bad spot", "--sides", "none")
    assert "Added 1 entry from " in painlog("import", str(tmp_path / "other.db")).out


def test_an_unknown_name_without_end_is_cut(painlog, exported, tmp_path):
    with open(exported, encoding="utf-8") as file:  # noqa: PTH123 - as above
        data = json.load(file)
    data["entries"][0]["region"] = "y" * 100_000
    wrong = tmp_path / "wrong.json"
    wrong.write_text(json.dumps(data))
    assert painlog("import", str(wrong)).err.splitlines()[-1] == f'The region "{"y" * 60}…".'


@pytest.mark.usefixtures("full")
def test_what_painlog_would_not_have_written_is_refused(painlog, path, tmp_path):
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("update consultation set held_on = '1000-01-01'")
    connection.close()
    result = painlog("import", str(other))
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        f"{other} holds something that painlog would not have written (visit 1), so nothing was "
        f"imported. To see what can be mended, type: painlog check {other}\n"
    )
    assert not path.exists()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "Line 1 is not JSON as painlog writes it: the file ends too early. Nothing was imp"),
        ("[]", "Line 1 is not JSON as painlog writes it: an object in braces is expected. Nothing"),
        (
            '{"schema": "painlog.report/1"}',
            'The file is "painlog.report/1", which is not a journal.',
        ),
        (
            '{"schema": "painlog.journal/1", "entries": [{"uid": 5}]}',
            "Entry 1 of the file: felt_at is missing. Nothing was imported.",
        ),
    ],
)
def test_a_bad_file_is_refused_and_makes_no_journal(painlog, path, tmp_path, text, sentence):
    file = tmp_path / "bad.json"
    file.write_text(text)
    result = painlog("import", str(file))
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(sentence)
    assert result.err.count("\n") == 1
    assert not path.exists()


def test_an_empty_journal_makes_none(painlog, path, tmp_path):
    file = tmp_path / "empty.json"
    file.write_text(painlog("export", "--format", "json").out)
    assert painlog("import", str(file)).out == f"{file} is an empty journal: nothing to add.\n"
    assert not path.exists()


def test_the_journal_itself_is_refused(painlog, path, tmp_path):
    painlog("add", "neck", "3")
    link = tmp_path / "link.db"
    link.symlink_to(path)
    for name in (path, link):
        result = painlog("import", str(name))
        assert (result.code, result.err) == (
            1,
            f"{name} is this journal itself. Name another journal's file.\n",
        )


def test_options_of_a_table_are_refused(painlog, exported):
    result = painlog("import", exported, "--skip-bad")
    assert (result.code, result.out) == (2, "")


def test_another_program_s_database_is_refused(painlog, path, tmp_path):
    file = tmp_path / "places.sqlite"
    connection = sqlite3.connect(file)
    connection.execute("create table place (name)")
    connection.close()
    assert painlog("import", str(file)).err == (
        f"{file} is a database of another program. Export a table from it as CSV, and import "
        "that.\n"
    )
    assert not path.exists()


def test_an_entry_in_the_future_of_this_clock_is_refused(painlog, exported, set_clock, path):
    set_clock(NOW - timedelta(days=40))
    assert painlog("import", exported).err.startswith("Entry 1 of the file: felt_at is 2026-03-01T")
    assert not path.exists()


@pytest.mark.usefixtures("full")
def test_another_journal_is_left_as_it_was(painlog, tmp_path):
    other = tmp_path / "other.db"
    before = {f.name: f.read_bytes() for f in tmp_path.glob("other.db*")}
    painlog("import", str(other))
    assert {f.name: f.read_bytes() for f in tmp_path.glob("other.db*")} == before


@pytest.mark.usefixtures("full")
def test_what_another_journal_has_in_its_wal_alone_is_taken(painlog, tmp_path):
    with Journal(tmp_path / "other.db", writing=True) as journal:
        journal.connection.execute("update entry set note = 'in the wal'")
        elsewhere = tmp_path / "copied"
        elsewhere.mkdir()
        for part in ("", "-wal"):
            shutil.copy(tmp_path / f"other.db{part}", elsewhere / f"other.db{part}")
    before = {f.name: f.read_bytes() for f in elsewhere.iterdir()}
    painlog("import", str(elsewhere / "other.db"))
    notes = {e["note"] for e in json.loads(painlog("list", "--format", "json").out)["entries"]}
    assert notes == {"in the wal"}
    assert {f.name: f.read_bytes() for f in elsewhere.iterdir()} == before
