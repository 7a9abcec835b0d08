"""`painlog trial`: planned, lived day by day with the clock turned, and read."""

import csv
import io
import json
import sys
from datetime import datetime, timedelta

import pytest

import painlog.tasks.report
import painlog.tasks.trial
from builders import entry
from conftest import BERLIN
from painlog.analysis.trial_schedule import draw
from painlog.model.trial import TrialDay
from painlog.store.journal import Journal

PLAN = ("trial", "plan", "stretching", "stretching + tpt", "--region", "left heel")
AGREED = ("--agreed", "2026-03-02", "--yes")
SEED = "painlog-1"
FIRST = datetime(2026, 4, 1, 20, tzinfo=BERLIN)


@pytest.fixture(autouse=True)
def _few_repetitions(monkeypatch):
    """Simulate a plan 200 times instead of 1,000: its figures are tested where they are made."""
    monkeypatch.setattr("painlog.analysis.trial_power._DAYS_IN_ALL", 1)


@pytest.fixture
def seen(painlog, path):
    """A journal with a visit at which a clinician agreed, and four weeks of ratings."""
    painlog("consult", "--on", "2026-03-02", "--note", "Physiotherapist: try both in turns.")
    store(path, (entry("left heel", 5 + day % 2, day=day) for day in range(1, 31)))
    return painlog


def store(path, things):
    with Journal(path, writing=True) as journal, journal.change("test") as change:
        for thing in things:
            change.add(thing)


@pytest.fixture
def begun(seen):
    assert seen(*PLAN, *AGREED, "--seed", SEED, "--pairs", "6", "--washout", "0").code == 0
    return seen


def show(painlog, *arguments):
    return json.loads(painlog("trial", "show", *arguments, "--format", "json").out)


ARMS = [arm for order in draw(SEED, 6) for arm in order for _ in range(4)]


@pytest.fixture
def live(path, set_clock, begun):
    """Rate 6 on days of A and 3 on those of B, up to a day, with the clock at that day."""

    def live(days):
        rated = (entry("left heel", 3 if arm == "B" else 6) for arm in ARMS[:days])
        uid = show(begun)["uid"]
        store(path, (e._replace(felt_at=FIRST + timedelta(days=n)) for n, e in enumerate(rated)))
        store(path, (TrialDay(uid, (FIRST + timedelta(days=n)).date(), "yes") for n in range(days)))
        set_clock(FIRST + timedelta(days=days - 1))

    return live


def test_days_in_an_attack_that_goes_on_are_left_out_as_in_the_report(live, begun, set_clock, path):
    live(45)
    begun("regions", "set", "heel", "--diary", "attacks")
    newest = FIRST + timedelta(days=45)
    store(path, [entry("left heel", 7)._replace(felt_at=newest)])

    def days():
        at_report = json.loads(begun("report", "--format", "json").out)["regions"]
        rated = [region["rated_days"] for region in at_report]
        return [arm["rated"] for arm in show(begun)["adherence"]["arms"]], rated

    set_clock(newest + timedelta(hours=72))
    assert days() == ([24, 22], [77])
    assert (
        "Days without an entry count as days without pain, because every attack is written down. "
        "Left out are days with only a painkiller for it, and those after the newest rating of an "
        "attack that goes on." in " ".join(begun("trial", "show").out.split())
    )
    set_clock(newest + timedelta(hours=73))
    assert days() == ([24, 24], [80])


def test_nothing_that_may_depend_on_pain_is_told_of_an_arm_before_the_end(live, begun, set_clock):
    live(20)
    for n in range(20):
        if ARMS[n] == "A":
            begun("take", "ibuprofen", "400 mg", "--at", f"{(FIRST + timedelta(days=n)).date()}")

    def told():
        return [begun(*words.split()).out for words in ("trial", "trial show", "report --full")]

    said = " ".join("".join(told()).split())
    assert "- A, stretching: 8 of 8 counted days rated. " in said
    assert "- Both together: as planned on 20 days. " in said
    assert "acute medicine" not in said
    unknown = dict.fromkeys(("medicine_days", "course_days", "yes", "partly", "no"))
    assert show(begun)["adherence"] == {
        "kept_share": 1.0,
        "yes": 20,
        "partly": 0,
        "no": 0,
        "arms": [
            {"arm": "A", "days": 8, "counted": 8, "rated": 8} | unknown,
            {"arm": "B", "days": 12, "counted": 12, "rated": 12} | unknown,
        ],
    }
    begun("regions", "set", "heel", "--diary", "attacks")
    assert "- A, stretching: 8 counted days so far. " in " ".join("".join(told()).split())
    assert [arm["rated"] for arm in show(begun)["adherence"]["arms"]] == [None, None]
    set_clock(FIRST + timedelta(days=48))
    medicine = [arm["medicine_days"] for arm in show(begun)["adherence"]["arms"]]
    assert medicine == [8, 0]


