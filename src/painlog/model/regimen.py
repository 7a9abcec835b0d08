"""Regimens as people say them: "stretching + trigger point therapy", "nothing"."""

import re
from collections.abc import Iterator

from painlog.errors import NotUnderstoodError
from painlog.model.names import normal
from painlog.model.treatment import NO_TREATMENT, Treatments

Regimen = frozenset[str]

# Signs come first: a treatment of one's own may be called "rest and tea".
_BETWEEN = (re.compile(r"[+;,&]"), re.compile(r"\b(?:and|with|plus)\b", re.IGNORECASE))


def parse_regimen(text: str, treatments: Treatments) -> Regimen:
    """The treatments that a person named together; empty for "nothing".

    Raises:
        NotUnderstoodError: if one of them is unknown.
    """
    if normal(text) in NO_TREATMENT:
        return frozenset()
    return frozenset(_names(text, treatments))


def _names(text: str, treatments: Treatments) -> Iterator[str]:
    try:
        yield treatments.find(text).name
    except NotUnderstoodError:
        for between in _BETWEEN:
            parts = [part.strip() for part in between.split(text) if part.strip()]
            if len(parts) > 1:
                for part in parts:
                    yield from _names(part, treatments)
                return
        raise


def in_words(regimen: Regimen) -> str:
    """The regimen as painlog writes it: "stretching + trigger point therapy", "nothing"."""
    return " + ".join(sorted(regimen)) or "nothing"
