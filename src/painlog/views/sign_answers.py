"""Answers to the check of warning signs in words, for every form of the report."""

from collections.abc import Iterator

from painlog.advice.warning_signs.answered import AnsweredSign, SignsAnswered
from painlog.views.wording import count, day, listed, printable

ANSWERED_HEAD = "Warning signs, as answered"
_MOST_PLACES = 3


def told_answers(signs: SignsAnswered) -> Iterator[str]:
    """Yield each sign with a yes and each that a clinician knows of, with day and place."""
    yield from map(_told, signs.told)
    for before in signs.no_longer:
        yield f"Yes before, no since: {_asked(before)}"


def denied_answers(signs: SignsAnswered) -> str:
    """Say how many signs were answered with no and when last; "" for none."""
    denied = signs.denied
    if not denied:
        return ""
    last = max(answer.answered_at.date() for answer in denied)
    places = dict.fromkeys(printable(answer.place) for answer in denied if answer.place)
    about = f" about the {listed(places)}" if 0 < len(places) <= _MOST_PLACES else ""
    return f"No to {count(len(denied), 'question')}{about}, last on {day(last)}."


def _told(told: AnsweredSign) -> str:
    if told.answer.answer == "known":
        return f"A clinician knows: {_asked(told)}"
    return f"Yes: {_asked(told)}"


def _asked(told: AnsweredSign) -> str:
    answer = told.answer
    where = f", {printable(answer.place)}" if answer.place else ""
    return f"{told.sign.sign} ({day(answer.answered_at.date())}{where})."
