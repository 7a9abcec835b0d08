"""`painlog import` of another program's table: guessed aloud, mapped, one change, one undo."""

import os
import shlex
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

FILES = Path(__file__).parents[2] / "docs" / "import"
APP = (
    "--map",
    "felt_at=Date,time=Time,region=Body part,intensity=Pain level,treatments=Relief",
    "--map",
    "note=Comments+Mood",
    "--value",
    "intensity:None=0,Mild=3,Moderate=5,Severe=8",
    "--date-format",
    "%m/%d/%Y",
)


@pytest.fixture
def table(tmp_path, monkeypatch):
    """Write a file into the present directory and give its name."""
    monkeypatch.chdir(tmp_path)

    def write(text, name="in.csv", encoding="utf-8"):
        (tmp_path / name).write_bytes(text.encode(encoding))
        return name

    return write


def entries(painlog):
    """The stored entries without their uids, and their ends if they have none, oldest first."""
    rows = painlog("export").out.splitlines()[1:]
    return [row.partition(",")[2].removesuffix(",") for row in rows]


def test_an_unknown_table_is_guessed_aloud_and_nothing_else_happens(painlog, path, table):
    file = table(
        "Date;Where;Pain level;Weather\n05.03.2026;neck;6;rain\n13.03.2026;Kreuz;4;sun\n",
        "my app.csv",
    )
    result = painlog("import", file)
    assert result.code == 1
    assert result.err == "Nothing was imported: say first what the columns mean.\n"
    lines = result.out.splitlines()
    assert [line.split()[:-2] for line in lines[2:5]] == [
        ["Date", "felt_at"],
        ["Where", "region"],
        ["Pain", "level", "intensity"],
    ]
    assert lines[5].split()[:2] == ["Weather", "-"]
    assert "  Line 2: neck 6 of 10, Thu 5 Mar 2026, 12:00" in lines
    assert any(line.endswith("--value region:Kreuz=NAME") for line in lines)
    assert (
        "  painlog import 'my app.csv' --map 'felt_at=Date,region=Where,intensity=Pain level' "
        "--date-format %d.%m.%Y"
    ) in lines
    assert not path.exists()


