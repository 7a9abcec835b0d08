"""`painlog start`, `stop` and `courses`."""

import json

import pytest

ADVICE = "Not a diagnosis. See a clinician if pain persists, changes or worsens."


def refused(painlog, *arguments):
    before = painlog("courses").out
    result = painlog(*arguments)
    assert (result.code, result.out) == (1, "")
    assert painlog("courses").out == before
    return result.err


def test_start_says_what_it_began_and_where_to_read_about_it(painlog):
    assert painlog("start", "tpt", "-r", "left heel").out.splitlines() == [
        "Started: trigger point therapy for the left heel, from Tue 31 Mar 2026.",
        'Read what is known and what to watch for: painlog treatments show "trigger point therapy"',
        ADVICE,
    ]


def test_a_course_can_be_dated_back_and_be_for_several_regions(painlog):
    painlog("start", "massage", "-r", "neck", "-r", "hip both", "-r", "neck", "--on", "2026-03-01")
    painlog("start", "exercise", "--on", "yesterday")
    assert painlog("courses").out.splitlines() == [
        "   1  massage therapy for the neck, from Sun 1 Mar 2026 (open, 31 days so far)",
        "   2  massage therapy for the hip (both), from Sun 1 Mar 2026 (open, 31 days so far)",
        "   3  exercise for the whole body, from Mon 30 Mar 2026 (open, 2 days so far)",
    ]


def test_a_course_that_is_over_can_be_added_before_one_that_is_open(painlog):
    painlog("start", "heat", "-r", "neck", "--on", "2026-03-20")
    added = painlog(*("start", "heat", "-r", "neck", "--on", "2026-03-01", "--until", "2026-03-10"))
    assert added.out.splitlines()[0] == (
        "Started: heat for the neck, from Sun 1 Mar 2026 to Tue 10 Mar 2026."
    )
    assert painlog("courses").out.splitlines() == [
        "   2  heat for the neck, from Sun 1 Mar 2026 to Tue 10 Mar 2026 (10 days)",
        "   1  heat for the neck, from Fri 20 Mar 2026 (open, 12 days so far)",
    ]


def test_a_course_cannot_be_over_before_it_starts_or_in_the_future(painlog):
    command = ("start", "heat", "--on", "2026-03-10", "--until")
    assert refused(painlog, *command, "2026-03-09") == (
        "--until 2026-03-09 is before the start on 2026-03-10; give a later day, or an earlier "
        "--on.\n"
    )
    painlog("start", "rest")
    for planned in (
        (*command, "2026-04-09"),
        ("stop", "rest", "--on", "2026-04-09"),
        ("courses", "edit", "1", "--until", "2026-04-09"),
    ):
        assert refused(painlog, *planned) == (
            '"2026-04-09" is still to come. Give a day up to today, such as "today", "yesterday", '
            '"3 days ago", "2026-03-27". A planned end cannot be kept: stop it with painlog stop '
            "on the day it ends, and note the plan, as in: painlog day --note "
            '"naproxen for two more weeks"\n'
        )
    assert "A planned end" not in refused(painlog, "start", "heat", "--on", "2026-04-09")


@pytest.mark.parametrize("words", ["whole body", "All over", "everywhere"])
def test_the_region_whole_body_is_the_whole_body(painlog, words):
    painlog("start", "heat", "-r", words)
    (course,) = json.loads(painlog("courses", "--format", "json").out)["courses"]
    assert (course["region"], course["side"]) == (None, None)
    assert painlog("start", "heat", "-r", "left heel").err == (
        "heat for the whole body has been in use since 2026-03-31, which a course for the left "
        'heel overlaps. To change that one: painlog courses edit 1 --region "left heel"\n'
    )
    assert painlog("stop", "heat", "-r", words).out == (
        "Ended: heat for the whole body, from Tue 31 Mar 2026 to Tue 31 Mar 2026.\n"
    )


def test_what_was_started_without_a_region_is_stopped_by_naming_the_whole_body(painlog):
    painlog("start", "heat", "--on", "2026-03-01")
    assert painlog("stop", "heat", "-r", "whole body").code == 0


@pytest.mark.parametrize(
    "words",
    [("start", "heat", "--on", ""), ("start", "heat", "--until", ""), ("consult", "--on", "")],
)
def test_an_empty_day_is_not_today(painlog, path, words):
    result = painlog(*words)
    assert result.code == 1
    assert result.err.startswith('"" is not a day painlog understands.')
    assert not path.exists()


