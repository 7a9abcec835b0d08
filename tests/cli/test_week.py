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
        "Left heel  6 . . X . . .  mean 7.0 on 2 days; the week before rated on 1 day",
        "Head       . 8 8 . . . .  pain on 2 of 6 days; not rated the week before",
        "Neck       . . . . . . .  not rated; the week before rated on 1 day",
        "A digit is the worst rating of a day; X is 10, . a day without an entry.",
        "Head: in an attack diary a day without an attack or a painkiller for it counts as one "
        "without pain.",
        "Used: heat on 2 days; ibuprofen twice on 1 day.",
        "Days: sleep 6.5 hours on average, 2 days.",
        "In use: rest for the neck, day 2.",
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
            "region": "heel",
            "side": "left",
            "worst": [None, None, None, 6, None, None, 10],
            "mean": 7.0,
            "rated_days": 2,
            "counted_days": 2,
            "pain_days": 2,
            "before": {"mean": 4.0, "rated_days": 1, "counted_days": 1, "pain_days": 1},
            "diary": "days",
            "unsaid_days": 0,
        },
        {
            "region": "head",
            "side": None,
            "worst": [None, None, None, None, 8, 8, None],
            "mean": None,
            "rated_days": 2,
            "counted_days": 3,
            "pain_days": 2,
            "before": {"mean": None, "rated_days": 0, "counted_days": 0, "pain_days": 0},
            "diary": "attacks",
            "unsaid_days": 0,
        },
        {
            "region": "neck",
            "side": None,
            "worst": [None] * 7,
            "mean": None,
            "rated_days": 0,
            "counted_days": 0,
            "pain_days": 0,
            "before": {"mean": 1.0, "rated_days": 1, "counted_days": 1, "pain_days": 1},
            "diary": "days",
            "unsaid_days": 0,
        },
    ]
    assert data["used"] == [
        {"treatment": "ibuprofen", "times": 3, "days": 2},
        {"treatment": "heat", "times": 2, "days": 2},
    ]
    assert data["factors"] == [{"factor": "sleep", "mean": 22 / 3, "days": 3}]
    assert data["days_without_rating"] == ["2026-03-22", "2026-03-23", "2026-03-24"]
    assert [course["treatment"] for course in data["ended"]] == ["stretching"]
    assert data["in_use"] == []
    assert (data["started"], data["consultations"], data["peg"]) == ([], [], [])
    assert [advice["code"] for advice in data["advice"]] == ["standing"]


@pytest.mark.usefixtures("journal")
def test_what_is_in_use_is_said_as_today_says_it_and_of_the_last_day_of_the_week(painlog):
    painlog("start", "amitriptyline", "10 mg", "-r", "head", "--on", "2026-03-02")
    in_use = ["amitriptyline 10 mg for the head, day 30", "rest for the neck, day 2"]
    assert f"In use: {'; '.join(in_use)}.\n" in painlog("week").out
    assert "".join(f"  - {course}\n" for course in in_use) in painlog("today").out
    earlier = " ".join(painlog("week", "--on", "2026-03-20").out.split())
    in_use = ["stretching for the left heel, day 20", "amitriptyline 10 mg for the head, day 19"]
    assert f"In use: {'; '.join(in_use)}." in earlier
    data = json.loads(painlog("week", "--format", "json").out)
    assert [course["treatment"] for course in data["in_use"]] == ["amitriptyline", "rest"]


def test_a_week_without_a_rating_says_so(painlog):
    result = painlog("week")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[1] == "Nothing was rated."
    assert "Nothing rated on" not in result.out
    painlog("add", "neck", "1", "--at", "2026-03-28")
    assert "Nothing rated on: Sun 29 Mar to Tue 31 Mar.\n" in painlog("week").out


