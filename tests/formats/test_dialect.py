"""How a table is written: its letters, and what separates its cells."""

import csv
import io

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from painlog.errors import BadFileError, UsageError
from painlog.formats import dialect
from painlog.formats.dialect import (
    Dialect,
    Lines,
    UnreadableRow,
    check_encoding,
    numbered_rows,
    parse_separator,
    recognise,
    rows_of,
)

TEXT = "Datum;Ort;Stärke\r\n05.03.2026;Rücken;6,0\r\n06.03.2026;Knie;4,5\r\n"
ROWS = [
    (1, ["Datum", "Ort", "Stärke"]),
    (2, ["05.03.2026", "Rücken", "6,0"]),
    (3, ["06.03.2026", "Knie", "4,5"]),
]


def read(content, **said):
    file = io.BytesIO(content)
    dialect = recognise(file, **said)
    with rows_of(file, dialect) as rows:
        return dialect, list(rows)


@pytest.mark.parametrize(
    ("encoding", "recognised_as"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
    ],
)
def test_what_a_file_says_about_its_letters_is_taken(encoding, recognised_as):
    assert read(TEXT.encode(encoding)) == (Dialect(recognised_as, ";"), ROWS)


def test_utf_16_of_the_other_end_is_told_by_its_mark():
    marked = b"\xfe\xff" + TEXT.encode("utf-16-be")
    assert read(marked) == (Dialect("utf-16", ";"), ROWS)


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_what_is_not_utf_8_is_read_as_windows_letters_with_a_word_to_show(encoding):
    assert read(TEXT.encode(encoding)) == (Dialect("cp1252", ";", assumed="Stärke"), ROWS)


def test_the_word_to_show_may_be_far_into_the_file():
    long = "Date,Where\n" + "2026-03-05,knee\n" * 100_000 + "2026-03-05,dos-nu café\n"
    dialect, rows = read(long.encode("cp1252"))
    assert dialect == Dialect("cp1252", ",", assumed="café")
    assert rows[-1] == (100_002, ["2026-03-05", "dos-nu café"])


def test_an_encoding_that_was_said_is_not_doubted():
    assert read(TEXT.encode("mac-roman"), encoding="mac-roman") == (
        Dialect("mac-roman", ";"),
        ROWS,
    )


def test_bytes_of_no_known_encoding_are_refused():
    with pytest.raises(BadFileError) as refused:
        read("Date,Where,Note\n2026-03-05,Rücken,müde\n2026-03-06,Rücken,Räder\n".encode("cp850"))
    assert str(refused.value) == (
        "The file's encoding cannot be recognised. Its words in some are: "
        'cp850: "Rücken", "müde", "Räder"; cp437: "Rücken", "müde", "Räder"; '
        'mac-roman: "RÅcken", "mÅde", "RÑder". Name the one in which they look right, with '
        "--encoding NAME, or save the file as CSV UTF-8. Nothing was imported."
    )


def test_a_word_that_looks_wrong_is_shown_in_other_encodings():
    dialect, _ = read("Date,Where\n2026-03-05,Räder\n".encode("cp850"))
    others = (("cp850", "Räder"), ("cp437", "Räder"), ("mac-roman", "RÑder"))
    assert dialect == Dialect("cp1252", ",", assumed="R„der", others=others)


@pytest.mark.parametrize(
    ("first", "second"), [("utf-8", "cp1252"), ("cp1252", "utf-8")], ids=["utf-8", "windows"]
)
def test_a_file_of_two_encodings_is_refused_with_a_word_in_each(first, second):
    rows = {"utf-8": "2026-03-05,café\n".encode(), "cp1252": "2026-03-06,müde\n".encode("cp1252")}
    content = b"Date,Where\n" + rows[first] + rows[second]
    with pytest.raises(BadFileError) as refused:
        read(content)
    assert str(refused.value) == (
        'Some of the file is UTF-8 ("café") and some is not ("müde" as Windows-1252), so one of '
        "them would be misread. Save all of it as CSV UTF-8. To read all of it as one: --encoding "
        "windows-1252. Nothing was imported."
    )
    assert read(content, encoding="cp1252")[0] == Dialect("cp1252", ",")


@pytest.mark.parametrize("content", [b"\0\xd8Date,Where\n\xdc,", b"\xff\xfe\x00\xdcD\0a\0"])
def test_what_begins_like_another_encoding_is_said_without_a_hint_that_is_untrue(content):
    with pytest.raises(BadFileError) as refused:
        read(content)
    said = str(refused.value)
    assert "--encoding" not in said
    assert said.endswith(
        " text does, but is none: it is damaged, or no table. Save the table as CSV UTF-8, and "
        "import that. Nothing was imported."
    )


