"""A check-in: what it asks about and in which order, and saving it answer by answer."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from painlog.errors import NotFoundError
from painlog.model.course import open_on
from painlog.model.entry import Entry
from painlog.model.factor import DayFactor, Factor
from painlog.model.names import normal
from painlog.model.region import Side, label, still_to_rate
from painlog.store import days, recent
from painlog.tasks.attacks import going_on
from painlog.tasks.entering import sided

if TYPE_CHECKING:
    from painlog.analysis.attacks import OpenAttack
    from painlog.model.course import Course
    from painlog.model.region import Region
    from painlog.model.trial import TrialDay
    from painlog.store.journal import Journal
    from painlog.store.log import Change
    from painlog.tasks.treatments import NamedTreatments

Place = tuple[str, Side | None]

LATELY = timedelta(days=14)


class LastRating(NamedTuple):
    """The newest rating of a place: 0-10, and its day."""

    intensity: int
    day: date


class AskedPlace(NamedTuple):
    """A region and side to ask about, with its last rating up to that day.

    One that is `rated` already is only asked whether its attack is over.
    """

    region: str
    side: Side | None = None
    last: LastRating | None = None
    rated: bool = False

    @property
    def key(self) -> Place:
        """Region and side."""
        return self.region, self.side

    @property
    def place(self) -> str:
        """Region and side in words."""
        return label(self.region, self.side)

    def usual(self, day: date) -> int | None:
        """Return the last rating if it is recent enough to be given again as "the same"."""
        if self.last is None or not timedelta(0) <= day - self.last.day <= LATELY:
            return None
        return self.last.intensity


class AskedFactor(NamedTuple):
    """A factor to ask about, with its last value before that day."""

    factor: Factor
    last: DayFactor | None = None


class CheckinPlan(NamedTuple):
    """What a check-in asks about.

    `moment` is when the pain is felt, `now` the present moment. `rated` are the places that were
    already rated on its day, each with its last rating; they are not asked about again, but for the
    end of an attack that goes on. `of_trials` are the places of the trials under way. With
    `by_name`, the person named the places. `no_factors` are names to ask about that no factor of
    the journal has.
    """

    moment: datetime
    now: datetime
    places: tuple[AskedPlace, ...]
    rated: Mapping[Place, int]
    factors: tuple[AskedFactor, ...] = ()
    no_factors: tuple[str, ...] = ()
    of_trials: tuple[Place, ...] = ()
    by_name: bool = False

    @property
    def day(self) -> date:
        """The local date that the check-in is about."""
        return self.moment.date()

    @property
    def is_today(self) -> bool:
        """Whether the check-in is about today."""
        return self.day == self.now.date()

    def is_told(self, place: AskedPlace, saved: Iterable[Place]) -> bool:
        """Tell whether the ratings saved so far make the question about a place needless.

        What was rated itself can be set right, and what the person named is asked about.
        """
        rated = {*self.rated, *saved}
        if self.by_name or place.key in rated:
            return False
        return not still_to_rate([place.key], rated, self.of_trials)


def plan_checkin(
    journal: "Journal",
    moment: datetime,
    words: Sequence[str] = (),
    asked_for: Iterable[str] = (),
    *,
    now: datetime,
) -> CheckinPlan:
    """Return what to ask about: the places that were rated in the 14 days up to the last rating.

    The person's own order comes first, then the others from head to toe. Named places are asked
    about in the order in which they were named, even if they are rated already. A place about which
    a rating of other sides tells counts as rated.

    Args:
        journal: Where the ratings are.
        moment: When the pain is felt; the check-in is about its day.
        words: The regions that were named on the command line.
        asked_for: Names of factors to ask about, beside those that the journal always asks about.
        now: The present moment.

    Raises:
        PainlogError: if a word names no region.
    """
    day, names = moment.date(), tuple(asked_for)
    rated = recent.rated_on(journal, day)
    of_trials = recent.places_of_trials(journal, day)
    if words:
        known = _named(journal, words, day)
        rated = {place: n for place, n in rated.items() if place not in known}
        unrated = known
    else:
        known = _known(journal, day)
        unrated = still_to_rate(known, rated, of_trials)
    attacks = attacks_asked_about(journal, day, now)
    asked = (place for place in known if place in unrated or place in attacks)
    return CheckinPlan(
        moment,
        now,
        tuple(AskedPlace(*p, _last(journal, p, day), p not in unrated) for p in asked),
        rated,
        () if words else _factors(journal, day, set(map(normal, names))),
        () if words else _no_factors(journal, names),
        of_trials,
        bool(words),
    )


def attacks_asked_about(
    journal: "Journal", day: date, now: datetime
) -> "Mapping[Place, OpenAttack]":
    """Return the attacks that go on now; of an earlier day, those that went on at its end."""
    from painlog.model.when import at_local

    end = at_local(datetime.combine(day + timedelta(days=1), time.min)) - timedelta(seconds=1)
    attacks = going_on(journal, min(now, end))
    return {(a.newest.region, a.newest.side): a for a in attacks}


def _known(journal: "Journal", day: date) -> list[Place]:
    last = recent.day_of_last_rating(journal, day)
    lately = recent.places_since(journal, last - LATELY) if last else []
    own = [(place.region, place.side) for place in days.checkin_places(journal)]
    order = {region.name: number for number, region in enumerate(journal.regions.all)}
    sides = ("left", "right", "both", None)
    rest = sorted(
        (place for place in lately if place not in own),
        key=lambda place: (order.get(place[0], len(order)), sides.index(place[1])),
    )
    return [*own, *rest]


def _named(journal: "Journal", words: Sequence[str], day: date) -> list[Place]:
    found: list[Place] = []
    for text in regions_in(words, journal.regions.knows):
        place = sided(journal, text, day)
        sides: Sequence[Side | None] = [place.side]
        if place.side is None and place.region.sides != "none":
            # "heel" stands for each heel that hurts.
            sides = recent.sides_lately(journal, place.region.name, day - LATELY) or sides
        found += [(place.region.name, side) for side in sides]
    return list(dict.fromkeys(found))


def regions_in(words: Sequence[str], knows: Callable[[str], bool]) -> Iterator[str]:
    """Yield the regions in words: "lower", "back", "neck" are two; an unknown word is one."""
    start = 0
    while start < len(words):
        ends = range(len(words), start, -1)
        end = next((e for e in ends if knows(" ".join(words[start:e]))), start + 1)
        yield " ".join(words[start:end])
        start = end


def _last(journal: "Journal", place: Place, day: date) -> LastRating | None:
    found = recent.last_rating(journal, *place, day)
    return LastRating(*found) if found else None


def _factors(journal: "Journal", day: date, names: set[str]) -> tuple[AskedFactor, ...]:
    there = days.factors_on(journal, day)
    asked = [
        factor
        for factor in days.factors(journal)
        if (factor.asked or normal(factor.name) in names) and factor.name not in there
    ]
    if not asked:
        return ()
    before = {
        value.factor: value for value in days.day_factors(journal, day - LATELY) if value.day < day
    }
    return tuple(AskedFactor(factor, before.get(factor.name)) for factor in asked)


def _no_factors(journal: "Journal", names: Sequence[str]) -> tuple[str, ...]:
    """Return the names that are, or have become, no factor of the journal."""
    if not names:
        return ()
    known = {normal(factor.name) for factor in days.factors(journal)}
    return tuple(name for name in names if normal(name) not in known)


class Helpful(NamedTuple):
    """What the person may have done about the pain, and for which places it was used lately."""

    treatments: Sequence[str]
    open_courses: "Sequence[Course]"
    named: set[tuple[str, Side | None, str]]

    def belongs(self, treatment: str, entry: Entry) -> bool:
        """Tell whether a treatment was used lately for the place of an entry."""
        return (entry.region, entry.side, treatment) in self.named or any(
            c.treatment == treatment and c.covers(entry.region, entry.side)
            for c in self.open_courses
        )


def helpful(journal: "Journal", day: date) -> Helpful:
    """Return the treatments of the open courses, and those of the 14 days up to `day`."""
    since = day - LATELY
    open_courses = open_on(journal.courses(), day)
    names = [c.treatment for c in open_courses] + recent.treatments_since(journal, since)
    return Helpful(
        list(dict.fromkeys(names)), open_courses, recent.treatments_by_place_since(journal, since)
    )


@dataclass(slots=True)
class CheckIn:
    """A check-in under way. Every answer is saved at once; together they are one change to undo.

    `saved` are the ratings so far by place, `ended` the attacks that are over. `of_day` says what
    else was saved; `noted` is the text that was added to the day's note. `in_words` describes an
    entry for the change log. `made` is the number and the summary of the change, 0 before the first
    answer.
    """

    journal: "Journal"
    moment: datetime
    in_words: Callable[[Entry], str]
    saved: dict[Place, Entry] = field(default_factory=dict)
    ended: list[Entry] = field(default_factory=list)
    of_day: list[str] = field(default_factory=list)
    noted: str = ""
    made: tuple[int, str] = (0, "")

    def rate(self, place: Place, intensity: int) -> Entry:
        """Store how much a place hurts, replacing this check-in's earlier rating of it."""
        with self._change() as change:
            if present := self._present(place):
                entry = change.edit(present._replace(intensity=intensity))
            else:
                region, side = place
                entry = change.add(Entry(self.moment, region, intensity, side))
            self.saved[place] = entry
        return entry

    def take_back(self, place: Place) -> None:
        """Remove this check-in's rating of a place, if there is one."""
        if present := self._present(place):
            with self._change() as change:
                change.remove(present)
                del self.saved[place]

    def end(self, ratings: Sequence[Entry]) -> None:
        """Store the end of each rating of an attack that is over."""
        with self._change() as change:
            for rating in ratings:
                present = self.journal.entry(rating.id)
                self.ended.append(change.edit(present._replace(until=rating.until)))

    def did(self, done: "NamedTreatments", lately: Helpful) -> None:
        """Add treatments to the ratings of their places, or to all if none of those is rated."""
        from painlog.store.additions import add_names

        with self._change() as change:
            if done.new:
                add_names(self.journal, change, (), done.new)
            present = {place: self._present(place) for place in self.saved}
            ratings = tuple(entry for entry in present.values() if entry)
            for place, entry in present.items():
                if entry is None:
                    del self.saved[place]
                    continue
                mine = _with(entry, done, lately, ratings)
                changed = _beside(mine, entry, self.saved[place])
                self.saved[place] = change.edit(changed) if changed != entry else entry

    def say_factor(self, factor: Factor, value: float) -> None:
        """Store the value of a factor of the day."""
        with self._change() as change:
            days.put_factor(self.journal, change, self.moment.date(), factor, value)
            self.of_day.append(f"{factor.name} {factor.words(value)}")

    def keep(self, answer: "TrialDay") -> None:
        """Store whether the day went as a trial planned it."""
        with self._change() as change:
            change.add(answer)
            self.of_day.append(f"trial, as planned: {answer.kept}")

    def note(self, text: str) -> None:
        """Add to the note of the day."""
        day = self.moment.date()
        present = days.note_on(self.journal, day)
        whole = f"{present.note}\n{text}" if present else text
        with self._change() as change:
            days.put_note(self.journal, change, day, whole)
            self.noted = text
            self.of_day.append("the note of the day")

    def _present(self, place: Place) -> Entry | None:
        """Return a rating of this check-in as it is stored now; None if it is gone.

        While a check-in waits for a person, another command may change the rating or remove it.
        """
        saved = self.saved.get(place)
        if saved is None:
            return None
        try:
            return self.journal.entry(saved.id)
        except NotFoundError:
            return None

    @contextmanager
    def _change(self) -> "Iterator[Change]":
        with self.journal.change("checkin", self.made[0]) as change:
            yield change
            entries = (*self.saved.values(), *self.ended)
            said = "; ".join((*map(self.in_words, entries), *self.of_day))
            change.summary = said or "nothing kept"
        self.made = change.id, change.summary


