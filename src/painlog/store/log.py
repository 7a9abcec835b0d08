"""Writing: every change is one transaction, logged so that it can be taken back."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, NamedTuple

from painlog.errors import NotFoundError, RefusedError
from painlog.model.entry import Entry
from painlog.store import images
from painlog.store.images import Dated, Image, Key, Kind
from painlog.store.rows import image_of, region_image, treatment_image

if TYPE_CHECKING:
    from pathlib import Path

    from painlog.model.contents import Consultation
    from painlog.model.course import Course
    from painlog.model.peg import Peg
    from painlog.model.region import Region
    from painlog.model.treatment import Treatment

    Thing = Entry | Course | Consultation | Peg


_ITEMS_AT_A_TIME = 200


class Logged(NamedTuple):
    """A change as the log keeps it.

    `kept` is the file that holds the journal as it was before the change was taken back or made
    again, where that put another journal in its place.
    """

    id: int
    command: str
    summary: str
    kept: "Path | None" = None


class Change:
    """One change in the making: what is put here is saved together, or not at all."""

    def __init__(self, connection: sqlite3.Connection, change_id: int) -> None:
        self.summary = ""
        self._connection = connection
        self._id = change_id
        self._items = 0

    @property
    def id(self) -> int:
        """Its number in the log."""
        return self._id

    @property
    def changes_nothing(self) -> bool:
        """Whether nothing was put here yet."""
        return self._items == 0

    def add_entry(self, entry: Entry) -> Entry:
        """Store a new entry; gives it back with its id, uid and times of writing."""
        key, marks = self._add_entry(entry)
        return replace(
            entry,
            id=key,
            uid=marks["uid"],
            created_at=marks["created_at"],
            updated_at=marks["updated_at"],
        )

    def take_entry(self, entry: Entry) -> None:
        """Store a new entry, one of many, of which nothing more is asked."""
        self._add_entry(entry)

    def edit_entry(self, entry: Entry) -> Entry:
        """Store an entry in the place of the one with its id."""
        entry = replace(entry, updated_at=now_text())
        self._replace("entry", entry.id, image_of("entry", entry))
        return entry

    def remove_entry(self, entry_id: int) -> None:
        """Remove an entry."""
        self._replace("entry", entry_id, None)

    def add_course(self, course: "Course") -> "Course":
        """Store a new course; gives it back with its id, uid and time of writing."""
        course = replace(
            course, uid=course.uid or _new_uid(), updated_at=course.updated_at or now_text()
        )
        return replace(course, id=int(self._insert("course", image_of("course", course))))

    def edit_course(self, course: "Course") -> "Course":
        """Store a course in the place of the one with its id."""
        course = replace(course, updated_at=now_text())
        self._replace("course", course.id, image_of("course", course))
        return course

    def remove_course(self, course_id: int) -> None:
        """Remove a course."""
        self._replace("course", course_id, None)

    def add_consultation(self, consultation: "Consultation") -> "Consultation":
        """Store a visit to a clinician; gives it back with its id, uid and time of writing."""
        consultation = replace(
            consultation,
            uid=consultation.uid or _new_uid(),
            updated_at=consultation.updated_at or now_text(),
        )
        key = self._insert("consultation", image_of("consultation", consultation))
        return replace(consultation, id=int(key))

    def remove_consultation(self, consultation_id: int) -> None:
        """Remove a visit."""
        self._replace("consultation", consultation_id, None)

    def add_peg(self, peg: "Peg") -> "Peg":
        """Store a PEG on a day that has none; gives it back with its id, uid and time."""
        peg = replace(peg, uid=peg.uid or _new_uid(), updated_at=peg.updated_at or now_text())
        return replace(peg, id=int(self._insert("peg", image_of("peg", peg))))

    def remove_peg(self, peg_id: int) -> None:
        """Remove a PEG."""
        self._replace("peg", peg_id, None)

    def add_region(self, region: "Region") -> None:
        """Store a region of the person's own."""
        self._insert("region", region_image(region))

    def edit_region(self, name: str, region: "Region") -> None:
        """Store a region in the place of the one called `name`; entries and courses follow."""
        self._replace("region", name, region_image(region))

    def remove_region(self, name: str) -> None:
        """Remove a region that nothing uses."""
        self._replace("region", name, None)

    def add_treatment(self, treatment: "Treatment") -> None:
        """Store a treatment of the person's own."""
        self._insert("treatment", treatment_image(treatment))

    def edit_treatment(self, name: str, treatment: "Treatment") -> None:
        """Store a treatment in the place of the one called `name`; entries and courses follow."""
        self._replace("treatment", name, treatment_image(treatment))

    def remove_treatment(self, name: str) -> None:
        """Remove a treatment that nothing uses."""
        self._replace("treatment", name, None)

    def put_mapping(self, name: str, options: str) -> None:
        """Store the options of a mapping; what was under its name gives way."""
        image: Image = {"name": name, "options": options}
        before = images.read(self._connection, "mapping", name)
        if before is None:
            self._insert("mapping", image)
        elif before != image:
            self._replace("mapping", name, image)

    def remove_mapping(self, name: str) -> None:
        """Remove a mapping."""
        self._replace("mapping", name, None)

    def take(self, kind: Dated, thing: "Thing") -> int:
        """Store what another journal wrote, its uid and times as they are; gives its id here.

        It keeps its own id, which must be free; 0 is given a new one.
        """
        return int(self._insert(kind, image_of(kind, thing)))

    def put(self, kind: Dated, thing: "Thing") -> None:
        """Store what another journal wrote in the place of what has its id, times as they are."""
        self._replace(kind, thing.id, image_of(kind, thing))

    def _add_entry(self, entry: Entry) -> tuple[int, dict[str, str]]:
        now = now_text()
        marks = {
            "uid": entry.uid or _new_uid(),
            "created_at": entry.created_at or now,
            "updated_at": entry.updated_at or now,
        }
        return int(self._insert("entry", image_of("entry", entry) | marks)), marks

    def _insert(self, kind: Kind, image: Image) -> Key:
        key = images.insert(self._connection, kind, image)
        self._log(kind, key, None)
        return key

    def _replace(self, kind: Kind, key: Key, image: Image | None) -> None:
        before = images.read(self._connection, kind, key)
        if before is None:
            raise NotFoundError(f"There is no {kind} {key}.")
        self._log(kind, images.replace(self._connection, kind, key, image), before)

    def _log(self, kind: Kind, key: Key, other: Image | None) -> None:
        self._items += 1
        self._connection.execute(
            "insert into change_item (change_id, position, kind, key, other)"
            " values (?, ?, ?, ?, ?)",
            [self._id, self._items, kind, key, images.to_text(other)],
        )


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that happens inside is committed together, or none of it."""
    connection.execute("begin immediate")
    try:
        yield
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise


@contextmanager
def change(connection: sqlite3.Connection, command: str) -> Iterator[Change]:
    """One change by `command`; its summary is what `undo` says it took back.

    A change that changes nothing is not logged, so that `undo` never takes back nothing. With a new
    change, what was taken back before it can no longer be made again and leaves the log.
    """
    with transaction(connection):
        making = _begun(connection, command)
        yield making
        if making.changes_nothing:
            connection.execute("delete from change where id = ?", [making.id])
            return
        connection.execute("delete from change where id < ? and undone_at is not null", [making.id])
        connection.execute(
            "update change set summary = ? where id = ?", [storable(making.summary), making.id]
        )


@contextmanager
def rehearsal(connection: sqlite3.Connection, command: str) -> Iterator[Change]:
    """A change that is not made: what it does is there inside the block, and gone after it."""
    connection.execute("begin immediate")
    try:
        yield _begun(connection, command)
    finally:
        if connection.in_transaction:
            connection.execute("rollback")


def _begun(connection: sqlite3.Connection, command: str) -> Change:
    cursor = connection.execute(
        "insert into change (made_at, command) values (?, ?)", [now_text(), command]
    )
    return Change(connection, cursor.lastrowid or 0)


def undo(connection: sqlite3.Connection) -> Logged:
    """Take back the newest change that still stands.

    Raises:
        NotFoundError: if there is none.
    """
    with transaction(connection):
        logged = _logged(
            connection, "where undone_at is null order by id desc", "There is nothing to undo."
        )
        _swap(connection, logged.id, "desc")
        connection.execute("update change set undone_at = ? where id = ?", [now_text(), logged.id])
    return logged


def redo(connection: sqlite3.Connection) -> Logged:
    """Make again the change that was taken back last, unless something new was changed since.

    Raises:
        NotFoundError: if there is none.
    """
    with transaction(connection):
        logged = _logged(
            connection,
            "where undone_at is not null order by id",
            "There is nothing to redo: nothing was undone since the last change.",
        )
        _swap(connection, logged.id, "asc")
        connection.execute("update change set undone_at = null where id = ?", [logged.id])
    return logged


def _logged(connection: sqlite3.Connection, which: str, otherwise: str) -> Logged:
    row = connection.execute(f"select id, command, summary from change {which} limit 1").fetchone()
    if row is None:
        raise NotFoundError(otherwise)
    return Logged(*row)


def _swap(
    connection: sqlite3.Connection, change_id: int, direction: Literal["asc", "desc"]
) -> None:
    """Exchange every image in the log with what the journal holds: undo and redo alike."""
    for position, kind, key, other in _items(connection, change_id, direction):
        if kind not in images.KINDS:
            # A whole journal is put back by store/restore.py, which was asked before.
            raise RefusedError(
                "Another painlog changed the journal at the same moment. Nothing was changed; "
                "try again."
            )
        present = images.read(connection, kind, key)
        new_key = images.replace(connection, kind, key, images.from_text(kind, other))
        connection.execute(
            "update change_item set key = ?, other = ? where change_id = ? and position = ?",
            [new_key, images.to_text(present), change_id, position],
        )


def _items(
    connection: sqlite3.Connection, change_id: int, direction: Literal["asc", "desc"]
) -> Iterator[tuple[int, Kind, Key, str | None]]:
    """What the log has of a change, some at a time: an import has as many as it has rows."""
    beyond, last = (">", 0) if direction == "asc" else ("<", sys.maxsize)
    while rows := connection.execute(
        "select position, kind, key, other from change_item"
        f" where change_id = ? and position {beyond} ? order by position {direction} limit ?",
        [change_id, last, _ITEMS_AT_A_TIME],
    ).fetchall():
        yield from rows
        last = rows[-1][0]


def _new_uid() -> str:
    import uuid

    return str(uuid.uuid4())


def storable(text: str) -> str:
    """A text with the name of a file in it, which may hold bytes that are not UTF-8."""
    return text.encode("utf-8", "backslashreplace").decode()


def now_text() -> str:
    """The present moment as the journal writes it: in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
