"""The PEG: three questions about pain over the past week (Krebs 2009)."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from painlog.errors import NotUnderstoodError
from painlog.model.entry import ANCHORS, parse_intensity

_HINDRANCE = "0 is not at all and 10 is completely"


@dataclass(frozen=True, slots=True)
class Peg:
    """Three whole numbers 0–10 about the week up to a day; a higher number is worse.

    `pain` is the average pain; `enjoyment` and `activity` say how much it got in the way of
    enjoying life and of general activity. A day has at most one PEG.
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
    Question("pain", "How strong was your pain on average?", ANCHORS),
    Question(
        "enjoyment", "How much did pain get in the way of your enjoyment of life?", _HINDRANCE
    ),
    Question("activity", "How much did pain get in the way of your general activity?", _HINDRANCE),
)


def parse_answer(text: str, question: Question) -> int:
    """Return the answer that a person wrote to a question: "7", "7/10".

    Raises:
        NotUnderstoodError: if it is not a whole number 0–10.
    """
    expected = f"Type a whole number from 0 to 10, where {question.anchors}."
    if not text.strip():
        raise NotUnderstoodError(f"All three questions need an answer. {expected}")
    try:
        return parse_intensity(text)
    except NotUnderstoodError:
        raise NotUnderstoodError(
            f'"{text}" is not an answer about {question.name} on the 0–10 scale. {expected}'
        ) from None
