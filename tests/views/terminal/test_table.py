"""A table of another program in words, on a narrow screen as well."""

from builders import entry
from painlog.views.terminal.screen import Screen
from painlog.views.terminal.table import ShownColumn, ShownRow, bad_row_lines, guess_lines

COMMAND = ["painlog", "import", "in.csv", "--map", "felt_at=Date,intensity=Pain level,region=Where"]


def lines(width, columns, rows=()):
    return [*guess_lines("in.csv", [], columns, rows, [], [COMMAND], Screen(width))]


def test_on_a_narrow_screen_all_is_wrapped_but_what_is_to_be_copied():
    columns = [
        ShownColumn("Date", "felt_at", "its title"),
        ShownColumn("", None, "it is empty"),
        ShownColumn("A title of so many words that it is long", "note", "its title"),
    ]
    rows = [
        ShownRow(2, entry("left heel", 6, note="after a long day"), ""),
        ShownRow(3, None, "region is empty"),
    ]
    shown = lines(50, columns, rows)
    assert shown[2:10] == [
        "  Date: felt_at, its title",
        "  (column 2): -, left out: it is empty",
        "  A title of so many words that it is long: note,",
        "    its title",
        "",
        "The first rows would be stored as:",
        "  Line 2: left heel 6 of 10, Sun 1 Mar 2026,",
        "    20:00; note: after a long day",
    ]
    assert (
        "  painlog import in.csv --map 'felt_at=Date,intensity=Pain level,region=Where'"
    ) in shown


def test_of_very_many_columns_the_first_are_shown():
    shown = lines(None, [ShownColumn(f"c{i}", None, "it is empty") for i in range(1000)])
    assert shown[41:43] == [
        "  c39  -                 left out: it is empty",
        "  and 960 columns more",
    ]


def test_a_reason_that_is_endless_is_cut():
    (line,) = bad_row_lines([(7, "x" * 10_000)], 0)
    assert line == f"Line 7: {'x' * 1000} […] {'x' * 1000}."
