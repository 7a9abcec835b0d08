"""`painlog day` and `painlog factors`: what belongs to a day and not to a region."""

import io
import json
import sys

import pytest

EMPTY = (
    "Tue 31 Mar 2026\n"
    "  Nothing is logged for this day. To log it: painlog day --sleep 6.5 --stress 3\n"
)


@pytest.fixture
def asked(painlog, monkeypatch):
    """Run a command on a terminal and type these answers, a line each."""

    def run(*words, answers=()):
        for module in ("day", "factors"):
            monkeypatch.setattr(f"painlog.cli.commands.{module}.can_ask", lambda: True)
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{a}\n" for a in answers)))
        return painlog(*words)

    return run


def of_day(painlog):
    """The values and the note of today."""
    found = json.loads(painlog("day", "--format", "json").out)
    return [(factor["name"], factor["value"]) for factor in found["factors"]], found["note"]


def test_a_day_without_a_rating_keeps_what_is_said_of_it_and_undo_takes_it_back(painlog):
    assert painlog("day").out == EMPTY
    said = painlog("day", "--sleep", "6h30", "--stress", "3", "--note", "long drive")
    assert said.out == (
        "Saved for Tue 31 Mar 2026: sleep 6.5 hours; stress 3 of 10; note: long drive.\n"
    )
    assert painlog("day").out == (
        "Tue 31 Mar 2026\n  sleep: 6.5 hours\n  stress: 3 of 10\n  Note:\n    long drive\n"
    )
    assert painlog("undo").out.startswith(
        "Took back: day: Tue 31 Mar 2026: sleep 6.5 hours, stress 3 of 10, note."
    )
    assert painlog("day").out == EMPTY


def test_a_value_takes_the_place_of_the_one_before_and_a_dash_takes_it_away(painlog):
    painlog("day", "--sleep", "6.5", "--stress", "3", "--note", "rain", "--on", "yesterday")
    changed = painlog("day", "--sleep", "7,5", "--stress", "-", "--on", "yesterday")
    assert changed.out == "Saved for Mon 30 Mar 2026: sleep 7.5 hours; note: rain.\n"
    undone = painlog("undo").out.splitlines()
    assert undone[0] == "Took back: day: Mon 30 Mar 2026: sleep 7.5 hours, stress removed."
    assert undone[1:-1] == ["  The value is 6.5 again, not 7.5."]
    same = painlog("day", "--sleep", "6.5", "--on", "yesterday")
    assert same.out.startswith("The day already says that; nothing was changed.\n")
    emptied = painlog("day", "--note", "", "--sleep", "-", "--stress", "-", "--on", "yesterday")
    assert emptied.out == (
        "Saved for Mon 30 Mar 2026: nothing any more.\n"
        '  The note before was "rain". To bring back: painlog undo\n'
    )


def test_words_that_a_note_loses_are_said_with_how_to_bring_them_back(painlog):
    painlog("day", "--note", "rain")
    assert "The note before" not in painlog("day", "--note", "rain, then sun").out
    assert painlog("day", "--note", "wind").out == (
        "Saved for Tue 31 Mar 2026: note: wind.\n"
        '  The note before was "rain, then sun". To bring back: painlog undo\n'
    )
    assert "note" not in json.loads(painlog("day", "--note", "", "--format", "json").out)["note"]
    painlog("undo", "2")
    assert painlog("day").out.endswith("    rain, then sun\n")


def test_of_a_long_note_the_beginning_is_said_and_the_day_has_it_whole(painlog):
    note = "word " * 100
    end = "word … (500 characters; all of it: painlog day --on 2026-03-31)"
    assert painlog("day", "--note", note).out.endswith(f"{end}.\n")
    assert painlog("day", "--on", "2026-03-31").out.count("word") == 100
    painlog("add", "heel", "3")
    assert painlog().out.count(end) == painlog("show", "1").out.count(end) == 1


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--sleep", "25"], 1, '"25" is out of range for sleep. Give a value of 0 to 24 hours.'),
        (["--sleep", "well"], 1, '"well" is not a value of sleep. Type a number, such as 6.5.'),
        (["--stress", "11"], 1, '"11" is not a value of stress. Type a whole number from 0 to 10.'),
        (["--stress", "5-6"], 1, '"5-6" is not one whole number. Choose 5 or 6.'),
        (["--factor", "steps"], 2, '"steps" does not say what it was.'),
        (["--factor", "steps=3"], 1, 'There is no factor "steps".'),
        (["--factor", "slep=3"], 1, 'There is no factor "slep". Did you mean "sleep"?'),
        (["--on", "tomorrow", "--sleep", "3"], 1, '"tomorrow" is'),
    ],
)
def test_what_a_day_cannot_have_is_refused_and_nothing_is_made(painlog, path, words, code, said):
    result = painlog("day", *words)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(said)
    assert not path.exists()


