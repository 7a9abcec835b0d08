"""One tablet noted with two places is one use, whatever is corrected."""

import json

import pytest


@pytest.fixture
def logged(painlog):
    """Log four doses of paracetamol, each with two places, on one day."""
    for hour in ("08", "12", "16", "20"):
        places = ("lower back", "6", "right knee", "5")
        painlog("add", *places, "-t", "paracetamol 1 g", "--at", f"2026-03-28 {hour}:00")
    return painlog


def week(painlog):
    out = painlog("week", "--on", "2026-03-28").out
    return [line for line in out.splitlines() if line.startswith("Used:")]


def doses(painlog, *numbers):
    found = json.loads(painlog("list", "--format", "json", "--limit", "0").out)["entries"]
    by_id = {e["id"]: (e["felt_at"][11:16], e["doses"]) for e in found}
    return [(by_id[n][0], by_id[n][1]["paracetamol"]["written"]) for n in numbers]


def test_a_dose_corrected_downwards_goes_for_both_places(logged):
    result = logged("edit", "3", "--dose", "500 mg")
    assert "  Also at entry 4, where the same use is noted.\n" in result.out
    assert "24 hours" not in result.out
    assert doses(logged, 3, 4) == [("12:00", "500 mg")] * 2
    assert week(logged) == ["Used: paracetamol 4 times on 1 day."]
    logged("undo")
    assert doses(logged, 3, 4) == [("12:00", "1 g")] * 2


def test_a_rating_never_moves_with_another_and_the_choice_is_named(logged):
    result = logged("edit", "4", "--at", "2026-03-28 13:00")
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        "paracetamol 1 g of the same time is also at entry 3, and would become two uses if only "
        "entry 4 moved. Nothing was changed.\n"
        "To move both: painlog edit 4 3 --at '2026-03-28 13:00'\n"
        "To move the rating without what was used: painlog edit 4 --at '2026-03-28 13:00' "
        "--clear treatment\n"
    )
    assert doses(logged, 3, 4) == [("12:00", "1 g")] * 2
    assert logged("edit", "4", "3", "--at", "2026-03-28 13:00").code == 0
    assert doses(logged, 3, 4) == [("13:00", "1 g")] * 2
    assert week(logged) == ["Used: paracetamol 4 times on 1 day."]
    result = logged("edit", "4", "--at", "2026-03-28 14:00", "--clear", "treatment")
    assert "  paracetamol 1 g of the same time stays at entry 3.\n" in result.out
    assert doses(logged, 3) == [("13:00", "1 g")]
    assert week(logged) == ["Used: paracetamol 4 times on 1 day."]


def test_a_rating_moved_alone_keeps_what_only_it_notes(painlog):
    painlog("add", "neck", "4", "hip", "3", "-t", "paracetamol 1 g", "--at", "2026-03-28 12:00")
    painlog("edit", "2", "-t", "paracetamol 1 g", "-t", "heat")
    shown = painlog("edit", "2", "--at", "2026-03-28 13:00").err
    assert shown.endswith(" painlog edit 2 --at '2026-03-28 13:00' -t heat\n")


def test_what_is_edited_together_is_not_said_twice(logged):
    assert "Also at" not in logged("edit", "3", "4", "--dose", "500 mg").out
    assert "Also at" not in logged("edit", "5", "--side", "left", "--intensity", "3").out


def test_another_treatment_is_another_use_and_what_stays_is_named(logged):
    result = logged("edit", "3", "-t", "ibuprofen 400 mg")
    assert "  paracetamol 1 g of the same time stays at entry 4.\n" in result.out
    assert doses(logged, 4) == [("12:00", "1 g")]


def test_what_stays_when_one_of_two_is_removed_is_named(logged):
    assert "  paracetamol 1 g of the same time stays at entry 4.\n" in logged("remove", "3").out
    assert "stays" not in logged("remove", "5", "6").out


