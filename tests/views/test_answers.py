"""The answers of a report: what the ratings did, how sure, and what most stands against it."""

import pytest

from builders import CATALOGUE, TREATED_WITH, course, entry, on, selection, use
from painlog.analysis.report import build_report
from painlog.views.answers import (
    answer_on_whole_body,
    answers_on_courses,
    answers_on_uses,
)

TODAY = 60
FALLEN = [7] * 28 + [3, 4] * 14


def report(entries=(), courses=(), **rest):
    return build_report(
        entries,
        courses,
        (),
        regions=CATALOGUE.by_name,
        treatments=TREATED_WITH.by_name,
        today=on(TODAY),
        **rest,
    )


def daily(place, values, first=5, **rest):
    return [entry(place, value, day=first + i, **rest) for i, value in enumerate(values)]


def texts(answers):
    return [answer.text for answer in answers]


def test_a_course_has_its_means_its_interval_and_what_they_allow_to_say():
    found = report(daily("left heel", FALLEN), [course("stretching", "left heel", start=33)])
    (answer,) = answers_on_courses(found)
    assert answer.text == (
        "Left heel, stretching from 2 Apr: 7.0 before, 3.5 in course, likely 3.3 to 3.7 less. "
        "Clearly more than a meaningful drop."
    )
    assert answer.reach is not None
    assert answer.reach.told
    assert answer.reach.high <= -1


def test_what_most_stands_against_it_is_named():
    found = report(daily("head", FALLEN[20:], first=25), [course("heat", "head", start=33)])
    (answer,) = answers_on_courses(found)
    assert answer.text.endswith("Against it: only 8 days before.")


def test_two_that_came_together_have_no_verdict_and_no_bold_bar():
    both = [course("heat", "head", start=33), course("rest", "head", start=34)]
    first, second = answers_on_courses(report(daily("head", FALLEN), both))
    assert (first.sure, first.against) == ("Cannot be told apart from rest.", "")
    assert first.reach is not None
    assert not first.reach.told
    assert second.did.startswith(
        "not enough days to compare: 1 rated before, since heat started on 2 Apr 2026, and "
    )


def test_too_few_days_say_how_many_there_are():
    found = report(daily("head", [5] * 10, first=50), [course("heat", "head", start=59)])
    (answer,) = answers_on_courses(found)
    assert answer.text == (
        "Head, heat from 28 Apr: not enough days to compare: 9 rated before and 1 in course; 3 are "
        "needed on each side."
    )
    assert answer.reach is None


def test_attacks_are_told_by_their_days_against_half_as_many():
    found = report(
        daily("head", [8, 0] * 14 + [0, 0, 0, 8] * 7), [course("heat", "head", start=33)]
    )
    (answer,) = answers_on_courses(found)
    assert answer.did.startswith("14.0 pain days in 28 before, 7.0 in course, likely ")
    assert answer.sure in ("Cannot tell yet.", "Fewer, perhaps by half or more.")


def test_each_step_of_a_dose_is_a_line():
    steps = [
        course("amitriptyline", "head", start=20, end=39, dose="10 mg"),
        course("amitriptyline", "head", start=40, dose="25 mg"),
    ]
    found = texts(answers_on_courses(report(daily("head", FALLEN), steps)))
    assert [text.split(":")[0] for text in found] == [
        "Head, amitriptyline 10 mg 20 Mar to 8 Apr",
        "Head, amitriptyline 25 mg from 9 Apr",
    ]
    assert [" at 10 mg, " in text for text in found] == [False, True]


def test_a_course_for_the_whole_body_is_one_line_for_many_places():
    places = ("neck", "head", "lower back", "left knee")
    entries = [e for place in places for e in daily(place, FALLEN)]
    (answer,) = answers_on_courses(report(entries, [course("heat", start=33)]))
    assert answer.text == (
        "Heat from 2 Apr, 4 places: clearly more than a meaningful drop in 4 (head, left knee, "
        "lower back and neck). Against it: of so many comparisons some stand out by chance."
    )


def test_places_are_counted_once_however_many_courses_they_have():
    def used(*places):
        return [
            entry(place, 5 + day % 2, day=day, treatments=["heat"] if on_ and not day % 3 else [])
            for place in places
            for day in range(1, 61)
            for on_ in [5 <= day < 16 or day >= 42]
        ]

    two = texts(answers_on_courses(report(used("neck", "head")), whole=True))
    assert [text.split(":")[0] for text in two] == [
        "Head, heat from 6 Mar (first use)",
        "Head, heat from 11 Apr (first use)",
        "Neck, heat from 6 Mar (first use)",
        "Neck, heat from 11 Apr (first use)",
    ]
    (many,) = answers_on_courses(
        report(used("neck", "head", "lower back", "left knee")), whole=True
    )
    assert many.text.startswith("Heat, 8 times in 4 places: ")


def test_uses_have_a_line_without_a_verdict():
    used = [entry("head", 3, day=day, before=8, treatments=["sumatriptan"]) for day in (10, 20, 30)]
    assert texts(answers_on_uses(report(used))) == [
        "Head, sumatriptan: 3 uses, 3 rated: 8.0 before, 3.0 after, halved in 3, gone in 0."
    ]


