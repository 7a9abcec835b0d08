"""`painlog over`, and attack diaries."""

import io
import json
import sys

import pytest


def test_over_ends_the_newest_attack_and_says_how_long_it_lasted(painlog):
    painlog("add", "head", "8", "--at", "09:00")
    result = painlog("over", "head", "--at", "17:30")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "Ended entry 1: head 8 of 10, Tue 31 Mar 2026, 09:00.",
        "  lasted 8 h 30 min",
    ]
    assert painlog("undo").out.startswith("Took back: over: entry 1, head 8 of 10")
    assert "lasted" not in painlog("show", "1").out
    painlog("redo")
    assert "8 h 30 min" in painlog("show", "1").out


def test_without_a_time_it_is_over_now(painlog):
    painlog("add", "lower back", "8", "--at", "09:00")
    assert "lasted 12 h" in painlog("over", "lower", "back").out


def test_every_rating_of_an_attack_is_over_and_comes_back_in_one_undo(painlog):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "8", "--at", "yesterday 22:00")
    painlog("add", "head", "5", "--from", "yesterday 11:00", "--until", "11:30")
    painlog("add", "head", "3", "--at", "12:00")
    assert "  - head since 22:00 on Mon 30 Mar 2026, not over yet: painlog over" in painlog().out
    assert painlog("over", "head", "--at", "17:30").out.splitlines() == [
        "Ended entry 1: head 8 of 10, Mon 30 Mar 2026, 22:00.",
        "  lasted 14 h",
        "Ended entry 3: head 3 of 10, Tue 31 Mar 2026, 12:00.",
        "  lasted 5 h 30 min",
        "  They are ratings of one attack, which lasted 19 h 30 min.",
    ]
    assert "not over yet" not in painlog().out
    assert "3 entries on 2 of 2 days" in painlog("report", "--full").out
    assert (
        "2 attacks with an end: usually 10 h, the longest 19 h 30 min."
        in painlog("report", "--full").out
    )
    assert painlog("over", "head").err.startswith(
        "No attack of the head is going on: entry 3 ended at 2026-03-31 17:30."
    )
    painlog("undo")
    entries = json.loads(painlog("list", "--format", "json").out)["entries"]
    assert [entry["until"] for entry in entries] == [None, None, "2026-03-30T11:30:00+02:00"]


def test_a_rating_from_after_the_end_is_said_to_go_on_with_what_ends_it(painlog):
    painlog("add", "head", "6", "--at", "yesterday 10:00")
    painlog("add", "head", "8", "--at", "yesterday 20:00")
    painlog("add", "head", "5", "--at", "09:00")
    assert painlog("over", "head", "--at", "08:00").out.splitlines() == [
        "Ended entry 1: head 6 of 10, Mon 30 Mar 2026, 10:00.",
        "  lasted 10 h",
        "Ended entry 2: head 8 of 10, Mon 30 Mar 2026, 20:00.",
        "  lasted 12 h",
        "  They are ratings of one attack, which lasted 22 h.",
        "  Entry 3 of 09:00 goes on. When it is over: painlog over head",
    ]
    assert "goes on" not in painlog("over", "head").out


def test_an_end_that_nobody_said_is_left_to_fill_in(painlog):
    painlog("add", "head", "6", "--from", "2026-03-29 22:00", "--until", "23:00")
    assert painlog("over", "head").err == (
        "No attack of the head is going on: entry 1 ended at 2026-03-29 23:00. To change that: "
        "painlog edit 1 --until TIME\n"
    )
    assert painlog("over", "head", "--at", "08:00").err.endswith(
        'painlog edit 1 --until "2026-03-31 08:00"\n'
    )


