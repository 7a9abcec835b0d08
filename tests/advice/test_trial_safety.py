"""Which trials are not planned: each reason at its edge."""

import pytest

from builders import TREATED_WITH, course, on, trial
from painlog.advice.trial_safety import unsafe
from painlog.model.treatment import Treatment

OWN = Treatment("steroid injection", "other", own=True)
HAND_THERAPY = Treatment("hand therapy", "exercise", conventional=True, own=True)
KNOWN = {**TREATED_WITH.by_name, OWN.name: OWN, HAND_THERAPY.name: HAND_THERAPY}


def reasons(a, b, note="", courses=()):
    return list(unsafe(trial(a, b), KNOWN, courses, note))


@pytest.mark.parametrize(
    "arms",
    [
        ("stretching", "nothing"),
        ("stretching", "stretching + trigger point therapy"),
        ("heat", "cold"),
        ("as usual", "massage therapy"),
    ],
)
def test_what_people_do_by_themselves_may_be_alternated(arms):
    assert reasons(*arms) == []


@pytest.mark.parametrize(
    ("note", "refused"),
    [
        ("", True),
        ("Go on as before", True),
        ("try ibuprofene", True),
        ("Try Ibuprofen, in turns.", False),
    ],
)
def test_a_medicine_needs_its_name_in_the_note_of_the_visit(note, refused):
    assert bool(reasons("ibuprofen", "nothing", note)) is refused


def test_a_brand_names_it_too():
    assert reasons("sumatriptan", "nothing", "Imigran in turns") == []


def test_needles_need_their_name_in_it_also_in_both_arms():
    (said,) = reasons("dry needling", "dry needling + heat", "heat")
    assert said.startswith("Dry needling is done with needles")
    assert reasons("dry needling", "nothing", "dry needling: yes") == []


@pytest.mark.parametrize(
    "name", ["amitriptyline", "physiotherapy", "other conventional care", "steroid injection"]
)
def test_what_builds_up_is_refused_whatever_the_note_says(name):
    (said,) = reasons(name, "nothing", note=name)
    assert "teaches something, or may build up over days or weeks" in said


def test_what_builds_up_may_stay_in_both_arms_where_the_visit_names_it():
    assert reasons("amitriptyline", "amitriptyline + heat", "amitriptyline stays") == []
    assert len(reasons("amitriptyline", "amitriptyline + heat")) == 1


def test_prescribed_care_in_use_is_not_stopped():
    note = "ibuprofen, physiotherapy"
    in_use = course("ibuprofen", "neck", start=1)
    (said,) = reasons("ibuprofen", "nothing", note, [in_use._replace(started_on=on(0))])
    assert said.startswith("Ibuprofen has been in use since 28 Feb 2026, and this trial would")
    assert reasons("ibuprofen", "nothing", note, [in_use._replace(started_on=on(2))]) == []
    assert reasons("ibuprofen", "ibuprofen + heat", note, [in_use]) == []
    assert reasons("stretching", "nothing", "", [course("stretching", start=1)]) == []


def test_what_is_not_known_is_not_stopped_in_use():
    told = {"omeprazole": Treatment("omeprazole", own=True)}
    in_use = course("omeprazole", "neck", start=1)
    (said,) = unsafe(trial("omeprazole", "nothing"), told, [in_use], "")
    assert said == (
        "Omeprazole is in use, and nobody said what kind of treatment it is. painlog plans no "
        "trial that stops, delays or changes a medicine or prescribed care. Say what it is: "
        'painlog treatments set "omeprazole" --kind KIND'
    )
    assert list(unsafe(trial("omeprazole", "nothing"), told, [], "")) == []


def test_exercise_of_ones_own_may_be_prescribed_and_is_not_stopped_in_use():
    in_use = course("hand therapy", "hand", start=1)
    (said,) = reasons("hand therapy", "nothing", "", [in_use])
    assert said.startswith("Hand therapy has been in use since 1 Mar 2026, and this trial would")
    assert said.endswith(
        'If nobody prescribed it, say so with: painlog treatments set "hand therapy" '
        "--complementary"
    )
    assert reasons("hand therapy", "hand therapy + heat", "", [in_use]) == []
    assert reasons("hand therapy", "nothing") == []
    told = {"hand therapy": HAND_THERAPY._replace(conventional=False)}
    assert list(unsafe(trial("hand therapy", "nothing"), told, [in_use], "")) == []
