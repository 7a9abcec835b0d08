"""Measure how often painlog's 95 % intervals contain the true value, on simulated journals.

    python benchmarks/coverage.py [--check] [--runs N]

Writes its tables into docs/statistics.md between the two `coverage` marks; with `--check` it draws
the same journals again and compares. A journal is a series of days: a level plus an AR(1) series,
rounded to whole points and limited to 0–10, as ratings are.
"""

import argparse
import random
import re
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import floor, sqrt
from pathlib import Path
from statistics import NormalDist, fmean, median, variance
from typing import NamedTuple

from painlog.analysis.arithmetic import standard_normal_quantile, t_quantile
from painlog.analysis.interval import FEWEST_DAYS, SerialInterval, serial_interval
from painlog.analysis.trend import theil_sen

PAGE = Path(__file__).parents[1] / "docs" / "statistics.md"
START, END = "<!-- coverage -->\n", "<!-- /coverage -->\n"

RUNS = 1200
SEED = 20260301
CARRY_OVERS = (0.0, 0.3, 0.6)
LEVEL_BEFORE, LEVEL_AFTER = 5.5, 4.0
SPREAD = 1.5
SHARE_RATED = 0.6
LENGTHS = (4, 7, 14, 28)
MUCH_CARRY_OVER = 0.8
MUCH_LENGTHS = (7, 14, 28)
# Where the level drifts: the standard deviation of its steps from day to day, in points.
DRIFT = 0.3
DRIFT_CARRY_OVER, DRIFT_LENGTH = 0.3, 28
TREND_LENGTHS = (14, 28)
TREND_MIDDLE = 5.0
SLOPES = (0.0, -0.1, -0.2, -0.5)
# Another version of Python may add up in another order: how far a figure may then be off.
TOLERANCE = 0.0101

_FIRST_DAY = date(2026, 3, 1)
_WEEK = 7


def main() -> None:
    """Simulate journals, count, and write or compare the tables."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--check", action="store_true", help="compare, and write nothing")
    options.add_argument("--runs", type=int, default=RUNS, help="journals in each cell")
    chosen = options.parse_args()
    started = time.perf_counter()
    parts = (_change_table, _phase_table, _trend_table)
    made = "".join("\n".join([*part(chosen.runs), "", ""]) for part in parts).removesuffix("\n")
    print(made)
    print(f"{time.perf_counter() - started:.0f} s")
    page = PAGE.read_text("utf-8")
    before, rest = page.split(START)
    old, after = rest.split(END)
    if not chosen.check:
        PAGE.write_text(f"{before}{START}{made}{END}{after}", "utf-8")
    elif not _agree(old, made):
        sys.exit(f"{PAGE.name} has another table. To write this one, leave out --check.")


def series(
    levels: Sequence[float],
    carry_over: float,
    draw: random.Random,
    spreads: Sequence[float] | None = None,
) -> list[float]:
    """Draw one rating a day: AR(1) around `levels`, rounded, 0–10.

    `spreads` gives the standard deviation of each day; without it, each has 1.5.
    """
    innovation = sqrt(1 - carry_over**2)
    deviation = draw.gauss(0, 1)
    ratings = []
    for i, level in enumerate(levels):
        ratings.append(_rating(level + (spreads[i] if spreads else SPREAD) * deviation))
        deviation = carry_over * deviation + draw.gauss(0, innovation)
    return ratings


def expected(level: float, spread: float = SPREAD) -> float:
    """Return the exact mean of all ratings that `series` can give at this level."""
    steps = NormalDist(level, spread)
    return sum(1 - steps.cdf(rating - 0.5) for rating in range(1, 11))


def true_change() -> float:
    """Return the change that the intervals should contain: expected after minus expected before."""
    return expected(LEVEL_AFTER) - expected(LEVEL_BEFORE)


def phases(
    days: int,
    carry_over: float,
    draw: random.Random,
    share_rated: float = 1.0,
    drift: float = 0.0,
) -> tuple[list[float], list[float]]:
    """Draw the ratings of `days` days before and as many after; each day may be missing.

    With a `drift`, the level walks at random besides its step from before to after. Draws again
    until each side has the three rated days that painlog needs.
    """
    while True:
        levels, walked = [], 0.0
        for level in [LEVEL_BEFORE] * days + [LEVEL_AFTER] * days:
            levels.append(level + walked)
            walked += draw.gauss(0, drift) if drift else 0.0
        drawn = series(levels, carry_over, draw)
        rated = [draw.random() < share_rated for _ in drawn]
        before, after = (
            [drawn[i] for i in part if rated[i]] for part in (range(days), range(days, 2 * days))
        )
        if min(len(before), len(after)) >= FEWEST_DAYS:
            return before, after


def welch(before: Sequence[float], after: Sequence[float]) -> tuple[float, float]:
    """Return the usual 95 % interval of a difference of means, which assumes independent days."""
    a, b = variance(before) / len(before), variance(after) / len(after)
    change = fmean(after) - fmean(before)
    if not a + b:
        return change, change
    df = (a + b) ** 2 / (a**2 / (len(before) - 1) + b**2 / (len(after) - 1))
    half = t_quantile(0.975, df) * sqrt(a + b)
    return change - half, change + half


def change_coverage(
    days: int, carry_over: float, runs: int, share_rated: float = 1.0, drift: float = 0.0
) -> tuple[float, float, float]:
    """Return the coverage of painlog's interval and of Welch's, and painlog's mean width."""
    drifting = f" {drift}" if drift else ""
    draw = random.Random(f"{SEED} change {days} {carry_over} {share_rated}{drifting}")
    truth = true_change()
    ours, theirs, widths = 0, 0, []
    for _ in range(runs):
        before, after = phases(days, carry_over, draw, share_rated, drift)
        interval = serial_interval(before, after)
        low, high = welch(before, after)
        ours += interval.low <= truth <= interval.high
        theirs += low <= truth <= high
        widths.append(interval.high - interval.low)
    return ours / runs, theirs / runs, fmean(widths)


