"""One region over time: dots, gaps, bars and labels, each where it belongs."""

import re
from itertools import pairwise

import pytest

from builders import CATALOGUE, TREATED_WITH, consultation, course, entry, on
from painlog.analysis.report import build_report
from painlog.views.clinician.timeseries import WIDTH, days_a_dot, time_series

LEFT, RIGHT = 21.0, WIDTH - 6.0
PLOT_TOP, PLOT_BOTTOM = 10.0, 70.0


def report_of(days, courses=(), visits=(), last=None):
    """A report on the left heel, rated 2 on each of the days, which are counted from 1."""
    entries = [entry("left heel", 2, day=day) for day in days]
    return build_report(
        entries,
        courses,
        visits,
        regions=CATALOGUE.by_name,
        treatments=TREATED_WITH.by_name,
        today=on(last or max(days)),
    )


def drawn(report):
    return time_series(report.regions[0], report.effects, report)


def attributes(svg, look):
    """The attributes of each shape of a look."""
    return [
        dict(re.findall(r'([\w-]+)="([^"]*)"', found))
        for found in re.findall(rf'<\w+ class="{look}"[^>]*>', svg)
    ]


def numbers(svg, look, *names):
    return [tuple(float(a[name]) for name in names) for a in attributes(svg, look)]


def labels(svg, look="halo"):
    """Words with their left and right end."""
    found = re.findall(rf'<text class="{look}"[^>]* x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)<', svg)
    return [(words, float(x), float(y)) for x, y, words in found]


@pytest.mark.parametrize(("missing", "bands"), [(6, 0), (7, 1), (8, 1)])
def test_7_days_without_a_rating_are_a_grey_band_and_6_are_none(missing, bands):
    days = [1, 2, 3, 4 + missing, 5 + missing]
    svg = drawn(report_of(days)).svg
    found = numbers(svg, "gap", "x", "width")
    assert len(found) == bands
    if found:
        day = (RIGHT - LEFT) / max(days)
        assert found == [
            (pytest.approx(LEFT + 3 * day, abs=0.01), pytest.approx(missing * day, abs=0.01))
        ]


def test_days_after_the_last_rating_are_a_gap_as_well():
    svg = drawn(report_of([1, 2, 3], last=20)).svg
    [(x, width)] = numbers(svg, "gap", "x", "width")
    assert x + width == pytest.approx(RIGHT)


def test_a_wide_gap_says_what_it_is_and_a_narrow_one_has_no_room_to():
    assert "not rated" in drawn(report_of([1, 60])).svg
    assert "not rated" not in drawn(report_of([*range(1, 80), 87, 88, 120])).svg.split("gap")[1]


def test_only_days_that_follow_each_other_are_joined():
    svg = drawn(report_of([1, 2, 3, 5, 7, 8])).svg
    assert len(attributes(svg, "dot")) == 6
    assert [len(a["points"].split()) for a in attributes(svg, "trace")] == [3, 2]


def test_the_first_and_the_last_day_are_within_the_picture():
    xs = [cx for (cx,) in numbers(drawn(report_of([1, 2])).svg, "dot", "cx")]
    middle = (RIGHT - LEFT) / 4
    assert xs == [pytest.approx(LEFT + middle), pytest.approx(RIGHT - middle)]


def test_one_day_is_one_dot_in_the_middle():
    svg = drawn(report_of([1])).svg
    [(x, y)] = numbers(svg, "dot", "cx", "cy")
    assert x == pytest.approx((LEFT + RIGHT) / 2)
    assert y == pytest.approx(PLOT_BOTTOM - 2 * (PLOT_BOTTOM - PLOT_TOP) / 10)


@pytest.mark.parametrize(
    ("days", "length", "dots"), [(190, 1, 190), (191, 7, 28), (1330, 7, 190), (1331, 28, 48)]
)
def test_a_long_period_is_drawn_as_means_of_equal_spans(days, length, dots):
    report = report_of(range(1, days + 1))
    assert days_a_dot(report) == length
    assert len(attributes(drawn(report).svg, "dot")) == dots
    unit = "days" if length == 1 else f"spans of {length} days"
    assert drawn(report).words.startswith(f"Left heel over time, by {unit}: {days:,} rated days")


def test_an_empty_span_breaks_the_line_and_is_a_gap():
    days = [*range(1, 100), *range(200, 300)]
    svg = drawn(report_of(days)).svg
    assert len(attributes(svg, "trace")) == 2
    assert len(attributes(svg, "gap")) == 1


