"""Several treatments in one text, and what can be the name of none."""

import pytest

from builders import TREATED_WITH
from painlog.errors import RefusedError
from painlog.model.joined_treatments import has_name, separated
from painlog.model.known_treatments import Treatments


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ibuprofen 400 mg and heat", ["ibuprofen 400 mg", "heat"]),
        ("400 mg ibuprofen plus heat", ["400 mg ibuprofen", "heat"]),
        ("massage with heat", ["massage", "heat"]),
        ("ibuprofen & heat", ["ibuprofen", "heat"]),
        ("heat+rest", ["heat", "rest"]),
        ("heat, rest and ibuprofen", ["heat", "rest", "ibuprofen"]),
        ("rest and tea", ["rest", "tea"]),
        ("ibuprofen, heat, and rest", ["ibuprofen", "heat", "rest"]),
        ("ibuprofen, plus green tea", ["ibuprofen", "green tea"]),
        ("heat, with ibuprofen 400 mg", ["heat", "ibuprofen 400 mg"]),
        ("and heat", ["heat"]),
        ("jam, tea", ["jam", "tea"]),
        ("heat then massage", ["heat", "massage"]),
        ("heat, then massage", ["heat", "massage"]),
        ("Heat and Then tea", ["Heat", "tea"]),
        ("heat followed by ibuprofen 400 mg", ["heat", "ibuprofen 400 mg"]),
        ("heat, followed by massage, then rest", ["heat", "massage", "rest"]),
        ("then heat", ["heat"]),
        ("heat/rest", ["heat", "rest"]),
        ("ibuprofen 400 mg/paracetamol 1 g", ["ibuprofen 400 mg", "paracetamol 1 g"]),
        ("heat with jam", ["heat", "jam"]),
        ("jam with heat", ["jam", "heat"]),
        ("ibuprofen 400 mg with jam 20 mg", ["ibuprofen 400 mg", "jam 20 mg"]),
        ("jam 20 minutes and tea", ["jam 20 minutes", "tea"]),
        ("20 minutes of jam then tea", ["20 minutes of jam", "tea"]),
        # These are one.
        ("jam with tea", ["jam with tea"]),
        ("jam and tea 20 minutes", ["jam and tea 20 minutes"]),
        ("jam 20 mg with food", ["jam 20 mg with food"]),
        ("heat with my jam", ["heat with my jam"]),
        ("paracetamol and ibuprofen", ["paracetamol and ibuprofen"]),
        ("ibuprofen 400 mg, 2 tablets", ["ibuprofen 400 mg, 2 tablets"]),
        ("one and a half tablets ibuprofen", ["one and a half tablets ibuprofen"]),
        ("bread and butter", ["bread and butter"]),
        ("ibuprofen with food", ["ibuprofen with food"]),
        ("ibuprofen and", ["ibuprofen and"]),
        ("jam then tea", ["jam then tea"]),
        ("heat/jam", ["heat/jam"]),
        ("ibuprofen/naproxen", ["ibuprofen/naproxen"]),
        ("ibuprofen/naproxen 500 mg", ["ibuprofen/naproxen 500 mg"]),
        ("prednisolone 15 mg then 10 mg", ["prednisolone 15 mg then 10 mg"]),
    ],
)
def test_treatments_in_one_text_are_taken_apart_where_one_is_known(text, parts):
    assert separated(text, TREATED_WITH) == parts


def test_an_own_name_with_a_joining_word_stays_whole():
    tea = TREATED_WITH.new("rest and tea", "self-care", conventional=False)
    assert separated("Rest and tea", Treatments((*TREATED_WITH.all, tea))) == ["Rest and tea"]


@pytest.mark.parametrize(
    "text", ["and", "then", "followed by", "then 10 mg", "fifty mg", "with 2 tablets", "400 mg"]
)
def test_an_amount_and_a_joining_word_are_no_name(text):
    assert not has_name(text)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("and", '"and" cannot be a treatment: "and" joins the names of others.'),
        ("With food", '"With food" cannot be a treatment: "with" joins the names of others.'),
        ("plus", '"plus" cannot be a treatment'),
        ("tea and", '"tea and" cannot be a treatment: "and" joins'),
        ("then tea", '"then tea" cannot be a treatment: "then" joins the names of others.'),
        ("fifty mg", '"fifty mg" is an amount. Name the treatment first, as in "heat 20 min".'),
        ("twenty", '"twenty" is an amount.'),
    ],
)
def test_what_can_be_no_name_is_never_kept_as_a_treatment(name, said):
    with pytest.raises(RefusedError) as refused:
        TREATED_WITH.new(name, "other", conventional=False)
    assert str(refused.value).startswith(said)


@pytest.mark.parametrize(
    ("name", "ends"),
    [
        ("for", 'begins with "for"'),
        ("After dinner", 'begins with "after"'),
        ("twice", 'begins with "twice"'),
        ("tea for", 'ends with "for"'),
    ],
)
def test_no_name_begins_or_ends_with_a_word_that_says_when_or_how_often(name, ends):
    with pytest.raises(RefusedError) as refused:
        TREATED_WITH.new(name, "other", conventional=False)
    assert str(refused.value) == (
        f'"{name}" cannot be a treatment: no name {ends}. Name the treatment and its dose alone, '
        'as in "stretching 20 minutes" or "ibuprofen 2 x 400 mg".'
    )


@pytest.mark.parametrize("name", ["after-sun", "walk in the park", "lie-in", "balm of tea"])
def test_such_a_word_may_stand_inside_a_name(name):
    assert TREATED_WITH.new(name, "other", conventional=False).name == name


def test_a_name_may_end_in_plus_and_hold_joining_words():
    for name in ("Syndol Plus", "bread and butter", "walk with the dog"):
        assert TREATED_WITH.new(name, "other", conventional=False).name == name