class Case(NamedTuple):
    """Two phases, of which the last `before` and the last `after` days are compared."""

    carry_over: float
    phase_before: int
    before: int
    phase_after: int
    after: int
    spread_after: float = SPREAD
    drift: float = 0.0


CASES = (
    *(Case(r, n, n, 28, 28, SPREAD / 2) for r in CARRY_OVERS for n in (3, 4, 7)),
    *(Case(r, 84, n, n, n) for r in (0.3, 0.6, 0.8) for n in (7, 28)),
    *(Case(r, 4, 4, 28, 28) for r in (0.0, 0.6)),
    *(Case(DRIFT_CARRY_OVER, n, 28, 28, 28, drift=DRIFT) for n in (28, 84, 168)),
    *(Case(DRIFT_CARRY_OVER, n, 28, 70, 28, drift=DRIFT) for n in (28, 84)),
)


def case_coverage(case: Case, runs: int) -> tuple[float, float, float]:
    """Return coverage, median width, and how often "a drop" is shown where nothing happens."""
    draw = random.Random(f"{SEED} phases {case}")
    truth = expected(LEVEL_AFTER, case.spread_after) - expected(LEVEL_BEFORE)
    held, widths, drops = 0, [], 0
    for _ in range(runs):
        interval = _interval(case, LEVEL_AFTER, draw)
        held += interval.low <= truth <= interval.high
        widths.append(interval.high - interval.low)
        drops += _interval(case, LEVEL_BEFORE, draw).high < 0
    return held / runs, median(widths), drops / runs


def _interval(case: Case, level_after: float, draw: random.Random) -> SerialInterval:
    days = case.phase_before + case.phase_after
    levels, walked = [], 0.0
    for day in range(days):
        levels.append((LEVEL_BEFORE if day < case.phase_before else level_after) + walked)
        walked += draw.gauss(0, case.drift) if case.drift else 0.0
    spreads = [SPREAD] * case.phase_before + [case.spread_after] * case.phase_after
    drawn = series(levels, case.carry_over, draw, spreads)
    first, second = drawn[: case.phase_before], drawn[case.phase_before :]
    return serial_interval(first[-case.before :], second[-case.after :], first, second)


def trend_coverage(days: int, carry_over: float, per_week: float, runs: int) -> tuple[float, float]:
    """Return the coverage of painlog's Theil–Sen interval, and of Sen's without carry-over."""
    draw = random.Random(f"{SEED} trend {days} {carry_over} {per_week}")
    dates = [_FIRST_DAY + timedelta(days=i) for i in range(days)]
    levels = [TREND_MIDDLE + per_week / _WEEK * (i - (days - 1) / 2) for i in range(days)]
    straight = theil_sen(dates, [expected(level) for level in levels])
    truth = straight.per_week if straight else 0.0
    ours, theirs = 0, 0
    for _ in range(runs):
        values = series(levels, carry_over, draw)
        slope = theil_sen(dates, values)
        low, high = sen(values)
        ours += slope is not None and _holds(slope.low, truth, slope.high)
        theirs += _holds(low, truth, high)
    return ours / runs, theirs / runs


