"""`painlog import` of tables in the shapes that people have: what is proposed, run as it is."""

import json
import shlex
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

FILES = Path(__file__).parents[1] / "data" / "import"
FIRST = "For the first time here: {0}. To read what to watch for: painlog treatments show {0}"


@pytest.fixture
def painlog(painlog, set_clock):
    """Run painlog in November, after the last day of these tables."""
    set_clock(datetime(2026, 11, 28, 21, 0, tzinfo=ZoneInfo("Europe/Berlin")))
    return painlog


@pytest.fixture
def proposed(painlog):
    """Give what is shown for a file, and the words of the command that it ends in."""

    def propose(name, *options):
        shown = painlog("import", str(FILES / name), *options).out
        (command,) = (line for line in shown.splitlines() if line.startswith("  painlog import"))
        return shown, shlex.split(command)[1:]

    return propose


@pytest.fixture
def exported(painlog):
    def export():
        return json.loads(painlog("export", "--format", "json").out)

    return export


def test_a_dose_in_the_name_is_a_dose(painlog, proposed, exported):
    _, command = proposed("dose_in_name.csv", "--default", "region=head")
    done = painlog(*command).out.splitlines()
    assert done == [
        f"Added 60 entries from {FILES / 'dose_in_name.csv'}.",
        "Skipped nothing.",
        FIRST.format("sumatriptan"),
        "To take it back: painlog undo",
    ]
    assert {use["treatment"] for use in exported()["uses"]} == {"sumatriptan"}
    assert painlog("list", "--limit", "1").out.endswith("  7/10  sumatriptan 100 mg\n")


def test_pain_from_1_to_10_is_taken_as_it_is(painlog, proposed, exported):
    shown, command = proposed("pain_1_to_10.csv")
    assert "--scale" not in shown
    assert painlog(*command).code == 0
    assert [entry["intensity"] for entry in exported()["entries"]] == [1, 3, 5, 7, 9, 10]


def test_no_medicine_is_suggested_for_what_is_none(painlog, proposed):
    shown, command = proposed("wrong_suggestions.csv")
    assert "Did you mean" not in shown
    assert shown.count("=NAME") == shown.count("Unknown ")
    assert painlog(*command).code == 1
    assert painlog(*command, "--add-unknown").code == 0
    said = painlog("list").out
    assert "topiramate" in said
    assert "amitriptyline" in said
    assert "Coding" in said


def test_hours_of_sleep_are_no_time_of_day(painlog, proposed, exported):
    shown, command = proposed("hours_of_sleep_as_clock.csv")
    option = "--map 'note=Hours of sleep'"
    assert option in shown
    assert painlog(*command, *shlex.split(option)).code == 0
    first, *_ = exported()["entries"]
    assert first["felt_at"].startswith("2026-09-01T12:00")
    assert first["note"] == "Hours of sleep: 7:30"


def test_a_title_that_names_the_field_beats_values_that_fit(painlog, proposed, exported):
    _, command = proposed("values_beat_title_region.csv")
    assert painlog(*command).code == 0
    places = [(entry["region"], entry["side"]) for entry in exported()["entries"]]
    assert places == [("eye", "right"), ("temple", "left"), ("neck", None)]
    assert exported()["entries"][0]["felt_at"].startswith("2026-09-16T13:12")


def test_a_start_with_a_clock_beats_a_bare_date(painlog, proposed, exported):
    _, command = proposed("date_hides_start_time.csv")
    assert painlog(*command).code == 0
    first, *_ = exported()["entries"]
    assert first["felt_at"].startswith("2026-07-20T02:45")
    assert first["until"].startswith("2026-07-20T06:30")


def test_only_rows_that_say_the_same_are_duplicates(painlog, proposed, exported):
    _, command = proposed("same_day_same_rating_other_note.csv")
    assert painlog(*command).code == 0
    assert len(exported()["entries"]) == 3
    again = painlog(*command).out
    assert again.splitlines()[1].startswith("Skipped 3 that look like entries you have")
    assert len(exported()["entries"]) == 3


def test_several_places_in_a_cell_are_an_entry_each(painlog, proposed, exported):
    shown, command = proposed("several_places_in_a_cell.csv")
    assert command[-2:] == ["--split", "region"]
    assert "Line 2: head 5 of 10, Tue 1 Sep 2026, 12:00; and the same for: neck" in shown
    assert painlog(*command).out.startswith("Added 6 entries from ")
    places = [
        (entry["region"], entry["side"], entry["intensity"]) for entry in exported()["entries"]
    ]
    assert places == [
        ("head", None, 5),
        ("neck", None, 5),
        ("lower back", None, 4),
        ("hip", "left", 4),
        ("back of the head", "right", 6),
        ("back of the head", "left", 6),
    ]
    assert painlog(*command).out.startswith("Added 0 entries from ")


