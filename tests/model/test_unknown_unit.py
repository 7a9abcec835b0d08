"""Amounts in a unit that painlog does not know are refused, and never part of a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import TREATED_WITH
from painlog.errors import NotUnderstoodError, PainlogError, RefusedError
from painlog.model.dose_reading import split_dose
from painlog.tasks.taking import read_taken
from painlog.tasks.treatments import name_treatment

KNOWN = (
    "It knows mg, g, µg, ml, IU, units, %, tablets, capsules, drops, puffs, sprays, patches, "
    "sachets, injections, spoonfuls, teaspoons, l/min, micrograms/hour, minutes and hours. Write "
    'the dose with one of these, as in "ibuprofen 400 mg" or "2 tablets".'
)
UNKNOWN = (
    "5000m", "5 gr", "20 pils", "1 tbl", "2 Tabletten", "1 comprimé", "1 spoon", "2 x 500 gr",
    "1,5 gr",
)  # fmt: skip


@pytest.mark.parametrize("amount", UNKNOWN)
@pytest.mark.parametrize("text", ["paracetamol {}", "paracetamol ({})", "metformin {}", "{}"])
def test_an_unknown_unit_is_refused_behind_any_name(text, amount):
    with pytest.raises(PainlogError) as refused:
        name_treatment(text.format(amount), TREATED_WITH, None)
    assert str(refused.value).startswith(f'"{amount}" has no unit that painlog knows. {KNOWN}')


@pytest.mark.parametrize("amount", UNKNOWN)
def test_an_unknown_unit_is_no_second_treatment(amount):
    for words in (f"paracetamol {amount}", f"{amount} paracetamol", f"paracetamol {amount} heat"):
        with pytest.raises(NotUnderstoodError) as refused:
            read_taken(words.split(), TREATED_WITH, None)
        assert str(refused.value) == f'"{amount}" has no unit that painlog knows. {KNOWN}'


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("paracetamol 5000 mgs", "5000 mg"),
        ("paracetamol 5000 miligrams", "5000 mg"),
        ("paracetamol 5000 milligramm", "5000 mg"),
        ("paracetamol 5 gm", "5 g"),
        ("paracetamol 5 gramm", "5 g"),
        ("morphine 5 mls", "5 ml"),
        ("heat 2 h", "2 hours"),
        ("heat 2 hrs", "2 hours"),
    ],
)
def test_a_slip_in_a_unit_without_any_doubt_is_that_unit(text, written):
    assert name_treatment(text, TREATED_WITH, None).dose.written == written


def test_an_amount_alone_is_no_second_treatment():
    with pytest.raises(NotUnderstoodError) as refused:
        read_taken(["ibuprofen", "400", "mg", "2 h"], TREATED_WITH, None)
    assert str(refused.value) == (
        '"2 h" names no treatment. Name it before the amount, as in "ibuprofen 400 mg".'
    )


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("400 mgs", '"400 mgs" is an amount. Name the treatment first, as in "heat 20 min".'),
        (
            "paracetamol 500",
            '"paracetamol 500" gives a number without a unit. Write the unit that is on the '
            "packet, such as mg or ml.",
        ),
        (
            "advill 5 tbl",
            f'"5 tbl" has no unit that painlog knows. {KNOWN} If the number belongs to a name, '
            "write it as a word.",
        ),
    ],
)
def test_no_name_has_an_amount_in_it(name, refusal):
    with pytest.raises(RefusedError) as refused:
        TREATED_WITH.new(name, "other", conventional=False)
    assert str(refused.value) == refusal


@pytest.mark.parametrize(
    "name",
    ["4-7-8 breathing", "5-htp", "3d brace", "5 rhythms dance", "vitamin b12", "coenzyme q10"],
)
def test_a_number_may_be_part_of_a_name(name):
    assert TREATED_WITH.new(name, "other", conventional=False).name == name


def test_a_point_without_a_digit_before_it_is_refused():
    with pytest.raises(NotUnderstoodError) as refused:
        split_dose("paracetamol .5 g")
    assert str(refused.value) == ('".5 g" is not written as painlog reads numbers. Type "0.5 g".')


@given(
    st.integers(1, 9999),
    st.sampled_from(["", " "]),
    st.text("bcdfjkpqvwz", min_size=2, max_size=8),
    st.sampled_from(["paracetamol {}", "ibuprofen {} heat", "{} paracetamol", "advill {}"]),
)
def test_what_is_taken_never_has_a_name_that_begins_with_an_amount(number, space, unit, around):
    words = around.format(f"{number}{space}{unit}").split()
    try:
        things = read_taken(words, TREATED_WITH, None).things
    except PainlogError:
        return
    assert all(dose for _, dose in things)
