"""What the catalogues must keep to, whatever is added to them."""

import re
from collections.abc import Iterable
from itertools import chain
from types import ModuleType
from typing import get_args

import pytest

from painlog.errors import NotUnderstoodError
from painlog.formats.fhir.body_site_codes import BODY_SITE_CODES
from painlog.model.catalogue import names_in, read_table, regions, treatments
from painlog.model.catalogue.regions import REGIONS
from painlog.model.catalogue.treatments import TREATMENTS
from painlog.model.known_treatments import Treatments
from painlog.model.region import Region, Regions, Sides
from painlog.model.treatment import Treatment
from painlog.views.pictures.figure import CELLS, NOT_ON_THE_FIGURE
from rows import each

AREAS = {
    "head",
    "neck and shoulder",
    "arm and hand",
    "chest and belly",
    "back",
    "hip and pelvis",
    "leg",
    "foot",
}
SIDE_WORDS = {"left", "l", "lt", "right", "r", "rt", "both", "bilateral"}
CLAIMS = {"worked", "works", "cured", "cures", "healed", "heals", "helps", "helped", "effective"}
NEEDLE_WORDS = {"needle", "needles", "needling"}
COMPLEMENTARY = {
    "trigger point therapy": "manual",
    "massage therapy": "manual",
    "chiropractic": "manual",
    "reflexology": "manual",
    "dry needling": "needling",
    "traditional acupuncture": "needling",
}
CONVENTIONAL = {
    "stretching": "exercise",
    "exercise": "exercise",
    "heat": "self-care",
    "cold": "self-care",
    "rest": "self-care",
    "pacing": "self-care",
    "relaxation": "self-care",
    "physiotherapy": "other",
    "other conventional care": "other",
}
EVIDENCE_IN = {
    "trigger point therapy": ("Renan-Ordine 2011", "Lucas 2009", "Quintner, Bove & Cohen 2015"),
    "dry needling": (
        "Cotchett 2014",
        "Hu 2018",
        "Yu 2023",
        "NICE NG193, 2021, 1.2.5",
        "Brandín-de la Cruz 2021",
    ),
    "traditional acupuncture": (
        "NICE NG193, 2021, 1.2.5",
        "NICE CG150, 2012",
        "NICE CG150, 2012",
        "NICE NG59, 2016",
    ),
    "massage therapy": ("Furlan 2015", "NICE NG59, 2016, 1.2.7"),
    "chiropractic": ("Rubinstein 2019", "NICE NG59, 2016"),
    "reflexology": ("Ernst 2009", "CRD/DARE"),
    "stretching": ("Renan-Ordine 2011", "Sweeting 2011"),
    "rest": ("Dahm 2010", "Dahm 2010"),
}

REGIONS_KNOWN = Regions(REGIONS)
TREATMENTS_KNOWN = Treatments(TREATMENTS)
each_region = each(REGIONS, lambda r: r.name)
each_treatment = each(TREATMENTS, lambda t: t.name)


def plain(name: str) -> str:
    return " ".join(re.sub(r"[/,()\-_:'’.]", " ", name.casefold()).split())


def forms(*things: Region | Treatment) -> list[str]:
    return [
        plain(form)
        for thing in things
        for form in (thing.name, *thing.synonyms, *getattr(thing, "brands", ()))
    ]


def words(texts: Iterable[str]) -> set[str]:
    return set(chain.from_iterable(plain(text).split() for text in texts))


def texts(treatment: Treatment) -> list[str]:
    facts = [fact.text for fact in (*treatment.evidence, *treatment.cautions)]
    return [treatment.name, *treatment.synonyms, treatment.what, treatment.what_not, *facts]


def test_a_table_is_rows_of_cells_with_fields_that_may_repeat_and_go_on() -> None:
    table = "scar | paired\n  also: old\n    scar, seam\n  also: mark\n\nbad spot | none\n"
    (scar, fields), spot = read_table(table)
    assert scar == ["scar", "paired"]
    assert names_in(fields, "also") == ("old scar", "seam", "mark")
    assert names_in(fields, "near") == ()
    assert spot == (["bad spot", "none"], {})


