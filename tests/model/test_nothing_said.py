"""Words by which a person says that there is nothing to say."""

import pytest

from builders import TREATED_WITH
from painlog.errors import NotUnderstoodError, RefusedError
from painlog.model.factor import Factor, parse_value
from painlog.model.nothing_said import is_no_treatment, means_no, means_nothing


@pytest.mark.parametrize(
    "text",
    [
        *("no", "No", "NO.", "n", "nope", "nah", "none", "nothing", "nil", "n/a", "-", "--", "–"),
        *("nothing today", "nothing really", "not today", "Nothing at all.", "no, nothing"),
        *("none today", "no thanks", "nope, not today", "nothing else", "not really", "not now"),
    ],
)
def test_nothing_is_said_in_many_words(text):
    assert means_nothing(text)
    assert is_no_treatment(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "heat",
            "no pain",
            "no heat",
            "nothing worked",
            "not slept",
            "knot",
            "none of it",
        ),
        *("I did nothing wrong", "not ibuprofen", "nothing but heat", "nap", "?", "0", "no sleep"),
    ],
)
def test_a_text_that_says_something_is_not_nothing(text):
    assert not means_nothing(text)


def test_a_no_is_an_answer_and_none_is_not():
    assert [means_no(text) for text in ("no", "Nope", "n", "none", "nothing")] == [
        *(True, True, True, False, False)
    ]


def test_nothing_can_name_no_treatment():
    with pytest.raises(RefusedError) as refused:
        TREATED_WITH.new("nope", "other", conventional=False)
    assert str(refused.value) == (
        '"nope" says that nothing was done, and that needs no entry. For a treatment, type its '
        'name, as in "heat".'
    )


def test_nothing_is_a_no_to_a_factor_and_is_never_taken_for_0():
    assert parse_value("nope", Factor("alcohol", "yes-no")) == 0
    with pytest.raises(NotUnderstoodError) as refused:
        parse_value("none", Factor("cups", "number"))
    assert str(refused.value) == '"none" is not a value of cups. If none means 0, type 0.'
