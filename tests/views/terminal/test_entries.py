"""Entries as lines."""

from dataclasses import replace
from datetime import date

from rich.cells import cell_len

from builders import entry, on
from painlog.views.terminal.entries import list_lines
from painlog.views.terminal.screen import Screen
from painlog.views.terminal.today import Today, today_lines

WIDE = replace(entry("heel", 6), region="膝の裏", id=1)
KNEE = replace(entry("left knee", 5, treatments=["heat"]), id=2)
ROWS = [
    "    1  2026-03-01 20:00  膝の裏      6/10",
    "    2  2026-03-01 20:00  left knee   5/10  heat",
]


def test_a_column_is_as_wide_as_the_cells_of_its_places():
    lines = list(list_lines([WIDE, KNEE], Screen(), [WIDE.place, KNEE.place]))
    assert lines == ROWS
    assert cell_len(lines[0]) == cell_len(lines[1].removesuffix("  heat"))


def test_details_fit_beside_letters_that_take_two_cells():
    noted = replace(WIDE, note="long " * 20)
    lines = list(list_lines([noted], Screen(66), [noted.place]))
    assert max(map(cell_len, lines)) <= 66
    assert lines[1].startswith(" " * 40 + "long")


def test_today_has_the_same_columns():
    day = Today(date(2026, 3, 1), (WIDE, KNEE), (), (), ())
    assert list(today_lines(day, Screen()))[1:3] == ROWS
    assert on(1) == day.day
