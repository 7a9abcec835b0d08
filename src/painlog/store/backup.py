"""Make backups, which are verified copies of a live journal in one file, and remove the oldest."""

import re
import sqlite3
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import NamedTuple

from painlog.errors import BadFileError, RefusedError
from painlog.files.companions import COMPANIONS, part, real
from painlog.files.drafts import draft_of, put_in_place
from painlog.outcome import held_signals, outcome
from painlog.store import database, log
from painlog.store.connections import open_to_look
from painlog.store.copies import snapshot
from painlog.store.journal import Journal
from painlog.store.log import storable, transaction
from painlog.store.verify import counts, damages, loose_rows, uses_once

DIRECTORY = "backups"


class Backup(NamedTuple):
    """A backup that was made; `noted` says whether the journal has a note of it."""

    file: Path
    size: int
    entries: int
    noted: bool
    uses: int = 0


class NotedBackup(NamedTuple):
    """A journal's note of a backup, with the time in UTC.

    `changes` counts the changes of any kind since, as undo does: one for each command that changed
    something, or whose change was undone or redone. None if a restore, or its undo or redo,
    replaced the whole journal since.
    """

    made_at: datetime
    file: Path
    entries: int
    changes: int | None

    @property
    def is_there(self) -> bool | None:
        """Whether the file is still where it was made; None if that cannot be seen."""
        try:
            self.file.stat()
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError:
            return None
        return True


def usual_directory(journal: Path) -> Path:
    """Return the default directory for backups of a journal; it need not exist yet."""
    return real(journal).parent / DIRECTORY


def names_in(directory: Path, journal: Path, now: datetime) -> Iterator[Path]:
    """Yield names for a backup, best first, from the minute on the local clock.

    If there are backups of this minute already, the numbers go on after the highest.
    """
    minute = f"{now:%Y-%m-%d-%H%M}"
    numbers = [number for made, number, _ in made_in(directory, journal) if made == minute]
    for number in count(max(numbers, default=0) + 1):
        yield directory / f"{journal.stem}-{minute}{f'-{number}' if number > 1 else ''}.db"


def back_up(journal: Journal, targets: Iterable[Path], *, force: bool = False) -> Backup:
    """Copy a journal as it is at this moment, and note the copy in it.

    Other programs may go on writing meanwhile.

    Args:
        journal: Open, to read or to write.
        targets: Where the copy may go; the first free place is taken.
        force: Replace a file that is there.

    Raises:
        RefusedError: if there is no journal, or every place is taken.
        BadFileError: if the copy cannot be written or is not whole.
    """
    if not journal.exists:
        raise RefusedError(
            f"There is no journal {journal.path}, so there is nothing to back up. "
            "Name the journal with --db."
        )
    for target in targets:
        if _is_taken(target, force=force):
            continue
        with draft_of(target) as draft:
            made_at = log.now_text()
            numbers, position = _copy(journal.connection, draft)
            _verify(draft, numbers)
            uses = uses_once(journal.connection)
            size = draft.stat().st_size
            with held_signals():
                if is_put := put_in_place(draft, target, over=force):
                    outcome.written = target
            if is_put:
                noted = _note(journal.connection, made_at, target, numbers["entry"], position)
                return Backup(target, size, numbers["entry"], noted, uses)
    raise RefusedError(f"{target} already exists and was left alone. Name another file.")


def remove_older(
    directory: Path, journal: Path, keep: int, newest: Path, noted: Container[str]
) -> list[Path]:
    """Remove all but the newest `keep` backups of a journal from a directory.

    Only plain files with the name of a backup that the journal has noted are removed: another
    journal of the same name may keep its backups in the same place.

    Args:
        directory: Where the backups are.
        journal: The file of the journal.
        keep: How many stay, at least 1.
        newest: The backup that was just made, which always stays.
        noted: The names of the backups that the journal has noted.

    Returns:
        The files that were removed.
    """
    made = [
        backup
        for backup in made_in(directory, journal)
        if backup[2] != newest and backup[2].name in noted
    ]
    removed = [found for *_, found in sorted(made, reverse=True)[keep - 1 :]]
    for old in removed:
        try:
            old.unlink()
        except OSError as error:
            raise BadFileError(
                f"The new backup is there, but {old} could not be removed: {error.strerror}."
            ) from error
    return removed


