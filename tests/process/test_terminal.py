"""What a person on a terminal is asked and shown."""

import json
from datetime import date, timedelta

import pytest

from shell import LOAD


def test_add_asks_for_all_that_is_missing_until_it_understands(terminal, process):
    code, seen = terminal(
        "add",
        answers=[
            ("Where does it hurt?: ", "hell"),
            ("Where does it hurt?: ", "heel"),
            ("heel: left, right or both? (Enter: not said): ", "l"),
            ("How much does the left heel hurt, 0 to 10?: ", "lots"),
            ("How much does the left heel hurt, 0 to 10?: ", "7/10"),
        ],
    )
    assert code == 0
    assert 'No region is called "hell". Did you mean "heel"' in seen
    assert '"lots" is not an intensity on the 0–10 scale.' in seen
    assert "Saved entry 1: left heel 7 of 10" in seen
    assert process("list").stdout.endswith("left heel   7/10\n")


def test_enter_leaves_the_side_unsaid(terminal):
    code, seen = terminal("add", "heel", "6", answers=[("(Enter: not said): ", "")])
    assert code == 0
    assert "Saved entry 1: heel 6 of 10" in seen
    assert "No side given. To add one: painlog edit 1 --side left" in seen


@pytest.mark.parametrize(
    "rating", [("left heel", "6"), ("heel", "6", "--side", "both"), ("nose", "6")]
)
def test_what_is_complete_is_not_asked_about(terminal, rating):
    code, seen = terminal("add", *rating)
    assert code == 0
    # What comes after it is the offer to check for warning signs.
    said, offer = seen.split("Check the ", 1)
    assert "Saved entry 1: " in said
    assert "?" not in said
    assert offer.count("?") == 1


def test_a_region_alone_is_asked_its_intensity(terminal):
    code, seen = terminal(
        "add", "left heel", "6", "neck", answers=[("How much does the neck hurt, 0 to 10?: ", "3")]
    )
    assert code == 0
    assert "Saved entry 2: neck 3 of 10" in seen


def test_the_check_takes_a_key_a_question_and_ctrl_c_keeps_what_was_answered(keyed, process):
    code, seen = keyed(
        *("add", "left heel", "6"),
        keys=[
            ("for warning signs?", "y\r"),
            ("1 of 13. ", "n"),
            ("2 of 13. ", "y"),
            ("Go on with the questions?", "y"),
            ("3 of 13. ", "\x1b[D"),
            ("2 of 13. ", "k"),
            ("3 of 13. ", "\x03"),
        ],
        PAINLOG_COUNTRY="IE",
    )
    assert (code, seen.count("\n! Call 112 or 999 now.")) == (130, 1)
    assert seen.index(": yes\n! Call 112") < seen.index("Go on with") < seen.index(": known\n")
    assert seen.endswith("Stopped. The change is saved.\n")
    kept = json.loads(process("export", "--format", "json").stdout)
    assert [(a["sign"], a["answer"]) for a in kept["warning_signs"]] == [
        ("infection", "no"),
        ("airway", "known"),
    ]
    assert len(kept["entries"]) == 1


@pytest.mark.parametrize("key", ["^C", "^D"])
@pytest.mark.parametrize(
    ("arguments", "answers"),
    [
        (["add"], [("hurt?: ", "left heel"), ("0 to 10?: ", "key")]),
        (["edit", "1"], [("Where [left heel]: ", ""), ("Intensity, 0 to 10 [6]: ", "key")]),
    ],
    ids=["add", "edit"],
)
def test_at_any_question_a_person_can_stop_and_nothing_is_saved(
    terminal, process, key, arguments, answers
):
    process("add", "left heel", "6", "-t", "heat")
    before = process("list", "--format", "json").stdout
    typed = [(asked, key if said == "key" else said) for asked, said in answers]
    code, seen = terminal(*arguments, answers=typed)
    assert code == 130
    assert seen.endswith("\nStopped. Nothing was saved.\n")
    assert process("list", "--format", "json").stdout == before


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_a_checkin_that_is_stopped_has_saved_what_was_answered(keyed, process, key):
    process("add", "left heel", "6", "neck", "2", "--at", "yesterday")
    code, seen = keyed("checkin", keys=[("1/2 neck", "3"), ("2/2 left heel", key)])
    assert code == 130
    assert seen.endswith("\nStopped. The change is saved.\n")
    assert "neck        3/10" in process("list").stdout


def test_edit_asks_with_what_is_there(terminal, process):
    process("add", "left heel", "6", "--note", "old")
    code, seen = terminal(
        "edit",
        "1",
        answers=[
            ("Where [left heel]: ", ""),
            ("Intensity, 0 to 10 [6]: ", "4"),
            ("]: ", ""),
            ("Treatments, with ; between []: ", "heat; tpt"),
            ("Intensity before the treatment [none]: ", "8"),
            ("Note [old]: ", "-"),
        ],
    )
    assert code == 0
    assert "Changed entry 1: left heel 4 of 10" in seen
    assert "  8 before; heat; trigger point therapy\n" in seen
    assert "note" not in process("show", "1").stdout.lower()


def test_without_a_treatment_edit_asks_for_no_intensity_before_one(terminal, process):
    process("add", "left heel", "6", "-t", "heat", "--before", "8")
    code, seen = terminal(
        "edit",
        "1",
        answers=[
            ("Where [left heel]: ", ""),
            ("Intensity, 0 to 10 [6]: ", ""),
            ("]: ", ""),
            ("Treatments, with ; between [heat]: ", "-"),
            ("Note []: ", ""),
        ],
    )
    assert code == 0
    assert "Changed entry 1: left heel 6 of 10" in seen
    assert "before" not in process("list").stdout


