"""Read a table's text as rows of cells, in bounded memory: its encoding, its separator."""

import codecs
import csv
import io
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import BinaryIO, TextIO

from painlog.errors import BadFileError, UsageError
from painlog.formats.encodings import Recognised, recognised_encoding
from painlog.formats.prepared import prepared_rows

SEPARATORS = (",", ";", "\t", "|")
LONGEST_CELL = 16 * 1024 * 1024
LONGEST_ROW = 17 * 1024 * 1024

_NAMED = {"comma": ",", "semicolon": ";", "tab": "\t", "\\t": "\t", "pipe": "|", "bar": "|"}
_SAMPLE_CHARACTERS = 64 * 1024
_SAMPLE_ROWS = 200
# Reading goes on after a row that is not CSV if it is at most this long, and only so many times.
_MOST_READ_AGAIN = 256 * 1024
_MOST_UNREADABLE = 1000

NumberedRow = tuple[int, list[str]]


class UnreadableRow(list[str]):
    """The text of a row that is not CSV, as its only cell, and why it is not."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__([text])
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table is written.

    `assumed` is a word that shows how the encoding was assumed where the file does not name it;
    None where there is no doubt. `others` are encodings in which the word may look better, each
    with the word. `to_skip` counts the lines before the table. `spaced` says whether a space
    follows each separator. `prepared` says that painlog itself took the rows out of another kind of
    file (prepared.py). `verbatim` says that every text is as somebody wrote it: the file is no CSV
    and never was one, in which a quote keeps a spreadsheet from running a text.
    """

    encoding: str = "utf-8"
    separator: str = ","
    assumed: str | None = None
    to_skip: int = 0
    spaced: bool = False
    prepared: bool = False
    verbatim: bool = False
    others: tuple[tuple[str, str], ...] = ()


def recognise(file: BinaryIO, encoding: str = "", separator: str = "") -> Dialect:
    """Return how the table in a file is written; an encoding or separator given here is trusted.

    Raises:
        BadFileError: if it is not text in an encoding that painlog can recognise.
    """
    said = bool(encoding)
    encoding, assumed, others = Recognised(encoding) if said else recognised_encoding(file)
    with _text_of(file, encoding) as text:
        start = _read(text, said=said)
        at_end = len(start) < _SAMPLE_CHARACTERS
    first = start.split("\n", 1)[0].strip('\r\ufeff "')
    if first[:4].casefold() == "sep=" and len(first) <= 5:
        # Excel's own line; "sep=" and a tab loses the tab to strip().
        separator = separator or first[4:] or "\t"
        return Dialect(encoding, separator, assumed, to_skip=1, others=others)
    separator = separator or _separator(start, at_end=at_end)
    spaced = _is_spaced(start, separator)
    return Dialect(encoding, separator, assumed, spaced=spaced, others=others)


@contextmanager
def rows_of(file: BinaryIO, dialect: Dialect) -> Iterator[Iterator[NumberedRow]]:
    """Give the rows of a table from its start, with their line numbers; the file stays open.

    A row that is not CSV is given as an `UnreadableRow`; the next row begins on the line below it.
    """
    if dialect.prepared:
        file.seek(0)
        yield prepared_rows(file)
        return
    with _text_of(file, dialect.encoding) as text:
        rows = _readable_rows(Lines(text), dialect.separator, spaced=dialect.spaced)
        yield (row for row in rows if row[0] > dialect.to_skip)


class Lines:
    """The lines of a file, none longer than `LONGEST_ROW` characters.

    `in_row` counts the characters of the row that is being read, so that a quote that is never
    closed cannot swallow the whole file. A short row can be read again from its second line.
    """

    def __init__(self, file: TextIO) -> None:
        self.in_row = 0
        self._row: list[str] = []
        self._again = deque[str]()
        self._read = file.readline
        # A byte order mark that the encoding did not take off is not part of the first cell.
        if first := self._read(LONGEST_ROW).removeprefix("\ufeff"):
            self._again.append(first)

    def __iter__(self) -> "Lines":
        """Return itself: every line is given once."""
        return self

    def __next__(self) -> str:
        """Give the next line with its line ending.

        Raises:
            BadFileError: if a row is too long.
        """
        line = self._again.popleft() if self._again else self._read(LONGEST_ROW)
        if not line:
            raise StopIteration
        self.in_row += len(line)
        if self.in_row <= _MOST_READ_AGAIN:
            self._row.append(line)
        if self.in_row >= LONGEST_ROW:
            raise BadFileError(
                f"A row of this file has more than {LONGEST_ROW:,} characters, so it is not a "
                'table that painlog can read. A quote (") that is never closed may be the '
                "reason. Nothing was imported."
            )
        return line

    def next_row(self) -> None:
        """Begin a new row with the next line."""
        self._row.clear()
        self.in_row = 0

    @property
    def number(self) -> int:
        """How many lines the row has so far, if it is short."""
        return len(self._row)

    def after_first(self) -> str:
        """Begin a new row with the second line of this one, if it is short; return the first."""
        first, *rest = self._row
        self._again.extendleft(reversed(rest))
        self.next_row()
        return first


