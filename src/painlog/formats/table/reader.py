"""Rows of a table as entries, through a mapping.

Each cell is first translated into painlog's own words, and the row is then read as a row of
painlog's own CSV is: one place decides what an entry may be.
"""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime, time
from itertools import groupby

from painlog.errors import BadFileError, NotUnderstoodError, RefusedError
from painlog.formats.journal_csv import (
    JOINED_WITH,
    OWN_HEADINGS,
    Reader,
    ReadRow,
    as_wide,
    row_of,
    unguard,
)
from painlog.formats.table.dates import EXCEL, read_date, says_clock
from painlog.formats.table.mapping import COLUMN_TO_NAME, LISTS, RATED, TableMapping, tidy
from painlog.formats.table.scale import converted
from painlog.model.entry import parse_intensity
from painlog.model.names import did_you_mean, nearest
from painlog.model.treatment import NO_TREATMENT
from painlog.model.when import parse_clock, parse_iso

# Between several things in one cell of another program's; semicolons, if any, count alone.
_BETWEEN = re.compile(r"[|\r\n]|,(?!\d)")
# A list as programs write it: ["stress", "sleep"].
_BRACKETED = re.compile(r"\[(.*)\]", re.DOTALL)
_BETWEEN_WHOLES = re.compile(r"[0-9][.,][0-9]+")
_MOST_NAMES_LISTED = 30
# A spreadsheet may write a time as one on its day zero.
_DAY_ZERO = "1899-12-30"
_HOUR = re.compile(r"([01]?[0-9]|2[0-3])([0-5][0-9])?")
_ORIGINAL = {
    "intensity": "original",
    "intensity_before": "original before",
    "interference": "original interference",
}

Column = tuple[int, str]


class MappedReader:
    """Reads the rows below one header row."""

    def __init__(self, reader: Reader, mapping: TableMapping, headings: Sequence[str]) -> None:
        """Find the columns that a mapping names.

        Raises:
            BadFileError: if there is no such column, or two of that name.
        """
        self._reader = reader
        self._headings = headings
        self._repeated = list(map(bare, headings))
        # Commas are part of painlog's own lists, and separate those of other programs.
        names = {heading.strip().casefold() for heading in headings}
        self._own_lists = "felt_at" in names or names <= OWN_HEADINGS
        self._width = max(
            (i + 1 for i, heading in enumerate(headings) if heading.strip()), default=0
        )
        self._columns = {
            field: [(column(headings, heading), heading) for _, heading in several]
            for field, several in groupby(sorted(mapping.columns, key=_field), key=_field)
        }
        self._meant = {
            (field, written.casefold()): meant for field, written, meant in mapping.values
        }
        self._defaults = dict(mapping.defaults)
        self._scales = dict(mapping.scales)
        self._format = mapping.date_format

    def text(self, field: str, cells: Sequence[str]) -> str:
        """Return the cell in the one column of a field; "" if there is none."""
        places = self._columns.get(field)
        if places and len(cells) > places[0][0]:
            return bare(unguard(cells[places[0][0]]))
        return ""

    def row(self, line: int, cells: Sequence[str]) -> ReadRow:
        """Read one row as an entry, or say why it cannot be one."""
        return row_of(line, lambda: self._reader.entry(self._in_own_words(cells)))

    def _in_own_words(self, cells: Sequence[str]) -> Mapping[str, str]:
        if bare(cells[0]) == self._repeated[0] and list(map(bare, cells)) == self._repeated:
            raise NotUnderstoodError("repeats the header row")
        if len(cells) < len(self._headings):
            # A header row that ends with a separator has no column there that a row could lack.
            as_wide(cells, self._headings[: self._width])
            cells = [*cells, *([""] * (len(self._headings) - len(cells)))]
        as_wide(cells, self._headings)
        own = {field: self._plain(field, cells) for field in ("side", "uid", "region")}
        own |= {field: self._list(field, cells) for field in LISTS}
        if own["region"]:
            # First, so that every unknown name is listed, whatever else is wrong.
            self._reader.names.check(own["region"], own["treatments"])
        notes = [self._note(cells)]
        for field in RATED:
            own[field], original = self._rating(field, cells)
            notes.append(original)
        own["note"] = "\n".join(filter(None, notes))
        own["felt_at"] = self._felt_at(cells)
        return own

    def _plain(self, field: str, cells: Sequence[str]) -> str:
        """Return the translated text of a field that comes from one column."""
        return self._translated(field, self.text(field, cells)) or self._defaults.get(field, "")

    def _translated(self, field: str, text: str) -> str:
        if not self._meant:
            return text
        return self._meant.get((field, tidy(text).casefold()), text)

    def _list(self, field: str, cells: Sequence[str]) -> str:
        found: list[str] = []
        for place, heading in self._columns.get(field, ()):
            text = self._translated(field, unguard(cells[place]).strip())
            for part in in_parts(text, own=self._own_lists and heading.casefold() == field):
                meant = self._translated(field, part.strip())
                if field != "treatments" or meant.casefold() not in NO_TREATMENT:
                    found.append(meant)
        return JOINED_WITH.join(filter(None, found)) or self._defaults.get(field, "")

    def _note(self, cells: Sequence[str]) -> str:
        places = self._columns.get("note", ())
        texts = [
            (tidy(self._headings[place]) or heading, text)
            for place, heading in places
            if (text := self._translated("note", unguard(cells[place]))).strip()
        ]
        if len(places) < 2:
            return texts[0][1] if texts else self._defaults.get("note", "")
        return "\n".join(f"{heading}: {text}" for heading, text in texts)

    def _rating(self, field: str, cells: Sequence[str]) -> tuple[str, str]:
        """Return a rating 0–10 as text, and what to keep of how it was written."""
        text = self.text(field, cells)
        meant = self._translated(field, text)
        if not meant:
            return self._defaults.get(field, ""), ""
        if meant != text:
            return meant, f"{_ORIGINAL[field]}: {text}"
        scale = self._scales.get(field)
        if scale is None:
            return _whole(text, field), ""
        rating = converted(text, scale)
        original = f"{_ORIGINAL[field]}: {text} on {scale}" if rating.rounded else ""
        return str(rating.value), original

    def _felt_at(self, cells: Sequence[str]) -> str:
        text = self._plain("felt_at", cells)
        clock = self._plain("time", cells).removeprefix(_DAY_ZERO).strip()
        if not self._format and not clock:
            return text
        if not text:
            raise NotUnderstoodError("felt_at is empty")
        moment, has_clock = self._moment(text)
        if not clock:
            return moment.isoformat() if has_clock else moment.date().isoformat()
        if has_clock and moment.time() != time.min:
            raise RefusedError(f'"{text}" and "{clock}" both give a time of day')
        return datetime.combine(moment, self._clock(clock)).isoformat()

    def _clock(self, text: str) -> time:
        """Read a time of day in a column of its own, where "21" and "2130" are times, too."""
        if self._format == EXCEL and text.startswith("0") and not text.isdigit():
            with suppress(ValueError):
                return read_date(text, EXCEL).time()
        if found := _HOUR.fullmatch(text):
            return time(int(found[1]), int(found[2] or 0))
        return parse_clock(text)

    def _moment(self, text: str) -> tuple[datetime, bool]:
        if self._format:
            try:
                moment = read_date(text, self._format, self._reader.zone)
            except ValueError:
                raise NotUnderstoodError(
                    f'"{text}" is not a date written as {self._format}'
                ) from None
            whole_day = self._format == EXCEL and moment.time() == time.min
            return moment, says_clock(self._format) and not whole_day
        try:
            moment = parse_iso(text)
        except ValueError:
            raise NotUnderstoodError(
                f'"{text}" is not a date such as 2026-03-05; say how it is written with '
                "--date-format"
            ) from None
        return moment, len(text) > len("2026-03-05")


