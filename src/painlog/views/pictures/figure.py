"""The body, front and back: where each region is on the figure of letters and on the drawn one.

In the figure of letters, a letter or digit is a cell of the regions that have it in the table; the
rest is the outline. Both figures are seen from outside: on the front, the person's left is on the
right-hand side. On the back, the feet are seen from below.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple, cast

from painlog.model.catalogue import read_table
from painlog.model.region import Side

Cell = tuple[int, int]
View = tuple[str, ...]
Facing = Literal["front", "back"]

_MIDDLE = 13

FRONT: View = tuple(
    r"""
          _______
         /ZZZZZZZ\
        |ttffffftt|
      (y|ceecnceec|y)
      (y|cccnnnccc|y)
        |jccmmmccj|
         \jjcccjj/
         |kkssskk|
    .-'uuuukssskuuuu'-.
   /ooobbbbbbvbbbbbbooo\
  |oooohhhhhhvhhhhhhoooo|
  |qqqxhBBBhhvhhBBBhxqqq|
  |qqqq|rBBBhvhBBBr|qqqq|
  |qqqq|rrrrrvrrrrr|qqqq|
  |EEEE|rrrUUUUUrrr|EEEE|
 |wwww| |lUUUUUUUl| |wwww|
 |wwww| |laaaaaaal| |wwww|
|wwww|  |laaaaaaal|  |wwww|
|iiii| |ddddddddddd| |iiii|
|HHHH| |pgdddddddgp| |HHHH|
|zHHH| |ppgPPPPPgpp| |HHHz|
|FFFF| |pTTgGGGgTTp| |FFFF|
 \FF/  |TTTTT|TTTTT|  \FF/
       |TTTTT|TTTTT|
        |KKKK|KKKK|
        |SSSS|SSSS|
        |SSSS|SSSS|
        |NNNN|NNNN|
       /DDDDD|DDDDD\
      /OOOJJJ|JJJOOO\
      '------'------'
""".strip("\n").splitlines()
)
BACK: View = tuple(
    r"""
          _______
         /ZZZZZZZ\
        |ZZZZZZZZZ|
      (y|XXXXXXXXX|y)
      (y|XXXXXXXXX|y)
        |XXXXXXXXX|
         \XXXXXXX/
         |kkkkkkk|
    .-'uuuukkkkkuuuu'-.
   /ooouuuuAAAAAuuuuooo\
  |oooCCCCCAAAAACCCCCooo|
  |qqqxCCCCCAAACCCCCxqqq|
  |qqqq|CCCCAAACCCC|qqqq|
  |qqqq|rrrMMMMMrrr|qqqq|
  |EEEE|rrrMMMMMrrr|EEEE|
 |wwww| |lMMMMMMMl| |wwww|
 |wwww| |lLLLLLLLl| |wwww|
|wwww|  |lLLLLLLLl|  |wwww|
|iiii| |LLLLLLLLLLL| |iiii|
|HHHH| |pIIIILIIIIp| |HHHH|
|zHHH| |pQQQQVQQQQp| |HHHz|
|FFFF| |pQQQQYQQQQp| |FFFF|
 \FF/  |QQQQQ|QQQQQ|  \FF/
       |11111|11111|
        |2222|2222|
        |3333|3333|
        |3333|3333|
        |N44N|N44N|
        |5555|5555|
        |6666|6666|
        |7777|7777|
        '----'----'
