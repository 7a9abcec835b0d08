"""Advice that follows from a journal, each just on and just off its line."""

import pytest

from builders import CATALOGUE, TREATED_WITH, consultation, course, entry, on
from painlog.advice.adapting import adapt
from painlog.advice.standing import WHOLE
from painlog.analysis.report import build_report
from painlog.model.treatment import KINDS, Treatment

TODAY = 120
SEEN = (consultation(TODAY),)


def advice(
    entries=(), courses=(), visits=SEEN, today=TODAY, since=None, treatments=TREATED_WITH.by_name
):
    found = build_report(
        entries,
        courses,
        visits,
        regions=CATALOGUE.by_name,
        treatments=treatments,
        today=on(today),
        since=None if since is None else on(since),
    )
    return adapt(found, visits, treatments)


def codes(*args, **rest):
    return [a.code for a in advice(*args, **rest)]


def daily(intensities, last=TODAY, place="head"):
    """Ratings of the days that end with `last`; None is a day without."""
    first = last - len(intensities) + 1
    return [
        entry(place, intensity, day=first + i)
        for i, intensity in enumerate(intensities)
        if intensity is not None
    ]


def test_the_standing_advice_is_always_last_and_always_whole():
    for found in (advice(), advice(daily([9, 9, 9]), visits=()), advice(daily([1]))):
        assert found[-1] == WHOLE


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([7, 7, 7], True),
        ([7, 7, 7, None], True),
        ([7, 7, 7, None, None], False),
        ([7, 7], False),
        ([7, 6, 7, 7], False),
        ([7, 7, None, 7], False),
        ([7, 7, 7, 6], True),
        ([7, 7, 7, 6, 6], False),
    ],
)
def test_7_or_more_for_three_days_up_to_today_or_yesterday_is_said(days, said):
    assert ("high-pain" in codes(daily(days))) is said


def test_high_pain_that_is_there_every_week_is_no_news_for_a_clinician():
    weeks = [7, 7, 7, 4, 4, 4, 4] * 4
    usual, new = (
        next(a for a in advice(daily([*before, 7, 7, 7, 7])) if a.code == "high-pain")
        for before in (weeks, [4] * 28)
    )
    assert usual.to_clinician == ""
    assert usual.text.endswith("Talk to a clinician soon.")
    assert new.to_clinician == "Head: 7 or more on 4 days in a row."


def test_high_pain_is_told_with_its_place_and_its_days():
    found = advice(daily([7, 8, 9, 10], place="left heel"))
    assert found[0].text == ("Left heel: 7 or more on 4 days in a row. Talk to a clinician soon.")


def test_a_period_that_begins_later_does_not_hide_high_pain():
    entries = daily([8] * 10)
    assert advice(entries)[0] == advice(entries, since=TODAY - 1)[0]
    assert "on 10 days" in advice(entries, since=TODAY)[0].text


def test_a_run_of_high_days_longer_than_28_is_told_whole():
    assert "on 40 days" in advice(daily([8] * 40))[0].text


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ([3] * 7, [5] * 7, True),
        ([3] * 7, [4, 5, 5, 5, 5, 5, 5], False),
        ([None] * 4 + [3] * 3, [None] * 4 + [5] * 3, True),
        ([None] * 5 + [3] * 2, [5] * 7, False),
        # Four weeks are compared: one good week before does not make a rise.
        ([5] * 21 + [2] * 7, [5] * 7, False),
        ([2] * 21 + [5] * 7, [5] * 7, True),
        ([9] * 14 + [3] * 28, [5] * 7, True),
        ([3] * 7, [None] * 5 + [5] * 2, False),
        ([5] * 7, [3] * 7, False),
    ],
)
def test_a_rise_of_2_points_over_the_last_week_is_said(before, now, said):
    assert ("rise" in codes(daily([*before, *now]))) is said


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (
            [0, 0, 0, 6, 0, 0, 0],
            [7, 0, 7, 0, 8, 0, 0],
            "Head: pain on 3 of the last 7 days, worst 8; on 1 of the 28 before, worst 6.",
        ),
        (
            [0] * 7,
            [7, 7] + [0] * 5,
            "Head: pain on 2 of the last 7 days, worst 7; on 0 of the 28 be",
        ),
        (
            [3] * 7,
            [None] * 4 + [5] * 3,
            "Head: the last 7 days average 2.0 points more than the 28 before (3 and 7 rated "
            "days).",
        ),
    ],
)
def test_a_rise_is_told_by_days_with_pain_where_it_comes_in_attacks(before, now, said):
    (rise,) = (a for a in advice(daily([*before, *now])) if a.code == "rise")
    assert rise.text.startswith(said)
    assert rise.to_clinician == rise.text.removesuffix(" If that goes on, talk to a clinician.")


