"""The chart: the whole picture in small cases, and its width."""

import re

import pytest
from rich.cells import cell_len

from builders import consultation, course, series
from painlog.views.pictures.chart import MOST_COURSES, chart_lines
from painlog.views.terminal.screen import Screen

RATINGS = (7, 6, 8, 7, None, None, 6, 6, 5, None, 4, 3, 4, 3)
COURSES = (
    course("stretching", "left heel", start=7),
    course("heat", "left heel", start=3, end=6),
)
WIDTHS = (30, 60, 80, 200)

PLAIN = """\
Left heel, Sun 1 Mar 2026 to Sat 14 Mar 2026
10 |
 9 |
 8 |          --*-------------------
 7 |  *               *
 6 |       *                          *     *
 5 |                                             *
 4 |                                ========================*==========*========
 3 |                                                             *          *
 2 |
 1 |
 0 |
   +--+---------+----------+----------+----------+----------+----------+--------
      1 Mar     3 Mar      5 Mar      7 Mar      9 Mar      11 Mar     13 Mar
              [= heat =============]
                                    [= stretching =============================>
                                 v visit 6 Mar
* a rated day   > ongoing   v visit to a clinician
--- mean before stretching, 3 Mar to 6 Mar: 7.5 (2 rated days)
=== mean during stretching, 7 Mar to 14 Mar: 4.4 (7 rated days)

Left heel: 11 of 14 days rated. 2 gaps, the longest 2 days, 5 Mar to 6 Mar. \
From 7.0 on the first rated day to 3.0 on the last. \
In use: heat from 3 Mar to 6 Mar; stretching from 7 Mar, ongoing. \
1 visit to a clinician: 6 Mar."""

DRAWN = """\
Left heel, Sun 1 Mar 2026 to Sat 14 Mar 2026
10 │
 9 │
 8 │        ╌●╌╌╌╌╌╌╌╌╌╌╌╌╌╌
 7 │ ●           ●
 6 │     ●                   ●   ●
 5 │                                 ●
 4 │                        ═════════════════●═══════●══════
 3 │                                             ●       ●
 2 │
 1 │
 0 │
   └─┬───────┬───────┬───────┬───────┬───────┬───────┬──────
     1 Mar   3 Mar   5 Mar   7 Mar   9 Mar   11 Mar  13 Mar
            ┣━ heat ━━━━━━━┫
                            ┣━ stretching ━━━━━━━━━━━━━━━━━▶
                         ▼ visit 6 Mar
● a rated day   ▶ ongoing   ▼ visit to a clinician
╌╌╌ mean before stretching, 3 Mar to 6 Mar: 7.5 (2 rated
    days)
═══ mean during stretching, 7 Mar to 14 Mar: 4.4 (7 rated
    days)

Left heel: 11 of 14 days rated. 2 gaps, the longest 2 days,
5 Mar to 6 Mar. From 7.0 on the first rated day to 3.0 on
the last. In use: heat from 3 Mar to 6 Mar; stretching from
7 Mar, ongoing. 1 visit to a clinician: 6 Mar."""

NARROW = """\
10 |
 9 |
 8 |   *-------
 7 |*    *
 6 | *         * *
 5 |              *
 4 |           =======*===*===
 3 |                    *   *
 2 |
 1 |
 0 |
   +-+------------+-----------
     2 Mar        9 Mar
       [======] heat
    stretching [=============>
             v visit 6 Mar"""

LONG = """\
10 |
 9 |          **************************
 8 |
 7 |
 6 |
 5 |*
 4 |
 3 |
 2 |
 1 |
 0 |
   ++------------+-------------+--------
    1 Mar        1 Apr         1 May
* the mean of up to 3 days"""


def chart(ratings=RATINGS, *args, screen=None, **kwargs):
    return "\n".join(chart_lines(series(ratings, *args, **kwargs), screen or Screen()))


def widths(text):
    return [cell_len(line) for line in re.sub(r"\x1b\[[0-9;]*m", "", text).splitlines()]


def test_the_whole_picture_in_a_pipe():
    assert chart(RATINGS, COURSES, [consultation(6)]) == PLAIN


def test_the_whole_picture_on_a_terminal_of_60_columns():
    screen = Screen(60, drawn=True)
    assert chart(RATINGS, COURSES, [consultation(6)], screen=screen) == DRAWN


def test_a_name_goes_beside_its_bar_where_the_bar_is_short():
    assert NARROW in chart(RATINGS, COURSES, [consultation(6)], screen=Screen(30))


def test_many_days_share_columns_and_a_gap_stays_a_gap():
    assert LONG in chart([5] * 3 + [None] * 20 + [9] * 57, today=80, screen=Screen(40))


def test_a_name_goes_above_its_bar_where_there_is_no_room_beside_it():
    name = "a treatment of my own with a long name"
    text = chart(RATINGS, [course(name, "left heel", start=7)], screen=Screen(30))
    assert "    a treatment of my own w...\n               [=============>\n" in text


def test_a_course_from_before_the_period_says_so():
    text = chart(RATINGS, COURSES, since=10)
    assert "    <= stretching ============" in text
    assert "< started earlier" in text
    assert "heat" not in text


def test_a_course_that_ends_within_a_column_is_still_seen():
    text = chart([5] * 60, [course("heat", "left heel", start=10, end=10)], today=400)
    assert f"    {' ' * 1}# heat\n" in text


def test_of_many_courses_the_latest_are_drawn_and_the_others_counted():
    courses = [course("heat", "left heel", start=d, end=d) for d in range(1, 21, 2)]
    text = chart([5] * 20, courses, today=20)
    assert text.count("] heat") + text.count("heat [") == MOST_COURSES
    assert "Not drawn: 2 earlier courses." in text
    assert "; 6 earlier ones. " not in text
    assert text.endswith("; 6 earlier ones.")


def test_means_that_do_not_exist_are_said_to_be_missing():
    text = chart(RATINGS, [course("stretching", "left heel", start=1)])
    assert "--- mean before stretching: not rated\n" in text
    assert "=== mean during stretching, 1 Mar to 14 Mar: 5.4 (11 rated days)\n" in text


def test_colour_is_never_needed():
    styled = chart(RATINGS, COURSES, screen=Screen(60, styled=True, shaded=True, drawn=True))
    plain = chart(RATINGS, COURSES, screen=Screen(60, drawn=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", styled) == plain


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["stretching", "a treatment with a rather long name", "按摩疗法"])
def test_no_line_is_longer_than_the_screen(width, name):
    courses = [course(name, "left heel", start=s, end=e) for s, e in ((2, 3), (5, 9), (11, None))]
    visits = [consultation(d) for d in (1, 6, 7, 14)]
    for days in (14, 90, 700, 4000):
        for drawn in (False, True):
            screen = Screen(width, drawn=drawn)
            assert max(widths(chart(RATINGS, courses, visits, today=days, screen=screen))) <= width


def test_a_wide_screen_is_used():
    assert max(widths(chart(RATINGS, COURSES, screen=Screen(200)))) == 200
