"""The table in a file of any kind: as it is, or taken out of a spreadsheet or an app's file."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from painlog.errors import BadFileError, RefusedError, UsageError
from painlog.files.command_line import quoted
from painlog.formats.dialect import Dialect
from painlog.formats.prepared import prepared_file
from painlog.formats.source import Source
from painlog.model.names import did_you_mean, nearest

if TYPE_CHECKING:
    from painlog.formats.sheets.cells import SheetName
    from painlog.formats.sheets.ods import Ods
    from painlog.formats.sheets.xlsx import Xlsx

# Most imports are of text and need neither zipfile nor XML; the modules that do are imported where
# they are needed.

SPREADSHEETS = ("xlsx", "ods")
# What an Apple Health export may unpack to: it can hold years of a watch's readings.
MOST_HEALTH_BYTES = 16 * 1024**3

Rows = Iterator[tuple[int, list[str]]]


class Extract(NamedTuple):
    """A table: its file, how it is written if that is known, and sentences about its origin."""

    file: BinaryIO
    dialect: Dialect | None = None
    told: tuple[str, ...] = ()


@contextmanager
def table_in(source: Source, sheet: str = "") -> Iterator[Extract]:
    """Give the table in a file that is not a journal.

    Args:
        source: The file.
        sheet: The sheet to read, if it is a spreadsheet; "" for the only one with anything in it.

    Raises:
        BadFileError: if it is damaged or too big.
        RefusedError: if it has several sheets, and none is named.
        UsageError: if a sheet is named and the file is not a spreadsheet.
    """
    if sheet and source.kind not in SPREADSHEETS:
        raise UsageError(f"{source.name} is not a spreadsheet. Leave --sheet out.")
    if source.kind == "table":
        yield Extract(source.file)
        return
    if source.kind in SPREADSHEETS:
        book = _workbook(source)
        wanted = _sheet(source.name, book, sheet)
        with prepared_file(book.rows(wanted)) as file:
            yield Extract(file, Dialect(prepared=True), tuple(_about(book, wanted)))
        return
    with prepared_file(_rows(source)) as file:
        yield Extract(file, Dialect(prepared=True, verbatim=True))


def sheets_to_choose(source: Source) -> Sequence[str]:
    """Return the names of the sheets among which a person has to choose; none if that is clear."""
    found = _with_rows(_workbook(source))
    return [sheet.name for sheet in found] if len(found) > 1 else ()


def _workbook(source: Source) -> "Xlsx | Ods":
    from painlog.formats.sheets.archive import Archive  # noqa: PLC0415 - as said above
    from painlog.formats.sheets.ods import Ods  # noqa: PLC0415
    from painlog.formats.sheets.xlsx import Xlsx  # noqa: PLC0415

    archive = Archive(source.file, source.name)
    return Xlsx(archive) if source.kind == "xlsx" else Ods(archive)


def _with_rows(book: "Xlsx | Ods") -> "list[SheetName]":
    seen = [sheet for sheet in book.sheets if not sheet.hidden]
    return [sheet for sheet in seen if any(any(cells) for _, cells in book.rows(sheet))]


def _sheet(name: str, book: "Xlsx | Ods", wanted: str) -> "SheetName":
    if wanted:
        found = [s for s in book.sheets if s.name.strip().casefold() == wanted.casefold()]
        if found:
            return found[0]
        near = did_you_mean(nearest(wanted, {s.name.casefold(): s.name for s in book.sheets}))
        raise RefusedError(f'{name} has no sheet "{wanted}".{near} It has {_listed(book.sheets)}.')
    seen = _with_rows(book)
    if not seen:
        without = "".join(f" {said}" for said in _uncalculated(book))
        raise BadFileError(
            f"{name} has no sheet with anything in it.{without} Nothing was imported."
        )
    if len(seen) > 1:
        raise RefusedError(
            f"{name} has several sheets: {_listed(seen)}. Say which one to import, as in: "
            f"--sheet {quoted(seen[0].name)}"
        )
    return seen[0]


def _about(book: "Xlsx | Ods", read: "SheetName") -> Iterator[str]:
    others = [sheet for sheet in book.sheets if sheet != read]
    hidden = [sheet for sheet in others if sheet.hidden]
    if others:
        shown = [sheet for sheet in others if not sheet.hidden]
        rest = [f"also has {_listed(shown)}"] if shown else []
        rest += [f"hides {_listed(hidden)}"] if hidden else []
        yield f'The sheet "{read.name}" was read; the file {" and ".join(rest)}.'
    yield from _uncalculated(book)


def _uncalculated(book: "Xlsx | Ods") -> Iterator[str]:
    if number := book.uncalculated:
        cells, as_empty = (
            ("1 cell has", "counts") if number == 1 else (f"{number:,} cells have", "count")
        )
        store = "it" if number == 1 else "them"
        yield (
            f"{cells} a formula without a stored value, and {as_empty} as empty. Save the file in "
            f"the spreadsheet program once to store {store}."
        )


def _listed(sheets: "Sequence[SheetName]") -> str:
    return ", ".join(f'"{sheet.name}"' for sheet in sheets)


def _rows(source: Source) -> Rows:
    if source.kind == "fhir":
        from painlog.formats.apps.fhir_pain import pain_rows  # noqa: PLC0415

        return pain_rows(source.file)
    if source.kind == "nomie":
        from painlog.formats.apps.nomie import tracker_rows  # noqa: PLC0415

        return tracker_rows(source.file)
    return _health_rows(source)


def _health_rows(source: Source) -> Rows:
    from painlog.formats.apps.apple_health import pain_rows  # noqa: PLC0415
    from painlog.formats.sheets.archive import Archive  # noqa: PLC0415

    if source.kind == "apple-health":
        yield from pain_rows(source.file, source.name)
        return
    archive = Archive(source.file, source.name)
    part = next(name for name in archive.names if name.casefold().endswith("/export.xml"))
    with archive.open(part, MOST_HEALTH_BYTES) as opened:
        yield from pain_rows(opened, source.name)
