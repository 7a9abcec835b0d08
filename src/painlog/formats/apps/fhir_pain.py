"""Observations of the severity of pain in a FHIR bundle (R4 and later)."""

from collections.abc import Iterator
from typing import Any, BinaryIO
from uuid import UUID

from painlog.formats.fhir.body_site_codes import BODY_SITE_CODES
from painlog.formats.json_stream import items
from painlog.model.region import label

HEADER = ["id", "start", "end", "place", "rating", "note"]
# LOINC: verbal numeric rating 0–10; severity as reported.
PAIN_CODES = frozenset({"72514-3", "38208-5"})
_NEVER_MEANT = frozenset({"entered-in-error", "cancelled"})
MOST_SITES = 10_000

Json = Any


def pain_rows(file: BinaryIO) -> Iterator[tuple[int, list[str]]]:
    """Give a header row and a row for each rating of pain, with its number in the bundle.

    Raises:
        BadFileError: if it is not JSON.
    """
    yield 0, HEADER
    sites = dict(_sites(file))
    for number, resource in _resources(file):
        if resource.get("resourceType") != "Observation" or not _is_pain(resource):
            continue
        began, ended = _when(resource)
        # A rating before a treatment has an end but no beginning; it is left out.
        if began:
            rating = _rating(resource)
            notes = [said.get("text", "") for said in _list(resource, "note")]
            yield (
                number,
                [
                    _uid(resource.get("id", "")),
                    began,
                    ended,
                    _place(resource.get("bodySite"), sites),
                    rating,
                    "\n".join(filter(None, map(str, notes))),
                ],
            )


def _resources(file: BinaryIO) -> Iterator[tuple[int, dict[str, Json]]]:
    for item in items(file):
        if item.field == "entry" and isinstance(item.value, dict):
            resource = item.value.get("resource")
            if isinstance(resource, dict):
                yield item.number, resource


def _sites(file: BinaryIO) -> Iterator[tuple[str, str]]:
    """Yield the places that a bundle describes apart from its observations, by their ids."""
    number = 0
    for _, resource in _resources(file):
        if resource.get("resourceType") == "BodyStructure" and number < MOST_SITES:
            number += 1
            side = [_concept(said) for said in _list(resource, "locationQualifier")]
            yield str(resource.get("id")), " ".join([*side, _concept(resource.get("location"))])


def _is_pain(resource: dict[str, Json]) -> bool:
    codes = _list(resource.get("code"), "coding")
    named = any(code.get("code") in PAIN_CODES for code in codes)
    return named and resource.get("status") not in _NEVER_MEANT


def _when(resource: dict[str, Json]) -> tuple[str, str]:
    period = resource.get("effectivePeriod")
    if isinstance(period, dict):
        return str(period.get("start", "")), str(period.get("end", ""))
    moment = resource.get("effectiveDateTime") or resource.get("effectiveInstant") or ""
    return str(moment), ""


def _rating(resource: dict[str, Json]) -> str:
    quantity = resource.get("valueQuantity")
    value = quantity.get("value") if isinstance(quantity, dict) else resource.get("valueInteger")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value)


def _place(site: Json, sites: dict[str, str]) -> str:
    if not isinstance(site, dict):
        return ""
    for extension in _list(site, "extension"):
        reference = extension.get("valueReference")
        if isinstance(reference, dict):
            found = sites.get(str(reference.get("reference")).rpartition("/")[2])
            if found := found or sites.get(str(reference.get("reference")).rpartition(":")[2]):
                return found
    return _concept(site)


def _concept(concept: Json) -> str:
    """Return painlog's name for a coded place, or the text beside the code."""
    if not isinstance(concept, dict):
        return ""
    codes = _list(concept, "coding")
    known = next((_CODED[code["code"]] for code in codes if code.get("code") in _CODED), "")
    written = next((str(code["display"]) for code in codes if code.get("display")), "")
    return known or str(concept.get("text") or written)


def _list(holder: Json, field: str) -> list[dict[str, Json]]:
    found = holder.get(field) if isinstance(holder, dict) else None
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _uid(text: Json) -> str:
    try:
        return str(UUID(str(text)))
    except ValueError:
        return ""


_CODED = {
    code.code: label(region, side)
    for region, codes in reversed(tuple(BODY_SITE_CODES.items()))
    for side, code in (
        *((None, codes.plain), ("left", codes.left)),
        *(("right", codes.right), ("both", codes.both)),
    )
    if code
}
