"""What a daily command asks of SQLite is found by an index, however long the journal is."""

import re
import sqlite3
from contextlib import closing
from datetime import date, datetime

import pytest

from builders import consultation, course, entry, selection
from painlog.store import days, recent, taken
from painlog.store.journal import Journal

# What grows with the journal; catalogues, courses and visits are a handful.
GROWS = (
    *("entry", "use", "entry_tag", "change", "change_item", "daily", "day_factor", "day_note"),
)
# A walk along an index that ends after a few rows is none through all of them.
A_FEW = re.compile(r"\blimit \d")
WALK = re.compile(rf"^SCAN (?:{'|'.join(GROWS)})\b")


@pytest.fixture
def asked(store, monkeypatch):
    """The statements that the journal of this test is asked from now on, with their values."""
    store(
        *(
            entry("left heel", number % 11, day=number % 28 + 1, treatments=["heat"], before=7)
            for number in range(60)
        ),
        course("heat", "left heel", start=3),
        consultation(5),
    )
    statements: list[str] = []
    real = sqlite3.connect

    def connect(*where, **how):
        connection = real(*where, **how)
        connection.set_trace_callback(statements.append)
        return connection

    monkeypatch.setattr(sqlite3, "connect", connect)
    return statements


def walks(path, statements):
    """Each walk through all of a table that grows, with the statement that needs it."""
    found = []
    with closing(sqlite3.connect(path)) as connection:
        for statement in dict.fromkeys(tuple(statements)):
            if not re.match(r"\s*(select|insert|update|delete)\b", statement):
                continue
            plan = connection.execute(f"explain query plan {statement}").fetchall()
            found += [
                (step, statement)
                for *_, step in plan
                if WALK.match(step) and not A_FEW.search(statement)
            ]
    return found


DAILY = {
    "add": ["add", "left heel", "6", "-t", "heat", "--before", "8", "-q", "burning"],
    "add twice": ["add", "left heel", "6", "--at", "2026-03-28 20:00"],
    "add with the side before": ["add", "heel", "6"],
    "take": ["take", "ibuprofen", "400 mg", "--for", "heel"],
    "list of uses": ["list", "--only", "uses", "--since", "2026-03-10"],
    "today": ["today"],
    "list": ["list"],
    "list of a region": ["list", "--region", "left heel", "--since", "2026-03-10"],
    "list of regions": ["list", "-r", "left heel", "-r", "neck", "-t", "heat", "-t", "rest"],
    "export of regions": ["export", "-r", "left heel", "-r", "neck", "-r", "hip"],
    "list of days": ["list", "--since", "2026-03-10", "--until", "2026-03-12"],
    "show": ["show", "5"],
    "edit": ["edit", "5", "--intensity", "3", "--note", "better"],
    "remove": ["remove", "5"],
    "undo": ["undo"],
    "start": ["start", "stretching", "--region", "neck"],
    "stop": ["stop", "heat"],
    "courses": ["courses"],
    "consult": ["consult"],
    "peg": ["peg", "6", "5", "7"],
    "map": ["map"],
    "week": ["week"],
}


@pytest.mark.parametrize("command", DAILY)
def test_a_daily_command_walks_through_no_table_that_grows(painlog, path, asked, command):
    assert painlog(*DAILY[command]).code == 0
    assert len(asked) > 3
    assert walks(path, asked) == []


def test_a_redo_walks_through_no_table_that_grows(painlog, path, asked):
    painlog("undo")
    asked.clear()
    assert painlog("redo").code == 0
    assert walks(path, asked) == []


def test_an_end_of_an_attack_walks_through_no_table_that_grows(painlog, path, asked):
    painlog("regions", "set", "heel", "--diary", "attacks")
    painlog("add", "left heel", "6", "--at", "09:00")
    asked.clear()
    assert painlog("over", "heel").code == 0
    assert walks(path, asked) == []


def test_what_checkin_asks_is_found_by_an_index(path, asked):
    since = date(2026, 3, 20)
    with Journal(path) as journal:
        assert recent.places_since(journal, since) == [("heel", "left")]
        assert recent.places_asked(journal, date(2026, 3, 31)) == [("heel", "left")]
        assert recent.last_days(journal, since, date(2026, 3, 31)) == {
            ("heel", "left"): date(2026, 3, 28)
        }
        assert recent.treatments_since(journal, since) == ["heat"]
        assert recent.treatments_by_place_since(journal, since) == {("heel", "left", "heat")}
        assert recent.sides_lately(journal, "heel", since) == ["left"]
        assert recent.day_of_last_rating(journal, date(2026, 3, 31)) is not None
        assert recent.last_day_before(journal, date(2026, 3, 31)) is not None
        assert recent.first_day(journal) == date(2026, 3, 1)
        assert recent.first_days(journal, [("heel", "left")]) == {
            ("heel", "left"): date(2026, 3, 1)
        }
        assert recent.last_rating(journal, "heel", "left", date(2026, 3, 31)) is not None
        assert set(recent.rated_on(journal, date(2026, 3, 1))) == {("heel", "left")}
        assert days.factors_on(journal, since) == {}
        assert days.note_on(journal, since) is None
        assert days.day_factors(journal, since) == ()
        assert list(journal.uses(selection(since=since))) == []
        assert taken.doses_of(journal, "heat") == []
    assert walks(path, asked) == []


def test_the_days_of_medicine_that_today_counts_are_found_by_an_index(path, asked):
    with Journal(path) as journal:
        assert set(taken.days_by_treatment(journal, date(2026, 3, 1), date(2026, 3, 31))) == {
            "heat"
        }
        assert not taken.are_own(journal, {"heat"})
    assert walks(path, asked) == []


def test_what_an_import_asks_of_each_row_is_found_by_an_index(painlog, path, asked, tmp_path):
    rows = tmp_path / "rows.csv"
    rows.write_text("date,region,intensity\n2026-03-05T21:00,left heel,6\n")
    assert painlog("import", str(rows)).code == 0
    assert walks(path, asked) == []


def test_the_test_sees_a_walk_where_there_is_one(path, asked):
    with Journal(path) as journal:
        journal.count(selection("any left"))
        list(journal.connection.execute("select id from entry order by note"))
    assert [step for step, _ in walks(path, asked)] == ["SCAN entry"] * 2


def test_another_clock_is_less_than_a_day_away(path, asked):
    moment = datetime.fromisoformat("2026-03-05T21:00:00+14:00")
    with Journal(path) as journal:
        assert not recent.same_entry_since(journal, entry("left heel", 6, felt_at=moment), moment)
    assert "felt_at > '2026-03-04T07:00:00' and felt_at < '2026-03-06T07:00:00'" in asked[-1]
