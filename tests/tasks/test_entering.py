"""What a person says of an entry, understood."""

from datetime import timedelta

import pytest

from builders import CATALOGUE, entry
from conftest import NOW
from painlog.errors import NotUnderstoodError, RefusedError, UsageError
from painlog.model.dose import Dose, parse_dose
from painlog.store.journal import Journal
from painlog.tasks.entering import CLEARED, edited, fields_said, pairs_in

NOTHING = dict.fromkeys([*CLEARED, "region", "intensity", "at"])
OLD = entry(
    "left heel",
    6,
    before=8,
    treatments=["heat"],
    doses=(("heat", parse_dose("20 minutes")),),
    note="stairs",
    interference=2,
)


@pytest.fixture
def journal(path):
    with Journal(path) as journal:
        yield journal


@pytest.mark.parametrize(
    ("words", "pairs"),
    [
        ([], []),
        (["heel", "6"], [("heel", "6")]),
        (["lower", "back", "3", "left heel", "7/10"], [("lower back", "3"), ("left heel", "7/10")]),
        (["neck", "2", "left", "heel"], [("neck", "2"), ("left heel", None)]),
        (["heel", "-1"], [("heel", "-1")]),
    ],
)
def test_regions_and_intensities_come_in_pairs(words, pairs):
    assert list(pairs_in(words, CATALOGUE)) == pairs


@pytest.mark.parametrize(
    ("words", "error", "said"),
    [
        (["6", "heel"], UsageError, '"6" comes before its region.'),
        (["heel", "6", "7"], UsageError, '"7" comes before its region.'),
        (["heel", "six"], NotUnderstoodError, '"six" is not an intensity'),
        (["nowhere"], NotUnderstoodError, 'No region is called "nowhere".'),
    ],
)
def test_what_is_no_pair_is_refused(words, error, said):
    with pytest.raises(error) as refused:
        list(pairs_in(words, CATALOGUE))
    assert str(refused.value).startswith(said)


def test_only_what_is_said_becomes_a_field(journal):
    assert fields_said({}, journal, NOW) == ({}, ())
    fields, new = fields_said(
        {
            "intensity": "4",
            "at": "yesterday 20:00",
            "before": "9/10",
            "interference": "0",
            "note": "",
            "treatment": ["tpt", "heat 20 minutes"],
            "quality": ["dull; burning"],
            "trigger": None,
        },
        journal,
        NOW,
    )
    assert new == ()
    assert fields == {
        "intensity": 4,
        "felt_at": NOW - timedelta(days=1, hours=1),
        "intensity_before": 9,
        "interference": 0,
        "note": "",
        "treatments": ("heat", "trigger point therapy"),
        "doses": (("heat", Dose(20, "minute", "20 minutes")),),
        "qualities": ("burning", "dull"),
    }


@pytest.mark.parametrize(
    ("given", "cleared", "changed"),
    [
        ({}, [], {}),
        ({"intensity": "3"}, [], {"intensity": 3}),
        ({"region": "neck"}, [], {"region": "neck"}),
        ({"region": "tailbone"}, [], {"region": "tailbone", "side": None}),
        ({"region": "right hip"}, [], {"region": "hip", "side": "right"}),
        ({"region": "hip"}, ["side"], {"region": "hip", "side": None}),
        ({"side": "none"}, [], {"side": None}),
        ({}, ["side", "note", "before"], {"side": None, "note": "", "intensity_before": None}),
        ({"note": "a"}, ["treatment"], {"note": "a", "treatments": (), "doses": ()}),
        ({"treatment": ["tpt"]}, [], {"treatments": ("trigger point therapy",), "doses": ()}),
    ],
)
def test_an_edit_changes_what_is_given_and_empties_what_is_cleared(
    journal, given, cleared, changed
):
    new, added = edited(journal, OLD, NOTHING | given, cleared, NOW)
    assert added == ()
    fields = {name: getattr(new, name) for name in changed}
    assert fields == changed
    assert entry_without(new, changed) == entry_without(OLD, changed)


def entry_without(thing, names):
    return {n: getattr(thing, n) for n in thing.__slots__ if n not in names}


@pytest.mark.parametrize(
    ("given", "cleared", "error", "said"),
    [
        ({}, ["region"], UsageError, '"region" cannot be cleared; --clear takes side, before,'),
        ({"note": "a"}, ["note"], UsageError, "--note gives what --clear note would empty;"),
        ({"side": "left"}, ["side"], UsageError, "--side gives what --clear side would empty;"),
        ({"region": "left hip"}, ["side"], UsageError, '"left hip" gives the side that --clear'),
        ({"region": "tailbone", "side": "left"}, [], RefusedError, "The tailbone has no left"),
    ],
)
def test_an_edit_that_says_two_things_is_refused(journal, given, cleared, error, said):
    with pytest.raises(error) as refused:
        edited(journal, OLD, NOTHING | given, cleared, NOW)
    assert str(refused.value).startswith(said)


def test_a_treatment_that_nobody_knows_is_new_by_the_entry(journal):
    fields, new = fields_said({"treatment": ["voodoo 2 puffs"]}, journal, NOW)
    assert fields["treatments"] == ("voodoo",)
    assert [(treatment.name, treatment.own) for treatment in new] == [("voodoo", True)]
