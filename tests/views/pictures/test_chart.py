"""The chart: the whole picture in small cases, and its width."""

import re

import pytest
from rich.cells import cell_len

from builders import consultation, course, entry, on, series
from painlog.analysis.days import gather
from painlog.analysis.series import build_series
from painlog.model.course import Course
from painlog.views.pictures.chart import MOST_COURSES, chart_in_words, chart_lines
from painlog.views.pictures.words import chart_words
from painlog.views.terminal.screen import Screen

RATINGS = (7, 6, 8, 7, None, None, 6, 6, 5, None, 4, 3, 4, 3)
COURSES = (
    course("stretching", "left heel", start=7),
    course("heat", "left heel", start=2, end=6),
)
WIDTHS = (30, 60, 80, 200)

PLAIN = """\
Left heel, Sun 1 Mar 2026 to Sat 14 Mar 2026
10 |
 9 |
 8 |            *
 7 |  *  -------------*-------------
 6 |       *                          *     *
 5 |                                             *
 4 |                                ========================*==========*========
 3 |                                                             *          *
 2 |
 1 |
 0 |
   +--+---------+----------+----------+----------+----------+----------+--------
      1 Mar     3 Mar      5 Mar      7 Mar      9 Mar      11 Mar     13 Mar
         [= heat ==================]
                                    [= stretching =============================>
                                 v visit 6 Mar
* a rated day   > ongoing   v visit to a clinician
--- mean before stretching, 2 Mar to 6 Mar: 7.0 (3 rated days)
=== mean during stretching, 7 Mar to 14 Mar: 4.4 (7 rated days)

Left heel: 11 of 14 days rated. 2 gaps, the longest 2 days, 5 Mar to 6 Mar. \
Mean 5.4, highest 8.0, lowest 3.0. \
In use: heat from 2 Mar to 6 Mar; stretching from 7 Mar, ongoing. \
1 visit to a clinician: 6 Mar."""

DRAWN = """\
Left heel, Sun 1 Mar 2026 to Sat 14 Mar 2026
10 │
 9 │
 8 │         ●
 7 │ ●  ╌╌╌╌╌╌╌╌╌●╌╌╌╌╌╌╌╌╌╌
 6 │     ●                   ●   ●
 5 │                                 ●
 4 │                        ═════════════════●═══════●══════
 3 │                                             ●       ●
 2 │
 1 │
 0 │
   └─┬───────┬───────┬───────┬───────┬───────┬───────┬──────
     1 Mar   3 Mar   5 Mar   7 Mar   9 Mar   11 Mar  13 Mar
        ┣━ heat ━━━━━━━━━━━┫
                            ┣━ stretching ━━━━━━━━━━━━━━━━━▶
                         ▼ visit 6 Mar
● a rated day   ▶ ongoing   ▼ visit to a clinician
╌╌╌ mean before stretching, 2 Mar to 6 Mar: 7.0 (3 rated
    days)
═══ mean during stretching, 7 Mar to 14 Mar: 4.4 (7 rated
    days)

Left heel: 11 of 14 days rated. 2 gaps, the longest 2 days,
5 Mar to 6 Mar. Mean 5.4, highest 8.0, lowest 3.0. In use:
heat from 2 Mar to 6 Mar; stretching from 7 Mar, ongoing. 1
visit to a clinician: 6 Mar."""

