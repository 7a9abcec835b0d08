"""When chest pain is an emergency: said of the chest, where the words tell of no sign."""

import pytest

from builders import entry
from painlog.advice.red_flags import (
    WHEN_CHEST_PAIN_IS_AN_EMERGENCY,
    chest_advice,
    chest_warning,
    find_red_flags,
    red_flags_of,
)
from painlog.advice.services import ANYWHERE
from painlog.advice.standing import Advice
from painlog.advice.warning_signs.actions import filled


def test_the_sentence_says_the_signs_and_what_to_do():
    text = WHEN_CHEST_PAIN_IS_AN_EMERGENCY
    assert text.startswith(
        "If chest pain is tight, heavy or squeezing, comes suddenly and lasts for more than 15 "
        "minutes, spreads to the arm, neck, jaw or back, or comes with sweating, sickness or "
        "breathlessness, it is an emergency: "
    )
    assert filled("@ambulance", ANYWHERE)[1:] in text


@pytest.mark.parametrize("place", ["chest", "left ribs", "breastbone", "right breast"])
@pytest.mark.parametrize("intensity", [1, 10])
def test_it_is_said_of_any_pain_in_the_chest_and_is_no_red_flag(place, intensity):
    rated = entry(place, intensity)
    assert chest_warning([entry("heel", 5), rated], ()) == WHEN_CHEST_PAIN_IS_AN_EMERGENCY
    assert find_red_flags(region=rated.region, intensity=intensity) == ()


@pytest.mark.parametrize(("place", "intensity"), [("chest", 0), ("abdomen", 9), ("neck", 9)])
def test_it_is_not_said_of_no_pain_or_of_another_place(place, intensity):
    assert chest_warning([entry(place, intensity)], ()) is None


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("it goes down my left arm", False),
        ("sweating and sick with it", False),
        ("no sweating, not sick", True),
        ("after coughing", True),
    ],
)
def test_a_red_flag_of_the_chest_says_more_and_takes_its_place(note, said):
    entries = [entry("chest", 5, note=note)]
    assert (chest_warning(entries, red_flags_of(entries)) is not None) == said


def test_a_report_says_the_sentence_and_a_clinician_reads_of_the_latest_entry():
    entries = [entry("left ribs", 3, day=4), entry("chest", 6, day=2), entry("heel", 9, day=5)]
    assert chest_advice(entries, ()) == Advice(
        "chest-pain",
        WHEN_CHEST_PAIN_IS_AN_EMERGENCY,
        "Pain in the chest was rated, last on 4 Mar 2026 (left ribs, 3 of 10), and no entry says "
        "more about it.",
    )


def test_a_report_without_chest_pain_or_with_a_flag_of_it_says_nothing_of_the_sentence():
    entries = [entry("chest", 5, note="it goes down my left arm")]
    assert chest_advice(entries, red_flags_of(entries)) is None
    assert chest_advice([entry("heel", 5), entry("chest", 0)], ()) is None


@pytest.mark.parametrize(
    ("note", "said"),
    # A tight chest is a sign of itself, and says more.
    [("and chest pain", True), ("tight in my chest", False), ("no chest pain", False), ("", False)],
)
def test_chest_pain_that_is_told_of_elsewhere_counts(note, said):
    entries = [entry("left upper arm", 6, note=note)]
    assert (chest_warning(entries, red_flags_of(entries)) is not None) == said
