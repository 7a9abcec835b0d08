"""A before-and-after in words: shares, ranges and verdicts."""

import pytest

from builders import on
from painlog.analysis.comparison import compare_windows
from painlog.analysis.days import RatedDay, window
from painlog.views.comparison import comparison_blocks, range_words, share_of_pairs, verdict_words
from painlog.views.page import to_lines
from painlog.views.screen import Screen


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
    assert "(1.0 point)" in verdict_words(compared([2, 3] * 7, [2, 3] * 7))
    assert "(2.0 points)" in verdict_words(compared([9, 8] * 7, [9, 8] * 7))


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