def test_a_tablet_logged_once_more_by_itself_is_corrected_with_it(logged):
    logged("take", "paracetamol 1 g", "--at", "2026-03-28 16:05")
    result = logged("edit", "u1", "--dose", "500 mg")
    assert "  Also at entry 5 and entry 6, where the same use is noted.\n" in result.out
    result = logged("edit", "5", "--dose", "1 g")
    assert "  Also at entry 6 and use u1, where the same use is noted.\n" in result.out
    # The ratings were felt when they were felt.
    result = logged("edit", "u1", "--at", "2026-03-28 17:30")
    assert "  paracetamol 1 g of the same time stays at entry 5.\n" in result.out
    assert doses(logged, 5, 6) == [("16:00", "1 g")] * 2


def test_the_doses_of_a_series_are_corrected_with_their_other_places(logged):
    result = logged("edit", "--region", "right knee", "--dose", "500 mg", "--yes")
    assert "Also at entry 1, entry 3, entry 5 and entry 7, where" in result.out
    assert doses(logged, 1, 8) == [("08:00", "500 mg"), ("20:00", "500 mg")]


@pytest.fixture
def by_column(painlog, tmp_path):
    """Import a column of ratings from a table with one tablet a day."""

    def take(region, dose, *options):
        table = tmp_path / "pain.csv"
        table.write_text(f"Date,knee,hip,Meds\n2026-03-28 08:00,3,4,paracetamol {dose}\n", "utf-8")
        mapping = f"felt_at=Date,treatments=Meds,intensity={region}"
        default = f"region={region}"
        return painlog("import", str(table), "--map", mapping, "--default", default, *options)

    return take


def test_a_dose_replaced_from_a_table_is_corrected_at_the_other_places(painlog, by_column):
    by_column("knee", "3 x 1 g")
    by_column("hip", "3 x 1 g")
    result = by_column("knee", "2 x 1 g", "--replace", "--dry-run")
    assert "  Would also change entry 2, where the same use is noted.\n" in result.out
    result = by_column("knee", "2 x 1 g", "--replace")
    assert "  Also at entry 2, where the same use is noted.\n" in result.out
    assert doses(painlog, 1, 2) == [("08:00", "2 × 1 g")] * 2
    assert "5 g of paracetamol" not in painlog("report").out
    assert "differ" not in by_column("hip", "2 x 1 g").out
    painlog("undo")
    assert doses(painlog, 1, 2) == [("08:00", "3 × 1 g")] * 2


def test_what_the_table_says_of_the_other_place_itself_stays(painlog, by_column, tmp_path):
    by_column("knee", "1 g")
    by_column("hip", "1 g")
    rows = painlog("export").out.splitlines(keepends=True)
    table = tmp_path / "own.csv"
    table.write_text("".join([rows[0], rows[1].replace("1 g", "500 mg"), rows[2]]), "utf-8")
    result = painlog("import", str(table), "--replace")
    assert "  paracetamol 1 g of the same time stays at entry 2.\n" in result.out
    assert doses(painlog, 1, 2) == [("08:00", "500 mg"), ("08:00", "1 g")]


def test_where_else_a_use_is_noted_stands_under_the_row_that_corrects_it(painlog, tmp_path):
    table = tmp_path / "pain.csv"
    rows = "Date,knee,hip,Meds\n2026-03-28,3,4,heat {0} min\n2026-03-29,2,4,heat {0} min\n"
    for region, minutes, *options in (("knee", 10), ("hip", 10), ("knee", 20, "--replace")):
        table.write_text(rows.format(minutes), "utf-8")
        mapping = f"felt_at=Date,treatments=Meds,intensity={region}"
        columns = ("--map", mapping, "--default", f"region={region}")
        result = painlog("import", str(table), *columns, *options)
    told = result.out.replace(" (UTC+01:00)", "").replace(" (UTC+02:00)", "")
    assert told.splitlines()[:5] == [
        "2 things in the journal now say what the file says:",
        "  Line 2, entry 1, knee 3 of 10, Sat 28 Mar 2026, 12:00: "
        "doses heat 10 minutes -> heat 20 minutes",
        "    Also at entry 3, where the same use is noted.",
        "  Line 3, entry 2, knee 2 of 10, Sun 29 Mar 2026, 12:00: "
        "doses heat 10 minutes -> heat 20 minutes",
        "    Also at entry 4, where the same use is noted.",
    ]
