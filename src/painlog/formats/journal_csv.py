"""Entries as CSV and back; every text survives the round trip. PEGs as CSV.

RFC 4180, UTF-8, with a header row. The contract is docs/formats.md.
"""

import csv
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from functools import cached_property, lru_cache
from itertools import islice
from typing import TextIO

from painlog.errors import BadFileError, NotUnderstoodError, PainlogError, RefusedError
from painlog.formats.dialect import UnreadableRow, numbered_rows
from painlog.formats.names import (
    NOTHING_RENAMED,
    KnownNames,
    Renamed,
)
from painlog.formats.read_row import ReadRow, UnratedError, row_of
from painlog.model.entry import Entry, checked, clean_text, parse_intensity, parse_tags
from painlog.model.known_treatments import Treatments
from painlog.model.names import did_you_mean, nearest
from painlog.model.peg import Peg
from painlog.model.region import Regions
from painlog.model.use import Use
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
    "until",
)
USE_COLUMNS = ("uid", "used_at", "treatment", "dose", "region", "side", "note")
PEG_COLUMNS = ("uid", "answered_on", "pain", "enjoyment", "activity", "score")
OWN_HEADINGS = frozenset(COLUMNS) | {"date"}
JOINED_WITH = "; "
ROWS_AT_A_TIME = 200
_LONGEST_DAY = len("2026-03-05")  # a time adds at least three characters to "20260305"

_PERCENTAGE = re.compile(r"[0-9]{1,3}(?:[.,][0-9]+)?\s*%")
_BETWEEN_WHOLES = re.compile(r"[0-9][.,][0-9]+(?:\s*/\s*10)?")
# What a spreadsheet would run as a formula. A leading quote prevents that. A text with such quotes
# of its own gets one more, so that taking one off again gives back the text.
_WOULD_RUN = re.compile(r"'*[=+\-@\t\r]")
_KEPT_FROM_RUNNING = re.compile(r"'+[=+\-@\t\r]")


def as_wide(cells: Sequence[str], header: Sequence[str]) -> Sequence[str]:
    """Return the cells if there is one for each heading; any further cells must be empty.

    Raises:
        NotUnderstoodError: if there are fewer or more, or the row is not CSV.
    """
    if isinstance(cells, UnreadableRow):
        raise NotUnderstoodError(cells.reason)
    if len(cells) != len(header) and (len(cells) < len(header) or any(cells[len(header) :])):
        has = "1 cell" if len(cells) == 1 else f"{len(cells)} cells"
        raise NotUnderstoodError(f"has {has}; {len(header)} are expected")
    return cells


@dataclass(frozen=True)
class Reader:
    """Reads rows, with the known names, the present moment and the local time zone.

    With `add_unknown`, a name that no catalogue has becomes one of the person's own, in `names`.
    `former` are the names that regions and treatments had before the person renamed them.
    """

    regions: Regions
    treatments: Treatments
    now: datetime
    zone: tzinfo | None = None
    add_unknown: bool = False
    former: Renamed = NOTHING_RENAMED

    @cached_property
    def names(self) -> KnownNames:
        """The names that rows may have."""
        return KnownNames(
            self.regions, self.treatments, add_unknown=self.add_unknown, former=self.former
        )

    def rows(self, lines: Iterable[str]) -> Iterator[ReadRow]:
        """Read every row of painlog's own CSV, good or bad.

        Raises:
            BadFileError: if the text as a whole is not in this format.
        """
        rows = numbered_rows(lines)
        header = checked_header(next(rows, (1, []))[1])
        for line, cells in rows:
            yield self.row(line, header, cells)

    def row(self, line: int, header: Sequence[str], cells: Sequence[str]) -> ReadRow:
        """Read one row below a header row in painlog's own names."""
        return row_of(
            line,
            # `as_wide` lets only empty cells stand beyond the header row.
            lambda: self.entry(
                dict(zip(header, map(unguard, as_wide(cells, header)), strict=False))
            ),
        )

    def entry(self, cell: Mapping[str, str]) -> Entry:
        """Return the entry of a row whose cells are given by column, as painlog writes them.

        Raises:
            PainlogError: if it cannot be one; UnknownNamesError if its names are the reason.
        """
        region, treatments = _needed(cell, "region"), cell.get("treatments", "")
        self.names.check(region, treatments)
        if not cell.get("intensity", "").strip():
            raise UnratedError("intensity is empty", self.unrated(cell))
        place, side = self.names.place(region, cell.get("side", ""))
        used = self.names.list(treatments)
        felt_at = self._moment(cell.get("felt_at") or _needed(cell, "date"))
        return checked(
            Entry(
                felt_at=felt_at,
                until=self._until(cell.get("until", ""), felt_at),
                region=place,
                side=side,
                intensity=_whole(_needed(cell, "intensity"), "intensity"),
                intensity_before=_rating(cell, "intensity_before", "intensity"),
                interference=_rating(cell, "interference", "interference"),
                treatments=used.names,
                doses=used.doses,
                qualities=_tags(cell.get("qualities", "")),
                triggers=_tags(cell.get("triggers", "")),
                conditions=_tags(cell.get("conditions", "")),
                note=clean_text(cell.get("note", "")),
                uid=_uid(cell.get("uid", "")),
            ),
            "leave intensity_before empty",
        )

    def unrated(self, cell: Mapping[str, str]) -> Entry | None:
        """Return a row without a rating as an entry of intensity 0; None if it can be none."""
        try:
            return self.entry({**cell, "intensity": "0", "intensity_before": "", "until": ""})
        except PainlogError:
            return None

    def uses(self, cell: Mapping[str, str]) -> tuple[Use, ...]:
        """Return the uses in a row without a rating, one for each treatment.

        Raises:
            PainlogError: if it names none; UnknownNamesError if its names are the reason.
        """
        region, treatments = cell.get("region", ""), cell.get("treatments", "")
        if not treatments:
            raise NotUnderstoodError("has neither a rating nor a treatment")
        self.names.check(region, treatments)
        place, side = self.names.place(region, cell.get("side", "")) if region else (None, None)
        used_at, used = self._moment(_needed(cell, "felt_at")), self.names.list(treatments)
        doses, uid = dict(used.doses), _uid(cell.get("uid", ""))
        note = clean_text(cell.get("note", ""))
        if len(used.names) > 1:
            uid = ""
        return tuple(
            Use(used_at, name, doses.get(name), place, side, note, uid) for name in used.names
        )

    def _until(self, text: str, felt_at: datetime) -> datetime | None:
        if not text.strip():
            return None
        until = self._moment(text)
        if until <= felt_at:
            raise RefusedError(f'"{text}" is not after the time at which it began')
        return until

    def _moment(self, text: str) -> datetime:
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
        if len(text.strip()) <= _LONGEST_DAY:
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
    """Write the entries one by one below a header row, and return their number."""
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    number = 0
    rest = iter(entries)
    while some := tuple(islice(rest, ROWS_AT_A_TIME)):
        writer.writerows(map(_cells, some))
        number += len(some)
    return number


