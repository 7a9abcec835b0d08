"""What is said of a dose that is more than a whole day's."""

import pytest

from builders import TREATED_WITH
from painlog.advice.maximum import DAILY_MAXIMUM, too_much
from painlog.advice.services import services_in
from painlog.model.dose import parse_dose


@pytest.mark.parametrize(
    ("name", "dose", "said"),
    [
        ("paracetamol", "40 g", True),
        ("paracetamol", "5000 mg", True),
        ("paracetamol", "10 x 500 mg", True),
        ("paracetamol", "4 g", False),
        ("paracetamol", "1 g", False),
        ("paracetamol", "20 tablets", False),
        ("ibuprofen", "40 g", False),
    ],
)
def test_only_a_dose_in_milligrams_or_grams_above_a_day_s_is_too_much(name, dose, said):
    assert bool(too_much(name, parse_dose(dose), services_in("GB"))) is said


def test_it_says_how_much_is_too_much_that_it_may_be_a_slip_and_whom_to_call():
    words = too_much("paracetamol", parse_dose("40 g"), services_in("GB"))
    assert words.startswith(
        "40 g of paracetamol is more than an adult may take in 24 hours (4 g; NHS 111 Wales, "
        "Paracetamol for adults). A slip? painlog undo. Too much medicine: get help now, even if "
        "you feel well"
    )
    assert "NHS 111" in words.partition("Too much medicine")[2]
    assert too_much("paracetamol", None, services_in("GB")) == ""


def test_every_medicine_with_a_day_s_maximum_is_in_the_catalogue_and_says_it_there():
    for name, most in DAILY_MAXIMUM.items():
        told = " ".join(fact.text for fact in TREATED_WITH.by_name[name].cautions)
        assert most.words in told
        assert most.source in {fact.source for fact in TREATED_WITH.by_name[name].cautions}
