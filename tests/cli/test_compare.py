"""`painlog compare`: two regimens of one region."""

import json
from datetime import date, timedelta

import pytest

FIRST = date(2026, 2, 1)
BOTH = "stretching + trigger point therapy"


@pytest.fixture
def heel(painlog, tmp_path):
    """Left heel: 14 days on nothing, 21 on stretching, 20 on both; and the commands on them."""
    levels = [7, 6] * 7 + [6, 5] * 10 + [6] + [3, 4] * 10
    rows = [
        f"{FIRST + timedelta(days=i)} 20:00,left heel,{level}" for i, level in enumerate(levels)
    ]
    file = tmp_path / "heel.csv"
    file.write_text("\n".join(["felt_at,region,intensity", *rows]))
    assert painlog("import", str(file)).code == 0
    for name, start in (("stretching", 14), ("trigger point therapy", 35)):
        day = str(FIRST + timedelta(days=start))
        assert painlog("start", name, "--region", "left heel", "--on", day).code == 0
    return painlog


def test_it_says_which_came_first_what_the_ratings_did_and_what_that_cannot_tell(heel):
    result = heel("compare", "stretching", BOTH, "--region", "heel")
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[:7] == [
        f"Left heel: stretching, compared with {BOTH}",
        "Ratings are 0 (no pain) to 10 (worst pain imaginable).",
        "- stretching: 21 rated days between Sun 15 Feb 2026 and Sat 7 Mar 2026",
        f"- {BOTH}: 20 rated days between Sun 8 Mar 2026 and Fri 27 Mar 2026",
        f"First came stretching, then {BOTH}.",
        "Compared: all days of each. A report takes only the last of a course, 28 by default.",
        f"Mean 5.5 on stretching (21 rated days), 3.5 on {BOTH} (20 rated days).",
    ]
    assert lines[7].startswith(
        f"2.0 points less on {BOTH} than on stretching (-37 %), likely between 1.7 and 2.3 less."
    )
    (numbers,) = (line for line in lines if line.startswith("Numbers: "))
    assert "; carry-over 0.00 (from the days compared, all those of each); " in numbers
    (more,) = (line for line in lines if line.startswith("To learn more: "))
    assert f"alternate stretching and {BOTH}" in more
    assert lines[-2] == "Advice"


@pytest.mark.parametrize(
    "said",
    [
        "stretching and trigger point therapy",
        "tpt + stretching",
        "trigger-point, stretch",
        "Stretching with TPT",
        "stretching & tpt",
    ],
)
def test_regimens_are_read_as_people_say_them(heel, said):
    out = heel("compare", "nothing", said, "-r", "left heel").out
    assert out.startswith(f"Left heel: nothing, compared with {BOTH}\n")
    assert f"First came nothing, then {BOTH}." in out


def test_asked_the_other_way_round_it_is_not_called_later(heel):
    out = heel("compare", BOTH, "nothing", "-r", "heel").out
    assert f"First came nothing, then {BOTH}." in out
    assert "That is clearly more than a meaningful rise (1.1 points)." in out
    assert "On 0 % of day pairs the day with nothing started hurt less." in out
    assert "later" not in out
    assert "before" not in out.split("Advice")[0]
    assert "Tau-U" not in out


def test_a_few_days_of_the_first_again_are_no_alternating(heel):
    heel("stop", "trigger point therapy", "--region", "left heel", "--on", "2026-03-17")
    for asked in (("stretching", BOTH), (BOTH, "stretching")):
        out = heel("compare", *asked, "-r", "heel").out
        assert f"few blocks: first stretching, then {BOTH}, then stretching again.\n" in out
        assert "one person's days, in one order" in out
        assert "alternated" not in out
        assert "Tau-U" not in out
    found = json.loads(heel("compare", "stretching", BOTH, "-r", "heel", "--format", "json").out)
    assert (found["order"], found["tau_u"]) == ("blocks", None)


