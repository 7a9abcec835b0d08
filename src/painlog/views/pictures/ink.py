"""The characters, shades of colour and rows of cells that pictures are drawn with."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from painlog.model.entry import HIGHEST
from painlog.views.terminal.screen import Screen


class Ink(NamedTuple):
    """The characters that one kind of screen draws with; `levels` go from little pain to much.

    `bars` go from low to high, and are empty where none can be drawn.
    """

    dot: str
    before: str
    after: str
    side: str
    corner: str
    floor: str
    tick: str
    visit: str
    bar: str
    start: str
    end: str
    started_earlier: str
    goes_on: str
    one_column: str
    ellipsis: str
    unrated: str
    levels: str
    use: str
    no_entry: str
    bars: str


_DRAWN = Ink(
    *("●", "╌", "═", "│", "└", "─", "┬", "▼", "━", "┣", "┫", "◀", "▶", "█", "…", "·", "·░▒█"),
    use="╵",
    no_entry="·",
    bars="▁▂▃▄▅▆▇█",
)
_PLAIN = Ink(
    *("*", "-", "=", "|", "+", "-", "+", "v", "=", "[", "]", "<", ">", "#", "...", ".", ".:+#"),
    use="'",
    no_entry=".",
    bars="",
)


# Light to dark in one hue, which the colour-blind can tell apart, too: (background, text) of the
# 256 colours, both set, so that they are legible on a light and on a dark screen.
_SHADES = ((255, 16), (230, 16), (223, 16), (216, 16), (209, 16), (203, 16), (160, 231), (88, 231))
_STYLE = re.compile(r"\x1b\[[0-9;]*m")


def ink(screen: Screen) -> Ink:
    """Return the characters that `screen` can show."""
    return _DRAWN if screen.drawn else _PLAIN


def shaded(text: str, intensity: float, screen: Screen) -> str:
    """Put `text` on a background that is darker for a higher intensity (0–10), where possible."""
    if not screen.shaded:
        return text
    last = len(_SHADES) - 1
    ground, letters = _SHADES[min(int(intensity * last / HIGHEST + 0.5), last)]
    return f"\x1b[48;5;{ground};38;5;{letters}m{text}\x1b[0m"


def levels(screen: Screen) -> str:
    """Return the characters that fill a place, from little pain to much."""
    # A block would hide a coloured background.
    return _PLAIN.levels if screen.shaded else ink(screen).levels


def whole(mean: float) -> int:
    """Round a mean on the 0–10 scale to a whole number, halves up."""
    return int(mean + 0.5)


class Row:
    """A row of cells in a picture, empty at first."""

    def __init__(self, width: int) -> None:
        self.cells = [" "] * width

    def put(self, at: int, text: str) -> None:
        """Write `text` from cell `at` on, leaving out what does not fit."""
        from rich.cells import cell_len

        for letter in text:
            width = cell_len(letter)
            if width == 0 and 0 < at <= len(self.cells):
                self.cells[at - 1] += letter
            elif width and at >= 0 and at + width <= len(self.cells):
                self.cells[at : at + width] = [letter, *[""] * (width - 1)]
            at += width

    def free(self, at: int, length: int) -> bool:
        """Return whether `length` cells from `at` on exist and are empty."""
        there = at >= 0 and at + length <= len(self.cells)
        return there and not "".join(self.cells[at : at + length]).strip()

    def __str__(self) -> str:
        return "".join(self.cells).rstrip()


def shortened(text: str, width: int, ellipsis: str) -> str:
    """Cut a text longer than `width` cells and end it with an ellipsis."""
    from rich.cells import cell_len, set_cell_size

    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(width - len(ellipsis), 0)).rstrip() + ellipsis[:width]


def packed(items: Iterable[str], screen: Screen) -> Iterator[str]:
    """Put the items of a key side by side, as many on a line as fit."""
    from rich.cells import cell_len

    line = ""
    for item in items:
        joined = f"{line}   {item}" if line else item
        if line and cell_len(_STYLE.sub("", joined)) > screen.picture_width:
            yield from _fitting(line, screen)
            joined = item
        line = joined
    yield from _fitting(line, screen)


def _fitting(line: str, screen: Screen) -> list[str]:
    # Only a single item can be too long, and single items are not coloured.
    return [line] if _STYLE.search(line) else screen.wrapped(line)
