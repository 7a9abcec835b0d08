"""What a selection lets through, and what of the courses, visits and PEGs goes with it."""

import pytest

from builders import consultation, course, on, peg, selection
from painlog.model.contents import Background
from painlog.model.factor import DayFactor, DayNote
from painlog.model.selection import EVERYTHING

OPEN = course("heat", "left heel", start=5)
ENDED = course("rest", start=1, end=4)
PLAIN = course("heat", "heel", start=6, end=8)
BACKGROUND = Background(
    (ENDED, OPEN, PLAIN),
    (consultation(3), consultation(7)),
    (peg(1, 2, 3, day=5),),
    day_notes=(DayNote(on(5), "rain"),),
    day_factors=(DayFactor(on(5), "sleep", 6.5),),
)


def test_nothing_chosen_lets_everything_through():
    assert EVERYTHING.has_day(on(1))
    assert EVERYTHING.has_treatment("heat")


def test_both_ends_of_the_days_are_included():
    chosen = selection(since=on(2), until=on(4))
    assert [day for day in range(1, 6) if chosen.has_day(on(day))] == [2, 3, 4]
    assert [day for day in range(1, 6) if selection(since=on(4)).has_day(on(day))] == [4, 5]
    assert chosen.within(on(5), on(6)) == selection(since=on(5), until=on(6))


def test_one_of_several_treatments_is_enough():
    chosen = selection(treatments=("heat", "rest"))
    assert [name for name in ("heat", "massage", "rest") if chosen.has_treatment(name)] == [
        *("heat", "rest")
    ]


def test_without_a_filter_all_belongs():
    assert EVERYTHING.part_of(BACKGROUND) == BACKGROUND


def test_of_days_belongs_what_lies_in_them():
    assert selection(since=on(5)).part_of(BACKGROUND) == Background(
        (OPEN, PLAIN),
        (consultation(7),),
        BACKGROUND.pegs,
        day_notes=BACKGROUND.day_notes,
        day_factors=BACKGROUND.day_factors,
    )
    assert selection(until=on(4)).part_of(BACKGROUND) == Background((ENDED,), (consultation(3),))
    assert selection(since=on(4), until=on(4)).part_of(BACKGROUND) == Background((ENDED,))


@pytest.mark.parametrize(
    ("chosen", "courses"),
    [
        (selection("heel"), (ENDED, OPEN, PLAIN)),
        (selection("neck"), (ENDED,)),
        (selection("left heel"), (ENDED, OPEN, PLAIN)),
        (selection("right heel"), (ENDED, PLAIN)),
        (selection("neck", "right heel"), (ENDED, PLAIN)),
        (selection("right heel", "left heel"), (ENDED, OPEN, PLAIN)),
        (selection("any right"), (ENDED, PLAIN)),
        (selection("any none"), (ENDED, PLAIN)),
        (selection(treatments=("heat",)), (OPEN, PLAIN)),
        (selection(treatments=("massage", "rest")), (ENDED,)),
        (selection("neck", treatments=("heat", "rest")), (ENDED,)),
    ],
)
def test_of_places_or_treatments_belong_their_courses_alone(chosen, courses):
    assert chosen.part_of(BACKGROUND) == Background(courses)
