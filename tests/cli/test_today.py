"""`painlog` alone, and `painlog today`."""

import json

import pytest

from painlog.store.journal import Journal

ADVICE = "Not a diagnosis. See a clinician if pain persists, changes or worsens."


def test_an_empty_journal_says_how_to_begin_and_makes_no_file(painlog, path):
    lines = painlog().out.splitlines()
    assert lines[0].startswith("Your journal is empty.")
    assert lines[1] == '  painlog add "left heel" 6'
    assert str(path) in lines[3]
    assert lines[-1] == ADVICE
    assert not path.exists()


def test_today_shows_what_was_rated_what_is_in_use_and_what_is_missing(painlog):
    painlog("add", "neck", "2", "--at", "2026-03-30 20:00")
    painlog("start", "heat", "-r", "left heel", "--on", "2026-03-30")
    painlog("start", "rest", "-r", "hip", "--on", "2026-03-01")
    painlog("stop", "rest", "--on", "2026-03-30")
    painlog("add", "left heel", "6", "--at", "08:00")
    first, entry, use, course, *rest = painlog("today").out.splitlines()
    assert [first, entry, use, course] == [
        "Today, Tue 31 Mar 2026",
        "    2  2026-03-31 08:00  left heel   6/10",
        "In use:",
        "  - heat for the left heel, day 2",
    ]
    assert rest[0].startswith("Not rated yet today: neck.")
    assert rest[1:] == [ADVICE]
    assert painlog().out == painlog("today").out


def test_with_nothing_rated_today_the_last_entries_are_shown(painlog):
    for day in range(20, 27):
        painlog("add", "neck", "2", "--at", f"2026-03-{day}")
    lines = painlog().out.splitlines()
    assert lines[1] == "Nothing rated yet today. The last entries:"
    newest_first = [f"2026-03-{d}" for d in range(26, 21, -1)]
    assert [line.split()[1] for line in lines[2:7]] == newest_first
    assert lines[7].startswith("Not rated yet today: neck.")


def test_the_last_entries_are_the_newest_of_entries_and_uses_together(painlog):
    for day in (20, 24, 26):
        painlog("add", "neck", "2", "--at", f"2026-03-{day} 09:00")
    for day in (19, 21, 25, 27):
        painlog("take", "heat", "--at", f"2026-03-{day} 09:00")
    shown = [line.split()[1] for line in painlog().out.splitlines()[2:7]]
    assert shown == [f"2026-03-{d}" for d in (27, 26, 25, 24, 21)]


def test_a_gap_is_told_while_it_lasts_and_on_the_day_that_ends_it(painlog):
    painlog("add", "neck", "2", "--at", "2026-03-29")
    assert "without a rating" not in painlog().out
    painlog("remove", "last")
    painlog("add", "neck", "2", "--at", "2026-03-20")
    gap = "Before today: 10 days without a rating, since Fri 20 Mar 2026.\n"
    assert gap in painlog().out
    painlog("add", "neck", "2")
    assert gap in painlog().out


def test_after_weeks_away_the_places_that_checkin_asks_about_are_named(painlog):
    painlog("add", "neck", "2", "--at", "2026-02-16")
    painlog("regions", "order", "jaw")
    said = "Not rated yet today: jaw and neck. To rate them in one go: painlog checkin\n"
    assert said in painlog().out


def test_what_was_left_out_on_14_days_with_ratings_is_not_missed(painlog):
    painlog("add", "neck", "2", "--at", "2026-03-16")
    for day in range(17, 31):
        assert "neck" in painlog("today").out
        painlog("add", "jaw", "2", "--at", f"2026-03-{day}")
    assert "Not rated yet today: jaw. To rate them" in painlog("today").out


BEGIN = [
    "Nothing is rated yet. Log how much it hurts now:",
    '  painlog add "{}" 6',
    "0 is no pain and 10 is the worst pain imaginable. To look around first: painlog demo",
]


def begin(place="left heel"):
    return [line.format(place) for line in BEGIN]


def test_a_journal_without_ratings_shows_its_courses_and_how_to_begin(painlog):
    painlog("start", "heat", "-r", "right heel", "--on", "2026-03-30")
    assert painlog().out.splitlines() == [
        "Today, Tue 31 Mar 2026",
        *begin("right heel"),
        "In use:",
        "  - heat for the right heel, day 2",
        ADVICE,
    ]


