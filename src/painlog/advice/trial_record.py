"""Collect what a journal says of a trial besides its ratings: days as planned, what came up."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain

from painlog.advice.red_flags import told_of
from painlog.advice.trials import SignOfLate, signs_of
from painlog.analysis.course_days import days_in_course
from painlog.analysis.medicines import acute_days, days_by_medicine
from painlog.analysis.trials import TrialRecord
from painlog.model.course import Course
from painlog.model.entry import Entry
from painlog.model.sign_answer import SignAnswer
from painlog.model.treatment import Treatment
from painlog.model.trial import Trial, TrialDay
from painlog.model.use import Use

# For this long a warning sign stands against planning a trial, or going on with one.
SIGNS_SINCE = timedelta(days=14)


def days_of_record(trial: Trial, today: date) -> tuple[date, date]:
    """Return the first and last day whose entries and uses the record needs.

    For a trial that is over these are its own days, however long ago it was.
    """
    if trial.is_over(today):
        return trial.starts_on, last_day_of_record(trial, today)
    return min(trial.starts_on, today - SIGNS_SINCE), today


def last_day_of_record(trial: Trial, today: date) -> date:
    """Return the last day of a trial so far: its end, the day it was stopped, or today."""
    return min(trial.stopped_on or trial.ends_on, today)


def trial_record(
    trial: Trial,
    today: date,
    *,
    entries: Sequence[Entry],
    uses: Iterable[Use],
    answers: Iterable[TrialDay],
    courses: Sequence[Course],
    signs: Sequence[SignAnswer],
    treatments: Mapping[str, Treatment],
    attack_diary: bool,
    stops: Iterable[date] = (),
) -> TrialRecord:
    """Return what a journal says on a day besides the ratings of a trial.

    Args:
        trial: The plan.
        today: The present day.
        entries: Of every place, on all `days_of_record`; more do no harm.
        uses: Without a rating, of the same days.
        answers: Whether days were as planned, of any trial.
        courses: Started by hand.
        signs: Answers about warning signs, of any time.
        treatments: By name.
        attack_diary: Whether every attack at its place is written down.
        stops: The days on which it was stopped and then taken up again.
    """
    until = last_day_of_record(trial, today)
    within = [e for e in entries if trial.starts_on <= e.day <= until]
    used = [use for use in uses if trial.starts_on <= use.day <= until]
    taken = days_by_medicine((), (*chain.from_iterable(e.uses for e in within), *used), treatments)
    return TrialRecord(
        {answer.day: answer.kept for answer in answers if answer.trial == trial.uid},
        courses,
        frozenset(acute_days(taken, treatments)),
        paused=not trial.is_over(today) and bool(signs_lately(entries, signs, today)),
        signs=bool(signs_of(told_of(within), signs, trial.starts_on, until)),
        course_days=frozenset(acute_days(days_in_course(courses, treatments, until), treatments)),
        stops=tuple(stops),
        uses={name: frozenset(days_used(name, trial, within, used)) for name in trial.differing},
        attack_diary=attack_diary,
    )


def days_used(
    treatment: str, trial: Trial, entries: Iterable[Entry], uses: Iterable[Use]
) -> Iterator[date]:
    """Yield the days on which a treatment was logged for the place of a trial, or for no place."""
    for entry in entries:
        if treatment in entry.treatments and trial.is_at(entry.region, entry.side):
            yield entry.day
    for use in uses:
        if use.treatment == treatment and trial.has_use(use):
            yield use.day


def signs_lately(
    entries: Iterable[Entry], signs: Iterable[SignAnswer], today: date
) -> tuple[SignOfLate, ...]:
    """Return the warning signs of the 14 days up to a day, emergencies first."""
    first = today - SIGNS_SINCE
    told = told_of(entry for entry in entries if first <= entry.day <= today)
    return signs_of(told, signs, first, today)
