"""Which questions a check asks, and how its answers are kept."""

from typing import TYPE_CHECKING

import pytest

from builders import CATALOGUE, entry, sign_answer
from painlog.advice.warning_signs import SIGNS, signs_for
from painlog.store.journal import Journal
from painlog.tasks.warning_signs import Offering, keep_answers, plan_check

if TYPE_CHECKING:
    from painlog.model.sign_answer import SignReply

KNEE = CATALOGUE.by_name["knee"]
MOMENT = entry("knee", 1, day=9).felt_at
KNOWN = sign_answer("joint", "known", "left knee", day=3)


@pytest.fixture
def journal(path):
    with Journal(path, writing=True) as opened:
        yield opened


def answered(journal, *answers):
    with journal.change("fill") as change:
        for answer in answers:
            change.add(answer)
    return journal


def test_a_plan_has_the_questions_of_the_region(journal):
    plan = plan_check(journal, KNEE, "left", anew=False)
    assert (plan.place, plan.signs, plan.known) == ("left knee", signs_for(KNEE), {})


@pytest.mark.parametrize(
    "others",
    [
        (),
        (KNOWN._replace(sign="clot", answer="yes"),),
        (KNOWN._replace(answer="no", answered_at=entry("knee", 1, day=2).felt_at),),
    ],
)
def test_what_a_clinician_knows_is_left_out_and_asked_about_anew(journal, others):
    answered(journal, *others, KNOWN)
    plan = plan_check(journal, KNEE, "left", anew=False)
    assert plan.left_out == (SIGNS["joint"],)
    assert [sign for sign in signs_for(KNEE) if sign not in plan.signs] == [SIGNS["joint"]]
    anew = plan_check(journal, KNEE, "left", anew=True)
    assert (anew.signs, anew.left_out) == (signs_for(KNEE), ())
    assert anew.known == {"joint": KNOWN.answered_at.date()}


@pytest.mark.parametrize(
    "later",
    [
        sign_answer("joint", "no", "left knee", day=4),
        sign_answer("joint", "yes", "left knee", day=4),
    ],
)
def test_a_later_answer_ends_that_a_clinician_knows(journal, later):
    answered(journal, KNOWN, later)
    assert plan_check(journal, KNEE, "left", anew=False).left_out == ()


@pytest.mark.parametrize("side", ["right", "both", None])
def test_what_is_known_of_one_place_is_asked_about_in_another(journal, side):
    answered(journal, KNOWN)
    assert plan_check(journal, KNEE, side, anew=False).left_out == ()


def test_answers_are_one_change_that_says_what_was_not_no(journal):
    plan = plan_check(journal, KNEE, "left", anew=False)
    replies: dict[str, SignReply] = {"infection": "no", "joint": "known", "clot": "yes"}
    assert not keep_answers(journal, plan, replies, MOMENT)
    kept = journal.sign_answers()
    assert [(a.sign, a.answer, a.place, a.answered_at) for a in kept] == [
        (sign, reply, "left knee", MOMENT) for sign, reply in replies.items()
    ]
    undone = journal.undo()
    assert (undone.command, undone.summary) == (
        "redflags --check",
        "3 answers about warning signs, left knee: yes to one joint that is hot, swollen and very "
        "painful; one leg or arm swollen, warm and sore",
    )
    assert journal.sign_answers() == ()


def test_without_an_answer_nothing_is_changed(journal):
    plan = plan_check(journal, None, None, anew=True)
    assert not keep_answers(journal, plan, {}, MOMENT)
    assert not keep_answers(journal, plan, {"airway": "no"}, MOMENT)
    assert journal.undo().summary == "1 answer about a warning sign, all no"


def test_answers_are_part_of_the_change_that_offered_the_check_unless_another_came(journal):
    plan = plan_check(journal, None, None, anew=True)
    with journal.change("add") as made:
        made.add(entry("heel", 6))
        made.summary = "entry 1"
    offering = Offering(made.id, made.summary)
    assert keep_answers(journal, plan, {"airway": "no"}, MOMENT, offering)
    with journal.change("add") as change:
        change.add(entry("neck", 6))
    assert not keep_answers(journal, plan, {"injury": "no"}, MOMENT, offering)
    undone = [journal.undo() for _ in range(3)]
    assert [(one.command, one.summary) for one in undone] == [
        ("redflags --check", "1 answer about a warning sign, all no"),
        ("add", ""),
        ("add", "entry 1; 1 answer about a warning sign, all no"),
    ]
