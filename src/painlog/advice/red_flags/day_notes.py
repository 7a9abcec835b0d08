"""Find signs in the note of a day, which may be about any place that was rated on it."""

from collections import defaultdict
from collections.abc import Iterable

from painlog.advice.red_flags import Raised, Told, signs_in
from painlog.model.entry import Entry
from painlog.model.factor import DayNote

OF_THE_DAY = "note of the day"


def told_of_note(note: DayNote, rated: Iterable[Entry]) -> tuple[Told, ...]:
    """Return each red flag in a note, once.

    The note is read by itself first, then as if it were written beside each rating.

    Args:
        note: Of a day.
        rated: The entries of that day.
    """
    return tuple(Told(one.flag, note.day, place) for place, one in _raised(note, rated))


def raised_by_note(note: DayNote, rated: Iterable[Entry]) -> tuple[Raised, ...]:
    """Return the same red flags with the words that raised them."""
    return tuple(one for _, one in _raised(note, rated))


def _raised(note: DayNote, rated: Iterable[Entry]) -> tuple[tuple[str, Raised], ...]:
    found = {one.flag: (OF_THE_DAY, one) for one in signs_in(note=note.note)}
    for entry in rated:
        for one in signs_in(region=entry.region, intensity=entry.intensity, note=note.note):
            found.setdefault(one.flag, (entry.place, one))
    return tuple(sorted(found.values(), key=lambda one: one[1].flag.urgency))


def told_of_notes(notes: Iterable[DayNote], rated: Iterable[Entry]) -> tuple[Told, ...]:
    """Return the red flags in the notes of several days, each with its place and latest day."""
    by_day = defaultdict[object, list[Entry]](list)
    for entry in rated:
        by_day[entry.day].append(entry)
    latest = {
        (told.flag, told.place): told
        for note in sorted(notes, key=lambda note: note.day)
        for told in told_of_note(note, by_day.get(note.day, ()))
    }
    return tuple(latest.values())
