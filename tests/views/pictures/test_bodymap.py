"""The body map: the whole picture in a small case, what covers what, and its words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import on
from painlog.analysis.days import PlacePain
from painlog.model.catalogue.regions import REGIONS
from painlog.views.pictures.bodymap import map_in_words, map_lines
from painlog.views.pictures.figure import CELLS, WIDTH
from painlog.views.terminal.screen import Screen

SIDED = [region.name for region in REGIONS if region.sides != "none" and region.name in CELLS]
PLACES = (
    PlacePain("heel", "left", 4.0, 4, 8.0, 2),
    PlacePain("whole body", None, 5.0, 1, 5.0, 1),
    PlacePain("third eye", None, 4.25, 2, 4.25, 2),
    PlacePain("head", None, 0.5, 12, 2.0, 3, 9),
    PlacePain("knee", "both", 0.0, 1, 0.0, 0),
)

FIGURES = r"""
Where it hurt, Sun 1 Mar 2026 to Sat 28 Mar 2026

           Front                          Back
right                  left   left                  right
          _______                       _______
         /:::::::\                     /:::::::\
        |::::2::::|                   |:::::::::|
      ( |         | )               ( |::::2::::| )
      ( |         | )               ( |:::::::::| )
        |         |                   |:::::::::|
         \       /                     \:::::::/
         |       |                     |       |
    .-'             '-.           .-'             '-.
   /                   \         /                   \
  |                     |       |                     |
  |                     |       |                     |
  |    |           |    |       |    |           |    |
  |    |           |    |       |    |           |    |
  |    |           |    |       |    |           |    |
 |    | |         | |    |     |    | |         | |    |
 |    | |         | |    |     |    | |         | |    |
|    |  |         |  |    |   |    |  |         |  |    |
|    | |           | |    |   |    | |           | |    |
|    | |           | |    |   |    | |           | |    |
|    | |           | |    |   |    | |           | |    |
|    | |           | |    |   |    | |           | |    |
 \  /  |     |     |  \  /     \  /  |     |     |  \  /
       |     |     |                 |     |     |
        |.3..|.3..|                   |    |    |
        |    |    |                   |    |    |
        |    |    |                   |    |    |
        |    |    |                   |    |    |
       /     |     \                  |#1##|    |
      /      |      \                 |    |    |
      '------'------'                 |    |    |
                                      '----'----'

Mean worst of the days with pain, 0 to 10:
. no pain   : 1 to 3.9   + 4 to 6.9   # 7 to 10

1  left heel: 8.0 (pain on 2 of 4 rated days)
2  head: 2.0 (pain on 3 of 12 rated days)
3  knee (both): 0.0 (pain on 0 of 1 rated day)

Not on the figure:
-  whole body: 5.0 (pain on 1 of 1 rated day); it is not in one place
-  third eye: 4.3 (pain on 2 of 2 rated days); a region of your own"""

WORDS = """\
Left and right are your own: on the front, your left is on the right-hand side of the \
picture. On the back, the feet are seen from below.
5 places rated, most pain first (the worst of each day, added up): \
left heel, whole body, third eye and 2 more.
Head: in an attack diary a day without an attack or a painkiller for it counts as one \
without pain."""

PICTURE = f"{FIGURES[1:]}\n\n{WORDS}"


def lines(places=PLACES, screen=None):
    return list(map_lines(places, on(1), on(28), screen or Screen()))


def one(region, side=None, mean=5.0):
    return PlacePain(region, side, mean, 1, mean, 1)


def test_the_whole_picture_in_a_pipe():
    assert "\n".join(lines()) == PICTURE


def test_more_pain_is_painted_over_less_and_a_part_over_its_whole():
    places = [one("whole leg", "left", 9.0), one("knee", "left", 2.0)]
    shown = lines(places)
    assert sum(line.count(":2::") for line in shown) == 1
    assert "#" in "".join(shown[:36])


def test_a_pair_whose_side_was_not_said_is_marked_on_both():
    rows = [line.split() for line in lines([one("knee")])]
    assert ["|+1++|+1++|", "|", "|", "|"] in rows


def test_places_that_share_cells_are_each_marked():
    text = "\n".join(lines([one("tooth", None, 6.0), one("mouth", None, 3.0)]))
    assert "|   21+   |" in text


def test_places_beyond_the_marks_are_listed():
    places = [one(r, side) for r in SIDED for side in ("left", "right")]
    text = "\n".join(lines(places))
    assert "all marks are used up" in text
    assert all(f"{side} {r}: 5.0" in text for r in SIDED for side in ("left", "right"))


def test_the_key_stands_beside_the_figures_where_there_is_room():
    text = lines(screen=Screen(100))
    assert text[4].endswith("Mean worst of the days with pain, 0 to")
    assert max(map(len, text)) <= 100


def test_shading_is_beside_the_characters_and_never_instead():
    shaded = "\n".join(lines(screen=Screen(60, styled=True, shaded=True, drawn=True)))
    assert "\x1b[48;5;160;38;5;231m" in shaded
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shaded)
    assert plain == "\n".join(lines(screen=Screen(60)))


@pytest.mark.parametrize("width", [30, 56, 57, 60, 80, 96, 97, 200])
@pytest.mark.parametrize("drawn", [False, True])
def test_no_line_is_longer_than_the_screen(width, drawn):
    places = [*PLACES, one("a region of my own with a name that is long enough")]
    assert max(map(len, lines(places, Screen(width, drawn=drawn)))) <= width


@given(st.lists(st.sampled_from(SIDED), max_size=70), st.data())
def test_whatever_is_rated_the_figure_keeps_its_outline(regions, data):
    sides = st.sampled_from([None, "left", "right", "both"])
    places = [one(*key) for key in dict.fromkeys((r, data.draw(sides)) for r in regions)]
    text = "\n".join(lines([*places, one("whole body")]))
    assert max(map(len, text.splitlines()[4:36])) <= 2 * WIDTH + 3
    assert all(f"{place.place}: 5.0" in text for place in places)


def test_words_tell_of_a_period_without_a_rating():
    assert lines([]) == ["No rating from Sun 1 Mar 2026 to Sat 28 Mar 2026. Choose another period."]


def test_in_words_every_place_is_told_most_pain_first():
    assert list(map_in_words(PLACES, on(1), on(28), Screen())) == [
        "Where it hurt, Sun 1 Mar 2026 to Sat 28 Mar 2026: 5 places, most pain first (the worst of "
        "each day, added up). Mean worst of the days with pain, 0 to 10.",
        "left heel: 8.0 (pain on 2 of 4 rated days).",
        "whole body: 5.0 (pain on 1 of 1 rated day).",
        "third eye: 4.3 (pain on 2 of 2 rated days).",
        "head: 2.0 (pain on 3 of 12 rated days).",
        "knee (both): 0.0 (pain on 0 of 1 rated day).",
        "Head: in an attack diary a day without an attack or a painkiller for it counts as one "
        "without pain.",
    ]
    assert list(map_in_words((), on(1), on(28), Screen())) == lines(())
