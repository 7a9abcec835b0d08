"""What a person types where painlog asks for a note, and what was hardly meant as one."""

import re

from painlog.cli.base.ask import agrees
from painlog.errors import NotUnderstoodError
from painlog.model.entry import clean_text

_RATING = re.compile(r"10|[0-9]")


def note_typed(text: str) -> str:
    """Return a note as it is stored; ask about one that is a command or a rating.

    Raises:
        NotUnderstoodError: if that is not meant as a note.
    """
    note = clean_text(text)
    what = "a command" if is_command(note) else "a rating" if _RATING.fullmatch(note) else ""
    if what and not agrees(f"That looks like {what}. Keep it as the note?"):
        raise NotUnderstoodError("It was not kept. Type a note, or press Enter to go on without.")
    return note


def is_command(text: str) -> bool:
    """Tell whether a text begins with "painlog" and one of its commands, or is "painlog" alone."""
    first, *rest = text.removeprefix("$ ").split(maxsplit=2) or [""]
    if first != "painlog":
        return False
    if not rest:
        return True
    from painlog.cli.app import Commands

    names = {*Commands.other_names, *(name for group in Commands.groups.values() for name in group)}
    return rest[0] in names
