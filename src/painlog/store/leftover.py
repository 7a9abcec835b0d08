"""Set aside a log that SQLite left beside a journal and wrote for another state of its file.

A program that is killed leaves its log, and SQLite plays it onto the file that it next finds under
that name. If that file was replaced meanwhile by a newer or older copy, as file synchronisation or
`cp` does, that would silently undo what the copy holds, or mix pages of two journals. So before
painlog opens a journal, it looks at a log that nobody is writing, and sets it aside if it does not
belong to the file.
"""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from painlog.errors import BadFileError
from painlog.files.companions import part, real
from painlog.files.private import copy_privately
from painlog.files.systems import locked, sync, sync_directory

# Where SQLite locks the file of a journal that is open.
_LOCKED = (0x40000002, 510)
_KINDS = ("-journal", "-wal")
_MOST_TOLD = 3
# In the name of a log that was set aside, such as painlog.log-aside-1.wal.
ASIDE = "log-aside"
_Stamps = tuple[tuple[int, int, int] | None, ...]


class Stray(NamedTuple):
    """A log that must not be played as it is, and the changes that only it holds.

    It does not belong to the file beside it, or it is damaged: then only its first `playable` bytes
    can be played, which is None for a log that is whole. A rollback journal holds only an
    unfinished change, so it has none in `held`; what a damaged log holds cannot be told.
    """

    log: Path
    held: tuple[str, ...]
    seen: _Stamps
    playable: int | None = None


def is_in_use(path: Path) -> bool:
    """Return whether another program has a database open, and so owns the log beside it.

    False where nobody can tell: a log in use passes every test anyway.
    """
    try:
        with locked(path, *_LOCKED) as got_lock:
            return got_lock is False
    except PermissionError:
        return False  # a file that can only be read cannot be locked


def find_stray(path: Path) -> Stray | None:
    """Return the log beside a journal that must not be played onto it, if there is one."""
    path = real(path)
    while any(_bytes_in(part(path, suffix)) for suffix in _KINDS) and not is_in_use(path):
        seen = _stamps(path)
        stray = _damaged(path, seen) or _of_another_state(path, seen)
        # If somebody wrote meanwhile, look again.
        if _stamps(path) == seen:
            return stray
    return None


def _damaged(path: Path, seen: _Stamps) -> Stray | None:
    # This comes first: to look into a log, SQLite writes its index anew, which tells what was
    # saved.
    from painlog.store.wal_damage import damaged_after

    playable = damaged_after(path)
    return None if playable is None else Stray(part(path, "-wal"), (), seen, playable)


def _of_another_state(path: Path, seen: _Stamps) -> Stray | None:
    from painlog.store.log_origin import changes_held, journal_belongs, wal_belongs

    for suffix, belongs in zip(_KINDS, (journal_belongs, wal_belongs), strict=True):
        log = part(path, suffix)
        if _bytes_in(log) and not belongs(path, log):
            return Stray(log, changes_held(path) if suffix == "-wal" else (), seen)
    return None


def refuse_stray_log(path: Path) -> None:
    """Set aside a log that does not belong to the journal beside it, and say so.

    Raises:
        BadFileError: if there was one. The journal is as it was, and can be opened from now on.
    """
    if (stray := find_stray(path)) and (kept := set_aside(path, stray)):
        if stray.playable is not None:
            raise BadFileError(
                f"{what_it_is(path, stray)} What comes before them goes into the journal; the "
                f"whole log is kept as {kept}. See what the journal holds with: painlog list. "
                "Enter again what is missing, then type your command again."
            )
        raise BadFileError(
            f"{what_it_is(path, stray)} Both are kept: the journal as it is, the log as {kept}. "
            "See what the journal holds with: painlog list. Enter again what is missing, then "
            "type your command again."
        )


def set_aside(path: Path, stray: Stray) -> Path | None:
    """Keep a stray log under a name that SQLite does not find; return None if it is gone by now.

    Of a damaged log, what can be played stays where it is.

    Raises:
        BadFileError: if it cannot be moved.
    """
    path = real(path)
    try:
        with locked(path, *_LOCKED) as got_lock:
            # Somebody else may have opened the journal, or set the log aside.
            if got_lock is False or _stamps(path) != stray.seen:
                return None
            kept = _name_aside(path, stray.log)
            if stray.playable is None:
                stray.log.rename(kept)
            else:
                copy_privately(stray.log, kept, for_good=True)
                _cut(path, stray.log, stray.playable)
        with suppress(PermissionError):
            kept.chmod(0o600)
        sync_directory(path.parent)
    except OSError as error:
        raise BadFileError(
            f"{what_it_is(path, stray)} It could not be set aside ({error.strerror}), so nothing "
            f"was done. Move {stray.log} to another directory."
        ) from error
    return kept


def what_it_is(path: Path, stray: Stray) -> str:
    """Say why a stray log was not played, and which changes it holds."""
    if stray.playable is not None:
        return (
            f"{stray.log.name}, which holds the last changes of {path}, is damaged: the latest of "
            "them cannot be read any more."
        )
    when = "with its last changes still in"
    if stray.log.name.endswith("-journal"):
        when = "in the middle of a change, with the old content in"
    said = (
        f"{path} was replaced or changed after painlog had stopped {when} {stray.log.name}. That "
        "log fits only the file as it was then; put into this one, it would undo newer changes."
    )
    if not stray.held:
        return said
    more = len(stray.held) - _MOST_TOLD
    told = "; ".join(stray.held[-_MOST_TOLD:]) + (f"; and {more} before" if more > 0 else "")
    return f"{said} It holds: {told}."


def _cut(path: Path, log: Path, playable: int) -> None:
    # Without the index, SQLite reads the log itself.
    part(path, "-shm").unlink(missing_ok=True)
    with log.open("r+b") as file:
        file.truncate(playable)
        sync(file.fileno())


def _name_aside(path: Path, log: Path) -> Path:
    number, kind = 1, log.name.rpartition("-")[2]
    while (free := path.with_name(f"{path.stem}.{ASIDE}-{number}.{kind}")).exists():
        number += 1
    return free


def _stamps(path: Path) -> _Stamps:
    return tuple(_stamp(part(path, suffix)) for suffix in ("", *_KINDS))


def _stamp(file: Path) -> tuple[int, int, int] | None:
    try:
        status = file.stat()
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def _bytes_in(log: Path) -> int:
    try:
        return log.stat().st_size
    except FileNotFoundError:
        return 0
