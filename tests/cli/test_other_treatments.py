"""Another medicine that changed between the days compared: said alike in every form of a report."""

import json
from datetime import date, timedelta

import pytest

TODAY = date(2026, 3, 30)
FORMS: tuple[list[str], ...] = (
    [],
    ["--full"],
    ["--format", "markdown"],
    ["--full", "--format", "markdown"],
)


@pytest.fixture
def rated(painlog, tmp_path):
    """Rate the neck once a day up to today: so many days at 6 and 7, then so many at 3 and 4."""

    def rate(high, low):
        first = TODAY - timedelta(days=high + low - 1)
        levels = [*(6 + i % 2 for i in range(high)), *(3 + i % 2 for i in range(low))]
        days = [f"{first + timedelta(days=i)} 20:00,neck,{n}" for i, n in enumerate(levels)]
        file = tmp_path / "neck.csv"
        file.write_text("\n".join(["date,region,intensity", *days]))
        assert painlog("import", str(file)).code == 0

    return rate


def effect_of(painlog, what):
    effects = json.loads(painlog("report", "--format", "json").out)["effects"]
    doses = [e["dose"] or {"written": ""} for e in effects]
    (found,) = (
        effect
        for effect, dose in zip(effects, doses, strict=True)
        if f"{effect['treatment']} {dose['written']}" == what
    )
    return found


def assert_said_in_every_form(painlog, about, apart, tmp_path):
    for options in FORMS:
        out = painlog("report", *options).out
        assert f"annot be told apart from {apart}" in out.split(about)[1]
    page = tmp_path / "page.html"
    assert painlog("report", "--output", str(page)).code == 0
    assert f"Cannot be told apart from {apart}, which came or went with it." in page.read_text()


def test_a_drop_with_another_dose_of_another_medicine_has_no_verdict(painlog, rated, tmp_path):
    rated(50, 25)
    painlog("start", "amitriptyline 10 mg", "-r", "neck", "--on", "2026-01-15")
    painlog("start", "naproxen 500 mg", "-r", "neck", "--on", "2026-02-12")
    painlog("start", "amitriptyline 20 mg", "-r", "neck", "--on", "2026-03-05")
    found = effect_of(painlog, "naproxen 500 mg")
    assert found["verdict"] == "confounded"
    assert found["cautions"] == [
        {
            "code": "other-dose",
            "text": "Amitriptyline was at 10 mg before, and at 10 mg (1 day) or 20 mg (26 days) "
            "in course. The ratings cannot tell the dose from the rest.",
        }
    ]
    assert effect_of(painlog, "amitriptyline 20 mg")["verdict"] == "clearly more"
    assert_said_in_every_form(painlog, "aproxen 500 mg", "another dose of amitriptyline", tmp_path)


def test_a_drop_with_the_end_of_another_medicine_has_no_verdict(painlog, rated, tmp_path):
    rated(39, 24)
    painlog("start", "amitriptyline 10 mg", "-r", "neck", "--on", "2026-01-27")
    painlog("start", "buprenorphine", "-r", "neck", "--on", "2026-01-27")
    painlog("start", "amitriptyline 20 mg", "-r", "neck", "--on", "2026-02-24")
    painlog("stop", "buprenorphine", "--on", "2026-03-06")
    found = effect_of(painlog, "amitriptyline 20 mg")
    assert found["verdict"] == "confounded"
    assert [c["code"] for c in found["cautions"]] == ["other-treatment"]
    assert_said_in_every_form(painlog, "mitriptyline 20 mg", "buprenorphine", tmp_path)


def test_a_step_says_from_which_day_on_its_old_dose_counts(painlog, rated):
    rated(22, 50)
    painlog("start", "amitriptyline 10 mg", "-r", "neck", "--on", "2026-01-23")
    painlog("start", "amitriptyline 20 mg", "-r", "neck", "--on", "2026-02-09")
    painlog("start", "rest", "-r", "neck", "--on", "2025-12-01", "--until", "2026-01-27")
    found = painlog("report").out
    assert "amitriptyline 20 mg from 9 Feb: 6.5 at 10 mg (from 28 Jan, after rest), 3.5 in" in found
    assert (
        "\nOf the days at 10 mg, only those from Wed 28 Jan 2026 on are compared. Rest ended on "
        "Tue 27 Jan 2026, so the days before that were different.\n"
    ) in painlog("report", "--full").out