@pytest.mark.parametrize(
    ("visits", "said"),
    [
        ((), ["no-consultation"]),
        ((consultation(TODAY - 90),), []),
        ((consultation(TODAY - 91),), ["consultation-long-ago"]),
        ((consultation(1), consultation(TODAY - 5)), []),
        ((consultation(TODAY + 1),), ["no-consultation"]),
    ],
)
def test_a_visit_that_is_missing_or_long_ago_is_said(visits, said):
    assert codes(daily([2]), visits=visits) == [*said, "standing"]


def test_an_empty_journal_is_not_told_to_see_a_clinician():
    assert codes(visits=()) == ["standing"]


@pytest.mark.parametrize(
    ("ended", "beside", "said"),
    [
        (course("ibuprofen", start=1, end=100), course("massage therapy", start=50), True),
        (course("ibuprofen", start=1, end=100), course("massage therapy", start=110), True),
        (course("ibuprofen", start=1, end=TODAY - 15), course("massage therapy", start=50), True),
        (course("ibuprofen", start=1, end=TODAY - 14), course("massage therapy", start=50), False),
        (course("ibuprofen", start=1, end=TODAY + 1), course("massage therapy", start=50), False),
        (course("ibuprofen", start=1), course("massage therapy", start=50), False),
        (course("ibuprofen", start=1, end=TODAY - 90), course("massage therapy"), True),
        (course("ibuprofen", start=1, end=TODAY - 91), course("massage therapy"), False),
        (course("ibuprofen", start=1, end=100), course("massage therapy", end=90), False),
        (course("ibuprofen", start=1, end=100), course("massage therapy", end=TODAY), False),
        (course("ibuprofen", start=1, end=100), course("stretching"), False),
        (course("stretching", start=1, end=100), course("massage therapy"), False),
        (course("reflexology", start=1, end=100), course("massage therapy"), False),
        (course("physiotherapy", start=1, end=100), course("massage therapy"), True),
    ],
)
def test_conventional_treatment_that_ended_beside_another_that_goes_on_is_said(ended, beside, said):
    assert ("conventional-ended" in codes(daily([2]), [ended, beside])) is said


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ([course("massage therapy", "head", start=50)], True),
        ([course("massage therapy", start=50)], True),
        ([course("massage therapy", "neck", start=50)], False),
        # Another medicine took its place, or had been there all along.
        ([course("massage therapy"), course("naproxen", "head", start=101)], False),
        ([course("massage therapy"), course("naproxen", "head", start=86)], False),
        ([course("massage therapy"), course("naproxen", "head", start=85)], False),
        ([course("massage therapy"), course("physiotherapy", "head", start=1)], False),
        ([course("massage therapy"), course("naproxen", "neck", start=101)], True),
        ([course("massage therapy"), course("naproxen", "head", start=101, end=105)], True),
    ],
)
def test_what_ended_for_a_place_counts_there_and_not_if_it_was_replaced(others, said):
    courses = [course("ibuprofen", "head", start=1, end=100), *others]
    assert ("conventional-ended" in codes(daily([2]), courses)) is said