def test_the_side_may_be_given_apart_from_the_region(painlog):
    assert "heat for the left heel" in painlog("start", "heat", "-r", "heel", "--side", "left").out
    assert painlog("stop", "heat", "-r", "heel", "--side", "right").code == 1
    assert "heat for the left heel" in painlog("stop", "heat", "-r", "heel", "--side", "left").out
    assert refused(painlog, "start", "rest", "-r", "left heel", "--side", "right") == (
        '"left heel" says left and --side says right; give one of them.\n'
    )
    alone = painlog("start", "rest", "--side", "left")
    assert (alone.code, alone.err) == (
        2,
        "--side left needs a region, as in: painlog start stretching --region heel --side left\n",
    )


def test_starting_twice_is_refused_with_what_to_type_if_it_had_ended(painlog):
    painlog("start", "stretching", "-r", "left heel", "--on", "2026-03-01")
    painlog("start", "stretching", "-r", "neck")
    assert refused(painlog, "start", "stretching", "-r", "left heel") == (
        "stretching for the left heel has been in use since 2026-03-01. There is nothing to "
        'start. If it had ended: painlog stop "stretching" --region "left heel" --on 2026-03-30\n'
    )
    painlog("stop", "stretching", "--region", "left heel", "--on", "yesterday")
    assert painlog("start", "stretching", "-r", "left heel").code == 0
    assert "for the neck, from Tue 31 Mar 2026 (open" in painlog("courses").out


@pytest.mark.parametrize("place", ["heel", "heel both", "left heel"])
def test_a_course_for_a_place_that_holds_or_is_held_by_another_overlaps(painlog, place):
    painlog("start", "stretching", "-r", "left heel")
    assert "has been in use since" in refused(painlog, "start", "stretching", "-r", place)
    assert "has been in use since" in refused(painlog, "start", "stretching")
    assert painlog("start", "stretching", "-r", "right heel").code == 0
    assert painlog("start", "heat", "-r", place).code == 0


def test_several_regions_of_one_start_may_not_overlap_each_other(painlog):
    said = refused(painlog, "start", "heat", "-r", "heel", "-r", "left heel")
    assert said == (
        "heat is named for the heel and for the left heel, which overlap. Name one of them.\n"
    )


def test_a_course_that_ended_is_not_overlapped(painlog):
    painlog("start", "heat", "-r", "neck", "--on", "2026-03-01")
    painlog("stop", "heat", "--on", "2026-03-10")
    fact = "heat for the neck was in use from 2026-03-01 to 2026-03-10, which overlaps. "
    for day, advice in (
        ("2026-02-01", "To start heat before that, say when it ended: --until 2026-02-28"),
        ("2026-03-05", "If it went on: painlog courses edit 1 --open"),
        ("2026-03-10", "If it went on: painlog courses edit 1 --open"),
    ):
        assert refused(painlog, "start", "heat", "-r", "neck", "--on", day) == f"{fact}{advice}\n"
    assert painlog("start", "heat", "-r", "neck", "--on", "2026-03-11").code == 0


def test_stop_ends_all_that_are_open_or_the_regions_that_are_named(painlog):
    painlog("start", "heat", "-r", "neck", "-r", "hip", "-r", "knee", "--on", "2026-03-01")
    assert painlog("stop", "heat", "-r", "hip", "--on", "3 days ago").out == (
        "Ended: heat for the hip, from Sun 1 Mar 2026 to Sat 28 Mar 2026.\n"
    )
    assert painlog("stop", "heat").out == (
        "Ended: heat for the neck, from Sun 1 Mar 2026 to Tue 31 Mar 2026.\n"
        "Ended: heat for the knee, from Sun 1 Mar 2026 to Tue 31 Mar 2026.\n"
    )
    assert "heat for the hip, from Sun 1 Mar 2026 to Sat 28 Mar 2026 (28 days)" in (
        painlog("courses").out
    )


def test_a_course_may_last_a_day(painlog):
    painlog("start", "heat")
    assert painlog("stop", "heat").code == 0
    assert painlog("courses").out.endswith("to Tue 31 Mar 2026 (1 day)\n")


def test_stopping_what_is_not_open_says_what_is(painlog):
    assert refused(painlog, "stop", "heat") == (
        "heat is not in use. No course is open. See: painlog courses\n"
    )
    painlog("start", "rest", "-r", "neck")
    painlog("start", "heat", "-r", "hip")
    painlog("stop", "heat")
    assert refused(painlog, "stop", "heat") == (
        "heat is not in use. Open now: rest for the neck.\n"
    )
    assert refused(painlog, "stop", "heat", "-r", "hip") == (
        "heat is not in use for the hip. Open now: rest for the neck.\n"
    )
    assert refused(painlog, "stop", "rest", "-r", "neck", "-r", "hip") == (
        "rest is not in use for the hip. Open now: rest for the neck.\n"
    )


