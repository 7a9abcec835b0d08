"""What the resources are made of: references, times, texts and codes as FHIR R4 writes them."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

Part = dict[str, Any]

SNOMED = "http://snomed.info/sct"
LOINC = "http://loinc.org"
# Any UUID of one's own will do; it keeps these apart from what others derive.
_NAMESPACE = UUID("6b0f1a5e-7c1d-4f0b-9a4e-2f6f8f1f2b3c")
_UCUM = "http://unitsofmeasure.org"
_SCORE = "{score}"
_LONGEST_TEXT = 1024 * 1024
_FARTHEST_OFFSET = timedelta(hours=14)
# FHIR forbids the characters below 32, but for tab, line feed and carriage return.
_FORBIDDEN = {n: "\N{REPLACEMENT CHARACTER}" for n in range(32) if chr(n) not in "\t\n\r"}
_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def identity(uid: str) -> str:
    """The uid as FHIR writes it; one that another program put into the journal may be no UUID."""
    try:
        return str(UUID(uid))
    except ValueError:
        return str(uuid5(_NAMESPACE, uid))


def derived(uid: str, what: str) -> str:
    """The UUID of something that belongs to what has this identity; the same every time."""
    return str(uuid5(UUID(uid), what))


def reference(uid: str, kind: str) -> Part:
    """A reference to a resource of this bundle, such as a "Patient"."""
    return {"reference": f"urn:uuid:{uid}", "type": kind}


def coding(system: str, code: str, display: str) -> Part:
    """A code with its term."""
    return {"system": system, "code": code, "display": display}


def score(value: float) -> Part:
    """A rating as a quantity."""
    return {"value": value, "unit": _SCORE, "system": _UCUM, "code": _SCORE}


def moment(when: datetime) -> str:
    """A dateTime; in UTC where the offset is farther than FHIR can write."""
    if abs(when.utcoffset() or timedelta()) > _FARTHEST_OFFSET:
        when = when.astimezone(UTC)
    return when.isoformat(timespec="seconds")


def written_at(text: str) -> Part:
    """The element `issued` for the time at which something was written, if that is known."""
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return {}
    return {"issued": moment(when)} if when.tzinfo else {}


def texts(text: str) -> Iterator[str]:
    """A text in pieces that FHIR can hold; none where there is nothing to read."""
    text = text.translate(_FORBIDDEN)
    for start in range(0, len(text), _LONGEST_TEXT):
        piece = text[start : start + _LONGEST_TEXT]
        if piece.replace(_BYTE_ORDER_MARK, "").strip():
            yield piece


def name(text: str) -> Part:
    """A CodeableConcept of text alone."""
    return {"text": text.translate(_FORBIDDEN)}