def test_what_it_compares_is_told_where_it_is_used_in_the_other_arm(begun, set_clock):
    set_clock(FIRST + timedelta(days=4))
    said = " ".join(begun("take", "tpt", "--for", "left heel").out.split())
    assert (
        "Sun 5 Apr 2026 is a day of A, stretching, in trial 1: trigger point therapy on it will "
        "stand against the result. Say that it was not as planned: painlog trial log no --on "
        "2026-04-05" in said
    )
    assert begun("trial", "log", "no", "--on", "2026-04-05").code == 0
    for apart in (
        ("take", "tpt", "--for", "right heel"),
        ("take", "tpt", "--for", "left heel", "--at", "2026-04-04"),
        ("take", "stretching", "--for", "left heel"),
    ):
        assert "in trial 1" not in begun(*apart).out
    assert "is a day of A" in begun("add", "left heel", "5", "-t", "tpt").out
    assert "is a day of A" in begun("edit", "last", "--note", "x").out
    said = " ".join(begun("start", "tpt", "-r", "left heel").out.split())
    assert (
        "Trigger point therapy is what trial 1 compares. While this course is open, it counts as "
        "used on the days of A as well, which are planned as stretching, and that will stand "
        "against the result. To take the course back: painlog undo." in said
    )
    in_course = (
        "Trigger point therapy has been in course since 5 Apr 2026, also on {} of A, which is "
        "planned as stretching: there the arms may not differ."
    )
    assert in_course.format("1 day") in " ".join(begun("trial", "show").out.split())
    begun("courses", "edit", "1", "--until", "2026-04-05")
    set_clock(FIRST + timedelta(days=48))
    begun("take", "tpt", "--for", "left heel", "--at", "2026-04-07 12:00")
    said = " ".join(begun("trial", "show").out.split())
    assert in_course.format("1 day") in said
    assert (
        "Trigger point therapy was logged on 1 day of A, which is planned as stretching: there the "
        "arms may not differ." in said
    )
    text = begun("trial", "export", "--format", "markdown").out
    assert "**3b Changes after the start.** Trigger point therapy has been in course since" in text


def test_in_an_attack_diary_every_attack_is_written_down_and_no_evening_without(seen):
    assert "Rate the left heel every day, at about the same time." in " ".join(
        seen(*PLAN, *AGREED).out.split()
    )
    seen("undo")
    seen("regions", "set", "heel", "--diary", "attacks")
    said = " ".join(seen(*PLAN, *AGREED).out.split())
    assert (
        "Write down every attack of the left heel, as before: a day without one counts as a day "
        "without pain." in said
    )
    assert "every day, at about" not in said


def test_an_arm_with_a_dose_is_refused_with_what_to_type(seen):
    seen("treatments", "add", "magnesium", "--kind", "medication", "--complementary")
    seen("start", "magnesium", "400 mg")
    for arm, alone in (
        ("magnesium 400 mg", "magnesium"),
        ("heat + magnesium 400 mg", '"heat + magnesium"'),
    ):
        refused = seen("trial", "plan", arm, "nothing", "-r", "left heel", *AGREED)
        assert refused.code == 1
        assert refused.err == (
            "A trial compares treatments, not doses of one. Leave the dose out: type "
            f'{alone}, not "{arm}".\n'
        )


def test_a_trial_is_planned_lived_and_read(begun, set_clock):
    assert show(begun)["status"] == "planned"
    for number, arm in enumerate(ARMS):
        set_clock(FIRST + timedelta(days=number))
        begun("add", "left heel", "3" if arm == "B" else "6")
        begun("trial", "log", "yes")
    last = show(begun)
    assert (last["status"], last["pairs"], last["p"]) == ("running", [], None)
    set_clock(FIRST + timedelta(days=48))
    over = "The trial of stretching and stretching + trigger point therapy is over: painlog trial"
    assert f"{over} show 1" in begun().out
    found = show(begun)
    assert found["status"] == "finished"
    assert [pair["difference"] for pair in found["pairs"]] == [-3.0] * 6
    assert (found["estimate"], found["p"], found["orders"]) == (-3.0, 2 / 64, 64)
    assert (found["interval"], found["confidence"]) == ([-3.0, -3.0], 1 - 2 / 64)
    assert found["verdict"] == "clearly more"
    assert found["order"] == list(draw(SEED, 6))
    assert found["adherence"]["kept_share"] == 1.0
    assert [caution["code"] for caution in found["cautions"]] == ["seed-given", "not-blinded"]
    said = begun("trial", "show").out
    assert "Of the 64 orders that could have been drawn, 2 would show a difference this big" in said
    assert "You knew what you were doing on each day, so what you expected counts too." in said