def test_a_course_cannot_end_before_it_began(painlog):
    painlog("start", "heat", "-r", "neck", "--on", "2026-03-10")
    assert refused(painlog, "stop", "heat", "--on", "2026-03-09") == (
        "heat for the neck started on 2026-03-10, after 2026-03-09. Give a later --on, or remove "
        "the course: painlog courses remove 1\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["start", "heet"], 'No treatment is called "heet". Did you mean "heat"'),
        (["start", "heat", "-r", "hell"], 'No region is called "hell". Did you mean "heel"'),
        (["start", "heat", "--on", "tomorrow"], '"tomorrow" is 2026-04-01, which is still'),
        (["start", "heat", "--on", "x"], '"x" is not a day painlog understands.'),
        (["courses", "remove", "7"], "There is no course 7. See: painlog courses"),
    ],
)
def test_what_cannot_be_begun_is_refused_and_makes_no_file(painlog, path, arguments, said):
    result = painlog(*arguments)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(said)
    assert not path.exists()


def test_start_and_stop_are_taken_back_whole(painlog):
    painlog("start", "heat", "-r", "neck", "-r", "hip")
    started = painlog("courses").out
    painlog("stop", "heat")
    painlog("undo")
    assert painlog("courses").out == started
    painlog("undo")
    assert painlog("courses").out == ""


def test_courses_are_listed_as_json_and_an_empty_list_says_how_to_begin(painlog):
    assert painlog("courses").err == (
        "No courses yet. Start one: painlog start stretching --region heel\n"
    )
    assert json.loads(painlog("courses", "--format", "json").out)["courses"] == []
    painlog("start", "heat", "-r", "left neck", "--on", "2026-03-10")
    data = json.loads(painlog("courses", "list", "--format", "json").out)
    (course,) = data["courses"]
    assert data["schema"] == "painlog.courses/1"
    assert len(course.pop("uid")) == 36
    assert course.pop("updated_at").endswith("+00:00")
    assert course == {
        "id": 1,
        "treatment": "heat",
        "region": "neck",
        "side": "left",
        "started_on": "2026-03-10",
        "ended_on": None,
        "continues": None,
        "dose": None,
    }


def test_a_removed_course_leaves_entries_as_they_are(painlog):
    painlog("start", "heat", "-r", "neck")
    painlog("add", "neck", "3", "-t", "heat")
    listed = painlog("list").out
    assert painlog("courses", "remove", "1").out == (
        "Removed: heat for the neck, from Tue 31 Mar 2026.\nTo bring back: painlog undo\n"
    )
    assert (painlog("courses").out, painlog("list").out) == ("", listed)


# steps of dose


def lines(painlog, *arguments):
    result = painlog(*arguments)
    assert result.code == 0
    return result.out.splitlines()


def test_the_dose_is_an_argument_of_its_own_or_part_of_the_name(painlog):
    said = "Started: amitriptyline 10 mg for the head, from Tue 31 Mar 2026."
    for words in (
        ["amitriptyline", "10", "mg"],
        ["amitriptyline", "10mg"],
        ["amitriptyline 10 mg"],
    ):
        assert lines(painlog, "start", *words, "-r", "head")[0] == said
        painlog("undo")


def test_started_at_another_dose_the_present_step_ends_and_the_next_begins_as_one_change(painlog):
    painlog("start", "amitriptyline", "10 mg", "-r", "head", "--on", "2026-03-01")
    before = painlog("courses").out
    said = lines(painlog, "start", "amitriptyline", "25 mg", "-r", "head", "--on", "2026-03-22")
    assert said[:2] == [
        "Ended: amitriptyline 10 mg for the head, from Sun 1 Mar 2026 to Sat 21 Mar 2026.",
        "Started: amitriptyline 25 mg for the head, from Sun 22 Mar 2026.",
    ]
    painlog("start", "heat", "-r", "head", "--on", "2026-03-10")
    assert lines(painlog, "courses") == [
        "   1  amitriptyline 10 mg for the head, from Sun 1 Mar 2026 to Sat 21 Mar 2026 (21 days)",
        "   2    then 25 mg, from Sun 22 Mar 2026 (open, 10 days so far)",
        "   3  heat for the head, from Tue 10 Mar 2026 (open, 22 days so far)",
    ]
    data = json.loads(painlog("courses", "--format", "json").out)["courses"]
    first, second = (c for c in data if c["treatment"] == "amitriptyline")
    assert second["continues"] == first["uid"]
    assert second["dose"]["written"] == "25 mg"
    painlog("undo")
    assert painlog("undo").out.startswith("Took back: start: amitriptyline 25 mg for the head")
    assert painlog("courses").out == before


