"""Recognise the encoding of a text, or show words by which a person tells it."""

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import BinaryIO, NamedTuple

from painlog.errors import BadFileError
from painlog.formats.source import encoding_of

WINDOWS = "cp1252"
# What DOS and old Macs wrote. Every text can be read in each.
_OLD = ("cp850", "cp437", "mac-roman")
_CHUNK = 1024 * 1024
_MOST_SHOWN = 3
# Letters and quotes in UTF-8, which in Windows-1252 would be such as "Ã¤" and "â€™".
_IN_UTF8 = re.compile(rb"\xc3[\x80-\xbf]|\xe2\x80[\x80-\xbf]|\xe2\x82\xac")
_NOT_ASCII = re.compile(rb"[\x80-\xff]+")
_ENDS = rb'[ \t\r\n,;|"]'


class Recognised(NamedTuple):
    """An encoding; where it was assumed, a word that shows it, and how else the word may look."""

    encoding: str
    assumed: str | None = None
    others: tuple[tuple[str, str], ...] = ()


def recognised_encoding(file: BinaryIO) -> Recognised:
    """Return the encoding of a text.

    Raises:
        BadFileError: if nothing tells it, or parts of the text are in different ones.
    """
    file.seek(0)
    encoding = encoding_of(file.read(4096))
    if encoding != "utf-8":
        return Recognised(encoding)
    offender = _not_utf8(file)
    if offender is None:
        return Recognised(encoding)
    as_windows = _decodes(file, WINDOWS)
    if (in_utf8 := next(_words(file, _IN_UTF8), None)) is not None:
        as_one = "To read all of it as one: --encoding windows-1252. " if as_windows else ""
        raise BadFileError(
            f'Some of the file is UTF-8 ("{_shown(in_utf8, "utf-8")}") and some is not '
            f'("{_shown(offender, WINDOWS)}" as Windows-1252), so one of them would be misread. '
            f"Save all of it as CSV UTF-8. {as_one}Nothing was imported."
        )
    if not as_windows:
        raise BadFileError(_unrecognised(file))
    word = offender.decode(WINDOWS, "replace")
    others = () if _looks_right(word) else tuple((name, _shown(offender, name)) for name in _OLD)
    return Recognised(WINDOWS, word, others)


def _looks_right(word: str) -> bool:
    return all(letter.isascii() or letter.isalpha() for letter in word)


def _unrecognised(file: BinaryIO) -> str:
    words = list(dict.fromkeys(islice(_words(file, _NOT_ASCII), 100)))[:_MOST_SHOWN]
    looks = "; ".join(
        f"{name}: " + ", ".join(f'"{_shown(word, name)}"' for word in words) for name in _OLD
    )
    return (
        f"The file's encoding cannot be recognised. Its words in some are: {looks}. Name the one "
        "in which they look right, with --encoding NAME, or save the file as CSV UTF-8. Nothing "
        "was imported."
    )


def _shown(word: bytes, encoding: str) -> str:
    return "".join(c if c.isprintable() else "\ufffd" for c in word.decode(encoding, "replace"))


def _words(file: BinaryIO, pattern: "re.Pattern[bytes]") -> Iterator[bytes]:
    """Yield the words in which a pattern is found, but not across two chunks."""
    file.seek(0)
    while chunk := file.read(_CHUNK):
        for found in pattern.finditer(chunk):
            yield _word(chunk, found.start())


def _not_utf8(file: BinaryIO) -> bytes | None:
    """Return the word around the first byte that is not UTF-8; None if all are."""
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
    before = re.split(_ENDS, text[max(0, place - 20) : place])[-1]
    return before + re.split(_ENDS, text[place : place + 20])[0]


def _decodes(file: BinaryIO, encoding: str) -> bool:
    file.seek(0)
    with suppress(UnicodeDecodeError):
        while chunk := file.read(_CHUNK):
            chunk.decode(encoding)
        return True
    return False
