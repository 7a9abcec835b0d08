"""`painlog export --format fhir`: a Bundle of what was chosen."""

import json
from collections import Counter

import pytest
from fhir.resources.R4B.bundle import Bundle


@pytest.fixture
def journal(painlog):
    painlog("treatments", "add", "my tea", "--kind", "medication")
    painlog("add", "left heel", "6", "neck", "2", "--at", "2026-03-01", "--note", 'ä "b"')
    painlog("add", "left sole", "5", "-t", "my tea", "--before", "7", "--at", "2026-03-05")
    painlog("start", "heat", "-r", "neck")
    painlog("consult", "--note", "the heel")
    painlog("peg", "6", "5", "7")
    painlog("day", "--sleep", "6.5", "--stress", "3", "--note", "rain", "--on", "2026-03-05")


def kinds(text):
    whole = json.loads(text)
    Bundle.model_validate(whole)
    return Counter(item["resource"]["resourceType"] for item in whole["entry"])


@pytest.mark.usefixtures("journal")
def test_export_as_fhir_is_the_whole_journal(painlog, tmp_path):
    out = tmp_path / "bundle.json"
    result = painlog("export", "--format", "fhir", "-o", str(out))
    assert (result.code, result.out) == (0, "")
    assert result.err.startswith(f"Wrote 3 entries to {out}. Not a diagnosis.")
    assert kinds(out.read_text("utf-8")) == {
        "Patient": 1,
        # Three ratings, one before a treatment, the note of the visit, the PEG; a day's sleep,
        # stress and note.
        "Observation": 9,
        "BodyStructure": 1,
        "MedicationStatement": 1,
        "Procedure": 1,
        "Encounter": 1,
        "Communication": 1,
    }
    assert painlog("export", "--format", "fhir").out == out.read_text("utf-8")


@pytest.mark.usefixtures("journal")
def test_export_as_fhir_holds_what_was_chosen(painlog):
    result = painlog("export", "--format", "fhir", "--region", "heel")
    assert result.err.startswith("Wrote 1 entry to standard output.")
    assert kinds(result.out) == {"Patient": 1, "Observation": 1, "Communication": 1}
    result = painlog("export", "--format", "fhir", "--until", "2026-03-01")
    assert kinds(result.out) == {"Patient": 1, "Observation": 2, "Communication": 1}
    result = painlog("export", "--format", "fhir", "--since", "2026-03-31")
    assert result.err.startswith("Wrote 0 entries to standard output.")
    assert kinds(result.out)["Procedure"] == 1


def test_export_as_fhir_of_an_empty_journal_is_whole(painlog):
    result = painlog("export", "--format", "fhir")
    assert (result.code, kinds(result.out)) == (0, {"Patient": 1, "Communication": 1})


def test_another_format_is_refused(painlog):
    result = painlog("export", "--format", "xml")
    assert (result.code, result.out) == (2, "")
    assert "'fhir'" in result.err
