"""`painlog checkin`, with the answers of a person typed beforehand."""

import io
import sys

import pytest

ADVICE = "Not a diagnosis. See a clinician if pain persists, changes or worsens."


@pytest.fixture
def checkin(painlog, monkeypatch):
    """Run checkin and type these answers, a line each."""

    def run(*answers):
        monkeypatch.setattr("painlog.cli.commands.checkin.can_ask", lambda: True)
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{a}\n" for a in answers)))
        return painlog("checkin")

    return run


def entries(painlog):
    return [line.split(maxsplit=3)[3] for line in painlog("list").out.splitlines()]


def test_without_a_terminal_it_is_a_usage_error(painlog):
    result = painlog("checkin")
    assert (result.code, result.err) == (
        2,
        "checkin asks questions and needs a terminal. In a script use: painlog add heel 6\n",
    )


def test_with_nothing_rated_in_14_days_it_says_how_to_start(painlog, checkin):
    painlog("add", "heel", "6", "--at", "2026-03-16 20:00")
    result = checkin()
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("Nothing was rated in the last 14 days")


def test_it_asks_for_each_place_the_one_rated_most_often_first_and_saves_together(
    painlog, checkin, monkeypatch
):
    painlog("add", "neck", "3", "left heel", "5", "--at", "2026-03-30 08:00")
    painlog("add", "left heel", "6", "--at", "2026-03-30 20:00")
    # The ratings before it were made long ago.
    monkeypatch.setattr("painlog.store.recent.wrote_since", lambda *_, **__: False)
    result = checkin("7", "2/10", "", "slept badly")
    assert result.out.splitlines() == [
        "How much does it hurt now? 0 no pain, 10 worst pain imaginable, Enter skips.",
        "left heel: neck: Anything you did about it?: A note? (Enter: none): "
        "Saved entry 4: left heel 7 of 10, Tue 31 Mar 2026, 21:00.",
        "  note: slept badly",
        "Saved entry 5: neck 2 of 10, Tue 31 Mar 2026, 21:00.",
        "  note: slept badly",
        ADVICE,
    ]
    assert painlog("undo").out.startswith("Took back: checkin: entry 4, left heel 7 of 10")
    assert len(entries(painlog)) == 3


def test_enter_skips_a_place_and_only_skips_save_nothing(painlog, checkin, path):
    painlog("add", "left heel", "6", "neck", "3")
    before = path.read_bytes()
    assert checkin("", "").out.endswith("Nothing was rated; nothing was saved.\n")
    assert path.read_bytes() == before
    checkin("", "1", "", "")
    assert entries(painlog)[0] == "neck        1/10"


def test_what_is_not_understood_is_said_and_asked_again(painlog, checkin):
    painlog("add", "left heel", "6", "-t", "heat")
    result = checkin("eleven", "11", "4", "9", "hat", "1", "")
    assert [line.partition(".")[0] for line in result.err.splitlines()] == [
        '"eleven" is not an intensity on the 0–10 scale',
        '"11" is not an intensity on the 0–10 scale',
        "9 is not in the list; type 1 to 1, or a name",
        'No treatment is called "hat"',
    ]
    assert entries(painlog)[0] == "left heel   4/10  heat"


def test_a_treatment_goes_to_the_places_that_it_belongs_to(painlog, checkin):
    painlog("start", "stretching", "-r", "left heel")
    painlog("add", "left heel", "6", "--at", "2026-03-30 08:00")
    painlog("add", "neck", "3", "-t", "heat", "--at", "2026-03-30 08:00")
    result = checkin("5", "2", "1, 2, rest", "")
    assert "  1 stretching\n  2 heat\n" in result.out
    assert entries(painlog)[:2] == [
        "neck        2/10  heat; rest",
        "left heel   5/10  rest; stretching",
    ]


def test_a_note_that_tells_of_danger_is_answered_first(painlog, checkin):
    painlog("add", "lower back", "6")
    result = checkin("7", "", "can't pee since this morning")
    assert "! Call the emergency number now" in result.out.splitlines()[1]


def test_when_the_answers_end_nothing_is_saved(painlog, checkin, path):
    painlog("add", "left heel", "6", "neck", "3")
    before = path.read_bytes()
    result = checkin("4")
    assert (result.code, result.err) == (130, "Stopped. Nothing was saved.\n")
    assert path.read_bytes() == before


# attack diaries


def test_in_an_attack_diary_a_0_is_stored_only_if_that_is_wanted(painlog, checkin):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "7", "--at", "2026-03-30 08:00", "--lasted", "4h")
    result = checkin("0", "")
    assert "No attack needs no entry in an attack diary. Store the 0 anyway? [y/N]: " in result.out
    assert result.out.endswith("Nothing was rated; nothing was saved.\n")
    checkin("0", "y", "", "")
    assert entries(painlog)[0] == "head   0/10"


def test_an_attack_that_goes_on_is_asked_about_and_ended_with_the_ratings(painlog, checkin):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "neck", "2", "--at", "yesterday")
    painlog("add", "head", "7", "--at", "09:00")
    result = checkin("what", "08:00", "17:30", "3", "", "")
    assert 'head 7 since Tue 31 Mar 2026, 09:00: over when? "now", "17:30"; Enter: not yet: ' in (
        result.out
    )
    assert [line.partition(".")[0] for line in result.err.splitlines()] == [
        '"what" is not a time painlog understands',
        '"2026-03-31 08:00" is 2026-03-31 08:00, and it began at 2026-03-31 09:00',
    ]
    assert "Ended entry 2: head 7 of 10, Tue 31 Mar 2026, 09:00.\n  lasted 8 h 30 min" in result.out
    assert "Saved entry 3: neck 3 of 10" in result.out
    assert painlog("undo").out.startswith("Took back: checkin: entry 3, neck 3 of 10")
    assert "lasted" not in painlog("list").out


def test_an_attack_that_goes_on_is_left_and_rated(painlog, checkin):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "7", "--at", "09:00")
    assert "Saved entry 2: head 5 of 10" in checkin("", "5", "", "").out


def test_only_an_end_is_saved_too(painlog, checkin):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "7", "--at", "09:00")
    assert "Ended entry 1" in checkin("now").out
    assert entries(painlog) == ["head   7/10  lasted 12 h"]
