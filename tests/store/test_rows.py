"""The codec: things of every kind, as rows and as images, both ways."""

import sqlite3
from contextlib import closing
from typing import Any

import pytest

from builders import consultation, course, entry, on, peg, question, sign_answer, trial, use
from painlog.model.contents import Consultation, VisitQuestion
from painlog.model.course import Course
from painlog.model.dose import Dose
from painlog.model.entry import Entry
from painlog.model.factor import CheckinPlace, DayFactor, DayNote, Factor
from painlog.model.peg import Peg
from painlog.model.region import Region
from painlog.model.sign_answer import SignAnswer
from painlog.model.treatment import Treatment
from painlog.model.trial import Trial, TrialDay
from painlog.model.use import Use, uid_with_entry
from painlog.store import empty, log, rows
from painlog.store.mappings import SavedMapping

# A number that 15 digits do not give back.
COMBINED = Dose(None, "", "30/500")
ONE_THIRD = Dose(1 / 3, "hour", "1/3 hour")
ON_DAY_3 = entry("heel", 1, day=3).felt_at
UID = "0f8fad5b-d9cb-469f-a165-70867728950e"
THINGS: dict[type, Any] = {
    Region: Region("old scar", "optional", "own", ("seam", "cut"), own=True, diary="attacks"),
    Treatment: Treatment("red lamp", "self-care", conventional=True, synonyms=("lamp",), own=True),
    SavedMapping: SavedMapping("my app", "{}"),
    Entry: entry(
        "left heel", 6, day=2, before=8, treatments=["heat", "rest"], note="x\ny"
    )._replace(
        id=7, uid=UID, qualities=("dull", "hot"), triggers=("a:b",), conditions=("rain",),
        interference=3, created_at="then", updated_at="later", doses=(("heat", ONE_THIRD),),
        until=ON_DAY_3,
    ),
    Use: use("ibuprofen", "left heel", dose="2x500 mg")._replace(
        id=7, uid=UID, note="for the night", created_at="then", updated_at="later",
    ),
    Course: course("heat", "left heel", start=1, end=4, dose="10 minutes")._replace(
        id=7, uid=UID, updated_at="then", continues="x" * 36,
    ),
    Consultation: consultation(3, "again")._replace(id=7, uid=UID, updated_at="then"),
    VisitQuestion: question(
        consultation="x" * 36, asked_on=on(4), id=7, uid=UID, updated_at="then"
    ),
    Peg: peg(6, 5, 7, day=3)._replace(id=7, uid=UID, updated_at="then"),
    Trial: trial(
        washout=1, seed_given=True, draws=2, consultation="x" * 36, stopped_on=on(9), id=7, uid=UID,
        updated_at="then",
    ),
    TrialDay: TrialDay("x" * 36, on(3), "partly", "in the evening", UID, 7, "then"),
    Factor: Factor("steps", "number", "km", asked=True),
    DayFactor: DayFactor(on(3), "sleep", 6.5, UID, 7, "then"),
    DayNote: DayNote(on(3), "rain", UID, 7, "then"),
    CheckinPlace: CheckinPlace(2, "heel", "left"),
    SignAnswer: sign_answer("cauda", "yes", "left hip", id=7, uid=UID, updated_at="then"),
}  # fmt: skip


@pytest.fixture
def connection():
    with closing(empty.in_memory()) as connection:
        yield connection


def stored(connection, thing):
    kind = rows.kind_of(thing)
    return kind, rows.insert(connection, kind, rows.image_of(thing))


def test_every_kind_is_tested_here():
    assert {type_.__name__ for type_ in THINGS} == set(rows.KINDS)


@pytest.mark.parametrize("type_", THINGS)
def test_every_field_has_a_column_and_every_column_a_field(connection, type_):
    kind = rows.KINDS[type_.__name__]
    fields = set(type_._fields)
    if "dose" in kind.columns:
        fields |= {"dose_amount", "dose_unit"}
    assert set(kind.columns) <= fields
    table = connection.execute(f"pragma table_info({kind.name})").fetchall()
    assert {name for _, name, *_ in table} - {"entry_id"} == set(kind.columns)


@pytest.mark.parametrize("type_", THINGS)
def test_a_thing_is_read_as_it_was_stored(connection, type_):
    thing = THINGS[type_]
    kind, key = stored(connection, thing)
    assert key == getattr(thing, kind.key)
    condition = f"where {kind.key} = ?"
    assert [*rows.things(connection, type_, condition, [key])] == [thing]
    assert [*rows.legible_things(connection, type_, condition, [key])] == [thing]


@pytest.mark.parametrize("type_", THINGS)
def test_an_image_is_the_same_from_the_thing_the_table_and_the_log(connection, type_):
    kind, key = stored(connection, THINGS[type_])
    image = rows.image_of(THINGS[type_])
    assert rows.read(connection, kind, key) == image
    text = log.to_text(image)
    assert log.is_readable(kind.name, text)
    again = log.from_text(kind, text)
    assert again is not None
    if kind.tagged:
        again["tags"] = [tuple(tag) for tag in again["tags"]]
    assert again == image


