"""Plan, follow and read a trial of one's own. Nothing here asks, shows or prints."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from painlog.advice.trial_record import (
    SIGNS_SINCE,
    days_of_record,
    last_day_of_record,
    signs_lately,
    trial_record,
)
from painlog.advice.trial_safety import unsafe
from painlog.advice.trials import SignOfLate, TrialToday
from painlog.analysis.attack_medicines import attack_medicines
from painlog.analysis.attacks import days_of_newest
from painlog.analysis.days import RatedDay
from painlog.analysis.trial_power import (
    ASSUMED,
    TrialShape,
    found_shares,
    spread_of,
)
from painlog.analysis.trial_schedule import block_on
from painlog.analysis.trial_warnings import Outlook, warnings_of
from painlog.analysis.trials import TrialReading, days_of_trial, read_trial
from painlog.errors import NotFoundError, RefusedError, UsageError
from painlog.files.command_line import as_typed, quoted
from painlog.model.contents import Consultation
from painlog.model.dose_reading import split_dose
from painlog.model.known_treatments import Treatments
from painlog.model.names import normal
from painlog.model.nothing_said import is_no_treatment
from painlog.model.regimen import parse_regimen
from painlog.model.region import Side, label
from painlog.model.selection import ChosenPlace, Selection
from painlog.model.treatment import USUAL_TREATMENT
from painlog.model.trial import AS_USUAL, NOTHING, Kept, Trial, TrialDay, arm_of
from painlog.store.trials import draws_before, stops_taken_back, trials_under_way
from painlog.tasks.attacks import going_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from painlog.analysis.attacks import OpenAttack
    from painlog.store.journal import Journal

# An attack that began this long before a trial may still be felt on its days.
_LONGEST = timedelta(days=31)
_WITHOUT = ("no", "without")


def parse_arm(text: str, treatments: Treatments) -> str:
    """Return one of the two things as it is stored: "stretching + heat", "nothing", "as usual".

    Raises:
        PainlogError: if it names no treatment, or a dose.
    """
    words = normal(text)
    if words in USUAL_TREATMENT:
        return AS_USUAL
    if is_no_treatment(text):
        return NOTHING
    first, _, rest = words.partition(" ")
    if first in _WITHOUT and rest and not treatments.understands(text):
        raise RefusedError(
            f'"{text}" says what is not done. For that, type nothing, as in: painlog trial plan '
            f"{quoted(rest)} nothing"
        )
    regimen = parse_regimen(text, treatments)
    if regimen <= treatments.by_name.keys():
        return arm_of(regimen)
    alone = {name if name in treatments.by_name else split_dose(name)[0] for name in regimen}
    raise RefusedError(
        "A trial compares treatments, not doses of one. Leave the dose out: type "
        f"{as_typed(arm_of(frozenset(alone)))}, not {as_typed(arm_of(regimen))}."
    )


def check_arms(a: str, b: str) -> None:
    """Make sure that a trial compares two different things.

    Raises:
        UsageError: if both are the same, or neither is a treatment.
    """
    if a == b or {a, b} <= {NOTHING, AS_USUAL}:
        raise UsageError(
            "A trial compares two different things; one of them may be nothing, as in: painlog "
            "trial plan stretching nothing --region heel"
        )


def place_of(journal: "Journal", region: str, side: Side | None) -> tuple[str, Side | None]:
    """Return the place that is rated: the given side, or the only one that was rated.

    Raises:
        RefusedError: if no side was said and several were rated.
    """
    if side is not None:
        return region, side
    rated = journal.places(Selection((ChosenPlace(region),)))
    if len(rated) > 1:
        names = ", ".join(sorted(label(*place) for place in rated))
        raise RefusedError(
            f"More than one place was rated there: {names}. Say which, as in: --side "
            f"{min(s or 'both' for _, s in rated)}"
        )
    return rated[0] if rated else (region, None)


def visit_of_agreement(visits: Iterable[Consultation], on: date) -> Consultation:
    """Return the logged visit of a day, the last of them where there were several.

    Raises:
        RefusedError: if none was logged for that day.
    """
    visits = tuple(visits)
    for visit in reversed(visits):
        if visit.held_on == on:
            return visit
    known = ", ".join(f"{v.held_on}" for v in visits[-3:]) or "none yet"
    raise RefusedError(
        f"No visit to a clinician is logged for {on} (logged: {known}). A trial needs a "
        f"clinician who agrees: talk it over, and log the visit with: painlog consult --on {on}"
    )


def check_nothing_stands_against(journal: "Journal", today: date) -> None:
    """Make sure that a trial may be planned at all.

    Raises:
        RefusedError: if one is under way, or a warning sign came up in the last 14 days.
    """
    for trial in trials_under_way(journal, today):
        raise RefusedError(
            f"A trial of {trial.a} and {trial.b} for the {trial.place} is not over: it ends on "
            f"{trial.ends_on}. One at a time; to end it now: painlog trial stop"
        )
    for sign in signs_on(journal, today):
        where = f" ({sign.place})" if sign.place else ""
        raise RefusedError(
            f"A warning sign was written down on {sign.day}{where}: {sign.sign}. Get help first; "
            "painlog plans no trial within 14 days of one. See: painlog redflags"
        )


def signs_on(journal: "Journal", today: date) -> tuple[SignOfLate, ...]:
    """Return the warning signs of the last 14 days up to a day, emergencies first."""
    entries = journal.entries(Selection(since=today - SIGNS_SINCE, until=today))
    return signs_lately(entries, journal.sign_answers(), today)


def check_safe(journal: "Journal", trial: Trial, visit: Consultation) -> None:
    """Make sure that a plan changes nothing that was prescribed, and can be read.

    Raises:
        RefusedError: if it would; it says what to do instead.
    """
    reasons = unsafe(trial, journal.treatments.by_name, journal.courses(), visit.note)
    for reason in reasons:
        raise RefusedError(reason)


def outlook(
    journal: "Journal",
    trial: Trial,
    now: datetime,
    progress: Callable[[float], object] = lambda _: None,
) -> Outlook:
    """Say what a plan can and cannot show, from the person's own ratings where there are enough."""
    days = days_of(journal, trial, now.date(), now)
    spread = spread_of(days) or ASSUMED
    shape = TrialShape(trial.pairs, trial.block_days, trial.washout_days)
    return Outlook(
        found_shares(shape, spread, f"{trial.place}/{shape}", progress),
        spread,
        tuple(warnings_of(trial, days, journal.courses(), now.date())),
    )