def test_rows_without_a_rating_are_offered_as_uses(painlog, proposed, exported):
    shown, command = proposed("no_intensity_column.csv")
    assert command[-1] == "--uses"
    assert "--default intensity=5" in shown
    assert "--skip-bad" not in shown
    assert '"aspirin with paracetamol and caffeine" or "paracetamol with caffeine"' in shown
    excedrin = ("--value", "treatments:Excedrin=paracetamol with caffeine")
    done = painlog(*command, *excedrin)
    assert done.out.splitlines()[-4:] == [
        f"Added 2 uses from {FILES / 'no_intensity_column.csv'}.",
        'Skipped 1 that has no treatment in "Medication".',
        "For the first time here: paracetamol with caffeine and sumatriptan. To read what to watch "
        'for with each: painlog treatments show "paracetamol with caffeine"; painlog treatments '
        "show sumatriptan",
        "To take it back: painlog undo",
    ]
    uses = exported()["uses"]
    assert [(use["treatment"], use["note"]) for use in uses] == [
        ("sumatriptan", "Trigger: food"),
        ("paracetamol with caffeine", "Trigger: unknown"),
    ]
    again = painlog(*command, *excedrin)
    assert again.out.splitlines()[-3].startswith("Added 0 entries from ")
    assert painlog("undo").out.startswith("Took back: import: 2 uses from ")
    assert exported()["uses"] == []


def test_the_same_rows_may_have_one_rating_instead(painlog, proposed, exported):
    _, command = proposed(
        *("no_intensity_column.csv", "--default", "region=head,intensity=5"),
        *("--value", "treatments:Excedrin=paracetamol with caffeine"),
    )
    assert "--uses" not in command
    assert painlog(*command).code == 0
    assert [entry["intensity"] for entry in exported()["entries"]] == [5, 5, 5]


def test_an_attack_over_three_days_is_felt_on_four_with_another(painlog, proposed):
    _, command = proposed("attack_over_three_days.csv")
    assert painlog(*command).code == 0
    report = json.loads(painlog("report", "--format", "json", "--since", "2026-10-01").out)
    (head,) = report["regions"]
    assert head["rated_days"] == 4


def test_what_has_no_field_is_offered_for_the_note_with_its_heading(painlog, tmp_path, exported):
    file = tmp_path / "app.csv"
    file.write_text(
        "Date,Pain,Where,Meds,Relief,Did it help?,Mood\n"
        '2026-10-02,6,head,"ibuprofen 400mg, paracetamol 1g",yes,helped,low\n'
        "2026-10-03,5,head,,no,did not help,good\n"
    )
    shown = painlog("import", str(file)).out
    assert '"Relief", "Did it help?", "Mood" would not be kept.' in shown
    (option,) = (line.split("add: ")[1] for line in shown.splitlines() if "would not be" in line)
    assert option == "--map 'note=Relief+Did it help?+Mood'"
    (command,) = (line for line in shown.splitlines() if line.startswith("  painlog import"))
    assert painlog(*shlex.split(command)[1:], *shlex.split(option)).code == 0
    assert exported()["entries"][0]["note"] == "Relief: yes\nDid it help?: helped\nMood: low"
    first = next(use for use in exported()["entries"] if use["intensity"] == 6)
    assert first["treatments"] == ["ibuprofen", "paracetamol"]


def test_a_table_of_intakes_is_offered_as_uses(painlog, tmp_path, exported):
    file = tmp_path / "intakes.csv"
    file.write_text(
        "Taken at,Medicine,Dose,Unit\n2026-10-02 08:00,Ibuprofen,400,mg\n"
        "2026-10-02 20:00,Paracetamol,1,g\n"
    )
    shown = painlog("import", str(file)).out
    (command,) = (line for line in shown.splitlines() if line.startswith("  painlog import"))
    assert painlog(*shlex.split(command)[1:]).code == 0
    uses = [(use["used_at"][:16], use["treatment"], use["dose"]) for use in exported()["uses"]]
    assert [use[:2] for use in uses] == [
        ("2026-10-02T08:00", "ibuprofen"),
        ("2026-10-02T20:00", "paracetamol"),
    ]
    assert "400 mg" in str(uses[0][2])