def test_factors_of_ones_own_are_added_said_renamed_and_removed(painlog):
    assert painlog("factors", "add", "coffee", "--unit", "cups").out == (
        'Added the factor coffee: a number. Say it with: painlog day --factor "coffee=3"\n'
    )
    painlog("factors", "add", "rain", "--measure", "yes-no", "--ask")
    painlog("day", "-f", "coffee=2 cups", "-f", "rain=yes")
    assert painlog("factors").out.splitlines() == [
        "  sleep   a number (hours), not asked, 0 days",
        "  stress  0 to 10, not asked, 0 days",
        "  coffee  a number (cups), not asked, 1 day",
        "  rain    yes or no, asked in checkin, 1 day",
    ]
    painlog("factors", "rename", "coffee", "strong coffee")
    assert "  rain: yes\n  strong coffee: 2 cups\n" in painlog("day").out
    refused = painlog("factors", "remove", "rain")
    assert (refused.code, refused.err) == (
        2,
        "rain has a value on 1 day, which would go with it. To remove both: painlog factors "
        'remove "rain" --yes\n',
    )
    assert painlog("factors", "remove", "rain", "--yes").out.startswith(
        "Removed the factor rain and its 1 day."
    )
    assert "rain" not in painlog("day").out
    painlog("undo")
    assert "  rain: yes\n" in painlog("day").out
    assert painlog("factors", "remove", "sleep").code == 1
    assert "already" in painlog("factors", "add", "Sleep").err
    assert (
        "A unit belongs to a number"
        in painlog("factors", "add", "x", "--measure", "scale", "--unit", "km").err
    )


def test_a_factor_is_removed_on_a_terminal_once_the_person_agrees(painlog, asked):
    painlog("factors", "add", "rain", "--measure", "yes-no")
    painlog("day", "-f", "rain=no")
    assert asked("factors", "remove", "rain", answers=["n"]).code == 1
    assert "Removed the factor rain" in asked("factors", "remove", "rain", answers=["y"]).out


def test_without_options_a_person_is_asked_and_sees_what_is_there(painlog, asked):
    painlog("day", "--sleep", "6", "--note", "rain")
    result = asked("day", answers=["", "eleven", "4", "-"])
    assert result.out.startswith("Tue 31 Mar 2026\n  sleep: 6 hours\n  Note:\n    rain\n")
    assert "sleep, hours [6 hours]: stress, 0 to 10: " in result.out
    assert result.err == '"eleven" is not a value of stress. Type a whole number from 0 to 10.\n'
    assert result.out.endswith("Saved for Tue 31 Mar 2026: sleep 6 hours; stress 4 of 10.\n")


def test_a_note_that_takes_the_place_of_another_at_the_question_says_which_was_there(
    painlog, asked
):
    painlog("day", "--note", "rain")
    assert asked("day", answers=["7", "", "wind"]).out.endswith(
        "Saved for Tue 31 Mar 2026: sleep 7 hours; note: wind.\n"
        '  The note before was "rain". To bring back: painlog undo\n'
    )
    painlog("undo")
    assert of_day(painlog) == ([], "rain")


def test_who_stops_at_a_question_keeps_the_answers_before_it_and_one_undo_takes_them_back(
    painlog, asked
):
    stopped = asked("day", answers=["7", "3"])
    assert (stopped.code, stopped.err) == (130, "Stopped. The change is saved.\n")
    assert of_day(painlog) == ([("sleep", 7.0), ("stress", 3.0)], "")
    painlog("undo")
    assert of_day(painlog) == ([], "")


def test_a_command_is_no_note_of_a_day_until_the_person_says_so(asked):
    result = asked("day", answers=["", "", "painlog report", "n", "rain"])
    assert "That looks like a command. Keep it as the note? [y/N]: Note: " in result.out
    assert result.out.endswith("Saved for Tue 31 Mar 2026: note: rain.\n")


def test_a_number_alone_is_no_note_of_a_day_until_the_person_says_so(asked):
    result = asked("day", answers=["", "", "10", "n", "rain"])
    assert "That looks like a rating. Keep it as the note? [y/N]: Note: " in result.out
    assert result.out.endswith("Saved for Tue 31 Mar 2026: note: rain.\n")
    kept = asked("day", answers=["", "", "7", "y"])
    assert "Saved for Tue 31 Mar 2026: note: 7.\n" in kept.out


def test_a_note_of_a_day_goes_through_the_net_with_the_regions_of_that_day(painlog):
    painlog("add", "lower back", "7")
    said = painlog("day", "--note", "can't pee since this morning").out
    assert said.startswith("! Call the emergency number (999, 112 or 911, for example) now.")
    assert "warning sign" in painlog("report").out


def test_the_day_and_the_factors_as_json(painlog):
    painlog("day", "--stress", "0", "--note", "rain")
    assert json.loads(painlog("day", "--format", "json").out) == {
        "schema": "painlog.day/1",
        "day": "2026-03-31",
        "factors": [{"name": "stress", "measure": "scale", "unit": "", "value": 0.0}],
        "note": "rain",
    }
    found = json.loads(painlog("factors", "list", "--format", "json").out)
    assert found["schema"] == "painlog.factors/1"
    assert found["factors"][1] == {
        "name": "stress",
        "measure": "scale",
        "unit": "",
        "asked": False,
        "own": False,
        "days": 1,
    }