@pytest.mark.parametrize(
    ("beside", "said"),
    [
        (Treatment("omeprazole", own=True), False),
        (Treatment("tens", own=True), False),
        (Treatment("home exercises", "exercise", own=True), False),
        (Treatment("home exercises", "exercise", conventional=True, own=True), False),
        (Treatment("warm bath", "self-care", own=True), False),
        (Treatment("feverfew", "medication", conventional=False, own=True), True),
        (Treatment("cupping", "manual", own=True), True),
    ],
)
def test_only_what_is_known_or_said_to_be_complementary_goes_on_in_place_of_care(beside, said):
    courses = [course("ibuprofen", start=1, end=100), course(beside.name, start=50)]
    found = codes(daily([2]), courses, treatments={**TREATED_WITH.by_name, beside.name: beside})
    assert ("conventional-ended" in found) is said


def test_exercise_that_goes_on_is_no_care_in_place_of_what_ended():
    own = Treatment("home exercises", "exercise", conventional=True, own=True)
    courses = [
        course("ibuprofen", start=1, end=100),
        course("massage therapy", start=50),
        course(own.name, start=50),
    ]
    found = codes(daily([2]), courses, treatments={**TREATED_WITH.by_name, own.name: own})
    assert "conventional-ended" in found


@pytest.mark.parametrize(
    ("visit", "said"), [(85, True), (86, False), (100, False), (114, False), (115, True)]
)
def test_a_visit_near_the_end_is_where_it_may_have_been_agreed(visit, said):
    courses = [course("ibuprofen", start=1, end=100), course("massage therapy", start=50)]
    found = codes(daily([2]), courses, visits=(consultation(visit),))
    assert ("conventional-ended" in found) is said


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["massage therapy"], "massage therapy goes on."),
        (["cups"], "cups go on."),
        (["massage therapy", "reflexology"], "massage therapy and reflexology go on."),
    ],
)
def test_what_goes_on_is_said_by_number(names, said):
    cups = Treatment("cups", "manual", own=True)
    courses = [course("ibuprofen", start=1, end=100), *(course(name, start=50) for name in names)]
    (found, _) = advice(daily([2]), courses, treatments={**TREATED_WITH.by_name, "cups": cups})
    assert found.to_clinician == f"Ibuprofen ended 8 Jun 2026; {said}"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("conventional", [True, False])
def test_conventional_treatment_of_ones_own_may_be_prescribed_whatever_its_kind(kind, conventional):
    own = Treatment("hand therapy", kind, conventional, own=True)
    courses = [course("hand therapy", start=1, end=100), course("massage therapy", start=50)]
    found = codes(daily([2]), courses, treatments={**TREATED_WITH.by_name, own.name: own})
    assert ("conventional-ended" in found) is conventional


def test_a_clinician_is_told_in_neutral_words_what_ended_and_what_goes_on():
    courses = [course("ibuprofen", start=1, end=100), course("massage therapy", start=50)]
    (found, _) = advice(daily([2]), courses)
    assert found.text == (
        "Ibuprofen ended 8 Jun 2026, and massage therapy goes on. As a caution, not a finding: "
        "going without ibuprofen may slow or stop your recovery. If no clinician agreed to the "
        "end, talk to one."
    )
    assert found.to_clinician == "Ibuprofen ended 8 Jun 2026; massage therapy goes on."


def test_what_a_clinician_reads_never_tells_them_to_see_one():
    found = advice(daily([2] * 7 + [8] * 7), visits=())
    assert {a.code: a.to_clinician for a in found} == {
        "high-pain": "Head: 7 or more on 7 days in a row.",
        "rise": "Head: the last 7 days average 6.0 points more than the 28 before.",
        "no-consultation": "",
        "standing": "",
    }


def test_a_medicine_that_was_taken_up_again_has_not_ended():
    courses = [
        course("ibuprofen", start=1, end=80),
        course("ibuprofen", start=90),
        course("massage therapy", start=50),
    ]
    assert codes(daily([2]), courses) == ["medicine-in-course", "standing"]


