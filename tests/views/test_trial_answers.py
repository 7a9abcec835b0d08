"""What a report says first of a trial: a line, with its bar on the scale of all answers."""

import pytest

from builders import TREATED_WITH, entry, on, trial
from painlog.analysis.days import gather
from painlog.analysis.report import build_report
from painlog.analysis.trial_schedule import block_on
from painlog.analysis.trials import TrialRecord, read_trial
from painlog.views.trial_answers import answers_on_trials

ARMS = "Left heel, A stretching or B stretching + trigger point therapy"


def answer(apart, *, today=49, rated=48, **rest):
    plan = trial(**rest)
    entries = []
    for day in range(1, rated + 1):
        block = block_on(plan, on(day))
        under_b = apart[block.pair % len(apart)] if block.arm == "B" else 0
        entries.append(entry("left heel", 6 + under_b, day=day))
    reading = read_trial(
        plan,
        gather(entries)["heel", "left"].days(),
        TrialRecord({on(1): "yes"}),
        on(today),
    )
    report = build_report(
        entries, (), (), regions={}, treatments=TREATED_WITH.by_name, today=on(today),
        trials=[reading],
    )  # fmt: skip
    (found,) = answers_on_trials(report)
    return found


def test_it_says_what_the_ratings_did_how_often_chance_does_and_what_is_against_it():
    found = answer([-2])
    assert found.text == (
        f"{ARMS}: trial to 17 Apr, B 2.0 lower, likely 2.0 lower to 2.0 lower; as much by "
        "chance in 2 of 64 orders. Lower under B, by clearly more than a meaningful difference. "
        "Against it: you knew what each day was for."
    )
    assert found.reach.change == pytest.approx(-2 / 1.8)
    assert found.reach.told


def test_a_result_near_nothing_is_said_as_plainly():
    assert answer([1, -1]).said == (
        "trial to 17 Apr, B no different, likely 1.0 lower to 1.0 higher; as much by chance in "
        "64 of 64 orders. No meaningful difference."
    )


def test_few_pairs_have_no_bar_and_no_word_on_the_interval():
    found = answer([-2], rated=40)
    assert found.reach is None
    assert found.text.endswith(
        "as much by chance in 2 of 32 orders. Against it: only 5 of 6 pairs can be used."
    )


def test_one_under_way_or_stopped_is_not_told_further():
    assert answer([-2], today=30, rated=29).text == (
        f"{ARMS}: a trial, under way until Fri 17 Apr 2026; not compared before that."
    )
    stopped = answer([-2], today=30, rated=29, stopped_on=on(30))
    assert stopped.text == f"{ARMS}: a trial, stopped on Mon 30 Mar 2026; without a result."
