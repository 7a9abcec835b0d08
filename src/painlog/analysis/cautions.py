"""What else could explain a change: rules that say when a caution applies.

Each rule gives a `Caution` with a stable code and the facts of its sentence; the sentences are in
`painlog.advice.cautions`.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from painlog.analysis.average import mean
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
    "baseline-peak",
    "start-peak",
    "other-change",
    "other-treatment",
    "missing-days",
    "only-sessions",
    "no-percent",
]

FEW_DAYS = 7
FALLING_TAU = -0.3
FEWEST_FOR_A_TREND = 5
PEAK_DAYS = 3
FEWEST_BESIDE_A_PEAK = 4
PEAK_POINTS = 1.0
NEAR_THE_START = timedelta(days=7)
LEAST_SHARE_RATED = 0.5
BEFORE_AND_AFTER = ("before", "in course")


class Caution(NamedTuple):
    """One reason to read a change with care."""

    code: Code
    facts: Mapping[str, object]


def cautions_of(
    comparison: Comparison, names: tuple[str, str] = BEFORE_AND_AFTER
) -> Iterator[Caution]:
    """The cautions that the days alone give reason for.

    Args:
        comparison: Of which `before` comes first in time.
        names: What its two sides are called in a sentence about days.
    """
    yield from number_of_days(comparison, names)
    if comparison.interval is None:
        return
    yield from _falling_before(comparison, names[0])
    yield from _peaks(comparison.before, names[0])
    yield from share_of_days(comparison, names)


def number_of_days(
    comparison: Comparison, names: tuple[str, str] = BEFORE_AND_AFTER
) -> Iterator[Caution]:
    """Under 3 rated days on a side there is no number; under 7 it is a weak one."""
    facts = {
        "before": comparison.before.rated_days,
        "after": comparison.after.rated_days,
        "before_name": names[0],
        "after_name": names[1],
        "fewest": FEWEST_DAYS,
    }
    least = min(comparison.before.rated_days, comparison.after.rated_days)
    if least < FEWEST_DAYS:
        yield Caution("not-enough-days", facts)
    elif least < FEW_DAYS:
        yield Caution("few-days", facts)


def share_of_days(
    comparison: Comparison, names: tuple[str, str] = BEFORE_AND_AFTER
) -> Iterator[Caution]:
    """Under half of the days rated on a side, or rated only at sessions."""
    if comparison.interval is None:
        return
    for which, side in zip(names, (comparison.before, comparison.after), strict=True):
        if side.rated_days < LEAST_SHARE_RATED * side.calendar_days:
            facts = {"which": which, "rated": side.rated_days, "days": side.calendar_days}
            yield Caution("missing-days", facts)
        if all(d.sessions == d.ratings for d in side.days):
            yield Caution("only-sessions", {"which": which})


def percent_of_nothing(
    comparison: Comparison, name: str = BEFORE_AND_AFTER[0]
) -> Iterator[Caution]:
    """A mean of 0 has no percent that a change could be told in."""
    if comparison.interval is not None and comparison.percent is None:
        yield Caution("no-percent", {"which": name})


def other_courses(
    course: Course, courses: Iterable[Course], comparison: Comparison
) -> Iterator[Caution]:
    """Other treatments that began, ended or ran where this one is looked at.

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


def _falling_before(comparison: Comparison, name: str) -> Iterator[Caution]:
    tau = comparison.trend_before
    if tau is None or comparison.before.rated_days < FEWEST_FOR_A_TREND:
        return
    if tau <= FALLING_TAU:
        facts = {"which": name, "tau": tau, "tau_u": comparison.tau_u}
        yield Caution("falling-before", facts)


def _peaks(before: Window, name: str) -> Iterator[Caution]:
    """Ratings come down from a peak by themselves: regression to the mean."""
    values = before.values
    if len(values) < PEAK_DAYS + FEWEST_BESIDE_A_PEAK:
        return
    first = mean(values[:PEAK_DAYS]) - mean(values[PEAK_DAYS:])
    if first >= PEAK_POINTS:
        yield Caution("baseline-peak", {"which": name, "points": first, "days": PEAK_DAYS})
    last = mean(values[-PEAK_DAYS:]) - mean(values[:-PEAK_DAYS])
    if last >= PEAK_POINTS:
        yield Caution("start-peak", {"which": name, "points": last, "days": PEAK_DAYS})