def test_the_command_that_a_guess_shows_does_what_it_showed(painlog, table):
    file = table("When,Spot,Pain (0-100)\n2026-03-05 08:00,left knee,63\n")
    shown = painlog("import", file).out
    (command,) = (line for line in shown.splitlines() if line.startswith("  painlog import"))
    run = subprocess.run(
        ["sh", "-c", command.replace("painlog", str(Path(sys.executable).with_name("painlog")))],
        env=os.environ,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Added 1 entry from in.csv.\n" in run.stdout
    assert entries(painlog) == ["2026-03-05T08:00:00+01:00,knee,left,6,,,,,,,original: 63 on 0–100"]


def test_what_an_entry_needs_and_no_column_has_is_asked_for(painlog, table):
    shown = painlog("import", table("Date,Pain\n2026-03-05,6\n")).out
    assert (
        "- No column was found for region, which an entry needs. Add: --map region=COLUMN or "
        "--default region=head\n"
    ) in shown
    assert (
        "  painlog import in.csv --map felt_at=Date,intensity=Pain --map region=COLUMN\n" in shown
    )
    assert "stored as" not in shown


def test_options_that_were_given_are_part_of_the_command_that_is_shown(painlog, table):
    file = table("Date,Pain\n2026-03-05,mild\n")
    options = ("--default", "region=head", "--value", "intensity:mild=2", "--add-unknown")
    shown = painlog("import", file, *options, "--save-mapping", "app").out
    assert (
        "  painlog import in.csv --map felt_at=Date,intensity=Pain --value intensity:mild=2 "
        "--default region=head --add-unknown --save-mapping app\n"
    ) in shown
    assert painlog("mappings").out == "No mapping is saved. See: painlog import --help\n"


def test_the_spreadsheet_of_the_documentation(painlog):
    result = painlog(
        "import",
        str(FILES / "excel.csv"),
        "--map",
        "felt_at=Datum,time=Uhrzeit,region=Körperstelle,side=Seite,intensity=Schmerzstärke",
        "--map=treatments=Medikament,note=Bemerkung",
        "--value=side:links=left,rechts=right",
        "--value=region:Knie=knee,Kreuz=lower back",
        "--value=treatments:Wärme=heat",
    )
    header, encoding, dates, *_, undo = result.out.splitlines()
    assert "line 3" in header
    assert "Windows-1252" in encoding
    assert '"Körperstelle"' in encoding
    assert "%d.%m.%Y, day first" in dates
    assert '"05.03.2026" on line 4' in dates
    assert undo == "To take it back: painlog undo"
    assert entries(painlog) == [
        "2026-03-05T21:00:00+01:00,knee,left,6,,,ibuprofen,,,,müde nach der Arbeit",
        "2026-03-06T08:15:00+01:00,lower back,,4,,,,,,,",
        "2026-03-07T19:30:00+01:00,lower back,,5,,,heat,,,,",
        "2026-03-14T20:45:00+01:00,knee,right,3,,,,,,,Spaziergang; danach Ruhe",
    ]


def test_the_app_of_the_documentation(painlog):
    result = painlog("import", str(FILES / "app.csv"), *APP, "--add-unknown")
    regions, treatments, *_ = result.out.splitlines()
    assert regions.endswith(": Lumbar L5.")
    assert treatments.endswith(": Voltaren.")
    moderate, *_, none = painlog("list", "--format", "json").out.split('"note": ')[1:5]
    assert moderate.startswith('"Mood: Good\\noriginal: None"')
    assert none.startswith('"Mood: Low\\noriginal: Moderate"')
    assert painlog("regions", "show", "lumbar l5").code == 0
    assert painlog("undo").out.startswith("Took back: import: 4 entries from ")
    assert painlog("list").out == ""
    assert painlog("regions", "show", "lumbar l5").code == 1
    assert painlog("redo").code == 0
    assert len(painlog("list").out.splitlines()) == 4


def test_the_scale_of_the_documentation(painlog):
    options = ("--map", "felt_at=timestamp,region=site,intensity=VAS (0-100),note=comment")
    result = painlog("import", str(FILES / "scale.tsv"), *options, "--scale", "0-100")
    assert result.out.splitlines()[0] == (
        "Ratings on 0–100 were converted to 0–10 in proportion and rounded, halves up; the "
        "originals are in the notes."
    )
    assert [line.split(",")[3] for line in entries(painlog) if line.startswith("2026")] == [
        *("6", "3", "0", "10")
    ]


def test_unknown_names_are_listed_once_with_what_to_type(painlog, path, table):
    rows = "2026-03-0{},{},6,{}\n"
    places = [("lumber spine", "Voltaren; =x"), ("lumber spine", "heat"), ("left Scar", "Voltaren")]
    file = table(
        "date,region,intensity,treatments\n"
        + "".join(rows.format(i, *place) for i, place in enumerate(places, 1))
    )
    result = painlog("import", file)
    assert result.code == 1
    first, *unknown, last = result.err.splitlines()
    assert first.startswith("in.csv has 3 bad rows")
    assert [(line.split(": ")[0], line.split("--value ")[1]) for line in unknown] == [
        ("Unknown region", "'region:lumber spine=lower back'"),
        ("Unknown treatment", "treatments:Voltaren=NAME"),
        ("Unknown treatment", "'treatments:\"=x\"=NAME'"),
        ("Unknown region", "'region:left Scar=NAME'"),
    ]
    assert last.endswith("--add-unknown")
    assert not path.exists()
    mended = painlog(
        *("import", file, "--value", "region:lumber spine=lower back,left Scar=left heel"),
        *("--value", 'treatments:voltaren=other nsaid,"=x"='),
    )
    assert mended.out.startswith("Added 3 entries")


def test_names_that_only_bad_rows_have_are_not_added(painlog, table):
    file = table("date,region,intensity\n2026-03-01,Scar,6\n2026-03-01,Moon,60\n")
    result = painlog("import", file, "--add-unknown", "--skip-bad")
    assert result.out.splitlines()[0].endswith(": Scar.")
    assert painlog("regions", "show", "moon").code == 1


def test_of_many_bad_rows_the_first_hundred_are_listed(painlog, table):
    file = table("date,region,intensity\n" + "2026-03-01,heel,x\n" * 1234)
    lines = painlog("import", file).err.splitlines()
    assert lines[0].startswith("in.csv has 1,234 bad rows, so nothing was imported.")
    assert lines[100].startswith("Line 101: ")
    assert lines[101:] == ["And 1,134 more."]


def test_a_dry_run_says_what_would_happen_and_changes_nothing(painlog, path, table):
    file = table("date,region,intensity\n2026-03-01,heel,6\n2026-03-01,heel,6\n2026-03-02,neck,6\n")
    said = painlog("import", file, "--dry-run").out
    read, would, skipped, back = said.splitlines()
    assert read == "Read 3 rows (lines 2 to 4), which make 3 entries."
    assert would == "Would add 2 entries from in.csv."
    assert skipped.startswith("Skipped 1 that looks like an entry you have")
    assert "(line 3)" in skipped
    assert back == "Nothing was changed."
    assert not path.exists()
    painlog("add", "elbow", "4")
    before = painlog("export").out
    assert painlog("import", file, "--dry-run").out == said
    assert painlog("export").out == before
    assert painlog("undo").out.startswith("Took back: add:")


def test_a_dry_run_keeps_no_mapping(painlog, path, table):
    file = table("D,P\n2026-03-05,6\n")
    options = ("--map", "felt_at=D,intensity=P", "--default", "region=head")
    said = painlog("import", file, *options, "--save-mapping", "app", "--dry-run").out
    assert said == (
        "Read 1 row (line 2), which makes 1 entry.\nWould add 1 entry from in.csv.\n"
        "Skipped nothing.\nNothing was changed.\n"
    )
    assert not path.exists()


def test_there_is_nothing_to_keep_of_painlogs_own_table(painlog, path, table):
    file = table("date,region,intensity\n2026-03-01,heel,6\n")
    result = painlog("import", file, "--save-mapping", "app")
    assert (result.code, result.out) == (1, "")
    assert result.err == ("There are no options to save: painlog reads this table without any.\n")
    assert not path.exists()


def test_a_dry_run_of_a_bad_table_is_refused_as_well(painlog, table):
    result = painlog("import", table("date,region,intensity\n2026-03-01,heel,x\n"), "--dry-run")
    assert (result.code, result.out) == (1, "")


def test_painlogs_own_table_is_known_however_a_spreadsheet_saved_it(painlog, table, monkeypatch):
    painlog("add", "left heel", "6", "--note", "é; \tx\n=y", "-q", "a, b")
    first = painlog("export").out
    import csv
    import io

    rows = list(csv.reader(io.StringIO(first, newline="")))
    for number, (sign, encoding, head) in enumerate(
        [(";", "utf-8-sig", ""), ("\t", "utf-16", ""), (";", "cp1252", "sep=;\r\n")]
    ):
        file = io.StringIO(newline="")
        csv.writer(file, delimiter=sign).writerows(rows)
        name = table(head + file.getvalue(), encoding=encoding)
        monkeypatch.setenv("PAINLOG_DB", f"other-{number}.db")
        assert "Added 1 entry from in.csv.\n" in painlog("import", name).out
        assert painlog("export").out == first


def test_a_header_row_that_comes_again_is_skipped_and_told(painlog, table):
    joined = "{0}\n2026-03-05,neck,6\n{0}\n2026-03-06,neck,4\n"
    other = ("--map", "felt_at=Day,region=Place,intensity=Pain")
    for number, (header, options) in enumerate(
        [("felt_at,region,intensity", ()), ("Day,Place,Pain", other)], start=1
    ):
        name = table(joined.format(header), f"{number}.csv")
        assert painlog("import", name, *options, "--dry-run").out == (
            "Read 2 rows (lines 2 to 4), which make 2 entries.\n"
            f"Would add 2 entries from {name}.\nSkipped 1 that repeats the header row.\n"
            "Nothing was changed.\n"
        )


def test_a_changed_rating_of_a_known_row_is_shown_and_not_taken(painlog, table):
    painlog("add", "left heel", "6", "--at", "2026-03-05 21:00")
    first = painlog("export").out
    assert painlog("import", table(first.replace(",6,", ",3,"))).out == (
        "1 thing already in the journal differs from its version in the file. The journal keeps "
        "its own:\n"
        "  Line 2, entry 1, left heel 6 of 10, Thu 5 Mar 2026, 21:00 (UTC+01:00): intensity 6 "
        "here, 3 in the file\n"
        "To store what the file says instead: --replace; to change one: painlog edit ID\n"
        "Added 0 entries from in.csv.\n"
        "Skipped 1 that is already in the journal.\n"
        "Nothing was changed.\n"
    )
    assert painlog("export").out == first


MAPPED = ("--map", "felt_at=Day,region=Place,intensity=Pain")
TWICE_A_DAY = (
    "Day,Place,Pain\n2026-03-05,left heel,4\n2026-03-05,left heel,6\n2026-03-06,left heel,5\n"
)
CORRECTED = (
    "Day,Place,Pain\n2026-03-05,left heel,7\n2026-03-05,left heel,4\n2026-03-06,left heel,5\n"
    "2026-03-06,left heel,2\n"
)
LINE_OF_BOTH = "Line 2, entry 2, left heel 6 of 10, Thu 5 Mar 2026, 12:00 (UTC+01:00): intensity "


def test_a_corrected_row_without_a_uid_is_not_added_beside_the_old_one(painlog, table):
    assert painlog("import", table(TWICE_A_DAY), *MAPPED).out.startswith("Added 3 entries")
    before = painlog("export").out
    corrected = table(CORRECTED, "new.csv")
    assert painlog("import", corrected, *MAPPED, "--dry-run").out == (
        "1 thing already in the journal differs from its version in the file. The journal keeps "
        "its own:\n"
        f"  {LINE_OF_BOTH}6 here, 7 in the file\n"
        "To store what the file says instead: --replace; to add every row beside what you have: "
        "--allow-duplicates; to change one: painlog edit ID\n"
        "Read 4 rows (lines 2 to 5), which make 4 entries.\n"
        "Would add 1 entry from new.csv.\n"
        "Skipped 2 that look like entries you have, or like a row above (line 3, 4) and 1 that "
        "differs from the journal, as listed above. To import what looks alike anyway: "
        "--allow-duplicates\n"
        "Nothing was changed.\n"
    )
    assert painlog("export").out == before
    assert "Added 1 entry from" in painlog("import", corrected, *MAPPED).out
    assert painlog("import", corrected, *MAPPED, "--allow-duplicates").out.startswith("Added 4 ")


def test_a_proposal_counts_all_rows_and_names_the_lines_that_make_nothing(painlog, table):
    rows = [f"2026-03-{1 + n % 20:02},neck,{n % 10}" for n in range(600)]
    for n in (3, 4, 5, 99, *range(200, 240, 2)):
        rows[n] = "2026-03-05,neck,"
    text = "Pain diary\n\n" + "\n".join(("Date,Where,Pain level", *rows, ""))
    shown = painlog("import", table(text)).out
    assert (
        "\nRead 600 rows (lines 4 to 603), which make 576 entries. Left out: 24 rows (line 7–9, "
        "103, 204, 206, 208, 210, 212, 214, 216, 218 and more).\n"
    ) in shown


def test_the_counts_of_a_table_with_several_commands_are_those_of_the_first(painlog, table):
    shown = painlog("import", table("Date,Knee,Hip\n2026-03-05,4,5\n2026-03-06,,3\n")).out
    assert (
        "\nBy the first command:\n"
        "Read 2 rows (lines 2 to 3), which make 1 entry. Left out: 1 row (line 3).\n"
    ) in shown


def test_a_corrected_row_replaces_the_old_one_if_asked_in_one_change(painlog, table):
    painlog("import", table(TWICE_A_DAY), *MAPPED)
    before = painlog("export").out
    corrected = table(CORRECTED, "new.csv")
    assert painlog("import", corrected, *MAPPED, "--replace").out == (
        "1 thing in the journal now says what the file says:\n"
        f"  {LINE_OF_BOTH}6 -> 7\n"
        "Added 1 entry from new.csv.\n"
        "Skipped 2 that look like entries you have, or like a row above (line 3, 4). To import "
        "what looks alike anyway: --allow-duplicates\n"
        "To take it back: painlog undo\n"
    )
    stored = painlog("export").out.splitlines()[1:]
    assert [row.split(",")[4] for row in stored] == ["4", "7", "5", "2"]
    assert painlog("import", corrected, *MAPPED).out.startswith("Added 0 entries from new.csv.\n")
    undone = painlog("undo").out
    assert undone.startswith(
        "Took back: import: 1 entry from new.csv, 1 thing changed to what it says.\n"
    )
    assert painlog("export").out == before


def test_an_import_that_only_corrects_says_so_when_it_is_taken_back(painlog, table):
    painlog("import", table("Day,Place,Pain\n2026-03-02,neck,4\n"), *MAPPED)
    painlog("import", table("Day,Place,Pain\n2026-03-02,neck,5\n", "new.csv"), *MAPPED, "--replace")
    assert painlog("undo").out.startswith(
        "Took back: import: 1 thing changed to what new.csv says.\n"
    )


def test_a_proposal_says_what_the_journal_has_in_another_version(painlog, table):
    painlog("import", table(TWICE_A_DAY), *MAPPED)
    shown = painlog("import", table(CORRECTED, "new.csv")).out
    assert (
        "- Of these rows, 3 are already in the journal, and painlog would skip them\n"
        "- 1 of them says something else than the journal. "
        f"{LINE_OF_BOTH}6 here, 7 in the file. To store what the file says instead: --replace; to "
        "add every row beside what you have: --allow-duplicates\n"
    ) in shown


def test_what_was_renamed_after_an_import_is_known_when_its_table_is_imported_again(painlog, table):
    file = table("Day,Place,Pain,Used\n2026-03-05,old scar,4,Zorbol 5 mg\n")
    mapped = ("--map", "felt_at=Day,region=Place,intensity=Pain,treatments=Used", "--add-unknown")
    painlog("import", file, *mapped)
    painlog("treatments", "rename", "Zorbol", "Zorbol gel")
    painlog("regions", "rename", "old scar", "scar on the shin")
    known = painlog("treatments", "--format", "json").out
    assert painlog("import", file, *mapped).out == (
        '"old scar" is called "scar on the shin" here.\n'
        '"Zorbol" is called "Zorbol gel" here.\n'
        "Added 0 entries from in.csv.\n"
        "Skipped 1 that looks like an entry you have, or like a row above (line 2). To import what "
        "looks alike anyway: --allow-duplicates\n"
        "Nothing was changed.\n"
    )
    assert painlog("treatments", "--format", "json").out == known
    shown = painlog("import", file).out
    assert '"Zorbol" is called "Zorbol gel" here.\n' in shown
    assert "Unknown" not in shown


def test_a_former_name_that_was_given_to_something_else_means_that(painlog, table):
    file = table("Day,Place,Pain,Used\n2026-03-05,neck,4,Zorbol\n")
    mapped = ("--map", "felt_at=Day,region=Place,intensity=Pain,treatments=Used", "--add-unknown")
    painlog("import", file, *mapped)
    painlog("treatments", "rename", "Zorbol", "Zorbol gel")
    painlog("treatments", "add", "Zorbol", "--kind", "exercise")
    result = painlog("import", file, *mapped, "--replace").out
    assert "is called" not in result
    assert ": treatments Zorbol gel -> Zorbol\n" in result


def test_a_table_with_a_column_for_each_region_is_imported_by_the_commands_shown(painlog, table):
    file = table("Date,Knee R (0-10),L knee,Headache (VAS)\n2026-03-05,4,5,63\n2026-03-06,4,,20\n")
    shown = painlog("import", file).out
    assert (
        "  Knee R (0-10)   intensity         ratings of: right knee, by its name\n"
        "  L knee          intensity         ratings of: left knee, by its name\n"
        "  Headache (VAS)  intensity         ratings of: head, by its name\n"
    ) in shown
    commands = [line.strip() for line in shown.splitlines() if line.startswith("  painlog ")]
    assert commands == [
        "painlog import in.csv --map 'felt_at=Date,intensity=Knee R (0-10)' --default "
        "'region=Knee R'",
        "painlog import in.csv --map 'felt_at=Date,intensity=L knee' --default 'region=L knee'",
        "painlog import in.csv --map 'felt_at=Date,intensity=Headache (VAS)' --default "
        "region=Headache --scale 0-100",
    ]
    for command in commands:
        assert painlog(*shlex.split(command)[1:]).code == 0
    rows = [row.split(",")[2:5] for row in painlog("export").out.splitlines()[1:]]
    assert sorted(rows) == [
        ["head", "", "2"],
        ["head", "", "6"],
        ["knee", "left", "5"],
        ["knee", "right", "4"],
        ["knee", "right", "4"],
    ]


@pytest.mark.parametrize("cell", ["massage heat", '"""massage heat"""'])
def test_treatments_with_nothing_between_never_become_one_of_their_own(painlog, table, cell):
    file = table(f"Day,Place,Pain,Did\n2026-03-05,neck,4,{cell}\n2026-03-06,neck,3,rest\n")
    options = ("--map", "felt_at=Day,region=Place,intensity=Pain,treatments=Did")
    result = painlog("import", file, *options, "--add-unknown")
    assert (result.code, result.out) == (1, "")
    _, line = result.err.splitlines()
    assert (
        '(1 row): These are 2 treatments. Put commas between them: "massage, heat". Or say what it '
        "means: --value 'treatments:"
    ) in line


def test_several_treatments_in_a_cell_are_said_before_and_meant_with_value(painlog, table):
    file = table(
        "Day,Place,Pain,Did\n2026-03-05,neck,4,heat massage ibuprofen 400 mg\n"
        "2026-03-06,neck,3,massage and heat\n"
    )
    value = "treatments:heat massage ibuprofen=heat; massage; ibuprofen"
    told = (
        '"heat massage ibuprofen" (1 row): These are 3 treatments. Put commas between them: "heat, '
        f"massage, ibuprofen\". Or say what it means: --value '{value}'\n"
    )
    assert f"Before you run it:\n- {told}\nTo import it" in painlog("import", file).out
    options = ("--map", "felt_at=Day,region=Place,intensity=Pain,treatments=Did")
    refused = painlog("import", file, *options)
    assert refused.code == 1
    assert refused.err.endswith(told)
    assert painlog("import", file, *options, "--value", value).code == 0
    assert [row.split(",")[7] for row in painlog("export").out.splitlines()[1:]] == [
        "heat; ibuprofen 400 mg; massage therapy",
        "heat; massage therapy",
    ]


def test_replacing_and_allowing_duplicates_contradict_each_other(painlog, table):
    result = painlog("import", table(TWICE_A_DAY), *MAPPED, "--replace", "--allow-duplicates")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "--replace and --allow-duplicates contradict each other; give one of them.\n"
    )


