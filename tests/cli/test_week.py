"""`painlog week`: a look back at seven days."""

import json

import pytest

SLEEP = (("24", "9"), ("25", "6"), ("26", "7"))


@pytest.fixture
def journal(painlog):
    for words in (
        ["add", "left heel", "4", "--at", "2026-03-20"],
        ["add", "left heel", "6", "--at", "2026-03-25 08:00"],
        ["add", "left heel", "2", "--at", "2026-03-25 20:00", "-t", "heat"],
        ["add", "left heel", "10", "--at", "2026-03-28", "-t", "heat"],
        ["add", "neck", "1", "--at", "2026-03-19"],
        ["regions", "set", "head", "--diary", "attacks"],
        ["add", "head", "8", "--from", "2026-03-26 20:00", "--until", "2026-03-27 06:00"],
        ["take", "ibuprofen", "400 mg", "--at", "2026-03-26 21:00"],
        ["take", "ibuprofen", "400 mg", "--at", "2026-03-26 23:00"],
        ["take", "ibuprofen", "400 mg", "--at", "2026-03-24 23:00"],
        ["start", "stretching", "-r", "left heel", "--on", "2026-03-01", "--until", "2026-03-26"],
        ["start", "rest", "-r", "neck", "--on", "2026-03-30"],
        ["consult", "--on", "2026-03-30"],
        ["peg", "6", "5", "7", "--on", "2026-03-29"],
        *(["day", "--on", f"2026-03-{day}", "--sleep", hours] for day, hours in SLEEP),
    ):
        assert painlog(*words).code == 0


@pytest.mark.usefixtures("journal")
def test_a_week_is_a_line_for_each_place_and_what_else_there_was(painlog):
    *lines, advice = painlog("week").out.splitlines()
    assert lines == [
        "The week from Wed 25 Mar 2026 to Tue 31 Mar 2026",
        "           W T F S S M T",
        "Head       . 8 8 . . . .  pain on 2 of 7 days; the week before on 0",
        "Left heel  6 . . X . . .  mean 7.0 on 2 days; the week before 4.0 on 1",
        "Neck       . . . . . . .  not rated; the week before 1.0",
        "A digit is the worst rating of a day; X is 10, . a day without an entry.",
        "Used: heat on 2 days; ibuprofen twice on 1 day.",
        "Days: sleep 6.5 hours on average, 2 days.",
        "Started: rest for the neck, from Mon 30 Mar 2026.",
        "Ended: stretching for the left heel, from Sun 1 Mar 2026 to Thu 26 Mar 2026.",
        "Visits to a clinician: Mon 30 Mar 2026.",
        "Answered: PEG 1, 6.0 of 10, Sun 29 Mar 2026.",
        "Nothing rated on: Sun 29 Mar to Tue 31 Mar.",
    ]
    assert advice.startswith("Not a diagnosis.")


@pytest.mark.usefixtures("journal")
def test_a_week_ends_on_the_day_that_is_named(painlog):
    data = json.loads(painlog("week", "--on", "2026-03-28", "--format", "json").out)
    assert (data["schema"], data["since"], data["until"]) == (
        *("painlog.week/1", "2026-03-22", "2026-03-28"),
    )
    assert data["regions"] == [
        {
            "region": "head",
            "side": None,
            "worst": [None, None, None, None, 8, 8, None],
            "mean": None,
            "rated_days": 2,
            "pain_days": 2,
            "before": {"mean": None, "rated_days": 0, "pain_days": 0},
            "diary": "attacks",
        },
        {
            "region": "heel",
            "side": "left",
            "worst": [None, None, None, 6, None, None, 10],
            "mean": 7.0,
            "rated_days": 2,
            "pain_days": 2,
            "before": {"mean": 4.0, "rated_days": 1, "pain_days": 1},
            "diary": "days",
        },
        {
            "region": "neck",
            "side": None,
            "worst": [None] * 7,
            "mean": None,
            "rated_days": 0,
            "pain_days": 0,
            "before": {"mean": 1.0, "rated_days": 1, "pain_days": 1},
            "diary": "days",
        },
    ]
    assert data["used"] == [
        {"treatment": "ibuprofen", "times": 3, "days": 2},
        {"treatment": "heat", "times": 2, "days": 2},
    ]
    assert data["factors"] == [{"factor": "sleep", "mean": 22 / 3, "days": 3}]
    assert data["days_without_rating"] == ["2026-03-22", "2026-03-23", "2026-03-24"]
    assert [course["treatment"] for course in data["ended"]] == ["stretching"]
    assert (data["started"], data["consultations"], data["peg"]) == ([], [], [])
    assert [advice["code"] for advice in data["advice"]] == ["standing"]


def test_a_week_without_a_rating_says_so(painlog):
    result = painlog("week")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[1:3] == [
        "Nothing was rated.",
        "Nothing rated on: Wed 25 Mar to Tue 31 Mar.",
    ]
