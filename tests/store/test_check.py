"""Check: every kind of fault is found and said, nothing is changed by looking, and what is mended
is whole afterwards with a copy of what was there."""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from builders import (
    consultation,
    course,
    entry,
    on,
    peg,
    question,
    sign_answer,
    trial,
    trial_day,
    use,
)
from conftest import NOW
from painlog.errors import BadFileError
from painlog.store import database
from painlog.store.backup import back_up
from painlog.store.check import examine, first_unreadable
from painlog.store.check.mend import mend
from painlog.store.check.surroundings import permissions
from painlog.store.journal import Journal

NO_UID = "x" * 36
UID = "0f8fad5b-d9cb-469f-a165-70867728950e"


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    monkeypatch.setattr("painlog.store.log.now_text", lambda: "2026-03-31T19:00:00+00:00")


@pytest.fixture
def filled(path, store):
    """A journal without a fault or a remark."""
    store(
        entry("left heel", 6, treatments=["heat"], before=8, qualities=("dull",)),
        entry("neck", 3, day=2),
    )
    store(course("heat", "heel"), consultation(2, "keep on"), peg(6, 5, 7))
    store(question(asked_on=on(2)))
    store(trial(uid=UID), trial_day(trial(uid=UID), 1))
    store(sign_answer("joint", "known", "left heel"))
    copy = path.parent / "backups" / "painlog-2026-03-31-2100.db"
    copy.parent.mkdir(mode=0o700)
    with Journal(path) as journal:
        back_up(journal, [copy])
    return path


def run(path, sql):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(sql)


def found(path, now=NOW):
    before = path.read_bytes()
    examined = examine(path, now)
    assert path.read_bytes() == before
    return [(f.code, f.severity, f.where) for f in examined.findings]


def mended(path):
    return mend(path, examine(path, NOW), NOW)


def test_a_journal_as_painlog_writes_it_is_whole(filled):
    examined = examine(filled, NOW)
    assert examined.findings == ()
    assert examined.whole


