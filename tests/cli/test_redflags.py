"""`painlog redflags`: the list of signs, and the check with the keys of a person."""

import io
import json
import sys
from datetime import timedelta

import pytest

from conftest import NOW
from painlog.advice.red_flags import RED_FLAGS
from painlog.advice.warning_signs import SIGNS, signs_for
from painlog.model.catalogue.regions import REGIONS

HEEL = next(region for region in REGIONS if region.name == "heel")
# The place of a question in the check of a heel, counted from 1.
AT = {sign.code: number for number, sign in enumerate(signs_for(HEEL), start=1)}
OF = len(AT)


@pytest.fixture
def keys(painlog, monkeypatch):
    """Run a command for a person who presses these keys, a line each."""

    def run(*arguments, pressed=()):
        for module in ("commands.redflags", "commands.add"):
            monkeypatch.setattr(f"painlog.cli.{module}.can_ask", lambda: True)
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{key}\n" for key in pressed)))
        return painlog(*arguments)

    return run


def until(code):
    """Enter for every question before this one."""
    return [""] * (AT[code] - 1)


def answers(painlog):
    data = json.loads(painlog("export", "--format", "json").out)
    return {answer["sign"]: answer["answer"] for answer in data["warning_signs"]}


# the list


def test_the_list_has_every_question_with_what_it_is_for_and_its_pages(painlog, path):
    result = painlog("redflags")
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    for sign in SIGNS.values():
        place = lines.index(f"  - {sign.question} {'; '.join(sign.such)}.")
        assert lines[place + 1] == (
            f"    For: {'; '.join(sign.kinds)}. From: "
            f"{'; '.join(page.name for page in sign.pages)}."
        )
        soon = place > lines.index("Signs that a doctor should see soon")
        assert soon == (sign.urgency == "urgent")
    asked = {sign.sign for sign in SIGNS.values()}
    assert not any(f"  - {sign} (" in line for sign in asked for line in lines)
    for flag in RED_FLAGS:
        if flag.sign in asked:
            continue
        place = lines.index(f"  - {flag.sign} ({flag.source})")
        head = next(line for line in reversed(lines[:place]) if line and line[0] != " ")
        assert head == flag.action
    assert lines[-1].startswith("This list is not complete")
    assert not path.exists()


def test_the_list_for_a_region_is_what_is_asked_about_it(painlog):
    lines = painlog("redflags", "left", "heel").out.splitlines()
    asked = {line.split("?")[0] + "?" for line in lines if line.startswith("  - ")}
    assert asked == {f"  - {sign.question}" for sign in signs_for(HEEL)}
    assert painlog("redflags", "heell").err.startswith('No region is called "heell". Did you mean')


# the check


def test_the_list_names_whom_to_call_in_the_country_that_was_set(painlog):
    assert "999, 112 or 911" in painlog("redflags").out
    painlog("settings", "set", "country", "NL")
    listed = painlog("redflags").out
    assert ("999" in listed, "call 112 now" in listed, "huisartsen-spoedpost" in listed) == (
        False,
        True,
        True,
    )


def test_without_a_terminal_the_check_is_a_usage_error(painlog, path):
    result = painlog("redflags", "--check", "heel")
    assert (result.code, result.err) == (
        2,
        "redflags --check asks questions and needs a terminal. To read them here: painlog "
        "redflags\n",
    )
    assert not path.exists()


def test_enter_is_no_to_each_question_and_all_are_saved_as_one_change(painlog, keys):
    result = keys("redflags", "--check", "heel", pressed=[""] * OF)
    assert result.code == 0
    assert [f"{number} of {OF}. " in result.out for number in AT.values()] == [True] * OF
    assert "No new sign in 13 answers. That rules nothing out." in result.out
    assert answers(painlog) == dict.fromkeys(AT, "no")
    undone = painlog("undo").out
    assert "redflags --check: 13 answers about warning signs, heel, all no" in undone
    assert answers(painlog) == {}
    painlog("redo")
    assert answers(painlog) == dict.fromkeys(AT, "no")


@pytest.mark.parametrize("code", [sign.code for sign in signs_for(HEEL)])
def test_after_a_yes_what_to_do_comes_before_anything_else(painlog, keys, code, monkeypatch):
    monkeypatch.setenv("PAINLOG_COUNTRY", "gb")
    result = keys("redflags", "--check", "left heel", pressed=[*until(code), "y", ""])
    after = result.out.split(": yes\n", 1)[1]
    assert after.startswith("! ")
    assert "999" in after.split("Go on")[0] or "doctor" in after.split("Go on")[0]
    assert answers(painlog)[code] == "yes"
    # It ends there, and the sign is said again at the end with what to do.
    assert f"You said yes to {SIGNS[code].sign}:\n! " in result.out
    assert len(answers(painlog)) == AT[code]


def test_at_the_end_an_emergency_stands_before_a_sign_that_can_wait(keys):
    pressed = [*until("cancer"), "y", "y", *[""] * (AT["limb"] - AT["cancer"] - 1), "y", "n"]
    said = keys("redflags", "--check", "heel", pressed=pressed).out
    end = said[said.index("You said yes to") :]
    assert end.index(SIGNS["limb"].sign) < end.index(SIGNS["cancer"].sign)