def test_the_same_dose_again_is_refused(painlog):
    painlog("start", "amitriptyline", "10 mg", "-r", "head", "--on", "2026-03-01")
    for dose in ("10 mg", "0.01 g"):
        assert refused(painlog, "start", "amitriptyline", dose, "-r", "head").startswith(
            "amitriptyline 10 mg for the head has been in use since 2026-03-01. There is nothing "
        )


@pytest.mark.parametrize("places", [("head", "whole body"), ("whole body", "head")])
def test_a_new_dose_for_another_place_names_the_place_of_the_present_one(painlog, places):
    there, other = places
    painlog("start", "amitriptyline", "10 mg", "-r", there, "--on", "2026-03-01")
    new = ("start", "amitriptyline", "25 mg", "--on", "2026-03-22", "--region")
    assert refused(painlog, *new, other) == (
        f"amitriptyline 10 mg for the {there} has been in use since 2026-03-01, which a course "
        f'for the {other} overlaps. For its new dose, say: --region "{there}"\n'
    )
    assert painlog(*new, there).code == 0


def test_a_wrong_dose_is_corrected_on_the_same_day(painlog):
    painlog("start", "amitriptyline", "100 mg", "-r", "head")
    assert lines(painlog, "start", "amitriptyline", "10 mg", "-r", "head")[0] == (
        "Corrected: amitriptyline 10 mg for the head, from Tue 31 Mar 2026."
    )
    assert lines(painlog, "courses") == [
        "   1  amitriptyline 10 mg for the head, from Tue 31 Mar 2026 (open, 1 day so far)"
    ]
    painlog("undo")
    assert "100 mg" in painlog("courses").out


def test_stop_ends_the_open_step(painlog):
    painlog("start", "amitriptyline", "10 mg", "-r", "head", "--on", "2026-03-01")
    painlog("start", "amitriptyline", "25 mg", "-r", "head", "--on", "2026-03-22")
    assert painlog("stop", "amitriptyline").out == (
        "Ended: amitriptyline 25 mg for the head, from Sun 22 Mar 2026 to Tue 31 Mar 2026.\n"
    )


@pytest.mark.parametrize("behind", ["twice", "after dinner"])
def test_start_takes_no_word_that_says_when_for_a_second_treatment(painlog, behind):
    result = painlog("start", "amitriptyline", "10", "mg", *behind.split())
    assert result.code == 1
    assert result.err.startswith(f'"{behind}" behind "amitriptyline 10 mg" is no treatment.')


def test_start_begins_one_treatment(painlog, path):
    result = painlog("start", "amitriptyline", "10 mg", "heat")
    assert (result.code, result.err) == (
        2,
        "start begins one treatment, not amitriptyline 10 mg and heat. Start each by itself.\n",
    )
    assert not path.exists()


def test_a_step_that_is_removed_leaves_the_others_whole_and_one_undo_brings_it_back(painlog):
    for dose, day in (("10 mg", "2026-03-01"), ("25 mg", "2026-03-10"), ("50 mg", "2026-03-20")):
        painlog("start", "amitriptyline", dose, "-r", "head", "--on", day)
    before = painlog("courses", "--format", "json").out

    def continued():
        data = json.loads(painlog("courses", "--format", "json").out)["courses"]
        numbers = {course["uid"]: course["id"] for course in data}
        return [(c["id"], c["continues"] and numbers[c["continues"]]) for c in data]

    assert continued() == [(1, None), (2, 1), (3, 2)]
    painlog("courses", "remove", "2")
    assert continued() == [(1, None), (3, 1)]
    painlog("courses", "remove", "1")
    assert continued() == [(3, None)]
    painlog("undo")
    painlog("undo")
    assert painlog("courses", "--format", "json").out == before


# correcting a course


def spans(painlog):
    data = json.loads(painlog("courses", "--format", "json").out)
    return [
        (c["id"], c["region"], c["started_on"], c["ended_on"], c["dose"] and c["dose"]["written"])
        for c in data["courses"]
    ]


