"""Putting a backup in the place of the journal, which is kept; undoing and redoing that.

A restore is a change like any other: a row of the log in the journal that it puts there, whose one
item has the kind "journal" and names the file with the journal before it (null: there was none).
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from painlog.errors import BadFileError, RefusedError
from painlog.files.companions import PARTS, numbered, part, real
from painlog.files.drafts import draft_of, put_in_place
from painlog.files.private import copy_privately, make_directories
from painlog.store import database, log
from painlog.store.connections import open_file
from painlog.store.log import Logged, storable
from painlog.store.rows import WHOLE
from painlog.store.swap import put_in_place_of_damaged, swap_in, swapped_in
from painlog.store.verify import DamageErrors, counts, damages, in_words, is_damage, loose_rows

if TYPE_CHECKING:
    from painlog.store.journal import Journal

_NEWEST = "undone_at is null order by change.id desc"
_NEXT_AGAIN = "undone_at is not null order by change.id"
_TRIES = 5


class Restored(NamedTuple):
    """A journal that was put back: its entries, and where the one before is kept, if there was."""

    entries: int
    kept: Path | None


class _Swapped(NamedTuple):
    """A change that put one journal in the place of another, which is in `before`."""

    logged: Logged
    made_at: str
    before: str | None


def restore(path: Path, source: Path) -> Restored:
    """Put the content of `source` in the place of the journal at `path`, as one change.

    `source` is never written to, nor is anything beside it. A journal that is there is kept beside
    itself, also if it is damaged.

    Raises:
        BadFileError: if `source` is not a whole journal, or `path` is something else than one.
        RefusedError: if another painlog was writing.
    """
    path = real(path)
    check_source(source)
    if not path.exists():
        make_directories(path.parent)
    with draft_of(path, "new") as draft:
        with closing(content_of(source, draft)) as new:
            entries = counts(new)["entry"]
            summary = f"{entries:,} {'entry' if entries == 1 else 'entries'} from {source.name}"
            kept = numbered(path, "before-restore") if path.exists() else None
            _forget_undone(new)
            _log(new, summary, kept.name if kept else None)
            if kept and swapped_in(new, path, kept, _take_notes_of_backups):
                return Restored(entries, kept)
            new.execute("pragma journal_mode = wal")
        if kept:
            put_in_place_of_damaged(draft, path, kept)
        elif not put_in_place(draft, path):
            raise RefusedError(f"{path} appeared in the meantime and was left alone. Try again.")
    return Restored(entries, kept)


def undo(journal: "Journal") -> Logged | None:
    """Put back the journal from before a restore; None if the newest change is something else."""
    swapped = _swapped(journal.connection, _NEWEST)
    if swapped is None:
        return None
    with _content_before(journal, swapped) as old:
        kept = numbered(real(journal.path), "before-undo")
        _forget_undone(old)
        _log(old, swapped.logged.summary, kept.name, undone_at=log.now_text())
        _swap(journal, old, kept, lambda live: _swapped(live, _NEWEST) == swapped)
    return swapped.logged._replace(kept=kept)


def redo(journal: "Journal") -> Logged | None:
    """Restore again what `undo` took back; None if that is something else."""
    swapped = _swapped(journal.connection, _NEXT_AGAIN)
    if swapped is None:
        return None
    with _content_before(journal, swapped) as restored:
        there = _swapped(restored, _NEWEST)
        if there is None:
            raise RefusedError(f"{swapped.before} does not hold what was restored. Restore again.")
        kept = numbered(real(journal.path), "before-redo")
        restored.execute(
            "update change_item set other = ? where change_id = ?",
            [json.dumps(kept.name), there.logged.id],
        )
        _swap(journal, restored, kept, lambda live: _swapped(live, _NEXT_AGAIN) == swapped)
    return swapped.logged._replace(kept=kept)


def check_source(source: Path) -> None:
    """Refuse what is not a journal from its bytes alone.

    Raises:
        BadFileError: if it is none.
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
            f"{source} is no backup of a journal. To take in a CSV or JSON file, type: "
            "painlog import FILE"
        )
    if kind == "cut short":
        raise _damaged(source, "it is cut short")
    if kind == "another program's":
        raise BadFileError(f"{source} is a database of another program; name a backup.")


def _damaged(source: Path, how: str) -> BadFileError:
    return BadFileError(
        f"{source} is not whole ({how}), so nothing was changed. Name another backup, or see "
        f"what can be mended with: painlog check FILE"
    )