def test_the_rest_can_be_gone_on_with_after_a_yes(painlog, keys):
    keys("redflags", "--check", "heel", pressed=["y", "y", *[""] * (OF - 1)])
    assert answers(painlog) == dict.fromkeys(AT, "no") | {"infection": "yes"}


def test_b_goes_back_q_ends_and_another_key_is_asked_again(painlog, keys):
    result = keys("redflags", "--check", "heel", pressed=["y", "y", "x", "b", "n", "K", "q"])
    assert result.err == (
        '"x" is none of the keys. Type y for yes, n for no, k for yes and a clinician knows, b for '
        "back or q to end.\n"
    )
    assert answers(painlog) == {"infection": "no", "airway": "known"}


def test_where_the_answers_end_those_given_are_kept(painlog, keys):
    result = keys("redflags", "--check", "heel", pressed=["", "k"])
    assert (result.code, result.err) == (130, "Stopped. The change is saved.\n")
    assert answers(painlog) == {"infection": "no", "airway": "known"}


def test_without_a_region_it_asks_where_and_enter_is_nowhere(painlog, keys):
    result = keys("redflags", "--check", pressed=["", *[""] * 5])
    assert "5 questions, about a minute." in result.out
    assert len(answers(painlog)) == 5
    result = keys("redflags", "--check", pressed=["hel", "chest", "q"])
    assert "10 questions about the chest" in result.out


# what a clinician knows


def test_what_a_clinician_knows_is_asked_again_only_where_the_pain_rises_or_by_the_command(
    keys, set_clock
):
    known = [*until("clot"), "k", "q"]
    keys("redflags", "--check", "left heel", pressed=known)
    question = SIGNS["clot"].question
    offered = keys("add", "left heel", "8", pressed=["y", *[""] * (OF - 1)])
    assert question not in offered.out
    assert f"Not asked, because a clinician knows: {SIGNS['clot'].sign}." in offered.out
    right = keys("add", "right heel", "8", pressed=["y", "q"])
    assert "13 questions about the right heel" in right.out
    set_clock(NOW + timedelta(days=3))
    keys("add", "left heel", "3")
    set_clock(NOW + timedelta(days=3, hours=2))
    risen = keys("add", "left heel", "6", pressed=["y", *until("clot"), "q"])
    assert f"{AT['clot']} of {OF}. {question}" in risen.out
    assert "On Tue 31 Mar 2026 you said that a clinician knows. Has it changed?" in risen.out


# when the check is offered after an entry


OFFER = "for warning signs?"


def offered(keys, *arguments):
    return OFFER in keys("add", *arguments, pressed=[""] * 3).out


def test_the_check_is_offered_at_the_first_entry_of_a_region_and_not_at_the_next(keys):
    assert offered(keys, "left heel", "2")
    assert not offered(keys, "left heel", "2")
    assert not offered(keys, "right heel", "2")
    assert offered(keys, "neck", "2")


def test_it_is_offered_when_8_is_reached_and_not_while_it_stays(keys, set_clock):
    offered(keys, "left heel", "6", "--at", "yesterday")
    assert offered(keys, "left heel", "8")
    assert not offered(keys, "left heel", "9")
    set_clock(NOW + timedelta(days=2))
    assert not offered(keys, "left heel", "8")
    assert not offered(keys, "left heel", "7")
    assert offered(keys, "left heel", "8")


def test_it_is_offered_at_a_rise_of_3_within_a_day(keys, set_clock):
    offered(keys, "left heel", "2")
    set_clock(NOW + timedelta(hours=24))
    assert offered(keys, "left heel", "5")
    set_clock(NOW + timedelta(hours=50))
    assert not offered(keys, "left heel", "7")


def test_one_undo_takes_back_an_entry_and_the_answers_to_the_check_it_offered(painlog, keys):
    done = keys("add", "left heel", "6", pressed=["y", *[""] * OF])
    assert "To take the answers and what you rated back: painlog undo" in " ".join(done.out.split())
    assert answers(painlog) == dict.fromkeys(AT, "no")
    assert " ".join(painlog("undo").out.split()) == (
        "Took back: add: entry 1, left heel 6 of 10, Tue 31 Mar 2026, 21:00; 13 answers about "
        "warning signs, left heel, all no. To make it again: painlog redo"
    )
    assert (answers(painlog), painlog("list").out) == ({}, "")
    painlog("redo")
    assert answers(painlog) == dict.fromkeys(AT, "no")


def test_no_pain_is_no_reason(keys):
    assert not offered(keys, "left heel", "0")


def test_of_several_the_one_that_hurts_most_is_asked_about(keys):
    result = keys("add", "left heel", "4", "neck", "6", pressed=[""])
    assert "Check the neck for warning signs? 12 short questions. [y/N]" in result.out
    assert result.out.count(OFFER) == 1


def test_about_an_earlier_time_or_in_a_pipe_nothing_is_asked_and_one_line_names_it(keys):
    pointer = "Warning signs that need care now: painlog redflags --check\n"
    past = keys("add", "left heel", "9", "neck", "9", "--at", "yesterday")
    assert (past.code, OFFER in past.out, past.err) == (0, False, pointer)
    assert keys("add", "left heel", "9", "--at", "yesterday").err == ""


def test_in_a_pipe_the_line_comes_at_a_reason_and_not_at_every_entry(painlog):
    errors = [painlog("add", "left heel", number).err for number in ("6", "6", "9", "9", "2")]
    assert [bool(error) for error in errors] == [True, False, True, False, False]