def test_a_medicine_that_ended_twice_is_said_once():
    courses = [
        course("ibuprofen", start=60, end=70),
        course("ibuprofen", start=90, end=100),
        course("massage therapy", start=50),
    ]
    assert codes(daily([2]), courses) == ["conventional-ended", "standing"]


def test_overuse_is_a_reason_to_talk_and_never_to_stop():
    entries = [entry("head", 4, treatments=["paracetamol"], day=day) for day in range(1, 111)]
    (found, _) = advice(entries, visits=(consultation(100),), today=110)
    assert found.code == "medicine-overuse"
    assert found.text == (
        "Paracetamol: taken on 15 days or more in each of Mar, Apr and May (31, 30, 31), and on "
        "18 days of Jun so far. If you have headaches, talk about that with a clinician: so many "
        "days a month for over three months are the line for overuse (ICHD-3, 8.2). What to do "
        "about it is for the two of you to decide."
    )


def test_overuse_of_a_class_says_which_names_were_counted():
    entries = [
        entry("head", 4, treatments=[name], day=day)
        for day in range(1, 111)
        for name in [("ibuprofen", "paracetamol")[day % 2]]
    ]
    (found, _) = advice(entries, visits=(consultation(100),), today=110)
    assert found.to_clinician == (
        "Simple painkillers (ibuprofen, paracetamol): taken on 15 days or more in each of Mar, Apr "
        "and May (31, 30, 31), and on 18 days of Jun so far. So many days a month for over three "
        "months are the line for overuse in headache (ICHD-3, 8.2)."
    )


def test_a_course_of_a_medicine_is_no_intake_but_said_with_an_if():
    courses = [course("paracetamol", "head", start=1)]
    found = advice(daily([2] * 110, last=110), courses, visits=(), today=110)
    assert [a.code for a in found] == ["medicine-in-course", "no-consultation", "standing"]
    assert found[0].text == (
        "Paracetamol has been in course since 1 Mar 2026. If you take it on 15 or more days a "
        "month and have headaches, that is a line to talk about with a clinician (ICHD-3, 8.2). "
        "What to do about it is for the two of you to decide."
    )
    assert found[0].to_clinician == (
        "Paracetamol has been in course since 1 Mar 2026. Taking it on 15 or more days a month is "
        "the line for overuse in headache (ICHD-3, 8.2)."
    )


@pytest.mark.parametrize(
    ("courses", "every", "said"),
    [
        # Days in course and with a logged use reach the line of the class together.
        (
            [course("naproxen", "head")],
            5,
            "it, or any of the simple painkillers, on 15 or more days",
        ),
        ([course("naproxen"), course("ibuprofen")], 0, "them on 15 or more days"),
        ([course("naproxen", end=109)], 0, ""),
        ([course("naproxen", start=32)], 0, ""),
        ([course("amitriptyline")], 0, ""),
        # What is over the line without the course is said by that alone.
        ([course("ibuprofen")], 1, "taken on 15 days or more"),
    ],
)
def test_only_days_in_course_that_would_be_overuse_are_told(courses, every, said):
    days = range(1, 111)
    taken = {day for day in days if every and day % every == 0}
    entries = [
        entry("head", 4, day=day, treatments=["ibuprofen"] if day in taken else []) for day in days
    ]
    found = [a.text for a in advice(entries, courses, today=110) if a.code.startswith("medicine")]
    assert len(found) == bool(said)
    assert said in "".join(found)


def test_the_most_pressing_comes_first():
    found = codes(daily([2] * 7 + [8] * 7), visits=())
    assert found == ["high-pain", "rise", "no-consultation", "standing"]


def test_a_visit_that_is_planned_is_named_where_none_has_been():
    (found, _) = advice([entry("heel", 3, day=1)], visits=(consultation(TODAY + 4),))
    assert found.text == (
        "Your first logged visit to a clinician is in 4 days. If the pain changes or worsens "
        "before that, do not wait for it."
    )
