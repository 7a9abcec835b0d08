"""The PEG: three questions about pain over the past week, in their published words.

Krebs et al. 2009, J Gen Intern Med 24:733–738, figure 1. What is known about a change of the score
holds for these words alone, and for what 0 and 10 stand for in them.
"""

from datetime import date
from typing import Literal, NamedTuple

from painlog.errors import NotUnderstoodError
from painlog.model.rating import parse_rating

_HOW_STRONG = "0 is “no pain” and 10 is “pain as bad as you can imagine”"
_INTERFERENCE = "0 is “does not interfere” and 10 is “completely interferes”"
_BEST_DESCRIBES = (
    "What number best describes how, during the past week, pain has interfered with your"
)


class Peg(NamedTuple):
    """Three whole numbers 0–10 about the week up to a day; a higher number is worse.

    `pain` is the average pain; `enjoyment` and `activity` say how much it interfered with
    enjoyment of life and with general activity. A day has at most one PEG.
    """

    answered_on: date
    pain: int
    enjoyment: int
    activity: int
    uid: str = ""
    id: int = 0
    updated_at: str = ""

    @property
    def total(self) -> int:
        """The sum of the three, 0–30."""
        return self.pain + self.enjoyment + self.activity

    @property
    def score(self) -> float:
        """The mean of the three, 0–10."""
        return self.total / 3


class Question(NamedTuple):
    """One of the three: its name, its text, and what 0 and 10 mean."""

    name: Literal["pain", "enjoyment", "activity"]
    text: str
    anchors: str


QUESTIONS = (
    Question(
        "pain", "What number best describes your pain on average in the past week?", _HOW_STRONG
    ),
    Question("enjoyment", f"{_BEST_DESCRIBES} enjoyment of life?", _INTERFERENCE),
    Question("activity", f"{_BEST_DESCRIBES} general activity?", _INTERFERENCE),
)


def parse_answer(text: str, question: Question) -> int:
    """Return the answer that a person wrote to a question: "7", "7/10", "seven".

    Raises:
        NotUnderstoodError: if it is not a whole number 0–10.
    """
    expected = f"Type a whole number from 0 to 10, where {question.anchors}."
    if not text.strip():
        raise NotUnderstoodError(f"All three questions need an answer. {expected}")
    try:
        return parse_rating(text, "interference")
    except NotUnderstoodError:
        raise NotUnderstoodError(
            f'"{text}" is not an answer about {question.name} on the 0–10 scale. {expected}'
        ) from None
