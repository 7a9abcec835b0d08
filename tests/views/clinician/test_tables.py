"""The tables of the page: effects and months from small reports."""

import pytest

from builders import CATALOGUE, TREATED_WITH, course, entry, on
from painlog.analysis.report import build_report
from painlog.formats.report_json import report_object
from painlog.views.clinician.tables import (
    MOST_ROWS,
    REGIONS_IN_MONTHS,
    effect_rows,
    effects_note,
    month_grid,
    months_note,
)

TODAY = 60
FALLEN = [7] * 28 + [3, 4] * 14


def report(entries=(), courses=(), today=TODAY):
    return build_report(
        entries,
        courses,
        [],
        regions=CATALOGUE.by_name,
        treatments=TREATED_WITH.by_name,
        today=on(today),
    )


def daily(place, values, first=5, **rest):
    return [entry(place, value, day=first + i, **rest) for i, value in enumerate(values)]


def rows(found):
    return effect_rows(found, list(found.effects))


def test_a_row_has_the_means_the_change_and_its_picture():
    (row,), scale = rows(report(daily("head", FALLEN), [course("heat", "head", start=33)]))
    assert (row.place, row.treatment, row.span) == ("Head", "Heat", "from 2 Apr, in use")
    assert (row.before, row.after) == ("7.0 (28)", "3.5 (28)")
    assert row.change == "-3.5 (-3.7 to -3.3)"
    assert row.verdict.startswith("That is clearly more than a meaningful drop")
    assert row.forest is not None
    assert scale is not None


def test_without_enough_days_there_is_a_reason_and_no_picture():
    (row,), scale = rows(report(daily("head", [7, 7]), [course("heat", "head", start=6)]))
    assert (row.change, row.verdict, row.forest, scale) == ("–", "", None, None)
    assert row.lines[0].startswith("Not enough days")


def test_only_the_latest_course_has_a_row_and_the_earlier_ones_are_counted():
    courses = [course("heat", "head", start=10, end=20), course("heat", "head", start=40, end=59)]
    (row,), _ = rows(report(daily("head", FALLEN), courses))
    assert row.span == "from 9 Apr to 28 Apr"
    assert row.lines[-1] == "1 earlier course in this period."


def test_a_course_that_entries_name_says_so():
    found = report(daily("head", [5] * 10, treatments=["heat"]))
    assert rows(found)[0][0].span.endswith(" (from uses)")


def test_no_bold_words_stand_for_a_verdict_that_cannot_be_given():
    courses = [course(name, "head", start=33) for name in ("heat", "rest")]
    found, _ = rows(report(daily("head", FALLEN), courses))
    assert [row.verdict for row in found] == ["", ""]
    assert found[0].lines[0] == "Cannot be told apart from rest, which came or went with it."


def test_each_step_of_a_dose_has_a_row():
    courses = [
        course("amitriptyline", "head", start=20, end=39, dose="10 mg"),
        course("amitriptyline", "head", start=40, dose="25 mg"),
    ]
    first, second = rows(report(daily("head", FALLEN), courses))[0]
    assert (first.treatment, second.treatment) == ("Amitriptyline 10 mg", "Amitriptyline 25 mg")
    assert not any("earlier course" in line for line in (*first.lines, *second.lines))


def test_attacks_are_compared_by_their_days_and_have_no_picture_in_points():
    values = [8, 0] * 14 + [8, 0, 0, 0] * 7
    found = report(daily("head", values), [course("rest", "head", start=33)])
    (row,), scale = rows(found)
    assert (row.before, row.after) == ("14.0 days in 28 (28)", "7.0 days in 28 (28)")
    assert row.change.startswith("-7.0 days (")
    assert (row.forest, scale) == (None, None)
    assert "line" not in effects_note(found, found.effects)
    assert row.lines[0].startswith("Bad days (7 or more) in 28: 14.0 before, 7.0 in course")


