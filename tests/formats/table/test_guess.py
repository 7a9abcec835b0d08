"""What an unknown table may mean: from its headings, from its values, with why."""

import io
from datetime import date

import pytest

from builders import CATALOGUE, TREATED_WITH
from painlog.formats.names import KnownNames
from painlog.formats.table.guess import guess_table, looks_like_data
from painlog.formats.table.guess_columns import ColumnGuess
from painlog.formats.table.header import find_table
from painlog.formats.table.mapping import TableMapping, parse_mapping
from painlog.formats.table.scale import Scale
from painlog.formats.table.vocabulary import field_of, near_field, span_of
from painlog.model.region import label

TODAY = date(2026, 3, 31)
UID = "0f8fad5b-d9cb-469f-a165-70867728950e"


def guess(text, given=TableMapping()):  # noqa: B008 - it is frozen
    table = find_table(io.BytesIO(text.encode()), given)
    return guess_table(table, given, KnownNames(CATALOGUE, TREATED_WITH), TODAY)


def asked(heading, *values, given=TableMapping(), field="Date,Where"):  # noqa: B008 - it is frozen
    rows = "".join(f"2026-03-05,neck,{value}\n" for value in values)
    found = guess(f"{field},{heading}\n{rows}", given)
    return found.mapping, found.questions


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        *(
            ("Date", "felt_at"),
            ("Datum", "felt_at"),
            ("Date/Time", "felt_at"),
            ("Fecha", "felt_at"),
        ),
        *(("Time", "time"), ("Uhrzeit", "time"), ("heure", "time"), ("Tijd", "time")),
        *(("Location", "region"), ("Body part", "region"), ("bodyPart", "region")),
        *(("Körperstelle", "region"), ("Localización", "region"), ("Lichaamsdeel", "region")),
        *(("Pain level", "intensity"), ("pain_level", "intensity"), ("Pain (0-10)", "intensity")),
        *(
            ("Schmerzstärke", "intensity"),
            ("SCHMERZSTAERKE", "intensity"),
            ("VAS 0-100", "intensity"),
        ),
        *(("Intensité de la douleur", "intensity"), ("Nivel de dolor", "intensity")),
        *(("Pijnscore", "intensity"), ("Severity [1-5]", "intensity")),
        *(("Pain after", "intensity"), ("Pain positions", "region"), ("Started", "felt_at")),
        *(("Pain before", "intensity_before"), ("Seite", "side"), ("Côté", "side")),
        *(
            ("Medication", "treatments"),
            ("Medikamente", "treatments"),
            ("Traitement", "treatments"),
        ),
        *(
            ("Notes", "note"),
            ("Bemerkungen", "note"),
            ("Commentaire", "note"),
            ("Opmerking", "note"),
        ),
        *(("Trigger", "triggers"), ("Pain type", "qualities"), ("Diagnosis", "conditions")),
        *(("UUID", "uid"), ("ID", None), ("Mood", None), ("", None), ("Weather", None)),
    ],
)
def test_a_heading_tells_what_its_column_is_for(heading, field):
    assert field_of(heading) == field


def test_a_heading_that_is_written_a_little_differently_is_almost_that():
    assert [near_field(t) for t in ("Intesity", "Commments", "Mood")] == ["intensity", "note", None]


def test_a_heading_may_name_its_scale():
    assert [str(span_of(t)) for t in ("Pain (0-100)", "NRS 1–5", "Pain", "2026-03")] == [
        *("0–100", "1–5", "None", "None")
    ]


def test_headings_come_first_and_each_column_says_why():
    found = guess("Date,Pain,Where,Mood,Severity,Notes,Comments\n2026-03-05,6,neck,low,3,a,b\n")
    assert found.columns == (
        ColumnGuess("Date", "felt_at", "its name"),
        ColumnGuess("Pain", "intensity", "its name"),
        ColumnGuess("Where", "region", "its name"),
        ColumnGuess("Mood", None, "nothing that painlog keeps", for_note=True),
        ColumnGuess("Severity", None, 'intensity is already "Pain"', for_note=True),
        ColumnGuess("Notes", "note", "its name"),
        ColumnGuess("Comments", "note", "its name"),
    )
    assert found.mapping == parse_mapping(
        ["felt_at=Date,region=Where,intensity=Pain,note=Notes+Comments"]
    )
    equal, kept = found.questions
    assert equal.startswith('"Pain" and "Severity" could both be intensity; painlog takes "Pain".')
    assert kept.startswith('"Mood", "Severity" would not be kept.')
    assert kept.endswith("add: --map note=Mood+Severity")


