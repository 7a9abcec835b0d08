"""`painlog restore`: a backup in the place of the journal, which is kept."""

from pathlib import Path
from typing import Annotated

import typer

from painlog.cli.base.lazy import examples
from painlog.cli.base.options import argument
from painlog.cli.base.settings import settings_of
from painlog.cli.base.target import is_same
from painlog.errors import RefusedError
from painlog.views.terminal.screen import say, screen
from painlog.views.wording import BRING_BACK, count, printable


@examples("painlog restore backups/painlog-2026-03-31-2100.db", "painlog undo")
def restore(
    ctx: typer.Context,
    file: Annotated[Path, argument("FILE", "From: painlog backup")],
) -> None:
    """Put a backup in the place of the journal, which is kept beside it.

    FILE is checked first and never changed. `painlog undo` takes it back.
    """
    from painlog.store import restore as store

    settings = settings_of(ctx)
    if is_same(file, settings.path):
        raise RefusedError(f"{file} is your journal itself; name a backup of it.")
    restored = store.restore(settings.path, file)
    page = screen()
    entries = count(restored.entries, "entry", "entries")
    say(page.wrapped(f"Restored: {entries} from {printable(str(file))}.", rest="  "))
    if restored.kept:
        kept = printable(str(restored.kept))
        say(page.wrapped(f"Your journal as it was before is kept in {kept}", rest="  "))
    say([BRING_BACK])