def test_of_a_time_that_came_twice_it_is_said_which_was_taken_and_how_to_type_the_other(painlog):
    # In Berlin, 26 October 2025 had 02:30 twice.
    twice = (
        "  02:30 came twice on Sun 26 Oct 2025, as the clocks were put back. This is the {} one; "
        "for the other: painlog edit {} {} 2025-10-26T02:30:00+0{}:00"
    )
    painlog("add", "head", "6", "--at", "2025-10-26 01:00")
    ended = painlog("over", "head", "--at", "2025-10-26 02:30").out.splitlines()
    assert ended[1:] == ["  lasted 1 h 30 min", twice.format("first", 1, "--until", 1)]
    edited = painlog("edit", "1", "--until", "2025-10-26T02:30:00+01:00").out.splitlines()
    assert edited[1:] == ["  lasted 2 h 30 min", twice.format("second", 1, "--until", 2)]
    added = painlog("add", "neck", "6", "--at", "2025-10-26 02:30").out
    assert twice.format("first", 2, "--at", 1) in added.splitlines()
    assert twice.format("second", 2, "--at", 2) in (
        painlog("edit", "2", "--at", "2025-10-26T02:30:00+01:00").out.splitlines()
    )
    taken = painlog("take", "ibuprofen", "--at", "2025-10-26 02:30").out
    assert twice.format("first", "u1", "--at", 1) in taken.splitlines()
    elsewhere = painlog("take", "ibuprofen", "--at", "2025-10-26T02:30+05:00").out
    assert "twice" not in elsewhere + painlog("add", "neck", "6", "--at", "2025-10-26 03:00").out


@pytest.mark.parametrize(
    "words", [("add", "neck", "6"), ("take", "ibuprofen"), ("over", "head"), ("edit", "1")]
)
def test_a_time_that_the_clocks_skipped_is_refused_by_every_command(painlog, words):
    painlog("add", "head", "6", "--at", "2026-03-28 23:00")
    assert painlog(*words, "--at", "2026-03-29 02:30").err.startswith(
        "2026-03-29 02:30 did not exist here: the clocks were put forward then. "
    )


def test_a_forgotten_first_rating_reopens_no_attack(painlog):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "6", "--from", "2026-03-10 10:00", "--lasted", "3h")
    painlog("add", "head", "8", "--from", "2026-03-29 23:40", "--until", "2026-03-30 04:30")
    assert "3 of 22 rated days" in painlog("report").out
    added = painlog("add", "head", "3", "--at", "2026-03-29 22:00").out
    assert "painlog over" not in added
    assert "not over yet" not in painlog().out
    assert "3 of 22 rated days" in painlog("report").out


def test_the_day_at_a_glance_and_the_report_know_the_same_moment(painlog):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "7", "--at", "2026-03-28 08:00")
    painlog("add", "head", "8", "--from", "2026-03-29 20:00", "--until", "2026-03-29 23:00")
    assert "not over yet" not in painlog().out
    assert "2 of 4 rated days" in painlog("report").out


def test_an_older_rating_that_may_be_of_the_same_attack_is_named(painlog):
    painlog("regions", "set", "head", "--diary", "attacks")
    for days in (4, 3, 2, 1):
        painlog("add", "head", "8", "--at", f"2026-03-{31 - days} 19:00")
    assert painlog("over", "head").out.splitlines()[4:] == [
        "  They are ratings of one attack, which lasted 2.1 days.",
        "  Entry 2 (8 of 10, Sat 28 Mar 2026, 19:00) has no end either. If that was the same "
        'attack: painlog edit 2 --until "2026-03-29 19:00"',
    ]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], 2, "over needs a region, as in: painlog over head"),
        (["hell"], 1, 'No region is called "hell".'),
        (["neck"], 1, "No attack of the neck is going on: it has no entry yet."),
        (
            ["head", "--at", "09:00"],
            1,
            "Entry 1 began at 2026-03-31 09:00, so 2026-03-31 09:00 cannot be its end",
        ),
        (
            ["head", "--at", "08:00"],
            1,
            "Entry 1 began at 2026-03-31 09:00, so 2026-03-31 08:00 cannot be its end",
        ),
        (["head", "--at", "tomorrow"], 1, '"tomorrow" is 2026-04-01 12:00, which is still to come'),
    ],
)
def test_what_cannot_be_over_changes_nothing(painlog, words, code, said):
    painlog("add", "head", "8", "--at", "09:00")
    before = painlog("show", "1").out
    result = painlog("over", *words)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(said)
    assert painlog("show", "1").out == before


def test_a_terminal_asks_of_what(painlog, monkeypatch):
    painlog("add", "head", "8", "--at", "09:00")
    monkeypatch.setattr("painlog.cli.commands.over.can_ask", lambda: True)
    monkeypatch.setattr(sys, "stdin", io.StringIO("hell\nhead\n"))
    assert "Ended entry 1" in painlog("over").out


# regions set