def test_a_course_is_a_bar_from_its_start_to_its_end():
    svg = drawn(report_of(range(1, 41), [course("stretching", start=11, end=20)])).svg
    day = (RIGHT - LEFT) / 40
    assert numbers(svg, "bar", "x", "width") == [
        (pytest.approx(LEFT + 10 * day, abs=0.01), pytest.approx(10 * day, abs=0.01))
    ]


def test_courses_that_touch_the_edges_stay_within_them():
    courses = [
        course("stretching", start=-200, end=2),
        course("heat", start=40),
        course("cold", start=-200),
    ]
    svg = drawn(report_of(range(1, 41), courses)).svg
    bars = numbers(svg, "bar", "x", "width")
    assert len(bars) == 3
    for x, width in bars:
        assert x >= LEFT
        assert x + width <= RIGHT + 0.01
    assert all(width >= 1.5 for _, width in bars)


def test_two_courses_of_a_treatment_are_on_one_row():
    courses = [course("heat", start=5, end=9), course("heat", start=20, end=30)]
    rows = {y for (y,) in numbers(drawn(report_of(range(1, 41), courses)).svg, "bar", "y")}
    assert len(rows) == 1


def test_the_newest_5_treatments_are_drawn_and_the_others_counted():
    names = list(TREATED_WITH.by_name)[:10]
    courses = [course(name, start=n + 2) for n, name in enumerate(names)]
    svg = drawn(report_of(range(1, 41), courses)).svg
    assert len(attributes(svg, "bar")) == 5
    assert ">5 more treatments not drawn, 5 of them in use<" in svg


def test_the_means_before_and_in_course_are_drawn_with_their_days():
    svg = drawn(report_of(range(1, 41), [course("stretching", start=21)])).svg
    day = (RIGHT - LEFT) / 40
    assert numbers(svg, "mean", "x1", "x2") == [
        (pytest.approx(LEFT, abs=0.01), pytest.approx(LEFT + 20 * day, abs=0.01)),
        (pytest.approx(LEFT + 20 * day, abs=0.01), pytest.approx(RIGHT, abs=0.01)),
    ]
    assert [words for words, _, _ in labels(svg)] == ["before 2.0", "in course 2.0"]


@pytest.mark.parametrize(("start", "end"), [(4, 8), (40, 44), (97, None)])
def test_labels_of_short_phases_do_not_cover_each_other(start, end):
    courses = [course("stretching", start=start, end=end)]
    svg = drawn(report_of(range(1, 101), courses)).svg
    (before, left, y), (after, right, also_y) = (
        label for label in labels(svg) if label[0].startswith(("before", "in course"))
    )
    assert y == also_y
    half = {words: 5.8 * len(words) / 2 for words in (before, after)}
    assert left + half[before] < right - half[after]
    assert left - half[before] >= LEFT - 0.1
    assert right + half[after] <= WIDTH + 0.1


@pytest.mark.parametrize("days", [2, 20, 59, 61, 120, 190, 400, 700, 1500, 4000, 10000])
def test_labels_of_the_time_axis_do_not_cover_each_other(days):
    svg = drawn(report_of([1, days])).svg
    found = [label for label in labels(svg, "soft") if label[2] == 82.0]
    assert found
    ends = [(x - 2.9 * len(words), x + 2.9 * len(words)) for words, x, _ in found]
    assert all(right <= left + 1 for (_, right), (left, _) in pairwise(ends))
    assert ends[0][0] >= -0.1
    assert ends[-1][1] <= WIDTH + 0.1


def test_a_visit_is_a_triangle_over_its_day():
    svg = drawn(report_of([1, 2, 3], visits=[consultation(2)])).svg
    [found] = attributes(svg, "visit")
    assert found["d"] == f"M{(LEFT + RIGHT) / 2 - 4:.1f} 1 h8 l-4 7 z"


def test_it_says_in_words_what_it_shows():
    report = report_of(range(1, 41), [course("stretching", start=21)])
    assert drawn(report).words == (
        "Left heel over time, by days: 40 rated days from 1 Mar to 9 Apr; means from 2.0 at the "
        "start to 2.0 at the end; stretching from 21 Mar, in use."
    )


def test_a_name_is_text_and_its_directions_are_shown():
    name = 'oil "<b>" & \u202ebalm'
    report = report_of(range(1, 41), [course(name, start=21)])
    picture = drawn(report)
    assert ">oil &quot;&lt;b&gt;&quot; &amp; &lt;202E&gt;balm</text>" in picture.svg
    assert 'oil "<b>" & <202E>balm from 21 Mar' in picture.words
