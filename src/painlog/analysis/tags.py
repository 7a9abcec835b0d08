"""Count what entries say besides their numbers: qualities, triggers, conditions and notes."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from painlog.model.entry import Entry

Counted = tuple[tuple[str, int], ...]


class Tags(NamedTuple):
    """The number of entries that name each quality, trigger and condition, the most first."""

    qualities: Counted = ()
    triggers: Counted = ()
    conditions: Counted = ()


# What the note of a whole day is about.
OF_THE_DAY = "the whole day"


class Note(NamedTuple):
    """The note of one entry, or of a day."""

    day: date
    place: str
    text: str


@dataclass(slots=True)
class Listener:
    """A collector that entries pass through; it keeps what they say from `since` on."""

    since: date | None
    keeps_notes: bool = False
    used: list[Entry] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    # The highest answer of each day.
    interference: dict[date, int] = field(default_factory=dict)
    # The days on which each trigger was named, wherever it hurt.
    trigger_days: dict[str, set[date]] = field(default_factory=dict)
    # What one entry says is counted as a whole, and taken apart once at the end.
    _qualities: Counter[tuple[str, ...]] = field(default_factory=Counter)
    _triggers: Counter[tuple[str, ...]] = field(default_factory=Counter)
    _conditions: Counter[tuple[str, ...]] = field(default_factory=Counter)

    def hear(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Yield the same entries, in the same order."""
        since = self.since or date.min
        for entry in entries:
            if (day := entry.day) >= since:
                self._keep(entry, day)
            yield entry

    def _keep(self, entry: Entry, day: date) -> None:
        if entry.treatments:
            self.used.append(entry)
        if entry.interference is not None:
            known = self.interference.get(day, entry.interference)
            self.interference[day] = max(known, entry.interference)
        if entry.qualities:
            self._qualities[entry.qualities] += 1
        if entry.triggers:
            self._triggers[entry.triggers] += 1
            for trigger in entry.triggers:
                self.trigger_days.setdefault(trigger, set()).add(day)
        if entry.conditions:
            self._conditions[entry.conditions] += 1
        if self.keeps_notes and entry.note:
            self.notes.append(Note(day, entry.place, entry.note))

    @property
    def tags(self) -> Tags:
        """The tags counted so far."""
        return Tags(*(_counted(c) for c in (self._qualities, self._triggers, self._conditions)))


def _counted(together: Counter[tuple[str, ...]]) -> Counted:
    counter = Counter[str]()
    for values, entries in together.items():
        for value in values:
            counter[value] += entries
    return tuple(sorted(counter.items(), key=lambda item: (-item[1], item[0])))
