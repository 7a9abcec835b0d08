"""`painlog consult`."""

import json
from datetime import timedelta

import pytest

from conftest import NOW


def test_a_visit_is_logged_for_today_or_a_day_given(painlog):
    assert painlog("consult").out == "Saved: visit to a clinician on Tue 31 Mar 2026, today.\n"
    said = painlog("consult", "--on", "2026-03-05", "--note", "two\nlines \x1b[1m")
    assert said.out == (
        "Saved: visit to a clinician on Thu 5 Mar 2026, 26 days ago. Note: two / lines <001B>[1m\n"
    )
    assert painlog("consult", "list").out.splitlines() == [
        "   1  Tue 31 Mar 2026 (today)",
        "   2  Thu 5 Mar 2026 (26 days ago): two / lines <001B>[1m",
    ]


@pytest.mark.parametrize("typed", ["friday", "on Fri", "FRIDAY"])
def test_after_a_weekday_alone_it_says_how_to_mean_the_next_one(painlog, typed):
    assert painlog("consult", "--on", typed).out.splitlines() == [
        "Saved: visit to a clinician on Fri 27 Mar 2026, 4 days ago.",
        "If you meant Fri 3 Apr 2026: painlog undo, then painlog consult --on 2026-04-03",
    ]
    painlog("undo")
    assert painlog("consult", "--on", "2026-04-03").out == (
        "Saved: visit to a clinician on Fri 3 Apr 2026, in 3 days.\n"
    )


def test_a_note_belongs_to_the_visit_that_was_meant(painlog):
    assert painlog("consult", "--on", "friday", "--note", "run").out.endswith(
        'painlog consult --on 2026-04-03 --note "…"\n'
    )
    assert "If you meant" not in painlog("consult", "--on", "friday", "--question", "Why?").out


@pytest.mark.parametrize("typed", ["last friday", "2026-03-27", "4 days ago", "27 March"])
def test_a_day_with_one_meaning_has_no_other(painlog, typed):
    assert painlog("consult", "--on", typed).out == (
        "Saved: visit to a clinician on Fri 27 Mar 2026, 4 days ago.\n"
    )


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("2026-03-27 14:00", "14:00"),
        ("2026-03-27T14:00", "14:00"),
        ("last friday at 2pm", "2pm"),
        ("last friday 9.30 am", "9.30 am"),
        ("last friday noon", "noon"),
    ],
)
def test_a_visit_has_no_time_and_says_so(painlog, typed, clock):
    said = f"A visit has a day and no time, so {clock} was left out."
    assert painlog("consult", "--on", typed).out.splitlines() == [
        "Saved: visit to a clinician on Fri 27 Mar 2026, 4 days ago.",
        said,
    ]
    painlog("consult", "--on", "2026-03-05")
    assert said in painlog("consult", "edit", "2", "--on", typed).out


def test_a_weekday_with_a_time_is_told_both(painlog):
    assert painlog("consult", "--on", "friday 14:00").out.splitlines() == [
        "Saved: visit to a clinician on Fri 27 Mar 2026, 4 days ago.",
        "A visit has a day and no time, so 14:00 was left out.",
        "If you meant Fri 3 Apr 2026: painlog undo, then painlog consult --on 2026-04-03",
    ]
    said = painlog("consult", "--on", "friday 14:00", "--question", "Why?").out.splitlines()
    assert said[0] == "Saved: visit to a clinician on Fri 3 Apr 2026, in 3 days."
    assert said[-1] == "A visit has a day and no time, so 14:00 was left out."


def test_visits_are_listed_as_json(painlog):
    painlog("consult", "--on", "2026-03-05", "--note", "x")
    data = json.loads(painlog("consult", "list", "--format", "json").out)
    (visit,) = data["consultations"]
    assert data["schema"] == "painlog.consultations/1"
    assert (visit["id"], visit["held_on"], visit["note"]) == (1, "2026-03-05", "x")


def test_without_visits_the_list_says_how_to_log_one(painlog):
    result = painlog("consult", "list")
    assert (result.code, result.out) == (0, "")
    assert result.err == ("No visits logged yet. Log one: painlog consult --on 2026-03-05\n")


