"""Rows of another program as entries, through a mapping."""

import unicodedata
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from builders import CATALOGUE, TREATED_WITH, entry
from painlog.errors import BadFileError
from painlog.formats.journal_csv import Reader
from painlog.formats.names import Unknown
from painlog.formats.read_row import ReadRow
from painlog.formats.table.columns import column, has_columns
from painlog.formats.table.mapping import parse_mapping
from painlog.formats.table.reader import MappedReader

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 31, 21, 0, tzinfo=BERLIN)
READER = Reader(CATALOGUE, TREATED_WITH, NOW, BERLIN)
NOON = datetime(2026, 3, 5, 12, tzinfo=BERLIN)
UID = "0f8fad5b-d9cb-469f-a165-70867728950e"
THREE = "felt_at=Date,region=Where,intensity=Pain"


def row(headings, cells, map_="", **options):
    mapping = parse_mapping([THREE, map_], **options)
    return MappedReader(READER, mapping, ["Date", "Where", "Pain", *headings]).row(7, cells)


def read(headings, cells, map_="", **options):
    found = row(headings, ["2026-03-05", "left heel", "6", *cells], map_, **options)
    assert found.reason == ""
    return found.entry


def rated(pain, **options):
    return row([], ["2026-03-05", "left heel", pain], **options)


def felt_at(date, clock="", **options):
    found = row(["Time"], [date, "heel", "6", clock], "time=Time", **options)
    return found.reason or found.entry.felt_at.isoformat(timespec="minutes")


def at_noon(**rest):
    return entry("left heel", 6, felt_at=NOON, **rest)


def test_columns_that_are_not_named_are_left_out():
    assert read(["Mood", "Weather"], ["low", "rain"]) == at_noon()


def test_a_column_may_be_named_by_its_number():
    assert read(["", "x"], ["dull", "calm"], "qualities=#4,note=#5") == at_noon(
        qualities=("dull",), note="x: calm"
    )


def test_a_list_of_another_program_is_cut_at_commas_bars_and_lines():
    cells = ["Heat, ibuprofen\nTPT", "dull | burning"]
    assert read(["Did", "Felt"], cells, "treatments=Did,qualities=Felt") == at_noon(
        treatments=["heat", "ibuprofen", "trigger point therapy"], qualities=("burning", "dull")
    )


def test_where_a_semicolon_stands_it_alone_cuts():
    assert read(["When"], ["cold, wet; at night"], "conditions=When").conditions == (
        *("at night", "cold, wet"),
    )


def test_a_list_of_painlogs_own_is_cut_as_painlog_writes_it():
    reader = MappedReader(
        READER,
        parse_mapping(["felt_at=felt_at,region=Where,intensity=Pain,conditions=Conditions"]),
        ["felt_at", "Where", "Pain", "Conditions"],
    )
    found = reader.row(2, ["2026-03-05", "heel", "6", "cold, wet"]).entry
    assert found.conditions == ("cold, wet",)


def test_a_list_of_another_program_is_cut_whatever_its_heading():
    assert read(["Triggers"], ["Stress, Weather"], "triggers=Triggers").triggers == (
        *("Stress", "Weather"),
    )


def test_a_list_in_brackets_is_cut():
    assert read(["Tags"], ['["stress", "sleep"]'], "triggers=Tags").triggers == ("sleep", "stress")
    assert read(["Tags"], ["[]"], "triggers=Tags").triggers == ()


def test_marks_that_joining_files_leaves_are_no_letters():
    assert read(["Note"], ["x"], "note=Note") == at_noon(note="x")
    found = row([], ["\ufeff2026-03-05", "heel\ufeff", "6"])
    assert found.reason == ""


def test_in_a_note_from_two_columns_of_one_heading_each_is_behind_it():
    assert read(["Notes", "Notes"], ["a", "b"], "note=#4+#5").note == "Notes: a\nNotes: b"


