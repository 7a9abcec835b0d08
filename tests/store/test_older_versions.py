"""Journals that earlier versions of painlog wrote: whole in this one, with everything undoable.

`fixtures` holds one of each released version of the schema: entries with all that they can hold,
one edited and one removed, courses, a visit, names of the person's own, and a change that was
undone. Before SCHEMA_VERSION is raised, one of the version that it had is put there; that of this
version is read in test_this_version.py.
"""

import gzip
import os
import sqlite3
import subprocess
import textwrap
import time
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from builders import peg
from painlog.errors import GET_NEWER, BadFileError
from painlog.model.catalogue.regions import REGIONS
from painlog.model.catalogue.treatments import TREATMENTS
from painlog.model.contents import Consultation
from painlog.model.course import Course
from painlog.model.dose import Dose
from painlog.model.entry import Entry
from painlog.model.peg import Peg
from painlog.model.use import Use
from painlog.store import database, empty, schema
from painlog.store.journal import Journal
from soundness import names_in

FIXTURES = Path(__file__).parent / "fixtures"
WINTER = timezone(timedelta(hours=1))


@dataclass(frozen=True)
class Written:
    """What an earlier version wrote: uids and times of writing left out."""

    entries: list[Entry]
    courses: list[Course]
    consultations: list[Consultation]
    pegs: list[Peg]
    own: tuple[str, str]
    undone: str
    commands: list[str]
    uses: list[Use] = field(default_factory=list)
    attack_diaries: tuple[str, ...] = ()


def at(day, hour, minute=0):
    return datetime(2026, 3, day, hour, minute, tzinfo=WINTER)


