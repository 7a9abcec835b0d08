"""What is said of courses that are together more of a medicine a day than an adult may take."""

from datetime import UTC, date, datetime, timedelta

import pytest

from painlog.advice.course_maximum import fact_in_course, over_in_course, regular_doses
from painlog.advice.daily_maximum import Taken, times_over
from painlog.advice.maximum import fact_of
from painlog.advice.over_maximum import courses_over_maximum
from painlog.advice.services import services_in
from painlog.model.course import Course
from painlog.model.dose_reading import parse_course_dose, parse_dose, split_course_dose

MARCH = date(2026, 3, 1)
IS_MORE = "is more than an adult may take in 24 hours (4 g; NHS 111 Wales, Paracetamol for adults)."


def course(words, first=1, last=None, region=None):
    name, dose = split_course_dose(words)
    days = [MARCH + timedelta(days=day - 1) if day else None for day in (first, last)]
    return Course(name, days[0] or MARCH, days[1], region, dose=dose)


def over(*courses, medicine="paracetamol", until=31):
    return over_in_course(medicine, courses, MARCH, MARCH + timedelta(days=until - 1))


@pytest.mark.parametrize(
    ("courses", "said"),
    [
        (("paracetamol 1 g four times a day",), ""),
        (
            ("paracetamol 1 g four times a day", "co-codamol 2 x 30/500 four times a day"),
            "8 g of paracetamol a day, 4 g of it in co-codamol, in course (paracetamol 1 g 4 times "
            f"a day, co-codamol 2 × 30/500 4 times a day), {IS_MORE}",
        ),
        (
            ("paracetamol 1 g up to 4 times a day", "co-codamol 2 tablets at night"),
            "up to 5 g of paracetamol a day (at 500 mg each; NHS Fife, Paracetamol combinations), 1"
            " g of it in co-codamol, in course (paracetamol 1 g up to 4 times a day, co-codamol 2 "
            f"tablets at night), {IS_MORE}",
        ),
        (("paracetamol 1 g four times a day", "co-codamol 2 x 30/500 as needed"), ""),
        (
            ("paracetamol 1.5 g every 6 hours", "co-codamol 20 ml daily"),
            "6 g of paracetamol a day, in course (paracetamol 1.5 g every 6 hours), "
            f"{IS_MORE} Not counted, as painlog cannot tell how much paracetamol it is: co-codamol "
            "20 ml every day.",
        ),
        # One dose alone is too much, however rarely it is taken.
        (("paracetamol 5 g",), f"5 g of paracetamol a day, in course (paracetamol 5 g), {IS_MORE}"),
        (("paracetamol 4 g once a week", "co-codamol 2 x 30/500 daily"), ""),
    ],
)
def test_what_is_certain_is_added_up(courses, said):
    assert [fact_in_course(found) for found in over(*map(course, courses))] == [said][: bool(said)]


def test_a_treatment_for_several_places_is_taken_once():
    head, neck = (course("paracetamol 1 g four times a day", region=r) for r in ("head", "neck"))
    assert over(head, neck) == ()


def test_one_that_takes_the_place_of_another_on_a_day_is_not_beside_it():
    first = course("paracetamol 1 g four times a day", 1, 10)
    assert over(first, course("co-codamol 2 x 30/500 four times a day", 10)) == ()
    (found,) = over(first, course("co-codamol 2 x 30/500 four times a day", 9))
    assert (found.since, found.until) == (date(2026, 3, 9), date(2026, 3, 10))
    assert found.milligrams == 8000


def test_days_on_end_are_one_time_with_the_most_of_them():
    courses = (
        course("paracetamol 1 g four times a day", 1, 20),
        course("co-codamol 30/500 four times a day", 5, 9),
        course("co-codamol 2 x 30/500 four times a day", 10, 15),
    )
    (found,) = over(*courses)
    assert (found.since, found.until, found.milligrams) == (
        date(2026, 3, 5),
        date(2026, 3, 15),
        8000,
    )
    assert over_in_course("paracetamol", courses, date(2026, 3, 16), date(2026, 3, 31)) == ()


@pytest.mark.parametrize(
    ("last", "code", "when"),
    [
        (None, "too-much-medicine", "Since 1 Mar 2026"),
        (28, "too-much-medicine", "1 Mar 2026 to 28 Mar 2026"),
        (27, "over-maximum", "1 Mar 2026 to 27 Mar 2026"),
        (1, "over-maximum", "1 Mar 2026"),
    ],
)
def test_what_to_do_at_once_is_said_for_three_days_more(last, code, when):
    found = over(course("ibuprofen 600 mg three times a day", 1, last), medicine="ibuprofen")
    (advice,) = courses_over_maximum(found, date(2026, 3, 31), services_in("US"))
    fact = (
        f"{when}: 1800 mg of ibuprofen a day, in course (ibuprofen 600 mg 3 times a day), is more "
        "than the 1200 mg that an adult may take in 24 hours without a prescriber (NHS Direct "
        "Wales, Painkillers, ibuprofen)."
    )
    act = (
        "Is one of them a slip? See: painlog courses. Have you taken this much? If it was "
        "prescribed to you, go by what your prescriber said. If not, ask a pharmacist, or call "
        "your doctor or a health advice line."
        if code == "too-much-medicine"
        else "If that is right and no pharmacist or clinician knows of it, tell one."
    )
    assert advice == (code, f"{fact} {act}", fact)


def in_course(*courses):
    return lambda day: regular_doses("paracetamol", courses, day)


def test_a_dose_of_another_product_is_added_to_what_is_in_course():
    daily = in_course(course("co-codamol 2 x 30/500 four times a day"))
    noon = datetime(2026, 3, 5, 12, tzinfo=UTC)
    one = Taken(noon, parse_dose("1 g"), rated=False)
    (found,) = times_over("paracetamol", [one], daily)
    assert fact_of(found) == (
        "5 g of paracetamol, 4 g of it in co-codamol, logged in 1 dose and in course (co-codamol 2 "
        f"× 30/500 4 times a day) within 24 hours, {IS_MORE}"
    )
    # Without the course, and with one that is taken only when needed, it is one dose.
    assert times_over("paracetamol", [one]) == ()
    as_needed = in_course(course("co-codamol 2 x 30/500 up to four times a day"))
    assert times_over("paracetamol", [one], as_needed) == ()


def test_a_dose_of_what_is_in_course_is_not_counted_twice():
    daily = in_course(course("paracetamol 1 g four times a day"))
    at = [datetime(2026, 3, 5, 7, tzinfo=UTC) + timedelta(hours=4 * n) for n in range(5)]
    doses = [Taken(moment, parse_dose("1 g"), rated=False) for moment in at]
    assert times_over("paracetamol", doses[:4], daily) == ()
    (found,) = times_over("paracetamol", doses, daily)
    assert fact_of(found) == (f"5 g of paracetamol, logged in 5 doses within 24 hours, {IS_MORE}")


def test_without_a_dose_nothing_is_said():
    bare = Course("paracetamol", MARCH, dose=parse_course_dose("four times a day"))
    assert over(bare, Course("co-codamol", MARCH)) == ()
