"""Regimens: the treatments that are used together, and how people write them."""

import re
from collections.abc import Iterator

from painlog.errors import NotUnderstoodError
from painlog.model.dose_reading import split_course_dose
from painlog.model.how_often import how_often
from painlog.model.known_treatments import Treatments
from painlog.model.medicine_form import name_and_dose
from painlog.model.nothing_said import is_no_treatment

Regimen = frozenset[str]
# Signs come first, because a person may have a treatment called "rest and tea".
_SEPARATORS = (r"[;+,&]", r"(?i)\b(?:and\s+then|followed\s+by|then|and|with|plus)\b")


def parse_regimen(text: str, treatments: Treatments) -> Regimen:
    """Return the treatments that a person named together; none for "nothing".

    A dose that they named belongs to it: "amitriptyline 25 mg".

    Raises:
        NotUnderstoodError: if one of them is unknown.
    """
    return frozenset() if is_no_treatment(text) else frozenset(_named(text, treatments))


def regimen_label(regimen: Regimen) -> str:
    """Return a regimen as painlog writes it: "stretching + trigger point therapy", "nothing"."""
    return " + ".join(sorted(regimen)) or "nothing"


def _named(text: str, treatments: Treatments) -> Iterator[str]:
    try:
        yield treatments.find(text).name
    except NotUnderstoodError:
        for separator in _SEPARATORS:
            parts = [part.strip() for part in re.split(separator, text) if part.strip()]
            if len(parts) > 1:
                for part in parts:
                    yield from _named(part, treatments)
                return
        name, dose = split_course_dose(text) if how_often(text) else name_and_dose(text)
        if dose is None or not name:
            raise
        yield f"{treatments.find(name).name} {dose.written}"
