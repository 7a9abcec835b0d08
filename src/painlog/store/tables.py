"""The tables of a journal, version by version. A released version is never edited."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from painlog.model.catalogue.regions import REGIONS
from painlog.model.catalogue.treatments import TREATMENTS
from painlog.model.use import uid_with_entry
from painlog.store import tables_6


class Database(Protocol):
    """Anything that executes SQL: a connection, or a database of sqlite-utils."""

    def execute(self, sql: str, parameters: Sequence[object] = (), /) -> Iterable[Any]:
        """Execute one statement; return the rows that it finds."""


# date() alone accepts 30 February; with a modifier SQLite calculates the day.
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

# The where clause is Course.covers. Only old rows have "whole body" for every region.
_EFFECT_DAYS = """
create view effect_days as
    select
        course.id as course_id,
        course.treatment,
        daily.region,
        daily.side,
        course.started_on,
        course.ended_on,
        daily.day,
        cast(julianday(daily.day) - julianday(course.started_on) as integer) as days_since_start,
        iif(daily.day < course.started_on, '28 days before', 'in course') as span,
        daily.entries,
        daily.mean,
        daily.worst
    from course
    join daily on daily.day >= date(course.started_on, '-28 days')
        and (course.ended_on is null or daily.day <= course.ended_on)
    where course.region is null
        or course.region = 'whole body'
        or course.region = daily.region and (
            course.side is null
            or course.side = 'both'
            or daily.side in (course.side, 'both')
        )
"""

# Courses, visits and PEGs of earlier versions have no time of writing: ''.
_IN_AND_OUT = (
    # Each change looks for undone ones before it; without an index it would read them all.
    "create index change_undone on change (id) where undone_at is not null",
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
    _EFFECT_DAYS,
)

# One row that every transaction replaces: see store/generation.py. It is also read from the bytes
# of its page (store/sqlite_logs.py), so its columns keep their order and their length.
_GENERATION = """
create table generation (
    id integer primary key check (id = 1),
    token text not null check (length(token) = 32),
    previous text not null check (length(previous) = 32)
) strict
"""

# A use that came with an entry has an id below 0: nobody types it, and the ids of the others have
# no gaps. Its uid is made from the entry's uid and the treatment's name, so that two copies of a
# journal make the same one.
_USE = """
create table use (
    id integer primary key autoincrement,
    uid text not null unique check (length(uid) = 36),
    used_at text not null check (
        used_at glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]'
            || '[+-][0-2][0-9]:[0-5][0-9]'
        and date(substr(used_at, 1, 19), '+0 days') is substr(used_at, 1, 10)
        and substr(used_at, 21, 2) < '24'
    ),
    day text not null generated always as (substr(used_at, 1, 10)) stored,
    treatment text not null references treatment (name) on update cascade,
    dose text check (dose <> '' and instr(dose, ';') = 0),
    dose_amount real check (dose_amount > 0),
    dose_unit text check (dose_unit <> ''),
    region text references region (name) on update cascade,
    side text check (side in ('left', 'right', 'both')),
    entry_id integer references entry (id) on delete cascade,
    note text not null default '',
    created_at text not null,
    updated_at text not null,
    check (side is null or region is not null),
    check (dose is not null or dose_amount is null),
    check ((dose_amount is null) = (dose_unit is null)),
    check ((entry_id is null) = (id > 0))
) strict
"""
_STEPS_AND_ATTACKS = (
    # julianday() allows for UTC offsets: 23:30+01:00 is later than 23:00+02:00.
    """
alter table entry add column until text check (
    until glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]'
        || '[+-][0-2][0-9]:[0-5][0-9]'
    and date(substr(until, 1, 19), '+0 days') is substr(until, 1, 10)
    and substr(until, 21, 2) < '24'
    and julianday(until) > julianday(felt_at)
)
""",
    "alter table course add column dose text check (dose <> '' and instr(dose, ';') = 0)",
    "alter table course add column dose_amount real check (dose_amount > 0)",
    """
alter table course add column dose_unit text check (
    dose_unit <> ''
    and (dose_unit is null) = (dose_amount is null)
    and (dose is not null or dose_amount is null)
)
""",
    "alter table course add column continues text not null default ''",
    """
alter table region add column diary text not null default 'days'
    check (diary in ('days', 'attacks'))
""",
)
_INDEXES_OF_USE = (
    "create index use_day on use (day)",
    "create index use_treatment on use (treatment)",
    # It holds all that an entry's uses have of their own: reading entries needs no row of `use`.
    "create index use_entry_id on use (entry_id, treatment, dose, dose_amount, dose_unit)",
    "create index use_used_at on use (used_at) where entry_id is null",
)
_VIEWS_WITH_USES = (
    "create view entry_treatment as select entry_id, treatment from use where entry_id is not null",
    # An attack is a rating on every day that it touches; one that ended at midnight is over then.
    """
