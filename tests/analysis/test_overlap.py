"""NAP and Tau-U: worked cases, pairs counted one by one, and both ends."""

import json
from itertools import combinations, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painlog.analysis.overlap import kendall_s, nap, tau_u
from painlog.errors import NotEnoughDaysError

CASES = json.loads((Path(__file__).parents[1] / "data" / "effects.json").read_text("utf-8"))
WORKED = [pytest.param(case, id=f"{i}: {case['source']}") for i, case in enumerate(CASES)]
DAYS = st.lists(st.integers(0, 20).map(lambda halves: halves / 2), min_size=2, max_size=30)


@pytest.mark.parametrize("case", WORKED)
def test_a_worked_case_gives_its_figures(case):
    found = nap(case["before"], case["after"])
    assert found.value == pytest.approx(case["nap"], abs=1e-9)
    assert found.standard_error == pytest.approx(case["nap_se"], abs=1e-9)
    assert [found.low, found.high] == pytest.approx(case["nap_ci"], abs=1e-6)
    assert tau_u(case["before"], case["after"]) == pytest.approx(case["tau_u"], abs=1e-9)


@given(DAYS, DAYS)
def test_nap_is_the_pairs_counted_one_by_one(before, after):
    won = [1.0 if a < b else 0.5 * (a == b) for b, a in product(before, after)]
    found = nap(before, after)
    assert found.value == sum(won) / len(won)
    assert (found.less, found.more) == (won.count(1.0) / len(won), won.count(0.0) / len(won))
    assert found.mostly_ties is (2 * won.count(0.5) > len(won))
    assert 0.0 <= found.low <= found.value <= found.high <= 1.0
    assert (found.standard_error is None) is (found.value in {0.0, 1.0})
    assert (found.standard_error or 0.0) >= 0


@given(DAYS, DAYS)
def test_tau_u_is_its_pairs_counted_one_by_one(before, after):
    between = sum((a < b) - (a > b) for b, a in product(before, after))
    rising = sum((y > x) - (y < x) for x, y in combinations(before, 2))
    assert kendall_s(before) == rising
    assert tau_u(before, after) == (between + rising) / (len(before) * len(after))


@pytest.mark.parametrize("days", range(2, 29))
def test_no_overlap_is_not_certainty(days):
    found = nap([8.0] * days, [3.0] * days)
    assert (found.value, found.high) == (1.0, 1.0)
    assert found.low < 1 - 1 / (2 * days)
    assert found.low < nap([8.0] * (days + 1), [3.0] * (days + 1)).low


def test_no_overlap_in_3_and_3_days_may_be_no_difference_at_all():
    assert nap([8.0] * 3, [3.0] * 3).low == pytest.approx(0.50, abs=0.005)


def test_the_interval_goes_over_into_that_of_no_overlap_without_a_jump():
    before, after = [8.0] * 30, [3.0] * 30
    nearly = nap(before, [*after[:-1], 8.0])
    assert nearly.value == pytest.approx(1 - 1 / 60)
    assert nearly.low < nap(before, after).low < nearly.low + 0.04


@pytest.mark.parametrize(("before", "after"), [(1, 5), (5, 1), (0, 5), (0, 0)])
def test_under_2_days_on_a_side_there_is_no_nap(before, after):
    with pytest.raises(NotEnoughDaysError):
        nap([5.0] * before, [5.0] * after)