def test_dates_that_can_be_read_in_two_ways_are_asked_about(painlog, path, table):
    file = table("Date,Pain\n01/02/2025,6\n02/03/2025,6\n")
    options = ("--map", "felt_at=Date,intensity=Pain", "--default", "region=head")
    result = painlog("import", file, *options)
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        '"01/02/2025" (line 2) can be 1 February 2025 or 2 January 2025, and no date written like '
        'it shows which. Say which is meant: --date-format "%d/%m/%Y" (day first) or --date-format '
        '"%m/%d/%Y" (month first).\n'
    )
    assert not path.exists()
    assert painlog("import", file, *options, "--date-format", "%m/%d/%Y").code == 0
    assert [line[:10] for line in entries(painlog)] == ["2025-01-02", "2025-02-03"]


def test_a_mapping_is_kept_and_used_by_its_name(painlog, table):
    file = table("D,P,N\n05/03/2026,mild,a\n13/03/2026,3,b\n")
    options = (
        *("--map", "felt_at=D,intensity=P,note=N", "--value", "intensity:mild=2"),
        *("--default", "region=head"),
    )
    first = painlog("import", file, *options, "--save-mapping", "My App")
    assert first.out.splitlines()[-4].endswith("painlog import FILE --mapping 'My App'")
    table("D,P,N\n14/03/2026,mild,c\n")
    again = painlog("import", file, "--mapping", "my app", "--value", "intensity:mild=4")
    assert again.out == (
        "Added 1 entry from in.csv.\nSkipped nothing.\nTo take it back: painlog undo\n"
    )
    assert painlog("list", "--limit", "1").out == (
        "    3  2026-03-14 12:00  head   4/10  note: N: c / original: mild\n"
    )


