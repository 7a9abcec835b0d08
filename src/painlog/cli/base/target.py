"""Make sure that a command does not write its output over the journal."""

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from painlog.cli.base.options import option
from painlog.cli.base.settings import call_of
from painlog.errors import RefusedError, UsageError
from painlog.files.companions import PARTS

if TYPE_CHECKING:
    from collections.abc import Mapping

# Endings that say what a file is. painlog writes nothing else under them.
_OF_OTHER_FILES = re.compile(
    r"\.(?:[ct]sv|json|xml|md|markdown|html?|pdf|xls[xm]?|ods|numbers|docx?|odt|rtf|png|jpe?g|svg"
    r"|zip|gz|parquet|feather)"
)

_SHEETS = frozenset({".xls", ".xlsx", ".xlsm", ".ods", ".numbers"})

FormatName = TypeVar("FormatName", bound=str)

Output = Annotated[
    Path | None, option("--output", "-o", metavar="FILE", help_="Write to this file.")
]
Force = Annotated[bool, typer.Option("--force", help="Replace an existing file.")]


def check_target(ctx: typer.Context, target: Path | None, *, force: bool) -> None:
    """Make sure that a file may be written, without opening it.

    Args:
        ctx: The call, which knows the journal.
        target: The file; None for standard output.
        force: Whether it may replace a file that is there.

    Raises:
        RefusedError: if it is the journal or belongs to it, by whatever name; or if it would be
            replaced although there is no journal to fill it from.
        UsageError: if --force is given without a file, or the file is "-".
    """
    if target is None:
        if force:
            raise UsageError("--force replaces the file of --output: add --output FILE.")
        return
    if str(target) == "-":
        raise UsageError("Leave out --output to write to standard output; - is not a file.")
    journal = call_of(ctx).path
    for whole in {str(journal), os.path.realpath(journal)}:
        if any(is_same(target, Path(whole + part)) for part in PARTS):
            raise RefusedError(
                f"{target} is your journal, or belongs to it, and was left alone. "
                "Name another file."
            )
    if force and os.path.lexists(target) and not journal.exists():
        raise RefusedError(
            f"There is no journal {journal}, so {target} was left alone. "
            "Name the journal with --db, or write to a new file."
        )


def is_same(target: Path, part: Path) -> bool:
    """Return whether two names lead to the same file, or would if it existed."""
    if os.path.realpath(target) == os.path.realpath(part):
        return True
    return target.exists() and part.exists() and target.samefile(part)


def format_by_ending(
    said: FormatName | None, output: Path | None, endings: "Mapping[str, FormatName]"
) -> FormatName | None:
    """Return the format that was asked for, or the one that the ending of a file stands for.

    Args:
        said: What --format says, None for nothing.
        output: The file to write, None for none.
        endings: The format for each ending; a .txt file may hold any format that is text.

    Raises:
        UsageError: if the two contradict each other, the ending is of a file that is not written
            here, or nothing says the format: a folder on an absent disk may have been meant.
    """
    ending = output.suffix.lower() if output is not None else ""
    meant = endings.get(ending)
    if meant is None and _OF_OTHER_FILES.fullmatch(ending):
        *others, last = endings
        sheet = " Spreadsheets open the .csv." if ending in _SHEETS and ".csv" in endings else ""
        raise UsageError(
            f"This cannot be written as {ending}. End the file in {', '.join(others)} or {last}."
            f"{sheet}"
        )
    # "-" has its own refusal, and a device or pipe may have any name.
    named = output is not None and str(output) != "-" and not os.path.lexists(output)
    if named and not ending and said is None:
        *others, last = endings
        raise UsageError(
            f"{output} is not there. To write a new file, end its name in "
            f"{', '.join(others)} or {last}; or say what to write with --format."
        )
    if said is None or meant is None or meant == "text":
        return said or meant
    if said != meant:
        raise UsageError(
            f"--format {said} and a file that ends in {ending} contradict each other. "
            "Leave out --format, or name a file with another ending."
        )
    return said
