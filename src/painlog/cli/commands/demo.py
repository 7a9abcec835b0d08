"""`painlog demo`: the report of an invented sample journal."""

from pathlib import Path
from typing import Annotated

import typer

from painlog.cli.base.lazy import examples
from painlog.cli.base.settings import now
from painlog.cli.commands.report import print_report
from painlog.errors import RefusedError
from painlog.files.command_line import command_line
from painlog.files.private import private_directory
from painlog.store.journal import Journal
from painlog.tasks.sample import NOTICE, add_sample
from painlog.views.terminal.screen import say, screen
from painlog.views.wording import printable

_SAMPLE = "sample.db"


@examples("painlog demo", "painlog demo --keep sample.db", "painlog --db sample.db list")
def demo(
    ctx: typer.Context,  # noqa: ARG001 - every command takes its context
    keep: Annotated[
        Path | None,
        typer.Option("--keep", metavar="FILE", help="Keep the sample journal in this file."),
    ] = None,
) -> None:
    """Print the report of an invented sample journal. Your own journal is not touched."""
    if keep is not None and keep.exists():
        raise RefusedError(f"{keep} already exists and was left alone. Name a new file.")
    from painlog.cli.app import suggest_for

    page = screen()
    say([*page.wrapped(NOTICE), ""])
    # What the report suggests is about the sample, and not about the person's own journal.
    suggest_for(keep or Path(_SAMPLE))
    with private_directory() as directory:
        _print_sample(keep or directory / _SAMPLE)
    # The commands stand on lines of their own, so that they can be copied.
    if keep is None:
        say(["", *page.wrapped("The sample is not kept. To try commands on it, first type:")])
        say([f"  painlog demo --keep {_SAMPLE}"])
    else:
        kept = printable(str(keep))
        say(["", *page.wrapped(f"The sample journal is in {kept}. Try:")])
        say([f"  painlog --db {command_line(kept)} list"])


def _print_sample(path: Path) -> None:
    this_moment = now()
    with Journal(path, writing=True) as journal:
        add_sample(journal, this_moment)
        print_report(journal, this_moment)
