"""The columns of a table by the names that a mapping gives them, and the rows that it wants."""

from collections.abc import Callable, Sequence
from itertools import groupby
from operator import itemgetter

from painlog.errors import BadFileError
from painlog.formats.journal_csv import unguard
from painlog.formats.table.mapping import COLUMN_TO_NAME, TableMapping
from painlog.formats.table.option_parts import tidy
from painlog.formats.table.part_columns import parts_named
from painlog.model.names import did_you_mean, nearest

_MOST_NAMES_LISTED = 30

RowText = Callable[[Sequence[str]], str]


def bare(cell: str) -> str:
    """Return a cell without spaces around it and the mark that joining two files leaves."""
    return cell.strip("\ufeff").strip()


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
    parts = parts_named(headings, (name for _, name in mapping.columns))
    there = {tidy(heading).casefold() for heading in headings}
    there |= {part.heading(headings).casefold() for part in parts}
    named = [t for _, t in mapping.columns if not t.startswith("#") or t.casefold() in there]
    return bool(there) and all(heading.casefold() in there for heading in named)


def has_column(headings: Sequence[str], name: str) -> bool:
    """Return whether there is a column of that name, or one with such a part."""
    there = {tidy(heading).casefold() for heading in headings}
    return name.casefold() in there or bool(parts_named(headings, [name]))


def cell_called(headings: Sequence[str], name: str) -> RowText:
    """Return a function that gives a row's cell in a column or part of one; "" if it has none.

    Raises:
        BadFileError: if there is no such column, or two.
    """
    if parts := parts_named(headings, [name]):
        return lambda cells: bare(parts[0].of(cells))
    place = column(headings, name)
    return lambda cells: bare(unguard(cells[place])) if place < len(cells) else ""


def row_filter(
    headings: Sequence[str], only: Sequence[tuple[str, str]]
) -> Callable[[Sequence[str]], bool]:
    """Return a function that tells whether a row is one of those that --only names.

    Raises:
        BadFileError: if there is no such column, or two.
    """
    if not only:
        return lambda _: True
    wanted = [
        (cell_called(headings, name), {text.casefold() for _, text in texts})
        for name, texts in groupby(sorted(only), key=itemgetter(0))
    ]
    return lambda cells: all(cell(cells).casefold() in texts for cell, texts in wanted)
