"""Build the report: everything that is said about a period, as plain data."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from painlog.analysis.all_sides import AllSides, all_sides
from painlog.analysis.attack_medicines import attack_medicines
from painlog.analysis.attacks import Attack
from painlog.analysis.course_days import OveruseIfTaken, days_in_course, overuse_if_taken
from painlog.analysis.courses import as_needed, courses_of
from painlog.analysis.days import (
    Place,
    PlaceDays,
    RatedDay,
    gather,
    use_places,
    window,
)
from painlog.analysis.effects import WINDOW_DAYS, Effect, effects_of, is_of_a_trial
from painlog.analysis.goes_with import GoesWith, goes_with, split_factors, split_triggers
from painlog.analysis.medicines import (
    MedicineMonth,
    MedicineTotal,
    Overuse,
    acute_days,
    days_by_medicine,
    medicine_months,
    overuse,
    taken_in,
)
from painlog.analysis.months import Attacks, Month, attacks_of, months_of
from painlog.analysis.one_use import used_in
from painlog.analysis.other_factors import telling_factors
from painlog.analysis.peg import PegSummary, summarise_pegs
from painlog.analysis.region_summary import RegionSummary, most_painful_first, summarise_region
from painlog.analysis.relief import OtherUses, Relief, summarise_relief, used_besides
from painlog.analysis.tags import OF_THE_DAY, Listener, Note, Tags
from painlog.analysis.unsaid import unsaid_days
from painlog.analysis.whole_body import Interference, WholeBody, interference_of, whole_body
from painlog.model.contents import Consultation
from painlog.model.course import Course, in_one_writing
from painlog.model.entry import Entry
from painlog.model.factor import KeptDays
from painlog.model.peg import Peg
from painlog.model.region import Region, Side
from painlog.model.selection import EVERYTHING, Selection
from painlog.model.treatment import Treatment
from painlog.model.use import Use

if TYPE_CHECKING:
    from painlog.analysis.trials import TrialReading
    from painlog.model.trial import Trial


class Period(NamedTuple):
    """The days that a report is about, both included."""

    since: date
    until: date


class Report(NamedTuple):
    """The report on a period, by region and by treatment. `peg` is None for none.

    `last_before` is the last rated day before the period, None for none. `asked` tells what it was
    narrowed to: a place, a treatment. `taken` are the medicines of the period, each once however
    many places they were for. `interference` is None where nobody said how much there was.
    `medicines` are the names of all treatments that are medicines. `trials` are those of the period
    and the places, the newest first; nothing that a trial under way compares appears in a report.
    `goes_with` compares the days with and without each trigger and factor. `overuse_if_taken` is
    what the days in course of acute medicines would come to. `all_sides` has the regions that were
    rated on several sides. `besides` are the uses for a place or on a day without ratings.
    `overuse_classes` are the classes with which medicines count, by medicine.
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
    taken: tuple[MedicineTotal, ...] = ()
    interference: Interference | None = None
    medicines: frozenset[str] = frozenset()
    trials: "tuple[TrialReading, ...]" = ()
    goes_with: GoesWith = GoesWith()
    overuse_if_taken: tuple[OveruseIfTaken, ...] = ()
    all_sides: tuple[AllSides, ...] = ()
    besides: tuple[OtherUses, ...] = ()
    overuse_classes: Mapping[str, str] = MappingProxyType({})

    @property
    def whole_body(self) -> WholeBody | None:
        """All places of the report together; None where no day is rated."""
        return whole_body(region.days for region in self.regions)

    def effects_of(self, region: RegionSummary) -> list[Effect]:
        """Return the before-and-after of one region and side, by start."""
        place = region.region, region.side
        return [e for e in self.effects if (e.region, e.side) == place]

    def trials_of(self, region: RegionSummary) -> "list[TrialReading]":
        """Return the trials that are shown under one region and side, the newest first.

        Each is shown once: under its own place, or under one that it may be about.
        """
        place = region.region, region.side
        return [t for t in self.trials if self._home_of(t.trial) == place]

    def _home_of(self, trial: "Trial") -> "tuple[str, Side | None] | None":
        places = [(region.region, region.side) for region in self.regions]
        own = [place for place in places if place == (trial.region, trial.side)]
        return next((p for p in (*own, *places) if trial.is_at(*p)), None)

    def relief_of(self, region: RegionSummary) -> list[Relief]:
        """Return the relief of one region and side, by treatment and dose."""
        place = region.region, region.side
        return [r for r in self.relief if (r.region, r.side) == place]


