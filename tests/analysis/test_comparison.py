"""Which interval gives which words, at every edge."""

import pytest

from painlog.analysis.comparison import meaningful_drop, verdict

JUST = 1e-9


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (-4.0, -2.0, "clearly more"),
        (-4.0, -2.0 + JUST, "about"),
        (-2.0, -JUST, "about"),
        (-2.0 + JUST, -JUST, "less"),
        (-4.0, 0.0, "cannot tell"),
        (-2.0, 0.0, "cannot tell"),
        (-9.0, 9.0, "cannot tell"),
        (-2.0 + JUST, 0.0, "little change"),
        (-1.0, 2.0 - JUST, "little change"),
        (-1.0, 2.0, "no drop"),
        (0.0, 5.0, "no drop"),
        (JUST, 2.0 - JUST, "slightly worse"),
        (JUST, 2.0, "worse"),
        (2.0 - JUST, 5.0, "worse"),
        (2.0, 5.0, "clearly worse"),
    ],
)
def test_the_verdict_comes_from_the_whole_interval(low, high, said):
    assert verdict(low, high, drop=2.0) == said


@pytest.mark.parametrize(
    ("before", "points"),
    [(10.0, 3.0), (20 / 3, 2.0), (6.0, 1.8), (5.0, 1.5), (10 / 3, 1.0), (2.0, 1.0), (0.0, 1.0)],
)
def test_a_meaningful_drop_is_30_percent_and_never_under_1_point(before, points):
    assert meaningful_drop(before) == pytest.approx(points, abs=1e-12)
