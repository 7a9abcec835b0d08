"""painlog.trial/1: every case that was worked elsewhere, to the last digits."""

import json
from pathlib import Path

import pytest

from builders import consultation, on, trial
from painlog.analysis.days import RatedDay
from painlog.analysis.trials import TrialRecord, read_trial
from painlog.formats.trial_json import trial_reading_object, trials_object

CASES = json.loads((Path(__file__).parents[1] / "data" / "trial.json").read_text("utf-8"))


def reading(case, *, today=None):
    plan = trial(
        seed=case["seed"],
        pairs=case["pairs"],
        block=case["block_days"],
        washout=case["washout_days"],
        consultation="visit",
    )
    days = [RatedDay(on(d), float(v), v, 1, 1) for d, v in enumerate(case["daily"], 1) if v]
    return read_trial(plan, days, TrialRecord({}), today or on(plan.days + 1))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_case_comes_out_as_it_was_worked_elsewhere(case):
    found = trial_reading_object(reading(case))
    assert found["schema"] == "painlog.trial/1"
    assert found["order"] == case["order"]
    assert [pair["counted"] for pair in found["pairs"]] == [
        text is not None for text in case["pair_differences"]
    ]
    for field in ("estimate", "p", "interval", "confidence"):
        assert found[field] == pytest.approx(case[field], abs=1e-12)
    exact = [pair["difference"] for pair in found["pairs"] if pair["counted"]]
    assert sum(exact) / len(exact) == pytest.approx(case["estimate"], abs=1e-12)


def test_before_the_last_day_is_past_every_figure_is_null():
    found = trial_reading_object(reading(CASES[0], today=on(48)))
    assert (found["status"], found["pairs"]) == ("running", [])
    figures = ("estimate", "p", "as_big", "orders", "interval", "confidence", "drop", "verdict")
    assert [found[field] for field in figures] == [None] * len(figures)
    assert [advice["code"] for advice in found["advice"]] == ["standing"]


def test_the_plan_names_the_visit_of_the_agreement_where_it_is_still_there():
    visit = consultation(1, "in turns")
    assert trial_reading_object(reading(CASES[0]), visit)["plan"]["consultation"]["note"] == (
        "in turns"
    )
    listed = trials_object([reading(CASES[0])], {"visit": visit})
    assert listed["trials"][0]["plan"]["consultation"]["note"] == "in turns"
    assert trials_object([reading(CASES[0])], {})["trials"][0]["plan"]["consultation"] is None


def test_a_result_comes_with_the_advice_to_talk_it_over():
    codes = [advice["code"] for advice in trial_reading_object(reading(CASES[0]))["advice"]]
    assert codes == ["trial", "standing"]
