"""A command of painlog that a person types where painlog asks for words."""

from painlog.cli.base.ask import agrees
from painlog.errors import NotUnderstoodError
from painlog.model.entry import clean_text


def note_typed(text: str) -> str:
    """Return a note as it is stored; ask about one that is a command.

    Raises:
        NotUnderstoodError: if the command is not meant as a note.
    """
    note = clean_text(text)
    if is_command(note) and not agrees("That looks like a command. Keep it as the note?"):
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
