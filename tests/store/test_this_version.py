"""A journal that was written when this version of the schema was frozen.

While SCHEMA_VERSION stays as it is, its tables are those of a new journal and reading it changes
nothing. It holds every kind of thing, each change of which can be made again and undone.
"""

import gzip
import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

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
from painlog.model.use import Use
from painlog.store import database, empty, rows
from painlog.store.journal import Journal
from painlog.store.mappings import SavedMapping

FIXTURE = Path(__file__).parent / "fixtures" / f"version_{database.SCHEMA_VERSION}.db.gz"
WINTER = timezone(timedelta(hours=1))
UID_OF_VISIT, UID_OF_TRIAL, UID_OF_STEP = "the visit", "the trial", "the first step"
COMMANDS = [
    *("regions add", "treatments add", "factors add", "add", "edit", "add", "over", "add", "add"),
    *("remove", "take", "start", "start", "start", "stop", "consult", "consult", "consult"),
    *("consult asked", "peg", "regions set", "redflags", "day", "trial plan", "trial log"),
    *("regions order", "import"),
]


def at(day, hour, minute=0):
    return datetime(2026, 3, day, hour, minute, tzinfo=WINTER)


def on(day):
    return date(2026, 3, day)


HELD = {
    Entry: [
        Entry(
            at(1, 20, 15),
            "heel",
            6,
            "left",
            8,
            4,
            ("paracetamol", "stretching"),
            ("burning",),
            ("long walk",),
            ("Parkinson's disease",),
            'ä "b"',
            id=1,
            doses=(("paracetamol", Dose(500, "mg", "500 mg")),),
        ),
        Entry(at(2, 8), "head", 8, treatments=("heat",), id=2, until=at(3, 11, 30)),
        Entry(at(2, 21, 15), "scar", 0, id=3),
    ],
    Use: [
        Use(at(2, 9), "sumatriptan", Dose(50, "mg", "50 mg"), "head", note="with water", id=1),
    ],
    Course: [
        Course("amitriptyline", on(1), on(9), "head", id=1, dose=Dose(10, "mg", "10 mg")),
        Course(
            "amitriptyline",
            on(10),
            None,
            "head",
            id=2,
            dose=Dose(25, "mg", "25 mg"),
            continues=UID_OF_STEP,
        ),
        Course("clay pack", on(1), on(9), id=3),
    ],
    Consultation: [Consultation(on(4), "Ultrasound; stretching is fine", id=1)],
    VisitQuestion: [
        VisitQuestion("May I run?", UID_OF_VISIT, on(4), id=1),
        VisitQuestion("What about the night?", id=2),
    ],
    Peg: [Peg(on(3), 6, 5, 7, id=1)],
    SignAnswer: [
        SignAnswer(at(1, 20, 16), "injury", "no", "heel", "left", id=1),
        SignAnswer(at(1, 20, 16), "infection", "known", id=2),
    ],
    Trial: [
        Trial(
            "stretching",
            "clay pack + stretching",
            "heel",
            7,
            4,
            1,
            on(9),
            "0123456789abcdef",
            on(4),
            on(8),
            "left",
            consultation=UID_OF_VISIT,
            id=1,
        )
    ],
    TrialDay: [TrialDay(UID_OF_TRIAL, on(9), "partly", "half of it", id=1)],
    DayNote: [DayNote(on(2), "long drive", id=1)],
    DayFactor: [
        DayFactor(on(2), "sleep", 6.5, id=1),
        DayFactor(on(2), "steps", 8000, id=2),
    ],
    Factor: [Factor("steps", "number", asked=True)],
    CheckinPlace: [CheckinPlace(1, "head"), CheckinPlace(2, "heel", "left")],
    SavedMapping: [SavedMapping("my app", '{"map": ["felt_at=When"]}')],
    Region: [Region("scar", "optional", "own", ("old cut",), own=True)],
    Treatment: [Treatment("clay pack", "self-care", synonyms=("clay",), own=True)],
}
CHOSEN = {
    "Region": "where own",
    "Treatment": "where own",
    "Factor": "where own",
    # Those that come with an entry are part of it.
    "Use": "where entry_id is null",
}


@pytest.fixture
def frozen(path):
    path.write_bytes(gzip.decompress(FIXTURE.read_bytes()))
    path.chmod(0o600)
    return path


def held(journal, type_):
    """What it holds of a type, with names in the place of uids, which every journal makes anew."""
    name = type_.__name__
    condition = f"{CHOSEN.get(name, '')} order by {rows.KINDS[name].key}"
    named = {uid: called for uid, called in _names(journal).items() if uid}
    marks = {"uid": "", "created_at": "", "updated_at": ""}
    return [
        thing._replace(
            **{mark: text for mark, text in marks.items() if mark in thing._fields},
            **{
                field: named[getattr(thing, field)]
                for field in ("consultation", "trial", "continues")
                if getattr(thing, field, "") in named
            },
        )
        for thing in rows.things(journal.connection, type_, condition)
    ]


def _names(journal):
    [(visit,)] = journal.rows("select uid from consultation")
    [(trial,)] = journal.rows("select uid from trial")
    [(step,)] = journal.rows("select uid from course where id = 1")
    return {visit: UID_OF_VISIT, trial: UID_OF_TRIAL, step: UID_OF_STEP}


def test_every_kind_of_thing_is_in_it():
    assert {type_.__name__ for type_ in HELD} == rows.KINDS.keys()


@pytest.mark.parametrize("writing", [False, True], ids=["reading", "writing"])
def test_it_holds_what_was_written_and_opening_it_changes_nothing(frozen, writing):
    before = frozen.read_bytes()
    with Journal(frozen, writing=writing) as journal:
        assert {type_: held(journal, type_) for type_ in HELD} == HELD
        assert journal.background().attack_diaries == ("head",)
    assert frozen.read_bytes() == before
    assert [file.name for file in frozen.parent.iterdir()] == [frozen.name]


def test_its_tables_are_those_of_a_new_journal(frozen, tmp_path):
    new = tmp_path / "new.db"
    empty.create(new)
    made = []
    for path in (frozen, new):
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("pragma user_version").fetchone()[0] == (
                database.SCHEMA_VERSION
            )
            made.append(
                connection.execute(
                    "select type, name, sql from sqlite_master order by type, name"
                ).fetchall()
            )
    assert made[0] == made[1]


def test_every_change_in_it_can_be_made_again_and_undone(frozen):
    with Journal(frozen, writing=True) as journal:
        assert journal.redo().command == "add"
        assert [journal.undo().command for _ in [*COMMANDS, "add"]] == ["add", *COMMANDS[::-1]]
        assert {type_: held_nothing(journal, type_) for type_ in HELD} == dict.fromkeys(HELD, True)
        for _ in [*COMMANDS, "add"]:
            journal.redo()
        journal.undo()
        assert {type_: held(journal, type_) for type_ in HELD} == HELD


def held_nothing(journal, type_):
    name = type_.__name__
    return not list(rows.things(journal.connection, type_, CHOSEN.get(name, "")))
