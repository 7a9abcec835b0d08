"""An amount in a unit that painlog does not know: "5 gr", "20 pils", "5000m".

It would otherwise become part of a name, and the medicine would lose its dose.
"""

import re
from collections.abc import Callable

from painlog.model.dose_reading import count_of, is_unit
from painlog.model.medicine_form import is_form_word
from painlog.model.names import nearest

_NUMBER = r"[.,]?\d[\d.,'’]*(?:\s*/\s*\d[\d.,]*)?"
_AMOUNT = (
    rf"(?P<amount>(?:{_NUMBER}\s*[x×*]\s*)?{_NUMBER}\s*(?P<unit>[^\W\d_]+(?:\s?/\s?[^\W\d_]+)?)\.?)"
)
_ALONE = _AMOUNT
_LAST = rf"(?P<name>.*?\S)[\s,(]+{_AMOUNT}\)?"
_GLUED = rf"(?P<name>[^\W\d_]{{3,}}){_AMOUNT}"
_FIRST = rf"{_AMOUNT}[\s,]+(?:of\s+)?(?P<name>.+)"
_UNITS = ("milligram", "gram", "microgram", "millilitre", "tablet", "pill", "capsule", "drop")
_KNOWN = (
    "mg, g, µg, ml, IU, units, %, tablets, capsules, drops, puffs, sprays, patches, sachets, "
    "injections, spoonfuls, teaspoons, l/min, micrograms/hour, minutes and hours"
)
# What may stand between a number and a unit, and is no unit itself.
_NO_UNIT = frozenset({"x", "times", "of", "and", "or", "to", "plus", "with"})


def unknown_unit_in(text: str, understands: Callable[[str], bool]) -> str | None:
    """Return the sentence that refuses an amount without a known unit; None where there is none.

    Args:
        text: As typed: an amount alone, behind any name, or before a known one. "5 rhythms dance"
            is a name, and "5 rhythms" could be an amount.
        understands: Tells whether words name a known treatment.
    """
    for pattern in (_ALONE, _LAST, _GLUED, _FIRST):
        found = re.fullmatch(pattern, text, re.IGNORECASE)
        if not found or not _may_be_unit(found["unit"]) or understands(found["unit"]):
            continue
        sure = pattern in (_ALONE, _LAST) or understands(found["name"])
        if sure or (pattern is _FIRST and _looks_like_unit(found["unit"])):
            return _refusal(found["amount"])
    return None


def _may_be_unit(word: str) -> bool:
    form = word.casefold()
    known = is_unit(form) or is_form_word(form) or count_of(form) is not None
    return not known and form not in _NO_UNIT


def _looks_like_unit(word: str) -> bool:
    return bool(nearest(word, {unit: unit for unit in _UNITS}, 1))


def _refusal(amount: str) -> str:
    return (
        f'"{amount}" has no unit that painlog knows. It knows {_KNOWN}. Write the dose with one of '
        'these, as in "ibuprofen 400 mg" or "2 tablets".'
    )
