"""A dose is never part of a treatment's name."""

import pytest

from builders import TREATED_WITH
from painlog.errors import NotUnderstoodError, PainlogError, RefusedError
from painlog.model.dose_in_name import refuse_dose_in
from painlog.tasks.taking import read_taken
from painlog.tasks.treatments import name_treatments


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("metformin 500 mg", "500 mg"),
        ("metformin 500mg tablets", "500 mg"),
        ("metformin 500 mg XR", "500 mg XR"),
        ("metformin (500 mg)", "500 mg"),
        ("metformin [2 x 500 mg]", "2 × 500 mg"),
        ("2x500 mg metformin", "2 × 500 mg"),
        ("half a tablet of metformin", "½ tablet"),
    ],
)
def test_an_unknown_name_loses_its_dose(text, dose):
    [(name, there)] = name_treatments([text], TREATED_WITH, None).doses
    assert (name, there.written) == ("metformin", dose)
    for words in ([text], text.split()):
        things = read_taken(words, TREATED_WITH, None).things
        assert [(name, said and said.written) for name, said in things] == [("metformin", dose)]


@pytest.mark.parametrize(
    ("name", "alone", "dose"),
    [
        ("metformin 500 mg", "metformin", "500 mg"),
        ("metformin 500 mg night", "metformin night", "500 mg"),
        ("tens 2 x 30 min machine", "tens machine", "2 × 30 minutes"),
        ("lotion (5%) from Ann", "lotion from Ann", "5 %"),
        ("zorb 5 mcg per hr", "zorb", "5 micrograms/hour"),
        ("zorb 5 mcg/h night", "zorb night", "5 micrograms/hour"),
        ("zorb 12 litres a minute", "zorb", "12 l/min"),
    ],
)
def test_a_name_with_a_dose_in_it_is_refused_with_both_apart(name, alone, dose):
    with pytest.raises(RefusedError) as refused:
        TREATED_WITH.new(name, "other", conventional=False)
    assert str(refused.value) == (
        f'"{name}" has a dose in it, {dose}, which is no part of a name. Call it "{alone}", and '
        f'write the dose behind the name: "{alone} {dose}".'
    )
    [(read, there)] = name_treatments([f"{alone} {dose}"], TREATED_WITH, None).doses
    assert (read, there.written) == (alone, dose)


def test_an_amount_for_each_of_something_is_no_part_of_a_name():
    with pytest.raises(RefusedError) as refused:
        TREATED_WITH.new("zorb 2 mg/kg daily thing", "other", conventional=False)
    assert str(refused.value) == (
        '"zorb 2 mg/kg daily thing" has an amount in it, 2 mg/kg, which is no part of a name, and '
        "its unit is none that painlog knows. Leave it out, and write it in a note."
    )


@pytest.mark.parametrize("name", ["5 micrograms/hour", "5 mg/24 h", "12 l/min", "400 mg"])
def test_an_amount_alone_is_no_name(name):
    with pytest.raises(RefusedError) as refused:
        TREATED_WITH.new(name, "other", conventional=False)
    assert str(refused.value) == (
        f'"{name}" is an amount. Name the treatment first, as in "heat 20 min".'
    )


@pytest.mark.parametrize(
    ("name", "also"),
    [
        ("Tablets", ""),
        ("patch", ""),
        ("nasal spray", ""),
        ("pill", ' For the contraceptive pill type "the pill".'),
    ],
)
def test_a_word_for_an_amount_is_no_name_in_any_command(name, also):
    refusal = (
        f'"{name}" is a word for an amount or a form, and names no treatment. Type its name, as in '
        f'"ibuprofen 400 mg".{also}'
    )
    for named in (
        lambda: TREATED_WITH.new(name, "other", conventional=False),
        lambda: name_treatments([name], TREATED_WITH, None),
        lambda: read_taken(name.split(), TREATED_WITH, None),
    ):
        with pytest.raises(PainlogError) as refused:
            named()
        assert str(refused.value) == refusal
    assert read_taken(["the", "pill"], TREATED_WITH, None).things == (("the pill", None),)


@pytest.mark.parametrize(
    "name", ["vitamin b12", "b12 shot", "co-enzyme q10", "tens 3000", "route 66 walk", "5 tibetans"]
)
def test_a_number_that_is_no_dose_may_be_part_of_a_name(name):
    refuse_dose_in(name)


@pytest.mark.parametrize(
    ("often", "written"), [("daily", "day"), ("nightly", "night"), ("weekly", "week")]
)
def test_how_often_is_neither_a_treatment_nor_the_end_of_a_name(often, written):
    for medicine in ("ibuprofen", "metformin"):
        with pytest.raises(NotUnderstoodError) as refused:
            name_treatments([f"{medicine} 400 mg {often}"], TREATED_WITH, None)
        assert str(refused.value) == (
            f'"{often}" says how often, and a use is logged each time: painlog take {medicine} 400 '
            "mg. For what you take regularly, start keeps how often: painlog start "
            f"{medicine} 400 mg every {written}"
        )
    with pytest.raises(RefusedError, match=f'no name ends with "{often}"'):
        TREATED_WITH.new(f"metformin {often}", "other", conventional=False)
    assert name_treatments([f"{often} walk"], TREATED_WITH, None).names == (f"{often} walk",)


def test_a_known_medicine_with_how_often_is_no_name():
    with pytest.raises(RefusedError) as refused:
        TREATED_WITH.new("naproxen 3 times a day", "other", conventional=False)
    assert str(refused.value) == (
        '"3 times a day" in "naproxen 3 times a day" says how often, which is no part of a name. '
        "start keeps it: painlog start naproxen 3 times a day"
    )