def test_two_medicines_of_one_class_are_two_courses(painlog, proposed):
    _, command = proposed("two_drugs_one_class.csv")
    assert painlog(*command).out.startswith("Added 80 entries from ")
    painlog("start", "naproxen", "--region", "knee", "--on", "2026-09-15")
    painlog("stop", "naproxen", "--on", "2026-10-10")
    painlog("start", "diclofenac", "--region", "knee", "--on", "2026-10-11")
    report = json.loads(painlog("report", "--format", "json", "--since", "2026-08-01").out)
    means = [(e["treatment"], e["before"]["mean"], e["after"]["mean"]) for e in report["effects"]]
    assert means == [("naproxen", 7.0, 7.0), ("diclofenac", 7.0, 3.0)]
    different = painlog("compare", "naproxen", "diclofenac", "--region", "knee").out
    assert "the same" not in different


def test_long_form_with_ordinal_dates_is_read_kind_by_kind(painlog, proposed, exported):
    _, command = proposed("long_form_with_ordinal_dates.csv")
    done = painlog(*command).out.splitlines()
    file = FILES / "long_form_with_ordinal_dates.csv"
    assert done == [
        f"Added 4 entries and 1 use from {file}.",
        "Skipped 2 of other kinds.",
        FIRST.format("ibuprofen"),
        "To take it back: painlog undo",
    ]
    assert [
        (e["felt_at"][:16], e["region"], e["intensity"], e["note"]) for e in exported()["entries"]
    ] == [
        ("2026-01-05T08:00", "head", 3, "original: Mild"),
        ("2026-01-05T13:00", "neck", 5, "original: Moderate"),
        ("2026-01-21T19:00", "lower back", 5, "original: Moderate"),
        ("2026-01-22T22:00", "middle back", 10, "original: Unbearable"),
    ]
    (use,) = exported()["uses"]
    assert (use["treatment"], use["used_at"][:16]) == ("ibuprofen", "2026-01-22T08:00")


def test_a_first_row_of_data_is_not_lost(painlog, proposed, exported):
    shown, command = proposed("no_titles.csv")
    assert 'Line 1 looks like data ("2024-02-20")' in shown
    assert command[-1] == "--no-header"
    assert painlog(*command).code == 0
    rows = [(e["felt_at"][:16], e["region"], e["intensity"]) for e in exported()["entries"]]
    assert rows == [("2024-02-20T14:20", "neck", 4), ("2024-02-21T09:20", "neck", 5)]
    saved = painlog(*command, "--save-mapping", "plain", "--allow-duplicates")
    assert saved.code == 0
    again = painlog("import", str(FILES / "no_titles.csv"), "--mapping", "plain")
    assert again.out.startswith("Added 0 entries from ")


def test_a_stray_quote_spoils_one_line_only(painlog, proposed, exported):
    shown, command = proposed("stray_quotes.csv")
    assert "Line 3 cannot be read" in shown
    assert painlog(*command).code == 1
    done = painlog(*command, "--skip-bad")
    assert done.err.splitlines()[1].startswith("Line 3: ")
    assert [entry["note"] for entry in exported()["entries"]] == ['lifted a 5" pot', "ok"]


def test_scales_in_one_cell_are_read_by_their_labels(painlog, proposed, exported):
    shown, command = proposed("scale_in_text.csv", "--default", "region=head")
    option = """--map 'note=weekday+mood+activities+"scales: Sleep Time"'"""
    assert option in shown
    assert painlog(*command).code == 0
    first, second = exported()["entries"]
    assert (first["felt_at"][:16], first["intensity"]) == ("2026-04-11T09:12", 3)
    assert (second["intensity"], second["note"]) == (6, "stiff\nall day")


def test_every_part_of_a_cell_can_be_kept(painlog, exported):
    columns = 'felt_at=full_date,intensity="scales: Pain",note="scales: Sleep Time"+mood'
    file = str(FILES / "scale_in_text.csv")
    assert painlog("import", file, "--map", columns, "--default", "region=head").code == 0
    assert exported()["entries"][0]["note"] == "scales: Sleep Time: 8:10\nmood: good"


def test_only_the_rows_that_are_named_are_read(painlog, tmp_path, exported):
    file = tmp_path / "app.csv"
    file.write_text("Date,Kind,Where,Pain\n2026-10-02,Pain,neck,4\n2026-10-03,Other,knee,3\n")
    mapped = ("--map", "felt_at=Date,region=Where,intensity=Pain")
    wrong = painlog("import", str(file), *mapped, "--only", "Sort=Pain")
    assert (wrong.code, 'no column "Sort"' in wrong.err) == (1, True)
    done = painlog("import", str(file), *mapped, "--only", "kind=pain")
    assert done.out.splitlines()[-2] == "Skipped 1 of other kinds."
    assert [entry["region"] for entry in exported()["entries"]] == ["neck"]