@pytest.mark.parametrize(
    ("clock", "felt"), [("0", "00:00"), ("9", "09:00"), ("23", "23:00"), ("2130", "21:30")]
)
def test_an_hour_alone_is_a_time(clock, felt):
    assert felt_at("2026-03-05", clock)[11:16] == felt


def test_no_hour_is_after_23():
    assert felt_at("2026-03-05", "24") == '"24" is not a time of day such as 21:30 or 9:30 pm'


@pytest.mark.parametrize(
    ("date", "format_", "felt"),
    [
        ("46086", "excel", "2026-03-05T12:00"),
        ("46086.875", "excel", "2026-03-05T21:00"),
        ("46086.3333333333333", "excel", "2026-03-05T08:00"),
        ("46095,8645833333", "Excel", "2026-03-14T20:45"),
        ("1772740800", "unix", "2026-03-05T21:00"),
        ("1772740800123", "unix", "2026-03-05T21:00"),
        ("5. März 2026", "%d. %B %Y", "2026-03-05T12:00"),
        ("05. Mrz 2026", "%d. %b %Y", "2026-03-05T12:00"),
        ("5 févr. 2026", "%d %b. %Y", "2026-02-05T12:00"),
        ("jueves 5 marzo 2026", "%A %d %B %Y", "2026-03-05T12:00"),
        ("3/5/2026 9:05:09 p. m.", "%m/%d/%Y %I:%M:%S %p", "2026-03-05T21:05"),
    ],
)
def test_dates_in_other_forms_are_read(date, format_, felt):
    assert felt_at(date, date_format=format_)[:16] == felt


def test_a_part_of_a_day_is_a_time_beside_a_day_that_a_spreadsheet_counts():
    assert felt_at("46086", "0.875", date_format="excel")[:16] == "2026-03-05T21:00"


@pytest.mark.parametrize(
    ("began", "ended", "until"),
    [
        ("46085.9166666667", "46086", "2026-03-05T00:00"),
        ("46085", "46086", "2026-03-05T12:00"),
        ("46085.9166666667", "46085", None),
    ],
)
def test_a_whole_number_ends_at_midnight_what_began_at_a_time(began, ended, until):
    found = row(["End"], [began, "heel", "6", ended], "until=End", date_format="excel").entry
    assert (found.until and found.until.isoformat()[:16]) == until


@pytest.mark.parametrize(
    ("date", "format_", "counted"),
    [
        ("5.3.2026", "excel", "the days that a spreadsheet counts"),
        ("soon", "unix", "seconds, or thousandths, since 1970"),
    ],
)
def test_what_is_no_number_counts_nothing(date, format_, counted):
    said = felt_at(date, date_format=format_)
    assert said == f'"{date}" is not a date written as {counted}'


def test_two_digits_of_a_year_mean_what_they_mean_where_a_date_is_typed():
    assert felt_at("28.02.31", date_format="%d.%m.%y") == '"2031-02-28" is in the future'
    assert felt_at("28.02.32", date_format="%d.%m.%y") == "1932-02-28T12:00+01:00"
    assert felt_at("28.02.25", date_format="%d.%m.%y") == "2025-02-28T12:00+01:00"
    # A Sunday in 1932, and a Saturday in 2032.
    assert felt_at("So 28.02.32", date_format="%a %d.%m.%y") == "1932-02-28T12:00+01:00"


@pytest.mark.parametrize("word", ["Mean", "Total:", "Average pain", "Durchschnitt"])
def test_a_row_that_sums_up_others_is_named_as_such(word):
    word = word.strip()
    said = row([], [word, "heel", "6"]).reason
    assert said == f'"{word}" looks like a sum or mean of days, not a day'


def test_a_row_without_a_date_names_the_column():
    assert row([], ["", "heel", "6"]).reason == 'has no date in "Date"'


def test_a_comma_in_a_number_cuts_nothing():
    unknown = row(["Did"], ["2026-03-05", "heel", "6", "Voltaren 0,5 g, none"], "treatments=Did")
    assert unknown.unknown == (Unknown("treatment", "Voltaren"),)


