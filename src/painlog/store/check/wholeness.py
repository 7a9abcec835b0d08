"""Find damage: to pages and indexes, to tables, and to rows that belong together."""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing

from painlog.model.catalogue.regions import REGIONS
from painlog.model.catalogue.treatments import TREATMENTS
from painlog.model.finding import Finding
from painlog.store import empty
from painlog.store.check.finding import (
    AFTER_MENDING,
    DAMAGED,
    FOREIGN,
    HIDDEN,
    Mendable,
    for_each,
    statements,
)
from painlog.store.foreign import definitions, foreign_parts
from painlog.store.verify import DamageErrors, damages, loose_rows

# SQLite's words for an index that disagrees with its table, and for a value that a constraint
# forbids; anything else is damage.
_INDEX = re.compile(
    r"(?:row \d+ missing from|wrong # of entries in|non-unique entry in"
    r"|rowid not at end-of-record for row \d+ of) index (\S+)"
)
_VALUE = re.compile(r"(?:CHECK constraint failed|(?:NULL|NUMERIC|TEXT|non-\w+) value) in (\w+)")
_TREE = re.compile(r"\b[Tt]ree (?:page )?(\d+)\b")
_COPIED = ("use", "entry_tag", "change_item")
_RESTORE = "Restore a backup with: painlog restore FILE"