def test_regimens_that_alternated_are_said_to(heel):
    heel("stop", "trigger point therapy", "--region", "left heel", "--on", "2026-03-17")
    heel("start", "trigger point therapy", "--region", "left heel", "--on", "2026-03-25")
    out = heel("compare", "stretching", BOTH, "-r", "heel").out
    assert "The two alternated." in out


def test_a_medicine_is_nothing_to_alternate(heel):
    heel("start", "ibuprofen", "--region", "left heel", "--on", "2026-03-20")
    out = heel("compare", "stretching", f"{BOTH} + ibuprofen", "-r", "heel").out
    assert "alternate" not in out
    assert "Ask your clinician how" in out


@pytest.mark.parametrize(
    "asked", [("propranolol 40 mg", "amitriptyline 20 mg"), ("amitriptyline 99 mg", "nothing")]
)
def test_a_medicine_with_its_dose_is_nothing_to_alternate_either(heel, asked):
    heel("start", "amitriptyline 20 mg", "--region", "left heel", "--on", "2026-03-20")
    out = heel("compare", *asked, "-r", "heel").out
    assert "alternate" not in out
    assert "Ask your clinician how" in out


def test_the_doses_that_are_pooled_and_those_never_taken_are_said(heel):
    for dose, day in (("10 mg", "2026-03-10"), ("20 mg", "2026-03-20")):
        heel("start", f"amitriptyline {dose}", "--region", "left heel", "--on", day)
    pooled = heel("compare", "amitriptyline", "nothing", "-r", "heel").out
    assert "Amitriptyline here means amitriptyline at 10 mg and 20 mg." in pooled
    never = heel("compare", "amitriptyline 99 mg", "nothing", "-r", "heel").out
    assert "Amitriptyline was never started at 99 mg here, only at 10 mg and 20 mg." in never
    taken = heel("compare", "amitriptyline 10 mg", "nothing", "-r", "heel").out
    assert "never started" not in taken
    assert "here is" not in taken


def test_the_json_has_the_figures_of_a_report_and_both_regimens(heel):
    found = json.loads(heel("compare", "stretching", BOTH, "-r", "heel", "--format", "json").out)
    assert found["schema"] == "painlog.comparison/1"
    assert (found["region"], found["side"], found["order"]) == ("heel", "left", "first")
    assert (found["first"], found["second"]) == (
        ["stretching"],
        ["stretching", "trigger point therapy"],
    )
    assert found["before"]["mean"] == (10 * 11 + 6) / 21
    assert found["change"] == pytest.approx(3.5 - 116 / 21, abs=1e-12)
    assert {"interval", "percent", "nap", "nap_interval", "tau_u", "verdict"} <= found.keys()
    assert found["regimens"] == [
        {"treatments": ["stretching"], "rated_days": 21, "used_days": {}},
        {
            "treatments": ["stretching", "trigger point therapy"],
            "rated_days": 20,
            "used_days": {},
        },
        {"treatments": [], "rated_days": 14, "used_days": {}},
    ]
    assert [a["code"] for a in found["advice"]] == ["standing"]


def test_a_regimen_that_was_never_followed_is_answered_with_those_that_were(heel):
    result = heel("compare", "nothing", "massage", "-r", "heel")
    assert result.code == 0
    assert "- massage therapy, with nothing else started: no rated day" in result.out
    # What was never begun is not to be begun for a comparison.
    assert "Rate" not in result.out.split("Not enough days")[1]
    assert "- stretching: 21 rated days" in result.out
    assert "NAP" not in result.out
    data = json.loads(heel("compare", "nothing", "massage", "-r", "heel", "--format", "json").out)
    assert data["after"] == {"since": None, "until": None, "rated_days": 0, "mean": None}
    assert (data["interval"], data["order"]) == (None, None)
    assert [c["code"] for c in data["cautions"]] == ["not-enough-days"]


