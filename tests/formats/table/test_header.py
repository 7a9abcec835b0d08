"""Which row has the headings of a table, and how its rows are understood."""

import io
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from builders import CATALOGUE, TREATED_WITH
from painlog.errors import BadFileError, UsageError
from painlog.formats.journal_csv import Reader
from painlog.formats.table.dates import DateFormat
from painlog.formats.table.header import find_table, understand
from painlog.formats.table.mapping import TableMapping, parse_mapping

NOW = datetime(2026, 3, 31, 21, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def table(text, **options):
    mapping = parse_mapping(**options)
    return find_table(io.BytesIO(text.encode()), mapping), mapping


def understood(text, **options):
    found, mapping = table(text, **options)
    how = understand(found, mapping, Reader(CATALOGUE, TREATED_WITH, NOW, NOW.tzinfo))
    with found.rows() as rows:
        read = [how.row(line, cells) for line, cells in rows]
    return how, [(r.line, r.reason or f"{r.entry.felt_at:%F %R} {r.entry.place}") for r in read]


@pytest.mark.parametrize(
    ("text", "line", "above"),
    [
        ("Date,Pain,Where\n2026-03-05,6,neck\n", 1, 0),
        ("\n\nDate,Pain,Where\n2026-03-05,6,neck\n", 3, 0),
        ("My diary\nName;Anna\n\nDate;Pain;Where;Note;Did\n5.3.26;6;neck;;\n", 4, 2),
        ("My diary;;;;\nDate;Pain;Where;Note;Did\n5.3.26;6;neck;;\n", 2, 1),
    ],
)
def test_the_headings_are_the_first_row_that_is_full(text, line, above):
    found, _ = table(text)
    assert (found.line, found.above) == (line, above)


def test_the_headings_are_the_row_that_has_what_a_mapping_names():
    text = "a,b,c\nd,e,f\nDate,Pain,\n2026-03-05,6,neck\n"
    found, _ = table(text, columns=["felt_at=date,intensity=Pain"])
    assert found.line == 3


@pytest.mark.parametrize(
    ("headings", "own"),
    [("date,region,intensity", True), ("Note", True), ("Date,Pain", False)],
)
def test_painlogs_own_headings_are_told(headings, own):
    assert table(headings)[0].is_own is own


def test_painlogs_own_table_needs_nothing():
    how, rows = understood("date;region;intensity\n2026-03-05;neck;6\n")
    assert (how.mapping, how.dates) == (TableMapping(), None)
    assert rows == [(2, "2026-03-05 12:00 neck")]


def test_painlogs_own_table_may_have_been_given_other_dates():
    text = "Date\tRegion\tIntensity\n05/03/2026\tneck\t6\n13/03/2026\tneck\t6\n"
    how, rows = understood(text)
    assert how.dates == DateFormat("%d/%m/%Y", 2, "05/03/2026")
    assert rows == [(2, "2026-03-05 12:00 neck"), (3, "2026-03-13 12:00 neck")]


def test_one_date_of_many_that_is_wrong_is_one_bad_row():
    how, rows = understood("date,region,intensity\n2026-03-05,neck,6\nsoon,neck,6\n")
    assert how.dates is None
    assert rows[1][1].startswith('"soon" is not a date or time such as ')


def test_other_dates_may_stand_among_those_of_painlogs_own_table():
    how, rows = understood("date,region,intensity\n2026-03-05,neck,6\n13/03/2026,neck,6\n")
    assert how.dates == DateFormat("%d/%m/%Y", 3, "13/03/2026", beside_iso=True)
    assert rows == [(2, "2026-03-05 12:00 neck"), (3, "2026-03-13 12:00 neck")]


def test_painlogs_own_table_with_options_is_read_through_them():
    _, rows = understood(
        "date,intensity\n2026-03-05,50\n", defaults=["region=neck"], scales=["0-100"]
    )
    assert rows == [(2, "2026-03-05 12:00 neck")]


def test_the_dates_of_another_program_are_told_from_all():
    how, rows = understood(
        "D,W,P\n01/02/2026,neck,1\n02/28/2026,neck,1\n",
        columns=["felt_at=D,region=W,intensity=P"],
    )
    assert how.dates == DateFormat("%m/%d/%Y", 3, "02/28/2026")
    assert how.mapping.date_format == "%m/%d/%Y"
    assert rows[0] == (2, "2026-01-02 12:00 neck")


def test_a_mapping_that_leaves_out_what_is_needed_is_refused():
    with pytest.raises(UsageError) as refused:
        understood("D,P\n2026-03-05,1\n", columns=["felt_at=D"])
    assert str(refused.value) == (
        "An entry needs region, intensity, and no column has it. Add: --map region=COLUMN or "
        "--default region=head; --map intensity=COLUMN. Without --map, painlog shows what the "
        "columns may mean."
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dear diary\nI hurt\n", "This is not a table that painlog can read: it has one column."),
        (
            ",".join(map(str, range(1001))),
            "The table has 1,001 columns; painlog reads up to 1,000.",
        ),
    ],
)
def test_what_is_no_table_is_refused(text, said):
    with pytest.raises(BadFileError) as refused:
        table(text)
    assert str(refused.value).startswith(said)


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff"])
def test_an_empty_file_is_called_so(text):
    with pytest.raises(BadFileError, match=r"^The file is empty\."):
        table(text)