IGNORING = "pragma ignore_check_constraints = 1; "
MENDED = [
    (
        "update consultation set held_on = '0000-01-01'",
        "value",
        ('visit 1: "0000-01-01"',),
        "Taken out of the journal: visit 1. To bring back: painlog undo",
    ),
    (
        "update course set started_on = '0000-02-01'",
        "value",
        ('course 1: "0000-02-01"',),
        "Taken out of the journal: course 1. To bring back: painlog undo",
    ),
    (
        "update course set ended_on = '9999-12-31'",
        "value",
        ('course 1: "9999-12-31"',),
        "Taken out of the journal: course 1. To bring back: painlog undo",
    ),
    (
        "update peg set answered_on = '0001-01-01'",
        "value",
        ('PEG 1: "0001-01-01"',),
        "Taken out of the journal: PEG 1. To bring back: painlog undo",
    ),
    (
        "update question set asked_on = '0001-01-01'",
        "value",
        ('question 1: "0001-01-01"',),
        "Taken out of the journal: question 1. To bring back: painlog undo",
    ),
    (
        f"{IGNORING}update question set text = ''",
        "value",
        ('question 1: ""',),
        "Taken out of the journal: question 1. To bring back: painlog undo",
    ),
    (
        "update trial set starts_on = '9999-12-31'",
        "value",
        ('trial 1: "9999-12-31"',),
        "Taken out of the journal: trial 1. To bring back: painlog undo",
    ),
    (
        f"{IGNORING}update trial set pairs = 5",
        "value",
        ('trial 1: "5"',),
        "Taken out of the journal: trial 1. To bring back: painlog undo",
    ),
    (
        f"{IGNORING}update red_flag_answer set answer = 'maybe'",
        "value",
        ('answer about a warning sign 1: "maybe"',),
        "Taken out of the journal: answer about a warning sign 1. To bring back: painlog undo",
    ),
    (
        "update red_flag_answer set sign = 'Joint; hot'",
        "value",
        ('answer about a warning sign 1: "Joint; hot"',),
        "Taken out of the journal: answer about a warning sign 1. To bring back: painlog undo",
    ),
    (
        "update red_flag_answer set answered_at = '1000-03-01T20:00:00+00:00'",
        "value",
        ('answer about a warning sign 1: "1000-03-01T20:00:00+00:00"',),
        "Taken out of the journal: answer about a warning sign 1. To bring back: painlog undo",
    ),
    (
        f"{IGNORING}update trial_day set kept = 'maybe'",
        "value",
        ('day of trial 1: "maybe"',),
        "Taken out of the journal: day of trial 1. To bring back: painlog undo",
    ),
    (
        "update entry set felt_at = '1000-01-01T00:00:00+00:00' where id = 2",
        "value",
        ('entry 2: "1000-01-01T00:00:00+00:00"',),
        "Taken out of the journal: entry 2. To bring back: painlog undo",
    ),
    (
        f"{IGNORING}update entry set felt_at = 'soon' where id = 2",
        "value",
        ('entry 2: "soon"',),
        "Taken out of the journal: entry 2. To bring back: painlog undo",
    ),
    (
        f"{IGNORING}update entry set intensity = 99 where id = 2",
        "value",
        ('entry 2: "99"',),
        "Taken out of the journal: entry 2. To bring back: painlog undo",
    ),
    (
        f"{IGNORING}update entry set side = 'up' where id = 2",
        "value",
        ('entry 2: "up"',),
        "Taken out of the journal: entry 2. To bring back: painlog undo",
    ),
    (
        f"{IGNORING}update course set ended_on = '2026-02-01'",
        "value",
        ("course 1",),
        "Taken out of the journal: course 1. To bring back: painlog undo",
    ),
    (
        f"update peg set uid = '{NO_UID}'",
        "value",
        (f'PEG 1: "{NO_UID}"',),
        "Given a new uid: PEG 1.",
    ),
    (
        "update entry set created_at = 'long ago' where id = 2",
        "value",
        ('entry 2: "long ago"',),
        "Given a new created_at: entry 2.",
    ),
    (
        "insert into treatment (name, kind, conventional, own) values ('a;b', 'other', 0, 1);"
        "insert into use (id, uid, used_at, treatment, region, entry_id, created_at, updated_at)"
        " select -7, printf('%036d', 7), felt_at, 'a;b', region, 2, '', '' from entry where id = 2",
        "value",
        ('treatment a;b: "a;b"',),
        "Renamed: a;b to a,b.",
    ),
    (
        "insert into region (name, sides, own) values ('a' || char(10) || 'b', 'paired', 1)",
        "value",
        ('region a\nb: "a\nb"',),
        "Renamed: a\nb to a b.",
    ),
    (
        f"{IGNORING}insert into treatment values ('ray', 'magic', 0, '', 1, '')",
        "value",
        ('treatment ray: "magic"',),
        "Given a new kind: treatment ray.",
    ),
    (
        f"{IGNORING}insert into entry_tag values (2, 'mood', 'low')",
        "value",
        ('tag of entry 2: "mood"',),
        "Removed: tag of entry 2.",
    ),
    (
        "insert into backup (made_at, file, entries) values ('soon', 'x.db', 1)",
        "value",
        ("note 2",),
        "Notes of backups removed: 1. The backups themselves stay.",
    ),
    (
        "update entry set note = cast(x'61ff62' as text) where id = 2",
        "value",
        ("entry 2",),
        "Given a new note: entry 2.",
    ),
    (
        "update consultation set note = 'a' || char(0) || 'b' where id = 1",
        "value",
        ("visit 1",),
        "Given a new note: visit 1.",
    ),
    (
        "update course set updated_at = 'yesterday' where id = 1",
        "value",
        ('course 1: "yesterday"',),
        "Given a new updated_at: course 1.",
    ),
    (
        "insert into region (name, sides, own) values (cast(x'61ff62' as text), 'paired', 1);"
        "update entry set region = cast(x'61ff62' as text) where id = 2",
        "value",
        ('region a\udcffb: "a\udcffb"',),
        "Renamed: a\udcffb to a b.",
    ),
    (
        "update change set summary = cast(x'61ff62' as text) where id = 1",
        "log",
        ("change 1",),
        "Removed the change log up to change 1: undo goes back no further.",
    ),
    (
        "insert into mapping (name, options) values ('app', '{not json')",
        "value",
        ('mapping app: "{not json"',),
        "Removed: mapping app.",
    ),
    (
        "update change_item set other = '{not json' where change_id = 1",
        "log",
        ("change 1",),
        "Removed the change log up to change 1: undo goes back no further.",
    ),
    (
        "update change_item set kind = 'moon' where change_id = 2",
        "log",
        ("change 2",),
        "Removed the change log up to change 2: undo goes back no further.",
    ),
    (
        "insert into treatment (name, kind, conventional, own) values ('ray', 'other', 0, 0)",
        "catalogue",
        ("treatment ray",),
        "Marked as your own: ray.",
    ),
    (
        "delete from region where name = 'hip'",
        "catalogue",
        ("region hip",),
        "Put 1 of the catalogue's regions back.",
    ),
    (
        "update entry set region = 'moon' where id = 2",
        "loose",
        ("region moon", "entry 2"),
        "Added as your own region: moon.",
    ),
    (
        "insert into use (id, uid, used_at, treatment, region, entry_id, created_at, updated_at)"
        " select -7, printf('%036d', 7), felt_at, 'moonlight', region, 2, '', '' from entry"
        " where id = 2",
        "loose",
        ("treatment moonlight", "use -7"),
        "Added as your own treatment: moonlight.",
    ),
    (
        IGNORING + "update use set dose = '5 mg', dose_amount = -5.0, dose_unit = 'mg'",
        "value",
        ("use -1",),
        "Removed the dose of: use -1.",
    ),
    (
        f"{IGNORING}update use set used_at = 'soon'",
        "use",
        ("entry 1",),
        "Uses given the time and place of their entry: 1.",
    ),
    (
        f"{IGNORING}update use set updated_at = 'soon'",
        "value",
        ('use -1: "soon"',),
        "Given a new updated_at: use -1.",
    ),
    (
        "update course set dose = char(9)",
        "value",
        ("course 1",),
        "Removed the dose of: course 1.",
    ),
    (
        IGNORING + "update region set diary = '' where name = 'heel'",
        "value",
        ('region heel: ""',),
        "Given a new diary: region heel.",
    ),
    (
        IGNORING + "update entry set until = felt_at where id = 2",
        "value",
        ("entry 2",),
        "Taken out of the journal: entry 2. To bring back: painlog undo",
    ),
    (
        "insert into entry_tag values (77, 'quality', 'dull')",
        "loose",
        ("table entry_tag",),
        "Orphan rows of entry_tag removed: 1.",
    ),
    (
        "drop index entry_region",
        "schema",
        ("index entry_region",),
        "Made the index entry_region again.",
    ),
    ("drop view daily", "schema", ("view daily",), "Made the view daily again."),
    (
        "drop table mapping",
        "tables",
        ("table mapping",),
        "Made the table mapping again, without rows.",
    ),
]


