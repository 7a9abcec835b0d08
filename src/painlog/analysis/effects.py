"""Compare the days before a course starts with the days in course."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from painlog.analysis.arithmetic import mean
from painlog.analysis.cautions import (
    BEFORE_AND_AFTER,
    Caution,
    Cut,
    assumed_days,
    cautions_of,
    percent_of_nothing,
    used_as_needed,
    verdict_with,
)
from painlog.analysis.comparison import Comparison, Verdict, compare_windows
from painlog.analysis.courses import Phase, phases_of, regimens_of
from painlog.analysis.days import Place, RatedDay, Window, window
from painlog.analysis.goes_with import Look
from painlog.analysis.interval import FEWEST_DAYS
from painlog.analysis.other_factors import unequal_factors
from painlog.analysis.other_treatments import other_courses
from painlog.model.course import Course
from painlog.model.dose import Dose
from painlog.model.region import Side
from painlog.model.trial import Trial

WINDOW_DAYS = 28
# This many rated days without the treatment show what ratings do by themselves from week to week.
FEWEST_UNTREATED = 84
WEEK_DAYS = 7
_ONE_DAY = timedelta(days=1)


class FirstDays(NamedTuple):
    """The change over the first 28 days of a course and its interval, in points."""

    change: float
    low: float
    high: float


class PlaceboInTime(NamedTuple):
    """The number of times that a change this big came in untreated days.

    `change` is the mean of the first 7 rated days in course minus that of the 7 before it. On
    `possible` days the untreated days can be split with 7 on each side; on `as_big` of these the
    change is as big or bigger, in the same direction.
    """

    change: float
    as_big: int
    possible: int
    untreated_days: int


class MedicineDays(NamedTuple):
    """Days with any acute medicine, of the calendar days compared before and after.

    `before` and `after` are days with a logged use, `before_course` and `after_course` those on
    which an acute medicine was in course.
    """

    before: int
    before_days: int
    after: int
    after_days: int
    before_course: int = 0
    after_course: int = 0


class Effect(NamedTuple):
    """The ratings of one region and side before one course and in it.

    `first_28` is there where over 28 days lie between the two windows. `medicine_days` is None
    where no medicine was taken or in course. `dose_before` is that of the same treatment in the
    days before, and `dose_cut` the change of another one from which on the days at it count, where
    they are not all of its last days.
    """

    region: str
    side: Side | None
    course: Course
    comparison: Comparison
    cautions: tuple[Caution, ...]
    first_28: FirstDays | None = None
    placebo: PlaceboInTime | None = None
    medicine_days: MedicineDays | None = None
    dose_before: Dose | None = None
    dose_cut: Cut | None = None

    @property
    def verdict(self) -> Verdict | None:
        """The verdict to show: see `verdict_with`."""
        return verdict_with(self.comparison.verdict, self.cautions)


def effects_of(
    place: Place,
    courses: Sequence[Course],
    days: Sequence[RatedDay],
    *,
    today: date,
    since: date | None = None,
    window_days: int = WINDOW_DAYS,
    namings: Mapping[str, Collection[date]] | None = None,
    medicine_days: Sequence[date] = (),
    course_days: Sequence[date] = (),
    attack_diary: bool = False,
    factors: Sequence[Look] = (),
) -> tuple[Effect, ...]:
    """Return the before-and-after of each course, by start.

    Before are the rated days of the phase just before the start, within `window_days` calendar
    days. After are the rated days of the course within its last `window_days` calendar days, to
    `today` while it is open.

    Args:
        place: Region and side.
        courses: All that count for the place.
        days: The rated days of the place, in time order, at least one.
        today: The last day that counts.
        since: Only courses that were in use on this day or later.
        window_days: Calendar days on each side.
        namings: The days on which each treatment was used.
        medicine_days: The days on which any medicine was taken as needed, whatever for, in order.
        course_days: The days on which such a medicine was in course, in order.
        attack_diary: Whether every attack of this region is written down.
        factors: Those that the pain goes with, as `telling_factors` returns them.
    """
    found = []
    for course in courses:
        if since is not None and course.ended_on is not None and course.ended_on < since:
            continue
        regimens = regimens_of(courses, (course.treatment,))
        span = _Span(course, phases_of(regimens, days[0].day, today), days, today, window_days)
        comparison = compare_windows(
            span.before,
            span.after,
            (span.phase_before, span.phase_after),
            attack_diary=attack_diary,
        )
        found.append(
            Effect(
                *place,
                course,
                comparison,
                (
                    *_cautions(span, courses, comparison, namings or {}),
                    *unequal_factors(comparison, factors),
                ),
                _first_28(span, comparison),
                _placebo(span, comparison),
                _medicine_days(comparison, medicine_days, course_days),
                *_dose_before(span, courses),
            )
        )
    return tuple(found)


def latest_of_each(effects: Sequence[Effect]) -> list[tuple[Effect, int]]:
    """Return the latest course of each treatment and dose, and how many came before it.

    Args:
        effects: Of any places, those of a place by start; their order is kept.
    """
    courses: dict[tuple[str, Side | None, str], list[Effect]] = {}
    for effect in effects:
        key = effect.region, effect.side, effect.course.what
        courses.setdefault(key, []).append(effect)
    last = {id(of_one[-1]): len(of_one) - 1 for of_one in courses.values()}
    return [(effect, last[id(effect)]) for effect in effects if id(effect) in last]


def is_of_a_trial(
    course: Course,
    place: Place,
    trials: Iterable[Trial],
    namings: Mapping[str, Collection[date]],
) -> bool:
    """Tell whether an inferred course has uses on days of a trial that compares its treatment.

    Those days have one reading, that of the trial, whose order was drawn by chance.

    Args:
        course: Any; one that was started by hand is of no trial.
        place: Region and side.
        trials: Of any place, over or not.
        namings: The days on which each treatment was used for the place.
    """
    used = [day for day in namings.get(course.treatment, ()) if course.on(day)]
    return course.inferred and any(
        trial.compares(course.treatment, *place) and any(map(trial.has_day, used))
        for trial in trials
    )


class _Span:
    """The days around one start: what is compared, and the phases that it is part of."""

    def __init__(
        self,
        course: Course,
        phases: Sequence[Phase],
        days: Sequence[RatedDay],
        today: date,
        window_days: int,
    ) -> None:
        self.course, self.days, self.today = course, days, today
        self.window_days = window_days
        self.start = course.started_on
        self.until = min(course.ended_on or today, today)
        eve = self.start - _ONE_DAY
        at = bisect_right(phases, eve, key=lambda phase: phase.since) - 1
        self.phase_start = phases[at].since if at >= 0 else self.start
        # What the phase before began with, where that was not the first rating.
        self.changed = phases[at - 1].regimen ^ phases[at].regimen if at > 0 else frozenset[str]()
        self.begun = phases[at].regimen if at >= 0 else frozenset[str]()
        earliest = max(self.start - timedelta(days=window_days), self.phase_start)
        latest = max(self.start, self.until - timedelta(days=window_days - 1))
        self.before = window(days, earliest, eve)
        self.after = window(days, latest, self.until)
        self.phase_before = window(days, self.phase_start, eve)
        self.phase_after = window(days, self.start, self.until)

    def cut(self) -> Cut | None:
        """Name what made the phase before shorter than the window that is looked at."""
        if not self.changed or self.phase_start <= self.start - timedelta(days=self.window_days):
            return None
        name = min(self.changed)
        if name in self.begun:
            return Cut(name, "started", self.phase_start)
        return Cut(name, "ended", self.phase_start - _ONE_DAY)


def _cautions(
    span: _Span,
    courses: Sequence[Course],
    comparison: Comparison,
    namings: Mapping[str, Collection[date]],
) -> Iterator[Caution]:
    course = span.course
    ended = course.ended_on is not None and course.ended_on < span.today
    over = BEFORE_AND_AFTER if ended else BEFORE_AND_AFTER[:1]
    yield from cautions_of(comparison, over=over, cut_by=span.cut())
    yield from percent_of_nothing(comparison)
    yield from assumed_days(comparison)
    yield from used_as_needed(course, span.phase_after, namings.get(course.treatment, ()))
    if comparison.interval is not None:
        yield from other_courses(course, courses, comparison, namings)


def _dose_before(span: _Span, courses: Sequence[Course]) -> tuple[Dose | None, Cut | None]:
    """Return the dose on the eve of a step, and what else changed while it was at that dose."""
    course, eve = span.course, span.start - _ONE_DAY
    steps = [c for c in courses if c.treatment == course.treatment and c.on(eve)]
    if not steps or steps[-1].dose is None or not span.before.days:
        return None, None
    cut = span.cut() if span.phase_start > steps[-1].started_on else None
    return steps[-1].dose, cut


def _first_28(span: _Span, comparison: Comparison) -> FirstDays | None:
    after = comparison.after
    if comparison.interval is None or (after.since - comparison.before.until).days <= WINDOW_DAYS:
        return None
    first = window(span.days, span.start, span.start + timedelta(days=WINDOW_DAYS - 1))
    if first.rated_days < FEWEST_DAYS:
        return None
    phases = (span.phase_before, span.phase_after)
    interval = compare_windows(comparison.before, first, phases).interval
    return interval and FirstDays(interval.change, interval.low, interval.high)


def _placebo(span: _Span, comparison: Comparison) -> PlaceboInTime | None:
    untreated, treated = span.phase_before.values, span.phase_after.values
    if comparison.interval is None or len(untreated) < FEWEST_UNTREATED:
        return None
    if len(treated) < WEEK_DAYS:
        return None
    change = mean(treated[:WEEK_DAYS]) - mean(untreated[-WEEK_DAYS:])
    starts = range(WEEK_DAYS, len(untreated) - WEEK_DAYS + 1)
    changes = [
        mean(untreated[at : at + WEEK_DAYS]) - mean(untreated[at - WEEK_DAYS : at]) for at in starts
    ]
    # Sums of the same days in another order may differ in the last digit.
    as_big = sum(c <= change + _EQUAL if change <= 0 else c >= change - _EQUAL for c in changes)
    return PlaceboInTime(change, as_big, len(changes), len(untreated))


_EQUAL = 1e-9


def _medicine_days(
    comparison: Comparison, taken: Sequence[date], in_course: Sequence[date]
) -> MedicineDays | None:
    sides = comparison.before, comparison.after
    before, after = (_within(side, taken) for side in sides)
    before_course, after_course = (_within(side, in_course) for side in sides)
    if not any((before, after, before_course, after_course)):
        return None
    return MedicineDays(
        before,
        comparison.before.calendar_days,
        after,
        comparison.after.calendar_days,
        before_course,
        after_course,
    )


def _within(side: Window, days: Sequence[date]) -> int:
    return max(bisect_right(days, side.until) - bisect_left(days, side.since), 0)
