"""Find signs in the note of a day, which may be about any place that was rated on it."""

from collections import defaultdict
from collections.abc import Iterable

from painlog.advice.red_flags import Told, find_red_flags
from painlog.model.entry import Entry
from painlog.model.factor import DayNote

OF_THE_DAY = "note of the day"


def told_of_note(note: DayNote, rated: Iterable[Entry]) -> tuple[Told, ...]:
    """Return each red flag that a note tells of, once.

    The note is read by itself first, then as if it were written beside each rating.

    Args:
        note: Of a day.
        rated: The entries of that day.
    """
    found = dict.fromkeys(find_red_flags(region="", intensity=0, note=note.note), OF_THE_DAY)
    for entry in rated:
        for flag in find_red_flags(region=entry.region, intensity=entry.intensity, note=note.note):
            found.setdefault(flag, entry.place)
    return tuple(Told(flag, note.day, place) for flag, place in found.items())


def told_of_notes(notes: Iterable[DayNote], rated: Iterable[Entry]) -> tuple[Told, ...]:
    """Return what the notes of several days tell of; the latest day of each flag and place."""
    by_day = defaultdict[object, list[Entry]](list)
    for entry in rated:
        by_day[entry.day].append(entry)
    latest = {
        (told.flag, told.place): told
        for note in sorted(notes, key=lambda note: note.day)
        for told in told_of_note(note, by_day.get(note.day, ()))
    }
    return tuple(latest.values())
