"""The day at a glance, and how to begin."""

from pathlib import PurePosixPath

from builders import course, entry, on, use
from painlog.advice.standing import SHORT
from painlog.analysis.medicines import SoFar
from painlog.analysis.today import Today
from painlog.views.terminal.screen import Screen
from painlog.views.terminal.today import first_steps, so_far_words, today_lines

HEEL = entry("left heel", 6, day=31, hour=8)._replace(id=2)
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
    day = DAY._replace(
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
    assert lines(DAY._replace(entries=(), last=(HEEL,)))[1:3] == [
        "Nothing rated yet today. The last entries:",
        "    2  2026-03-31 08:00  left heel   6/10",
    ]


def test_what_was_rated_is_not_missing():
    assert len(lines(DAY._replace(places=(("heel", "left"),)))) == 3


def test_uses_stand_among_the_entries_in_the_order_of_time():
    day = DAY._replace(uses=(use("ibuprofen", "head", day=31, hour=9)._replace(id=4),))
    assert lines(day)[1:3] == [
        "    2  2026-03-31 08:00  left heel   6/10",
        "   u4  2026-03-31 09:00  ibuprofen, for head",
    ]


def test_an_attack_that_goes_on_says_how_to_end_it():
    attacks = (entry("head", 8, day=31, hour=9), entry("left knee", 5, day=30, hour=22))
    at = lines(DAY._replace(attacks=attacks)).index("Going on:")
    assert lines(DAY._replace(attacks=attacks))[at + 1 : at + 3] == [
        "  - head since 09:00, not over yet: painlog over head",
        "  - left knee since 22:00 on Mon 30 Mar 2026, not over yet: painlog over 'left knee'",
    ]


def test_days_with_medicine_are_counted_before_the_line_is_reached():
    several = SoFar("any", 6, 10, ("ibuprofen", "sumatriptan"))
    alone = SoFar("sumatriptan", 5, 10, ("sumatriptan",))
    after = SoFar(*("sumatriptan", 1, 10, ("sumatriptan",)), last_month=on(-27), last_month_days=14)
    assert so_far_words(after).startswith(
        "Sumatriptan: on 14 days of February, and on 1 day so far this month. On 10 days a month"
    )
    assert [so_far_words(found) for found in (several, alone)] == [
        "Any painkiller (ibuprofen and sumatriptan): on 6 days so far this month. On 10 days a "
        "month or more for over three months, headaches can come from the medicine itself if you "
        "are prone to them.",
        "Sumatriptan: on 5 days so far this month. On 10 days a month or more for over three "
        "months, headaches can come from the medicine itself if you are prone to them.",
    ]
