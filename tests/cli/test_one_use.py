"""One tablet or session is one use, at one place, in one writing, wherever people read of it."""

import json

import pytest

AT = "2026-03-20 09:00"


@pytest.fixture
def noted_twice(painlog):
    for treatment in ("paracetamol 1 g", "massage"):
        added = painlog("add", "lower back", "5", "left shoulder", "4", "-t", treatment, "--at", AT)
        assert added.code == 0


def lines_of(painlog, *words):
    return [line.strip() for line in painlog(*words).out.splitlines()]


@pytest.mark.usefixtures("noted_twice")
def test_what_was_noted_for_two_places_at_once_is_one_use_in_every_count(painlog, tmp_path):
    said = " ".join(painlog("report").out.split())
    assert "Used as needed: 2 uses, none rated both before and after:" in said
    assert "lower back and left shoulder, massage therapy 1" in said
    assert "lower back and left shoulder, paracetamol 1 g 1" in said
    assert "Used: massage therapy on 1 day; paracetamol on 1 day." in lines_of(
        painlog, "week", "--on", "2026-03-20"
    )
    assert "Uses: 2 (0 without a rating)" in lines_of(painlog, "where")
    backed_up = " ".join(painlog("backup", str(tmp_path / "copy.db")).out.split())
    assert "4 entries and 2 uses of treatments" in backed_up
    restored = " ".join(painlog("restore", str(tmp_path / "copy.db")).out.split())
    assert "4 entries and 2 uses of treatments" in restored
    bundle = json.loads(painlog("export", "--format", "fhir").out)
    kinds = [item["resource"]["resourceType"] for item in bundle["entry"]]
    assert (kinds.count("MedicationStatement"), kinds.count("Procedure")) == (1, 1)


def test_uses_under_no_place_are_told_in_every_format_of_the_report(painlog):
    painlog("add", "head", "7", "--at", "2026-03-28 23:00")
    for hour in ("08:00", "12:00"):
        for what in (("ibuprofen", "400 mg"), ("massage",)):
            painlog("take", *what, "--for", "lower back", "--at", f"2026-03-29 {hour}")
    told = (
        "Used besides: ibuprofen 400 mg 2 uses and massage therapy 2 uses, for a place or on a day "
        "without ratings."
    )
    for asked in ((), ("--full",), ("--format", "markdown"), ("--full", "--format", "markdown")):
        said = " ".join(painlog("report", *asked).out.replace("**", "").split())
        assert said.count(told) == 1
    data = json.loads(painlog("report", "--format", "json").out)
    assert [
        (b["treatment"], b["dose"] and b["dose"]["written"], b["uses"]) for b in data["besides"]
    ] == [
        ("ibuprofen", "400 mg", 2),
        ("massage therapy", None, 2),
    ]
    only = painlog("report", "-t", "ibuprofen").out
    assert "No course and no use" not in only
    assert "ibuprofen 400 mg 2 uses, for a place" in only


@pytest.mark.usefixtures("noted_twice")
def test_painlogs_own_formats_keep_every_row(painlog):
    data = json.loads(painlog("export", "--format", "json").out)
    assert [entry["treatments"] for entry in data["entries"]] == [
        *([["paracetamol"]] * 2),
        *([["massage therapy"]] * 2),
    ]
    relief = json.loads(painlog("report", "--format", "json").out)["relief"]
    assert [(r["treatment"], r["uses"], r["also_elsewhere"]) for r in relief] == [
        *([("massage therapy", 1, 1), ("paracetamol", 1, 1)] * 2),
    ]


def test_a_tablet_for_two_places_counts_once_within_24_hours(painlog):
    said = painlog("add", "lower back", "5", "left shoulder", "4", "-t", "paracetamol 3 g")
    assert "is more than" not in said.out + said.err
    later = painlog("take", "paracetamol", "1 g", "--at", "20:00")
    assert "is more than" not in later.out + later.err
    more = painlog("take", "paracetamol", "500 mg", "--at", "19:00")
    assert "4.5 g of paracetamol, logged in 3 doses" in " ".join((more.out + more.err).split())


