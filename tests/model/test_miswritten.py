"""Numbers beside a medicine that say how many, but not of what."""

import re

import pytest

from builders import TREATED_WITH
from painlog.errors import NotUnderstoodError
from painlog.model.miswritten import take_apart


def refused(text):
    with pytest.raises(NotUnderstoodError) as error:
        TREATED_WITH.read(text)
    return str(error.value)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("2 paracetamol", '"paracetamol 2 tablets"'),
        ("two paracetamol", '"paracetamol 2 tablets"'),
        ("paracetamol two", '"paracetamol 2 tablets"'),
        ("paracetamol tablets 2", '"paracetamol 2 tablets"'),
        ("an ibuprofen", '"ibuprofen 1 tablet"'),
        ("1 Imigran", '"sumatriptan 1 tablet"'),
        ("half amitriptyline", '"amitriptyline ½ tablet"'),
        ("2 ibuprofen 200 mg", '"ibuprofen 2 x 200 mg"'),
    ],
)
def test_a_small_number_may_mean_tablets_and_never_becomes_a_strength(written, hint):
    said = refused(written)
    assert hint in said
    assert not re.search(r"\b[12] (mg|g|ml)\b", said)


@pytest.mark.parametrize("written", ["sumatriptan 50", "zolmitriptan 2.5", "paracetamol 2x500"])
def test_another_number_is_given_no_unit(written):
    assert not re.search(r"\d (mg|g|µg|tablets?)\b", refused(written))


def test_the_words_of_an_amount_are_taken_off_both_ends():
    assert take_apart("two tablets ibuprofen x2") == ("ibuprofen", ("two", "tablets", "x2"))
    assert take_apart("tablets 2").name == ""
    assert take_apart("yoga") == ("yoga", ())
