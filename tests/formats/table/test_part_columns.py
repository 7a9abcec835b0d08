"""Columns within a column: told from the values, named in a mapping, read from a row."""

import pytest

from painlog.errors import BadFileError
from painlog.formats.table.columns import cell_called, has_column, row_filter
from painlog.formats.table.part_columns import (
    BEFORE,
    INSIDE,
    PartColumn,
    label_of,
    parts_named,
    parts_seen,
    widened,
)

HEADINGS = ["Date", "Scales", "Detail"]
ROW = ["2026-03-05", "Pain: 6/10 points | Sleep: 7:30", "Back (lower) pain (Moderate)"]


def test_labels_and_brackets_with_words_of_intensity_are_seen():
    columns = [["2026-03-05"] * 2, [ROW[1], "Pain: 3/10"], [ROW[2], "Headache (Mild)"]]
    assert list(parts_seen(HEADINGS, columns)) == [
        *(PartColumn(1, "Pain"), PartColumn(1, "Sleep")),
        *(PartColumn(2, BEFORE), PartColumn(2, INSIDE)),
    ]


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("Note", ["Bad: not good", "Better: walked"]),
        ("Link", ["http://a.b/c", "21:00"]),
        ("Where", ["Head (front)", "Neck (back)"]),
        ("Empty", []),
    ],
)
def test_other_cells_have_no_parts(heading, values):
    assert list(parts_seen([heading], [values])) == []


def test_a_row_is_widened_by_its_parts():
    parts = [
        *(PartColumn(1, "SLEEP"), PartColumn(1, "Pain"), PartColumn(1, "Mood")),
        *(PartColumn(2, BEFORE), PartColumn(2, INSIDE), PartColumn(0, INSIDE)),
    ]
    assert widened(ROW, 3, parts)[3:] == ["7:30", "6/10", "", "Back (lower) pain", "Moderate", ""]
    assert widened(["2026-03-05"], 3, parts)[1:] == ["", "", "", "", "", "", "", ""]


def test_parts_are_named_behind_their_column():
    headings = ["a: b", "c"]
    assert parts_named(headings, ["c: d", "a: b", "a: b: e", "c: d", "z: y"]) == (
        *(PartColumn(1, "d"), PartColumn(0, "e")),
    )
    assert [label_of(name) for name in ("c: d", "c")] == ["d", "c"]
    assert [has_column(headings, name) for name in ("C", "c: d", "z")] == [True, True, False]


def test_a_cell_is_found_by_the_name_of_its_column_or_part():
    assert cell_called(HEADINGS, "scales: pain")(ROW) == "6/10"
    assert cell_called(HEADINGS, "date")(ROW) == "2026-03-05"
    assert cell_called(HEADINGS, "Detail")(["2026-03-05"]) == ""
    with pytest.raises(BadFileError, match='no column "Nothing"'):
        cell_called(HEADINGS, "Nothing")


def test_of_one_column_any_text_will_do_and_of_several_all_must():
    wants = row_filter(["Kind", "Where"], [("Kind", "Pain"), ("Kind", "ache"), ("Where", "knee")])
    rows = [["pain", "knee"], ["Ache", "Knee"], ["Ache", "neck"], ["Mood", "knee"], []]
    assert [wants(row) for row in rows] == [True, True, False, False, False]
    assert row_filter(["Kind"], [])([])