_NO_DAYS = KeptDays()
_NOTHING_GOES_ON: Mapping[Place, date] = {}


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
    elsewhere: Mapping[Place, PlaceDays] | None = None,
    trials: "Iterable[TrialReading]" = (),
    kept: KeptDays = _NO_DAYS,
    going_on: Mapping[Place, date] = _NOTHING_GOES_ON,
    attacks: Mapping[Place, Sequence[Attack]] | None = None,
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
        since: The first day of the period; None is the day of the first entry, PEG or use.
        asked: The filters by which entries were chosen. With treatments, only the before and after,
            the relief and the days of intake of these are shown. Where entries were chosen by what
            they say, there is no before and after and no relief: the filter cuts what they compare.
        window_days: Calendar days before and after a start that are compared.
        with_notes: Keep the notes of the period, too: of entries, days and visits.
        uses: What was used without a rating, up to `today`, whatever for.
        elsewhere: The entries of all places, where `entries` are some only: a medicine counts
            whatever it was taken for, and a use for the place that it was for.
        trials: Trials of one's own, of any place.
        kept: Factors and notes, of any day.
        going_on: As in `gather`.
        attacks: Those of each place that began by `today`, whole, in the order of time: where some
            of their ratings are not among the `entries`. None takes them from the `entries`.
    """
    by_hand, uses, trials = tuple(in_one_writing(courses)), tuple(uses), tuple(trials)
    listener = Listener(since, keeps_notes=with_notes)
    places = gather(
        listener.hear(entries),
        uses,
        acute=attack_medicines(treatments),
        elsewhere=elsewhere,
        going_on=going_on,
    )
    diaries = frozenset(name for name, region in regions.items() if region.diary == "attacks")
    days = {
        place: gathered.days(today if place[0] in diaries else None)
        for place, gathered in places.items()
    }
    answered = [p for p in pegs if p.answered_on <= today]
    medicines = frozenset(name for name, t in treatments.items() if t.is_medicine)
    all_places = (*places.values(), *(elsewhere or {}).values())
    taken = days_by_medicine((p.intakes for p in all_places), uses, treatments)
    answers = [*(d[0].day for d in days.values()), *(p.answered_on for p in answered)]
    firsts = (
        *answers,
        *(use.day for use in uses),
        # Medicine counts whatever it was for, so what was noted at other places counts, too.
        *chain.from_iterable(taken.values()),
    )
    period = Period(since or min(firsts, default=today), today)
    # Days logged are told beside the days in course, or they read as all that was taken.
    logged = {name for name, on in taken.items() if any(period.since <= d <= today for d in on)}
    in_course = days_in_course(by_hand, treatments, today, also=logged)
    overused = overuse(taken, treatments, today)
    material = _Material(
        places,
        days,
        {
            place: courses_of(place, by_hand, gathered.namings, today, medicines)
            for place, gathered in places.items()
        },
        diaries,
        period,
        tuple(sorted(acute_days(taken, treatments))),
        tuple(sorted(acute_days(in_course, treatments))),
        tuple(t for t in trials if t.is_under_way),
        # Where a use begins the period, a course over before any answer has nothing to compare.
        since or min(answers, default=today),
        {**(elsewhere or {}), **places},
        {
            place: found.attacks(diary=place[0] in diaries)
            if attacks is None
            else attacks.get(place, ())
            for place, found in places.items()
        },
        tuple(t.trial for t in trials),
    )
    used, noted, lately = used_in(period.since, today, listener.used, uses)
    at_places = use_places(places, elsewhere, by_hand)
    unsaid = at_places.by_place(use for use in lately if use.region is None)
    shown = sorted((r for r in _regions(material, asked, unsaid) if r.days), key=most_painful_first)
    relief = summarise_relief(
        places, used, lately, days, treatments, elsewhere, by_hand, material.attacks
    )
    if elsewhere is not None:
        lately = [use for use in lately if at_places.of(use) in places]
    return Report(
        period=period,
        window_days=window_days,
        regions=tuple(shown),
        effects=() if asked.is_of_entries else _effects(material, asked, window_days, kept),
        relief=tuple(
            r
            for r in relief
            if not asked.is_of_entries
            and asked.has_treatment(r.treatment)
            and not material.hides(r.treatment, r.region, r.side)
        ),
        attacks=tuple(found for region in shown if (found := _attacks(region, material))),
        months=tuple(
            month
            for region in shown
            for month in months_of((region.region, region.side), region.days)
        ),
        medicine_months=medicine_months(
            taken,
            treatments,
            # Unless somebody cuts it, a month has all of its days in course.
            since or period.since.replace(day=1),
            today,
            asked.treatments or None,
            in_course,
            # A short period must not hide the months that a line was counted in.
            [month for over in overused for month in over.months],
        ),
        overuse=overused,
        overuse_if_taken=overuse_if_taken(taken, in_course, treatments, today),
        courses=by_hand,
        consultations=tuple(
            visit if with_notes else visit._replace(note="")
            for visit in consultations
            if period.since <= visit.held_on <= today
        ),
        peg=summarise_pegs(p for p in answered if p.answered_on >= period.since),
        tags=listener.tags,
        notes=(*listener.notes, *(_notes_of(kept.within(*period)) if with_notes else ())),
        last_before=max(
            (d.day for rated in days.values() for d in rated if d.day < period.since), default=None
        ),
        asked=asked,
        taken=tuple(
            t for t in taken_in(noted, lately, treatments) if asked.has_treatment(t.treatment)
        ),
        interference=interference_of(listener.interference),
        medicines=medicines,
        trials=tuple(t for t in trials if t.is_told(*period, asked)),
        goes_with=_goes_with(shown, listener, kept.within(*period), asked),
        all_sides=tuple(all_sides(days, ((r.region, r.side) for r in shown), *period)),
        besides=used_besides(
            (u for u in lately if not asked.is_of_entries and asked.has_treatment(u.treatment)),
            at_places,
            {(r.region, r.side) for r in shown},
        ),
        overuse_classes={
            name: group
            for name in {*taken, *in_course}
            if (group := treatments[name].overuse_class) is not None
        },
    )


def _goes_with(
    shown: Sequence[RegionSummary], listener: Listener, kept: KeptDays, asked: Selection
) -> GoesWith:
    """Compare the days of the period with and without each trigger and factor.

    Where only some entries were chosen, the days without one of them say nothing.
    """
    if asked.is_of_entries or asked.treatments:
        return GoesWith()
    days = {(region.region, region.side): region.days for region in shown}
    named = {name: frozenset(on) for name, on in listener.trigger_days.items()}
    rated = {day.day for region in shown for day in region.days}
    return goes_with(
        days, (*split_triggers(named, rated), *split_factors(kept.factors, kept.values))
    )


def _notes_of(kept: KeptDays) -> Iterator[Note]:
    return (Note(note.day, OF_THE_DAY, note.note) for note in kept.notes)


class _Material(NamedTuple):
    """The material of a report: the days and courses of each place; `everywhere` is all places.

    `diaries` are the regions with an attack diary, `acute` the days with any acute medicine,
    `acute_in_course` those on which one was in course, `under_way` the trials that are not
    over, `trials` all of them, `compared_since` the day from which on a course is compared if it
    was in use, and `attacks` those of each place, in an attack diary also those without an end.
    """

    places: Mapping[Place, PlaceDays]
    days: Mapping[Place, tuple[RatedDay, ...]]
    courses: Mapping[Place, tuple[Course, ...]]
    diaries: frozenset[str]
    period: Period
    acute: tuple[date, ...]
    acute_in_course: tuple[date, ...]
    under_way: "tuple[TrialReading, ...]"
    compared_since: date
    everywhere: Mapping[Place, PlaceDays]
    attacks: Mapping[Place, Sequence[Attack]]
    trials: "tuple[Trial, ...]"

    def hides(self, treatment: str, region: str, side: Side | None) -> bool:
        """Tell whether a figure would show how an unfinished trial is going."""
        return any(t.trial.compares(treatment, region, side) for t in self.under_way)


def _effects(
    material: _Material, asked: Selection, window_days: int, kept: KeptDays
) -> tuple[Effect, ...]:
    found = (
        effect
        for place, gathered in material.places.items()
        for effect in effects_of(
            place,
            material.courses[place],
            material.days[place],
            today=material.period.until,
            since=material.compared_since,
            window_days=window_days,
            namings=gathered.namings,
            medicine_days=material.acute,
            course_days=material.acute_in_course,
            attack_diary=place[0] in material.diaries,
            factors=telling_factors(place, material.days[place], kept),
        )
        if asked.has_treatment(effect.course.treatment)
        and not material.hides(effect.course.treatment, effect.region, effect.side)
        and not is_of_a_trial(effect.course, place, material.trials, gathered.namings)
    )
    return tuple(sorted(found, key=_by_place))


def _regions(
    material: _Material, asked: Selection, unsaid: Mapping[Place, Sequence[Use]]
) -> Iterator[RegionSummary]:
    since, until = material.period
    for place, rated in material.days.items():
        gathered, in_attacks = material.places[place], place[0] in material.diaries
        within, first = window(rated, since, until), max(since, rated[0].day)
        used = as_needed(gathered.namings, material.courses[place], within, unsaid.get(place, ()))
        found = summarise_region(place, rated, since, until)
        yield found._replace(
            entries=found.entries + sum(e.day < since <= e.days[-1] for e in gathered.ended),
            as_needed=tuple(u for u in used if asked.has_treatment(u.treatment)),
            attack_diary=in_attacks,
            unsaid_days=unsaid_days(place, material.everywhere, first, until) if in_attacks else 0,
            all_attacks=sum(a.last_day >= since for a in material.attacks[place])
            if in_attacks
            else None,
        )


def _attacks(region: RegionSummary, material: _Material) -> Attacks | None:
    place = region.region, region.side
    return attacks_of(place, material.attacks[place], *material.period)


def _by_place(effect: Effect) -> tuple[str, str, date, str]:
    course = effect.course
    return effect.region, effect.side or "", course.started_on, course.treatment
