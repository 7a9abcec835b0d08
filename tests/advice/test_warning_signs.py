"""The questions of the check: what each must have, and that each can be reached."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from painlog.advice.services import ANYWHERE, SERVICES, services_in
from painlog.advice.warning_signs import (
    SIGNS,
    general_signs,
    signs_for,
    what_to_do,
)
from painlog.advice.warning_signs.actions import filled, overdose
from painlog.advice.warning_signs.pages import PAGES, READ_ON
from painlog.errors import NotUnderstoodError
from painlog.model.catalogue.regions import REGIONS
from painlog.model.region import Region, Regions

SENTENCES = Path(__file__).with_name("warning_sign_sentences.csv")
CATALOGUE = Regions(REGIONS)
# "back" could be three regions, and the person is asked which.
MEANT_BY = {"back": "lower back"}
# What the free text knew nothing of.
KINDS = (
    "sepsis", "meningitis", "a child under 12 who is seriously ill", "anaphylaxis",
    "a closing airway", "overdose of medicines", "suicidal thoughts", "head injury",
    "cancer, in the back and elsewhere", "stroke", "seizure", "carbon monoxide poisoning",
    "lost sight", "acute red eye", "pre-eclampsia", "heart attack, also outside the chest",
    "clot in the lung", "burst aneurysm", "rigid belly", "bleeding in the gut", "blocked bowel",
    "strangulated hernia", "testicular torsion", "priapism", "ectopic pregnancy", "foot drop",
    "clot in calf, thigh or arm", "a limb without blood", "compartment syndrome",
    "infected joint", "spreading infection of the skin (cellulitis, necrotising fasciitis)",
    "diabetic foot",
)  # fmt: skip
TELLING_TO_KEEP_TO_A_MEDICINE = ("keep to", "keep taking", "stop taking", "start taking")


def sentences():
    with SENTENCES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def region_of(name):
    return CATALOGUE.find(MEANT_BY.get(name, name))[0]


@pytest.mark.parametrize("code", SIGNS)
def test_every_sign_has_a_question_what_to_do_and_a_page(code):
    sign = SIGNS[code]
    assert sign.question.endswith("?")
    assert 2 <= len(sign.such) <= 6
    assert sign.kinds
    assert sign.pages
    for services in (ANYWHERE, services_in("GB")):
        told = " ".join(what_to_do(sign, services))
        assert told.endswith((".", "?"))
        assert not set(told) & set("{}@")
        # Whom to go to or to call.
        assert any(word in told for word in ("all", "doctor", "emergency department"))
        assert not any(words in told.lower() for words in TELLING_TO_KEEP_TO_A_MEDICINE)


@pytest.mark.parametrize("region", REGIONS, ids=lambda region: region.name)
def test_a_region_has_the_five_for_everybody_and_others_of_its_own(region):
    asked = signs_for(region)
    assert asked[:5] == general_signs()
    assert len(set(asked)) == len(asked)


def test_the_page_says_how_many_are_asked_about_a_place():
    own = {len(signs_for(region)) - len(general_signs()) for region in REGIONS}
    words = dict(zip(range(5, 9), ("five", "six", "seven", "eight"), strict=True))
    said = (
        f"asks {words[len(general_signs())]} questions of everybody and {words[min(own)]} to "
        f"{words[max(own)]} about the place that hurts"
    )
    page = Path(__file__).parents[2] / "docs" / "red-flags.md"
    assert said in " ".join(page.read_text("utf-8").split())


def test_every_sign_is_asked_about_somewhere():
    asked = {sign.code for region in REGIONS for sign in signs_for(region)}
    assert asked == set(SIGNS)


def test_a_region_of_ones_own_has_questions_and_no_region_has_the_five():
    assert len(signs_for(Region("old scar", own=True, area="own"))) == 13
    assert signs_for(None) == general_signs()


def test_every_page_is_used_and_was_read_or_is_of_the_first_catalogue():
    assert {page for sign in SIGNS.values() for page in sign.pages} == set(PAGES.values())
    unread = {page.name for page in PAGES.values() if page.read_on != READ_ON}
    assert unread == {
        "NHS: Back pain",
        "NHS: Headaches",
        "Mental Health Foundation: Suicidal thoughts",
        "UK public guidance (NHS) on chest pain",
        "UK public guidance (NHS) on injuries of the leg",
    }
    for page in PAGES.values():
        assert bool(page.address) == bool(page.read_on)


def test_every_kind_that_the_words_of_a_note_missed_is_asked_about():
    asked = {kind for sign in SIGNS.values() for kind in sign.kinds}
    assert asked.issuperset(KINDS)


# each sentence, from the region that a person would name to the question that catches it


def test_the_sentences_are_many_and_each_question_catches_several():
    rows = sentences()
    assert len(rows) >= 130
    assert len({row["sentence"] for row in rows}) == len(rows)
    caught = Counter(row["sign"] for row in rows)
    assert set(caught) == set(SIGNS)
    assert min(caught.values()) >= 2


@pytest.mark.parametrize("row", sentences(), ids=lambda row: row["sentence"])
def test_a_sentence_is_caught_by_a_question_for_its_region(row):
    sign = SIGNS[row["sign"]]
    assert sign in signs_for(region_of(row["region"]))
    # The words in which the question asks about it.
    assert row["words"] in f"{sign.question} {'; '.join(sign.such)}"


def test_back_alone_is_asked_about_and_so_are_the_places_it_may_be():
    with pytest.raises(NotUnderstoodError):
        CATALOGUE.find("back")


# what the crisis answers name


@pytest.mark.parametrize("country", SERVICES)
def test_crisis_poisoning_and_allergy_name_the_services_of_the_country(country):
    services = SERVICES[country]
    for told in ("@overdose", "@anaphylaxis", "@thoughts"):
        assert f"all {services.emergency}" in filled(told, services)
    assert services.crisis in filled("@thoughts", services)
    assert services.poison in overdose(services)


def test_without_a_country_they_say_whom_to_look_for():
    assert "a crisis line: you need not" in filled("@thoughts", ANYWHERE)
    assert "a poison line or your doctor" in overdose(ANYWHERE)
    assert "(999, 112 or 911, for example)" in filled("@anaphylaxis", ANYWHERE)
