"""What of the courses, visits and PEGs goes with the entries that were asked for."""

import pytest

from builders import consultation, course, on, peg
from painlog.formats.fhir.chosen import belonging
from painlog.model.contents import Background
from painlog.model.entry import Selection

OPEN = course("heat", "left heel", start=5)
ENDED = course("rest", start=1, end=4)
PLAIN = course("heat", "heel", start=6, end=8)
BACKGROUND = Background(
    (ENDED, OPEN, PLAIN), (consultation(3), consultation(7)), (peg(1, 2, 3, day=5),)
)


def chosen(**filters):
    return belonging(BACKGROUND, Selection(**filters))


def test_without_a_filter_all_belongs():
    assert chosen() == BACKGROUND


def test_of_days_belongs_what_lies_in_them():
    assert chosen(since=on(5)) == Background((OPEN, PLAIN), (consultation(7),), BACKGROUND.pegs)
    assert chosen(until=on(4)) == Background((ENDED,), (consultation(3),))
    assert chosen(since=on(4), until=on(4)) == Background((ENDED,))


@pytest.mark.parametrize(
    ("filters", "courses"),
    [
        ({"region": "heel"}, (ENDED, OPEN, PLAIN)),
        ({"region": "neck"}, (ENDED,)),
        ({"region": "heel", "side": "left"}, (ENDED, OPEN, PLAIN)),
        ({"region": "heel", "side": "right"}, (ENDED, PLAIN)),
        ({"side": "right"}, (ENDED, PLAIN)),
        ({"without_side": True}, (ENDED, PLAIN)),
        ({"treatment": "heat"}, (OPEN, PLAIN)),
    ],
)
def test_of_a_place_or_treatment_belong_its_courses_alone(filters, courses):
    assert chosen(**filters) == Background(courses)
