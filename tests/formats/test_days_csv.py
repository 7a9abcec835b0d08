"""Days as CSV: every column has a name of its own."""

import csv
import io
from datetime import date

from painlog.formats.days_csv import write_days
from painlog.model.factor import SLEEP, DayFactor, DayNote, Factor, KeptDays

DAY = date(2026, 3, 5)


def test_factors_of_an_older_journal_never_share_the_name_of_a_column():
    factors = (Factor("day"), Factor("Note"), SLEEP, Factor("sleep (hours)"))
    values = tuple(DayFactor(DAY, f.name, n) for n, f in enumerate(factors, start=1))
    file = io.StringIO()
    assert write_days(KeptDays((DayNote(DAY, "rain"),), factors, values), file) == 1
    headings, cells = csv.reader(io.StringIO(file.getvalue()))
    assert headings == [
        *("day", "day (factor)", "Note (factor)", "sleep (hours)", "sleep (hours) (factor)", "note")
    ]
    assert cells == ["2026-03-05", "1", "2", "3", "4", "rain"]
