"""Tell whether a log that SQLite left was written for the present state of the file beside it.

A write-ahead log holds what was saved and is not in the file yet. A rollback journal holds what an
unfinished change replaced, so that it can be put back. Each fits only one state of the file. Played
onto another, it lays old pages over newer ones. Nothing here changes the file or its log.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from painlog.files.private import copy_database, private_directory
from painlog.store import generation, log, rows
from painlog.store.connections import open_file, open_to_look
from painlog.store.generation import Generation
from painlog.store.sqlite_logs import (
    RollbackJournal,
    generation_in,
    read_rollback_journal,
    read_wal,
)
from painlog.store.verify import DamageErrors, damages, is_damage, loose_rows

# Where the first page counts the changes made in rollback mode.
_COUNTER = slice(24, 28)


class _Change(NamedTuple):
    """A change in the change log."""

    id: int
    made_at: str
    command: str
    summary: str


def wal_belongs(path: Path, wal: Path) -> bool:
    """Return whether a write-ahead log was written for the file as it is now."""
    content = read_wal(wal)
    if not content.transactions:
        return True  # SQLite finds nothing in it to play
    with _both(path) as (alone, together):
        if damages(together) and not damages(alone):
            return False
        state = generation.of(alone)
        if content.generations and (state or not damages(alone)):
            first = content.generations[0]
            if state is None and first.previous != generation.NONE:
                return False  # the log continues a journal of a later schema
            if state and not _goes_on_from(state, content.generations):
                return False
            if state:
                return not _loosens_rows(alone, together)
        # No tokens to compare: the file or the log is of an earlier schema or another program.
        return not _is_another(alone, together)


def journal_belongs(path: Path, journal: Path) -> bool:
    """Return whether a rollback journal takes back what an unfinished change did to the file.

    Nobody was told that this change was saved. So a file that is whole without the journal is only
    rolled back if it holds half of a change.
    """
    old = read_rollback_journal(journal)
    if old is None:
        return True  # its change has ended
    gone_on = _has_gone_on(path, old)
    if gone_on is None:
        return True  # the file holds what the journal would put there
    with closing(open_to_look(path, immutable=True)) as alone:
        if damages(alone):
            return _is_whole_when_rolled_back(path)
        return not gone_on or not _holds_whole_changes(alone)


def changes_held(path: Path) -> tuple[str, ...]:
    """Return the changes that the write-ahead log of a file holds and the file lacks, oldest first.

    Each is as the change log describes it; there are none if the change log cannot be read.
    """
    try:
        with _both(path) as (alone, together):
            known, found = _changes(alone), _changes(together)
    except DamageErrors:
        return ()
    held = []
    for change, is_undone in found.items():
        if change not in known or known[change] != is_undone:
            back = ("undo of " if is_undone else "redo of ") if change in known else ""
            held.append(f"{back}{change.command}: {change.summary}".removesuffix(": "))
    return tuple(held)


@contextmanager
def _both(path: Path) -> Iterator[tuple[sqlite3.Connection, sqlite3.Connection]]:
    """Open a file twice for reading: alone, and with its write-ahead log."""
    with (
        closing(open_to_look(path, immutable=True)) as alone,
        closing(open_to_look(path)) as together,
    ):
        yield alone, together


def _goes_on_from(state: Generation, states: tuple[Generation, ...]) -> bool:
    """Return whether the states are a chain that starts right after `state` or contains it."""
    if any(after.previous != before.token for before, after in pairwise(states)):
        return False
    # The log may have been written into the file up to any of its states, or not at all.
    return state.token in {states[0].previous, *(s.token for s in states)}


def _loosens_rows(alone: sqlite3.Connection, together: sqlite3.Connection) -> bool:
    try:
        return bool(set(loose_rows(together)) - set(loose_rows(alone)))
    except DamageErrors as error:
        if not is_damage(error):
            raise
        return False


def _is_another(alone: sqlite3.Connection, together: sqlite3.Connection) -> bool:
    """Return whether the log would lose something that the file holds, judging by the rows."""
    try:
        if _restores(together) - _restores(alone):
            return False
        known, found = _changes(alone), _changes(together)
        lost = [c for c, is_undone in known.items() if c not in found and not is_undone]
        new = found.keys() - known.keys()
        undone_elsewhere = [c for c, is_undone in known.items() if is_undone and c in found and new]
        numbers = "select seq from sqlite_sequence where name = 'entry'"
        given, still_given = (c.execute(numbers).fetchone() or (0,) for c in (alone, together))
        entries = "select id, uid from entry"
        uids: dict[int, str] = dict(together.execute(entries))
        return (
            bool(lost or undone_elsewhere)
            or given > still_given
            or any(uids.get(number, uid) != uid for number, uid in alone.execute(entries))
        )
    except DamageErrors as error:
        # Half of the log was written back already: the file is whole only with the rest of it.
        if not is_damage(error):
            raise
        return False


def _restores(connection: sqlite3.Connection) -> set[tuple[str, str | None]]:
    return set(
        connection.execute(
            "select made_at, other from change_item join change on change.id = change_id"
            " where kind = ?",
            [log.WHOLE],
        )
    )


def _changes(connection: sqlite3.Connection) -> dict[_Change, bool]:
    """Return every change in the change log, oldest first, and whether it is undone."""
    found = connection.execute(
        "select id, made_at, command, summary, undone_at is not null from change order by id"
    )
    return {_Change(*change): bool(is_undone) for *change, is_undone in found}


def _has_gone_on(path: Path, old: RollbackJournal) -> bool | None:
    """Return whether a whole change may have reached the file since a rollback journal was begun.

    None if the journal would change nothing in the file but its counts of changes.
    """
    now = _pages_now(path, old)
    differing = [number for number, before in old.before.items() if now[number] != before]
    if path.stat().st_size == old.pages * old.page_size and not any(
        _without_counts(now[n]) != _without_counts(old.before[n]) if n == 1 else True
        for n in differing
    ):
        return None
    for number, before in old.before.items():
        if state := generation_in(before):
            return generation_in(now[number]) != state
    # There is no token to compare. Pages are written in order, so half of a change does not reach
    # the last ones.
    same = old.before.keys() - set(differing)
    is_begun = 1 in differing and now[1][_COUNTER] != old.before[1][_COUNTER]
    is_half = bool(same) and max(differing, default=0) < min(same)
    return not old.before or (is_begun and not is_half)


def _pages_now(path: Path, old: RollbackJournal) -> dict[int, bytes]:
    pages = {}
    with path.open("rb") as file:
        for number in old.before:
            file.seek((number - 1) * old.page_size)
            pages[number] = file.read(old.page_size)
    return pages


def _without_counts(first_page: bytes) -> bytes:
    # Leave out the journal mode, the count of changes, and the two numbers that say which SQLite
    # wrote the rest of the header, and at what count.
    return first_page[:18] + first_page[20:24] + first_page[28:92] + first_page[100:]


def _holds_whole_changes(connection: sqlite3.Connection) -> bool:
    """Return whether the changes made or undone last are in the tables, not only in the change log.

    The change log keeps what is not in the tables: what a change replaced or, once undone, what it
    had put there.
    """
    for which in ("undone_at is null order by id desc", "undone_at is not null order by id"):
        items = connection.execute(
            "select kind, key, other from change left join change_item on change_id = change.id"
            f" where change.id = (select id from change where {which} limit 1)"
        )
        for name, key, other in items:
            kind = rows.BY_NAME.get(name)
            if name is None or (kind and log.to_text(rows.read(connection, kind, key)) == other):
                return False
    return True


def _is_whole_when_rolled_back(path: Path) -> bool:
    with private_directory() as directory:
        copy = directory / "painlog.db"
        copy_database(path, copy, ("", "-journal"))
        with closing(open_file(copy)) as rolled_back:
            return not damages(rolled_back)
