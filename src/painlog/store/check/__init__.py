"""Whether a journal is whole and what it holds can be read. Nothing is changed by looking."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from painlog.errors import BadFileError
from painlog.files.companions import real
from painlog.model.finding import Finding
from painlog.store import database
from painlog.store.check import oddities, surroundings, values, wholeness
from painlog.store.check.finding import DAMAGED
from painlog.store.connections import Waiting
from painlog.store.leftover import find_stray
from painlog.store.verify import DamageErrors, in_words, is_damage


class Examined(NamedTuple):
    """What was found, faults first."""

    file: Path
    findings: tuple[Finding, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong; remarks may still be there."""
        return not any(finding.severity == "fault" for finding in self.findings)


def examine(
    path: Path, now: datetime, *, is_copy: bool = False, waiting: Waiting | None = None
) -> Examined:
    """Look at everything: the file, its tables, every value, and what is beside it.

    Of a copy of a journal it does not matter when it was backed up. `waiting` is called once if
    another program has the file locked for long.

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
    """What holds a value that painlog may not be able to read, "visit 1"; None for nothing.

    The value itself is not told: this ends up in error messages.
    """
    try:
        with closing(_opened(path)) as connection:
            for finding in (
                *values.unreadable(connection),
                *values.unreadable_log(connection),
                *wholeness.loose(connection),
                *wholeness.missing_names(connection),
                # An index may hold what its table does not.
                *wholeness.damage(connection),
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
    # Text that is none is found among the values, and does not stop the reading.
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
    # All of one moment, whoever writes meanwhile.
    connection.execute("begin")
    damage = [*wholeness.damage(connection)]
    yield from damage
    if any(finding.code == DAMAGED for finding in damage):
        return  # anything else found in such a file would only be a consequence
    foreign = [*wholeness.foreign(connection)]
    yield from foreign
    if any(not finding.mendable for finding in foreign):
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
    yield from oddities.entries_at_odds(connection)
    yield from oddities.clocks(connection, now)
    yield from oddities.courses(connection, now.date())
    yield from surroundings.backups(connection, now)
