"""Whatever went wrong, as one sentence for a person and an exit code."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

import typer

from painlog.cli.base.lazy import end_of_global_options
from painlog.errors import NotUnderstoodError, PainlogError
from painlog.model.entry import looks_like_number, parse_intensity
from painlog.model.names import did_you_mean
from painlog.views.wording import printable

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

FAULT = (
    "painlog has a fault: {}. {} "
    "Run it again with --debug and report what it prints; that holds nothing you wrote."
)
FAULT_AFTER_SAVING = "painlog has a fault: {}. {} Please report it."
UNREADABLE = (
    "{} holds what painlog cannot read ({}). {} See all of it, and what can be mended, with: "
    "painlog check"
)
SAVED = "The change is saved."
NOT_SAVED = "Nothing was saved."

_RATING_COMMANDS = ("painlog", "add", "peg")
_IN_OUR_WORDS = (
    (r" is not a valid int(?: range)?", " is not a whole number"),
    (r" is not in the range (-?\d+)<=x<=(-?\d+)", r" is not a number from \1 to \2"),
    (r" is not in the range x>=(-?\d+)", r" is below \1"),
    (r" is not in the range x<=(-?\d+)", r" is above \1"),
    (r"unexpected extra argument\(s\)", "words that mean nothing here"),
)


def what_was_saved(*, saved: bool) -> str:
    """Whether a command that was broken off has changed the journal, in a sentence."""
    return SAVED if saved else NOT_SAVED


def refusal(
    error: Exception, words: Sequence[str], *, saved: bool = False, journal: "Path | None" = None
) -> tuple[tuple[str, ...], int]:
    """The sentence for standard error with the lines that belong below it, and the exit code.

    Args:
        error: What was raised.
        words: The command line, without the name of the program.
        saved: Whether the command had changed the journal before.
        journal: Its file, if the command was about one.
    """
    if isinstance(error, PainlogError):
        return tuple(map(str, error.args)), error.exit_code
    sentence, code = _other(error, words, saved=saved, journal=journal)
    return (sentence,), code


def _other(
    error: Exception, words: Sequence[str], *, saved: bool, journal: "Path | None"
) -> tuple[str, int]:
    if isinstance(error, typer.TyperException):
        return _usage(error, words)
    if type(error).__module__ == "sqlite3" and not _is_about_values(error):
        return _of_the_file(error, saved=saved)
    if isinstance(error, OSError):
        named = error.filename or "The output could not be written"
        said = f"{named}: {error.strerror or error}."
        return f"{said} {SAVED}" if saved else said, 1
    if journal and (value := _unreadable(journal)):
        return UNREADABLE.format(journal, printable(value), what_was_saved(saved=saved)), 1
    if type(error).__module__ == "sqlite3" or isinstance(error, UnicodeDecodeError):
        return _of_the_file(error, saved=saved)
    fault = FAULT_AFTER_SAVING if saved else FAULT
    return fault.format(type(error).__name__, what_was_saved(saved=saved)), 1


def _is_about_values(error: Exception) -> bool:
    # Python's message about text that is none holds that text, which may be a note.
    return type(error).__name__ == "IntegrityError" or str(error).startswith("Could not decode")


def _of_the_file(error: Exception, *, saved: bool) -> tuple[str, int]:
    from painlog.store.failure import sentence

    return sentence(cast("sqlite3.Error | UnicodeDecodeError", error), saved=saved), 1


def _unreadable(journal: "Path") -> str | None:
    # Reading trusts the file, because only painlog should write it. Where it did not, that is more
    # likely what went wrong than the program.
    from painlog.store.check import first_unreadable

    return first_unreadable(journal)


def _usage(error: typer.TyperException, words: Sequence[str]) -> tuple[str, int]:
    context = getattr(error, "ctx", None)
    see = f"See: {context.command_path if context else _command(words)} --help"
    option = getattr(error, "option_name", "")
    if option and type(error).__name__ == "NoSuchOption":
        if looks_like_number(option) and context and context.info_name in _RATING_COMMANDS:
            return _below_the_scale(option, words)
        near = did_you_mean(getattr(error, "possibilities", None) or ())
        return f'There is no option "{option}".{near} {see}', error.exit_code
    message = error.format_message().rstrip()
    for theirs, ours in _IN_OUR_WORDS:
        message = re.sub(theirs, ours, message)
    end = "" if message.endswith((".", "?", "!")) else "."
    return f"{message}{end} {see}", error.exit_code


def _command(words: Sequence[str]) -> str:
    # An option without its value is met by the parser, which does not say in which command.
    named = words[end_of_global_options(words) :]
    return f"painlog {named[0]}" if named and not named[0].startswith("-") else "painlog"


def _below_the_scale(option: str, words: Sequence[str]) -> tuple[str, int]:
    # The parser takes a number below 0 for an option, and names only its first digit.
    typed = next((word for word in words if word.startswith(option)), option)
    try:
        parse_intensity(typed)
    except NotUnderstoodError as refused:
        return str(refused), refused.exit_code
    raise AssertionError(typed)
