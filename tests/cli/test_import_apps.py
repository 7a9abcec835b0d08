"""`painlog import` of the exports of apps that painlog knows: proposed, asked, and run as it is."""

import io
import json
import shlex
import sys
import zipfile
from pathlib import Path

import pytest

FILES = Path(__file__).parents[1] / "data" / "import" / "apps"


@pytest.fixture
def taken(painlog):
    """Import a file with the command that is shown for it: what was said, and what is there."""

    def take(name, *options):
        file = FILES / name
        shown = painlog("import", str(file))
        assert (shown.code, shown.err) == (1, "Nothing was imported.\n")
        (command,) = (line for line in shown.out.splitlines() if line.startswith("  painlog "))
        words = [word.replace("region=NAME", "region=head") for word in shlex.split(command)]
        assert words[1:5] == ["import", str(file), "--mapping", file.stem]
        done = painlog(*words[1:], *options)
        assert done.out.splitlines()[-1] == "To take it back: painlog undo"
        journal = json.loads(painlog("export", "--format", "json").out)
        again = painlog(*words[1:], *options).out.splitlines()
        assert again[-3].startswith("Added 0 entries from ")
        return shown.out, done, journal

    return take


def told(journal):
    return [
        (e["felt_at"][:16], e["side"], e["region"], e["intensity"], e["note"])
        for e in journal["entries"]
    ]


def test_bearable(taken):
    shown, done, journal = taken("bearable.csv")
    assert shown.startswith(f"{FILES}/bearable.csv looks like an export of Bearable. painlog")
    assert (
        "\nRead 5 rows (lines 2 to 6), which make 2 entries and 1 use. Left out: 2 rows "
        "(line 3, 6).\n"
        "It would add 2 entries and 1 use"
    ) in shown
    assert 'No part of the body is called "Nausea" (1 row)' in shown
    assert '"Magnesium glycinate" would become a treatment of your own.' in shown
    assert told(journal) == [
        ("2026-03-02T08:00", None, "head", 8, "woke with it\noriginal: Severe"),
        ("2026-03-03T22:00", None, "lower back", 5, "original: Moderate"),
    ]
    (use,) = journal["uses"]
    assert (use["treatment"], use["used_at"][:16]) == ("Magnesium glycinate", "2026-03-03T13:00")
    assert done.out.splitlines()[-2] == (
        "Skipped 1 of other kinds and 1 that cannot be read, as listed above."
    )


def test_daylio(taken):
    shown, _, journal = taken("daylio.csv")
    assert "Daylio" in shown
    assert told(journal) == [
        ("2026-03-02T21:05", None, "knee", 6, "after the stairs\nall evening"),
        ("2026-03-03T20:15", None, "knee", 2, ""),
    ]


def test_a_scale_in_daylio_that_could_be_of_several_regions_is_asked_about(painlog, tmp_path):
    file = tmp_path / "daylio.csv"
    text = (FILES / "daylio.csv").read_text()
    file.write_text(text.replace("Knee pain", "Back pain"))
    alone = painlog("import", str(file)).out
    assert 'Which region is "scales: Back pain" about: middle back, lower back or upper' in alone
    assert "No column was found for region" not in alone
    file.write_text(text.replace("Knee pain: 6/10", "Back pain: 4/10 | Knee pain: 6/10"))
    shown = painlog("import", str(file)).out
    assert 'Which region is "scales: Back pain" about: middle back, lower back or upper' in shown
    commands = [line for line in shown.splitlines() if line.startswith("  painlog ")]
    assert ["region=NAME" in command for command in commands] == [False, True]


def test_migraine_buddy(taken):
    shown, _, journal = taken("migraine-buddy.csv")
    assert '"Zzzmigril" would become a treatment of your own.' in shown
    first, second = journal["entries"]
    assert (first["region"], first["felt_at"][:16], first["until"][:16]) == (
        *("head", "2026-03-13T07:30", "2026-03-14T09:45"),
    )
    assert set(first["treatments"]) == {"sumatriptan", "Zzzmigril"}
    assert first["triggers"] == ["Sleep", "Stress"]
    assert "Pain Positions: Right Eye, Neck" in first["note"]
    assert "Unhelpful Medication: Zzzmigril" in first["note"]
    assert (second["intensity"], second["treatments"]) == (4, [])
    assert second["note"] == "Notes: short"


def test_aiding_migraine(taken):
    _, _, journal = taken("aiding-migraine.csv")
    first, second = journal["entries"]
    assert (first["until"][:16], first["treatments"]) == ("2026-03-06T01:15", ["sumatriptan"])
    assert (second["intensity"], second["until"]) == (5, None)


