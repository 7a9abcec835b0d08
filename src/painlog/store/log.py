"""The change log: every change is one transaction, and is logged so that it can be undone."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from painlog.errors import NotFoundError
from painlog.outcome import held_signals, saving
from painlog.store import generation, rows
from painlog.store.connections import bound_work
from painlog.store.foreign import refuse_foreign_parts
from painlog.store.rows import AnyThing, Image, Key, Kind, image_of, kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from painlog.model import contents
    from painlog.store.rows import Thing


# The kind of the one item that stands for a whole journal: see store/history.py.
WHOLE = "journal"
# Instead of a last change, in the note of a backup that was made before the journal was replaced.
OF_ANOTHER_LOG = -1
# After how many items the bound on a connection's work starts again: an import may be long.
_ITEMS_BETWEEN = 1_000


class Logged(NamedTuple):
    """A change in the change log.

    `kept` is the file with the previous journal, if the change was a restore that was undone or
    redone. `edited` are the first things that an undo or redo edited, as they were and as they are
    now; `more` counts the others.
    """

    id: int
    command: str
    summary: str
    kept: "Path | None" = None
    edited: "Sequence[tuple[contents.Thing, contents.Thing]]" = ()
    more: int = 0


class Change:
    """One change being made: all of it is saved together, or none of it."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        change_id: int,
        items: int = 0,
        fresh: frozenset[tuple[str, Key]] = frozenset(),
    ) -> None:
        self.summary = ""
        self._connection = connection
        self._id = change_id
        self._items = items
        # What earlier parts of this change have added. Editing that needs no item of its own:
        # undoing the change removes it, whatever it has become.
        self._fresh = fresh

    @property
    def id(self) -> int:
        """The number of the change in the log."""
        return self._id

    @property
    def changes_nothing(self) -> bool:
        """Whether the change has no part yet."""
        return self._items == 0

    def add(self, thing: AnyThing) -> AnyThing:
        """Store a new thing; return it with the id, uid and times of writing that it lacked."""
        key, marks = self._add(thing)
        return _with(thing, id=key, **marks) if marks else thing

    def take(self, thing: "Thing") -> None:
        """Store a new thing without returning it, which is quicker for many."""
        self._add(thing)

    def edit(self, thing: AnyThing, name: str = "") -> AnyThing:
        """Replace the thing that has the same id or name; return the new one as it is stored.

        If it is stored like that already, nothing is logged, so that undo never takes back nothing.

        Args:
            thing: The thing as it is to be.
            name: Its former name, if that changes; rows that refer to it follow.

        Raises:
            NotFoundError: if there is none.
        """
        kind = kind_of(thing)
        image = image_of(thing)
        key = name or image[kind.key]
        before = rows.read(self._connection, kind, key)
        if kind.name == "region" and not image["own"]:
            # A person may change a region's diary, but not what the catalogue says of it.
            before = before or self._of_catalogue(kind, key)
            image = (before or image) | {"diary": image["diary"]}
        if before and kind.is_dated:
            image["updated_at"] = before["updated_at"]
        if image == before:
            return _with(thing, updated_at=image["updated_at"]) if kind.is_dated else thing
        if kind.is_dated:
            image["updated_at"] = now_text()
            thing = _with(thing, updated_at=image["updated_at"])
        self._replace(kind, key, image, before)
        return thing

    def remove(self, thing: "Thing") -> None:
        """Remove the thing with this id or name.

        Raises:
            NotFoundError: if there is none.
        """
        kind = kind_of(thing)
        self.remove_key(kind.name, getattr(thing, kind.key))

    def remove_key(self, name: str, key: Key) -> None:
        """Remove a thing by its id or name, as `remove` does with the thing itself."""
        self._replace(rows.BY_NAME[name], key, None)

    def put(self, thing: "Thing") -> Key:
        """Store a thing with its own uid and times; return its id or name here.

        It replaces the thing that has the same id or name. If there is none, it keeps its id; an
        id of 0 becomes a new one. Nothing happens if exactly the same thing is there already.
        """
        kind, image = kind_of(thing), image_of(thing)
        before = rows.read(self._connection, kind, image[kind.key])
        if before is None:
            return self._insert(kind, image)
        if before != image:
            self._replace(kind, image[kind.key], image, before)
        key: Key = image[kind.key]
        return key

    def _of_catalogue(self, kind: Kind, key: Key) -> Image | None:
        from painlog.store.tables import add_catalogue

        add_catalogue(self._connection)
        return rows.read(self._connection, kind, key)

    def _add(self, thing: "Thing") -> tuple[Key, dict[str, Any]]:
        kind, image = kind_of(thing), image_of(thing)
        marks: dict[str, Any] = {}
        if kind.is_dated:
            written = now_text()
            marks["uid"] = image["uid"] or _new_uid()
            for column in ("created_at", "updated_at"):
                if column in image:
                    marks[column] = image[column] or written
        return self._insert(kind, image | marks), marks

    def _insert(self, kind: Kind, image: Image) -> Key:
        key = rows.insert(self._connection, kind, image)
        self._log(kind, key, None)
        return key

    def _replace(
        self, kind: Kind, key: Key, image: Image | None, before: Image | None = None
    ) -> None:
        before = before or rows.read(self._connection, kind, key)
        if before is None:
            raise NotFoundError(f"There is no {kind.name} {key}.")
        new_key = rows.replace(self._connection, kind, key, image)
        if (kind.name, key) not in self._fresh:
            self._log(kind, new_key, before)

    def _log(self, kind: Kind, key: Key, other: Image | None) -> None:
        self._items += 1
        if self._items % _ITEMS_BETWEEN == 0:
            bound_work(self._connection)
        self._connection.execute(
            "insert into change_item (change_id, position, kind, key, other)"
            " values (?, ?, ?, ?, ?)",
            [self._id, self._items, kind.name, key, to_text(other)],
        )