def begin(journal: "Journal", trial: Trial) -> Trial:
    """Draw the order and store the plan; a seed that was given is kept.

    Raises:
        RefusedError: if another painlog has begun one meanwhile.
    """
    from secrets import token_hex

    with journal.change("trial plan") as change:
        check_nothing_stands_against(journal, trial.planned_on)
        drawn = trial._replace(
            seed=trial.seed or token_hex(8), draws=draws_before(journal, trial) + 1
        )
        drawn = change.add(drawn)
        change.summary = f"trial of {drawn.a} and {drawn.b}, {drawn.place}"
    return drawn


def under_way(journal: "Journal", today: date) -> Trial | None:
    """Return the trial that is planned or running; None if there is none."""
    return next(iter(trials_under_way(journal, today)), None)


def trial_with(journal: "Journal", number: int | None, today: date) -> Trial:
    """Return the trial with this number; without one, the trial under way or else the last.

    Raises:
        NotFoundError: if there is none.
    """
    trials = journal.trials()
    if number is None:
        found = under_way(journal, today) or (trials[-1] if trials else None)
    else:
        found = next((t for t in trials if t.id == number), None)
    if found is None:
        what = "No trial was planned yet" if number is None else f"There is no trial {number}"
        see = "painlog trial plan" if number is None else "painlog trial list"
        raise NotFoundError(f"{what}. See: {see}")
    return found


def trial_today(journal: "Journal", today: date) -> TrialToday | None:
    """Return what a day is for in the trial under way; None if none is under way."""
    trial = under_way(journal, today)
    if trial is None:
        return None
    answered = {answer.day for answer in journal.trial_days(trial)}
    days = [today - timedelta(days=n) for n in range((today - trial.starts_on).days + 1)]
    return TrialToday(
        trial,
        block_on(trial, today),
        signs_on(journal, today),
        tuple(day for day in days if day not in answered),
    )


