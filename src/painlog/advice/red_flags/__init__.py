"""Signs in an entry that need care now, not a journal.

A reader of plain words, not a diagnosis: it knows the signs that public guidance names (`flags`)
as people write them (`signs`, `areas`), and leaves out what is denied, over, somebody else's, only
feared, or another meaning of the same letters (`meant`).
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from painlog.advice.red_flags.chest import chest_advice, chest_warning
from painlog.advice.red_flags.flags import COMBINATIONS, RED_FLAGS, RedFlag
from painlog.advice.red_flags.reader import Reading, words_of
from painlog.model.entry import Entry

__all__ = [
    "RED_FLAGS",
    "RedFlag",
    "Told",
    "chest_advice",
    "chest_warning",
    "find_red_flags",
    "red_flags_of",
    "told_of",
]


class Told(NamedTuple):
    """A red flag, the place whose entry tells of it, and the latest day on which one does."""

    flag: RedFlag
    day: date
    place: str


def find_red_flags(
    *,
    region: str,
    intensity: int,
    qualities: Sequence[str] = (),
    triggers: Sequence[str] = (),
    conditions: Sequence[str] = (),
    note: str = "",
) -> tuple[RedFlag, ...]:
    """The red flags that an entry tells of, emergencies first, each once.

    Region and intensity alone never raise one: there must be words. The note may name an area of
    its own ("back hurts and I can't pee" under "hip").

    Args:
        region: A name from the catalogue, or the person's own.
        intensity: 0–10. Severe pain is part of the sign for a sudden headache only.
        qualities: What the pain is like ("numb").
        triggers: What came before it ("car accident").
        conditions: What the person has ("cancer").
        note: As written.
    """
    words = words_of(note, qualities, triggers, conditions)
    if not words:
        return ()
    entry = Reading(region, intensity, words)
    return tuple(
        flag
        for flag in RED_FLAGS
        if any(all(map(entry.has, together)) for together in COMBINATIONS[flag.code])
    )


def red_flags_of(entries: Iterable[Entry]) -> tuple[RedFlag, ...]:
    """The red flags that any of the entries tells of, each once, in the order of the entries."""
    return tuple(dict.fromkeys(flag for e in entries for flag in _flags_of(e)))


def told_of(entries: Iterable[Entry]) -> tuple[Told, ...]:
    """What the entries tell of, each flag once for a place: emergencies first, latest day first."""
    days: dict[tuple[RedFlag, str], date] = {}
    for entry in entries:
        for flag in _flags_of(entry):
            told = flag, entry.place
            days[told] = max(entry.day, days.get(told, entry.day))
    found = (Told(flag, day, place) for (flag, place), day in days.items())
    return tuple(
        sorted(found, key=lambda t: (t.flag.urgency, -t.day.toordinal(), RED_FLAGS.index(t.flag)))
    )


def _flags_of(entry: Entry) -> tuple[RedFlag, ...]:
    return find_red_flags(
        region=entry.region,
        intensity=entry.intensity,
        qualities=entry.qualities,
        triggers=entry.triggers,
        conditions=entry.conditions,
        note=entry.note,
    )