class Transaction:
    """A transaction; if `is_change`, a run that is interrupted says whether it was saved."""

    is_change = True


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[Transaction]:
    """Commit everything that happens in the block, or nothing. Signals wait for the commit.

    Raises:
        BadFileError: if the tables are not those that painlog made.
    """
    connection.execute("begin immediate")
    try:
        # With the lock held, nobody can plant anything before it is used.
        refuse_foreign_parts(connection, writing=True)
        transacting = Transaction()
        yield transacting
        generation.step(connection)
        with saving() if transacting.is_change else held_signals():
            connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise


@contextmanager
def change(connection: sqlite3.Connection, command: str, continues: int = 0) -> Iterator[Change]:
    """Make one change by `command`. Its summary is what `undo` says it took back.

    An empty change is not logged, so that `undo` always has something to take back. A new change
    removes undone changes from the log: they can no longer be redone.

    Args:
        connection: The journal.
        command: What makes the change.
        continues: The number of a change that this one is to be part of, so that one undo takes
            back both. If it was undone, is not the newest, or was backed up, this one is a change
            of its own.
    """
    with transaction(connection) as transacting:
        making = _gone_on(connection, continues) or _begun(connection, command)
        yield making
        if making.changes_nothing:
            connection.execute("delete from change where id = ?", [making.id])
            transacting.is_change = False
            return
        connection.execute("delete from change where id < ? and undone_at is not null", [making.id])
        connection.execute(
            "update change set summary = ? where id = ?", [storable(making.summary), making.id]
        )


class Position(NamedTuple):
    """How far a change log has come: its last change, and how many changes stand, not undone."""

    last: int
    standing: int


def position(connection: sqlite3.Connection) -> Position:
    """Return how far the change log has come."""
    row = connection.execute(
        "select coalesce(max(id), 0), count(iif(undone_at is null, 1, null)) from change"
    ).fetchone()
    return Position(*row)


def changes_since(connection: sqlite3.Connection, then: Position) -> int:
    """Count the changes in which a journal differs from what it was at a position of its log.

    A change that was made since and stands counts once, and so does one that was undone or redone
    since. Changes are undone from the newest on, so those up to the position that stand are the
    oldest ones: their number says how many were undone, even if the log no longer has them.
    """
    before, since = connection.execute(
        "select count(iif(id <= :last, 1, null)), count(iif(id > :last, 1, null)) from change"
        " where undone_at is null",
        {"last": then.last},
    ).fetchone()
    return int(since) + abs(int(before) - then.standing)