def reading_of(
    journal: "Journal", trial: Trial, now: datetime, running: "Sequence[OpenAttack] | None" = None
) -> TrialReading:
    """Read a trial, as far as it may be read on the present day.

    Args:
        journal: Where it is.
        trial: The trial.
        now: The present moment.
        running: The attacks that go on now, where they are known already.
    """
    today = now.date()
    first, last = days_of_record(trial, today)
    days = Selection(since=first, until=last)
    record = trial_record(
        trial,
        today,
        entries=tuple(journal.entries(days)),
        uses=journal.uses(days),
        answers=journal.trial_days(trial),
        courses=journal.courses(),
        signs=journal.sign_answers(),
        treatments=journal.treatments.by_name,
        attack_diary=has_attack_diary(journal, trial),
        stops=stops_taken_back(journal, trial),
    )
    last, since = last_day_of_record(trial, today), trial.starts_on - _LONGEST
    rated = days_of(journal, trial, last, now, since, running)
    return read_trial(trial, rated, record, today)


def readings(
    journal: "Journal", now: datetime, running: "Sequence[OpenAttack] | None" = None
) -> tuple[TrialReading, ...]:
    """Read every trial that was planned up to the present day, the newest first.

    Args:
        journal: Where they are.
        now: The present moment.
        running: The attacks that go on now, where they are known already.
    """
    trials = [t for t in journal.trials() if t.planned_on <= now.date()]
    if trials and running is None:
        running = going_on(journal, now)
    return tuple(reading_of(journal, trial, now, running) for trial in reversed(trials))


def days_of(
    journal: "Journal",
    trial: Trial,
    until: date,
    now: datetime,
    since: date | None = None,
    running: "Sequence[OpenAttack] | None" = None,
) -> tuple[RatedDay, ...]:
    """Return the rated days of a trial's place; in an attack diary, those without pain, too.

    Args:
        journal: Where the ratings are.
        trial: The plan, which names the place.
        until: The last day.
        now: This moment, at which an attack may go on.
        since: The first day that is needed; None for all.
        running: The attacks that go on now, where they are known already.
    """
    place = ChosenPlace(trial.region, trial.side)
    diary = has_attack_diary(journal, trial)
    # A diary counts from its first entry on.
    chosen = Selection((place,), since=None if diary else since, until=until)
    return days_of_trial(
        trial,
        journal.entries(chosen),
        journal.uses(chosen),
        attack_medicines(journal.treatments.by_name),
        until if diary else None,
        days_of_newest(going_on(journal, now) if running is None else running),
    )


def has_attack_diary(journal: "Journal", trial: Trial) -> bool:
    """Tell whether every attack at the place of a trial is written down."""
    return journal.regions.by_name[trial.region].diary == "attacks"


def log_day(
    journal: "Journal", trial: Trial, day: date, kept: Kept, note: str = ""
) -> TrialDay | None:
    """Store whether a day was as planned; return the answer before, None if there was none.

    Raises:
        RefusedError: if it is not a day of the trial, or comes after its stop.
    """
    last = trial.stopped_on or trial.ends_on
    if not trial.starts_on <= day <= last:
        raise RefusedError(
            f"{day} is not a day of the trial, which runs from {trial.starts_on} to {last}."
        )
    with journal.change("trial log") as change:
        before = next((a for a in journal.trial_days(trial) if a.day == day), None)
        if before is None:
            change.add(TrialDay(trial.uid, day, kept, note))
        elif (before.kept, before.note) != (kept, note or before.note):
            change.edit(before._replace(kept=kept, note=note or before.note))
        change.summary = f"{day}, as planned: {kept}"
    return before


def stop(journal: "Journal", trial: Trial, today: date) -> Trial:
    """End a trial before its last day. It needs no reason."""
    with journal.change("trial stop") as change:
        stopped = change.edit(trial._replace(stopped_on=max(today, trial.planned_on)))
        change.summary = f"trial of {trial.a} and {trial.b}, {trial.place}"
    return stopped
