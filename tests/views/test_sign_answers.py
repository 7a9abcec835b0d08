"""Answers to the check in words, and in each form of the report."""

import json
from datetime import date

import pytest

import journals
from builders import entry, sign_answer
from painlog.advice.warning_signs import SIGNS
from painlog.advice.warning_signs.answered import NOT_ASKED, signs_answered
from painlog.store.journal import Journal
from painlog.tasks.report import report_on
from painlog.views.sign_answers import ANSWERED_HEAD, denied_answers, told_answers

KNOWN = f"A clinician knows: {SIGNS['joint'].sign} (Sun 1 Mar 2026, left knee)."
YES = f"Yes: {SIGNS['infection'].sign} (Mon 30 Mar 2026)."
BEFORE = f"Yes before, no since: {SIGNS['clot'].sign} (Fri 20 Mar 2026, left knee)."
NO = "No to 1 question about the left knee, last on Mon 30 Mar 2026."
ANSWERS = (
    sign_answer("joint", "known", "left knee", day=1),
    sign_answer("clot", "yes", "left knee", day=20),
    sign_answer("infection", "yes", day=30),
    sign_answer("clot", "no", "left knee", day=30),
)


def test_each_sign_is_told_by_its_latest_answer_the_latest_first():
    signs = signs_answered(ANSWERS, date(2026, 1, 1))
    assert [*told_answers(signs)] == [YES, KNOWN, BEFORE]
    assert denied_answers(signs) == NO


def test_an_old_yes_is_left_out_and_what_a_clinician_knows_stays():
    signs = signs_answered(ANSWERS, date(2026, 4, 1))
    assert [*told_answers(signs)] == [KNOWN]
    assert denied_answers(signs) == ""


def test_a_sign_of_a_newer_painlog_and_no_answers_say_nothing():
    assert signs_answered([sign_answer("new-sign", "yes")], date(2026, 1, 1)) == NOT_ASKED
    assert ([*told_answers(NOT_ASKED)], denied_answers(NOT_ASKED)) == ([], "")


# in the reports


@pytest.fixture
def answered(painlog, path):
    """A journal with a rating and these answers."""
    with Journal(path, writing=True) as journal, journal.change("fill") as change:
        change.add(entry("left knee", 5, day=31, hour=10))
        for answer in ANSWERS:
            change.add(answer)
    return painlog


def test_the_report_tells_them_before_the_figures(answered):
    lines = answered("report").out.splitlines()
    start = lines.index(ANSWERED_HEAD)
    assert lines[start : start + 4] == [ANSWERED_HEAD, f"- {YES}", f"- {KNOWN}", f"- {BEFORE}"]
    assert start < next(n for n, line in enumerate(lines) if line.startswith("- Left knee: mean"))


def test_the_full_report_and_markdown_tell_them_too(answered):
    full = answered("report", "--full").out
    assert f"- {YES}\n- {KNOWN}\n- {BEFORE}\n- {NO}\n" in full
    markdown = answered("report", "--format", "markdown").out
    assert f"## {ANSWERED_HEAD}\n\n- {YES}\n- {KNOWN}\n" in markdown


def test_the_json_has_the_latest_answer_about_each(answered):
    data = json.loads(answered("report", "--format", "json").out)
    assert data["warning_signs"] == [
        {
            "sign": sign,
            "region": region,
            "side": region and "left",
            "answered_on": f"2026-03-{day:02}",
            "answer": answer,
        }
        for sign, region, day, answer in (
            ("joint", "knee", 1, "known"),
            ("infection", None, 30, "yes"),
            ("clot", "knee", 30, "no"),
        )
    ]


def test_the_page_for_a_clinician_has_them_right_after_the_questions(answered):
    html = answered("report", "--format", "html", "--question", "What next?").out
    questions = html.index("Questions for the visit")
    head = html.index("Warning signs, as the person answered")
    assert questions < html.index("What next?") < head < html.index("The last 28 days")
    for text in (YES, KNOWN, NO):
        assert f"<li>{text}</li>" in html


def test_a_report_of_another_place_leaves_them_out(answered, path):
    assert ANSWERED_HEAD not in answered("report", "--region", "heel").out
    with Journal(path) as journal:
        made = report_on(journal, journals.NOW)
    assert len(made.signs.latest) == 3
