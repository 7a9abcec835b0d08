"""What became of another journal's things, in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime, timedelta

from painlog.model.contents import Conflict, Thing
from painlog.model.course import Course
from painlog.model.entry import Entry
from painlog.model.name_match import NameMatch
from painlog.model.peg import Peg
from painlog.model.region import Region
from painlog.model.treatment import Treatment
from painlog.views.terminal import entries, peg
from painlog.views.terminal.screen import Screen
from painlog.views.wording import count, day, listed, moment, printable

_NOUNS = {
    "entry": ("entry", "entries"),
    "course": ("course", "courses"),
    "consultation": ("visit to a clinician", "visits to a clinician"),
    "peg": ("PEG", "PEGs"),
}
# What a journal gives, not the person.
_MARKS = frozenset({"uid", "id", "created_at", "updated_at", "inferred"})
_LONGEST = 40


def counted(numbers: Mapping[str, int]) -> str:
    """Numbers of things by kind: "3 entries, 1 course and 2 PEGs"; "nothing" for none."""
    return listed(count(numbers[k], *_NOUNS[k]) for k in _NOUNS if numbers.get(k)) or "nothing"


def new_names(
    regions: NameMatch[Region], treatments: NameMatch[Treatment], screen: Screen
) -> Iterator[str]:
    """What became of the names of the other person's own."""
    for noun, adopted in (("region", regions), ("treatment", treatments)):
        if adopted.new:
            names = listed(printable(thing.name) for thing in adopted.new)
            yield from screen.wrapped(
                f"New {noun if len(adopted.new) == 1 else noun + 's'} of your own: {names}."
            )
        for there, here in adopted.here.items():
            yield from screen.wrapped(f'"{printable(there)}" is called "{printable(here)}" here.')
        for name in adopted.differing:
            yield from screen.wrapped(
                f"The {noun} {printable(name)} is described in another way there; it stays as it "
                "is here."
            )


def conflict_lines(
    conflicts: Sequence[Conflict], number: int, screen: Screen, here: timedelta | None
) -> Iterator[str]:
    """Each thing of which both journals have a version, and what differs, older -> newer."""
    if not number:
        return
    have = "has" if number == 1 else "have"
    yield from screen.wrapped(
        f"{count(number, 'thing')} {have} another version there. The newer is kept, the other is "
        "in the change log:"
    )
    for conflict in conflicts:
        old, new, which = conflict.here, conflict.there, "theirs is newer"
        if not conflict.taken:
            old, new, which = new, old, "the one here is newer"
            if not new.updated_at > old.updated_at > "":
                which = "no time tells which is newer, so the one here stays"
        yield from screen.wrapped(
            f"{named(conflict.here, here)}: {differences(old, new, here)} ({which})", "  ", "    "
        )
    if number > len(conflicts):
        yield f"  And {number - len(conflicts):,} more."


def left_out_lines(things: Sequence[Thing], screen: Screen) -> Iterator[str]:
    """Things that are not taken in, because several here are in their place."""
    for thing in things:
        yield from screen.wrapped(
            f"Left out, because it overlaps several here: {named(thing, None)}", rest="  "
        )


def named(thing: Thing, here: timedelta | None) -> str:
    """Which thing it is: "entry 12, left heel 6 of 10, Mon 23 Nov 2026, 15:30"."""
    if isinstance(thing, Entry):
        return f"entry {thing.id}, {entries.summary(thing, here)}"
    if isinstance(thing, Course):
        return f"course {thing.id}, {entries.course_words(thing)}"
    if isinstance(thing, Peg):
        return peg.in_words(thing)
    return f"visit {thing.id}, {day(thing.held_on)}"


def differences(old: Thing, new: Thing, here: timedelta | None) -> str:
    """What differs, as the older and the newer have it: "intensity 6 -> 4; side none -> left"."""
    pairs = (
        (field.name, getattr(old, field.name), getattr(new, field.name))
        for field in fields(old)
        if field.name not in _MARKS
    )
    return "; ".join(
        f"{name.replace('_', ' ')} {_value(before, here)} -> {_value(after, here)}"
        for name, before, after in pairs
        if before != after
    )


def _value(value: object, here: timedelta | None) -> str:
    if value is None or value in ("", ()):
        return "none"
    if isinstance(value, tuple):
        return listed(map(printable, value))
    if isinstance(value, datetime):
        return moment(value, here)
    if isinstance(value, date):
        return day(value)
    text = printable(str(value))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
