"""Clocks that are put forward and back, taken elsewhere, set wrong, at leap days and year ends.

The order of entries is that of the clocks on the wall: 02:30 stands after 02:10, also in the hour
that comes twice. `undo` goes by the order of the commands, whatever the clock said.
"""

import json
import time
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cold import start

# Said with the first entry of a region.
POINTER = "Warning signs that need care now: painlog redflags --check\n"
BERLIN, TOKYO, NEW_YORK = map(ZoneInfo, ("Europe/Berlin", "Asia/Tokyo", "America/New_York"))


@pytest.fixture
def at(monkeypatch, set_clock):
    """Put clock and time zone of the machine; `again` is the second of two equal times."""

    def put(zone, *moment, again=False):
        monkeypatch.setenv("TZ", zone.key)
        time.tzset()
        # The moment has five numbers at the most, so that none of them is the zone.
        set_clock(datetime(*moment, tzinfo=zone, fold=again))  # type: ignore[misc]

    return put


@pytest.fixture
def done(painlog):
    """Run a command that is not refused; gives what it printed."""

    def run(*arguments):
        result = painlog(*arguments)
        assert result.code == 0, result
        return result.out

    return run


def moments(done):
    stored = json.loads(done("list", "--format", "json"))["entries"]
    return [(entry["id"], entry["felt_at"]) for entry in stored]


def listed(done):
    return [" ".join(line.split()[:3]) for line in done("list").splitlines()]


# --- Daylight saving ---


def test_an_hour_that_was_skipped_is_refused(at, painlog):
    at(BERLIN, 2026, 3, 29, 3, 5)
    result = painlog("add", "neck", "6", "--at", "02:30")
    assert (result.code, result.err) == (
        1,
        "2026-03-29 02:30 did not exist here: the clocks were put forward then. Give a time before "
        "or after.\n",
    )


def test_an_hour_ago_is_an_hour_ago_when_the_clocks_were_put_forward(at, done):
    at(BERLIN, 2026, 3, 29, 3, 5)
    said = done("add", "neck", "6", "--at", "1 hour ago")
    assert said.startswith("Saved entry 1: neck 6 of 10, Sun 29 Mar 2026, 01:05 (UTC+01:00).\n")
    done("add", "neck", "5")
    assert moments(done) == [(2, "2026-03-29T03:05:00+02:00"), (1, "2026-03-29T01:05:00+01:00")]


def test_the_hour_that_comes_twice_keeps_which_it_was(at, done):
    at(BERLIN, 2026, 10, 25, 2, 30)
    done("add", "neck", "6")
    at(BERLIN, 2026, 10, 25, 2, 10, again=True)
    done("add", "neck", "4")
    said = done("add", "neck", "3", "--at", "02:30")
    assert said.startswith("Saved entry 3: neck 3 of 10, Sun 25 Oct 2026, 02:30 (UTC+02:00).\n")
    done("add", "neck", "2", "--at", "40 minutes ago")
    assert moments(done) == [
        (4, "2026-10-25T02:30:00+02:00"),
        (3, "2026-10-25T02:30:00+02:00"),
        (1, "2026-10-25T02:30:00+02:00"),
        (2, "2026-10-25T02:10:00+01:00"),
    ]
    assert listed(done) == [
        *("4 2026-10-25 02:30", "3 2026-10-25 02:30", "1 2026-10-25 02:30"),
        "2 2026-10-25 02:10",
    ]


def test_in_the_hour_that_comes_twice_the_second_is_still_to_come(at, painlog):
    at(BERLIN, 2026, 10, 25, 2, 10)
    result = painlog("add", "neck", "6", "--at", "02:30")
    assert (result.code, "which is still to come" in result.err) == (1, True)


def test_an_export_keeps_the_hour_that_comes_twice(at, done, tmp_path):
    at(BERLIN, 2026, 10, 25, 2, 30)
    done("add", "neck", "6")
    at(BERLIN, 2026, 10, 25, 2, 30, again=True)
    done("add", "neck", "6")
    before = moments(done)
    done("export", "-o", str(tmp_path / "out.csv"))
    at(TOKYO, 2026, 10, 26, 8)
    assert "Skipped 2 that are already in the journal." in done("import", str(tmp_path / "out.csv"))
    done("remove", "1", "2")
    done("import", str(tmp_path / "out.csv"))
    assert sorted(moment for _, moment in moments(done)) == sorted(moment for _, moment in before)