def test_one_undo_takes_back_entries_names_and_mapping(painlog, table):
    file = table("D,P,R\n2026-03-05,6,Scar\n")
    painlog(
        *("import", file, "--map", "felt_at=D,intensity=P,region=R", "--add-unknown"),
        *("--save-mapping", "app"),
    )
    assert painlog("undo").out.startswith(
        "Took back: import: 1 entry from in.csv, and the mapping app."
    )
    assert painlog("list").out == ""
    assert painlog("mappings").out.startswith("No mapping")
    assert painlog("regions", "show", "scar").code == 1


def test_a_mapping_may_be_kept_anew(painlog, table):
    file = table("D,P\n2026-03-05,6\n")
    for field in ("felt_at=D,intensity=P", "felt_at=D,intensity=P,note=P"):
        painlog(
            *("import", file, "--map", field, "--default", "region=head", "--save-mapping", "App")
        )
    assert (
        painlog("mappings").out == "App: --map felt_at=D,intensity=P,note=P --default region=head\n"
    )
    painlog("undo")
    assert painlog("mappings").out == "App: --map felt_at=D,intensity=P --default region=head\n"


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--map", "D"], 2, '"D" is not "name=what", as in: --map'),
        (["--map", "felt_at=D,intensity=P"], 2, "An entry needs region, and no column has it"),
        (["--map", "felt_at=Q,intensity=P"], 2, "An entry needs region"),
        (["--map", "felt_at=Q,intensity=P,region=R"], 1, 'The file has no column "Q". Its '),
        (["--scale", "10"], 2, '"10" is not a scale.'),
        (["--encoding", "klingon"], 2, 'There is no encoding "klingon".'),
        (["--map", "note=\udcff"], 1, "A text holds bytes that are not valid UTF-8"),
        (["--separator", "ab"], 2, '"ab" cannot separate columns.'),
        (["--date-format", "DD.MM.YYYY"], 2, '"DD.MM.YYYY" does not say day, month and year.'),
        (["--mapping", "app"], 1, 'No mapping is called "app". See them all with: '),
        (["--save-mapping", "a;b"], 1, "The name of a mapping cannot contain"),
    ],
)  # fmt: skip
def test_an_option_that_cannot_be_followed_is_refused(painlog, path, table, options, code, said):
    result = painlog("import", table("D,P,R\n2026-03-05,6,neck\n"), *options)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(said)
    assert not path.exists()


