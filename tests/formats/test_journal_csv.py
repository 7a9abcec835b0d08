"""Entries as CSV and back: the contract of docs/formats.md."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import CATALOGUE, TREATED_WITH, entry, use
from painlog.errors import BadFileError
from painlog.formats import journal_csv
from painlog.formats.journal_csv import COLUMNS, Reader, write_uses
from painlog.formats.names import Unknown
from painlog.formats.read_row import ReadRow
from painlog.model.dose_reading import parse_dose
from painlog.model.entry import Entry, parse_tags
from painlog.model.region import Region, Regions
from painlog.model.treatment import Treatment

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 31, 21, 0, tzinfo=BERLIN)
READER = Reader(CATALOGUE, TREATED_WITH, NOW, BERLIN)
HEADER = (
    "uid,felt_at,region,side,intensity,intensity_before,interference,treatments,qualities,"
    "triggers,conditions,note,until\r\n"
)
UID = "0f8fad5b-d9cb-469f-a165-70867728950e"
CET = timezone(timedelta(hours=1))
NOON = datetime(2026, 3, 5, 12, tzinfo=CET)
EXPECTED = (
    "The columns are: uid, felt_at, region, side, intensity, intensity_before, interference, "
    "treatments, qualities, triggers, conditions, note, until."
)


def written(*entries):
    file = io.StringIO(newline="")
    assert journal_csv.write(entries, file) == len(entries)
    return file.getvalue()


def rows(text, reader=READER):
    return list(reader.rows(io.StringIO(text, newline="")))


def read(text, reader=READER):
    found = rows(text, reader)
    assert [row.reason for row in found] == [""] * len(found)
    return [row.entry for row in found]


def refusal(text):
    with pytest.raises(BadFileError) as refused:
        rows(text)
    return str(refused.value)


def reason(cells, header="felt_at,region,intensity"):
    (row,) = rows(f"{header}\r\n{cells}\r\n")
    assert (row.line, row.entry) == (2, None)
    return row.reason


# --- Writing ---


def test_the_header_is_as_documented():
    assert written() == HEADER
    assert ",".join(COLUMNS) + "\r\n" == HEADER


def test_every_cell_is_as_documented():
    whole = entry(
        "left heel",
        6,
        felt_at=datetime(2026, 3, 5, 21, 0, tzinfo=CET),
        before=8,
        interference=0,
        treatments=["trigger point therapy", "stretching"],
        qualities=("burning", "sharp"),
        triggers=("long walk",),
        conditions=("rain", "cold, wet"),
        note='He said "rest",\r\nthen left.\N{FOOT}',
        uid=UID,
        id=7,
    )
    assert written(whole, entry("tailbone", 0)) == (
        HEADER + f"{UID},2026-03-05T21:00:00+01:00,heel,left,6,8,0,"
        'stretching; trigger point therapy,burning; sharp,long walk,"rain; cold, wet",'
        '"He said ""rest"",\r\nthen left.\N{FOOT}",\r\n'
        ",2026-03-01T20:00:00+00:00,tailbone,,0,,,,,,,,\r\n"
    )


def test_doses_and_the_end_of_an_attack_come_back():
    attack = entry(
        "head",
        8,
        treatments=["ibuprofen", "rest"],
        doses=(("ibuprofen", parse_dose("2 x 400 mg")),),
        until=datetime(2026, 3, 2, 7, 30, tzinfo=CET),
    )
    assert written(attack) == (
        HEADER + ",2026-03-01T20:00:00+00:00,head,,8,,,ibuprofen 2 × 400 mg; rest,,,,,"
        "2026-03-02T07:30:00+01:00\r\n"
    )
    assert read(written(attack)) == [attack]
    assert "not after" in reason("2026-03-02T20:00,heel,5,2026-03-02T20:00", f"{SHORT},until")


SHORT = "felt_at,region,intensity"


def test_a_file_from_before_attacks_is_still_read():
    rated = entry("heel", 6, note="x")
    assert read(written(rated).replace(",until", "").replace(",x,\r", ",x\r")) == [rated]


def test_uses_have_a_table_of_their_own():
    file = io.StringIO()
    uses = [use("ibuprofen", "left heel", dose="400 mg", uid=UID, note="=x"), use("heat")]
    assert write_uses(iter(uses), file) == 2
    assert file.getvalue() == (
        "uid,used_at,treatment,dose,region,side,note\r\n"
        f"{UID},2026-03-01T20:00:00+00:00,ibuprofen,400 mg,heel,left,'=x\r\n"
        ",2026-03-01T20:00:00+00:00,heat,,,,\r\n"
    )


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("", ""),
        ("6 of 10", "6 of 10"),
        ("it's", "it's"),
        ("'quoted'", "'quoted'"),
        ("'", "'"),
        ("a=1", "a=1"),
        (" =1+1", " =1+1"),
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-3", "'-3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tfoo", "'\tfoo"),
        ("\rfoo", "'\rfoo"),
        ("=", "'="),
        ("'=1", "''=1"),
        ("'''@x", "''''@x"),
        ("''-", "'''-"),
        ("'\t", "''\t"),
    ],
)
def test_a_text_that_a_spreadsheet_would_run_gets_a_quote(text, cell):
    noted = entry("heel", 6, note=text)
    assert [*csv.reader(io.StringIO(written(noted), newline=""))][1][-2] == cell
    assert read(written(noted)) == [noted]


def test_a_list_that_a_spreadsheet_would_run_gets_one_quote():
    listed = entry("heel", 6, qualities=("+numb", "=sharp"), triggers=("'@", "-"))
    _, row = csv.reader(io.StringIO(written(listed), newline=""))
    assert row[8:10] == ["'+numb; =sharp", "''@; -"]
    assert read(written(listed)) == [listed]


NASTY = st.sampled_from(
    [
        *("'=", "=", "+", "-", "@", "\t", "\r", "'", "''", '"', ",", "\n", "\r\n", ";", " "),
        *("\ufeff", "\N{FOOT}\N{ZERO WIDTH JOINER}", "שלום", "\N{RIGHT-TO-LEFT OVERRIDE}", "é"),
        *("\x1c", "\x85", "\u2028", "NULL", "1e5"),
    ]
)
TEXTS = st.lists(
    NASTY | st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=5), max_size=5
).map("".join)
TAGS = st.lists(TEXTS, max_size=3).map(parse_tags)
RATINGS = st.integers(0, 10)
MOMENTS = st.builds(
    lambda wall, offset: wall.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=offset))),
    st.datetimes(datetime(1900, 1, 1), datetime(2026, 3, 30)),  # noqa: DTZ001 - it gets one
    st.integers(-14 * 60, 14 * 60),
)
OWN = Region('=1+1 \'"spot", \N{FOOT}', "optional", "own", own=True)
SIDES = {region.name: region.sides for region in (*CATALOGUE.all, OWN)}
TREATMENTS = st.sets(st.sampled_from(sorted(TREATED_WITH.by_name)), max_size=2)


@st.composite
def any_entries(draw):
    region = draw(st.sampled_from([*SIDES]))
    treatments = tuple(sorted(draw(TREATMENTS)))
    return Entry(
        draw(MOMENTS),
        region,
        draw(RATINGS),
        None if SIDES[region] == "none" else draw(st.sampled_from([None, "left", "both"])),
        draw(st.none() | RATINGS) if treatments else None,
        draw(st.none() | RATINGS),
        treatments,
        draw(TAGS),
        draw(TAGS),
        draw(TAGS),
        draw(TEXTS),
        draw(st.just("") | st.uuids().map(str)),
    )


@given(st.lists(any_entries(), max_size=4))
def test_whatever_was_written_is_read_back(entries):
    reader = replace(READER, regions=Regions((*CATALOGUE.all, OWN)))
    as_bytes = written(*entries).encode()
    assert read(as_bytes.decode(), reader) == entries


@given(st.lists(any_entries(), max_size=3))
def test_no_cell_starts_with_what_a_spreadsheet_would_run(entries):
    for cells in csv.reader(io.StringIO(written(*entries), newline="")):
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


# --- What is understood ---


def at_noon(place, intensity, **rest):
    return entry(place, intensity, felt_at=NOON, **rest)


@pytest.mark.parametrize("when", ["felt_at", "date"])
def test_three_columns_are_enough(when):
    assert read(f"{when},region,intensity\r\n2026-03-05,left heel,6\r\n") == [
        at_noon("left heel", 6)
    ]


@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_lines_may_end_as_on_any_system(line_end):
    lines = ["date,region,intensity", "2026-03-05,heel,6", "", "2026-03-05,neck,5", ""]
    assert rows(line_end.join(lines)) == [
        ReadRow(2, at_noon("heel", 6)),
        ReadRow(4, at_noon("neck", 5)),
    ]


def test_columns_may_be_in_any_order_and_case():
    assert read('"Note", INTENSITY ,Region,Date\n=6,6,heel,2026-03-05\n') == [
        at_noon("heel", 6, note="=6")
    ]


def test_no_rows_are_no_entries():
    assert rows("date,region,intensity") == []


def test_what_may_be_empty_may_be_empty():
    assert read(HEADER + ",2026-03-05,heel,,6,,,,,,,,\r\n") == [at_noon("heel", 6)]


@pytest.mark.parametrize(
    ("region", "side", "place"),
    [
        ("left heel", "", "left heel"),
        ("heel", "left", "left heel"),
        ("heel", "L", "left heel"),
        ("left heel", "left", "left heel"),
        ("Heel (both)", "", "both heel"),
        ("plantar fascia", "none", "heel"),
        ("'-heel-", "", "heel"),
    ],
)
def test_a_place_is_read_as_people_write_it(region, side, place):
    assert read(f"date,region,side,intensity\n2026-03-05,{region},{side},6\n") == [
        at_noon(place, 6)
    ]


@pytest.mark.parametrize(
    ("cells", "rating"), [("7/10", 7), (" 07 ", 7), ("7.0", 7), ("10", 10), ("0", 0)]
)
def test_a_rating_is_read_as_people_write_it(cells, rating):
    assert read(f"date,region,intensity\n2026-03-05,heel,{cells}\n") == [at_noon("heel", rating)]


def test_names_of_treatments_are_read_as_people_write_them():
    (found,) = read("date,region,intensity,treatments\n2026-03-05,heel,6,TPT;  heat ;tpt;\n")
    assert found == at_noon("heel", 6, treatments=["heat", "trigger point therapy"])


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-05", "2026-03-05T12:00:00+01:00"),
        (" 2026-03-05 ", "2026-03-05T12:00:00+01:00"),
        ("20260305", "2026-03-05T12:00:00+01:00"),
        ("2026-W10-4", "2026-03-05T12:00:00+01:00"),
        ("2025-07-05", "2025-07-05T12:00:00+02:00"),
        ("2026-03-05 21:30", "2026-03-05T21:30:00+01:00"),
        ("2026-03-05T00:00", "2026-03-05T00:00:00+01:00"),
        ("2026-03-05T21:30:15.9", "2026-03-05T21:30:15+01:00"),
        ("2026-03-05 213015,9", "2026-03-05T21:30:15+01:00"),
        ("2026-03-05 21.30", "2026-03-05T21:30:00+01:00"),
        ("2026-03-05T21,30", "2026-03-05T21:30:00+01:00"),
        ("2026-03-05T21.30Z", "2026-03-05T21:30:00+00:00"),
        ("2026-03-05t21,30-09:30", "2026-03-05T21:30:00-09:30"),
        ("2026-03-05T21:30Z", "2026-03-05T21:30:00+00:00"),
        ("2026-03-05T21:30-09:30", "2026-03-05T21:30:00-09:30"),
        ("2026-03-31", "2026-03-31T12:00:00+02:00"),
        ("2026-03-31T21:01", "2026-03-31T21:01:00+02:00"),
        ("2025-10-26T02:30", "2025-10-26T02:30:00+02:00"),
        ("1900-01-01T00:00+00:00", "1900-01-01T00:00:00+00:00"),
    ],
)
def test_a_time_is_local_unless_it_says_otherwise(text, moment):
    (found,) = read(f'date,region,intensity\n"{text}",heel,6\n')
    assert found.felt_at.isoformat() == moment


def test_a_time_is_that_of_the_machine_where_no_zone_is_given():
    (found,) = read("date,region,intensity\n2025-07-05,heel,6\n", replace(READER, zone=None))
    assert found.felt_at.isoformat() == "2025-07-05T12:00:00+02:00"


def test_before_noon_a_day_that_is_today_is_now():
    morning = replace(READER, now=datetime(2026, 3, 31, 8, 15, tzinfo=BERLIN))
    (found,) = read("date,region,intensity\n2026-03-31,heel,6\n", morning)
    assert found.felt_at == datetime(2026, 3, 31, 8, 15, tzinfo=BERLIN)


@pytest.mark.parametrize("text", [UID, UID.upper(), UID.replace("-", ""), f" {{{UID}}} "])
def test_a_uid_has_one_form(text):
    assert read(f"uid,date,region,intensity\n{text},2026-03-05,heel,6\n") == [
        at_noon("heel", 6, uid=UID)
    ]


def test_the_mark_that_a_spreadsheet_puts_at_the_start_is_skipped(painlog, tmp_path):
    saved = tmp_path / "pain.csv"
    saved.write_text("felt_at,region,intensity\r\n2026-03-05,heel,6\r\n", "utf-8-sig", newline="")
    assert painlog("import", str(saved)).code == 0
    assert painlog("export").out.splitlines()[1].split(",")[1:5] == [
        "2026-03-05T12:00:00+01:00",
        "heel",
        "",
        "6",
    ]


# --- What is refused ---


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ("2026-03-05", "has 1 cell; 3 are expected"),
        ("2026-03-05,heel", "has 2 cells; 3 are expected"),
        ("2026-03-05,heel,6,x", "has 4 cells; 3 are expected"),
        (",heel,6", "date is empty"),
        ("2026-03-05, ,6", "region is empty"),
        ("2026-03-05,heel,", "intensity is empty"),
        (
            "5.3.2026,heel,6",
            '"5.3.2026" is not a date or time such as 2026-03-05 or 2026-03-05T21:00+01:00',
        ),
        (
            "2026-02-30,heel,6",
            '"2026-02-30" is not a date or time such as 2026-03-05 or 2026-03-05T21:00+01:00',
        ),
        (
            "2026-03-05T21:00+24:00,heel,6",
            '"2026-03-05T21:00+24:00" is not a date or time such as 2026-03-05 or '
            "2026-03-05T21:00+01:00",
        ),
        (
            "2026-03-29T02:30,heel,6",
            "2026-03-29 02:30 did not exist here: the clocks were put forward then. Give a time "
            "before or after.",
        ),
        ("2026-04-01,heel,6", '"2026-04-01" is in the future'),
        ("2026-03-31T21:02,heel,6", '"2026-03-31T21:02" is in the future'),
        ("9999-12-31,heel,6", '"9999-12-31" is in the future'),
        ("9999-12-31T23:59:59,heel,6", '"9999-12-31T23:59:59" is in the future'),
        ("1899-12-31,heel,6", '"1899-12-31" is before 1900, where painlog starts'),
        ("0001-01-01,heel,6", '"0001-01-01" is before 1900, where painlog starts'),
        ("0001-01-01T00:00,heel,6", '"0001-01-01T00:00" is before 1900, where painlog starts'),
        (
            "1950-01-01T00:00+00:53:28,heel,6",
            '"1950-01-01T00:00+00:53:28" has an offset that is not in whole minutes',
        ),
        (
            "2026-03-05,left tailbone,6",
            "The tailbone has no left or right in painlog; leave the side out.",
        ),
        (
            "2026-03-05,heel,11",
            '"11" is not an intensity on the 0–10 scale. Type a whole number from 0 to 10, where '
            "0 is no pain and 10 is the worst pain imaginable.",
        ),
        (
            "2026-03-05,heel,6.5",
            '"6.5" is between whole numbers. To round it, and keep it in the note: --scale 0-10',
        ),
    ],
)
def test_a_bad_row_says_why(cells, why):
    assert reason(cells) == why


@pytest.mark.parametrize(
    "text", ["2026-03-05T21:30.5", "2026-03-05T2130.5", "2026-03-05 21.5", "2026-03-05 21.305"]
)
def test_a_fraction_of_anything_but_seconds_is_refused(text):
    assert reason(f'"{text}",heel,6').startswith(f'"{text}" is not a date or time such as ')


@pytest.mark.parametrize("text", ["2026-W10", "2026W10", "2026-W10T21:00"])
def test_a_week_is_no_day(text):
    assert reason(f"{text},heel,6").startswith(f'"{text}" is not a date or time such as ')


def test_an_intensity_before_needs_a_treatment():
    assert reason("2026-03-05,heel,6,8", "date,region,intensity,intensity_before") == (
        "An intensity before treatment needs a treatment: name one, or leave "
        "intensity_before empty."
    )


@pytest.mark.parametrize(
    ("column", "cell", "why"),
    [
        ("uid", "7", '"7" is not a uid. Leave it empty for a new one'),
        ("side", "up", '"up" is not a side. Type left, right or both.'),
        (
            "intensity_before",
            "-1",
            '"-1" is not an intensity on the 0–10 scale. Type a whole number from 0 to 10, where '
            "0 is no pain and 10 is the worst pain imaginable.",
        ),
        (
            "interference",
            "much",
            '"much" is not an interference on the 0–10 scale. Type a whole number from 0 to 10, '
            "where 0 is no interference with your day and 10 is complete interference.",
        ),
        (
            "note",
            "a\0b",
            "A text holds a null character, which cannot be stored; remove it.",
        ),
        (
            "qualities",
            "a\0b",
            "A text holds a null character, which cannot be stored; remove it.",
        ),
    ],
)
def test_a_bad_cell_says_why(column, cell, why):
    assert reason(f"2026-03-05,heel,6,{cell}", f"date,region,intensity,{column}") == why


def test_all_the_names_that_are_not_known_are_told_apart_from_the_reason():
    header = "date,region,intensity,treatments"
    (row,) = rows(f"{header}\n2026-03-05,moon,6,moonlight; heat; Sunshine; moonlight\n")
    assert row == ReadRow(
        2,
        reason='No region is called "moon"',
        unknown=(
            Unknown("region", "moon"),
            Unknown("treatment", "moonlight"),
            Unknown("treatment", "Sunshine"),
        ),
    )


def test_a_name_that_is_not_known_becomes_an_own_one_where_that_is_wanted():
    reader = replace(READER, add_unknown=True)
    text = (
        "date,region,intensity,treatments\n"
        "2026-03-05,Scar (left),6,Qigong\n2026-03-05,right scar,5,qigong; heat\n"
    )
    assert [(e.region, e.side, e.treatments) for e in read(text, reader)] == [
        ("Scar", "left", ("Qigong",)),
        ("Scar", "right", ("Qigong", "heat")),
    ]
    names = reader.names
    assert names.new_regions == {"Scar": Region("Scar", "optional", "own", own=True)}
    assert names.new_treatments == {"Qigong": Treatment("Qigong", own=True)}


def test_only_so_many_names_become_own_ones():
    reader = replace(READER, add_unknown=True)
    lines = "".join(f"2026-03-05,place {i:03}x,6\n" for i in range(201))
    *good, last = rows(f"date,region,intensity\n{lines}", reader)
    assert {row.reason for row in good} == {""}
    assert last.reason == ('"place 200x" is not known, and one import adds at most 200 new names')


def test_empty_cells_more_than_the_header_has_are_no_harm():
    assert read("date,region,intensity\n2026-03-05,heel,6,,\n,,,\n") == [at_noon("heel", 6)]


def test_two_sides_in_one_row_are_refused():
    assert reason("2026-03-05,left heel,right,6", "date,region,side,intensity") == (
        '"left heel" says left and --side says right; give one of them.'
    )


def test_every_row_is_judged_by_itself_and_has_its_own_line():
    assert rows(
        "date,region,intensity,note\r\n"
        '2026-03-05,heel,6,"first\r\nsecond\nthird"\r\n'
        "\r\n"
        "2026-03-05,heel,,\r\n"
        '2026-03-05,heel,5,"one\nmore"\r\n'
        "2026-03-05,,4,\r\n"
        "2026-03-05,neck,3,"
    ) == [
        ReadRow(2, at_noon("heel", 6, note="first\r\nsecond\nthird")),
        ReadRow(6, reason="intensity is empty", unrated=at_noon("heel", 0)),
        ReadRow(7, at_noon("heel", 5, note="one\nmore")),
        ReadRow(9, reason="region is empty"),
        ReadRow(10, at_noon("neck", 3)),
    ]


@pytest.mark.parametrize(
    ("header", "sentence"),
    [
        (
            "date,region,intensity,notes",
            f'The column "notes" is not known. Did you mean "note"? {EXPECTED}',
        ),
        ("date,region,intensity,", f'The column "" is not known. {EXPECTED}'),
        ("2026-03-05,heel,6", f'The column "2026-03-05" is not known. {EXPECTED}'),
        (
            "date,felt_at,region,intensity",
            "The header has felt_at and date. Keep one of them.",
        ),
        ("felt_at,region", f"The header lacks intensity. {EXPECTED}"),
        ("note", f"The header lacks felt_at (or date), region, intensity. {EXPECTED}"),
        ("", f"The header lacks felt_at (or date), region, intensity. {EXPECTED}"),
        (
            "date,region,intensity,Region",
            "The header has a column twice. Keep one of them.",
        ),
    ],
)
def test_a_header_that_cannot_be_used_is_refused(header, sentence):
    assert refusal(f"{header}\r\n2026-03-05,heel,6\r\n" if header else "") == sentence


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ('2026-03-05,heel,"6', 3, "unexpected end of data"),
        ('2026-03-05,"heel"s,6\r\n', 3, "',' expected after '\"'"),
        ('2026-03-05,heel,6\r\n2026-03-05,heel,"6\r\n', 4, "unexpected end of data"),
    ],
)
def test_what_is_not_csv_is_refused_with_its_line(text, line, what):
    said = refusal(f"date,region,intensity\r\n2026-03-05,heel,6\r\n{text}")
    assert said == f"Line {line} is not CSV ({what}). Nothing was imported."


def test_what_is_not_utf_8_is_refused():
    with (
        io.TextIOWrapper(
            io.BytesIO("date,region,intensity,note\n2026-03-05,heel,6,é\n".encode("latin-1")),
            encoding="utf-8",
            newline="",
        ) as file,
        pytest.raises(BadFileError) as refused,
    ):
        list(READER.rows(file))
    assert str(refused.value) == (
        "The file is not UTF-8 text. Save it as CSV UTF-8 and try again, or name its encoding "
        "with --encoding. Nothing was imported."
    )


def test_a_long_note_is_no_reason_to_refuse():
    long = at_noon("heel", 6, note="ache, " * 100_000)
    assert read(written(long)) == [long]


def test_rows_are_read_one_by_one():
    def lines():
        yield "date,region,intensity\n"
        yield "2026-03-05,heel,6\n"
        pytest.fail("read ahead")

    assert next(READER.rows(lines())) == ReadRow(2, at_noon("heel", 6))


def test_moments_compare_across_offsets():
    (found,) = read("date,region,intensity\n2026-03-05T11:00Z,heel,6\n")
    assert found.felt_at == NOON.astimezone(UTC)
