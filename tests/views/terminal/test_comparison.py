"""A before-and-after in words: shares, ranges and verdicts."""

import pytest

from builders import on
from painlog.analysis.comparison import compare_windows
from painlog.analysis.days import RatedDay, window
from painlog.analysis.interval import SerialInterval
from painlog.views.terminal.comparison import (
    comparison_blocks,
    range_words,
    share_of_pairs,
    verdict_words,
)
from painlog.views.terminal.page import to_lines
from painlog.views.terminal.screen import Screen


def compared(before, after):
    days = [RatedDay(on(i), float(v), int(v), 1) for i, v in enumerate([*before, *after], 1)]
    start = len(before) + 1
    return compare_windows(
        window(days, on(1), on(start - 1)), window(days, on(start), on(len(days)))
    )


def lines(before, after, **rest):
    return list(to_lines(comparison_blocks(compared(before, after), [], **rest), Screen()))


@pytest.mark.parametrize(
    ("nap", "said"),
    [
        (1.0, "100 %"),
        (1 - 1e-12, "over 99 %"),
        (0.9951, "over 99 %"),
        (0.99, "99 %"),
        (0.874, "87 %"),
        (0.5, "50 %"),
        (0.01, "1 %"),
        (0.0049, "under 1 %"),
        (1e-12, "under 1 %"),
        (0.0, "0 %"),
    ],
)
def test_every_pair_is_only_said_of_every_pair(nap, said):
    assert share_of_pairs(nap) == said


def test_one_tie_in_784_pairs_is_not_every_pair():
    (_, plain, _) = lines([8] * 27 + [5], [5] + [3] * 27)
    assert plain.endswith("On over 99 % of day pairs the later day hurt less (ties count half).")
    (_, plain, _) = lines([5] + [3] * 27, [8] * 27 + [5])
    assert plain.endswith("On under 1 % of day pairs the later day hurt less (ties count half).")


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (-3.0, -1.0, "1.0 and 3.0 less"),
        (-3.0, 0.0, "0.0 and 3.0 less"),
        (-3.0, -0.0, "0.0 and 3.0 less"),
        (-0.0, 2.0, "0.0 and 2.0 more"),
        (0.0, 2.0, "0.0 and 2.0 more"),
        (1.0, 3.0, "1.0 and 3.0 more"),
        (-1.25, 0.5, "1.2 less and 0.5 more"),
    ],
)
def test_the_ends_of_an_interval_in_words_have_no_sign(low, high, said):
    assert range_words(low, high) == said


def test_no_change_has_no_percent():
    (_, plain, numbers) = lines([5, 6] * 14, [6, 5] * 14)
    assert plain.startswith("No change, likely between ")
    assert numbers.startswith("Numbers: change 0.0; ")


def test_a_meaningful_drop_of_one_is_one_point():
    assert verdict_words(compared([2, 3] * 7, [2, 3] * 7)) == (
        "That is no meaningful change: less than 1.0 point either way."
    )
    assert "less than 2.0 points either" in verdict_words(compared([9, 8] * 7, [9, 8] * 7))


@pytest.mark.parametrize(
    ("found", "low", "high", "words"),
    [
        ("cannot tell", -4.0, 0.49, "a meaningful drop (2.0 points) and no change both fit"),
        ("cannot tell", -4.0, 0.5, "a meaningful drop (2.0 points), no change and more pain all"),
        ("no drop", -1.5, 3.49, "more pain fits as well."),
        ("no drop", -1.5, 3.5, "more pain is likelier."),
    ],
)
def test_more_pain_is_spoken_of_as_the_interval_allows(found, low, high, words):
    comparison = compared([7, 6] * 7, [7, 6] * 7)._replace(
        interval=SerialInterval((low + high) / 2, low, high, 0.0, 14.0, 14.0, 26.0),
        drop=2.0,
        verdict=found,
    )
    assert words in verdict_words(comparison)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ([0] * 7, [0] * 7, "On 0 % of day pairs the later day hurt less, on 0 % more, on the "),
        ([5] * 9 + [9], [5] * 10, "On 10 % of day pairs the later day hurt less, on 0 % more, on "),
        ([5, 6] * 4, [5, 6] * 4, "On 50 % of day pairs the later day hurt less (ties count half)."),
    ],
)
def test_where_most_pairs_are_ties_all_three_shares_are_told(before, after, said):
    (_, plain, numbers, *_) = lines(before, after)
    assert said in plain
    assert plain.endswith("on the rest the same.") is ("ties" not in said)
    assert "NAP 0.5" in numbers


def test_a_trend_is_told_from_7_days_on():
    assert "trend" not in lines([6, 5] * 4, [6, 5, 5, 4, 4, 3])[-1]
    assert lines([6, 5] * 4, [6, 5, 5, 4, 4, 3, 3])[-1].endswith(
        "trend in course -3.5 a week (-7.0 to 0.0)."
    )


def test_a_trend_that_whole_points_hide_is_no_trend_of_0():
    assert lines([6, 5] * 14, [3, 4] * 14)[-1].endswith(
        "trend in course: none that whole points can show."
    )
    steep = lines([9, 8] * 4, [9, 8, 7, 6, 5, 4, 3, 2])[-1]
    assert steep.endswith("trend in course -7.0 a week (-7.0 to -7.0).")


def test_more_pain_is_told_against_what_it_is_compared_with():
    comparison = compared([2, 3] * 7, [8, 9] * 7)
    assert verdict_words(comparison) == "That is more pain than before."
    assert verdict_words(comparison, "on heat") == "That is more pain than on heat."


def test_what_is_not_wholly_later_is_not_called_later():
    (_, plain, numbers) = lines([6, 5] * 7, [4, 3] * 7, names=("on a", "on b"), in_time=False)
    assert plain.endswith("of day pairs the day on b hurt less.")
    assert "Tau-U" not in numbers
    assert "trend on b" in numbers


def test_without_enough_days_there_are_means_and_no_number():
    assert lines([6, 5], []) == ["Mean 5.5 before (2 rated days), in course: not rated."]


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (-15.3, 15.0, "10.0 less and 10.0 more"),
        (-12.0, -2.0, "2.0 and 10.0 less"),
        (-10.0, 10.0, "10.0 less and 10.0 more"),
    ],
)
def test_no_rating_changes_by_more_than_the_scale_is_long(low, high, words):
    assert range_words(low, high) == words