def test_checkin_saves_what_was_answered(terminal, process):
    process("add", "left heel", "6", "neck", "2", "-t", "heat", "--at", "yesterday")
    code, seen = terminal(
        "checkin",
        "--lines",
        answers=[
            ("1/2 neck (2 yesterday): ", ""),
            ("2/2 left heel (6 yesterday): ", "5"),
            ("Did: ", "heat"),
            ("A note on the day? (Enter: none): ", "slept well"),
            ("Anything new", ""),
        ],
    )
    assert code == 0
    assert "Saved entry 3: left heel 5 of 10" in seen
    assert "  heat\n" in seen
    assert "slept well" in process("day").stdout


def test_nothing_overflows_60_columns(terminal, process):
    process("add", "left heel", "6", "-t", "tpt", "-t", "heat", "--note", "a long note " * 9)
    process("add", "chest", "3")
    process("start", "tpt", "-r", "left ball of the foot", "--on", "2026-01-01")
    seen = ""
    for arguments in (
        ["today"],
        ["list"],
        ["show", "1"],
        ["courses"],
        ["regions"],
        ["regions", "show", "heel"],
        ["treatments"],
        ["treatments", "show", "tpt"],
        ["redflags"],
        ["add", "chest", "4", "--note", "cold sweats"],
        ["add", "heell", "6"],
        ["stop", "heat"],
        ["undo"],
    ):
        seen += terminal(*arguments, columns=60)[1]
    seen += terminal(
        *("checkin", "--lines", "chest", "left heel"),
        answers=[
            ("chest (", ""),
            ("left heel (", "12"),
            ("left heel (", "5"),
            ("Did: ", "hat"),
            ("Did: ", "1"),
            ("none): ", ""),
            ("Anything new", ""),
        ],
        columns=60,
    )[1]
    plain = seen.replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert [line for line in plain.split("\n") if len(line) > 60] == []


def test_bold_is_used_on_a_terminal_that_has_it_and_nobody_minds(terminal, process):
    process("add", "left heel", "6")
    assert "\x1b[1mEntry 1\x1b[0m" in terminal("show", "1")[1]
    for variables in ({"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": ""}):
        assert "\x1b" not in terminal("show", "1", **variables)[1]
        assert "\x1b" not in terminal("redflags", **variables)[1]


def test_columns_says_how_wide_the_screen_is(terminal):
    lines = terminal("redflags", COLUMNS="40")[1].replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert max(map(len, lines.split("\n"))) <= 40


@pytest.fixture
def many_rows(tmp_path):
    """Write a CSV of so many rows, a day each; gives its path."""

    def write(number):
        first = date(1990, 1, 1)
        days = (first + timedelta(days=n) for n in range(number))
        note = "first steps in the morning; then better; " * 3
        lines = (f"{day},left heel,6,{note}\n" for day in days)
        file = tmp_path / "many.csv"
        file.write_text("date,region,intensity,note\n" + "".join(lines), "utf-8")
        return str(file)

    return write


def test_a_long_import_shows_how_far_it_is_on_a_terminal_alone(terminal, process, many_rows):
    file = many_rows(4_000)
    code, seen = terminal("import", file)
    assert code == 0
    assert "Reading " in seen
    assert "%" in seen
    assert seen.endswith("To take it back: painlog undo\n")
    assert process("undo").returncode == 0
    piped = process("import", file)
    assert (piped.returncode, piped.stderr) == (0, "")
    assert piped.stdout.startswith("Added 4,000 entries from ")


def test_a_short_import_shows_no_bar(terminal, many_rows):
    code, seen = terminal("import", many_rows(10))
    assert code == 0
    assert "%" not in seen


def test_the_line_for_each_shell_is_told(terminal):
    code, seen = terminal("completion", TERM="dumb")
    assert code == 0
    assert seen == (
        "With this line, TAB completes what you type to painlog in every new shell.\n"
        "bash: add to ~/.bashrc\n"
        f"  {LOAD['bash']}"
        "zsh: add to ~/.zshrc\n"
        f"  {LOAD['zsh']}"
        "fish: add to ~/.config/fish/config.fish\n"
        f"  {LOAD['fish']}"
        "powershell: add to the file that $PROFILE names\n"
        "  painlog completion powershell | Out-String | Invoke-Expression\n"
    )


def test_consult_alone_asks_before_it_logs_a_visit_for_today(terminal, process):
    question = "Log a visit for today, "
    code, seen = terminal("consult", answers=[(question, "n")])
    assert code == 1
    assert "Nothing was saved. For another day: painlog consult --on DAY" in seen
    code, seen = terminal("consult", answers=[(question, "")])
    assert code == 0
    assert "? [Y/n]: " in seen
    assert process("consult", "list").stdout.endswith("(today)\n")


@pytest.mark.parametrize(("kind", "note"), [("xterm-256color", "bad daX"), ("dumb", "bad yadX")])
def test_arrow_keys_move_in_a_line_and_no_control_character_gets_into_it(
    process, keyed, kind, note
):
    moved = "bad ya\x1b[D\x1b[D\x1b[3~d\x1b[A\x01\x05X\n"
    code, _ = keyed("day", keys=[("sleep", "\n"), ("stress", "\n"), ("Note", moved)], TERM=kind)
    assert code == 0
    assert json.loads(process("day", "--format", "json").stdout)["note"] == note
