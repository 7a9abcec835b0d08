"""The words after an import of another journal: what became of each thing in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from painlog.model.contents import Conflict, Consultation, Thing, VisitQuestion
from painlog.model.course import Course
from painlog.model.dose import Dose
from painlog.model.entry import Entry
from painlog.model.factor import DayFactor, DayNote
from painlog.model.name_match import NameMatch
from painlog.model.peg import Peg
from painlog.model.region import Region
from painlog.model.sign_answer import SignAnswer
from painlog.model.treatment import Treatment
from painlog.model.trial import Trial, TrialDay
from painlog.model.use import Use, with_dose
from painlog.views.terminal import courses, entries, peg
from painlog.views.terminal.screen import Screen
from painlog.views.wording import count, day, listed, moment, printable

_NOUNS = {
    "entry": ("entry", "entries"),
    "use": ("use", "uses"),
    "course": ("course", "courses"),
    "consultation": ("visit to a clinician", "visits to a clinician"),
    "question": ("question", "questions"),
    "peg": ("PEG", "PEGs"),
    "trial": ("trial", "trials"),
    "trial_day": ("day of a trial", "days of a trial"),
    "day_note": ("note of a day", "notes of days"),
    "day_factor": ("factor of a day", "factors of days"),
    "red_flag_answer": ("answer about a warning sign", "answers about warning signs"),
}
# Fields that the journal fills in, not the person.
_MARKS = frozenset({"uid", "id", "created_at", "updated_at", "inferred", "trial", "consultation"})
_LONGEST = 40
_SEVERAL_DIFFER = ("differ", "their versions")
_MOST_IN_A_PROPOSAL = 3


class Differing(NamedTuple):
    """What the journal has in another version than a table: the first of it, and how much.

    `changed` is how much of that has no uid. `replaced` says that the version of the file is kept.
    """

    conflicts: Sequence[Conflict] = ()
    number: int = 0
    changed: int = 0
    replaced: bool = False


def counted(numbers: Mapping[str, int]) -> str:
    """Count things by kind: "3 entries, 1 course and 2 PEGs"; "nothing" for none."""
    return listed(count(numbers[k], *_NOUNS[k]) for k in _NOUNS if numbers.get(k)) or "nothing"


def new_names(
    regions: NameMatch[Region], treatments: NameMatch[Treatment], screen: Screen
) -> Iterator[str]:
    """Say what became of regions and treatments that were the other journal's own."""
    for noun, match in (("region", regions), ("treatment", treatments)):
        if match.new:
            names = listed(printable(thing.name) for thing in match.new)
            yield from screen.wrapped(
                f"New {noun if len(match.new) == 1 else noun + 's'} of your own: {names}."
            )
        yield from called_lines(match.here, screen)
        for name in match.differing:
            yield from screen.wrapped(
                f"The {noun} {printable(name)} is described differently there; yours is kept."
            )


def called_lines(here: Mapping[str, str], screen: Screen) -> Iterator[str]:
    """Say what names from elsewhere are called here."""
    for there, name in here.items():
        yield from screen.wrapped(f'"{printable(there)}" is called "{printable(name)}" here.')


def returned_lines(
    things: Sequence[Thing],
    number: int,
    screen: Screen,
    here: timedelta | None,
    *,
    dry_run: bool = False,
) -> Iterator[str]:
    """Name what had been removed here and came back, and say how to remove it again."""
    if not number:
        return
    are = "would be" if dry_run else "is" if number == 1 else "are"
    yield from screen.wrapped(f"{count(number, 'thing')} that had been removed here {are} back:")
    for thing in things:
        yield from screen.wrapped(named(thing, here), "  ", "    ")
    if number > len(things):
        yield f"  And {number - len(things):,} more."
    commands = list(_removing(things))
    if commands and not dry_run:
        them = "it" if number == 1 else "them"
        yield from screen.wrapped(f"To remove {them} again: {'; '.join(commands)}")


