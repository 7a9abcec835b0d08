"""What another program puts into a journal's schema: what may stand there, and what may not."""

import sqlite3
from contextlib import closing

import pytest

from builders import course, entry
from conftest import NOW
from painlog.errors import BadFileError
from painlog.store import database, empty, history, log, restore
from painlog.store.backup import back_up
from painlog.store.check import examine
from painlog.store.check.mend import mend
from painlog.store.foreign import TABLES, ForeignPart, foreign_parts, refuse_foreign_parts
from painlog.store.journal import Journal
from painlog.store.merge_source import other_journal

ENDLESS = "with recursive n(i) as (select 1 union all select i + 1 from n) select i from n"
TRIGGERS = {
    "ignores an entry": "create trigger spy before insert on entry begin select raise(ignore); end",
    "changes an entry": "create trigger spy after insert on entry begin"
    " update entry set intensity = 0 where id = new.id; end",
    "deletes an entry": "create trigger spy after insert on Entry begin"
    " delete from entry where id = new.id; end",
    "empties the log": "create trigger spy after insert on change_item begin"
    " delete from change; end",
    "never ends": f"create trigger spy after insert on entry begin insert into own {ENDLESS}; end",
    "keeps good rows out": "create unique index spy on entry (region)",
    "has an odd name": 'create trigger "a ""spy"" or; two" before insert on entry begin'
    " select raise(ignore); end",
}