def test_an_encoding_that_is_not_that_of_the_file_is_refused():
    with pytest.raises(BadFileError) as refused:
        read(TEXT.encode("cp1252"), encoding="utf-8")
    assert str(refused.value) == (
        "The file is not utf-8 text. Leave --encoding out, or name another."
    )


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("Date,Pain\n2026-03-05,6\n", ","),
        ("Date;Pain\n2026-03-05;6,5\n2026-03-06;7,5\n", ";"),
        ("Date\tPain\n2026-03-05\t6,5\n2026-03-06\t7,5\n", "\t"),
        ("Date|Pain|Note\n2026-03-05|6|a, b, c\n2026-03-06|7|d, e; f\n", "|"),
        ('Date;Note\n5.3.;"a, b"\n6.3.;"c, d, e"\n', ";"),
        ("My pain diary, 2026\n\nDate;Pain;Note\n5.3.;6;a, b\n6.3.;7;c\n", ";"),
        ("Date\n2026-03-05\n", ","),
        ("", ","),
    ],
)
def test_the_separator_is_what_cuts_rows_alike(text, separator):
    assert recognise(io.BytesIO(text.encode())).separator == separator


def test_a_separator_that_was_said_is_taken():
    assert read(b"a~b;c\n1~2;3\n", separator="~")[1] == [(1, ["a", "b;c"]), (2, ["1", "2;3"])]


@pytest.mark.parametrize(
    ("first", "separator"), [("sep=;", ";"), ("SEP=,", ","), ('"sep=|"', "|"), ("sep=\t", "\t")]
)
def test_the_line_that_excel_reads_its_separator_from_is_skipped(first, separator):
    text = f"{first}\r\na{separator}b\r\n"
    assert read(text.encode("utf-8-sig")) == (
        Dialect("utf-8-sig", separator, to_skip=1),
        [(2, ["a", "b"])],
    )


@pytest.mark.parametrize(
    ("typed", "sign"),
    [
        ("", ""),
        (";", ";"),
        ("tab", "\t"),
        ("Tab", "\t"),
        ("\t", "\t"),
        ("comma", ","),
        ("pipe", "|"),
    ],
)
def test_a_separator_may_be_named(typed, sign):
    assert parse_separator(typed) == sign


@pytest.mark.parametrize("typed", ["ab", '"', "\n", "\0"])
def test_what_cannot_separate_is_refused(typed):
    with pytest.raises(UsageError, match="cannot separate columns"):
        parse_separator(typed)


def test_an_encoding_has_one_name():
    assert [check_encoding(n) for n in ("", "Windows-1252", "UTF8", "latin1")] == [
        *("", "cp1252", "utf-8", "iso8859-1")
    ]


@pytest.mark.parametrize("name", ["klingon", "rot13", "hex", "a\0b"])
def test_what_is_no_encoding_of_text_is_refused(name):
    with pytest.raises(UsageError, match="There is no encoding"):
        check_encoding(name)


CELLS = st.text(st.characters(codec="cp1252", exclude_categories=["Cc"]), max_size=8).filter(
    lambda text: text == text.strip()
)
TABLES = st.integers(2, 5).flatmap(
    lambda width: st.lists(
        st.lists(CELLS, min_size=width, max_size=width).filter(any), min_size=1, max_size=6
    )
)