def test_values_tell_where_headings_do_not():
    found = guess(
        "A;B;C;D;E;F;G;H\n"
        f"{UID};2026-03-05;9:30 PM;links;left heel;heat, ice;Intesity;\n"
        f"{UID};2026-03-06;9 AM;R;neck;TPT;x;\n"
    )
    assert found.columns == (
        ColumnGuess("A", "uid", "its values are UUIDs"),
        ColumnGuess("B", "felt_at", "its values are dates"),
        ColumnGuess("C", "time", "its values are times of day"),
        ColumnGuess("D", "side", "its values are sides"),
        ColumnGuess("E", "region", "its values are regions"),
        ColumnGuess("F", "treatments", "its values are treatments"),
        ColumnGuess("G", None, "nothing that painlog keeps", for_note=True),
        ColumnGuess("H", None, "it is empty"),
    )


def test_a_column_that_is_called_time_alone_is_the_date_too():
    found = guess("Time,Pain,Site\n2026-03-05 21:30,6,neck\n")
    assert found.columns[0] == ColumnGuess("Time", "felt_at", "its name")


def test_a_heading_that_cannot_be_typed_is_named_by_its_number():
    long = "Pain " + "x" * 80
    found = guess(f'Date,Date,"Where\x07?",,{long}\n2026-03-05,2026-03-05,neck,heat,6\n')
    assert found.mapping == parse_mapping(["felt_at=#1,region=#3,treatments=#4"], uses=True)


def test_words_of_intensity_are_given_numbers_to_check():
    mapping, questions = asked("Pain", "None", "mild", "Moderate", "awful", "severe", "mild")
    assert mapping.values == (
        ("intensity", "None", "0"),
        ("intensity", "mild", "3"),
        ("intensity", "Moderate", "5"),
        ("intensity", "awful", "?"),
        ("intensity", "severe", "8"),
    )
    assert questions == ('"Pain" holds words: check which number from 0 to 10 each stands for',)


def test_words_that_were_given_numbers_are_not_asked_about():
    given = parse_mapping(values=["intensity:MILD=2"])
    assert asked("Pain", "mild", "4", given=given)[0].values == (("intensity", "MILD", "2"),)


def test_words_for_sides_are_given_their_meaning():
    found = guess("Date,Where,Pain,Seite\n2026-03-05,heel,6,links\n2026-03-06,heel,5,right\n")
    assert found.mapping.values == (("side", "links", "left"),)


@pytest.mark.parametrize(
    ("heading", "values", "scales", "unsure"),
    [
        ("Pain", ["0", "6,0", "10/10"], [], ()),
        ("Pain", ["6.5", "3"], ["0-10"], ()),
        ("Pain (0-100)", ["6", "3"], ["0-100"], ()),
        ("Pain", ["63", "7"], ["0-100"], ("0–100",)),
        ("Pain", ["3/5"], ["0-5"], ("0–5",)),
        ("Pain", ["630"], ["0-631"], ("0–631",)),
    ],
)  # fmt: skip
def test_numbers_that_are_not_on_painlogs_scale_ask_for_one(heading, values, scales, unsure):
    mapping, said = asked(heading, *values)
    assert mapping.scales == parse_mapping(scales=scales).scales
    assert said == tuple(
        f'Is "Pain" on the scale {scale}? If not, give another with --scale' for scale in unsure
    )


def test_a_scale_that_was_said_is_not_asked_about():
    given = parse_mapping(scales=["0-40"])
    assert asked("Pain", "33", given=given) == (
        parse_mapping(["felt_at=Date,region=Where,intensity=Pain"], scales=["0-40"]),
        (),
    )


def test_the_date_format_is_found_from_all_values():
    found = guess("Date,Pain,Site\n01/02/2026,6,neck\n13/02/2026,5,neck\n")
    assert found.mapping.date_format == "%d/%m/%Y"


def test_where_the_dates_do_not_tell_it_is_a_question():
    found = guess("Date,Pain,Site\n01/02/2025,6,neck\n02/02/2025,5,neck\n")
    assert found.mapping.date_format == ""
    (question,) = found.questions
    assert question.startswith('"01/02/2025" (line 2) can be 1 February 2025 or 2 January 2025')


def test_dates_that_are_not_understood_are_a_question():
    found = guess("Date,Pain,Site\n5 de marzo de 2026,6,neck\n")
    assert found.questions == (
        'How are the dates of "Date" written? Say so with --date-format, as in %d.%m.%Y',
    )


