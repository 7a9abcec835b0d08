"""Kendall's tau and the slope of a phase against SciPy's."""

import random
from datetime import timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from builders import FIRST_DAY, on
from painlog.analysis import trend
from painlog.analysis.trend import MOST_DAYS, Slope, kendall, theil_sen

HALVES = st.integers(0, 20).map(lambda halves: halves / 2)
# Gaps and a value for each day.
SERIES = st.lists(st.tuples(st.integers(1, 9), HALVES), min_size=3, max_size=40)


def dated(series):
    at: list[int] = []
    for gap, _ in series:
        at.append((at[-1] if at else 0) + gap)
    return at, [FIRST_DAY + timedelta(days=n) for n in at], [value for _, value in series]


@given(st.lists(HALVES, min_size=2, max_size=60))
def test_tau_is_scipys_tau_b(values):
    assume(len(set(values)) > 1)
    expected = stats.kendalltau(range(len(values)), values, variant="b").statistic
    assert kendall(values) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("values", [[], [5.0], [5.0] * 9])
def test_equal_days_have_no_trend(values):
    assert kendall(values) == 0.0


@given(SERIES)
def test_the_slope_is_scipys_theil_sen_slope(series):
    at, days, values = dated(series)
    expected = stats.theilslopes(values, at)
    assert theil_sen(days, values).per_week == pytest.approx(7 * expected.slope, abs=1e-9)


@given(SERIES)
def test_without_carry_over_the_interval_is_scipys(series):
    at, days, values = dated(series)
    expected = stats.theilslopes(values, at, 0.95)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trend, "carry_over", lambda _: 0.0)
        found = theil_sen(days, values)
    assert (found.low, found.high) == pytest.approx(
        (7 * expected.low_slope, 7 * expected.high_slope), abs=1e-9
    )


def test_days_that_alternate_have_no_carry_over_and_scipys_interval():
    values = [6.0, 3.0, 7.0, 2.0, 6.0, 1.0, 5.0, 1.0, 6.0, 0.0]
    expected = stats.theilslopes(values, range(10), 0.95)
    found = theil_sen([on(i) for i in range(1, 11)], values)
    assert (found.low, found.high) == pytest.approx(
        (7 * expected.low_slope, 7 * expected.high_slope), abs=1e-9
    )


@given(SERIES)
def test_carry_over_never_narrows_the_interval(series):
    _, days, values = dated(series)
    found = theil_sen(days, values)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trend, "carry_over", lambda _: 0.0)
        without = theil_sen(days, values)
    assert found.per_week == without.per_week
    assert found.low <= without.low
    assert without.high <= found.high


def test_days_that_carry_over_have_a_wider_interval():
    chance = random.Random(1)
    values, drift = [], 0.0
    for _ in range(28):
        drift = 0.8 * drift + chance.gauss(0, 1)
        values.append(5 + drift)
    expected = stats.theilslopes(values, range(28), 0.95)
    found = theil_sen([on(i) for i in range(1, 29)], values)
    assert found.high - found.low > 1.3 * 7 * (expected.high_slope - expected.low_slope)


def test_a_straight_line_has_the_carry_over_of_equal_days(monkeypatch):
    seen = []
    monkeypatch.setattr(trend, "carry_over", lambda c: seen.append(sum(x * x for x in c)) or 0.0)
    days = [on(i) for i in range(1, 22)]
    assert theil_sen(days, [10 - i / 3 for i in range(21)]).per_week == pytest.approx(-7 / 3)
    assert seen[0] < 1e-25


def test_missing_days_count_as_time():
    assert theil_sen([on(1), on(8), on(15)], [6.0, 5.0, 4.0]) == Slope(-1.0, -1.0, -1.0)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_under_3_days_there_is_no_slope(number):
    assert theil_sen([on(i) for i in range(number)], [5.0] * number) is None


def test_the_last_year_of_a_long_phase_counts():
    days = [on(i) for i in range(1, MOST_DAYS + 101)]
    late = theil_sen(days[100:], [5.0] * MOST_DAYS)
    assert theil_sen(days, [float(i % 10) for i in range(100)] + [5.0] * MOST_DAYS) == late
