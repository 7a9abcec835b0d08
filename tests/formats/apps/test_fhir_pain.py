"""Ratings of pain in a FHIR bundle, with their places however these are given."""

import io
import json

from painlog.formats.apps.fhir_pain import HEADER, pain_rows

UID = "0f8fad5b-d9cb-469f-a165-70867728950e"
LEFT_HEEL = "urn:uuid:5c61"


def rows(*resources):
    entries = [{"resource": resource} for resource in resources]
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": [*entries, {}, 5]}
    return list(pain_rows(io.BytesIO(json.dumps(bundle).encode())))[1:]


def pain(value, *, code="72514-3", **more):
    return {
        "resourceType": "Observation",
        "status": "final",
        "code": {"coding": [{"system": "http://loinc.org", "code": code}]},
        "valueQuantity": {"value": value},
        "effectiveDateTime": "2026-01-09T11:07:00Z",
        **more,
    }


def test_a_rating_is_a_row_with_its_place_time_and_note():
    neck = {"coding": [{"code": "45048000"}], "text": "nape"}
    period = {"start": "2026-01-09T11:00:00Z", "end": "2026-01-09T13:00:00Z"}
    assert HEADER == ["id", "start", "end", "place", "rating", "note"]
    assert rows(
        pain(6.0, id=UID, bodySite=neck, note=[{"text": "at rest"}, {"text": "and moving"}]),
        pain(4, code="38208-5", bodySite={"text": "left knee"}, effectivePeriod=period),
        pain(2.5, bodySite={"coding": [{"code": "1", "display": "Somewhere"}]}),
    ) == [
        (1, [UID, "2026-01-09T11:07:00Z", "", "neck", "6", "at rest\nand moving"]),
        (2, ["", period["start"], period["end"], "left knee", "4", ""]),
        (3, ["", "2026-01-09T11:07:00Z", "", "Somewhere", "2.5", ""]),
    ]


def test_a_place_may_be_described_apart():
    structure = {
        "resourceType": "BodyStructure",
        "id": "5c61",
        "location": {"text": "heel"},
        "locationQualifier": [{"text": "left"}],
    }
    site = {"extension": [{"url": "bodySite", "valueReference": {"reference": LEFT_HEEL}}]}
    other = {"extension": [{"valueReference": {"reference": "BodyStructure/5c61"}}]}
    found = rows(structure, pain(3, bodySite=site), pain(4, bodySite=other), pain(5))
    assert [cells[3] for _, cells in found] == ["left heel", "left heel", ""]


def test_what_is_no_rating_of_pain_at_a_time_is_not_read():
    assert (
        rows(
            pain(70, code="29463-7"),
            pain(5, status="entered-in-error"),
            pain(5, effectivePeriod={"end": "2026-01-09"}),
            {"resourceType": "Patient", "id": "p"},
        )
        == []
    )
