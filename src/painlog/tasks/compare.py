"""Compare the days of two regimens for one region."""

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from painlog.advice.trials import under_way_words
from painlog.analysis import regimens
from painlog.analysis.attack_medicines import attack_medicines
from painlog.analysis.attacks import days_of_newest
from painlog.analysis.courses import courses_of, phases_of, regimens_of
from painlog.analysis.days import Place, PlaceDays, gather, window
from painlog.analysis.effects import is_of_a_trial
from painlog.analysis.other_factors import telling_factors
from painlog.analysis.regimens import RegimenComparison, can_be_alternated
from painlog.errors import RefusedError, UsageError
from painlog.model.course import Course, in_one_writing
from painlog.model.dose_reading import split_course_dose
from painlog.model.names import sentence_start
from painlog.model.regimen import Regimen, parse_regimen
from painlog.model.region import label
from painlog.model.selection import ChosenPlace, Selection
from painlog.store.days import kept_days
from painlog.store.journal import Journal
from painlog.store.trials import trials_under_way
from painlog.tasks.attacks import going_on


class ComparedRegimens(NamedTuple):
    """Two regimens compared; `alternate` says whether they could be tried in turns.

    `doses` gives, for each treatment, the doses at which it was started here, in order of time.
    `never_started` are the medicines that have no course here: taken as needed, they have no days.
    """

    comparison: RegimenComparison
    alternate: bool
    doses: Mapping[str, tuple[str, ...]]
    never_started: tuple[str, ...]


def compare_regimens(
    journal: Journal,
    texts: Sequence[str],
    chosen: Selection,
    now: datetime,
    *,
    by_plural: bool = False,
) -> ComparedRegimens:
    """Compare the days of two regimens for the chosen region, up to the last chosen day or today.

    Args:
        journal: Open for reading.
        texts: Two regimens as people write them: "stretching + massage", "nothing".
        chosen: One place, and perhaps a period.
        now: The present moment.
        by_plural: Whether the place was named by a plural, "hips". Of several sides it means the
            ratings of both together, where there are any.

    Raises:
        PainlogError: if a regimen is unknown, both are the same, or no side was chosen for a
            region that was rated on several.
    """
    courses = in_one_writing(journal.courses())
    first, second = _as_started(
        [parse_regimen(text, journal.treatments) for text in texts],
        courses,
        journal.treatments.by_name,
    )
    if first == second:
        raise UsageError(
            "Both regimens are the same. Name two, as in: "
            "painlog compare nothing stretching --region heel"
        )
    compared = _compared(journal, courses, chosen, (first, second), now, by_plural=by_plural)
    doses: dict[str, dict[str, None]] = {}
    here = [c for c in courses if c.covers(compared.region, compared.side)]
    for course in here:
        if course.dose:
            doses.setdefault(course.treatment, {})[course.dose.written] = None
    medicines = {name for name, t in journal.treatments.by_name.items() if t.is_medicine}
    asked = {name if name in medicines else split_course_dose(name)[0] for name in first | second}
    return ComparedRegimens(
        compared,
        can_be_alternated((first, second), journal.treatments.by_name),
        {name: tuple(found) for name, found in doses.items()},
        tuple(sorted((asked & medicines) - {course.treatment for course in here})),
    )


def _as_started(
    named: Sequence[Regimen], courses: Iterable[Course], treatments: Container[str]
) -> list[Regimen]:
    """Return regimens with each dose written as the courses have it, or as it was named first.

    "Paracetamol 1 g" and "paracetamol 1000 mg" are one thing to compare.
    """
    written = {(c.treatment, c.dose.size): c.what for c in courses if c.dose}

    def as_started(name: str) -> str:
        treatment, dose = (name, None) if name in treatments else split_course_dose(name)
        return written.setdefault((treatment, dose.size), name) if dose else name

    return [frozenset(map(as_started, sorted(regimen))) for regimen in named]


