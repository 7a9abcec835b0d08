"""A before-and-after on a terminal: its sentences, its numbers and its cautions."""

import pytest

from builders import compared
from painlog.analysis.cautions import Caution
from painlog.views.terminal.comparison import comparison_blocks, share_of_pairs
from painlog.views.terminal.page import Item, Paragraph, to_lines
from painlog.views.terminal.screen import Screen


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


def test_no_change_has_no_percent():
    (_, plain, numbers) = lines([5, 6] * 14, [6, 5] * 14)
    assert plain.startswith("No change, likely between ")
    assert numbers.startswith("Numbers: change 0.0; ")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ([0] * 7, [0] * 7, "On 0 % of day pairs the later day hurt less, on 0 % more, on the "),
        ([5] * 9 + [9], [5] * 10, "On 10 % of day pairs the later day hurt less, on 0 % more, on "),
        ([5, 6] * 4, [5, 6] * 4, "On 50 % of day pairs the later day hurt less (ties count half)."),
    ],
)
def test_where_most_pairs_are_ties_all_three_shares_are_told(before, after, said):
    *_, plain, numbers = lines(before, after)
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
        "trend in course: none that shows in whole points."
    )
    steep = lines([9, 8] * 4, [9, 8, 7, 6, 5, 4, 3, 2])[-1]
    assert steep.endswith("trend in course -7.0 a week (-7.0 to -7.0).")


def test_what_is_not_wholly_later_is_not_called_later():
    (_, plain, numbers) = lines([6, 5] * 7, [4, 3] * 7, names=("on a", "on b"), in_time=False)
    assert plain.endswith("of day pairs the day on b hurt less.")
    assert "Tau-U" not in numbers
    assert "trend on b" in numbers


def test_without_enough_days_there_are_means_and_no_number():
    assert lines([6, 5], []) == ["Mean 5.5 before (2 rated days), none in course (not rated)."]


def test_a_change_is_told_in_words_and_in_numbers():
    assert lines([7] * 28, [3, 4] * 14) == [
        "Mean 7.0 before (28 rated days), 3.5 in course (28 rated days).",
        "3.5 points less (-50 %), likely between 3.3 and 3.7 less. That is clearly more than a "
        "meaningful drop (2.1 points). On 100 % of day pairs the later day hurt less.",
        "Numbers: change -3.5; 95 % interval -3.7 to -3.3; NAP 1.00 (0.93 to 1.00); Tau-U +1.00; "
        "carry-over 0.00 (from all rated days of both phases, compared or not); trend in course: "
        "none that shows in whole points.",
    ]


def test_cautions_follow_a_change_as_a_list_and_stand_alone_without_one():
    few = Caution(
        "few-days",
        {"before": 5, "after": 9, "before_name": "before", "after_name": "in course", "fewest": 3},
    )
    (*_, care, item) = comparison_blocks(compared([6, 5] * 4, [6, 5] * 4), [few])
    assert care == Paragraph("Read this with care:")
    assert isinstance(item, Item)
    (*_, alone) = comparison_blocks(compared([6, 5], []), [few])
    assert alone == Paragraph(item.text)


def test_attacks_are_told_by_their_days_before_the_mean():
    _, days, mean, _ = lines([6, 0, 5, 0] * 7, [6, 0, 0, 0] * 7)
    assert days.startswith("Pain days in 28: 14.0 before, 7.0 in course (likely between ")
    assert "Cannot tell yet: half as many pain days" in days
    assert "Bad days (7 or more) in 28: 0.0 before, 0.0 in course" in days
    assert mean.startswith("Mean of all rated days: 1.3 points less")
    assert "meaningful" not in mean


def test_no_line_gives_an_end_that_the_mean_before_does_not_allow():
    shown = lines([6, 7, 5], [2, 5, 0])
    assert compared([6, 7, 5], [2, 5, 0]).interval.low < -6
    assert "likely between 6.0 less and " in shown[1]
    assert "95 % interval -6.0 to +" in shown[2]


def test_days_with_pain_never_fall_by_more_than_there_were():
    _, days, *_ = lines([2] + [0] * 6, [0] * 7)
    assert "Pain days in 28: 4.0 before, 0.0 in course (likely between 4.0 fewer and " in days
