"""Courses started by hand, courses inferred from entries, and the phases they make."""

from builders import on
from painlog.analysis.courses import Phase, courses_of, infer, phases_of
from painlog.analysis.days import Place
from painlog.model.course import Course

HEEL: Place = ("heel", "left")


def course(treatment, first, last=None, region=None, side=None):
    return Course(treatment, on(first), on(last) if last else None, region, side)


def test_namings_make_a_course_that_ends_a_week_after_the_last():
    found = infer("heat", HEEL, [on(3), on(10)], today=on(40))
    assert found == [Course("heat", on(3), on(17), *HEEL, inferred=True)]


def test_an_inferred_course_is_open_while_its_week_lasts():
    assert infer("heat", HEEL, [on(3)], today=on(10))[0].ended_on is None
    assert infer("heat", HEEL, [on(3)], today=on(11))[0].ended_on == on(10)


def test_a_pause_of_28_days_goes_on_and_of_29_begins_another():
    assert len(infer("heat", HEEL, [on(1), on(29)], today=on(90))) == 1
    first, second = infer("heat", HEEL, [on(1), on(30)], today=on(90))
    assert (first.started_on, first.ended_on) == (on(1), on(8))
    assert (second.started_on, second.ended_on) == (on(30), on(37))


def test_a_treatment_started_by_hand_is_not_inferred_as_well():
    by_hand = course("heat", 5, 9)
    found = courses_of(HEEL, [by_hand], {"heat": [on(2), on(30)], "rest": [on(1)]}, on(60))
    assert found == (Course("rest", on(1), on(8), *HEEL, inferred=True), by_hand)


def test_a_course_for_another_place_leaves_the_treatment_to_be_inferred():
    other = course("heat", 5, region="knee")
    found = courses_of(HEEL, [other], {"heat": [on(2)]}, on(60))
    assert found == (Course("heat", on(2), on(9), *HEEL, inferred=True),)


def test_courses_that_touch_are_one_and_a_day_between_keeps_them_apart():
    touching = courses_of(HEEL, [course("heat", 1, 5), course("heat", 6, 9)], {}, on(20))
    assert touching == (course("heat", 1, 9),)
    apart = courses_of(HEEL, [course("heat", 1, 5), course("heat", 7, 9)], {}, on(20))
    assert apart == (course("heat", 1, 5), course("heat", 7, 9))


def test_courses_of_one_treatment_that_overlap_are_one():
    inside = [course("heat", 1), course("heat", 4, 6, "heel", "left"), course("rest", 3, 4)]
    assert courses_of(HEEL, inside, {}, on(20)) == (course("heat", 1), course("rest", 3, 4))


def test_a_course_that_starts_later_does_not_count_yet():
    assert courses_of(HEEL, [course("heat", 21)], {"heat": []}, on(20)) == ()
    assert courses_of(HEEL, [course("heat", 20)], {}, on(20)) == (course("heat", 20),)


def test_phases_are_runs_of_one_regimen_without_gaps():
    found = phases_of([course("heat", 4, 9), course("rest", 8)], on(1), on(12))
    assert found == (
        Phase(on(1), on(3), frozenset()),
        Phase(on(4), on(7), frozenset({"heat"})),
        Phase(on(8), on(9), frozenset({"heat", "rest"})),
        Phase(on(10), on(12), frozenset({"rest"})),
    )


def test_phases_begin_with_what_was_in_course_already():
    found = phases_of([course("heat", 1, 4), course("rest", 30)], on(3), on(6))
    assert found == (Phase(on(3), on(4), frozenset({"heat"})), Phase(on(5), on(6), frozenset()))


def test_one_treatment_giving_way_to_another_overnight_makes_two_phases():
    found = phases_of([course("heat", 1, 4), course("rest", 5)], on(1), on(8))
    assert [phase.regimen for phase in found] == [frozenset({"heat"}), frozenset({"rest"})]
