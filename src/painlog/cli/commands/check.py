"""`painlog check`: whether the journal is whole, and mending what can be mended."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from painlog.cli.base.lazy import examples
from painlog.cli.base.options import Format, argument
from painlog.cli.base.settings import call_of, check_folder, now, waiting
from painlog.files.command_line import command_line
from painlog.outcome import outcome
from painlog.views.terminal.screen import say, screen

OWN = "painlog check --mend"


@examples("painlog check", "painlog check --mend", "painlog check backups/old.db")
def check(
    ctx: typer.Context,
    file: Annotated[Path | None, argument("[FILE]", "A journal or backup. Default: yours.")] = None,
    mend: Annotated[
        bool, typer.Option("--mend", help="Mend what can be mended; a copy is kept.")
    ] = False,
    format_: Format = "text",
) -> None:
    """Check that the file is whole and that everything in it can be read.

    Nothing is changed without --mend. Exit code 0: whole; 1: not.
    """
    from painlog.store.check import examine
    from painlog.views.terminal.check import check_lines

    call = call_of(ctx)
    path = call.path if file is None else file
    if file is None:
        check_folder(call)
    if file is None and not path.exists():
        begin = "There is no journal yet; your first entry creates it: painlog add heel 6"
        say(screen().wrapped(begin))
        return
    found = examine(path, now(), is_copy=file is not None, waiting=waiting())
    done: tuple[str, ...] = ()
    kept: tuple[Path, ...] = ()
    if mend and any(finding.mendable for finding in found.findings):
        from painlog.store.check.mend import mend as mend_all

        done, kept, found = mend_all(path, found, now(), is_copy=file is not None)
        outcome.saved = True
    shown = found.findings
    if file is not None:
        shown = tuple(replace(f, remedy=f.remedy.replace(OWN, _mending(file))) for f in shown)
    if format_ == "json":
        from painlog.formats.journal_json import check_object, to_text

        where = str(path.absolute())
        say([to_text(check_object(where, shown, done, map(str, kept)))])
    else:
        say(check_lines(shown, screen(), done, kept))
    if not found.whole:
        raise typer.Exit(1)


def _mending(file: Path) -> str:
    return f"painlog check {command_line(str(file))} --mend"
