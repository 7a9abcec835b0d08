"""What the answers of a journal say about warning signs, for a report."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from painlog.advice.warning_signs import SIGNS, WarningSign
from painlog.model.sign_answer import SignAnswer, latest_answers


class AnsweredSign(NamedTuple):
    """A sign that a person said yes to, or that a clinician knows about, with the answer."""

    sign: WarningSign
    answer: SignAnswer


class SignsAnswered(NamedTuple):
    """The answers to the check, as a report shows them.

    `told` are the signs with an answer other than no, the latest first. `latest` is the latest
    answer about each sign and place, no included, in the order in which they were given.
    `no_longer` are the signs with a yes in that time and a no after it, each with its yes.
    """

    told: tuple[AnsweredSign, ...] = ()
    latest: tuple[SignAnswer, ...] = ()
    no_longer: tuple[AnsweredSign, ...] = ()

    @property
    def denied(self) -> tuple[SignAnswer, ...]:
        """The latest answers that are no."""
        return tuple(answer for answer in self.latest if answer.answer == "no")


NOT_ASKED = SignsAnswered()


def signs_answered(answers: Iterable[SignAnswer], since: date) -> SignsAnswered:
    """Return what the latest answers say; codes of a newer painlog are left out.

    Args:
        answers: Those that the report may know.
        since: The first day on which an answer still counts. One that a clinician knows about it
            counts longer.
    """
    answers = tuple(answers)
    latest = tuple(
        a
        for a in latest_answers(answers)
        if a.sign in SIGNS and (a.answer == "known" or a.answered_at.date() >= since)
    )
    told = (AnsweredSign(SIGNS[a.sign], a) for a in reversed(latest) if a.answer != "no")
    denied = {(a.sign, a.region, a.side) for a in latest if a.answer == "no"}
    yes = {
        (a.sign, a.region, a.side): a
        for a in sorted(answers, key=lambda a: a.answered_at)
        if a.answer == "yes" and a.answered_at.date() >= since
    }
    no_longer = (AnsweredSign(SIGNS[a.sign], a) for key, a in yes.items() if key in denied)
    return SignsAnswered(tuple(told), latest, tuple(no_longer))
