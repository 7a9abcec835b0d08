"""An option for a day reads "3.02" as a date, and one for a time says what it can be."""

import pytest

COMMANDS = [
    ("day", "--sleep", "5", "--on"),
    ("peg", "6", "5", "7", "--on"),
    ("start", "heat", "--on"),
    ("start", "heat", "--on", "2026-01-05", "--until"),
    ("stop", "yoga", "--on"),
    ("courses", "edit", "1", "--on"),
    ("courses", "edit", "1", "--until"),
    ("consult", "--on"),
    ("consult", "edit", "1", "--on"),
    ("trial", "plan", "heat", "stretching", "-r", "heel", "--agreed"),
    *((command, option) for command in ("list", "report") for option in ("--since", "--until")),
    *((command, "--on") for command in ("list", "report", "map")),
    ("export", "--since"),
    ("chart", "--since"),
    ("calendar", "--until"),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_day_in_figures_needs_no_last_point(painlog, path, command):
    said = []
    for typed in ("2026-02-03", "3.02", "3.2", "3-2"):
        path.unlink(missing_ok=True)
        painlog("settings", "set", "date-order", "day-first")
        painlog("start", "yoga", "--on", "2026-01-05")
        painlog("consult", "--on", "2026-02-03")
        painlog("add", "heel", "6", "--at", "2026-02-03 10:00")
        painlog("add", "heel", "4", "--at", "2026-03-30 10:00")
        done = painlog(*command, typed)
        said.append((done.code, done.err, "" if command[0] == "export" else done.out))
    assert said[1:] == said[:1] * 3
    assert command[0] == "trial" or said[0][0] == 0


@pytest.mark.parametrize("typed", ["3.02", "3.2", "3-2"])
def test_a_day_in_figures_without_an_order_is_refused_with_both_readings(painlog, typed):
    refused = painlog("day", "--sleep", "5", "--on", typed)
    assert (refused.code, refused.out, refused.err) == (
        1,
        "",
        f'"{typed}" can be read in two ways. Write the year first: 2026-03-02 or 2026-02-03.\n',
    )


@pytest.mark.parametrize("typed", ["22.02", "22.2"])
def test_a_day_that_has_one_order_is_read_without_a_setting(painlog, typed):
    said = painlog("day", "--sleep", "5", "--on", typed).out
    assert said == "Saved for Sun 22 Feb 2026: sleep 5 hours.\n"


@pytest.mark.parametrize("typed", ["9:30", "noon", "at 9:45", "9h30", "9pm", "0730", "9,10"])
def test_a_time_is_no_day(painlog, typed):
    refused = painlog("day", "--sleep", "5", "--on", typed)
    assert (refused.code, refused.err) == (
        1,
        f'"{typed}" is not a day painlog understands. Type a day such as "today", "yesterday", '
        '"3 days ago", "2026-03-27".\n',
    )


@pytest.mark.parametrize(
    ("order", "typed", "readings"),
    [
        ("day-first", "3.02", ("03:02", "2026-02-03")),
        ("day-first", "at 3.02", ("03:02", "2026-02-03")),
        ("month-first", "3.02", ("03:02", "2026-03-02")),
        (None, "3.02", ("03:02", "2026-02-03", "2026-03-02")),
        ("day-first", "22.02", ('"yesterday 22:02"', "2026-02-22")),
        ("day-first", "9.10", ("09:10", "2025-10-09")),
    ],
)
def test_a_time_that_can_be_a_date_is_refused_with_a_command_for_each(
    painlog, order, typed, readings
):
    if order:
        painlog("settings", "set", "date-order", order)
    refused = painlog("add", "heel", "6", "--at", typed)
    listed = " or ".join('"{}"'.format(one.strip('"')) for one in readings)
    ways = "two" if len(readings) == 2 else "three"
    assert (refused.code, refused.err.splitlines()) == (
        1,
        [
            f'"{typed}" can be read in {ways} ways. Type {listed}.',
            *(f"painlog add heel 6 --at {one}" for one in readings),
        ],
    )


@pytest.mark.parametrize(
    ("order", "typed", "time"),
    [
        ("day-first", "9.30", "31 Mar 2026, 09:30"),
        (None, "9.30", "31 Mar 2026, 09:30"),
        # The nearest such day is still to come.
        ("day-first", "9.04", "31 Mar 2026, 09:04"),
        ("day-first", "yesterday 3.02", "30 Mar 2026, 03:02"),
    ],
)
def test_a_time_with_a_point_that_can_be_no_past_date_is_read(painlog, order, typed, time):
    if order:
        painlog("settings", "set", "date-order", order)
    assert time in painlog("add", "heel", "6", "--at", typed).out


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        (("day", "--on", "3.2."), 'painlog day --on "3 February" --sleep 6.5 --stress 3'),
        (("peg", "6", "5", "--on", "yesterday"), "painlog peg 6 5 7 --on yesterday"),
        (("over", "--at", "yesterday"), "painlog over head --at yesterday"),
        (("add", "heel", "--at", "yesterday"), "painlog add heel 6 --at yesterday"),
        (("take", "--at", "yesterday"), "painlog take ibuprofen 400 mg --at yesterday"),
        (("map", "--on", "yesterday"), "painlog add heel 6 --at 2026-03-30"),
        (("chart", "--until", "yesterday"), "painlog add heel 6 --at 2026-03-30"),
        (("calendar", "-r", "heel", "--on", "yesterday"), 'add "heel" 6 --at 2026-03-30'),
        (("report", "--on", "yesterday"), "painlog add heel 6 --at 2026-03-30"),
    ],
)
def test_a_hint_keeps_the_day_that_was_given(painlog, typed, hint):
    painlog("settings", "set", "date-order", "day-first")
    done = painlog(*typed)
    assert f"{hint}\n" in done.out + done.err
