"""What a corrected table no longer says, though the journal has it from an earlier import of it."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from painlog.model.entry import Entry
from painlog.model.use import Use
from painlog.store.counterparts import Key, key_of, of_moment
from painlog.store.journal import Journal

MOST_LEFTOVERS_KEPT = 20

# What was written when the change was made came from a table; a merged journal's things are older.
_FROM_TABLES = " union all ".join(
    f"select change_id, kind, {table}.id, {table}.day from change_item"
    " join change on change.id = change_id"
    f" join {table} on {table}.id = key and {table}.created_at >= change.made_at"
    f" where command = 'import' and undone_at is null and other is null and kind = '{table}'"
    for table in ("entry", "use")
)
_KINDS: dict[str, type] = {"entry": Entry, "use": Use}


class Leftover(NamedTuple):
    """Something of the journal that no row of the table says, and that stays as it is.

    `line` is that of the row of the same moment, 0 if there is none; `said` is that row, whose
    intensity is none.
    """

    thing: Entry | Use
    line: int = 0
    said: Entry | None = None


class Leftovers(NamedTuple):
    """What no row of the table says: the first, and how many.

    `outside` counts those of days before the first or after the last row, which the file may not
    be about.
    """

    first: tuple[Leftover, ...] = ()
    number: int = 0
    outside: int = 0


def leftovers(
    journal: Journal,
    change_id: int,
    of_rows: Collection[Key],
    unrated: Iterable[tuple[int, Entry]],
    kinds: Collection[type],
    days: tuple[date, date],
) -> Leftovers:
    """Return what the journal has of a table that no row of it says any more.

    That is what lies at the moment and place of a row without a rating, and what came with an
    earlier import that also brought something that a row is about.

    Args:
        journal: Where the rows have just been taken in.
        change_id: The change that took them in.
        of_rows: The keys of what the rows are about.
        unrated: Rows without a rating as entries, with their line numbers.
        kinds: Of which kinds the table says something.
        days: The first and the last day of its rows.
    """
    said = set(of_rows)
    left = dict[Key, tuple[int, Entry | None]]()
    fresh = _added_by(journal, change_id)
    for line, row in unrated:
        for here in of_moment(journal, row):
            key = key_of(here)
            if type(here) not in kinds or key in said or key in fresh:
                continue
            if isinstance(here, Use) and (here.treatment, here.dose) in _used(row):
                said.add(key)
            else:
                left.setdefault(key, (line, row))
    outside = 0
    for key, day in _came_with(journal, change_id, {*said, *left}):
        if key[0] not in kinds or key in left:
            continue
        if days[0] <= day <= days[1]:
            left[key] = (0, None)
        else:
            outside += 1
    first = (Leftover(_read(journal, key), *left[key]) for key in [*left][:MOST_LEFTOVERS_KEPT])
    return Leftovers(tuple(first), len(left), outside)


def _added_by(journal: Journal, change_id: int) -> set[Key]:
    found = journal.connection.execute(
        "select kind, key from change_item where change_id = ? and other is null", [change_id]
    )
    return {(_KINDS[kind], key) for kind, key in found if kind in _KINDS}


def from_tables(connection: sqlite3.Connection) -> Iterator[tuple[int, Key, date]]:
    """Yield what imports of tables brought, with the change and its day, in the order of changes.

    What was removed since is left out.
    """
    found = connection.execute(f"{_FROM_TABLES} order by 1, 2, 3")
    for change_id, kind, key, day in found:
        yield change_id, (_KINDS[kind], key), date.fromisoformat(day)


def _came_with(journal: Journal, change_id: int, said: set[Key]) -> Iterator[tuple[Key, date]]:
    """Yield what earlier imports brought that no row is about, beside something that one is."""
    for number, things in groupby(from_tables(journal.connection), key=itemgetter(0)):
        if number == change_id:
            continue
        days = {key: day for _, key, day in things}
        if not said.isdisjoint(days):
            yield from ((key, day) for key, day in days.items() if key not in said)


def _used(row: Entry) -> set[object]:
    return {(use.treatment, use.dose) for use in row.uses}


def _read(journal: Journal, key: Key) -> Entry | Use:
    kind, number = key
    return journal.entry(number) if kind is Entry else journal.use(number)