def test_days_of_23_and_25_hours_are_days(at, done):
    for day in (28, 29, 30):
        at(BERLIN, 2026, 3, day, 23, 59)
        done("add", "neck", "6")
        at(BERLIN, 2026, 3, day, 0, 0)
        done("add", "neck", "2")
    at(BERLIN, 2026, 3, 30, 23, 59)
    region = json.loads(done("report", "--format", "json"))["regions"][0]
    assert (region["rated_days"], region["mean"]) == (3, 4)
    assert (region["last_7"]["rated_days"], region["last_7"]["mean"]) == (3, 4)
    assert listed(done)[-2:] == ["1 2026-03-28 23:59", "2 2026-03-28 00:00"]


# --- Elsewhere ---


def test_an_entry_keeps_the_clock_of_where_it_was_felt(at, done):
    # Each is half an hour after the one before, further west.
    at(TOKYO, 2026, 3, 31, 8, 0)
    done("add", "neck", "6")
    at(BERLIN, 2026, 3, 31, 1, 30)
    done("add", "neck", "5")
    at(NEW_YORK, 2026, 3, 30, 20, 0)
    done("add", "neck", "4")
    assert listed(done) == ["1 2026-03-31 08:00", "2 2026-03-31 01:30", "3 2026-03-30 20:00"]
    assert "When: Tue 31 Mar 2026, 08:00 (UTC+09:00)\n" in done("show", "1")
    assert done("today").startswith(
        "Today, Mon 30 Mar 2026\n    3  2026-03-30 20:00  neck   4/10\n"
    )
    assert done("undo").startswith("Took back: add: entry 3, neck 4 of 10, Mon 30 Mar 2026, 20:00.")
    done("edit", "1", "--note", "on the train")
    assert moments(done)[0] == (1, "2026-03-31T08:00:00+09:00")
    assert done("undo").startswith("Took back: edit: entry 1, neck 6 of 10, Tue 31 Mar 2026, 08:00")
    assert done("undo").startswith("Took back: add: entry 2, ")


def test_a_course_that_was_started_further_east_has_not_begun_here(at, done):
    at(TOKYO, 2026, 3, 31, 8, 0)
    done("start", "heat", "-r", "neck")
    at(NEW_YORK, 2026, 3, 30, 20, 0)
    done("add", "neck", "4")
    assert "heat" not in done("today")
    assert done("courses") == "   1  heat for the neck, from Tue 31 Mar 2026 (still to come)\n"
    at(NEW_YORK, 2026, 3, 31, 20, 0)
    assert "  - heat for the neck, day 1\n" in done("today")


# --- Set wrong ---


@pytest.fixture
def set_back(at, done):
    """A journal of 31 March 2026, and a clock that says it is a year earlier."""
    at(BERLIN, 2026, 3, 31, 21, 0)
    for arguments in (
        ("add", "neck", "6"),
        ("start", "heat", "-r", "neck"),
        ("consult",),
        ("peg", "6", "5", "7"),
        ("backup",),
    ):
        done(*arguments)
    at(BERLIN, 2025, 3, 31, 21, 0)


@pytest.mark.usefixtures("set_back")
def test_numbers_go_on_and_undo_goes_by_the_order_of_commands(done):
    assert done("add", "neck", "5").startswith("Saved entry 2: neck 5 of 10, Mon 31 Mar 2025, 21:0")
    assert listed(done) == ["1 2026-03-31 21:00", "2 2025-03-31 21:00"]
    done("edit", "1", "-i", "3")
    taken_back = [done("undo").split(":")[1] for _ in range(6)]
    assert taken_back == [" edit", " add", " peg", " consult", " start", " add"]
    assert [done("redo").split(":")[1] for _ in range(2)] == [" add", " start"]


@pytest.mark.usefixtures("set_back")
def test_today_and_the_report_know_only_what_the_clock_has_seen(done):
    done("add", "neck", "5")
    first, entry, advice = done("today").splitlines()
    assert (first, entry) == ("Today, Mon 31 Mar 2025", "    2  2025-03-31 21:00  neck   5/10")
    assert advice.startswith("Not a diagnosis.")
    region = json.loads(done("report", "--format", "json"))["regions"][0]
    assert (region["entries"], region["mean"]) == (1, 5)
    assert "heat for the neck, from Tue 31 Mar 2026 (still to come)" in done("courses")
    assert "There is no earlier one to compare it with." in done("peg", "1", "1", "1")


