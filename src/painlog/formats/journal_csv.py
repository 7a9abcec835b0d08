"""Entries as CSV and back, so that every text survives the round trip.

RFC 4180, UTF-8, with a header. The contract is docs/formats.md.
"""

import csv
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from itertools import islice
from typing import TextIO

from painlog.errors import BadFileError, NotUnderstoodError, PainlogError, RefusedError
from painlog.model.entry import Entry, checked, clean_text, parse_intensity, parse_tags
from painlog.model.names import did_you_mean, nearest
from painlog.model.region import Regions, parse_side
from painlog.model.treatment import Treatments
from painlog.model.when import EARLIEST_YEAR, NOON, at_local, parse_iso

COLUMNS = (
    "uid",
    "felt_at",
    "region",
    "side",
    "intensity",
    "intensity_before",
    "interference",
    "treatments",
    "qualities",
    "triggers",
    "conditions",
    "note",
)
JOINED_WITH = "; "
ROWS_AT_A_TIME = 200
LONGEST_CELL = 16 * 1024 * 1024

# What a spreadsheet would run as a formula. A leading quote keeps it from that; a text that has
# such quotes of its own gets one more, so that taking one off again gives back the text.
_WOULD_RUN = re.compile(r"'*[=+\-@\t\r]")
_KEPT_FROM_RUNNING = re.compile(r"'+[=+\-@\t\r]")


@dataclass(frozen=True, slots=True)
class Row:
    """One row as an entry, or why it cannot be one. `line` is where it begins in the file."""

    line: int
    entry: Entry | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """What is needed to understand rows: names, the present, and the local clock."""

    regions: Regions
    treatments: Treatments
    now: datetime
    zone: tzinfo | None = None

    def rows(self, file: TextIO) -> Iterator[Row]:
        """Every row of the file in turn, good or bad.

        Raises:
            BadFileError: if the file as a whole is not in this format.
        """
        csv.field_size_limit(LONGEST_CELL)
        reader = csv.reader(file, strict=True)
        try:
            header = _header(next(reader, []))
            while True:
                line = reader.line_num + 1
                cells = next(reader, None)
                if cells is None:
                    return
                if cells:
                    yield self._row(line, header, cells)
        except csv.Error as error:
            raise BadFileError(
                f"Line {reader.line_num} is not CSV ({error}). Nothing was imported."
            ) from error
        except UnicodeDecodeError as error:
            raise BadFileError(
                "The file is not UTF-8 text. Save it as CSV UTF-8 and try again. "
                "Nothing was imported."
            ) from error

    def _row(self, line: int, header: list[str], cells: list[str]) -> Row:
        if len(cells) != len(header):
            return Row(line, reason=f"has {len(cells)} cells, expected {len(header)}")
        try:
            return Row(line, self._entry(dict(zip(header, map(_unguard, cells), strict=True))))
        except PainlogError as error:
            return Row(line, reason=str(error))

    def _entry(self, cell: Mapping[str, str]) -> Entry:
        side = parse_side(cell.get("side", ""))
        region, side = self.regions.find(_needed(cell, "region"), side)
        return checked(
            Entry(
                felt_at=self._felt_at(cell.get("felt_at") or _needed(cell, "date")),
                region=region.name,
                side=side,
                intensity=parse_intensity(_needed(cell, "intensity")),
                intensity_before=_rating(cell, "intensity_before", "intensity"),
                interference=_rating(cell, "interference", "interference"),
                treatments=self.treatments.find_all([cell.get("treatments", "")]),
                qualities=parse_tags([cell.get("qualities", "")]),
                triggers=parse_tags([cell.get("triggers", "")]),
                conditions=parse_tags([cell.get("conditions", "")]),
                note=clean_text(cell.get("note", "")),
                uid=_uid(cell.get("uid", "")),
            ),
            "leave intensity_before empty",
        )

    def _felt_at(self, text: str) -> datetime:
        try:
            moment = parse_iso(text.strip())
        except ValueError:
            raise NotUnderstoodError(
                f'"{text}" is not a date or time such as 2026-03-05 or 2026-03-05T21:00+01:00'
            ) from None
        # The years at the ends of the calendar have no local time everywhere.
        if moment.year < EARLIEST_YEAR:
            raise RefusedError(f'"{text}" is before {EARLIEST_YEAR}, where painlog starts')
        if moment.year > self.now.year + 1:
            raise RefusedError(f'"{text}" is in the future')
        if _is_day(text.strip()):
            moment = datetime.combine(moment, NOON)
            if moment.date() == self.now.date():
                moment = min(moment, self.now.replace(tzinfo=None))
        offset = moment.utcoffset()
        if offset is None:
            moment = at_local(moment, self.zone)
        elif offset.seconds % 60 or offset.microseconds:
            raise RefusedError(f'"{text}" has an offset that is not in whole minutes')
        moment = moment.replace(microsecond=0)
        if moment > self.now + timedelta(minutes=1):
            raise RefusedError(f'"{text}" is in the future')
        return moment