def damage(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Find pages that cannot be read, and indexes that disagree with their tables."""
    lines = damages(connection)
    indexes = {found[1] for line in lines if (found := _INDEX.match(line))}
    worse = [line for line in lines if not _INDEX.match(line) and not _VALUE.match(line)]
    if worse:
        yield damaged(*_named_trees(connection, worse))
    elif indexes:
        yield Mendable(
            "index",
            "fault",
            "An index does not agree with its table, so that some searches miss rows.",
            tuple(f"index {name}" for name in sorted(indexes)),
            AFTER_MENDING,
            "Rebuilt the indexes from their tables.",
            statements("reindex"),
        )


def damaged(*where: str) -> Finding:
    """Return the finding that parts of the file cannot be read."""
    return Mendable(
        DAMAGED,
        "fault",
        "The file is damaged: some of its pages cannot be read as they were written.",
        where,
        "Restore a backup with: painlog restore FILE. Without one, read what can be read into a "
        "new file, with this one kept: painlog check --mend",
    )


def foreign(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Find what another program put on painlog's tables or in their place."""
    for found in foreign_parts(connection):
        if found.is_beside:
            yield Mendable(
                FOREIGN,
                "fault",
                f"The table {found.table} has a {found.kind} that painlog did not make, so painlog "
                "writes nothing here.",
                (f"{found.kind} {found.name}",),
                AFTER_MENDING,
                f"Removed the {found.kind} {found.name}.",
                mend_schema=found.drop,
            )
        elif found.has_rows:
            yield Finding(
                FOREIGN,
                "fault",
                f"The table {found.name} may silently drop rows, which painlog's does not, so "
                "painlog writes nothing here.",
                (f"table {found.name}",),
                _RESTORE,
            )
        else:
            yield Finding(
                HIDDEN,
                "fault",
                f"{found.name} is a {found.kind}, not the table that painlog made, so painlog "
                "reads and writes nothing here.",
                (f"{found.kind} {found.name}",),
                _RESTORE,
            )


def missing_parts(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Find tables, columns, indexes and views that are missing or differ from painlog's."""
    with closing(empty.in_memory()) as whole:
        expected = definitions(whole)
        there = definitions(connection)
        for (kind, name), sql in expected.items():
            if (kind, name) not in there:
                yield Mendable(
                    "tables" if kind == "table" else "schema",
                    "fault",
                    f"The {kind} {name} is missing.",
                    (f"{kind} {name}",),
                    AFTER_MENDING,
                    f"Made the {kind} {name} again{', without rows' if kind == 'table' else ''}.",
                    statements(sql),
                )
            elif kind == "table" and (
                lacking := _columns(whole, name) - _columns(connection, name)
            ):
                yield Finding(
                    "tables",
                    "fault",
                    f"The table {name} lacks columns.",
                    tuple(f"{name}.{column}" for column in sorted(lacking)),
                    _RESTORE,
                )
            elif there[kind, name] != sql:
                # Another program may have intended it, or a flipped bit may have caused it.
                yield Finding(
                    "schema",
                    "remark",
                    f"The {kind} {name} is not defined as painlog defines it, so it may hold or "
                    "show what painlog would not.",
                    (f"{kind} {name}",),
                    _RESTORE,
                )


def missing_names(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Find names of the catalogue that the journal lacks, and names that nobody added."""
    regions = {r.name: (r.name, r.sides, r.area) for r in REGIONS}
    treatments = {t.name: (t.name, t.kind, int(t.conventional)) for t in TREATMENTS}
    for table, rows, insert in (
        ("region", regions, "insert into region (name, sides, area) values (?, ?, ?)"),
        (
            "treatment",
            treatments,
            "insert into treatment (name, kind, conventional) values (?, ?, ?)",
        ),
    ):
        there = dict(connection.execute(f"select name, own from {table}").fetchall())
        # A treatment that a later catalogue knows is added when something first names it.
        needed = rows if table == "region" else _named_treatments(connection)
        if lacking := [row for name, row in rows.items() if name in needed and name not in there]:
            yield Mendable(
                "catalogue",
                "fault",
                f"The journal lacks {table}s of painlog's catalogue.",
                tuple(f"{table} {row[0]}" for row in lacking),
                AFTER_MENDING,
                f"Put {len(lacking)} of the catalogue's {table}s back.",
                for_each(insert, lacking),
            )
        if strange := [name for name, own in there.items() if own != 1 and name not in rows]:
            yield Mendable(
                "catalogue",
                "fault",
                f"A {table} is neither painlog's nor marked as your own.",
                tuple(f"{table} {name}" for name in strange),
                AFTER_MENDING,
                f"Marked as your own: {', '.join(strange)}.",
                for_each(
                    f"update {table} set own = 1 where name = ?", [(name,) for name in strange]
                ),
            )


def _named_treatments(connection: sqlite3.Connection) -> set[str]:
    named = connection.execute("select treatment from use union select treatment from course")
    return {treatment for (treatment,) in named}


def loose(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Find orphan rows: they name a row that is not there."""
    found: dict[tuple[str, str], list[int | None]] = defaultdict(list)
    for table, rowid, parent in loose_rows(connection):
        found[table, parent].append(rowid)
    for (table, parent), rowids in found.items():
        ids = tuple(f"{table} {rowid}" for rowid in rowids if rowid is not None)
        if parent in ("region", "treatment"):
            yield _unknown_name(connection, table, parent, ids)
        elif table in _COPIED:
            column = "change_id" if parent == "change" else "entry_id"
            yield Mendable(
                "loose",
                "fault",
                f"Orphan rows of {table}, without the row of {parent} that they belong to: "
                f"{len(rowids)}.",
                ids or (f"table {table}",),
                AFTER_MENDING,
                f"Orphan rows of {table} removed: {len(rowids)}.",
                statements(f"delete from {table} where {column} not in (select id from {parent})"),
            )


def _unknown_name(
    connection: sqlite3.Connection, table: str, parent: str, ids: tuple[str, ...]
) -> Finding:
    names = [
        name
        for (name,) in connection.execute(
            f"select distinct {parent} from {table} where {parent} is not null"
            f" and {parent} not in (select name from {parent})"
        )
    ]
    insert = (
        "insert into region (name, sides, own) values (?, 'optional', 1)"
        if parent == "region"
        else "insert into treatment (name, kind, conventional, own) values (?, 'other', 0, 1)"
    )
    return Mendable(
        "loose",
        "fault",
        f"Rows in {table} name a {parent} that the journal does not have.",
        (*(f"{parent} {name}" for name in names), *ids),
        AFTER_MENDING,
        f"Added as your own {parent}: {', '.join(names)}.",
        for_each(f"{insert} on conflict do nothing", [(name,) for name in names]),
    )


def _named_trees(connection: sqlite3.Connection, lines: list[str]) -> list[str]:
    """Return the lines, preceded by the names of the tables and indexes that they are about."""
    try:
        roots = dict(connection.execute("select rootpage, type || ' ' || name from sqlite_schema"))
    except DamageErrors:
        return lines
    named = {roots.get(int(tree)) for line in lines for tree in _TREE.findall(line)}
    # At some damage SQLite gives up before it says where.
    named |= {name for name in roots.values() if not _can_be_read(connection, name)}
    return [*sorted(name for name in named if name), *lines]


def _can_be_read(connection: sqlite3.Connection, part: str) -> bool:
    kind, _, name = part.partition(" ")
    if kind != "table":
        return True
    try:
        connection.execute(f'select count(*) from "{name}" not indexed').fetchone()
    except DamageErrors:
        return False
    return True


def _columns(connection: sqlite3.Connection, table: str) -> set[str]:
    return {row[1] for row in connection.execute(f"pragma table_xinfo({table})")}
