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


IN_COURSE = (
    "8 g of paracetamol a day, 4 g of it in co-codamol, in course (paracetamol 1 g 4 times a day, "
    "co-codamol 2 × 30/500 4 times a day), is more than an adult may take in 24 hours (4 g; NHS "
    "111 Wales, Paracetamol for adults). Is one of them a slip? See: painlog courses."
)


def test_courses_that_add_up_to_too_much_are_said_wherever_they_are_shown(painlog, tmp_path):
    painlog("add", "heel", "5")
    assert "!" not in painlog("start", "paracetamol 1 g four times a day", "--on", "yesterday").out
    started = painlog("start", "co-codamol 30/500 two tablets four times a day").out
    assert f"\n! {IN_COURSE} Have you taken this much? Too much medicine: get help now" in started
    assert painlog("courses").out.startswith(f"! {IN_COURSE}")
    for command in ("today", "week"):
        assert painlog(command).out.splitlines()[1].startswith(f"! Since 31 Mar 2026: {IN_COURSE}")
        (told,) = json.loads(painlog(command, "--format", "json").out)["too_much"]
        assert told.startswith(f"Since 31 Mar 2026: {IN_COURSE}")
    for report in (painlog("report"), painlog("report", "--full")):
        _, _, read_first = report.out.partition("Read this first\n")
        assert read_first.startswith(f"- Since 31 Mar 2026: {IN_COURSE}")
    file = tmp_path / "page.html"
    painlog("report", "--format", "html", "--output", str(file))
    assert "<li>Since 31 Mar 2026: 8 g of paracetamol a day, 4 g of it" in file.read_text("utf-8")


def test_edit_undo_and_redo_of_courses_warn_as_start_did(painlog):
    painlog("start", "paracetamol 1 g four times a day")
    painlog("start", "co-codamol 30/500 two tablets four times a day")
    assert "!" not in painlog("undo").out
    assert f"! {IN_COURSE}" in painlog("redo").out
    assert "!" not in painlog("courses", "remove", "2").out
    assert f"! {IN_COURSE}" in painlog("undo").out
    assert "!" not in painlog("courses", "edit", "2", "--dose", "2 x 30/500 as needed").out
    assert "!" not in painlog("courses", "edit", "1", "--dose", "500 mg qds").out
    edited = painlog("courses", "edit", "2", "--dose", "2 x 30/500 qds").out
    assert "! 6 g of paracetamol a day, 4 g of it in co-codamol, in course" in edited
    assert "!" not in painlog("stop", "paracetamol").out
    assert "! 6 g of paracetamol a day" in painlog("undo").out


def test_what_is_logged_is_added_to_another_product_in_course(painlog):
    painlog("start", "co-codamol 2 x 30/500 four times a day", "--on", "yesterday")
    assert "!" not in painlog("take", "co-codamol", "2 x 30/500").out
    assert "! 5 g of paracetamol, 4 g of it in co-codamol, logged in 2 doses and in course" in (
        painlog("take", "paracetamol", "1 g").out
    )


def test_a_course_that_may_be_prescribed_is_told_when_it_begins_and_not_every_day(painlog):
    painlog("add", "heel", "5")
    assert "! 1800 mg of ibuprofen a day" in painlog("start", "ibuprofen 600 mg tds").out
    for command in ("today", "week", "report"):
        assert "1800 mg" not in painlog(command).out
    assert "! 2700 mg of ibuprofen a day" in painlog("start", "ibuprofen 900 mg tds").out
    for command in ("today", "week", "report"):
        assert "2700 mg of ibuprofen a day" in painlog(command).out