def bare(cell: str) -> str:
    """Return a cell without spaces around it and the mark that joining two files leaves."""
    return cell.strip("\ufeff").strip()


def in_parts(text: str, *, own: bool = False) -> list[str]:
    """Split a cell that lists several things, as painlog separates them or other programs do."""
    if own:
        return text.split(";")
    if found := _BRACKETED.fullmatch(text.strip()):
        return [part.strip().strip("\"'") for part in _BETWEEN.split(found[1])]
    return text.split(";") if ";" in text else _BETWEEN.split(text)


def column(headings: Sequence[str], wanted: str) -> int:
    """Return the index of a column by its name, or by its number as in "#3".

    Raises:
        BadFileError: if there is none, or two.
    """
    written = [tidy(heading) for heading in headings]
    folded = [heading.casefold() for heading in written]
    for here, there in ((written, wanted), (folded, wanted.casefold())):
        places = [place for place, heading in enumerate(here) if heading == there]
        if len(places) > 1:
            raise BadFileError(
                f'{len(places):,} columns are called "{wanted}". Name the one you mean by its '
                f"number, as in: {' or '.join(f'#{place + 1}' for place in places[:3])}"
            )
        if places:
            return places[0]
    number = wanted.removeprefix("#")
    if number != wanted and number.isdecimal() and 1 <= int(number) <= len(headings):
        return int(number) - 1
    there_are = ", ".join(heading for heading in written[:_MOST_NAMES_LISTED] if heading)
    if wanted == COLUMN_TO_NAME:
        raise BadFileError(
            f"Replace {COLUMN_TO_NAME} with the name of a column, one of: {there_are}. Or, if no "
            "column has the region, type --default region=head instead of that --map"
        )
    near = did_you_mean(
        nearest(wanted, {heading.casefold(): heading for heading in written if heading})
    )
    raise BadFileError(f'The file has no column "{wanted}".{near} Its columns: {there_are}.')


def has_columns(headings: Sequence[str], mapping: TableMapping) -> bool:
    """Return whether a row has every column name of a mapping, apart from numbers."""
    there = {tidy(heading).casefold() for heading in headings}
    named = [t for _, t in mapping.columns if not t.startswith("#") or t.casefold() in there]
    return bool(there) and all(heading.casefold() in there for heading in named)


def _field(column_: tuple[str, str]) -> str:
    return column_[0]


def _whole(text: str, field: str) -> str:
    try:
        parse_intensity(text, field)
    except NotUnderstoodError:
        if _BETWEEN_WHOLES.fullmatch(text):
            raise NotUnderstoodError(
                f'"{text}" is between whole numbers. To round it, and keep it in the note: '
                "--scale 0-10"
            ) from None
        raise
    return text
