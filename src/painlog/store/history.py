"""Undo and redo changes of rows, and restores, which replace one whole journal by another.

A restore is a change like any other: a row of the change log, in the journal that it puts there.
Its one item has the kind "journal" and names the file with the previous journal (null: none).
"""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from painlog.errors import BadFileError, NotFoundError, RefusedError
from painlog.model.made_change import MadeChange
from painlog.store import log, rows
from painlog.store.connections import bound_work
from painlog.store.log import Logged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from painlog.model.contents import Thing

_ITEMS_AT_A_TIME = 200
# How many edits of one change are told in full.
MOST_TOLD = 20


class _Direction(NamedTuple):
    """Back or forward: which change is next, and in which order its items are taken."""

    where: str
    order: Literal["asc", "desc"]
    otherwise: str


_BACK = _Direction("undone_at is null order by id desc", "desc", "There is nothing to undo.")
_FORWARD = _Direction(
    "undone_at is not null order by id",
    "asc",
    "There is nothing to redo: nothing was undone since the last change.",
)


class _Step(NamedTuple):
    """A change in the change log. If it was a restore, `before` names the other journal's file."""

    logged: Logged
    made_at: str
    is_restore: bool
    before: str | None


def latest_changes(connection: sqlite3.Connection, limit: int) -> list[MadeChange]:
    """Return the changes of the log, the newest first; all of them for a limit of 0."""
    found = connection.execute(
        "select made_at, command, summary, undone_at is not null from change"
        " order by id desc limit ?",
        [limit or -1],
    )
    return [MadeChange(at, by, said, bool(undone)) for at, by, said, undone in found]


def undo(connection: sqlite3.Connection, path: Path) -> Logged:
    """Take back the newest change that still stands.

    Raises:
        NotFoundError: if there is none.
        RefusedError: if it was a restore, and the journal from before it is not there any more.
    """
    step = _exchange(connection, _BACK)
    return _undo_restore(connection, path, step) if step.is_restore else step.logged


def redo(connection: sqlite3.Connection, path: Path) -> Logged:
    """Redo the change that was undone last, unless something new was changed since.

    Raises:
        NotFoundError: if there is none.
        RefusedError: if it was a restore, and what was restored is not there any more.
    """
    step = _exchange(connection, _FORWARD)
    return _redo_restore(connection, path, step) if step.is_restore else step.logged


def _exchange(connection: sqlite3.Connection, direction: _Direction) -> _Step:
    """Exchange what the next change has in the change log with what the journal holds.

    Return that change. A restore is only looked up; the caller carries it out.
    """
    with log.transaction(connection) as transacting:
        # A check-in logs a name of the person's own after the entry that it names: until the commit
        # one of both is gone.
        connection.execute("pragma defer_foreign_keys = on")
        try:
            step = _next(connection, direction)
            if step is None:
                raise NotFoundError(direction.otherwise)
            if not step.is_restore:
                edited = list(_exchange_rows(connection, step.logged.id, direction.order))
                step = step._replace(logged=_with_edits(step.logged, edited))
        except (ValueError, KeyError) as error:
            raise BadFileError(
                "painlog cannot read the next change in the change log. Nothing was changed. To "
                "see what can be mended, type: painlog check"
            ) from error
        transacting.is_change = not step.is_restore
        if not step.is_restore:
            connection.execute(
                "update change set undone_at = ? where id = ?",
                [log.now_text() if direction is _BACK else None, step.logged.id],
            )
    return step


def _next(connection: sqlite3.Connection, direction: _Direction) -> _Step | None:
    row = connection.execute(
        "select id, command, summary, made_at, item.kind is not null, item.other from ("
        f" select * from change where {direction.where} limit 1)"
        " left join change_item as item on change_id = id and kind = ?",
        [log.WHOLE],
    ).fetchone()
    if row is None:
        return None
    change_id, command, summary, made_at, is_restore, before = row
    return _Step(
        Logged(change_id, command, summary),
        made_at,
        bool(is_restore),
        log.file_name_from_text(before),
    )


def _exchange_rows(
    connection: sqlite3.Connection, change_id: int, order: Literal["asc", "desc"]
) -> Iterator[tuple["Thing", "Thing"] | None]:
    """Exchange the items. Yield each edited thing as it was and is; None beyond the first ones."""
    told = 0
    for position, kind, key, other in _items(connection, change_id, order):
        present = rows.read(connection, kind, key)
        image = log.from_text(kind, other)
        is_edit = kind.is_dated and present is not None and image is not None
        old = _legible(connection, kind, key) if is_edit and told < MOST_TOLD else None
        new_key = rows.replace(connection, kind, key, image)
        connection.execute(
            "update change_item set key = ?, other = ? where change_id = ? and position = ?",
            [new_key, log.to_text(present), change_id, position],
        )
        new = _legible(connection, kind, new_key) if old else None
        if old and new:
            told += 1
            yield old, new
        elif is_edit:
            yield None


