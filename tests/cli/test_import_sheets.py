"""`painlog import` of spreadsheets as they are: the sheet, its dates, what is told of it."""

import io
import json
import shlex
import sys

import pytest

from sheets import CLOCK, DATE, MOMENT, ods, ods_cell, text_cell, xlsx

HEADER = ["Date", "Time", "Where", "Pain", "Notes"]
ROWS = [
    ["My diary"],
    [],
    HEADER,
    [(46086, DATE), (0.875, CLOCK), "left knee", 6, "after the stairs"],
    [(46087, DATE), None, "lower back", 4],
]


@pytest.fixture
def imported(painlog):
    """Import a file with the command that is shown for it; give its entries."""

    def run(file, *options):
        shown = painlog("import", str(file), *options).out
        (command,) = (line for line in shown.splitlines() if line.startswith("  painlog import"))
        assert painlog(*shlex.split(command)[1:]).code == 0
        entries = json.loads(painlog("export", "--format", "json").out)["entries"]
        return [(e["felt_at"][:16], e["region"], e["intensity"], e["note"]) for e in entries]

    return run


BOTH = [
    ("2026-03-05T21:00", "knee", 6, "after the stairs"),
    ("2026-03-06T12:00", "lower back", 4, ""),
]


def test_an_excel_file_is_read_in_two_steps(imported, tmp_path):
    assert imported(xlsx(tmp_path / "a.xlsx", {"Pain": ROWS, "Sheet2": []})) == BOTH


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_midnight_in_a_cell_that_shows_a_time_is_midnight(painlog, tmp_path, kind):
    header = ["felt_at", "until", "region", "intensity"]
    if kind == "xlsx":
        rows = [header, [(46085 + 22 / 24, MOMENT), (46086, MOMENT), "heel", 6]]
        rows += [[(46087, MOMENT), None, "heel", 5], [(46088, DATE), None, "heel", 4]]
        file = xlsx(tmp_path / "a.xlsx", {"Pain": rows})
    else:
        file = ods(tmp_path / "a.ods", {'table:name="A"': "".join(_midnights(header))})
    assert painlog("import", str(file)).code == 0
    entries = json.loads(painlog("export", "--format", "json").out)["entries"]
    assert [(e["felt_at"][:16], (e.get("until") or "")[:16]) for e in entries] == [
        ("2026-03-04T22:00", "2026-03-05T00:00"),
        ("2026-03-06T00:00", ""),
        ("2026-03-07T12:00", ""),
    ]


def _midnights(header):
    def date(value, shown):
        return ods_cell("date", "date-value", value).replace("as shown", shown)

    rows = [
        (date("2026-03-04T22:00:00", "04.03.26 22:00"), date("2026-03-05", "05.03.26 00:00"), "6"),
        (date("2026-03-06", "06.03.26 00:00"), text_cell(""), "5"),
        (date("2026-03-07", "07.03.26"), text_cell(""), "4"),
    ]
    yield f"<table:table-row>{''.join(map(text_cell, header))}</table:table-row>"
    for began, until, intensity in rows:
        cells = began + until + text_cell("heel") + ods_cell("float", "value", intensity)
        yield f"<table:table-row>{cells}</table:table-row>"


def test_a_text_among_the_date_cells_takes_nothing_from_them(painlog, imported, tmp_path):
    text = [[(46086, DATE), "heel", 6], ["27.02.2026", "heel", 4]]
    file = xlsx(tmp_path / "a.xlsx", {"Pain": [["Date", "Where", "Pain"], *text]})
    assert imported(file) == [
        ("2026-02-27T12:00", "heel", 4, ""),
        ("2026-03-05T12:00", "heel", 6, ""),
    ]
    named = ("--map", "felt_at=Date,region=Where,intensity=Pain", "--date-format")
    assert painlog("import", str(file), *named, "%Y-%d-%m").err == (
        "%Y-%d-%m would misread the date cells of this file, which are dates already. Leave "
        "--date-format out, or save the file as CSV and import that.\n"
    )


def test_a_libreoffice_file_is_read_in_two_steps(imported, tmp_path):
    rows = "".join(
        f"<table:table-row>{cells}</table:table-row>"
        for cells in (
            "".join(map(text_cell, HEADER)),
            ods_cell("date", "date-value", "2026-03-05")
            + ods_cell("time", "time-value", "PT21H00M00S")
            + text_cell("left knee")
            + ods_cell("float", "value", "6")
            + text_cell("after the stairs"),
            ods_cell("date", "date-value", "2026-03-06")
            + "<table:table-cell/>"
            + text_cell("lower back")
            + ods_cell("float", "value", "4"),
        )
    )
    assert imported(ods(tmp_path / "a.ods", {'table:name="Pain"': rows})) == BOTH


