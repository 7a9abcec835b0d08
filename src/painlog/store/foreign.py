"""Find what another program put into a journal's schema, and refuse what may change the rows.

A person's own tables, views and indexes may stay; painlog never touches them. A trigger on one of
painlog's tables, or a conflict clause in a table that was made again, would silently change what is
stored. A unique index would keep good rows out, and a view with the name of a table would be read
in its place. `painlog check` names any other difference in a table's definition.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from painlog.errors import BadFileError
from painlog.store.rows import BY_NAME

TABLES = frozenset(
    {
        *BY_NAME,
        *("entry_tag", "change", "change_item", "backup", "generation"),
        *("red_flag_answer", "trial", "trial_day", "question"),
    }
)
# A table up to version 4, and a view of painlog's own since.
_FORMER_TABLE = "entry_treatment"
# Where sqlite-utils keeps which migrations were applied.
_MIGRATIONS = "_sqlite_migrations"


class ForeignPart(NamedTuple):
    """A trigger or unique index on one of painlog's tables, or something in the place of a table.

    The latter is a view, a virtual table, or a table that silently drops rows.
    """

    kind: str
    name: str
    table: str

    @property
    def is_beside(self) -> bool:
        """Whether it is a trigger or an index, not in the place of a table."""
        return self.kind in ("trigger", "index")

    @property
    def has_rows(self) -> bool:
        """Whether the rows that painlog wrote can still be read."""
        return self.is_beside or self.kind == "table"

    def drop(self, connection: sqlite3.Connection) -> None:
        """Remove a trigger or an index."""
        name = self.name.replace('"', '""')
        connection.execute(f'drop {self.kind} "{name}"')


def foreign_parts(connection: sqlite3.Connection) -> Iterator[ForeignPart]:
    """Find parts that painlog did not make and that change what it writes or reads."""
    for kind, name, table in connection.execute(
        # Views and virtual tables have no page of their own. No table of painlog's has a conflict
        # clause.
        "select iif(type = 'table' and rootpage = 0, 'virtual table', type), name, tbl_name"
        " from sqlite_schema where type in ('trigger', 'view')"
        " or type = 'table' and (rootpage = 0 or sql like '%conflict%')"
        # The unique indexes of painlog's tables have no SQL of their own.
        " or type = 'index' and sql like '%unique%' and tbl_name <> ?",
        [_MIGRATIONS],
    ):
        place = (table if kind in ("trigger", "index") else name).lower()
        if place in {*TABLES, _MIGRATIONS} or (
            place == _FORMER_TABLE and (kind in ("trigger", "index") or not _has_uses(connection))
        ):
            yield ForeignPart(kind, name, table)


def _has_uses(connection: sqlite3.Connection) -> bool:
    found = connection.execute("select 1 from sqlite_schema where name = 'use'")
    return found.fetchone() is not None


def refuse_foreign_parts(connection: sqlite3.Connection, *, writing: bool) -> None:
    """Refuse a journal in which another program has changed how rows are read or written.

    Raises:
        BadFileError: if there is such a part. For reading, parts that only affect new rows do not
            matter.
    """
    for found in foreign_parts(connection):
        if not found.has_rows:
            raise BadFileError(
                f"In this journal {found.name} is a {found.kind}, not the table that painlog made, "
                "so nothing was read or saved. Restore a backup with: painlog restore FILE"
            )
        if writing and not found.is_beside:
            raise BadFileError(
                f"In this journal the table {found.name} is not as painlog made it and may "
                "silently drop rows, so nothing was saved. Restore a backup with: painlog restore "
                "FILE"
            )
        if writing:
            raise BadFileError(
                f'The {found.kind} "{found.name}" on {found.table} in this journal was not made by '
                "painlog, so nothing was saved. To remove it, with a copy kept: painlog check "
                "--mend"
            )


def definitions(connection: sqlite3.Connection) -> Mapping[tuple[str, str], str]:
    """Return how every table, index, view and trigger is defined, by kind and name.

    The tables that SQLite and sqlite-utils keep for themselves are left out.
    """
    found = connection.execute(
        "select type, name, sql from sqlite_schema where sql is not null"
        " and name not like 'sqlite!_%' escape '!' and tbl_name <> ?"
        " order by type = 'index', rowid",
        [_MIGRATIONS],
    )
    return {(kind, name): sql for kind, name, sql in found}
