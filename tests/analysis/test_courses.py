"""Courses started by hand, courses inferred from entries, and the phases they make."""

from builders import on
from painlog.analysis.courses import Phase, courses_of, infer, phases_of, regimens_of
from painlog.analysis.days import Place
from painlog.model.course import Course
from painlog.model.dose_reading import parse_dose

HEEL: Place = ("heel", "left")
USED = [on(1), on(2), on(3)]


def course(treatment, first, last=None, region=None, side=None):
    return Course(treatment, on(first), on(last) if last else None, region, side)


def test_uses_on_3_days_make_a_course_that_ends_a_week_after_the_last():
    found = infer("heat", HEEL, [on(3), on(5), on(10)], today=on(40))
    assert found == [Course("heat", on(3), on(17), *HEEL, inferred=True)]
    assert infer("heat", HEEL, [on(3), on(10)], today=on(40)) == []


def test_an_inferred_course_is_open_while_its_week_lasts():
    days = [on(1), on(2), on(3)]
    assert infer("heat", HEEL, days, today=on(10))[0].ended_on is None
    assert infer("heat", HEEL, days, today=on(11))[0].ended_on == on(10)


def test_a_pause_of_14_days_goes_on_and_of_15_begins_another():
    first, again = [on(1), on(2), on(3)], [on(17), on(18), on(19)]
    assert len(infer("heat", HEEL, [*first, *again], today=on(90))) == 1
    one, two = infer("heat", HEEL, [*first, *(on(d) for d in (18, 19, 20))], today=on(90))
    assert (one.started_on, one.ended_on) == (on(1), on(10))
    assert (two.started_on, two.ended_on) == (on(18), on(27))


def test_a_medicine_that_nobody_started_is_never_a_course():
    days = [on(day) for day in range(1, 20)]
    assert courses_of(HEEL, [], {"ibuprofen": days}, on(60), {"ibuprofen"}) == ()
    started = course("ibuprofen", 3, 5)
    assert courses_of(HEEL, [started], {"ibuprofen": days}, on(60), {"ibuprofen"}) == (started,)


def test_a_new_dose_is_a_step_of_its_own_and_begins_a_phase():
    ten = course("amitriptyline", 1, 10)._replace(dose=parse_dose("10 mg"))
    more = course("amitriptyline", 11)._replace(dose=parse_dose("25 mg"))
    assert courses_of(HEEL, [ten, more], {}, on(20)) == (ten, more)
    assert [phase.regimen for phase in phases_of([ten, more], on(1), on(20))] == [
        {"amitriptyline 10 mg"},
        {"amitriptyline 25 mg"},
    ]


def test_a_dose_in_another_writing_is_no_step_and_no_phase():
    gram = course("paracetamol", 1, 10)._replace(dose=parse_dose("1 g"))
    same = course("paracetamol", 11)._replace(dose=parse_dose("2 x 500 mg"))
    assert courses_of(HEEL, [same, gram], {}, on(20)) == (gram._replace(ended_on=None),)
    # After a pause it is the same dose again.
    later = same._replace(started_on=on(15), dose=parse_dose("1000 mg"))
    found = courses_of(HEEL, [gram, later], {}, on(20))
    assert [phase.regimen for phase in phases_of(found, on(1), on(20))] == [
        {"paracetamol 1 g"},
        frozenset(),
        {"paracetamol 1 g"},
    ]


def test_only_what_was_started_makes_regimens_unless_it_is_asked_for():
    started, used = course("heat", 1), course("rest", 3)._replace(inferred=True)
    assert regimens_of([started, used]) == (started,)
    assert regimens_of([started, used], {"rest"}) == (started, used)


def test_a_treatment_started_by_hand_is_not_inferred_as_well():
    by_hand = course("heat", 5, 9)
    found = courses_of(HEEL, [by_hand], {"heat": [on(2), on(30)], "rest": USED}, on(60))
    assert found == (Course("rest", on(1), on(10), *HEEL, inferred=True), by_hand)


def test_a_course_for_another_place_leaves_the_treatment_to_be_inferred():
    other = course("heat", 5, region="knee")
    found = courses_of(HEEL, [other], {"heat": USED}, on(60))
    assert found == (Course("heat", on(1), on(10), *HEEL, inferred=True),)


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