@pytest.mark.usefixtures("set_back")
def test_check_says_what_is_still_to_come(painlog):
    result = painlog("check")
    assert result.code == 0
    assert "Remark: Entries with a time that is still to come.\n  - entry 1\n" in result.out


@pytest.mark.usefixtures("set_back")
def test_a_course_cannot_end_before_it_began(painlog):
    result = painlog("stop", "heat")
    assert (result.code, result.err) == (
        1,
        "heat for the neck started on 2026-03-31, after 2025-03-31. Give a later --on, or remove "
        "the course: painlog courses remove 1\n",
    )


@pytest.mark.usefixtures("set_back")
def test_a_new_backup_stays_though_its_name_is_the_oldest(done, path):
    done("backup", "--keep", "1")
    kept = sorted(found.name for found in (path.parent / "backups").iterdir())
    assert kept == ["painlog-2025-03-31-2100.db"]


# --- Leap days and year ends ---


def test_a_leap_day_is_a_day_of_its_year_alone(at, painlog, done):
    at(BERLIN, 2024, 2, 29, 12, 0)
    done("add", "neck", "6")
    done("start", "heat", "-r", "neck")
    assert painlog("add", "neck", "5", "--at", "2023-02-29").code == 1
    at(BERLIN, 2025, 2, 28, 12, 0)
    assert "Thu 29 Feb 2024, 12:00" in done("add", "neck", "5", "--at", "29 February")
    assert len(done("list", "--since", "2024-02-29", "--until", "2024-02-29").splitlines()) == 2
    assert done("list", "--since", "2024-03-01") == ""
    assert done("stop", "heat") == (
        "Ended: heat for the neck, from Thu 29 Feb 2024 to Fri 28 Feb 2025.\n"
    )
    assert "(366 days)" in done("courses")
    months = json.loads(done("report", "--format", "json", "--since", "2024-02-01"))["months"]
    assert [month["month"] for month in months] == ["2024-02"]


def test_at_the_end_of_a_year_yesterday_was_last_year(at, painlog, done):
    at(BERLIN, 2025, 12, 31, 23, 59)
    done("add", "neck", "6")
    at(BERLIN, 2026, 1, 1, 0, 5)
    done("add", "neck", "5")
    done("add", "neck", "4", "--at", "yesterday 23:50")
    done("add", "neck", "3", "--at", "10 min ago")
    assert painlog("add", "neck", "3", "--at", "23:50").code == 1
    assert moments(done) == [
        (2, "2026-01-01T00:05:00+01:00"),
        (1, "2025-12-31T23:59:00+01:00"),
        (4, "2025-12-31T23:55:00+01:00"),
        (3, "2025-12-31T23:50:00+01:00"),
    ]
    assert done("today").splitlines()[:2] == [
        "Today, Thu 1 Jan 2026",
        "    2  2026-01-01 00:05  neck   5/10",
    ]
    months = json.loads(done("report", "--format", "json"))["months"]
    assert [(m["month"], m["rated_days"]) for m in months] == [("2025-12", 1), ("2026-01", 1)]
    done("backup")


# --- Real processes ---


def said(path, zone, *arguments):
    with start(path, *arguments, zone=zone) as process:
        out, err = process.communicate(timeout=60)
    assert (process.returncode, err.replace(POINTER, "")) == (0, "")
    return out


@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        ("Pacific/Kiritimati", "+14:00"),
        ("Asia/Kathmandu", "+05:45"),
        ("America/St_Johns", "-02:30"),
        ("Etc/GMT+12", "-12:00"),
    ],
)
def test_a_process_takes_the_offset_in_force_where_it_runs(path, zone, offset):
    said(path, zone, "add", "neck", "6", "--at", "2026-07-01 12:00")
    stored = json.loads(said(path, "UTC", "list", "--format", "json"))["entries"]
    assert [entry["felt_at"] for entry in stored] == [f"2026-07-01T12:00:00{offset}"]
    assert f"(UTC{offset})" in said(path, "UTC", "show", "1")
