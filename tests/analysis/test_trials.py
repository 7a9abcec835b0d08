"""Drawing, following and reading a trial of one's own."""

import json
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from builders import course, on, trial
from painlog.advice.trials import trial_caution
from painlog.analysis.days import RatedDay
from painlog.analysis.trial_cautions import TrialCaution
from painlog.analysis.trial_schedule import (
    TrialBlock,
    block_on,
    blocks_of,
    draw,
    fewest_rated,
    status_of,
)
from painlog.analysis.trials import ArmDays, TrialRecord, read_trial
from painlog.model.dose_reading import parse_dose

if TYPE_CHECKING:
    from datetime import date

    from painlog.model.trial import Kept

CASES = json.loads((Path(__file__).parents[1] / "data" / "trial.json").read_text("utf-8"))
EACH = pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])


def rated(values):
    """A rating a day from day 1 on, None for none."""
    return [RatedDay(on(d), float(v), v, 1, 1) for d, v in enumerate(values, 1) if v is not None]


def planned(case):
    return trial(
        seed=case["seed"],
        pairs=case["pairs"],
        block=case["block_days"],
        washout=case["washout_days"],
    )


def read(plan, values, record=None, *, today=None):
    """Read a trial on the day after its last one, or on another day."""
    record = record or TrialRecord({on(1): "yes"})
    return read_trial(
        plan, rated(values), record, on(plan.days + 1) if today is None else on(today)
    )


def codes(reading):
    return [caution.code for caution in reading.cautions]


@EACH
def test_the_order_follows_from_the_seed(case):
    assert list(draw(case["seed"], case["pairs"])) == case["order"]
    days = [b.arm for b in blocks_of(planned(case)) for _ in range(case["block_days"])]
    assert "".join(days) == case["schedule"]


@EACH
def test_every_case_that_was_worked_elsewhere_is_read_exactly(case):
    reading = read(planned(case), case["daily"])
    assert [p.difference for p in reading.pairs] == [
        None if text is None else Fraction(text) for text in case["pair_differences"]
    ]
    assert (reading.status, reading.used) == ("finished", case["pairs_used"])
    assert fewest_rated(case["block_days"] - case["washout_days"]) == case["least_rated"]
    assert reading.test is not None
    assert float(reading.test.estimate) == pytest.approx(case["estimate"], abs=1e-12)
    assert float(reading.test.p) == pytest.approx(case["p"], abs=1e-12)
    ends = reading.test.interval and [float(end) for end in reading.test.interval]
    assert ends == pytest.approx(case["interval"], abs=1e-12)


def test_a_day_with_several_ratings_is_one_exact_mean():
    days = [RatedDay(on(d), 13 / 3 if d == 1 else 5.0, 5, 3 if d == 1 else 1) for d in range(1, 49)]
    reading = read_trial(trial(), days, TrialRecord({}), on(49))
    first = reading.pairs[0]
    assert first.b == (Fraction(13, 3) + 15) / 4
    assert first.difference == first.b - 5


def test_the_blocks_have_their_days_and_the_first_ones_do_not_count():
    blocks = blocks_of(trial(block=4, washout=1))
    assert blocks[0] == TrialBlock(1, 1, "B", on(1), on(4), on(2))
    assert blocks[-1] == TrialBlock(12, 6, "B", on(45), on(48), on(46))
    assert block_on(trial(), on(5)) == blocks_of(trial())[1]
    assert block_on(trial(), on(0)) is block_on(trial(), on(49)) is None


@pytest.mark.parametrize(
    ("counted", "fewest"), [(1, 1), (2, 2), (3, 2), (4, 2), (5, 3), (6, 3), (7, 4)]
)
def test_half_of_the_counted_days_of_a_block_must_be_rated_and_two_where_there_are_two(
    counted, fewest
):
    assert fewest_rated(counted) == fewest


def test_nothing_is_compared_before_the_last_day_is_past():
    for today in (0, 1, 24, 48):
        reading = read(trial(), [5] * 48, today=today)
        assert reading.pairs == ()
        assert (reading.test, reading.verdict, reading.drop) == (None, None, None)
    assert len(read(trial(), [5] * 48, today=49).pairs) == 6


def test_a_trial_goes_from_planned_over_running_to_finished():
    assert [status_of(trial(start=5), on(day)) for day in (4, 5, 52, 53)] == [
        "planned",
        "running",
        "running",
        "finished",
    ]
    assert status_of(trial(), on(3), paused=True) == "paused"
    assert status_of(trial(), on(49), paused=True) == "finished"
    assert status_of(trial(stopped_on=on(9)), on(9), paused=True) == "stopped"


def test_a_stopped_trial_shows_the_pairs_that_were_finished_and_no_test():
    for stopped, finished in ((15, 1), (16, 2), (40, 5)):
        reading = read(trial(stopped_on=on(stopped)), [5] * stopped, today=stopped)
        assert (len(reading.pairs), reading.test, reading.verdict) == (finished, None, None)
        assert codes(reading) == ["stopped", "not-blinded"]


def test_what_the_days_of_an_arm_were_is_counted():
    kept: dict[date, Kept] = {on(1): "yes", on(5): "no", on(6): "partly", on(60): "yes"}
    record = TrialRecord(
        kept,
        medicine_days=frozenset({on(1), on(2), on(6)}),
        course_days=frozenset({on(2), on(3), on(60)}),
    )
    reading = read(trial(washout=1), [None, *[5] * 47], record)
    assert reading.arms == (
        ArmDays("A", 24, 18, 18, 1, {"no": 1, "partly": 1}, 0),
        ArmDays("B", 24, 18, 18, 1, {"yes": 1}, 2),
    )
    assert reading.kept_share == 0.5


