"""A sample journal, wholly invented: nobody's ratings, to show what the program does."""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from painlog.model.catalogue.regions import REGIONS
from painlog.model.contents import Consultation
from painlog.model.course import Course
from painlog.model.dose_reading import parse_dose
from painlog.model.entry import Entry
from painlog.model.peg import Peg
from painlog.model.trial import Kept, Trial, TrialDay
from painlog.model.when import at_local
from painlog.store.journal import Journal

NOTICE = (
    "This is a sample journal. Every rating in it is invented; it shows what painlog prints, "
    "not what any treatment does."
)
LENGTH_DAYS = 120

_SEED = 20110241
_CARRY_OVER = 0.5
_NOISE = 1.6
_EVENING = time(20, 30)
_HOLIDAY = range(58, 65)
_HEAD = next(region for region in REGIONS if region.name == "head")
# The days on which the preventive begins, and on which its dose is raised.
_FIRST_STEP, _SECOND_STEP = 56, 78
# The days on which a visit agrees to the trial, and on which it begins.
_AGREED, _TRIAL_FROM = 25, 29
_VISIT = "606478ca-4430-452e-b1cf-bef81d6c114d"
_TRIAL = "b389a0e7-9f2c-42d4-8cad-08c8ac2a2b6e"
# Days of the trial, counted from its first, that were not as planned. Those of the holiday have no
# answer.
_OTHERWISE_KEPT: Mapping[int, Kept] = {4: "partly", 8: "no", 15: "partly", 22: "no", 37: "partly"}


@dataclass(frozen=True, slots=True)
class SampleJournal:
    """The invented entries, courses, consultations and PEGs, and a trial that is over."""

    entries: tuple[Entry, ...]
    courses: tuple[Course, ...]
    consultations: tuple[Consultation, ...]
    pegs: tuple[Peg, ...]
    trial: Trial
    trial_days: tuple[TrialDay, ...]


def add_sample(journal: Journal, now: datetime) -> None:
    """Add the sample to an empty journal, in one change."""
    sample = sample_journal(now)
    with journal.change("demo") as change:
        change.edit(_HEAD._replace(diary="attacks"))
        for things in (
            sample.entries,
            sample.courses,
            sample.consultations,
            sample.pegs,
            [sample.trial],
            sample.trial_days,
        ):
            for thing in things:
                change.take(thing)
        change.summary = "the invented sample journal"


def sample_journal(now: datetime, zone: tzinfo | None = None) -> SampleJournal:
    """Return about 120 days that end today, the same in every run of one day and hour."""
    first = now.date() - timedelta(days=LENGTH_DAYS - 1)
    story = _Story(first, random.Random(_SEED), zone)  # noqa: S311 - a story, not a secret
    entries = [*story.heel(), *story.lower_back(), *story.head()]
    ten = Course(
        "amitriptyline",
        story.day(_FIRST_STEP),
        story.day(_SECOND_STEP - 1),
        "head",
        uid="5a3f6c0e-5b1d-4d0e-9b43-2f5a0c1e7d10",
        dose=parse_dose("10 mg"),
    )
    return SampleJournal(
        entries=tuple(sorted((e for e in entries if e.felt_at <= now), key=lambda e: e.felt_at)),
        courses=(
            Course("stretching", story.day(26), None, "heel", "left"),
            Course("trigger point therapy", story.day(75), None, "heel", "left"),
            Course("massage therapy", story.day(30), story.day(78), "lower back"),
            Course("chiropractic", story.day(84), None, "lower back"),
            ten,
            Course(
                "amitriptyline",
                story.day(_SECOND_STEP),
                None,
                "head",
                dose=parse_dose("25 mg"),
                continues=ten.uid,
            ),
        ),
        consultations=(
            Consultation(
                story.day(_AGREED), "Family doctor: heel pain, advised stretching.", uid=_VISIT
            ),
            Consultation(story.day(55), "Neurologist: migraine, amitriptyline in the evening."),
            Consultation(story.day(83), "Family doctor: back pain, nothing alarming found."),
        ),
        pegs=tuple(_weeks(first)),
        trial=story.trial(),
        trial_days=tuple(story.trial_days()),
    )


def _weeks(first: date) -> Iterator[Peg]:
    """Give a PEG a week, with gaps, that falls by about two points."""
    # A generator of its own, so that the entries are the same with PEGs and without.
    chance = random.Random(_SEED + 3)  # noqa: S311 - a story, not a secret
    for number in range(3, LENGTH_DAYS, 7):
        level = 6.3 - 2 * number / LENGTH_DAYS
        pain, enjoyment, activity = (
            round(level + shift + chance.uniform(-1, 1)) for shift in (-0.3, -0.1, 0.4)
        )
        if number in _HOLIDAY or chance.random() < 0.12:
            continue
        yield Peg(first + timedelta(days=number), pain, enjoyment, activity)


