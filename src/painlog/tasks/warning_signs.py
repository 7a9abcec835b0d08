"""The check of warning signs, without a terminal: choose the questions and store the answers."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from painlog.advice.warning_signs import SIGNS, WarningSign, signs_for
from painlog.model.region import Region, Side, label
from painlog.model.sign_answer import SignAnswer, SignReply, latest_answers
from painlog.store.journal import Journal

COMMAND = "redflags --check"


class PlannedCheck(NamedTuple):
    """The questions for a place, in their order.

    `known` gives, for each sign that a clinician knows about, the day on which the person said so;
    `left_out` are those signs if they are not asked about again.
    """

    region: Region | None
    side: Side | None
    signs: tuple[WarningSign, ...]
    known: Mapping[str, date]
    left_out: tuple[WarningSign, ...] = ()

    @property
    def place(self) -> str:
        """The place in words: "left heel"; "" for none."""
        return label(self.region.name, self.side) if self.region else ""


class Offering(NamedTuple):
    """The number and the summary of the change after which a check was offered."""

    change_id: int = 0
    summary: str = ""


BY_ITSELF = Offering()


def plan_check(
    journal: Journal, region: Region | None, side: Side | None, *, anew: bool
) -> PlannedCheck:
    """Return what to ask about a place.

    Args:
        journal: With earlier answers.
        region: Where it hurts; None for nowhere in particular.
        side: The side of it.
        anew: Whether to ask again about signs that a clinician knows, because the person wants the
            check or the pain has changed.
    """
    name = region.name if region else None
    known = {
        answer.sign: answer.answered_at.date()
        for answer in latest_answers(journal.sign_answers())
        if answer.answer == "known" and (answer.region, answer.side) == (name, side)
    }
    every = signs_for(region)
    if anew:
        return PlannedCheck(region, side, every, known)
    return PlannedCheck(
        region,
        side,
        tuple(sign for sign in every if sign.code not in known),
        known,
        tuple(sign for sign in every if sign.code in known),
    )


def keep_answers(
    journal: Journal,
    plan: PlannedCheck,
    replies: Mapping[str, SignReply],
    answered_at: datetime,
    offering: Offering = BY_ITSELF,
) -> bool:
    """Store the answers of a check; return whether they are part of the change that offered it.

    One undo takes back both then. Otherwise they are a change of their own.
    """
    if not replies:
        return False
    region = plan.region.name if plan.region else None
    with journal.change(COMMAND, offering.change_id) as change:
        for sign, reply in replies.items():
            change.take(SignAnswer(answered_at, sign, reply, region, plan.side))
        change.summary = _summary(plan, replies)
        is_part = change.id == offering.change_id
        if is_part:
            change.summary = f"{offering.summary}; {change.summary}"
    return is_part


def _summary(plan: PlannedCheck, replies: Mapping[str, SignReply]) -> str:
    """Say what was answered: "13 answers about warning signs, left heel: yes to a limb that …"."""
    number = len(replies)
    noun = "answer about a warning sign" if number == 1 else "answers about warning signs"
    text = f"{number} {noun}{f', {plan.place}' if plan.place else ''}"
    told = [SIGNS[code].sign for code, reply in replies.items() if reply != "no"]
    return f"{text}: yes to {'; '.join(told)}" if told else f"{text}, all no"