@given(
    TABLES,
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["\r\n", "\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_a_table_in_any_dialect_that_was_said_reads_back(table, sign, end, encoding, quoting):
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=sign, lineterminator=end, quoting=quoting).writerows(table)
    content = file.getvalue().removeprefix("\ufeff").encode(encoding)
    if not file.getvalue().casefold().lstrip('"').startswith("sep="):
        # Spaces after every separator of the headings are how the file is written.
        headings = file.getvalue().split("\n", 1)[0].split(sign)
        assume(not all(heading.startswith(" ") for heading in headings[1:]))
        _, rows = read(content, encoding=encoding, separator=sign)
        assert [cells for _, cells in rows] == [c for c in table if any(map(str.strip, c))]


@given(
    st.lists(st.tuples(st.dates(), st.integers(0, 10), CELLS), min_size=3, max_size=9),
    st.sampled_from([";", "\t", ",", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_a_diary_in_any_dialect_is_recognised(rows, sign, encoding):
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=sign, quoting=csv.QUOTE_ALL)
    writer.writerow(["Date", "Pain", "Note"])
    writer.writerows(rows)
    _, found = read(file.getvalue().encode(encoding))
    assert [cells for _, cells in found] == [
        ["Date", "Pain", "Note"],
        *([str(day), str(pain), note] for day, pain, note in rows),
    ]


def test_a_space_after_each_separator_is_no_part_of_a_cell():
    dialect, rows = read(b'Date, Site, Note\n2026-03-05, "neck", "a, b"\n2026-03-06,neck,x\n')
    assert dialect == Dialect("utf-8", ",", spaced=True)
    assert [cells for _, cells in rows] == [
        ["Date", "Site", "Note"],
        ["2026-03-05", "neck", "a, b"],
        ["2026-03-06", "neck", "x"],
    ]


def rows_in(text, separator=","):
    return list(numbered_rows(Lines(io.StringIO(text, newline="")), separator))


def refusal(text):
    with pytest.raises(BadFileError) as refused:
        rows_in(text)
    return str(refused.value)


def test_a_row_has_the_number_of_the_line_where_it_begins():
    assert rows_in('a,b\r\n"1\r\n2",3\r\n\r\n , \r\n,,\r\n4,5') == [
        (1, ["a", "b"]),
        (2, ["1\r\n2", "3"]),
        (7, ["4", "5"]),
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|", "~"])
def test_any_letter_may_separate(separator):
    text = separator.join(["a", f'"x{separator}y"', "c"])
    assert rows_in(text, separator) == [(1, ["a", f"x{separator}y", "c"])]


def test_a_mark_at_the_start_is_no_letter_of_a_heading():
    assert rows_in('\ufeff"Date",b\n\ufeffc,d') == [(1, ["Date", "b"]), (2, ["\ufeffc", "d"])]


def test_an_endless_line_is_refused(monkeypatch):
    monkeypatch.setattr(dialect, "LONGEST_ROW", 100)
    assert rows_in("a,b\n" + "x" * 99) == [(1, ["a", "b"]), (2, ["x" * 99])]
    assert refusal("a,b\n" + "x" * 100).startswith(
        "A row of this file has more than 100 characters, so it is not a table"
    )


def test_a_row_over_endless_lines_is_refused(monkeypatch):
    monkeypatch.setattr(dialect, "LONGEST_ROW", 100)
    assert refusal("a,b\n" + '"1\n",' * 50).startswith("A row of this file has more than 100 ")


def test_many_short_rows_are_no_long_row(monkeypatch):
    monkeypatch.setattr(dialect, "LONGEST_ROW", 100)
    assert len(rows_in("a,b\n" * 1000)) == 1000


def test_a_row_that_is_not_csv_is_one_row_and_the_next_line_is_read_again():
    _, rows = read(b'a,b\n1,"x"y\n2,"z\n3,"u\nv"\n4,w\n5,"q\n')
    assert rows == [
        *((1, ["a", "b"]), (2, ['1,"x"y\n']), (3, ['2,"z\n']), (4, ["3", "u\nv"])),
        *((6, ["4", "w"]), (7, ['5,"q\n'])),
    ]
    why = [cells.reason for _, cells in rows if isinstance(cells, UnreadableRow)]
    inside = 'a quote (") inside a quoted cell is not doubled'
    assert why == [inside, inside, 'a quote (") is opened and never closed']


def test_much_that_is_not_csv_is_refused_whole(monkeypatch):
    monkeypatch.setattr(dialect, "_MOST_READ_AGAIN", 20)
    with pytest.raises(BadFileError, match="Line 21 is not CSV"):
        read(b'a,b\n1,"' + b"x\n" * 20)
    monkeypatch.setattr(dialect, "_MOST_READ_AGAIN", 1000)
    monkeypatch.setattr(dialect, "_MOST_UNREADABLE", 3)
    assert len(read(b"a,b\n" + b'1,"x"y\n' * 3)[1]) == 4
    with pytest.raises(BadFileError, match="Line 5 is not CSV"):
        read(b"a,b\n" + b'1,"x"y\n' * 4)


def test_a_cell_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(dialect, "LONGEST_CELL", 50)
    assert refusal('a,b\n1,"' + "2\n" * 30) == (
        'The cell that ends on line 27 has more than 50 characters. A quote (") that is never '
        "closed may be the reason. Nothing was imported."
    )
