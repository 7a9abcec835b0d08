"""What a person is told about an error: a sentence and an exit code, or its trace for a report."""

import re
import sys
from collections.abc import Sequence
from traceback import walk_tb
from typing import TYPE_CHECKING, cast

import typer

from painlog import __version__
from painlog.cli.base.lazy import end_of_global_options
from painlog.errors import NotUnderstoodError, PainlogError, RefusedError
from painlog.files.command_line import as_typed
from painlog.model.entry import looks_like_number, parse_intensity
from painlog.model.names import did_you_mean
from painlog.outcome import outcome
from painlog.views.wording import printable

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from painlog.model.region import SeveralPlacesError

FAULT = (
    "painlog has a fault: {}. {} "
    "Run it again with --debug and report what it prints; it contains nothing you wrote."
)
FAULT_AFTER_SAVING = "painlog has a fault: {}. {} Please report it."
UNREADABLE = (
    "painlog cannot read a part of {} ({}). {} See all of it, and what can be mended, with: "
    "painlog check"
)
SAVED = "The change is saved."
WRITTEN = "{} is written."
MAYBE_SAVED = "The change may have been saved; before you try again, look with: painlog list"
NOT_SAVED = "Nothing was saved."
NOTHING_OF_YOURS = "Nothing you wrote is in these lines. To see what is wrong, leave out --debug."

_RATING_COMMANDS = ("painlog", "add", "peg")
# These take any words, and so those that belong to an option.
_TAKING_COMMANDS = ("take", "start")
# What people type for an option, with ours: the first that the command has is meant.
_OTHER_OPTIONS = {
    **dict.fromkeys(("--for", "--place", "--where", "--area"), ("--region",)),
    **dict.fromkeys(("--date", "--day", "--when", "--time", "--on", "--at"), ("--at", "--on")),
    **dict.fromkeys(("--from", "--start", "--after", "--since"), ("--since", "--from", "--on")),
    **dict.fromkeys(("--to", "--end", "--before"), ("--until", "--on")),
    **dict.fromkeys(("--med", "--medicine", "--drug"), ("--treatment",)),
    **dict.fromkeys(("--comment", "--text", "--message"), ("--note",)),
    **dict.fromkeys(("--file", "--out"), ("--output",)),
}
_NO_REGION = r'No region is called "(.*?)"\.'
_SEE_REGIONS = " See them all with: painlog regions"
_UNEXPECTED = r"Got unexpected extra argument\(s\) \((.*)\)"
_IN_OUR_WORDS = (
    (r" is not a valid int(?: range)?", " is not a whole number"),
    (r" is not in the range (-?\d+)<=x<=(-?\d+)", r" is not a number from \1 to \2"),
    (r" is not in the range x>=(-?\d+)", r" is below \1"),
    (r" is not in the range x<=(-?\d+)", r" is above \1"),
    (_UNEXPECTED, r"Unexpected words: \1"),
)


def what_was_saved(*, unsure: bool | None = None) -> str:
    """Say what this run had done for good when it was stopped.

    Args:
        unsure: Whether a change may have been saved without being confirmed; None takes what the
            run noted.
    """
    if outcome.saved:
        return SAVED
    if outcome.written:
        return WRITTEN.format(printable(str(outcome.written)))
    return MAYBE_SAVED if (outcome.unsure if unsure is None else unsure) else NOT_SAVED


def refusal(error: Exception, words: Sequence[str], journal: "Path") -> tuple[tuple[str, ...], int]:
    """Return the sentence with the lines that belong below it, and the exit code.

    Args:
        error: What was raised.
        words: The command line, without the name of the program.
        journal: The file of the call.
    """
    if isinstance(error, PainlogError):
        said, *below = map(str, error.args)
        if found := re.match(_NO_REGION, said):
            from painlog.cli.base.meant import in_quotes

            if quoted := in_quotes(words, found[1]):
                return (f"{said.removesuffix(_SEE_REGIONS)} {quoted}", *below), error.exit_code
        if words and words[end_of_global_options(words)] in _TAKING_COMMANDS:
            from painlog.cli.base.meant import behind_option

            if quoted := behind_option(words):
                return (quoted,), error.exit_code
        if type(error).__name__ == "SeveralPlacesError":
            from painlog.cli.base.meant import each_place

            said += each_place(cast("SeveralPlacesError", error), words)
        return (said + _instead(error, words), *below, *_each_way(error, words)), error.exit_code
    if isinstance(error, typer.TyperException):
        sentence, code = _usage(error, words)
        return (sentence,), code
    return (_unforeseen(error, journal),), 1


def _instead(error: PainlogError, words: Sequence[str]) -> str:
    """Return the command with the time that was probably meant, if one was still to come."""
    meant = error.instead if isinstance(error, RefusedError) else ""
    typed = [word for word in words if str(error).startswith(f'"{word}" is ')]
    if not meant or not typed:
        return ""
    again = (meant if word == typed[0] else word for word in words)
    return f" Type: painlog {' '.join(map(as_typed, again))}"