def write_pegs(pegs: Iterable[Peg], file: TextIO) -> None:
    """Write the PEGs below a header row. The score is not rounded."""
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(PEG_COLUMNS)
    writer.writerows(
        (p.uid, p.answered_on.isoformat(), p.pain, p.enjoyment, p.activity, p.score) for p in pegs
    )


def _cells(entry: Entry) -> tuple[str | int | None, ...]:
    return (
        entry.uid,
        entry.felt_at.isoformat(timespec="seconds"),
        guard(entry.region),
        entry.side,
        entry.intensity,
        entry.intensity_before,
        entry.interference,
        _treatments(entry),
        _list(entry.qualities),
        _list(entry.triggers),
        _list(entry.conditions),
        guard(entry.note),
        None if entry.until is None else entry.until.isoformat(timespec="seconds"),
    )


def _treatments(entry: Entry) -> str:
    if not entry.doses:
        return _list(entry.treatments)
    return _list(tuple(use.what for use in entry.uses))


def write_uses(uses: Iterable[Use], file: TextIO) -> int:
    """Write uses without a rating below a header row, one by one; return their number."""
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(USE_COLUMNS)
    number = 0
    for use in uses:
        writer.writerow(_use_cells(use))
        number += 1
    return number


def _use_cells(use: Use) -> tuple[str | None, ...]:
    return (
        use.uid,
        use.used_at.isoformat(timespec="seconds"),
        guard(use.treatment),
        None if use.dose is None else guard(use.dose.written),
        use.region and guard(use.region),
        use.side,
        guard(use.note),
    )


# The same few lists come again and again in a journal.
@lru_cache(maxsize=1024)
def _list(values: tuple[str, ...]) -> str:
    return guard(JOINED_WITH.join(values))


@lru_cache(maxsize=1024)
def _tags(text: str) -> tuple[str, ...]:
    return parse_tags([text])


def guard(text: str) -> str:
    """Return a text as a cell that no spreadsheet runs as a formula."""
    return f"'{text}" if _WOULD_RUN.match(text) else text


def unguard(text: str) -> str:
    """Return a cell without the quote that prevents a spreadsheet from running it."""
    return text[1:] if text[:1] == "'" and _KEPT_FROM_RUNNING.match(text) else text


def checked_header(cells: Sequence[str]) -> list[str]:
    """Return the headings of painlog's own CSV.

    Raises:
        BadFileError: if one is unknown, missing or repeated.
    """
    header = [cell.strip().casefold() for cell in cells]
    expected = f"The columns are: {', '.join(COLUMNS)}."
    for name in header:
        if name not in COLUMNS and name != "date":
            near = did_you_mean(nearest(name, {column: column for column in COLUMNS}))
            raise BadFileError(f'The column "{name}" is not known.{near} {expected}')
    if "felt_at" in header and "date" in header:
        raise BadFileError("The header has felt_at and date. Keep one of them.")
    missing = [name for name in ("region", "intensity") if name not in header]
    if "felt_at" not in header and "date" not in header:
        missing.insert(0, "felt_at (or date)")
    if missing:
        raise BadFileError(f"The header lacks {', '.join(missing)}. {expected}")
    if len(set(header)) < len(header):
        raise BadFileError("The header has a column twice. Keep one of them.")
    return header


def _needed(cell: Mapping[str, str], name: str) -> str:
    text = cell.get(name, "").strip()
    if not text:
        raise NotUnderstoodError(f"{name} is empty")
    return text


def _rating(cell: Mapping[str, str], name: str, what: str) -> int | None:
    text = cell.get(name, "").strip()
    return _whole(text, what) if text else None


def _whole(text: str, what: str) -> int:
    try:
        return parse_intensity(text, what)
    except NotUnderstoodError:
        field = "interference:" if what == "interference" else ""
        if _PERCENTAGE.fullmatch(text):
            raise NotUnderstoodError(
                f'"{text}" is a percentage. To convert it, and keep it in the note: --scale '
                f"{field}0-100"
            ) from None
        if _BETWEEN_WHOLES.fullmatch(text):
            raise NotUnderstoodError(
                f'"{text}" is between whole numbers. To round it, and keep it in the note: --scale '
                f"{field}0-10"
            ) from None
        raise


def _uid(text: str) -> str:
    try:
        return str(uuid.UUID(text.strip())) if text.strip() else ""
    except ValueError:
        raise NotUnderstoodError(f'"{text}" is not a uid. Leave it empty for a new one') from None
