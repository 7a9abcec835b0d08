"""Restore a backup and keep the present journal. store/history.py takes a restore back."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from painlog.errors import GET_NEWER, BadFileError, PainlogError, RefusedError
from painlog.files.companions import PARTS, numbered, part, real
from painlog.files.drafts import draft_of, put_in_place
from painlog.files.private import copy_privately, make_directories
from painlog.outcome import saving
from painlog.store import database, empty, generation, log
from painlog.store.connections import bound_work, open_file
from painlog.store.foreign import TABLES, definitions, foreign_parts
from painlog.store.leftover import find_stray, what_it_is
from painlog.store.log import storable
from painlog.store.swap import put_in_place_of_damaged, swapped_in
from painlog.store.verify import (
    DamageErrors,
    counts,
    damages,
    in_words,
    is_damage,
    loose_rows,
    uses_once,
)

_TRIES = 5


class Restored(NamedTuple):
    """What was restored, in numbers, and where the previous journal is kept, if there was one.

    `can_be_undone` says that what was kept is whole, so that `undo` can bring it back.
    """

    entries: int
    kept: Path | None
    uses: int = 0
    can_be_undone: bool = True


def restore(path: Path, source: Path) -> Restored:
    """Replace the journal at `path` with the rows of `source`, as one change.

    Nothing is written to `source` or beside it. The present journal is kept beside itself, even if
    it is damaged.

    Raises:
        BadFileError: if `source` is not a whole journal, or the file at `path` is not a journal.
        RefusedError: if another program was writing to the journal.
    """
    path = real(path)
    check_source(source)
    if not path.exists():
        make_directories(path.parent)
    with draft_of(path, "new") as draft:
        with closing(content_of(source, draft)) as new:
            entries, uses = counts(new)["entry"], uses_once(new)
            summary = f"{entries:,} {'entry' if entries == 1 else 'entries'} from {source.name}"
            kept = numbered(path, "before-restore") if path.exists() else None
            # Once the new journal stands, nothing may fail any more.
            can_be_undone = kept is None or _is_whole(path)
            forget_undone(new)
            log_restore(new, summary, kept.name if kept else None)
            if kept and swapped_in(new, path, kept, take_notes_of_backups):
                return Restored(entries, kept, uses, can_be_undone)
            generation.step(new)
            new.execute("pragma journal_mode = wal")
        if kept:
            put_in_place_of_damaged(draft, path, kept)
        else:
            with saving():
                if not put_in_place(draft, path):
                    raise RefusedError(
                        f"{path} appeared in the meantime and was left alone. Try again."
                    )
    return Restored(entries, kept, uses, can_be_undone)


def _is_whole(path: Path) -> bool:
    """Return whether undo could put back a journal: it puts back only a whole one."""
    with draft_of(path, "look") as draft:
        try:
            content_of(path, draft).close()
        except (PainlogError, *DamageErrors):
            return False
    return True


def check_source(source: Path) -> None:
    """Refuse a file that is not a journal, judged by its bytes alone.

    Raises:
        BadFileError: if it is not a journal.
    """
    try:
        if source.is_dir():
            raise BadFileError(f"{source} is a directory; name the backup in it.")
        if source.exists() and not source.is_file():
            raise BadFileError(f"{source} is not a plain file; name a backup.")
        with source.open("rb") as opened:
            kind = database.kind_of(opened.read(database.HEADER_BYTES))
    except FileNotFoundError:
        raise BadFileError(f"There is no file {source}.") from None
    except OSError as error:
        raise BadFileError(f"{source} cannot be read: {error.strerror}.") from error
    if kind in ("empty", "no database"):
        raise BadFileError(
            f"{source} is not a backup of a journal. To import a CSV or JSON file, type: "
            "painlog import FILE"
        )
    if kind == "cut short":
        raise _damaged(source, "it is cut short")
    if kind == "another program's":
        raise BadFileError(f"{source} is a database of another program; name a backup.")


def journals_in(directory: Path) -> list[Path]:
    """Return the files right in a directory that are journals by their bytes, the newest first.

    Raises:
        BadFileError: if the directory cannot be read.
    """
    found: list[tuple[float, Path]] = []
    try:
        for file in directory.glob("*.db"):
            with suppress(BadFileError):
                check_source(file)
                found.append((file.stat().st_mtime, file))
    except OSError as error:
        raise BadFileError(f"{directory} cannot be read: {error.strerror}.") from error
    return [file for _, file in sorted(found, reverse=True)]


def _damaged(source: Path, how: str) -> BadFileError:
    return BadFileError(
        f"{source} is not whole ({how}), so nothing was changed. Name another file. To see "
        "what can be mended in this one, type: painlog check FILE"
    )


def content_of(source: Path, draft: Path) -> sqlite3.Connection:
    """Put the rows of a journal into a draft, with today's tables; return it open."""
    copy_checked(source, draft)
    take_rows_alone(source, draft)
    connection = open_file(draft)
    connection.execute("pragma foreign_keys = on")
    return connection


def copy_checked(source: Path, draft: Path) -> None:
    """Copy a whole journal into a draft, drop foreign triggers, and bring it up to date.

    Raises:
        BadFileError: if it is not a whole journal.
        RefusedError: if another program is writing to it.
    """
    check_source(source)
    _copy_as_it_is(source, draft)
    if stray := find_stray(draft):
        log_there = part(source, stray.log.name.removeprefix(draft.name))
        raise BadFileError(
            f"{what_it_is(source, stray._replace(log=log_there))} Nothing was changed. Move that "
            "log to another directory, and try again."
        )
    with closing(open_file(draft)) as connection:
        try:
            _check_and_migrate(connection, source)
        except DamageErrors as error:
            if is_damage(error):
                raise _damaged(source, in_words(error)) from error
            raise