def _readable_rows(lines: Lines, separator: str, *, spaced: bool) -> Iterator[NumberedRow]:
    """Give each row that is not empty as `numbered_rows` does, and those that are not CSV."""
    above = unreadable = 0
    while True:
        try:
            for begun, cells in numbered_rows(lines, separator, spaced=spaced):
                yield above + begun, cells
        except NotCsvError as error:
            unreadable += 1
            too_much = lines.in_row > _MOST_READ_AGAIN or unreadable > _MOST_UNREADABLE
            if too_much or "field limit" in error.why:
                raise NotCsvError(above + error.line, error.why) from error
            above += error.line - lines.number + 1
            yield above, UnreadableRow(lines.after_first(), error.reason)
        else:
            return


class NotCsvError(BadFileError):
    """Text that is not CSV: the line on which that shows, and why, in Python's words."""

    def __init__(self, line: int, why: str) -> None:
        self.line = line
        self.why = why
        super().__init__(_about_csv(line, why))

    @property
    def reason(self) -> str:
        """The reason, in painlog's words."""
        if "end of data" in self.why:
            return 'a quote (") is opened and never closed'
        return 'a quote (") inside a quoted cell is not doubled'


def numbered_rows(
    lines: Iterable[str], separator: str = ",", *, strict: bool = True, spaced: bool = False
) -> Iterator[NumberedRow]:
    """Give each row that is not empty, with the number of the line where it begins.

    Args:
        lines: With their line endings.
        separator: The character between two cells.
        strict: Refuse quotes that CSV does not allow.
        spaced: Whether a space after a separator is not part of the cell.

    Raises:
        NotCsvError: if it is not a table.
        BadFileError: if it is not in the encoding that was named.
    """
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(lines, strict=strict, delimiter=separator, skipinitialspace=spaced)
    try:
        while True:
            line = reader.line_num + 1
            cells = next(reader, None)
            if cells is None:
                return
            if isinstance(lines, Lines):
                lines.next_row()
            if any(cells) and any(map(str.strip, cells)):
                yield line, cells
    except csv.Error as error:
        raise NotCsvError(reader.line_num, str(error)) from error
    except UnicodeError as error:
        name = str(getattr(error, "encoding", "")).upper()
        raise BadFileError(
            f"The file is not {name} text. Save it as CSV UTF-8 and try again, or name its "
            "encoding with --encoding. Nothing was imported."
        ) from error


def check_encoding(name: str) -> str:
    """Return an encoding's name as Python has it; "" for "".

    Raises:
        UsageError: if there is no such text encoding.
    """
    if not name:
        return ""
    try:
        found = codecs.lookup(name)
        io.TextIOWrapper(io.BytesIO(), name).close()
    except (LookupError, ValueError):
        raise UsageError(
            f'There is no encoding "{name}". Common ones: utf-8, utf-16, windows-1252, '
            "iso-8859-15, mac-roman."
        ) from None
    return found.name


def parse_separator(text: str) -> str:
    """Return the character between cells, typed as itself or by name ("tab"); "" for "".

    Raises:
        UsageError: if it is more than one character, or one that cannot separate cells.
    """
    sign = _NAMED.get(text.strip().casefold(), text)
    if len(sign) > 1 or sign in ('"', "\r", "\n", "\0"):
        raise UsageError(
            f'"{text}" cannot separate columns. Type one character, or comma, semicolon, tab or '
            "pipe."
        )
    return sign


@contextmanager
def _text_of(file: BinaryIO, encoding: str) -> Iterator[TextIO]:
    """Give the file from its start as text, with its line endings unchanged."""
    file.seek(0)
    text = io.TextIOWrapper(file, encoding, newline="")
    try:
        yield text
    finally:
        text.detach()


def _read(text: TextIO, *, said: bool) -> str:
    try:
        return text.read(_SAMPLE_CHARACTERS)
    except UnicodeError as error:
        name = getattr(error, "encoding", "such")
        if said:
            raise BadFileError(
                f"The file is not {name} text. Leave --encoding out, or name another."
            ) from error
        raise BadFileError(
            f"The file begins as {name.upper()} text does, but is none: it is damaged, or no "
            "table. Save the table as CSV UTF-8, and import that. Nothing was imported."
        ) from error


def _separator(start: str, *, at_end: bool) -> str:
    """Return the character that cuts most rows into the same number of cells, more than one."""
    best, most = ",", (0, 0)
    for sign in SEPARATORS:
        widths = _widths(start, sign, at_end=at_end)
        usual = max(widths, key=lambda width: (widths[width], width), default=0)
        if usual and (widths[usual], usual) > most:
            best, most = sign, (widths[usual], usual)
    return best


def _widths(start: str, sign: str, *, at_end: bool) -> Counter[int]:
    widths: list[int] = []
    with suppress(BadFileError):
        for _, cells in numbered_rows(io.StringIO(start, newline=""), sign, strict=False):
            widths.append(len(cells))
            if len(widths) == _SAMPLE_ROWS:
                break
        else:
            # The last row may be cut off.
            widths = widths if at_end else widths[:-1]
    return Counter(width for width in widths if width > 1)


def _is_spaced(start: str, separator: str) -> bool:
    """Tell whether a space follows each separator of the first line, as in "Date, Place, Pain"."""
    cells = start.lstrip("\ufeff").split("\n", 1)[0].split(separator)
    return len(cells) > 1 and all(cell.startswith(" ") for cell in cells[1:])


def _about_csv(line: int, why: str) -> str:
    if "field limit" in why:
        return (
            f"The cell that ends on line {line} has more than {LONGEST_CELL:,} characters. "
            'A quote (") that is never closed may be the reason. Nothing was imported.'
        )
    return f"Line {line} is not CSV ({why}). Nothing was imported."
