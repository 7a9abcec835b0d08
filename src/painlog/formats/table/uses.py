"""Uses without a rating, read back from the CSV that `painlog export --what uses` writes."""

from collections.abc import Iterable, Sequence

from painlog.errors import NotUnderstoodError, RefusedError
from painlog.formats.journal_csv import USE_COLUMNS, Reader, as_wide, unguard
from painlog.formats.read_row import ReadRow, row_of
from painlog.formats.table.mapping import TableMapping
from painlog.model.dose import Dose
from painlog.model.dose_reading import EXAMPLES, parse_dose
from painlog.model.use import Use

# The fields that have other headings here than in a table of entries.
_FIELDS = {"used_at": "felt_at", "treatment": "treatments"}


def are_of_uses(headings: Iterable[str]) -> bool:
    """Tell whether the headings are those of painlog's own table of uses."""
    names = _plain(headings)
    known = {*names} <= {*USE_COLUMNS} and len({*names}) == len(names)
    return known and {*_FIELDS} <= {*names}


def mapping_of_uses(headings: Iterable[str]) -> TableMapping:
    """Return the mapping for such a table, for use with further options."""
    columns = ((_FIELDS.get(name, name), name) for name in _plain(headings))
    return TableMapping(tuple(columns), uses=True)


def use_row(reader: Reader, line: int, headings: Sequence[str], cells: Sequence[str]) -> ReadRow:
    """Read one row below the headings of painlog's own table of uses."""
    return row_of(line, lambda: (_use(reader, headings, cells),))


def _plain(headings: Iterable[str]) -> list[str]:
    return [heading.strip().casefold() for heading in headings]


def _use(reader: Reader, headings: Sequence[str], cells: Sequence[str]) -> Use:
    names = (_FIELDS.get(name, name) for name in _plain(headings))
    cell = dict(zip(names, map(unguard, as_wide(cells, headings)), strict=False))
    for field, column in (("felt_at", "used_at"), ("treatments", "treatment")):
        if not cell[field].strip():
            raise NotUnderstoodError(f"{column} is empty")
    if cell.get("side") and not cell.get("region"):
        raise RefusedError("it has a side but no region")
    used = reader.uses(cell)
    if len(used) > 1:
        raise RefusedError(
            f'"{cell["treatments"]}" names several treatments. Give each its own row'
        )
    dose = _dose(cell.get("dose", "").strip())
    if dose and used[0].dose:
        raise RefusedError(f'"{cell["treatments"]}" has a dose, and so has the column dose')
    return used[0]._replace(dose=dose) if dose else used[0]


def _dose(text: str) -> Dose | None:
    if not text:
        return None
    try:
        return parse_dose(text)
    except NotUnderstoodError:
        raise NotUnderstoodError(f'"{text}" is not a dose such as {EXAMPLES}') from None