@pytest.mark.parametrize(("sql", "code", "where", "done"), MENDED, ids=[m[3] for m in MENDED])
def test_what_other_tools_wrote_is_found_and_mended_with_a_copy_kept(
    filled, sql, code, where, done
):
    run(filled, sql)
    assert (code, "fault", where) in found(filled)
    assert not examine(filled, NOW).whole
    spoilt = filled.read_bytes()
    result = mended(filled)
    assert done in result.done
    assert result.left.whole
    assert result.kept == (filled.with_name("painlog.before-mend-1.db"),)
    assert result.kept[0].stat().st_mode & 0o777 == 0o600
    with (
        closing(sqlite3.connect(result.kept[0])) as kept,
        closing(sqlite3.connect(":memory:")) as before,
    ):
        kept.text_factory = before.text_factory = lambda raw: raw.decode("utf-8", "replace")
        before.deserialize(spoilt[:18] + b"\1\1" + spoilt[20:])
        assert [*kept.iterdump()] == [*before.iterdump()]
    with Journal(filled) as journal:
        assert 1 <= len([*journal.entries()]) <= 2
        journal.background()


@pytest.mark.parametrize(
    ("sql", "found_", "done"),
    [
        (
            "update use set side = null, region = 'neck'",
            ("use", "remark", ("entry 1",)),
            "Uses given the time and place of their entry: 1.",
        ),
        (
            f"update course set continues = '{UID}'",
            ("course", "remark", ("course 1",)),
            "Made into first steps: course 1.",
        ),
    ],
)
def test_a_remark_about_uses_or_steps_can_be_mended(filled, sql, found_, done):
    run(filled, sql)
    assert found(filled) == [found_]
    result = mended(filled)
    assert result.done == (done,)
    assert result.left.findings == ()


def test_what_was_taken_out_is_put_back_by_undo(filled):
    run(filled, "update consultation set held_on = '0000-01-01'")
    mended(filled)
    with Journal(filled, writing=True) as journal:
        assert journal.consultations() == ()
        assert journal.undo()[1:3] == ("check --mend", "visit 1")
        rows = journal.connection.execute("select held_on from consultation").fetchall()
    assert rows == [("0000-01-01",)]