def _with(
    rating: Entry, done: "NamedTreatments", lately: Helpful, ratings: Sequence[Entry]
) -> Entry:
    """Return a rating with the treatments for its place and those for no rated place."""
    mine = [
        name
        for name in done.names
        if lately.belongs(name, rating) or not any(lately.belongs(name, r) for r in ratings)
    ]
    doses = tuple((name, dose) for name, dose in done.doses if name in mine)
    return rating._replace(treatments=tuple(mine), doses=doses)


def _beside(mine: Entry, present: Entry, saved: Entry) -> Entry:
    """Return a rating with this check-in's treatments and those that another command added."""
    elsewhere = [name for name in present.treatments if name not in saved.treatments]
    names = sorted({*mine.treatments, *elsewhere})
    doses = dict(present.doses) | dict(mine.doses)
    return mine._replace(
        treatments=tuple(names),
        doses=tuple((name, doses[name]) for name in names if name in doses),
    )


def set_order(journal: "Journal", places: "Sequence[tuple[Region, Side | None]]") -> bool:
    """Store the order in which a check-in asks; without places, remove it.

    Returns whether that changed anything.
    """
    from painlog.model.factor import CheckinPlace

    wanted = [(region.name, side) for region, side in places]
    if wanted == [(place.region, place.side) for place in days.checkin_places(journal)]:
        return False
    with journal.change("regions order") as change:
        for present in days.checkin_places(journal):
            change.remove(present)
        for number, (region, side) in enumerate(places, start=1):
            change.add(CheckinPlace(number, region.name, side))
        names = ", ".join(label(region.name, side) for region, side in places)
        change.summary = f"order of checkin: {names or 'none'}"
    return True
