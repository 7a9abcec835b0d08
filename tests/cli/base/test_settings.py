"""What holds for every command, where the surroundings are odd."""

import time

import pytest


@pytest.fixture
def zone(monkeypatch):
    def put(name):
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield put
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("name", ["UTC+25", "UTC-24", "<+99>-99"])
@pytest.mark.parametrize("words", [("today",), ("add", "heel", "6"), ("list",), ("where",)])
def test_a_time_zone_that_no_date_can_have_is_refused(painlog, zone, name, words):
    painlog("add", "heel", "6")
    zone(name)
    result = painlog(*words)
    assert result.code == 1
    assert result.err == (
        f'The time zone "{name}" (the variable TZ) is a day or more from UTC, which no clock is. '
        "Set it to a name such as Europe/Berlin, or unset it.\n"
    )


def test_a_zone_just_under_a_day_is_one(painlog, zone):
    zone("UTC+23:59:59")
    assert painlog("add", "heel", "6").code == 0
    assert painlog("list").code == 0


def test_help_needs_no_clock(painlog, zone):
    zone("UTC+25")
    assert painlog("--help").code == 0
