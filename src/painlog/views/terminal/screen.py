"""Where output goes: a terminal of some width, or a pipe, where no line is wrapped."""

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, Literal, NamedTuple, TextIO, TypeVar, cast

from painlog.files.systems import shows_utf8, terminal_kind
from painlog.views.wording import OWN_TEXT, printable, shortened, visible

if TYPE_CHECKING:
    from rich.progress import Progress

WIDEST_TEXT = 100
NARROWEST = 30
PIPE_COLUMNS = 80
ACCESSIBLE = "ACCESSIBLE"
DUMB = ("dumb", "unknown")
# A shorter file is read before a progress bar could be seen.
LONG_BYTES = 500_000

# Never part of a text: Unicode reserves it for use inside a program.
_SECOND_CELL = "\ufdd0"
_ITEMS_BETWEEN_UPDATES = 500
_LONGEST_WORD = 10_000
_SPOKEN_INDENT = 2

T = TypeVar("T")


class Screen(NamedTuple):
    """Where text goes. `width` None is a pipe: one line stays one line.

    `styled` allows bold and colour, `shaded` one of 256 colours as a background, `drawn` more than
    ASCII in a picture; none of them ever carries information alone. `columns` is the width of a
    picture in a pipe. `program` begins the commands that a person is told to type: with the journal
    that they named in this call, "painlog --db other.db". `spoken` is a screen that is heard or
    felt: each line says one thing, to be read from left to right, with no picture, no grid and no
    columns.
    """

    width: int | None = None
    styled: bool = False
    drawn: bool = False
    shaded: bool = False
    columns: int = PIPE_COLUMNS
    program: str = ""
    spoken: bool = False

    @property
    def picture_width(self) -> int:
        """Return the width that a picture may have."""
        return self.width or self.columns

    def wrapped(self, text: str, first: str = "", rest: str | None = None) -> list[str]:
        """Return `text` as lines that fit.

        Args:
            text: One paragraph.
            first: What the first line starts with.
            rest: What the other lines start with; by default as many spaces, few if spoken.
        """
        text = self.told(text)
        if self.width is None:
            return [first + text]
        spread = _by_cells(text)
        wrapper = _Wrapper(
            # A line may end between a character and its second cell.
            min(self.width, WIDEST_TEXT) - (spread != text),
            initial_indent=_by_cells(first),
            subsequent_indent=" " * self._indent(first) if rest is None else rest,
            break_on_hyphens=False,
        )
        lines = wrapper.wrap(spread)
        return [line.replace(_SECOND_CELL, "") for line in lines] or [first.rstrip()]

    def told(self, text: str) -> str:
        """Return `text` with the journal of this call in each command that it says to type.

        A command in backticks is only mentioned, and one in a person's own text is theirs.
        """
        if self.program and _Manner.commands:
            command = rf"(?<![`\w])painlog(?= (?:{_Manner.commands})\b)"
            text = re.sub(command, lambda _: self.program, text)
        return text.replace(OWN_TEXT, "")

    def start(self, *columns: str) -> str:
        """Return the start of a row: columns padded by the caller, or their texts with commas."""
        if self.spoken:
            return f"{', '.join(filter(None, map(str.strip, columns)))}: "
        return "".join(f"{column}  " for column in columns)

    def _indent(self, first: str) -> int:
        if not self.spoken:
            return cells(first)
        return min(cells(first), len(first) - len(first.lstrip()) + _SPOKEN_INDENT)

    def bold(self, text: str) -> str:
        """Return `text` in bold where that is possible."""
        return f"\x1b[1m{text}\x1b[0m" if self.styled else text


class _Wrapper(textwrap.TextWrapper):
    """A text wrapper whose time grows with the length of an endless word, not with its square."""

    def _split(self, text: str) -> list[str]:
        # For each line that a word fills, textwrap copies all that is left of it.
        return [
            word[start : start + _LONGEST_WORD]
            for word in super()._split(text)
            for start in range(0, len(word), _LONGEST_WORD)
        ]


def cells(text: str) -> int:
    """Count the columns that a text takes: some characters take two, some none."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def padded(text: str, width: int) -> str:
    """Pad a text with spaces to at least `width` columns."""
    return text + " " * (width - cells(text))


def _by_cells(text: str) -> str:
    """Put a placeholder after each character that takes two cells, so that lines fit."""
    if text.isascii():
        return text
    import unicodedata

    return "".join(
        char + _SECOND_CELL if unicodedata.east_asian_width(char) in "WF" else char for char in text
    )


class _Manner:
    """How this call prints: with colour or without, how much, and where to."""

    colour: Literal["auto", "always", "never"] = "auto"
    quiet = False
    aside = False
    program = ""
    commands = ""


def choose_colour(when: Literal["auto", "always", "never"]) -> None:
    """Turn bold and colour on or off for this call, whatever the environment variables say."""
    _Manner.colour = when


def be_quiet() -> None:
    """Print from now on only what must be said: warnings, and what is needed to answer."""
    _Manner.quiet = True


def speak_aside() -> None:
    """Print text to standard error from now on, so that standard output has only data."""
    _Manner.aside = True


def suggest(program: str, commands: Iterable[str]) -> None:
    """Begin the commands that are suggested from now on with the program as it was called.

    Args:
        program: With the journal that was named: "painlog --db other.db".
        commands: The names of all commands.
    """
    _Manner.program, _Manner.commands = program, "|".join(map(re.escape, commands))


def begin_anew() -> None:
    """Forget what an earlier call chose."""
    _Manner.colour, _Manner.quiet, _Manner.aside = "auto", False, False
    _Manner.program, _Manner.commands = "", ""


def _colour_asked_for() -> bool | None:
    """Return whether bold and colour were asked for or refused; None for neither.

    --color comes before NO_COLOR (no-color.org), then FORCE_COLOR and CLICOLOR_FORCE, and last
    CLICOLOR=0.
    """
    if _Manner.colour != "auto":
        return _Manner.colour == "always"
    said = os.environ.get
    if said("NO_COLOR"):
        return False
    if any(said(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return False if said("CLICOLOR") == "0" else None


def is_accessible() -> bool:
    """Tell whether the person's environment asks every program for what a screen reader reads."""
    return bool(os.environ.get(ACCESSIBLE))


