"""The calendar: whole pictures in small cases, its width, and what it says in words."""

import re
from datetime import date

import pytest

from builders import FIRST_DAY, entry, on
from painlog.analysis.days import Place, gather
from painlog.views.pictures.calendar import Calendar, calendar_in_words, calendar_lines
from painlog.views.terminal.screen import Screen

LEFT: Place = ("heel", "left")
RATED = ((1, 0), (2, 10), (3, 7), (3, 4), (9, 6), (33, 5), (40, 1))

WORST = """\
Left heel, worst rating of each day, Sun 1 Mar 2026 to Sun
12 Apr 2026

    Mar 2026            Apr 2026
    M T W T F S S       M T W T F S S
 1|             0    1|     . 5 . . .
 2| X 7 . . . . .    6| . . . 1 . . .
 9| 6 . . . . . .
16| . . . . . . .
23| . . . . . . .
30| . .

A digit is the worst rating of a day; X is 10.   . not rated
On the left: the date of the first day in each row.

Left heel: 6 of 43 days rated, 5 pain days (worst 1 or
more), 2 bad days (worst 7 or more)."""

SHADED = """\
    Mar 2026
    M T W T F S S
 1│             <255>0
 2│ <88>X <203>7 · · · · ·
 9│ <209>6 · · · · · ·
16│ · · · · · · ·
23│ · · · · · · ·
30│ · ·"""


def lines(rated=RATED, *, until=date(2026, 4, 12), since=FIRST_DAY, of="worst", screen=None):
    days = gather(entry("left heel", r, day=d) for d, r in rated)[LEFT].days()
    shown = Calendar(LEFT, days, since, until, of)
    return list(calendar_lines(shown, screen or Screen()))


def test_the_whole_picture_on_60_columns():
    assert "\n".join(lines(screen=Screen(60))) == WORST


def test_a_day_shows_the_rounded_mean_when_asked():
    shown = lines(of="mean")
    assert shown[0] == "Left heel, mean of each day, Sun 1 Mar 2026 to Sun 12 Apr 2026"
    assert shown[5] == " 2| X 6 . . . . .    6| . . . 1 . . ."
    assert "A digit is the mean of a day, rounded; X is 10.   . not rated" in shown


def test_shading_stands_behind_digits_and_never_replaces_them():
    screen = Screen(60, styled=True, shaded=True, drawn=True)
    text = "\n".join(lines(until=date(2026, 3, 31), screen=screen))
    seen = re.sub(r"\x1b\[48;5;(\d+);38;5;\d+m", r"<\1>", text)
    assert SHADED in re.sub(r"\x1b\[[0-9;]*m", "", seen)
    assert "Darker is more pain." in text
    assert "darker" not in "\n".join(lines())


def test_weeks_that_are_still_to_come_are_left_out():
    shown = lines(until=on(11))
    assert shown[3:7] == [
        "    M T W T F S S",
        " 1|             0",
        " 2| X 7 . . . . .",
        " 9| 6 . .",
    ]


def test_a_leap_day_and_the_turn_of_a_year_have_their_places():
    shown = lines(since=date(2027, 12, 1), until=date(2028, 2, 29))
    assert shown[2].split() == ["Dec", "2027", "Jan", "2028", "Feb", "2028"]
    assert shown[8] == "27| . . . . .       24| . . . . . . .   28| . ."


@pytest.mark.parametrize(
    ("width", "beside"), [(30, 1), (37, 2), (60, 3), (80, 4), (120, 6), (200, 6), (300, 12)]
)
def test_as_many_months_stand_side_by_side_as_fit_evenly(width, beside):
    shown = lines(until=date(2027, 2, 28), screen=Screen(width))
    assert max(map(len, shown)) <= width
    names = next(line for line in shown if line.startswith("    Mar 2026"))
    assert len(names.split()) == 2 * beside


def test_words_tell_of_a_period_without_a_rating():
    assert lines(since=date(2025, 1, 1), until=date(2025, 1, 31))[-1] == (
        "Left heel: no rating from Wed 1 Jan 2025 to Fri 31 Jan 2025. Choose another period."
    )


def test_words_match_the_figures():
    text = "\n".join(lines())
    digits = re.findall(r"(?<= )[0-9X](?= |$)", "\n".join(text.splitlines()[4:10]), re.MULTILINE)
    assert sorted(digits) == ["0", "1", "5", "6", "7", "X"]
    assert text.endswith(
        "6 of 43 days rated, 5 pain days (worst 1 or more), 2 bad days (worst 7 or more)."
    )


def test_days_that_an_attack_diary_takes_for_painless_are_not_drawn_as_ratings():
    days = gather([entry("left heel", 6, day=3)])[LEFT].days(on(14))
    assert len(days) == 12
    shown = Calendar(LEFT, days, FIRST_DAY, on(14), attack_diary=True)
    text = "\n".join(calendar_lines(shown, Screen()))
    # The diary begins with its first entry.
    assert " 2| - 6 . . . . ." in text
    assert ". no entry: a day without pain" in text
    assert "- no entry, not counted" in text
    assert text.endswith(
        "Left heel, an attack diary: 1 day with an entry, of 14 days; 1 pain day (worst 1 or "
        "more), 0 bad days (worst 7 or more)."
    )


def test_a_month_without_an_attack_is_a_month_without_pain():
    gathered = gather([entry("left heel", 6, day=3)], going_on={LEFT: on(18)})[LEFT]
    shown = Calendar(LEFT, gathered.days(on(20)), on(15), on(20), attack_diary=True)
    text = "\n".join(calendar_lines(shown, Screen()))
    assert "16| . . . - -" in text
    assert "- no entry, not counted" in text
    assert text.endswith(
        "Left heel, an attack diary: 0 days with an entry, of 6 days; 0 pain days (worst 1 or "
        "more), 0 bad days (worst 7 or more)."
    )
    assert list(calendar_in_words(shown, Screen()))[1] == (
        "Days that are not named have no entry: no pain, but for 2 days not counted."
    )
    all_quiet = shown._replace(until=on(18))
    assert "not counted" not in "\n".join(calendar_lines(all_quiet, Screen()))


def test_in_words_every_rated_day_is_named_with_its_value():
    rated = (*RATED, (4, 7), (5, 7))
    days = gather(entry("left heel", r, day=d) for d, r in rated)[LEFT].days()
    shown = Calendar(LEFT, days, FIRST_DAY, date(2026, 4, 12))
    assert list(calendar_in_words(shown, Screen())) == [
        "Left heel, worst rating of each day, Sun 1 Mar 2026 to Sun 12 Apr 2026.",
        "Mar 2026, day 1: 0; day 2: 10; days 3 to 5: 7; day 9: 6.",
        "Apr 2026, day 2: 5; day 9: 1.",
        "Days that are not named have no rating.",
        lines(rated)[-1],
    ]
    assert "Mar 2026, day 1: 0; day 2: 10; day 3: 6; days 4 to 5: 7; day 9: 6." in list(
        calendar_in_words(shown._replace(of="mean"), Screen())
    )


def test_in_words_a_period_without_a_rating_is_one_sentence():
    shown = Calendar(LEFT, (), FIRST_DAY, on(3))
    said = "Left heel: no rating from Sun 1 Mar 2026 to Tue 3 Mar 2026. Choose another period."
    assert list(calendar_in_words(shown, Screen())) == [said]
