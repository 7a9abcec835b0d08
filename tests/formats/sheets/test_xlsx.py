"""Sheets of XLSX files as rows of text: dates, formulas, merged cells, and bounds."""

import pytest

from painlog.errors import BadFileError
from painlog.formats.sheets import archive
from painlog.formats.sheets import xlsx as module
from painlog.formats.sheets.archive import Archive
from painlog.formats.sheets.xlsx import Xlsx
from sheets import CLOCK, DATE, LENGTH, MOMENT, PERCENT, xlsx


@pytest.fixture
def book(tmp_path):
    """Open a file with one sheet called Pain, given as rows or as XML."""
    opened = []

    def make(data, **more):
        path = xlsx(tmp_path / "a.xlsx", {"Pain": data}, **more)
        opened.append(path.open("rb"))
        return Xlsx(Archive(opened[-1], "a.xlsx"))

    yield make
    for file in opened:
        file.close()


def rows_of(found):
    return list(found.rows(found.sheets[0]))


def test_numbers_texts_and_dates_are_text_as_people_write_it(book):
    found = book(
        [
            ["Date", "When", "Clock", "Lasted", "Pain"],
            [(46086, DATE), (46086.875, MOMENT), (0.3125, CLOCK), (1.1458333333, LENGTH), 6],
            [(46087.5, DATE), None, (0.99999, CLOCK), (0.0006, CLOCK), 4.5],
        ]
    )
    assert rows_of(found) == [
        (1, ["Date", "When", "Clock", "Lasted", "Pain"]),
        (2, ["2026-03-05", "2026-03-05T21:00:00", "07:30", "27:30", "6"]),
        (3, ["2026-03-06T12:00:00", "", "23:59:59", "00:00:52", "4.5"]),
    ]


def test_the_format_says_whether_a_whole_day_has_a_time(book):
    found = book([[(46335, MOMENT), (46335, DATE), (0, CLOCK), (0, MOMENT)]])
    assert rows_of(found) == [
        (1, ["2026-11-09T00:00:00", "2026-11-09", "00:00", "1899-12-30T00:00:00"])
    ]


@pytest.mark.parametrize("style", [DATE, MOMENT])
def test_a_moment_before_midnight_stays_on_its_day(book, style):
    before = 46334 + (24 * 60 * 60 - 0.4) / (24 * 60 * 60)
    assert rows_of(book([[(before, style), (0.9999954, CLOCK)]])) == [
        (1, ["2026-11-08T23:59:59", "23:59:59"])
    ]


def test_a_number_that_was_cut_off_is_the_second_that_it_means(book):
    cells = [(46334.9166666, MOMENT), (46334.9999999, MOMENT)]
    assert rows_of(book([cells])) == [(1, ["2026-11-08T22:00:00", "2026-11-09T00:00:00"])]


def test_a_percentage_is_read_as_the_sheet_shows_it(book):
    assert rows_of(book([[(0.6, PERCENT), (0.07, PERCENT), (1, PERCENT)]])) == [
        (1, ["60%", "7%", "100%"])
    ]


def test_days_may_be_counted_from_1904(book):
    found = book([[(44624, DATE)]], workbook='<workbookPr date1904="1"/>')
    assert rows_of(found) == [(1, ["2026-03-05"])]


def test_texts_are_shared_escaped_or_in_parts(book):
    found = book(
        '<sheetData><row r="3"><c r="B3" t="s"><v>1</v></c><c r="D3" t="str"><f>A1</f>'
        '<v>so_x000A_it</v></c><c t="b"><v>1</v></c><c t="s"><v>99</v></c></row></sheetData>',
        strings=["no", 'a 5" pot & more'],
    )
    assert rows_of(found) == [(3, ["", 'a 5" pot & more', "", "so\nit", "TRUE"])]


def test_a_formula_counts_with_its_stored_value_and_is_told_without_one(book):
    found = book(
        '<sheetData><row r="1"><c><f>2+1</f><v>3</v></c><c><f>2+1</f></c><c><f>1</f><v/></c></row>'
        "</sheetData>"
    )
    assert (rows_of(found), found.uncalculated) == ([(1, ["3"])], 2)


def test_a_value_merged_over_rows_counts_for_each(book):
    found = book(
        "<sheetData>"
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>4</v></c></row>'
        '<row r="2"><c r="B2"><v>5</v></c></row><row r="3"><c r="A3"/><c r="B3"><v>6</v></c></row>'
        '<row r="4"><c r="B4"><v>7</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A1:A3"/><mergeCell ref="A4:B4"/></mergeCells>'
    )
    assert [cells for _, cells in rows_of(found)] == [["1", "4"], ["1", "5"], ["1", "6"], ["", "7"]]


def test_hidden_sheets_and_their_parts_are_known(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", {"Pain": [["a"]], "Old": [["b"]]}, hidden=["Old"])
    with path.open("rb") as file:
        found = Xlsx(Archive(file, "a.xlsx"))
        assert [(sheet.name, sheet.hidden) for sheet in found.sheets] == [
            ("Pain", False),
            ("Old", True),
        ]
        assert list(found.rows(found.sheets[1])) == [(1, ["b"])]


def test_empty_columns_and_rows_cost_nothing_and_far_text_is_refused(book):
    empty = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    found = book(f'<sheetData><row r="1"><c><v>1</v></c></row>{empty}</sheetData>')
    assert rows_of(found) == [(1, ["1"]), (1048576, [])]
    far = '<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>'
    with pytest.raises(BadFileError, match="something in column 16,384"):
        rows_of(book(far))
    with pytest.raises(BadFileError, match="row 9,999,999, which no sheet can have"):
        rows_of(book('<sheetData><row r="9999999"><c><v>1</v></c></row></sheetData>'))


def test_what_unpacks_without_end_is_refused(book, monkeypatch):
    monkeypatch.setattr(archive, "MOST_BYTES", 1000)
    monkeypatch.setattr(module, "MOST_CHARACTERS", 100)
    monkeypatch.setattr(module, "_SMALL", 10_000)
    assert rows_of(book([["short"]], strings=["x" * 100])) == [(1, ["short"])]
    with pytest.raises(BadFileError, match="more than 100 characters of text"):
        book([["short"]], strings=["x" * 101])
    with pytest.raises(BadFileError, match="unpacks to more than 0 MB"):
        rows_of(book([["x" * 1000]]))
    with pytest.raises(BadFileError, match="unpacks to more than 0 MB"):
        book([["short"]], workbook="<!--" + "x" * 20_000 + "-->")


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ('<!DOCTYPE w [<!ENTITY a "b">]><worksheet>&a;</worksheet>', "it declares entities"),
        ("<worksheet><sheetData>", "it is damaged, or has a password"),
        ("<a>" * 101 + "</a>" * 101, "it is nested too deeply"),
    ],
)
def test_a_sheet_that_is_no_plain_xml_is_refused(book, part, said):
    with pytest.raises(BadFileError, match=said):
        rows_of(book(part))


def test_a_file_that_is_cut_is_refused(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", {"Pain": [["a"]]})
    path.write_bytes(path.read_bytes()[:-30])
    with path.open("rb") as file, pytest.raises(BadFileError, match="damaged and cannot be unpack"):
        Archive(file, "a.xlsx")
