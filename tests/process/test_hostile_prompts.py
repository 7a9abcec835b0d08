"""What a journal holds steers no terminal when painlog asks about it."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from painlog.cli.app import main
from steering import STEERING, steering_in

OWN = "Elbow\x1b[2JPit"


@pytest.fixture
def hostile(tmp_path, set_clock):
    """A journal of today whose every text is hostile."""
    from painlog.cli.base.settings import clock

    # An attack cannot end in the second in which it began, and a quick machine gets there.
    set_clock(clock() - timedelta(seconds=1))
    for command in (
        ["regions", "add", "crook", "--sides", "paired"],
        ["treatments", "add", "potion", "--kind", "other"],
        ["add", "left crook", "6", "-t", "potion", "--before", "8", "--note", STEERING],
        # Where both sides hurt of late, the side is asked for.
        ["add", "right crook", "2", "--at", "30 days ago"],
        ["start", "potion", "--region", "left crook"],
        ["take", "potion", "--for", "left crook", "--note", STEERING],
        ["add", "neck", "3"],
    ):
        assert main(command) == 0
    with closing(sqlite3.connect(tmp_path / "painlog.db")) as journal, journal:
        journal.execute("pragma foreign_keys = on")
        journal.execute("update region set name = ? where name = 'crook'", [OWN])
        journal.execute("update treatment set name = ? where name = 'potion'", [OWN])


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize(
    ("command", "answers"),
    [
        (
            ["edit", "1"],
            [
                ("Where", ""),
                ("Intensity", "5"),
                ("When", ""),
                ("Treat", ""),
                ("bef", ""),
                ("N", ""),
            ],
        ),
        (
            ["checkin", "--lines", OWN],
            [("(6 today): ", "4"), ("Did:", "1"), ("on the day?", "ok"), ("Anything new", "")],
        ),
        (["add", f"left {OWN}"], [("hurt, 0 to 10?", "eleven"), ("hurt, 0 to 10?", "3")]),
        (["add", OWN, "3"], [("left, right or both?", "middle"), ("left, right or both?", "left")]),
        (["take"], [("take or do?", "heat"), ("What was it for?", "neck")]),
        (["over"], [("Where is it over?", "hell"), ("Where is it over?", "neck")]),
        (["edit", "u1"], [("What, ", ""), ("When", ""), ("What for", ""), ("Note", "new")]),
        (["edit", "-r", OWN, "--side", "right"], [("[y/N]", "y")]),
    ],
    ids=lambda value: ascii(value[0]),
)
def test_a_question_steers_nothing(terminal, command, answers):
    code, seen = terminal(*command, answers=answers, NO_COLOR="1")
    assert code == 0
    assert steering_in(seen) == set()


def test_a_progress_bar_steers_nothing(terminal, tmp_path):
    file = tmp_path / "Title\x1b]0;owned\x07\u202e.csv"
    row = "2026-03-01,heel,6," + "x" * 200 + "\n"
    file.write_text("date,region,intensity,note\n" + row * 4000, "utf-8")
    code, seen = terminal("import", str(file), columns=200)
    assert code == 0
    # The bar itself is drawn with colours and moves of the cursor; the name is in it as text.
    assert "Title<001B>]0;owned<0007><202E>" in seen
    assert "\x1b]0;" not in seen
    assert "\u202e" not in seen
