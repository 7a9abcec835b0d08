"""An export, CSV or JSON, as the records that the analysis takes: for people's own programs.

The contract is docs/analysis-api.md.
"""

import io
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import NamedTuple

from painlog.analysis.effects import WINDOW_DAYS
from painlog.analysis.report import Report, build_report
from painlog.errors import BadFileError
from painlog.formats.journal_csv import Reader
from painlog.formats.journal_from_json import JsonJournal
from painlog.model.catalogue.regions import REGIONS
from painlog.model.catalogue.treatments import TREATMENTS
from painlog.model.contents import Consultation
from painlog.model.course import Course
from painlog.model.entry import Entry
from painlog.model.peg import Peg
from painlog.model.region import Region, Regions
from painlog.model.treatment import Treatment, Treatments, known_treatments


class Exported(NamedTuple):
    """What one export holds. A CSV has only entries.

    `regions` and `treatments` are the catalogue's and, from JSON, the person's own, by name.
    """

    entries: tuple[Entry, ...]
    courses: tuple[Course, ...]
    consultations: tuple[Consultation, ...]
    pegs: tuple[Peg, ...]
    regions: Mapping[str, Region]
    treatments: Mapping[str, Treatment]

    def report(
        self,
        *,
        today: date | None = None,
        since: date | None = None,
        window_days: int = WINDOW_DAYS,
    ) -> Report:
        """Return the report on these entries.

        Args:
            today: The last day of the period, to which open courses run; None is `last_day`.
                Later entries do not count.
            since: The first day of the period; None is the day of the first entry or PEG.
            window_days: Calendar days before and after a start that are compared.
        """
        until = today or self.last_day or datetime.now(UTC).date()
        return build_report(
            (e for e in self.entries if e.day <= until),
            self.courses,
            self.consultations,
            self.pegs,
            regions=self.regions,
            treatments=self.treatments,
            today=until,
            since=since,
            window_days=window_days,
        )

    @property
    def last_day(self) -> date | None:
        """The day of the last entry or, without entries, of the last PEG."""
        # An export with filters has fewer entries, and all the PEGs.
        days = [e.day for e in self.entries] or [p.answered_on for p in self.pegs]
        return max(days, default=None)


def read_export(text: str) -> Exported:
    """Read what `painlog export` wrote, as CSV or as JSON.

    Raises:
        BadFileError: if it is neither, or a part of it cannot be read.
    """
    return _json(text) if text.lstrip("\ufeff \t\r\n").startswith("{") else _csv(text)


def _csv(text: str) -> Exported:
    regions, treatments = Regions(REGIONS), Treatments(TREATMENTS)
    reader = Reader(regions, treatments, datetime.now(UTC))
    entries = []
    for row in reader.rows(io.StringIO(text.removeprefix("\ufeff"), newline="")):
        if row.entry is None:
            raise BadFileError(f"Line {row.line} cannot be read: {row.reason}")
        entries.append(row.entry)
    return Exported(tuple(entries), (), (), (), regions.by_name, treatments.by_name)


def _json(text: str) -> Exported:
    journal = JsonJournal(io.BytesIO(text.encode()), datetime.now(UTC))
    # The background is complete once the entries have been read.
    entries = tuple(journal.entries())
    background = journal.background
    return Exported(
        entries,
        background.courses,
        background.consultations,
        background.pegs,
        Regions((*REGIONS, *background.own_regions)).by_name,
        known_treatments(TREATMENTS, background.own_treatments).by_name,
    )
