"""What a person says of an entry, understood."""

from datetime import timedelta

import pytest

from builders import CATALOGUE, entry
from conftest import NOW
from painlog.errors import NotUnderstoodError, UsageError
from painlog.model.dose import Dose
from painlog.store.journal import Journal
from painlog.tasks.entering import Said, Sided, fields_said, pairs_in, sided, span_fields


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
        (["heel", "6", "7"], UsageError, '"7" has no region. Write a region before each'),
        (["heel", "sixish"], NotUnderstoodError, '"sixish" is not an intensity'),
        (["nowhere"], NotUnderstoodError, 'No region is called "nowhere".'),
    ],
)
def test_what_is_no_pair_is_refused(words, error, said):
    with pytest.raises(error) as refused:
        list(pairs_in(words, CATALOGUE))
    assert str(refused.value).startswith(said)


def test_only_what_is_said_becomes_a_field(journal):
    assert fields_said({}, journal, NOW) == Said({})
    fields, new, brands = fields_said(
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
    assert (new, brands) == ((), ())
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


def test_a_treatment_that_nobody_knows_is_new_by_the_entry(journal):
    fields, new, _ = fields_said({"treatment": ["voodoo 2 puffs"]}, journal, NOW)
    assert fields["treatments"] == ("voodoo",)
    assert [(treatment.name, treatment.own) for treatment in new] == [("voodoo", True)]


@pytest.mark.parametrize(
    ("rated", "text", "side"),
    [
        ([], "heel", None),
        (["left heel"], "heel", "left"),
        (["left heel", "heel"], "heel", "left"),
        (["heel (both)"], "heel", "both"),
        (["left heel", "right heel"], "heel", None),
        (["right hip"], "heel", None),
        (["left head"], "head", "left"),
        # A head may hurt on no side.
        (["left head", "head"], "head", None),
    ],
)
def test_a_side_that_is_not_said_is_the_only_one_of_90_days(path, rated, text, side):
    with Journal(path, writing=True) as journal:
        with journal.change("add") as change:
            for place in rated:
                change.add(entry(place, 5))
        today = entry("heel", 1).felt_at.date() + timedelta(days=90)
        found = sided(journal, text, today)
        assert (found.side, found.as_before) == (side, side is not None)
        assert sided(journal, text, today + timedelta(days=1)).side is None
        assert sided(journal, text, today, without_side=True).side is None
        assert sided(journal, text, today, "right") == Sided(found.region, "right")
        assert sided(journal, f"right {text}", today) == Sided(found.region, "right")
        assert sided(journal, "tailbone", today).side is None


def test_no_end_is_no_field():
    assert span_fields({"lasted": None}, None, NOW) == {}
    fields = span_fields({"lasted": "3h"}, None, NOW)
    assert fields == {"felt_at": NOW - timedelta(hours=3), "until": NOW}


def test_quotation_marks_around_a_region_and_its_intensity_are_left_out():
    assert list(pairs_in(["“left", "heel”", "6"], CATALOGUE)) == [("left heel", "6")]
    assert list(pairs_in(["“left", "heel", "6”"], CATALOGUE)) == [("left heel", "6")]