def test_how_a_file_is_written_may_be_said(painlog, table):
    file = table("date~region~intensity~note\n2026-03-05~neck~6~à\n", encoding="mac-roman")
    options = ("--encoding", "mac-roman", "--separator", "~")
    assert painlog("import", file, *options).out == (
        "Added 1 entry from in.csv.\nSkipped nothing.\nTo take it back: painlog undo\n"
    )
    assert entries(painlog) == ["2026-03-05T12:00:00+01:00,neck,,6,,,,,,,à"]


def test_letters_that_a_file_does_not_tell_are_said(painlog, table):
    file = table("date,region,intensity,note\n2026-03-05,neck,6,un café\n", encoding="cp1252")
    said = painlog("import", file).out.splitlines()[0]
    assert "Windows-1252" in said
    assert '"café"' in said


def test_options_of_a_table_are_refused_for_a_journal(painlog, table):
    file = table('{"schema": "painlog.journal/1"}', "journal.json")
    result = painlog("import", file, "--skip-bad", "--dry-run")
    assert result.code == 2
    assert result.err == (
        "journal.json is a journal, not a table. Of these options, it takes only "
        "--allow-duplicates and --dry-run.\n"
    )


def test_a_table_of_headings_alone_adds_nothing(painlog, path, table):
    file = table("D,P,R\n")
    result = painlog("import", file, "--map", "felt_at=D,intensity=P,region=R")
    assert result.out == "Added 0 entries from in.csv.\nSkipped nothing.\nNothing was changed.\n"
    assert not path.exists()