def test_a_mended_index_finds_every_row(filled):
    row = (
        "select type, name, tbl_name, rootpage, sql from sqlite_schema where name = 'entry_felt_at'"
    )
    with closing(sqlite3.connect(filled, isolation_level=None)) as connection:
        index = connection.execute(row).fetchone()
        connection.execute("pragma writable_schema = on")
        connection.execute("delete from sqlite_schema where name = 'entry_felt_at'")
    run(filled, "update entry set felt_at = '2026-03-09T20:00:00+00:00' where id = 2")
    with closing(sqlite3.connect(filled, isolation_level=None)) as connection:
        connection.execute("pragma writable_schema = on")
        connection.execute("insert into sqlite_schema values (?, ?, ?, ?, ?)", index)
    assert ("index", "fault", ("index entry_felt_at",)) in found(filled)
    result = mended(filled)
    assert result.done == ("Rebuilt the indexes from their tables.",)
    assert result.left.findings == ()


def test_a_value_that_stops_reading_is_named(filled):
    assert first_unreadable(filled) is None
    run(filled, "update consultation set held_on = '0000-01-01'")
    assert first_unreadable(filled) == "visit 1"


# --- Remarks ---


def remarks(path, now=NOW):
    assert examine(path, now).whole
    return [(f.what, f.where) for f in examine(path, now).findings]


def test_entries_whose_parts_do_not_go_together_are_remarked(filled):
    run(
        filled,
        "update entry set intensity_before = 7 where id = 2;"
        "update entry set region = 'tailbone' where id = 1",
    )
    assert remarks(filled)[:3] == [
        ("Entries with an intensity before a treatment, and no treatment.", ("entry 2",)),
        ("Entries with a side, for a region that has none.", ("entry 1",)),
        (
            "A use that came with an entry has another time or place than the entry.",
            ("entry 1",),
        ),
    ]


def test_a_table_that_lets_through_what_painlog_would_refuse_is_remarked(filled):
    with closing(sqlite3.connect(filled, isolation_level=None)) as connection:
        connection.execute("pragma writable_schema = on")
        connection.execute(
            "update sqlite_schema set sql = replace(sql, 'between 0 and 10', 'between 0 and 90')"
            " where name = 'peg'"
        )
    assert remarks(filled)[0] == (
        "The table peg is not defined as painlog defines it, so it may hold or show what painlog "
        "would not.",
        ("table peg",),
    )


def test_a_clock_that_was_wrong_is_remarked(filled, store):
    store(*(entry("neck", number, day=3, hour=number) for number in range(1, 6)))
    run(
        filled,
        "update entry set created_at = '2026-03-0' || id || 'T20:00:00+00:00';"
        "update entry set created_at = '2025-03-04T20:00:00+00:00' where id in (4, 5);"
        "update entry set felt_at = '2027-01-01T00:00:00+00:00' where id = 3",
    )
    assert remarks(filled)[:3] == [
        ("Entries with a time that is still to come.", ("entry 3",)),
        (
            "Entries felt after they were written: the clock or its time zone was wrong.",
            ("entry 4", "entry 5"),
        ),
        (
            "Entries written earlier than the entry one number lower: a clock was set back.",
            ("entry 4",),
        ),
    ]


def test_imported_entries_keep_the_times_of_another_clock(filled, store):
    store(
        entry("neck", 1, day=3, created_at="2020-01-01T00:00:00+00:00"),
        command="import",
    )
    assert [what for what, _ in remarks(filled)] == [
        "Entries felt after they were written: the clock or its time zone was wrong."
    ]


def test_courses_that_say_nothing_are_remarked(filled, store):
    store(
        course("rest", "hip"),
        course("heat", "left heel", start=3),
        course("massage therapy", start=-400),
    )
    run(filled, "update course set ended_on = '2026-12-31' where id = 1")
    assert remarks(filled) == [
        ("Courses for a place that no entry rates.", ("course 2: rest for the hip",)),
        (
            "Courses of one treatment that overlap for a place.",
            ("course 1 and 3: heat for the heel",),
        ),
        (
            "Courses open for more than a year whose treatment was not logged in the last year.",
            ("course 4: massage therapy for the whole body",),
        ),
        ("Courses with a day that is still to come.", ("course 1: heat for the heel",)),
    ]


