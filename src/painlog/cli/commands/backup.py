"""`painlog backup` and `restore`: verified copies of the journal, out and back."""

import os
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from painlog.cli.base.lazy import examples
from painlog.cli.base.options import argument
from painlog.cli.base.settings import call_of, check_folder, now, open_journal
from painlog.cli.base.target import Force, check_target, is_same
from painlog.errors import BadFileError, RefusedError, UsageError
from painlog.files.command_line import as_typed, command_line
from painlog.files.drafts import check_place
from painlog.views.terminal.screen import be_quiet, say, screen
from painlog.views.wording import BRING_BACK, count, entries_and_uses, printable, size, titled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# No person makes more backups in one minute.
_MOST_A_MINUTE = 1000
_MOST_SHOWN = 10


@examples(
    "painlog backup",
    "painlog backup --keep 30   # in the usual directory",
    "painlog backup /media/stick --keep 7",
    "painlog backup before-surgery.db",
)
def backup(
    ctx: typer.Context,
    file: Annotated[
        Path | None,
        argument("[FILE]", 'A new file, or a directory. Default: "backups" beside the journal.'),
    ] = None,
    keep: Annotated[
        int | None,
        typer.Option(
            "--keep", metavar="N", min=1, help="Then remove all but the newest N backups there."
        ),
    ] = None,
    force: Force = False,
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

    journal_path = call_of(ctx).path
    directory = usual_directory(journal_path) if file is None else file
    targets: Iterable[Path]
    if file is None or file.is_dir():
        if force:
            raise UsageError("--force replaces an existing FILE: name the FILE.")
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
    say([f"{size(made.size)}, {entries_and_uses(made.entries, made.uses)}, verified."])
    if not made.noted:
        say(page.wrapped("The journal could not be written, so this backup is not noted in it."))
    if keep is not None:
        removed = remove_older(directory, journal_path, keep, made.file, noted)
        if removed:
            say([f"Removed {count(len(removed), 'older backup')}."])


def _check_file(ctx: typer.Context, file: Path, keep: int | None, *, force: bool) -> None:
    if str(file) == "-":
        raise UsageError("A backup cannot go to standard output; name a file or a directory.")
    if keep is not None:
        raise UsageError(
            "--keep counts the backups in a directory: name an existing directory, or leave "
            "FILE out."
        )
    check_target(ctx, file, force=force)
    if not file.suffix and not os.path.lexists(file):
        raise RefusedError(
            f"There is no directory {file}; is its disk connected, and is it spelt so? Nothing was "
            "written. Name a directory that is there, or a new file that ends in .db: "
            f"painlog backup {as_typed(f'{file.name}.db')}"
        )
    check_place(file, force=force)


@examples("painlog restore backups/painlog-2026-03-31-2100.db", "painlog undo")
def restore(
    ctx: typer.Context,
    file: Annotated[Path, argument("FILE", "From: painlog backup")],
) -> None:
    """Replace the journal with a backup; the present journal is kept beside it.

    FILE is checked first and never changed. `painlog undo` takes the restore back.
    """
    from painlog.store import restore as store

    call = call_of(ctx)
    check_folder(call)
    if is_same(file, call.path):
        raise RefusedError(f"{file} is your journal itself; name a backup of it.")
    if file.is_dir():
        raise _name_one(file, [f for f in store.journals_in(file) if not is_same(f, call.path)])
    restored = store.restore(call.path, file)
    if call.quiet:
        be_quiet()
    page = screen()
    held = entries_and_uses(restored.entries, restored.uses)
    say(page.wrapped(f"Restored: {held} from {printable(str(file))}.", rest="  "))
    if restored.kept:
        kept = printable(str(restored.kept))
        say(page.wrapped(f"Your journal as it was before is kept in {kept}", rest="  "))
    if restored.kept and not restored.can_be_undone:
        check = printable(command_line("painlog", "check", str(restored.kept)))
        text = "It is not whole, so undo cannot bring it back. To see what can be mended in it: "
        say(page.wrapped(f"{text}{check}", rest="  "), always=True)
    else:
        say(screen().wrapped(BRING_BACK))


def _name_one(directory: Path, backups: "Sequence[Path]") -> BadFileError:
    """Return the refusal of a directory: it names the backups there, and how to take the newest."""
    if not backups:
        return BadFileError(f"{directory} is a directory without a backup in it; name a backup.")
    newest = f"painlog restore {as_typed(str(backups[0]))}"
    names = [f"  {printable(file.name)}" for file in backups[:_MOST_SHOWN]]
    more = len(backups) - len(names)
    return BadFileError(
        f"{directory} is a directory; name the backup in it. The newest: {newest}",
        f"{titled(count(len(backups), 'backup'))}, the newest first:",
        *names,
        *([f"  and {more} more"] if more else []),
    )