def content_of(source: Path, draft: Path) -> sqlite3.Connection:
    """A checked copy of a journal with today's tables, in a draft that is open then."""
    check_source(source)
    _copy_as_it_is(source, draft)
    connection = open_file(draft)
    try:
        _check_and_migrate(connection, source)
    except DamageErrors as error:
        connection.close()
        if is_damage(error):
            raise _damaged(source, in_words(error)) from error
        raise
    except BaseException:
        connection.close()
        raise
    return connection


def _check_and_migrate(connection: sqlite3.Connection, source: Path) -> None:
    # What only the WAL of the copy held is moved into it.
    connection.execute("pragma journal_mode = delete")
    (version,) = connection.execute("pragma user_version").fetchone()
    if version > database.SCHEMA_VERSION:
        raise BadFileError(
            f"{source} was written by a newer painlog. Update painlog: pip install -U painlog"
        )
    if wrong := damages(connection):
        raise _damaged(source, wrong[0])
    if version < database.SCHEMA_VERSION:
        from painlog.store import schema

        schema.migrate(connection, lambda: None)
    connection.execute("pragma foreign_keys = on")
    if loose := loose_rows(connection):
        raise _damaged(source, f"a row of {loose[0][0]} names what is not in {loose[0][2]}")


def _copy_as_it_is(source: Path, draft: Path) -> None:
    """Copy a database and what SQLite keeps beside it, without opening it as one.

    So nothing is made or changed beside it. What changed meanwhile is copied again.
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
        f"{source} is being written to. Nothing was changed; wait until it is not, and try again."
    )


def _stamps(source: Path) -> dict[str, tuple[int, int] | None]:
    found = {}
    for suffix in PARTS:
        place = part(source, suffix)
        stat = place.stat() if place.exists() else None
        found[suffix] = (stat.st_size, stat.st_mtime_ns) if stat and suffix != "-shm" else None
    return found


@contextmanager
def _content_before(journal: "Journal", swapped: _Swapped) -> Iterator[sqlite3.Connection]:
    """The journal that a restore was made over, in a draft; an empty one where there was none."""
    path = real(journal.path)
    # Only its name is kept, so that a directory with a journal can be moved.
    before = swapped.before and path.with_name(Path(swapped.before).name)
    if before and not before.exists():
        raise RefusedError(
            f"The other journal was kept in {before}, which is not there any more. "
            "Nothing was changed."
        )
    with (
        draft_of(path, "new") as draft,
        closing(content_of(before, draft) if before else database.make_empty(draft)) as connection,
    ):
        yield connection


def _swapped(connection: sqlite3.Connection, which: str) -> _Swapped | None:
    row = connection.execute(
        f"select change.id, command, summary, made_at from change where {which} limit 1"
    ).fetchone()
    if row is None:
        return None
    change_id, command, summary, made_at = row
    item = connection.execute(
        "select other from change_item where change_id = ? and kind = ?", [change_id, WHOLE]
    ).fetchone()
    if item is None:
        return None
    before = item[0] and str(json.loads(item[0]))
    return _Swapped(Logged(change_id, command, summary), made_at, before)


def _swap(
    journal: "Journal",
    new: sqlite3.Connection,
    kept: Path,
    still: Callable[[sqlite3.Connection], bool],
) -> None:
    _take_notes_of_backups(journal.connection, new)
    swap_in(new, journal.connection, real(journal.path), kept, still)


def _take_notes_of_backups(live: sqlite3.Connection, new: sqlite3.Connection) -> None:
    # Which backups there are on this machine is no part of what is put back.
    try:
        notes = live.execute("select made_at, file, entries from backup order by id").fetchall()
    except DamageErrors as error:
        if is_damage(error):
            return
        raise
    new.execute("delete from backup")
    new.executemany("insert into backup (made_at, file, entries) values (?, ?, ?)", notes)


def _forget_undone(connection: sqlite3.Connection) -> None:
    # As with any new change: what was taken back before it can no longer be made again.
    connection.execute("delete from change where undone_at is not null")


def _log(
    connection: sqlite3.Connection, summary: str, before: str | None, undone_at: str | None = None
) -> None:
    cursor = connection.execute(
        "insert into change (made_at, command, summary, undone_at) values (?, 'restore', ?, ?)",
        [log.now_text(), storable(summary), undone_at],
    )
    connection.execute(
        "insert into change_item (change_id, position, kind, key, other) values (?, 1, ?, ?, ?)",
        [cursor.lastrowid, WHOLE, "journal", before and json.dumps(before)],
    )
