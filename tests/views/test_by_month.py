"""The months of a report: days over all places, and days with medicine in a line."""

from datetime import date

import pytest

from builders import CATALOGUE, TREATED_WITH, course, entry, on, use
from painlog.analysis.report import build_report
from painlog.model.selection import Selection
from painlog.views.by_month import (
    MonthDays,
    answer_on_medicine,
    headache_lines,
    medicine_columns,
    medicine_days_counted,
    months_together,
    part_of_month,
)


def report(entries, courses=(), **rest):
    return build_report(
        entries,
        courses,
        (),
        regions=CATALOGUE.by_name,
        treatments=TREATED_WITH.by_name,
        today=on(60),
        **rest,
    )


def test_days_with_medicine_are_told_by_month_and_a_class_of_one_once():
    days = (1, 2, 3, 40, 41, 42, 43, 44)
    found = report(
        [entry("head", 5, day=d) for d in days], uses=[use("sumatriptan", day=d) for d in days]
    )
    answer = answer_on_medicine(found)
    assert answer is not None
    assert answer.text == ("Medicine days in Mar, Apr: sumatriptan 3, 5 (headache line 10).")
    assert answer_on_medicine(report([entry("head", 5)])) is None


def test_one_class_is_told_by_its_own_line_and_a_mix_by_that_of_any_as_well():
    ibuprofen = [use("ibuprofen", day=d) for d in range(1, 9)]
    naproxen, paracetamol, sumatriptan = (
        [use(name, day=day)]
        for name, day in (("naproxen", 9), ("paracetamol", 10), ("sumatriptan", 10))
    )
    assert [
        answer_on_medicine(report([entry("head", 5)], uses=uses)).text.partition(": ")[2]
        for uses in (
            ibuprofen[:3],
            [*ibuprofen, *naproxen],
            [*ibuprofen, *paracetamol, use("oxygen", day=11)],
            [*ibuprofen, *sumatriptan],
        )
    ] == [
        "ibuprofen 3, 0 (headache line 15).",
        "simple painkillers 9, 0; ibuprofen 8, 0 (headache line 15).",
        "simple painkillers 9, 0; ibuprofen 8, 0 (headache line 15).",
        "any painkiller 9, 0 (headache line 10); ibuprofen 8, 0 (headache line 15).",
    ]


def test_a_class_with_the_line_of_another_is_told_by_its_only_medicine():
    uses = [
        *(use("sumatriptan", day=d) for d in range(1, 9)),
        *(use("tramadol", day=d) for d in range(9, 14)),
    ]
    answer = answer_on_medicine(report([entry("head", 5)], uses=uses))
    assert answer is not None
    assert answer.text == (
        "Medicine days in Mar, Apr: any painkiller 13, 0; sumatriptan 8, 0; tramadol 5, 0 "
        "(headache line 10)."
    )


def test_a_class_of_several_medicines_is_told_as_one_with_the_one_taken_most():
    # On day 34 both were taken, so the class has the days of naproxen.
    naproxen = [use("naproxen", day=d) for d in (1, 2, 3, 4, 5, 6, 34)]
    both = [*naproxen, use("ibuprofen", day=34)]
    assert [
        answer_on_medicine(report([entry("head", 5)], uses=uses)).text.partition(": ")[2]
        for uses in (both, naproxen)
    ] == [
        "simple painkillers 6, 1; naproxen 6, 1 (headache line 15).",
        "naproxen 6, 1 (headache line 15).",
    ]


@pytest.mark.parametrize(
    ("rated", "days", "said"),
    [
        ((), 1, " (headache line 15)"),
        (("head",), 1, " (headache line 15)"),
        (("pelvis", "temple"), 1, " (headache line 15)"),
        (("pelvis",), 7, ""),
        (("pelvis",), 8, " (headache line 15)"),
    ],
)
def test_a_headache_line_is_named_where_the_head_hurts_or_half_of_it_is_reached(rated, days, said):
    uses = [use("naproxen", day=d + 1) for d in range(days)]
    found = report([entry(place, 5) for place in rated], uses=uses)
    answer = answer_on_medicine(found)
    assert answer is not None
    assert answer.did == f"naproxen {days}, 0{said}."
    assert headache_lines(found, [on(1), on(32)]) == (
        {"naproxen": 15, "simple painkillers": 15} if said else {}
    )


def test_a_month_that_the_period_cuts_short_is_said_to_be():
    found = report([entry("head", 5)], uses=[use("sumatriptan", day=1)])
    until = found.period.until
    answer = answer_on_medicine(found._replace(asked=Selection(until=until)))
    assert answer is not None
    assert answer.about == f"Medicine days in Mar, Apr (to {until.day} Apr)"


