"""Too much of a medicine is said when it is logged, and wherever its days are shown."""

import json

import pytest

SAID = "5 g of paracetamol, logged in 5 doses within 24 hours, is more than an adult may take in"


@pytest.fixture
def five(painlog):
    """Log five doses of paracetamol within a day, and a rating."""
    painlog("add", "heel", "5", "--at", "2026-03-31 07:00")
    for hour in ("06", "09", "12", "15", "18"):
        result = painlog("take", "paracetamol", "1 g", "--at", f"2026-03-31 {hour}:00")
    assert f"! {SAID}" in result.out
    return painlog


def test_today_the_week_and_the_report_say_it_with_its_day(five, tmp_path):
    for command in ("today", "week"):
        lines = five(command).out.splitlines()
        assert lines[1].startswith(f"! 31 Mar 2026: {SAID}")
        (told,) = json.loads(five(command, "--format", "json").out)["too_much"]
        assert told.startswith(f"31 Mar 2026: {SAID}")
        assert "Too much medicine: get help now" in told
    for report in (five("report"), five("report", "--full"), five("report", "--region", "heel")):
        _, _, read_first = report.out.partition("Read this first\n")
        assert read_first.startswith(f"- 31 Mar 2026: {SAID}")
    file = tmp_path / "page.html"
    five("report", "--format", "html", "--output", str(file))
    assert f"<li>31 Mar 2026: {SAID}" in file.read_text("utf-8")


def test_what_is_over_three_days_ago_is_nothing_for_today(painlog):
    painlog("take", "paracetamol", "6 g", "--at", "2026-03-27 12:00")
    painlog("take", "ibuprofen", "400 mg")
    assert "paracetamol" not in painlog("today").out.splitlines()[1]
    assert painlog("week").out.splitlines()[1].startswith("! 27 Mar 2026: 6 g of paracetamol is")
    assert "27 Mar 2026" not in painlog("week", "--on", "2026-03-26").out


def test_undo_and_redo_warn_as_the_edit_did(five):
    assert "! 4.1 g of paracetamol" in five("edit", "u1", "--dose", "100 mg").out
    assert "!" not in five("edit", "u2", "--dose", "100 mg").out
    assert "! 4.1 g of paracetamol" in five("undo").out
    assert "!" not in five("redo").out
    assert "!" not in five("edit", "u2", "--note", "half of one").out
    assert "!" not in five("undo").out
    five("undo")
    assert f"! {SAID}" in five("undo").out
    assert "! 4.1 g of paracetamol" in five("redo").out


def test_undo_of_a_removal_warns_of_what_it_brings_back(five):
    assert "!" not in five("remove", "u5").out
    assert f"! {SAID}" in five("undo").out
    assert "!" not in five("undo").out
