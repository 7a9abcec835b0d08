"""The report on a journal: its figures, the warning signs that entries tell of, and the advice."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from painlog.advice.adapting import adapt
from painlog.advice.red_flags import Noted, Told, chest_advice, told_in, told_of
from painlog.advice.services import services_in
from painlog.advice.standing import Advice
from painlog.advice.warning_signs.answered import NOT_ASKED, SignsAnswered, signs_answered
from painlog.analysis.attacks import days_of_newest, whole_attacks
from painlog.analysis.days import gather
from painlog.analysis.effects import WINDOW_DAYS
from painlog.analysis.report import Period, Report, build_report
from painlog.model.entry import Entry
from painlog.model.region import Region, label
from painlog.model.selection import EVERYTHING, Selection
from painlog.store import recent
from painlog.store.days import day_notes, kept_days
from painlog.store.journal import Journal
from painlog.tasks.attacks import going_on
from painlog.tasks.maximum import too_much_in
from painlog.tasks.together import together_in

if TYPE_CHECKING:
    from painlog.analysis.attacks import Attack, OpenAttack
    from painlog.analysis.days import Place
    from painlog.analysis.trials import TrialReading

# How far back warning signs are told: to the person, and at most to a clinician.
TOLD_SINCE = timedelta(days=14)
TOLD_TO_CLINICIAN_SINCE = timedelta(days=90)


class AdvisedReport(NamedTuple):
    """A report, with the warning signs and the advice that belong beside it.

    `whole` says that the report also holds other treatments than the chosen one. `signs` are the
    answers to the check of warning signs. `earlier` are the warning signs of which only a clinician
    is told, as they are too old to ask the person to act now.
    """

    report: Report
    told: tuple[Told, ...]
    advice: tuple[Advice, ...]
    whole: bool = False
    signs: SignsAnswered = NOT_ASKED
    earlier: tuple[Told, ...] = ()


def report_on(
    journal: Journal,
    now: datetime,
    chosen: Selection = EVERYTHING,
    *,
    window_days: int = WINDOW_DAYS,
    with_notes: bool = False,
    for_clinician: bool = False,
    country: str = "",
) -> AdvisedReport:
    """Return the report on a journal, or on the chosen part of it.

    Warning signs come from the entries of any place: of the 14 days up to now or, `for_clinician`,
    of the whole period, up to 90 days back from its end. Those that only a clinician is told of are
    `earlier` otherwise. What to do about them names the services of the `country`, two letters or
    "".
    """
    services = services_in(country)
    report = _report(journal, now, chosen, window_days=window_days, with_notes=with_notes)
    # A report on the past asks nobody to act now on what was written then.
    since, until = now.date() - TOLD_SINCE, chosen.until or now.date()
    first = _told_since(report.period)
    entries = list(journal.entries(Selection(since=first, until=until)))
    lately = [entry for entry in entries if entry.day >= since]
    told_lately = _told(journal, since, until, lately)
    to_clinician = told_in(_told(journal, first, until, entries), services)
    on_chest = chest_advice(lately, [told.flag for told in told_lately], services)
    return AdvisedReport(
        report,
        to_clinician if for_clinician else told_in(told_lately, services),
        (
            *([on_chest] if on_chest else ()),
            *too_much_in(journal, report.period.since, report.period.until, now.date(), services),
            *together_in(journal, report.period.since, report.period.until),
            *adapt(report, journal.consultations(), journal.treatments.by_name),
        ),
        whole=bool(chosen.treatments),
        signs=_signs_in(journal, report.period, chosen),
        earlier=() if for_clinician else tuple(t for t in to_clinician if t.day < since),
    )


def _report(
    journal: Journal, now: datetime, chosen: Selection, *, window_days: int, with_notes: bool
) -> Report:
    until = chosen.until or now.date()
    some = bool(chosen.places or chosen.is_of_entries)
    running = going_on(journal, now)
    elsewhere = gather(journal.entries(Selection(until=until))) if some else None
    return build_report(
        # Days before the period count as days before a course that runs in it.
        journal.entries(chosen._replace(since=None, until=until, treatments=())),
        journal.courses(),
        journal.consultations(),
        journal.pegs(),
        regions=_regions(journal, chosen),
        treatments=journal.treatments.by_name,
        today=until,
        since=chosen.since,
        asked=chosen,
        window_days=window_days,
        with_notes=with_notes,
        uses=journal.uses(Selection(until=until)),
        elsewhere=elsewhere,
        trials=_trials(journal, now, running),
        kept=kept_days(journal),
        going_on=days_of_newest(running),
        attacks=_whole_attacks(journal, now, chosen),
    )


def _whole_attacks(
    journal: Journal, now: datetime, chosen: Selection
) -> "Mapping[Place, Sequence[Attack]] | None":
    """Return the attacks that began by the last day, whole; None where the entries have all of it.

    A filter of entries keeps an attack whole if one of its ratings passes, as in an export.
    """
    until = chosen.until or now.date()
    if until >= now.date() and not chosen.is_of_entries:
        return None
    of_places = Selection(places=chosen.places)
    found = whole_attacks(journal.entries(of_places), until, recent.attack_diaries(journal))
    if not chosen.is_of_entries:
        return found
    from painlog.tasks.attack_list import passing

    kept = passing(journal, chosen._replace(treatments=()))
    return {
        place: [attack for attack in attacks if any(e.uid in kept for e in attack.entries)]
        for place, attacks in found.items()
    }


def _trials(
    journal: Journal, now: datetime, running: "Sequence[OpenAttack]"
) -> "tuple[TrialReading, ...]":
    """Read the trials, later ones included: one that is under way hides figures."""
    if not recent.has_trials(journal):
        return ()
    from painlog.tasks.trial import readings

    return readings(journal, now, running)


def _regions(journal: Journal, chosen: Selection) -> Mapping[str, Region]:
    """Return the regions by name; if some entries are left out, none is an attack diary.

    A day without a chosen entry may have had pain all the same.
    """
    regions = journal.regions.by_name
    if not chosen.is_of_entries:
        return regions
    return {name: region._replace(diary="days") for name, region in regions.items()}


def _signs_in(journal: Journal, period: Period, chosen: Selection) -> SignsAnswered:
    asked = chosen._replace(since=None, until=period.until)
    since = min(period.since, period.until - TOLD_TO_CLINICIAN_SINCE)
    return signs_answered(filter(asked.has_answer, journal.sign_answers()), since)


def _told_since(period: Period) -> date:
    """Return the day from which a clinician is told of warning signs."""
    earliest = max(period.since, period.until - TOLD_TO_CLINICIAN_SINCE)
    # Even for a short period, a clinician is told of every sign that the person is told of.
    return min(earliest, period.until - TOLD_SINCE)


def _told(journal: Journal, since: date, until: date, entries: Sequence[Entry]) -> tuple[Told, ...]:
    """Return the warning signs in entries and in the notes of uses, visits and days."""
    told = told_of(entries, _noted(journal, since, until))
    notes = [note for note in day_notes(journal, since) if note.day <= until]
    if not notes:
        return told
    from painlog.advice.red_flags.day_notes import told_of_notes

    known = {one.flag for one in told}
    of_days = (one for one in told_of_notes(notes, entries) if one.flag not in known)
    return tuple(sorted((*told, *of_days), key=lambda t: (t.flag.urgency, -t.day.toordinal())))


def _noted(journal: Journal, since: date, until: date) -> Iterator[Noted]:
    """Yield the notes of uses without a rating and of visits that are over."""
    for use in journal.uses(Selection(since=since, until=until)):
        if use.note:
            place = label(use.region, use.side) if use.region else "a use"
            yield Noted(use.day, place, use.note, use.region or "")
    for visit in journal.consultations():
        if visit.note and since <= visit.held_on <= until:
            yield Noted(visit.held_on, "a visit to a clinician", visit.note)
