"""The report: everything that is said about a period, as plain data."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from painlog.analysis.courses import courses_of
from painlog.analysis.days import Place, RatedDay, Window, gather, last_days, window
from painlog.analysis.effects import WINDOW_DAYS, Effect, effect
from painlog.analysis.sessions import SessionSummary, summarise_sessions
from painlog.model.consultation import Consultation
from painlog.model.course import Course
from painlog.model.entry import Entry
from painlog.model.region import Side, label


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a report is about, both included."""

    since: date
    until: date


@dataclass(frozen=True, slots=True)
class RegionSummary:
    """One region and side over the period. Means are means of daily means, in points."""

    region: str
    side: Side | None
    entries: int
    days: tuple[RatedDay, ...]
    mean: float | None
    worst: int | None
    last_7: Window
    previous_7: Window
    last_28: Window

    @property
    def rated_days(self) -> int:
        """How many days have a rating."""
        return len(self.days)

    @property
    def place(self) -> str:
        """Region and side in words."""
        return label(self.region, self.side)


@dataclass(frozen=True, slots=True)
class Report:
    """What the ratings of a period did, by region and by treatment."""

    period: Period
    window_days: int
    regions: tuple[RegionSummary, ...]
    effects: tuple[Effect, ...]
    sessions: tuple[SessionSummary, ...]
    courses: tuple[Course, ...]
    consultations: tuple[Consultation, ...]


def build_report(
    entries: Iterable[Entry],
    courses: Iterable[Course],
    consultations: Iterable[Consultation],
    *,
    today: date,
    since: date | None = None,
    treatment: str | None = None,
    window_days: int = WINDOW_DAYS,
) -> Report:
    """The report on entries in any order, read once.

    Args:
        entries: All that may count. Those before `since` count only as days before a course.
        courses: Courses started by hand.
        consultations: Visits to a clinician.
        today: The last day of the period, up to which open courses run.
        since: The first day of the period; None is the day of the first entry.
        treatment: Show only the before and after and the sessions of this one.
        window_days: Calendar days before and after a start that are compared.
    """
    by_hand = tuple(courses)
    sessions: list[Entry] = []
    places = gather(_noting_sessions(entries, sessions))
    days = {place: gathered.days() for place, gathered in places.items()}
    first = since or min((d[0].day for d in days.values()), default=today)
    effects = [
        effect(place, course, in_course, days[place], today, window_days)
        for place, gathered in places.items()
        for in_course in [courses_of(place, by_hand, gathered.namings, today)]
        for course in in_course
        if course.ended_on is None or course.ended_on >= first
    ]
    summaries = [_region(place, d, first, today) for place, d in days.items()]
    return Report(
        period=Period(first, today),
        window_days=window_days,
        regions=tuple(sorted((r for r in summaries if r.days), key=_importance)),
        effects=tuple(
            e for e in sorted(effects, key=_by_place) if treatment in (None, e.course.treatment)
        ),
        sessions=tuple(
            s
            for s in summarise_sessions((e for e in sessions if e.day >= first), days)
            if treatment in (None, s.treatment)
        ),
        courses=by_hand,
        consultations=tuple(c for c in consultations if first <= c.held_on <= today),
    )


def _noting_sessions(entries: Iterable[Entry], sessions: list[Entry]) -> Iterable[Entry]:
    for entry in entries:
        if entry.intensity_before is not None and entry.treatments:
            sessions.append(entry)
        yield entry


def _region(place: Place, days: Sequence[RatedDay], since: date, until: date) -> RegionSummary:
    within = window(days, since, until)
    return RegionSummary(
        *place,
        entries=sum(d.ratings for d in within.days),
        days=within.days,
        mean=within.mean,
        worst=max((d.worst for d in within.days), default=None),
        last_7=last_days(days, until, 7),
        previous_7=last_days(days, until - timedelta(days=7), 7),
        last_28=last_days(days, until, 28),
    )


def _importance(region: RegionSummary) -> tuple[float, str]:
    recent = region.last_28.mean
    return (-1.0 if recent is None else recent) * -1, region.place


def _by_place(effect: Effect) -> tuple[str, str, date, str]:
    course = effect.course
    return effect.region, effect.side or "", course.started_on, course.treatment
