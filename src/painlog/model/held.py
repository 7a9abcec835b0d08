"""How many milligrams of one medicine a dose of a combination holds, where that is certain.

Nothing is guessed: a strength whose numbers could be shared out in two ways tells nothing.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from painlog.model.dose import EACH_ALIKE, Dose
from painlog.model.treatment import Treatment


class AmountHeld(NamedTuple):
    """Milligrams of a medicine, and the source of what a tablet holds if no strength was said."""

    milligrams: float
    source: str = ""


# What each tablet or capsule holds, whatever its strength.
_IN_EACH: Mapping[tuple[str, str], AmountHeld] = {
    (name, "paracetamol"): AmountHeld(500, "NHS Fife, Paracetamol combinations")
    for name in ("co-codamol", "co-dydramol")
}
# Parts that weigh far less than the painkiller beside them, in every product.
_LIGHT = frozenset(
    {
        "codeine",
        "dihydrocodeine",
        "tramadol",
        "oxycodone",
        "hydrocodone",
        "caffeine",
        "butalbital",
        "orphenadrine",
    }
)
_FAR_LESS = 2
# Strengths of products with two heavy parts; docs/medicines.md has the page of each.
_PRODUCTS: Sequence[Mapping[str, float]] = (
    {"ibuprofen": 200, "paracetamol": 500},
    {"ibuprofen": 150, "paracetamol": 500},
    {"aspirin": 250, "paracetamol": 250, "caffeine": 65},
)
_PART = re.compile(r"(\d+(?:[.,]\d+)?)\s*(mg|g|µg|μg|mcg)?")
_STRENGTH = re.compile(r"(?:(?P<times>[\d.]+) × )?(?P<parts>\d[^×]*/[^×]*)")
_IN_MG = {"g": 1000.0, "mg": 1.0, "µg": 0.001, "μg": 0.001, "mcg": 0.001}


def held(product: Treatment, medicine: str, dose: Dose) -> AmountHeld | None:
    """Return how much of one of its parts a dose of a combination holds; None if that is unknown.

    A strength without a number of tablets is that of one.

    Args:
        product: The combination.
        medicine: The part.
        dose: As it was logged: a strength ("2 × 30/500"), or tablets.
    """
    if dose.unit in EACH_ALIKE:
        each = _IN_EACH.get((product.name, medicine))
        return each._replace(milligrams=each.milligrams * (dose.amount or 0)) if each else None
    found = _STRENGTH.fullmatch(dose.amount_written) if dose.amount is None else None
    strength = _milligrams(found["parts"]) if found else None
    if found is None or strength is None or len(strength) != len(product.parts):
        return None
    of_one = _share(product.parts, medicine, strength)
    return AmountHeld(of_one * float(found["times"] or 1)) if of_one else None


def _milligrams(strength: str) -> list[float] | None:
    """Return the parts of "30/500" or "30 mg/0.5 g"; None for the strength of a liquid."""
    parts = [_PART.fullmatch(part.strip()) for part in strength.split("/")]
    found = [float(part[1].replace(",", ".")) * _IN_MG[part[2] or "mg"] for part in parts if part]
    return found if len(found) == len(parts) else None


def _share(parts: Sequence[str], medicine: str, strength: Sequence[float]) -> float | None:
    for product in _PRODUCTS:
        if set(product) == set(parts) and sorted(product.values()) == sorted(strength):
            return product[medicine]
    heaviest, *others = sorted(strength, reverse=True)
    if set(parts) - _LIGHT == {medicine} and heaviest >= _FAR_LESS * others[0]:
        return heaviest
    return None