def test_track_and_graph(taken):
    shown, _, journal = taken("track-and-graph.csv")
    assert 'called "Sleep" (1 row) and "Coffee" (1 row)' in shown
    assert told(journal) == [
        ("2026-03-02T21:30", "left", "knee", 6, "Label: Stairs"),
        ("2026-03-03T12:55", None, "head", 3, "Note: short"),
    ]


def test_nomie(taken):
    _, _, journal = taken("nomie.json")
    assert told(journal) == [
        ("2026-03-02T23:30", None, "head", 7, "at work"),
        ("2026-03-04T06:00", None, "lower back", 4, ""),
    ]


def test_apple_health_as_xml_and_as_the_zip_that_the_phone_makes(taken, painlog, tmp_path):
    shown, _, journal = taken("apple-health.xml")
    assert told(journal) == [
        ("2026-03-02T09:00", None, "head", 5, "original: Moderate"),
        ("2026-03-03T09:00", None, "whole body", 8, "original: Severe"),
    ]
    assert journal["entries"][0]["until"].startswith("2026-03-02T10:30")
    assert "it would skip 1 in which no pain can be read" in shown
    zipped = tmp_path / "export.zip"
    with zipfile.ZipFile(zipped, "w") as file:
        file.write(FILES / "apple-health.xml", "apple_health_export/export.xml")
        file.writestr("apple_health_export/export_cda.xml", "<ClinicalDocument/>")
    assert "looks like an export of Apple Health" in painlog("import", str(zipped)).out
    again = painlog("import", str(zipped), "--mapping", "apple-health", "--skip-bad")
    assert again.out.startswith("Added 0 entries from ")


def test_fhir(taken):
    _, done, journal = taken("fhir.json")
    assert told(journal) == [("2026-03-02T11:07", None, "neck", 6, "at rest")]
    assert journal["entries"][0]["uid"] == "0f8fad5b-d9cb-469f-a165-70867728950e"
    assert 'names no region in "place"' in done.err


def test_painlogs_own_fhir_comes_back(painlog, monkeypatch, tmp_path):
    painlog("add", "left heel", "6", "--at", "2026-03-05 09:00", "--note", "first steps")
    bundle = painlog("export", "--format", "fhir").out
    file = tmp_path / "bundle.json"
    file.write_text(bundle)
    known = painlog("import", str(file), "--mapping", "fhir", "--skip-bad").out
    assert "Skipped 1 that is already in the journal" in known
    monkeypatch.setenv("PAINLOG_DB", str(tmp_path / "other.db"))
    painlog("import", str(file), "--mapping", "fhir", "--skip-bad")
    (entry,) = json.loads(painlog("list", "--format", "json").out)["entries"]
    assert (entry["side"], entry["region"], entry["note"]) == ("left", "heel", "first steps")


def test_on_a_terminal_it_is_asked_for_what_is_missing_and_then_whether(
    painlog, monkeypatch, tmp_path
):
    monkeypatch.setattr("painlog.cli.commands.import_.can_ask", lambda: True)
    file = tmp_path / "daylio.csv"
    file.write_text((FILES / "daylio.csv").read_text().replace("Knee pain", "Pain"))
    monkeypatch.setattr(sys, "stdin", io.StringIO("left temple\nn\n"))
    refused = painlog("import", str(file))
    assert (refused.code, refused.err) == (1, "Nothing was imported.\n")
    monkeypatch.setattr(sys, "stdin", io.StringIO("nowhere\nleft temple\ny\n"))
    assert f"Added 2 entries from {file}." in painlog("import", str(file)).out
    entries = json.loads(painlog("list", "--format", "json").out)["entries"]
    assert {(entry["side"], entry["region"]) for entry in entries} == {("left", "temple")}


def test_a_saved_mapping_of_that_name_comes_before_the_app(painlog, tmp_path):
    own = tmp_path / "own.csv"
    own.write_text("D,P\n2026-03-05,6\n")
    mapped = ("--map", "felt_at=D,intensity=P", "--default", "region=head")
    painlog("import", str(own), *mapped, "--save-mapping", "Nomie")
    refused = painlog("import", str(FILES / "nomie.json"), "--mapping", "nomie")
    assert (refused.code, 'no column "D"' in refused.err) == (1, True)


def test_the_apps_are_listed_and_a_slip_is_answered(painlog):
    listed = painlog("mappings", "apps").out
    assert listed.startswith("aiding-migraine: Aiding Migraine; each attack")
    assert len([line for line in listed.splitlines() if not line.startswith(" ")]) == 9
    near = painlog("import", str(FILES / "nomie.json"), "--mapping", "nomi").err
    assert 'Did you mean "nomie"?' in near
    several = painlog(
        *("import", str(FILES / "bearable.csv"), "--mapping", "bearable", "--save-mapping", "x")
    )
    assert "reads several kinds of rows" in several.err