def test_in_an_attack_diary_the_days_from_the_first_entry_on_count(painlog):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "7", "--at", "2026-03-22 09:00", "--lasted", "2h")
    assert "pain on 0 of 7 days; the week before on 1 of 3\n" in painlog("week").out
    painlog("add", "head", "7", "--at", "2026-03-08 09:00", "--lasted", "2h")
    assert "pain on 0 of 7 days; the week before on 1\n" in painlog("week").out


def test_a_mean_of_the_week_before_needs_three_days(painlog):
    for day in range(20, 28):
        painlog("add", "neck", "5", "--at", f"2026-03-{day}")
    assert "mean 5.0 on 3 days; the week before 5.0 on 5\n" in painlog("week").out


def test_no_day_is_missed_where_only_attacks_are_written_down(painlog):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "7", "--from", "2026-03-24 21:00", "--until", "2026-03-25 02:00")
    for said in (painlog("week").out, painlog("today").out):
        assert "Nothing rated on" not in said
        assert "Not rated yet" not in said
        assert "without a rating" not in said


def test_today_and_a_week_count_the_same_days_as_missed(painlog):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "neck", "2", "--at", "2026-03-20")
    painlog("add", "head", "7", "--from", "2026-03-24 21:00", "--until", "2026-03-26 02:00")
    assert "Nothing rated on: Fri 27 Mar to Tue 31 Mar.\n" in painlog("week").out
    said = painlog("today").out
    assert "Not rated yet today: neck." in said
    assert "Before today: 4 days without a rating, since Thu 26 Mar 2026.\n" in said
    painlog("edit", "1", "--at", "2026-03-17")
    assert "Nothing rated on" not in painlog("week").out
    assert "without a rating" not in painlog("today").out


def test_in_an_attack_diary_a_day_with_a_painkiller_and_no_rating_does_not_count(painlog):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "6", "--at", "2026-03-10")
    painlog("add", "head", "7", "--at", "2026-03-29", "--lasted", "2h")
    for day in (27, 29, 20):
        painlog("take", "sumatriptan 50 mg", "--for", "head", "--at", f"2026-03-{day}")
    assert "pain on 1 of 6 days; the week before on 0 of 6" in painlog("week").out


def test_the_days_of_an_attack_that_goes_on_do_not_count_as_days_without_pain(painlog):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "6", "--at", "2026-03-10", "--lasted", "2h")
    painlog("add", "head", "7", "--at", "yesterday 09:00")
    assert "not over yet" in painlog().out
    assert "pain on 1 of 6 days; the week before on 0\n" in painlog("week").out
    assert "2 entries on 2 of 21 days" in painlog("report", "--full").out
    drawn = json.loads(painlog("map", "--format", "json").out)["regions"][0]
    chart = json.loads(painlog("chart", "--format", "json").out)["regions"][0]
    assert (drawn["rated_days"], len(chart["days"])) == (21, 21)
    # A report on the past knows that it was over, as no day of it is the present one.
    assert "2 entries on 2 of 21 days" in painlog("report", "--full", "--until", "yesterday").out
    painlog("over", "head", "--at", "yesterday 12:00")
    assert "pain on 1 of 7 days; the week before on 0\n" in painlog("week").out
    assert "2 entries on 2 of 22 days" in painlog("report", "--full").out


def test_in_an_attack_diary_quiet_weeks_are_weeks_without_pain(painlog):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "6", "--at", "2026-02-10", "--lasted", "2h")
    painlog("take", "sumatriptan 50 mg", "--for", "head", "--at", "2026-03-20")
    painlog("take", "ibuprofen 400 mg", "--at", "2026-03-27")
    lines = painlog("week").out.splitlines()
    assert lines[1:6] == [
        "      W T F S S M T",
        "Head  . . . . . . .  pain on 0 of 7 days; the week before on 0 of 6",
        "A digit is the worst rating of a day; X is 10, . a day without an entry.",
        "Head: in an attack diary a day without an attack or a painkiller for it counts as one "
        "without pain.",
        "Head: on 1 of the days that count as without pain a painkiller was logged, and not what "
        "for, so there may be more pain days.",
    ]
    [region] = json.loads(painlog("week", "--format", "json").out)["regions"]
    assert (region["counted_days"], region["before"]["counted_days"]) == (7, 6)
    assert (region["rated_days"], region["unsaid_days"]) == (0, 1)
    assert painlog("week", "--on", "2026-02-01").out.splitlines()[1] == "Nothing was rated."