def write(entries: Iterable[Entry], file: TextIO) -> int:
    """Write the entries, one by one, under a header; gives their number."""
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    number = 0
    rest = iter(entries)
    while some := tuple(islice(rest, ROWS_AT_A_TIME)):
        writer.writerows(map(_cells, some))
        number += len(some)
    return number


def _cells(entry: Entry) -> tuple[str | int | None, ...]:
    return (
        entry.uid,
        entry.felt_at.isoformat(timespec="seconds"),
        _guard(entry.region),
        entry.side,
        entry.intensity,
        entry.intensity_before,
        entry.interference,
        _list(entry.treatments),
        _list(entry.qualities),
        _list(entry.triggers),
        _list(entry.conditions),
        _guard(entry.note),
    )


# The same few lists come again and again in a journal.
@lru_cache(maxsize=1024)
def _list(values: tuple[str, ...]) -> str:
    return _guard(JOINED_WITH.join(values))


def _guard(text: str) -> str:
    return f"'{text}" if _WOULD_RUN.match(text) else text


def _unguard(text: str) -> str:
    return text[1:] if _KEPT_FROM_RUNNING.match(text) else text


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _header(cells: list[str]) -> list[str]:
    header = [cell.strip().casefold() for cell in cells]
    expected = f"The columns are: {', '.join(COLUMNS)}."
    _refuse_other_formats(cells)
    for name in header:
        if name not in COLUMNS and name != "date":
            near = did_you_mean(nearest(name, {column: column for column in COLUMNS}))
            raise BadFileError(f'The column "{name}" is not known.{near} {expected}')
    if "felt_at" in header and "date" in header:
        raise BadFileError("The header names felt_at and date; give the time in one of them.")
    missing = [name for name in ("region", "intensity") if name not in header]
    if "felt_at" not in header and "date" not in header:
        missing.insert(0, "felt_at (or date)")
    if missing:
        raise BadFileError(f"The header lacks {', '.join(missing)}. {expected}")
    if len(set(header)) < len(header):
        raise BadFileError("The header names a column twice; each may be there once.")
    return header


def _refuse_other_formats(cells: list[str]) -> None:
    start = cells[0].lstrip() if cells else ""
    if start.startswith(("{", "[")):
        raise BadFileError(
            "This looks like JSON, which painlog cannot import yet. It imports CSV, as "
            "painlog export writes it."
        )
    if start.casefold().startswith("sep="):
        raise BadFileError(
            'The first line, "sep=", is for a spreadsheet. Remove it; the columns are separated '
            "by commas."
        )
    for sign, name in ((";", "semicolons"), ("\t", "tabs")):
        if len(cells) == 1 and sign in start:
            raise BadFileError(
                f"The columns are separated by {name}. Save the file with commas (CSV UTF-8)."
            )


def _needed(cell: Mapping[str, str], name: str) -> str:
    text = cell.get(name, "").strip()
    if not text:
        raise NotUnderstoodError(f"{name} is empty")
    return text


def _rating(cell: Mapping[str, str], name: str, what: str) -> int | None:
    text = cell.get(name, "").strip()
    return parse_intensity(text, what) if text else None


def _uid(text: str) -> str:
    try:
        return str(uuid.UUID(text.strip())) if text.strip() else ""
    except ValueError:
        raise NotUnderstoodError(f'"{text}" is not a uid; leave it empty for a new one') from None
