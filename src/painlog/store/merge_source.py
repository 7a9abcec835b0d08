"""Open another journal that is to be merged: a private copy of its file, checked."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from painlog.errors import GET_NEWER, BadFileError, RefusedError
from painlog.files.command_line import command_line
from painlog.files.private import private_directory, private_file
from painlog.model.selection import Selection
from painlog.model.when import is_day_to_come, is_to_come
from painlog.store import restore
from painlog.store.check import examine
from painlog.store.database import HEADER_BYTES, FileKind, kind_of
from painlog.store.days import kept_days
from painlog.store.journal import Journal


@contextmanager
def other_journal(
    file: BinaryIO, name: str, path: Path | None, here: Path, now: datetime
) -> Iterator[Journal]:
    """Open a copy of another journal, with today's tables, for as long as the block runs.

    Its content has passed the same tests as any entry from elsewhere. The file is never changed.

    Args:
        file: The database, open at its start.
        name: What messages call it.
        path: Its path, if it has one: then its write-ahead log is read as well.
        here: The path of this journal.
        now: This moment, with its UTC offset.

    Raises:
        RefusedError: if it is this very journal, or holds times that are still to come.
        BadFileError: if it is not a whole journal, or is newer than this program.
    """
    _check_kind(kind_of(file.read(HEADER_BYTES)), name)
    file.seek(0)
    if path is not None and here.exists() and path.samefile(here):
        raise RefusedError(f"{name} is this journal itself. Name another journal's file.")
    with private_directory() as directory:
        copy = _private(directory / "painlog.db")
        if path is None:
            _copy_what_was_given(file, name, copy)
        else:
            restore.copy_checked(path, copy)
        _refuse_what_painlog_would_not_write(copy, name, path, now)
        restore.take_rows_alone(Path(name), copy)
        with Journal(copy) as journal:
            _refuse_what_an_import_would_not_take(journal, name, now)
            yield journal


def _copy_what_was_given(file: BinaryIO, name: str, copy: Path) -> None:
    given = _private(copy.with_name("given.db"))
    with given.open("wb") as target:
        shutil.copyfileobj(file, target)
    try:
        restore.copy_checked(given, copy)
    except BadFileError as error:
        # The original message names a private copy, which the person has never seen.
        raise BadFileError(
            f"{name} is not a whole journal, so nothing was imported. Save it as a file. To see "
            "what can be mended, type: painlog check FILE"
        ) from error


def _refuse_what_painlog_would_not_write(
    copy: Path, name: str, path: Path | None, now: datetime
) -> None:
    for finding in examine(copy, now, is_copy=True).findings:
        if finding.severity == "fault":
            # Only the place: its value is private.
            where = finding.where[0].partition(":")[0] if finding.where else finding.what
            file = "FILE" if path is None else command_line(name)
            raise BadFileError(
                f"{name} holds something that painlog would not have written ({where}), so nothing "
                f"was imported. To see what can be mended, type: painlog check {file}"
            )


def _refuse_what_an_import_would_not_take(journal: Journal, name: str, now: datetime) -> None:
    for where in _still_to_come(journal, now):
        raise RefusedError(
            f"{name} holds a time that is still to come ({where}), so nothing was imported. "
            "Correct it in that journal, or set the clock of this machine right, and import it "
            "again."
        )
    alone = journal.connection.execute(
        "select id from entry where intensity_before is not null"
        " and not exists (select 1 from use where entry_id = entry.id)"
    ).fetchone()
    if alone:
        raise RefusedError(
            f"{name} has an intensity before a treatment, but no treatment (entry {alone[0]}), "
            f"so nothing was imported. Name the treatment in that journal: painlog edit {alone[0]}"
        )


def _still_to_come(journal: Journal, now: datetime) -> Iterator[str]:
    # A clock elsewhere is less than a day away; earlier entries need no look.
    late = Selection(since=now.date() - timedelta(days=1))
    moments = chain(
        ((f"entry {entry.id}", entry.until or entry.felt_at) for entry in journal.entries(late)),
        ((f"use {use.id}", use.used_at) for use in journal.uses(late)),
    )
    yield from (where for where, moment in moments if is_to_come(moment, now))
    for course in journal.courses():
        if is_day_to_come(course.ended_on or course.started_on, now):
            yield f"course {course.id}"
    for peg in journal.pegs():
        if is_day_to_come(peg.answered_on, now):
            yield f"PEG {peg.id}"
    for answer in journal.sign_answers():
        if is_to_come(answer.answered_at, now):
            yield f"answer {answer.id} about a warning sign"
    yield from (f"the day {day}" for day in _days_to_come(journal, now))


def _days_to_come(journal: Journal, now: datetime) -> Iterator[date]:
    kept = kept_days(journal)
    days = {note.day for note in kept.notes} | {value.day for value in kept.values}
    return (day for day in sorted(days) if is_day_to_come(day, now))


def _check_kind(kind: FileKind, name: str) -> None:
    if kind == "cut short":
        raise BadFileError(f"{name} is cut short and cannot be read.")
    if kind == "another program's":
        raise BadFileError(
            f"{name} is a database of another program. Export a table from it as CSV, and import "
            "that."
        )
    if kind == "newer":
        raise BadFileError(f"{name} was written by a newer painlog. {GET_NEWER}")


def _private(path: Path) -> Path:
    os.close(private_file(path))
    return path
