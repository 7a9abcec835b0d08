"""Journals into which another program put a trigger or a view: each command says what is so."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from painlog.store import recent
from painlog.store.journal import Journal

ENDLESS = "with recursive n(i) as (select 1 union all select i + 1 from n) select i from n"
TRIGGERS = {
    "ignores": "create trigger spy before insert on entry begin select raise(ignore); end",
    "deletes": "create trigger spy after insert on entry begin"
    " delete from entry where id = new.id; end",
    "empties the log": "create trigger spy after insert on change begin delete from change; end",
}
WRITING = [
    ["add", "heel", "6"],
    ["edit", "1", "--note", "new"],
    ["remove", "1"],
    ["start", "heat"],
    ["stop", "rest"],
    ["consult"],
    ["peg", "6", "5", "7"],
    ["regions", "add", "old scar"],
    ["treatments", "add", "red lamp"],
    ["undo"],
    ["redo"],
    ["import", "rows.csv"],
    ["import", "other.json"],
    ["import", "other.db"],
]
READING = [
    [],
    ["list"],
    ["show", "1"],
    ["report"],
    ["compare", "nothing", "rest", "--region", "heel"],
    ["chart"],
    ["calendar"],
    ["map"],
    ["export"],
    ["export", "--format", "json"],
    ["regions"],
    ["treatments"],
    ["courses"],
    ["consult", "list"],
    ["peg", "list"],
    ["mappings"],
]


@pytest.fixture
def filled(painlog, path, tmp_path, monkeypatch):
    """A journal with something of every kind, and files to import beside it."""
    monkeypatch.chdir(tmp_path)
    painlog("add", "left heel", "6", "-t", "rest")
    painlog("start", "rest")
    painlog("consult", "--note", "knee")
    shutil.copy(path, tmp_path / "other.db")
    (tmp_path / "other.json").write_text(painlog("export", "--format", "json").out)
    (tmp_path / "rows.csv").write_text(painlog("export").out.replace("heel", "neck"))
    return path


def plant(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def view_in_place_of(table):
    return (
        "pragma legacy_alter_table = on",
        f"alter table {table} rename to hidden",
        f"create view {table} as {ENDLESS}",
    )


def dump(path):
    with closing(sqlite3.connect(path)) as connection:
        return [*connection.iterdump()]


@pytest.mark.parametrize("trigger", TRIGGERS)
@pytest.mark.parametrize("command", WRITING, ids=" ".join)
def test_what_would_write_past_a_trigger_says_that_nothing_was_saved(
    painlog, filled, command, trigger
):
    plant(filled, TRIGGERS[trigger])
    before = dump(filled)
    done = painlog(*command)
    assert (done.code, done.out) == (1, "")
    assert "nothing was saved" in done.err
    assert "spy" in done.err
    assert dump(filled) == before


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_what_only_reads_is_not_kept_from_it_by_a_trigger(painlog, filled, command):
    plain = painlog(*command)
    plant(filled, TRIGGERS["ignores"])
    assert painlog(*command) == plain


@pytest.mark.parametrize(
    ("command", "table"),
    [
        *((command, "entry") for command in (*WRITING, *READING)),
        *((command, table) for command in (["add"], ["list"]) for table in ("region", "change")),
    ],
)
def test_an_endless_view_in_the_place_of_a_table_is_said_at_once(painlog, filled, command, table):
    plant(filled, *view_in_place_of(table))
    done = painlog(*command)
    assert (done.code, done.out) == (1, "")
    assert f"{table} is a view" in done.err
    assert "painlog restore" in done.err


@pytest.mark.parametrize("table", ["entry", "region", "change"])
def test_check_names_the_view(painlog, filled, table):
    plant(filled, *view_in_place_of(table))
    done = painlog("check")
    assert done.code == 1
    assert f"{table} is a view" in done.out


def test_check_names_a_trigger_and_removes_it(painlog, filled):
    plant(filled, TRIGGERS["ignores"])
    assert "trigger spy" in painlog("check").out
    assert "spy" in painlog("check", "--mend").out
    assert "spy" not in str(dump(filled))
    assert painlog("add", "neck", "2").code == 0


@pytest.mark.usefixtures("filled")
def test_an_endless_view_is_not_imported(painlog, tmp_path):
    plant(tmp_path / "other.db", *view_in_place_of("entry"))
    done = painlog("import", "other.db")
    assert done.code == 1
    assert "entry is a view" in done.err


def test_tab_offers_nothing_of_a_view(filled):
    plant(filled, *view_in_place_of("entry"))
    with Journal(filled, glancing=True) as glance:
        assert recent.latest_places(glance) == []
        assert [*glance.entries()] == []
