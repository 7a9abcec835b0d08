"""ODS, as LibreOffice saves it (OpenDocument 1.3, part 3)."""

import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import BinaryIO

from painlog.errors import BadFileError
from painlog.formats.sheets.archive import Archive
from painlog.formats.sheets.cells import (
    MOST_COLUMNS,
    MOST_ROWS,
    SheetName,
    clock_text,
    length_text,
    number_text,
    percent_text,
    whole_seconds,
)
from painlog.formats.xml_events import XmlEvent, attribute, xml_events

_CONTENT = "content.xml"
_LENGTH = re.compile(r"P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?")
_CELLS = ("table-cell", "covered-table-cell")
# These parts of a cell are not its text.
_ASIDE = ("annotation", "ruby-text")
# A cell shows a time of day if its text is like "00:00", "12 AM" or "0h30".
_SHOWN_CLOCK = re.compile(r"\d:\d\d|\d\s?[ap]\.?\s?m\b|\dh\d\d|\bUhr\b", re.IGNORECASE)
_A_DAY = 24 * 60 * 60


class Ods:
    """A workbook: its sheets, and the rows of each."""

    def __init__(self, archive: Archive) -> None:
        """Find its sheets.

        Raises:
            BadFileError: if it is not such a file, or too big.
        """
        self._archive = archive
        self.uncalculated = 0
        self.sheets = list(self._sheets())

    def rows(self, sheet: SheetName) -> Iterator[tuple[int, list[str]]]:
        """Give the rows of a sheet that have any text, with their numbers.

        A value that is merged over several rows counts for each. For a formula, the value stored
        with it is read; `uncalculated` counts the formulas without one.
        """
        number, row = 1, _OdsRow(self._archive.name)
        with self._archive.open(_CONTENT) as opened:
            for event in self._of(sheet, opened):
                row.take(event)
                if event.tag != "table-row" or event.attributes is not None:
                    continue
                repeated = row.repeated
                cells = row.ended()
                if any(cells):
                    if number + repeated - 1 > MOST_ROWS:
                        raise BadFileError(
                            f"{self._archive.name} has more than {MOST_ROWS:,} rows with text. "
                            "Nothing was imported."
                        )
                    yield from ((number + i, cells) for i in range(repeated))
                number += repeated
        self.uncalculated += row.uncalculated

    def _of(self, sheet: SheetName, opened: BinaryIO) -> Iterator[XmlEvent]:
        """Give the events inside a sheet; its `part` is its number."""
        here, depth = -1, 0
        for event in xml_events(opened, self._archive.name):
            if event.tag == "table":
                depth += 1 if event.attributes is not None else -1
                here += event.attributes is not None and depth == 1
            elif depth == 1 and here == int(sheet.part):
                yield event
            elif here > int(sheet.part):
                return

    def _sheets(self) -> Iterator[SheetName]:
        hidden_styles, style, depth, number = set[str](), "", 0, 0
        with self._archive.open(_CONTENT) as opened:
            for tag, said, _, _ in xml_events(opened, self._archive.name):
                if tag == "style" and said is not None:
                    style = attribute(said, "name")
                elif tag == "table-properties" and said is not None:
                    if attribute(said, "display") == "false":
                        hidden_styles.add(style)
                elif tag == "table":
                    depth += 1 if said is not None else -1
                    if said is not None and depth == 1:
                        hidden = attribute(said, "style-name") in hidden_styles
                        yield SheetName(attribute(said, "name"), str(number), hidden)
                        number += 1


class _OdsRow:
    """The cells of the row that is being read."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.repeated = 1
        self.uncalculated = 0
        self._cells: list[str] = []
        self._column = 0
        self._cell: dict[str, str] = {}
        self._lines: list[str] = []
        self._aside = 0
        self._below: dict[int, tuple[int, str]] = {}

    def take(self, event: XmlEvent) -> None:
        tag, said, letters, _ = event
        if tag in _ASIDE:
            self._aside += 1 if said is not None else -1
        elif self._aside:
            return
        elif tag == "table-row" and said is not None:
            self.repeated = _count(attribute(said, "number-rows-repeated"))
            self._cells, self._column = [], 0
        elif tag in _CELLS:
            if said is not None:
                self._cell, self._lines = said, []
            else:
                self._end_cell(covered=tag == "covered-table-cell")
        elif tag == "p" and said is not None:
            self._lines.append("")
        elif self._lines:
            self._lines[-1] += letters or _blank(tag, said)

    def ended(self) -> list[str]:
        """Return the cells of the row, and count down what is merged over rows."""
        self._below = {
            column: (rows - self.repeated, text)
            for column, (rows, text) in self._below.items()
            if rows > self.repeated
        }
        return self._cells

    def _end_cell(self, *, covered: bool) -> None:
        repeated = _count(attribute(self._cell, "number-columns-repeated"))
        text = _value(self._cell, "\n".join(self._lines))
        if not text and attribute(self._cell, "formula"):
            self.uncalculated += repeated * self.repeated
        for column in range(self._column, min(self._column + repeated, MOST_COLUMNS)):
            here = self._below[column][1] if covered and column in self._below else text
            if here:
                self._cells += [""] * (column - len(self._cells))
                self._cells.append(here)
            rows = _count(attribute(self._cell, "number-rows-spanned"))
            if rows > 1 and not covered:
                self._below[column] = (rows, text)
        self._column += repeated
        if text and self._column > MOST_COLUMNS:
            raise BadFileError(
                f"{self._name} has something in column {self._column:,}; painlog reads up to "
                f"{MOST_COLUMNS:,} columns. Nothing was imported."
            )


def _blank(tag: str, said: dict[str, str] | None) -> str:
    if said is None:
        return ""
    if tag == "s":
        return " " * min(_count(attribute(said, "c")), 1000)
    return {"tab": "\t", "line-break": "\n"}.get(tag, "")


def _value(cell: dict[str, str], text: str) -> str:
    kind = attribute(cell, "value-type")
    if kind in ("float", "percentage", "currency"):
        as_text = percent_text if kind == "percentage" else number_text
        try:
            return as_text(float(attribute(cell, "value")))
        except ValueError:
            return text
    if kind == "date":
        return _date(attribute(cell, "date-value"), text)
    if kind == "time":
        return _time(attribute(cell, "time-value")) or text
    if kind == "boolean":
        return attribute(cell, "boolean-value").upper()
    return (text or attribute(cell, "string-value")) if kind else ""


def _date(value: str, shown: str) -> str:
    """Return a date, with its time of day unless it is a midnight that the cell does not show.

    Some programs leave out the time of a midnight, others write one for every day.
    """
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    if moment.tzinfo is not None:
        return value
    midnight = datetime.combine(moment, time.min)
    moment = midnight + timedelta(seconds=whole_seconds((moment - midnight).total_seconds()))
    if moment.time() == time.min and not _SHOWN_CLOCK.search(shown):
        return moment.date().isoformat()
    return moment.isoformat()


def _time(text: str) -> str:
    found = _LENGTH.fullmatch(text)
    if not found:
        return ""
    days, hours, minutes = (int(part or 0) for part in found.groups()[:3])
    seconds = float((found[4] or "0").replace(",", "."))
    length = whole_seconds(((days * 24 + hours) * 60 + minutes) * 60 + seconds)
    return clock_text(length) if length < _A_DAY else length_text(length)


def _count(text: str) -> int:
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 10 else 1