NARROW = """\
10 |
 9 |
 8 |   *
 7 |*----*-----
 6 | *         * *
 5 |              *
 4 |           =======*===*===
 3 |                    *   *
 2 |
 1 |
 0 |
   +-+------------+-----------
     2 Mar        9 Mar
     [= heat =]
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
    assert "Not drawn: 2 more courses." in text
    assert text.endswith("; 6 more.")


def test_of_many_courses_those_still_in_use_are_drawn_and_named_first():
    old = course("stretching", "left heel", start=1)
    courses = [course("heat", "left heel", start=d, end=d) for d in range(1, 21, 2)]
    text = chart([5] * 20, [old, *courses], today=20)
    assert "stretching ===" in text
    assert "In use: stretching from 1 Mar, ongoing; heat from 15 Mar; " in text
    assert text.endswith("; 7 more.")
    many = [course(f"own {n}", "left heel", start=n + 1) for n in range(10)]
    text = chart([5] * 20, many, today=20)
    assert "Not drawn: 2 more courses, 2 of them ongoing." in text
    assert text.endswith("; 6 more, 6 of them ongoing.")


def test_a_course_that_nobody_started_says_which_days_it_counts():
    used = Course("heat", on(1), on(15), "heel", "left", inferred=True)
    of_20, of_10 = (
        chart_words(series([5] * days, today=days)._replace(courses=(used,))) for days in (20, 10)
    )
    said = "In use: heat from 1 Mar to 15 Mar (first use to 7 days after the last)."
    assert of_20.endswith(said)
    assert of_10.endswith("In use: heat from 1 Mar (first use), ongoing.")


@pytest.mark.parametrize("start", [1, 3])
def test_no_mean_is_drawn_where_the_report_has_too_few_days_for_one(start):
    text = chart(RATINGS, [course("stretching", "left heel", start=start)])
    assert "---" not in text.replace("+--", "")[: text.index("   +")]
    assert "==" not in text[: text.index("   +")]
    assert "The means before and during stretching are not drawn. Not enough days" in text
    assert "mean before" not in text


STEPS = """\
 1 |
 0 |.................. .. .. .. .. .. .. .. .. ........ ...... ...... ..........
   ++---------+------------+----------+-----------+----------+-----------+------
    1 Mar     15 Mar       1 Apr      15 Apr      1 May      15 May      1 Jun
     2    1     2    2    2     1    2    2     1    1    1     0    1    1
    amitriptyline 10 mg, 25 mg
                  [=============][=============================================>
    triptan, as needed, 15 days
    '  '  '  '  '  '  '  '  '  '  '  '  '  '  '
* the worst of up to 2 days   . no entry, no pain (attack diary)   > ongoing
' used as needed
The row of numbers below the dates: pain days in each 7 days up to 8 Jun; the
first is of 1 Mar to 2 Mar only: 1.

Head, an attack diary: 20 days have an entry. 80 days have none and count as \
days without pain. Pain days in each 7 days from 3 Mar to 8 Jun: from 2 to 1; \
highest 2, lowest 0. Worst 8. \
In use: amitriptyline 10 mg from 20 Mar to 8 Apr; amitriptyline 25 mg from \
9 Apr, ongoing. As needed: triptan on 15 days."""

HEAD = ("head", None)
PREVENTIVE = (
    course("amitriptyline", "head", start=20, end=39, dose="10 mg"),
    course("amitriptyline", "head", start=40, dose="25 mg"),
)


def attacks(*, courses=PREVENTIVE, screen=None):
    """An attack diary of 100 days: every fourth day hurts at first, then every ninth."""
    entries = [entry("head", 8, day=day, treatments=["triptan"]) for day in range(1, 60, 4)]
    entries += [entry("head", 6, day=day) for day in range(60, 100, 9)]
    found = build_series(
        HEAD,
        gather(entries)[HEAD],
        courses,
        (),
        today=on(100),
        medicines={"triptan"},
        attack_diary=True,
    )
    return "\n".join(chart_lines(found, screen or Screen()))


def test_attacks_are_drawn_by_the_worst_with_days_with_pain_steps_of_dose_and_ticks():
    assert attacks().endswith(STEPS)
    assert "mean" not in attacks()


def numbers(since, until, *, width=80):
    """The row of numbers of an attack diary with pain on every third day, and what it says of it.

    Both ends are days, counted from 1 March 2026.
    """
    entries = [entry("head", 8, day=day) for day in range(-4000, until + 1, 3)]
    found = build_series(
        HEAD, gather(entries)[HEAD], (), (), today=on(until), since=on(since), attack_diary=True
    )
    lines = list(chart_lines(found, Screen(width)))
    at = next(n for n, line in enumerate(lines) if line.startswith("The row of numbers"))
    (dates,) = [n for n, line in enumerate(lines) if line.startswith("   +")]
    return lines[dates + 2], " ".join(lines[at : lines.index("", at)]).partition(": ")[2]


@pytest.mark.parametrize(
    ("period", "written", "said"),
    [
        ((1, 14), "2 3", "pain days in each 7 days up to 14 Mar."),
        (
            (1, 17),
            "1 2 3",
            "pain days in each 7 days up to 17 Mar; the first is of 1 Mar to 3 Mar only: 1.",
        ),
        ((1, 3), "1", "pain days from 1 Mar to 3 Mar."),
        (
            (1, 183),
            "10 10 11 10 10 10",
            "pain days in each month; the last is of 1 Aug to 30 Aug only: 10.",
        ),
        # 133 months on 76 columns.
        (
            (-3900, 120),
            "1 11 10 11 10 10 10 10 10 11 10 11 10 10 10 10 10 11 10 11 10 10 9",
            "pain days in each month; the first is of 26 Jun 2015 to 30 Jun 2015 only: 1; the last "
            "is of 1 Jun to 28 Jun only: 9; one in 6 has its number.",
        ),
    ],
)
def test_each_number_of_pain_days_stands_apart_and_the_key_names_its_days(period, written, said):
    row, key = numbers(*period)
    assert (" ".join(row.split()), key) == (written, said)


def test_pain_days_in_words_are_of_whole_weeks_and_months_alone():
    assert (
        "Pain days in each 7 days from 3 Mar to 8 Jun: from 2 to 1; highest 2, lowest 0."
        in attacks()
    )
    # One whole week alone is no change over time.
    entries = [entry("head", 8, day=day) for day in (1, 5, 9)]
    found = build_series(HEAD, gather(entries)[HEAD], (), (), today=on(12), attack_diary=True)
    said = " ".join("\n".join(chart_in_words(found, Screen(300))).split())
    assert said.endswith("Pain on 3 of 12 rated days. Worst 8.")


def test_pain_days_have_bars_where_these_can_be_drawn():
    assert "▂" in attacks(screen=Screen(80, drawn=True))


def test_a_dose_stands_on_its_own_step_where_there_is_room():
    text = attacks(screen=Screen(200))
    assert "[= amitriptyline 10 mg ==" in text
    assert "[= 25 mg ==" in text


def test_a_medicine_taken_now_and_then_is_never_a_bar():
    for_head = attacks(courses=())
    assert "[" not in for_head
    assert ">" not in for_head


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


def test_in_words_a_chart_tells_what_it_shows_without_the_picture():
    *picture, words = PLAIN.splitlines()
    said = list(chart_in_words(series(RATINGS, COURSES, (consultation(6),)), Screen()))
    assert said == [
        f"{picture[0]}.",
        words,
        "Mean before stretching, 2 Mar to 6 Mar: 7.0 (3 rated days).",
        "Mean during stretching, 7 Mar to 14 Mar: 4.4 (7 rated days).",
    ]


def test_in_words_a_chart_has_no_mean_where_none_is_drawn():
    said = list(chart_in_words(series(RATINGS, [course("heat", "left heel", start=3)]), Screen()))
    assert said[-1] == (
        "The means before and during heat are not drawn. Not enough days to compare: 2 rated "
        "before and 9 in course; 3 are needed on each side."
    )


def test_a_chart_says_what_cut_the_days_before_a_course_short():
    known = [course("chair", "left heel", start=3), course("heat", "left heel", start=5)]
    assert list(chart_in_words(series(RATINGS, known), Screen()))[-1] == (
        "The means before and during heat are not drawn. Not enough days to compare: 2 rated "
        "before, since chair started on 3 Mar 2026, and 7 in course; 3 are needed on each side."
    )
