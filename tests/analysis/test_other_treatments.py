"""Other treatments that differ between the days compared, just on and just off each line."""

import pytest

from builders import compared, course, on
from painlog.analysis.days import RatedDay
from painlog.analysis.effects import effects_of
from painlog.analysis.other_treatments import doses_on, other_courses, other_doses


def said_of(*others, start=15, before=14, after=14, rest=()):
    """The cautions for heat from day 15 on, of which the 14 days before and after are compared.

    On the days of `rest`, rest was used.
    """
    comparison = compared([5] * before, [5] * after)
    heat = course("heat", start=start)
    courses = sorted([heat, *others], key=lambda c: c.started_on)
    namings = {"rest": {on(day) for day in rest}}
    return [(c.code, dict(c.facts)) for c in other_courses(heat, courses, comparison, namings)]


def changed(what, day, **rest):
    return ("other-change", {"treatment": "rest", "what": what, "day": on(day), **rest})


def share(before, after):
    facts = {"before": before, "before_rated": 14, "after": after, "after_rated": 14}
    return ("other-treatment", {"treatment": "rest", **facts})


def dose(first, second):
    facts = {"first_doses": first, "first": "before", "second_doses": second, "second": "in course"}
    return ("other-dose", {"treatment": "rest", **facts})


@pytest.mark.parametrize(
    ("other", "found"),
    [
        # Over before the days compared, or not begun.
        (course("rest", start=-20, end=0), []),
        (course("rest", start=29), []),
        # There on all days.
        (course("rest", start=-20), []),
        (course("heat", start=-20, end=14), []),
        # Near the start: told by the change, not counted.
        (course("rest", start=-20, end=8), [changed("ended", 8)]),
        (course("rest", start=8), [changed("started", 8)]),
        (course("rest", start=22), [changed("started", 22)]),
        (course("rest", start=-20, end=22), [changed("ended", 22)]),
        # Later: counted, whichever way it changed, from one day on.
        (course("rest", start=23), [share(0, 6)]),
        (course("rest", start=28), [share(0, 1)]),
        (course("rest", start=-20, end=23), [share(14, 9)]),
        (course("rest", start=-20, end=27), [share(14, 13)]),
        (course("rest", start=-20, end=28), []),
    ],
)
def test_what_came_or_went_is_told_by_the_same_measure(other, found):
    assert said_of(other) == found


@pytest.mark.parametrize(
    ("days", "doses", "found"),
    [
        ([-20, 23], ["10 mg", "20 mg"], [dose("10 mg", "10 mg (8 days) or 20 mg (6 days)")]),
        ([-20, 23], ["20 mg", "10 mg"], [dose("20 mg", "20 mg (8 days) or 10 mg (6 days)")]),
        ([-20, 28], ["10 mg", "20 mg"], [dose("10 mg", "10 mg (13 days) or 20 mg (1 day)")]),
        ([-20, 29], ["10 mg", "20 mg"], []),
        (
            [-20, 23],
            [None, "20 mg"],
            [dose("a dose not said", "a dose not said (8 days) or 20 mg (6 days)")],
        ),
        ([-20, 23], ["1 g", "1000 mg"], []),
        ([-20, 22], ["10 mg", "20 mg"], [changed("changed to 20 mg", 22, dose="20 mg")]),
        ([-20, 8], ["10 mg", "20 mg"], [changed("changed to 20 mg", 8, dose="20 mg")]),
        (
            [-20, 15],
            ["10 mg", None],
            [changed("changed to a dose not said", 15, dose="a dose not said")],
        ),
        ([-20, 7], ["10 mg", "20 mg"], [dose("10 mg (6 days) or 20 mg (8 days)", "20 mg")]),
        ([-20, 15], ["1 g", "1000 mg"], []),
    ],
)
def test_another_dose_is_told_in_either_direction(days, doses, found):
    first = course("rest", start=days[0], end=days[1] - 1, dose=doses[0])
    assert said_of(first, course("rest", start=days[1], dose=doses[1])) == found


def test_two_steps_that_share_a_day_are_one_change_on_it():
    steps = [course("rest", start=-20, end=15, dose="10 mg"), course("rest", start=15, dose="2 mg")]
    assert said_of(*steps) == [changed("changed to 2 mg", 15, dose="2 mg")]