def test_several_regions_in_one_cell_are_asked_about_and_never_one_of_your_own(painlog, table):
    file = table('date,region,intensity\n2026-03-01,"head, neck",6\n2026-03-02,Moon; Head,6\n')
    result = painlog("import", file, "--add-unknown")
    assert result.code == 1
    _, listed, separated = result.err.splitlines()
    assert listed.startswith('"head, neck" names several regions (1 row)')
    assert listed.endswith("--value 'region:\"head, neck\"=NAME'")
    assert separated.startswith('"Moon; Head" names several regions (1 row)')
    assert separated.endswith("--value 'region:Moon; Head=NAME'")


def test_a_side_behind_a_comma_is_no_region(painlog, table):
    file = table('date,region,intensity\n2026-03-01,"Scar, left",6\n')
    assert painlog("import", file, "--add-unknown").code == 0
    assert entries(painlog)[0].split(",")[1:4] == ["Scar", "left", "6"]


def test_a_suggestion_keeps_the_side(painlog, table):
    result = painlog("import", table("date,region,intensity\n2026-03-01,left foott,6\n"))
    assert result.err.splitlines()[1].endswith("--value 'region:left foott=left foot'")


@pytest.mark.parametrize(
    ("column", "typed"),
    [
        ("treatments", "metformin"),
        ("treatments", "caffeine"),
        ("treatments", "sleep"),
        ("treatments", "ibuprophen"),
        ("treatments", "sumatriptan 50"),
        ("region", "left frontal"),
    ],
)
def test_what_only_looks_alike_is_never_ready_to_paste(painlog, table, column, typed):
    cells = {"region": "heel", "treatments": "heat"} | {column: typed}
    rows = f"date,region,intensity,treatments\n2026-03-01,{cells['region']},6,{cells['treatments']}"
    unknown = painlog("import", table(rows)).err.splitlines()[1]
    assert "Did you mean" not in unknown
    meant = "sumatriptan 50 ?" if typed == "sumatriptan 50" else "NAME"
    assert unknown.rstrip("'").endswith(f"{column}:{typed}={meant}")


def test_a_slip_in_a_medicine_is_ready_to_paste_with_its_dose(painlog, table):
    rows = "date,region,intensity,treatments\n2026-03-01,heel,6,sumatripan 50 mg\n"
    unknown = painlog("import", table(rows)).err.splitlines()[1]
    assert 'Did you mean "sumatriptan"?' in unknown
    option = "treatments:sumatripan=sumatriptan"
    assert unknown.endswith(option)
    assert painlog("import", table(rows), "--value", option).code == 0
    assert painlog("list").out.endswith("  sumatriptan 50 mg\n")


def test_the_name_of_several_products_is_listed_with_them_and_left_open(painlog, table):
    rows = "date,region,intensity,treatments\n2026-03-01,heel,6,Voltaren\n"
    unknown = painlog("import", table(rows)).err.splitlines()[1]
    assert 'Did you mean "diclofenac" or "diclofenac gel"?' in unknown
    assert unknown.endswith("treatments:Voltaren=NAME")


def test_an_unknown_name_is_listed_once_whatever_its_doses(painlog, table):
    rows = (
        "date,region,intensity,treatments\n"
        "2026-03-01,heel,6,metformin 500 mg\n2026-03-02,heel,6,metformin 850 mg\n"
    )
    _, unknown, _ = painlog("import", table(rows)).err.splitlines()
    assert unknown.startswith('Unknown treatment: "metformin" (2 rows).')
    assert unknown.endswith("treatments:metformin=NAME")


def test_the_dose_beside_a_new_name_is_no_part_of_it(painlog, table):
    rows = "date,region,intensity,treatments\n2026-03-01,heel,6,metformin 500 mg\n"
    assert (
        painlog("import", table(rows), "--add-unknown").out.splitlines()[0].endswith(": metformin.")
    )