def test_while_it_runs_only_the_days_so_far_are_counted():
    reading = read(trial(washout=1), [5] * 6, today=6)
    assert [(arm.days, arm.counted, arm.rated) for arm in reading.arms] == [(2, 1, 1), (4, 3, 3)]


@pytest.mark.parametrize(("missing", "expected"), [(0, []), (1, ["few-pairs"])])
def test_under_six_pairs_there_is_no_interval_and_no_verdict(missing, expected):
    values = [None if day < 4 * missing else 5 for day in range(48)]
    reading = read(trial(), values)
    assert codes(reading) == [*expected, "not-blinded"]
    assert (reading.verdict is None) == bool(missing)


def test_a_pair_that_is_lost_is_told():
    reading = read(trial(pairs=7), [None] * 4 + [5] * 52)
    assert codes(reading)[0] == "pairs-lost"
    assert reading.used == 6


@pytest.mark.parametrize(("no", "said"), [(2, []), (3, ["low-adherence"])])
def test_under_four_fifths_kept_is_told(no, said):
    kept: dict[date, Kept] = {on(day): "no" if day <= no else "yes" for day in range(1, 11)}
    reading = read(trial(), [5] * 48, TrialRecord(kept))
    assert codes(reading) == [*said, "not-blinded"]
    running = read(trial(), [5] * 10, TrialRecord(kept), today=10)
    assert codes(running) == said


def test_a_course_within_it_that_is_no_part_of_it_is_told_once():
    courses = (
        course("massage therapy", "left heel", start=48),
        course("rest", start=-9, end=1),
        course("heat", "left heel", start=3, end=9),
        course("cold", "right heel", start=3),
        course("pacing", "left heel", start=49),
    )
    reading = read(trial(), [5] * 48, TrialRecord({on(1): "yes"}, courses))
    assert [
        (c.facts["treatment"], c.facts["what"], c.facts["day"]) for c in reading.cautions[:-1]
    ] == [
        ("massage therapy", "started", on(48)),
        ("rest", "ended", on(1)),
        ("heat", "started", on(3)),
    ]


def test_what_it_compares_is_told_where_it_was_used_in_the_other_arm():
    courses = (
        course("trigger point therapy", "left heel", start=3, end=10),
        course("trigger point therapy", "right heel", start=11),
    )
    uses = {"trigger point therapy": frozenset({on(1), on(5), on(13), on(14)})}
    record = TrialRecord({on(1): "yes"}, courses, uses=uses)
    finished = read(trial(), [5] * 48, record)
    facts = {"treatment": "trigger point therapy", "arm": "A", "plan": "stretching"}
    assert finished.cautions[:-1] == (
        TrialCaution("own-course", facts | {"day": on(3), "days": 4}),
        TrialCaution("own-use", facts | {"days": 2}),
    )
    running = read(trial(), [5] * 20, record, today=20)
    assert running.cautions == finished.cautions[:1]


def test_a_step_within_it_is_a_change_of_dose_and_no_end():
    steps = (
        course("rest", "left heel", start=-29, end=10)._replace(dose=parse_dose("10 mg")),
        course("rest", "left heel", start=11)._replace(dose=parse_dose("25 mg")),
    )
    (caution, _) = read(trial(), [5] * 48, TrialRecord({on(1): "yes"}, steps)).cautions
    assert caution.facts == {
        "treatment": "rest",
        "what": "changed to 25 mg",
        "day": on(11),
        "dose": "25 mg",
    }
    assert trial_caution(caution) == "Rest changed to 25 mg on 11 Mar 2026, during the trial."


def test_the_other_things_that_stand_against_a_result():
    record = TrialRecord({}, signs=True)
    assumed = [RatedDay(on(d), 0.0, 0, 0) for d in range(1, 49)]
    reading = read_trial(trial(draws=3, seed_given=True), assumed, record, on(49))
    assert codes(reading) == [
        "warning-sign",
        "adherence-unknown",
        "drawn-again",
        "seed-given",
        "assumed-days",
        "not-blinded",
    ]


@pytest.mark.parametrize(("block", "points", "said"), [(4, 2, True), (7, 2, False), (4, 0, False)])
def test_weekends_that_hurt_more_and_fall_into_one_arm_are_told_unless_blocks_are_weeks(
    block, points, said
):
    # 1 March 2026 is a Sunday. From the second week on no weekend day of A is rated.
    plan = trial(block=block)
    values = [
        None
        if day > 7 and block_on(plan, on(day)).arm == "A" and on(day).weekday() >= 5
        else 5 + points * (on(day).weekday() >= 5)
        for day in range(1, plan.days + 1)
    ]
    assert ("weekend-days" in codes(read(plan, values))) is said


@pytest.mark.parametrize(
    ("points", "verdict"),
    [(4, "clearly more"), (1, "less"), (0, "little change"), (-4, "clearly worse")],
)
def test_the_interval_is_held_against_a_meaningful_drop_from_the_days_of_a(points, verdict):
    plan = trial()
    values = [6 - points * (block_on(plan, on(d)).arm == "B") for d in range(1, 49)]
    reading = read(plan, values)
    assert reading.drop == pytest.approx(1.8)
    assert reading.verdict == verdict
    assert reading.test.estimate == -points