def test_of_several_sheets_one_is_named_or_asked_for(painlog, imported, tmp_path, monkeypatch):
    sleep = [["Date", "Hours"], [(46086, DATE), 7.5]]
    file = xlsx(tmp_path / "a.xlsx", {"Pain": ROWS, "Sleep": sleep, "Old": ROWS}, hidden=["Old"])
    refused = painlog("import", str(file))
    assert (refused.code, refused.err) == (
        1,
        f'{file} has several sheets: "Pain", "Sleep". Say which one to import, as in: --sheet '
        '"Pain"\n',
    )
    assert (
        'no sheet "Pian". Did you mean "Pain"?'
        in painlog("import", str(file), "--sheet", "Pian").err
    )
    assert imported(file, "--sheet", "pain") == BOTH
    monkeypatch.setattr("painlog.cli.commands.import_.can_ask", lambda: True)
    monkeypatch.setattr(sys, "stdin", io.StringIO("3\n2\n"))
    shown = painlog("import", str(file))
    assert "1  Pain" in shown.out
    assert 'The sheet "Sleep" was read; the file also has "Pain" and hides "Old".' in shown.out


def test_painlogs_own_columns_need_no_options_in_a_sheet_either(painlog, tmp_path):
    rows = [["felt_at", "region", "intensity"], [(46086, DATE), "left heel", 6]]
    file = xlsx(tmp_path / "a.xlsx", {"Sheet1": rows})
    assert painlog("import", str(file)).out.splitlines()[-3:] == [
        f"Added 1 entry from {file}.",
        "Skipped nothing.",
        "To take it back: painlog undo",
    ]
    csv = tmp_path / "a.csv"
    csv.write_text("felt_at,region,intensity\n2026-03-05,heel,6\n")
    assert "is not a spreadsheet" in painlog("import", str(csv), "--sheet", "Pain").err


def test_rows_are_named_by_their_numbers_in_the_sheet(painlog, tmp_path):
    rows = [*ROWS, [(46088, DATE), None, "neck", 99]]
    file = xlsx(tmp_path / "a.xlsx", {"Pain": rows})
    columns = "felt_at=Date,time=Time,region=Where,intensity=Pain"
    refused = painlog("import", str(file), "--map", columns)
    assert refused.err.splitlines()[1].startswith("Line 6: ")


def test_formulas_without_a_value_are_told(painlog, tmp_path):
    sheet = (
        '<sheetData><row r="1"><c t="str"><v>felt_at</v></c><c t="str"><v>region</v></c>'
        '<c t="str"><v>intensity</v></c></row><row r="2"><c s="1"><v>46086</v></c>'
        '<c t="str"><v>neck</v></c><c><f>2+2</f></c></row></sheetData>'
    )
    file = xlsx(tmp_path / "a.xlsx", {"Pain": sheet})
    done = painlog("import", str(file), "--skip-bad")
    assert "1 cell has a formula without a stored value, and counts as empty. Save" in done.out
    assert "Line 2: intensity is empty." in done.err


def test_an_empty_workbook_is_refused(painlog, tmp_path):
    file = xlsx(tmp_path / "a.xlsx", {"Sheet1": []})
    assert "no sheet with anything in it" in painlog("import", str(file)).err


NO_VALUE = (
    "1 cell has a formula without a stored value, and counts as empty. Save the file in the "
    "spreadsheet program once to store it."
)


def test_a_formula_without_a_value_explains_the_row_that_it_leaves_empty(painlog, tmp_path):
    header = "".join(f'<c t="str"><v>{name}</v></c>' for name in ("felt_at", "region", "intensity"))
    cells = '<c s="1"><v>46086</v></c><c t="str"><v>heel</v></c><c><f>2+1</f></c>'
    rows = f"<sheetData><row>{header}</row><row>{cells}</row></sheetData>"
    result = painlog("import", str(xlsx(tmp_path / "a.xlsx", {"Pain": rows})))
    assert result.code == 1
    assert f"{NO_VALUE} Line 2: intensity is empty" in " ".join(result.err.split())
    only = "<sheetData><row><c><f>2+1</f></c></row></sheetData>"
    result = painlog("import", str(xlsx(tmp_path / "b.xlsx", {"Pain": only})))
    assert f"has no sheet with anything in it. {NO_VALUE} Nothing" in " ".join(result.err.split())
