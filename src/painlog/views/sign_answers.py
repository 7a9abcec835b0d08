"""Answers to the check of warning signs in words, for every form of the report."""

from collections.abc import Iterator

from painlog.advice.warning_signs.answered import AnsweredSign, SignsAnswered
from painlog.views.wording import count, day, printable

ANSWERED_HEAD = "Warning signs, as answered"


def told_answers(signs: SignsAnswered) -> Iterator[str]:
    """Yield each sign with a yes, and what a clinician knows of, with its day and place."""
    return map(_told, signs.told)


def denied_answers(signs: SignsAnswered) -> str:
    """Say how many signs were answered with no and when last; "" for none."""
    denied = signs.denied
    if not denied:
        return ""
    last = max(answer.answered_at.date() for answer in denied)
    return f"No to {count(len(denied), 'question')}, last on {day(last)}."


def _told(told: AnsweredSign) -> str:
    answer = told.answer
    where = f", {printable(answer.place)}" if answer.place else ""
    asked = f"{told.sign.sign} ({day(answer.answered_at.date())}{where})."
    if answer.answer == "known":
        return f"A clinician knows: {asked}"
    return f"Yes: {asked}"
