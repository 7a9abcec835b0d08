"""`painlog edit`."""

import io
import sys

import pytest


def changed(painlog, *options):
    result = painlog("edit", "1", *options)
    assert (result.code, result.err) == (0, "")
    return result.out.splitlines()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["-i", "5/10"], ["left heel 5 of 10, Sun 29 Mar 2026, 12:00.", "8 before; heat"]),
        (["-r", "neck"], ["left neck 6 of 10, Sun 29 Mar 2026, 12:00.", "8 before; heat"]),
        (["-r", "tailbone"], ["tailbone 6 of 10, Sun 29 Mar 2026, 12:00.", "8 before; heat"]),
        (
            ["-r", "hip", "--clear", "side"],
            ["hip 6 of 10, Sun 29 Mar 2026, 12:00.", "8 before; heat"],
        ),
        (["-r", "right hip"], ["right hip 6 of 10, Sun 29 Mar 2026, 12:00.", "8 before; heat"]),
        (["--side", "both"], ["heel (both) 6 of 10, Sun 29 Mar 2026, 12:00.", "8 before; heat"]),
        (["--side", "none"], ["heel 6 of 10, Sun 29 Mar 2026, 12:00.", "8 before; heat"]),
        (["--no-side"], ["heel 6 of 10, Sun 29 Mar 2026, 12:00.", "8 before; heat"]),
        (
            ["--dose", "20 min"],
            ["left heel 6 of 10, Sun 29 Mar 2026, 12:00.", "8 before; heat 20 minutes"],
        ),
        (
            ["--lasted", "3h30"],
            [
                "left heel 6 of 10, Sun 29 Mar 2026, 12:00.",
                "lasted 3 h 30 min; 8 before; heat",
            ],
        ),
        (
            ["--from", "13:30", "--until", "17:30"],
            ["left heel 6 of 10, Tue 31 Mar 2026, 13:30.", "lasted 4 h; 8 before; heat"],
        ),
        (["--clear", "side"], ["heel 6 of 10, Sun 29 Mar 2026, 12:00.", "8 before; heat"]),
        (["--at", "yesterday"], ["left heel 6 of 10, Mon 30 Mar 2026, 12:00.", "8 before; heat"]),
        (["--before", "9"], ["left heel 6 of 10, Sun 29 Mar 2026, 12:00.", "9 before; heat"]),
        (["-t", "rest"], ["left heel 6 of 10, Sun 29 Mar 2026, 12:00.", "8 before; rest"]),
        (["--clear", "before"], ["left heel 6 of 10, Sun 29 Mar 2026, 12:00.", "heat"]),
        (
            ["--clear", "before", "--clear", "treatment"],
            ["left heel 6 of 10, Sun 29 Mar 2026, 12:00."],
        ),
        (
            ["--note", "x", "-q", "dull", "--trigger", "a; b", "--interference", "0"],
            [
                "left heel 6 of 10, Sun 29 Mar 2026, 12:00.",
                "8 before; heat; dull; trigger: a; trigger: b; interference 0; note: x",
            ],
        ),
    ],
)
@pytest.mark.usefixtures("three")
def test_edit_changes_what_was_given_and_nothing_else(painlog, options, said):
    first, *rest = said
    assert changed(painlog, *options) == [
        f"Changed entry 1: {first}",
        *(f"  {line}" for line in rest),
    ]