def _removing(things: Sequence[Thing]) -> Iterator[str]:
    logged = [thing for thing in things if isinstance(thing, Entry | Use)]
    if logged:
        numbers = (t.number if isinstance(t, Use) else str(t.id) for t in logged)
        yield f"painlog remove {' '.join(numbers)}"
    for thing in things:
        if isinstance(thing, Course):
            yield f"painlog courses remove {thing.id}"
        elif isinstance(thing, Peg):
            yield f"painlog peg remove {thing.id}"
        elif isinstance(thing, Consultation | VisitQuestion):
            mark = "q" if isinstance(thing, VisitQuestion) else ""
            yield f"painlog consult remove {mark}{thing.id}"


def conflict_lines(
    conflicts: Sequence[Conflict],
    number: int,
    tied: int,
    screen: Screen,
    here: timedelta | None,
) -> Iterator[str]:
    """Show each thing that the journals have in two versions, and what differs, old -> new.

    Args:
        conflicts: The first of them.
        number: How many there are.
        tied: Of how many nothing says which version is newer.
        screen: Where it is shown.
        here: The UTC offset here.
    """
    if not number:
        return
    differ = "differs" if number == 1 else "differ"
    kept = "The newer version is kept"
    if tied == number:
        kept = "Nothing says which version is newer, so the one here is kept"
    elif tied:
        kept += ", or the one here where nothing says which is newer"
    yield from screen.wrapped(
        f"{count(number, 'thing')} {differ} between the journals. {kept}; the other is in the "
        "change log:"
    )
    for conflict in conflicts:
        old, new, which = conflict.here, conflict.there, "the imported one is newer"
        if not conflict.taken:
            old, new, which = new, old, "the one here is newer"
        if conflict.tied:
            which = "the one here is kept"
        yield from screen.wrapped(
            f"{named(conflict.here, here)}: {differences(old, new, here)} ({which})", "  ", "    "
        )
    if number > len(conflicts):
        yield f"  And {number - len(conflicts):,} more."


def of_table_lines(number: int, screen: Screen, *, dry_run: bool) -> Iterator[str]:
    """Say how many conflicts are between versions of one row of a table, and how to keep both."""
    if number:
        are, one = ("is", "a row") if number == 1 else ("are", "rows")
        back = "" if dry_run else "take this back (painlog undo) and "
        yield from screen.wrapped(
            f"{number:,} of them {are} {one} of a table that the journals have in two versions. To "
            f"keep both as two, {back}import it with --allow-duplicates"
        )


def differing_lines(
    found: Differing,
    screen: Screen,
    here: timedelta | None,
    beneath: Callable[[Thing], Iterable[str]] = lambda _: (),
    *,
    dry_run: bool = False,
) -> Iterator[str]:
    """Show what the journal has in another version than a table, and which version is kept.

    Args:
        found: The differing things.
        screen: Where it is shown.
        here: The UTC offset here.
        beneath: The lines under a thing that was replaced.
        dry_run: Whether nothing was changed.
    """
    if not found.number:
        return
    number, more = count(found.number, "thing"), found.number - len(found.conflicts)
    if found.replaced:
        says = "would say" if dry_run else "now says" if found.number == 1 else "now say"
        yield from screen.wrapped(f"{number} in the journal {says} what the file says:")
        for conflict in found.conflicts:
            changed = differences(conflict.here, conflict.there, here)
            yield from screen.wrapped(f"{_named_row(conflict, here)}: {changed}", "  ", "    ")
            yield from beneath(conflict.here)
    else:
        differ, its = ("differs", "its version") if found.number == 1 else _SEVERAL_DIFFER
        yield from screen.wrapped(
            f"{number} already in the journal {differ} from {its} in the file. "
            "The journal keeps its own:"
        )
        for conflict in found.conflicts:
            yield from screen.wrapped(_both_versions(conflict, here), "  ", "    ")
    if more:
        yield f"  And {more:,} more."
    if not found.replaced:
        yield from screen.wrapped(f"{_how_to_keep(found)}; to change one: painlog edit ID")


