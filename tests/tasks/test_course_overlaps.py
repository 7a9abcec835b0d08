"""Courses that may not run beside each other, and advice in each refusal that can be followed."""

import re
from datetime import date
from itertools import product

import pytest

from builders import CATALOGUE, course
from painlog.errors import RefusedError
from painlog.model.course import place_of_course
from painlog.model.dose_reading import parse_dose
from painlog.tasks.course_overlaps import refuse_overlaps
from painlog.tasks.courses import beginning

PLACES, DOSES, SPANS = ("knee", "left knee", None), ("10 mg", "25 mg", None), ((9, None), (9, 12))
PAIRS = [
    (
        course("amitriptyline", there, start=10, end=end, dose=dose)._replace(id=1, uid="there"),
        course("amitriptyline", place, start=first, end=last, dose=said),
    )
    for there, dose, end, place, said, (first, last) in product(
        PLACES,
        DOSES,
        (None, 20),
        PLACES,
        DOSES,
        (*SPANS, (10, None), (10, 15), (12, None), (12, 20)),
    )
]


def changed(one, options):
    """Return a course with the options of a command."""
    values = dict(re.findall(r'--(\S+) "?([^"]+?)"?(?= --|$)', options))
    if "until" in values:
        one = one._replace(ended_on=date.fromisoformat(values["until"]))
    if "dose" in values:
        one = one._replace(dose=parse_dose(values["dose"]))
    if "region" in values:
        found, said = CATALOGUE.find(values["region"])
        region, side = place_of_course(found.name, said)
        one = one._replace(region=region, side=side)
    if set(values) == {"on"}:
        one = one._replace(started_on=date.fromisoformat(values["on"]))
    return one._replace(ended_on=None) if "--open" in options else one


def refusal(call, *arguments):
    """Return the sentence of a refusal, or nothing."""
    try:
        call(*arguments)
    except RefusedError as refused:
        return str(refused)
    return ""


def after_advice(said, there, new):
    """Return what a refused start becomes when its advice is followed; None for nothing to do."""
    if edit := re.search(r"painlog courses edit 1( --.*)", said):
        return changed(there, edit[1]), new if "Say when" in said else None
    if stop := re.search(r"painlog stop .* --on (\S+)$", said):
        ended = there._replace(ended_on=date.fromisoformat(stop[1]))
        return ended, None if "To end it:" in said else new
    if own := re.search(r": (--.*)$", said):
        return there, changed(new, own[1])
    assert "There is nothing to start." in said
    return there, None


def test_the_advice_of_every_refusal_of_start_can_be_followed():
    refused = [
        (there, *after_advice(said, there, new))
        for there, new in PAIRS
        if (said := refusal(beginning, [new], [there]))
    ]
    assert len(refused) > 100
    for before, there, new in refused:
        assert there.ended_on is None or there.started_on <= there.ended_on
        if new:
            assert new.ended_on is None or new.started_on <= new.ended_on
            assert refusal(beginning, [new], [there]) == "", before


@pytest.mark.parametrize("after", [21, 25])
def test_the_advice_of_a_refusal_of_start_leaves_room_for_the_next_course(after):
    later = course("amitriptyline", "knee", start=after, dose="50 mg")._replace(id=2, uid="later")
    followed = 0
    for there, new in PAIRS:
        if there.overlaps(later):
            continue
        others = [later, there]
        said = refusal(beginning, [new], others)
        if edit := re.search(r"painlog courses edit 1( --.*)", said):
            assert refusal(refuse_overlaps, [changed(there, edit[1])], [later]) == "", said
            followed += 1
    assert followed > 10


def test_the_advice_to_change_the_dose_of_a_step_keeps_its_end_before_the_next():
    first = course("amitriptyline", "head", start=1, end=14, dose="10 mg")._replace(id=1)
    second = course("amitriptyline", "head", start=15, dose="25 mg")._replace(id=2)
    new = course("amitriptyline", "head", start=1, dose="25 mg")
    assert refusal(beginning, [new], [first, second]).endswith(
        '. To change that one: painlog courses edit 1 --dose "25 mg"'
    )


def test_the_advice_of_every_refusal_of_an_edit_can_be_followed():
    for there, new in PAIRS:
        edited = new._replace(id=2)
        said = refusal(refuse_overlaps, [edited], [there])
        if not said or said.endswith("Remove one of them, as in: painlog courses remove 1"):
            continue
        found = re.search(r"painlog courses edit (\d)( --.*)", said)
        assert found
        both = {
            one.id: changed(one, found[2]) if found[1] == str(one.id) else one
            for one in (there, edited)
        }
        assert refusal(refuse_overlaps, [both[2]], [both[1]]) == ""


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (
            course("heat", "neck", start=10),
            "There is nothing to start.",
        ),
        (
            course("heat", "neck", start=12),
            'There is nothing to start. If it had ended: painlog stop "heat" --region "neck" '
            "--on 2026-03-11",
        ),
        (
            course("heat", "neck", start=9),
            "If it began earlier: painlog courses edit 1 --on 2026-03-09",
        ),
        (
            course("heat", "neck", start=10, end=15),
            'To end it: painlog stop "heat" --region "neck" --on 2026-03-15',
        ),
    ],
)
def test_the_same_course_again_is_refused_with_what_may_be_meant(new, said):
    there = course("heat", "neck", start=10)._replace(id=1)
    with pytest.raises(RefusedError) as refused:
        refuse_overlaps([new], [there])
    assert str(refused.value) == f"heat for the neck has been in use since 2026-03-10. {said}"


def test_another_dose_is_never_refused_with_the_advice_to_stop_the_medicine():
    for there, new in PAIRS:
        if there.dose and new.dose and there.dose != new.dose:
            assert "painlog stop" not in refusal(beginning, [new], [there])


def test_courses_that_share_neither_place_nor_day_run_beside_each_other():
    over = course("heat", "right heel", start=1, end=4)._replace(id=3)
    refuse_overlaps([course("rest", "left heel"), course("heat", "right heel", start=5)], [over])