def _compared(
    journal: Journal,
    by_hand: Sequence[Course],
    chosen: Selection,
    asked: tuple[Regimen, Regimen],
    now: datetime,
    *,
    by_plural: bool,
) -> RegimenComparison:
    today = now.date()
    first, second = asked
    (wanted,), until = chosen.places, chosen.until or today
    # Treatments named before the period tell which courses run in it.
    everything = Selection((ChosenPlace(wanted.region),), until=until)
    acute = attack_medicines(journal.treatments.by_name)
    places = gather(
        journal.entries(everything),
        journal.uses(everything),
        acute=acute,
        going_on=days_of_newest(going_on(journal, now)),
    )
    place = _one_place(places, wanted, by_plural=by_plural)
    _refuse_arms_of_a_trial(journal, first ^ second, place, today)
    if place not in places:
        return regimens.compare_regimens(place, first, second, (), ())
    gathered = places[place]
    diary = journal.regions.by_name[place[0]].diary == "attacks"
    days = gathered.days(until if diary else None)
    medicines = {t.name for t in journal.treatments.by_name.values() if t.is_medicine}
    started = _with_doses(by_hand, first | second)
    courses = courses_of(place, started, gathered.namings, until, medicines)
    _refuse_days_of_a_trial(journal, first ^ second, place, courses, gathered)
    since = max(chosen.since or days[0].day, days[0].day)
    # A treatment that is only used now and then belongs to a regimen only if it is asked for.
    phases = phases_of(regimens_of(courses, first | second), since, until)
    within = window(days, since, until).days
    started = [c for c in by_hand if c.covers(*place)]
    return regimens.compare_regimens(
        place,
        first,
        second,
        phases,
        within,
        [*started, *(c for c in courses if c.inferred)],
        namings=gathered.namings,
        attack_diary=diary,
        factors=telling_factors(place, days, kept_days(journal)),
    )


def _refuse_arms_of_a_trial(
    journal: Journal, differing: Regimen, place: Place, today: date
) -> None:
    """Refuse a comparison that would tell how a trial goes before it is over.

    Raises:
        RefusedError: if it would; the message says when the trial is over.
    """
    for trial in trials_under_way(journal, today):
        if any(trial.compares(name, *place) for name in differing):
            raise RefusedError(under_way_words(trial))


def _refuse_days_of_a_trial(
    journal: Journal,
    differing: Regimen,
    place: Place,
    courses: Iterable[Course],
    gathered: PlaceDays,
) -> None:
    """Refuse a second reading of days that a trial has, whose order was drawn by chance.

    Raises:
        RefusedError: if nobody started a treatment and it was used in a trial that compares it.
    """
    for trial in journal.trials():
        for course in courses:
            if course.treatment in differing and is_of_a_trial(
                course, place, [trial], gathered.namings
            ):
                raise RefusedError(
                    f"{sentence_start(course.treatment)} was not started here and was used in the "
                    f"trial of {trial.a} (A) and {trial.b} (B). Its days have one reading, that of "
                    f"the trial: painlog trial show {trial.id}"
                )


def _with_doses(courses: Iterable[Course], said: Regimen) -> list[Course]:
    """Return the courses, each with its dose only where a regimen names that dose."""
    return [c if c.what in said else c._replace(dose=None) for c in courses]


def _one_place(places: Mapping[Place, PlaceDays], wanted: ChosenPlace, *, by_plural: bool) -> Place:
    region = wanted.region or ""
    if wanted.side is not None or wanted.without_side or not places:
        return region, wanted.side
    if len(places) > 1:
        if by_plural and (region, "both") in places:
            return region, "both"
        rated = ", ".join(sorted(label(*place) for place in places))
        side = min(side or "none" for _, side in places)
        raise RefusedError(
            f"{sentence_start(region)} is rated in more than one place: {rated}. "
            f"Say which, as in: --side {side}"
        )
    return next(iter(places))
