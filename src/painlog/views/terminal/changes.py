"""The words after an undo or redo: what each thing is now, and which of its fields came back."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, tzinfo

from painlog.model.contents import Thing
from painlog.model.entry import Entry
from painlog.model.made_change import MadeChange
from painlog.model.names import sentence_start
from painlog.model.use import Use
from painlog.views.terminal import entries
from painlog.views.terminal.merging import differing, named
from painlog.views.terminal.screen import Screen
from painlog.views.wording import as_written, count, printable

Edited = Sequence[tuple[Thing, Thing]]
# A course names the step before it by its uid, which tells a person nothing.
_LEFT_OUT = "continues"
# Where people say a field in other words than the journal names it.
_CALLED = {
    "felt at": "time",
    "used at": "time",
    "until": "end",
    "started on": "first day",
    "ended on": "last day",
    "stopped on": "last day",
    "held on": "day",
    "answered on": "day",
    "asked on": "day when it was asked",
    "text": "question",
    "kept": "answer",
}
_PLURAL = frozenset({"treatments", "qualities", "triggers", "conditions", "doses"})
# Of more things than this, a change names the first few.
_MOST_NAMED = 6
_FIRST_NAMED = 3
_QUOTED = frozenset({"note", "text"})


def undone_lines(
    command: str, summary: str, edited: Edited, more: int, screen: Screen, here: timedelta | None
) -> Iterator[str]:
    """Say which change was taken back, and what came back with it.

    Args:
        command: What made the change.
        summary: The sentence that was logged with it.
        edited: The things that it had edited, as they were and as they are now.
        more: How many more edited things there are.
        screen: Where it is shown.
        here: The UTC offset of the present moment.
    """
    yield from screen.wrapped(f"Took back: {command}: {_in_short(summary)}.", rest="  ")
    yield from _fields(edited, more, screen, here)


def redone_lines(
    command: str, summary: str, edited: Edited, more: int, screen: Screen, here: timedelta | None
) -> Iterator[str]:
    """Say which change was made again, as `undone_lines` does; an edit names things as they are."""
    if command == "edit" and edited and not more:
        # The summary of an edit names things as they were before it.
        summary = "; ".join(_name(new) for _, new in edited)
    yield from screen.wrapped(f"Made again: {command}: {_in_short(summary)}.", rest="  ")
    yield from _fields(edited, more, screen, here)


def made_lines(changes: Sequence[MadeChange], screen: Screen, zone: tzinfo | None) -> Iterator[str]:
    """Say what each of some changes was, and which of them are undone."""
    for change in changes:
        undone = " (undone)" if change.is_undone else ""
        said = f"{change.command}: {_in_short(change.summary)}{undone}"
        yield from screen.wrapped(f"{_when(change.made_at, zone)}  {said}", rest="    ")
    if not changes:
        yield "No change was made yet."


def _when(made_at: str, zone: tzinfo | None) -> str:
    try:
        return f"{datetime.fromisoformat(made_at).astimezone(zone):%Y-%m-%d %H:%M}"
    except ValueError:
        return printable(made_at)  # another program may have written it


def _in_short(summary: str) -> str:
    """Return what a change was of, only the first of many things."""
    things = printable(summary).split("; ")
    if len(things) <= _MOST_NAMED:
        return "; ".join(things)
    return f"{'; '.join(things[:_FIRST_NAMED])}; and {len(things) - _FIRST_NAMED:,} more"


def _fields(edited: Edited, more: int, screen: Screen, here: timedelta | None) -> Iterator[str]:
    for old, new in edited:
        said = [
            _again(name, before, after)
            for name, before, after in differing(old, new, here)
            if name != _LEFT_OUT
        ]
        if said:
            text = " ".join(said)
            if len(edited) + more > 1:
                text = f"{sentence_start(_short(new))}: {text[0].lower()}{text[1:]}"
            yield from screen.wrapped(text, "  ", "    ")
    if more:
        yield f"  And {count(more, 'more thing')}."


def _again(field: str, before: str, after: str) -> str:
    """Say what came back, as a sentence; what was empty before is not named."""
    name = _CALLED.get(field, field)
    if field in _QUOTED:
        before, after = (f'"{as_written(value)}"' if value else "" for value in (before, after))
    are, were = ("are", "they were") if field in _PLURAL else ("is", "it was")
    if field == "stopped on" and not after:
        # The trial has its planned last day again.
        return f"The stop on {before} is taken back."
    if not after:
        return f"There {are} no {name} any more; {were} {before}."
    return f"The {name} {are} {after} again{f', not {before}' if before else ''}."


def _short(thing: Thing) -> str:
    """Name a thing by its kind and number: "entry 7"."""
    return _name(thing).split(",")[0]


def _name(thing: Thing) -> str:
    return entries.named(thing) if isinstance(thing, Entry | Use) else named(thing, None)
