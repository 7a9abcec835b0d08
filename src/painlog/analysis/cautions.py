"""Decide what else could explain a change: the rules that say when a caution applies.

Each rule yields a `Caution` with a stable code and the facts for its sentence. The sentences are in
`painlog.advice.cautions`.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from painlog.analysis.arithmetic import mean
from painlog.analysis.comparison import Comparison, Verdict, meaningful_drop
from painlog.analysis.days import Window
from painlog.analysis.interval import FEWEST_DAYS, fewness
from painlog.model.course import Course

Code = Literal[
    "not-enough-days",
    "few-days",
    "falling-before",
    "rising-before",
    "baseline-peak",
    "start-peak",
    "high-before",
    "few-before",
    "weekends",
    "long-between",
    "as-needed",
    "named-on-bad-days",
    "other-change",
    "ended-before",
    "other-treatment",
    "other-dose",
    "other-factor",
    "also-used",
    "assumed-days",
    "missing-days",
    "only-around-uses",
    "no-percent",
]

FALLING_TAU = -0.3
RISING_TAU = 0.3
FEWEST_FOR_A_TREND = 5
PEAK_DAYS = 3
FEWEST_BESIDE_A_PEAK = 4
PEAK_POINTS = 1.0
HIGH_MEAN = 7.0
ENOUGH_BESIDE_HIGH = 14
LONG_BETWEEN = timedelta(days=28)
FEW_BEFORE = 14
NEAR_THE_START = timedelta(days=7)
LEAST_SHARE_RATED = 0.5
AROUND_USES_ONE_IN = 3
BEFORE_AND_AFTER = ("before", "in course")
# Where one of these applies, the ratings cannot tell two things apart: "confounded".
CONFOUNDING: frozenset[Code] = frozenset(
    {"other-change", "ended-before", "other-treatment", "other-dose", "other-factor"}
)
_WEEK = timedelta(days=7)
_SATURDAY = 5


class Cut(NamedTuple):
    """Another treatment that started or ended shortly before, so that the phase before is short."""

    cut_by: str
    cut_what: str
    cut_on: date


class Caution(NamedTuple):
    """One reason to read a change with care."""

    code: Code
    facts: Mapping[str, object]


def verdict_with(verdict: Verdict | None, cautions: Sequence[Caution]) -> Verdict | None:
    """Return the verdict to show beside some cautions.

    Args:
        verdict: What the interval says; None where the days are too few.
        cautions: Those of the comparison.

    Returns:
        "confounded" where two things cannot be told apart; None where the days are too few, or
        where those of a treatment hurt more than the others.
    """
    codes = {caution.code for caution in cautions}
    if verdict is None or "named-on-bad-days" in codes:
        return None
    return "confounded" if codes & CONFOUNDING else verdict


def shares_differ(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether two shares of days, each a number of so many, differ by over one day a week."""
    (days, of), (other_days, of_others) = one, other
    return _WEEK.days * abs(days * of_others - other_days * of) > of * of_others


def cautions_of(
    comparison: Comparison,
    names: tuple[str, str] = BEFORE_AND_AFTER,
    over: Sequence[str] = (),
    cut_by: Cut | None = None,
) -> Iterator[Caution]:
    """Yield the cautions that the days alone give reason for.

    Args:
        comparison: Its `before` comes first in time.
        names: What its two sides are called in a sentence about days.
        over: Those of the two names whose days are all over.
        cut_by: What began the phase before, where that is why its days are few.
    """
    yield from number_of_days(comparison, names, over, cut_by)
    yield from order_of_days(comparison, names)
    yield from share_of_days(comparison, names)


def number_of_days(
    comparison: Comparison,
    names: tuple[str, str] = BEFORE_AND_AFTER,
    over: Sequence[str] = (),
    cut_by: Cut | None = None,
) -> Iterator[Caution]:
    """Warn of few rated days: under 3 on a side there is no number, under 7 a weak one.

    Args:
        comparison: Its `before` comes first in time.
        names: What its two sides are called in a sentence about days.
        over: Those of the two names whose days are all over.
        cut_by: What began the phase before, where that is why its days are few.
    """
    facts = {
        **(cut_by._asdict() if cut_by else {"cut_by": None}),
        "before": comparison.before.rated_days,
        "after": comparison.after.rated_days,
        "before_name": names[0],
        "after_name": names[1],
        "fewest": FEWEST_DAYS,
        "before_over": names[0] in over,
        "after_over": names[1] in over,
    }
    if code := fewness(comparison.before.rated_days, comparison.after.rated_days):
        yield Caution(code, facts)


