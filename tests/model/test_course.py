"""What a course covers, on which days, and what it runs into."""

from functools import partial

import pytest

from builders import course, on
from painlog.model.course import place_of_course, steps
from painlog.model.region import Side

SIDES: tuple[Side | None, ...] = (None, "left", "right", "both")


stretching = partial(course, "stretching")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (None, "whole body"),
        ("heel", "heel"),
        ("left heel", "left heel"),
        ("both heels", "heel (both)"),
    ],
)
def test_a_course_says_its_place_in_words(place, words):
    assert stretching(place).place == words


@pytest.mark.parametrize(
    ("region", "side", "place"),
    [
        ("whole body", None, (None, None)),
        ("heel", "left", ("heel", "left")),
        (None, None, (None, None)),
    ],
)
def test_a_course_for_the_region_whole_body_is_for_the_whole_body(region, side, place):
    assert place_of_course(region, side) == place


@pytest.mark.parametrize(
    ("place", "covered"),
    [
        (None, {None, "left", "right", "both"}),
        ("heel", {None, "left", "right", "both"}),
        ("both heels", {None, "left", "right", "both"}),
        ("left heel", {"left", "both"}),
        ("right heel", {"right", "both"}),
        ("left ankle", set()),
        ("ankle", set()),
    ],
)
def test_a_course_covers_the_ratings_of_its_place(place, covered):
    assert {side for side in SIDES if stretching(place).covers("heel", side)} == covered


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (3, 5, {3, 4, 5}),
        (3, 3, {3}),
        (3, None, {3, 4, 5, 6, 7}),
        (1, 2, {1, 2}),
        (7, None, {7}),
        (8, None, set()),
    ],
)
def test_a_course_is_on_from_its_first_day_to_its_last(first, last, days):
    assert {day for day in range(1, 8) if stretching(start=first, end=last).on(on(day))} == days


@pytest.mark.parametrize(
    ("first", "last", "shared"),
    [
        (1, 2, False),
        (1, 3, True),
        (1, None, True),
        (4, 4, True),
        (3, 5, True),
        (5, 9, True),
        (5, None, True),
        (6, 9, False),
        (6, None, False),
    ],
)
def test_courses_overlap_where_they_share_a_day(first, last, shared):
    one, other = stretching("heel", start=3, end=5), stretching("heel", start=first, end=last)
    assert one.overlaps(other) is shared
    assert other.overlaps(one) is shared


def test_two_open_courses_overlap():
    assert stretching("heel", start=1).overlaps(stretching("heel", start=30))


@pytest.mark.parametrize(
    ("place", "other", "shared"),
    [
        (None, None, True),
        (None, "left heel", True),
        ("heel", "heel", True),
        ("heel", "left heel", True),
        ("both heels", "left heel", True),
        ("both heels", "heel", True),
        ("left heel", "left heel", True),
        ("left heel", "right heel", False),
        ("left heel", "left ankle", False),
        ("heel", "ankle", False),
    ],
)
def test_courses_overlap_where_they_share_a_place(place, other, shared):
    assert stretching(place).overlaps(stretching(other)) is shared
    assert stretching(other).overlaps(stretching(place)) is shared


def test_courses_of_different_treatments_never_overlap():
    assert not stretching("heel").overlaps(course("exercise", "heel"))


def test_a_change_of_dose_is_a_step_and_a_pause_is_none():
    low = stretching("heel", start=1, end=9, dose="10 mg")
    high = stretching("heel", start=10, dose="25 mg")
    heat = course("heat", "heel", start=5)
    assert steps([low, heat, high]) == [[low, high], [heat]]
    later = stretching("heel", start=20, dose="25 mg")
    assert steps([low, later]) == [[low], [later]]
    same = stretching("heel", start=10, dose="10 mg")
    assert steps([low, same]) == [[low], [same]]
