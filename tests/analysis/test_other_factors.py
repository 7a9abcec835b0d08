"""Yes/no factors that differ between the days compared, just on and just off each line."""

import pytest

from builders import compared, on
from painlog.analysis.days import Place, RatedDay
from painlog.analysis.other_factors import telling_factors, unequal_factors
from painlog.model.factor import SLEEP, DayFactor, Factor, KeptDays

PELVIS: Place = ("pelvis", None)
PERIOD = Factor("period", "yes-no")
STEPS = Factor("steps", "number")


def kept(*values, factor=PERIOD, first=1):
    """The values of a factor from a day on, None for a day without an answer."""
    days = enumerate(values, start=first)
    return KeptDays(
        factors=(SLEEP, factor),
        values=tuple(DayFactor(on(day), factor.name, v) for day, v in days if v is not None),
    )


def rated(*means):
    return [RatedDay(on(day), mean, round(mean), 1) for day, mean in enumerate(means, start=1)]


def looks_at(marks, high=7.0, low=3.0, factor=PERIOD):
    """The factors that tell in days that are high where the factor is yes and else low."""
    days = rated(*((high if mark else low) + day % 2 for day, mark in enumerate(marks)))
    return telling_factors(PELVIS, days, kept(*marks, factor=factor))


def shares(*sides, of=28):
    """Marks of two sides of `of` days each, the first so many of which are yes."""
    return [mark for yes in sides for mark in [1] * yes + [0] * (of - yes)]


def test_a_factor_tells_if_its_days_differ_and_there_are_seven_of_each():
    (look,) = looks_at(shares(7, of=14))
    assert (look.split.name, look.days_with, look.days_without, look.days_later) == (
        "period", 7, 7, 0
    )  # fmt: skip
    assert look.change == pytest.approx(4.0, abs=0.2)
    assert looks_at(shares(6, of=14)) == ()
    assert looks_at(shares(7, of=14), high=3.0) == ()
    # A number has no share of days.
    assert looks_at(shares(7, of=14), factor=STEPS) == ()


@pytest.mark.parametrize(
    ("before", "after", "high", "said"),
    [
        (9, 0, 7.0, True),
        # Whichever way it pulls.
        (0, 9, 7.0, True),
        # One day a week is 4 of 28.
        (9, 5, 7.0, False),
        (9, 4, 7.0, True),
        # 5 of 28 days that hurt 2 points more are under half a point, and 3 points over it.
        (9, 4, 5.0, False),
        (9, 4, 6.0, True),
    ],
)
def test_a_factor_is_told_where_its_share_differs_enough_to_move_the_mean(
    before, after, high, said
):
    looks = looks_at(shares(before, after), high=high)
    assert len(looks) == 1
    found = list(unequal_factors(compared([5] * 28, [4] * 28), looks))
    assert [c.code for c in found] == ["other-factor"] * said
    for caution in found:
        assert caution.facts == {
            "factor": "period",
            "before": before,
            "before_answered": 28,
            "before_name": "before",
            "after": after,
            "after_answered": 28,
            "after_name": "in course",
            "with_it": looks[0].mean_with,
            "without_it": looks[0].mean_without,
        }


@pytest.mark.parametrize(("answered", "said"), [(6, False), (7, True)])
def test_only_days_with_an_answer_count_and_seven_are_needed_on_each_side(answered, said):
    marks = [*shares(9), *[0] * answered, *[None] * (28 - answered)]
    days = rated(*(7 if mark else 3 for mark in marks))
    looks = telling_factors(PELVIS, days, kept(*marks))
    found = list(unequal_factors(compared([5] * 28, [4] * 28), looks))
    assert [(c.facts["after"], c.facts["after_answered"]) for c in found] == [(0, answered)] * said


def test_without_a_figure_nothing_is_held_back():
    looks = looks_at(shares(9, 0))
    assert list(unequal_factors(compared([5, 5], [4] * 28), looks)) == []
