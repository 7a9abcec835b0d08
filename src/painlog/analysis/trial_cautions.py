"""Decide what stands against the result of a trial: a stable code each, and its facts."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from painlog.analysis.arithmetic import mean
from painlog.analysis.course_days import days_of
from painlog.analysis.days import RatedDay, window
from painlog.analysis.other_treatments import changes_of
from painlog.analysis.trial_schedule import TrialBlock, blocks_of
from painlog.analysis.trial_warnings import FEWEST_OF_EACH, WEEKENDS_DIFFER_POINTS, is_weekend
from painlog.model.course import Course
from painlog.model.trial import FEWEST_PAIRS, Kept, Trial

TrialCode = Literal[
    "warning-sign",
    "stopped",
    "few-pairs",
    "pairs-lost",
    "adherence-unknown",
    "low-adherence",
    "looked-at",
    "other-course",
    "own-course",
    "own-use",
    "weekend-days",
    "drawn-again",
    "seed-given",
    "assumed-days",
    "not-blinded",
]

# Below this share of days that were as planned, the arms differ less than they should.
ENOUGH_KEPT = 0.8
_WEEK = 7
_WEEKEND_SHARES_APART = 0.1


class TrialCaution(NamedTuple):
    """One reason to read a trial with care: a stable code, and the facts for its sentence."""

    code: TrialCode
    facts: Mapping[str, object] = {}


def pairs_lost(trial: Trial, used: int) -> Iterator[TrialCaution]:
    """Warn of pairs without enough rated days, in a trial that ran to its end."""
    if used < FEWEST_PAIRS:
        yield TrialCaution("few-pairs", {"used": used, "pairs": trial.pairs})
    elif used < trial.pairs:
        yield TrialCaution("pairs-lost", {"lost": trial.pairs - used, "pairs": trial.pairs})


def looked_at(trial: Trial, stops: Iterable[date]) -> Iterator[TrialCaution]:
    """Warn of stops that were taken back, once a pair was finished: its figures were to be seen."""
    first_pair = trial.starts_on + timedelta(days=2 * trial.block_days - 1)
    for day in stops:
        if day >= first_pair:
            yield TrialCaution("looked-at", {"day": day})


def going_on(
    trial: Trial, kept: Mapping[Kept, int], courses: Iterable[Course], until: date
) -> Iterator[TrialCaution]:
    """Yield the cautions that may be shown while a trial runs: they do not show how it is going.

    Args:
        trial: The plan.
        kept: How many days were answered how.
        courses: Started by hand.
        until: The last day that has begun.
    """
    if until < trial.starts_on:
        return
    share = share_kept(kept)
    if share is None:
        yield TrialCaution("adherence-unknown")
    elif share < ENOUGH_KEPT:
        days = {"yes": kept.get("yes", 0), "partly": kept.get("partly", 0)}
        yield TrialCaution("low-adherence", days | {"answered": sum(kept.values())})
    said = set[str]()
    others = (c for c in courses if c.treatment not in trial.differing and is_for(c, trial))
    for change in changes_of(others):
        if change.treatment not in said and trial.starts_on <= change.day <= until:
            said.add(change.treatment)
            yield TrialCaution("other-course", change.facts)


def in_other_arm(
    trial: Trial, courses: Iterable[Course], uses: Mapping[str, Collection[date]], until: date
) -> Iterator[TrialCaution]:
    """Warn of what a trial compares on days of the arm without it: there the arms do not differ.

    Args:
        trial: The plan.
        courses: Started by hand.
        uses: The days on which such a treatment was logged. They may depend on the pain, so they
            are left out while the trial runs.
        until: The last day that has begun.
    """
    courses = tuple(course for course in courses if is_for(course, trial))
    for treatment in sorted(trial.differing):
        arm = trial.arm_without(treatment)
        days = days_without(trial, treatment, until)
        mine = [course for course in courses if course.treatment == treatment]
        facts = {"treatment": treatment, "arm": arm, "plan": trial.of_arm(arm)}
        if in_course := days & days_of(mine, trial.starts_on, until):
            since = min(course.started_on for course in mine if any(map(course.on, in_course)))
            yield TrialCaution("own-course", facts | {"day": since, "days": len(in_course)})
        if used := (days & set(uses.get(treatment, ()))) - in_course:
            yield TrialCaution("own-use", facts | {"days": len(used)})


def days_without(trial: Trial, treatment: str, until: date) -> set[date]:
    """Return the days of the arm that a treatment of the other one is no part of."""
    arm = trial.arm_without(treatment)
    blocks = [block for block in blocks_of(trial) if block.arm == arm]
    return {day for block in blocks for day in days_from(block.first, min(block.last, until))}


def days_from(first: date, last: date) -> list[date]:
    """Return the days from one to another, both included."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def share_kept(kept: Mapping[Kept, int]) -> float | None:
    """Return the share of answered days that were as planned, a partly kept one as a half.

    None without an answer.
    """
    answered = sum(kept.values())
    return (kept.get("yes", 0) + kept.get("partly", 0) / 2) / answered if answered else None


def is_for(course: Course, trial: Trial) -> bool:
    """Tell whether a course is for the place of a trial, or may be."""
    if course.region is None or trial.side is None:
        return course.region in (None, trial.region)
    return course.covers(trial.region, trial.side)


def how_it_was_made(
    trial: Trial, blocks: Sequence[TrialBlock], days: Sequence[RatedDay], until: date
) -> Iterator[TrialCaution]:
    """Yield the cautions from the plan and its days; that it was not blinded is always one.

    Args:
        trial: The plan.
        blocks: Its blocks.
        days: The rated days of its place, in time order.
        until: Its last day.
    """
    if trial.block_days % _WEEK and _weekends_fell_apart(blocks, days, until):
        yield TrialCaution("weekend-days")
    if trial.draws > 1:
        yield TrialCaution("drawn-again", {"draws": trial.draws})
    if trial.seed_given:
        yield TrialCaution("seed-given")
    if any(day.assumed for day in days) and _some_without_entry(trial, days, until):
        yield TrialCaution("assumed-days")
    yield TrialCaution("not-blinded")


def _some_without_entry(trial: Trial, days: Sequence[RatedDay], until: date) -> bool:
    """Tell whether a day of a trial in an attack diary is assumed to be one of 0, or left out."""
    within = window(days, trial.starts_on, until).days
    return any(day.assumed for day in within) or len(within) <= (until - trial.starts_on).days


def _weekends_fell_apart(
    blocks: Sequence[TrialBlock], days: Sequence[RatedDay], until: date
) -> bool:
    """Tell whether one arm had more weekend days, and these hurt more or less than the others."""
    shares = []
    weekend, others = list[float](), list[float]()
    for arm in ("A", "B"):
        rated = [
            day
            for block in blocks
            if block.arm == arm
            for day in window(days, block.counted_from, min(block.last, until)).days
        ]
        if not rated:
            return False
        shares.append(sum(is_weekend(d.day) for d in rated) / len(rated))
        level = mean([d.mean for d in rated])
        for day in rated:
            (weekend if is_weekend(day.day) else others).append(day.mean - level)
    return (
        abs(shares[0] - shares[1]) >= _WEEKEND_SHARES_APART
        and min(len(weekend), len(others)) >= FEWEST_OF_EACH
        and abs(mean(weekend) - mean(others)) >= WEEKENDS_DIFFER_POINTS
    )