@contextmanager
def rehearsal(connection: sqlite3.Connection, command: str) -> Iterator[Change]:
    """Make a change that can be seen only inside the block, and is rolled back at its end."""
    connection.execute("begin immediate")
    try:
        yield _begun(connection, command)
    finally:
        if connection.in_transaction:
            connection.execute("rollback")


def _gone_on(connection: sqlite3.Connection, change_id: int) -> Change | None:
    """Return a change to continue; None if it is undone, no longer the newest, or backed up."""
    if not change_id:
        return None
    found = connection.execute(
        "select id, undone_at, (select count(*) from change_item where change_id = id)"
        " from change where id > (select coalesce(max(last_change), 0) from backup)"
        " order by id desc limit 1"
    ).fetchone()
    if found is None or found[:2] != (change_id, None):
        return None
    added = connection.execute(
        "select kind, key from change_item where change_id = ? and other is null", [change_id]
    )
    return Change(connection, change_id, found[2], frozenset(added.fetchall()))


def _begun(connection: sqlite3.Connection, command: str) -> Change:
    cursor = connection.execute(
        "insert into change (made_at, command) values (?, ?)", [now_text(), command]
    )
    return Change(connection, cursor.lastrowid or 0)


def to_text(image: Image | str | None) -> str | None:
    """Return an image as it is kept in the change log."""
    if image is None:
        return None
    import json

    # The name of a file may hold bytes that are not UTF-8, which SQLite takes only as escapes.
    return json.dumps(image, ensure_ascii=isinstance(image, str))


def from_text(kind: Kind, text: str | None) -> Image | None:
    """Return an image from the change log.

    Raises:
        ValueError: if it is not one of this kind.
    """
    if text is None:
        return None
    image = _from_json(text)
    if not isinstance(image, dict):
        raise ValueError(text)  # noqa: TRY004 - as for text that is no JSON
    for column, value in rows.LATER.items():
        if column in kind.columns:
            image.setdefault(column, value)
    needed = (*kind.columns, "treatments", "tags") if kind.tagged else kind.columns
    if not image.keys() >= set(needed):
        raise ValueError(text)
    return image


def _from_json(text: str) -> Any:  # noqa: ANN401 - whatever it holds
    import json

    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError(text) from None


def file_name_from_text(text: str | None) -> str | None:
    """Return the name of the file with the journal before a restore; None if there was none.

    Raises:
        ValueError: if it is not the name of a file.
    """
    if text is None:
        return None
    from pathlib import PurePath

    path = _from_json(text)
    if not isinstance(path, str) or PurePath(path).name in ("", "..") or "\0" in path:
        raise ValueError(text)
    # Without its directory, so that a directory with a journal can be moved.
    return PurePath(path).name


def is_readable(kind: object, text: str | None) -> bool:
    """Return whether the change log's image of something can be put back."""
    try:
        if kind == WHOLE:
            file_name_from_text(text)
        else:
            from_text(rows.BY_NAME[str(kind)], text)
    except (ValueError, KeyError):
        return False
    return True


def _with(thing: AnyThing, **fields: Any) -> AnyThing:  # noqa: ANN401 - as the thing has them
    return cast("AnyThing", thing._replace(**fields))


def _new_uid() -> str:
    import os

    # The same as uuid.uuid4(), but loading that module takes longer than storing an entry.
    number = int.from_bytes(os.urandom(16), "big")
    number = number & ~(0xF << 76) & ~(0b11 << 62) | 0x4 << 76 | 0b10 << 62
    digits = f"{number:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def storable(text: str) -> str:
    """Return a text that SQLite can store, even if it holds a file name that is not UTF-8."""
    return text.encode("utf-8", "backslashreplace").decode()


def now_text() -> str:
    """Return the present moment as the journal writes it: in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