def order_of_days(
    comparison: Comparison, names: tuple[str, str] = BEFORE_AND_AFTER
) -> Iterator[Caution]:
    """Warn of what time alone could have done: a trend, a peak or high pain before, a long gap.

    Args:
        comparison: Its `before` comes first in time.
        names: What its two sides are called in a sentence about days.
    """
    if comparison.change is None:
        return
    yield from _trend_before(comparison, names[0])
    if comparison.change < 0:
        yield from _few_before(comparison.before, names[0])
        yield from _peaks(comparison.before, names[0])
        yield from _high_before(comparison.before, names[0])
    yield from _weekends(comparison, names)
    between = comparison.after.since - comparison.before.until
    if between > LONG_BETWEEN:
        facts = {"weeks": between // _WEEK, "before_name": names[0], "after_name": names[1]}
        yield Caution("long-between", facts)


def share_of_days(
    comparison: Comparison, names: tuple[str, str] = BEFORE_AND_AFTER
) -> Iterator[Caution]:
    """Warn where under half of the days are rated, or a third of them only around uses."""
    if comparison.interval is None:
        return
    for which, side in zip(names, (comparison.before, comparison.after), strict=True):
        if side.rated_days < LEAST_SHARE_RATED * side.calendar_days:
            facts = {"which": which, "rated": side.rated_days, "days": side.calendar_days}
            yield Caution("missing-days", facts)
        around_uses = sum(0 < d.entries == d.around_uses for d in side.days)
        if AROUND_USES_ONE_IN * around_uses >= side.rated_days:
            facts = {"which": which, "days": around_uses, "rated": side.rated_days}
            yield Caution("only-around-uses", facts)


def percent_of_nothing(
    comparison: Comparison, name: str = BEFORE_AND_AFTER[0]
) -> Iterator[Caution]:
    """Warn that a change from a mean of 0 has no percentage."""
    if comparison.interval is not None and comparison.percent is None:
        yield Caution("no-percent", {"which": name})


def used_as_needed(course: Course, within: Window, named: Container[date]) -> Iterator[Caution]:
    """Warn of a course that nobody started: its treatment was used on some days, not on others.

    Where the days with it hurt more than those without, by as much as a meaningful change, it may
    have been used because they hurt.

    Args:
        course: The one whose start divides before and after.
        within: All rated days of the course.
        named: The days on which its treatment was used.
    """
    if not course.inferred:
        return
    yield Caution("as-needed", {"treatment": course.treatment})
    with_it = [d.mean for d in within.days if d.day in named]
    without = [d.mean for d in within.days if d.day not in named]
    if not with_it or not without:
        return
    if mean(with_it) - mean(without) >= meaningful_drop(mean(without)):
        facts = {"treatment": course.treatment, "named": mean(with_it), "unnamed": mean(without)}
        yield Caution("named-on-bad-days", facts)


def assumed_days(comparison: Comparison) -> Iterator[Caution]:
    """Say which days of an attack diary count as days without pain because nothing was written."""
    days = (*comparison.before.days, *comparison.after.days)
    if assumed := sum(day.assumed for day in days):
        yield Caution("assumed-days", {"days": assumed, "rated": len(days)})


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


def _few_before(before: Window, name: str) -> Iterator[Caution]:
    """Warn of a drop after few days: people begin when it is worst."""
    if before.rated_days < FEW_BEFORE:
        yield Caution("few-before", {"which": name, "rated": before.rated_days})


def _weekends(comparison: Comparison, names: tuple[str, str]) -> Iterator[Caution]:
    """Warn where one side of few days has more weekend days: weekends may differ."""
    sides = (comparison.before, comparison.after)
    if min(side.rated_days for side in sides) >= FEW_BEFORE:
        return
    counts = [sum(day.weekday() >= _SATURDAY for day in side.dates) for side in sides]
    if shares_differ((counts[0], sides[0].rated_days), (counts[1], sides[1].rated_days)):
        facts = {
            "before": counts[0],
            "before_rated": sides[0].rated_days,
            "before_name": names[0],
            "after": counts[1],
            "after_rated": sides[1].rated_days,
            "after_name": names[1],
        }
        yield Caution("weekends", facts)


def _high_before(before: Window, name: str) -> Iterator[Caution]:
    """Warn of high pain over few days: more often a bad spell than the usual level."""
    level = before.mean
    if level is not None and level >= HIGH_MEAN and before.rated_days < ENOUGH_BESIDE_HIGH:
        yield Caution("high-before", {"which": name, "mean": level, "rated": before.rated_days})