def test_a_backup_that_is_missing_old_or_gone_is_remarked(filled, path):
    old = "update backup set made_at = '2026-01-01T00:00:00+00:00'"
    run(filled, old)
    assert remarks(filled) == []
    run(filled, f"{old}, last_change = 0, changes = 0")
    assert remarks(filled) == [
        (
            "The last backup is 89 days old. Changes of any kind since: 5.",
            (str(path.parent / "backups" / "painlog-2026-03-31-2100.db"),),
        )
    ]
    run(filled, "delete from backup")
    assert remarks(filled) == [("There is no backup yet.", ())]
    values = "(9, '2026-03-31T19:00:00+00:00', '/gone.db', 2)"
    run(filled, f"insert into backup (id, made_at, file, entries) values {values}")
    assert remarks(filled) == [("The last backup is not where it was made.", ("/gone.db",))]


# --- Around the file ---


def test_open_files_and_leftovers_are_found_and_mended_without_a_copy(filled):
    filled.chmod(0o644)
    (filled.parent / "backups").chmod(0o755)
    dead, alive, older = (
        filled.with_name(".painlog.db.4194303.part-wal"),
        filled.with_name(f".painlog.db.{os.getppid()}.part"),
        filled.with_name(".painlog.db.new-4194303"),
    )
    theirs = filled.with_name(".movie.mkv.4194303.part")
    for left in (dead, alive, older, theirs):
        left.touch()
    assert found(filled) == [
        ("permissions", "fault", (str(filled),)),
        ("permissions", "fault", (str(filled.parent / "backups"),)),
        ("leftover", "remark", (str(dead), str(older))),
    ]
    result = mended(filled)
    assert (result.kept, result.left.findings) == ((), ())
    assert filled.stat().st_mode & 0o777 == 0o600
    assert (alive.exists(), theirs.exists(), dead.exists(), older.exists()) == (True, True) + (
        False,
    ) * 2


# --- Damage ---


@pytest.fixture
def long(path, store):
    """100 entries on several pages."""
    store(*(entry("neck", number % 11, day=number, note="x" * 200) for number in range(1, 101)))
    return path


def leaf_of(path, table, which):
    """The number of a leaf page of a table."""
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute(
            "select rootpage from sqlite_schema where name = ?", [table]
        ).fetchone()
    page = path.read_bytes()[(root - 1) * 4096 : root * 4096]
    cell = int.from_bytes(page[12 + 2 * which : 14 + 2 * which], "big")
    return int.from_bytes(page[cell : cell + 4], "big")


def wipe(path, page):
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\0" * 4096
    path.write_bytes(content)


def test_what_can_be_read_of_a_damaged_journal_is_read_into_a_new_one(long):
    wipe(long, leaf_of(long, "entry", 2))
    damaged = long.read_bytes()
    code, severity, where = found(long)[0]
    assert (code, severity, where[0]) == ("damaged", "fault", "table entry")
    result = mended(long)
    kept = long.with_name("painlog.before-mend-1.db")
    assert result.kept == (kept,)
    assert kept.read_bytes()[100:] == damaged[100:]
    assert result.left.whole
    with Journal(long) as journal:
        ids = [stored.id for stored in journal.entries()]
        assert all(len(stored.note) == 200 for stored in journal.entries())
    lost = sorted({*range(1, 101)} - {*ids})
    assert lost == [*range(lost[0], lost[-1] + 1)]
    assert 5 < len(lost) < 20
    assert result.done[0] == (
        f"Read into a new file: {len(ids)} entries, 0 uses, 0 courses, 0 visits, 0 PEGs."
    )
    assert result.done[1].startswith("Rows may be missing in: entry.")


def test_what_was_used_is_counted_with_a_rating_and_without(path, store):
    store(
        entry("head", 8, treatments=["ibuprofen", "heat"]),
        use("sumatriptan", "head", dose="50 mg", note="at once"),
    )
    run(path, "pragma journal_mode = delete")
    with closing(sqlite3.connect(path)) as journal:
        (root,) = journal.execute(
            "select rootpage from sqlite_schema where name = 'entry_tag'"
        ).fetchone()
    wipe(path, root)
    result = mended(path)
    assert result.done[0] == "Read into a new file: 1 entry, 3 uses, 0 courses, 0 visits, 0 PEGs."
    with Journal(path) as journal:
        (stored,), (used,) = journal.entries(), journal.uses()
    assert stored.treatments == ("heat", "ibuprofen")
    assert (used.what, used.region, used.note) == ("sumatriptan 50 mg", "head", "at once")


