"""The table of uses that `export --what uses` writes comes back as it was."""

import io
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from builders import CATALOGUE, TREATED_WITH, use
from painlog.formats.journal_csv import COLUMNS, USE_COLUMNS, Reader, write_uses
from painlog.formats.names import Unknown
from painlog.formats.table.header import find_table, understand
from painlog.formats.table.mapping import TableMapping
from painlog.formats.table.uses import are_of_uses

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 31, 21, 0, tzinfo=BERLIN)
UID = "0f8fad5b-d9cb-469f-a165-70867728950e"
NONE = TableMapping()
HEADER = "used_at,treatment,dose,region,side,note\n"


def read(text, mapping=NONE, **options):
    """The rows of a table of uses."""
    table = find_table(io.BytesIO(text.encode()), mapping)
    assert table.is_own
    reader = Reader(CATALOGUE, TREATED_WITH, NOW, BERLIN, **options)
    how = understand(table, mapping, reader)
    with table.rows() as rows:
        return [how.row(line, cells) for line, cells in rows]


def only(row, mapping=NONE):
    """The use of a single row."""
    (found,) = read(HEADER + row, mapping)
    assert len(found.uses) == 1, found.reason
    return found.uses[0]


def test_what_is_written_is_read_back():
    uses = [
        use("sumatriptan", "head", dose="50 mg", uid=UID),
        use("paracetamol", "left heel", dose="2 x 500 mg", note="=1+1\nand, more", hour=3),
        use("ibuprofen", dose="half a tablet"),
        use("heat", day=4),
    ]
    file = io.StringIO(newline="")
    write_uses(uses, file)
    assert [row.uses for row in read(file.getvalue())] == [(one,) for one in uses]


def test_the_strength_of_a_combination_is_a_dose():
    found = only("2026-03-01T20:00:00+01:00,ibuprofen,30/500,,,")
    assert found.dose == (None, "", "30/500")


@pytest.mark.parametrize(
    "row",
    [
        "2026-03-01T20:00,ibuprofen 400 mg,,left heel,,",
        "2026-03-01 20:00,ibuprofen,400mg,heel,left,",
    ],
)
def test_a_row_may_be_written_as_people_do(row):
    found = only(row)
    assert (found.treatment, found.dose, found.region, found.side) == (
        *("ibuprofen", (400.0, "mg", "400 mg"), "heel", "left"),
    )
    assert found.used_at == datetime(2026, 3, 1, 20, 0, tzinfo=BERLIN)


@pytest.mark.parametrize("named", ["", "%d.%m.%Y %H:%M"])
def test_dates_that_a_spreadsheet_wrote_anew_are_read(named):
    found = only("27.03.2026 20:15,heat,,,,", NONE._replace(date_format=named))
    assert found.used_at == datetime(2026, 3, 27, 20, 15, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",heat,,,,", "used_at is empty"),
        ("2026-03-01,,,,,", "treatment is empty"),
        ("soon,heat,,,,", '"soon" is not a date'),
        ("2027-03-01,heat,,,,", "in the future"),
        ("2026-03-01,heat; rest,,,,", '"heat; rest" names several treatments'),
        ("2026-03-01,heat,,,left,", "has a side but no region"),
        ("2026-03-01,heat,much,,,", '"much" is not a dose'),
        ("2026-03-01,heat 1 hour,2 hours,,,", "has a dose, and so has"),
        ("2026-03-01,heat", "has 2 cells; 6 are expected"),
    ],
)
def test_a_bad_row_is_told_why(row, reason):
    good, found = read(f"{HEADER}2026-03-01,heat,,,,\n{row}\n")
    assert good.uses == (use("heat")._replace(used_at=good.uses[0].used_at),)
    assert found.things == ()
    assert reason in found.reason


def test_unknown_names_are_collected_and_can_be_mapped_or_added():
    text = f"{HEADER}2026-03-01,moon milk 2 drops,,nose tip,,\n"
    (row,) = read(text)
    assert row.unknown == (
        Unknown("region", "nose tip"),
        Unknown("treatment", "moon milk"),
    )
    mapping = NONE._replace(
        values=(("region", "nose tip", "head"), ("treatments", "moon milk", "heat")),
    )
    ((mapped,),) = (row.uses for row in read(text, mapping))
    assert (mapped.region, mapped.treatment, mapped.dose.written) == ("head", "heat", "2 drops")
    ((own,),) = (row.uses for row in read(text, add_unknown=True))
    assert (own.region, own.treatment, own.dose.written) == ("nose tip", "moon milk", "2 drops")


@pytest.mark.parametrize(
    ("headings", "own"),
    [
        (USE_COLUMNS, True),
        ((" Used_At", "TREATMENT"), True),
        (("treatment", "region"), False),
        (("used_at", "treatment", "price"), False),
        (("used_at", "dose"), False),
        (("used_at", "treatment", "treatment"), False),
        (COLUMNS, False),
    ],
)
def test_only_painlogs_own_headings_are_known(headings, own):
    assert are_of_uses(headings) == own
