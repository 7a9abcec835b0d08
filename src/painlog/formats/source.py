"""A file to import: opened, and its kind told by its first bytes, never by its name."""

import codecs
import os
import re
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from painlog.errors import BadFileError
from painlog.files.companions import DATABASE_START
from painlog.files.private import unnamed_file

FileKind = Literal[
    "table", "json", "database", "xlsx", "ods", "apple-health", "apple-health-zip", "fhir", "nomie"
]

_LOOKED_AT_BYTES = 4096
# Byte order marks. UTF-32's begins as UTF-16's does, so it is looked for first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# How files begin that are not text, or that are text but not a table.
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "a file of an old Office program, or one with a password"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a text document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"<!doctype", "a web page"),
    (b"<html", "a web page"),
    (b"<?xml", "XML"),
)
_ZIPPED = b"PK\x03\x04"
# Exports in JSON and XML that are known by how they begin.
_FHIR = re.compile(r'"resourceType"\s*:\s*"Bundle"')
_NOMIE = re.compile(r'\{\s*"version"\s*:\s*"[^"]*"\s*,\s*"created"\s*:[^{}]*"files"\s*:')
_APPLE_HEALTH = re.compile(rb"<!doctype healthdata|<healthdata", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """An open file to import.

    `name` is what messages call it. `file` is at its start and can be read from there again.
    `path` is None for standard input and for a pipe, of which `file` is a private copy.
    """

    name: str
    file: BinaryIO
    kind: FileKind
    path: Path | None = None


@contextmanager
def opened(file: Path) -> Iterator[Source]:
    """Open a file to import; "-" is standard input.

    What can be read only once is copied first, to a file without a name that nobody else can open
    and that is gone when it is closed.

    Raises:
        BadFileError: if it does not exist or cannot be read.
    """
    if str(file) == "-":
        with _copied(sys.stdin.buffer, "standard input") as copy:
            yield Source("standard input", copy, _kind(copy, "standard input"))
        return
    try:
        found = file.open("rb")
    except FileNotFoundError:
        raise BadFileError(f"There is no file {file}.") from None
    except OSError as error:
        raise BadFileError(f"{file} cannot be read: {error.strerror}.") from error
    with found:
        if stat.S_ISCHR(mode := os.fstat(found.fileno()).st_mode) or stat.S_ISBLK(mode):
            raise BadFileError(f"{file} is a device, not a file. Give the file to import.")
        if found.seekable():
            yield Source(str(file), found, _kind(found, str(file)), file)
            return
        with _copied(found, str(file)) as copy:
            yield Source(str(file), copy, _kind(copy, str(file)))


@contextmanager
def _copied(file: BinaryIO, name: str) -> Iterator[BinaryIO]:
    with unnamed_file() as copy:
        try:
            shutil.copyfileobj(file, copy)
            copy.seek(0)
        except OSError as error:
            raise BadFileError(f"{name} cannot be read: {error.strerror}.") from error
        yield copy


def _kind(file: BinaryIO, name: str) -> FileKind:
    start = file.read(_LOOKED_AT_BYTES)
    file.seek(0)
    if start.startswith(_ZIPPED):
        return _kind_of_zipped(file, name)
    if start.lstrip(codecs.BOM_UTF8).lstrip().startswith(b"<?xml") and _APPLE_HEALTH.search(start):
        return "apple-health"
    _refuse_other_kinds(start, name)
    if start.startswith(DATABASE_START):
        return "database"
    text = start.decode(encoding_of(start), "replace").lstrip("\ufeff \t\r\n")
    if not text.startswith(("{", "[")):
        return "table"
    if _FHIR.search(text):
        return "fhir"
    return "nomie" if _NOMIE.match(text) else "json"


def _kind_of_zipped(file: BinaryIO, name: str) -> FileKind:
    """Tell a spreadsheet from other zipped files by the names of its parts."""
    import zipfile  # noqa: PLC0415 - few files are zipped

    try:
        with zipfile.ZipFile(file) as opened:
            parts = {part.casefold() for part in opened.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        parts = set()
    file.seek(0)
    if "xl/workbook.xml" in parts:
        return "xlsx"
    if "content.xml" in parts:
        return "ods"
    if any(part.endswith("/export.xml") for part in parts):
        return "apple-health-zip"
    raise _refusal(name, "a zipped file that is not an XLSX or ODS spreadsheet")


def _refuse_other_kinds(start: bytes, name: str) -> None:
    begins = start.removeprefix(codecs.BOM_UTF8).lstrip().lower()
    for beginning, what in _OTHERS:
        if start.startswith(beginning) or begins.startswith(beginning):
            raise _refusal(name, what)


def _refusal(name: str, what: str) -> BadFileError:
    return BadFileError(
        f"{name} is {what}, which painlog does not read. Open it in the program that it belongs "
        'to, save the table as CSV ("Save as" or "Export"; CSV UTF-8 where that is offered), and '
        "import that file."
    )


def encoding_of(start: bytes) -> str:
    """Return the Unicode encoding of a text from its first bytes; UTF-8 where nothing says more."""
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding
    # In UTF-16, every other byte of Latin letters is null.
    pairs = max(len(start) // 2, 1)
    for place, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        nulls, others = start[place::2].count(0), start[1 - place :: 2].count(0)
        if start[place : place + 1] == b"\0" or (nulls > pairs * 0.6 and others < pairs * 0.1):
            return encoding
    return "utf-8"
