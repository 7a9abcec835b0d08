"""A check-in under way: what may have been done about the pain, and saving answer by answer."""

from collections.abc import Callable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from painlog.errors import NotFoundError
from painlog.model.course import open_on
from painlog.model.entry import Entry
from painlog.model.factor import Factor
from painlog.model.region import Side
from painlog.store import days, recent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from painlog.model.course import Course
    from painlog.model.trial import TrialDay
    from painlog.store.journal import Journal
    from painlog.store.log import Change
    from painlog.tasks.treatments import NamedTreatments

Place = tuple[str, Side | None]

_LATELY = timedelta(days=14)


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
    since = day - _LATELY
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

    def rating_of(self, place: Place) -> int | None:
        """Return how this check-in has rated a place; None if it has not."""
        saved = self.saved.get(place)
        return saved.intensity if saved else None

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