@pytest.mark.parametrize(
    ("table", "fields"),
    [
        (regions, {"also", "near"}),
        (treatments, {"what", "not", "also", "evidence", "caution"}),
    ],
    ids=["regions", "treatments"],
)
def test_no_field_of_a_table_is_misspelt(table: ModuleType, fields: set[str]) -> None:
    for cells, found in read_table(table.TABLE):
        assert found.keys() <= fields, cells


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("formats/fhir/body_site_codes.py", [*BODY_SITE_CODES]),
        ("views/pictures/figure.py", [*CELLS, *NOT_ON_THE_FIGURE]),
    ],
)
def test_every_region_of_the_catalogue_has_its_row(table: str, rows: list[str]) -> None:
    names = {region.name for region in REGIONS}
    missing, unknown = names - set(rows), set(rows) - names
    assert not missing, f"{table} has no row for {sorted(missing)}"
    assert not unknown, f"{table} has a row for {sorted(unknown)}, which is no region"


def test_at_least_fifty_regions_cover_all_eight_areas() -> None:
    assert len(REGIONS) >= 50
    assert {r.area for r in REGIONS} == AREAS


def test_every_name_and_synonym_stands_for_one_region() -> None:
    assert len(forms(*REGIONS)) == len(set(forms(*REGIONS)))


def test_every_name_and_synonym_stands_for_one_treatment() -> None:
    assert len(forms(*TREATMENTS)) == len(set(forms(*TREATMENTS)))


def test_no_name_of_a_treatment_is_one_of_a_region() -> None:
    assert not set(forms(*TREATMENTS)) & set(forms(*REGIONS))


@each_region
def test_a_region_says_where_it_is(region: Region) -> None:
    assert region.where
    assert region.name == region.name.lower().strip()
    assert region.sides in get_args(Sides)
    assert not region.own


@each_region
def test_no_region_name_holds_a_side(region: Region) -> None:
    assert not words([region.name, *region.synonyms]) & SIDE_WORDS


@each_region
def test_a_region_is_found_by_each_form_with_and_without_a_side(region: Region) -> None:
    for form in (region.name, *region.synonyms):
        assert REGIONS_KNOWN.find(form) == (region, "both" if form in ("calves", "feet") else None)
        if region.sides != "none":
            assert REGIONS_KNOWN.find(f"left {form}") == (region, "left")
            assert REGIONS_KNOWN.find(f"{form}/R") == (region, "right")


@each_region
def test_neighbours_that_are_mistaken_name_each_other(region: Region) -> None:
    assert len(set(region.mistaken_for)) == len(region.mistaken_for)
    for name in region.mistaken_for:
        assert name != region.name
        assert region.name in REGIONS_KNOWN.by_name[name].mistaken_for


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("low back", "lower back"),
        ("lumbago", "lower back"),
        ("migraine", "head"),
        ("plantar fasciitis", "heel"),
        ("TMJ", "jaw"),
        ("tummy", "abdomen"),
        ("traps", "top of the shoulder"),
        ("sciatica", "whole leg"),
        ("leg", "whole leg"),
        ("arm", "whole arm"),
        ("coccyx", "tailbone"),
        ("golfer’s elbow", "elbow"),
        ("heels", "heel"),
        ("feet", "foot"),
        ("teeth", "tooth"),
        ("calves", "calf"),
        ("upper right abdomen", "upper abdomen"),
        ("right side of the head", "head"),
    ],
)
def test_regions_are_found_as_people_write_them(written: str, name: str) -> None:
    assert REGIONS_KNOWN.find(written)[0].name == name


@pytest.mark.parametrize("written", ["back", "my back", "left back", "back pain"])
def test_a_bare_back_is_answered_with_the_backs_there_are(written: str) -> None:
    with pytest.raises(NotUnderstoodError, match=r"Did you mean (.* back\"){3}"):
        REGIONS_KNOWN.find(written)


def test_every_treatment_is_there_with_its_kind() -> None:
    others = {t.name: t.kind for t in TREATMENTS if t.kind != "medication"}
    assert others == COMPLEMENTARY | CONVENTIONAL
    assert {t.name for t in TREATMENTS if not t.conventional} == set(COMPLEMENTARY)