def test_a_region_of_your_own_keeps_its_brackets(painlog, table):
    file = table("date,region,intensity\n2026-03-01,Right Nape (Lower),6\n")
    result = painlog("import", file, "--add-unknown")
    assert result.out.splitlines()[0].endswith(": Nape (Lower).")


def test_a_table_with_a_column_for_each_region_is_taken_in_by_the_commands_it_is_shown(
    painlog, table
):
    file = table("Date,Head,Left knee,Notes\n2026-03-05,3,,x\n2026-03-06,,1,\n")
    shown = painlog("import", file).out.splitlines()
    commands = [line for line in shown if line.startswith("  painlog import")]
    assert len(commands) == 2
    for command in commands:
        assert painlog(*shlex.split(command)[1:]).code == 0
    assert [line.split(",")[1:4] for line in entries(painlog)] == [
        *(["head", "", "3"], ["knee", "left", "1"])
    ]


def test_a_column_that_is_still_to_be_named_is_asked_for(painlog, table):
    file = table("Date,Pain\n2026-03-05,3\n")
    result = painlog("import", file, "--map", "felt_at=Date,intensity=Pain,region=COLUMN")
    assert result.err == (
        "Replace COLUMN with the name of a column, one of: Date, Pain. Or, if no column "
        "has the region, type --default region=head instead of that --map\n"
    )


def test_a_file_that_is_called_like_an_option_can_be_pasted(painlog, table):
    table("Date,Site,Pain\n2026-03-05,neck,3\n", name="-pain.csv")
    shown = painlog("import", "--", "-pain.csv").out.splitlines()
    (command,) = [line for line in shown if line.startswith("  painlog import")]
    assert command == "  painlog import ./-pain.csv --map felt_at=Date,region=Site,intensity=Pain"
    assert painlog(*shlex.split(command)[1:]).code == 0


def test_a_date_with_the_wrong_weekday_says_so(painlog, tmp_path):
    file = tmp_path / "in.csv"
    file.write_text("Day,Where,Pain\nMon 3 Mar 2026,heel,6\nFri 5 Mar 2026,heel,4\n")
    columns = ("--map", "felt_at=Day,region=Where,intensity=Pain")
    said = painlog("import", str(file), *columns).err
    assert '"Mon 3 Mar 2026" names the wrong weekday: 2026-03-03 is a Tuesday' in said
    assert '"Fri 5 Mar 2026" names the wrong weekday: 2026-03-05 is a Thursday' in said
    file.write_text('Day,At,Where,Pain\n"Wed, 02/03/2026",21:00,heel,6\n')
    said = painlog("import", str(file), *columns, "--map", "time=At").err
    assert '"Wed, 02/03/2026" names the wrong weekday: 2026-03-02 is a Monday' in said


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Date,Sleep,Stress\n2026-03-05,7,3\n", '"Sleep", "Stress"'),
        ("Date,Sleep (h),Notes\n2026-03-05,7,rain\n", '"Sleep (h)"'),
        (
            "day,sleep (hours),stress,steps,note\n2026-03-05,7,3,8000,x\n",
            '"sleep (hours)", "stress", "steps"',
        ),
        ("day,period,note\n2026-03-05,1,x\n", '"period"'),
        ("day,note\n2026-03-05,x\n", '"note"'),
    ],
)
def test_a_table_of_days_is_refused_as_one(painlog, table, text, named):
    result = painlog("import", table(text))
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        f"This table says how days were ({named}), and painlog imports no days from a table. Those "
        "of another journal come with its JSON (painlog export --format json); to log one: painlog "
        "day --on DAY --sleep 6.5. Nothing was imported.\n"
    )


def test_a_column_of_a_factor_is_called_one(painlog, table):
    painlog("factors", "add", "coffee")
    shown = painlog("import", table("Date,Pain,Where,Coffee,Sleep h\n2026-03-05,6,heel,2,7\n")).out
    for name in ("Coffee", "Sleep h"):
        told = (
            f"{name} - ignored: it belongs to a day, and no table brings in days; see: painlog day"
        )
        assert told in " ".join(shown.split())


def test_medicines_that_are_new_are_named_with_what_to_read(painlog, table):
    painlog("take", "ibuprofen 400 mg")
    file = table(
        "date,region,intensity,treatments\n2026-03-05,heel,6,paracetamol 1 g; heat\n"
        "2026-03-06,heel,5,naproxen; ibuprofen\n"
    )
    told = (
        "For the first time here: naproxen and paracetamol. To read what to watch for with each: "
        "painlog treatments show naproxen; painlog treatments show paracetamol"
    )
    for _ in range(2):
        # A rehearsal says what the import says.
        assert told in " ".join(painlog("import", file, "--dry-run").out.split())
    assert told in " ".join(painlog("import", file).out.split())
    assert "for the first time" not in painlog("import", file, "--allow-duplicates").out.casefold()
    assert "Your first" not in painlog("start", "naproxen").out


BY_COLUMN = ["--map", "felt_at=Date,treatments=Meds,intensity=Knee L", "--default", "region=Knee L"]


def test_the_proposal_counts_unknown_names_in_all_rows(painlog, table):
    rows = (
        f"{day},4,{('Qi Gong' if n > 250 else 'Bowen') if n % 2 else ''}"
        for n in range(300)
        for day in [date(2025, 1, 1) + timedelta(n)]
    )
    said = painlog("import", table("\n".join(["Date,Knee L,Meds", *rows]))).out
    assert 'Unknown treatment: "Bowen" (125 rows).' in said
    assert 'Unknown treatment: "Qi Gong" (25 rows).' in said


