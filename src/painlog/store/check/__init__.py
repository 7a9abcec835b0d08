"""Examine a journal: whether it is whole and all of it can be read. Nothing is changed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from painlog.errors import BadFileError
from painlog.files.companions import real
from painlog.model.finding import Finding
from painlog.store import database
from painlog.store.check import doses, oddities, surroundings, values, wholeness
from painlog.store.check.finding import DAMAGED, HIDDEN
from painlog.store.connections import Waiting
from painlog.store.leftover import find_stray
from painlog.store.verify import DamageErrors, in_words, is_damage


class Examined(NamedTuple):
    """The findings about a file, faults first."""

    file: Path
    findings: tuple[Finding, ...]

    @property
    def whole(self) -> bool:
        """Whether there are no faults; there may be remarks."""
        return not any(finding.severity == "fault" for finding in self.findings)


def examine(
    path: Path, now: datetime, *, is_copy: bool = False, waiting: Waiting | None = None
) -> Examined:
    """Examine everything: the file, its tables, every value, and the files beside it.

    Args:
        path: The journal.
        now: This moment, with its UTC offset.
        is_copy: Whether it is a copy of a journal: then it needs no backup.
        waiting: Called once if another program has the file locked for long.

    Raises:
        BadFileError: if it is no journal at all, or one of a newer painlog.
    """
    beside = real(path)
    found = [
        *surroundings.permissions(beside),
        *(f for f in _content(beside, now, waiting) if not (is_copy and f.code == "backup")),
        *surroundings.leftovers(beside),
    ]
    return Examined(path, tuple(sorted(found, key=lambda finding: finding.severity != "fault")))


def first_unreadable(path: Path) -> str | None:
    """Return what holds the first value that painlog may not be able to read, such as "visit 1".

    The value itself is private, and this appears in error messages. None if there is no such value.
    """
    try:
        with closing(_opened(path)) as connection:
            for finding in chain(
                wholeness.foreign(connection),
                values.unreadable(connection),
                values.unreadable_log(connection),
                doses.unreadable_doses(connection),
                wholeness.loose(connection),
                wholeness.missing_names(connection),
                # An index may hold what its table does not.
                wholeness.damage(connection),
            ):
                return finding.where[0].partition(":")[0] if finding.where else finding.what
    except UnicodeDecodeError as error:
        return in_words(error)
    except (BadFileError, sqlite3.Error):
        return None
    return None


def _opened(
    path: Path, waiting: Waiting | None = None, *, without_log: bool = False
) -> sqlite3.Connection:
    if without_log:
        connection = database.open_without_log(path)
    else:
        connection = database.open_as_it_is(path, waiting)
    # Text that is not UTF-8 is a finding about its value, and must not stop the reading.
    connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    return connection


def _content(path: Path, now: datetime, waiting: Waiting | None) -> Iterator[Finding]:
    if database.is_cut_short(path):
        yield wholeness.damaged("it ends within its first page")
        return
    stray = find_stray(path)
    if stray:
        yield surroundings.stray_log(path, stray)
    try:
        with closing(_opened(path, waiting, without_log=stray is not None)) as connection:
            yield from _of_open_file(connection, now)
    except DamageErrors as error:
        if not is_damage(error):
            raise
        yield wholeness.damaged(in_words(error))


def _of_open_file(connection: sqlite3.Connection, now: datetime) -> Iterator[Finding]:
    # A read transaction: all of it is from one moment, even if another program writes.
    connection.execute("begin")
    damage = [*wholeness.damage(connection)]
    yield from damage
    if any(finding.code == DAMAGED for finding in damage):
        return  # all else would only follow from that
    foreign = [*wholeness.foreign(connection)]
    yield from foreign
    if any(finding.code == HIDDEN for finding in foreign):
        return  # what is in the place of a table is not read
    (version,) = connection.execute("pragma user_version").fetchone()
    if version < database.SCHEMA_VERSION:
        yield Finding(
            "older",
            "remark",
            "The journal was written by an older painlog; the next command brings it up to date.",
            (),
            "Any command does it: painlog list",
        )
        return
    missing = [*wholeness.missing_parts(connection)]
    yield from missing
    if any(finding.code == "tables" for finding in missing):
        return  # what follows reads them
    yield from wholeness.missing_names(connection)
    yield from wholeness.loose(connection)
    yield from values.unreadable(connection)
    yield from values.unreadable_log(connection)
    yield from doses.unreadable_doses(connection)
    yield from oddities.entries_at_odds(connection)
    yield from doses.uses_at_odds(connection)
    yield from doses.steps_at_odds(connection)
    yield from oddities.clocks(connection, now)
    yield from oddities.courses(connection, now.date())
    yield from surroundings.backups(connection, now)