def test_every_field_that_can_be_emptied_is(painlog):
    painlog(
        *("add", "left heel", "6", "-t", "heat", "--before", "8", "-q", "burning"),
        *("--trigger", "walk", "--condition", "flu", "--interference", "4", "--note", "x"),
    )
    fields = ("side", "before", "interference", "treatment", "quality", "trigger", "condition")
    clears = [word for field in (*fields, "note") for word in ("--clear", field)]
    assert changed(painlog, *clears) == ["Changed entry 1: heel 6 of 10, Tue 31 Mar 2026, 21:00."]


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        ([], 2, "Say what to change, as in: painlog edit 1 --intensity 5."),
        (["--clear", "intensity"], 2, '"intensity" cannot be cleared; --clear takes side, before'),
        (["--clear", "note", "--note", "x"], 2, "--note and --clear note contradict each other;"),
        (["--clear", "treatment"], 1, "An intensity before treatment needs a treatment:"),
        (["-t", ""], 1, "An intensity before treatment needs a treatment:"),
        (
            ["-r", "right heel", "--clear", "side"],
            2,
            '"right heel" names a side, and --clear side removes it; give one of them.',
        ),
        (["-r", "left heel", "--clear", "side"], 2, '"left heel" names a side, and --clear'),
        (
            ["-r", "right heel", "--side", "none"],
            1,
            '"right heel" says right and --side says none; give one of them.',
        ),
        (["-i", "11"], 1, '"11" is not an intensity'),
        (["-r", "tailbone", "--side", "left"], 1, "The tailbone has no left or right"),
        (["--at", "tomorrow"], 1, '"tomorrow" is 2026-04-01 12:00, which is still to come.'),
        (["--until", "11:00", "--at", "12:00"], 1, '"11:00" is 2026-04-01 11:00, which is still'),
        (["--side", "left", "--no-side"], 2, "--side and --clear side contradict each other;"),
        (["--until", "now", "--no-until"], 2, "--until and --clear until contradict each other;"),
        (["--dose", "much"], 1, '"much" is not a dose.'),
        (["-i", "5", "--yes"], 2, "--yes is for a whole series; with numbers nothing is asked."),
        (["-t", "strething"], 1, 'No treatment is called "strething".'),
    ],
)
@pytest.mark.usefixtures("three")
def test_an_edit_that_cannot_be_changes_nothing(painlog, options, code, said, stored):
    before = stored()
    result = painlog("edit", "1", *options)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(said)
    assert stored() == before


@pytest.mark.usefixtures("three")
def test_an_edit_that_changes_nothing_is_not_a_change(painlog):
    assert changed(painlog, "-i", "6") == ["Entry 1 already says that; nothing was changed."]
    assert painlog("undo").out.startswith("Took back: add: entry 3, ")


@pytest.mark.usefixtures("three")
def test_undo_of_an_edit_gives_back_every_field(painlog, stored):
    before = stored()
    painlog("edit", "1", "-r", "right hip", "-i", "1", "--clear", "before", "--note", "x")
    said = painlog("undo").out.splitlines()
    assert said[0] == "Took back: edit: entry 1, left heel 6 of 10, Sun 29 Mar 2026, 12:00."
    assert said[-1] == "To make it again: painlog redo"
    assert stored() == before


def test_a_note_that_tells_of_danger_is_answered_when_it_is_edited_in(painlog):
    painlog("add", "lower back", "6")
    first = changed(painlog, "--note", "numb between the legs and can't pee")[0]
    assert first.startswith("! Call the emergency number (999, 112 or 911, for example) now.")
    assert changed(painlog, "--at", "20:00")[0].startswith("Changed entry 1: ")


@pytest.mark.parametrize(
    ("option", "words"), [("--trigger", "car accident"), ("--condition", "cancer")]
)
def test_a_sign_that_an_edited_tag_tells_of_is_said(painlog, option, words):
    painlog("add", "lower back", "6")
    first = painlog("edit", "1", option, words).out
    assert first.startswith("! ")
    assert not painlog("edit", "1", "--interference", "3").out.startswith("! ")


def test_a_rating_moved_to_the_chest_is_answered_with_when_it_is_an_emergency(painlog):
    painlog("add", "lower back", "6")
    assert changed(painlog, "-r", "chest")[0].startswith("! If chest pain is tight, heavy ")


# doses and ends


def test_a_dose_is_changed_and_dropped(painlog):
    painlog("add", "head", "6", "-t", "ibuprofen 400 mg")
    assert changed(painlog, "-t", "ibuprofen 200 mg")[1:2] == ["  ibuprofen 200 mg"]
    assert changed(painlog, "--clear", "dose")[1:2] == ["  ibuprofen"]


def test_an_end_is_taken_off_again(painlog):
    painlog("add", "head", "6", "--lasted", "3h")
    assert changed(painlog, "--no-until") == [
        "Changed entry 1: head 6 of 10, Tue 31 Mar 2026, 18:00."
    ]


# uses


