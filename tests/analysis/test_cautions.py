"""Each caution just on and just off its line, and the sentence it gives."""

import pytest

from builders import on
from painlog.advice.cautions import sentence
from painlog.advice.glossary import find_term
from painlog.analysis import cautions
from painlog.analysis.cautions import Caution, cautions_of, other_courses
from painlog.analysis.comparison import compare_windows
from painlog.analysis.days import RatedDay, window
from painlog.model.course import Course

STEADY = [6, 5, 6, 5, 6, 5, 6]


def rated(values, first=1, sessions=0):
    """A rated day for each value, one after the other; None is a day without a rating."""
    return [
        RatedDay(on(first + i), float(v), int(v), 1, sessions)
        for i, v in enumerate(values)
        if v is not None
    ]


def compared(before, after, sessions_after=0):
    days = rated(before) + rated(after, len(before) + 1, sessions_after)
    start = len(before) + 1
    return compare_windows(
        window(days, on(1), on(start - 1)), window(days, on(start), on(start + len(after) - 1))
    )


def codes(before, after, **rest):
    return [caution.code for caution in cautions_of(compared(before, after, **rest))]


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
def test_a_baseline_that_fell_is_said(before, falls):
    tau = compared(before, STEADY).trend_before
    assert ((tau <= -0.3) and len(before) >= 5) is falls
    assert ("falling-before" in codes(before, STEADY)) is falls


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
def test_a_baseline_that_begins_or_ends_at_a_peak_is_said(before, found):
    assert [c for c in codes(before, STEADY) if c.endswith("peak")] == found


@pytest.mark.parametrize(("gaps", "found"), [(7, []), (8, ["missing-days"])])
def test_under_half_of_the_days_rated_is_said(gaps, found):
    before = [*STEADY[:6], *([None] * gaps), 6]
    assert codes(before, STEADY) == found


def test_days_rated_only_at_sessions_are_said():
    assert codes(STEADY, STEADY, sessions_after=1) == ["only-sessions"]


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (Course("rest", on(1), on(7)), []),
        (Course("rest", on(1), on(8)), [("other-change", "ended")]),
        (Course("rest", on(8), None), [("other-change", "started")]),
        (Course("rest", on(22), None), [("other-change", "started")]),
        (Course("rest", on(23), None), [("other-treatment", None)]),
        (Course("rest", on(29), None), []),
        (Course("heat", on(15), None), []),
    ],
)
def test_other_treatments_near_the_start_or_beside_it_are_said(other, found):
    comparison = compared([*STEADY, *STEADY], [*STEADY, *STEADY])
    course = Course("heat", on(15))
    said = other_courses(course, [course, other], comparison)
    assert [(c.code, c.facts.get("what")) for c in said] == found


def test_what_ran_through_before_and_after_is_no_news():
    comparison = compared([*STEADY, *STEADY, *STEADY], STEADY)
    course = Course("heat", on(22))
    assert list(other_courses(course, [Course("rest", on(1)), course], comparison)) == []


@pytest.mark.parametrize(
    ("caution", "said"),
    [
        (
            next(cautions_of(compared(STEADY, STEADY[:1]))),
            "Not enough days to compare: 7 rated before and 1 in course; 3 are needed on each "
            "side. Rate 2 more days in course, and this can be compared.",
        ),
        (
            next(cautions_of(compared(STEADY[:2], STEADY))),
            "Not enough days to compare: 2 rated before and 7 in course; 3 are needed on each "
            "side. Days before that you noted elsewhere can be added with --at.",
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
    for code in cautions.Code.__args__:
        assert find_term(code).name == code
