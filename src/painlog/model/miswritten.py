"""What a person writes beside a treatment's name that is neither a dose nor part of the name.

"2 paracetamol", "one imigran" and "paracetamol 2x500" say how many, but not of what. painlog never
guesses the unit.
"""

import re
from typing import NamedTuple

from painlog.model.dose import Dose
from painlog.model.dose_reading import count_of, is_unit, pieces
from painlog.model.medicine_form import is_form_word
from painlog.model.two_readings import two_readings

_SIGN = re.compile(r"(?:x\d*|[×*]\d*|times|of|\d+(?:[.,/]\d+)?x\d*(?:[.,]\d+)?)", re.IGNORECASE)
# A whole number up to this, or a half, may mean tablets; "2.5" is more likely a strength.
_MOST_PIECES = 4


class Miswritten(NamedTuple):
    """A name and the words of an amount that stand at its ends."""

    name: str
    amount: tuple[str, ...] = ()

    @property
    def has_number(self) -> bool:
        """Whether the amount has a number, in digits or as a word."""
        return any(count_of(word) or any(map(str.isdigit, word)) for word in self.amount)

    @property
    def number(self) -> float | None:
        """How many pieces may be meant; None where the words say something else."""
        numbers = [word for word in self.amount if not is_form_word(word) and not is_unit(word)]
        clear = len(numbers) == 1 and not two_readings(numbers[0])
        found = count_of(numbers[0]) if clear else None
        may_be = found and (found == 0.5 or (found <= _MOST_PIECES and found.is_integer()))
        return found if may_be else None


def take_apart(text: str) -> Miswritten:
    """Return the name in a person's words, and the words of an amount before and after it.

    The name is empty where there is nothing but an amount or a form: "one", "nasal", "tablets 2".
    """
    words = re.findall(r"[^\s,]+", text)
    first, last = 0, len(words)
    while first < last and _is_amount(words[first]):
        first += 1
    while last > first and _is_amount(words[last - 1]):
        last -= 1
    return Miswritten(" ".join(words[first:last]), (*words[:first], *words[last:]))


def how_to_write(text: str, name: str, found: Miswritten, dose: Dose | None) -> str:
    """Return what is wrong with a number beside a known medicine, and what to type instead.

    Args:
        text: As typed, without `dose`.
        name: The medicine.
        found: Its parts.
        dose: What was said beside it with a unit.
    """
    if found.number is None and any(map(is_unit, found.amount)):
        return (
            f'"{text}" gives no clear amount. Write it in digits with the unit behind, as the '
            "packet has it: mg, micrograms/hour, tablets or patches."
        )
    if found.number is None:
        return without_unit(text)
    of_each = (
        f'"{name} {found.number:g} x {dose.written}"'
        if dose and dose.amount and "×" not in dose.written
        else f'as in "paracetamol {found.number:g} x 500 mg"'
    )
    return (
        f'"{text}" does not say what is counted. Write it as in '
        f'"{name} {pieces(found.number)}" or, with the strength on the packet, {of_each}.'
    )


def without_unit(text: str) -> str:
    """Return that an amount has no unit, and what to type instead."""
    return (
        f'"{text}" gives a number without a unit. Write the unit that is on the packet, such as '
        "mg or ml."
    )


def without_name(text: str) -> str:
    """Return that an amount, a unit or a form stands without a treatment, and what to type."""
    if not take_apart(text).has_number:
        pill = ' For the contraceptive pill type "the pill".' if text.casefold() == "pill" else ""
        return (
            f'"{text}" is a word for an amount or a form, and names no treatment. Type its name, '
            f'as in "ibuprofen 400 mg".{pill}'
        )
    return f'"{text}" names no treatment. Name it before the amount, as in "ibuprofen 400 mg".'


def _is_amount(word: str) -> bool:
    return (
        count_of(word) is not None
        or is_unit(word)
        or is_form_word(word)
        or _SIGN.fullmatch(word) is not None
    )
