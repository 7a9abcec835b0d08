"""Decide what to say about a plan for a trial before it begins: what it may not be able to show."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from painlog.analysis.arithmetic import mean
from painlog.analysis.days import RatedDay, last_days
from painlog.analysis.other_treatments import changes_of
from painlog.analysis.trial_power import MOST_DAYS_FOR_SPREAD, FoundShare, PainSpread
from painlog.model.course import Course
from painlog.model.trial import Trial

WarningCode = Literal["no-ratings", "low-pain", "long", "weekends", "other-course"]

# Under this mean there is little that a treatment could take away.
LOW_PAIN = 3.0
LONG_DAYS = 84
LATELY_DAYS = 28
WEEKENDS_DIFFER_POINTS = 1.0
FEWEST_OF_EACH = 4
_WEEK = 7
_SATURDAY = 5


class TrialWarning(NamedTuple):
    """One weak point of a plan: a stable code, and the facts for its sentence."""

    code: WarningCode
    facts: Mapping[str, object] = {}


class Outlook(NamedTuple):
    """The outlook of a plan: the share of trials that find an effect, and its weak points.

    `spread` is how the pain goes, assumed where the person's own ratings are too few.
    """

    shares: tuple[FoundShare, ...]
    spread: PainSpread
    warnings: tuple[TrialWarning, ...]


def warnings_of(
    trial: Trial, days: Sequence[RatedDay], courses: Iterable[Course], today: date
) -> Iterator[TrialWarning]:
    """Yield what may stand against a plan.

    Args:
        trial: The plan.
        days: The rated days of its place up to today, in time order.
        courses: Started by hand.
        today: The present day.
    """
    lately = last_days(days, today, LATELY_DAYS)
    if lately.mean is None:
        yield TrialWarning("no-ratings", {"days": LATELY_DAYS})
    elif lately.mean < LOW_PAIN:
        yield TrialWarning("low-pain", {"mean": lately.mean})
    if trial.days > LONG_DAYS:
        yield TrialWarning("long", {"weeks": -(-trial.days // _WEEK)})
    if trial.block_days % _WEEK:
        yield from _weekends(last_days(days, today, MOST_DAYS_FOR_SPREAD).days)
    others = (c for c in courses if c.treatment not in trial.differing and _is_for(c, trial))
    for change in changes_of(others):
        if change.day > today - timedelta(days=LATELY_DAYS):
            yield TrialWarning("other-course", change.facts)


def _is_for(course: Course, trial: Trial) -> bool:
    return course.region in (None, trial.region)


def is_weekend(day: date) -> bool:
    """Tell whether a day is a Saturday or a Sunday."""
    return day.weekday() >= _SATURDAY


def _weekends(days: Sequence[RatedDay]) -> Iterator[TrialWarning]:
    weekend = [d.mean for d in days if is_weekend(d.day)]
    others = [d.mean for d in days if not is_weekend(d.day)]
    if min(len(weekend), len(others)) < FEWEST_OF_EACH:
        return
    apart = mean(weekend) - mean(others)
    if abs(apart) >= WEEKENDS_DIFFER_POINTS:
        yield TrialWarning("weekends", {"points": abs(apart), "more": apart > 0})
