"""What people with headaches, and those who take medicines, ask of a report, end to end."""

import json
import random
from datetime import datetime, timedelta

import pytest

from conftest import BERLIN
from painlog.model.entry import Entry
from painlog.store.journal import Journal

TODAY = datetime(2026, 3, 31, tzinfo=BERLIN)


def at(days_ago, hour=20):
    return (TODAY - timedelta(days=days_ago)).replace(hour=hour)


def rated(path, ratings):
    """Entries as (days ago, hour, place, intensity) in one change; returns nothing."""
    with Journal(path, writing=True) as journal, journal.change("add") as change:
        for days_ago, hour, region, intensity in ratings:
            change.add(Entry(at(days_ago, hour), region, intensity))


def report(painlog, *arguments):
    result = painlog("report", "--format", "json", *arguments)
    assert result.code == 0, result.err
    return json.loads(result.out)


def effect(found, treatment):
    (one,) = [e for e in found["effects"] if e["treatment"] == treatment]
    return one


def test_one_tablet_before_a_preventive_is_no_course_and_cuts_no_baseline(painlog, path):
    rated(path, [(n, 20, "head", 6 + n % 2 - 2 * (n <= 30)) for n in range(60, 0, -1)])
    assert (
        painlog("start", "preventive medicine", "--region", "head", "--on", "30 days ago").code == 0
    )
    plain = effect(report(painlog), "preventive medicine")
    assert (plain["before"]["rated_days"], plain["change"]) == (
        28,
        pytest.approx(-2, abs=0.05),
    )
    assert painlog("add", "head", "6", "--at", "32 days ago 20:00", "-t", "sumatriptan").code == 0
    found = report(painlog)
    after = effect(found, "preventive medicine")
    assert [e["treatment"] for e in found["effects"]] == ["preventive medicine"]
    assert after["before"]["rated_days"] == 28
    for kept in ("change", "interval", "verdict", "cautions"):
        assert after[kept] == plain[kept]
    assert after["medicine_days"] != plain["medicine_days"]


def test_a_rating_at_the_time_of_taking_and_one_two_hours_later_are_relief(painlog):
    for n in range(6, 0, -1):
        painlog("add", "head", "8", "-t", "ibuprofen", "--at", f"{n} days ago 10:00")
        painlog("add", "head", "2", "--at", f"{n} days ago 12:00")
    (relief,) = report(painlog)["relief"]
    assert [relief[k] for k in ("treatment", "uses", "rated", "mean_before", "mean_after")] == [
        "ibuprofen", 6, 6, 8.0, 2.0,
    ]  # fmt: skip
    assert (relief["halved"], relief["gone"]) == (6, 0)


@pytest.mark.parametrize(("window", "verdicts"), [(28, ["about", "cannot tell"]), (84, ["about"])])
def test_a_preventive_that_halves_attacks_reads_so(painlog, path, window, verdicts):
    chance = random.Random(7)
    attacks = {
        day
        for first, days in zip(range(1, 169, 28), (5, 5, 6, 12, 11, 12), strict=True)
        for day in chance.sample(range(first, first + 28), days)
    }
    rated(
        path,
        [
            rating
            for n in range(168, 0, -1)
            for rating in (
                [(n, 8, "head", 9), *((n, hour, "head", 0) for hour in (11, 14, 17, 20))]
                if n in attacks
                else [(n, 20, "head", 0)]
            )
        ],
    )
    painlog("start", "preventive medicine", "--region", "head", "--on", "84 days ago")
    found = effect(report(painlog, "--window", str(window)), "preventive medicine")
    assert abs(found["change"]) < 1
    assert found["pain_days"]["after"] <= found["pain_days"]["before"] / 2
    assert found["verdict"] in verdicts
    if window == 84:
        assert found["pain_days"]["before"] == pytest.approx(11.6, abs=0.2)
        assert found["pain_days"]["after"] == pytest.approx(5.2, abs=0.3)


def test_a_medicine_keeps_its_name_and_its_dose(painlog):
    assert (
        painlog("add", "head", "7", "-t", "sumatriptan 50 mg", "--at", "yesterday 10:00").code == 0
    )
    painlog("add", "head", "7", "-t", "naproxen", "--at", "2 days ago 10:00")
    painlog("add", "head", "7", "-t", "diclofenac", "--at", "3 days ago 10:00")
    found = report(painlog)
    assert {(r["treatment"], r["dose"] and r["dose"]["written"]) for r in found["relief"]} == {
        ("sumatriptan", "50 mg"),
        ("naproxen", None),
        ("diclofenac", None),
    }
    assert found["effects"] == []
    lines = {(m["of"], m["days"], m["line"]) for m in found["medicine_days"]}
    assert {("triptans", 1, 10), ("any", 3, 10)} <= lines


@pytest.mark.parametrize("name", ["topiramate", "amitriptyline", "caffeine", "metformin"])
def test_no_medicine_is_suggested_for_another_name(painlog, name):
    result = painlog("add", "head", "3", "-t", name)
    assert result.code == 0
    said = result.out + result.err
    assert "Did you mean" not in said
    (relief,) = report(painlog)["relief"]
    assert relief["treatment"] == name


def test_a_place_that_is_not_known_is_not_taken_for_another(painlog):
    result = painlog("add", "left frontal", "3")
    assert result.code == 1
    assert "anus" not in result.err
    assert "Did you mean" not in result.err


def test_an_attack_of_three_days_is_felt_on_three_days(painlog):
    painlog("add", "head", "8", "--at", "9 days ago 20:00", "--lasted", "50h")
    painlog("add", "head", "8", "--at", "3 days ago 08:00", "--lasted", "5h")
    (head,) = report(painlog)["regions"]
    assert (head["entries"], head["rated_days"]) == (2, 4)


def test_heat_on_bad_days_has_no_verdict(painlog, path):
    before = [4, 5, 5, 4, 3, 4, 5, 4, 5, 4]
    beside = [4, 6, 5, 7, 4, 6, 5, 6, 3, 7, 4, 6, 5, 6, 4, 7, 5, 6, 4, 6, 5, 7, 4, 6]
    rated(path, [(34 - n, 20, "neck", value) for n, value in enumerate(before)])
    for n, value in enumerate(beside):
        used = ["-t", "heat"] if value >= 6 else []
        painlog("add", "neck", str(value), *used, "--at", f"{24 - n} days ago 20:00")
    found = effect(report(painlog), "heat")
    assert found["verdict"] is None
    assert {"as-needed", "named-on-bad-days"} <= {c["code"] for c in found["cautions"]}


def test_a_region_with_and_without_a_side_is_told_with_the_command_that_joins_it(painlog, path):
    rated(path, [(n, 20, "heel", 7) for n in range(28, 14, -1)])
    for n in range(14, 0, -1):
        painlog("add", "left heel", "4", "--at", f"{n} days ago 20:00")
    assert "painlog edit --region heel --no-side --side left" in painlog("report").out
    assert painlog("edit", "--region", "heel", "--no-side", "--side", "left", "--yes").code == 0
    (heel,) = report(painlog)["regions"]
    assert (heel["side"], heel["rated_days"]) == ("left", 28)
    assert painlog("undo").code == 0
    assert {r["side"] for r in report(painlog)["regions"]} == {None, "left"}


@pytest.mark.parametrize(("said", "region"), [("hands", "hand"), ("shoulders", "shoulder")])
def test_a_plural_is_both_sides(painlog, said, region):
    painlog("add", said, "3")
    (found,) = report(painlog)["regions"]
    assert (found["region"], found["side"]) == (region, "both")
