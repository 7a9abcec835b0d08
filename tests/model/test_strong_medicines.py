"""What is taken in small amounts, or worn: a strength is never a number, nor a spoon another."""

import pytest

from builders import TREATED_WITH
from painlog.errors import NotUnderstoodError
from painlog.model.dose_reading import parse_dose


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("fentanyl 25 patch", "25 patches"),
        ("fentanyl 12 patches", "12 patches"),
        ("buprenorphine 10 patch", "10 patches"),
        ("lidocaine patch 5 plaster", "5 patches"),
    ],
)
def test_the_strength_of_a_patch_is_no_number_of_patches(text, number):
    with pytest.raises(NotUnderstoodError) as refused:
        TREATED_WITH.read(text)
    assert str(refused.value) == (
        f'"{number}" may be how many or how strong. Write how many, as in "1 patch", or what it '
        'gives off, as in "25 micrograms/hour".'
    )


def test_so_many_patches_are_worn_at_once():
    treatment, dose = TREATED_WITH.read("lidocaine patch 3 patches")
    assert (treatment.name, dose.written) == ("lidocaine patch", "3 patches")


@pytest.mark.parametrize("text", ["fentanyl patch 12", "fentanyl 12 mcg patch"])
def test_no_refusal_names_an_amount_of_a_medicine_that_nobody_may_take(text):
    with pytest.raises(NotUnderstoodError) as refused:
        TREATED_WITH.read(text)
    assert "50 mg" not in str(refused.value)


def test_a_teaspoon_stays_a_teaspoon():
    assert parse_dose("half a teaspoon").written == "½ teaspoon"
    assert parse_dose("2 tsp").written == "2 teaspoons"
    assert parse_dose("2 spoonfuls").written == "2 spoonfuls"


@pytest.mark.parametrize(
    ("brand", "medicine"),
    [
        ("Oramorph", "morphine"),
        ("Sevredol", "morphine"),
        ("OxyNorm", "oxycodone"),
        ("Shortec", "oxycodone"),
    ],
)
def test_opioids_for_the_moment_are_known_by_their_brands(brand, medicine):
    assert TREATED_WITH.find(brand).name == medicine