def test_a_few_rows_without_a_date_are_no_question():
    found = guess("Date,Pain,Site\n2026-03-05,6,neck\n2026-03-06,6,neck\nMean,6,neck\n")
    assert (found.mapping.date_format, found.questions) == ("", ())


@pytest.mark.parametrize(
    ("dates", "format_"),
    [
        (("5. März 2026", "25. Mai 2026"), "%d. %B %Y"),
        (("46086", "46087.34375"), "excel"),
        (("1772744400", "1772830800"), "unix"),
        (("1772744400000",), "unix"),
    ],
)
def test_dates_in_other_forms_are_told(dates, format_):
    rows = "".join(f"{date},6,neck\n" for date in dates)
    assert guess(f"Date,Pain,Site\n{rows}").mapping.date_format == format_


def test_numbers_under_an_unknown_heading_are_no_dates():
    assert guess("Steps,Pain,Site\n46086,6,neck\n").columns[0].field is None


def test_when_it_ended_is_no_time_at_which_it_was_felt():
    found = guess(
        "Start Date,Start Time,End Date,End Time,Pain,Site\n"
        "3/19/2026,10:00 PM,3/20/2026,4:00 AM,8,neck\n"
    )
    assert [column.field for column in found.columns] == [
        *("felt_at", "time", "until", "until", "intensity", "region")
    ]


def test_a_start_time_beside_a_date_is_the_time():
    found = guess("Date,Start Time,End Time,Pain,Site\n2026-03-05,14:30,18:45,7,neck\n")
    assert found.mapping.columns[:2] == (("felt_at", "Date"), ("time", "Start Time"))


def test_columns_that_are_called_like_regions_are_taken_in_one_by_one():
    found = guess("Date,Head,Left knee,Mood,Notes\n2026-03-05,3,,4,x\n2026-03-06,,1,4,\n")
    shared = (("felt_at", "Date"), ("note", "Notes"))
    assert [found.mapping, *found.others] == [
        TableMapping((*shared, ("intensity", heading)), defaults=(("region", heading),))
        for heading in ("Head", "Left knee")
    ]


def test_each_column_that_is_called_like_a_region_has_its_own_scale():
    text = "Date,Neck,Knee,Hip\n2026-03-05,6/10,3/5,63\n"
    found = [guess(text).mapping, *guess(text).others]
    assert [mapping.options()["scale"] for mapping in found] == [[], ["0-5"], ["0-100"]]
    said = guess(text, parse_mapping(scales=["0-40"]))
    assert [mapping.options()["scale"] for mapping in (said.mapping, *said.others)] == [
        *(["0-40"], ["0-40"], ["0-40"])
    ]


def test_pain_of_no_one_region_is_asked_about_after_the_others():
    found = guess("Date,Back pain,Morning pain,Left knee\n2026-03-05,3/5,4,6\n")
    options = [mapping.options() for mapping in (found.mapping, *found.others)]
    assert [(o["map"][0].split("=")[-1], o["default"][0], o["scale"]) for o in options] == [
        ("Left knee", "region=Left knee", []),
        ("Back pain", "region=NAME", ["0-5"]),
        ("Morning pain", "region=NAME", []),
    ]
    say = "Say so with --default region=NAME; to see all regions: painlog regions"
    assert found.questions[1:] == (
        f'Which region is "Back pain" about: middle back, lower back or upper back? {say}',
        f'Which region is "Morning pain" about? {say}',
    )
    alone = guess("Date,Mood,Back pain\n2026-03-05,3,4\n")
    assert (alone.mapping.missing, alone.others) == (("region",), ())
    assert alone.questions[0].startswith('Which region is "Back pain" about: middle back, ')


@pytest.mark.parametrize(
    ("heading", "place"),
    [
        ("Knee R (0-10)", "right knee"),
        ("L knee", "left knee"),
        ("knee_right", "right knee"),
        ("Knee (R) 0–10", "right knee"),
        ("Headache (VAS)", "head"),
        ("VAS neck", "neck"),
        ("Pain level: neck", "neck"),
        ("Pain score L knee /10", "left knee"),
        ("Hip pain severity (0 = none, 10 = worst)", "hip"),
        ("Right hip pain rating, out of 10", "right hip"),
        ("Hands [0 to 10]", "hand (both)"),
    ],
)
def test_a_side_a_scale_and_the_word_pain_hide_no_region(heading, place):
    text = f'Date,"{heading}",Mood\n2026-03-05,3,4\n2026-03-06,-,5\n'
    found = guess(text)
    column = found.columns[1]
    assert (column.field, column.why) == ("intensity", f"ratings of: {place}, by its name")
    ((_, said),) = found.mapping.defaults
    region, side = CATALOGUE.find(said)
    assert label(region.name, side) == place
    assert dict(found.mapping.columns)["intensity"] == heading


