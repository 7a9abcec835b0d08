"""Days on which acute medicines were in course: beside the days of intake, never among them."""

from datetime import date

from builders import TREATED_WITH, course, on
from painlog.analysis.course_days import OveruseIfTaken, days_in_course, overuse_if_taken
from painlog.analysis.medicines import MedicineMonth, SoFar, medicine_months, so_far_this_month

LINES = TREATED_WITH.by_name
# Day 110 is 18 June 2026.
TODAY = on(110)


def test_the_days_in_course_are_those_of_all_its_courses_up_to_a_day():
    courses = [
        course("paracetamol", "head", start=3, end=5),
        course("paracetamol", "neck", start=5, end=6),
        course("ibuprofen", start=9),
        course("naproxen", start=200),
        course("amitriptyline", start=1),
        course("heat", start=1),
    ]
    assert days_in_course(courses, LINES, on(10)) == {
        "paracetamol": {on(3), on(4), on(5), on(6)},
        "ibuprofen": {on(9), on(10)},
    }


def test_a_month_has_its_days_in_course_beside_those_logged():
    in_course = days_in_course([course("naproxen", start=30, end=33)], LINES, TODAY)
    taken = {"ibuprofen": {on(1), on(32)}}
    march, april = date(2026, 3, 1), date(2026, 4, 1)
    assert medicine_months(taken, LINES, march, TODAY, None, in_course) == (
        MedicineMonth(march, "any", 1, None, 1, 2, 2),
        MedicineMonth(march, "ibuprofen", 1, 15, 1, 0, 0),
        MedicineMonth(march, "naproxen", 0, 15, 0, 2, 2),
        MedicineMonth(march, "simple painkillers", 1, 15, 1, 2, 2),
        MedicineMonth(april, "any", 1, None, 1, 2, 2),
        MedicineMonth(april, "ibuprofen", 1, 15, 1, 0, 0),
        MedicineMonth(april, "naproxen", 0, 15, 0, 2, 2),
        MedicineMonth(april, "simple painkillers", 1, 15, 1, 2, 2),
    )
    asked = medicine_months(taken, LINES, april, TODAY, ("naproxen",), in_course)
    assert [m.of for m in asked] == ["any", "naproxen", "simple painkillers"]


def test_what_would_be_overuse_if_it_was_taken_says_since_when():
    steps = [
        course("paracetamol", "head", start=1, end=20, dose="500 mg"),
        course("paracetamol", "head", start=21, dose="1 g"),
        course("ibuprofen", start=1, end=50),
    ]
    in_course = days_in_course(steps, LINES, TODAY)
    assert overuse_if_taken({}, in_course, LINES, TODAY) == (
        OveruseIfTaken("simple painkillers", 15, ("paracetamol",), on(1)),
    )
    days = {on(day) for day in range(1, 111)}
    assert overuse_if_taken({"paracetamol": days}, in_course, LINES, TODAY) == ()


def test_any_painkiller_has_the_days_in_course_of_all_and_is_told_by_those_logged_alone():
    in_course = {"naproxen": {on(day) for day in range(93, 111)}}
    logged = {"paracetamol": {on(100), on(101), on(102)}, "sumatriptan": {on(103), on(104)}}
    names = ("naproxen", "paracetamol", "sumatriptan")
    simple = SoFar("simple painkillers", 3, 15, names[:2], 18, 18)
    assert so_far_this_month(logged, LINES, TODAY, in_course) == (
        SoFar("any", 5, 10, names, 18, 18),
        simple,
    )
    del logged["paracetamol"]
    few = {**logged, "paracetamol": {on(100)}}
    assert so_far_this_month(few, LINES, TODAY, in_course) == (simple._replace(days=1),)


def test_this_month_is_told_once_its_days_in_course_reach_the_line():
    for day, told in ((106, ()), (107, (SoFar("paracetamol", 1, 15, ("paracetamol",), 15, 15),))):
        in_course = days_in_course([course("paracetamol", start=1)], LINES, on(day))
        taken = {"paracetamol": {on(100)}}
        assert so_far_this_month(taken, LINES, on(day), in_course) == told
