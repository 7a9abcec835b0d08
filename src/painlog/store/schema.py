"""The tables of a journal, made and changed by sqlite-utils migrations.

Migrations are append-only: once released, a migration is never edited. Each raises
`user_version` by one, so that the write path can check the schema without sqlite-utils.
"""

import sqlite3
from collections.abc import Callable

from sqlite_utils import Database, Migrations

from painlog.model.region_catalogue import REGIONS
from painlog.model.treatment_catalogue import TREATMENTS

migrations = Migrations("painlog")

# Names of migrations that rewrite stored data: the file is copied beside itself before them.
REWRITING: frozenset[str] = frozenset()

# date() alone lets 30 February through; with a modifier SQLite works the day out.
_JOURNAL = """
create table region (
    name text primary key check (length(name) between 1 and 60),
    sides text not null check (sides in ('paired', 'optional', 'none')),
    area text not null default '',
    synonyms text not null default '',
    own integer not null default 0 check (own in (0, 1))
) strict;

create table treatment (
    name text primary key check (length(name) between 1 and 60),
    kind text not null check (
        kind in ('self-care', 'manual', 'needling', 'exercise', 'medication', 'other')
    ),
    conventional integer not null check (conventional in (0, 1)),
    synonyms text not null default '',
    own integer not null default 0 check (own in (0, 1))
) strict;

create table entry (
    id integer primary key autoincrement,
    uid text not null unique check (length(uid) = 36),
    felt_at text not null check (
        felt_at glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]'
            || '[+-][0-2][0-9]:[0-5][0-9]'
        and date(substr(felt_at, 1, 19), '+0 days') is substr(felt_at, 1, 10)
        and substr(felt_at, 21, 2) < '24'
    ),
    day text not null generated always as (substr(felt_at, 1, 10)) stored,
    region text not null references region (name) on update cascade,
    side text check (side in ('left', 'right', 'both')),
    intensity integer not null check (intensity between 0 and 10),
    intensity_before integer check (intensity_before between 0 and 10),
    interference integer check (interference between 0 and 10),
    note text not null default '',
    created_at text not null,
    updated_at text not null
) strict;
create index entry_felt_at on entry (felt_at);
create index entry_region on entry (region, felt_at);

create table entry_treatment (
    entry_id integer not null references entry (id) on delete cascade,
    treatment text not null references treatment (name) on update cascade,
    primary key (entry_id, treatment)
) strict, without rowid;
create index entry_treatment_treatment on entry_treatment (treatment);

create table entry_tag (
    entry_id integer not null references entry (id) on delete cascade,
    kind text not null check (kind in ('quality', 'trigger', 'condition')),
    value text not null check (value <> '' and instr(value, ';') = 0),
    primary key (entry_id, kind, value)
) strict, without rowid;

create table course (
    id integer primary key autoincrement,
    uid text not null unique check (length(uid) = 36),
    treatment text not null references treatment (name) on update cascade,
    region text references region (name) on update cascade,
    side text check (side in ('left', 'right', 'both')),
    started_on text not null check (date(started_on, '+0 days') is started_on),
    ended_on text check (date(ended_on, '+0 days') is ended_on and ended_on >= started_on),
    check (side is null or region is not null)
) strict;
create index course_treatment on course (treatment);
create index course_region on course (region);

create table consultation (
    id integer primary key autoincrement,
    uid text not null unique check (length(uid) = 36),
    held_on text not null check (date(held_on, '+0 days') is held_on),
    note text not null default ''
) strict;

create table change (
    id integer primary key autoincrement,
    made_at text not null,
    command text not null,
    summary text not null default '',
    undone_at text
) strict;

create table change_item (
    change_id integer not null references change (id) on delete cascade,
    position integer not null,
    kind text not null,
    key any not null,
    other text,
    primary key (change_id, position)
) strict, without rowid;

create view daily as
    select
        day, region, side,
        count(*) as entries,
        avg(intensity) as mean,
        max(intensity) as worst
    from entry
    group by day, region, side;
"""

_PEG = """
create table peg (
    id integer primary key autoincrement,
    uid text not null unique check (length(uid) = 36),
    answered_on text not null unique check (date(answered_on, '+0 days') is answered_on),
    pain integer not null check (pain between 0 and 10),
    enjoyment integer not null check (enjoyment between 0 and 10),
    activity integer not null check (activity between 0 and 10)
) strict
"""

# A course, visit or PEG of an earlier version does not know when it was written: ''.
_IN_AND_OUT = (
    "alter table course add column updated_at text not null default ''",
    "alter table consultation add column updated_at text not null default ''",
    "alter table peg add column updated_at text not null default ''",
    """
create table mapping (
    name text primary key check (length(name) between 1 and 60),
    options text not null
) strict
""",
    """
create table backup (
    id integer primary key autoincrement,
    made_at text not null,
    file text not null,
    entries integer not null
) strict
""",
)


@migrations()
def m001_journal(db: Database) -> None:
    """The first tables, with the catalogue's regions and treatments."""
    for statement in _JOURNAL.split(";\n"):
        if statement.strip():
            db.execute(statement)
    _add_catalogue(db)
    db.execute("pragma user_version = 1")


@migrations()
def m002_peg(db: Database) -> None:
    """The three weekly questions of the PEG; nothing that is stored is touched."""
    db.execute(_PEG)
    db.execute("pragma user_version = 2")


@migrations()
def m003_in_and_out(db: Database) -> None:
    """When a row was last written, saved mappings, the backups that were made."""
    for statement in _IN_AND_OUT:
        db.execute(statement)
    db.execute("pragma user_version = 3")


def migrate(connection: sqlite3.Connection, before_rewriting: Callable[[], object]) -> None:
    """Bring a journal to the newest schema, wholly or not at all.

    Args:
        connection: In autocommit mode, outside a transaction.
        before_rewriting: Called once, before a migration that rewrites stored data.
    """
    db = Database(connection)
    if REWRITING & {m.name for m in migrations.pending(db)}:
        before_rewriting()
    # The lock is taken first, so that of two programs that start at once only one migrates.
    connection.execute("begin immediate")
    try:
        migrations.apply(db)
        connection.execute("commit")
    except BaseException:
        # SQLite has taken everything back itself where the disk was full.
        if connection.in_transaction:
            connection.execute("rollback")
        raise


def _add_catalogue(db: Database) -> None:
    """Add what the catalogue has and the journal has not; the person's own rows stay."""
    for region in REGIONS:
        db.execute(
            "insert into region (name, sides, area) values (?, ?, ?) on conflict do nothing",
            [region.name, region.sides, region.area],
        )
    for treatment in TREATMENTS:
        db.execute(
            "insert into treatment (name, kind, conventional) values (?, ?, ?)"
            " on conflict do nothing",
            [treatment.name, treatment.kind, int(treatment.conventional)],
        )
