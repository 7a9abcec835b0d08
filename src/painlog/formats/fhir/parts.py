"""Parts of FHIR R4 resources: references, times, texts and codes."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from painlog.model.dose import Dose
from painlog.model.dose_beside import FLOW, PATCH_RATES

Part = dict[str, Any]

SNOMED = "http://snomed.info/sct"
LOINC = "http://loinc.org"
TERMINOLOGY = "http://terminology.hl7.org/CodeSystem"
# A UUID of painlog's own, which keeps the ids that it derives apart from those of others.
_NAMESPACE = UUID("6b0f1a5e-7c1d-4f0b-9a4e-2f6f8f1f2b3c")
_UCUM = "http://unitsofmeasure.org"
_SCORE = "{score}"
# UCUM has no unit for things that are counted (a tablet, a puff).
_UNITS = {
    "mg": "mg",
    "g": "g",
    "µg": "ug",
    "ml": "mL",
    "IU": "[iU]",
    "%": "%",
    "minute": "min",
    "hour": "h",
    "hours": "h",
    FLOW: "L/min",
    "micrograms/hour": "ug/h",
    "micrograms/24 h": "ug/d",
    "mg/24 h": "mg/d",
}
_RATES = frozenset({FLOW, *PATCH_RATES.values()})
_LONGEST_TEXT = 1024 * 1024
_FARTHEST_OFFSET = timedelta(hours=14)
# FHIR forbids the characters below 32, except tab, line feed and carriage return.
_FORBIDDEN = {n: "\N{REPLACEMENT CHARACTER}" for n in range(32) if chr(n) not in "\t\n\r"}
_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def identity(uid: str) -> str:
    """Return a uid as FHIR writes it; one that another program wrote may not be a UUID."""
    try:
        return str(UUID(uid))
    except ValueError:
        return str(uuid5(_NAMESPACE, uid))


def derived(uid: str, what: str) -> str:
    """Return the UUID of a part of the thing with this uid; it is always the same."""
    return str(uuid5(UUID(uid), what))


def reference(uid: str, kind: str) -> Part:
    """Return a reference to a resource of this bundle, such as a "Patient"."""
    return {"reference": f"urn:uuid:{uid}", "type": kind}


def coding(system: str, code: str, display: str) -> Part:
    """Return a code with its term."""
    return {"system": system, "code": code, "display": display}


_SURVEY = {"coding": [coding(f"{TERMINOLOGY}/observation-category", "survey", "Survey")]}


def coded(code: Part, words: str) -> Part:
    """Return a CodeableConcept of a code, and what it is here in words."""
    return {"coding": [code], **name(words)}


def observation(uid: str, person: str, code: Part, ahead: Part | None = None) -> Part:
    """Return the beginning of something that the person observed.

    Args:
        uid: Of the resource.
        person: The uid of the Patient.
        code: What it is.
        ahead: Elements that come before the others.
    """
    return {
        "resourceType": "Observation",
        "id": uid,
        **(ahead or {}),
        "status": "final",
        "category": [_SURVEY],
        "code": code,
        "subject": reference(person, "Patient"),
    }


def quantity(value: float, unit: str) -> Part:
    """Return an amount, with the code of its unit if there is one."""
    found: Part = {"value": value, **({"unit": unit} if unit else {})}
    if code := _UNITS.get(unit):
        found |= {"system": _UCUM, "code": code}
    return found


def score(value: float) -> Part:
    """Return a rating as a quantity."""
    return {"value": value, "unit": _SCORE, "system": _UCUM, "code": _SCORE}


def dosage(dose: Dose) -> Part:
    """Return a dose as a Dosage: its text, and the quantity or the rate if there is one."""
    if dose.amount is None:
        return {"text": dose.written}
    amount = quantity(dose.amount, dose.unit)
    what = "rateQuantity" if dose.unit in _RATES else "doseQuantity"
    return {"text": dose.written, "doseAndRate": [{what: amount}]}


def moment(when: datetime) -> str:
    """Return a dateTime, in UTC if the offset is greater than FHIR allows."""
    if abs(when.utcoffset() or timedelta()) > _FARTHEST_OFFSET:
        when = when.astimezone(UTC)
    return when.isoformat(timespec="seconds")


def written_at(text: str) -> Part:
    """Return the element `issued`: when something was written, if that is known."""
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return {}
    return {"issued": moment(when)} if when.tzinfo else {}


def texts(text: str) -> Iterator[str]:
    """Split a text into pieces that fit into FHIR; none if there is nothing to read."""
    text = text.translate(_FORBIDDEN)
    for start in range(0, len(text), _LONGEST_TEXT):
        piece = text[start : start + _LONGEST_TEXT]
        if piece.replace(_BYTE_ORDER_MARK, "").strip():
            yield piece


def name(text: str) -> Part:
    """Return a CodeableConcept that is only text."""
    return {"text": text.translate(_FORBIDDEN)}
