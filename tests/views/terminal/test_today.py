"""The day at a glance, and how to begin."""

from dataclasses import replace
from pathlib import PurePosixPath

from builders import course, entry, on
from painlog.advice.standing import SHORT
from painlog.views.terminal.screen import Screen
from painlog.views.terminal.today import Today, first_steps, today_lines

HEEL = replace(entry("left heel", 6, day=31, hour=8), id=2)
DAY = Today(on(31), (HEEL,), (), (), ())


def lines(day):
    return list(today_lines(day, Screen()))


def test_an_empty_journal_says_what_to_type_and_where_it_is_stored():
    assert list(first_steps(PurePosixPath("/home/me/pain.db"), Screen())) == [
        "Your journal is empty. Log how much it hurts now:",
        '  painlog add "left heel" 6',
        "0 is no pain and 10 is the worst pain imaginable. To look around first: painlog demo",
        "It is stored in /home/me/pain.db and nowhere else.",
        SHORT.text,
    ]


def test_a_day_shows_what_was_rated_what_is_in_use_and_what_is_missing():
    day = replace(
        DAY,
        open_courses=(course("heat", "left heel", start=30),),
        places=(("heel", "left"), ("neck", None), ("hip", "right")),
        peg_due=True,
    )
    assert lines(day) == [
        "Today, Tue 31 Mar 2026",
        "    2  2026-03-31 08:00  left heel   6/10",
        "In use:",
        "  - heat for the left heel, day 2",
        "Not rated yet today: neck and right hip. To rate them in one go: painlog checkin",
        "PEG is due: painlog peg",
        SHORT.text,
    ]


def test_without_a_rating_today_the_last_entries_are_shown():
    assert lines(replace(DAY, entries=(), last=(HEEL,)))[1:3] == [
        "Nothing rated yet today. The last entries:",
        "    2  2026-03-31 08:00  left heel   6/10",
    ]


def test_what_was_rated_is_not_missing():
    assert len(lines(replace(DAY, places=(("heel", "left"),)))) == 3
