"""Build the report: everything that is said about a period, as plain data."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from painlog.analysis.comparison import is_episodic
from painlog.analysis.courses import AsNeeded, as_needed, courses_of
from painlog.analysis.days import (
    Buckets,
    Place,
    PlaceDays,
    RatedDay,
    Window,
    buckets,
    gather,
    last_days,
    window,
)
from painlog.analysis.effects import WINDOW_DAYS, Effect, effects_of
from painlog.analysis.medicines import (
    MedicineMonth,
    Overuse,
    Taken,
    acute_days,
    days_by_medicine,
    medicine_months,
    overuse,
    taken_in,
)
from painlog.analysis.months import Attacks, Month, attacks_of, months_of
from painlog.analysis.peg import PegSummary, summarise_pegs
from painlog.analysis.relief import Relief, summarise_relief
from painlog.analysis.tags import Listener, Note, Tags
from painlog.analysis.whole_body import Interference, WholeBody, interference_of, whole_body
from painlog.model.contents import Consultation
from painlog.model.course import Course
from painlog.model.entry import Entry
from painlog.model.peg import Peg
from painlog.model.region import Region, Side, label
from painlog.model.selection import EVERYTHING, Selection
from painlog.model.treatment import Treatment
from painlog.model.use import Use


class Period(NamedTuple):
    """The days that a report is about, both included."""

    since: date
    until: date


class RegionSummary(NamedTuple):
    """One region and side over the period. Means are means of daily means, in points.

    `as_needed` was used on some days without a course. `attack_diary` says that every attack is
    written down.
    """

    region: str
    side: Side | None
    entries: int
    days: tuple[RatedDay, ...]
    mean: float | None
    worst: int | None
    last_7: Window
    previous_7: Window
    last_28: Window
    previous_28: Window
    trend: Buckets
    as_needed: tuple[AsNeeded, ...] = ()
    attack_diary: bool = False

    @property
    def episodic(self) -> bool:
        """Whether the pain comes in attacks, so that its days tell more than its mean."""
        return self.attack_diary or is_episodic(self.days)

    @property
    def rated_days(self) -> int:
        """How many days have a rating."""
        return len(self.days)

    @property
    def place(self) -> str:
        """Region and side in words."""
        return label(self.region, self.side)


class Report(NamedTuple):
    """What the ratings of a period did, by region and by treatment. `peg` is None for none.

    `last_before` is the last rated day before the period, None for none. `asked` tells what it was
    narrowed to: a place, a treatment. `taken` are the medicines of the period, each once however
    many places they were for. `interference` is None where nobody said how much there was.
    `medicines` are the names of all treatments that are medicines.
    """

    period: Period
    window_days: int
    regions: tuple[RegionSummary, ...]
    effects: tuple[Effect, ...]
    relief: tuple[Relief, ...]
    attacks: tuple[Attacks, ...]
    months: tuple[Month, ...]
    medicine_months: tuple[MedicineMonth, ...]
    overuse: tuple[Overuse, ...]
    courses: tuple[Course, ...]
    consultations: tuple[Consultation, ...]
    peg: PegSummary | None
    tags: Tags
    notes: tuple[Note, ...]
    last_before: date | None
    asked: Selection = EVERYTHING
    taken: tuple[Taken, ...] = ()
    interference: Interference | None = None
    medicines: frozenset[str] = frozenset()

    @property
    def whole_body(self) -> WholeBody | None:
        """All places of the report together; None where no day is rated."""
        return whole_body(region.days for region in self.regions)

    def effects_of(self, region: RegionSummary) -> list[Effect]:
        """Return the before-and-after of one region and side, by start."""
        place = region.region, region.side
        return [e for e in self.effects if (e.region, e.side) == place]

    def relief_of(self, region: RegionSummary) -> list[Relief]:
        """Return the relief of one region and side, by treatment and dose."""
        place = region.region, region.side
        return [r for r in self.relief if (r.region, r.side) == place]


def build_report(
    entries: Iterable[Entry],
    courses: Iterable[Course],
    consultations: Iterable[Consultation],
    pegs: Iterable[Peg] = (),
    *,
    regions: Mapping[str, Region],
    treatments: Mapping[str, Treatment],
    today: date,
    since: date | None = None,
    asked: Selection = EVERYTHING,
    window_days: int = WINDOW_DAYS,
    with_notes: bool = False,
    uses: Iterable[Use] = (),
    elsewhere: Iterable[PlaceDays] = (),
) -> Report:
    """Build the report from entries in any order, reading them once.

    Args:
        entries: All up to `today`. Those before `since` count only as days before a course.
        courses: Courses started by hand.
        consultations: Visits to a clinician.
        pegs: All that were answered.
        regions: By name, for which of them have an attack diary.
        treatments: By name, for which of them are medicines, and of which class.
        today: The last day of the period, up to which open courses run.
        since: The first day of the period; None is the day of the first entry or PEG.
        asked: What the entries were chosen by. With treatments, only the before and after, the
            relief and the days of intake of these are shown.
        window_days: Calendar days before and after a start that are compared.
        with_notes: Keep the notes of the period, too.
        uses: What was used without a rating, up to `today`, whatever for.
        elsewhere: What the entries of other places name, where `entries` are of some places only:
            a medicine counts whatever it was taken for.
    """
    by_hand, uses = tuple(courses), tuple(uses)
    listener = Listener(since, keeps_notes=with_notes)
    places = gather(listener.hear(entries), uses)
    diaries = {name for name, region in regions.items() if region.diary == "attacks"}
    days = {
        place: gathered.days(today if place[0] in diaries else None)
        for place, gathered in places.items()
    }
    answered = [p for p in pegs if p.answered_on <= today]
    firsts = [*(d[0].day for d in days.values()), *(p.answered_on for p in answered)]
    first = since or min(firsts, default=today)
    medicines = {name for name, t in treatments.items() if t.is_medicine}
    all_places = (*places.values(), *elsewhere)
    taken = days_by_medicine((p.namings for p in all_places), uses, treatments)
    acute = acute_days(taken, treatments)
    courses_at = {
        place: courses_of(place, by_hand, gathered.namings, today, medicines)
        for place, gathered in places.items()
    }
    effects = [
        found
        for place, gathered in places.items()
        for found in effects_of(
            place,
            courses_at[place],
            days[place],
            today=today,
            since=first,
            window_days=window_days,
            namings=gathered.namings,
            medicine_days=acute,
            attack_diary=place[0] in diaries,
        )
    ]
    summaries = [
        _region(place, d, first, today)._replace(
            as_needed=tuple(
                used
                for used in as_needed(
                    places[place].namings, courses_at[place], window(d, first, today), uses
                )
                if asked.has_treatment(used.treatment)
            ),
            attack_diary=place[0] in diaries,
        )
        for place, d in days.items()
    ]
    shown = sorted((r for r in summaries if r.days), key=_importance)
    relief = summarise_relief(
        places, listener.used, (u for u in uses if first <= u.day <= today), days, treatments
    )
    return Report(
        period=Period(first, today),
        window_days=window_days,
        regions=tuple(shown),
        effects=tuple(
            e for e in sorted(effects, key=_by_place) if asked.has_treatment(e.course.treatment)
        ),
        relief=tuple(r for r in relief if asked.has_treatment(r.treatment)),
        attacks=tuple(
            found
            for region in shown
            if (found := _attacks(region, places[region.region, region.side], first))
        ),
        months=tuple(
            month
            for region in shown
            for month in months_of((region.region, region.side), region.days)
        ),
        medicine_months=medicine_months(
            {name: d for name, d in taken.items() if asked.has_treatment(name)},
            treatments,
            first,
            today,
        ),
        overuse=overuse(taken, treatments, today),
        courses=by_hand,
        consultations=tuple(c for c in consultations if first <= c.held_on <= today),
        peg=summarise_pegs(p for p in answered if p.answered_on >= first),
        tags=listener.tags,
        notes=tuple(listener.notes),
        last_before=max(
            (d.day for rated in days.values() for d in rated if d.day < first), default=None
        ),
        asked=asked,
        taken=tuple(
            found
            for found in taken_in(
                (
                    *(use for entry in listener.used for use in entry.uses),
                    *(use for use in uses if first <= use.day <= today),
                ),
                treatments,
            )
            if asked.has_treatment(found.treatment)
        ),
        interference=interference_of(listener.interference),
        medicines=frozenset(medicines),
    )


def _region(place: Place, days: Sequence[RatedDay], since: date, until: date) -> RegionSummary:
    within = window(days, since, until)
    return RegionSummary(
        *place,
        entries=sum(d.entries for d in within.days),
        days=within.days,
        mean=within.mean,
        worst=max((d.worst for d in within.days), default=None),
        last_7=last_days(days, until, 7),
        previous_7=last_days(days, until - timedelta(days=7), 7),
        last_28=last_days(days, until, 28),
        previous_28=last_days(days, until - timedelta(days=28), 28),
        trend=buckets(within.days, since, until),
    )


def _attacks(region: RegionSummary, gathered: PlaceDays, since: date) -> Attacks | None:
    return attacks_of((region.region, region.side), gathered.attacks, since)


def _importance(region: RegionSummary) -> tuple[float, str]:
    recent = region.last_28.mean
    return (-1.0 if recent is None else recent) * -1, region.place


def _by_place(effect: Effect) -> tuple[str, str, date, str]:
    course = effect.course
    return effect.region, effect.side or "", course.started_on, course.treatment