def plant(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def put_a_view_in_place_of(path, table):
    plant(
        path,
        "pragma foreign_keys = off",
        "pragma legacy_alter_table = on",
        f"alter table {table} rename to hidden",
        f"create view {table} as {ENDLESS}",
    )


def intensities(path):
    with Journal(path) as journal:
        return [stored.intensity for stored in journal.entries()]


@pytest.fixture
def filled(path, store):
    """A journal with a table, a view, an index and a trigger of the person's own."""
    store(entry("left heel", 6, treatments=["rest"], triggers=("stairs",)), course("heat"))
    plant(
        path,
        "create table own (i)",
        "create view mine as select * from entry join own",
        "create index by_note on entry (note)",
        "create trigger theirs after insert on own begin delete from own; end",
    )
    return path


def test_every_table_is_guarded(path):
    with Journal(path, writing=True) as journal, journal.change("add") as change:
        change.add(entry("heel", 1))
        made = journal.connection.execute(
            "select name from sqlite_schema where type = 'table' and name not like 'sqlite!_%'"
            " escape '!'"
        )
        assert {name for (name,) in made} == {*TABLES, "_sqlite_migrations"}


def test_what_a_person_adds_beside_painlogs_tables_may_stand_there(filled, store):
    store(entry("neck", 2))
    assert intensities(filled) == [6, 2]
    assert examine(filled, NOW).whole


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_nothing_is_written_where_a_trigger_would_change_it(filled, store, trigger):
    plant(filled, TRIGGERS[trigger])
    with pytest.raises(BadFileError, match=r"not made by.*nothing was saved.*check --mend"):
        store(entry("neck", 2))
    assert intensities(filled) == [6]


def test_a_trigger_that_comes_while_the_journal_is_open_is_seen_too(filled):
    with Journal(filled, writing=True) as journal:
        plant(filled, TRIGGERS["ignores an entry"])
        for write in (
            lambda: log.change(journal.connection, "add").__enter__(),
            lambda: history.undo(journal.connection, filled),
        ):
            with pytest.raises(BadFileError, match="spy"):
                write()
    assert intensities(filled) == [6]


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_check_names_a_trigger_and_mends_it_with_a_copy_kept(filled, store, trigger):
    plant(filled, TRIGGERS[trigger])
    found = examine(filled, NOW)
    (finding,) = [f for f in found.findings if f.severity == "fault"]
    assert (finding.code, finding.severity, finding.mendable) == ("foreign", "fault", True)
    mended = mend(filled, found, NOW)
    assert len(mended.done) == 1
    assert mended.left.whole
    (kept,) = mended.kept
    with closing(sqlite3.connect(kept)) as copy:
        assert [part.is_beside for part in foreign_parts(copy)] == [True]
    store(entry("neck", 2))
    assert intensities(filled) == [6, 2]


@pytest.mark.parametrize("table", ["_sqlite_migrations", *sorted(TABLES)])
def test_a_view_in_the_place_of_a_table_is_not_read(filled, store, table):
    put_a_view_in_place_of(filled, table)
    with pytest.raises(BadFileError, match=f"{table} is a view.*painlog restore FILE"):
        intensities(filled)
    with pytest.raises(BadFileError, match=f"{table} is a view"):
        store(entry("neck", 2))
    found = examine(filled, NOW)
    assert [(f.code, f.where, f.mendable) for f in found.findings] == [
        ("hidden", (f"view {table}",), False)
    ]


def test_a_virtual_table_in_the_place_of_a_table_is_not_read(filled):
    plant(filled, "drop table mapping", "create virtual table mapping using fts5(name, options)")
    with closing(sqlite3.connect(filled)) as connection:
        assert [*foreign_parts(connection)] == [ForeignPart("virtual table", "mapping", "mapping")]
    with pytest.raises(BadFileError, match="mapping is a virtual table"):
        intensities(filled)


def test_for_reading_alone_a_trigger_does_not_matter(filled):
    plant(filled, TRIGGERS["ignores an entry"])
    with closing(database.open_as_it_is(filled)) as connection:
        refuse_foreign_parts(connection, writing=False)
        with pytest.raises(BadFileError):
            refuse_foreign_parts(connection, writing=True)


def schema(path):
    with closing(sqlite3.connect(path)) as connection:
        return sorted(
            name for (name,) in connection.execute("select name from sqlite_schema")
            if not name.startswith("sqlite_")
        )  # fmt: skip


def content(path):
    with Journal(path) as journal:
        return [*journal.entries()], journal.background()


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_restore_and_its_undo_take_rows_and_no_foreign_schema(
    path, filled, store, tmp_path, trigger
):
    saved = tmp_path / "elsewhere" / "saved.db"
    saved.parent.mkdir()
    with Journal(filled) as journal:
        back_up(journal, [saved])
    before = content(filled)
    clean = tmp_path / "elsewhere" / "clean.db"
    empty.create(clean)
    plant(saved, TRIGGERS[trigger])
    store(entry("neck", 2))
    plant(path, TRIGGERS[trigger])
    after = content(path)

    restore.restore(path, saved)
    assert content(path) == before
    assert schema(path) == schema(clean)
    with Journal(path, writing=True) as journal:
        journal.undo()
    assert content(path) == after
    assert schema(path) == schema(clean)
    assert examine(path, NOW).whole
    with Journal(path, writing=True) as journal:
        assert [journal.undo().command for _ in range(2)] == ["add", "add"]
    (stored,) = store(entry("neck", 3))
    assert stored.id == 3


@pytest.mark.parametrize("table", ["entry", "change", "backup", "region"])
def test_a_backup_with_a_view_in_the_place_of_a_table_is_refused(filled, tmp_path, table):
    saved = tmp_path / "elsewhere" / "saved.db"
    saved.parent.mkdir()
    with Journal(filled) as journal:
        back_up(journal, [saved])
    put_a_view_in_place_of(saved, table)
    with pytest.raises(BadFileError, match=rf"is not whole \({table} is a view\)"):
        restore.restore(filled, saved)
    with (
        saved.open("rb") as file,
        pytest.raises(BadFileError, match=r"nothing was imported|nothing was changed"),
        other_journal(file, "saved.db", saved, filled, NOW),
    ):
        pass


@pytest.mark.parametrize("table", ["entry", "change", "backup", "region"])
def test_restore_puts_a_backup_in_the_place_of_a_planted_journal(filled, tmp_path, table):
    saved = tmp_path / "elsewhere" / "saved.db"
    saved.parent.mkdir()
    with Journal(filled) as journal:
        back_up(journal, [saved])
    put_a_view_in_place_of(filled, table)
    restore.restore(filled, saved)
    assert intensities(filled) == [6]
    assert examine(filled, NOW).whole


def test_a_backup_without_one_of_the_tables_is_refused(filled, tmp_path):
    saved = tmp_path / "elsewhere" / "saved.db"
    saved.parent.mkdir()
    with Journal(filled) as journal:
        back_up(journal, [saved])
    plant(saved, "drop table peg")
    with pytest.raises(BadFileError, match=r"is not whole \(the table peg is missing\)"):
        restore.restore(filled, saved)


def test_rows_that_painlogs_tables_would_not_take_are_refused(filled, tmp_path):
    saved = tmp_path / "elsewhere" / "saved.db"
    saved.parent.mkdir()
    with Journal(filled) as journal:
        back_up(journal, [saved])
    plant(
        saved,
        "pragma writable_schema = on",
        "update sqlite_schema set sql = replace(sql, 'between 0 and 10', 'between 0 and 11')",
        "pragma writable_schema = reset",
        "update entry set intensity = 11",
    )
    with pytest.raises(BadFileError, match=r"is not whole \(CHECK constraint failed"):
        restore.restore(filled, saved)


def test_a_journal_as_painlog_made_it_is_restored_as_it_is(filled, store, tmp_path, monkeypatch):
    plant(filled, "drop table own", "drop view mine", "drop index by_note")
    monkeypatch.setattr(empty, "in_draft", None)
    saved = tmp_path / "elsewhere" / "saved.db"
    saved.parent.mkdir()
    with Journal(filled) as journal:
        back_up(journal, [saved])
    store(entry("neck", 2))
    restore.restore(filled, saved)
    assert intensities(filled) == [6]


@pytest.mark.parametrize("clause", ["on conflict ignore", "ON/**/CONFLICT replace"])
def test_a_table_that_drops_rows_without_a_word_is_not_written_to(filled, store, tmp_path, clause):
    plant(
        filled,
        "pragma writable_schema = on",
        f"update sqlite_schema set sql = replace(sql, 'uid text not null unique',"
        f" 'uid text not null unique {clause}') where name = 'entry'",
        "pragma writable_schema = reset",
    )
    with pytest.raises(BadFileError, match=r"the table entry is not as painlog made it"):
        store(entry("neck", 2))
    assert intensities(filled) == [6]
    found = [f for f in examine(filled, NOW).findings if f.severity == "fault"]
    assert [(f.code, f.where) for f in found] == [("foreign", ("table entry",))]
    copy = tmp_path / "elsewhere" / "copy.db"
    copy.parent.mkdir()
    filled.rename(copy)
    restore.restore(filled, copy)
    assert intensities(filled) == [6]
    store(entry("neck", 2))
    assert examine(filled, NOW).whole