def test_a_removed_visit_comes_back_with_undo(painlog):
    painlog("consult", "--note", "x")
    listed = painlog("consult", "list").out
    assert painlog("consult", "remove", "1").out == (
        "Removed: visit to a clinician on Tue 31 Mar 2026.\nTo bring back: painlog undo\n"
    )
    assert painlog("consult", "list").out == ""
    painlog("undo")
    assert painlog("consult", "list").out == listed


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--on", "2035-04-01"], 1, "2035-04-01 is more than 5 years ahead."),
        (["--on", "yesterday", "--question", "x"], 1, '"yesterday" is 2026-03-30, which is over.'),
        (["--question", " "], 1, "A question is empty. Type its words, as in: --question"),
        (["--question", "x", "--note", "y"], 2, "With --question and --note, say which visit is"),
        (["asked"], 1, "No question is open."),
        (["asked", "q4"], 1, 'There is no question "q4". See the numbers with: painlog consult q'),
        (["edit", "q4", "--question", "x"], 1, "There is no question 4. See: painlog consult q"),
        (
            ["edit", "q4", "--note", "x"],
            2,
            "Only the words of a question can be edited, as in: ",
        ),
        (["edit", "4", "--note", "x"], 1, "There is no visit 4. See: painlog consult list"),
        (
            ["edit", "4"],
            2,
            "Say what to change: --on, --note or --clear note, as in: painlog consult edit 4 --on",
        ),
        (
            ["edit", "4", "--clear", "day"],
            2,
            "--clear takes only note, and not together with --note.",
        ),
        (["remove", "x"], 1, 'There is no visit "x". See: painlog consult list'),
        (["--note", "a\0"], 1, "A text holds a null character"),
        (["remove", "4"], 1, "There is no visit 4. See: painlog consult list"),
        (["lsit"], 2, 'There is no command "lsit". Did you mean "list"? See: painlog consult --he'),
        (["--onn", "today"], 2, 'There is no option "--onn". Did you mean "--on"'),
    ],
)
def test_what_cannot_be_is_refused_and_makes_no_file(painlog, path, arguments, code, said):
    result = painlog("consult", *arguments)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(said)
    assert not path.exists()


# visits to come, and the questions for them


def questions(painlog, *words):
    data = json.loads(painlog("consult", "questions", *words, "--format", "json").out)
    assert data["schema"] == "painlog.questions/1"
    return [(q["id"], q["text"], q["asked_on"]) for q in data["questions"]]


def test_questions_are_kept_for_a_visit_to_come_and_ticked_off_after_it(painlog, set_clock):
    said = painlog("consult", "--on", "friday", "--question", "May I run?", "--question", "Why?")
    assert said.out.splitlines() == [
        "Saved: visit to a clinician on Fri 3 Apr 2026, in 3 days.",
        "   q1  May I run?",
        "   q2  Why?",
        "They stand first on a page for that visit. See: painlog consult questions",
    ]
    assert painlog("consult", "--on", "2026-04-03", "--question", "More?").out.startswith(
        "Already there: visit to a clinician on Fri 3 Apr 2026, in 3 days.\n   q3  More?\n"
    )
    painlog("consult", "--on", "in 2 weeks", "--question", "Exercises?", "--note", "physio")
    assert painlog("consult", "--question", "Rest?").out.startswith("Already there: visit to a cl")
    assert painlog("consult", "questions").out.splitlines() == [
        "For the visit on Fri 3 Apr 2026, in 3 days:",
        "   q1  May I run?",
        "   q2  Why?",
        "   q3  More?",
        "   q5  Rest?",
        "For a later visit:",
        "   q4  Exercises?",
        "They come first on the page: painlog report --format html. When one was asked: painlog "
        "consult asked q1",
    ]
    painlog("add", "heel", "6")
    assert (
        "Visit to a clinician on Fri 3 Apr 2026, in 3 days. 4 questions kept for it: painlog "
        "consult questions\n"
    ) in painlog().out
    set_clock(NOW + timedelta(days=4))
    assert painlog("consult", "asked", "q1", "2", "--on", "yesterday").out.splitlines() == [
        "Asked:",
        "   q1  May I run? (asked on Fri 3 Apr 2026)",
        "   q2  Why? (asked on Fri 3 Apr 2026)",
    ]
    shown = painlog().out
    assert "2 questions from the visit on Fri 3 Apr 2026. Tick off those that were asked;" in shown
    assert "Visit to a clinician on Tue 14 Apr 2026, in 10 days. 3 questions kept for it" in shown
    painlog("consult", "asked")
    assert questions(painlog) == []
    painlog("undo", "2")
    assert questions(painlog) == [
        *((1, "May I run?", None), (2, "Why?", None), (3, "More?", None)),
        *((4, "Exercises?", None), (5, "Rest?", None)),
    ]


