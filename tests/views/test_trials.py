"""A trial in words: what the ratings did, how chance could have made it, and nothing more."""

from datetime import timedelta
from fractions import Fraction

import pytest

from builders import on, trial
from painlog.advice.trials import TrialToday
from painlog.analysis.days import RatedDay
from painlog.analysis.trial_power import FoundShare, PainSpread
from painlog.analysis.trial_schedule import block_on
from painlog.analysis.trial_warnings import Outlook
from painlog.analysis.trials import TrialRecord, read_trial
from painlog.views.trials import (
    days_words,
    interval_words,
    pair_words,
    plan_words,
    power_words,
    result_words,
    sides_words,
    smallest_p_words,
    spread_words,
    today_words,
)

PLAN = trial(pairs=7)


def finished(*apart, pairs=7):
    """A trial whose pairs differ by these points, all over."""
    plan = trial(pairs=pairs)
    days = []
    for day in range(1, plan.days + 1):
        block = block_on(plan, on(day))
        points = apart[block.pair - 1] if block.arm == "B" else 0
        if points is not None:
            days.append(RatedDay(on(day), 6.0 + points, 6 + points, 1, 1))
    return read_trial(plan, days, TrialRecord({on(1): "yes"}), on(plan.days + 1))


def test_a_clear_difference_is_told_with_its_orders_and_its_interval():
    assert list(result_words(finished(-3, -2, -3, -2, -3, -2, -3))) == [
        "The ratings were 2.6 points lower under B than under A, on average over 7 pairs.",
        "Of the 128 orders that could have been drawn, 2 would show a difference this big or "
        "bigger (p .016).",
        "B minus A: -2.6 points, likely between -3.0 and -2.0 (95.3 %).",
        "The ratings under B were lower than under A, by clearly more than a meaningful "
        "difference (1.8 points).",
    ]


def test_a_result_near_nothing_is_told_as_gladly():
    assert list(result_words(finished(1, -1, 0, 1, -1, 0, 0)))[0::3] == [
        "The ratings were as high under B as under A, on average over 7 pairs.",
        "Between A and B there was no meaningful difference: it is less than 1.8 points either "
        "way.",
    ]
    assert "all would show" in list(result_words(finished(1, -1, 0, 1, -1, 0, 0)))[1]
    assert list(result_words(finished(*[0] * 7)))[-1] == (
        "That is a result, too, and as useful as a large one."
    )


def test_under_six_pairs_there_is_no_interval_and_no_word_on_it():
    few = finished(-3, -2, -3, -2, -3, None, None)
    assert interval_words(few) == ""
    assert len(list(result_words(few))) == 2
    assert pair_words(few.pairs[5]).endswith("B: not used; days rated: 4 of A, 0 of B.")


def test_a_trial_of_many_pairs_has_a_small_p_and_no_p_of_zero():
    assert smallest_p_words(trial(pairs=20)).endswith("as yours (p < .001).")
    assert "(p < .001)" in list(result_words(finished(*[-3] * 13, pairs=13)))[1]
    # The most certain interval there is, of the fewest pairs.
    assert interval_words(finished(*[-3] * 6, pairs=6)).endswith("(96.9 %)")


@pytest.mark.parametrize(
    ("side", "of", "said"),
    [
        ("left", ["both", None], "Only ratings of the left heel count. A rating of both sides, "),
        (
            "both",
            ["left", "right", None],
            "Only ratings of the heel (both) count. A rating of one side, ",
        ),
        (None, [], ""),
    ],
)
def test_ratings_that_a_trial_does_not_count_are_named(side, of, said):
    plan = trial(side=side)
    missed = [s for s in ("left", "right", "both", None) if plan.misses_by_side("heel", s)]
    assert missed == of
    assert sides_words(plan).startswith(said)
    assert bool(sides_words(plan)) == bool(said)


