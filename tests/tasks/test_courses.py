"""Which courses begin and end, and which are refused."""

import pytest

from builders import course, on
from painlog.errors import RefusedError
from painlog.store.journal import Journal
from painlog.tasks.courses import (
    beginning,
    courses_to_begin,
    courses_to_end,
)

OPEN = course("heat", "left heel", start=3)._replace(id=1)
NECK = course("heat", "neck", start=5)._replace(id=2)
OVER = course("heat", "right heel", start=1, end=4)._replace(id=3)
OTHER = course("rest", start=2)._replace(id=4)


@pytest.fixture
def journal(path):
    with Journal(path, writing=True) as journal:
        with journal.change("test") as change:
            for one in (OPEN, NECK, OVER, OTHER):
                change.add(one._replace(id=0))
        yield journal


def ids(courses):
    return [(c.treatment, c.place, c.ended_on) for c in courses]


@pytest.mark.parametrize(
    ("regions", "places"),
    [
        ([], ["whole body"]),
        (["heel"], ["heel"]),
        (["left heel", "neck", "heel left"], ["left heel", "neck"]),
    ],
)
def test_a_course_begins_for_each_region_once(journal, regions, places):
    new = courses_to_begin(journal, "stretching", regions, on(3), on(7))
    assert ids(new) == [("stretching", place, on(7)) for place in places]
    assert {c.started_on for c in new} == {on(3)}


def test_a_course_cannot_end_before_it_begins(journal):
    assert courses_to_begin(journal, "heat", [], on(3), on(3))
    with pytest.raises(RefusedError, match="is before the start on 2026-03-03"):
        courses_to_begin(journal, "heat", [], on(3), on(2))


@pytest.mark.parametrize(
    ("regions", "places"),
    [
        ([], ["left heel", "neck"]),
        (["neck"], ["neck"]),
        (["neck", "left heel"], ["left heel", "neck"]),
    ],
)
def test_the_open_courses_of_the_places_end(journal, regions, places):
    ended = courses_to_end(journal, "heat", regions, on(9))
    assert ids(ended) == [("heat", place, on(9)) for place in places]


@pytest.mark.parametrize(
    ("treatment", "regions", "day", "said"),
    [
        (
            "heat",
            ["right heel"],
            9,
            "heat is not in use for the right heel. Open now: heat for the ",
        ),
        ("heat", ["neck", "hip"], 9, "heat is not in use for the hip. Open now: heat for the left"),
        (
            "massage",
            [],
            9,
            "massage is not in use. Open now: rest for the whole body; heat for the",
        ),
        ("heat", ["neck"], 4, "heat for the neck started on 2026-03-05, after 2026-03-04. Give a"),
    ],
)
def test_what_is_not_in_use_cannot_end(journal, treatment, regions, day, said):
    with pytest.raises(RefusedError) as refused:
        courses_to_end(journal, treatment, regions, on(day))
    assert str(refused.value).startswith(said)


def test_where_no_course_is_open_that_is_said(path):
    with Journal(path) as journal, pytest.raises(RefusedError, match="No course is open"):
        courses_to_end(journal, "heat", [], on(1))


def step(dose, start, end=None, **rest):
    return course("amitriptyline", "head", start=start, end=end, dose=dose)._replace(**rest)


TEN = step("10 mg", 1, id=1, uid="ten")


def begun(new, *others):
    return tuple(
        [(c.dose.written if c.dose else None, c.started_on, c.ended_on, c.continues) for c in part]
        for part in beginning([new], others)
    )


def test_another_dose_ends_the_present_step_the_day_before_and_continues_it():
    ended = [("10 mg", on(1), on(21), "")]
    assert begun(step("25 mg", 22), TEN) == ([("25 mg", on(22), None, "ten")], ended, [], [])


def test_a_dose_that_was_not_said_before_is_a_step_as_well():
    plain = step(None, 1, id=1, uid="plain")
    assert begun(step("25 mg", 22), plain)[0] == [("25 mg", on(22), None, "plain")]


def test_a_step_follows_one_that_was_ended_the_day_before():
    over = TEN._replace(ended_on=on(21))
    assert begun(step("25 mg", 22), over) == ([("25 mg", on(22), None, "ten")], [], [], [])
    assert begun(step("10 mg", 22), over)[0] == [("10 mg", on(22), None, "")]
    assert begun(step("25 mg", 23), over)[0] == [("25 mg", on(23), None, "")]


@pytest.mark.parametrize("dose", ["10 mg", "0.01 g", None])
def test_the_same_dose_or_none_is_no_new_step(dose):
    with pytest.raises(RefusedError, match="amitriptyline 10 mg for the head has been in use"):
        begun(step(dose, 22), TEN)


def test_a_wrong_dose_of_the_same_day_is_corrected():
    wrong = step("50 mg", 22, id=2, uid="wrong", continues="ten")
    over = TEN._replace(ended_on=on(21))
    corrected = [("25 mg", on(22), None, "ten")]
    assert begun(step("25 mg", 22), over, wrong) == ([], [], corrected, [])
    # Back to the dose of the day before: that step goes on, and the mistake is gone.
    assert begun(step("10 mg", 22), over, wrong) == (
        [],
        [],
        [("10 mg", on(1), None, "")],
        [("50 mg", on(22), None, "ten")],
    )


def test_a_step_may_not_run_into_a_later_course():
    later = step("10 mg", 1, 21, id=1, uid="a"), step("10 mg", 25, 27, id=2, uid="b")
    with pytest.raises(RefusedError, match="was in use from 2026-03-25 to 2026-03-27"):
        begun(step("25 mg", 22), *later)


def test_a_past_course_may_be_put_before_one_that_is_open():
    assert begun(step("5 mg", 1, 3), step("10 mg", 4, id=1))[0] == [("5 mg", on(1), on(3), "")]
