"""Entries and uses in words: the echo of a change, a line in a list, a card in full."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from operator import attrgetter
from typing import TYPE_CHECKING

from painlog.model.entry import Entry
from painlog.model.names import moment_in_figures
from painlog.views.terminal.screen import Screen, cells, padded
from painlog.views.terminal.two_times import which_of_two
from painlog.views.wording import (
    as_written,
    duration,
    listed,
    moment,
    note_in_part,
    printable,
    printable_lines,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from painlog.advice.red_flags import Raised
    from painlog.advice.services import Services
    from painlog.model.use import Use

ROOM_FOR_DETAILS = 24
_MOST_NAMED = 20
# Stands below the warning signs found in words.
ONLY_WORDS = (
    "painlog read these words and nothing else: if it names no other sign, that tells you nothing."
)


def summary(entry: Entry, here: timedelta | None = None) -> str:
    """Write the place, intensity and time: "left heel 6 of 10, Mon 23 Nov 2026, 15:30"."""
    return f"{printable(entry.place)} {entry.intensity} of 10, {moment(entry.felt_at, here)}"


def details(entry: Entry, *, whole: bool = True) -> list[str]:
    """Return everything but place, time and intensity as short phrases; a note whole or in part."""
    note = as_written(printable(entry.note))
    if not whole:
        note = note_in_part(entry.note, f"painlog show {entry.id}")
    before = entry.intensity_before
    return [
        *([f"lasted {duration(entry.lasted)}"] if entry.lasted is not None else []),
        *([f"{before} before"] if before is not None else []),
        *(printable(use.what) for use in entry.uses),
        *(printable(value) for value in entry.qualities),
        *(f"trigger: {printable(value)}" for value in entry.triggers),
        *(f"condition: {printable(value)}" for value in entry.conditions),
        *([f"interference {entry.interference}"] if entry.interference is not None else []),
        *([f"note: {note}"] if note else []),
    ]


def echo(verb: str, entry: Entry, screen: Screen, here: timedelta | None) -> Iterator[str]:
    """Say what was stored: "Saved entry 12: left heel 6 of 10, …"; of a long note a part."""
    yield from screen.wrapped(f"{verb} entry {entry.id}: {summary(entry, here)}.", rest="  ")
    if said := details(entry, whole=False):
        yield from screen.wrapped("; ".join(said), "  ")
    yield from which_of_two(entry.felt_at, entry.id, "--at", screen)
    yield from which_of_two(entry.until, entry.id, "--until", screen)


def use_summary(use: "Use", here: timedelta | None = None) -> str:
    """Write a use with its time: "sumatriptan 50 mg, for head, Mon 23 Nov 2026, 15:30"."""
    return f"{use_words(use)}, {moment(use.used_at, here)}"


def use_words(use: "Use") -> str:
    """Write a use: "sumatriptan 50 mg, for head"; no "for" where no region was said."""
    what = printable(use.what)
    return what if use.place is None else f"{what}, for {printable(use.place)}"


def use_echo(verb: str, use: "Use", screen: Screen, here: timedelta | None) -> Iterator[str]:
    """Say what was stored: "Saved use u3: sumatriptan 50 mg, …"; of a long note a part."""
    yield from screen.wrapped(f"{verb} use {use.number}: {use_summary(use, here)}.", rest="  ")
    if use.note:
        yield from screen.wrapped(f"note: {_use_note(use)}", "  ")
    yield from which_of_two(use.used_at, use.number, "--at", screen)


def named(thing: "Entry | Use", between: str = ", ") -> str:
    """Name an entry or a use: "entry 12, left heel 6 of 10, …", "use u3, …"."""
    if isinstance(thing, Entry):
        return f"{numbered(thing)}{between}{summary(thing)}"
    return f"{numbered(thing)}{between}{use_summary(thing)}"


def numbered(thing: "Entry | Use") -> str:
    """Return "entry 12" or "use u3"."""
    return f"entry {thing.id}" if isinstance(thing, Entry) else f"use {thing.number}"


def same_use_lines(
    also: "Sequence[Entry | Use]",
    stays: "Sequence[tuple[Use, Entry | Use]]",
    screen: Screen,
    *,
    dry_run: bool = False,
    indent: str = "  ",
) -> Iterator[str]:
    """Say where else a corrected use is noted, and whether it was corrected there."""
    if also:
        more = len(also) - _MOST_NAMED
        names = [*map(numbered, also[:_MOST_NAMED]), *([f"{more:,} more"] if more > 0 else [])]
        would = "Would also change" if dry_run else "Also at"
        yield from screen.wrapped(f"{would} {listed(names)}, where the same use is noted.", indent)
    yield from stays_lines(stays[:_MOST_NAMED], screen, indent)
    if len(stays) > _MOST_NAMED:
        yield f"{indent}And {len(stays) - _MOST_NAMED:,} more."


def stays_lines(
    stays: "Iterable[tuple[Use, Entry | Use]]", screen: Screen, indent: str = "  "
) -> Iterator[str]:
    """Say where a use is noted as well and stays as it is."""
    for use, thing in stays:
        what = printable(use.what)
        yield from screen.wrapped(f"{what} of the same time stays at {numbered(thing)}.", indent)


def use_card(use: "Use", screen: Screen, here: timedelta | None) -> Iterator[str]:
    """Yield one use without a rating in full, a line for each field."""
    yield screen.bold(f"Use {use.number}")
    for name, value in (
        ("When", moment(use.used_at, here)),
        ("Treatment", printable(use.treatment)),
        ("Dose", printable(use.dose.written) if use.dose else ""),
        ("For", printable(use.place) if use.place else ""),
    ):
        if value:
            yield from screen.wrapped(value, f"  {name}: ")
    yield from _note(use.note, screen)
    yield from screen.wrapped(f"uid {use.uid}, written {use.created_at}", "  ")


def use_line(use: "Use", screen: Screen) -> list[str]:
    """Return a use among entries: "   u3  2026-03-31 08:00  sumatriptan 50 mg, for head"."""
    said = "; ".join([use_words(use), *([f"note: {_use_note(use)}"] if use.note else [])])
    return screen.wrapped(said, screen.start(f"{use.number:>5}", moment_in_figures(use.used_at)))


def _use_note(use: "Use") -> str:
    return note_in_part(use.note, f"painlog show {use.number}")


def in_order(
    entries: "Iterable[Entry]", uses: "Iterable[Use]", *, newest_first: bool = False
) -> "Iterator[Entry | Use]":
    """Merge entries and uses, each already in time order, into one list in time order."""
    from heapq import merge

    return merge(entries, uses, key=attrgetter("moment"), reverse=newest_first)


def side_hint(entry: Entry, screen: Screen) -> list[str]:
    """Say how to add a side that was not given."""
    return screen.wrapped(f"No side given. To add one: painlog edit {entry.id} --side left", "  ")


def side_taken(things: "Sequence[Entry | Use]", screen: Screen) -> list[str]:
    """Say which side was taken from the last months, as none was given, and how to take it off."""
    numbers = " ".join(str(t.id) if isinstance(t, Entry) else t.number for t in things)
    return screen.wrapped(
        f"{things[0].side}, as before; to take the side off: painlog edit {numbers} --no-side", "  "
    )


def list_lines(
    entries: "Iterable[Entry | Use]", screen: Screen, places: Iterable[str]
) -> Iterator[str]:
    """Yield a line for each entry: id, time, place, intensity, details; uses have no intensity.

    Details wrap in their own column, or below the line where the screen is narrow.

    Args:
        entries: The entries to list, and uses without a rating among them.
        screen: Where they are shown.
        places: Every place among them, which sets the width of the column.
    """
    widest = max((cells(printable(place)) for place in places), default=0)
    for entry in entries:
        if not isinstance(entry, Entry):
            yield from use_line(entry, screen)
            continue
        start = screen.start(
            f"{entry.id:>5}",
            moment_in_figures(entry.felt_at),
            padded(printable(entry.place), widest),
            f"{entry.intensity:>2}/10",
        )
        said = "; ".join(details(entry, whole=False))
        if not said:
            yield start.rstrip(" :")
        elif screen.spoken:
            yield from screen.wrapped(said, start)
        elif screen.width is not None and screen.width - cells(start.rstrip()) < ROOM_FOR_DETAILS:
            yield start.rstrip()
            yield from screen.wrapped(said, " " * 7)
        else:
            yield from screen.wrapped(said, start)


def card(entry: Entry, screen: Screen, here: timedelta | None) -> Iterator[str]:
    """Yield one entry in full, a line for each field."""
    yield screen.bold(f"Entry {entry.id}")
    before = entry.intensity_before
    for name, value in (
        ("When", moment(entry.felt_at, here)),
        ("Lasted", _lasted(entry, here)),
        ("Where", printable(entry.place)),
        ("Intensity", f"{entry.intensity} of 10"),
        ("Before treatment", "" if before is None else f"{before} of 10"),
        ("Treatments", listed(printable(use.what) for use in entry.uses)),
        ("Qualities", listed(map(printable, entry.qualities))),
        ("Triggers", listed(map(printable, entry.triggers))),
        ("Conditions", listed(map(printable, entry.conditions))),
        ("Interference", "" if entry.interference is None else f"{entry.interference} of 10"),
    ):
        if value:
            yield from screen.wrapped(value, f"  {name}: ")
    yield from _note(entry.note, screen)
    yield from screen.wrapped(f"uid {entry.uid}, written {entry.created_at}", "  ")


def _lasted(entry: Entry, here: timedelta | None) -> str:
    if entry.until is None or entry.lasted is None:
        return ""
    return f"{duration(entry.lasted)}, until {moment(entry.until, here)}"


def _note(note: str, screen: Screen) -> Iterator[str]:
    if note:
        yield "  Note:"
    for line in printable_lines(note):
        yield from screen.wrapped(as_written(line), "    ")


def flag_lines(
    raised: Iterable["Raised"],
    screen: Screen,
    services: "Services | None" = None,
    of_chest: str = "",
) -> Iterator[str]:
    """Say what to do about signs found in words, which words, and that painlog read no others.

    Args:
        raised: The signs, the most pressing first.
        screen: Where it is said.
        services: The emergency services of the person's country; None where it is not known.
        of_chest: When chest pain is an emergency. It stands before what can wait for a doctor.
    """
    said = set[str]()
    for flag, words in raised:
        if of_chest and flag.urgency != "emergency":
            yield from screen.wrapped(of_chest, "! ")
            of_chest = ""
        action = flag.action_in(services) if services else flag.action
        first = "" if action in said else f"{action} "
        said.add(action)
        read = listed(f"“{printable(part)}”" for part in words)
        yield from screen.wrapped(
            f"{first}painlog read {read}, which may be a warning sign: {flag.sign}. "
            f"({flag.source})",
            "! ",
        )
    if of_chest:
        yield from screen.wrapped(of_chest, "! ")
    if said:
        yield from screen.wrapped(ONLY_WORDS, "  ")
