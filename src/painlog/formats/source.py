"""A file to take in: opened, and what kind of file it is by its first bytes, never by its name."""

import codecs
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, cast

from painlog.errors import BadFileError

FileKind = Literal["table", "json", "database"]

_DATABASE = b"SQLite format 3\0"
_LOOKED_AT_BYTES = 4096
# UTF-32 begins as UTF-16 does, so it is asked for first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """An open file to take in.

    `name` is what messages call it; `file` is at its start and can be read again from there.
    `path` is None where it has no name: standard input, which is a private copy then.
    """

    name: str
    file: BinaryIO
    kind: FileKind
    path: Path | None = None


@contextmanager
def opened(file: Path) -> Iterator[Source]:
    """Open a file to take in; "-" is standard input.

    What can be read only once is copied first: to a file without a name, which no one else can
    open and which is gone when it is closed.

    Raises:
        BadFileError: if it is not there, or cannot be read.
    """
    if str(file) == "-":
        with _copied(sys.stdin.buffer, "standard input") as copy:
            yield Source("standard input", copy, _kind(copy))
        return
    try:
        found = file.open("rb")
    except FileNotFoundError:
        raise BadFileError(f"There is no file {file}.") from None
    except OSError as error:
        raise BadFileError(f"{file} cannot be read: {error.strerror}.") from error
    with found:
        if found.seekable():
            yield Source(str(file), found, _kind(found), file)
            return
        with _copied(found, str(file)) as copy:
            yield Source(str(file), copy, _kind(copy))


@contextmanager
def _copied(file: BinaryIO, name: str) -> Iterator[BinaryIO]:
    with tempfile.TemporaryFile() as copy:
        try:
            shutil.copyfileobj(file, copy)
            copy.seek(0)
        except OSError as error:
            raise BadFileError(f"{name} cannot be read: {error.strerror}.") from error
        yield cast("BinaryIO", copy)


def _kind(file: BinaryIO) -> FileKind:
    start = file.read(_LOOKED_AT_BYTES)
    file.seek(0)
    if start.startswith(_DATABASE):
        return "database"
    text = start.decode(encoding_of(start), "replace").lstrip("\ufeff \t\r\n")
    return "json" if text.startswith(("{", "[")) else "table"


def encoding_of(start: bytes) -> str:
    """Which Unicode encoding a text has, from its first bytes; it may begin with a mark."""
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding
    # Every other byte of plain letters is null in UTF-16.
    if start[1:2] == b"\0":
        return "utf-16-le"
    return "utf-16-be" if start[:1] == b"\0" else "utf-8"
