"""Write a text in the person's own editor, so that it stays out of the shell's history."""

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from painlog.errors import RefusedError, UsageError
from painlog.files.command_line import words_of_command

if TYPE_CHECKING:
    from painlog.cli.base.settings import Call

_USUAL = ("sensible-editor", "nano", "vim", "vi")


def written_note(call: "Call", present: str) -> str:
    """Return a note from a pipe or from an editor, without blanks at its end.

    Args:
        call: Keeps the note, so that it can be shown if it is not saved.
        present: The text that the editor opens with.

    Raises:
        RefusedError: if there is no editor, it fails, or it leaves no text.
        UsageError: if there is neither a pipe nor a terminal.
    """
    if not sys.stdin.isatty():
        return sys.stdin.read().rstrip()
    if not sys.stdout.isatty():
        raise UsageError("--note - needs a terminal, or the note through a pipe.")
    call.note = edited(present and f"{present}\n", "note.txt").rstrip()
    return call.note


def edited(text: str, name: str) -> str:
    """Let a person edit a text, and return it as they left it.

    The text is in a file that only they can open, in a directory that is removed afterwards.

    Args:
        text: What the file holds at first.
        name: The name of the file, which tells an editor what kind of text it is.

    Raises:
        RefusedError: if there is no editor, it fails, or it leaves no text.
    """
    from painlog.files.private import private_directory, private_file

    command = _command()
    with private_directory() as directory:
        file = directory / name
        with os.fdopen(private_file(file), "w", encoding="utf-8") as opened:
            opened.write(text)
        _run(command, file)
        try:
            return file.read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            raise RefusedError(
                f"{command[0]} left no text that painlog can read. Nothing was saved."
            ) from None


def _command() -> list[str]:
    """Return the editor's command: VISUAL, else EDITOR, else what the system has.

    Raises:
        RefusedError: if there is none.
    """
    for variable in ("VISUAL", "EDITOR"):
        if said := os.environ.get(variable, "").strip():
            try:
                command = words_of_command(said)
            except ValueError:
                command = [said]
            if found := shutil.which(command[0]):
                return [found, *command[1:]]
            raise RefusedError(
                f'{variable} names the editor "{command[0]}", which was not found. Set {variable} '
                "to the command of an editor that you have."
            )
    usual = ("notepad",) if sys.platform == "win32" else _USUAL
    for name in usual:
        if found := shutil.which(name):
            return [found]
    raise RefusedError("No editor was found. Set the variable EDITOR to the command of yours.")


def _run(command: list[str], file: Path) -> None:
    import subprocess

    try:
        done = subprocess.run([*command, str(file)], check=False)  # noqa: S603 - the person's own
    except OSError as error:
        raise RefusedError(f"{command[0]} could not be started: {error.strerror}.") from error
    if done.returncode:
        raise RefusedError(
            f"{command[0]} ended with an error ({done.returncode}). Nothing was saved."
        )
