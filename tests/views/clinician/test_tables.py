"""The tables of the page: effects, sessions and months from small reports."""

from builders import CATALOGUE, TREATED_WITH, course, entry, on
from painlog.analysis.report import build_report
from painlog.views.clinician.tables import (
    REGIONS_IN_MONTHS,
    SESSIONS_NOTE,
    effect_rows,
    month_grid,
    months_note,
    session_grid,
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
    assert row.cautions[0].startswith("Not enough days")


def test_only_the_latest_course_has_a_row_and_the_earlier_ones_are_counted():
    courses = [course("heat", "head", start=10, end=20), course("heat", "head", start=40, end=59)]
    (row,), _ = rows(report(daily("head", FALLEN), courses))
    assert row.span == "from 9 Apr to 28 Apr"
    assert row.cautions[-1] == "1 earlier course in this period."


def test_a_course_that_entries_name_says_so():
    found = report(daily("head", [5] * 10, treatments=["heat"]))
    assert rows(found)[0][0].span.endswith(" (from entries)")


def test_sessions_have_their_next_days_where_there_are_enough():
    sessions = [entry("head", 3, day=day, before=6, treatments=["massage"]) for day in (10, 20, 30)]
    after = [entry("head", 4, day=day) for day in (11, 21, 31)]
    grid = session_grid(report([*sessions, *after]))
    assert grid is not None
    assert grid.rows == (("Head: massage", "3", "6.0", "3.0", "-3.0", "-2.0 (3)"),)
    few = session_grid(report([*sessions, *after[:2]]))
    none = session_grid(report(sessions))
    assert few is not None
    assert none is not None
    assert (few.rows[0][-1], none.rows[0][-1]) == ("too few (2)", "not rated")
    assert session_grid(report()) is None
    assert "high pain tends to come down by itself" in SESSIONS_NOTE


def test_months_have_a_column_for_each_region_that_fits():
    places = ["head", "neck", "left heel", "left knee", "left hip"]
    entries = [e for place in places for e in daily(place, [0, 7], first=1)]
    entries += daily("head", [4], 32, treatments=["ibuprofen"])
    found = report(entries)
    grid = month_grid(found)
    assert grid is not None
    assert len(grid.header) == 2 + REGIONS_IN_MONTHS
    assert [row[0] for row in grid.rows] == ["Mar 2026", "Apr 2026"]
    assert grid.rows[0][1:] == (*["2 / 1 / 1"] * REGIONS_IN_MONTHS, "–")
    assert grid.rows[1][-1] == "ibuprofen 1 (head)"
    assert months_note(found).endswith(" Not shown here: 1 more region.")
    assert month_grid(report()) is None


def test_the_note_names_no_regions_where_all_fit():
    assert months_note(report(daily("head", [4]))).endswith("count, too.")
