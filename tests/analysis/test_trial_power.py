"""What a plan can show, simulated: the same for the same seed, in the order that it must have."""

import pytest

from builders import on
from painlog.analysis.days import RatedDay
from painlog.analysis.trial_power import (
    ASSUMED,
    PainSpread,
    TrialShape,
    found_shares,
    is_found,
    spread_of,
)

SHAPE = TrialShape(7, 4, 1)


def rated(values, *, every=1):
    return [RatedDay(on(1 + every * n), float(v), v, 1, 1) for n, v in enumerate(values)]


def test_the_same_seed_gives_the_same_shares_and_its_work_is_told():
    done: list[float] = []
    first = found_shares(SHAPE, ASSUMED, "x", done.append)
    assert first == found_shares(SHAPE, ASSUMED, "x")
    assert done == sorted(done)
    assert done[-1] == 1.0
    assert [found.points for found in first] == [1.0, 1.5, 2.0]


def test_larger_differences_longer_blocks_and_less_spread_are_found_more_often():
    def shares(shape=SHAPE, spread=ASSUMED):
        return [found.share for found in found_shares(shape, spread, "x", effects=(0.0, 1.0, 2.0))]

    usual = shares()
    assert usual == sorted(usual)
    assert usual[0] <= 0.05
    assert shares(TrialShape(7, 7, 1))[1] > usual[1]
    assert shares(spread=ASSUMED._replace(sd=3.0))[2] < usual[2]
    assert shares(spread=ASSUMED._replace(rated_share=0.7))[2] < usual[2]


def test_pain_without_spread_is_found_every_time():
    still = PainSpread(5.0, 0.0, 0.0)
    assert [found.share for found in found_shares(SHAPE, still, "x", effects=(0.0, 1.0))] == [0, 1]


@pytest.mark.parametrize(("pairs", "found"), [(5, False), (6, True)])
def test_only_six_pairs_can_be_told_from_chance(pairs, found):
    arms = [False, False, True, True] * pairs
    assert is_found(TrialShape(pairs, 2, 0), arms, [5 - arm for arm in arms]) is found


def test_a_pair_with_a_block_that_is_hardly_rated_does_not_count():
    arms = [False, False, True, True] * 6
    felt: list[int | None] = [5 - arm for arm in arms]
    assert is_found(TrialShape(6, 2, 0), arms, felt)
    felt[2] = None
    assert not is_found(TrialShape(6, 2, 0), arms, felt)


def test_the_spread_needs_28_rated_days_and_is_that_of_the_last_84():
    assert spread_of(rated([4, 6] * 13 + [4])) is None
    found = spread_of(rated([4, 6] * 14, every=2))
    assert found is not None
    assert (found.level, found.rated_days) == (5.0, 28)
    assert found.sd == pytest.approx(28 / 27**1, rel=0.05)
    assert found.carry_over == 0.0
    assert found.rated_share == pytest.approx(28 / 55)
    lately = spread_of(rated([10] * 50 + [4, 6] * 42))
    assert lately is not None
    assert (lately.level, lately.rated_days) == (5.0, 84)