def noted_names(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the names of all backups that a journal has noted, wherever they are."""
    return frozenset(Path(named).name for (named,) in connection.execute("select file from backup"))


def latest(connection: sqlite3.Connection) -> NotedBackup | None:
    """Return the last backup that a journal has noted."""
    row = connection.execute(
        "select made_at, file, entries, last_change, changes from backup order by id desc limit 1"
    ).fetchone()
    if row is None:
        return None
    made_at, named, entries, last, standing = row
    try:
        made = datetime.fromisoformat(made_at)
        made.astimezone()
    except (ValueError, OverflowError):
        return None  # no time, or none that the clock here can show
    if last is None:
        changes = _changes_by_time(connection, made_at, entries)
    elif last == log.OF_ANOTHER_LOG:
        changes = None
    else:
        changes = log.changes_since(connection, log.Position(last, standing))
    return NotedBackup(made, Path(named), entries, changes)


def _changes_by_time(connection: sqlite3.Connection, made_at: str, entries: int) -> int | None:
    """Count the changes since a backup that painlog noted before version 7 of the tables.

    A change of the same second counts: it may have come after the backup.
    """
    replaced, changes = connection.execute(
        "select coalesce(max(kind = :whole), 0), count(distinct change.id)"
        " from change_item join change on change.id = change_id"
        # What was made and undone since changed nothing, and what was undone since changed much.
        " where iif(made_at >= :then, undone_at is null or kind = :whole, undone_at >= :then)",
        {"whole": log.WHOLE, "then": made_at},
    ).fetchone()
    if replaced:
        return None
    present: int = connection.execute("select count(*) from entry").fetchone()[0]
    # The log no longer has what was undone before something new was changed.
    return int(changes) or int(present != entries)


def made_in(directory: Path, journal: Path) -> Iterator[tuple[str, int, Path]]:
    """Find the backups of a journal in a directory: minute, number within the minute, and file."""
    pattern = re.compile(
        rf"{re.escape(journal.stem)}-(\d{{4}}-\d{{2}}-\d{{2}}-\d{{4}})(?:-(\d{{1,6}}))?\.db"
    )
    with suppress(FileNotFoundError):
        for found in directory.iterdir():
            named = pattern.fullmatch(found.name)
            if named and found.is_file() and not found.is_symlink():
                yield named[1], int(named[2] or 1), found


def _is_taken(target: Path, *, force: bool) -> bool:
    if beside := next((p for s in COMPANIONS if (p := part(target, s)).exists()), None):
        # SQLite would take this remnant of another database for a part of the copy.
        raise RefusedError(
            f"{beside} exists, so a database of that name is or was in use. Name another file."
        )
    return target.exists() and not force


def _copy(connection: sqlite3.Connection, draft: Path) -> tuple[Mapping[str, int], log.Position]:
    """Copy a journal into a draft; return what it held and how far its log had come.

    One transaction reads everything: in a WAL journal nobody has to wait for it, and the copy
    never starts over because somebody writes.
    """
    connection.execute("begin")
    try:
        numbers, position = counts(connection), log.position(connection)
        snapshot(connection, draft)
    finally:
        connection.execute("rollback")
    return numbers, position


def _verify(draft: Path, numbers: Mapping[str, int]) -> None:
    with closing(open_to_look(draft, immutable=True)) as copy:
        wrong = damages(copy) or [
            f"a row of {table} refers to a missing row of {parent}"
            for table, _, parent in loose_rows(copy)
        ]
        said = [
            copy.execute(f"pragma {p}").fetchone()[0] for p in ("application_id", "user_version")
        ]
        if not wrong and (
            said != [database.APPLICATION_ID, database.SCHEMA_VERSION] or counts(copy) != numbers
        ):
            wrong = ["it does not hold what the journal holds"]
    if wrong:
        raise BadFileError(
            f"No backup was made: the copy is not whole ({wrong[0]}). Older backups were left "
            "alone. To see what is wrong with the journal: painlog check"
        )


def _note(
    connection: sqlite3.Connection,
    made_at: str,
    target: Path,
    entries: int,
    position: log.Position,
) -> bool:
    # A journal that can only be read is backed up without a note.
    with suppress(sqlite3.OperationalError):
        # It was opened to read, and this is all that a backup writes into it.
        connection.execute("pragma query_only = off")
        with transaction(connection) as noting:
            noting.is_change = False
            connection.execute(
                "insert into backup (made_at, file, entries, last_change, changes)"
                " values (?, ?, ?, ?, ?)",
                [made_at, storable(str(target.absolute())), entries, *position],
            )
        return True
    return False
