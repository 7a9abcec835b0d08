"""The three answers of a PEG, and reading them."""

import pytest

from builders import on, peg
from painlog.errors import NotUnderstoodError
from painlog.model.peg import QUESTIONS, parse_answer

PAIN, ENJOYMENT, ACTIVITY = QUESTIONS


def test_the_score_is_the_mean_of_the_three():
    assert peg(6, 5, 7).score == 6.0
    assert peg(6, 6, 7).score == 19 / 3
    assert (peg(0, 0, 0).score, peg(10, 10, 10).score) == (0.0, 10.0)


def test_a_peg_says_its_day_and_cannot_be_changed():
    answered = peg(6, 5, 7, day=4)
    assert (answered.answered_on, answered.uid, answered.id) == (on(4), "", 0)
    with pytest.raises(AttributeError):
        answered.pain = 0  # type: ignore[misc]


def test_there_are_three_questions_for_the_three_answers():
    assert [question.name for question in QUESTIONS] == ["pain", "enjoyment", "activity"]


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("10", 10), (" 7 ", 7), ("7/10", 7), ("6.0", 6), ("07", 7)]
)
def test_an_answer_is_a_whole_number_from_0_to_10(text, number):
    assert parse_answer(text, ENJOYMENT) == number


@pytest.mark.parametrize("text", ["11", "-1", "6.5", "sixty", "7/11", "6 5", "١", "70 %"])
@pytest.mark.parametrize(
    ("question", "ends"),
    [
        (PAIN, "0 is “no pain” and 10 is “pain as bad as you can imagine”"),
        (ENJOYMENT, "0 is “does not interfere” and 10 is “completely interferes”"),
        (ACTIVITY, "0 is “does not interfere” and 10 is “completely interferes”"),
    ],
    ids=lambda value: getattr(value, "name", None),
)
def test_any_other_answer_is_refused_with_what_0_and_10_mean(text, question, ends):
    with pytest.raises(NotUnderstoodError) as refused:
        parse_answer(text, question)
    assert str(refused.value) == (
        f'"{text}" is not an answer about {question.name} on the 0–10 scale. '
        f"Type a whole number from 0 to 10, where {ends}."
    )


@pytest.mark.parametrize("text", ["", "  "])
def test_no_answer_is_no_skipping(text):
    with pytest.raises(NotUnderstoodError) as refused:
        parse_answer(text, PAIN)
    assert str(refused.value) == (
        "All three questions need an answer. Type a whole number from 0 to 10, where "
        "0 is “no pain” and 10 is “pain as bad as you can imagine”."
    )