def take_rows_alone(source: Path, draft: Path) -> None:
    """Reduce a draft to its rows, in painlog's own schema."""
    with closing(open_file(draft)) as theirs, closing(empty.in_memory()) as ours:
        if definitions(theirs) == definitions(ours):
            return
        if missing := TABLES - {name for kind, name in definitions(theirs) if kind == "table"}:
            raise _damaged(source, f"the table {min(missing)} is missing")
    with draft_of(draft, "rows") as clean_draft:
        with closing(empty.in_draft(clean_draft)) as clean:
            bound_work(clean, draft.stat().st_size)
            clean.execute("attach ? as theirs", [str(draft.absolute())])
            try:
                _copy_rows(clean)
            except (sqlite3.IntegrityError, sqlite3.OperationalError) as error:
                raise _damaged(source, str(error)) from error
        clean_draft.replace(draft)


def _copy_rows(clean: sqlite3.Connection) -> None:
    clean.execute("begin")
    for table in TABLES:
        columns = ", ".join(
            name
            for _, name, _, _, _, _, hidden in clean.execute(f"pragma main.table_xinfo({table})")
            if not hidden
        )
        clean.execute(f"delete from main.{table}")
        clean.execute(f"insert into main.{table} ({columns}) select {columns} from theirs.{table}")
    clean.execute("delete from main.sqlite_sequence")
    clean.execute(
        "insert into main.sqlite_sequence select name, seq from theirs.sqlite_sequence"
        " where name in (select name from main.sqlite_schema)"
    )
    clean.execute("commit")


def _check_and_migrate(connection: sqlite3.Connection, source: Path) -> None:
    # This moves what only the WAL of the copy held into the copy.
    connection.execute("pragma journal_mode = delete")
    (version,) = connection.execute("pragma user_version").fetchone()
    if version > database.SCHEMA_VERSION:
        raise BadFileError(f"{source} was written by a newer painlog. {GET_NEWER}")
    if wrong := damages(connection):
        raise _damaged(source, wrong[0])
    for found in foreign_parts(connection):
        if found.is_beside:
            found.drop(connection)
        elif not found.has_rows:
            raise _damaged(source, f"{found.name} is a {found.kind}")
    if version < database.SCHEMA_VERSION:
        from painlog.store import schema

        schema.migrate(connection, lambda: None)
    connection.execute("pragma foreign_keys = on")
    if loose := loose_rows(connection):
        raise _damaged(source, f"a row of {loose[0][0]} refers to a missing row of {loose[0][2]}")


def _copy_as_it_is(source: Path, draft: Path) -> None:
    """Copy the files of a database and its logs, without opening them in SQLite.

    So nothing is made or changed beside it. If it changes meanwhile, it is copied again.
    """
    for _ in range(_TRIES):
        try:
            before = _stamps(source)
            for suffix in ("", "-wal", "-journal"):
                part(draft, suffix).unlink(missing_ok=suffix != "")
                if before[suffix]:
                    copy_privately(part(source, suffix), part(draft, suffix))
            if _stamps(source) == before:
                return
        except FileNotFoundError:
            continue
        except OSError as error:
            raise BadFileError(f"{source} could not be copied: {error.strerror}.") from error
    raise RefusedError(
        f"Another program is writing to {source}. Nothing was changed; wait until it has finished, "
        "then try again."
    )


def _stamps(source: Path) -> dict[str, tuple[int, int] | None]:
    found = {}
    for suffix in PARTS:
        place = part(source, suffix)
        stat = place.stat() if place.exists() else None
        found[suffix] = (stat.st_size, stat.st_mtime_ns) if stat and suffix != "-shm" else None
    return found


def take_notes_of_backups(live: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """Copy the notes of backups into the journal that is put back: they are about this machine."""
    if any(not found.has_rows for found in foreign_parts(live)):
        return
    try:
        notes = live.execute("select made_at, file, entries from backup order by id").fetchall()
    except DamageErrors as error:
        if is_damage(error):
            return
        raise
    new.execute("delete from backup")
    new.executemany(
        "insert into backup (made_at, file, entries, last_change) values (?, ?, ?, ?)",
        [(*note, log.OF_ANOTHER_LOG) for note in notes],
    )


def forget_undone(connection: sqlite3.Connection) -> None:
    """Delete undone changes from the log: as after any new change, they can no longer be redone."""
    connection.execute("delete from change where undone_at is not null")


def log_restore(
    connection: sqlite3.Connection, summary: str, before: str | None, undone_at: str | None = None
) -> None:
    """Log a restore in the journal that it puts there.

    Args:
        connection: That journal.
        summary: What `undo` says it took back.
        before: The name of the file with the previous journal; None if there was none.
        undone_at: When it was taken back, if it was.
    """
    cursor = connection.execute(
        "insert into change (made_at, command, summary, undone_at) values (?, 'restore', ?, ?)",
        [log.now_text(), storable(summary), undone_at],
    )
    connection.execute(
        "insert into change_item (change_id, position, kind, key, other) values (?, 1, ?, ?, ?)",
        [cursor.lastrowid, log.WHOLE, "journal", log.to_text(before)],
    )
