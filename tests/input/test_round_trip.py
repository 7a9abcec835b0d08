"""What was typed is what is stored, in every text, through every format that comes back."""

import csv
import json
import os
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import entry
from conftest import NOW
from naughty import NAUGHTY
from painlog.errors import PainlogError
from painlog.formats.journal_json import entry_object, to_text
from painlog.model.names import LONGEST_NAME, own_name
from painlog.views.terminal.screen import Screen
from painlog.views.wording import printable, printable_lines
from steering import STEERING, steering_in

# One in twelve of the list, and what would steer a terminal.
SOME = (STEERING, *NAUGHTY[::12])
FIELDS = ("note", "qualities", "triggers", "conditions")


def tags(text, between):
    """The documented rule: white space becomes one space, each once, sorted."""
    parts = {" ".join(part.split()) for part in re.split(between, text)}
    return sorted(parts - {""})


def texts_of(entry_):
    return [entry_[field] for field in FIELDS]


def written(text, between=r";|,(?!\d)"):
    """What is stored of a text that is typed, where a comma separates as well."""
    return [text, *[tags(text, between)] * 3]


def imported(text):
    return written(text, ";")


def options(text):
    return ["--note", text, "--quality", text, "--trigger", text, "--condition", text]


@pytest.fixture
def stored(painlog):
    """All that the journal holds."""

    def read():
        return json.loads(painlog("list", "--format", "json").out)

    return read


def test_what_is_typed_with_add_is_what_is_stored(painlog, stored):
    for text in SOME:
        assert painlog("add", "heel", "6", *options(text)).code == 0
    assert [texts_of(e) for e in reversed(stored()["entries"])] == [written(t) for t in SOME]


def test_what_is_typed_with_edit_is_what_is_stored(painlog, stored):
    painlog("add", "heel", "6", "--note", "old")
    for text in SOME[::2]:
        assert painlog("edit", "1", *options(text)).code == 0
        assert [texts_of(e) for e in stored()["entries"]] == [written(text)]
        assert painlog("undo").code == 0


def test_what_is_said_of_a_visit_is_what_is_stored(painlog, stored):
    for text in SOME:
        assert painlog("consult", "--note", text).code == 0
    assert [visit["note"] for visit in stored()["consultations"]] == list(SOME)


@pytest.mark.parametrize("noun", ["region", "treatment"])
def test_a_name_is_stored_as_typed_or_refused(painlog, stored, noun):
    more = [] if noun == "region" else ["--kind", "other"]
    taken = []
    for text in SOME:
        done = painlog(f"{noun}s", "add", *more, "--", text)
        if done.code == 0:
            taken.append(" ".join(unicodedata.normalize("NFC", text).split()))
        else:
            assert (done.code, done.out) == (1, "")
            assert done.err.count("\n") == 1
            assert "has a fault" not in done.err
    assert len(taken) > 10
    assert sorted(r["name"] for r in stored()[f"own_{noun}s"]) == sorted(taken)
    for name in taken:
        shown = painlog(f"{noun}s", "show", "--", name)
        assert (shown.code, shown.out.splitlines()[0]) == (0, name)


@pytest.fixture
def full(painlog, tmp_path):
    """A journal that took in a CSV with every naughty string in every text of an entry."""
    file = tmp_path / "naughty.csv"
    with file.open("w", encoding="utf-8", newline="") as csv_file:
        rows = csv.writer(csv_file)
        rows.writerow(["date", "region", "intensity", *FIELDS])
        for number, text in enumerate(NAUGHTY):
            rows.writerow([f"2025-{number // 28 % 12 + 1:02}-01", "heel", number % 11, *[text] * 4])
    assert painlog("import", str(file), "--allow-duplicates").code == 0
    return painlog


def in_order(journal, names=("uid", *FIELDS)):
    return sorted([entry_[name] for name in names] for entry_ in journal["entries"])


@pytest.mark.usefixtures("full")
def test_what_is_in_a_csv_is_what_is_stored(stored):
    assert in_order(stored(), FIELDS) == sorted(map(imported, NAUGHTY))


