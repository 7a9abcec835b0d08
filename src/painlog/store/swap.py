"""Replace the content of a journal with that of another database, and keep a copy first."""

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from painlog.errors import RefusedError
from painlog.files.companions import COMPANIONS, part
from painlog.files.drafts import put_in_place
from painlog.files.private import copy_database
from painlog.files.systems import sync_directory
from painlog.outcome import saving
from painlog.store import database, generation
from painlog.store.connections import open_file
from painlog.store.copies import keep_copy
from painlog.store.verify import DamageErrors, is_damage

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def swap_in(
    new: sqlite3.Connection,
    live: sqlite3.Connection,
    path: Path,
    kept: Path,
    still: Callable[[sqlite3.Connection], bool] = lambda _: True,
) -> None:
    """Put the content of `new` into a live journal, in one transaction of that journal.

    Other programs that have it open see the old content until the new is there, then go on with the
    new. A crash leaves either the old or the new content, whole. The journal stays locked from
    before the copy until after the replacement, so no entry can get lost between the two.

    Args:
        new: The draft of the new content; nobody else has it open.
        live: Open for writing, outside a transaction.
        path: The live journal's file.
        kept: Where to keep a copy of its present content.
        still: Says whether the present content is what the caller expects.

    Raises:
        RefusedError: if another program was writing or has changed it.
    """
    # Only with a WAL can the old content be read while the new is written.
    live.execute("pragma journal_mode = wal")
    _give_page_size(new, live)
    is_kept = is_done = False

    def keep_first(status: int, remaining: int, _total: int) -> None:
        nonlocal is_kept
        if status in _BUSY:
            raise RefusedError(
                "Another program is using the journal and has not finished. Nothing was changed; "
                "try again in a moment."
            )
        # Writing the first page has taken the lock, and a journal always has more than one page.
        if not is_kept:
            _keep(path, kept, still, new)
            is_kept = True
        # With the last page comes the commit.
        if remaining > 1:
            signals.let_through()

    try:
        with saving() as signals:
            new.backup(live, pages=1, progress=keep_first)
            is_done = True
    except BaseException as error:
        # Otherwise every try would leave one more copy. If syncing failed, the new content may be
        # in place, so the copy stays.
        at_the_end = getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_IOERR_FSYNC
        if is_kept and not at_the_end and not is_done:
            with suppress(OSError):
                kept.unlink()
        raise


def swapped_in(
    new: sqlite3.Connection,
    path: Path,
    kept: Path,
    first: Callable[[sqlite3.Connection, sqlite3.Connection], object],
) -> bool:
    """Put the content of `new` into the journal at `path`, after calling `first`.

    Args:
        new: The draft of the new content.
        path: The journal.
        kept: Where to keep a copy of its present content.
        first: Called with the live journal and the new one.

    Returns:
        False if the journal is too damaged to be opened; nothing was changed then.
    """
    if database.is_cut_short(path):
        return False
    try:
        live = database.connect(path, writing=True)
        if live is None:
            raise RefusedError(f"{path} vanished in the meantime. Nothing was changed; try again.")
        with closing(live):
            first(live, new)
            swap_in(new, live, path, kept)
    except DamageErrors as error:
        if not is_damage(error) or kept.exists():
            raise
        return False
    return True


def put_in_place_of_damaged(draft: Path, path: Path, kept: Path) -> None:
    """Replace a file that SQLite cannot open, and keep it with its companions.

    Nobody can be using such a file, so the draft replaces it as a whole. The draft must be closed.
    """
    copy_database(path, kept, for_good=True)
    sync_directory(path.parent)
    with saving():
        for suffix in COMPANIONS:
            # They belong to the damaged file, but SQLite would apply them to the new one.
            part(path, suffix).unlink(missing_ok=True)
        put_in_place(draft, path, over=True)


def _keep(
    path: Path,
    kept: Path,
    still: Callable[[sqlite3.Connection], bool],
    new: sqlite3.Connection,
) -> None:
    with closing(open_file(path)) as present:
        if not still(present):
            raise RefusedError(
                "Another program changed the journal at the same moment. Nothing was changed; "
                "try again."
            )
        # Written through the connection that is being copied, it becomes part of the copy.
        generation.follow(new, present)
        # Last: if a later step failed, nobody would know of the copy and remove it.
        keep_copy(present, kept)


def _give_page_size(new: sqlite3.Connection, live: sqlite3.Connection) -> None:
    # A live WAL journal keeps its page size.
    (size,) = live.execute("pragma page_size").fetchone()
    if new.execute("pragma page_size").fetchone() != (size,):
        new.execute(f"pragma page_size = {size}")
        new.execute("vacuum")