def test_intervals_end_at_what_is_possible_and_json_has_them_as_computed():
    values = [8, 0, 0, 0] * 7 + [8, 0, 0, 0, 0, 0, 0] * 4
    found = report(daily("head", values), [course("rest", "head", start=33)])
    (row,), _ = rows(found)
    assert row.change == "-3.0 days (-7.0 to +3.0)"
    [written] = report_object(found, [], [])["effects"]
    assert written["pain_days"]["interval"] == pytest.approx([-9.0207, 3.0207], abs=1e-4)
    found = report(daily("head", [1, 5, 1, 1, 4, 1]), [course("rest", "head", start=8)], 11)
    (row,), _ = rows(found)
    assert row.change == "-0.3 (-2.3 to +4.4)"
    [written] = report_object(found, [], [])["effects"]
    assert written["interval"] == pytest.approx([-5.1074, 4.4407], abs=1e-4)


def test_medicine_days_and_the_first_weeks_stand_beside_the_change():
    entries = daily("head", [6] * 40 + [3] * 60, first=1)
    entries += [entry("head", 6, day=d, hour=9, treatments=["ibuprofen"]) for d in (30, 35)]
    courses = [course("heat", "head", start=41)]
    (row,), _ = rows(report(entries, courses, today=100))
    assert row.lines[0].startswith("Over its first 28 days: ")
    assert (
        row.lines[1]
        == "Days with acute medicine (for anything): 2 of 28 before, 0 of 28 in course."
    )


def test_days_in_course_stand_beside_the_days_with_a_logged_use():
    found = report(
        daily("head", [6] * 40 + [3] * 60, first=1),
        [course("naproxen", "head", start=41, dose="250 mg")],
        today=100,
    )
    (row,), _ = rows(found)
    assert row.lines[1] == (
        "Days with acute medicine (for anything): logged on 0 of 28 before, 0 of 28 in course; "
        "in course on 0 of 28 and 28 of 28."
    )


def test_many_rows_are_counted_where_they_do_not_fit():
    names = list(TREATED_WITH.by_name)[: MOST_ROWS + 3]
    found = report(daily("head", FALLEN), [course(n, "head", start=33) for n in names])
    shown, _ = rows(found)
    assert len(shown) == MOST_ROWS
    assert effects_note(found, found.effects).endswith(
        " Not shown: 3 more rows. To see all: painlog report --full"
    )
    assert shown[0].lines[-1].startswith("Read with care: ")


def test_of_many_rows_those_compared_and_in_use_are_shown():
    names = list(TREATED_WITH.by_name)[: MOST_ROWS + 2]
    in_use = [course(n, "head", start=33) for n in names[:MOST_ROWS]]
    ended = course(names[-2], "head", start=34, end=50)
    not_compared = course(names[-1], "head", start=59)
    found = report(daily("head", FALLEN), [*in_use, ended, not_compared])
    shown = {row.treatment.lower() for row in rows(found)[0]}
    assert shown == {name.lower() for name in names[:MOST_ROWS]}


def test_months_have_a_column_for_each_region_that_fits():
    places = ["head", "neck", "left heel", "left knee", "left hip"]
    entries = [e for place in places for e in daily(place, [0, 7], first=1)]
    entries += daily("head", [4], 32, treatments=["ibuprofen"])
    found = report(entries)
    grid = month_grid(found)
    assert grid is not None
    assert len(grid.header) == 1 + REGIONS_IN_MONTHS
    assert [row[0] for row in grid.rows] == ["Mar 2026", "Apr 2026"]
    assert grid.rows[0][1:] == ("2 / 1 / 1",) * REGIONS_IN_MONTHS
    assert months_note(found).endswith(" Not shown here: 1 more region.")
    assert month_grid(report()) is None


def test_the_note_names_no_regions_where_all_fit():
    assert months_note(report(daily("head", [4]))).endswith("count, too.")
