"""The filters that several commands share: qualities, triggers, bounds of the rating, one day."""

import json
import re

import pytest


@pytest.fixture(autouse=True)
def _five(painlog):
    for words in (
        ("left heel", "6", "--trigger", "Long walk", "-q", "burning", "--at", "2026-03-27"),
        ("left heel", "3", "--trigger", "café noise", "--at", "2026-03-28"),
        ("neck", "8", "--trigger", "long  walk", "-q", "dull", "--at", "2026-03-29 09:00"),
        ("neck", "0", "--at", "2026-03-29 21:00"),
        ("neck", "10", "-q", "burning", "--at", "2026-03-30"),
    ):
        assert painlog("add", *words).code == 0
    painlog("take", "heat", "--at", "2026-03-29 12:00")


def ids(painlog, *filters):
    found = json.loads(painlog("list", *filters, "--format", "json").out)
    return [e["id"] for e in found["entries"]], [u["id"] for u in found["uses"]]


@pytest.mark.parametrize(
    ("filters", "entries"),
    [
        (["--trigger", "LONG WALK"], [3, 1]),
        (["--trigger", "long walk", "--trigger", "café noise"], [3, 2, 1]),
        (["--quality", "burning"], [5, 1]),
        (["-q", "burning", "--trigger", "long walk"], [1]),
        (["--min", "6"], [5, 3, 1]),
        (["--max", "0"], [4]),
        (["--min", "3", "--max", "6/10"], [2, 1]),
        (["--min", "6", "-r", "neck", "--until", "2026-03-29"], [3]),
    ],
)
def test_entries_are_chosen_by_what_they_say_and_uses_say_nothing_of_it(painlog, filters, entries):
    assert ids(painlog, *filters) == (entries, [])


def test_the_rating_before_a_use_is_one_as_well(painlog):
    painlog("add", "elbow", "3", "--before", "9", "-t", "heat", "--at", "2026-03-30 20:00")
    assert ids(painlog, "--min", "9")[0] == [6, 5]
    assert ids(painlog, "--max", "3", "-r", "elbow")[0] == [6]
    assert ids(painlog, "--min", "4", "--max", "8")[0] == [3, 1]
    for command in (["calendar", "--format", "json"], ["report", "--format", "json"]):
        found = json.loads(painlog(*command, "--min", "9", "-r", "elbow").out)
        assert [one["region"] for one in found["regions"]] == ["elbow"]


def test_one_day_is_chosen_with_its_uses(painlog):
    assert ids(painlog, "--on", "2026-03-29") == ([4, 3], [1])
    assert ids(painlog, "--on", "yesterday", "--max", "9") == ([], [])


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (["--min", "7", "--max", "6"], "--max 6 is below --min 7; swap them.\n"),
        (["--min", "11"], '"11" is not an intensity on the 0–10 scale.'),
        (
            ["--trigger", "long wlk"],
            'No entry has the trigger "long wlk". Did you mean "long walk"',
        ),
        (["-q", "itching"], 'No entry has the quality "itching".\n'),
        (
            ["--on", "today", "--since", "today"],
            "--on is one day, --since and --until are several;",
        ),
    ],
)
@pytest.mark.parametrize("command", ["list", "report", "export", "chart", "calendar", "map"])
def test_what_nothing_can_match_is_said(painlog, command, filters, said):
    result = painlog(command, *filters)
    assert (result.code, result.err.startswith(said)) == (2 if "--on" in filters else 1, True)


def test_an_export_holds_what_was_chosen(painlog):
    assert painlog("export", "--trigger", "long walk").out.count("\r\n") == 3
    whole = json.loads(painlog("export", "--format", "json", "--min", "8").out)
    assert [e["intensity"] for e in whole["entries"]] == [8, 10]
    assert whole["uses"] == []