def _legible(connection: sqlite3.Connection, kind: rows.Kind, key: rows.Key) -> "Thing | None":
    """Return a thing of the journal; None if another program wrote something illegible."""
    from painlog.model.contents import Consultation, VisitQuestion
    from painlog.model.course import Course
    from painlog.model.entry import Entry
    from painlog.model.factor import DayFactor, DayNote
    from painlog.model.peg import Peg
    from painlog.model.sign_answer import SignAnswer
    from painlog.model.trial import Trial, TrialDay
    from painlog.model.use import Use

    types: dict[str, type[Thing]] = {
        "entry": Entry,
        "use": Use,
        "course": Course,
        "consultation": Consultation,
        "peg": Peg,
        "question": VisitQuestion,
        "trial": Trial,
        "trial_day": TrialDay,
        "day_note": DayNote,
        "day_factor": DayFactor,
        "red_flag_answer": SignAnswer,
    }
    found = rows.legible_things(connection, types[kind.name], f"where {kind.key} = ?", [key])
    return next(iter(found), None)


def _with_edits(logged: Logged, edited: "Sequence[tuple[Thing, Thing] | None]") -> Logged:
    told = [pair for pair in edited if pair]
    return logged._replace(edited=told, more=len(edited) - len(told))


def _items(
    connection: sqlite3.Connection, change_id: int, order: Literal["asc", "desc"]
) -> Iterator[tuple[int, rows.Kind, rows.Key, str | None]]:
    """Yield the items of a change, read in batches: an import has as many as it has rows."""
    beyond, last = (">", 0) if order == "asc" else ("<", sys.maxsize)
    while items := connection.execute(
        "select position, kind, key, other from change_item"
        f" where change_id = ? and position {beyond} ? order by position {order} limit ?",
        [change_id, last, _ITEMS_AT_A_TIME],
    ).fetchall():
        bound_work(connection)
        for position, kind, key, other in items:
            yield position, rows.BY_NAME[kind], key, other
        last = items[-1][0]


def _undo_restore(connection: sqlite3.Connection, path: Path, step: _Step) -> Logged:
    from painlog.files.companions import numbered, real
    from painlog.store import restore

    with _content_before(path, step) as old:
        kept = numbered(real(path), "before-undo")
        restore.forget_undone(old)
        restore.log_restore(old, step.logged.summary, kept.name, undone_at=log.now_text())
        _swap(connection, path, old, kept, _BACK, step)
    return step.logged._replace(kept=kept)


def _redo_restore(connection: sqlite3.Connection, path: Path, step: _Step) -> Logged:
    from painlog.files.companions import numbered, real

    with _content_before(path, step) as restored:
        there = _next(restored, _BACK)
        if there is None or not there.is_restore:
            raise RefusedError(
                f"{step.before} no longer holds the restored journal. Restore the backup again."
            )
        kept = numbered(real(path), "before-redo")
        restored.execute(
            "update change_item set other = ? where change_id = ?",
            [log.to_text(kept.name), there.logged.id],
        )
        _swap(connection, path, restored, kept, _FORWARD, step)
    return step.logged._replace(kept=kept)


@contextmanager
def _content_before(path: Path, step: _Step) -> Iterator[sqlite3.Connection]:
    """Open a draft of the other journal of a restore; an empty one if there was none."""
    from painlog.files.companions import real
    from painlog.files.drafts import draft_of
    from painlog.store import empty, restore

    before = step.before and real(path).with_name(step.before)
    if before and not before.exists():
        raise RefusedError(
            f"The other journal was kept in {before}, which is not there any more. "
            "Nothing was changed."
        )
    with draft_of(real(path), "new") as draft:
        connection = restore.content_of(before, draft) if before else empty.in_draft(draft)
        with closing(connection):
            yield connection


def _swap(
    live: sqlite3.Connection,
    path: Path,
    new: sqlite3.Connection,
    kept: Path,
    direction: _Direction,
    step: _Step,
) -> None:
    from painlog.files.companions import real
    from painlog.store import restore, swap

    restore.take_notes_of_backups(live, new)
    swap.swap_in(new, live, real(path), kept, lambda now: _next(now, direction) == step)
