"""What an unknown table may mean: from its titles, from its values, with why."""

import io
from datetime import date

import pytest

from builders import CATALOGUE, TREATED_WITH
from painlog.formats.names import Names
from painlog.formats.table.guess import Guessed, guessed
from painlog.formats.table.mapping import Mapping, parse_mapping
from painlog.formats.table.table import found_table
from painlog.formats.table.titles import field_of, near_field, span_of

TODAY = date(2026, 3, 31)
UID = "0f8fad5b-d9cb-469f-a165-70867728950e"


def guess(text, given=Mapping()):  # noqa: B008 - it is frozen
    table = found_table(io.BytesIO(text.encode()), given)
    return guessed(table, given, Names(CATALOGUE, TREATED_WITH), TODAY)


def asked(title, *values, given=Mapping(), field="Date,Where"):  # noqa: B008 - it is frozen
    rows = "".join(f"2026-03-05,neck,{value}\n" for value in values)
    found = guess(f"{field},{title}\n{rows}", given)
    return found.mapping, found.questions


@pytest.mark.parametrize(
    ("title", "field"),
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
def test_a_title_tells_what_its_column_is_for(title, field):
    assert field_of(title) == field


def test_a_title_that_is_written_a_little_differently_is_almost_that():
    assert [near_field(t) for t in ("Intesity", "Commments", "Mood")] == ["intensity", "note", None]


def test_a_title_may_name_its_scale():
    assert [str(span_of(t)) for t in ("Pain (0-100)", "NRS 1–5", "Pain", "2026-03")] == [
        *("0–100", "1–5", "None", "None")
    ]


def test_titles_come_first_and_each_column_says_why():
    found = guess("Date,Pain,Where,Mood,Severity,Notes,Comments\n2026-03-05,6,neck,low,3,a,b\n")
    assert found.columns == (
        Guessed("Date", "felt_at", "its title"),
        Guessed("Pain", "intensity", "its title"),
        Guessed("Where", "region", "its title"),
        Guessed("Mood", None, "nothing that painlog keeps"),
        Guessed("Severity", None, 'intensity is "Pain" already'),
        Guessed("Notes", "note", "its title"),
        Guessed("Comments", "note", "its title"),
    )
    assert found.mapping == parse_mapping(
        ["felt_at=Date,region=Where,intensity=Pain,note=Notes+Comments"]
    )
    assert found.questions == ()


def test_values_tell_where_titles_do_not():
    found = guess(
        "A;B;C;D;E;F;G;H\n"
        f"{UID};2026-03-05;9:30 PM;links;left heel;heat, ice;Intesity;\n"
        f"{UID};2026-03-06;9 AM;R;neck;TPT;x;\n"
    )
    assert found.columns == (
        Guessed("A", "uid", "its values are UUIDs"),
        Guessed("B", "felt_at", "its values are dates"),
        Guessed("C", "time", "its values are times of day"),
        Guessed("D", "side", "its values are sides"),
        Guessed("E", "region", "its values are regions"),
        Guessed("F", "treatments", "its values are treatments"),
        Guessed("G", None, "nothing that painlog keeps"),
        Guessed("H", None, "it is empty"),
    )


def test_a_column_that_is_called_time_alone_is_the_date_too():
    found = guess("Time,Pain,Site\n2026-03-05 21:30,6,neck\n")
    assert found.columns[0] == Guessed("Time", "felt_at", "its title")


def test_a_title_that_cannot_be_typed_is_named_by_its_number():
    long = "Pain " + "x" * 80
    found = guess(f'Date,Date,"Where\x07?",,{long}\n2026-03-05,2026-03-05,neck,heat,6\n')
    assert found.mapping == parse_mapping(["felt_at=#1,region=#3,treatments=#4"])


def test_words_of_intensity_are_given_numbers_to_check():
    mapping, questions = asked("Pain", "None", "mild", "Moderate", "awful", "severe", "mild")
    assert mapping.values == (
        ("intensity", "None", "0"),
        ("intensity", "mild", "3"),
        ("intensity", "Moderate", "5"),
        ("intensity", "awful", "?"),
        ("intensity", "severe", "8"),
    )
    assert questions == ('"Pain" holds words: check the number 0–10 that each is to stand for',)


def test_words_that_were_given_numbers_are_not_asked_about():
    given = parse_mapping(values=["intensity:MILD=2"])
    assert asked("Pain", "mild", "4", given=given)[0].values == (("intensity", "MILD", "2"),)


def test_words_for_sides_are_given_their_meaning():
    found = guess("Date,Where,Pain,Seite\n2026-03-05,heel,6,links\n2026-03-06,heel,5,right\n")
    assert found.mapping.values == (("side", "links", "left"),)


@pytest.mark.parametrize(
    ("title", "values", "scales", "unsure"),
    [
        ("Pain", ["0", "6,0", "10/10"], [], ()),
        ("Pain", ["6.5", "3"], ["0-10"], ()),
        ("Pain (0-100)", ["6", "3"], ["0-100"], ()),
        ("Pain", ["63", "7"], ["0-100"], ("0–100",)),
        ("Pain", ["3/5"], ["0-5"], ("0–5",)),
        ("Pain", ["630"], ["0-631"], ("0–631",)),
    ],
)  # fmt: skip
def test_numbers_that_are_not_on_painlogs_scale_ask_for_one(title, values, scales, unsure):
    mapping, said = asked(title, *values)
    assert mapping.scales == parse_mapping(scales=scales).scales
    assert said == tuple(
        f'Is "Pain" on the scale {scale}? If not, say another with --scale' for scale in unsure
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
    found = guess("Date,Pain,Site\n5. März 2026,6,neck\n")
    assert found.questions == ('How are the dates of "Date" written? Say it with --date-format',)
