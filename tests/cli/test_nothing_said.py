"""A no where Enter means none: it means the same, at every question."""

import io
import sys

import pytest

NOTHING = ["no", "nope", "No", "n", "none", "nothing", "nothing today", "not today", "nil", "-"]


@pytest.fixture
def answering(painlog, monkeypatch):
    """Run a command and type these answers, a line each."""

    def run(*words, answers=()):
        for module in ("add", "checkin", "consult", "day", "take", "edit"):
            monkeypatch.setattr(f"painlog.cli.commands.{module}.can_ask", lambda: True)
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{a}\n" for a in answers)))
        return painlog(*words)

    return run


@pytest.mark.parametrize("word", NOTHING)
def test_a_checkin_without_treatment_and_note_may_say_so_in_words(painlog, answering, word):
    painlog("add", "neck", "7", "--at", "yesterday")
    done = answering("checkin", "--lines", answers=("6", word, word, word))
    assert (done.code, done.err) == (0, "")
    assert "Saved entry 2: neck 6 of 10" in done.out
    kept = painlog("list", "--format", "json").out
    assert kept.count('"treatments": []') == 2
    assert "note" not in painlog("day").out.casefold()


def test_a_known_medicine_stays_beside_a_name_that_is_not_known(painlog, answering):
    painlog("add", "neck", "7", "--at", "yesterday")
    did = ("heat, naproxen 500 mg and omeprazole 20 mg", "n", "omeprazole 20 mg", "medicine")
    done = answering("checkin", "--lines", answers=("6", *did, "", "", ""))
    assert done.err.splitlines()[:2] == [
        '"omeprazole" was not added. Type what you meant. To see what painlog knows: painlog '
        "treatments",
        "Understood so far: heat, naproxen 500 mg. Type the rest alone, or Enter if that is all.",
    ]
    assert "neck   6/10  heat; naproxen 500 mg; omeprazole 20 mg" in painlog("list").out


def test_a_dose_in_the_middle_belongs_to_the_name_before_it(painlog, answering):
    painlog("add", "neck", "7", "--at", "yesterday")
    done = answering(
        "checkin", answers=("6", "TENS 30 minutes and yoga", "other", "exercise", "", "")
    )
    assert done.err == ""
    assert "TENS 30 minutes; yoga" in painlog("list").out


@pytest.mark.parametrize("word", ["no", "not said", "none"])
def test_what_a_use_was_for_need_not_be_said(painlog, answering, word):
    done = answering("take", answers=("heat", word))
    assert (done.code, done.err) == (0, "")
    assert '"region": null' in painlog("list", "--format", "json").out


def test_taking_nothing_saves_nothing(painlog, answering):
    done = answering("take", answers=("nothing today",))
    assert (done.code, done.out.endswith(": Nothing was saved.\n")) == (0, True)
    refused = painlog("take", "nothing", "today")
    assert (refused.code, refused.err) == (
        1,
        '"nothing today" says that nothing was done, and that needs no entry. For a treatment, '
        'type its name, as in "heat".\n',
    )


def test_the_note_of_a_day_is_neither_written_nor_lost_by_a_no(painlog, answering):
    answering("day", answers=("", "", "none"))
    assert "note" not in painlog("day").out.casefold()
    painlog("day", "--note", "slept badly")
    done = answering("day", answers=("", "", "no", ""))
    assert done.err == 'Enter keeps what is there; "-" removes it.\n'
    assert "slept badly" in painlog("day").out


def test_a_part_of_an_entry_is_neither_written_nor_lost_by_a_no(painlog, answering):
    painlog("add", "neck", "7", "--note", "slept badly")
    done = answering("edit", "1", answers=("", "", "", "none", "none", ""))
    assert done.err == 'Enter keeps what is there; "-" removes it.\n'
    assert "slept badly" in painlog("show", "1").out
    painlog("edit", "1", "--note", "")
    answering("edit", "1", answers=("", "", "", "none", "none"))
    assert '"note": ""' in painlog("list", "--format", "json").out


def test_a_side_that_is_not_said_may_be_none(painlog, answering):
    done = answering("add", "heel", "6", answers=("no", "n"))
    assert '"side": null' in painlog("list", "--format", "json").out, done.err


def test_a_visit_that_was_none_is_not_logged(answering):
    done = answering("consult", answers=("nope",))
    assert done.err == "Nothing was saved. For another day: painlog consult --on DAY\n"