@dataclass(frozen=True, slots=True)
class _Story:
    first: date
    chance: random.Random
    zone: tzinfo | None

    def day(self, number: int) -> date:
        """Return a day of the story, counted from 0."""
        return self.first + timedelta(days=number)

    def heel(self) -> Iterator[Entry]:
        """Give heel pain: 26 days untreated, then stretching, then trigger point therapy, too."""
        for number, level in self._levels(self._heel_level):
            treatments = ("stretching",) if number >= 26 and self._often(0.6) else ()
            session = number >= 75 and number % 7 == 5
            if number in _HOLIDAY or not (session or self._often(0.78)):
                continue
            walked = level >= 6 and self._often(0.4)
            yield Entry(
                self._at(number, _EVENING),
                "heel",
                level,
                "left",
                intensity_before=min(level + 2, 10) if session else None,
                treatments=("trigger point therapy",) if session else treatments,
                qualities=("stabbing",) if level >= 6 and self._often(0.5) else (),
                triggers=("long walk",) if walked else (),
                interference=max(level - 2, 0) if self._often(0.2) else None,
                note="Sharp with the first steps in the morning." if number == 3 else "",
            )

    def trial(self) -> Trial:
        """Give a trial of what was added to the stretching; one pair falls in the holiday."""
        return Trial(
            "stretching",
            "stretching + trigger point therapy",
            "heel",
            pairs=7,
            block_days=3,
            washout_days=0,
            starts_on=self.day(_TRIAL_FROM),
            seed="f4d494f08882128e",
            agreed_on=self.day(_AGREED),
            planned_on=self.day(_TRIAL_FROM - 1),
            side="left",
            consultation=_VISIT,
            uid=_TRIAL,
        )

    def trial_days(self) -> Iterator[TrialDay]:
        """Give the person's answers about the days of the trial."""
        for number in range(self.trial().days):
            if _TRIAL_FROM + number not in _HOLIDAY:
                kept = _OTHERWISE_KEPT.get(number, "yes")
                yield TrialDay(_TRIAL, self.day(_TRIAL_FROM + number), kept)

    def lower_back(self) -> Iterator[Entry]:
        """Give back pain: massage every ten days or so, later a chiropractor."""
        for number, level in self._levels(lambda n: 5.2 if n < 84 else 4.4):
            massage = 30 <= number <= 78 and number % 9 == 3
            chiropractor = number >= 84 and number % 8 == 4
            if number in _HOLIDAY or not (massage or chiropractor or self._often(0.55)):
                continue
            session = massage or chiropractor
            yield Entry(
                self._at(number, time(21, 15)),
                "lower back",
                level,
                intensity_before=min(level + self.chance.choice((0, 1, 2)), 10)
                if session
                else None,
                treatments=("massage therapy",)
                if massage
                else (("chiropractic",) if chiropractor else ()),
                qualities=("dull",) if self._often(0.3) else (),
                triggers=("long sitting",) if level >= 6 and self._often(0.5) else (),
            )

    def head(self) -> Iterator[Entry]:
        """Give migraine, every attack written down: a preventive halves them, in two steps."""
        number, over = 2, self._at(0, time(0))
        while number < LENGTH_DAYS:
            begun = self._at(number, time(self.chance.choice((7, 9, 11, 14, 17))))
            level = self.chance.choice((5, 6, 6, 7, 7, 8, 8, 9))
            hours = self.chance.choice((5, 6, 8, 10, 14, 20, 30))
            if begun > over:
                over = begun + timedelta(hours=hours)
                yield from self._attack(begun, level, over)
            number += self.chance.choice(self._pauses(number))

    def _attack(self, begun: datetime, level: int, over: datetime) -> Iterator[Entry]:
        """Give an attack with a medicine taken for it, and mostly a rating two hours later."""
        medicine, dose = ("sumatriptan", "50 mg") if level >= 7 else ("ibuprofen", "400 mg")
        attack = Entry(
            begun,
            "head",
            level,
            treatments=(medicine,),
            doses=((medicine, parse_dose(dose)),),
            qualities=("throbbing",) if self._often(0.5) else (),
            triggers=("bad sleep",) if self._often(0.35) else (),
            interference=min(level, 10) if self._often(0.3) else None,
            until=over,
        )
        if not self._often(0.75):
            yield attack
            return
        eased = max(level - self.chance.choice((2, 3, 4, 5, 6)), 0)
        later = begun + timedelta(hours=2)
        yield attack if eased else attack._replace(until=later)
        yield Entry(later, "head", eased)

    def _pauses(self, number: int) -> tuple[int, ...]:
        if number < _FIRST_STEP:
            return (1, 2, 2, 3)
        return (2, 3, 3, 4, 5) if number < _SECOND_STEP else (4, 6, 7, 9)

    def _heel_level(self, number: int) -> float:
        if number < 26:
            return 6.6
        if number < 75:
            return 6.6 - min((number - 26) * 0.05, 1.2)
        return 5.4 - min((number - 75) * 0.12, 2.2)

    def _levels(self, level: Callable[[int], float]) -> Iterator[tuple[int, int]]:
        """Give each day's rating: a level with noise that carries over from day to day."""
        drift = 0.0
        for number in range(LENGTH_DAYS):
            # The sum of three even draws is near enough to a bell curve for a story.
            shock = sum(self.chance.uniform(-1, 1) for _ in range(3)) / 3
            drift = _CARRY_OVER * drift + _NOISE * shock
            yield number, min(max(round(level(number) + drift), 0), 10)

    def _often(self, share: float) -> bool:
        return self.chance.random() < share

    def _at(self, number: int, clock: time) -> datetime:
        minutes = timedelta(minutes=self.chance.randrange(0, 50, 5))
        return at_local(datetime.combine(self.day(number), clock) + minutes, self.zone)