def test_columns_of_ratings_are_told_from_columns_that_only_look_like_them():
    text = (
        "Date,Knee AM,Ribs 5-8,Head,Pain,Neck (VAS 0-100),Right foot\n"
        "2026-03-05,3,40,1,5,63,mild\n2026-03-06,4,50,0,5,2,none\n"
    )
    found = guess(text)
    assert [(column.field, column.why) for column in found.columns[1:]] == [
        (None, "nothing that painlog keeps"),
        (None, "nothing that painlog keeps"),
        (None, "nothing that painlog keeps"),
        ("intensity", "its name mentions pain and its values are ratings"),
        ("intensity", "ratings of: neck, by its name"),
        ("intensity", "ratings of: right foot, by its name"),
    ]
    options = [mapping.options() for mapping in (found.mapping, *found.others)]
    assert [(o["default"][0], o["scale"], o["value"]) for o in options] == [
        ("region=Neck", ["0-100"], []),
        ("region=Right foot", [], ["intensity:mild=3,none=0"]),
        ("region=NAME", [], []),
    ]
    say = "but has other words, too. If so, import it by itself, with: --map"
    assert found.questions[1:4] == (
        'Which region is "Pain" about? Say so with --default region=NAME; to see all regions: '
        "painlog regions",
        f"\"Knee AM\" may have ratings of the knee, {say} 'intensity=Knee AM' --default "
        "region=knee",
        f"\"Ribs 5-8\" may have ratings of the ribs, {say} 'intensity=Ribs 5-8' --default "
        "region=ribs",
    )


def test_two_columns_of_one_region_are_asked_about():
    found = guess("Date,Knee R,R knee pain,Knee L\n2026-03-05,3,4,5\n")
    assert found.questions == (
        '"Knee R" and "R knee pain" have ratings of the same region. Run the commands of those '
        "that are ratings of the pain; for a second one, add --allow-duplicates",
    )


def test_one_column_that_is_called_like_a_region_is_enough():
    found = guess("Date,Migraine\n2026-03-05,3\n2026-03-06,\n")
    assert found.mapping.words() == [
        *("--map", "felt_at=Date,intensity=Migraine", "--default", "region=Migraine")
    ]
    assert found.questions == ('"Migraine" is empty in 1 of the first 2 rows, which are left out',)


def test_rows_without_a_region_are_asked_about():
    found = guess("Date,Pain,Site\n2026-03-05,3,neck\n2026-03-06,4,\n")
    assert found.questions == (
        '"Site" is empty in 1 of the first 2 rows. Such rows cannot be entries: name one '
        "with --default region=NAME, or skip them with --skip-bad",
    )


def test_headings_that_come_again_in_joined_files_are_no_values():
    found = guess("Date,Pain,Site\n2026-03-05,3,neck\n\ufeffDate,Pain,Site\n2026-03-06,4,neck\n")
    assert (found.mapping.values, found.questions) == ((), ())


@pytest.mark.parametrize(
    "nothing",
    [
        *("NA", "NaN", "NULL", r"\N", "n/a", "-", "#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?"),
        *("#NUM!", "#NULL!", "#WERT!", "#BEZUG!", "#NV", "#NOM?", "#¡VALOR!", "#RIF!", "Err:502"),
    ],
)
def test_what_programs_write_for_nothing_is_left_out(nothing):
    found = guess(
        f"Date,Pain,Site,Notes\n2026-03-05,3,neck,x\n2026-03-06,{nothing},neck,{nothing}\n"
    )
    assert found.mapping.values == (("intensity", nothing, ""), ("note", nothing, ""))
    assert found.questions == (
        '"Pain" is empty in 1 of the first 2 rows. Such rows cannot be entries: skip them with '
        "--skip-bad",
    )


def test_no_medication_is_no_treatment():
    found = guess('Date,Pain,Site,Meds\n2026-03-05,3,neck,"No medication, heat"\n')
    assert found.mapping.values == (("treatments", "No medication", ""),)