@each_treatment
def test_a_treatment_says_what_it_is(treatment: Treatment) -> None:
    assert treatment.what
    assert treatment.name == treatment.name.lower().strip()
    assert not any(";" in form for form in (treatment.name, *treatment.synonyms))
    assert not treatment.own


@each_treatment
def test_a_treatment_is_found_by_each_form(treatment: Treatment) -> None:
    for form in (treatment.name, *treatment.synonyms, *treatment.brands):
        assert TREATMENTS_KNOWN.find(form) == treatment


@each_treatment
def test_a_treatment_has_sourced_evidence_or_says_that_it_is_not_judged(
    treatment: Treatment,
) -> None:
    assert all(fact.text and fact.source for fact in treatment.evidence)
    unjudged = re.search(
        "not known|not summarised here|outside painlog's judgement", treatment.what
    )
    assert bool(treatment.evidence) != bool(unjudged)


def test_the_evidence_both_ways_is_there_with_its_sources() -> None:
    cited = {t.name: tuple(fact.source for fact in t.evidence) for t in TREATMENTS if t.evidence}
    assert cited.keys() == EVIDENCE_IN.keys()
    for name, sources in EVIDENCE_IN.items():
        assert len(cited[name]) == len(sources)
        assert all(full.startswith(s) for full, s in zip(cited[name], sources, strict=True))


@pytest.mark.parametrize("name", COMPLEMENTARY)
def test_a_complementary_treatment_carries_the_standing_cautions(name: str) -> None:
    cautions = " ".join(fact.text for fact in TREATMENTS_KNOWN.by_name[name].cautions)
    assert "See a doctor before starting" in cautions
    # The evidence of the others is beside them, and not all of it is limited.
    assert ("Research on" in cautions) == (name == "trigger point therapy")
    assert ("still limited" in cautions) == (name == "trigger point therapy")
    assert "instead of conventional medicine may slow or stop recovery" in cautions


@each_treatment
def test_every_treatment_has_a_caution(treatment: Treatment) -> None:
    assert treatment.cautions
    assert all(fact.text for fact in treatment.cautions)


@each_treatment
def test_no_treatment_is_said_to_do_good(treatment: Treatment) -> None:
    assert not words(texts(treatment)) & CLAIMS


def test_dry_needling_and_acupuncture_are_told_apart() -> None:
    needling = TREATMENTS_KNOWN.by_name["dry needling"]
    acupuncture = TREATMENTS_KNOWN.by_name["traditional acupuncture"]
    shared = words(forms(needling)) & words(forms(acupuncture))
    assert shared <= NEEDLE_WORDS
    assert "Not acupuncture" in needling.what_not
    assert "Not dry needling" in acupuncture.what_not


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("TPT", "trigger point therapy"),
        ("mtpt", "trigger point therapy"),
        ("trigger-point", "trigger point therapy"),
        ("dn", "dry needling"),
        ("acupuncture", "traditional acupuncture"),
        ("massage", "massage therapy"),
        ("chiropractor", "chiropractic"),
        ("physio", "physiotherapy"),
        ("physical therapy", "physiotherapy"),
        ("stretches", "stretching"),
        ("exercises", "exercise"),
        ("ice", "cold"),
        ("acetaminophen", "paracetamol"),
        ("naproxen", "naproxen"),
        ("NSAIDs", "other anti-inflammatory"),
        ("anti-inflammatory (NSAID)", "other anti-inflammatory"),
        ("sumatriptan", "sumatriptan"),
        ("triptans", "triptan"),
        ("codeine", "codeine"),
        ("opiates", "opioid"),
        ("daily preventive", "preventive medicine"),
    ],
)
def test_treatments_are_found_as_people_write_them(written: str, name: str) -> None:
    assert TREATMENTS_KNOWN.find(written).name == name


@pytest.mark.parametrize("written", ["painkiller", "medicine", "needling", "trigger"])
def test_a_word_for_several_treatments_is_answered_with_suggestions(written: str) -> None:
    with pytest.raises(NotUnderstoodError, match="Did you mean"):
        TREATMENTS_KNOWN.find(written)