def test_a_journal_without_ratings_shows_its_day(painlog):
    painlog("day", "--sleep", "7")
    assert painlog().out.splitlines()[1:] == [*begin(), "  The day: sleep 7 hours", ADVICE]


def test_a_journal_without_ratings_shows_its_visit_and_when_the_peg_is_due(painlog):
    painlog("consult", "--on", "tomorrow", "--question", "ok?")
    painlog("peg", "5", "5", "5", "--on", "2026-03-01")
    said = " ".join(painlog().out.split())
    assert "PEG is due: painlog peg Visit to a clinician on Wed 1 Apr 2026, in 1 day." in said
    assert "1 question kept for it" in said


def test_a_journal_without_ratings_shows_its_trial(painlog):
    painlog("consult", "--on", "2026-03-02", "--note", "yes")
    agreed = ("--agreed", "2026-03-02", "--yes")
    painlog("trial", "plan", "stretching", "nothing", "--region", "left calf", *agreed)
    lines = painlog().out.splitlines()
    assert lines[1].startswith("Trial: begins on Wed 1 Apr 2026.")
    assert lines[2:5] == begin("left calf")


def test_a_journal_with_only_an_own_region_or_what_was_taken_back_is_not_called_empty(painlog):
    painlog("regions", "add", 'the "old" scar')
    assert painlog().out.splitlines()[2] == "  painlog add 'the \"old\" scar' 6"
    painlog("undo")
    assert painlog().out.splitlines()[1:4] == begin()


def test_days_with_medicine_are_counted_from_half_of_the_line_on(painlog):
    for day in range(1, 5):
        painlog("add", "head", "6", "-t", "sumatriptan", "--at", f"2026-03-{day:02} 09:00")
    assert "so far this month" not in painlog("today").out
    painlog("add", "head", "6", "-t", "sumatriptan", "--at", "2026-03-05 09:00")
    assert "Sumatriptan: on 5 days so far this month. On 10 days a month or more" in painlog().out


def test_medicine_of_the_catalogue_is_counted_without_making_the_catalogue(painlog, monkeypatch):
    for day in range(1, 6):
        painlog("take", "ibuprofen", "--at", f"2026-02-{day:02} 09:00")
        painlog("take", "sumatriptan", "--at", f"2026-03-{day:02} 09:00")
    counted = painlog().out
    assert "Sumatriptan: on 5 days so far this month." in counted
    monkeypatch.setattr(Journal, "treatments", None)
    assert painlog().out == counted


def test_medicine_of_the_person_s_own_counts_as_what_it_is(painlog):
    painlog("treatments", "add", "my migraine tablet", "--kind", "medication", "--class", "triptan")
    for day in range(1, 5):
        painlog("take", "my migraine tablet", "--at", f"2026-03-{day:02} 09:00")
    painlog("take", "sumatriptan", "--at", "2026-03-05 09:00")
    said = " ".join(painlog().out.split())
    assert "Triptans (my migraine tablet and sumatriptan): on 5 days so far this month." in said


def test_a_journal_that_holds_only_uses_shows_them(painlog):
    painlog("take", "heat", "--at", "12:00")
    assert "   u1  2026-03-31 12:00  heat" in painlog().out.splitlines()


@pytest.mark.parametrize("today", [["hips", "4"], ["left hip", "4", "right hip", "5"]])
def test_ratings_of_both_sides_and_of_each_side_tell_about_one_another(painlog, today):
    lately = "2026-03-30"
    painlog("add", "left hip", "3", "right hip", "3", "hips", "3", "neck", "2", "--at", lately)
    painlog("add", "left hip", "4", "--at", "08:00")
    assert "Not rated yet today: hip (both), right hip and neck." in painlog("today").out
    painlog("add", *today, "--at", "08:10")
    assert "Not rated yet today: neck. To rate them" in painlog("today").out


def test_a_month_at_the_line_is_told_in_the_next_one_before_any_intake(painlog):
    for day in range(1, 11):
        painlog("take", "sumatriptan", "--at", f"2026-02-{day:02} 09:00")
    said = " ".join(painlog("today").out.split())
    assert "Sumatriptan: on 10 days of February, and on 0 days so far this month. On 10 " in said
    (counted,) = json.loads(painlog("today", "--format", "json").out)["medicine_days"]
    assert counted == {
        "of": "sumatriptan",
        "days": 0,
        "line": 10,
        "course_days": 0,
        "last_month": "2026-02",
        "last_month_days": 10,
    }
