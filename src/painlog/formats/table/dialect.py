"""How a table is written as text: its encoding and the letter between its cells."""

import codecs
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import BinaryIO, TextIO

from painlog.errors import BadFileError, UsageError
from painlog.formats.table.rows import Lines, numbered_rows

SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars"}
WINDOWS = "cp1252"

_NAMED = {"comma": ",", "semicolon": ";", "tab": "\t", "\\t": "\t", "pipe": "|", "bar": "|"}
# UTF-32 begins as UTF-16 does, so it is asked for first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE_LETTERS = 64 * 1024
_SAMPLE_ROWS = 200
_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table is written.

    `assumed` is a line with letters for which the encoding was assumed, because the file does not
    say it; None where there is no doubt. `to_skip` are the lines before the table. `spaced` is
    whether a space follows each separator.
    """

    encoding: str = "utf-8"
    separator: str = ","
    assumed: str | None = None
    to_skip: int = 0
    spaced: bool = False


def recognised(file: BinaryIO, encoding: str = "", separator: str = "") -> Dialect:
    """How the table in a file is written; what is given is taken as said.

    Raises:
        BadFileError: if it is no text in any encoding that painlog can tell.
    """
    assumed = None
    if not encoding:
        encoding, assumed = _encoding(file)
    with text_of(file, encoding) as text:
        start = _read(text, _SAMPLE_LETTERS)
        at_end = len(start) < _SAMPLE_LETTERS
    first = start.split("\n", 1)[0].strip('\r\ufeff "')
    said = first[4:] if first[:4].casefold() == "sep=" else ""
    if len(said) == 1 or (said == "" and first.casefold() == "sep="):
        # Excel's own line; "sep=" and a tab loses the tab to strip().
        return Dialect(encoding, separator or said or "\t", assumed, to_skip=1)
    separator = separator or _separator(start, at_end=at_end)
    return Dialect(encoding, separator, assumed, spaced=_is_spaced(start, separator))


@contextmanager
def text_of(file: BinaryIO, encoding: str) -> Iterator[TextIO]:
    """The file from its start as text, with line ends as they are; it stays open afterwards."""
    file.seek(0)
    text = io.TextIOWrapper(file, encoding, newline="")
    try:
        yield text
    finally:
        text.detach()


@contextmanager
def rows_of(file: BinaryIO, dialect: Dialect) -> Iterator[Iterator[tuple[int, list[str]]]]:
    """The rows of a table from its start, with the numbers of their lines."""
    with text_of(file, dialect.encoding) as text:
        yield _rows(text, dialect)


def _rows(text: TextIO, dialect: Dialect) -> Iterator[tuple[int, list[str]]]:
    lines = Lines(text)
    for line, cells in numbered_rows(lines, dialect.separator, spaced=dialect.spaced):
        if line > dialect.to_skip:
            yield line, cells


def check_encoding(name: str) -> str:
    """The name of an encoding as Python has it; "" for none.

    Raises:
        UsageError: if there is no such encoding of text.
    """
    if not name:
        return ""
    try:
        found = codecs.lookup(name)
        io.TextIOWrapper(io.BytesIO(), name).close()
    except (LookupError, ValueError):
        raise UsageError(
            f'There is no encoding "{name}". Usual ones: utf-8, utf-16, windows-1252, '
            "iso-8859-15, mac-roman."
        ) from None
    return found.name


def parse_separator(text: str) -> str:
    """The letter between cells: itself, or "tab", "comma", "semicolon", "pipe"; "" for none.

    Raises:
        UsageError: if it is more than one letter, or one that cannot stand there.
    """
    sign = _NAMED.get(text.strip().casefold(), text)
    if len(sign) > 1 or sign in ('"', "\r", "\n", "\0"):
        raise UsageError(
            f'"{text}" cannot separate columns. Type one letter, or comma, semicolon, tab or pipe.'
        )
    return sign


def _encoding(file: BinaryIO) -> tuple[str, str | None]:
    """The encoding, and a line to show where it was assumed."""
    file.seek(0)
    start = file.read(4096)
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding, None
    # Every other byte of plain letters in UTF-16 is null.
    pairs = max(len(start) // 2, 1)
    for place, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if start[place::2].count(0) > pairs * 0.6 and start[1 - place :: 2].count(0) < pairs * 0.1:
            return encoding, None
    offender = _not_utf8(file)
    if offender is None:
        return "utf-8", None
    if not _decodes(file, WINDOWS):
        raise BadFileError(
            "The file is text in an encoding that painlog cannot tell. Save it as CSV UTF-8, or "
            "name the encoding, as in: --encoding mac-roman"
        )
    return WINDOWS, offender.decode(WINDOWS, "replace")


def _not_utf8(file: BinaryIO) -> bytes | None:
    """Some bytes around the first that are not UTF-8; None where all are."""
    file.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    at_end = False
    while not at_end:
        chunk = file.read(_CHUNK)
        at_end = not chunk
        held = decoder.getstate()[0]
        try:
            decoder.decode(chunk, at_end)
        except UnicodeDecodeError as error:
            return _word(held + chunk, error.start)
    return None


def _word(text: bytes, place: int) -> bytes:
    ends = b' \t\r\n,;|"'
    start, end = place, place + 1
    while start > max(0, place - 20) and text[start - 1] not in ends:
        start -= 1
    while end < min(len(text), place + 20) and text[end] not in ends:
        end += 1
    return text[start:end]


def _decodes(file: BinaryIO, encoding: str) -> bool:
    file.seek(0)
    try:
        while chunk := file.read(_CHUNK):
            chunk.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _read(text: TextIO, letters: int) -> str:
    try:
        return text.read(letters)
    except UnicodeError as error:
        raise BadFileError(
            f"The file is not {getattr(error, 'encoding', 'such')} text. Leave --encoding out, or "
            "name another."
        ) from error


def _separator(start: str, *, at_end: bool) -> str:
    """The letter that cuts most rows into the same number of cells, more than one."""
    best, most = ",", (0, 0)
    for sign in SEPARATORS:
        widths = _widths(start, sign, at_end=at_end)
        usual = max(widths, key=lambda width: (widths[width], width), default=0)
        if usual and (widths[usual], usual) > most:
            best, most = sign, (widths[usual], usual)
    return best


def _is_spaced(start: str, separator: str) -> bool:
    """Whether a space follows each separator of the first line, as in "Date, Place, Pain"."""
    cells = start.lstrip("\ufeff").split("\n", 1)[0].split(separator)
    return len(cells) > 1 and all(cell.startswith(" ") for cell in cells[1:])


def _widths(start: str, sign: str, *, at_end: bool) -> Counter[int]:
    widths: list[int] = []
    with suppress(BadFileError):
        for _, cells in numbered_rows(io.StringIO(start, newline=""), sign, strict=False):
            widths.append(len(cells))
            if len(widths) == _SAMPLE_ROWS:
                break
        else:
            # The last row may be cut.
            widths = widths if at_end else widths[:-1]
    return Counter(width for width in widths if width > 1)