def test_a_question_without_a_visit_waits_for_the_next_one(painlog):
    assert painlog("consult", "--question", "Why?").out.startswith(
        "Kept for the next visit, which has no day yet:\n   q1  Why?\n"
    )
    assert painlog("consult", "list").out == ""
    painlog("consult", "--on", "tomorrow")
    assert painlog("consult", "questions").out.startswith("For the visit on Wed 1 Apr 2026, in 1 d")
    painlog("consult", "edit", "q1", "--question", "Why  me?")
    painlog("consult", "asked", "q1")
    assert questions(painlog) == []
    assert questions(painlog, "--all") == [(1, "Why me?", "2026-03-31")]
    assert "Asked:\n   q1  Why me? (asked on Tue 31 Mar 2026)" in (
        painlog("consult", "questions", "--all").out
    )
    painlog("consult", "remove", "q1")
    assert questions(painlog, "--all") == []


def test_what_was_planned_is_the_visit_when_its_day_comes(painlog, set_clock, monkeypatch):
    monkeypatch.setattr("painlog.store.log.now_text", lambda: "2026-03-31T19:00:00+00:00")
    painlog("consult", "--on", "tomorrow")
    set_clock(NOW + timedelta(days=1))
    assert painlog("consult", "--note", "rest").out == (
        "Already there: visit to a clinician on Wed 1 Apr 2026, today. Note: rest\n"
    )
    refused = painlog("consult", "--note", "run")
    assert (refused.code, refused.err) == (
        1,
        "There is a visit on 2026-04-01 already, with a note. To change that: painlog consult edit "
        "1 --note TEXT\n",
    )
    painlog("consult", "--on", "yesterday")
    assert painlog("consult", "--on", "yesterday").out == (
        "Already there: visit to a clinician on Tue 31 Mar 2026, 1 day ago.\n"
        "Nothing was changed. A second visit of that day needs a note: --note TEXT\n"
    )
    painlog("consult", "--on", "yesterday", "--note", "another clinician")
    assert painlog("consult", "list").out.count("\n") == 3


def test_next_friday_says_which_one_was_meant_and_how_to_take_the_other(painlog):
    assert painlog("consult", "--on", "next friday").out == (
        "Saved: visit to a clinician on Fri 3 Apr 2026, in 3 days.\n"
        '"next friday" was read as the coming one. If you mean Fri 10 Apr 2026, in 10 days: '
        "painlog undo, then painlog consult --on 2026-04-10\n"
    )
    assert painlog("consult", "--on", "Next Fri").out.splitlines() == [
        "Already there: visit to a clinician on Fri 3 Apr 2026, in 3 days.",
        "Nothing was changed. A second visit of that day needs a note: --note TEXT",
        '"Next Fri" was read as the coming one. If you mean Fri 10 Apr 2026, in 10 days: painlog '
        "consult --on 2026-04-10",
    ]
    for day in ("friday", "next monday"):
        assert "was read as" not in painlog("consult", "--on", day).out


def test_a_question_is_asked_once(painlog):
    painlog("consult", "--question", "Why?")
    painlog("consult", "--question", "May I run?")
    painlog("consult", "asked", "q1", "--on", "yesterday")
    assert painlog("consult", "asked", "q1", "q2").out.splitlines() == [
        "Asked:",
        "   q2  May I run? (asked on Tue 31 Mar 2026)",
        "Already asked, nothing changed:",
        "   q1  Why? (asked on Mon 30 Mar 2026)",
    ]
    painlog("undo")
    assert questions(painlog) == [(2, "May I run?", None)]
    painlog("consult", "asked", "q1", "--on", "2026-03-20")
    assert (1, "Why?", "2026-03-20") in questions(painlog, "--all")


def test_a_visit_to_come_is_none_that_was(painlog):
    painlog("add", "heel", "6", "--at", "2026-03-01")
    painlog("consult", "--on", "tomorrow", "--question", "Why?")
    report = json.loads(painlog("report", "--format", "json").out)
    assert "no-consultation" in [advice["code"] for advice in report["advice"]]
    encounters = [
        part["resource"]["status"]
        for part in json.loads(painlog("export", "--format", "fhir").out)["entry"]
        if part["resource"]["resourceType"] == "Encounter"
    ]
    assert encounters == ["planned"]


def test_kept_questions_stand_first_on_the_page_and_none_that_was_asked(painlog):
    painlog("add", "heel", "6")
    painlog("consult", "--on", "friday", "--question", "May I run?", "--question", "Why me?")
    painlog("consult", "--on", "in 3 weeks", "--question", "For later?")
    painlog("consult", "asked", "q2")
    page = painlog("report", "--format", "html", "--question", "And swim?").out
    assert page.index("May I run?") < page.index("And swim?") < page.index("Heel")
    assert "Why me?" not in page
    assert "For later?" not in page


