"""Doses as people write them, taken off the name of what was taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painlog.errors import NotUnderstoodError
from painlog.model.dose import Dose
from painlog.model.dose_reading import parse_dose, split_dose
from painlog.model.medicine_form import name_and_dose


@pytest.mark.parametrize(
    ("text", "name", "amount", "unit", "written"),
    [
        ("ibuprofen 400 mg", "ibuprofen", 400, "mg", "400 mg"),
        ("400mg ibuprofen", "ibuprofen", 400, "mg", "400 mg"),
        ("400 mg of ibuprofen", "ibuprofen", 400, "mg", "400 mg"),
        ("ibuprofen, 400 milligrams", "ibuprofen", 400, "mg", "400 mg"),
        ("sumatriptan50mg", "sumatriptan", 50, "mg", "50 mg"),
        ("2x500mg paracetamol", "paracetamol", 1000, "mg", "2 × 500 mg"),
        ("paracetamol 2 x 500 mg", "paracetamol", 1000, "mg", "2 × 500 mg"),
        ("2x paracetamol 500mg", "paracetamol", 1000, "mg", "2 × 500 mg"),
        ("paracetamol 500 mg x 2", "paracetamol", 1000, "mg", "2 × 500 mg"),
        ("paracetamol 500mg ×2", "paracetamol", 1000, "mg", "2 × 500 mg"),
        ("2 tablets of ibuprofen 400 mg", "ibuprofen", 800, "mg", "2 × 400 mg"),
        ("ibuprofen 400 mg, 2 tablets", "ibuprofen", 800, "mg", "2 × 400 mg"),
        ("3 times 20 drops tilidine", "tilidine", 60, "drop", "3 × 20 drops"),
        ("paracetamol 1,5 g", "paracetamol", 1.5, "g", "1.5 g"),
        ("paracetamol 1 g", "paracetamol", 1, "g", "1 g"),
        ("half a tablet of diazepam", "diazepam", 0.5, "tablet", "½ tablet"),
        ("diazepam 1/2 tablet", "diazepam", 0.5, "tablet", "½ tablet"),
        ("two tablets paracetamol", "paracetamol", 2, "tablet", "2 tablets"),
        ("vitamin b12 1000 mcg", "vitamin b12", 1000, "µg", "1000 µg"),
        ("botulinum toxin 155 units", "botulinum toxin", 155, "unit", "155 units"),
        ("heparin 5000 IU", "heparin", 5000, "IU", "5000 IU"),
        ("ibuprofen gel 5%", "ibuprofen gel", 5, "%", "5 %"),
        ("physiotherapy 30 min", "physiotherapy", 30, "minute", "30 minutes"),
        ("fentanyl a patch", "fentanyl", 1, "patch", "1 patch"),
        ("medical cannabis 2 puffs", "medical cannabis", 2, "puff", "2 puffs"),
    ],
)
def test_a_dose_is_taken_off_the_name(text, name, amount, unit, written):
    assert split_dose(text) == (name, Dose(amount, unit, written))


@pytest.mark.parametrize(
    ("text", "name", "written"),
    [
        ("co-codamol 8/500", "co-codamol", "8/500"),
        ("co-codamol 30 mg / 500 mg", "co-codamol", "30 mg/500 mg"),
        ("morphine 10mg/5ml", "morphine", "10 mg/5 ml"),
        ("co-codamol 8/500, 10 tablets", "co-codamol", "10 × 8/500"),
        ("co-codamol 8/500 (10 tablets)", "co-codamol", "10 × 8/500"),
        ("co-codamol 10 tablets 8/500", "co-codamol", "10 × 8/500"),
        ("10 tablets of co-codamol 8/500", "co-codamol", "10 × 8/500"),
        ("co-codamol 10 x 8/500", "co-codamol", "10 × 8/500"),
        ("co-codamol 10 × 8/500", "co-codamol", "10 × 8/500"),
        ("co-codamol 8/500 x 10", "co-codamol", "10 × 8/500"),
        ("10 x co-codamol 8/500", "co-codamol", "10 × 8/500"),
    ],
)
def test_a_strength_is_kept_as_it_is_written(text, name, written):
    assert split_dose(text) == (name, Dose(None, "", written))


def test_a_strength_is_no_part_of_a_tablet():
    assert split_dose("co-codamol 8/500 tablets") == ("co-codamol 8/500 tablets", None)
    assert name_and_dose("co-codamol 8/500 tablets") == ("co-codamol", Dose(None, "", "8/500"))


@pytest.mark.parametrize("text", ["co-codamol 0 x 8/500", "0 x paracetamol 500 mg"])
def test_none_of_a_strength_is_no_dose(text):
    with pytest.raises(NotUnderstoodError, match="is not an amount that can be taken"):
        split_dose(text)


@pytest.mark.parametrize(
    "name",
    [
        "massage", "a walk", "coenzyme q10", "vitamin b12", "B12 injection", "5-htp", "heat",
        "tens", "paracetamol 1000", "2 paracetamol", "10-15 mg morphine", "heat and/or cold", "100",
    ],
)  # fmt: skip
def test_what_has_no_plain_dose_is_a_name(name):
    assert split_dose(name) == (name, None)


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("1 g", Dose(1, "g", "1 g")),
        ("half a tablet", Dose(0.5, "tablet", "½ tablet")),
        ("one and a half tablets", Dose(1.5, "tablet", "1.5 tablets")),
        ("2 puffs", Dose(2, "puff", "2 puffs")),
        ("1 patch", Dose(1, "patch", "1 patch")),
        ("2 suppositories", Dose(2, "suppository", "2 suppositories")),
    ],
)
def test_a_dose_alone_is_read(text, dose):
    assert parse_dose(text) == dose


@pytest.mark.parametrize("text", ["much", "400", "", "ibuprofen 400 mg", "0 mg", "9999999 g"])
def test_what_is_no_dose_is_refused_with_examples(text):
    with pytest.raises(NotUnderstoodError, match="Write it as in"):
        parse_dose(text)


def test_the_same_amount_in_other_words_is_the_same_dose():
    assert parse_dose("1 g").same(parse_dose("2 x 500 mg"))
    assert parse_dose("0.1 g").same(parse_dose("100 mg"))
    assert parse_dose("1.5 hours").same(parse_dose("90 minutes"))
    assert not parse_dose("1 tablet").same(parse_dose("1 capsule"))
    assert not parse_dose("10 mg").same(parse_dose("25 mg"))


@given(st.text(max_size=40))
def test_no_text_is_a_fault(text):
    try:
        name, dose = split_dose(text)
    except NotUnderstoodError:
        return
    assert dose is not None or name == " ".join(text.split())


@given(
    st.integers(1, 9), st.integers(1, 2000), st.sampled_from(["mg", "g", "ml", "tablets", "drops"])
)
def test_what_is_written_is_read_again_as_the_same(times, number, unit):
    dose = parse_dose(f"{times} x {number} {unit}")
    assert parse_dose(dose.written) == dose


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("fifty mg", "50 mg"),
        ("Twenty-five mg", "25 mg"),
        ("twenty five mg", "25 mg"),
        ("a hundred mg", "100 mg"),
        ("one hundred and fifty mg", "150 mg"),
        ("two thousand units", "2000 units"),
        ("twelve drops", "12 drops"),
    ],
)
def test_a_number_above_ten_in_words_is_read_before_a_unit(text, written):
    assert split_dose(f"novalgin {text}") == ("novalgin", parse_dose(written))
    assert split_dose(f"{text} of novalgin") == ("novalgin", parse_dose(written))


@pytest.mark.parametrize("text", ["sumatriptan fifty", "hundred steps", "eleven"])
def test_a_number_in_words_without_a_unit_is_no_dose(text):
    assert split_dose(text) == (text, None)
