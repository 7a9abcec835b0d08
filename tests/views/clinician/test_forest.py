"""Changes on one scale: where the point and the interval are, which ends at what is possible."""

import re

import pytest

from builders import entry, on
from painlog.analysis.comparison import compare_windows
from painlog.analysis.days import gather, window
from painlog.views.clinician.forest import WIDTH, forest_row, forest_scale, reach

MARGIN = 6.0


def comparison(before, after):
    """Daily ratings one after the other, before and after."""
    ratings = [*before, *after]
    [place] = gather(entry("heel", r, day=day) for day, r in enumerate(ratings, start=1)).values()
    days = place.days()
    return compare_windows(
        window(days, on(1), on(len(before))), window(days, on(len(before) + 1), on(len(ratings)))
    )


DROP = comparison([6, 7, 6, 7, 6, 7], [3, 4, 3, 4, 3, 4])
WIDE = comparison([0, 10, 5], [5, 0, 10])


def along(x, points):
    """The value that is drawn at x."""
    return (x - MARGIN) / (WIDTH - 2 * MARGIN) * 2 * points - points


def lines(svg, look):
    found = re.findall(rf'<line class="{look}"[^>]* x1="([\d.]+)" x2="([\d.]+)"', svg)
    return [tuple(map(float, pair)) for pair in found]


def test_the_point_the_interval_and_the_meaningful_drop_are_where_they_belong():
    svg = forest_row(DROP, 4).svg
    [centre] = re.findall(r'<circle[^>]* cx="([\d.]+)"', svg)
    assert along(float(centre), 4) == pytest.approx(-3.0, abs=0.01)
    (left, right), *stops = lines(svg, "interval")
    assert along(left, 4) == pytest.approx(DROP.interval.low, abs=0.01)
    assert along(right, 4) == pytest.approx(DROP.interval.high, abs=0.01)
    assert stops == [(left, left), (right, right)]
    (none, _), (drop, _) = lines(svg, "axis")
    assert none == WIDTH / 2
    assert along(drop, 4) == pytest.approx(-1.95, abs=0.01)


def test_an_interval_ends_at_what_a_mean_before_of_5_allows():
    assert WIDE.interval.low < -10
    assert WIDE.interval.high > 10
    picture = forest_row(WIDE, 10)
    (left, right), *_ = lines(picture.svg, "interval")
    assert (along(left, 10), along(right, 10)) == (
        pytest.approx(-5, abs=0.1),
        pytest.approx(5, abs=0.1),
    )
    assert picture.words.startswith("Change 0.0, interval -5.0 to +5.0, ")


def test_without_enough_days_there_is_no_picture():
    assert forest_row(comparison([6, 6], [3, 3, 3]), 4) is None


def test_it_says_its_numbers_in_words():
    assert forest_row(DROP, 4).words == (
        "Change -3.0, interval -3.7 to -2.3, on a scale on which a meaningful drop is -2.0."
    )


@pytest.mark.parametrize(
    ("comparisons", "points"), [([], 2), ([comparison([5], [5])], 2), ([DROP], 4), ([WIDE], 5)]
)
def test_the_scale_reaches_the_widest_interval_within_2_and_10_points(comparisons, points):
    assert reach(comparisons) == points


def test_the_scale_says_which_side_is_less_pain():
    picture = forest_scale(4)
    assert re.findall(r">([^<]+)</text>", picture.svg) == ["-4 less", "0", "+4 more"]
    assert picture.words == "Scale from 4 points less pain to 4 points more."