def test_an_attack_diary_is_set_told_and_undone(painlog):
    assert painlog("regions", "set", "head", "--diary", "attacks").out == (
        "Head: every attack is written down, so from the first entry on a day without an attack or "
        "a painkiller for it counts as one without pain.\n"
    )
    assert "  Diary: every attack is written down" in painlog("regions", "show", "head").out
    assert painlog("undo").out.startswith("Took back: regions set: region head, diary of attacks.")
    assert "  Diary: a day without an entry says nothing" in painlog("regions", "show", "head").out
    painlog("redo")
    assert painlog("regions", "set", "head", "--diary", "days").out == (
        "Head: a day without an entry says nothing.\n"
    )
    painlog("undo")
    data = json.loads(painlog("regions", "show", "head", "--format", "json").out)["regions"]
    assert data[0]["diary"] == "attacks"


def test_a_region_of_ones_own_has_a_diary_too(painlog):
    painlog("regions", "add", "old scar")
    painlog("regions", "set", "old scar", "--diary", "attacks")
    assert "every attack" in painlog("regions", "show", "old scar").out


def test_what_is_so_already_is_said_and_no_change(painlog):
    painlog("add", "neck", "3")
    painlog("regions", "set", "head", "--diary", "days")
    assert painlog("undo").out.startswith("Took back: add: ")


def test_the_diary_is_what_is_set(painlog):
    result = painlog("regions", "set", "head")
    assert (result.code, result.err) == (
        2,
        "Say what to set, as in: painlog regions set head --diary attacks\n",
    )


def test_today_tells_of_an_attack_that_goes_on_and_how_to_end_it(painlog):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "8", "--at", "09:00")
    assert "painlog over head" in painlog().out
    painlog("over", "head")
    assert "painlog over head" not in painlog().out


def days_told(painlog, command, *words):
    """The days that a picture in JSON shows of the head with pain."""
    [region] = json.loads(painlog(command, *words, "--format", "json").out)["regions"]
    return [day["day"] for day in region["days"] if day["worst"]]


def test_every_command_counts_an_attack_on_each_day_that_it_touches(painlog):
    painlog("add", "head", "8", "--from", "yesterday 22:00", "--until", "06:00")
    painlog("add", "neck", "3", "--at", "yesterday 12:00")
    days = "--since", "today"
    (line,) = painlog("list", "--on", "today").out.splitlines()
    assert line == "    1  2026-03-30 22:00  head   8/10  lasted 8 h"
    assert painlog("list", *days).out.splitlines() == [line]
    assert painlog("list", "--on", "today", "--only", "uses").out == ""
    assert line in painlog().out
    assert "Nothing rated yet today" not in painlog().out
    assert "Not rated yet today: head and neck." in painlog().out
    today = json.loads(painlog("today", "--format", "json").out)
    assert [entry["id"] for entry in today["entries"]] == [1]
    assert "  Lasted: 8 h, until Tue 31 Mar 2026, 06:00\n" in painlog("show", "1").out
    found = json.loads(painlog("find", "head", "--on", "today", "--format", "json").out)["found"]
    assert [(one["kind"], one["number"]) for one in found] == [("entry", "1")]
    exported = painlog("export", *days).out.splitlines()
    assert [row.split(",")[1] for row in exported[1:]] == ["2026-03-30T22:00:00+02:00"]
    journal = json.loads(painlog("export", *days, "--format", "json").out)
    assert [entry["id"] for entry in journal["entries"]] == [1]
    assert "1 entry on 1 rated day. Mean 8.0, worst 8." in painlog("report", *days, "--full").out
    assert "1 attack with an end: 8 h." in painlog("report", *days, "--full").out
    assert days_told(painlog, "calendar", *days, "-r", "head") == ["2026-03-31"]
    assert days_told(painlog, "chart", *days, "-r", "head") == ["2026-03-31"]
    assert [
        r["region"] for r in json.loads(painlog("map", *days, "--format", "json").out)["regions"]
    ] == ["head"]


def test_a_rating_within_a_long_attack_that_has_ended_does_not_go_on(painlog):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "8", "--from", "2026-03-26 10:00", "--until", "2026-03-30 12:00")
    painlog("add", "head", "4", "--at", "2026-03-29 10:00")
    assert "Going on" not in painlog().out
    assert "pain on 5 of 6 days" in painlog("week").out
    assert "2 entries on 5 of 6 days" in painlog("report", "--full").out
    assert painlog("over", "head").err.startswith("No attack of the head is going on: entry 1 end")
    painlog("regions", "set", "head", "--diary", "days")
    assert painlog("over", "head").err.startswith("No attack of the head is going on: entry 1 end")
