"""Whatever went wrong, as one sentence for a person and an exit code."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

import typer

from painlog.errors import NotUnderstoodError, PainlogError
from painlog.model.entry import looks_like_number, parse_intensity
from painlog.model.names import did_you_mean

if TYPE_CHECKING:
    import sqlite3

FAULT = (
    "painlog has a fault: {}. Nothing was saved by this command. "
    "Run it again with --debug and report what it prints, without your notes."
)


def refusal(error: Exception, words: Sequence[str]) -> tuple[str, int]:
    """The sentence for standard error, and the exit code.

    Args:
        error: What was raised.
        words: The command line, without the name of the program.
    """
    if isinstance(error, PainlogError):
        return str(error), error.exit_code
    if isinstance(error, typer.TyperException):
        return _usage(error, words)
    if type(error).__module__ == "sqlite3":
        from painlog.store.failure import sentence

        return sentence(cast("sqlite3.Error", error)), 1
    if isinstance(error, OSError):
        named = f"{error.filename}: " if error.filename else ""
        return f"{named}{error.strerror or error}.", 1
    return FAULT.format(type(error).__name__), 1


def _usage(error: typer.TyperException, words: Sequence[str]) -> tuple[str, int]:
    context = getattr(error, "ctx", None)
    see = f"See: {context.command_path if context else 'painlog'} --help"
    option = getattr(error, "option_name", "")
    if option and type(error).__name__ == "NoSuchOption":
        if looks_like_number(option):
            return _below_the_scale(option, words)
        near = did_you_mean(getattr(error, "possibilities", None) or ())
        return f'There is no option "{option}".{near} {see}', error.exit_code
    message = error.format_message().rstrip()
    for theirs in (" is not a valid int range", " is not a valid int"):
        message = message.replace(theirs, " is not a whole number")
    end = "" if message.endswith((".", "?", "!")) else "."
    return f"{message}{end} {see}", error.exit_code


def _below_the_scale(option: str, words: Sequence[str]) -> tuple[str, int]:
    # The parser takes a number below 0 for an option, and names only its first digit.
    typed = next((word for word in words if word.startswith(option)), option)
    try:
        parse_intensity(typed)
    except NotUnderstoodError as refused:
        return str(refused), refused.exit_code
    raise AssertionError(typed)
