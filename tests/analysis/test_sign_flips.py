"""The exact test of paired differences, against cases worked elsewhere and by brute force."""

import json
from fractions import Fraction
from itertools import combinations, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painlog.analysis.sign_flips import patterns_as_big, sign_flips

CASES = json.loads((Path(__file__).parents[1] / "data" / "trial.json").read_text("utf-8"))
DIFFERENCES = st.lists(st.fractions(-10, 10, max_denominator=6), min_size=1, max_size=8)


def fractions(texts):
    return [Fraction(text) for text in texts if text is not None]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_case_that_was_worked_elsewhere_comes_out_exactly(case):
    found = sign_flips(fractions(case["pair_differences"]))
    exact = case["interval_exact"] and tuple(fractions(case["interval_exact"]))
    assert (found.estimate, found.p, found.interval) == (
        Fraction(case["estimate_exact"]),
        Fraction(case["p_exact"]),
        exact,
    )
    assert found.orders == 2 ** case["pairs_used"]
    confidence = found.confidence and float(found.confidence)
    assert confidence == pytest.approx(case["confidence"], abs=1e-12)


@given(DIFFERENCES)
def test_the_patterns_are_those_that_counting_one_by_one_finds(differences):
    scaled = [int(d * 60) for d in differences]
    sums = [
        abs(sum(s * d for s, d in zip(signs, scaled, strict=True)))
        for signs in product((1, -1), repeat=len(scaled))
    ]
    assert patterns_as_big(scaled) == sum(one >= abs(sum(scaled)) for one in sums)


@given(DIFFERENCES)
def test_the_interval_ends_with_means_of_subsets_of_the_differences(differences):
    found = sign_flips(differences)
    means = sorted(
        sum(some) / len(some)
        for size in range(1, len(differences) + 1)
        for some in combinations(differences, size)
    )
    rank = int(Fraction(1, 20) * 2 ** len(differences) / 2)
    assert found.interval == ((means[rank - 1], means[-rank]) if rank else None)


def test_equal_arms_are_as_big_in_every_order():
    assert sign_flips([Fraction(0)] * 6).as_big == 64
    assert sign_flips([Fraction(1), Fraction(-1)]).p == 1