def is_spoken(file: TextIO) -> bool:
    """Tell whether what is printed there is heard or felt: `ACCESSIBLE`, or a dumb terminal."""
    return is_accessible() or (file.isatty() and terminal_kind() in DUMB)


def screen() -> Screen:
    """Describe standard output: --color, COLUMNS, NO_COLOR, ACCESSIBLE, TERM and the locale."""
    asked_for, spoken = _colour_asked_for(), is_spoken(sys.stdout)
    if not sys.stdout.isatty():
        columns = max(_columns_asked_for() or PIPE_COLUMNS, NARROWEST)
        coloured = bool(asked_for)
        return Screen(
            styled=coloured,
            shaded=coloured,
            columns=columns,
            program=_Manner.program,
            spoken=spoken,
        )
    width = shutil.get_terminal_size().columns
    term = terminal_kind()
    styled = term not in DUMB if asked_for is None else asked_for
    return Screen(
        max(width, NARROWEST),
        styled=styled,
        drawn=not spoken and shows_utf8(),
        shaded=styled and ("256" in term or bool(os.environ.get("COLORTERM"))),
        program=_Manner.program,
        spoken=spoken,
    )


def _columns_asked_for() -> int:
    said = os.environ.get("COLUMNS", "")
    return int(said) if said.isascii() and said.isdigit() else 0


def say(lines: Iterable[str], *, always: bool = False) -> None:
    """Print lines to standard output; `always` prints them in a quiet call, too."""
    for line in lines:
        if always or not _Manner.quiet:
            (sys.stderr if _Manner.aside else sys.stdout).write(line.replace(OWN_TEXT, "") + "\n")


class _Shown:
    """A terminal that receives data: control characters are made visible."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> int:
        """Write text of any number of lines."""
        lines = (visible(line.removesuffix("\r")) for line in text.split("\n"))
        return self._file.write("\n".join(lines))


def for_data(file: TextIO) -> TextIO:
    """Return where to write data: `file` itself, unless it is a terminal."""
    return cast("TextIO", _Shown(file)) if file.isatty() else file


def say_aside(*paragraphs: str) -> None:
    """Print paragraphs to standard error, with control characters made visible."""
    width = shutil.get_terminal_size().columns if sys.stderr.isatty() else None
    for paragraph in paragraphs:
        page = Screen(width, program=_Manner.program)
        for line in page.wrapped(shortened(printable(paragraph)), rest=""):
            sys.stderr.write(line + "\n")


def watched(items: Iterable[T], what: str, file: TextIO | BinaryIO) -> Iterator[T]:
    """Yield the items read from a long file, with a progress bar if standard error is a terminal.

    Args:
        items: The items, read from the file one by one.
        what: What is being done, in words.
        file: Open for reading; its position shows the progress.
    """
    total = os.fstat(file.fileno()).st_size
    if total < LONG_BYTES or not _shows_bar():
        yield from items
        return
    with _bar() as bar:
        task = bar.add_task(printable(what), total=total)
        for number, item in enumerate(items):
            if number % _ITEMS_BETWEEN_UPDATES == 0:
                bar.update(task, completed=getattr(file, "buffer", file).tell())
            yield item


@contextmanager
def progressing(what: str) -> Iterator[Callable[[float], object]]:
    """Show how far a calculation is, with a progress bar if standard error is a terminal.

    Args:
        what: What is being done, in words.

    Yields:
        What to call with the share that is done, up to 1.
    """
    if not _shows_bar():
        yield lambda _: None
        return
    with _bar() as bar:
        task = bar.add_task(printable(what), total=1.0)
        yield lambda share: bar.update(task, completed=share)


def _shows_bar() -> bool:
    return sys.stderr.isatty() and not is_spoken(sys.stderr)


def _bar() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn
    from rich.table import Column

    # On a narrow screen a long name is cut, never the number.
    columns = (
        TextColumn("{task.percentage:>3.0f} %", table_column=Column(min_width=5, no_wrap=True)),
        BarColumn(bar_width=20, table_column=Column(min_width=20)),
        TextColumn("{task.description}", markup=False),
    )
    return Progress(*columns, console=Console(stderr=True), transient=True)
