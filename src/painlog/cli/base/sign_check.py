"""The check of warning signs on a terminal: offered after an entry, or asked for.

One key answers a question, and a yes is followed at once by what to do. Enter answers none, because
one that is typed behind a key from habit would be a "no" that nobody gave; by lines it is a "no".
Ctrl-C ends the check; what was saved and answered stays.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal

import typer

from painlog.advice.services import Services
from painlog.cli.base import settings
from painlog.cli.base.ask import agrees, ask
from painlog.cli.base.one_key import Answers, TakenBackError, answers
from painlog.errors import NotUnderstoodError
from painlog.model.entry import Entry
from painlog.model.names import normal
from painlog.model.nothing_said import means_nothing
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
    from painlog.model.sign_answer import SignReply
    from painlog.store.check_reason import CheckReason
    from painlog.store.journal import Journal

    Pressed = Literal[SignReply, "back", "end"]

ANYTHING_NEW = "Anything new: numbness, fever, breathless, a swelling, a blow, dark thoughts?"
_AT_ONCE = "ynkbq"
_MEANINGS: "dict[str, Pressed]" = {
    **dict.fromkeys(("y", "yes"), "yes"),
    **dict.fromkeys(("n", "no"), "no"),
    **dict.fromkeys(("k", "known"), "known"),
    **dict.fromkeys(("b", "back"), "back"),
    **dict.fromkeys(("q", "quit", "stop"), "end"),
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
    journal: "Journal",
    rated: Sequence[Entry],
    this_moment: datetime,
    offering: Offering,
    *,
    by_lines: bool = False,
) -> None:
    """Ask in one line whether anything is new; after a yes, run the check.

    Args:
        journal: Open for writing, with the entries.
        rated: What was rated in this check-in; if there are several places, the person chooses.
        this_moment: The present moment.
        offering: The change of the check-in. The answers become part of it.
        by_lines: Whether each answer is a line, though the terminal can read keys.
    """
    if rated and agrees(ANYTHING_NEW):
        plan = _plan_for(journal, _chosen(rated), anew=True)
        run_check(journal, plan, this_moment, offering, by_lines=by_lines)


def run_check(
    journal: "Journal",
    plan: PlannedCheck,
    this_moment: datetime,
    offering: Offering = BY_ITSELF,
    *,
    by_lines: bool = False,
) -> None:
    """Ask the questions of a check one by one, and keep the answers, however it ends."""
    page, services = screen(), settings.services()
    say(intro_lines(len(plan.signs), plan.place, page), always=True)
    replies: dict[str, SignReply] = {}
    try:
        with answers(by_lines=by_lines, begin_words=True) as asker:
            _ask_all(asker, plan, replies, services, page)
    except EOFError:
        say([""], always=True)  # what is said next begins on a line of its own
        raise typer.Abort from None
    finally:
        is_part = keep_answers(journal, plan, replies, this_moment, offering)
    said_yes = [sign for sign in plan.signs if replies.get(sign.code) == "yes"]
    ending = end_lines(said_yes, len(replies), plan.left_out, services, page, with_entry=is_part)
    say(ending, always=True)


def _ask_all(
    asker: Answers,
    plan: PlannedCheck,
    replies: "dict[str, SignReply]",
    services: Services,
    page: Screen,
) -> None:
    """Fill in the replies; after a yes, say what to do before anything else is asked."""
    at, before, of = 0, 0, len(plan.signs)
    while at < of:
        sign = plan.signs[at]
        say(question_lines(sign, at + 1, of, plan.known.get(sign.code), page), always=True)
        try:
            reply = _reply(asker, is_last=at + 1 == of)
            before = at
            if reply in ("yes", "no", "known"):
                replies[sign.code] = reply
            if reply == "yes":
                say(action_lines(sign, services, page), always=True)
            if reply == "end" or (reply == "yes" and at + 1 < of and not _goes_on(asker)):
                return
        except TakenBackError:
            at = before
            # A yes holds until the question is answered anew: that is the safe side.
            if replies.get(plan.signs[at].code) != "yes":
                replies.pop(plan.signs[at].code, None)
            continue
        at = max(0, at - 1) if reply == "back" else at + 1


def _reply(asker: Answers, *, is_last: bool) -> "Pressed":
    """Ask for a key; at the last question with Enter, because what follows may read lines."""

    def understand(text: str) -> "Pressed":
        reply = _MEANINGS.get(text.casefold())
        if not asker.by_key and (not text or (reply is None and means_nothing(text))):
            return "no"
        if reply is None:
            typed = f'"{text}" is none of the keys' if text else "Enter alone answers nothing"
            raise NotUnderstoodError(
                f"{typed}. Type y for yes, n for no, k for yes and a clinician knows, b for back "
                "or q to end."
            )
        return reply

    beside = "" if asker.by_key else " (Enter: no)"
    if asker.by_key and is_last:
        beside = ", then Enter"
    reply = asker.ask(f"   y, n, k, b or q{beside}", understand, "" if is_last else _AT_ONCE)
    if not asker.by_key:
        say([reply], always=True)
    return reply


def _goes_on(asker: Answers) -> bool:
    question = "Go on with the questions?"
    if not asker.by_key:
        return agrees(question)

    def understand(text: str) -> bool:
        word = text.casefold()
        if word not in ("y", "yes", "n", "no"):
            raise NotUnderstoodError("Type y to go on, or n to end.")
        return word.startswith("y")

    return asker.ask(f"{question} y or n", understand, "yn", lambda yes: "yes" if yes else "no")


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