create view daily as
    with recursive attack_day (entry_id, day, last) as (
        select id, date(day, '+1 day'), date(substr(until, 1, 19), '-1 second')
        from entry
        where until is not null and day < date(substr(until, 1, 19), '-1 second')
        union all
        select entry_id, date(day, '+1 day'), last from attack_day where day < last
    ),
    rating (day, region, side, intensity, began) as (
        select day, region, side, intensity, 1 from entry
        union all
        select day, region, side, intensity_before, 0 from entry where intensity_before is not null
        union all
        select attack_day.day, region, side, intensity, 0
        from attack_day join entry on entry.id = attack_day.entry_id
    )
    select
        day, region, side,
        sum(began) as entries,
        avg(intensity) as mean,
        max(intensity) as worst
    from rating
    group by day, region, side
""",
)


def version_1(db: Database) -> None:
    """Make the first tables, with the catalogue's regions and treatments."""
    for statement in _JOURNAL.split(";\n"):
        if statement.strip():
            db.execute(statement)
    add_catalogue(db)
    db.execute("pragma user_version = 1")


def version_2(db: Database) -> None:
    """Add the three weekly questions of the PEG. Nothing that is stored is touched."""
    db.execute(_PEG)
    db.execute("pragma user_version = 2")


def version_3(db: Database) -> None:
    """Add times of writing, saved mappings, notes of backups, and the view `effect_days`."""
    for statement in _IN_AND_OUT:
        db.execute(statement)
    db.execute("pragma user_version = 3")


def version_4(db: Database) -> None:
    """Add the journal's generation, which says what state an SQLite log belongs to."""
    db.execute(_GENERATION)
    db.execute(
        "insert into generation (id, token, previous)"
        " values (1, lower(hex(randomblob(16))), '00000000000000000000000000000000')"
    )
    db.execute("pragma user_version = 4")


def version_5(db: Database) -> None:
    """Make room for uses with doses, ends of attacks and steps of courses."""
    add_catalogue(db)
    db.execute(
        "insert or ignore into treatment (name, kind, conventional, own)"
        " select distinct treatment, 'other', 0, 1 from entry_treatment"
    )
    db.execute(_USE)
    for number, (entry_id, entry_uid, treatment) in enumerate(
        db.execute(
            "select entry_id, uid, treatment from entry_treatment join entry on entry.id = entry_id"
            " order by entry_id, treatment"
        ),
        start=1,
    ):
        db.execute(
            "insert into use (id, uid, used_at, treatment, region, side, entry_id, created_at,"
            " updated_at) select ?, ?, felt_at, ?, region, side, id, created_at, updated_at"
            " from entry where id = ?",
            [-number, uid_with_entry(entry_uid, treatment), treatment, entry_id],
        )
    for name in ("effect_days", "daily"):
        db.execute(f"drop view if exists {name}")
    db.execute("drop table entry_treatment")
    for statement in (
        *_STEPS_AND_ATTACKS,
        *_INDEXES_OF_USE,
        *_VIEWS_WITH_USES,
        _EFFECT_DAYS,
    ):
        db.execute(statement)
    db.execute("pragma user_version = 5")


def version_6(db: Database) -> None:
    """Make room for answers about warning signs, trials, days and questions for visits."""
    for statement in (
        *tables_6.WARNING_SIGNS,
        *tables_6.TRIALS,
        *tables_6.DAYS,
        *tables_6.VISITS,
        *tables_6.OWN_MEDICINES,
    ):
        db.execute(statement)
    db.execute("pragma user_version = 6")


def version_7(db: Database) -> None:
    """Add to a note of a backup how far the change log had come; null in the notes there are.

    What the catalogue has gained comes, too.
    """
    for column in ("last_change", "changes"):
        db.execute(f"alter table backup add column {column} integer")
    add_catalogue(db)
    db.execute("pragma user_version = 7")


VERSIONS = (version_1, version_2, version_3, version_4, version_5, version_6, version_7)


def add_catalogue(db: Database) -> None:
    """Add what the journal lacks of the catalogue; the person's own rows stay."""
    _add(db, "region (name, sides, area)", [(r.name, r.sides, r.area) for r in REGIONS])
    _add(
        db,
        "treatment (name, kind, conventional)",
        [(t.name, t.kind, int(t.conventional)) for t in TREATMENTS],
    )


def _add(db: Database, where: str, rows: Sequence[tuple[object, ...]]) -> None:
    marks = f"({', '.join('?' * len(rows[0]))})"
    db.execute(
        f"insert into {where} values {', '.join([marks] * len(rows))} on conflict do nothing",
        [value for row in rows for value in row],
    )