class LeftRow(NamedTuple):
    """Something of the journal that no row of a table says now.

    `line` is that of the row of its moment, 0 if there is none, and `used` what that row says was
    used.
    """

    thing: Entry | Use
    line: int
    used: Sequence[str]


def left_over_lines(
    rows: Sequence[LeftRow], number: int, outside: int, screen: Screen, here: timedelta | None
) -> Iterator[str]:
    """Name what the journal has of a table and no row of it says now, and how to change that.

    Args:
        rows: The first of it.
        number: How much of it there is.
        outside: How much more lies on days before or after those of the table.
        screen: Where it is shown.
        here: The UTC offset here.
    """
    if number:
        are, stay = ("is", "stays") if number == 1 else ("are", "stay")
        yield from screen.wrapped(
            f"{count(number, 'thing')} in the journal {are} not in the file now, and {stay}:"
        )
        for row in rows:
            what = f"{_why_left(row)}: {named(row.thing, here)}"
            yield from screen.wrapped(what, "  ", "    ")
        if number > len(rows):
            yield f"  And {number - len(rows):,} more."
        them = "it" if number == 1 else "them"
        remove = "; ".join(_removing([row.thing for row in rows]))
        yield from screen.wrapped(f"To remove {them}: {remove}; to change one: painlog edit ID")
        if any(row.used for row in rows):
            yield from screen.wrapped(
                "Then, to store what a row without a rating says was used, import the file again "
                "with --uses --replace"
            )
    if outside:
        lie, are = ("lies", "is") if outside == 1 else ("lie", "are")
        yield from screen.wrapped(
            f"{count(outside, 'thing')} of earlier imports of this table {lie} before or after the "
            f"days of the file, and {are} not compared."
        )


def _why_left(row: LeftRow) -> str:
    if not row.line:
        return "No row"
    if isinstance(row.thing, Entry):
        also = f", but {listed(map(printable, row.used))}" if row.used else ""
        return f"Line {row.line} has no rating{also}"
    return f"Line {row.line} says {listed(map(printable, row.used)) or 'no treatment'}"


def stored_questions(there: int, found: Differing, here: timedelta | None) -> Iterator[str]:
    """Say what of a table the journal already has, before any of it is imported.

    Args:
        there: How many things it has, in whatever version.
        found: Those that it has in another version.
        here: The UTC offset here.
    """
    if there:
        are, them = ("is", "it") if there == 1 else ("are", "them")
        yield (
            f"Of these rows, {there:,} {are} already in the journal, and painlog would skip {them}"
        )
    if found.number:
        differ = "says" if found.number == 1 else "say"
        shown = found.conflicts[:_MOST_IN_A_PROPOSAL]
        rows = ". ".join(_both_versions(conflict, here) for conflict in shown)
        more = found.number - len(shown)
        also = f". And {more:,} more" if more else ""
        yield (
            f"{found.number:,} of them {differ} something else than the journal. {rows}{also}. "
            f"{_how_to_keep(found)}"
        )


def _how_to_keep(found: Differing) -> str:
    beside = "; to add every row beside what you have: --allow-duplicates" if found.changed else ""
    return f"To store what the file says instead: --replace{beside}"


def _both_versions(conflict: Conflict, here: timedelta | None) -> str:
    said = "; ".join(
        f"{name} {ours or 'none'} here, {theirs or 'none'} in the file"
        for name, ours, theirs in differing(conflict.here, conflict.there, here)
    )
    return f"{_named_row(conflict, here)}: {said}"


def _named_row(conflict: Conflict, here: timedelta | None) -> str:
    return f"Line {conflict.line}, {named(conflict.here, here)}"


