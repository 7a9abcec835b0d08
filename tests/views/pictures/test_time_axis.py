"""The time axis: the columns of days, and the dates that it names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import on
from painlog.views.pictures.ink import ink
from painlog.views.pictures.time_axis import TimeAxis
from painlog.views.terminal.screen import Screen


@given(st.integers(1, 5000), st.integers(1, 200))
def test_days_go_from_left_to_right_and_each_has_its_own_column_while_there_are_enough(days, width):
    axis = TimeAxis(on(1), on(days), width)
    columns = [axis.column(on(day)) for day in range(1, days + 1)]
    assert columns == sorted(columns)
    assert 0 <= columns[0] <= columns[-1] < width
    assert len(set(columns)) == min(days, width)
    spans = [axis.span(on(day), on(day)) for day in range(1, days + 1)]
    assert all(s <= c <= e for (s, e), c in zip(spans, columns, strict=True))
    assert (spans[0][0], spans[-1][1]) == (0, width - 1)


@pytest.mark.parametrize(
    ("days", "width", "dates"),
    [
        (6, 76, "1 Mar 2 Mar 3 Mar 4 Mar 5 Mar 6 Mar"),
        (31, 76, "2 Mar 9 Mar 16 Mar 23 Mar 30 Mar"),
        (92, 76, "1 Mar 15 Mar 1 Apr 15 Apr 1 May 15 May"),
        (92, 40, "1 Mar 1 Apr 1 May"),
        (400, 76, "1 Apr 2026 1 Jul 1 Oct 1 Jan 2027 1 Apr"),
        (4000, 56, "1 Jan 2030 1 Jan 2035"),
    ],
)
def test_the_axis_names_dates_as_people_count_them(days, width, dates):
    _, labels = TimeAxis(on(1), on(days), width).rows(ink(Screen()))
    assert " ".join(str(labels).split()) == dates
