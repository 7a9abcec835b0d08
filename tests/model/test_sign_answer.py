"""Answers about warning signs: which of them counts, and what a code is."""

import pytest

from builders import sign_answer
from painlog.advice.warning_signs import SIGNS
from painlog.model.sign_answer import is_sign_code, latest_answers


def test_the_latest_answer_about_each_sign_and_place_counts():
    first, other = sign_answer("clot", "yes", "left knee"), sign_answer("clot", "no", "neck", day=3)
    last = sign_answer("clot", "no", "left knee", day=2)
    assert latest_answers([other, last, first]) == (last, other)
    # Of two of one moment the one with the higher number.
    again = last._replace(answer="known", id=2)
    assert latest_answers([again, last._replace(id=1)]) == (again,)


@pytest.mark.parametrize("code", [*SIGNS, "a-sign-to-come"])
def test_codes_are_words_with_hyphens(code):
    assert is_sign_code(code)


@pytest.mark.parametrize("text", ["", "Clot", "two words", "a;b", "-a", "x" * 61, "é"])
def test_other_texts_are_no_codes(text):
    assert not is_sign_code(text)
