"""Cells with several treatments and their doses, and doses in a column of their own."""

import pytest

from painlog.errors import NotUnderstoodError
from painlog.formats.table.treatment_cells import (
    dose_unit_in,
    in_parts,
    is_unit_of_dose,
    treatments_in,
    with_doses,
)

KNOWN = {"ibuprofen", "paracetamol", "ibuprofen 400mg", "heat", "rest and tea", "aspirin/caffeine"}


def meaning(text):
    return text if text.casefold() in KNOWN else None


def named(part):
    return [*treatments_in(part, meaning)]


@pytest.mark.parametrize(
    ("part", "treatments"),
    [
        ("heat", ["heat"]),
        ("heat + ibuprofen", ["heat", "ibuprofen"]),
        ("heat & Foo", ["heat", "Foo"]),
        ("Foo + Bar", ["Foo", "Bar"]),
        ("heat and ibuprofen", ["heat", "ibuprofen"]),
        ("heat/ibuprofen 400mg", ["heat", "ibuprofen 400mg"]),
        ("ibuprofen,400", ["ibuprofen,400"]),
        ("heat|Foo", ["heat", "Foo"]),
        ("heat und Foo", ["heat", "Foo"]),
        ("heat then Foo", ["heat", "Foo"]),
        ("heat, ibuprofen and paracetamol", ["heat", "ibuprofen", "paracetamol"]),
        # A name of its own is not cut, and neither is one of which no part is known.
        ("rest and tea", ["rest and tea"]),
        ("aspirin/caffeine", ["aspirin/caffeine"]),
        ("hope and patience", ["hope and patience"]),
        ("co-codamol 30/500", ["co-codamol 30/500"]),
        ("paracetamol/caffeine 500/65 mg", ["paracetamol/caffeine 500/65 mg"]),
        ("heat, paracetamol + caffeine 500/65", ["heat", "paracetamol + caffeine 500/65"]),
    ],
)
def test_a_part_is_cut_only_where_that_leads_to_names(part, treatments):
    assert named(part) == treatments


def test_a_cell_of_painlogs_own_is_cut_at_semicolons_alone():
    assert in_parts("heat, or so; ice", own=True) == ["heat, or so", " ice"]
    assert [*treatments_in("heat + ibuprofen", meaning, own=True)] == ["heat + ibuprofen"]


@pytest.mark.parametrize(
    ("treatments", "dose", "unit", "expected"),
    [
        (["ibuprofen"], "400 mg", "", ["ibuprofen 400 mg"]),
        (["ibuprofen"], "400", "mg", ["ibuprofen 400 mg"]),
        (["ibuprofen"], "2x200", "mg", ["ibuprofen 2 × 200 mg"]),
        (["ibuprofen", "paracetamol"], "400 mg; 1 g", "", ["ibuprofen 400 mg", "paracetamol 1 g"]),
        (["ibuprofen", "heat"], "400 mg, -", "", ["ibuprofen 400 mg", "heat"]),
        (["ibuprofen 400 mg"], "400 mg", "", ["ibuprofen 400 mg"]),
        (["ibuprofen 400 mg"], "2 tablets", "", ["ibuprofen 400 mg, 2 tablets"]),
    ],
)
def test_doses_of_a_column_stand_beside_their_treatments(treatments, dose, unit, expected):
    assert with_doses(treatments, dose, unit) == expected


@pytest.mark.parametrize(
    ("dose", "said"),
    [
        ("400", '"400" is a dose without a unit.'),
        ("400 mg; 1 g", '"400 mg; 1 g" does not give one dose for each of: ibuprofen'),
        ("some", '"some" is not a dose.'),
    ],
)
def test_a_dose_that_cannot_be_is_said(dose, said):
    with pytest.raises(NotUnderstoodError) as refused:
        with_doses(["ibuprofen"], dose, "")
    assert str(refused.value).startswith(said)


def test_a_heading_may_say_the_unit_of_its_doses():
    headings = ("Dose (mg)", "dose_mg", "Dose", "Tablets taken", "Dose taken")
    assert [dose_unit_in(heading) for heading in headings] == ["mg", "mg", "", "", ""]
    assert [is_unit_of_dose(text) for text in ("mg", "tablets", "x", "2 mg")] == [
        *(True, True, False, False)
    ]
