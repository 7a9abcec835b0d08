"""The body, front and back, as letters: which cells of the figure belong to which region.

Letters and digits are cells of the region that `CELLS` names; everything else is the outline. The
figures are seen from outside: on the front, the person's left is on the right-hand side. On the
back, the feet are seen from below.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from painlog.model.region import Side

Cell = tuple[int, int]
View = tuple[str, ...]

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

# The cells of each catalogue region. A region that is a whole has the cells of its parts.
CELLS: Mapping[str, str] = {
    "head": "ZftX",
    "forehead": "f",
    "temple": "t",
    "back of the head": "X",
    "face": "cenmj",
    "eye": "e",
    "nose": "n",
    "ear": "y",
    "jaw": "j",
    "tooth": "m",
    "mouth": "m",
    "throat": "s",
    "neck": "k",
    "top of the shoulder": "u",
    "shoulder": "o",
    "shoulder blade": "C",
    "collarbone": "b",
    "armpit": "x",
    "upper arm": "q",
    "elbow": "E",
    "forearm": "w",
    "wrist": "i",
    "hand": "H",
    "thumb": "z",
    "finger": "F",
    "whole arm": "qEwiHzF",
    "chest": "hBv",
    "breast": "B",
    "ribs": "r",
    "breastbone": "v",
    "upper abdomen": "U",
    "abdomen": "Uad",
    "lower abdomen": "d",
    "flank": "l",
    "upper back": "A",
    "middle back": "M",
    "lower back": "L",
    "tailbone": "V",
    "sacroiliac joint": "I",
    "pelvis": "P",
    "groin": "g",
    "genitals": "G",
    "anus": "Y",
    "hip": "p",
    "buttock": "Q",
    "thigh": "T",
    "hamstring": "1",
    "knee": "K",
    "back of the knee": "2",
    "lower leg": "S3",
    "shin": "S",
    "calf": "3",
    "whole leg": "TKSN1234",
    "ankle": "N",
    "achilles tendon": "4",
    "heel": "5",
    "sole": "6",
    "ball of the foot": "7",
    "top of the foot": "D",
    "big toe": "J",
    "toe": "O",
    "foot": "DOJ567",
}

# Why a catalogue region has no place on the figure.
NOT_ON_THE_FIGURE: Mapping[str, str] = {"whole body": "it is in no one place"}

WIDTH = 27


def cells_of(region: str, side: Side | None, view: View) -> frozenset[Cell]:
    """The cells (row, column) of a region and side on one view, the middle line left out of a side.

    Side None or both are the cells of either side. A region that is not on this view has none.
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
