"""Read and store the uses that came with an entry: as rows of `use`, and as a list in its image.

The list holds the name of a treatment, or a list of its name and dose: as written, amount and unit.
"""

import sqlite3
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from painlog.model.dose import Dose
    from painlog.model.entry import Entry

Doses = tuple[tuple[str, "Dose"], ...]

# The uses of an entry in one text, in any order. Tabs, which no name holds, are between the parts
# of a use: "ibuprofen\t400 mg\t400\tmg". 20 digits give the very same number back.
JOINED = """select group_concat(
        iif(dose is null, treatment, treatment || char(9) || dose || char(9)
            || iif(dose_amount is null, '', printf('%!.20g', dose_amount))
            || char(9) || coalesce(dose_unit, '')),
        ';') from use where entry_id = entry.id"""
# Such a use has an id below 0: see `_USE` in store/tables.py.
_INSERT = (
    "insert into use (id, uid, used_at, treatment, dose, dose_amount, dose_unit, region, side,"
    " entry_id, created_at, updated_at) values ("
    " coalesce((select min(id) from use where id < 0), 0) - 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


# The same few lists come again and again in a journal.
@lru_cache(maxsize=1024)
def of_joined(joined: str | None) -> tuple[tuple[str, ...], Doses]:
    """Return the treatments of an entry in order, and the doses of those that have one."""
    if not joined:
        return (), ()
    found = sorted(use.split("\t") for use in joined.split(";"))
    doses = ((name, dose_of(*dose)) for name, *dose in found if len(dose) == 3)
    return tuple(name for name, *_ in found), tuple((name, dose) for name, dose in doses if dose)


def dose_of(written: str | None, amount: float | str | None, unit: str | None) -> "Dose | None":
    """Return the dose that three columns hold."""
    if written is None:
        return None
    from painlog.model.dose import Dose

    return Dose(None if amount in (None, "") else float(amount), unit or "", written)


def image_of(entry: "Entry") -> list[Any]:
    """Return the uses of an entry as its image holds them."""
    if not entry.doses:
        return list(entry.treatments)
    doses = dict(entry.doses)
    return [
        [name, dose.written, dose.amount, dose.unit or None] if (dose := doses.get(name)) else name
        for name in entry.treatments
    ]


def read_of_entry(connection: sqlite3.Connection, entry_id: object) -> list[Any]:
    """Read the uses of an entry from the journal, as its image holds them."""
    return [
        name if dose[0] is None else [name, *dose]
        for name, *dose in connection.execute(
            "select treatment, dose, dose_amount, dose_unit from use where entry_id = ?"
            " order by treatment",
            [entry_id],
        )
    ]


def insert_of_entry(connection: sqlite3.Connection, entry_id: object, image: Any) -> None:  # noqa: ANN401 - the image of an entry
    """Store the uses that an entry's image holds."""
    from painlog.model.use import uid_with_entry

    place = (image["region"], image["side"], entry_id, image["created_at"], image["updated_at"])
    uid, felt_at = image["uid"], image["felt_at"]
    rows = [
        (uid_with_entry(uid, use), felt_at, use, None, None, None, *place)
        if isinstance(use, str)
        else (uid_with_entry(uid, use[0]), felt_at, *use, *place)
        for use in image["treatments"]
    ]
    try:
        connection.executemany(_INSERT, rows)
    except sqlite3.IntegrityError:
        # One of the treatments may be new in the catalogue.
        connection.execute("delete from use where entry_id = ?", [entry_id])
        for row in rows:
            with_names(connection, _INSERT, row)


def with_names(
    connection: sqlite3.Connection, sql: str, values: Sequence[object]
) -> sqlite3.Cursor:
    """Write a row; if it has a name that only the catalogue knows, add the catalogue's names first.

    So a name that is new in the catalogue needs no migration.
    """
    try:
        return connection.execute(sql, values)
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
            raise
        from painlog.store.tables import add_catalogue

        before = connection.total_changes
        add_catalogue(connection)
        if connection.total_changes == before:
            raise
        return connection.execute(sql, values)
