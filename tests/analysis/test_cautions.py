"""Each caution just on and just off its line, and the sentence it gives."""

from typing import get_args

import pytest

from builders import on
from painlog.advice.cautions import sentence
from painlog.advice.glossary import find_term
from painlog.analysis import cautions
from painlog.analysis.cautions import (
    Caution,
    Cut,
    assumed_days,
    cautions_of,
    used_as_needed,
)
from painlog.analysis.comparison import compare_windows
from painlog.analysis.days import RatedDay, window
from painlog.model.course import Course

STEADY = [6, 5, 6, 5, 6, 5, 6]
LOWER = [4, 3, 4, 3, 4, 3, 4]
HIGHER = [9, 8, 9, 8, 9, 8, 9]


def rated(values, first=1, around_uses=0):
    """A rated day for each value, one after the other; None is a day without a rating.

    So many of the first ones are rated around uses only.
    """
    return [
        RatedDay(on(first + i), float(v), int(v), 1, 1, int(i < around_uses))
        for i, v in enumerate(values)
        if v is not None
    ]


def compared(before, after, around_uses=0, between=0):
    start = len(before) + between + 1
    days = rated(before) + rated(after, start, around_uses)
    return compare_windows(
        window(days, on(1), on(len(before))),
        window(days, on(start), on(start + len(after) - 1)),
    )


def codes(before, after, **rest):
    """Every code but that of few days before, which has a test of its own."""
    found = [caution.code for caution in cautions_of(compared(before, after, **rest))]
    return [code for code in found if code not in {"few-before", "weekends"}]


def test_nothing_is_said_where_nothing_is_odd():
    assert codes(STEADY, STEADY) == []


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (2, 7, ["not-enough-days"]),
        (7, 2, ["not-enough-days"]),
        (0, 0, ["not-enough-days"]),
        (3, 7, ["few-days"]),
        (7, 6, ["few-days"]),
        (7, 7, []),
    ],
)
def test_under_3_days_give_no_number_and_under_7_are_few(before, after, found):
    assert codes(STEADY[:before], STEADY[:after]) == found


@pytest.mark.parametrize(
    ("before", "falls"),
    [
        ([6, 5, 6, 4, 5, 6, 5], False),
        ([6, 6, 5, 5, 5, 6, 5], True),
        ([6, 5, 5, 5], False),
        ([6, 5, 5, 5, 5], True),
        ([4, 5, 5, 6, 6, 7, 7], False),
    ],
)
def test_a_drop_after_a_fall_is_said(before, falls):
    tau = compared(before, LOWER).trend_before
    assert ((tau <= -0.3) and len(before) >= 5) is falls
    assert ("falling-before" in codes(before, LOWER)) is falls
    assert "rising-before" not in codes(before, LOWER)


@pytest.mark.parametrize(
    ("before", "rises"),
    [
        ([5, 6, 5, 4, 6, 5, 6], False),
        ([5, 6, 5, 5, 5, 6, 6], True),
        ([5, 5, 5, 6], False),
        ([5, 5, 5, 5, 6], True),
        ([7, 7, 6, 6, 5, 5, 4], False),
    ],
)
def test_a_rise_after_a_rise_is_said(before, rises):
    tau = compared(before, HIGHER).trend_before
    assert ((tau >= 0.3) and len(before) >= 5) is rises
    assert ("rising-before" in codes(before, HIGHER)) is rises
    assert "falling-before" not in codes(before, HIGHER)


def test_a_trend_that_turned_explains_no_change():
    fall, rise = [7, 7, 6, 6, 5, 5, 4], [4, 5, 5, 6, 6, 7, 7]
    assert codes(fall, HIGHER) == []
    assert "rising-before" not in codes(rise, LOWER)
    level = [sum(fall) / 7] * 7
    assert "falling-before" not in codes(fall, level)
    assert "rising-before" not in codes(rise, level)


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ([6, 6, 6, 5, 5, 5, 5], ["baseline-peak"]),
        ([6, 6, 5.99, 5, 5, 5, 5], []),
        ([5, 5, 5, 5, 6, 6, 6], ["start-peak"]),
        ([5, 5, 5, 5, 6, 6, 5.99], []),
        ([9, 9, 9, 5, 5, 5], []),
    ],
)
def test_a_drop_after_days_that_begin_or_end_at_a_peak_is_said(before, found):
    assert [c for c in codes(before, LOWER) if c.endswith("peak")] == found
    assert [c for c in codes(before, HIGHER) if c.endswith("peak")] == []


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ([7] * 13, LOWER, ["high-before"]),
        ([7] * 14, LOWER, []),
        ([7] * 6 + [6.99] + [7] * 6, LOWER, []),
        ([7] * 13, HIGHER, []),
        ([7] * 13, [7] * 7, []),
    ],
)
def test_a_drop_after_a_few_days_of_high_pain_is_said(before, after, found):
    assert codes(before, after) == found


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [(13, LOWER, True), (14, LOWER, False), (13, HIGHER, False), (3, LOWER, True)],
)
def test_a_drop_after_under_14_days_is_said_without_exception(before, after, found):
    days = ([6, 5] * 7)[:before]
    said = [c.code for c in cautions_of(compared(days, after))]
    assert ("few-before" in said) is found


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        # 1 March 2026 is a Sunday.
        (7, 7, None),
        (2, 5, None),
        (8, 5, (3, 8, 0, 5)),
        (14, 5, None),
        (14, 14, None),
    ],
)
def test_other_shares_of_weekend_days_are_said_where_days_are_few(before, after, found):
    said = cautions_of(compared(([6, 5] * 7)[:before], ([6, 5] * 7)[:after]))
    facts = [c.facts for c in said if c.code == "weekends"]
    names = ("before", "before_rated", "after", "after_rated")
    assert [tuple(f[name] for name in names) for f in facts] == ([found] if found else [])