@pytest.mark.parametrize(
    ("word", "number"),
    [
        *(("Pain: 7", "7"), ("7 - severe", "7"), ("😣 7", "7"), ("~5", "5"), ("6+", "6")),
        *(("7 out of 10", "7"), ("level 10", "10"), ("3-4", "?"), ("4½", "?"), ("11 or so", "?")),
        *(("about 3.5", "?"), ("bad", "?"), ("pain 6/10", "6"), ("7 von 10", "7")),
        *(("0 hours", "?"), ("forgot 0", "?"), ("7h", "?"), ("L5", "?"), ("#8", "8"), (">7", "?")),
        *(("6 %", "?"), ("−3", "?"), ("no pain: 0", "0"), ("no 7", "?"), ("severe 0", "?")),
    ],
)
def test_the_one_number_in_a_text_is_proposed_for_it(word, number):
    mapping, questions = asked("Pain", word)
    assert mapping.values == (("intensity", word, number),)
    assert questions == ('"Pain" holds words: check which number from 0 to 10 each stands for',)


SLIP = (
    '1 of {1} values in "Pain" is over 10, and the others look like 0–10. If that one is on 0–100: '
    "--value intensity:{0}={2}. Otherwise correct the table"
)


def test_a_slip_makes_no_other_scale():
    mapping, questions = asked("Pain", *range(10), 14)
    assert (mapping.scales, questions) == ((), (SLIP.format(14, 11, 1),))


def test_where_most_ratings_fit_0_to_10_no_other_scale_is_proposed():
    mapping, questions = asked("Pain", 7, 60, 7, 65, 3, 60, 7)
    assert mapping.scales == ()
    assert questions == (
        '3 of 7 values in "Pain" are over 10, and the others look like 0–10. If those are on '
        "0–100: --value intensity:60=6,65=7. Otherwise correct the table",
    )
    # No pain is 0 on each scale.
    mapping, _ = asked("Pain", 0, 0, 0, 0, 40, 60)
    assert mapping.scales[0] == ("intensity", Scale(0, 100))
    assert asked("Pain", 1, 2, 3, 300)[1] == (
        '1 of 4 values in "Pain" is over 10 (300), and the others look like 0–10. Correct the '
        "table",
    )


def test_percent_is_on_0_to_100():
    mapping, questions = asked("Pain", "5%", "8%")
    assert mapping.scales == (("intensity", Scale(0, 100)), ("intensity_before", Scale(0, 100)))
    assert questions == ('Is "Pain" on the scale 0–100? If not, give another with --scale',)


def test_where_no_number_is_high_the_scale_is_asked_about():
    mapping, questions = asked("Rating", 1, 2, 3, 4, 5, 1, 2, 3)
    assert mapping.scales == ()
    assert questions == (
        '"Rating" is read as 0–10, and its highest number is 5. If it is on another scale, say so, '
        "as in: --scale 0-5",
    )


def test_what_is_out_of_10_is_no_question():
    assert asked("Pain", *(f"{n}/10" for n in (1, 2, 3, 4, 5, 1, 2, 3)))[1] == ()


def test_numbers_of_which_nothing_says_the_unit_are_asked_about():
    rows = "\n2026-03-05,6,neck,90,ibuprofen,400\n"
    lasted, dose = guess("Date,Pain,Where,Duration,Meds,Dose" + rows).questions
    assert lasted.endswith("--unit lasted=hours")
    assert dose.endswith("--unit dose=mg")
    given = parse_mapping(units=["lasted=min,dose=mg"])
    assert guess("Date,Pain,Where,Duration,Meds,Dose" + rows, given).questions == ()
    assert guess("Date,Pain,Where,Duration (min),Meds,Dose (mg)" + rows).questions == ()


@pytest.mark.parametrize(
    ("headings", "cell"),
    [
        (["2024-02-20", "14:20", "neck", "4"], "2024-02-20"),
        (["neck", "4", "heat"], "4"),
        (["Date", "2024", "4"], ""),
        (["Wann", "Wo", "Wie"], ""),
    ],
)
def test_a_header_row_of_dates_or_numbers_looks_like_data(headings, cell):
    assert looks_like_data(headings) == cell


def test_without_titles_the_only_column_of_numbers_up_to_10_is_the_rating():
    rows = "2024-02-20,14:20,neck,4,walk\n2024-02-21,09:20,knee,10,\n"
    assert guess(rows, TableMapping(no_header=True)).mapping.columns == (
        *(("felt_at", "#1"), ("time", "#2"), ("region", "#3"), ("intensity", "#4")),
    )
    two = "2024-02-20,neck,4,7\n2024-02-21,knee,10,3\n"
    assert guess(two, TableMapping(no_header=True)).mapping.missing == ("intensity",)