def test_nothing_tells_how_it_goes_before_it_is_over(begun, set_clock, live):
    begun("start", "tpt", "--region", "left heel", "--on", "2026-03-10")
    live(20)
    for text in ("7", "5"):
        begun("add", "left heel", text, "-t", "tpt", "--before", "8", "--at", "2026-04-20 12:00")
    report = json.loads(begun("report", "--format", "json").out)
    assert (report["effects"], report["relief"]) == ([], [])
    assert [trial["status"] for trial in report["trials"]] == ["running"]
    assert report["trials"][0]["pairs"] == []
    for command in (
        ("compare", "stretching", "stretching + tpt", "--region", "left heel"),
        ("compare", "nothing", "tpt", "--region", "left heel", "--format", "json"),
    ):
        refused = begun(*command)
        assert (refused.code, refused.out) == (1, "")
        assert "is under way until 18 May 2026" in refused.err
    assert "not compared before that" in begun("report").out
    for words in ("report --full", "chart", "trial", "trial show"):
        said = begun(*words.split()).out
        assert "painlog compares A and B only after the last day" in " ".join(said.split())
        assert "likely between" not in said
    set_clock(FIRST + timedelta(days=60))
    report = json.loads(begun("report", "--format", "json").out)
    assert [effect["treatment"] for effect in report["effects"]] == ["trigger point therapy"]
    assert [relief["treatment"] for relief in report["relief"]] == ["trigger point therapy"]
    set_clock(FIRST + timedelta(days=48 + 14))
    assert "is over" not in begun().out


def test_a_plan_is_shown_and_only_saved_when_that_is_said(seen):
    shown = seen(*PLAN, "--agreed", "2026-03-02")
    assert shown.code == 0
    assert "128 orders could be drawn." in shown.out
    assert "Of 100 trials like this one" in shown.out
    assert shown.err == ("Nothing was drawn or saved. To draw the order and save the plan: --yes\n")
    assert seen("trial", "list").out == ""


def test_the_seed_is_drawn_unless_given_and_a_second_drawing_is_counted(seen):
    seen(*PLAN, *AGREED)
    first = show(seen)["plan"]
    assert (len(first["seed"]), first["seed_given"], first["draws"]) == (16, False, 1)
    seen("undo")
    seen(*PLAN, *AGREED)
    seen("trial", "stop")
    seen("trial", "plan", "stretching + tpt", "stretching", "-r", "left heel", *AGREED)
    assert show(seen)["plan"]["draws"] == 3


def test_today_and_the_trial_say_what_the_day_is(begun, set_clock):
    assert "Trial: begins on Wed 1 Apr 2026." in begun().out
    set_clock(FIRST + timedelta(days=1))
    line = (
        "Trial, day 2 of 48: B, stretching + trigger point therapy (2 more days). "
        "Next: A from Sun 5 Apr 2026."
    )
    assert line in begun().out
    assert line in begun("trial").out
    assert "  1  B 1 Apr to 4 Apr <- today" in begun("trial").out
    assert "painlog trial log yes" in begun().out
    begun("trial", "log", "yes", "--on", "yesterday")
    begun("trial", "log", "partly")
    assert "painlog trial log yes" not in begun().out


def test_what_was_kept_is_logged_once_a_day_and_can_be_changed(begun, set_clock):
    set_clock(FIRST)
    assert begun("trial", "log", "y").out == "Saved: Wed 1 Apr 2026, as planned: yes.\n"
    assert begun("trial", "log", "no").out == "Saved: Wed 1 Apr 2026, as planned: no, was yes.\n"
    begun("undo")
    begun("trial", "log", "yes", "--note", "late")
    assert begun("trial", "log", "yes", "--note", "early").out == (
        "Saved: Wed 1 Apr 2026, as planned: yes.\n"
        '  The note before was "late". To bring back: painlog undo\n'
    )
    begun("undo", "2")
    adherence = show(begun)["adherence"]
    assert (adherence["yes"], adherence["partly"], adherence["no"]) == (1, 0, 0)
    for wrong, said in (
        (("maybe",), '"maybe" is not an answer; type yes, partly or no.'),
        (("yes", "--on", "yesterday"), "2026-03-31 is not a day of any trial."),
    ):
        refused = begun("trial", "log", *wrong)
        assert refused.code == 1
        assert refused.err.startswith(said)