def test_several_treatments_in_a_cell_keep_their_doses():
    entry = read(["Did"], ["Ibuprofen 0,5 g, heat, 50mg Imigran, none"], "treatments=Did")
    assert entry.treatments == ("heat", "ibuprofen", "sumatriptan")
    assert [(name, dose.written) for name, dose in entry.doses] == [
        ("ibuprofen", "0.5 g"),
        ("sumatriptan", "50 mg"),
    ]


def test_several_columns_make_one_list():
    assert read(["A", "B"], ["heat", "rest, heat"], "treatments=A+B").treatments == ("heat", "rest")


def test_a_note_of_several_columns_has_their_headings():
    assert read(["A", "B", "C"], ["fine", " ", "low"], "note=C+B+A").note == "C: low\nA: fine"
    assert read(["Notes"], ["  as it is "], "note=Notes").note == "  as it is "


def test_words_are_translated_whole_and_in_lists_each():
    assert read(
        ["Did", "Side"],
        ["Wärme,  Ruhe", ""],
        "treatments=Did,side=Side",
        values=["treatments:WÄRME=heat,Ruhe=rest", "region:left heel=right knee"],
    ) == entry("right knee", 6, felt_at=NOON, treatments=["heat", "rest"])
    assert read(
        ["Did"], ["all of it"], "treatments=Did", values=['treatments:all of it="heat; rest"']
    ).treatments == ("heat", "rest")


def test_a_word_may_stand_for_nothing():
    assert read(["Did"], ["n/a"], "treatments=Did", values=["treatments:n/a="]) == at_noon()


def test_a_word_for_a_rating_is_kept_in_the_note():
    assert rated("Moderate", values=["intensity:moderate=5"]).entry == entry(
        "left heel", 5, felt_at=NOON, note="original: Moderate"
    )


def test_a_rating_on_another_scale_is_converted_and_kept_in_the_note():
    headings = ["Before", "Life", "Did", "Note"]
    found = row(
        headings,
        ["2026-03-05", "left heel", "63", "80", "3", "heat", "late"],
        "before=Before,interference=Life,treatments=Did,note=Note",
        scales=["0-100", "interference:0-4"],
    )
    assert found.entry == entry(
        "left heel",
        6,
        felt_at=NOON,
        before=8,
        interference=8,
        treatments=["heat"],
        note="late\noriginal: 63 on 0–100\noriginal before: 80 on 0–100\n"
        "original interference: 3 on 0–4",
    )


def test_a_fraction_is_rounded_only_when_that_is_said():
    assert rated("6,5").reason == (
        '"6,5" is between whole numbers. To round it, and keep it in the note: --scale 0-10'
    )
    assert rated("6,5", scales=["0-10"]).entry == entry(
        "left heel", 7, felt_at=NOON, note="original: 6,5 on 0–10"
    )
    assert rated("6,0").entry == at_noon()
    assert rated("60 %").reason == (
        '"60 %" is a percentage. To convert it, and keep it in the note: --scale 0-100'
    )
    limited = row(["Limit"], ["2026-03-05", "heel", "6", "3.33333333333"], "interference=Limit")
    assert limited.reason.endswith("keep it in the note: --scale interference:0-10")


def test_a_rating_off_its_scale_is_bad():
    assert rated("11", scales=["0-10"]).reason == '"11" is off the scale 0–10'
    assert rated("101", scales=["0-100"]).reason == '"101" is off the scale 0–100'
    assert rated("10,5").reason.startswith('"10,5" is not an intensity on the 0–10 scale.')


def test_a_default_stands_where_a_row_says_nothing():
    options = {"defaults": ["region=lower back,intensity=4,side=left,note=from an app"]}
    assert row([], ["2026-03-05", "", ""], **options).entry == entry(
        "left lower back", 4, felt_at=NOON, note="from an app"
    )
    assert rated("6", defaults=["region=neck"]).entry == at_noon()


