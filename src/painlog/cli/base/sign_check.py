"""The check of warning signs on a terminal: offered after an entry, or asked for.

One key answers a question, and a yes is followed at once by what to do. Ctrl-C ends the check; what
was saved and answered stays.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from painlog.advice.services import Services
from painlog.cli.base import settings
from painlog.cli.base.ask import agrees, ask, pressed
from painlog.errors import NotUnderstoodError
from painlog.model.entry import Entry
from painlog.model.names import normal
from painlog.model.region import label
from painlog.tasks.warning_signs import (
    BY_ITSELF,
    Offering,
    PlannedCheck,
    keep_answers,
    plan_check,
)
from painlog.views.terminal.screen import Screen, say, screen
from painlog.views.terminal.warning_signs import (
    action_lines,
    end_lines,
    intro_lines,
    question_lines,
)
from painlog.views.wording import printable

if TYPE_CHECKING:
    from painlog.advice.warning_signs import WarningSign
    from painlog.model.sign_answer import SignReply
    from painlog.store.check_reason import CheckReason
    from painlog.store.journal import Journal

    Pressed = Literal[SignReply, "back", "end"]

ANYTHING_NEW = "Anything new: numbness, fever, breathless, a swelling, a blow, dark thoughts?"
_KEYS: "dict[str, Pressed]" = {
    "y": "yes",
    "": "no",
    "n": "no",
    "k": "known",
    "b": "back",
    "q": "end",
}


def offer_check(
    journal: "Journal",
    reasons: "Sequence[tuple[Entry, CheckReason]]",
    this_moment: datetime,
    offering: Offering,
) -> None:
    """Offer the check after an entry; Enter declines.

    Args:
        journal: Open for writing, with the entries.
        reasons: Why to ask, by entry. The one that hurts most is asked about.
        this_moment: The present moment.
        offering: The change that saved the entries. The answers become part of it.
    """
    entry, reason = max(reasons, key=lambda found: found[0].intensity)
    plan = _plan_for(journal, entry, anew=reason == "rise")
    number = len(plan.signs)
    if agrees(f"Check the {printable(entry.place)} for warning signs? {number} short questions."):
        run_check(journal, plan, this_moment, offering)


def ask_anything_new(
    journal: "Journal", rated: Sequence[Entry], this_moment: datetime, offering: Offering
) -> None:
    """Ask in one line whether anything is new; after a yes, run the check.

    Args:
        journal: Open for writing, with the entries.
        rated: What was rated in this check-in; if there are several places, the person chooses.
        this_moment: The present moment.
        offering: The change of the check-in. The answers become part of it.
    """
    if rated and agrees(ANYTHING_NEW):
        plan = _plan_for(journal, _chosen(rated), anew=True)
        run_check(journal, plan, this_moment, offering)


def run_check(
    journal: "Journal",
    plan: PlannedCheck,
    this_moment: datetime,
    offering: Offering = BY_ITSELF,
) -> None:
    """Ask the questions of a check one by one, and keep the answers, however it ends."""
    page, services = screen(), settings.services()
    say(intro_lines(len(plan.signs), plan.place, page), always=True)
    replies: dict[str, SignReply] = {}
    try:
        _ask_all(plan, replies, services, page)
    finally:
        is_part = keep_answers(journal, plan, replies, this_moment, offering)
    said_yes = [sign for sign in plan.signs if replies.get(sign.code) == "yes"]
    ending = end_lines(said_yes, len(replies), plan.left_out, services, page, with_entry=is_part)
    say(ending, always=True)


def _ask_all(
    plan: PlannedCheck, replies: "dict[str, SignReply]", services: Services, page: Screen
) -> None:
    """Fill in the replies; after a yes, say what to do before anything else is asked."""
    at, of = 0, len(plan.signs)
    while at < of:
        sign = plan.signs[at]
        reply = _reply_to(sign, at + 1, of, plan, page)
        if reply == "end":
            return
        if reply == "back":
            at = max(0, at - 1)
            continue
        replies[sign.code] = reply
        at += 1
        if reply == "yes":
            say(action_lines(sign, services, page), always=True)
            if at < of and not agrees("Go on with the questions?"):
                return


def _reply_to(
    sign: "WarningSign", number: int, of: int, plan: PlannedCheck, page: Screen
) -> "Pressed":
    say(question_lines(sign, number, of, plan.known.get(sign.code), page), always=True)
    return pressed("   y, n, k, b or q (Enter: no): ", _KEYS)


def _plan_for(journal: "Journal", entry: Entry, *, anew: bool) -> PlannedCheck:
    return plan_check(journal, journal.regions.by_name[entry.region], entry.side, anew=anew)


def _chosen(rated: Sequence[Entry]) -> Entry:
    """Ask which entry is meant, and return it; Enter means the one that hurts most."""
    if len(rated) == 1:
        return rated[0]
    page = screen()
    for number, entry in enumerate(rated, start=1):
        say(page.wrapped(printable(label(entry.region, entry.side)), f"  {number} "), always=True)

    def understand(text: str) -> Entry:
        if not text:
            return max(rated, key=lambda entry: entry.intensity)
        for entry in rated:
            if normal(text) in (normal(entry.place), normal(label(entry.region, entry.side))):
                return entry
        if not text.isdigit() or not 1 <= int(text) <= len(rated):
            raise NotUnderstoodError(
                f'"{text}" is not in the list; type 1 to {len(rated)}, or the name.'
            )
        return rated[int(text) - 1]

    return ask("Where is it new? (Enter: where it hurts most)", understand)