def test_only_days_on_what_is_in_course_now_are_asked_for(painlog):
    for day in range(1, 9):
        painlog("add", "left heel", "6", "--at", f"2026-03-{day:02}")
    painlog("start", "naproxen 250 mg", "-r", "left heel", "--on", "2026-03-07")
    painlog("start", "naproxen 500 mg", "-r", "left heel", "--on", "2026-03-20")
    now = painlog("compare", "nothing", "naproxen 500 mg", "-r", "heel").out
    assert "Rate 3 more days on naproxen 500 mg, and this can be compared." in now
    over = painlog("compare", "nothing", "naproxen 250 mg", "-r", "heel").out
    assert "Rate" not in over.split("Not enough days")[1]
    assert "Add days on naproxen 250 mg, if you noted them elsewhere, with --at" in over


def test_a_dose_that_changed_with_the_other_treatment_is_told_apart_from_nothing(painlog):
    for day in range(1, 21):
        painlog("add", "left heel", "6" if day < 11 else "3", "--at", f"2026-03-{day:02}")
    for what, on in (("naproxen 250 mg", "2026-03-01"), ("heat", "2026-03-01")):
        painlog("start", what, "-r", "left heel", "--on", on)
    painlog("stop", "heat", "--on", "2026-03-10")
    painlog("start", "naproxen 500 mg", "-r", "left heel", "--on", "2026-03-11")
    out = painlog("compare", "naproxen + heat", "naproxen", "-r", "heel").out
    assert "Cannot be told apart from another dose of naproxen, which came or went with it." in out
    assert (
        "- Naproxen was at 250 mg on heat + naproxen, and at 500 mg on naproxen. The ratings "
        "cannot tell the dose from the rest.\n"
    ) in out
    assert "here means" not in out
    alone = painlog("compare", "nothing", "naproxen", "-r", "heel").out
    assert "Naproxen here means naproxen at 500 mg." in alone


def test_what_nobody_started_has_the_cautions_that_it_has_in_a_report(painlog):
    for day in range(1, 29):
        used = ["-t", "yoga"] if day % 7 == 1 else []
        worse = "6" if used else "4"
        painlog("add", "neck", worse, "--at", f"2026-03-{day:02}", *used)
    (effect,) = json.loads(painlog("report", "--format", "json").out)["effects"]
    found = json.loads(painlog("compare", "nothing", "yoga", "-r", "neck", "--json").out)
    codes = [{c["code"] for c in one["cautions"]} for one in (effect, found)]
    assert all({"as-needed", "named-on-bad-days"} <= each for each in codes)
    assert (effect["verdict"], found["verdict"]) == (None, None)
    out = painlog("compare", "nothing", "yoga", "-r", "neck").out
    assert "The days with yoga average 6.0, the days without it 4.0. What is used because" in out


def test_what_was_used_now_and_then_is_told_from_nothing_and_from_the_days_it_spans(
    painlog, tmp_path
):
    used = ["heat", "massage", "", "stretching"]
    rows = [f"2026-03-{day:02},right knee,{3 + day % 4},{used[day % 4]}" for day in range(1, 29)]
    file = tmp_path / "knee.csv"
    file.write_text("\n".join(["felt_at,region,intensity,treatments", *rows]))
    assert painlog("import", str(file)).code == 0
    out = painlog("compare", "naproxen", "paracetamol", "-r", "right knee").out
    assert "Regimens with rated days:\n- nothing started: 28 rated days\n" in out
    out = painlog("compare", "nothing", "heat", "-r", "right knee").out
    assert out.splitlines()[2:4] == [
        "- nothing started: 3 rated days between Sun 1 Mar 2026 and Tue 3 Mar 2026",
        "- heat, from first use to 7 days after the last (used on 7 days): 25 rated days between "
        "Wed 4 Mar 2026 and Sat 28 Mar 2026",
    ]
    assert (
        "- Massage therapy was also used now and then: on 1 of 3 rated days with nothing started, "
        "and on 6 of 25 on heat.\n- Stretching was also used now and then: on 1 of 3 rated days "
        "with nothing started, and on 6 of 25 on heat.\n"
    ) in out
    both = "heat + massage therapy"
    out = painlog("compare", "nothing", both, "-r", "right knee").out
    assert (
        f"- {both}, heat from first use to 7 days after the last (used on 7 days), massage therapy "
        "from first use to 7 days after the last (used on 6 days): 25 rated days between "
    ) in out
    found = json.loads(painlog("compare", "nothing", "heat", "-r", "right knee", "--json").out)
    assert found["regimens"] == [
        {"treatments": ["heat"], "rated_days": 25, "used_days": {"heat": 7}},
        {"treatments": [], "rated_days": 3, "used_days": {}},
    ]


