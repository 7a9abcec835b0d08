"""Days as CSV: a row for each, a column for each factor, and the note. See docs/formats.md."""

import csv
from typing import TextIO

from painlog.formats.journal_csv import guard
from painlog.model.factor import Factor, KeptDays


def write_days(kept: KeptDays, file: TextIO) -> int:
    """Write every day that has a factor or a note; return their number.

    The columns are the day, each factor that is in use with its unit, and the note. Yes is 1 and no
    is 0; a factor without a value is an empty cell.
    """
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(("day", *(guard(_title(factor)) for factor in kept.factors), "note"))
    values = {(value.day, value.factor): value.value for value in kept.values}
    notes = {note.day: note.note for note in kept.notes}
    days = sorted({*notes, *(day for day, _ in values)})
    for day in days:
        cells = (_cell(values.get((day, factor.name))) for factor in kept.factors)
        writer.writerow((day.isoformat(), *cells, guard(notes.get(day, ""))))
    return len(days)


def _title(factor: Factor) -> str:
    return f"{factor.name} ({factor.unit})" if factor.unit else factor.name


def _cell(value: float | None) -> str:
    return "" if value is None else f"{value:.15g}"