def test_a_month_that_the_period_cuts_counts_the_same_days_of_pain_and_medicine_and_says_which():
    entries = [entry("head", 8, day=d) for d in (2, 20, 21, 40)]
    uses = [use("sumatriptan", day=d) for d in (1, 2, 3, 21, 40)]
    chosen = Selection(since=on(20), until=on(60))
    found = report(entries, uses=uses, since=chosen.since, asked=chosen)
    assert months_together(found) == [
        MonthDays("Mar 2026 (from 20 Mar)", rated=2, pain=2, bad=2, medicine=1, days=12),
        MonthDays("Apr 2026 (to 29 Apr)", rated=1, pain=1, bad=1, medicine=1, days=29),
    ]
    # The line is for whole months.
    answer = answer_on_medicine(found)
    assert answer is not None
    assert answer.text == (
        "Medicine days in Mar, Apr (from 1 Mar to 29 Apr): sumatriptan 4, 1 (headache line 10)."
    )


def test_a_month_with_medicine_before_the_period_alone_has_no_row():
    chosen = Selection(since=on(20))
    found = report(
        [entry("head", 8, day=40)],
        uses=[use("sumatriptan", day=2)],
        since=chosen.since,
        asked=chosen,
    )
    assert [month.named for month in months_together(found)] == ["Apr 2026"]


def test_a_month_in_which_the_first_rating_was_made_is_whole():
    found = report([entry("head", 8, day=20)], uses=[use("sumatriptan", day=d) for d in (2, 21)])
    assert months_together(found) == [
        MonthDays("Mar 2026", rated=1, pain=1, bad=1, medicine=2, days=31),
    ]


@pytest.mark.parametrize(
    ("since", "until", "part", "counted"),
    [
        (None, None, "", ""),
        (1, 31, "", ""),
        (20, None, "from 20 Mar", "A line is for a whole month, so days count from 1 Mar."),
        (None, 8, "to 8 Mar", "Days count to 8 Mar."),
        (5, 8, "5 Mar to 8 Mar", "A line is for a whole month, so days count from 1 Mar to 8 Mar."),
        (8, 8, "on 8 Mar", "A line is for a whole month, so days count from 1 Mar to 8 Mar."),
        # The month before it is cut, and the one after it.
        (-3, 40, "", ""),
    ],
)
def test_which_days_of_a_month_count_is_said(since, until, part, counted):
    march = date(2026, 3, 1)
    asked = Selection(
        since=None if since is None else on(since), until=None if until is None else on(until)
    )
    assert part_of_month(march, asked) == part
    assert medicine_days_counted([march], asked) == counted


def test_months_count_a_day_once_however_many_places_hurt():
    entries = [
        entry("head", 8, day=1),
        entry("neck", 2, day=1),
        entry("head", 0, day=2),
        entry("head", 3, day=40, treatments=["ibuprofen"]),
    ]
    assert months_together(report(entries)) == [
        MonthDays("Mar 2026", rated=2, pain=1, bad=1, medicine=0, days=31),
        MonthDays("Apr 2026", rated=1, pain=1, bad=0, medicine=1, days=29),
    ]


def test_days_in_course_are_said_of_all_days_of_the_month_that_count():
    # From 22 Mar to 9 Apr; today is 29 Apr.
    courses = [course("naproxen", "head", start=22, end=40)]
    found = report([entry("head", 5, day=d) for d in (1, 30)], courses)
    assert [(m.in_course, m.days) for m in months_together(found)] == [(10, 31), (9, 29)]
    answer = answer_on_medicine(found)
    assert answer is not None
    assert answer.text == (
        "Medicine days in Mar, Apr: naproxen 0, 0 logged, in course on 10 of 31, 9 of 29 "
        "(headache line 15)."
    )
    chosen = Selection(since=on(20), until=on(60))
    found = report([entry("head", 5, day=30)], courses, since=chosen.since, asked=chosen)
    assert [(m.named, m.in_course, m.days) for m in months_together(found)] == [
        ("Mar 2026 (from 20 Mar)", 10, 12),
        ("Apr 2026 (to 29 Apr)", 9, 29),
    ]


def test_what_has_no_line_has_its_days_in_course_beside_those_logged():
    courses = [course("amitriptyline", "head", start=22)]
    found = report([entry("head", 5)], courses, uses=[use("amitriptyline", day=40)])
    answer = answer_on_medicine(found)
    assert answer is not None
    assert answer.text == (
        "Medicine days in Mar, Apr: amitriptyline 0, 1 logged, in course on 10 of 31, 29 of 29."
    )


def test_every_month_up_to_the_end_of_the_period_has_a_column():
    found = report([entry("head", 5, day=-30)], uses=[use("ibuprofen", day=-30)])
    january, *others = columns = [date(2026, month, 1) for month in (1, 2, 3, 4)]
    assert medicine_columns(found, 4) == (columns, False)
    # Four months would not fit, and the last three have nothing.
    assert medicine_columns(found, 3) == ([january], False)
    found = report([entry("head", 5, day=-30)], uses=[use("ibuprofen", day=d) for d in (-30, 1)])
    assert medicine_columns(found, 3) == (others, True)
