"""An export, CSV or JSON, as the records that the analysis takes: for people's own programs.

The contract is docs/analysis-api.md.
"""

import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from painlog.advice.trial_record import last_day_of_record, trial_record
from painlog.analysis.attack_medicines import attack_medicines
from painlog.analysis.attacks import attacks_going_on, days_of_newest, whole_attacks
from painlog.analysis.days import Place
from painlog.analysis.effects import WINDOW_DAYS
from painlog.analysis.report import Report, build_report
from painlog.analysis.trials import TrialReading, days_of_trial, read_trial
from painlog.errors import BadFileError
from painlog.formats.dialect import numbered_rows
from painlog.formats.journal_csv import Reader
from painlog.formats.journal_from_json import JsonJournal
from painlog.formats.read_row import ReadRow
from painlog.formats.table.uses import are_of_uses, use_row
from painlog.model.catalogue.regions import REGIONS
from painlog.model.catalogue.treatments import TREATMENTS
from painlog.model.contents import Consultation
from painlog.model.course import Course
from painlog.model.entry import Entry
from painlog.model.factor import KeptDays
from painlog.model.known_treatments import Treatments
from painlog.model.own_treatments import known_treatments
from painlog.model.peg import Peg
from painlog.model.region import Region, Regions
from painlog.model.sign_answer import SignAnswer
from painlog.model.treatment import Treatment
from painlog.model.trial import Trial, TrialDay
from painlog.model.use import Use


class Exported(NamedTuple):
    """What one export holds. A CSV has only entries, or only uses.

    `regions` and `treatments` are the catalogue's and, from JSON, the person's own, by name.
    `uses` are those without a rating; a use with a rating is part of its entry. `kept` are the
    notes and factors of days.
    """

    entries: tuple[Entry, ...]
    courses: tuple[Course, ...]
    consultations: tuple[Consultation, ...]
    pegs: tuple[Peg, ...]
    regions: Mapping[str, Region]
    treatments: Mapping[str, Treatment]
    uses: tuple[Use, ...] = ()
    trials: tuple[Trial, ...] = ()
    trial_days: tuple[TrialDay, ...] = ()
    sign_answers: tuple[SignAnswer, ...] = ()
    kept: KeptDays = KeptDays()

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
                Later entries and uses do not count, but an attack that began by then is whole.
            since: The first day of the period; None is the day of the first entry, PEG or use.
            window_days: Calendar days before and after a start that are compared.
        """
        until = today or self.last_day or datetime.now(UTC).date()
        diaries = {name for name, region in self.regions.items() if region.diary == "attacks"}
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
            uses=(u for u in self.uses if u.day <= until),
            trials=[self.trial(trial, until) for trial in self.trials if trial.planned_on <= until],
            kept=self.kept,
            going_on=self._going_on(until),
            # An attack of the period is whole, also where it lasted beyond the period.
            attacks=whole_attacks(self.entries, until, diaries),
        )

    def trial(self, trial: Trial, today: date) -> TrialReading:
        """Read a trial as far as it may be read on a day: what it compares only once it is over."""
        until = last_day_of_record(trial, today)
        days = days_of_trial(
            trial,
            (entry for entry in self.entries if entry.day <= until),
            (use for use in self.uses if use.day <= until),
            attack_medicines(self.treatments),
            until if self._has_diary(trial.region) else None,
            self._going_on(until),
        )
        record = trial_record(
            trial,
            today,
            entries=self.entries,
            uses=self.uses,
            answers=self.trial_days,
            courses=self.courses,
            signs=self.sign_answers,
            treatments=self.treatments,
            attack_diary=self._has_diary(trial.region),
        )
        return read_trial(trial, days, record, today)

    def _going_on(self, until: date) -> dict[Place, date]:
        """Return the day of the newest rating of each attack that goes on at the end of a day."""
        found = [e for e in self.entries if e.day <= until and self._has_diary(e.region)]
        if not found:
            return {}
        zone = max(found, key=lambda entry: entry.felt_at).felt_at.tzinfo
        end = datetime.combine(until, time(23, 59, 59), zone)
        return days_of_newest(attacks_going_on(found, end))

    def _has_diary(self, region: str) -> bool:
        return self.regions[region].diary == "attacks"

    @property
    def last_day(self) -> date | None:
        """The day of the last entry or use; without any, of the last PEG."""
        # An export with filters has fewer entries, and all the PEGs.
        days = [thing.day for things in (self.entries, self.uses) for thing in things]
        return max(days or [p.answered_on for p in self.pegs], default=None)


def read_export(text: str) -> Exported:
    """Read what `painlog export` wrote, as CSV or as JSON.

    Raises:
        BadFileError: if it is neither, or a part of it cannot be read.
    """
    return _json(text) if text.lstrip("\ufeff \t\r\n").startswith("{") else _csv(text)


def _csv(text: str) -> Exported:
    regions, treatments = Regions(REGIONS), Treatments(TREATMENTS)
    reader = Reader(regions, treatments, datetime.now(UTC))
    entries, uses = list[Entry](), list[Use]()
    for row in _rows(reader, text.removeprefix("\ufeff")):
        if not row.things:
            raise BadFileError(f"Line {row.line} cannot be read: {row.reason}")
        for thing in row.things:
            (entries if isinstance(thing, Entry) else uses).append(thing)  # type: ignore[arg-type]
    return Exported(tuple(entries), (), (), (), regions.by_name, treatments.by_name, tuple(uses))


def _rows(reader: Reader, text: str) -> Iterator[ReadRow]:
    lines = numbered_rows(io.StringIO(text, newline=""))
    _, headings = next(lines, (1, []))
    if not are_of_uses(headings):
        return reader.rows(io.StringIO(text, newline=""))
    return (use_row(reader, line, headings, cells) for line, cells in lines)


def _json(text: str) -> Exported:
    journal = JsonJournal(io.BytesIO(text.encode()), datetime.now(UTC))
    # The background is complete once the entries and uses have been read.
    things = tuple(journal.things())
    background = journal.background
    return Exported(
        tuple(thing for thing in things if isinstance(thing, Entry)),
        background.courses,
        background.consultations,
        background.pegs,
        _with_diaries((*REGIONS, *background.own_regions), background.attack_diaries),
        known_treatments(TREATMENTS, background.own_treatments).by_name,
        tuple(thing for thing in things if isinstance(thing, Use)),
        background.trials,
        background.trial_days,
        background.sign_answers,
        KeptDays(background.day_notes, background.factors, background.day_factors),
    )


def _with_diaries(regions: Iterable[Region], attack_diaries: Iterable[str]) -> Mapping[str, Region]:
    whole = {*attack_diaries}
    return Regions(
        tuple(r._replace(diary="attacks") if r.name in whole else r for r in regions)
    ).by_name