def test_a_table_in_long_form_is_read_kind_by_kind():
    found = guess(
        "When,About,What,How much\n"
        "2026-03-05,Ache,Lower back pain (Severe),\n2026-03-05,Sleep,seven hours,7\n"
        "2026-03-06,Ache,Left knee (Mild),\n2026-03-06,Pills,Ibuprofen (400mg),1\n"
    )
    assert found.mapping.only == (("About", "Ache"),)
    assert dict(found.mapping.columns)["region"] == "What: before brackets"
    assert found.mapping.values == (("intensity", "Severe", "8"), ("intensity", "Mild", "3"))
    (pills,) = found.others
    assert (pills.only, pills.uses) == ((("About", "Pills"),), True)
    assert "left out: Sleep (1)" in found.questions[0]


def test_a_table_with_a_place_in_every_row_is_not_in_long_form():
    found = guess("Date,Mood,Where,Pain\n2026-03-05,low,neck,4\n2026-03-06,good,knee,3\n")
    assert (found.mapping.only, found.others) == ((), ())


def test_labels_in_the_cells_of_a_column_are_columns():
    found = guess(
        "Date,Scales,Note\n2026-03-05,Knee: 6/10 points | Sleep: 7:30,Bad: not good\n"
        "2026-03-06,Knee: 4/10 points,\n"
    )
    assert found.mapping.defaults == (("region", "Knee"),)
    assert found.mapping.columns == (
        *(("felt_at", "Date"), ("note", "Note"), ("intensity", "Scales: Knee")),
    )


def test_a_number_of_hours_is_no_time_of_day():
    assert guess("Date,Hours,Where,Pain\n2026-03-05,7.5,neck,4\n").mapping.columns == (
        *(("felt_at", "Date"), ("region", "Where"), ("intensity", "Pain")),
    )


def test_what_is_rated_may_be_called_with_the_word_of_its_scale():
    rows = "2026-03-05,3,7\n2026-03-06,1,2\n"
    by_place = guess(f"Date,Mood,Left knee pain level\n{rows}")
    assert by_place.mapping.defaults == (("region", "Left knee pain"),)
    by_word = guess(f"Date,Mood,Back pain severity\n{rows}")
    assert dict(by_word.mapping.columns)["intensity"] == "Back pain severity"
    assert by_word.mapping.missing == ("region",)
    assert guess(f"Date,Morning pain,Evening pain\n{rows}").mapping.missing == (
        *("region", "intensity"),
    )


def test_names_of_times_of_day_are_proposed_as_clocks():
    found = guess("Date,Time of day,Where,Pain\n2026-03-05,am,neck,4\n2026-03-06,09:15,neck,3\n")
    assert found.mapping.values == (("time", "am", "08:00"),)
    assert found.questions == (
        '"Time of day" names times of day: check what each stands for, "am" as 08:00',
    )


def test_what_was_written_down_later_gives_way_to_when_it_was_felt():
    found = guess("Timestamp,Onset,Pain,Where\n2026-03-09 08:00,2026-03-05 07:00,6,neck\n")
    assert ("felt_at", "Onset") in found.mapping.columns


def test_what_is_called_a_date_and_is_none_gives_way_to_dates():
    found = guess("full_date,date,Pain,Where\n2026-03-05,April 12,6,neck\n")
    assert ("felt_at", "full_date") in found.mapping.columns


def test_relief_is_a_treatment_only_where_it_says_what_was_done():
    for values, field in ((("yes", "partial"), None), (("heat", "ibuprofen"), "treatments")):
        rows = "".join(f"2026-03-05,6,neck,{value}\n" for value in values)
        found = guess("Date,Pain,Where,Relief\n" + rows)
        assert found.columns[-1].field == field


def test_yes_and_no_are_no_ratings():
    found = guess("Date,Where,Pain,Severity\n2026-03-05,neck,yes,6\n2026-03-06,neck,No,2\n")
    assert dict(found.mapping.columns)["intensity"] == "Severity"
    assert found.columns[2] == ColumnGuess(
        "Pain", None, "it says yes or no, not how much", for_note=True
    )
    none_but_that = guess("Date,Where,Pain\n2026-03-05,neck,ja\n2026-03-06,neck,nein\n")
    assert none_but_that.mapping.missing == ("intensity",)
    assert asked("Pain", "no", "6")[0].values == (("intensity", "no", "0"),)
