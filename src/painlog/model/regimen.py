"""Regimens as people say them: "stretching + trigger point therapy", "nothing"."""

import re

from painlog.errors import NotUnderstoodError
from painlog.model.names import normal
from painlog.model.treatment import Treatments

Regimen = frozenset[str]

_NOTHING = frozenset({"nothing", "none", "no treatment", "baseline"})
_BETWEEN = re.compile(r"[+;,&]|\b(?:and|with|plus)\b")


def parse_regimen(text: str, treatments: Treatments) -> Regimen:
    """The treatments that a person named together; empty for "nothing".

    Raises:
        NotUnderstoodError: if one of them is unknown.
    """
    if normal(text) in _NOTHING:
        return frozenset()
    try:
        return frozenset({treatments.find(text).name})
    except NotUnderstoodError:
        parts = [part for part in _BETWEEN.split(text) if part.strip()]
        if len(parts) < 2:
            raise
    return frozenset(treatments.find(part).name for part in parts)


def in_words(regimen: Regimen) -> str:
    """The regimen as painlog writes it: "stretching + trigger point therapy", "nothing"."""
    return " + ".join(sorted(regimen)) or "nothing"