@pytest.mark.parametrize(
    ("apart", "said"),
    [
        (
            (-4, 3, -4, 3, -4, -4, 3),
            "Cannot tell: B lower by a meaningful difference (1.8 points), no difference and B "
            "higher all fit these ratings.",
        ),
        (
            (-4, 0, -4, 0, -4, -4, 0),
            "Cannot tell: B lower by a meaningful difference (1.8 points) and no difference both "
            "fit these ratings.",
        ),
    ],
)
def test_what_cannot_be_told_names_all_that_the_interval_holds(apart, said):
    assert list(result_words(finished(*apart)))[3] == said


def test_no_sentence_says_that_something_worked():
    for apart in ([-3] * 7, [3] * 7, [-2, 1, -3, 0, -2, 1, -1], [0] * 7):
        said = " ".join(result_words(finished(*apart))).lower()
        for word in ("work", "prove", "effect", "cause", "help"):
            assert word not in said


def test_a_pair_tells_its_order_and_both_means():
    first = finished(*[-1] * 7).pairs[0]
    assert pair_words(first) == "Pair 1, B then A: A 6.0, B 5.0, difference -1.0."
    assert first.difference == Fraction(-1)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (0, "Trial: begins on Sun 1 Mar 2026. A: stretching. B: stretching + trigger point "
            "therapy."),
        (1, "Trial, day 1 of 56: B, stretching + trigger point therapy (3 more days). This day is "
            "not counted. Next: A from Thu 5 Mar 2026."),
        (8, "Trial, day 8 of 56: A, stretching (its last day). Next: B from Mon 9 Mar 2026."),
        (56, "Trial, day 56 of 56: A, stretching (its last day)."),
    ],
)  # fmt: skip
def test_a_day_is_told_with_what_comes_next(day, said):
    plan = trial(pairs=7, washout=1, seed="painlog-1")
    today = on(1) + timedelta(days=day - 1)
    assert today_words(TrialToday(plan, block_on(plan, today)), today) == said


def test_a_plan_is_told_with_what_is_not_counted():
    assert plan_words(trial(pairs=7, washout=2)) == (
        "7 pairs of blocks, one of A and one of B, each of 4 days, of which the first 2 are not "
        "counted: 56 days, from Sun 1 Mar 2026 to Sat 25 Apr 2026."
    )


def test_what_a_plan_can_show_is_told_with_what_that_rests_on():
    shares = (FoundShare(1.0, 0.2), FoundShare(1.5, 0.5), FoundShare(2.0, 0.79))
    own = Outlook(shares, PainSpread(5, 1.44, 0.5, 0.9, 40), ())
    assert power_words(own) == (
        "Of 100 trials like this one, the test would find a difference of 1 point in 20, of 1.5 "
        "points in 50 and of 2 points in 79. More pairs or longer blocks find more."
    )
    none = own._replace(shares=(FoundShare(1.0, 0.0), FoundShare(2.0, 0.19)))
    assert power_words(none).endswith(
        " of 2 points in 19. So it can hardly show anything: plan more pairs or longer blocks."
    )
    assert spread_words(own) == (
        "That is from your last 40 rated days: a spread of 1.4 points from day to day and a "
        "carry-over of 0.50, with 90 % of days rated."
    )
    assumed = own._replace(spread=PainSpread(5, 1.5, 0.5))
    assert spread_words(assumed).startswith("That assumes a spread of 1.5 points")


def test_how_an_arm_was_kept_to_is_counted():
    reading = finished(*[0] * 7)
    of_a, of_b = days_words(reading)
    assert of_a == (
        "A, stretching: 28 of 28 counted days rated; no day says whether it was as planned; "
        "acute medicine on 0 counted days."
    )
    assert "as planned on 1 day;" in of_b
    arms = (reading.arms[0]._replace(course_days=28), reading.arms[1])
    in_course = next(days_words(reading._replace(arms=arms)))
    assert in_course.endswith("acute medicine on 0 counted days logged, in course on 28.")
