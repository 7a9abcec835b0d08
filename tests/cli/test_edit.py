"""`painlog edit`."""

import sqlite3

import pytest


def stored(path):
    journal = sqlite3.connect(path)
    try:
        return journal.execute(
            "select id, uid, felt_at, region, side, intensity, intensity_before, note,"
            " created_at, updated_at from entry order by id"
        ).fetchall()
    finally:
        journal.close()


@pytest.fixture
def three(painlog):
    painlog("add", "left heel", "6", "-t", "heat", "--before", "8", "--at", "2026-03-29")
    painlog("add", "neck", "2", "-q", "dull", "--note", "after work", "--at", "2026-03-30 09:30")
    painlog("add", "right heel", "4", "--at", "2026-03-31 12:00")


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
        ([], 2, "edit needs what to change, as in: painlog edit 12 --intensity 5."),
        (["--clear", "intensity"], 2, '"intensity" cannot be cleared; --clear takes side, before'),
        (["--clear", "note", "--note", "x"], 2, "--note gives what --clear note would empty;"),
        (["--clear", "treatment"], 1, "An intensity before treatment needs a treatment:"),
        (["-t", ""], 1, "An intensity before treatment needs a treatment:"),
        (
            ["-r", "right heel", "--clear", "side"],
            2,
            '"right heel" gives the side that --clear side would empty; give one of them.',
        ),
        (["-r", "left heel", "--clear", "side"], 2, '"left heel" gives the side that --clear'),
        (
            ["-r", "right heel", "--side", "none"],
            1,
            '"right heel" says right and --side says none; give one of them.',
        ),
        (["-i", "11"], 1, '"11" is not an intensity'),
        (["-r", "tailbone", "--side", "left"], 1, "The tailbone has no left or right"),
        (["--at", "tomorrow"], 1, '"tomorrow" is 2026-04-01 12:00, which is still to come.'),
        (["-t", "strething"], 1, 'No treatment is called "strething".'),
    ],
)
@pytest.mark.usefixtures("three")
def test_an_edit_that_cannot_be_changes_nothing(painlog, path, options, code, said):
    before = stored(path)
    result = painlog("edit", "1", *options)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(said)
    assert stored(path) == before


@pytest.mark.usefixtures("three")
def test_an_edit_that_changes_nothing_is_not_a_change(painlog):
    assert changed(painlog, "-i", "6") == ["Entry 1 already says that; nothing was changed."]
    assert painlog("undo").out.startswith("Took back: add: entry 3, ")


@pytest.mark.usefixtures("three")
def test_undo_of_an_edit_gives_back_every_field(painlog, path):
    before = stored(path)
    painlog("edit", "1", "-r", "right hip", "-i", "1", "--clear", "before", "--note", "x")
    assert painlog("undo").out.splitlines() == [
        "Took back: edit: entry 1, left heel 6 of 10, Sun 29 Mar 2026, 12:00.",
        "To make it again: painlog redo",
    ]
    assert stored(path) == before


def test_a_note_that_tells_of_danger_is_answered_when_it_is_edited_in(painlog):
    painlog("add", "lower back", "6")
    first = changed(painlog, "--note", "numb between the legs and can't pee")[0]
    assert first.startswith("! Call the emergency number now (999, 112 or 911, for example).")
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
    assert changed(painlog, "-r", "chest")[0].startswith("! If chest pain spreads ")