def test_one_dose_in_three_writings_is_one_dose(painlog):
    for day, dose in ((16, "1 g"), (17, "1000 mg"), (18, "2x500mg"), (19, "1000 mg"), (20, "2 g")):
        painlog("add", "head", "6", "--at", f"2026-03-{day} 09:00", "-t", f"paracetamol {dose}")
        painlog("add", "head", "3", "--at", f"2026-03-{day} 11:00")
    painlog("take", "ibuprofen", "1000 mg", "--at", "2026-03-20 10:00", "--for", "head")
    data = json.loads(painlog("report", "--format", "json").out)
    assert [(m["treatment"], m["dose"]["written"], m["uses"]) for m in data["medicines"]] == [
        ("ibuprofen", "1000 mg", 1),
        ("paracetamol", "1000 mg", 4),
        ("paracetamol", "2 g", 1),
    ]
    said = " ".join(painlog("report").out.split())
    assert "Head, paracetamol 1000 mg: 4 uses, 4 rated: 6.0 before, 3.0 after" in said
    page = painlog("report", "--format", "html").out
    assert "Paracetamol 1000 mg" in page
    assert "Paracetamol 1 g" not in page


@pytest.fixture
def course_of_a_week(painlog):
    start = ("--on", "2026-03-08", "--until", "2026-03-14", "-r", "head")
    assert painlog("start", "paracetamol", "1 g", *start).code == 0
    for day in (10, *range(16, 21)):
        painlog("add", "head", "6", "--at", f"2026-03-{day} 09:00", "-t", "paracetamol 1 g")
        painlog("add", "head", "3", "--at", f"2026-03-{day} 11:00")


@pytest.mark.usefixtures("course_of_a_week")
def test_uses_after_a_course_are_as_needed_in_every_view(painlog):
    said = " ".join(painlog("report").out.split())
    assert "Head, paracetamol 1 g: 5 uses, 5 rated: 6.0 before, 3.0 after, halved in 5" in said
    full = " ".join(painlog("report", "--full").out.split())
    assert "paracetamol 1 g, 5 uses, 5 rated before and after" in full
    assert "paracetamol 1 g, 1 use in course, 1 rated before and after" in full
    (chart,) = json.loads(painlog("chart", "-r", "head", "--format", "json").out)["regions"]
    assert [(u["treatment"], len(u["days"])) for u in chart["as_needed"]] == [("paracetamol", 5)]
    page = painlog("report", "--format", "html").out
    assert "paracetamol as needed on 5 days." in page
    assert "Paracetamol 1 g (head, in course)" in page


def test_a_take_without_a_place_is_at_the_place_of_its_course_in_every_view(painlog):
    painlog("add", "lower back", "8", "--at", "2026-03-20 09:00")
    painlog("add", "left shoulder", "3", "--at", "2026-03-20 09:00")
    painlog("start", "dry needling", "-r", "left shoulder", "--on", "2026-03-10")
    painlog("take", "dry needling", "--at", "2026-03-20 10:00")
    painlog("take", "heat", "--at", "2026-03-20 10:00")
    charts = {}
    for place in ("lower back", "left shoulder"):
        data = json.loads(painlog("chart", "-r", place, "--format", "json").out)
        (charts[place],) = (
            [u["treatment"] for u in chart["as_needed"]] for chart in data["regions"]
        )
    assert charts == {"lower back": ["heat"], "left shoulder": []}
    relief = json.loads(painlog("report", "--format", "json").out)["relief"]
    assert [(r["region"], r["treatment"], r["in_course"]) for r in relief] == [
        ("lower back", "heat", False),
        ("shoulder", "dry needling", True),
    ]