def test_a_course_that_begins_or_ends_within_it_is_told_at_once_and_in_its_result(begun, set_clock):
    against = "is not part of it: this will stand against its result."
    set_clock(FIRST + timedelta(days=3))
    assert against in begun("start", "massage", "--region", "left heel").out
    assert against not in begun("start", "massage", "--region", "neck").out
    assert against not in begun("start", "tpt", "--region", "left heel").out
    assert against in begun("stop", "massage", "--region", "left heel").out
    assert [caution["code"] for caution in show(begun)["cautions"]] == [
        "adherence-unknown",
        "other-course",
    ]


def test_a_stop_keeps_the_finished_pairs_and_undo_goes_on(begun, live):
    live(17)
    said = begun("trial", "stop").out
    assert "2 pairs finished: painlog trial show 1" in said.replace("\n", " ")
    found = show(begun)
    assert (found["status"], found["estimate"], found["p"]) == ("stopped", None, None)
    assert [pair["difference"] for pair in found["pairs"]] == [-3.0, -3.0]
    begun("undo")
    assert show(begun)["status"] == "running"


AGAIN = "It was stopped on 17 Apr 2026 and taken up again"


def test_a_stop_that_was_taken_back_is_told_as_a_look_at_the_pairs(begun, live, set_clock):
    live(17)
    begun("trial", "stop")
    begun("trial", "show")
    begun("undo")
    for words in ("trial", "trial show"):
        assert AGAIN in " ".join(begun(*words.split()).out.split())
    assert "looked-at" in [caution["code"] for caution in show(begun)["cautions"]]
    set_clock(FIRST + timedelta(days=48))
    for words in ("trial show", "report --full", "report --format html"):
        assert AGAIN in " ".join(begun(*words.split()).out.split())
    text = begun("trial", "export", "--format", "markdown").out
    assert (
        "**3b Changes after the start.** Stopped by the person on 2026-04-17 and taken up again."
    ) in text
    assert AGAIN in text


def test_a_stop_before_a_pair_was_finished_showed_nothing(begun, live):
    live(7)
    begun("trial", "stop")
    begun("undo")
    assert "looked-at" not in [caution["code"] for caution in show(begun)["cautions"]]
    assert "3b Changes after the start.** None." in (
        begun("trial", "export", "--format", "markdown").out
    )


def test_the_visit_of_a_trial_under_way_stays_and_a_later_removal_is_told(begun, live):
    live(9)
    refused = begun("consult", "remove", "1")
    assert (refused.code, refused.err) == (
        1,
        "Trial 1, which is not over, was agreed to at this visit, so it stays. To end the trial "
        "first: painlog trial stop\n",
    )
    assert "Agreed to at the visit of Mon 2 Mar 2026: Physio" in begun("trial", "show").out
    begun("trial", "stop")
    assert begun("consult", "remove", "1").code == 0
    gone = "Agreed to at the visit of Mon 2 Mar 2026, which is no longer in the journal."
    assert gone in " ".join(begun("trial", "show").out.split())
    assert "2026-03-02, which is no longer in the journal." in (
        begun("trial", "export", "--format", "markdown").out
    )


def test_a_rating_of_both_sides_is_said_at_once_not_to_count(begun, set_clock):
    missed = "  This does not count in trial 1, which is of the left heel.\n"
    set_clock(FIRST)
    for place in ("heels", "heel --side none"):
        assert missed in begun("add", *place.split(" ", 1)[:1], *place.split()[1:], "6").out
    assert show(begun)["adherence"]["arms"][0]["rated"] == 0
    assert "does not count" not in begun("add", "right heel", "6").out
    assert "does not count" not in begun("add", "neck", "6").out
    assert "does not count" not in begun("add", "heels", "6", "left heel", "6").out
    # Now the place of the trial is rated on this day.
    assert "does not count" not in begun("add", "heels", "6").out
    assert "does not count" not in begun("add", "heels", "6", "--at", "2026-03-31").out


def test_a_day_of_it_that_loses_its_last_rating_is_named_and_nothing_else_of_it(live, begun):
    live(3)
    said = "  No rating of the left heel is left on Thu 2 Apr 2026, a day of trial 1.\n"
    assert said in begun("remove", "32").out
    assert "No rating" not in begun("undo").out
    assert said in begun("redo").out
    begun("undo")
    assert said in begun("edit", "32", "--side", "right").out
    begun("undo")
    begun("add", "left heel", "4", "--at", "2026-04-02 09:00")
    assert "No rating" not in begun("remove", "32").out
    assert "No rating" not in begun("remove", "1").out


