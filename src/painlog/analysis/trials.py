"""Read a trial of one's own. docs/trials.md has the method and its sources."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from painlog.analysis.attack_medicines import AttackMedicines
from painlog.analysis.comparison import Verdict, meaningful_drop, verdict
from painlog.analysis.days import Place, PlaceDays, RatedDay, window
from painlog.analysis.sign_flips import SignFlips, sign_flips
from painlog.analysis.trial_cautions import (
    TrialCaution,
    days_from,
    going_on,
    how_it_was_made,
    in_other_arm,
    looked_at,
    pairs_lost,
    share_kept,
)
from painlog.analysis.trial_schedule import (
    TrialBlock,
    TrialStatus,
    blocks_of,
    draw,
    fewest_rated,
    status_of,
)
from painlog.model.course import Course
from painlog.model.entry import Entry
from painlog.model.selection import Selection
from painlog.model.trial import Arm, Kept, PairOrder, Trial
from painlog.model.use import Use


class TrialPair(NamedTuple):
    """A block of A and one of B. Means of daily means, in points; None without enough rated days.

    `rated_a` and `rated_b` are how many counted days have a rating. `difference` is B minus A.
    """

    number: int
    order: PairOrder
    a: Fraction | None
    b: Fraction | None
    rated_a: int
    rated_b: int

    @property
    def difference(self) -> Fraction | None:
        """B minus A; None where the pair cannot be used."""
        return None if self.a is None or self.b is None else self.b - self.a


class ArmDays(NamedTuple):
    """The days of one arm up to now. `counted`, `rated` and `medicine_days` leave out washout.

    `kept` counts the answers to whether the day was as planned, whatever day of a block it was.
    `course_days` are the counted days on which an acute medicine was in course. Until a trial is
    over, what may depend on the pain is None: all three, and in an attack diary `rated`, which
    leaves out days of a painkiller and of an attack that goes on.
    """

    arm: Arm
    days: int
    counted: int
    rated: int | None
    medicine_days: int | None = None
    kept: Mapping[Kept, int] | None = None
    course_days: int | None = None

    @property
    def answered(self) -> int:
        """On how many days the person said whether it was as planned."""
        return sum((self.kept or {}).values())

    @property
    def as_planned(self) -> int:
        """How many of these days were as planned."""
        return (self.kept or {}).get("yes", 0)

    def before_the_end(self, *, attack_diary: bool) -> "ArmDays":
        """Return what may be told of the arm before its trial is over."""
        rated = None if attack_diary else self.rated
        return ArmDays(self.arm, self.days, self.counted, rated)


class TrialReading(NamedTuple):
    """The reading of a trial so far.

    Before its last day is past there are no `pairs`: nobody should see how it goes. `test` is there
    only where it ran to its end and a pair can be used, `verdict` where that gave an interval.
    `drop` is a meaningful one from the mean of the A blocks, in points. `answers` are how many days
    of both arms were as planned, partly or not.
    """

    trial: Trial
    status: TrialStatus
    order: tuple[PairOrder, ...]
    blocks: tuple[TrialBlock, ...]
    arms: tuple[ArmDays, ArmDays]
    answers: Mapping[Kept, int] = MappingProxyType({})
    pairs: tuple[TrialPair, ...] = ()
    test: SignFlips | None = None
    drop: float | None = None
    verdict: Verdict | None = None
    cautions: tuple[TrialCaution, ...] = ()

    @property
    def is_under_way(self) -> bool:
        """Whether it is not over, so that its arms may not be compared yet."""
        return self.status in ("planned", "running", "paused")

    @property
    def used(self) -> int:
        """How many pairs can be used."""
        return sum(pair.difference is not None for pair in self.pairs)

    def is_told(self, since: date, until: date, asked: Selection) -> bool:
        """Tell whether a report on a period has it: not where entries were chosen by their words.

        Figures of one that ended later would rest on later ratings.
        """
        trial = self.trial
        return (
            trial.planned_on <= until
            and trial.ends_on >= since
            and (self.is_under_way or (trial.stopped_on or trial.ends_on) <= until)
            and not asked.is_of_entries
            and (not asked.places or any(place.has_trial(trial) for place in asked.places))
            and (not asked.treatments or not trial.differing.isdisjoint(asked.treatments))
        )

    @property
    def kept_share(self) -> float | None:
        """The share of the answered days that were as planned, a partly kept one as a half."""
        return share_kept(self.answers)


class TrialRecord(NamedTuple):
    """The record of a trial in a journal, besides its ratings.

    `paused` is whether a recent warning sign stands against going on, `signs` whether one came up
    during the trial. `medicine_days` are the days with any acute medicine, `course_days` those on
    which one was in course, `stops` those on which it was stopped and then taken up again. `uses`
    are the days on which a treatment that only one arm has was logged for the place of the trial.
    `attack_diary` is whether every attack there is written down, so that other days are without.
    """

    kept: Mapping[date, Kept]
    courses: Sequence[Course] = ()
    medicine_days: frozenset[date] = frozenset()
    paused: bool = False
    signs: bool = False
    course_days: frozenset[date] = frozenset()
    stops: tuple[date, ...] = ()
    uses: Mapping[str, frozenset[date]] = MappingProxyType({})
    attack_diary: bool = False


def days_of_trial(
    trial: Trial,
    entries: Iterable[Entry],
    uses: Iterable[Use],
    acute: AttackMedicines,
    assumed_until: date | None,
    going_on: Mapping[Place, date] = MappingProxyType({}),
) -> tuple[RatedDay, ...]:
    """Return the rated days of a trial's place, in time order.

    Args:
        trial: The plan, which names the place.
        entries: Those up to the last day that counts; other places are passed over.
        uses: What was used without a rating, likewise.
        acute: The medicines that are taken against an attack.
        assumed_until: As `PlaceDays.days` has it.
        going_on: As in `gather`.
    """
    # Where every side counts, a day is unknown as long as an attack of one side goes on.
    newest = (day for place, day in going_on.items() if trial.covers(*place))
    gathered = PlaceDays(open_since=min(newest, default=None))
    for entry in entries:
        if trial.covers(entry.region, entry.side):
            gathered.add(entry)
    for use in uses:
        if use.is_for(trial.region, trial.side):
            gathered.take(use, acute)
    return gathered.days(assumed_until)


def read_trial(
    trial: Trial, days: Sequence[RatedDay], record: TrialRecord, today: date
) -> TrialReading:
    """Read a trial: its figures once its last day is past, and until then its days as planned.

    It is read as it was drawn, whatever was really done on a day.

    Args:
        trial: The plan.
        days: The rated days of its place, in time order.
        record: What the journal says besides them.
        today: The present day.
    """
    status = status_of(trial, today, paused=record.paused)
    blocks = blocks_of(trial)
    until = min(d for d in (today, trial.stopped_on, trial.ends_on) if d is not None)
    arms = (
        _arm_days("A", blocks, days, record, until),
        _arm_days("B", blocks, days, record, until),
    )
    answers = Counter(arms[0].kept) + Counter(arms[1].kept)
    reading = TrialReading(trial, status, draw(trial.seed, trial.pairs), blocks, arms, answers)
    if not trial.is_over(today):
        a, b = (arm.before_the_end(attack_diary=record.attack_diary) for arm in arms)
        return reading._replace(
            arms=(a, b),
            cautions=(
                *looked_at(trial, record.stops),
                *going_on(trial, answers, record.courses, until),
                *in_other_arm(trial, record.courses, {}, until),
            ),
        )
    pairs = tuple(
        p
        for p in _pairs(trial, blocks, days)
        if status == "finished" or _is_past(blocks, p.number, until)
    )
    reading = reading._replace(pairs=pairs)
    differences = [pair.difference for pair in pairs if pair.difference is not None]
    if status == "finished" and differences:
        test = sign_flips(differences)
        drop = meaningful_drop(float(_mean_of_a(pairs)))
        ends = test.interval
        reading = reading._replace(
            test=test,
            drop=drop,
            verdict=verdict(float(ends[0]), float(ends[1]), drop) if ends else None,
        )
    return reading._replace(cautions=tuple(_cautions(reading, days, record, until)))


def _is_past(blocks: Sequence[TrialBlock], pair: int, until: date) -> bool:
    return all(block.last <= until for block in blocks if block.pair == pair)


def _mean_of_a(pairs: Sequence[TrialPair]) -> Fraction:
    of_a = [pair.a for pair in pairs if pair.a is not None and pair.b is not None]
    return sum(of_a, Fraction()) / len(of_a)


def _pairs(
    trial: Trial, blocks: Sequence[TrialBlock], days: Sequence[RatedDay]
) -> Iterator[TrialPair]:
    fewest = fewest_rated(trial.counted_days)
    for number, order in enumerate(draw(trial.seed, trial.pairs), start=1):
        rated: dict[Arm, tuple[RatedDay, ...]] = {
            block.arm: window(days, block.counted_from, block.last).days
            for block in blocks
            if block.pair == number
        }
        a, b = (_mean(rated[arm]) if len(rated[arm]) >= fewest else None for arm in ("A", "B"))
        yield TrialPair(number, order, a, b, len(rated["A"]), len(rated["B"]))


def _mean(days: Sequence[RatedDay]) -> Fraction:
    """Return the mean of the daily means, exactly: a day's ratings are whole numbers."""
    exact = (Fraction(round(d.mean * d.ratings), d.ratings or 1) for d in days)
    return sum(exact, Fraction()) / len(days)