def test_a_visit_is_corrected(painlog):
    painlog("consult", "--note", "rest")
    assert painlog("consult", "edit", "1", "--on", "2026-03-05", "--note", "run").out == (
        "Changed: visit to a clinician on Thu 5 Mar 2026. Note: run.\n"
        '  The note before was "rest". To bring back: painlog undo\n'
    )
    assert painlog("consult", "edit", "1", "--on", "next monday", "--clear", "note").out == (
        "Changed: visit to a clinician on Mon 6 Apr 2026.\n"
    )
    assert painlog("consult", "edit", "1", "--on", "2026-04-06").out == (
        "Visit 1 already says that; nothing was changed.\n"
    )
    painlog("undo", "2")
    assert painlog("consult", "list").out == "   1  Tue 31 Mar 2026 (today): rest\n"


def test_of_a_long_note_the_beginning_is_said_and_show_has_it_whole(painlog):
    note = "word " * 100
    end = "word … (500 characters; all of it: painlog consult show 1)"
    assert painlog("consult", "--note", note).out.endswith(f"{end}\n")
    assert painlog("consult", "list").out.endswith(f"{end}\n")
    assert painlog("consult", "edit", "1", "--on", "yesterday").out.endswith(f"{end}.\n")
    shown = painlog("consult", "show", "1").out
    assert shown.startswith("Visit 1\n  When: Mon 30 Mar 2026 (1 day ago)\n  Note:\n    word ")
    assert shown.count("word") == 100


def test_a_visit_or_a_question_is_shown_by_its_number(painlog):
    painlog("consult", "--on", "friday", "--question", "May I run?")
    assert painlog("consult", "show", "q1").out == "   q1  May I run?\n"
    assert painlog("consult", "show", "1").out == "Visit 1\n  When: Fri 3 Apr 2026 (in 3 days)\n"
    for number, said in (
        ("2", "There is no visit 2. See: painlog consult list\n"),
        ("x", 'There is no visit "x". See: painlog consult list\n'),
        ("q2", "There is no question 2. See: painlog consult questions\n"),
    ):
        result = painlog("consult", "show", number)
        assert (result.code, result.err) == (1, said)


def test_the_note_of_a_visit_is_read_for_warning_signs(painlog):
    first = painlog("consult", "--note", "told her that I want to end my life").out.splitlines()[0]
    assert first.startswith("! If you cannot keep yourself safe")
    assert "painlog read “end my life”" in first
    assert "! " not in painlog("consult", "--on", "yesterday", "--note", "keep stretching").out
    assert "painlog read “back pain” and “can't pee”" in (
        painlog("consult", "edit", "2", "--note", "back pain, can't pee").out
    )


@pytest.mark.parametrize("typed", ["24.4.", "24 april", "april 24", "4/24", "24-4"])
@pytest.mark.parametrize("more", [[], ["--question", "Why?"]])
def test_a_visit_without_a_year_is_on_the_nearest_such_day(painlog, typed, more):
    assert "Fri 24 Apr 2026, in 24 days" in painlog("consult", "--on", typed, *more).out
    assert painlog("start", "heat", "--on", typed).err == (
        f'"{typed}" is 2026-04-24, which is still to come. If you mean last year, type '
        '"2025-04-24". Type: painlog start heat --on 2025-04-24\n'
    )


def test_a_visit_in_figures_that_has_two_orders_is_offered_past_and_to_come(painlog):
    said = '"5.4." can be read in several ways. Write the year first: '
    assert painlog("consult", "--on", "5.4.").err == (
        f"{said}2026-05-04 (still to come), 2026-04-05 (still to come), 2025-05-04 or 2025-04-05.\n"
    )
    assert painlog("consult", "--on", "5.4.", "--question", "Why?").err == (
        '"5.4." can be read in two ways. Write the year first: 2026-04-05 or 2026-05-04.\n'
    )
    assert painlog("start", "heat", "--on", "5.4.").err == (
        '"5.4." can be read in two ways. Write the year first: 2025-05-04 or 2025-04-05.\n'
    )


@pytest.mark.parametrize("typed", ["30 mar", "30/3", "30.3.", "mar 30"])
def test_a_question_for_a_day_that_is_just_over_is_refused_however_it_is_written(painlog, typed):
    painlog("settings", "set", "date-order", "day-first")
    refused = painlog("consult", "--on", typed, "--question", "MRI?")
    assert (refused.code, refused.out) == (1, "")
    assert "is 2026-03-30, which is over. Give a day from today on" in refused.err
    assert refused.err.endswith('For next year type "2027-03-30".\n')
    assert "Sun 5 Apr 2026" in painlog("consult", "--on", "5 apr", "--question", "MRI?").out
