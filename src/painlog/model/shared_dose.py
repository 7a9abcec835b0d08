"""One dose beside two medicines: "ibuprofen and paracetamol 500 mg" does not say of which it is."""

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from painlog.errors import NotUnderstoodError
from painlog.model.dose import Dose
from painlog.model.dose_beside import without_beside
from painlog.model.dose_reading import split_dose
from painlog.model.release import without_release

if TYPE_CHECKING:
    from painlog.model.known_treatments import Treatments

# A slash and "with" join the names of combinations, so that a name with them means the combination.
_AND = re.compile(r"\s*(?:&|(?<!\d)\+|\+(?!\d)|,(?!\d)|\b(?:and|plus)\b)\s*", re.IGNORECASE)
_BETWEEN = re.compile(rf"{_AND.pattern}|\s+with\s+", re.IGNORECASE)
# Two names and a dose are no longer.
_LONGEST = 240


class SharedDoseError(NotUnderstoodError):
    """One dose for two medicines."""


def refuse_shared_dose(text: str, known: "Treatments") -> None:
    """Refuse one dose before or behind two joined medicines, also where one product holds both.

    The strength of a combination ("200/500") is no such dose. Nor is the dose of a combination by a
    name of its own ("ibuprofen with paracetamol 500 mg").

    Raises:
        SharedDoseError: with what to type instead.
    """
    if len(text) > _LONGEST or not _BETWEEN.search(text) or not any(map(str.isdigit, text)):
        return
    product, whole = _medicine(text, known), _dose_in(text)
    if product and (not whole or whole.amount is None or not _AND.search(text)):
        return
    pieces = [piece for piece in _BETWEEN.split(text) if piece]
    for one, other in pairwise(pieces):
        first, second = _medicine(one, known), _medicine(other, known)
        if not (first and second):
            continue
        of_first, of_second = _dose_in(one), _dose_in(other)
        if of_second and not of_first and not other[:1].isdigit():
            raise _shared(text, _released(first, one), second, of_second, product)
        if of_first and not of_second and one[:1].isdigit():
            raise _shared(text, _released(second, other), first, of_first, product)


def _shared(text: str, bare: str, dosed: str, dose: Dose, product: str | None) -> SharedDoseError:
    of_both = f' If one product holds both, type "{product} {dose.written}".' if product else ""
    return SharedDoseError(
        f'"{text}" gives one dose for two medicines. Give each its own; or, if {dose.written} is '
        f'that of {dosed} alone, name them apart: "{bare}" and "{dosed} {dose.written}".{of_both}'
    )


def _medicine(text: str, known: "Treatments") -> str | None:
    """Return the one medicine that a text names, with a dose or without."""
    try:
        name, dose = split_dose(text)
    except NotUnderstoodError:
        return None
    bare, _ = without_beside(text) or (text, "")
    found = known.name_of(bare) or (known.name_of(name) if dose else None)
    return found if found and known.by_name[found].is_medicine else None


def _released(medicine: str, text: str) -> str:
    """Return a medicine that has no amount in a text with its release, if that is said."""
    found = without_release(text)
    return f"{medicine} {found[1]}" if found else medicine


def _dose_in(text: str) -> Dose | None:
    try:
        return split_dose(text)[1]
    except NotUnderstoodError:
        return None