def test_days_in_course_stand_wherever_days_with_medicine_do(painlog):
    painlog("start", "paracetamol", "1 g", "-r", "head", "--on", "2025-11-01")
    for day in range(1, 29, 3):
        painlog("add", "head", "5", "--at", f"2026-03-{day:02} 09:00")
    painlog("take", "paracetamol", "1 g", "--at", "2026-03-20 09:00")
    report = ("report", "--since", "2026-01-01")
    said = " ".join(painlog(*report).out.split())
    assert (
        "Medicine days in Jan, Feb, Mar: paracetamol 0, 0, 1 logged, in course on 31 of 31, 28 of "
        "28, 31 of 31 (headache line 15)."
    ) in said
    assert "If you take it on 15 or more days a month and have headaches" in said
    assert "0 bad days; acute medicine logged on 1 day, in course on 31 of 31" in said
    rows = [line.split() for line in painlog(*report, "--full").out.splitlines()]
    assert ["paracetamol", "0", "0", "1", "15"] in rows
    assert [
        "paracetamol,",
        "in",
        "course",
        "31",
        "of",
        "31",
        "28",
        "of",
        "28",
        "31",
        "of",
        "31",
    ] in rows
    markdown = painlog(*report, "--full", "--format", "markdown").out
    assert "| paracetamol, in course | 31 of 31 | 28 of 28 | 31 of 31 |" in markdown
    page = painlog(*report, "--format", "html").out
    assert "Paracetamol, in course" in page
    assert "days with medicine: paracetamol 1 logged, in course on 31 of 31." in page
    today = " ".join(painlog("today").out.split())
    assert (
        "Paracetamol: logged on 1 day so far this month, in course on 31 of 31. If you take it on "
        "15 days a month or more for over three months, headaches can come from the medicine "
        "itself if you are prone to them."
    ) in today
    (counted,) = json.loads(painlog("today", "--format", "json").out)["medicine_days"]
    assert counted == {
        "of": "paracetamol",
        "days": 1,
        "line": 15,
        "course_days": 31,
        "last_month": None,
        "last_month_days": 0,
    }
    (if_taken,) = json.loads(painlog(*report, "--format", "json").out)["overuse_if_taken"]
    assert (if_taken["of"], if_taken["since"]) == ("paracetamol", "2025-11-01")


def test_another_dose_soon_after_is_a_use_of_its_own(painlog):
    for hour in ("06", "10", "14"):
        painlog("take", "paracetamol 1 g", "--at", f"2026-03-31 {hour}:00")
    painlog("add", "head", "8", "--at", "2026-03-31 18:00", "-t", "paracetamol 500 mg")
    said = painlog("take", "paracetamol 1 g", "--for", "head", "--at", "2026-03-31 18:05")
    assert "logged in 5 doses within 24 hours" in " ".join((said.out + said.err).split())
    assert "You logged this already" not in said.out
    report = json.loads(painlog("report", "--format", "json").out)
    assert [(m["dose"]["written"], m["uses"]) for m in report["medicines"]] == [
        ("500 mg", 1),
        ("1 g", 4),
    ]
    again = painlog("take", "paracetamol 500 mg", "--for", "head", "--at", "2026-03-31 18:05")
    assert "You logged this already" in again.out


@pytest.mark.parametrize(
    ("other", "until", "said"),
    [
        ("naproxen", 14, ""),
        ("naproxen", 15, "Simple painkillers (naproxen, paracetamol): taken on 15 days or more in "
                         "each of Jan, Feb and Mar (15, 15, 15)."),
        ("sumatriptan", 12, "Painkillers together (paracetamol, sumatriptan): taken on 10 days or "
                            "more in each of Jan, Feb and Mar (12, 12, 12)."),
    ],
)  # fmt: skip
def test_simple_painkillers_are_one_class_for_a_knee_too(painlog, tmp_path, other, until, said):
    rows = [
        f"2026-{month:02}-{day:02},{'paracetamol' if day <= 6 else other}"
        for month in (1, 2, 3)
        for day in range(1, until + 1)
    ]
    table = tmp_path / "knee.csv"
    table.write_text("\n".join(["Date,Meds", *rows]), encoding="utf-8")
    took = ("--map", "felt_at=Date,treatments=Meds", "--default", "region=knee,intensity=5")
    assert painlog("import", str(table), *took).code == 0
    text = " ".join(painlog("report").out.split())
    assert ("taken on" in text) == bool(said)
    assert said in text