def test_a_step_that_was_raised_has_ended_at_its_dose_alone(painlog):
    for day in range(1, 31):
        painlog("add", "head", "5", "--at", f"2026-03-{day:02}")
    for dose, since in (("40 mg", "01"), ("80 mg", "11"), ("120 mg", "21")):
        painlog("start", f"propranolol {dose}", "-r", "head", "--on", f"2026-03-{since}")
    out = painlog("compare", "propranolol 40 mg", "propranolol 120 mg", "-r", "head").out
    assert "- Propranolol 80 mg ended on 20 Mar 2026, within 7 days before days on" in out
    assert "Cannot be told apart from propranolol 80 mg, which ended just before." in out


def test_a_medicine_taken_as_needed_has_no_days_to_compare(painlog):
    for day in range(1, 9):
        painlog("add", "head", "5", "--at", f"2026-03-{day:02}", "-t", "sumatriptan 50 mg")
    out = painlog("compare", "sumatriptan", "nothing", "-r", "head").out
    assert (
        "No course of sumatriptan was started here. What is taken as needed is not compared: "
        "painlog report has the ratings around each use."
    ) in out
    painlog("start", "sumatriptan", "-r", "head", "--on", "2026-03-05")
    assert "No course of" not in painlog("compare", "sumatriptan", "nothing", "-r", "head").out


@pytest.mark.parametrize("place", [["knee"], ["heel", "--side", "right"]])
def test_a_place_without_ratings_is_no_error(heel, place):
    result = heel("compare", "nothing", "stretching", "-r", *place)
    assert (result.code, result.err) == (0, "")
    assert "There are no ratings of " in result.out


def test_an_empty_journal_is_no_error(painlog):
    result = painlog("compare", "nothing", "stretching", "-r", "heel")
    assert (result.code, result.err) == (0, "")
    assert "0 rated with nothing started and 0 on stretching" in result.out


def test_a_region_rated_on_both_sides_needs_one(heel):
    heel("add", "right heel", "3")
    result = heel("compare", "nothing", "stretching", "-r", "heel")
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        "Heel is rated in more than one place: left heel, right heel. "
        "Say which, as in: --side left\n"
    )
    assert heel("compare", "nothing", "stretching", "-r", "heel", "--side", "left").code == 0
    assert heel("compare", "nothing", "stretching", "-r", "left heel").code == 0


def test_ratings_without_a_side_can_be_asked_for_beside_those_with_one(heel):
    heel("add", "heel", "3", "--no-side")
    assert heel("compare", "nothing", "stretching", "-r", "heel").code == 1
    result = heel("compare", "nothing", "stretching", "-r", "heel", "--side", "none")
    assert result.code == 0
    assert result.out.startswith("Heel: nothing, compared with stretching\n")
    assert "- nothing started: 1 rated day between Tue 31 Mar 2026" in result.out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nothing", "no treatment", "-r", "heel"], 2, "Both regimens are the same."),
        (["stretch", "stretching", "-r", "heel"], 2, "Both regimens are the same."),
        (["massge", "nothing", "-r", "heel"], 1, 'Did you mean "'),
        (["nothing", "heat + massge", "-r", "heel"], 1, "massge"),
        (["nothing", "", "-r", "heel"], 1, 'No treatment is called ""'),
        (["nothing", "+", "-r", "heel"], 1, "No treatment is called"),
        (["nothing", "stretching", "-r", "heal"], 1, 'No region is called "heal"'),
        (["nothing", "stretching"], 2, "--region"),
        (["nothing"], 2, "painlog compare --help"),
        (["nothing", "stretching", "-r", "heel", "--since", "tomorrow"], 1, "still to come"),
    ],
)
def test_what_cannot_be_compared_is_refused(heel, arguments, code, said):
    result = heel("compare", *arguments)
    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert result.err.count("\n") == 1