def test_a_use_is_edited_by_its_number_and_undone(painlog):
    painlog("take", "ibuprofen", "400 mg", "--for", "head", "--at", "12:00")
    before = painlog("show", "u1").out
    result = painlog("edit", "u1", "-t", "sumatriptan 50mg", "--at", "13:00", "--region", "neck")
    assert result.out.splitlines()[0] == (
        "Changed use u1: sumatriptan 50 mg, for neck, Tue 31 Mar 2026, 13:00."
    )
    assert "triptan" in result.out
    assert painlog("edit", "u1", "--dose", "50 mg").out == (
        "Use u1 already says that; nothing was changed.\n"
    )
    painlog("edit", "u1", "--clear", "region", "--dose", "100 mg", "--note", "x")
    assert painlog("list").out == "   u1  2026-03-31 13:00  sumatriptan 100 mg; note: x\n"
    painlog("undo")
    assert painlog("undo").out.splitlines()[0] == (
        "Took back: edit: use u1, ibuprofen 400 mg, for head, Tue 31 Mar 2026, 12:00."
    )
    assert painlog("show", "u1").out == before


def test_a_note_of_a_use_that_tells_of_danger_is_answered(painlog):
    painlog("take", "rest", "--for", "lower back")
    result = painlog("edit", "u1", "--note", "can't pee since this morning")
    assert result.out.startswith("! Call the emergency number (999, 112 or 911, for example) now.")
    assert not painlog("edit", "u1", "--at", "20:00").out.startswith("!")


def test_a_use_has_no_intensity(painlog):
    painlog("take", "heat")
    result = painlog("edit", "u1", "-i", "5")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("u1 is a use without a rating, which has no intensity.")


# several


@pytest.mark.usefixtures("three")
def test_several_entries_are_changed_at_once_and_taken_back_at_once(painlog, stored):
    before = stored()
    assert painlog("edit", "1", "3", "2", "--side", "left").out.splitlines() == [
        "Entry 1 already says that; nothing was changed.",
        "Changed entry 3: left heel 4 of 10, Tue 31 Mar 2026, 12:00.",
        "Changed entry 2: left neck 2 of 10, Mon 30 Mar 2026, 09:30.",
        "  dull; note: after work",
    ]
    assert painlog("undo").out.startswith("Took back: edit: entry 3, right heel 4 of 10")
    assert stored() == before


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["1", "9", "--side", "left"], 1, "There is no entry 9."),
        (
            ["1", "2", "--at", "today"],
            2,
            "--at is for one entry; give one number, or entries of the same moment.\n",
        ),
        (
            ["1", "2"],
            2,
            "Say what to change. To set entry 1 to 2: painlog edit 1 --intensity 2. To change "
            "both: painlog edit 1 2 --intensity 5\n",
        ),
        (
            ["1", "3", "2"],
            2,
            "Say what to change. To set entries 1 and 3 to 2: painlog edit 1 3 --intensity 2. To "
            "change all: painlog edit 1 3 2 --intensity 5\n",
        ),
        # There is no entry 7.
        (["1", "7"], 2, "Say what to change. To set entry 1 to 7: painlog edit 1 --intensity 7\n"),
        (
            ["last", "seven"],
            2,
            "Say what to change. To set entry 3 to 7: painlog edit last --intensity 7\n",
        ),
        (["1-2", "11"], 1, "There is no entry 11."),
        (["2", "1-3"], 2, "Say what to change, as in: painlog edit 2 1-3 --intensity 5."),
        (["1", "2", "-i", "11"], 1, '"11" is not an intensity'),
        (["--side", "left"], 2, "edit needs the number of an entry, or --region and what to"),
        (["--region", "heel"], 2, "edit needs the number of an entry, or --region and what to"),
        (["--region", "heel", "--no-side"], 2, "edit needs the number of an entry, or --region"),
        (["--region", "hip", "--side", "left"], 1, "There is no entry of hip. See: painlog list"),
        (["--region", "heel", "--until", "now"], 2, "--until is for one entry; give one number."),
        (
            ["--region", "heel", "--side", "left"],
            1,
            "That would change 1 entry of the right heel, Tue 31 Mar 2026. To do it, add --yes.",
        ),
    ],
)
@pytest.mark.usefixtures("three")
def test_an_edit_of_several_that_cannot_be_changes_nothing(painlog, words, code, said, stored):
    before = stored()
    result = painlog("edit", *words)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(said)
    assert stored() == before


@pytest.fixture
def series(painlog):
    for day in range(1, 15):
        painlog("add", "heel", "7", "--at", f"2026-03-{day:02}")
    painlog("add", "left heel", "4", "neck", "2", "--at", "2026-03-15")


JOIN = ("edit", "--region", "heel", "--no-side", "--side", "left")