WRITTEN = {
    1: Written(
        entries=[
            Entry(
                at(1, 20),
                "heel",
                6,
                "left",
                8,
                4,
                ("heat lamp", "stretching"),
                ("burning",),
                ("long walk",),
                ("diabetes",),
                'first "steps"\n\N{FOOT}',
                id=1,
            ),
            Entry(at(2, 21, 15), "lower back", 5, id=2),
            Entry(at(2, 21, 15), "old scar", 0, id=3),
        ],
        courses=[Course("stretching", date(2026, 3, 1), None, "heel", "left", id=1)],
        consultations=[Consultation(date(2026, 3, 5), "doctor: keep stretching", id=1)],
        pegs=[],
        own=("old scar", "heat lamp"),
        undone="neck",
        commands=[
            *("add", "remove", "edit", "add", "consult", "start", "add", "add"),
            *("treatments add", "regions add"),
        ],
    ),
    2: Written(
        entries=[
            Entry(
                at(1, 20, 15),
                "heel",
                6,
                "left",
                8,
                4,
                ("stretching",),
                ("burning",),
                ("long walk",),
                (),
                'ä "b"',
                id=1,
            ),
            Entry(
                at(2, 8),
                "lower back",
                3,
                treatments=("ibuprofen",),
                conditions=("Parkinson's disease",),
                note="worse after sitting",
                id=2,
            ),
            Entry(at(2, 21, 15), "old scar", 0, id=3),
        ],
        courses=[
            Course("clay pack", date(2026, 3, 1), date(2026, 3, 9), id=2),
            Course("stretching", date(2026, 3, 5), None, "heel", "left", id=1),
        ],
        consultations=[Consultation(date(2026, 3, 4), "Ultrasound", id=1)],
        pegs=[Peg(date(2026, 3, 3), 6, 5, 7, id=1)],
        own=("old scar", "clay pack"),
        undone="heel",
        commands=[
            *("add", "edit", "peg", "consult", "start", "start", "remove", "add", "add"),
            *("add", "add", "treatments add", "regions add"),
        ],
    ),
    3: Written(
        entries=[
            Entry(
                at(1, 20, 15),
                "heel",
                6,
                "left",
                8,
                4,
                ("clay pack", "stretching"),
                ("burning",),
                ("long walk",),
                ("Parkinson's disease",),
                'ä "b"',
                id=1,
            ),
            Entry(
                at(2, 8),
                "lower back",
                4,
                treatments=("ibuprofen",),
                note="worse after sitting",
                id=2,
            ),
            Entry(at(2, 21, 15), "scar", 0, id=3),
        ],
        courses=[
            Course("clay pack", date(2026, 3, 1), date(2026, 3, 9), id=2),
            Course("stretching", date(2026, 3, 5), None, "heel", "left", id=1),
        ],
        consultations=[Consultation(date(2026, 3, 4), "Ultrasound", id=1)],
        pegs=[Peg(date(2026, 3, 3), 6, 5, 7, id=1)],
        own=("scar", "clay pack"),
        undone="heel",
        commands=[
            *("add", "edit", "peg", "consult", "stop", "start", "start", "remove", "add"),
            *("import", "add", "add", "treatments add", "regions add"),
        ],
    ),
    # "metamizole" was added before the catalogue knew it.
    4: Written(
        entries=[
            Entry(
                at(1, 20, 15),
                "heel",
                6,
                "left",
                8,
                4,
                ("metamizole", "stretching"),
                ("burning",),
                ("long walk",),
                ("Parkinson's disease",),
                'ä "b"',
                id=1,
            ),
            Entry(
                at(2, 8),
                "lower back",
                4,
                treatments=("heat", "ibuprofen"),
                note="worse after sitting",
                id=2,
            ),
            Entry(at(2, 21, 15), "scar", 0, id=3),
        ],
        courses=[
            Course("metamizole", date(2026, 3, 1), date(2026, 3, 9), id=2),
            Course("stretching", date(2026, 3, 5), None, "heel", "left", id=1),
        ],
        consultations=[Consultation(date(2026, 3, 4), "Ultrasound", id=1)],
        pegs=[Peg(date(2026, 3, 3), 6, 5, 7, id=1)],
        own=("scar", "metamizole"),
        undone="heel",
        commands=[
            *("add", "edit", "peg", "consult", "stop", "start", "start", "remove", "add"),
            *("add", "add", "add", "treatments add", "regions add"),
        ],
    ),
    5: Written(
        entries=[
            Entry(
                at(1, 20, 15),
                "heel",
                6,
                "left",
                8,
                4,
                ("metamizole", "stretching"),
                ("burning",),
                ("long walk",),
                ("Parkinson's disease",),
                'ä "b"',
                id=1,
                doses=(("metamizole", Dose(500, "mg", "500 mg")),),
            ),
            Entry(at(2, 8), "head", 8, treatments=("heat",), id=2, until=at(3, 11, 30)),
            Entry(at(2, 21, 15), "scar", 0, id=3),
        ],
        courses=[
            Course(
                "amitriptyline",
                date(2026, 3, 1),
                date(2026, 3, 9),
                "head",
                id=1,
                dose=Dose(10, "mg", "10 mg"),
            ),
            Course("clay pack", date(2026, 3, 1), date(2026, 3, 9), id=3),
            Course(
                "amitriptyline",
                date(2026, 3, 10),
                None,
                "head",
                id=2,
                dose=Dose(25, "mg", "25 mg"),
                continues="course 1",
            ),
        ],
        consultations=[Consultation(date(2026, 3, 4), "Ultrasound", id=1)],
        pegs=[Peg(date(2026, 3, 3), 6, 5, 7, id=1)],
        own=("scar", "clay pack"),
        undone="heel",
        commands=[
            *("add", "regions set", "edit", "peg", "consult", "stop", "start", "start", "start"),
            *("take", "remove", "add", "add", "add", "add", "treatments add", "regions add"),
        ],
        uses=[
            Use(
                at(2, 9),
                "sumatriptan",
                Dose(50, "mg", "50 mg"),
                "head",
                note="with water",
                id=1,
            )
        ],
        attack_diaries=("head",),
    ),
}
_FIRST, *_OTHERS = WRITTEN[5].entries
WRITTEN[6] = replace(
    WRITTEN[5],
    entries=[
        _FIRST._replace(
            treatments=("paracetamol", "stretching"),
            doses=(("paracetamol", Dose(500, "mg", "500 mg")),),
        ),
        *_OTHERS,
    ],
    consultations=[Consultation(date(2026, 3, 4), "Ultrasound; stretching is fine", id=1)],
    commands=[
        *("add", "import", "regions order", "trial log", "trial plan", "day", "redflags"),
        "regions set",
        *("peg", "consult asked", "consult", "consult", "consult", "stop", "start", "start"),
        *("start", "take", "remove", "add", "add", "over", "add", "edit", "add", "factors add"),
        *("treatments add", "regions add"),
    ],
)
# The last version from which what a journal holds is rewritten.
LAST_REWRITTEN = 4