""".strip("\n").splitlines()
)

# A row for each region of the catalogue: its letters in the figures above (a whole has the letters
# of its parts), and where the clinician's page draws it: on the front or the back, how far from the
# midline and how far down. A region that is on neither has the reason instead.
_TABLE = """\
head | ZftX | front | 0 | 14
forehead | f | front | 5 | 8
temple | t | front | 9 | 12
back of the head | X | back | 0 | 14
face | cenmj | front | 4 | 17
eye | e | front | 5 | 13
nose | n | front | 3 | 16
ear | y | front | 12 | 15
jaw | j | front | 7 | 22
tooth | m | front | 3 | 20
mouth | m | front | 3 | 20
throat | s | front | 2 | 30
neck | k | back | 3 | 31
top of the shoulder | u | back | 15 | 37
shoulder | o | front | 22 | 42
shoulder blade | C | back | 12 | 54
collarbone | b | front | 10 | 39
armpit | x | front | 19 | 54
upper arm | q | front | 27 | 60
elbow | E | back | 31 | 78
forearm | w | front | 33 | 90
wrist | i | front | 36 | 103
hand | H | front | 38 | 111
thumb | z | front | 34 | 112
finger | F | front | 40 | 119
whole arm | qEwiHzF | front | 30 | 76
chest | hBv | front | 7 | 52
breast | B | front | 9 | 57
ribs | r | front | 12 | 67
breastbone | v | front | 0 | 52
upper abdomen | U | front | 6 | 72
abdomen | Uad | front | 7 | 82
lower abdomen | d | front | 6 | 93
flank | l | back | 14 | 80
whole body | it is not in one place
upper back | A | back | 6 | 46
middle back | M | back | 6 | 65
lower back | L | back | 7 | 84
tailbone | V | back | 0 | 103
sacroiliac joint | I | back | 7 | 96
pelvis | P | front | 7 | 99
groin | g | front | 7 | 108
genitals | G | front | 2 | 112
anus | Y | back | 0 | 112
hip | p | front | 17 | 102
buttock | Q | back | 9 | 107
thigh | T | front | 11 | 130
hamstring | 1 | back | 11 | 132
knee | K | front | 11 | 158
back of the knee | 2 | back | 11 | 158
lower leg | S3 | front | 12 | 182
shin | S | front | 11 | 182
calf | 3 | back | 12 | 180
whole leg | TKSN1234 | front | 12 | 145
ankle | N | front | 11 | 205
achilles tendon | 4 | back | 11 | 203
heel | 5 | back | 11 | 214
sole | 6 | back | 12 | 219
ball of the foot | 7 | front | 13 | 218
top of the foot | D | front | 13 | 212
big toe | J | front | 10 | 221
toe | O | front | 16 | 221
foot | DOJ567 | front | 14 | 215
"""
_ROWS = {region: cells for (region, *cells), _ in read_table(_TABLE)}


class Spot(NamedTuple):
    """Where the clinician's page draws a region, from the midline and from the top."""

    view: Facing
    out: float
    down: float


CELLS: Mapping[str, str] = {region: row[0] for region, row in _ROWS.items() if len(row) > 1}
SPOTS: Mapping[str, Spot] = {
    region: Spot(cast("Facing", view), float(out), float(down))
    for region, (_, view, out, down) in ((name, _ROWS[name]) for name in CELLS)
}
NOT_ON_THE_FIGURE: Mapping[str, str] = {
    region: row[0] for region, row in _ROWS.items() if region not in CELLS
}

WIDTH = 27


def cells_of(region: str, side: Side | None, view: View) -> frozenset[Cell]:
    """Return the cells (row, column) of a region and side on one view.

    Side None or both gives the cells of both sides and of the midline between them. A region that
    is not on this view has none.
    """
    found = _by_letter(view)
    cells = frozenset(cell for letter in CELLS.get(region, "") for cell in found.get(letter, ()))
    if side not in ("left", "right"):
        return cells
    # Seen from the front, the person's left is on the right-hand side.
    to_the_right = (side == "left") == (view is FRONT)
    return frozenset((r, c) for r, c in cells if (c > _MIDDLE if to_the_right else c < _MIDDLE))


@cache
def _by_letter(view: View) -> Mapping[str, Sequence[Cell]]:
    found: dict[str, list[Cell]] = {}
    for row, line in enumerate(view):
        for column, letter in enumerate(line):
            if letter.isalnum():
                found.setdefault(letter, []).append((row, column))
    return found
