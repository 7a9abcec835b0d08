"""Where it hurts, in FHIR R4: a code that includes the side, or a BodyStructure.

In R4 `bodySite` is one CodeableConcept. Where SNOMED CT has a code that includes the side
("Structure of left heel"), that code is used. Otherwise the standard's extension `bodySite` points
to a BodyStructure, which gives the side as `locationQualifier`.
"""

from collections.abc import Iterator

from painlog.formats.fhir.body_site_codes import BODY_SITE_CODES, SIDE_CODES, Code
from painlog.formats.fhir.parts import SNOMED, Part, coding, derived, name, reference
from painlog.model.region import Side, label

_EXTENSION = "http://hl7.org/fhir/StructureDefinition/bodySite"


class BodySites:
    """The body sites of one person's bundle. Each BodyStructure is written once."""

    def __init__(self, patient: str) -> None:
        self._patient = patient
        self._given: set[tuple[str, Side]] = set()

    def concept(self, region: str, side: Side | None) -> Part:
        """Return the `bodySite` of a region and side; its text names both."""
        words = name(label(region, side))
        found = _code(region, side)
        if side is None or found:
            return {**_codings(found), **words}
        structure = {
            "url": _EXTENSION,
            "valueReference": reference(self._uid(region, side), "BodyStructure"),
        }
        return {"extension": [structure], **_codings(_code(region, None)), **words}

    def structures(self, region: str, side: Side | None) -> Iterator[Part]:
        """Yield the BodyStructure that a region and side need, unless it was written before."""
        if side is None or _code(region, side) or (region, side) in self._given:
            return
        self._given.add((region, side))
        yield {
            "resourceType": "BodyStructure",
            "id": self._uid(region, side),
            "location": {**_codings(_code(region, None)), **name(region)},
            "locationQualifier": [{**_codings(SIDE_CODES[side]), **name(side)}],
            "description": name(label(region, side))["text"],
            "patient": reference(self._patient, "Patient"),
        }

    def _uid(self, region: str, side: Side) -> str:
        return derived(self._patient, f"{side} {region}")


def _code(region: str, side: Side | None) -> Code | None:
    codes = BODY_SITE_CODES.get(region)
    return getattr(codes, side or "plain") if codes else None


def _codings(code: Code | None) -> Part:
    return {"coding": [coding(SNOMED, *code)]} if code else {}
