"""What is around the journal: who may read it, what was left beside it, the last backup."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from painlog.errors import BadFileError
from painlog.files.companions import PARTS, part
from painlog.files.systems import runs_elsewhere
from painlog.model.finding import Finding
from painlog.store.backup import DIRECTORY, latest
from painlog.store.check.finding import AFTER_MENDING, Mendable
from painlog.store.database import default_path
from painlog.store.leftover import ASIDE, Stray, set_aside, what_it_is

# The second form is that of earlier versions.
_DRAFT = r"\.{}.*\.(?:([0-9]{{1,7}})\.part|new-([0-9]{{1,7}}))(?:-wal|-shm|-journal)?"
_OTHERS = 0o077
_LONG_AGO = timedelta(days=30)


def permissions(path: Path) -> Iterator[Finding]:
    """Files that others may read, and directories where others may write."""
    files = [part(path, suffix) for suffix in PARTS]
    files += sorted(path.parent.glob(f"{path.stem}.before-*{path.suffix}"))
    files += sorted(path.parent.glob(f"{path.stem}.{ASIDE}-*"))
    backups = path.parent / DIRECTORY
    files += sorted(backups.glob(f"{path.stem}-*.db"))
    open_files = [found for found in files if _mode(found) & _OTHERS]
    if open_files:
        yield Mendable(
            "permissions",
            "fault",
            "Others on this machine may be able to read your journal.",
            tuple(map(str, open_files)),
            AFTER_MENDING,
            f"Closed to everyone but you: {', '.join(map(str, open_files))}.",
            mend_files=lambda: _close(open_files, 0o600),
        )
    # A directory that a person chose may be open for a reason; painlog's own never is.
    own = [d for d in (backups, *([path.parent] if path == default_path() else [])) if d.is_dir()]
    open_own = [directory for directory in own if _mode(directory) & _OTHERS]
    if open_own:
        yield Mendable(
            "permissions",
            "fault",
            "Others on this machine may look into painlog's directory.",
            tuple(map(str, open_own)),
            AFTER_MENDING,
            f"Closed to everyone but you: {', '.join(map(str, open_own))}.",
            mend_files=lambda: _close(open_own, 0o700),
        )


def leftovers(path: Path) -> Iterator[Finding]:
    """Drafts of programs that were killed before they could take them away."""
    ours = re.compile(_DRAFT.format(re.escape(path.stem)))
    found: list[Path] = []
    for directory in (path.parent, path.parent / DIRECTORY):
        with suppress(OSError):
            found += [
                draft
                for draft in sorted(directory.iterdir())
                if (named := ours.fullmatch(draft.name))
                and not runs_elsewhere(int(named[1] or named[2]))
                and draft.is_file()
            ]
    if found:
        yield Mendable(
            "leftover",
            "remark",
            "Files that a painlog left half written when it was killed.",
            tuple(map(str, found)),
            AFTER_MENDING,
            f"Removed: {', '.join(map(str, found))}.",
            mend_files=lambda: _remove(found),
        )


def stray_log(path: Path, stray: Stray) -> Finding:
    """Return the finding that SQLite left a log that must not be played onto this file."""

    def set_log_aside() -> None:
        set_aside(path, stray)

    return Mendable(
        "stray-log",
        "fault",
        what_it_is(path, stray),
        (str(stray.log),),
        "To set the log aside, with both kept: painlog check --mend",
        f"Set the log aside under another name: {stray.log}.",
        mend_files=set_log_aside,
    )


def backups(connection: sqlite3.Connection, now: datetime) -> Iterator[Finding]:
    """Whether there is a backup, how old it is, and whether it is still there."""
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
    if age > _LONG_AGO and last.changed:
        yield Finding(
            "backup",
            "remark",
            f"The last backup is {age.days} days old; {last.changed} entries are newer.",
            (str(last.file),),
            "Make one: painlog backup",
        )


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        return 0


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
                "none, as on many sticks. Move it to a disk that does, or to an encrypted one."
            ) from None
