"""Arrange the days of one region and side as a chart over time needs them."""

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from painlog.analysis.comparison import is_episodic
from painlog.analysis.courses import AsNeeded, as_needed, courses_of
from painlog.analysis.days import Buckets, Place, PlaceDays, RatedDay, buckets, window
from painlog.analysis.effects import Effect, effects_of, is_of_a_trial
from painlog.analysis.months import PainSpan, pain_spans
from painlog.model.contents import Consultation
from painlog.model.course import Course
from painlog.model.region import Side, label
from painlog.model.selection import EVERYTHING, Selection
from painlog.model.trial import Trial
from painlog.model.use import Use

_ONE_DAY = timedelta(days=1)


class Gap(NamedTuple):
    """A run of days without a rating, both ends included."""

    since: date
    until: date

    @property
    def length(self) -> int:
        """How many days."""
        return (self.until - self.since).days + 1


class Series(NamedTuple):
    """One region and side from `since` to `until`, both included.

    `days` are the rated ones, in time order; in an `attack_diary` those without an entry, too.
    `courses` were in use in the period, by start, and `effects` are their before and after; without
    a rating up to `until` there are none. `trend` are means over spans of the period. `as_needed`
    was used on some days, most often first. Where the pain is `episodic`, `pain_days` has those of
    each week or month, else nothing.
    """

    region: str
    side: Side | None
    since: date
    until: date
    days: tuple[RatedDay, ...]
    gaps: tuple[Gap, ...]
    courses: tuple[Course, ...]
    effects: tuple[Effect, ...]
    consultations: tuple[Consultation, ...]
    trend: Buckets
    as_needed: tuple[AsNeeded, ...] = ()
    attack_diary: bool = False
    pain_days: tuple[PainSpan, ...] = ()

    @property
    def episodic(self) -> bool:
        """Whether the pain comes in attacks, so that its days tell more than its mean."""
        return bool(self.pain_days)

    @property
    def place(self) -> str:
        """Region and side in words."""
        return label(self.region, self.side)

    @property
    def calendar_days(self) -> int:
        """How many days could have been rated."""
        return (self.until - self.since).days + 1

    @property
    def latest(self) -> Effect | None:
        """The before and after of the course that started last."""
        return self.effects[-1] if self.effects else None


def build_series(
    place: Place,
    gathered: PlaceDays,
    started: Iterable[Course],
    consultations: Iterable[Consultation],
    *,
    today: date,
    since: date | None = None,
    asked: Selection = EVERYTHING,
    medicines: Container[str] = (),
    attack_diary: bool = False,
    uses: Iterable[Use] = (),
    trials: Sequence[Trial] = (),
    trials_over: Sequence[Trial] = (),
) -> Series:
    """Collect the days of a place and what else happened on them.

    Args:
        place: Region and side.
        gathered: All that its entries up to `today` say, also before `since`.
        started: Courses started by hand, for any place.
        consultations: Visits to a clinician.
        today: The last day of the period, up to which open courses run.
        since: The first day of the period; None is the first rated day.
        asked: With treatments, only the courses and uses of these are shown; with what entries say,
            no before-and-after.
        medicines: The names of all medicines, which have a course only where somebody started one.
        attack_diary: Whether every attack of the region is written down.
        uses: What was used without a rating and without saying what for, and counts for the place;
            what was said to be for it is in `gathered` already.
        trials: Those under way; the treatments that they compare get no before-and-after.
        trials_over: The others; what was only used in one gets no before-and-after either.
    """
    rated = gathered.days(today if attack_diary else None)
    first = since or (rated[0].day if rated else today)
    shown = window(rated, first, today)
    within = shown.days
    courses = courses_of(place, started, gathered.namings, today, medicines)
    effects = (
        effects_of(
            place,
            courses,
            rated,
            today=today,
            since=first,
            namings=gathered.namings,
            attack_diary=attack_diary,
        )
        if rated and not asked.is_of_entries
        else ()
    )
    episodic = attack_diary or is_episodic(within)
    return Series(
        *place,
        first,
        today,
        within,
        tuple(gaps(within, first, today)),
        tuple(
            c
            for c in courses
            if (c.ended_on is None or c.ended_on >= first) and asked.has_treatment(c.treatment)
        ),
        tuple(
            e
            for e in effects
            if asked.has_treatment(e.course.treatment)
            and not any(t.compares(e.course.treatment, *place) for t in trials)
            and not is_of_a_trial(e.course, place, trials_over, gathered.namings)
        ),
        tuple(c for c in consultations if first <= c.held_on <= today),
        buckets(within, first, today),
        tuple(
            used
            for used in as_needed(gathered.namings, courses, shown, uses)
            if asked.has_treatment(used.treatment)
        ),
        attack_diary,
        pain_spans(within, first, today) if episodic and within else (),
    )


def gaps(days: Sequence[RatedDay], since: date, until: date) -> Iterator[Gap]:
    """Yield the runs of unrated days from `since` to `until`, in time order."""
    expected = since
    for rated in days:
        if rated.day > expected:
            yield Gap(expected, rated.day - _ONE_DAY)
        expected = rated.day + _ONE_DAY
    if expected <= until:
        yield Gap(expected, until)