@pytest.mark.parametrize("form", ["csv", "json"])
def test_what_is_exported_and_imported_is_the_same(full, stored, monkeypatch, tmp_path, form):
    before = stored()
    file = tmp_path / f"out.{form}"
    assert full("export", "--format", form, "--output", str(file)).code == 0
    monkeypatch.setenv("PAINLOG_DB", str(tmp_path / "other.db"))
    assert full("import", str(file)).code == 0
    assert in_order(stored()) == in_order(before)


def test_no_cell_of_an_export_is_a_formula(full, tmp_path):
    file = tmp_path / "out.csv"
    full("export", "--output", str(file))
    with file.open(encoding="utf-8", newline="") as csv_file:
        cells = [cell for row in csv.reader(csv_file) for cell in row]
    assert len(cells) > 6000
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_fhir_holds_every_note_that_it_can(full, tmp_path):
    file = tmp_path / "out.fhir"
    assert full("export", "--format", "fhir", "--output", str(file)).code == 0
    notes = {note["text"] for note in _notes(json.loads(file.read_text("utf-8")))}
    assert steering_in("".join(notes)) & set(map(chr, range(32))) <= set("\t\n\r")
    plain = {text for text in NAUGHTY if text.strip() and text.isprintable()}
    assert len(plain) > 400
    assert plain <= notes


def _notes(part):
    if isinstance(part, list):
        return [note for one in part for note in _notes(one)]
    if not isinstance(part, dict):
        return []
    return [*part.get("note", ()), *(n for value in part.values() for n in _notes(value))]


def test_a_file_may_have_any_name(painlog, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = [t for t in NAUGHTY if t.strip("./ ") and "/" not in t and len(t.encode()) < 200]
    for name in (f"{STEERING}\udcff", *names[::70]):
        journal = ["--db", f"./{name}"]
        for command in (
            [*journal, "add", "heel", "6"],
            [*journal, "export", "--output", f"./{name}.csv"],
            [*journal, "import", f"./{name}.csv"],
            [*journal, "import", f"./{name}.csv", "--allow-duplicates"],
            [*journal, "undo"],
            [*journal, "backup", f"./{name}.bak"],
            [*journal, "backup"],
            [*journal, "check", f"./{name}.bak"],
            [*journal, "import", f"./{name}.bak"],
            [*journal, "restore", f"./{name}.bak"],
            [*journal, "undo"],
        ):
            done = painlog(*command)
            assert "has a fault" not in done.err
            assert done.code == 0
            assert steering_in(done.out + done.err) == set()
        assert os.path.lexists(os.fsencode(f"{name}.csv"))
    assert not (tmp_path / "painlog.db").exists()


# --- Any text at all ---


@given(st.text())
def test_nothing_of_any_text_steers_a_screen(text):
    shown = printable(text)
    assert steering_in(shown) <= {"\u200c", "\u200d"}
    assert "\n" not in shown
    assert [steering_in(line) - {"\u200c", "\u200d"} for line in printable_lines(text)] == [
        set() for _ in text.splitlines()
    ]
    for line in Screen(40).wrapped(shown):
        assert "\n" not in line


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_nothing_of_any_text_steers_as_json_and_it_stays_the_same(text):
    object_ = entry_object(entry("heel", 6, note=text))
    said = to_text(object_)
    assert steering_in(said) == set()
    assert json.loads(said) == object_


@given(st.text())
def test_any_name_is_kept_or_refused(text):
    try:
        name = own_name(text, "region")
    except PainlogError:
        return
    assert 0 < len(name) <= LONGEST_NAME
    assert steering_in(name) == set()
    assert own_name(name, "region") == name


@given(note=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_any_note_is_stored_as_it_is(tmp_path_factory, note):
    from painlog.store.journal import Journal

    path = tmp_path_factory.getbasetemp() / "any-note.db"
    with Journal(path, writing=True) as journal:
        with journal.change("add") as change:
            saved = change.add(entry("heel", 6, note=note, felt_at=NOW))
        assert journal.entry(saved.id).note == note


def test_a_null_character_is_refused(painlog, stored):
    assert painlog("add", "heel", "6", "--note", "a\0b").err == (
        "A text holds a null character, which cannot be stored; remove it.\n"
    )
    assert stored()["entries"] == []
