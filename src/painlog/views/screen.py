"""What the output is: a terminal of some width, or a pipe that wraps for no one."""

import os
import shutil
import sys
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from painlog.views.wording import printable

WIDEST_TEXT = 96
NARROWEST = 30


@dataclass(frozen=True, slots=True)
class Screen:
    """Where text goes. `width` None is a pipe: one line stays one line.

    `styled` says whether bold and colour may be used, `drawn` whether a small picture may stand
    beside the words; nothing is ever told by them alone.
    """

    width: int | None = None
    styled: bool = False
    drawn: bool = False

    def wrapped(self, text: str, first: str = "", rest: str | None = None) -> list[str]:
        """`text` as lines that fit.

        Args:
            text: One paragraph.
            first: What its first line starts with.
            rest: What the other lines start with; as many spaces where it is not given.
        """
        if self.width is None:
            return [first + text]
        return textwrap.wrap(
            text,
            min(self.width, WIDEST_TEXT),
            initial_indent=first,
            subsequent_indent=" " * len(first) if rest is None else rest,
            break_on_hyphens=False,
        ) or [first.rstrip()]

    def bold(self, text: str) -> str:
        """`text` in bold where that is possible."""
        return f"\x1b[1m{text}\x1b[0m" if self.styled else text


def screen() -> Screen:
    """What standard output is now. COLUMNS, NO_COLOR and TERM are respected."""
    if not sys.stdout.isatty():
        return Screen()
    width = shutil.get_terminal_size().columns
    dumb = os.environ.get("TERM", "dumb") in ("dumb", "unknown", "")
    return Screen(
        max(width, NARROWEST),
        styled=not dumb and not os.environ.get("NO_COLOR"),
        drawn=not dumb and "utf" in (sys.stdout.encoding or "").lower(),
    )


def say(lines: Iterable[str]) -> None:
    """Print lines to standard output."""
    for line in lines:
        sys.stdout.write(line + "\n")


def say_aside(text: str) -> None:
    """Print paragraphs, one a line of `text`, to standard error, apart from the data."""
    width = shutil.get_terminal_size().columns if sys.stderr.isatty() else None
    for paragraph in text.split("\n"):
        for line in Screen(width).wrapped(printable(paragraph), rest=""):
            sys.stderr.write(line + "\n")
