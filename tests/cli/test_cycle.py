"""Pain that comes with the cycle, looked at on the first day of a month."""

import json
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

FIRST_OF_DECEMBER = datetime(2026, 12, 1, 0, 30, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture
def on_the_first(painlog, set_clock):
    """Run painlog half an hour into Tue 1 Dec 2026."""
    set_clock(FIRST_OF_DECEMBER)
    return painlog


def said_by(painlog, *words):
    return " ".join(painlog(*words).out.split())


def test_the_medicine_taken_most_is_told_when_the_month_turns_and_no_headache_line(on_the_first):
    for day in range(3, 9):
        at = f"2026-11-{day:02} 20:00"
        on_the_first("add", "pelvis", "7", "--at", at, "-t", "naproxen 500 mg")
    tablets = ("-t", "ibuprofen 400 mg", "-t", "naproxen 500 mg")
    on_the_first("add", "pelvis", "7", "--at", "00:01", *tablets)
    assert (
        "- Medicine days in Nov, Dec: simple painkillers 6, 1; naproxen 6, 1.\n"
    ) in on_the_first("report").out
    full = said_by(on_the_first, "report", "--full")
    for row in ("ibuprofen 0 1", "naproxen 6 1", "simple painkillers 6 1"):
        assert f" {row} " in full
    assert "headache" not in full.partition("Days with medicine")[2].partition("by itself")[0]


@pytest.fixture
def rated(on_the_first, tmp_path):
    """Rate the pelvis once a day from the first date of some days on, at one level for each."""

    def rate(first, levels):
        days = (first + timedelta(days=i) for i in range(len(levels)))
        rows = [f"{day} 20:00,pelvis,{n}" for day, n in zip(days, levels, strict=True)]
        file = tmp_path / "pelvis.csv"
        file.write_text("\n".join(["felt_at,region,intensity", *rows]))
        assert on_the_first("import", str(file)).code == 0

    return rate


def test_heat_that_was_used_before_and_in_course_is_told_with_its_days_on_both_sides(
    on_the_first, rated
):
    rated(date(2026, 8, 3), [2] * 84)
    for day in ("08-10", "08-11", "08-12", "09-08", "09-09", "10-06", "10-07"):
        on_the_first("add", "pelvis", "8", "-t", "heat", "--at", f"2026-{day} 21:00")
    on_the_first("start", "acupuncture", "--region", "pelvis", "--on", "2026-08-31")
    on_the_first("stop", "acupuncture", "--on", "2026-10-25")
    assert (
        "Heat was also used now and then: on 3 of 28 rated days before, and on 2 of 28 in course."
    ) in said_by(on_the_first, "report", "--full")


@pytest.fixture
def two_cycles(on_the_first, rated):
    """Acupuncture from 31 Aug to 25 Oct; the period hurt before it, and in its first weeks."""
    first = date(2026, 8, 3)
    period = [(n % 30 < 9) and n < 40 for n in range(84)]
    rated(first, [(7 if yes else 1) + n % 2 for n, yes in enumerate(period)])
    on_the_first("factors", "add", "period", "--measure", "yes-no")
    rows = [f"{first + timedelta(days=n)},{'yes' if p else 'no'}" for n, p in enumerate(period)]
    for row in rows:
        day, value = row.split(",")
        assert on_the_first("day", "--on", day, "--factor", f"period={value}").code == 0
    on_the_first("start", "acupuncture", "--region", "pelvis", "--on", "2026-08-31")
    on_the_first("stop", "acupuncture", "--on", "2026-10-25")


@pytest.mark.usefixtures("two_cycles")
def test_a_period_that_falls_on_one_side_leaves_no_verdict_in_any_view(on_the_first, tmp_path):
    apart = "Cannot be told apart from period"
    why = f"{apart}, which had more days on one side than on the other."
    facts = "Days with it average 7.4, days without it 1.5. The ratings cannot tell the two apart."
    before = "Period was yes on 9 of 28 answered days before, and on 0 of 28 in course."
    compare = ("compare", "nothing", "acupuncture", "--region", "pelvis")
    on_days = (
        "Period was yes on 9 of 28 answered days with nothing started, and on 9 of 56 on "
        "traditional acupuncture."
    )
    assert f"{apart}.\n" in on_the_first("report").out
    full = said_by(on_the_first, "report", "--full")
    assert why in full
    assert f"- {before} {facts}" in full
    compared = said_by(on_the_first, *compare)
    assert why in compared
    assert f"- {on_days} {facts}" in compared
    page = tmp_path / "page.html"
    on_the_first("report", "--format", "html", "--output", str(page))
    assert why in page.read_text()
    assert "period days unequal" in page.read_text()
    (effect,) = json.loads(on_the_first("report", "--format", "json").out)["effects"]
    for found, sentence in (
        (effect, before),
        (json.loads(on_the_first(*compare, "--json").out), on_days),
    ):
        assert found["verdict"] == "confounded"
        assert {"code": "other-factor", "text": f"{sentence} {facts}"} in found["cautions"]


@pytest.mark.usefixtures("two_cycles")
def test_a_period_that_nobody_wrote_down_is_no_reason(on_the_first):
    assert on_the_first("factors", "remove", "period", "--yes").code == 0
    (effect,) = json.loads(on_the_first("report", "--format", "json").out)["effects"]
    assert "other-factor" not in {c["code"] for c in effect["cautions"]}
    assert effect["verdict"] == "cannot tell"


def test_what_two_places_are_like_on_one_day_counts_once_in_every_view(on_the_first, tmp_path):
    for day in (*range(3, 20), 30):
        at = f"2026-11-{day:02} 20:00"
        on_the_first("add", "pelvis", "7", "lower back", "5", "--at", at, "-q", "cramping")
    on_the_first("add", "pelvis", "7", "lower back", "5", "--at", "00:01", "-q", "cramping")
    assert "- Qualities, by days: cramping 19.\n" in on_the_first("report").out
    assert "- Qualities, by days: cramping 19.\n" in on_the_first("report", "--full").out
    page = tmp_path / "page.html"
    on_the_first("report", "--format", "html", "--output", str(page))
    assert "In the person\u2019s words, by number of days" in page.read_text()
    assert "cramping 19." in page.read_text()


def test_after_a_trial_its_days_have_one_reading(painlog, set_clock, tmp_path):
    set_clock(datetime(2026, 10, 1, 21, 0, tzinfo=FIRST_OF_DECEMBER.tzinfo))
    painlog("consult", "--on", "2026-10-01", "--note", "try heat in turns")
    plan = ("trial", "plan", "nothing", "heat", "--region", "pelvis", "--agreed", "2026-10-01")
    assert painlog(*plan, "--pairs", "6", "--yes").code == 0
    set_clock(FIRST_OF_DECEMBER)
    rows = [
        f"{date(2026, 9, 1) + timedelta(days=n)} 20:00,pelvis,5,{'heat' if n > 30 else ''}"
        for n in range(91)
    ]
    file = tmp_path / "pelvis.csv"
    file.write_text("\n".join(["felt_at,region,intensity,treatments", *rows]))
    assert painlog("import", str(file)).code == 0
    found = json.loads(painlog("report", "--format", "json").out)
    assert len(found["trials"]) == 1
    assert found["effects"] == []
    assert "Cannot tell" not in painlog("report").out
    # Nor is there another by a command of its own, until the person says that it was in course.
    compare = ("compare", "nothing", "heat", "--region", "pelvis")
    refused = painlog(*compare)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == (
        "Heat was not started here and was used in the trial of nothing (A) and heat (B). Its days "
        "have one reading, that of the trial: painlog trial show 1\n"
    )
    assert painlog("trial", "show", "1").code == 0
    painlog("start", "heat", "--region", "pelvis", "--on", "2026-11-20")
    assert painlog(*compare).code == 0
