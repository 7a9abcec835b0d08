"""`painlog backup`: a verified copy of the journal, whoever writes meanwhile."""

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from painlog.cli.base.lazy import examples
from painlog.cli.base.options import argument
from painlog.cli.base.settings import now, open_journal, settings_of
from painlog.cli.base.target import check_target
from painlog.errors import UsageError
from painlog.files.drafts import check_place
from painlog.views.terminal.screen import say, screen
from painlog.views.wording import count, printable, size

if TYPE_CHECKING:
    from collections.abc import Iterable

# So many backups in one minute are no person's.
_MOST_A_MINUTE = 1000


@examples(
    "painlog backup",
    "painlog backup --keep 30   (of those in its usual place)",
    "painlog backup /media/stick --keep 7",
    "painlog backup before-surgery.db",
)
def backup(
    ctx: typer.Context,
    file: Annotated[
        Path | None,
        argument("[FILE]", 'A new file, or a directory; without it "backups" beside the journal.'),
    ] = None,
    keep: Annotated[
        int | None,
        typer.Option(
            "--keep", metavar="N", min=1, help="Then remove all but the newest N made there."
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Go over a FILE that is there.")] = False,
) -> None:
    """Copy the journal as it is at this moment, and check the copy.

    A copy is a whole journal: put it back with `painlog restore FILE`.
    """
    from painlog.files.private import make_directories
    from painlog.store.backup import (
        back_up,
        names_in,
        noted_names,
        remove_older,
        usual_directory,
    )

    journal_path = settings_of(ctx).path
    directory = usual_directory(journal_path) if file is None else file
    targets: Iterable[Path]
    if file is None or file.is_dir():
        if force:
            raise UsageError("--force goes over a FILE that is there: name the FILE.")
        targets = islice(names_in(directory, journal_path, now()), _MOST_A_MINUTE)
    else:
        _check_file(ctx, file, keep, force=force)
        targets = [file]
    with open_journal(ctx) as journal:
        if file is None and journal.exists:
            make_directories(directory)
        made = back_up(journal, targets, force=force)
        noted = noted_names(journal.connection)
    page = screen()
    say(page.wrapped(f"Backup: {printable(str(made.file))}", rest="  "))
    say([f"{size(made.size)}, {count(made.entries, 'entry', 'entries')}, verified."])
    if not made.noted:
        say(page.wrapped("The journal could not be written, so it has no note of this backup."))
    if keep is not None:
        removed = remove_older(directory, journal_path, keep, made.file, noted)
        if removed:
            say([f"Removed {count(len(removed), 'older backup')}."])


def _check_file(ctx: typer.Context, file: Path, keep: int | None, *, force: bool) -> None:
    if str(file) == "-":
        raise UsageError("A backup cannot go to standard output; name a file or a directory.")
    if keep is not None:
        raise UsageError(
            "--keep counts the backups in a directory: name a directory that is there, or leave "
            "FILE out."
        )
    check_target(ctx, file, force=force)
    check_place(file, force=force)