def _arm_days(
    arm: Arm,
    blocks: Sequence[TrialBlock],
    days: Sequence[RatedDay],
    record: TrialRecord,
    until: date,
) -> ArmDays:
    mine = [block for block in blocks if block.arm == arm and block.first <= until]
    kept = Counter(
        answer
        for day, answer in record.kept.items()
        if any(block.first <= day <= min(block.last, until) for block in mine)
    )
    counted = {
        day for block in mine for day in days_from(block.counted_from, min(block.last, until))
    }
    return ArmDays(
        arm,
        sum(len(days_from(block.first, min(block.last, until))) for block in mine),
        len(counted),
        sum(day.day in counted for day in days),
        len(counted & record.medicine_days),
        dict(kept),
        len(counted & record.course_days),
    )


def _cautions(
    reading: TrialReading, days: Sequence[RatedDay], record: TrialRecord, until: date
) -> Iterator[TrialCaution]:
    """Yield what stands against a result, the gravest first."""
    trial = reading.trial
    if record.signs:
        yield TrialCaution("warning-sign")
    if reading.status == "stopped":
        yield TrialCaution("stopped", {"day": until, "pairs": len(reading.pairs)})
    else:
        yield from pairs_lost(trial, reading.used)
    yield from looked_at(trial, record.stops)
    yield from going_on(trial, reading.answers, record.courses, until)
    yield from in_other_arm(trial, record.courses, record.uses, until)
    yield from how_it_was_made(trial, reading.blocks, days, until)