def test_a_report_and_pictures_say_what_they_are_narrowed_to(painlog):
    filters = ["--trigger", "long walk", "--trigger", "café noise", "--min", "4"]
    only = "Only: triggers Long walk, long walk and café noise; rated 4 or more."
    said = painlog("report", *filters).out
    assert (
        f"{only} All figures but days with medicine are of these entries alone, so there is no "
        "before-and-after: entries chosen by what they say cannot show whether the pain changed\n"
    ) in said
    report = json.loads(painlog("report", *filters, "--format", "json").out)
    assert {r["region"]: r["rated_days"] for r in report["regions"]} == {"heel": 1, "neck": 1}
    for command in (["chart", "-r", "neck"], ["calendar", "-r", "neck"], ["map"]):
        assert only in painlog(*command, *filters).out
    assert "Only: rated 9 or less" in painlog("map", "--max", "9").out
    assert "Only: quality dull; rated 7 to 8." in (
        painlog("map", "-q", "dull", "--min", "7", "--max", "8").out
    )
    assert (
        "No entries up to Sat 28 Mar 2026 match."
        in painlog("chart", "--on", "2026-03-28", "--min", "9").out
    )


def page(painlog, *filters):
    written = painlog("report", "--format", "html", *filters).out
    return " ".join(re.sub(r"<style.*?</style>|<[^>]+>", " ", written, flags=re.DOTALL).split())


def test_of_a_treatment_the_page_has_the_places_that_a_report_has(painlog):
    painlog("regions", "set", "head", "--diary", "attacks")
    for day in ("2026-02-20", "2026-03-05"):
        painlog("add", "head", "7", "--at", f"{day} 08:00", "-t", "sumatriptan", "-t", "rest")
    painlog("add", "elbow", "7", "--at", "2026-02-20 08:00", "-t", "yoga")
    month = "March 2026: 1 pain day on 31 rated days"
    assert f"{month}; days with medicine: sumatriptan 1." in page(painlog, "-t", "sumatriptan")
    # Rest is no medicine, so nothing is said of medicine.
    assert f"{month}. " in page(painlog, "-t", "rest")
    yoga = page(painlog, "-t", "yoga")
    assert ("1. Elbow" in yoga, "Head" in yoga) == (True, False)
    unused = page(painlog, "-t", "massage")
    assert "No course and no use of massage therapy in this period." in unused
    assert "There are no ratings" not in unused


def test_left_out_entries_make_no_day_without_pain_in_an_attack_diary(painlog):
    assert painlog("regions", "set", "neck", "--diary", "attacks").code == 0
    painlog("over", "neck", "--at", "yesterday 14:00")

    def rated_days(*filters):
        report = json.loads(painlog("report", "-r", "neck", *filters, "--format", "json").out)
        return [(r["rated_days"], r["mean"]) for r in report["regions"]]

    assert rated_days()[0][0] == 3
    assert rated_days("--min", "8") == [(2, 9.0)]
    assert "attack diary" in painlog("calendar", "-r", "neck").out
    assert "attack diary" not in painlog("calendar", "-r", "neck", "--min", "8").out


def test_commas_separate_what_is_typed_and_stay_in_what_was_stored(painlog, tmp_path):
    table = tmp_path / "pain.csv"
    row = '2026-03-31 08:00,neck,4,"sex, then a walk"'
    table.write_text(f"felt_at,region,intensity,triggers\n{row}\n")
    assert painlog("import", str(table)).code == 0
    painlog("add", "neck", "5", "-q", "stabbing, cramping", "--trigger", "sex, stairs")
    painlog("edit", "5", "--quality", "dull, hot")
    assert "Qualities: dull and hot\n" in painlog("show", "5").out
    assert ids(painlog, "--trigger", "sex, then a walk") == ([6], [])
    assert ids(painlog, "--trigger", "stairs, sex") == ([7], [])
    refused = painlog("list", "-q", "stabbing, itching")
    assert (refused.code, refused.err) == (1, 'No entry has the quality "itching".\n')
