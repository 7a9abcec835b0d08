"""What the day at a glance and the check-in say and ask about a trial that is under way."""

from typing import TYPE_CHECKING

from painlog.cli.base.ask import ask
from painlog.errors import NotUnderstoodError
from painlog.store import recent
from painlog.views.terminal.screen import say, screen

if TYPE_CHECKING:
    from datetime import date

    from painlog.model.trial import Kept, TrialDay
    from painlog.store.journal import Journal

_ANSWERS = "yes, partly or no; Enter: not now"


def trial_lines(journal: "Journal", today: "date") -> tuple[str, ...]:
    """Return what a day is in the trial under way; nothing where none is.

    Nothing is imported where no trial is.
    """
    if not recent.has_trial_under_way(journal, today):
        return ()
    from painlog.tasks.trial import trial_today
    from painlog.views.trials import LOG_IT, today_words

    found = trial_today(journal, today)
    if found is None:
        return ()
    asked = (LOG_IT,) if found.unanswered and not found.signs else ()
    return today_words(found, today), *asked


def ask_about_trial(journal: "Journal", today: "date") -> "TrialDay | None":
    """Say what a day is in the trial under way, and ask whether it was as planned.

    Returns:
        The answer to store, None where no trial is under way, the day is answered already, a
        warning sign stands against going on, or the person skips it.
    """
    for line in trial_lines(journal, today):
        say(screen().wrapped(line))
    if not recent.has_trial_under_way(journal, today):
        return None
    from painlog.model.trial import TrialDay
    from painlog.tasks.trial import trial_today

    found = trial_today(journal, today)
    if found is None or found.block is None or found.signs or today not in found.unanswered:
        return None
    kept = ask(f"Was the day as planned? {_ANSWERS}", understand_kept)
    return TrialDay(found.trial.uid, today, kept) if kept else None


def understand_kept(text: str) -> "Kept | None":
    """Return the answer that a person typed; None where they typed nothing.

    Raises:
        NotUnderstoodError: if it is none of yes, partly and no.
    """
    from painlog.model.trial import KEPT

    word = text.strip().lower()
    if not word:
        return None
    found = [kept for kept in KEPT if kept.startswith(word)]
    if len(found) != 1:
        raise NotUnderstoodError(f'"{text}" is none of yes, partly and no.')
    return found[0]
