"""The picture of a trial's pairs, drawn and in ASCII, wide and narrow."""

import pytest

from builders import on, trial
from painlog.analysis.days import RatedDay
from painlog.analysis.trial_schedule import block_on
from painlog.analysis.trials import TrialRecord, read_trial
from painlog.views.terminal.pairs import pairs_picture


def reading(points, *, missing=()):
    plan = trial()
    days = [
        RatedDay(on(d), 6.0 + points * (block.arm == "B"), 6, 1, 1)
        for d in range(1, 49)
        if (block := block_on(plan, on(d))) and block.pair not in missing
    ]
    return read_trial(plan, days, TrialRecord({}), on(49))


def test_each_pair_is_a_row_with_both_means_a_line_between_and_the_difference():
    lines = list(pairs_picture(reading(-2), 40, drawn=False))
    assert lines == [
        "          3                     7",
        "   1 BA         B---------A        -2.0",
        "   2 BA         B---------A        -2.0",
        "   3 BA         B---------A        -2.0",
        "   4 BA         B---------A        -2.0",
        "   5 BA         B---------A        -2.0",
        "   6 AB         B---------A        -2.0",
        "",
        "          -3                    1",
        "B minus A       o         |        -2.0",
        "          o mean difference, | none, [ ] its interval",
    ]


def test_equal_means_share_a_place_and_a_lost_pair_says_so():
    lines = list(pairs_picture(reading(0, missing={2}), 40, drawn=True))
    assert "X" in lines[1]
    assert lines[2] == "   2 BA   (not used: too few rated days)"
    assert lines[-1].endswith("| none")


@pytest.mark.parametrize("width", [30, 60, 80, 200])
def test_it_fits_its_screen(width):
    lines = list(pairs_picture(reading(-2), max(width, 40), drawn=True))
    assert max(len(line) for line in lines[:-1]) <= max(width, 40)
    assert "─" in lines[1]


def test_without_a_pair_there_is_no_picture():
    nothing = read_trial(trial(), [], TrialRecord({}), on(49))
    assert list(pairs_picture(nothing, 80, drawn=True)) == []