def test_an_attack_that_began_long_before_counts_on_the_days_that_it_touches(painlog):
    painlog("add", "head", "6", "--from", "2026-03-10 20:00", "--until", "2026-03-29 09:00")
    (row,) = (line for line in painlog("week").out.splitlines() if line.startswith("Head"))
    assert row.split()[1:8] == [*("6" * 5), ".", "."]
    painlog("add", "neck", "7", "--from", "2026-03-14 20:00", "--until", "2026-03-18 20:00")
    painlog("add", "neck", "1", "--at", "2026-03-30", "--lasted", "2h")
    painlog("regions", "set", "neck", "--diary", "attacks")
    assert "pain on 1 of 7 days; the week before on 1\n" in painlog("week").out


def test_one_tablet_logged_with_two_ratings_is_used_once(painlog):
    painlog("add", "head", "6", "neck", "4", "-t", "ibuprofen 400 mg", "--at", "10:00")
    painlog("take", "ibuprofen 400 mg", "--for", "head", "--at", "10:05")
    assert "Used: ibuprofen on 1 day" in painlog("week").out


def test_places_stand_in_the_order_of_a_report(painlog):
    # Over 28 days the heel hurt most, in the week itself the neck.
    for day in range(5, 20):
        painlog("add", "left heel", "8", "--at", f"2026-03-{day:02}")
    painlog("add", "left heel", "1", "--at", "2026-03-28")
    for day in (26, 29):
        painlog("add", "neck", "9", "--at", f"2026-03-{day}")
    painlog("add", "head", "10", "--at", "2026-03-30")
    # The knee hurt most of all, but not in these two weeks.
    for day in range(4, 18):
        painlog("add", "left knee", "10", "--at", f"2026-03-{day:02}")
    week = json.loads(painlog("week", "--format", "json").out)["regions"]
    report = json.loads(painlog("report", "--format", "json").out)["regions"]
    assert [(r["side"], r["region"]) for r in report] == [
        ("left", "knee"),
        *[("left", "heel"), (None, "neck"), (None, "head")],
    ]
    assert [(r["side"], r["region"]) for r in week] == [
        *[("left", "heel"), (None, "neck"), (None, "head")],
    ]


def test_a_region_not_rated_for_two_weeks_makes_no_day_a_missed_one(painlog):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "8", "--at", "2026-03-29")
    painlog("add", "neck", "4", "--at", "2026-03-10")
    assert "Nothing rated on" not in painlog("week").out


def test_medicines_half_way_to_their_line_are_said_as_today_says_them(painlog):
    for day in range(20, 25):
        painlog("take", "sumatriptan", "50 mg", "--at", f"2026-03-{day} 09:00")
    [line] = [line for line in painlog("today").out.splitlines() if "so far this month" in line]
    assert line == (
        "Sumatriptan: on 5 days so far this month. On 10 days a month or more for over three "
        "months, headaches can come from the medicine itself if you are prone to them."
    )
    assert line in painlog("week").out.splitlines()
    assert line in painlog("week", "--on", "2026-03-05").out.splitlines()
    today = json.loads(painlog("today", "--format", "json").out)["medicine_days"]
    week = json.loads(painlog("week", "--format", "json").out)["medicine_days"]
    assert [found["days"] for found in week] == [5]
    assert week == today
    # It would not be said of that week.
    assert "so far this month" not in painlog("week", "--on", "2026-02-28").out
