"""The interval of a change: worked cases, carry-over, and equal days."""

import json
from functools import partial
from itertools import pairwise, permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from painlog.analysis.interval import carry_over, inflation, serial_interval
from painlog.errors import NotEnoughDaysError

CASES = json.loads((Path(__file__).parents[1] / "data" / "effects.json").read_text("utf-8"))
WORKED = [pytest.param(case, id=f"{i}: {case['source']}") for i, case in enumerate(CASES)]


@pytest.mark.parametrize("case", WORKED)
def test_a_worked_case_gives_its_figures(case):
    found = serial_interval(
        case["before"], case["after"], case.get("phase_before"), case.get("phase_after")
    )
    expected = case["serial"]
    closed = partial(pytest.approx, rel=1e-9, abs=1e-9)
    assert found.change == closed(expected["change"])
    assert found.autocorrelation == closed(expected["autocorrelation"])
    assert [found.effective_before, found.effective_after] == closed(expected["n_eff"])
    assert found.df == closed(expected["df"])
    assert [found.low, found.high] == pytest.approx(expected["ci"], rel=1e-6, abs=1e-6)


@pytest.mark.parametrize(("before", "after"), [(2, 9), (9, 2), (0, 0), (2, 2)])
def test_under_3_days_on_a_side_there_is_no_interval(before, after):
    with pytest.raises(NotEnoughDaysError):
        serial_interval([5.0, 6.0, 4.0, 5.0, 5.0, 6.0, 5.0, 4.0, 5.0][:before], [5.0] * after)


def test_without_carry_over_it_is_the_usual_interval_of_two_means():
    before, after = [6, 4, 7, 5, 6, 4, 7, 5], [3, 5, 2, 4, 3, 5, 2, 4]
    found = serial_interval(before, after)
    assert found.autocorrelation == 0.0
    usual = stats.ttest_ind(after, before).confidence_interval(0.95)
    assert (found.low, found.high) == pytest.approx((usual.low, usual.high), abs=1e-9)


@given(st.floats(0, 0.99), st.integers(3, 60))
def test_inflation_is_the_variance_of_a_mean_of_carried_over_days(r, n):
    pairs = sum(r ** abs(i - j) for i in range(n) for j in range(n))
    assert inflation(n, r) == pytest.approx(pairs / n, rel=1e-9)


def test_days_in_any_other_order_are_wider_the_more_they_carry_over():
    values = [3.0, 4.0, 5.0, 6.0, 7.0, 8.0]
    steady = [5.0, 6.0, 5.0, 6.0, 5.0, 6.0]
    found = sorted(
        (i.autocorrelation, i.high - i.low)
        for order in permutations(values)
        for i in [serial_interval(order, steady)]
    )
    widths = [width for _, width in found]
    assert all(a <= b + 1e-9 for a, b in pairwise(widths))
    assert widths[-1] > 1.5 * widths[0]


@pytest.mark.parametrize("level", [5.0, 0.1, 1.1, 16 / 3, 17 / 3, 41 / 7, 4.3])
@pytest.mark.parametrize("days", [3, 5, 6, 7, 11, 28])
def test_equal_days_carry_over_the_same_whatever_their_level(level, days):
    assert serial_interval([level] * days, [2.0] * days).autocorrelation == 1 / days


def test_a_run_of_equal_ratings_is_not_certainty():
    found = serial_interval([6.0] * 28, [6.0] * 28)
    assert found.low < -0.1
    assert found.high > 0.1


def test_carry_over_stays_between_0_and_095():
    assert carry_over([1.0, -1.0] * 9) == 0.0
    assert carry_over([float(i) - 20 for i in range(41)]) == 0.95