def test_days_of_an_attack_diary_that_lose_their_attacks_count_as_days_without_pain(live, begun):
    live(5)
    begun("regions", "set", "heel", "--diary", "attacks")
    assert (
        "  No rating of the left heel is left on Wed 1 Apr 2026, Thu 2 Apr 2026, Fri 3 Apr 2026 "
        "and 2 more days, days of trial 1. They count as days without pain there.\n"
    ) in begun("remove", "31-35").out


def test_an_import_says_what_it_brings_into_the_days_of_it(live, begun, tmp_path):
    live(5)
    table = tmp_path / "in.csv"
    day = 1 + ARMS.index("A")
    table.write_text(
        f"felt_at,region,side,intensity,treatments\n2026-04-0{day}T10:00,heel,left,4,"
        "trigger point therapy\n"
    )
    told = begun("import", str(table))
    assert told.out.count("in trial 1: trigger point therapy on it will stand against") == 1
    begun("undo")
    assert "in trial 1: trigger point therapy on it" in begun("redo").out
    begun("undo")
    assert "in trial 1" not in begun("import", str(table), "--dry-run").out


def test_a_checkin_says_so_once(begun, set_clock, answering):
    set_clock(FIRST - timedelta(days=1))
    begun("add", "heels", "6")
    set_clock(FIRST)
    answering("", "5", "", "", "", "")
    said = begun("checkin", "left heel", "heels").out
    assert said.count("This does not count in trial 1, which is of the left heel.") == 1


def test_a_plan_says_that_a_rating_of_both_sides_does_not_count(seen):
    only = "Only ratings of the left heel count. A rating of both sides, or of no side, does not."
    assert only in " ".join(seen(*PLAN, "--agreed", "2026-03-02").out.split())


def test_a_trial_is_printed_once_under_its_own_place(begun, live, set_clock):
    begun("add", "heels", "6", "--at", "2026-04-02 12:00")
    begun("add", "heel", "6", "--side", "none", "--at", "2026-04-02 13:00")
    live(48)
    set_clock(FIRST + timedelta(days=48))
    for format_ in ("text", "markdown"):
        said = begun("report", "--full", "--format", format_).out
        title = "Trial 1, left heel: stretching or stretching + trigger point therapy"
        assert said.count(title) == 1
        before, _, _ = said.partition(title)
        heads = [line.strip("# ") for line in before.splitlines()]
        assert "Left heel" in heads
        assert "Heel (both)" not in heads


def test_a_warning_sign_pauses_it(begun, set_clock):
    set_clock(FIRST)
    begun("add", "lower back", "6", "--note", "numb around the genitals, cannot pee")
    assert show(begun)["status"] == "paused"
    assert "Trial paused" in begun().out
    assert "is paused" in begun("trial").out
    begun("settings", "set", "country", "NL")
    assert "Call 112 now." in " ".join(begun("trial").out.split())
    set_clock(FIRST + timedelta(days=15))
    assert show(begun)["status"] == "running"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["heat", "heat"], 2, "A trial compares two different things"),
        (["nothing", "as usual"], 2, "A trial compares two different things"),
        (["heat", "blue lamp"], 1, 'No treatment is called "blue lamp".'),
        (["heat", "ibuprofen 400 mg"], 1, "A trial compares treatments, not doses of one."),
        (["heat", "cold", "--pairs", "5"], 1, "A trial has 6 to 20 pairs of blocks, not 5."),
        (["heat", "cold", "--pairs", "21"], 1, "A trial has 6 to 20 pairs of blocks, not 21."),
        (["heat", "cold", "--block-days", "3", "--washout", "2"], 1, "If it takes 2 days to wear"),
        (["heat", "cold", "--block-days", "29"], 1, "A block has 1 to 28 days, not 29."),
        (["heat", "cold", "--start", "today"], 1, "A trial begins tomorrow or up to 90 days"),
        (["heat", "cold", "--start", "2026-07-01"], 1, "A trial begins tomorrow or up to 90"),
        (["heat", "cold", "--start", "soon"], 1, '"soon" is not a day to begin on.'),
        (["heat", "cold", "--seed", ""], 1, "A seed is a text of 1 to 64 printable characters."),
        (["heat", "dry needling"], 1, "Dry needling is done with needles: painlog plans"),
        (["heat", "ibuprofen"], 1, "Ibuprofen is a medicine: painlog plans"),
        (["heat", "amitriptyline"], 1, "Amitriptyline teaches something, or may"),
        (["heat", "physiotherapy"], 1, "Physiotherapy teaches something, or may"),
    ],
)
def test_what_is_not_planned_is_refused_with_a_reason(seen, arguments, code, said):
    result = seen("trial", "plan", *arguments, "--region", "left heel", *AGREED)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(said)
    assert seen("trial", "list").out == ""


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["heat", "cold", "-r", "heel"], 2, "Say at which logged visit a clinician agreed"),
        (["heat", "cold", "--agreed", "2026-03-02"], 2, "trial plan needs two things and a place"),
        (
            ["heat", "cold", "-r", "heel", "--agreed", "2026-03-03"],
            1,
            "No visit to a clinician is logged for 2026-03-03 (logged: 2026-03-02). A trial needs "
            "a clinician who agrees: talk it over, and log the visit with: painlog consult --on "
            "2026-03-03\n",
        ),
    ],
)
def test_no_trial_without_a_place_and_a_visit_of_agreement(seen, arguments, code, said):
    result = seen("trial", "plan", *arguments, "--yes")
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(said)