@pytest.mark.parametrize(
    ("date", "clock", "moment"),
    [
        ("2026-03-05", "9:30 PM", "2026-03-05T21:30+01:00"),
        ("2026-03-05", "9:30 p.m.", "2026-03-05T21:30+01:00"),
        ("2026-03-05", "12 AM", "2026-03-05T00:00+01:00"),
        ("2026-03-05", "21.30 Uhr", "2026-03-05T21:30+01:00"),
        ("2026-03-05", "21:30:15.250", "2026-03-05T21:30+01:00"),
        ("2026-03-05", "1899-12-30 21:30:00", "2026-03-05T21:30+01:00"),
        ("2026-03-05 00:00:00", "21:30", "2026-03-05T21:30+01:00"),
        ("2026-03-05", "", "2026-03-05T12:00+01:00"),
        ("2026-03-05T08:15-05:00", "", "2026-03-05T08:15-05:00"),
    ],
)
def test_a_date_and_a_time_of_day_make_a_moment(date, clock, moment):
    assert felt_at(date, clock) == moment


@pytest.mark.parametrize(
    ("format_", "date", "moment"),
    [
        ("%d/%m/%Y", "05/03/2026", "2026-03-05T12:00+01:00"),
        ("%m/%d/%y", "3/5/26", "2026-03-05T12:00+01:00"),
        ("%d.%m.%Y %H:%M", "05.03.2026 21:30", "2026-03-05T21:30+01:00"),
        ("%d.%m.%Y %H:%M %z", "05.03.2026 21:30 -0500", "2026-03-05T21:30-05:00"),
        ("%B %d, %Y %I:%M %p", "March 5, 2026 9:30\u202fPM", "2026-03-05T21:30+01:00"),
    ],
)
def test_a_date_is_read_as_its_format_says(format_, date, moment):
    assert felt_at(date, date_format=format_) == moment


@pytest.mark.parametrize(
    ("date", "clock", "why"),
    [
        ("", "21:30", 'has no date in "Date"'),
        (
            "05/03/2026",
            "21:30",
            '"05/03/2026" is not a date such as 2026-03-05; say how it is written with '
            "--date-format",
        ),
        ("2026-03-05", "evening", '"evening" is not a time of day such as 21:30 or 9:30 pm'),
        ("2026-03-05", "25:00", '"25:00" is not a time of day such as 21:30 or 9:30 pm'),
        ("2026-03-05 08:00", "21:30", '"2026-03-05 08:00" and "21:30" both give a time of day'),
        ("2026-03-31", "22:00", '"2026-03-31T22:00:00" is in the future'),
        (
            "2026-03-29",
            "2:30",
            "2026-03-29 02:30 did not exist here: the clocks were put forward then. Give a time "
            "before or after.",
        ),
    ],
)
def test_a_moment_that_cannot_be_says_why(date, clock, why):
    assert felt_at(date, clock) == why


def test_a_date_that_is_not_as_its_format_says_is_bad():
    assert felt_at("03/2026", date_format="%d/%m/%Y") == (
        '"03/2026" is not a date written day/month/year'
    )
    assert felt_at("Mo, 05.03.2026", date_format="%a, %d.%m.%Y") == (
        '"Mo, 05.03.2026" names the wrong weekday: 2026-03-05 is a Thursday'
    )


def test_a_format_is_about_the_day_of_dates_that_are_not_dates_already():
    assert felt_at("05.03.2026", date_format="%d.%m.%Y") == "2026-03-05T12:00+01:00"
    assert felt_at("2026-03-05", date_format="%d.%m.%Y") == "2026-03-05T12:00+01:00"
    assert felt_at("2026-03-05", "20 Uhr", date_format="%d.%m.%Y") == "2026-03-05T20:00+01:00"
    assert felt_at("05.03.2026 21:30", date_format="%d.%m.%Y") == "2026-03-05T21:30+01:00"
    assert felt_at("05.03.2026", date_format="%a, %d.%m.%Y %H:%M") == "2026-03-05T12:00+01:00"
    assert felt_at("Do 05.03.2026 20 Uhr", date_format="%d.%m.%Y") == "2026-03-05T20:00+01:00"
    assert felt_at("05/03/2026", date_format="%d.%m.%Y").endswith("written day.month.year")
    assert felt_at("1772744400", date_format="excel").endswith(
        "as the days that a spreadsheet counts"
    )
    assert felt_at("2026-03-05T21:30:00", date_format="excel") == "2026-03-05T21:30+01:00"
    assert felt_at("2026-03-05", date_format="%Y-%d-%m").endswith("is in the future")


