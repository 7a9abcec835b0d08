"""Count what entries say besides their numbers: qualities, triggers, conditions and notes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from painlog.model.entry import Entry

Counted = tuple[tuple[str, int], ...]


class Tags(NamedTuple):
    """The days on which each quality, trigger and condition was named, the most first.

    A day counts once: what is said of two places in one go is two entries.
    """

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
    # The days of what one entry says as a whole, which is taken apart once at the end.
    _qualities: dict[tuple[str, ...], set[date]] = field(default_factory=dict)
    _conditions: dict[tuple[str, ...], set[date]] = field(default_factory=dict)

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
            self._qualities.setdefault(entry.qualities, set()).add(day)
        for trigger in entry.triggers:
            self.trigger_days.setdefault(trigger, set()).add(day)
        if entry.conditions:
            self._conditions.setdefault(entry.conditions, set()).add(day)
        if self.keeps_notes and entry.note:
            self.notes.append(Note(day, entry.place, entry.note))

    @property
    def tags(self) -> Tags:
        """The tags counted so far."""
        return Tags(
            _counted(_by_value(self._qualities)),
            _counted(self.trigger_days),
            _counted(_by_value(self._conditions)),
        )


def _by_value(together: Mapping[tuple[str, ...], set[date]]) -> dict[str, set[date]]:
    found: dict[str, set[date]] = {}
    for values, days in together.items():
        for value in values:
            found.setdefault(value, set()).update(days)
    return found


def _counted(by_value: Mapping[str, set[date]]) -> Counted:
    counts = ((value, len(days)) for value, days in by_value.items())
    return tuple(sorted(counts, key=lambda item: (-item[1], item[0])))
