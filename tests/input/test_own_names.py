"""Any name that painlog accepts goes through its own CSV and FHIR into an empty journal."""

import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from conftest import NOW
from painlog.errors import PainlogError
from painlog.formats import journal_csv
from painlog.formats.fhir.bundle import write_bundle
from painlog.formats.source import opened
from painlog.formats.table.mapping import TableMapping
from painlog.model.catalogue.regions import REGIONS
from painlog.model.catalogue.treatments import TREATMENTS
from painlog.model.contents import Background
from painlog.model.dose_reading import parse_dose
from painlog.model.entry import Entry
from painlog.model.known_treatments import Treatments
from painlog.model.region import Regions
from painlog.model.use import Use
from painlog.store.journal import Journal
from painlog.tasks.import_table import TableImport, import_table
from painlog.tasks.table_options import TableOptions

WORDS = (
    *("x", "y", "and", "with", "und", "left", "heel", "heat", "ibuprofen", "gel", "50", "mg"),
    *(",", "|", "/", "&", "-", "(", ")", "'", '"', "=", "@", ":", "<b>", "none", "Ö", "20 min"),
)
NAMES = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map("".join),
    st.text(min_size=1, max_size=12),
)
UID = "0f8fad5b-d9cb-469f-a165-70867728950e"
DOSE = parse_dose("50 mg")


def accepted(make, name):
    try:
        return make(name)
    except PainlogError:
        assume(condition=False)
        raise


def imported(text, **options):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "in")
        file.write_bytes(text.encode())
        said = TableOptions(TableMapping(), add_unknown=True, **options)
        with opened(file) as source, Journal(Path(folder, "a.db"), writing=True) as journal:
            done = import_table(journal, source, said, NOW, lambda items, *_: iter(items))
            assert isinstance(done, TableImport), done
            return list(journal.entries()), list(journal.uses())


def felt(region, side, treatment):
    doses = ((treatment, DOSE),)
    return Entry(NOW, region, 5, side, treatments=(treatment,), doses=doses, uid=UID)


@settings(max_examples=60)
@given(name=NAMES, side=st.sampled_from([None, "left", "both"]))
@example(name="x, y", side="left")
@example(name="scar and knee", side="both")
@example(name="a -", side="left")
def test_a_region_of_ones_own_comes_back(name, side):
    region = accepted(lambda text: Regions(REGIONS).new(text, "optional"), name).name
    rated = felt(region, side, "heat")
    csv, fhir = io.StringIO(), io.StringIO()
    journal_csv.write([rated], csv)
    write_bundle([rated], Background(), {}, fhir)
    for text, options in ((csv.getvalue(), {}), (fhir.getvalue(), {"named": "fhir"})):
        ((entry,), _) = imported(text, **options)
        assert (entry.region, entry.side) == (region, side)


@settings(max_examples=60)
@given(name=NAMES)
@example(name="tea and toast")
@example(name="a/b")
@example(name="heat and foo")
def test_a_treatment_of_ones_own_comes_back(name):
    new = Treatments(TREATMENTS).new
    treatment = accepted(lambda text: new(text, "other", conventional=False), name).name
    entries, uses = io.StringIO(), io.StringIO()
    journal_csv.write([felt("heel", None, treatment)], entries)
    journal_csv.write_uses([Use(NOW, treatment, DOSE, uid=UID)], uses)
    ((entry,), _) = imported(entries.getvalue())
    assert (entry.treatments, entry.doses) == ((treatment,), ((treatment, DOSE),))
    (_, (use,)) = imported(uses.getvalue())
    assert (use.treatment, use.dose) == (treatment, DOSE)


@settings(max_examples=60)
@given(note=st.one_of(st.text(max_size=20), st.lists(st.sampled_from(WORDS)).map("".join)))
@example(note="'=quoted")
@example(note="=1+1")
@example(note="''@x")
@example(note="a <b>bold</b> word<br>")
def test_a_note_comes_back_through_fhir(note):
    rated = Entry(NOW, "heel", 5, note=note, uid=UID)
    file = io.StringIO()
    write_bundle([rated], Background(), {}, file)
    ((entry,), _) = imported(file.getvalue(), named="fhir")
    whole = all(letter.isprintable() for letter in note) and note == note.strip()
    assert entry.note == note or not whole


@pytest.mark.parametrize("name", ["foo 50 mg", "20 min walk", "walk 20 min"])
def test_a_name_with_a_dose_is_refused_for_no_csv_could_tell_it_from_one(name):
    with pytest.raises(PainlogError, match=r"has a dose in it, .*, which is no part of a name"):
        Treatments(TREATMENTS).new(name, "other", conventional=False)
