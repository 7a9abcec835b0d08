"""How often the interval of a change holds a change that is known: a small draw of the benchmark.

`benchmarks/coverage.py` draws the whole table of docs/statistics.md.
"""

import importlib.util
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "coverage.py"
RUNS = 250
# Three standard errors of a coverage of 0.9 over 250 runs.
WIDE = 0.06


@pytest.fixture(scope="module")
def coverage():
    spec = importlib.util.spec_from_file_location("coverage_benchmark", BENCHMARK)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("carry_over", "days", "agreed"),
    [(0.0, 7, 0.97), (0.0, 28, 0.96), (0.3, 14, 0.93), (0.6, 7, 0.88), (0.6, 28, 0.94)],
)
def test_the_interval_holds_the_truth_as_often_as_agreed(coverage, carry_over, days, agreed):
    ours, _, _ = coverage.change_coverage(days, carry_over, RUNS)
    assert ours == pytest.approx(agreed, abs=WIDE)


def test_the_interval_keeps_its_coverage_where_days_are_missing(coverage):
    ours, _, _ = coverage.change_coverage(14, 0.6, RUNS, coverage.SHARE_RATED)
    assert ours > 0.87


def test_an_interval_that_takes_days_for_independent_would_not_pass(coverage):
    ours, welch, _ = coverage.change_coverage(28, 0.6, RUNS)
    assert welch < 0.94 - WIDE < ours


def test_the_slope_of_a_falling_line_is_held_more_often_with_carry_over_allowed_for(coverage):
    ours, without = coverage.trend_coverage(28, 0.6, -0.5, 150)
    assert ours > 0.84 > without


def test_the_true_change_is_what_a_long_draw_of_ratings_comes_to(coverage):
    draw = coverage.random.Random(1)
    ratings = coverage.series([9.5] * 40_000, 0.0, draw)
    assert sum(ratings) / len(ratings) == pytest.approx(coverage.expected(9.5), abs=0.02)
    assert coverage.expected(9.5) < 9.2
    assert coverage.true_change() == pytest.approx(-1.5, abs=0.01)
