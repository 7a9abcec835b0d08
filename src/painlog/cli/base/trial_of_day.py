"""What `painlog today` and the check-in say and ask about a trial under way."""

from datetime import timedelta
from typing import TYPE_CHECKING

from painlog.cli.base.ask import ask
from painlog.errors import NotUnderstoodError
from painlog.model.nothing_said import means_no, means_nothing
from painlog.store import recent
from painlog.views.terminal.screen import say, screen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from painlog.model.course import Course
    from painlog.model.entry import Entry
    from painlog.model.trial import Kept, TrialDay
    from painlog.model.use import Use
    from painlog.store.journal import Journal

# How long `painlog today` says that a trial is over and can be read.
_TOLD_THAT_IT_IS_OVER = timedelta(days=14)
_ANSWERS = "yes, partly or no; Enter: not now"


def trial_lines(journal: "Journal", today: "date") -> tuple[str, ...]:
    """Return what a day is in the trial under way, or that a trial is over; else nothing.

    Nothing is imported where no trial is.
    """
    if not recent.has_trial_under_way(journal, today - _TOLD_THAT_IT_IS_OVER):
        return ()
    from painlog.tasks.trial import trial_today
    from painlog.views.trials import LOG_IT, over_words, today_words

    found = trial_today(journal, today)
    if found is None:
        return tuple(
            over_words(trial)
            for trial in journal.trials()
            if trial.stopped_on is None
            and trial.ends_on < today <= trial.ends_on + _TOLD_THAT_IT_IS_OVER
        )
    asked = (LOG_IT,) if found.unanswered and not found.signs else ()
    return today_words(found, today), *asked


def ask_about_trial(
    journal: "Journal", today: "date", typed: "Callable[[str], str]"
) -> "TrialDay | None":
    """Say what a day is in the trial under way, and ask whether it was as planned.

    `typed` returns what was typed without the keys of a check-in.

    Returns:
        The answer to store. None if no trial is under way, the day is answered already, a warning
        sign stands against going on, or the person skips the question.
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
    kept = ask(f"Was the day as planned? {_ANSWERS}", lambda text: understand_kept(typed(text)))
    return TrialDay(found.trial.uid, today, kept) if kept else None


def say_against_trial(
    journal: "Journal", begun: "Iterable[Course]", ended: "Iterable[Course]", today: "date"
) -> None:
    """Say where a course that began or ended will stand against the trial under way.

    One of a treatment that the trial compares does so where it runs in the arm without it.
    """
    if not recent.has_trial_under_way(journal, today):
        return
    from painlog.analysis.trial_cautions import in_other_arm, is_for
    from painlog.store.trials import trials_under_way
    from painlog.views.trials import against_words, own_course_words

    begun = tuple(begun)
    for trial in trials_under_way(journal, today):
        for course in (*begun, *ended):
            if is_for(course, trial) and course.treatment not in trial.differing:
                say(screen().wrapped(against_words(trial, course.treatment)))
        for caution in in_other_arm(trial, begun, {}, trial.ends_on):
            treatment = str(caution.facts["treatment"])
            say(screen().wrapped(own_course_words(trial, treatment)))


def say_in_other_arm(
    journal: "Journal", entries: "Iterable[Entry]", uses: "Iterable[Use]", today: "date"
) -> None:
    """Say once for each day where what was used is no part of what that day of a trial is for.

    Nothing is said, and nothing imported, where no trial is under way.
    """
    if not recent.has_trial_under_way(journal, today):
        return
    from painlog.advice.trial_record import days_used
    from painlog.analysis.trial_cautions import days_without
    from painlog.store.trials import trials_under_way
    from painlog.views.trials import own_use_words

    entries, uses = tuple(entries), tuple(uses)
    for trial in trials_under_way(journal, today):
        for treatment in sorted(trial.differing):
            without = days_without(trial, treatment, today)
            for day in sorted(without & set(days_used(treatment, trial, entries, uses))):
                say(screen().wrapped(own_use_words(trial, treatment, day), "  "))


def say_missed_by_side(journal: "Journal", saved: "Iterable[Entry]", today: "date") -> None:
    """Say once that ratings do not count in the trial under way, if only their side is why.

    Every command that stores or changes ratings one by one says it in these words.

    Nothing is said, and nothing imported, where no trial is under way, or its place is rated too.
    """
    if not recent.has_trial_under_way(journal, today):
        return
    from painlog.store.trials import trials_under_way
    from painlog.views.trials import missed_words

    for trial in trials_under_way(journal, today):
        missed = [e for e in saved if trial.misses_by_side(e.region, e.side)]
        days = {e.day for e in missed if trial.starts_on <= e.day <= trial.ends_on}
        if any((trial.region, trial.side) not in recent.rated_on(journal, day) for day in days):
            say(screen().wrapped(missed_words(trial), "  "))


def say_left_unrated(journal: "Journal", change_id: int, today: "date") -> None:
    """Say on which days of the trial under way a change took the last rating away.

    Every command that removes or changes ratings says it in these words. Nothing is said, and
    nothing imported, where no trial is under way.
    """
    if not change_id or not recent.has_trial_under_way(journal, today):
        return
    from painlog.store.trials import left_unrated, trials_under_way
    from painlog.views.trials import left_unrated_words

    diaries = recent.attack_diaries(journal)
    for trial in trials_under_way(journal, today):
        if days := left_unrated(journal, trial, change_id, today):
            diary = trial.region in diaries
            say(screen().wrapped(left_unrated_words(trial, days, attack_diary=diary), "  "))


def say_of_change(journal: "Journal", change_id: int, today: "date") -> None:
    """Say what a change of many things, or its undo or redo, means for the trial under way."""
    if not change_id or not recent.has_trial_under_way(journal, today):
        return
    from painlog.model.entry import Entry
    from painlog.model.use import Use
    from painlog.store.trials import logged_in_trials

    logged = logged_in_trials(journal, change_id, today)
    entries = [thing for thing in logged if isinstance(thing, Entry)]
    say_missed_by_side(journal, entries, today)
    say_in_other_arm(journal, entries, [use for use in logged if isinstance(use, Use)], today)
    say_left_unrated(journal, change_id, today)


def understand_kept(text: str) -> "Kept | None":
    """Return the answer that a person typed; None where they typed nothing.

    Raises:
        NotUnderstoodError: if it is not yes, partly or no.
    """
    from painlog.model.trial import KEPT

    word = text.strip().lower()
    if means_no(text):
        return "no"
    if not word or means_nothing(text):
        return None
    found = [kept for kept in KEPT if kept.startswith(word)]
    if len(found) != 1:
        raise NotUnderstoodError(f'"{text}" is not an answer; type yes, partly or no.')
    return found[0]