def test_every_unknown_name_is_told_whatever_else_is_wrong():
    found = row(["Did"], ["soon", "Kreuz", "x", "Voltaren, heat"], "treatments=Did")
    assert found == ReadRow(
        7,
        reason='No region is called "Kreuz"',
        unknown=(Unknown("region", "Kreuz"), Unknown("treatment", "Voltaren")),
    )


def test_a_cell_that_is_kept_from_running_is_let_go():
    assert read(["Note"], ["'=1+1"], "note=Note").note == "=1+1"


@pytest.mark.parametrize("cells", [["2026-03-05", "heel"], ["2026-03-05", "heel", "6", "x"]])
def test_a_row_of_another_width_is_bad(cells):
    assert row([], cells).reason == f"has {len(cells)} cells; 3 are expected"


def test_cells_without_a_heading_may_be_missing():
    assert row(["", " "], ["2026-03-05", "left heel", "6"]).entry == at_noon()
    assert row(["", " "], ["2026-03-05", "left heel", "6", "", "", ""]).entry == at_noon()


def test_letters_that_look_alike_are_alike():
    decomposed = unicodedata.normalize("NFD", "Körper")
    found = MappedReader(
        READER,
        parse_mapping([f"{THREE},treatments=Körper"], ["treatments:Wärme=heat"]),
        ["Date", "Where", "Pain", decomposed],
    ).row(2, ["2026-03-05", "left heel", "6", unicodedata.normalize("NFD", "wärme")])
    assert found.entry == at_noon(treatments=["heat"])


def test_a_column_is_found_by_its_heading_first_to_the_letter():
    assert column(["pain", "Pain"], "Pain") == 1
    assert column(["Date", " Pain\n level "], "pain LEVEL") == 1
    assert column(["#2", "x"], "#2") == 0
    assert column(["a", "b"], "#2") == 1


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (
            "Pian",
            'The file has no column "Pian". Did you mean "Pain"? Its columns: Pain, Date, Date.',
        ),
        ("#9", 'The file has no column "#9". Its columns: Pain, Date, Date.'),
        (
            "Date",
            '2 columns are called "Date". Name the one you mean by its number, as in: #2 or #3',
        ),
    ],
)
def test_a_column_that_cannot_be_found_is_refused(wanted, sentence):
    with pytest.raises(BadFileError) as refused:
        column(["Pain", "Date", "Date"], wanted)
    assert str(refused.value) == sentence


def test_a_row_of_headings_has_all_that_a_mapping_names():
    mapping = parse_mapping(["felt_at=Date,note=#3"])
    assert has_columns(["date ", "x", "y"], mapping)
    assert not has_columns(["My diary", ""], mapping)


def ended(headings, cells, map_, **options):
    found = row(headings, ["2026-03-05 20:00", "head", "6", *cells], map_, **options)
    until = found.entry.until if found.entry else None
    return found.reason or (until and until.isoformat(timespec="minutes"))


def test_an_end_beside_a_beginning_that_cannot_be_read_is_a_bad_row():
    found = row(["End"], ["5th of never", "heel", "6", "2026-03-06 10:00"], "until=End")
    assert found.reason.startswith('"5th of never" is not a date such as 2026-03-05')


