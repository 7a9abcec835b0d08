"""The tables: what they refuse, whoever writes, and how they are made."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from builders import entry, on
from painlog.errors import BadFileError
from painlog.model.catalogue.regions import REGIONS
from painlog.model.catalogue.treatments import TREATMENTS
from painlog.store import database, generation, schema
from painlog.store.empty import in_memory
from painlog.store.journal import Journal

NEXT = database.SCHEMA_VERSION + 1
RELEASED = [
    "m001_journal",
    "m002_peg",
    "m003_in_and_out",
    "m004_generation",
    "m005_uses",
    "m006_signs_trials_and_days",
    "m007_changes_since_backups",
]
UID = "0f8fad5b-d9cb-469f-a165-70867728950e"
GOOD: dict[str, dict[str, object]] = {
    "entry": {
        "uid": UID,
        "felt_at": "2026-03-01T20:00:00+01:00",
        "region": "heel",
        "intensity": 6,
        "created_at": "2026-03-01T19:00:00+00:00",
        "updated_at": "2026-03-01T19:00:00+00:00",
    },
    "use": {
        "id": -1,
        "uid": UID,
        "used_at": "2026-03-01T20:00:00+01:00",
        "treatment": "heat",
        "entry_id": 1,
        "created_at": "2026-03-01T19:00:00+00:00",
        "updated_at": "2026-03-01T19:00:00+00:00",
    },
    "entry_tag": {"entry_id": 1, "kind": "quality", "value": "burning"},
    "course": {"uid": UID, "treatment": "heat", "started_on": "2026-03-05"},
    "consultation": {"uid": UID, "held_on": "2026-03-05"},
    "peg": {"uid": UID, "answered_on": "2026-03-05", "pain": 6, "enjoyment": 5, "activity": 7},
    "region": {"name": "bad spot", "sides": "paired", "own": 1},
    "treatment": {"name": "heat lamp", "kind": "other", "conventional": 0, "own": 1},
    "change": {"made_at": "2026-03-01T19:00:00+00:00", "command": "add"},
    "change_item": {"change_id": 1, "position": 1, "kind": "entry", "key": 1},
}
REFUSED_BY_A_CHECK = [
    *(("entry", {"intensity": value}) for value in (11, -1)),
    *(("entry", {"intensity_before": value}) for value in (11, -1)),
    *(("entry", {"interference": value}) for value in (11, -1)),
    *(("entry", {"side": value}) for value in ("up", "Left", "")),
    *(
        ("entry", {"felt_at": value})
        for value in (
            "",
            "now",
            "2026-03-01",
            "2026-03-01T20:00:00",
            "2026-03-01T20:00+01:00",
            "2026-03-01 20:00:00+01:00",
            "2026-03-01T20:00:00Z",
            "2026-03-01T20:00:00.5+01:00",
            "2026-03-01T20:00:00+01:00 ",
            "2026-3-1T20:00:00+01:00",
            "2026-02-30T20:00:00+01:00",
            "2026-13-01T20:00:00+01:00",
            "2026-03-00T20:00:00+01:00",
            "2026-03-01T24:00:00+01:00",
            "2026-03-01T25:00:00+01:00",
            "2026-03-01T20:60:00+01:00",
            "2026-03-01T20:00:60+01:00",
            "2026-03-01T20:00:00+24:00",
            "0026-03-01T20:00:00+01:00",
        )
    ),
    *(
        ("entry", {"until": value})
        for value in (
            "",
            "2026-03-01T20:00:00+01:00",
            "2026-03-01T20:30:00+02:00",
            "2026-03-01T19:59:59+01:00",
            "2026-03-02",
            "2026-03-02T20:00+01:00",
            "2026-02-30T20:00:00+01:00",
        )
    ),
    ("entry", {"uid": "6"}),
    ("use", {"uid": "6"}),
    ("use", {"used_at": "2026-03-01"}),
    ("use", {"used_at": "2026-02-30T20:00:00+01:00"}),
    ("use", {"id": 1}),
    ("use", {"entry_id": None}),
    ("use", {"side": "left"}),
    ("use", {"region": "heel", "side": "up"}),
    *(
        (table, dose)
        for table in ("use", "course")
        for dose in (
            {"dose": ""},
            {"dose": "1 mg; 2 mg"},
            {"dose_amount": 50.0},
            {"dose_unit": "mg"},
            {"dose": "50 mg", "dose_amount": 50.0},
            {"dose": "50 mg", "dose_unit": "mg"},
            {"dose": "50 mg", "dose_amount": 50.0, "dose_unit": ""},
            {"dose": "0 mg", "dose_amount": 0.0, "dose_unit": "mg"},
            {"dose_amount": 50.0, "dose_unit": "mg"},
        )
    ),
    ("entry_tag", {"kind": "mood"}),
    ("entry_tag", {"value": ""}),
    ("entry_tag", {"value": "burning; dull"}),
    ("course", {"started_on": "2026-02-30"}),
    ("course", {"started_on": "5 March"}),
    ("course", {"ended_on": "2026-03-04"}),
    ("course", {"ended_on": "2026-04-31"}),
    ("course", {"ended_on": ""}),
    ("course", {"region": "heel", "side": "up"}),
    ("course", {"region": None, "side": "left"}),
    ("course", {"uid": ""}),
    ("consultation", {"held_on": "2026-02-30"}),
    ("consultation", {"held_on": "today"}),
    ("consultation", {"uid": "6"}),
    *(("peg", {"answered_on": value}) for value in ("2026-02-30", "today", "", "2026-3-5")),
    *(
        ("peg", {answer: value})
        for answer in ("pain", "enjoyment", "activity")
        for value in (11, -1)
    ),
    ("peg", {"uid": "6"}),
    ("region", {"name": ""}),
    ("region", {"name": "x" * 61}),
    ("region", {"sides": "left"}),
    ("region", {"diary": "months"}),
    ("region", {"own": 2}),
    ("treatment", {"name": ""}),
    ("treatment", {"name": "x" * 61}),
    ("treatment", {"kind": "magic"}),
    ("treatment", {"conventional": 2}),
    ("treatment", {"own": -1}),
]
REFUSED_BY_ITS_TYPE = [
    ("entry", {"intensity": 6.5}),
    ("entry", {"intensity": "six"}),
    ("entry", {"intensity_before": 6.5}),
    ("entry", {"interference": "much"}),
    ("entry", {"note": b"\xff"}),
    ("peg", {"pain": 6.5}),
    ("peg", {"enjoyment": "much"}),
    ("treatment", {"conventional": "yes"}),
    ("change_item", {"position": "first"}),
]
NEEDED = [
    *(("entry", column) for column in GOOD["entry"]),
    *(("use", column) for column in GOOD["use"] if column not in ("id", "entry_id")),
    *(("entry_tag", column) for column in GOOD["entry_tag"]),
    *(("course", column) for column in GOOD["course"]),
    *(("consultation", column) for column in GOOD["consultation"]),
    *(("peg", column) for column in GOOD["peg"]),
    ("region", "sides"),
    ("treatment", "kind"),
    ("treatment", "conventional"),
    ("change", "command"),
]
TABLES = [*GOOD]


@pytest.fixture
def empty():
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("pragma foreign_keys = on")
        schema.migrate(connection, lambda: pytest.fail("nothing is rewritten"))
        yield connection


def insert(connection, table, **columns):
    row = GOOD[table] | columns
    connection.execute(
        f"insert into {table} ({', '.join(row)}) values ({', '.join('?' * len(row))})",
        [*row.values()],
    )


@pytest.fixture
def one_entry(empty):
    """An entry and a change, both with id 1, for rows that belong to one."""
    insert(empty, "entry", uid="7c9e6679-7425-40de-944b-e07fc1f90ae7")
    insert(empty, "change")
    return empty


def refusal(connection, table, **columns):
    with pytest.raises(sqlite3.IntegrityError) as refused:
        insert(connection, table, **columns)
    return str(refused.value)


def content(connection):
    return [*connection.iterdump()]


@pytest.mark.parametrize("table", TABLES)
def test_a_good_row_is_taken(one_entry, table):
    (before,) = one_entry.execute(f"select count(*) from {table}").fetchone()
    insert(one_entry, table)
    (after,) = one_entry.execute(f"select count(*) from {table}").fetchone()
    assert after == before + 1


@pytest.mark.parametrize("value", [0, 10])
def test_both_ends_of_the_scale_are_on_it(empty, value):
    insert(empty, "entry", intensity=value, intensity_before=value, interference=value)
    insert(empty, "peg", pain=value, enjoyment=value, activity=value)
    rows = (
        empty.execute("select intensity, intensity_before, interference from entry"),
        empty.execute("select pain, enjoyment, activity from peg"),
    )
    assert [row.fetchall() for row in rows] == [[(value,) * 3]] * 2


@pytest.mark.parametrize("felt_at", ["1900-01-01T00:00:00-12:00", "2024-02-29T23:59:59+14:00"])
def test_every_time_that_can_be_read_again_is_taken(empty, felt_at):
    insert(empty, "entry", felt_at=felt_at)
    assert empty.execute("select day from entry").fetchone() == (felt_at[:10],)


@pytest.mark.parametrize(("table", "bad"), REFUSED_BY_A_CHECK, ids=repr)
def test_a_bad_row_is_refused_by_a_check(one_entry, table, bad):
    assert refusal(one_entry, table, **bad).startswith("CHECK constraint failed: ")


@pytest.mark.parametrize(("table", "bad"), REFUSED_BY_ITS_TYPE, ids=repr)
def test_a_value_of_another_type_is_refused(one_entry, table, bad):
    assert refusal(one_entry, table, **bad).startswith("cannot store ")


@pytest.mark.parametrize(("table", "column"), NEEDED)
def test_a_row_without_what_it_needs_is_refused(one_entry, table, column):
    message = refusal(one_entry, table, **{column: None})
    assert message == f"NOT NULL constraint failed: {table}.{column}"


@pytest.mark.parametrize(
    ("table", "column", "unknown"),
    [
        ("entry", "region", "moon"),
        ("use", "treatment", "moonlight"),
        ("use", "region", "elsewhere"),
        ("use", "entry_id", 9),
        ("entry_tag", "entry_id", 9),
        ("course", "region", "moon"),
        ("course", "treatment", "moonlight"),
        ("change_item", "change_id", 9),
    ],
)
def test_a_row_about_what_is_not_there_is_refused(one_entry, table, column, unknown):
    assert refusal(one_entry, table, **{column: unknown}) == "FOREIGN KEY constraint failed"


@pytest.mark.parametrize("table", ["entry", "use", "course", "consultation", "peg"])
def test_a_uid_is_there_once(empty, table):
    differs: dict[str, dict[str, object]] = {
        "peg": {"answered_on": "2026-03-06"},
        "use": {"id": 2, "entry_id": None},
    }
    if table == "use":
        insert(empty, table, id=1, entry_id=None)
    else:
        insert(empty, table)
    assert (
        refusal(empty, table, **differs.get(table, {})) == f"UNIQUE constraint failed: {table}.uid"
    )


def test_a_day_has_one_peg(empty):
    insert(empty, "peg")
    other = refusal(empty, "peg", uid="7c9e6679-7425-40de-944b-e07fc1f90ae7")
    assert other == "UNIQUE constraint failed: peg.answered_on"


def test_a_region_in_use_cannot_be_deleted(one_entry):
    with pytest.raises(sqlite3.IntegrityError, match=r"^FOREIGN KEY constraint failed$"):
        one_entry.execute("delete from region where name = 'heel'")


def test_every_table_of_the_journal_is_strict(empty):
    rows = empty.execute("select name, strict from pragma_table_list where type = 'table'")
    strict = dict(rows)
    assert {name: strict[name] for name in TABLES} == dict.fromkeys(TABLES, 1)


def test_the_daily_view_has_a_days_entries_mean_and_worst(path, store):
    store(
        entry("left heel", 6, day=1, hour=8),
        entry("left heel", 3, day=1, hour=12),
        entry("left heel", 2, day=1, hour=20),
        entry("right heel", 9, day=1),
        entry("lower back", 4, day=1),
        entry("left heel", 5, day=2),
    )
    with Journal(path) as journal:
        rows = journal.connection.execute(
            "select day, region, side, entries, mean, worst from daily order by day, region, side"
        ).fetchall()
    assert rows == [
        (str(on(1)), "heel", "left", 3, 11 / 3, 6),
        (str(on(1)), "heel", "right", 1, 9.0, 9),
        (str(on(1)), "lower back", None, 1, 4.0, 4),
        (str(on(2)), "heel", "left", 1, 5.0, 5),
    ]


def test_the_catalogue_is_in_the_tables(empty):
    regions = empty.execute("select name, sides, area, own from region order by rowid").fetchall()
    assert regions == [(r.name, r.sides, r.area, 0) for r in REGIONS]
    treatments = empty.execute(
        "select name, kind, conventional, own from treatment order by rowid"
    ).fetchall()
    assert treatments == [(t.name, t.kind, int(t.conventional), 0) for t in TREATMENTS]


def test_migrations_are_recorded_by_sqlite_utils(empty):
    db = Database(empty)
    assert [m.name for m in schema.migrations.applied(db)] == RELEASED
    assert list(schema.migrations.pending(db)) == []


def test_each_migration_raises_the_version_by_one(empty):
    applied = schema.migrations.applied(Database(empty))
    assert len(applied) == database.SCHEMA_VERSION
    assert empty.execute("pragma user_version").fetchone() == (database.SCHEMA_VERSION,)


def test_what_stands_for_a_journal_that_is_not_there_has_the_same_tables(empty):
    with closing(in_memory()) as connection:
        record, token = 'CREATE TABLE "_sqlite_migrations"', 'INSERT INTO "generation"'
        assert [
            line
            for line in empty.iterdump()
            if "_sqlite_migrations" not in line and not line.startswith(token)
        ] == [line for line in connection.iterdump() if record not in line and token not in line]
        # Each is a state of its own, which follows none.
        (here, first), (there, first_there) = (
            c.execute("select token, previous from generation").fetchone()
            for c in (empty, connection)
        )
        assert here != there
        assert first == first_there == generation.NONE
        assert connection.execute("pragma user_version").fetchone() == (database.SCHEMA_VERSION,)


def test_migrating_twice_changes_nothing(one_entry):
    before = content(one_entry)
    schema.migrate(one_entry, lambda: pytest.fail("nothing is rewritten"))
    assert content(one_entry) == before


@pytest.fixture
def update(monkeypatch):
    """Update painlog to one whose next migration rewrites every note."""

    def put(*, fails=False):
        later = Migrations("painlog")
        for name in RELEASED:
            later(name=name)(getattr(schema, name))

        @later()
        def m999_shout(db):
            db.execute("update entry set note = upper(note)")
            db.execute(f"pragma user_version = {NEXT}")
            if fails:
                raise BadFileError("half way")

        monkeypatch.setattr(schema, "migrations", later)
        monkeypatch.setattr(schema, "REWRITING", frozenset({"m999_shout"}))
        monkeypatch.setattr(database, "SCHEMA_VERSION", NEXT)

    return put


def names_beside(path):
    return sorted(beside.name for beside in path.parent.glob("painlog*"))


def test_a_rewriting_migration_copies_the_file_beside_itself_first(path, store, update):
    (stored,) = store(entry("heel", 6, note="after a walk"))
    with Journal(path) as journal:
        old = content(journal.connection)
    update()
    with Journal(path) as journal:
        assert list(journal.entries()) == [stored._replace(note="AFTER A WALK")]
        assert journal.connection.execute("pragma user_version").fetchone() == (NEXT,)
    assert names_beside(path) == ["painlog.before-update-1.db", "painlog.db"]
    copy = path.with_name("painlog.before-update-1.db")
    assert copy.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(copy)) as connection:
        assert content(connection) == old
        assert connection.execute("pragma user_version").fetchone() == (NEXT - 1,)
        assert connection.execute("pragma application_id").fetchone() == (database.APPLICATION_ID,)


def test_a_second_copy_does_not_go_over_the_first(path, store, update):
    store(entry("heel", 6))
    first = path.with_name("painlog.before-update-1.db")
    first.write_bytes(b"an earlier one")
    update()
    Journal(path).close()
    assert first.read_bytes() == b"an earlier one"
    assert names_beside(path) == [
        "painlog.before-update-1.db",
        "painlog.before-update-2.db",
        "painlog.db",
    ]


@pytest.mark.usefixtures("migrated_journals")
def test_a_journal_that_is_up_to_date_is_not_copied(path, store, update):
    update()
    store(entry("heel", 6, note="quiet"))
    with Journal(path) as journal:
        assert [stored.note for stored in journal.entries()] == ["quiet"]
    assert names_beside(path) == ["painlog.db"]


def test_a_migration_that_fails_leaves_the_journal_as_it_was(path, store, update):
    store(entry("heel", 6, note="after a walk"))
    with Journal(path) as journal:
        old = content(journal.connection)
    update(fails=True)
    with pytest.raises(BadFileError, match=r"^half way$"):
        Journal(path)
    with closing(sqlite3.connect(path)) as connection:
        assert content(connection) == old
        assert connection.execute("pragma user_version").fetchone() == (NEXT - 1,)
    assert names_beside(path) == ["painlog.db"]


def test_there_is_a_journal_of_every_version_to_test_with():
    kept = Path(__file__).parent / "fixtures"
    assert sorted(found.name for found in kept.iterdir()) == [
        f"version_{number}.db.gz" for number in range(1, database.SCHEMA_VERSION + 1)
    ]
