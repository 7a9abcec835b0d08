"""The figures of the body: every region has its place, and the sides mirror each other."""

import pytest

from painlog.model.catalogue.regions import REGIONS
from painlog.views.pictures.figure import (
    BACK,
    CELLS,
    FRONT,
    NOT_ON_THE_FIGURE,
    WIDTH,
    cells_of,
)

SIDED = [region.name for region in REGIONS if region.sides != "none" and region.name in CELLS]


def test_every_region_of_the_catalogue_has_a_place_or_a_reason():
    placed = {region.name for region in REGIONS if cells_of(region.name, None, FRONT)}
    placed |= {region.name for region in REGIONS if cells_of(region.name, None, BACK)}
    assert placed == set(CELLS)
    assert placed | set(NOT_ON_THE_FIGURE) == {region.name for region in REGIONS}
    assert not placed & set(NOT_ON_THE_FIGURE)


def test_every_cell_of_the_figure_belongs_to_a_region():
    letters = {letter for line in (*FRONT, *BACK) for letter in line if letter.isalnum()}
    assert letters == set("".join(CELLS.values()))


@pytest.mark.parametrize("view", [FRONT, BACK], ids=["front", "back"])
def test_the_figure_is_symmetrical(view):
    mirrored = str.maketrans(r"/\()", r"\/)(")
    for line in view:
        whole = line.ljust(WIDTH)
        assert whole[::-1].translate(mirrored) == whole


@pytest.mark.parametrize("region", SIDED)
def test_the_two_sides_of_a_region_mirror_each_other(region):
    for view in (FRONT, BACK):
        left, right = (cells_of(region, side, view) for side in ("left", "right"))
        assert {(row, WIDTH - 1 - column) for row, column in left} == right
        assert not left & right
        assert left | right <= cells_of(region, None, view)
        assert cells_of(region, "both", view) == cells_of(region, None, view)
    assert cells_of(region, "left", FRONT) or cells_of(region, "left", BACK)


def test_left_and_right_are_the_persons_own():
    middle = WIDTH // 2
    assert all(column > middle for _, column in cells_of("knee", "left", FRONT))
    assert all(column < middle for _, column in cells_of("calf", "left", BACK))
