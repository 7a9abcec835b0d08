"""Decide what else could explain a change: the rules that say when a caution applies.

Each rule yields a `Caution` with a stable code and the facts for its sentence. The sentences are in
`painlog.advice.cautions`.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from painlog.analysis.arithmetic import mean
from painlog.analysis.comparison import Comparison
from painlog.analysis.days import Window
from painlog.analysis.interval import FEWEST_DAYS
from painlog.model.course import Course

if TYPE_CHECKING:
    from datetime import date

Code = Literal[
    "not-enough-days",
    "few-days",
    "falling-before",
    "rising-before",
    "baseline-peak",
    "start-peak",
    "high-before",
    "long-between",
    "as-needed",
    "other-change",
    "other-treatment",
    "missing-days",
    "only-sessions",
    "no-percent",
]

FEW_DAYS = 7
FALLING_TAU = -0.3
RISING_TAU = 0.3
FEWEST_FOR_A_TREND = 5
PEAK_DAYS = 3
FEWEST_BESIDE_A_PEAK = 4
PEAK_POINTS = 1.0
HIGH_MEAN = 7.0
ENOUGH_BESIDE_HIGH = 14
LONG_BETWEEN = timedelta(days=56)
NEAR_THE_START = timedelta(days=7)
LEAST_SHARE_RATED = 0.5
AT_SESSIONS_ONE_IN = 3
BEFORE_AND_AFTER = ("before", "in course")
_WEEK = timedelta(days=7)


class Caution(NamedTuple):
    """One reason to read a change with care."""

    code: Code
    facts: Mapping[str, object]


def cautions_of(
    comparison: Comparison,
    names: tuple[str, str] = BEFORE_AND_AFTER,
    over: Sequence[str] = (),
) -> Iterator[Caution]:
    """Yield the cautions that the days alone give reason for.

    Args:
        comparison: Of which `before` comes first in time.
        names: What its two sides are called in a sentence about days.
        over: Those of the two names whose days are all over.
    """
    yield from number_of_days(comparison, names, over)
    yield from order_of_days(comparison, names)
    yield from share_of_days(comparison, names)


def number_of_days(
    comparison: Comparison,
    names: tuple[str, str] = BEFORE_AND_AFTER,
    over: Sequence[str] = (),
) -> Iterator[Caution]:
    """Warn of few rated days: under 3 on a side there is no number, under 7 a weak one."""
    facts = {
        "before": comparison.before.rated_days,
        "after": comparison.after.rated_days,
        "before_name": names[0],
        "after_name": names[1],
        "fewest": FEWEST_DAYS,
        "before_over": names[0] in over,
        "after_over": names[1] in over,
    }
    least = min(comparison.before.rated_days, comparison.after.rated_days)
    if least < FEWEST_DAYS:
        yield Caution("not-enough-days", facts)
    elif least < FEW_DAYS:
        yield Caution("few-days", facts)


def order_of_days(
    comparison: Comparison, names: tuple[str, str] = BEFORE_AND_AFTER
) -> Iterator[Caution]:
    """Warn of what time alone could have done: a trend, a peak or high pain before, a long gap.

    Args:
        comparison: Of which `before` comes first in time.
        names: What its two sides are called in a sentence about days.
    """
    if comparison.change is None:
        return
    yield from _trend_before(comparison, names[0])
    if comparison.change < 0:
        yield from _peaks(comparison.before, names[0])
        yield from _high_before(comparison.before, names[0])
    between = comparison.after.since - comparison.before.until
    if between > LONG_BETWEEN:
        facts = {"weeks": between // _WEEK, "before_name": names[0], "after_name": names[1]}
        yield Caution("long-between", facts)


def share_of_days(
    comparison: Comparison, names: tuple[str, str] = BEFORE_AND_AFTER
) -> Iterator[Caution]:
    """Warn where under half of the days are rated, or a third of them only at sessions."""
    if comparison.interval is None:
        return
    for which, side in zip(names, (comparison.before, comparison.after), strict=True):
        if side.rated_days < LEAST_SHARE_RATED * side.calendar_days:
            facts = {"which": which, "rated": side.rated_days, "days": side.calendar_days}
            yield Caution("missing-days", facts)
        at_sessions = sum(d.sessions == d.ratings for d in side.days)
        if AT_SESSIONS_ONE_IN * at_sessions >= side.rated_days:
            facts = {"which": which, "days": at_sessions, "rated": side.rated_days}
            yield Caution("only-sessions", facts)


def percent_of_nothing(
    comparison: Comparison, name: str = BEFORE_AND_AFTER[0]
) -> Iterator[Caution]:
    """Warn that a change from a mean of 0 has no percentage."""
    if comparison.interval is not None and comparison.percent is None:
        yield Caution("no-percent", {"which": name})


def taken_as_needed(course: Course, medicines: Container[str]) -> Iterator[Caution]:
    """Warn of a medicine that was never started: taken on some days and not on others.

    Args:
        course: The one whose start divides before and after.
        medicines: The names of all treatments that are medicines.
    """
    if course.inferred and course.treatment in medicines:
        yield Caution("as-needed", {"treatment": course.treatment})


def other_courses(
    course: Course, courses: Iterable[Course], comparison: Comparison
) -> Iterator[Caution]:
    """Warn of other treatments that began, ended or ran near this start.

    Args:
        course: The one whose start divides before and after.
        courses: All that count for the place.
        comparison: The days before that start, and after.
    """
    others = [c for c in courses if c.treatment != course.treatment]
    changed = [
        (c.treatment, what, day)
        for c in others
        for what, day in (("started", c.started_on), ("ended", c.ended_on))
        if day is not None and abs(day - course.started_on) <= NEAR_THE_START
        if day <= comparison.after.until
    ]
    for treatment, what, day in changed:
        yield Caution("other-change", {"treatment": treatment, "what": what, "day": day})
    said = {treatment for treatment, _, _ in changed}
    said |= {c.treatment for c in others if any(map(c.on, comparison.before.dates))}
    beside: dict[str, set[date]] = {}
    for c in others:
        beside.setdefault(c.treatment, set()).update(filter(c.on, comparison.after.dates))
    for treatment, days in beside.items():
        if days and treatment not in said:
            facts = {
                "treatment": treatment,
                "days": len(days),
                "rated": comparison.after.rated_days,
            }
            yield Caution("other-treatment", facts)


def _trend_before(comparison: Comparison, name: str) -> Iterator[Caution]:
    """Warn of a trend before that may have gone on, in the direction of the change."""
    tau, change = comparison.trend_before, comparison.change
    if tau is None or change is None or comparison.before.rated_days < FEWEST_FOR_A_TREND:
        return
    facts = {"which": name, "tau": tau}
    if tau <= FALLING_TAU and change < 0:
        yield Caution("falling-before", facts)
    elif tau >= RISING_TAU and change > 0:
        yield Caution("rising-before", facts)


def _peaks(before: Window, name: str) -> Iterator[Caution]:
    """Warn of a peak before: ratings come down from one by themselves (regression to the mean)."""
    values = before.values
    if len(values) < PEAK_DAYS + FEWEST_BESIDE_A_PEAK:
        return
    first = mean(values[:PEAK_DAYS]) - mean(values[PEAK_DAYS:])
    if first >= PEAK_POINTS:
        yield Caution("baseline-peak", {"which": name, "points": first, "days": PEAK_DAYS})
    last = mean(values[-PEAK_DAYS:]) - mean(values[:-PEAK_DAYS])
    if last >= PEAK_POINTS:
        yield Caution("start-peak", {"which": name, "points": last, "days": PEAK_DAYS})


def _high_before(before: Window, name: str) -> Iterator[Caution]:
    """Warn of high pain over few days: more often a bad spell than the usual level."""
    level = before.mean
    if level is not None and level >= HIGH_MEAN and before.rated_days < ENOUGH_BESIDE_HIGH:
        yield Caution("high-before", {"which": name, "mean": level, "rated": before.rated_days})
