"""`painlog report` on days that begin or end inside a month: a column says which days it counts.

The journal has a headache and a sumatriptan on 2, 10, 20 and 25 February and on 3 and 9 March.
"""

import json
import re

import pytest

DAYS = ("2026-02-02", "2026-02-10", "2026-02-20", "2026-02-25", "2026-03-03", "2026-03-09")


@pytest.fixture
def head(painlog):
    painlog("regions", "set", "head", "--diary", "attacks")
    for day in DAYS:
        assert painlog("add", "head", "8", "-t", "sumatriptan", "--at", f"{day} 12:00").code == 0
    return painlog


def lines(result):
    assert result.code == 0
    return result.out.splitlines()


PERIODS = [
    (
        ("--since", "2026-02-15"),
        ("Feb 2026 (from 15 Feb)", 14, 2, 2),
        "Medicine days in Feb, Mar (from 1 Feb)",
        "A line is for a whole month, so days count from 1 Feb.",
        "Feb from 15 Feb",
    ),
    (
        ("--since", "2026-02-15", "--until", "2026-03-05"),
        ("Feb 2026 (from 15 Feb)", 14, 2, 2),
        "Medicine days in Feb, Mar (from 1 Feb to 5 Mar)",
        "A line is for a whole month, so days count from 1 Feb to 5 Mar.",
        "Feb from 15 Feb and Mar to 5 Mar",
    ),
    (
        ("--on", "2026-02-20"),
        ("Feb 2026 (on 20 Feb)", 1, 1, 1),
        "Medicine days in Feb (from 1 Feb to 20 Feb)",
        "A line is for a whole month, so days count from 1 Feb to 20 Feb.",
        "Feb on 20 Feb",
    ),
]


@pytest.mark.parametrize(("period", "month", "answer", "note", "bars"), PERIODS)
def test_a_cut_month_is_marked_in_every_form(head, tmp_path, period, month, answer, note, bars):
    named, rated, pain, medicine = month
    days, taken = ("day" if n == 1 else "days" for n in (rated, medicine))
    row = f"- {named}: pain on {pain} of {rated} rated {days}, {pain} bad "
    for form in ("text", "markdown"):
        brief = lines(head("report", *period, "--format", form))
        found = [line for line in brief if line.startswith(row)]
        assert [line.partition("; ")[2] for line in found] == [
            f"acute medicine on {medicine} {taken}"
        ]
        assert any(line.replace("*", "").startswith(f"- {answer}: ") for line in brief)
        full = lines(head("report", *period, "--full", "--format", form))
        cells = [re.split(r"  +|\s*\|\s*", line.strip("| ")) for line in full]
        assert [named, "head", str(rated), str(pain), str(pain)] in cells
        assert note in full
    file = tmp_path / "page.html"
    assert head("report", *period, "--format", "html", "--output", str(file)).code == 0
    page = file.read_text(encoding="utf-8")
    assert f'scope="row">{named}<' in page
    assert f"{named} {pain}, with acute medicine {medicine}" in page
    assert f"(ICHD-3, 8.2). {note}" in page
    assert f"bars by month ({bars}) are days with pain" in page


def test_json_has_the_days_of_the_whole_month_and_those_of_the_period(head):
    found = json.loads(head("report", "--since", "2026-02-15", "--format", "json").out)
    assert [(m["month"], m["pain_days"]) for m in found["months"]] == [
        ("2026-02", 2),
        ("2026-03", 2),
    ]
    assert [
        (m["month"], m["days"], m["in_period"])
        for m in found["medicine_days"]
        if m["of"] == "sumatriptan"
    ] == [("2026-02", 4, 2), ("2026-03", 2, 2)]


@pytest.mark.parametrize("period", [(), ("--since", "2026-02-01", "--until", "2026-03-31")])
def test_whole_months_have_no_mark(head, period):
    brief = lines(head("report", *period))
    assert any(line.startswith("- Medicine days in Feb, Mar: sumatriptan 4, 2 ") for line in brief)
    assert any(line.startswith("- Feb 2026: pain on 4 of ") for line in brief)
    full = lines(head("report", *period, "--full"))
    assert any(re.match(r"Feb 2026 +head ", line) for line in full)
    assert not any("days count from" in line for line in full)


@pytest.mark.parametrize("noted", [("take", "sumatriptan"), ("add", "neck", "5", "-t", "aspirin")])
def test_without_since_the_period_begins_with_the_first_use_or_entry_of_any_place(head, noted):
    assert head(*noted, "--at", "2026-02-01 12:00").code == 0
    for asked in ((), ("-r", "head")):
        period = json.loads(head("report", *asked, "--format", "json").out)["period"]
        assert period == {"since": "2026-02-01", "until": "2026-03-31"}
    assert lines(head("report"))[0].startswith("Pain report, Sun 1 Feb 2026 to Tue 31 Mar 2026.")


def test_no_medicine_counts_outside_the_period_that_is_printed(head):
    for day in ("2026-02-01", "2026-01-30"):
        head("take", "sumatriptan", "--at", f"{day} 12:00")
    found = json.loads(head("report", "--format", "json").out)
    assert found["period"]["since"] == "2026-01-30"
    assert [(m["uses"], m["days"]) for m in found["medicines"]] == [(8, 8)]
    counted = [m["in_period"] for m in found["medicine_days"] if m["of"] == "any"]
    assert counted == [1, 5, 2]
    # A rating still begins the days that could have been rated.
    assert found["regions"][0]["rated_days"] == 58