def test_a_course_is_corrected_and_undo_brings_it_back(painlog):
    painlog("start", "amitriptyline", "10 mg", "-r", "head", "--on", "2026-03-10")
    before = spans(painlog)
    edited = painlog(
        *("courses", "edit", "1", "--on", "2026-03-01", "--until", "yesterday"),
        *("--dose", "25mg", "-r", "left hip"),
    )
    assert edited.out == (
        "Changed: amitriptyline 25 mg for the left hip, from Sun 1 Mar 2026 to Mon 30 Mar 2026.\n"
    )
    assert spans(painlog) == [(1, "hip", "2026-03-01", "2026-03-30", "25 mg")]
    painlog("courses", "edit", "1", "--open", "--no-dose")
    assert spans(painlog) == [(1, "hip", "2026-03-01", None, None)]
    assert "nothing was changed" in painlog("courses", "edit", "1", "--open").out
    painlog("undo", "2")
    assert spans(painlog) == before


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (
            ["1", "--until", "2026-02-01"],
            1,
            "--until 2026-02-01 is before the start on 2026-03-01;",
        ),
        (["1", "--on", "tomorrow"], 1, '"tomorrow" is 2026-04-01, which is still to come.'),
        (["1", "--open"], 1, "heat for the heel has been in use since 2026-03-20. Give an earlier"),
        (
            ["1", "--open", "--until", "today"],
            2,
            "--until and --open, or --dose and --no-dose",
        ),
        (["1"], 2, "Say what to change, as in: painlog courses edit 1 --until today"),
        (["9", "--open"], 1, "There is no course 9. See: painlog courses\n"),
    ],
)
def test_what_a_course_cannot_be_is_refused(painlog, words, code, said):
    painlog("start", "heat", "-r", "heel", "--on", "2026-03-01", "--until", "2026-03-10")
    painlog("start", "heat", "-r", "heel", "--on", "2026-03-20")
    before = spans(painlog)
    result = painlog("courses", "edit", *words)
    assert (result.code, result.err.startswith(said)) == (code, True)
    assert spans(painlog) == before


def test_what_a_patch_gives_off_is_the_dose_of_a_course(painlog):
    started = painlog("start", "butec", "5 micrograms/hour", "--region", "lower back").out
    assert started.startswith("Started: buprenorphine 5 micrograms/hour for the lower back, from ")
    error = refused(painlog, "start", "morphine", "2", "mg/kg")
    assert error.startswith('"2 mg/kg" has no unit that painlog knows. ')


def test_how_often_is_kept_with_the_dose_of_a_course_and_a_change_is_a_step(painlog):
    start = ("start", "naproxen", "500", "mg")
    assert painlog(*start, "twice", "a", "day", "--on", "2026-03-01").out.startswith(
        "Started: naproxen 500 mg twice a day for the whole body, from Sun 1 Mar 2026."
    )
    assert refused(painlog, *start, "bd").startswith("naproxen 500 mg twice a day for the whole ")
    painlog("start", "naproxen 500 mg tds", "--on", "2026-03-10")
    painlog("courses", "edit", "2", "--dose", "500 mg at night")
    assert painlog("courses").out.splitlines() == [
        "   1  naproxen 500 mg twice a day for the whole body, from Sun 1 Mar 2026 to Mon 9 Mar "
        "2026 (9 days)",
        "   2    then 500 mg at night, from Tue 10 Mar 2026 (open, 22 days so far)",
    ]


def test_the_list_ends_with_the_medicines_that_were_logged_lately(painlog):
    painlog("start", "amitriptyline", "10 mg", "-r", "head", "--on", "2026-03-01")
    for day in ("2026-03-03", "2026-03-04", "2026-03-30"):
        painlog("take", "paracetamol", "1 g", "--at", f"{day} 09:00")
    painlog("take", "paracetamol", "1000 mg", "--at", "2026-03-30 19:00")
    painlog("add", "head", "6", "-t", "sumatriptan 50 mg", "--at", "2026-03-20 10:00")
    painlog("take", "heat")
    painlog("take", "ibuprofen", "400 mg", "--at", "2026-03-02 09:00")
    assert painlog("courses").out.splitlines() == [
        "   1  amitriptyline 10 mg for the head, from Sun 1 Mar 2026 (open, 31 days so far)",
        "Medicines logged in the last 28 days: paracetamol 1 g, 3 times on 2 days; sumatriptan "
        "50 mg, once on 1 day.",
    ]
    assert set(json.loads(painlog("courses", "--format", "json").out)) == {"schema", "courses"}
