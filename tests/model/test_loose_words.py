"""Words that say where, when, how often or how it went are no part of a name."""

import pytest

from builders import TREATED_WITH
from painlog.errors import RefusedError
from painlog.model.loose_words import is_remark
from painlog.tasks.taking import read_taken
from painlog.tasks.treatments import name_treatment


@pytest.mark.parametrize(
    ("text", "name", "behind"),
    [
        ("yoga for my head", "yoga", "for my head"),
        ("yoga for back", "yoga", "for back"),
        ("yoga after dinner", "yoga", "after dinner"),
        ("yoga at night", "yoga", "at night"),
        ("yoga left knee", "yoga", "left knee"),
        ("heat left knee", "heat", "left knee"),
        ("heat neck", "heat", "neck"),
        ("heat didn't work", "heat", "didn't work"),
        ("ibuprofen 400 mg no effect", "ibuprofen 400 mg", "no effect"),
    ],
)
def test_what_stands_behind_a_name_known_or_not_is_refused(text, name, behind):
    with pytest.raises(RefusedError) as refused:
        name_treatment(text, TREATED_WITH, None)
    assert str(refused.value) == (
        f'"{behind}" behind "{name}" is no treatment. Name the treatment and its dose alone, as '
        'in "stretching 20 minutes" or "ibuprofen 2 x 400 mg".'
    )


def test_a_name_with_such_a_word_inside_may_be_added_by_hand():
    assert TREATED_WITH.new("yoga for beginners", "exercise", conventional=True).own


@pytest.mark.parametrize("text", ["helped", "didn't help", "no effect at all", "made it worse"])
def test_a_remark_is_no_name(text):
    with pytest.raises(RefusedError) as refused:
        TREATED_WITH.new(text, "other", conventional=False)
    assert str(refused.value) == (
        f'"{text}" cannot be a treatment: it says how it went. Write that with --note "{text}"'
    )


@pytest.mark.parametrize("text", ["pain relief", "no screens", "sleep better", "home help", "heat"])
def test_a_name_is_no_remark(text):
    assert not is_remark(text)


@pytest.mark.parametrize(
    "text",
    [
        "no naproxen",
        "missed naproxen",
        "forgot to take my naproxen 500 mg",
        "didn't take naproxen",
        "naproxen not taken",
        "naproxen 500 mg, missed",
    ],
)
def test_what_was_not_used_is_no_use(text):
    for named in (
        lambda: name_treatment(text, TREATED_WITH, None),
        lambda: read_taken(text.split(), TREATED_WITH, None),
        lambda: read_taken([text], TREATED_WITH, None),
    ):
        with pytest.raises(RefusedError) as refused:
            named()
        assert str(refused.value) == (
            f'"{text}" says what was not used, and only what was used is logged. Keep it in the '
            f'note of the day: painlog day --note "{text}"'
        )


def test_a_name_of_ones_own_may_begin_with_no():
    assert name_treatment("no screens", TREATED_WITH, None).name == "no screens"