@pytest.mark.parametrize(
    ("cell", "until"),
    [
        ("2026-03-05 23:30", "2026-03-05T23:30+01:00"),
        ("23:30", "2026-03-05T23:30+01:00"),
        ("11:30 pm", "2026-03-05T23:30+01:00"),
        # Earlier than it began: on the next day.
        ("06:30", "2026-03-06T06:30+01:00"),
        ("2026-03-07", "2026-03-07T12:00+01:00"),
        ("2026-03-05", None),
        ("20:00", None),
        ("", None),
        ("2026-03-04 10:00", '"2026-03-04T10:00:00" is not after the time at which it began'),
        ("later", '"later" is not a date such as 2026-03-05; say how it is written with '),
    ],
)
def test_the_end_of_an_attack_is_read_as_people_write_it(cell, until):
    found = ended(["End"], [cell], "until=End")
    assert found == until or (until and found.startswith(until))


def test_the_end_may_have_a_date_and_a_time_of_its_own():
    headings, cells = ["To", "At"], ["2026-03-06", "04:00"]
    assert ended(headings, cells, "until=To+At") == "2026-03-06T04:00+01:00"


def test_an_end_is_written_like_the_beginning_or_longer():
    found = row(
        *(["End"], ["05/03/2026", "head", "6", "06/03/2026 10:00"], "until=End"),
        date_format="%d/%m/%Y",
    )
    assert found.entry.until.isoformat(timespec="minutes") == "2026-03-06T10:00+01:00"


def test_an_end_at_a_time_needs_a_time_at_which_it_began():
    found = row(["End"], ["2026-03-05", "head", "6", "23:30"], "until=End")
    assert "nothing says at what time it began" in found.reason


@pytest.mark.parametrize(
    ("heading", "cell", "unit", "until"),
    [
        ("Duration (h)", "2.5", [], "2026-03-05T22:30+01:00"),
        ("Duration (min)", "90", [], "2026-03-05T21:30+01:00"),
        ("Duration", "90", ["lasted=minutes"], "2026-03-05T21:30+01:00"),
        ("Duration", "2d 03h 00m", [], "2026-03-07T23:00+01:00"),
        ("Duration (h)", "0", [], None),
        ("Duration", "", [], None),
        ("Duration", "90", [], '"90" is a number without a unit. Say what it counts: --unit '),
        ("Duration", "40 days", [], "It would end at 2026-04-14 21:00, which is in the future"),
    ],
)
def test_the_length_of_an_attack_gives_its_end(heading, cell, unit, until):
    found = ended([heading], [cell], f"lasted={heading}", units=unit)
    assert found == until or (until and found.startswith(until))


def test_the_clocks_put_forward_make_no_attack_longer():
    found = row(["For"], ["2026-03-28 23:00", "head", "6", "6 h"], "lasted=For")
    assert found.entry.until.isoformat(timespec="minutes") == "2026-03-29T06:00+02:00"
    assert found.entry.lasted == timedelta(hours=6)


def test_a_length_stands_back_behind_a_written_end():
    found = ended(["End", "For"], ["22:00", "5 h"], "until=End,lasted=For")
    assert found == "2026-03-05T22:00+01:00"


def test_several_medicines_in_a_cell_have_their_own_doses():
    for cell in (
        "ibuprofen 400mg, paracetamol 1g",
        "ibuprofen 400mg; paracetamol 1g",
        "ibuprofen 400mg/paracetamol 1g",
        "ibuprofen 400mg and paracetamol 1g",
        "400mg ibuprofen + 1 g paracetamol",
        "ibuprofen 400mg\nparacetamol 1g",
    ):
        found = read(["Meds"], [cell], "treatments=Meds")
        assert [use.what for use in found.uses] == ["ibuprofen 400 mg", "paracetamol 1 g"]


def test_a_dose_may_have_a_column_and_its_unit_another():
    for headings, cells, map_ in (
        (["Meds", "Dose"], ["ibuprofen", "400 mg"], "treatments=Meds,dose=Dose"),
        (["Meds", "Dose (mg)"], ["ibuprofen", "400"], "treatments=Meds,dose=Dose (mg)"),
        (["Meds", "Dose", "Unit"], ["ibuprofen", "400", "mg"], "treatments=Meds,dose=Dose+Unit"),
    ):
        assert read(headings, cells, map_).uses[0].what == "ibuprofen 400 mg"