def afterwards(version):
    """What is beside a journal of an earlier version once it is up to date."""
    kept = ["painlog.before-update-1.db"] if version <= LAST_REWRITTEN else []
    return [*kept, "painlog.db"]


BOTH = pytest.mark.parametrize("writing", [False, True], ids=["reading", "writing"])
VERSIONS = sorted(
    number
    for file in FIXTURES.iterdir()
    if (number := int(file.name.split("_")[1].split(".")[0])) < database.SCHEMA_VERSION
)
pytestmark = pytest.mark.parametrize("older", VERSIONS, indirect=True)


@pytest.fixture
def older(path, request):
    """A journal that an earlier painlog wrote; `version` is that of its schema."""
    path.write_bytes(gzip.decompress((FIXTURES / f"version_{request.param}.db.gz").read_bytes()))
    path.chmod(0o600)
    return path


@pytest.fixture
def written(request):
    return WRITTEN[request.node.callspec.params["older"]]


def version(path):
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        return connection.execute("pragma user_version").fetchone()[0]


KEPT = {
    "entry": "id, uid, felt_at, day, region, side, intensity, intensity_before, interference, note,"
    " created_at, updated_at",
    "(select * from entry_treatment order by entry_id, treatment)": "*",
    "entry_tag": "*",
}


def entry_rows(path):
    with closing(sqlite3.connect(path)) as connection:
        return {
            name: connection.execute(f"select {columns} from {name}").fetchall()
            for name, columns in KEPT.items()
        }


def lasting(things):
    """Without what every run makes anew."""
    things = [*things]
    numbers = {thing.uid: f"course {thing.id}" for thing in things}
    return [
        thing._replace(
            uid="",
            **{name: "" for name in ("created_at", "updated_at") if hasattr(thing, name)},
            **({"continues": numbers[thing.continues]} if getattr(thing, "continues", "") else {}),
        )
        for thing in things
    ]


def test_the_fixture_is_of_that_version(older, request):
    assert version(older) == request.node.callspec.params["older"]


@BOTH
def test_it_is_brought_up_to_date_when_it_is_opened(older, written, writing):
    before = entry_rows(older)
    with Journal(older, writing=writing) as journal:
        assert lasting(journal.entries()) == written.entries
        assert lasting(journal.courses()) == written.courses
        assert lasting(journal.consultations()) == written.consultations
        assert lasting(journal.pegs()) == written.pegs
        assert lasting(journal.uses()) == written.uses
        assert journal.background().attack_diaries == written.attack_diaries
        own = [
            *(region.name for region in journal.regions.all if region.own),
            *(treatment.name for treatment in journal.treatments.all if treatment.own),
        ]
        assert own == [*written.own]
    assert version(older) == database.SCHEMA_VERSION
    assert entry_rows(older) == before


def test_it_knows_every_name_of_the_catalogue_once_it_is_up_to_date(older):
    before = version(older)
    with Journal(older, writing=True) as journal:
        known = {
            kind: {name for (name,) in journal.connection.execute(f"select name from {kind}")}
            for kind in ("region", "treatment")
        }
    assert {r.name for r in REGIONS} <= known["region"]
    assert {t.name for t in TREATMENTS} <= known["treatment"]
    assert older.stat().st_mode & 0o777 == 0o600
    assert names_in(older.parent) == afterwards(before)


def test_it_is_copied_beside_itself_before_what_it_holds_is_rewritten(older, request):
    before = entry_rows(older)
    there = afterwards(version(older))
    Journal(older).close()
    assert names_in(older.parent) == there
    if len(there) == 1:
        return
    copy = older.with_name(there[0])
    assert copy.stat().st_mode & 0o777 == 0o600
    assert version(copy) == request.node.callspec.params["older"]
    assert entry_rows(copy) == before


def test_what_entries_named_are_uses_with_the_same_uids_in_every_copy(older, written, tmp_path):
    other = tmp_path / "other.db"
    other.write_bytes(older.read_bytes())
    uses = []
    for path in (older, other):
        with Journal(path) as journal:
            uses.append(journal.connection.execute("select * from use order by uid").fetchall())
            assert lasting(journal.uses()) == written.uses
            named = journal.connection.execute(
                "select used_at, treatment, use.region, use.side from use"
                " join entry on entry.id = entry_id and felt_at = used_at"
                " order by entry_id, treatment"
            ).fetchall()
    assert uses[0] == uses[1]
    assert named == [
        (e.felt_at.isoformat(), treatment, e.region, e.side)
        for e in sorted(written.entries, key=lambda e: e.id)
        for treatment in e.treatments
    ]


