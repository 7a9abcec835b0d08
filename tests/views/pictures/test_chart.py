"""The chart: the whole picture in small cases, its width, and what it says in words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from builders import consultation, course, entry, on
from painlog.analysis.days import Place, PlaceDays, gather
from painlog.analysis.series import build_series
from painlog.views.pictures.chart import MOST_COURSES, chart_lines
from painlog.views.pictures.time_axis import TimeAxis
from painlog.views.terminal.screen import Screen

LEFT: Place = ("heel", "left")
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


def series(ratings=RATINGS, courses=(), visits=(), *, today=14, since=None):
    entries = [entry("left heel", r, day=d) for d, r in enumerate(ratings, 1) if r is not None]
    days = gather(entries).get(LEFT, PlaceDays())
    return build_series(LEFT, days, courses, visits, today=on(today), since=since and on(since))


def chart(*args, screen=None, **kwargs):
    return "\n".join(chart_lines(series(*args, **kwargs), screen or Screen()))


def words(*args, **kwargs):
    return chart(*args, **kwargs).splitlines()[-1]


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


@given(st.integers(1, 5000), st.integers(1, 200))
def test_days_go_from_left_to_right_and_each_has_its_own_column_while_there_are_enough(days, width):
    axis = TimeAxis(on(1), on(days), width)
    columns = [axis.column(on(day)) for day in range(1, days + 1)]
    assert columns == sorted(columns)
    assert 0 <= columns[0] <= columns[-1] < width
    assert len(set(columns)) == min(days, width)
    spans = [axis.span(on(day), on(day)) for day in range(1, days + 1)]
    assert all(s <= c <= e for (s, e), c in zip(spans, columns, strict=True))
    assert (spans[0][0], spans[-1][1]) == (0, width - 1)


@pytest.mark.parametrize(
    ("days", "width", "dates"),
    [
        (6, 76, "1 Mar 2 Mar 3 Mar 4 Mar 5 Mar 6 Mar"),
        (31, 76, "2 Mar 9 Mar 16 Mar 23 Mar 30 Mar"),
        (92, 76, "1 Mar 15 Mar 1 Apr 15 Apr 1 May 15 May"),
        (92, 40, "1 Mar 1 Apr 1 May"),
        (400, 76, "1 Apr 2026 1 Jul 1 Oct 1 Jan 2027 1 Apr"),
        (4000, 56, "1 Jan 2030 1 Jan 2035"),
    ],
)
def test_the_axis_names_dates_as_people_count_them(days, width, dates):
    _, labels = TimeAxis(on(1), on(days), width).rows(drawn_with())
    assert " ".join(str(labels).split()) == dates


def drawn_with():
    from painlog.views.pictures.ink import ink

    return ink(Screen())


def test_words_say_the_period_when_there_is_no_rating_in_it():
    assert chart(since=5, today=6) == (
        "Left heel: no rating from Thu 5 Mar 2026 to Fri 6 Mar 2026. Choose another period."
    )


def test_words_of_one_day():
    assert words([6], today=1) == "Left heel: 1 of 1 day rated. Mean 6.0 on Sun 1 Mar 2026."


def test_words_of_weeks_are_those_of_the_report():
    assert words([6] * 7 + [5] * 7 + [3] * 7, today=21) == (
        "Left heel: 21 of 21 days rated. Week by week: from 6.0 to 3.0; highest 6.0, lowest 3.0."
    )


def test_words_of_one_gap():
    assert "One gap: 1 day, 2 Mar." in words([6, None, 6], today=3)
    assert "One gap: 12 days, 3 Mar to 14 Mar." in words([6, 6])


def test_words_name_the_year_where_a_course_spans_two():
    said = words([5] * 400, [course("heat", "left heel", start=2, end=390)], today=400)
    assert "In use: heat from 2 Mar 2026 to 25 Mar 2027." in said


def test_words_count_many_visits():
    visits = [consultation(day) for day in (1, 3, 5, 7, 9)]
    assert words(visits=visits).endswith("5 visits to a clinician, the last on 9 Mar.")
