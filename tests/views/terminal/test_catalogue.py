"""Regions, treatments and red flags as lists and cards."""

import pytest

from builders import CATALOGUE, TREATED_WITH
from painlog.advice.red_flags import RED_FLAGS
from painlog.advice.services import services_in
from painlog.model.region import Region
from painlog.model.treatment import Treatment
from painlog.views.terminal.catalogue import (
    first_use_lines,
    red_flag_lines,
    region_card,
    region_lines,
    treatment_card,
    treatment_lines,
)
from painlog.views.terminal.screen import Screen
from rows import each

NOT_SUMMARISED = (
    "Evidence: not summarised here, which says nothing for or against it; ask your clinician."
)
OWN = Treatment("hand therapy", "manual", own=True)


def card(treatment):
    return " ".join(" ".join(treatment_card(treatment, Screen())).split())


@each([t for t in (*TREATED_WITH.all, OWN) if not t.evidence], lambda t: t.name)
def test_evidence_that_is_not_summarised_speaks_neither_for_nor_against(treatment):
    assert NOT_SUMMARISED in card(treatment)
    assert "Evidence: painlog knows of none" not in card(treatment)


@each([t for t in TREATED_WITH.all if t.is_medicine], lambda t: t.name)
def test_every_medicine_is_said_to_have_more_cautions_in_its_leaflet(treatment):
    whole = "This is not the whole list: the leaflet in the packet has it."
    assert card(treatment).endswith(whole)
    first = " ".join(" ".join(first_use_lines(treatment, Screen())).split())
    assert first.startswith(f"Your first {treatment.name} here")
    assert "leaflet in the packet" in first
    assert first.endswith(whole) == any(fact.source for fact in treatment.cautions)


def test_no_cautions_of_what_is_not_known_is_no_all_clear():
    assert card(OWN).endswith(
        "Cautions: painlog does not know this treatment, so it cannot warn you."
    )


def test_what_is_no_medicine_has_no_leaflet():
    assert "leaflet" not in card(TREATED_WITH.by_name["stretching"])
    assert "leaflet" not in card(OWN)


def test_evidence_that_is_there_is_told():
    assert NOT_SUMMARISED not in card(TREATED_WITH.by_name["stretching"])


def test_regions_stand_under_their_part_of_the_body_and_ones_own_under_their_own():
    spot = Region("bad spot", own=True, synonyms=("spot",))
    heel = CATALOGUE.by_name["heel"]
    lines = list(region_lines([heel, spot], Screen()))
    assert lines[0] == heel.area
    assert lines[1].startswith("  heel")
    assert lines[2:] == ["your own", "  bad spot (spot)"]


@pytest.mark.parametrize(
    ("name", "sides"),
    [
        ("knee", "left and right"),
        ("head", "one, with an optional side"),
        ("tailbone", "one, on the midline"),
    ],
)
def test_a_region_says_its_sides(name, sides):
    lines = list(region_card(CATALOGUE.by_name[name], Screen()))
    assert lines[0] == name
    assert f"  Sides: {sides}" in lines


def test_a_region_of_ones_own_is_said_to_be():
    lines = list(region_card(Region("bad spot", own=True), Screen()))
    assert lines[1] == "  Where: a region of your own"
    assert not any("Part of the body" in line for line in lines)


def test_a_treatment_of_ones_own_has_no_kind_until_it_is_said():
    tens = Treatment("tens", own=True)
    walks = Treatment("walks", "exercise", own=True)
    lines = list(treatment_lines([tens, walks], Screen()))
    assert lines == ["your own", "  walks, kind exercise", "  tens, kind not said"]
    assert list(treatment_card(tens, Screen()))[1] == "  Kind: not said"
    assert list(treatment_card(walks, Screen()))[1] == "  Kind: exercise"


def test_treatments_stand_under_their_kind():
    lines = list(treatment_lines([OWN, TREATED_WITH.by_name["heat"]], Screen()))
    assert lines[0] == "self-care"
    assert lines[1].startswith("  heat, conventional (")
    assert lines[2:] == ["your own", "  hand therapy, complementary"]


def test_red_flags_stand_under_what_to_do_most_urgent_first():
    lines = list(red_flag_lines(RED_FLAGS, Screen(), services_in("NL")))
    first = min(RED_FLAGS, key=lambda flag: flag.urgency)
    assert lines[0] == first.action_in(services_in("NL"))
    assert not [line for line in lines if "999" in line]
    assert lines[1] == f"  {first.area}"
    assert f"  - {first.sign} ({first.source})" in lines
    assert sum(line.startswith("  - ") for line in lines) == len(RED_FLAGS)