def test_it_comes_to_the_tables_that_a_new_one_has(older, tmp_path):
    def tables(path):
        with Journal(path) as journal:
            return journal.connection.execute(
                "select type, name, sql from sqlite_master order by type, name"
            ).fetchall()

    new = tmp_path / "new.db"
    empty.create(new)
    assert tables(older) == tables(new)


def test_its_first_change_may_be_of_what_it_did_not_know(older, written):
    with Journal(older, writing=True) as journal:
        with journal.change("peg") as change:
            stored = change.add(peg(6, 5, 7, day=30))
        assert journal.pegs()[-1] == stored
        assert lasting(journal.entries()) == written.entries


def test_what_was_done_in_it_can_still_be_made_again_and_undone(older, written):
    with Journal(older, writing=True) as journal:
        assert journal.redo().command == "add"
        assert [e.region for e in journal.entries()][-1] == written.undone
        commands = [journal.undo().command for _ in written.commands]
        assert commands == written.commands
        assert list(journal.entries()) == []


@BOTH
def test_one_that_cannot_be_changed_is_left_alone(older, writing, monkeypatch):
    def fails(*_):
        raise BadFileError("no")

    monkeypatch.setattr(schema, "migrate", fails)
    before = older.read_bytes()
    with pytest.raises(BadFileError, match=r"^no$"):
        Journal(older, writing=writing)
    assert older.read_bytes() == before
    assert names_in(older.parent) == ["painlog.db"]


@pytest.mark.parametrize("closed", ["painlog.db", ""], ids=["file", "directory"])
def test_one_that_is_read_only_says_that_it_must_be_copied(older, monkeypatch, closed):
    # Root may write everywhere, so what the mode would say is said here.
    read_only = older.parent / closed
    monkeypatch.setattr(os, "access", lambda asked, _: asked != read_only)
    before = older.read_bytes()
    with pytest.raises(BadFileError) as refused:
        Journal(older)
    assert str(refused.value) == (
        f"{older} was written by an older painlog and is read-only, so it cannot be "
        "brought up to date. Copy it to a place where you can write."
    )
    assert older.read_bytes() == before


def test_two_programs_that_bring_it_up_to_date_at_once_both_find_everything(forks, older, written):
    before = version(older)
    script = """
        import sys
        from pathlib import Path
        from builders import peg
        from painlog.store import schema  # noqa: F401 - so that all are as fast
        from painlog.store.journal import Journal

        print("ready", flush=True)
        day = int(sys.stdin.readline())
        with Journal(Path(sys.argv[1]), writing=True) as journal:
            with journal.change("peg") as change:
                change.add(peg(1, 1, 1, day=day))
            print(len(list(journal.entries())))
        """
    processes = [
        forks.start(
            str(older),
            script=textwrap.dedent(script),
            env=os.environ,
            cwd=older.parent,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        for _ in range(4)
    ]
    assert [process.stdout.readline() for process in processes] == ["ready\n"] * 4
    with closing(sqlite3.connect(older, isolation_level=None)) as connection:
        # Whoever comes now finds the old version and has to wait.
        connection.execute("begin immediate")
        for day, process in enumerate(processes, start=10):
            process.stdin.write(f"{day}\n")
            process.stdin.flush()
        time.sleep(0.5)
        connection.execute("rollback")
    assert [process.communicate(timeout=60)[0] for process in processes] == ["3\n"] * 4
    assert [process.returncode for process in processes] == [0] * 4
    with Journal(older) as journal:
        assert len(journal.pegs()) == len(written.pegs) + 4
    assert version(older) == database.SCHEMA_VERSION
    # Of those that came at once, one made a copy and changed it.
    assert names_in(older.parent) == afterwards(before)


@BOTH
def test_one_of_the_next_version_is_refused_and_left_as_it_is(older, writing):
    with closing(sqlite3.connect(older)) as connection:
        connection.execute(f"pragma user_version = {database.SCHEMA_VERSION + 1}")
    before = older.read_bytes()
    with pytest.raises(BadFileError) as refused:
        Journal(older, writing=writing)
    assert str(refused.value) == (
        f"{older} was written by a newer painlog and was left alone. {GET_NEWER}"
    )
    assert older.read_bytes() == before
    assert names_in(older.parent) == ["painlog.db"]
