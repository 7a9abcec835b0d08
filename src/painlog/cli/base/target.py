"""Where a command may write what it makes: never over the journal itself."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from painlog.cli.base.settings import settings_of
from painlog.errors import RefusedError, UsageError
from painlog.files.companions import PARTS

if TYPE_CHECKING:
    import typer


def check_target(ctx: "typer.Context", target: Path | None, *, force: bool) -> None:
    """Let through a file that may be written. Nothing is opened for that.

    Args:
        ctx: The call, which knows the journal.
        target: The file; None is standard output.
        force: Whether it may go over a file that is there.

    Raises:
        RefusedError: if it is the journal or belongs to it, by whatever name, or if it is there
            already and there is no journal to fill it from.
        UsageError: if there is nothing to force, or "-" is given.
    """
    if target is None:
        if force:
            raise UsageError("--force goes over the file of --output: add --output FILE.")
        return
    if str(target) == "-":
        raise UsageError("Leave out --output to write to standard output; - is no file.")
    journal = settings_of(ctx).path
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
    """Whether two names lead to one file, or would."""
    if os.path.realpath(target) == os.path.realpath(part):
        return True
    return target.exists() and part.exists() and target.samefile(part)