def test_a_journal_that_is_cut_off_is_read_as_far_as_it_goes(long):
    content = long.read_bytes()
    long.write_bytes(content[: len(content) - 8192])
    assert found(long)[0][0] == "damaged"
    result = mended(long)
    assert result.left.whole
    with Journal(long) as journal:
        ids = [stored.id for stored in journal.entries()]
    assert 60 < len(ids) < 100
    assert ids == [*range(1, len(ids) + 1)]


def test_of_a_journal_cut_off_in_its_header_nothing_is_left_to_read(long):
    long.write_bytes(long.read_bytes()[:50])
    assert found(long) == [("damaged", "fault", ("it ends within its first page",))]
    result = mended(long)
    assert result.done[0] == (
        "Read into a new file: 0 entries, 0 uses, 0 courses, 0 visits, 0 PEGs."
    )
    assert result.kept[0].stat().st_size == 50


@pytest.mark.parametrize("content", [b"dear diary", b""])
def test_what_is_no_journal_is_not_looked_at(path, content):
    path.write_bytes(content)
    with pytest.raises(BadFileError):
        examine(path, NOW)
    assert path.read_bytes() == content


def test_a_newer_journal_is_left_alone(filled):
    run(filled, f"pragma user_version = {database.SCHEMA_VERSION + 1}")
    with pytest.raises(BadFileError, match="was written by a newer painlog"):
        examine(filled, NOW)


def test_an_older_journal_is_whole_and_stays_as_it_is(filled):
    run(filled, "pragma user_version = 2")
    assert found(filled) == [("older", "remark", ())]


def test_a_journal_is_looked_at_while_another_painlog_writes(filled):
    with Journal(filled, writing=True) as other, other.change("add") as change:
        change.add(entry("neck", 1, felt_at=NOW - timedelta(days=1)))
        assert examine(filled, NOW).findings == ()


def test_open_copies_are_found_also_where_the_name_of_the_journal_is_a_pattern(tmp_path):
    path = tmp_path / "a[b].db"
    copies = (
        path.with_name("a[b].before-mend-1.db"),
        path.with_name("a[b].log-aside-1.wal"),
        tmp_path / "backups" / "a[b]-2026-03-31-2100.db",
    )
    others = (path.with_name("ab.before-mend-1.db"), tmp_path / "backups" / "ab-2026.db")
    (tmp_path / "backups").mkdir(mode=0o700)
    for file in (*copies, *others):
        file.touch()
        file.chmod(0o644)
    (finding,) = permissions(path)
    assert finding.where == tuple(map(str, copies))


def test_where_the_disk_keeps_no_permissions_the_rest_is_mended(filled, monkeypatch):
    filled.chmod(0o644)
    monkeypatch.setattr(os, "chmod", refused)
    with pytest.raises(BadFileError) as alone:
        mend(filled, examine(filled, NOW), NOW)
    assert str(alone.value) == (
        f"The permissions of {filled} cannot be changed: it is not yours, or its disk keeps none, "
        "as many USB sticks do. Move it to a disk that keeps them, or to an encrypted one."
    )
    with closing(sqlite3.connect(filled)) as journal:
        journal.execute("drop view daily")
    mended = mend(filled, examine(filled, NOW), NOW)
    assert mended.done == ("Made the view daily again.",)
    assert [finding.code for finding in mended.left.findings if finding.mendable] == ["permissions"]


def refused(*_args, **_options):
    raise PermissionError(1, "Operation not permitted")


def test_a_log_that_a_killed_program_left_is_read_and_stays_as_it_is(filled, tmp_path):
    copy = tmp_path / "copy" / "painlog.db"
    copy.parent.mkdir()
    with Journal(filled, writing=True) as journal:
        with journal.change("add") as change:
            change.add(entry("heel", 4))
        for suffix in ("", "-wal"):
            shutil.copy(f"{filled}{suffix}", f"{copy}{suffix}")
    before = [Path(f"{copy}{suffix}").read_bytes() for suffix in ("", "-wal")]
    assert examine(copy, NOW, is_copy=True).whole
    assert [Path(f"{copy}{suffix}").read_bytes() for suffix in ("", "-wal")] == before