def sen(values: Sequence[float]) -> tuple[float, float]:
    """Return Sen's 95 % interval of the slope, in points a week: one value a day, independent."""
    n = len(values)
    slopes = sorted((values[j] - values[i]) / (j - i) for j in range(1, n) for i in range(j))
    tied = sum(k * (k - 1) * (2 * k + 5) for k in map(list(values).count, set(values)))
    spread = standard_normal_quantile(0.95) * sqrt((n * (n - 1) * (2 * n + 5) - tied) / 18)
    low = max(round((len(slopes) - spread) / 2) - 1, 0)
    high = min(round((len(slopes) + spread) / 2), len(slopes) - 1)
    return _WEEK * slopes[low], _WEEK * slopes[high]


def _rating(value: float) -> float:
    return float(min(max(floor(value + 0.5), 0), 10))


def _holds(low: float, truth: float, high: float) -> bool:
    # The median slope of a straight line differs from the true one in the last digits.
    return low - 1e-9 <= truth <= high + 1e-9


def _change_table(runs: int) -> Iterator[str]:
    yield (
        f"Change, {runs:,} journals a row. Levels {LEVEL_BEFORE} before and {LEVEL_AFTER} after, "
        f"standard deviation {SPREAD}, one series through both; the true change of the rounded "
        f"and limited ratings is {true_change():.3f}. Missing: each day is rated with probability "
        f"{SHARE_RATED}. Drift: besides its one step, the level itself walks at random, {DRIFT} "
        "points from day to day, and the interval should contain that step."
    )
    yield ""
    yield (
        "| carry-over | days a side | painlog | Welch | painlog, 40 % missing "
        "| Welch, 40 % missing | painlog's mean width |"
    )
    yield "|---|---|---|---|---|---|---|"
    steady = [(r, days, 0.0) for r in CARRY_OVERS for days in LENGTHS]
    steady += [(MUCH_CARRY_OVER, days, 0.0) for days in MUCH_LENGTHS]
    for r, days, drift in [*steady, (DRIFT_CARRY_OVER, DRIFT_LENGTH, DRIFT)]:
        ours, theirs, width = change_coverage(days, r, runs, drift=drift)
        ours_missing, theirs_missing, _ = change_coverage(days, r, runs, SHARE_RATED, drift)
        drifting = ", drift" if drift else ""
        yield (
            f"| {r}{drifting} | {days} | {ours:.2f} | {theirs:.2f} | {ours_missing:.2f} "
            f"| {theirs_missing:.2f} | {width:.1f} |"
        )


def _phase_table(runs: int) -> Iterator[str]:
    yield (
        "Phases longer than the days compared, and sides of unequal length, "
        f"{runs:,} journals a row. Where the spread is halved, the days in course have "
        f"{SPREAD / 2}. The last column: out of as many journals in which nothing happens, the "
        'share that would show "a drop".'
    )
    yield ""
    yield (
        "| carry-over | phase before, compared | in course, compared | coverage | median width "
        '| "a drop" without one |'
    )
    yield "|---|---|---|---|---|---|"
    for case in CASES:
        held, width, drops = case_coverage(case, runs)
        more = ", drift" if case.drift else ", spread halved" if case.spread_after != SPREAD else ""
        yield (
            f"| {case.carry_over}{more} | {case.phase_before}, {case.before} "
            f"| {case.phase_after}, {case.after} | {held:.2f} | {width:.1f} | {drops:.2f} |"
        )


def _trend_table(runs: int) -> Iterator[str]:
    yield (
        f"Trend since, {runs:,} journals a row, a straight line through {TREND_MIDDLE}, every day "
        "rated:"
    )
    yield ""
    yield "| points a week | carry-over | days | painlog | without the carry-over |"
    yield "|---|---|---|---|---|"
    for per_week in SLOPES:
        for r in CARRY_OVERS:
            for days in TREND_LENGTHS:
                ours, theirs = trend_coverage(days, r, per_week, runs)
                yield f"| {per_week} | {r} | {days} | {ours:.2f} | {theirs:.2f} |"


def _agree(old: str, made: str) -> bool:
    """Return whether two tables agree, apart from the last digit of a figure."""
    number = r"-?\d+\.\d+"
    if re.sub(number, "#", old) != re.sub(number, "#", made):
        return False
    return all(
        abs(float(a) - float(b)) <= (TOLERANCE if len(a.split(".")[1]) > 1 else 10 * TOLERANCE)
        for a, b in zip(re.findall(number, old), re.findall(number, made), strict=True)
    )


if __name__ == "__main__":
    main()
