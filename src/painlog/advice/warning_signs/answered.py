"""What the answers of a journal say about warning signs, for a report."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from painlog.advice.warning_signs import SIGNS, WarningSign
from painlog.model.sign_answer import SignAnswer, latest_answers


class AnsweredSign(NamedTuple):
    """A sign that a person said yes to, or of which a clinician knows, with the answer."""

    sign: WarningSign
    answer: SignAnswer


class SignsAnswered(NamedTuple):
    """What a report says of the check: the signs with a yes, and when all else was no.

    `told` are the latest answers other than no, latest first. `asked` counts the signs that were
    asked about, and `last` is the day of the latest answer, None if nothing was ever asked.
    """

    told: tuple[AnsweredSign, ...] = ()
    asked: int = 0
    last: date | None = None


def signs_answered(answers: Iterable[SignAnswer]) -> SignsAnswered:
    """Return what the latest answers say; codes of a newer painlog are left out."""
    latest = [a for a in latest_answers(answers) if a.sign in SIGNS]
    told = [AnsweredSign(SIGNS[a.sign], a) for a in reversed(latest) if a.answer != "no"]
    return SignsAnswered(
        tuple(told), len(latest), max((a.answered_at.date() for a in latest), default=None)
    )
