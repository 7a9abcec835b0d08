"""How often a treatment in course is used is part of its dose there, and of no single use."""

import pytest

from builders import TREATED_WITH
from painlog.errors import NotUnderstoodError
from painlog.model.dose_reading import parse_course_dose, parse_dose, split_course_dose
from painlog.model.how_often import TimesADay, how_often, times_a_day
from painlog.model.regimen import parse_regimen
from painlog.tasks.taking import read_taken


@pytest.mark.parametrize(
    ("text", "name", "written"),
    [
        ("naproxen 500 mg twice a day", "naproxen", "500 mg twice a day"),
        ("naproxen 500 mg, twice daily", "naproxen", "500 mg twice a day"),
        ("naproxen 500mg 2x/day", "naproxen", "500 mg twice a day"),
        ("naproxen 500 mg by mouth b.d.", "naproxen", "500 mg by mouth twice a day"),
        ("naproxen twice daily 500 mg", "naproxen", "500 mg twice a day"),
        ("naproxen 500 mg TDS", "naproxen", "500 mg 3 times a day"),
        ("naproxen 500 mg three times per day", "naproxen", "500 mg 3 times a day"),
        ("naproxen 500 mg once daily", "naproxen", "500 mg once a day"),
        ("naproxen 500 mg daily", "naproxen", "500 mg every day"),
        ("naproxen 1 g a day", "naproxen", "1 g a day"),
        (
            "paracetamol 1 g up to 4 times a day prn",
            "paracetamol",
            "1 g up to 4 times a day as needed",
        ),
        ("paracetamol 1 g every four to six hours", "paracetamol", "1 g every 4 to 6 hours"),
        ("paracetamol 1 g 6-hourly", "paracetamol", "1 g every 6 hours"),
        ("co-codamol 2 x 30/500 qds", "co-codamol", "2 × 30/500 4 times a day"),
        ("amitriptyline 10 mg at night", "amitriptyline", "10 mg at night"),
        ("methotrexate 10 mg weekly", "methotrexate", "10 mg every week"),
        ("butec 5 mcg/h every 7 days", "butec", "5 micrograms/hour every 7 days"),
        ("heat 20 min every morning", "heat", "20 minutes every morning"),
        ("yoga 5 days a week", "yoga", "5 days a week"),
        ("sumatriptan as needed", "sumatriptan", "as needed"),
        ("prednisolone 5 mg on alternate days", "prednisolone", "5 mg every other day"),
    ],
)
def test_how_often_is_read_and_written_back_alike(text, name, written):
    found, dose = split_course_dose(text)
    assert (found, dose.written) == (name, written)
    assert split_course_dose(f"{name} {written}") == (found, dose)
    assert parse_course_dose(written) == dose


def test_it_is_no_part_of_the_amount_and_makes_another_dose_of_a_course():
    twice, thrice = parse_course_dose("500 mg twice a day"), parse_course_dose("500 mg tds")
    assert (twice.amount, twice.unit, twice.milligrams) == (500, "mg", 500)
    assert twice.amount_written == "500 mg"
    assert not twice.same(thrice)
    assert twice.of_one_use == thrice.of_one_use == parse_dose("500 mg")
    assert parse_course_dose("weekly").of_one_use is None
    assert twice.same(parse_course_dose("0.5 g bd"))
    assert parse_course_dose("10 mg once a week").same(parse_course_dose("10 mg weekly"))


@pytest.mark.parametrize("text", ["naproxen 500 mg", "daily walk", "walk on the beach", "heat 2 h"])
def test_other_words_say_nothing_of_it(text):
    assert how_often(text) is None
    with pytest.raises(NotUnderstoodError):
        parse_dose("500 mg twice a day")


@pytest.mark.parametrize("often", ["twice a day", "bd", "every 4 hours", "3 x a day", "as needed"])
def test_one_use_is_refused_with_what_to_type(often):
    written = parse_course_dose(often).written
    for typed in (f"naproxen 500 mg {often}", f"heat, naproxen 500 mg {often}"):
        for words in ([typed], typed.split()):
            with pytest.raises(NotUnderstoodError) as refused:
                read_taken(words, TREATED_WITH, None)
            assert str(refused.value) == (
                f'"{often}" says how often, and a use is logged each time: painlog take naproxen '
                "500 mg. For what you take regularly, start keeps how often: painlog start "
                f"naproxen 500 mg {written}"
            )


@pytest.mark.parametrize("typed", ["2 paracetamol twice a day", "paracetamol 500 daily"])
def test_no_command_is_offered_that_would_be_refused_in_turn(typed):
    with pytest.raises(NotUnderstoodError) as refused:
        read_taken([typed], TREATED_WITH, None)
    assert str(refused.value).endswith(
        " says how often, and a use is logged each time. Name the treatment and its dose alone, as "
        'in "stretching 20 minutes" or "ibuprofen 2 x 400 mg".'
    )


def test_a_dose_of_one_use_has_none():
    with pytest.raises(NotUnderstoodError) as refused:
        parse_dose("500 mg bd")
    assert str(refused.value) == '"bd" says how often, which only a course has. Leave it out.'


def test_a_regimen_to_compare_names_it():
    assert parse_regimen("naproxen 500 mg bd + heat", TREATED_WITH) == {
        "heat",
        "naproxen 500 mg twice a day",
    }


@pytest.mark.parametrize(
    ("written", "times", "at_most"),
    [
        ("500 mg four times a day", 4, False),
        ("500 mg twice a day at night", 2, False),
        ("1 g daily", 1, False),
        ("1 g at night", 1, False),
        ("1 g in the morning, at night", 2, False),
        ("1 g every 6 hours", 4, False),
        ("1 g every 5 hours", 5, False),
        ("1 g every 4 to 6 hours", 6, True),
        ("1 g up to 3 times a day", 3, True),
        ("1 g qds prn", 4, True),
        ("1 g as needed", None, False),
        ("1 g once a week", None, False),
        ("1 g every other day", None, False),
        ("1 g every 72 hours", None, False),
        ("1 g three days a week", None, False),
        ("1 g", None, False),
    ],
)
def test_how_often_a_day_is_counted_only_where_it_is_certain(written, times, at_most):
    found = times_a_day(parse_course_dose(written).written) if times else times_a_day(written)
    assert found == (TimesADay(times, at_most) if times else None)