@pytest.mark.usefixtures("series")
def test_a_whole_series_is_given_a_side_with_a_count_and_one_undo(painlog, stored):
    before = stored()
    assert painlog(*JOIN, "--yes").out.splitlines() == [
        "Changed 14 entries of the heel, Sun 1 Mar 2026 to Sat 14 Mar 2026.",
        "To take it back: painlog undo",
    ]
    assert {row[4] for row in stored() if row[3] == "heel"} == {"left"}
    assert painlog("undo").out.startswith("Took back: edit: 14 entries of the heel, Sun 1 Mar")
    assert stored() == before


@pytest.mark.usefixtures("series")
def test_a_series_that_is_so_already_is_left_alone(painlog):
    assert painlog("edit", "--region", "left heel", "--side", "left", "--yes").out == (
        "1 entry already so; nothing was changed.\n"
    )


@pytest.mark.usefixtures("series")
def test_on_a_terminal_a_series_is_changed_only_after_a_yes(painlog, monkeypatch, stored):
    monkeypatch.setattr("painlog.cli.commands.edit.can_ask", lambda: True)
    before = stored()
    for typed, said in (("\n", "Nothing was changed."), ("what\nno\n", "Nothing was changed.")):
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        result = painlog(*JOIN)
        assert result.out.endswith(f"[y/N]: {said}\n")
        assert "Change 14 entries of the heel, Sun 1 Mar 2026 to Sat 14 Mar 2026?" in result.out
        assert stored() == before
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    assert "Changed 14 entries" in painlog(*JOIN).out


def test_a_use_is_asked_about_on_a_terminal(painlog, monkeypatch):
    painlog("take", "ibuprofen", "400 mg", "--for", "head", "--note", "a", "--at", "12:00")
    monkeypatch.setattr("painlog.cli.commands.edit.can_ask", lambda: True)

    def answer(*typed):
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{t}\n" for t in typed)))
        return painlog("edit", "u1").out

    assert "Use u1 already says that" in answer("", "", "", "")
    assert "That looks like a command." in answer("", "", "", "painlog list", "n", "")
    assert "What, with the dose [ibuprofen 400 mg]: " in answer("ibuprofen 200 mg", "", "-", "-")
    assert painlog("list").out == "   u1  2026-03-31 12:00  ibuprofen 200 mg\n"


def test_the_end_of_an_attack_is_asked_where_there_may_be_one(painlog, monkeypatch):
    painlog("add", "head", "6", "--from", "09:00", "--until", "12:00")
    monkeypatch.setattr("painlog.cli.commands.edit.can_ask", lambda: True)

    def answer(*typed):
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{t}\n" for t in typed)))
        return painlog("edit", "1").out

    asked = answer("", "", "", "08:00", "11:00", "", "")
    assert "Over [Tue 31 Mar 2026, 12:00]: " in asked
    assert "lasted 2 h" in asked
    assert "lasted" not in answer("", "", "", "-", "", "").splitlines()[-1]


def test_words_that_a_note_loses_are_said_with_how_to_bring_them_back(painlog):
    painlog("add", "heel", "5", "--note", "ran\x1b[31m far")
    painlog("take", "heat", "--note", "word " * 100)
    kept = painlog("edit", "1", "--note", "ran\x1b[31m far, slowly").out
    assert "The note before" not in kept
    said = painlog("edit", "1", "--note", "walked").out
    assert said.endswith(
        '  The note before was "ran<001B>[31m far, slowly". To bring back: painlog undo\n'
    )
    said = painlog("edit", "u1", "--note", "warm").out
    assert said.endswith('word … (500 characters)". To bring back: painlog undo\n')
    painlog("undo", "2")
    assert "ran<001B>[31m far, slowly" in painlog("show", "1").out
    assert painlog("show", "u1").out.count("word") == 100


def test_of_a_long_note_the_beginning_is_said_and_show_has_it_whole(painlog):
    note = "word " * 100
    for command in (("add", "heel", "5"), ("edit", "1", "-i", "4")):
        said = painlog(*command, *["--note", note] * (command[0] == "add")).out
        assert "word … (500 characters; all of it: painlog show 1)\n" in said
    said = painlog("take", "heat", "--note", note).out
    assert "word … (500 characters; all of it: painlog show u1)\n" in said
    assert painlog("show", "1").out.count("word") == 100