def test_a_number_without_a_unit_is_said_before_add_unknown_is_advised(painlog, table):
    name = table("Date,Knee L,Meds\n2026-03-01,3,naproxen 500\n2026-03-02,4,Bowen\n")
    told = (
        'Unknown treatment: "naproxen 500" (1 row). "naproxen 500" gives a number without a unit. '
        "Write the unit that is on the packet, such as mg or ml. To say what it means: --value "
        "'treatments:naproxen 500=naproxen 500 ?'"
    )
    assert told in " ".join(painlog("import", name).out.split())
    lines = painlog("import", name, *BY_COLUMN).err.splitlines()
    assert lines[1] == told
    assert lines[3:] == ['To keep "Bowen" as your own: --add-unknown']
    value = "treatments:naproxen 500=naproxen 500 mg"
    assert painlog("import", name, *BY_COLUMN, "--value", value, "--add-unknown").code == 0


def test_two_medicines_with_a_slash_are_unknown_as_where_they_are_typed(painlog, table):
    name = table("Date,Knee L,Meds\n2026-03-01,3,paracetamol/codeine\n2026-03-02,4,heat/ice\n")
    assert painlog("import", name, *BY_COLUMN).err.splitlines()[1:] == [
        'Unknown treatment: "paracetamol/codeine" (1 row). painlog knows paracetamol and codeine, '
        "and takes no medicine for another. To say what it means: --value "
        "treatments:paracetamol/codeine=NAME",
        "To keep these names as your own: --add-unknown",
    ]
    assert painlog("add", "knee", "4", "-t", "paracetamol/codeine").code == 1
    value = "treatments:paracetamol/codeine=co-codamol"
    assert painlog("import", name, *BY_COLUMN, "--value", value).code == 0


def test_rows_without_a_rating_hide_no_error_and_are_counted(painlog, table):
    days = [date(2025, 1, 1) + timedelta(n) for n in range(121)]
    rows = [f"{day},{'' if n else 4},heat" for n, day in enumerate(days)]
    name = table("\n".join(["Date,Knee L,Meds", *rows, "Mean,4,", "2025-06-01,12,"]))
    assert painlog("import", name, *BY_COLUMN).err.splitlines() == [
        "in.csv has 2 bad rows, so nothing was imported. Correct what is listed here, or import "
        "the good rows with --skip-bad.",
        '120 rows have no rating in "Knee L" (line 3, 4, 5 and more).',
        'Line 123: "Mean" looks like a sum or mean of days, not a day.',
        'Line 124: "12" is not an intensity on the 0–10 scale. Type a whole number from 0 to 10, '
        "where 0 is no pain and 10 is the worst pain imaginable.",
    ]
    done = painlog("import", name, *BY_COLUMN, "--skip-bad")
    assert (
        'Skipped 120 that have no rating in "Knee L" and 2 that cannot be read, as listed above.'
    ) in " ".join(done.out.split())
    name = table("\n".join(["Date,Knee L,Meds", *rows]))
    assert painlog("import", name, *BY_COLUMN).code == 0


def test_more_bad_rows_than_are_listed_are_not_called_listed(painlog, table):
    rows = (f"2026-03-0{n % 9 + 1},12,heat" for n in range(102))
    name = table("\n".join(["Date,Knee L,Meds", *rows]))
    done = painlog("import", name, *BY_COLUMN, "--skip-bad")
    assert "Skipped 102 that cannot be read, the first as listed above." in done.out
    assert done.err.splitlines()[-1] == "And 2 more."


def test_uses_of_days_without_a_rating_have_a_command_of_their_own(painlog, table):
    name = table(
        "Date,Knee,Hip,Meds,Notes\n2026-03-01,3,4,paracetamol 1 g,\n"
        "2026-03-02,,,ibuprofen 400 mg,bad night\n2026-03-03,,,,rain\n2026-03-04,5,,,\n"
    )
    shown = painlog("import", name).out
    said = " ".join(shown.split())
    assert (
        "- 1 row has no rating and says what was used. The last command brings in these uses; it "
        "skips those that came with a rating, so run it last - 1 row has a note, no rating and no "
        "treatment, and no import takes it. To keep it with its day: painlog day --on DAY --note"
    ) in said
    commands = [line.strip() for line in shown.splitlines() if line.startswith("  painlog ")]
    assert commands[2] == (
        "painlog import in.csv --map felt_at=Date,treatments=Meds,note=Notes --uses"
    )
    for command in commands:
        done = painlog(*shlex.split(command)[1:])
        assert done.code == 0
    assert done.out.startswith("Added 1 use from in.csv.\n")
    assert "u1  2026-03-02 12:00  ibuprofen 400 mg; note: bad night" in painlog("list").out


def test_commands_for_dates_that_can_be_two_days_leave_the_format_to_fill_in(painlog, table):
    name = table("Date,Knee,Hip\n2026-03-05,3,4\n3/2/26,,5\n")
    shown = painlog("import", name).out
    commands = [line.strip() for line in shown.splitlines() if line.startswith("  painlog ")]
    assert len(commands) == 2
    assert all(command.endswith(" --date-format FORMAT") for command in commands)
    words = shlex.split(commands[1])[1:]
    assert painlog(*words).code == 2
    assert painlog(*words[:-1], "%d/%m/%y").code == 0
