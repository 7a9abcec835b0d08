"""Pain that comes with the cycle, looked at on the first day of a month."""

from datetime import datetime
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