def test_one_at_a_time_and_none_within_14_days_of_a_warning_sign(begun):
    again = begun("trial", "plan", "heat", "cold", "-r", "head", *AGREED)
    assert again.err.startswith(
        "A trial of stretching and stretching + trigger point therapy for the left heel is not "
        "over: it ends on 2026-05-18."
    )
    begun("trial", "stop")
    note = ("--note", "numb around the genitals, cannot pee")
    begun("add", "lower back", "6", "--at", "2026-03-16 10:00", *note)
    assert begun("trial", "plan", "heat", "cold", "-r", "head", *AGREED).code == 0
    begun("trial", "stop")
    begun("add", "lower back", "6", "--at", "2026-03-17 10:00", *note)
    refused = begun("trial", "plan", "heat", "cold", "-r", "head", *AGREED)
    assert refused.code == 1
    assert refused.err.startswith("A warning sign was written down on 2026-03-17 (lower back)")


def test_a_medicine_in_use_is_not_stopped_for_it(seen):
    seen("consult", "--on", "2026-03-03", "--note", "Try ibuprofen against paracetamol")
    agreed = ("--agreed", "2026-03-03", "--yes", "-r", "left heel")
    seen("start", "ibuprofen", "--region", "left heel", "--on", "2026-03-20")
    refused = seen("trial", "plan", "ibuprofen", "paracetamol", *agreed)
    assert refused.err.startswith("Ibuprofen has been in use since 20 Mar 2026, and this")
    seen("stop", "ibuprofen", "--on", "2026-03-30")
    assert seen("trial", "plan", "ibuprofen", "paracetamol", *agreed).code == 0


def test_the_days_are_exported_without_ratings_until_it_is_over(begun, set_clock, live, tmp_path):
    live(10)
    rows = list(csv.DictReader(io.StringIO(begun("trial", "export").out)))
    assert [row["rating"] for row in rows] == [""] * 48
    assert [row["arm"] for row in rows[:5]] == ["B", "B", "B", "B", "A"]
    set_clock(FIRST + timedelta(days=48))
    target = tmp_path / "trial.csv"
    said = begun("trial", "export", "--output", str(target))
    assert said.err == f"Wrote trial 1 to {target}.\n"
    rows = list(csv.DictReader(io.StringIO(target.read_text("utf-8"))))
    assert rows[0] == {
        "day": "2026-04-01",
        "block": "1",
        "pair": "1",
        "arm": "B",
        "treatment": "stretching + trigger point therapy",
        "counted": "1",
        "rating": "3",
    }
    assert [row["rating"] for row in rows[8:12]] == ["3", "3", "", ""]


def test_a_clinician_gets_the_items_of_cent(begun, set_clock, live):
    live(48)
    assert (
        "nothing is compared before its last day"
        in begun("trial", "export", "--format", "markdown").out
    )
    set_clock(FIRST + timedelta(days=48))
    text = begun("trial", "export", "--format", "markdown").out
    for said in (
        "**3a Design.** 6 pairs of periods",
        "**8, 9, 10 Randomisation.** Seed given: painlog-1. Drawing 1 of",
        "**11 Blinding.** None.",
        "B minus A: -3.00 points, interval -3.00 to -3.00 (96.9 %); p .031 (2 of 64 orders).",
        "With 6 pairs the smallest two-sided result is p .031.",
        "Physiotherapist: try both in turns.",
    ):
        assert said in text


def test_a_renamed_treatment_is_renamed_in_its_trial_and_stays_while_it_is_named(begun):
    begun("trial", "stop")
    begun("treatments", "add", "red lamp", "--kind", "self-care")
    begun("trial", "plan", "red lamp", "nothing", "-r", "left heel", *AGREED)
    assert begun("treatments", "remove", "red lamp").code == 1
    begun("treatments", "rename", "red lamp", "blue lamp")
    assert show(begun)["plan"]["a"] == "blue lamp"
    begun("undo")
    assert show(begun)["plan"]["a"] == "red lamp"


