"""Days as CSV: a row for each, a column for each factor, and the note. See docs/formats.md."""

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from painlog.formats.journal_csv import guard
from painlog.model.factor import DAY_COLUMN, NOTE_COLUMN, Factor, KeptDays
from painlog.model.names import normal


def write_days(kept: KeptDays, file: TextIO) -> int:
    """Write every day that has a factor or a note; return their number.

    The columns are the day, each factor that is in use with its unit, and the note. Yes is 1 and no
    is 0; a factor without a value is an empty cell.
    """
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow((DAY_COLUMN, *map(guard, _titles(kept.factors)), NOTE_COLUMN))
    values = {(value.day, value.factor): value.value for value in kept.values}
    notes = {note.day: note.note for note in kept.notes}
    days = sorted({*notes, *(day for day, _ in values)})
    for day in days:
        cells = (_cell(values.get((day, factor.name))) for factor in kept.factors)
        writer.writerow((day.isoformat(), *cells, guard(notes.get(day, ""))))
    return len(days)


def _titles(factors: Iterable[Factor]) -> Iterator[str]:
    """Yield a heading for each factor, no two the same."""
    taken = {DAY_COLUMN, NOTE_COLUMN}
    for factor in factors:
        title = f"{factor.name} ({factor.unit})" if factor.unit else factor.name
        # An older journal may have a factor "note".
        while normal(title) in taken:
            title += " (factor)"
        taken.add(normal(title))
        yield title


def _cell(value: float | None) -> str:
    return "" if value is None else f"{value:.15g}"