def left_out_lines(things: Sequence[Thing], screen: Screen) -> Iterator[str]:
    """Name what is not imported because several things here overlap it."""
    for thing in things:
        yield from screen.wrapped(
            f"Not imported, because it overlaps several here: {named(thing, None)}", rest="  "
        )


def named(thing: Thing, here: timedelta | None) -> str:
    """Name a thing: "entry 12, left heel 6 of 10, Mon 23 Nov 2026, 15:30"."""
    if isinstance(thing, Entry):
        return f"entry {thing.id}, {entries.summary(thing, here)}"
    if isinstance(thing, Use):
        return f"use {thing.number}, {printable(thing.what)}, {moment(thing.used_at, here)}"
    if isinstance(thing, Course):
        return f"course {thing.id}, {courses.course_words(thing)}"
    if isinstance(thing, Peg):
        return peg.in_words(thing)
    if isinstance(thing, SignAnswer):
        return f"answer {thing.id} about a warning sign, {moment(thing.answered_at, here)}"
    return _named_by_day(thing)


def _named_by_day(
    thing: Trial | TrialDay | DayNote | DayFactor | Consultation | VisitQuestion,
) -> str:
    if isinstance(thing, Consultation):
        return f"visit {thing.id}, {day(thing.held_on)}"
    if isinstance(thing, VisitQuestion):
        return f"question q{thing.id}, {printable(thing.text)}"
    if isinstance(thing, DayNote | DayFactor):
        what = "note" if isinstance(thing, DayNote) else printable(thing.factor)
        return f"{what} of {day(thing.day)}"
    if isinstance(thing, TrialDay):
        return f"day {thing.id} of a trial, {day(thing.day)}, as planned: {thing.kept}"
    return f"trial {thing.id}, {printable(f'{thing.a} and {thing.b}')}, {printable(thing.place)}"


def differences(old: Thing, new: Thing, here: timedelta | None) -> str:
    """Say what differs between the older and the newer: "intensity 6 -> 4; side none -> left"."""
    return "; ".join(
        f"{name} {before or 'none'} -> {after or 'none'}"
        for name, before, after in differing(old, new, here)
    )


def differing(old: Thing, new: Thing, here: timedelta | None) -> Iterator[tuple[str, str, str]]:
    """Yield each field in which two versions differ, with both values; "" is none."""
    for name in old._fields:
        before, after = getattr(old, name), getattr(new, name)
        if name not in _MARKS and before != after:
            texts = _value(before, here), _value(after, here)
            if isinstance(before, str) and isinstance(after, str):
                texts = _apart(*texts)
            yield name.replace("_", " "), *texts


def _apart(before: str, after: str) -> tuple[str, str]:
    """Return two long texts from a little before the place where they begin to differ."""
    if max(len(before), len(after)) <= _LONGEST:
        return before, after
    pairs = enumerate(zip(before, after, strict=False))
    alike = next((n for n, (a, b) in pairs if a != b), min(len(before), len(after)))
    start = max(0, alike - _LONGEST // 2)
    # At the beginning of a word, if one begins there.
    start = before.find(" ", start, alike) + 1 or start if start else 0
    return _part(before, start), _part(after, start)


def _part(text: str, start: int) -> str:
    shown = text[start : start + _LONGEST]
    ahead, behind = "…" if start else "", "…" if start + _LONGEST < len(text) else ""
    return f"{ahead}{shown}{behind}" if shown else ""


def _value(value: object, here: timedelta | None) -> str:
    if value is None or value in ("", ()):
        return ""
    if isinstance(value, tuple) and not isinstance(value, Dose):
        # Each dose of an entry is a pair: the treatment and how much.
        return listed(printable(v if isinstance(v, str) else with_dose(*v)) for v in value)
    if isinstance(value, datetime):
        return moment(value, here)
    if isinstance(value, date):
        return day(value)
    if isinstance(value, Dose):
        return printable(value.written)
    return printable(str(value))
