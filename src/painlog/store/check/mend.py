"""Mend what a check found, and keep a copy of the journal first."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from painlog.errors import BadFileError
from painlog.files.companions import numbered, real
from painlog.files.drafts import draft_of
from painlog.files.private import copy_database
from painlog.model.finding import Finding
from painlog.store import database
from painlog.store.check import Examined, examine
from painlog.store.check.finding import DAMAGED, Mendable
from painlog.store.check.rescue import Rescued, rescue
from painlog.store.connections import open_file
from painlog.store.copies import keep_copy
from painlog.store.log import change
from painlog.store.swap import put_in_place_of_damaged, swapped_in
from painlog.store.verify import damages

COMMAND = "check --mend"
_WRITTEN = {
    "entry": ("entry", "entries"),
    "use": ("use", "uses"),
    "course": ("course", "courses"),
    "consultation": ("visit", "visits"),
    "question": ("question", "questions"),
    "peg": ("PEG", "PEGs"),
    "trial": ("trial", "trials"),
    "trial_day": ("day of a trial", "days of a trial"),
    "day_note": ("note of a day", "notes of days"),
    "day_factor": ("factor of a day", "factors of days"),
    "red_flag_answer": ("answer about a warning sign", "answers about warning signs"),
}
# The kinds that are counted even if there are none.
_ALWAYS_TOLD = frozenset({"entry", "use", "course", "consultation", "peg"})


class Mended(NamedTuple):
    """What was done, the copies of the journal as it was before, and what a new check finds."""

    done: tuple[str, ...]
    kept: tuple[Path, ...]
    left: Examined


def mend(path: Path, found: Examined, now: datetime, *, is_copy: bool = False) -> Mended:
    """Mend whatever can be mended.

    Args:
        path: The journal, or a copy of one.
        found: What a check found in it.
        now: This moment, with an offset.
        is_copy: Whether it is a copy, which needs no backup.

    Raises:
        BadFileError: if the file cannot be written, or nothing could be mended.
    """
    beside = real(path)
    done, refused = _mend_files(found.findings)
    kept: list[Path] = []
    if any(finding.code == DAMAGED for finding in found.findings):
        said, copy = _read_into_a_new_file(beside)
        done += said
        kept.append(copy)
    if foreign := [f for f in found.findings if isinstance(f, Mendable) and f.mend_schema]:
        kept.append(_kept(beside))
        done += _mend_schema(beside, foreign)
    # Tables and indexes are mended first; a new check may find other things behind them.
    for _ in range(3):
        present = examine(path, now).findings
        rows = [f for f in present if isinstance(f, Mendable) and f.mend_rows]
        if not rows:
            break
        if not kept:
            kept.append(_kept(beside))
        done += _mend_rows(beside, rows)
    if refused and not done:
        raise refused
    return Mended(tuple(done), tuple(kept), examine(path, now, is_copy=is_copy))


def _mend_files(findings: Sequence[Finding]) -> tuple[list[str], BadFileError | None]:
    done: list[str] = []
    refused = None
    for finding in findings:
        if isinstance(finding, Mendable) and finding.mend_files:
            try:
                finding.mend_files()
            except BadFileError as error:
                # What is wrong inside the journal can be mended all the same.
                refused = error
            else:
                done.append(finding.done)
    return done, refused


def _mend_schema(path: Path, findings: Sequence[Mendable]) -> list[str]:
    with closing(database.open_to_mend(path)) as connection:
        connection.execute("begin immediate")
        for finding in findings:
            finding.mend_schema(connection)  # type: ignore[misc]
        connection.execute("commit")
    return [finding.done for finding in findings]


def _mend_rows(path: Path, findings: Sequence[Mendable]) -> list[str]:
    connection = database.connect(path, writing=True)
    if connection is None:
        raise BadFileError(f"{path} vanished in the meantime.")
    done = []
    with closing(connection), change(connection, COMMAND) as making:
        # Bytes that are not UTF-8 are replaced, in the change log too.
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        for finding in findings:
            connection.execute("savepoint one")
            try:
                finding.mend_rows(connection, making)  # type: ignore[misc]
            except (sqlite3.IntegrityError, UnicodeEncodeError):
                connection.execute("rollback to one")
            else:
                done.append(finding.done)
            connection.execute("release one")
        # Only what `undo` can take back is named; the rest does not change what the journal says.
        making.summary = ", ".join(
            place.partition(":")[0]
            for finding in findings
            if finding.undoable
            for place in finding.where
        )
    return done


def _kept(path: Path) -> Path:
    kept = numbered(path, "before-mend")
    with closing(database.open_as_it_is(path)) as connection:
        keep_copy(connection, kept)
    return kept


def _read_into_a_new_file(path: Path) -> tuple[list[str], Path]:
    kept = numbered(path, "before-mend")
    with draft_of(path, "new") as draft, draft_of(path, "damaged") as copy:
        copy.unlink()
        copy_database(path, copy)
        rescued = rescue(copy, draft)
        with closing(open_file(draft)) as new:
            if wrong := damages(new):
                raise BadFileError(f"What could be read of {path} is not whole ({wrong[0]}).")
            if swapped_in(new, path, kept, lambda _live, _new: None):
                return _told(rescued), kept
            new.execute("pragma journal_mode = wal")
        put_in_place_of_damaged(draft, path, kept)
    return _told(rescued), kept


def _told(rescued: Rescued) -> list[str]:
    read = ", ".join(
        f"{rescued.read[table]:,} {one if rescued.read[table] == 1 else many}"
        for table, (one, many) in _WRITTEN.items()
        if rescued.read[table] or table in _ALWAYS_TOLD
    )
    said = [f"Read into a new file: {read}."]
    if rescued.incomplete:
        said.append(
            f"Rows may be missing in: {', '.join(rescued.incomplete)}. SQLite's own shell may find "
            "more in the copy: sqlite3 FILE .recover"
        )
    said += [
        f"Rows of {table} that no journal can hold: {number}. They are only in the copy."
        for table, number in rescued.refused.items()
    ]
    return said
