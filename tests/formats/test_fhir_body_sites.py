"""Where it hurts in FHIR: codes of a side, or a BodyStructure; every code has its source."""

from pathlib import Path

from builders import CATALOGUE
from painlog.formats.fhir.body_site_codes import BODY_SITE_CODES, SIDE_CODES, Codes
from painlog.formats.fhir.body_sites import BodySites
from rows import each

PERSON = "0f8fad5b-d9cb-469f-a165-70867728950e"
PAGE = (Path(__file__).parents[2] / "docs" / "fhir-codes.md").read_text("utf-8")
BODY_SITE = "http://hl7.org/fhir/StructureDefinition/bodySite"


def table(number):
    blocks = [block for block in PAGE.split("\n\n") if block.startswith("|")]
    _, _, *rows = blocks[number].strip().splitlines()
    return [tuple(cell.strip() for cell in row.strip("|").split("|")) for row in rows]


def in_code():
    for region, codes in BODY_SITE_CODES.items():
        for side, code in zip(Codes._fields, codes, strict=True):
            if code:
                yield region, "" if side == "plain" else side, *code


def snomed(code, display):
    return {"system": "http://snomed.info/sct", "code": code, "display": display}


def check_digit_is_right(code):
    """Verhoeff's, which the last digit of a SNOMED CT code is."""
    product = [list(range(10))]
    swap = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
    for _ in range(7):
        product.append([product[-1][n] for n in swap])
    check = 0
    for place, digit in enumerate(reversed(code)):
        moved = product[place % 8][int(digit)]
        flip_a, flip_b = check >= 5, moved >= 5
        turned = (check - moved if flip_a else check + moved) % 5
        check = turned + 5 * (flip_a != flip_b)
    return check == 0


def test_the_page_names_every_code_and_where_it_was_read():
    sources = {row[0] for row in table(0)}
    rows = table(1)
    assert {row[:4] for row in rows if row[2]} == set(in_code())
    assert {name for row in rows if row[2] for name in row[4].split(", ")} == sources
    without = {row[0] for row in rows if not row[2]}
    assert without == {region for region, codes in BODY_SITE_CODES.items() if not codes.plain}
    for code, term in SIDE_CODES.values():
        assert f"{code} {term}" in " ".join(PAGE.split())


def test_every_code_is_of_a_region_and_of_a_side_that_it_has():
    for region, side, _, _ in in_code():
        assert CATALOGUE.by_name[region].sides != "none" or not side


def test_no_two_places_have_one_code():
    codes = [code for _, _, code, _ in in_code()]
    assert len(set(codes)) == len(codes)


@each([*(c for _, _, c, _ in in_code()), *(c for c, _ in SIDE_CODES.values())], str)
def test_no_code_is_mistyped(code):
    assert check_digit_is_right(code)
    other = code[:-2] + code[-1] + code[-2]
    assert other == code or not check_digit_is_right(other)


def test_a_place_without_a_side_is_its_code():
    assert BodySites(PERSON).concept("heel", None) == {
        "coding": [snomed("76853006", "Heel structure")],
        "text": "heel",
    }
    assert list(BodySites(PERSON).structures("heel", None)) == []


def test_a_side_with_a_code_of_its_own_needs_no_structure():
    assert BodySites(PERSON).concept("heel", "right") == {
        "coding": [snomed("723607002", "Structure of right heel")],
        "text": "right heel",
    }
    assert list(BodySites(PERSON).structures("heel", "right")) == []


def test_a_side_without_a_code_of_its_own_is_a_structure():
    sites = BodySites(PERSON)
    (structure,) = sites.structures("shin", "left")
    assert structure == {
        "resourceType": "BodyStructure",
        "id": structure["id"],
        "location": {"coding": [snomed("78234002", "Shin structure")], "text": "shin"},
        "locationQualifier": [{"coding": [snomed("419161000", "Unilateral left")], "text": "left"}],
        "description": "left shin",
        "patient": {"reference": f"urn:uuid:{PERSON}", "type": "Patient"},
    }
    assert sites.concept("shin", "left") == {
        "extension": [
            {
                "url": BODY_SITE,
                "valueReference": {
                    "reference": f"urn:uuid:{structure['id']}",
                    "type": "BodyStructure",
                },
            }
        ],
        "coding": [snomed("78234002", "Shin structure")],
        "text": "left shin",
    }


def test_both_sides_and_a_region_of_ones_own_are_said_as_well():
    (structure,) = BodySites(PERSON).structures("bad spot", "both")
    assert structure["location"] == {"text": "bad spot"}
    assert structure["description"] == "bad spot (both)"
    assert structure["locationQualifier"][0]["coding"] == [snomed("51440002", "Bilateral")]
    assert BodySites(PERSON).concept("bad spot", None) == {"text": "bad spot"}


def test_a_structure_is_given_once():
    sites = BodySites(PERSON)
    assert len(list(sites.structures("shin", "left"))) == 1
    assert list(sites.structures("shin", "left")) == []
    assert len(list(sites.structures("shin", "right"))) == 1