def test_a_place_that_nobody_said_is_told_as_that_of_the_ratings():
    rated = [entry("left heel", 7, day=9, hour=9), entry("left heel", 3, day=9, hour=12)]
    taken = use("sumatriptan", day=9, hour=10)
    assert texts(answers_on_uses(report(rated, uses=[taken]))) == [
        "Sumatriptan, by the ratings of the left heel: 1 use, 1 rated: 7.0 before, 3.0 after, "
        "halved in 1, gone in 0."
    ]
    assert texts(answers_on_uses(report(rated[:1], uses=[taken]))) == [
        "Sumatriptan: 1 use, none rated both before and after."
    ]


def test_what_was_used_for_many_places_and_never_rated_is_one_line():
    places = ("neck", "head", "lower back", "left knee")
    entries = [entry(place, 5, day=9, treatments=["heat"]) for place in places]
    assert texts(answers_on_uses(report(entries))) == [
        "Heat, 4 places: 1 use, none rated both before and after."
    ]


def test_a_line_says_how_many_uses_are_at_its_place_by_the_ratings_alone():
    rated = [entry("left heel", 7, day=9, hour=9), entry("left heel", 3, day=9, hour=12)]
    taken = [use("heat", day=9, hour=10), use("heat", "left heel", day=9, hour=20)]
    assert texts(answers_on_uses(report(rated, uses=taken))) == [
        "Left heel, heat: 2 uses (1 of them by the ratings alone), 1 rated: 7.0 before, 3.0 after, "
        "halved in 1, gone in 0."
    ]
    assert texts(answers_on_uses(report(rated[:1], uses=taken))) == [
        "Used as needed: 2 uses, none rated both before and after: left heel, heat 1; heat 1."
    ]


def test_what_belongs_to_no_rated_place_has_a_line_and_counts_once():
    rated = entry("head", 7, day=9, hour=23)
    uses = [
        use("sumatriptan", "head", day=9, hour=23, dose="50 mg"),
        *(use("ibuprofen", "lower back", day=10, hour=hour, dose="400 mg") for hour in (8, 12)),
        use("ibuprofen", day=20, dose="400 mg"),
        use("rest", day=20),
    ]
    found = report([rated], uses=uses)
    assert texts(answers_on_uses(found)) == [
        "Head, sumatriptan 50 mg: 1 use, none rated both before and after.",
        "Used besides: ibuprofen 400 mg 3 uses and rest 1 use, for a place or on a day without "
        "ratings.",
    ]
    taken = {t.treatment: t.uses for t in found.taken}
    assert taken == {"sumatriptan": 1, "ibuprofen": 3}
    # A place that was rated before the period only is not shown, so its uses are told here.
    later = report([rated, entry("neck", 2, day=15)], uses=uses[:1], since=on(9))
    assert later.besides == ()
    later = report(
        [rated, entry("neck", 2, day=15)],
        uses=[uses[0]._replace(used_at=uses[3].used_at)],
        since=on(10),
    )
    assert [(u.what, u.uses) for u in later.besides] == [("sumatriptan 50 mg", 1)]
    narrow = report([rated], uses=uses, asked=selection(treatments=("rest",)))
    assert [u.what for u in narrow.besides] == ["rest"]
    assert report([rated], uses=uses, asked=selection(lowest=5)).besides == ()


def test_the_whole_body_has_its_days_its_places_and_its_mean():
    answer = answer_on_whole_body(report([entry("head", 8), entry("neck", 2)]))
    assert answer is not None
    assert answer.text.startswith("Whole body: pain anywhere on 1 of 1 rated day; 2.0 places a day")
    assert answer_on_whole_body(report()) is None


@pytest.mark.parametrize(("asked", "lines"), [((), 2), (("heat",), 1)])
def test_only_the_treatment_that_was_asked_for_has_an_answer(asked, lines):
    courses = [course("heat", "head", start=33), course("rest", "head", start=45)]
    found = report(daily("head", FALLEN), courses, asked=selection(treatments=asked))
    assert len(list(answers_on_courses(found))) == lines


def test_what_was_never_rated_before_and_after_is_one_line_together_at_the_end():
    entries = [
        entry("head", 5, day=1, treatments=["paracetamol"]),
        entry("neck", 5, day=1, treatments=["rest"]),
        entry("neck", 5, day=9, treatments=["rest"]),
        entry("neck", 6, day=20, hour=9, treatments=["ibuprofen"]),
        entry("neck", 3, day=20, hour=11),
    ]
    about = [answer.text for answer in answers_on_uses(report(entries))]
    assert about == [
        "Neck, ibuprofen: 1 use, 1 rated: 6.0 before, 3.0 after, halved in 1, gone in 0.",
        "Other uses: 3 uses, none rated both before and after: head, paracetamol 1; neck, rest 2.",
    ]
    alone = [answer.text for answer in answers_on_uses(report(entries[:3]))]
    assert alone == [
        "Used as needed: 3 uses, none rated both before and after: head, paracetamol 1; neck, "
        "rest 2.",
    ]
