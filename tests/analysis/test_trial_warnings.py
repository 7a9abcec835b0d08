"""What a plan may suffer from, each at its edge."""

import pytest

from builders import course, on, trial
from painlog.analysis.days import RatedDay
from painlog.analysis.trial_warnings import warnings_of
from painlog.model.dose_reading import parse_dose

TODAY = 84  # Saturday 23 May 2026


def rated(values, *, first=1):
    return [RatedDay(on(first + n), float(v), round(v), 1, 1) for n, v in enumerate(values)]


def codes(plan=None, days=None, courses=()):
    days = rated([5] * 28, first=TODAY - 27) if days is None else days
    return [w.code for w in warnings_of(plan or trial(), days, courses, on(TODAY))]


def test_a_steady_pain_gives_no_reason_for_a_warning():
    assert codes() == []


@pytest.mark.parametrize(("mean", "said"), [(3.0, []), (2.9, ["low-pain"])])
def test_under_three_there_is_little_to_find(mean, said):
    assert codes(days=rated([mean] * 5, first=TODAY - 4)) == said


@pytest.mark.parametrize(("last", "said"), [(TODAY - 27, []), (TODAY - 28, ["no-ratings"])])
def test_without_a_rating_in_four_weeks_it_is_a_guess(last, said):
    assert codes(days=rated([5], first=last)) == said


@pytest.mark.parametrize(("block", "said"), [(6, []), (7, ["long"])])
def test_over_12_weeks_is_long(block, said):
    assert codes(trial(pairs=7, block=block)) == said


@pytest.mark.parametrize(
    ("apart", "block", "said"),
    [(1, 4, ["weekends"]), (-1, 4, ["weekends"]), (0.9, 4, []), (1, 7, [])],
)
def test_weekends_that_differ_ask_for_whole_weeks(apart, block, said):
    days = [
        RatedDay(on(d), 5 + apart * (on(d).weekday() >= 5), 5, 1, 1)
        for d in range(TODAY - 27, TODAY + 1)
    ]
    assert codes(trial(block=block), days) == said


def test_a_few_weekend_days_tell_nothing():
    days = [RatedDay(on(d), 9.0 if on(d).weekday() >= 5 else 5.0, 9, 1, 1) for d in range(71, 79)]
    assert sum(day.day.weekday() >= 5 for day in days) == 3
    assert codes(days=days) == []


def test_a_step_is_a_change_of_dose_and_no_end():
    steps = [
        course("rest", start=1, end=TODAY - 3)._replace(dose=parse_dose("10 mg")),
        course("rest", start=TODAY - 2)._replace(dose=parse_dose("25 mg")),
    ]
    days = rated([5] * 28, first=TODAY - 27)
    (warning,) = warnings_of(trial(), days, steps, on(TODAY))
    assert warning.facts == {
        "treatment": "rest",
        "what": "changed to 25 mg",
        "day": on(TODAY - 2),
        "dose": "25 mg",
    }


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (course("massage therapy", "left heel", start=TODAY - 27), ["other-course"]),
        (course("massage therapy", "left heel", start=TODAY - 28), []),
        (course("massage therapy", start=1, end=TODAY - 3), ["other-course"]),
        (course("massage therapy", "neck", start=TODAY), []),
        (course("trigger point therapy", "left heel", start=TODAY), []),
    ],
)
def test_what_began_or_ended_lately_may_still_be_changing_something(found, said):
    assert codes(courses=[found]) == said
