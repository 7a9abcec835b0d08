"""XLSX, as Excel, LibreOffice, Numbers and Google Sheets save it (ECMA-376, part 1)."""

import re
from collections.abc import Callable, Iterator
from itertools import count

from painlog.errors import BadFileError
from painlog.formats.sheets.archive import Archive
from painlog.formats.sheets.cells import (
    DAY_ZERO,
    DAY_ZERO_1904,
    MOST_COLUMNS,
    MOST_ROWS,
    SheetName,
    meaning_of,
    moment_text,
    number_text,
)
from painlog.formats.xml_events import XmlEvent, attribute, xml_events

_WORKBOOK = "xl/workbook.xml"
_SMALL = 32 * 1024 * 1024
MOST_CHARACTERS = 64 * 1024 * 1024
MOST_MERGED = 10_000
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_MERGED = re.compile(rb'mergeCell [^>]*?ref="([A-Z]{1,3})([0-9]{1,7}):[A-Z]{1,3}([0-9]{1,7})"')
# "_x000D_" is a character that XML cannot hold.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Xlsx:
    """A workbook: its sheets, and the rows of each."""

    def __init__(self, archive: Archive) -> None:
        """Read what the sheets share.

        Raises:
            BadFileError: if it is not such a file, or too big.
        """
        self._archive = archive
        self.uncalculated = 0
        self._day_zero = DAY_ZERO
        self.sheets = list(self._sheets())
        self._formats = list(self._cell_formats())
        self._strings = list(self._shared_strings())

    def rows(self, sheet: SheetName) -> Iterator[tuple[int, list[str]]]:
        """Give the rows of a sheet that have any cell, with their numbers.

        A value that is merged over several rows counts for each. For a formula, the value stored
        with it is read; `uncalculated` counts the formulas without one.
        """
        merged = self._merged(sheet)
        below: dict[int, tuple[int, str]] = {}
        for number, cells in self._plain_rows(sheet):
            if number > MOST_ROWS:
                raise BadFileError(
                    f"{self._archive.name} has a row {number:,}, which no sheet can have."
                )
            for column, (last, text) in list(below.items()):
                if number > last:
                    del below[column]
                elif not cells.get(column):
                    cells[column] = text
            for column, last in merged.get(number, ()):
                below[column] = (last, cells.get(column, ""))
            width = max(cells, default=-1) + 1
            yield number, [cells.get(column, "") for column in range(width)]

    def _events(self, part: str, most: int = 0) -> Iterator[XmlEvent]:
        with self._archive.open(part, most or _SMALL) as opened:
            yield from xml_events(opened, self._archive.name)

    def _sheets(self) -> Iterator[SheetName]:
        targets = {
            attribute(event.attributes, "Id"): attribute(event.attributes, "Target")
            for event in self._events("xl/_rels/workbook.xml.rels")
            if event.tag == "Relationship" and event.attributes
        }
        for event in self._events(_WORKBOOK):
            said = event.attributes or {}
            if event.tag == "workbookPr" and said.get("date1904", "0") in ("1", "true"):
                self._day_zero = DAY_ZERO_1904
            if event.tag == "sheet" and said:
                target = targets.get(attribute({k: v for k, v in said.items() if ":" in k}, "id"))
                if target and "chartsheet" not in target:
                    part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
                    hidden = said.get("state", "visible") != "visible"
                    yield SheetName(said.get("name", ""), part, hidden)

    def _cell_formats(self) -> Iterator[tuple[int, str]]:
        """Yield the number format of each cell style, by its number and its text."""
        if not self._archive.has("xl/styles.xml"):
            return
        texts: dict[int, str] = {}
        inside = False
        for event in self._events("xl/styles.xml"):
            said = event.attributes
            if event.tag == "numFmt" and said:
                texts[_number(said.get("numFmtId", ""))] = said.get("formatCode", "")
            elif event.tag == "cellXfs":
                inside = said is not None
            elif inside and event.tag == "xf" and said is not None:
                number = _number(said.get("numFmtId", ""))
                yield number, texts.get(number, "")

    def _shared_strings(self) -> Iterator[str]:
        if not self._archive.has("xl/sharedStrings.xml"):
            return
        characters = 0
        for text in _texts(self._events("xl/sharedStrings.xml", MOST_CHARACTERS * 4), "si"):
            characters += len(text)
            if characters > MOST_CHARACTERS:
                raise BadFileError(
                    f"{self._archive.name} has more than {MOST_CHARACTERS:,} characters of text, "
                    "which is more than painlog reads. Save the table as CSV, and import that."
                )
            yield text

    def _merged(self, sheet: SheetName) -> dict[int, list[tuple[int, int]]]:
        """Return the columns that are merged downwards from a row, and their last rows."""
        found: dict[int, list[tuple[int, int]]] = {}
        number = count()
        with self._archive.open(sheet.part) as opened:
            held = b""
            while chunk := opened.read(1024 * 1024):
                held += chunk
                for match in _MERGED.finditer(held):
                    if next(number) < MOST_MERGED and match[2] != match[3]:
                        place = (_column(match[1].decode()), int(match[3]))
                        found.setdefault(int(match[2]), []).append(place)
                held = held[-200:] if not _MERGED.search(held[-200:]) else b""
        return found

    def _plain_rows(self, sheet: SheetName) -> Iterator[tuple[int, dict[int, str]]]:
        row = _XlsxRow(self._archive.name, self._value)
        with self._archive.open(sheet.part) as opened:
            for event in xml_events(opened, self._archive.name):
                row.take(event)
                if event.tag == "row" and event.attributes is None:
                    yield row.number, row.cells
        self.uncalculated += row.uncalculated

    def _value(self, cell: dict[str, str], text: str) -> str:
        kind = cell.get("t", "n")
        if kind == "s":
            place = _number(text)
            return self._strings[place] if place < len(self._strings) else ""
        if kind == "b":
            return "TRUE" if text == "1" else "FALSE" if text else ""
        if kind != "n":
            return _unescaped(text)
        style = _number(cell.get("s", ""))
        try:
            value = float(text)
        except ValueError:
            return text
        meaning = meaning_of(*self._formats[style]) if style < len(self._formats) else "number"
        if meaning == "number" or abs(value) > 1e9:
            return number_text(value)
        return moment_text(value, meaning, self._day_zero)


