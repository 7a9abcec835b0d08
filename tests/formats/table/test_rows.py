"""Rows as cells: numbered, and in bounded memory whatever the file holds."""

import io

import pytest

from painlog.errors import BadFileError
from painlog.formats.table import rows
from painlog.formats.table.rows import Lines, numbered_rows


def read(text, separator=","):
    return list(numbered_rows(Lines(io.StringIO(text, newline="")), separator))


def refusal(text):
    with pytest.raises(BadFileError) as refused:
        read(text)
    return str(refused.value)


def test_a_row_has_the_number_of_the_line_where_it_begins():
    assert read('a,b\r\n"1\r\n2",3\r\n\r\n , \r\n,,\r\n4,5') == [
        (1, ["a", "b"]),
        (2, ["1\r\n2", "3"]),
        (7, ["4", "5"]),
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|", "~"])
def test_any_letter_may_separate(separator):
    text = separator.join(["a", f'"x{separator}y"', "c"])
    assert read(text, separator) == [(1, ["a", f"x{separator}y", "c"])]


def test_a_mark_at_the_start_is_no_letter_of_a_title():
    assert read('\ufeff"Date",b\n\ufeffc,d') == [(1, ["Date", "b"]), (2, ["\ufeffc", "d"])]


def test_an_endless_line_is_refused(monkeypatch):
    monkeypatch.setattr(rows, "LONGEST_ROW", 100)
    assert read("a,b\n" + "x" * 99) == [(1, ["a", "b"]), (2, ["x" * 99])]
    assert refusal("a,b\n" + "x" * 100).startswith(
        "A row of this file has more than 100 letters, so it is no table that painlog can read."
    )


def test_a_row_over_endless_lines_is_refused(monkeypatch):
    monkeypatch.setattr(rows, "LONGEST_ROW", 100)
    assert refusal("a,b\n" + '"1\n",' * 50).startswith("A row of this file has more than 100 ")


def test_many_short_rows_are_no_long_row(monkeypatch):
    monkeypatch.setattr(rows, "LONGEST_ROW", 100)
    assert len(read("a,b\n" * 1000)) == 1000


def test_a_cell_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(rows, "LONGEST_CELL", 50)
    assert refusal('a,b\n1,"' + "2\n" * 30) == (
        'Line 27 ends a cell of more than 50 letters. A quote (") that is never closed does that. '
        "Nothing was imported."
    )