def test_trials_are_listed_newest_first_and_shown_by_number(begun):
    begun("trial", "stop")
    begun("trial", "plan", "heat", "nothing", "-r", "head", *AGREED)
    assert begun("trial", "list").out.splitlines() == [
        "   2  heat or nothing, head: to begin on Wed 1 Apr 2026",
        "   1  stretching or stretching + trigger point therapy, left heel: stopped on Tue 31 Mar "
        "2026",
    ]
    data = json.loads(begun("trial", "list", "--format", "json").out)
    assert [trial["status"] for trial in data["trials"]] == ["planned", "stopped"]
    assert show(begun, "1")["id"] == 1
    assert begun("trial", "show", "3").err == "There is no trial 3. See: painlog trial list\n"


def test_without_a_trial_it_is_said_how_to_plan_one(painlog):
    assert painlog("trial").err.startswith("No trial is under way. Plan one: painlog trial plan.")
    assert painlog("trial", "show").err == "No trial was planned yet. See: painlog trial plan\n"
    assert painlog("trial", "stop").code == 1


def test_trials_go_with_the_journal(begun, live, tmp_path):
    live(3)
    written = begun("export", "--format", "json").out
    (tmp_path / "journal.json").write_text(written, encoding="utf-8")
    other = ("--db", str(tmp_path / "other.db"))
    said = begun(*other, "import", str(tmp_path / "journal.json"))
    assert "1 trial and 3 days of a trial" in said.out
    here, there = (json.loads(begun(*at, "export", "--format", "json").out) for at in ((), other))
    for field in ("trials", "trial_days", "consultations"):
        assert here[field] == there[field]


@pytest.fixture
def answering(monkeypatch):
    """Type these answers, a line each, as on a terminal."""

    def type_(*answers):
        for module in ("trial", "checkin"):
            monkeypatch.setattr(f"painlog.cli.commands.{module}.can_ask", lambda: True)
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{a}\n" for a in answers)))

    return type_


def test_a_conversation_explains_each_choice_and_asks_again_what_cannot_be(seen, answering):
    answering("stretching", "stretching", "nothing", "left heel", "5", "six", "", "", "1", "",
              "monday", "2026-03-03", "2026-03-02", "y")  # fmt: skip
    result = seen("trial", "plan")
    assert result.code == 0
    for said in ("What is A?", "What is B?", "How many pairs?", "At which visit did a clinician"):
        assert said in result.out
    assert [line.split(".")[0] for line in result.err.splitlines()] == [
        "A trial compares two different things; one of them may be nothing, as in: painlog trial "
        "plan stretching nothing --region heel",
        "A trial has 6 to 20 pairs of blocks, not 5",
        '"six" is not a whole number, such as 7',
        "If it takes 1 day to wear off, a block needs at least 2 days, and it has 1",
        "No visit to a clinician is logged for 2026-03-03 (logged: 2026-03-02)",
    ]
    plan = show(seen)["plan"]
    assert (plan["a"], plan["b"], plan["side"], plan["start"]) == (
        "stretching",
        "nothing",
        "left",
        "2026-04-06",
    )
    assert (plan["pairs"], plan["block_days"], plan["washout_days"]) == (7, 4, 1)


def test_a_conversation_that_ends_with_no_saves_nothing(seen, answering):
    answering("", "", "", "", "2026-03-02", "n")
    result = seen("trial", "plan", "heat", "nothing", "-r", "left heel")
    assert "Nothing was drawn or saved." in result.out
    assert seen("trial", "list").out == ""


def test_a_checkin_says_what_the_day_is_and_asks_once_whether_it_was_so(
    begun, set_clock, answering
):
    set_clock(FIRST)
    answering("4", "p", "", "")
    said = begun("checkin").out
    assert "Trial, day 1 of 48: B, stretching + trigger point therapy" in said
    assert "Saved for Wed 1 Apr 2026: trial, as planned: partly." in said
    assert show(begun)["adherence"]["partly"] == 1
    answering("4", "", "")
    assert "as planned?" not in begun("checkin", "heel").out
    begun("undo", "2")
    assert show(begun)["adherence"]["partly"] == 0