def test_a_dose_without_a_treatment_is_kept_in_the_note():
    map_ = "treatments=Meds,dose=Dose"
    assert read(["Meds", "Dose"], ["none", "400 mg"], map_).note == "Dose: 400 mg"
    assert read(["Meds", "Dose"], ["", "0"], map_).note == ""


def test_a_word_that_means_a_treatment_keeps_the_dose_beside_it():
    values = ["treatments:Brufen X=ibuprofen,Foo="]
    found = read(["Meds"], ["Brufen X 400 mg, Foo 3 mg"], "treatments=Meds", values=values)
    assert [use.what for use in found.uses] == ["ibuprofen 400 mg"]


def test_a_note_of_a_column_that_is_no_note_says_what_it_is():
    assert read(["Trigger"], ["heat wave"], "note=Trigger").note == "Trigger: heat wave"
    assert read(["Notes"], ["heat wave"], "note=Notes").note == "heat wave"


def used(cells, map_="treatments=Meds,note=Why", **options):
    mapping = parse_mapping(["felt_at=Date,region=Where", map_], uses=True, **options)
    return MappedReader(READER, mapping, ["Date", "Where", "Meds", "Why"]).row(7, cells)


def test_a_row_without_a_rating_is_what_was_used():
    found = used(["2026-03-05 20:00", "left knee", "ibuprofen 400mg, heat", "a walk"])
    assert found.entry is None
    assert [(use.what, use.place, use.note) for use in found.uses] == [
        ("heat", "left knee", "Why: a walk"),
        ("ibuprofen 400 mg", "left knee", "Why: a walk"),
    ]
    assert found.uses[0].used_at.isoformat(timespec="minutes") == "2026-03-05T20:00+01:00"
    assert used(["2026-03-05", "", "heat", ""]).uses[0].place is None


def test_a_row_without_treatment_holds_no_use():
    found = used(["2026-03-05", "", "none", ""])
    assert (found.lacks, found.may_lack) == ('no treatment in "Meds"', True)


def test_what_a_use_has_no_field_for_is_kept_in_its_note():
    found = used(["2026-03-05", "", "heat", "stress"], "treatments=Meds,triggers=Why")
    assert found.uses[0].note == "Why: stress"


def test_rows_with_a_rating_stay_entries_among_uses():
    mapping = parse_mapping([f"{THREE},treatments=Meds"], uses=True)
    reader = MappedReader(READER, mapping, ["Date", "Where", "Pain", "Meds"])
    rated_, taken = (reader.row(2, ["2026-03-05", "knee", pain, "heat"]) for pain in ("6", ""))
    assert rated_.entry.intensity == 6
    assert [use.treatment for use in taken.uses] == ["heat"]


def places(cell):
    found = row(["uid"], ["2026-03-05", cell, "6", UID], "uid=uid", split=["region"])
    return [entry.place for entry in (found.entry, *found.further)], found


def test_a_cell_with_several_regions_is_an_entry_for_each():
    assert places("Head, left hip")[0] == ["head", "left hip"]
    assert places("head and neck")[0] == ["head", "neck"]
    assert places("Heel, left")[0] == ["left heel"]
    assert places("head, head")[0] == ["head"]
    _, found = places("head; neck")
    assert [entry.uid for entry in found.things] == [UID, ""]
    one = row([], ["2026-03-05", "head, moon", "6"], split=["region"])
    assert one.unknown == (Unknown("region", "moon"),)


def test_what_was_used_for_several_regions_was_used_once():
    found = used(["2026-03-05", "head, neck", "heat", ""], split=["region"])
    assert [(use.place, use.note) for use in found.uses] == [(None, "Where: head, neck")]
