"""Pain that comes with the cycle, looked at on the first day of a month."""

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