def test_a_plan_reads_days_in_the_order_that_was_set(painlog):
    painlog("add", "left heel", "5", "--at", "2026-03-30")
    painlog("consult", "--on", "2026-03-02", "--note", "agrees")
    plan = ("trial", "plan", "heat", "nothing", "-r", "left heel", "--agreed", "2/3")
    refused = painlog(*plan, "--start", "6/4")
    assert (refused.code, "can be read in two ways" in refused.err) == (1, True)
    painlog("settings", "set", "date-order", "day-first")
    planned = painlog(*plan, "--start", "6/4")
    assert planned.code == 0
    assert "Mon 6 Apr 2026" in planned.out


def test_a_rating_of_both_sides_leaves_the_place_of_the_trial_to_be_rated(begun, set_clock):
    set_clock(FIRST)
    begun("add", "right heel", "4", "--at", "2026-03-31")
    begun("add", "heels", "6")
    assert "Not rated yet today: left heel. " in begun("today").out


def test_a_changed_rating_is_said_not_to_count_as_a_new_one_is(begun, set_clock):
    missed = "  This does not count in trial 1, which is of the left heel."
    set_clock(FIRST)
    begun("add", "left heel", "6")
    assert missed not in begun("edit", "last", "--intensity", "5").out
    assert begun("edit", "last", "--side", "both").out.splitlines()[1] == missed
    assert begun("edit", "last", "--clear", "side").out.splitlines()[1] == missed
    assert missed not in begun("edit", "last", "--side", "right").out
    begun("edit", "last", "--side", "both")
    series = begun("edit", "--region", "both heels", "--intensity", "4", "--yes")
    assert missed in series.out.splitlines()
    set_clock(FIRST + timedelta(hours=1))
    ended = begun("over", "both heels").out.splitlines()
    assert (ended[0].startswith("Ended entry 31: heel (both) 4 of 10"), ended[2]) == (True, missed)
    begun("add", "left heel", "6")
    assert missed not in begun("edit", "31", "--intensity", "3").out


def test_a_report_says_of_what_is_compared_that_it_is_shown_later(live, begun):
    live(12)
    begun("take", "trigger point therapy", "--for", "left heel")
    asked = ("report", "--treatment", "trigger point therapy")
    for options in ((), ("--format", "markdown")):
        said = " ".join(begun(*asked, *options).out.split())
        assert "What was logged of trigger point therapy is shown once the trial that" in said
        assert "No course and no use" not in said


def test_the_attacks_that_go_on_are_read_once_for_a_report_and_all_its_trials(begun, monkeypatch):
    begun("trial", "stop")
    assert begun("trial", "plan", "heat", "nothing", "-r", "head", *AGREED).code == 0
    asked = []
    for module in (painlog.tasks.report, painlog.tasks.trial):
        monkeypatch.setattr(module, "going_on", lambda *args: asked.append(args) or ())
    assert begun("report").code == 0
    assert len(asked) == 1
    assert begun("trial", "list", "--format", "json").code == 0
    assert len(asked) == 2


@pytest.mark.parametrize(
    ("arm", "said"),
    [
        (
            "no TENS",
            '"no TENS" says what is not done. For that, type nothing, as in: painlog trial plan '
            '"tens" nothing\n',
        ),
        (
            "without heat",
            '"without heat" says what is not done. For that, type nothing, as in: painlog trial '
            'plan "heat" nothing\n',
        ),
        (
            "TENS",
            'No treatment is called "TENS". See them all with: painlog treatments. Add your own '
            'with: painlog treatments add "TENS"\n',
        ),
    ],
)
def test_an_arm_that_is_not_known_is_answered_with_what_to_type(seen, arm, said):
    refused = seen("trial", "plan", arm, "stretching", "--region", "left heel", *AGREED)
    assert (refused.code, refused.err) == (1, said)


def test_an_arm_may_be_a_treatment_that_was_just_added(seen):
    seen("treatments", "add", "TENS")
    planned = seen("trial", "plan", "TENS", "none", "--region", "left heel", *AGREED)
    assert planned.code == 0
    assert "A: TENS. B: nothing." in planned.out


def test_blocks_of_another_year_say_so(seen, set_clock):
    set_clock(datetime(2026, 12, 19, 20, tzinfo=BERLIN))
    begun = seen(*PLAN, *AGREED, "--seed", SEED, "--pairs", "6", "--start", "2026-12-20")
    assert begun.code == 0, begun.err
    lines = seen("trial").out.splitlines()
    first = lines.index("Blocks") + 1
    assert lines[first : first + 3] == [
        "  1  B 20 Dec to 23 Dec           A 24 Dec to 27 Dec",
        "  2  B 28 Dec to 31 Dec           A 1 Jan 2027 to 4 Jan 2027",
        "  3  B 5 Jan 2027 to 8 Jan 2027   A 9 Jan 2027 to 12 Jan 2027",
    ]
