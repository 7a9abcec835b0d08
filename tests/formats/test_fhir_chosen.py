"""What of the courses, visits and PEGs goes with the entries that were asked for."""

import pytest

from builders import consultation, course, on, peg, selection
from painlog.formats.fhir.chosen import belonging
from painlog.model.contents import Background
from painlog.model.selection import EVERYTHING

OPEN = course("heat", "left heel", start=5)
ENDED = course("rest", start=1, end=4)
PLAIN = course("heat", "heel", start=6, end=8)
BACKGROUND = Background(
    (ENDED, OPEN, PLAIN), (consultation(3), consultation(7)), (peg(1, 2, 3, day=5),)
)


def test_without_a_filter_all_belongs():
    assert belonging(BACKGROUND, EVERYTHING) == BACKGROUND


def test_of_days_belongs_what_lies_in_them():
    assert belonging(BACKGROUND, selection(since=on(5))) == Background(
        (OPEN, PLAIN), (consultation(7),), BACKGROUND.pegs
    )
    assert belonging(BACKGROUND, selection(until=on(4))) == Background((ENDED,), (consultation(3),))
    assert belonging(BACKGROUND, selection(since=on(4), until=on(4))) == Background((ENDED,))


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
    assert belonging(BACKGROUND, chosen) == Background(courses)