def test_a_period_limits_the_days(heel):
    arguments = ("compare", "stretching", BOTH, "-r", "heel", "--format", "json")
    found = json.loads(heel(*arguments, "--since", "2026-03-01", "--until", "2026-03-10").out)
    assert (found["before"]["rated_days"], found["after"]["rated_days"]) == (7, 3)
    assert (found["before"]["since"], found["after"]["until"]) == ("2026-03-01", "2026-03-10")


def test_what_came_in_together_is_told_as_one(heel):
    day = str(FIRST + timedelta(days=14))
    heel("start", "heat", "--region", "left heel", "--on", day)
    out = heel("compare", "nothing", "heat + stretching", "-r", "heel").out
    assert "They differ in heat and stretching: the ratings cannot tell which" in out
    assert "They differ" not in heel("compare", "stretching", "heat", "-r", "heel").out


def test_what_ended_just_before_leaves_no_verdict_and_what_came_after_the_days_does(heel):
    days = [str(FIRST + timedelta(days=d)) for d in (10, 15, 25)]
    heel("start", "heat", "--region", "left heel", "--on", days[2])
    out = heel("compare", "nothing", "stretching", "-r", "heel").out
    assert "heat" not in out.split("What this cannot tell")[0].split("This compares")[0]
    heel("start", "rest", "--region", "left heel", "--on", days[0], "--until", days[1])
    out = heel("compare", "nothing", "stretching", "-r", "heel").out
    assert "Cannot be told apart from rest, which ended just before." in out
    assert "- Rest ended on 16 Feb 2026, within 7 days before days on stretching began. What" in out
    assert "meaningful" not in out


def test_a_plural_means_the_ratings_of_both_sides_where_there_are_any(heel):
    heel("add", "right heel", "3")
    refused = heel("compare", "nothing", "stretching", "-r", "heels")
    assert refused.err.startswith("Heel is rated in more than one place: left heel, right heel. ")
    heel("add", "heels", "3")
    result = heel("compare", "nothing", "stretching", "-r", "heels")
    assert (result.code, result.out.partition("\n")[0]) == (
        0,
        "Heel (both): nothing, compared with stretching",
    )
    assert heel("compare", "nothing", "stretching", "-r", "heel").code == 1


def test_doses_that_are_equally_much_are_one_regimen_however_they_are_written(heel):
    for dose, first, last in (
        ("1 g", "2026-02-15", "2026-02-28"),
        ("1000 mg", "2026-03-01", "2026-03-14"),
    ):
        place = ("--region", "left heel")
        heel("start", f"paracetamol {dose}", *place, "--on", first, "--until", last)
    for written in ("1 g", "1000 mg", "2 x 500 mg"):
        asked = (f"stretching + paracetamol {written}", BOTH)
        found = json.loads(heel("compare", *asked, "-r", "heel", "--format", "json").out)
        assert found["first"] == ["paracetamol 1 g", "stretching"]
        assert found["before"]["rated_days"] == 21
    same = heel("compare", "paracetamol 1 g", "paracetamol 1000 mg", "-r", "heel")
    assert (same.code, same.err.startswith("Both regimens are the same.")) == (2, True)
    # Nobody started it at this dose.
    same = heel("compare", "paracetamol 0.5 g", "paracetamol 500 mg", "-r", "heel")
    assert same.code == 2
    report = json.loads(heel("report", "-r", "left heel", "--format", "json").out)
    assert [
        (effect["dose"]["written"], effect["started_on"], effect["ended_on"])
        for effect in report["effects"]
        if effect["dose"]
    ] == [("1 g", "2026-02-15", "2026-03-14")]
