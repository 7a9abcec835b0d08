"""Sheets of ODS files as rows of text: values by their kind, repeated and merged cells, bounds."""

import pytest

from painlog.errors import BadFileError
from painlog.formats.sheets import ods as module
from painlog.formats.sheets.archive import Archive
from painlog.formats.sheets.ods import Ods
from sheets import ods, ods_cell, text_cell


def rows_of(path, number=0):
    with path.open("rb") as file:
        found = Ods(Archive(file, "a.ods"))
        return list(found.rows(found.sheets[number]))


def row(*cells, more=""):
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


EMPTY = '<table:table-cell table:number-columns-repeated="16000"/>'


def test_values_are_text_by_their_kind(tmp_path):
    rows = row(
        ods_cell("date", "date-value", "2026-03-05"),
        ods_cell("date", "date-value", "2026-03-05T21:00:00"),
        ods_cell("time", "time-value", "PT07H30M00S"),
        ods_cell("time", "time-value", "PT27H30M00S"),
        ods_cell("float", "value", "6"),
        ods_cell("percentage", "value", "0.5"),
        ods_cell("boolean", "boolean-value", "true"),
        EMPTY,
    )
    assert rows_of(ods(tmp_path / "a.ods", {'table:name="A"': rows})) == [
        (1, ["2026-03-05", "2026-03-05T21:00:00", "07:30", "27:30", "6", "50%", "TRUE"])
    ]


@pytest.mark.parametrize(
    ("value", "shown", "read"),
    [
        ("2026-11-09", "09.11.26 00:00", "2026-11-09T00:00:00"),
        ("2026-11-09", "11/09/2026 12:00 AM", "2026-11-09T00:00:00"),
        ("2026-11-09", "9 nov. 2026 0h00", "2026-11-09T00:00:00"),
        ("2026-11-09T00:00:00", "Mon Nov  9 00:00:00 2026", "2026-11-09T00:00:00"),
        ("2026-11-09T00:00:00", "09.11.26", "2026-11-09"),
        ("2026-11-09", "09.11.26", "2026-11-09"),
        ("2026-11-08T23:59:59.6", "08.11.26 23:59", "2026-11-08T23:59:59"),
        ("2026-11-08T21:59:59.999999999", "08.11.26 22:00", "2026-11-08T22:00:00"),
    ],
)
def test_a_midnight_counts_where_the_cell_shows_it(tmp_path, value, shown, read):
    cell = ods_cell("date", "date-value", value).replace("as shown", shown)
    path = ods(tmp_path / "a.ods", {'table:name="A"': row(cell)})
    assert rows_of(path) == [(1, [read])]


def test_a_time_before_midnight_is_not_a_length_of_a_day(tmp_path):
    cells = ods_cell("time", "time-value", "PT23H59M59.6S")
    cells += ods_cell("time", "time-value", "PT07H29M59.999999S")
    assert rows_of(ods(tmp_path / "a.ods", {'table:name="A"': row(cells)})) == [
        (1, ["23:59:59", "07:30"])
    ]


def test_a_formula_without_a_stored_value_is_told(tmp_path):
    formula = 'table:formula="of:=[.A1]+1"'
    cells = ods_cell("float", "value", "3", formula) + f"<table:table-cell {formula}/>"
    path = ods(tmp_path / "a.ods", {'table:name="A"': row(cells)})
    with path.open("rb") as file:
        found = Ods(Archive(file, "a.ods"))
        assert list(found.rows(found.sheets[0])) == [(1, ["3"])]
        assert found.uncalculated == 1


def test_texts_have_lines_and_spaces_and_no_comments(tmp_path):
    cell = (
        '<table:table-cell office:value-type="string"><office:annotation><text:p>not this</text:p>'
        '</office:annotation><text:p>one<text:s text:c="2"/>two</text:p>'
        "<text:p>three<text:tab/>four</text:p></table:table-cell>"
    )
    path = ods(tmp_path / "a.ods", {'table:name="A"': row(cell)})
    assert rows_of(path) == [(1, ["one  two\nthree\tfour"])]


def test_repeated_rows_and_cells_are_rows_and_cells_if_they_hold_anything(tmp_path):
    rows = (
        row(EMPTY, more='table:number-rows-repeated="4"')
        + row(
            text_cell("x", 'table:number-columns-repeated="2"'),
            more='table:number-rows-repeated="2"',
        )
        + row(EMPTY, more='table:number-rows-repeated="1048000"')
    )
    path = ods(tmp_path / "a.ods", {'table:name="A"': rows})
    assert rows_of(path) == [(5, ["x", "x"]), (6, ["x", "x"])]


def test_a_value_merged_over_rows_counts_for_each(tmp_path):
    covered = "<table:covered-table-cell/>"
    rows = (
        row(text_cell("5 March", 'table:number-rows-spanned="3"'), text_cell("4"))
        + row(covered, text_cell("5"), more='table:number-rows-repeated="2"')
        + row(covered, text_cell("6"))
    )
    path = ods(tmp_path / "a.ods", {'table:name="A"': rows})
    assert [cells for _, cells in rows_of(path)] == [
        ["5 March", "4"],
        ["5 March", "5"],
        ["5 March", "5"],
        ["", "6"],
    ]


def test_sheets_may_be_hidden_by_their_style(tmp_path):
    style = (
        '<style:style style:name="ta2" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
    )
    tables = {
        'table:name="Pain" table:style-name="ta1"': row(text_cell("a")),
        'table:name="Old" table:style-name="ta2"': row(text_cell("b")),
    }
    path = ods(tmp_path / "a.ods", tables, style)
    with path.open("rb") as file:
        found = Ods(Archive(file, "a.ods"))
        assert [(sheet.name, sheet.hidden) for sheet in found.sheets] == [
            ("Pain", False),
            ("Old", True),
        ]
    assert rows_of(path, 1) == [(1, ["b"])]


def test_text_beyond_the_bounds_is_refused(tmp_path, monkeypatch):
    far = ods(tmp_path / "a.ods", {'table:name="A"': row(EMPTY, text_cell("x"))})
    with pytest.raises(BadFileError, match="something in column 16,001"):
        rows_of(far)
    monkeypatch.setattr(module, "MOST_ROWS", 10)
    long = row(text_cell("x"), more='table:number-rows-repeated="11"')
    with pytest.raises(BadFileError, match="more than 10 rows with text"):
        rows_of(ods(tmp_path / "b.ods", {'table:name="A"': long}))