def test_what_changed_its_dose_near_the_start_and_ended_later_is_told_of_both():
    steps = [
        course("rest", start=-20, end=16, dose="10 mg"),
        course("rest", start=17, end=24, dose="20 mg"),
    ]
    assert said_of(*steps) == [
        changed("changed to 20 mg", 17, dose="20 mg"),
        share(14, 10),
    ]


@pytest.mark.parametrize(
    ("start", "end", "days", "counts"),
    [
        (15, None, [15, 20, 27], (0, 3)),
        (1, 11, [1, 3, 4], (3, 0)),
        # Used on a day outside of the course that it makes as well: every use counts.
        (1, 11, [1, 3, 4, 27], (3, 1)),
        # Its course reaches into the days compared, and no use of it does.
        (-9, 4, [-9, -5, -3], None),
        # No course on these days.
        (-9, 0, [-9, -8, -7, 20], None),
    ],
)
def test_what_was_used_now_and_then_is_told_with_its_days_on_either_side(start, end, days, counts):
    used = course("rest", start=start, end=end)._replace(inferred=True)
    names = {"before_name": "before", "after_name": "in course"}
    rated = {"before_rated": 14, "after_rated": 14}
    expected = [
        (
            "also-used",
            {"treatment": "rest", "before": counts[0], "after": counts[1], **rated, **names},
        )
        for counts in [counts]
        if counts
    ]
    assert said_of(used, rest=days) == expected


def test_the_doses_of_two_sides_are_compared_whichever_days_they_are_of():
    steps = [course("rest", end=3, dose="5 mg"), course("rest", start=4, dose="10 mg")]
    comparison = compared([5] * 3, [5] * 3)
    sides = [doses_on(["rest"], steps, side) for side in (comparison.before, comparison.after)]
    assert sides == [{"rest": {"5 mg": 3}}, {"rest": {"10 mg": 3}}]
    (caution,) = other_doses((sides[0], sides[1]), ("on heat", "on rest"))
    assert (caution.facts["first"], caution.facts["second_doses"]) == ("on heat", "10 mg")
    assert list(other_doses((sides[0], sides[0]), ("on heat", "on rest"))) == []


def effects(*courses, last=77):
    days = [RatedDay(on(i), 5.0 + i % 2, 6, 1) for i in range(1, last + 1)]
    in_order = sorted(courses, key=lambda c: c.started_on)
    return {e.course.what: e for e in effects_of(("heel", None), in_order, days, today=on(last))}


def test_a_dose_step_of_another_medicine_leaves_no_verdict():
    found = effects(
        course("amitriptyline", end=49, dose="10 mg"),
        course("naproxen", start=29),
        course("amitriptyline", start=50, dose="20 mg"),
    )
    naproxen, step = found["naproxen"], found["amitriptyline 20 mg"]
    assert ([c.code for c in naproxen.cautions], naproxen.verdict) == (["other-dose"], "confounded")
    assert (step.cautions, step.verdict) == ((), "little change")


def test_another_medicine_that_ended_in_course_leaves_no_verdict():
    found = effects(
        course("amitriptyline", end=28, dose="10 mg"),
        course("buprenorphine", end=39),
        course("amitriptyline", start=29, dose="20 mg"),
        last=63,
    )
    step = found["amitriptyline 20 mg"]
    (caution,) = step.cautions
    assert caution.facts == {
        "treatment": "buprenorphine",
        "before": 28,
        "before_rated": 28,
        "after": 4,
        "after_rated": 28,
    }
    assert step.verdict == "confounded"


@pytest.mark.parametrize(
    ("other", "cut"),
    [
        (course("rest", start=15, end=19), ("rest", "ended", on(19))),
        (course("rest", start=20), ("rest", "started", on(20))),
        (course("rest", start=5), None),
        (course("rest", start=5, end=9), None),
    ],
)
def test_the_days_at_the_old_dose_say_what_they_begin_with(other, cut):
    found = effects(
        course("naproxen", start=10, end=30, dose="250 mg"),
        other,
        course("naproxen", start=31, dose="500 mg"),
    )
    assert found["naproxen 500 mg"].dose_cut == cut
    assert found["naproxen 250 mg"].dose_cut is None
