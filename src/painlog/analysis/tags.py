"""What entries say beside their numbers: qualities, triggers and conditions by count, and notes."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from painlog.model.entry import Entry

Counted = tuple[tuple[str, int], ...]


class Tags(NamedTuple):
    """How many entries of a period name each quality, trigger and condition, most often first."""

    qualities: Counted = ()
    triggers: Counted = ()
    conditions: Counted = ()


class Note(NamedTuple):
    """The note of one entry."""

    day: date
    place: str
    text: str


@dataclass(slots=True)
class Listener:
    """Entries pass through it once; what it heard from `since` on is kept."""

    since: date | None
    keeps_notes: bool = False
    sessions: list[Entry] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    _qualities: Counter[str] = field(default_factory=Counter)
    _triggers: Counter[str] = field(default_factory=Counter)
    _conditions: Counter[str] = field(default_factory=Counter)

    def hear(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """The same entries, in the same order."""
        since = self.since or date.min
        for entry in entries:
            if entry.intensity_before is not None and entry.treatments:
                self.sessions.append(entry)
            if (entry.qualities or entry.triggers or entry.conditions) and entry.day >= since:
                self._qualities.update(entry.qualities)
                self._triggers.update(entry.triggers)
                self._conditions.update(entry.conditions)
            if self.keeps_notes and entry.note and entry.day >= since:
                self.notes.append(Note(entry.day, entry.place, entry.note))
            yield entry

    @property
    def tags(self) -> Tags:
        """What was heard so far."""
        return Tags(*(_counted(c) for c in (self._qualities, self._triggers, self._conditions)))


def _counted(counter: Counter[str]) -> Counted:
    return tuple(sorted(counter.items(), key=lambda item: (-item[1], item[0])))
