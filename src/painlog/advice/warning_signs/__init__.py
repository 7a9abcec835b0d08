"""The warning signs that the check asks about, in the words of public guidance.

Fixed questions with yes or no, each with what to do after a yes and the pages that it rests on.
Nothing is scored, and a no rules nothing out.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from painlog.advice.services import Services
from painlog.advice.warning_signs.actions import filled
from painlog.advice.warning_signs.pages import PAGES, PublicPage
from painlog.advice.warning_signs.table import (
    ANYWHERE,
    BY_AREA,
    BY_REGION,
    FOR_EVERYBODY,
    TABLE,
)
from painlog.model.catalogue import read_table
from painlog.model.region import Region

__all__ = ["SIGNS", "SignUrgency", "WarningSign", "general_signs", "signs_for", "what_to_do"]

SignUrgency = Literal["emergency", "urgent"]


class WarningSign(NamedTuple):
    """One sign that the check asks about.

    `sign` is a fragment for lists and reports; `such` are things that a yes may look like, and
    `kinds` what public guidance looks for with it. `actions` are texts with names of services.
    """

    code: str
    urgency: SignUrgency
    sign: str
    question: str
    such: tuple[str, ...]
    kinds: tuple[str, ...]
    actions: tuple[str, ...]
    pages: tuple[PublicPage, ...]


def _read() -> dict[str, WarningSign]:
    signs = {}
    for (code, urgency, sign), fields in read_table(TABLE):
        signs[code] = WarningSign(
            code,
            "emergency" if urgency == "emergency" else "urgent",
            sign,
            fields["ask"][0],
            tuple(fields["such"][0].split("; ")),
            tuple(fields["kinds"][0].split("; ")),
            tuple(fields["do"]),
            tuple(PAGES[page] for page in fields["from"][0].split("; ")),
        )
    return signs


SIGNS: Mapping[str, WarningSign] = _read()


def general_signs() -> tuple[WarningSign, ...]:
    """Return the five signs that everybody is asked about, wherever it hurts."""
    return _named(FOR_EVERYBODY)


def signs_for(region: Region | None) -> tuple[WarningSign, ...]:
    """Return the signs that are asked about where it hurts: the five, then those of the place.

    Args:
        region: Where it hurts; None is nowhere in particular.
    """
    if region is None:
        return general_signs()
    of_area = BY_AREA.get(region.area, ANYWHERE)
    return (*general_signs(), *_named(BY_REGION.get(region.name, of_area)))


def what_to_do(sign: WarningSign, services: Services) -> tuple[str, ...]:
    """Return what to do after a yes, most pressing first, with whom to call."""
    return tuple(filled(action, services) for action in sign.actions)


def _named(codes: str) -> tuple[WarningSign, ...]:
    return tuple(SIGNS[code] for code in codes.split())
