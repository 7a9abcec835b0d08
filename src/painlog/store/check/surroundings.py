"""Check the surroundings of a journal: who may read it, abandoned drafts, the last backup."""

import glob
import os
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from painlog.errors import BadFileError
from painlog.files.companions import PARTS, part
from painlog.files.drafts import abandoned_drafts
from painlog.files.systems import is_open_to_others
from painlog.model.finding import Finding
from painlog.store.backup import DIRECTORY, latest
from painlog.store.check.finding import AFTER_MENDING, Mendable
from painlog.store.database import default_path
from painlog.store.leftover import ASIDE, Stray, set_aside, what_it_is

_LONG_AGO = timedelta(days=30)


def permissions(path: Path) -> Iterator[Finding]:
    """Find files that others may read, and directories of painlog's own that others may enter."""
    backups = path.parent / DIRECTORY
    stem, suffix = glob.escape(path.stem), glob.escape(path.suffix)
    yield from _open_to_others(
        "Others on this machine may be able to read your journal.",
        [
            *(part(path, suffix) for suffix in PARTS),
            *sorted(path.parent.glob(f"{stem}.before-*{suffix}")),
            *sorted(path.parent.glob(f"{stem}.{ASIDE}-*")),
            *sorted(backups.glob(f"{stem}-*.db")),
        ],
        0o600,
    )
    # A directory that a person chose may be open for a reason; painlog's own never is.
    own = [backups, path.parent] if path == default_path() else [backups]
    yield from _open_to_others(
        "Others on this machine may be able to look into painlog's directory.",
        [directory for directory in own if directory.is_dir()],
        0o700,
    )


def _open_to_others(what: str, paths: Iterable[Path], mode: int) -> Iterator[Finding]:
    if found := [path for path in paths if is_open_to_others(path)]:
        where = tuple(map(str, found))
        yield Mendable(
            "permissions",
            "fault",
            what,
            where,
            AFTER_MENDING,
            f"Closed to everyone but you: {', '.join(where)}.",
            mend_files=lambda: _close(found, mode),
        )


def leftovers(path: Path) -> Iterator[Finding]:
    """Find drafts of programs that were killed before they could remove them."""
    found: list[Path] = []
    for directory in (path.parent, path.parent / DIRECTORY):
        with suppress(OSError):
            found += abandoned_drafts(directory, f"{re.escape(path.stem)}.*")
    if found:
        where = tuple(map(str, found))
        yield Mendable(
            "leftover",
            "remark",
            "Files that painlog left half-written when it was killed.",
            where,
            AFTER_MENDING,
            f"Removed: {', '.join(where)}.",
            mend_files=lambda: _remove(found),
        )


def stray_log(path: Path, stray: Stray) -> Finding:
    """Return the finding that SQLite left a log that must not be played onto this file."""

    def set_log_aside() -> None:
        set_aside(path, stray)

    aside = "To set the log aside and keep both: painlog check --mend"
    if stray.playable is not None:
        aside = "To keep it and go on with what can be read: painlog check --mend"
    return Mendable(
        "stray-log",
        "fault",
        what_it_is(path, stray),
        (str(stray.log),),
        aside,
        f"Set the log aside under another name: {stray.log}.",
        mend_files=set_log_aside,
    )


def backups(connection: sqlite3.Connection, now: datetime) -> Iterator[Finding]:
    """Check that there is a backup, that it is recent and that it is still there."""
    last = latest(connection)
    (entries,) = connection.execute("select count(*) from entry").fetchone()
    if last is None:
        if entries:
            yield Finding(
                "backup", "remark", "There is no backup yet.", (), "Make one: painlog backup"
            )
        return
    if last.is_there is False:
        yield Finding(
            "backup",
            "remark",
            "The last backup is not where it was made.",
            (str(last.file),),
            "If you moved it, all is well; else make one: painlog backup",
        )
    age = now - last.made_at
    if age > _LONG_AGO and last.changes != 0:
        since = (
            "The whole journal was replaced since."
            if last.changes is None
            else f"Changes of any kind since: {last.changes}."
        )
        yield Finding(
            "backup",
            "remark",
            f"The last backup is {age.days} days old. {since}",
            (str(last.file),),
            "Make one: painlog backup",
        )


def _remove(paths: list[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


def _close(paths: list[Path], mode: int) -> None:
    for path in paths:
        try:
            os.chmod(path, mode)  # noqa: PTH101 - follows a link as the check did
        except PermissionError:
            raise BadFileError(
                f"The permissions of {path} cannot be changed: it is not yours, or its disk keeps "
                "none, as many USB sticks do. Move it to a disk that keeps them, or to an "
                "encrypted one."
            ) from None
