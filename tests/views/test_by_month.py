"""The months of a report: days over all places, and days with medicine in a line."""

from datetime import date

from builders import CATALOGUE, TREATED_WITH, entry, on, use
from painlog.analysis.report import build_report
from painlog.model.selection import Selection
from painlog.views.by_month import MonthDays, answer_on_medicine, months_together


def report(entries, **rest):
    return build_report(
        entries,
        (),
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
    naproxen, paracetamol = [use("naproxen", day=9)], [use("paracetamol", day=10)]
    assert [
        answer_on_medicine(report([entry("head", 5)], uses=uses)).text.partition(": ")[2]
        for uses in (ibuprofen[:3], [*ibuprofen, *naproxen], [*ibuprofen, *paracetamol])
    ] == [
        "ibuprofen 3, 0 (headache line 15).",
        "NSAIDs 9, 0; ibuprofen 8, 0 (headache line 15).",
        "any painkiller 9, 0 (headache line 10); ibuprofen 8, 0 (headache line 15).",
    ]


def test_a_month_that_the_period_cuts_short_is_said_to_be():
    found = report([entry("head", 5)], uses=[use("sumatriptan", day=1)])
    until = found.period.until
    answer = answer_on_medicine(found._replace(asked=Selection(until=until)))
    assert answer is not None
    assert answer.about == f"Medicine days in Mar, Apr (to {until.day} Apr)"


def test_months_count_a_day_once_however_many_places_hurt():
    entries = [
        entry("head", 8, day=1),
        entry("neck", 2, day=1),
        entry("head", 0, day=2),
        entry("head", 3, day=40, treatments=["ibuprofen"]),
    ]
    assert months_together(report(entries)) == [
        MonthDays(date(2026, 3, 1), rated=2, pain=1, bad=1, medicine=0),
        MonthDays(date(2026, 4, 1), rated=1, pain=1, bad=0, medicine=1),
    ]