@pytest.mark.parametrize(("between", "found"), [(27, []), (28, ["long-between"])])
def test_more_than_28_days_between_the_days_compared_are_said(between, found):
    # From the last day before to the first day after it is one day more than lies between.
    assert codes(STEADY, STEADY, between=between) == found


@pytest.mark.parametrize(
    ("inferred", "named", "found"),
    [
        (False, [1, 2], []),
        (True, [], ["as-needed"]),
        (True, [3, 4], ["as-needed"]),
        (True, [1, 2], ["as-needed", "named-on-bad-days"]),
        (True, [1, 2, 3, 4], ["as-needed"]),
    ],
)
def test_a_treatment_that_nobody_started_is_said_to_be_used_as_needed(inferred, named, found):
    within = window(rated([7, 7, 4, 4]), on(1), on(4))
    said = used_as_needed(
        Course("heat", on(1), inferred=inferred), within, {on(day) for day in named}
    )
    assert [c.code for c in said] == found


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        ([4, 4, 4, 3.9], False),  # 0.1 is no difference that anybody notices
        ([4.9, 4.9, 4, 4], False),  # under 30 %
        ([5.2, 5.2, 4, 4], True),
        ([2.9, 2.9, 2, 2], False),  # under 1 point
        ([3, 3, 2, 2], True),
    ],
)
def test_days_hurt_more_only_by_a_meaningful_change(levels, said):
    within = window(rated(levels), on(1), on(4))
    cautions = used_as_needed(Course("heat", on(1), inferred=True), within, {on(1), on(2)})
    assert ("named-on-bad-days" in [c.code for c in cautions]) is said


def test_days_that_an_attack_diary_takes_for_painless_are_counted():
    days = [*rated(STEADY), *(RatedDay(on(i), 0.0, 0, 0) for i in range(8, 15))]
    comparison = compare_windows(window(days, on(1), on(7)), window(days, on(8), on(14)))
    (said,) = assumed_days(comparison)
    assert said == Caution("assumed-days", {"days": 7, "rated": 14})
    assert list(assumed_days(compared(STEADY, STEADY))) == []


@pytest.mark.parametrize(("gaps", "found"), [(7, []), (8, ["missing-days"])])
def test_under_half_of_the_days_rated_is_said(gaps, found):
    before = [*STEADY[:6], *([None] * gaps), 6]
    assert codes(before, STEADY) == found


@pytest.mark.parametrize(
    ("days", "around_uses", "found"),
    [(9, 0, []), (9, 2, []), (9, 3, [(3, 9)]), (7, 2, []), (7, 3, [(3, 7)]), (14, 13, [(13, 14)])],
)
def test_a_third_of_the_days_rated_only_around_uses_are_said(days, around_uses, found):
    after = ([6, 5] * 7)[:days]
    said = cautions_of(compared(STEADY, after, around_uses=around_uses))
    assert [
        (c.facts["days"], c.facts["rated"]) for c in said if c.code == "only-around-uses"
    ] == found


def test_a_day_with_a_rating_of_its_own_is_not_rated_only_around_uses():
    days = [RatedDay(on(i), 5.0, 5, 3, 2, 1) for i in range(1, 15)]
    comparison = compare_windows(window(days, on(1), on(7)), window(days, on(8), on(14)))
    assert list(cautions_of(comparison)) == []


@pytest.mark.parametrize(
    ("caution", "said"),
    [
        (
            next(cautions_of(compared(STEADY, STEADY[:1]), over=["before"])),
            "Not enough days to compare: 7 rated before and 1 in course; 3 are needed on each "
            "side. Rate 2 more days in course, and this can be compared.",
        ),
        (
            next(cautions_of(compared(STEADY[:2], STEADY), over=["before"])),
            "Not enough days to compare: 2 rated before and 7 in course; 3 are needed on each "
            "side. Add days before, if you noted them elsewhere, with --at, or compare a later "
            "restart.",
        ),
        (
            next(
                cautions_of(
                    compared(STEADY[:2], STEADY),
                    over=["before"],
                    cut_by=Cut("rest", "started", on(13)),
                )
            ),
            "Not enough days to compare: 2 rated before, since rest started on 13 Mar 2026, and 7 "
            "in course; 3 are needed on each side. Something else was done before that, so those "
            "days are not compared.",
        ),
        (
            next(cautions_of(compared([], [5]), ("on nothing", "on heat"))),
            "Not enough days to compare: 0 rated on nothing and 1 on heat; 3 are needed on each "
            "side. Rate 3 more days on nothing and 2 more days on heat, and this can be compared.",
        ),
        (
            Caution("other-change", {"treatment": "rest", "what": "ended", "day": on(3)}),
            "Rest ended on 3 Mar 2026, within 7 days of this start. The ratings cannot tell the "
            "two apart.",
        ),
    ],
)
def test_a_caution_is_a_plain_sentence(caution, said):
    assert sentence(caution) == said


def test_every_code_has_a_sentence_and_an_explanation():
    for code in get_args(cautions.Code):
        assert find_term(code).name == code