class _XlsxRow:
    """The cells of the row that is being read, by their columns."""

    def __init__(self, name: str, value: Callable[[dict[str, str], str], str]) -> None:
        self.number = 0
        self.cells: dict[int, str] = {}
        self.uncalculated = 0
        self._name = name
        self._value = value
        self._column = -1
        self._cell: dict[str, str] = {}
        self._text: list[str] = []
        self._reading = self._formula = False

    def take(self, event: XmlEvent) -> None:
        tag, said, letters, _ = event
        if not tag:
            if self._reading:
                self._text.append(letters)
        elif tag in ("v", "t"):
            self._reading = said is not None
        elif tag == "c":
            self._begin_cell(said) if said is not None else self._end_cell()
        elif tag == "f":
            self._formula = True
        elif tag == "row" and said is not None:
            self.number = _number(said.get("r", "")) or self.number + 1
            self.cells, self._column = {}, -1

    def _begin_cell(self, said: dict[str, str]) -> None:
        self._cell, self._text, self._formula = said, [], False
        self._column = _place(said.get("r", ""), self._column)

    def _end_cell(self) -> None:
        self.uncalculated += self._formula and not self._text
        if value := self._value(self._cell, "".join(self._text)):
            if self._column >= MOST_COLUMNS:
                raise BadFileError(
                    f"{self._name} has something in column {self._column + 1:,}; painlog reads up "
                    f"to {MOST_COLUMNS:,} columns. Nothing was imported."
                )
            self.cells[self._column] = value


def _texts(events: Iterator[XmlEvent], around: str) -> Iterator[str]:
    """Give the text inside each such tag, without the hints on how to pronounce it."""
    text: list[str] = []
    reading = hint = False
    for tag, said, letters, _ in events:
        if tag == "t":
            reading = said is not None
        elif tag == "rPh":
            hint = said is not None
        elif reading and not hint and not tag:
            text.append(letters)
        elif tag == around and said is None:
            yield _unescaped("".join(text))
            text = []


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _place(reference: str, before: int) -> int:
    """Return the column of "C7", counted from 0; the next one if none is given."""
    found = _CELL.fullmatch(reference)
    return _column(found[1]) if found else before + 1


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