def _each_way(error: PainlogError, words: Sequence[str]) -> tuple[str, ...]:
    """Return the command with each time that was perhaps meant, if there are several."""
    ways = error.ways if isinstance(error, NotUnderstoodError) else ()
    typed = next((word for word in words if str(error).startswith(f'"{word}" ')), None)
    if typed is None:
        return ()
    each = ([way if word == typed else word for word in words] for way in ways)
    return tuple(f"painlog {' '.join(map(as_typed, again))}" for again in each)


def trace(error: BaseException) -> tuple[str, ...]:
    """Return where an error was raised, the first cause first: types and lines, never values.

    The message of an exception may contain what a person wrote, and so may the values of variables.
    """
    lines = [_versions()]
    for one in reversed(_chain(error)):
        lines += [f"{type(one).__name__}, raised in:", *_places(one)]
    return (*lines, NOTHING_OF_YOURS)


def _unforeseen(error: Exception, journal: "Path") -> str:
    is_of_sqlite = type(error).__module__ == "sqlite3"
    if is_of_sqlite and not _is_about_values(error):
        return _of_the_file(error)
    if isinstance(error, OSError):
        named = error.filename or "The output could not be written"
        said = f"{named}: {error.strerror or error}."
        return f"{said} {what_was_saved()}" if what_was_saved() != NOT_SAVED else said
    if value := _unreadable(journal):
        return UNREADABLE.format(journal, printable(value), what_was_saved())
    if is_of_sqlite or isinstance(error, UnicodeDecodeError):
        return _of_the_file(error)
    fault = FAULT if what_was_saved() == NOT_SAVED else FAULT_AFTER_SAVING
    return fault.format(type(error).__name__, what_was_saved())


def _is_about_values(error: Exception) -> bool:
    # Python's message about text that is not UTF-8 contains that text, which may be a note.
    return type(error).__name__ == "IntegrityError" or str(error).startswith("Could not decode")


def _of_the_file(error: Exception) -> str:
    from painlog.store.failure import failure_of

    failure = failure_of(cast("sqlite3.Error | UnicodeDecodeError", error))
    saved = what_was_saved(unsure=failure.may_be_saved)
    # Nothing needs to be tried again where something was done.
    advice = failure.advice if saved == NOT_SAVED else ""
    return f"{failure.what} {saved} {advice}".rstrip()


def _unreadable(journal: "Path") -> str | None:
    # Reading trusts the file, because only painlog should write it. If another program did, the
    # fault is more likely in the file than in painlog.
    from painlog.store.check import first_unreadable

    try:
        return first_unreadable(journal)
    except Exception:  # noqa: BLE001 - the first error is the one to report
        return None


def _usage(error: typer.TyperException, words: Sequence[str]) -> tuple[str, int]:
    context = getattr(error, "ctx", None)
    see = f"See: {context.command_path if context else _command(words)} --help"
    option = getattr(error, "option_name", "")
    if option and type(error).__name__ == "NoSuchOption":
        if looks_like_number(option) and context and context.info_name in _RATING_COMMANDS:
            return _below_the_scale(option, words)
        told = f'There is no option "{option}".'
        if instead := _instead_of_option(option, words, context):
            return f"{told}{instead}", error.exit_code
        near = did_you_mean(getattr(error, "possibilities", None) or ())
        return f"{told}{near} {see}", error.exit_code
    message = error.format_message().rstrip()
    instead = _instead_of_words(message, words, context)
    for theirs, ours in _IN_OUR_WORDS:
        message = re.sub(theirs, ours, message)
    end = "" if message.endswith((".", "?", "!")) else "."
    return f"{message}{end} {instead or see}", error.exit_code


def _instead_of_option(option: str, words: Sequence[str], context: typer.Context | None) -> str:
    """Return our name of an option that has another one elsewhere, with what to type."""
    if context is None or option not in _OTHER_OPTIONS:
        return ""
    from painlog.cli.base.meant import with_option

    known = {name for param in context.command.params for name in param.opts}
    ours = next((name for name in _OTHER_OPTIONS[option] if name in known), None)
    return with_option(context, words, option, ours)


def _instead_of_words(message: str, words: Sequence[str], context: typer.Context | None) -> str:
    """Return the command with the option that words too many belong to; "" for no idea."""
    found = re.search(_UNEXPECTED, message)
    if not found or context is None:
        return ""
    from painlog.cli.base.meant import arguments_in_quotes, in_quotes, instead_of_words

    loose = found[1]
    return (
        in_quotes(words, loose)
        or instead_of_words(context, loose)
        or arguments_in_quotes(context, words, loose)
    )


def _command(words: Sequence[str]) -> str:
    # The parser refuses an option without its value, but does not say in which command.
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


def _versions() -> str:
    import sqlite3

    python = ".".join(map(str, sys.version_info[:3]))
    return (
        f"painlog {__version__}, Python {python}, SQLite {sqlite3.sqlite_version}, {sys.platform}"
    )


def _chain(error: BaseException) -> list[BaseException]:
    chain: list[BaseException] = []
    found: BaseException | None = error
    while found is not None and found not in chain:
        chain.append(found)
        found = found.__cause__ or found.__context__
    return chain


def _places(error: BaseException) -> list[str]:
    return [
        f"  {frame.f_globals.get('__name__', '?')}:{line} {frame.f_code.co_qualname}"
        for frame, line in walk_tb(error.__traceback__)
    ]
