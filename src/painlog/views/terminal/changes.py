"""The words after an undo or redo: what each thing is now, and which of its fields came back."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from painlog.model.contents import Thing
from painlog.model.entry import Entry
from painlog.model.use import Use
from painlog.views.terminal import entries
from painlog.views.terminal.merging import differing, named
from painlog.views.terminal.screen import Screen
from painlog.views.wording import count, printable

Edited = Sequence[tuple[Thing, Thing]]
# A course names the step before it by its uid, which tells a person nothing.
_LEFT_OUT = "continues"


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
    yield from screen.wrapped(f"Took back: {command}: {printable(summary)}.", rest="  ")
    yield from _fields(edited, more, screen, here)


def redone_lines(
    command: str, summary: str, edited: Edited, more: int, screen: Screen, here: timedelta | None
) -> Iterator[str]:
    """Say which change was made again, as `undone_lines` does; an edit names things as they are."""
    if command == "edit" and edited and not more:
        # The summary of an edit names things as they were before it.
        summary = "; ".join(_name(new) for _, new in edited)
    yield from screen.wrapped(f"Made again: {command}: {printable(summary)}.", rest="  ")
    yield from _fields(edited, more, screen, here)


def _fields(edited: Edited, more: int, screen: Screen, here: timedelta | None) -> Iterator[str]:
    for old, new in edited:
        said = [
            _again(name, before, after)
            for name, before, after in differing(old, new, here)
            if name != _LEFT_OUT
        ]
        if said:
            which = f"{_short(new)}: " if len(edited) + more > 1 else ""
            yield from screen.wrapped(f"{which}{'; '.join(said)}.", "  ", "    ")
    if more:
        yield f"  And {count(more, 'more thing')}."


def _again(field: str, before: str, after: str) -> str:
    """Say what came back: "intensity 6 is 4 again". An empty value is not named."""
    if not after:
        return f"{field} {before} is gone again"
    return f"{field} {before} is {after} again" if before else f"{field} is {after} again"


def _short(thing: Thing) -> str:
    """Name a thing by its kind and number: "entry 7"."""
    return _name(thing).split(",")[0]


def _name(thing: Thing) -> str:
    return entries.named(thing) if isinstance(thing, Entry | Use) else named(thing, None)