@pytest.mark.parametrize("type_", THINGS)
def test_an_image_is_put_in_the_place_of_another_and_taken_away(connection, type_):
    kind, key = stored(connection, THINGS[type_])
    image = rows.image_of(THINGS[type_])
    # Only names change; an id stays.
    new_key = key if isinstance(key, int) else f"{key} 2"
    assert rows.replace(connection, kind, key, image | {kind.key: new_key}) == new_key
    assert rows.replace(connection, kind, new_key, image) == key
    assert rows.read(connection, kind, key) == image
    rows.replace(connection, kind, key, None)
    assert rows.read(connection, kind, key) is None
    assert rows.replace(connection, kind, key, image) == key
    assert rows.read(connection, kind, key) == image


def test_a_thing_without_an_id_is_given_one(connection):
    rated = entry("left heel", 6, uid=UID)
    assert stored(connection, rated)[1] == 1
    assert stored(connection, rated._replace(uid="x" * 36))[1] == 2


def test_a_row_that_cannot_be_read_is_left_out_where_that_is_asked(connection):
    stored(connection, THINGS[Course])
    connection.execute("pragma ignore_check_constraints = on")
    connection.execute(
        "insert into course (uid, treatment, started_on) values (printf('%036d', 1), 'heat', '?')"
    )
    with pytest.raises(ValueError, match="isoformat"):
        [*rows.things(connection, Course)]
    assert [*rows.legible_things(connection, Course)] == [THINGS[Course]]


def test_the_strength_of_a_combination_has_neither_amount_nor_unit(connection):
    taken = use("ibuprofen")._replace(dose=COMBINED, id=1, uid=UID)
    stored(connection, taken)
    assert [*rows.things(connection, Use)] == [taken]
    assert rows.image_of(taken)["dose_unit"] is None
    rated = entry("neck", 4, treatments=["ibuprofen"])._replace(doses=(("ibuprofen", COMBINED),))
    _, key = stored(connection, rated._replace(uid=UID))
    assert [e.doses for e in rows.things(connection, Entry)] == [rated.doses]
    image = rows.read(connection, rows.KINDS["Entry"], key) or {}
    assert image["treatments"] == [["ibuprofen", "30/500", None, None]]


def test_an_image_from_before_doses_is_put_back(connection):
    kind, key = stored(connection, THINGS[Entry])
    older = rows.image_of(THINGS[Entry]) | {"treatments": ["heat", "rest"]}
    del older["until"]
    image = log.from_text(kind, log.to_text(older))
    rows.replace(connection, kind, key, image)
    (found,) = rows.things(connection, Entry)
    assert (found.treatments, found.doses, found.until) == (("heat", "rest"), (), None)


def test_a_use_with_an_entry_has_its_time_and_place_and_a_uid_that_follows_from_it(connection):
    stored(connection, THINGS[Entry])
    found = connection.execute(
        "select id, uid, used_at, day, treatment, dose, region, side, entry_id from use"
        " order by id desc"
    ).fetchall()
    when = ("2026-03-02T20:00:00+00:00", "2026-03-02")
    assert found == [
        (-1, uid_with_entry(UID, "heat"), *when, "heat", "1/3 hour", "heel", "left", 7),
        (-2, uid_with_entry(UID, "rest"), *when, "rest", None, "heel", "left", 7),
    ]
    taken = use("ibuprofen", uid=UID)
    assert stored(connection, taken)[1] == 1


@pytest.mark.parametrize("type_", [Entry, Use, Course])
def test_what_is_new_in_the_catalogue_is_added_when_it_is_first_stored(connection, type_):
    for name in ("region", "treatment"):
        connection.execute(f"delete from {name}")
    connection.execute("insert into treatment values ('rest', 'other', 0, '', 1, '')")
    thing = THINGS[type_]
    stored(connection, thing)
    assert [*rows.things(connection, type_)] == [thing]
    own = connection.execute("select name from treatment where own").fetchall()
    assert own == [("rest",)]


def test_a_name_that_nobody_knows_is_refused(connection):
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        stored(connection, THINGS[Use]._replace(treatment="moonlight"))
    assert [*rows.things(connection, Use)] == []


def test_columns_of_a_later_painlog_are_no_hindrance():
    with closing(sqlite3.connect(":memory:")) as older:
        older.execute("create table consultation (id, uid, held_on, note)")
        older.execute("insert into consultation values (1, 'u', '2026-03-01', '')")
        (found,) = rows.legible_things(older, Consultation)
        assert (found.id, found.updated_at) == (1, "")
        with pytest.raises(sqlite3.OperationalError):
            [*rows.things(older, Consultation)]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("entry", "{}"),
        ("entry", "[]"),
        ("peg", "no json"),
        ("ghost", None),
        (None, None),
        ("journal", '"/"'),
        ("journal", "7"),
    ],
)
def test_what_is_no_image_is_not_readable(kind, text):
    assert not log.is_readable(kind, text)


def test_a_restore_names_a_file_without_its_directory():
    assert log.file_name_from_text('"/somewhere/painlog.before-restore-1.db"') == (
        "painlog.before-restore-1.db"
    )
    assert log.file_name_from_text(None) is None
