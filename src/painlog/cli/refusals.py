"""Whatever went wrong, as one sentence for a person and an exit code."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

import typer

from painlog.cli.lazy import end_of_global_options
from painlog.errors import NotUnderstoodError, PainlogError
from painlog.model.entry import looks_like_number, parse_intensity
from painlog.model.names import did_you_mean

if TYPE_CHECKING:
    import sqlite3

FAULT = (
    "painlog has a fault: {}. {} "
    "Run it again with --debug and report what it prints, without your notes."
)
FAULT_AFTER_SAVING = "painlog has a fault: {}. {} Please report it."
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


def refusal(error: Exception, words: Sequence[str], *, saved: bool = False) -> tuple[str, int]:
    """The sentence for standard error, and the exit code.

    Args:
        error: What was raised.
        words: The command line, without the name of the program.
        saved: Whether the command had changed the journal before.
    """
    if isinstance(error, PainlogError):
        return str(error), error.exit_code
    if isinstance(error, typer.TyperException):
        return _usage(error, words)
    if type(error).__module__ == "sqlite3":
        from painlog.store.failure import sentence

        return sentence(cast("sqlite3.Error", error)), 1
    if isinstance(error, OSError):
        named = error.filename or "The output could not be written"
        said = f"{named}: {error.strerror or error}."
        return f"{said} {SAVED}" if saved else said, 1
    fault = FAULT_AFTER_SAVING if saved else FAULT
    return fault.format(type(error).__name__, what_was_saved(saved=saved)), 1


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
