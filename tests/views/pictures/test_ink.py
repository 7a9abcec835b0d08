"""What pictures are drawn with: rows of cells, keys, shades."""

import pytest
from rich.cells import cell_len

from painlog.views.pictures.ink import Row, ink, levels, packed, shaded, shortened, whole
from painlog.views.terminal.screen import Screen

PIPE = Screen()
COLOURED = Screen(80, styled=True, shaded=True, drawn=True)


def test_a_row_holds_what_fits_and_counts_in_cells():
    row = Row(6)
    row.put(1, "痛x")
    row.put(5, "yz")
    assert str(row) == " 痛x y"
    assert (row.free(0, 1), row.free(1, 1), row.free(4, 1), row.free(5, 2)) == (
        True,
        False,
        True,
        False,
    )


def test_an_accent_stays_with_its_letter():
    row = Row(3)
    row.put(0, "e\u0301a")
    assert str(row) == "e\u0301a"


@pytest.mark.parametrize(("mean", "number"), [(0, 0), (0.49, 0), (0.5, 1), (9.5, 10), (10, 10)])
def test_halves_are_rounded_up(mean, number):
    assert whole(mean) == number


def test_a_long_name_is_cut_with_an_ellipsis():
    assert shortened("stretching", 10, "...") == "stretching"
    assert shortened("stretching", 9, "...") == "stretc..."
    assert cell_len(shortened("痛痛痛痛", 5, "…")) <= 5


def test_a_key_fills_lines_and_does_not_count_colour():
    screen = Screen(20, styled=True, shaded=True)
    items = [shaded("#", 5, screen) + " hurts", "x rated", "a key that is longer than a line"]
    first, *rest = packed(items, screen)
    assert first == f"{items[0]}   x rated"
    assert rest == ["a key that is longer", "than a line"]


def test_only_a_screen_with_colour_is_shaded_and_darker_is_more():
    assert shaded("5", 5, PIPE) == "5"
    grounds = [shaded("x", value, COLOURED) for value in range(11)]
    assert len(set(grounds)) == 8
    assert grounds[0].startswith("\x1b[48;5;255;38;5;16m")
    assert grounds[10].startswith("\x1b[48;5;88;38;5;231m")


def test_blocks_never_hide_a_coloured_background():
    assert levels(Screen(80, drawn=True)) == ink(Screen(80, drawn=True)).levels
    assert levels(COLOURED) == levels(PIPE) == ".:+#"
