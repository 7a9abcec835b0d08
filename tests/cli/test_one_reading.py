"""take, add, start and import read the same words in one way."""

import sqlite3
from contextlib import closing

import pytest

TAKE, ADD, START = ("take",), ("add", "head", "5", "-t"), ("start",)
# Of what painlog does not know, --add-unknown keeps the name as it is, however much like others.
IMPORT = (
    *("--map", "felt_at=Day", "--map", "region=Where", "--map", "intensity=Pain"),
    *("--map", "treatments=Taken", "--add-unknown"),
)
ONE = [
    *("heat", "Ibuprofen 400mg", "2x500mg paracetamol", "ibuprofen tablets", "ibuprofen gel"),
    *("paracetamol (Calpol)", "half a tablet of sumatriptan", "sumatriptan injection"),
    *("ibuprofen (400 mg)", "ibuprofen 200 mg x 2", "ibuprofen 400 mg, 2 tablets"),
    *("co-codamol 2 x 30/500", "co-codamol 8/500, 2 tablets", "imigran 6 mg s.c."),
    *("tramadol retard", "tramadol 100 mg SR", "prolonged-release oxycodone 10 mg"),
    *("zomorph MR 10 mg", "MST Continus 10 mg", "morphine 10 mg modified release"),
    *("butec 5 micrograms/hour", "15 min of oxygen at 12 l/min", "cbd oil 10 drops"),
    *("moonlight", "massage moonlight", "moonlight massage", "massage/moonlight"),
    *("moonlight with starlight", "moonlight and starlight 30 minutes"),
    *("moonlight and starlight", "moonlight then starlight", "moonlight/starlight"),
    *("hand exercises", "daily walk", "hot bath", "yoga 30 min", "massage.", "my massage"),
]
SEVERAL = [
    *("heat and ice", "heat & ice", "heat + ice", "heat, ice", "heat; ice", "heat/ice"),
    *("heat / ice", "heat then ice", "heat and then ice", "heat, then ice", "rest and tea"),
    *("heat followed by ice", "heat, followed by ice", "heat then moonlight"),
    *("ibuprofen/heat", "ibuprofen 400 mg/paracetamol 1 g", "massage with heat"),
    *("ibuprofen 400 mg then paracetamol 1 g", "paracetamol 1 g and tramadol SR"),
    *("massage with moonlight", "moonlight with massage", "moonlight 30 minutes and starlight"),
    *("moonlight 30 minutes with starlight", "ibuprofen 400 mg with moonlight 20 mg"),
    *("moonlight, starlight", "moonlight + starlight", "massage and moonlight"),
    "heat, ibuprofen 400 mg, 2 tablets",
]
REFUSED = [
    *("prednisolone 15 mg then 10 mg", "prednisolone 15 mg, then 10 mg", "ibuprofen 400"),
    *("ibuprofen and paracetamol 500 mg", "ibuprofen, paracetamol 500 mg", "2 ibuprofen"),
    *("massage heat", "ibuprofen for headache", "heat on my neck", "heat neck", "then"),
    *("didn't take ibuprofen", "no ibuprofen", "massage helped", "ibuprofen after food"),
    *("ibuprofen with food", "ibuprofen 400 mg with milk", "moonlight 20 mg with food"),
    *("ibuprofen didn't work", "tramadol MR 100", "400 mg", "then massage 400"),
]


@pytest.fixture
def stored_by(painlog, tmp_path, path):
    """Return what a command stores of a text: names with doses in order, None if it refuses."""

    def store(way, text):
        path.unlink(missing_ok=True)
        if way is IMPORT:
            table = tmp_path / "table.csv"
            table.write_text(f'Day,Where,Pain,Taken\n2026-03-01,head,5,"{text}"\n', "utf-8")
            done = painlog("import", str(table), *IMPORT)
        else:
            done = painlog(*way, text)
        assert done.code in (0, 1, 2), done.err
        if done.code:
            return None
        kind = "course" if way is START else "use"
        with closing(sqlite3.connect(path)) as journal:
            return sorted(journal.execute(f"select treatment, coalesce(dose, '') from {kind}"))

    return store


@pytest.mark.parametrize("text", ONE)
def test_one_treatment_is_one_wherever_it_is_named(stored_by, text):
    [taken] = stored_by(TAKE, text)
    assert [stored_by(way, text) for way in (ADD, START, IMPORT)] == [[taken]] * 3


@pytest.mark.parametrize("text", SEVERAL)
def test_several_treatments_are_the_same_ones_wherever_they_are_named(stored_by, text):
    taken = stored_by(TAKE, text)
    assert len(taken) == 2
    assert [stored_by(way, text) for way in (ADD, IMPORT)] == [taken] * 2
    assert stored_by(START, text) is None


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_refused_is_refused_wherever_it_is_written(stored_by, text):
    assert [stored_by(way, text) for way in (TAKE, ADD, START, IMPORT)] == [None] * 4
