"""Ratings on other scales, as whole numbers 0–10."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import floor

from painlog.errors import NotUnderstoodError, UsageError
from painlog.model.entry import HIGHEST, LOWEST

_SCALE = re.compile(r"(\d{1,4})\s*(?:-|–|\.\.|to)\s*(\d{1,4})")
# An average in a spreadsheet has 15 digits or more. Digits beyond these decide nothing.
_RATING = re.compile(r"([+-]?[0-9]{1,9})(?:[.,]([0-9]{1,40})[0-9]*)?\s*(?:/\s*([0-9]{1,4})|(%))?")


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale from `low`, no pain, to `high`, the worst pain."""

    low: int
    high: int

    def __str__(self) -> str:
        return f"{self.low}–{self.high}"


PAINLOG = Scale(LOWEST, HIGHEST)


@dataclass(frozen=True, slots=True)
class ScaledRating:
    """A rating 0–10; `rounded` says whether it tells less than what was written."""

    value: int
    rounded: bool


def parse_scale(text: str) -> Scale:
    """Return the scale that a person typed: "0-100", "1–5".

    Raises:
        UsageError: if it is not a scale.
    """
    found = _SCALE.fullmatch(text.strip())
    if not found or int(found[1]) >= int(found[2]):
        raise UsageError(
            f'"{text}" is not a scale. Write the number for no pain and the one for the worst '
            "pain, as in: --scale 0-100"
        )
    return Scale(int(found[1]), int(found[2]))


@lru_cache(maxsize=4096)
def converted(text: str, scale: Scale) -> ScaledRating:
    """Convert a number on a scale to a rating 0–10, in proportion; halves are rounded up.

    Raises:
        NotUnderstoodError: if it is not a number, or off the scale.
    """
    found = _RATING.fullmatch(text.strip())
    high = found and (found[3] or (found[4] and "100"))
    if not found or (high and int(high) != scale.high):
        raise NotUnderstoodError(f'"{text}" is not a number on the scale {scale}')
    number = Fraction(f"{found[1]}.{found[2] or 0}")
    if not scale.low <= number <= scale.high:
        raise NotUnderstoodError(f'"{text}" is off the scale {scale}')
    exact = (number - scale.low) * HIGHEST / (scale.high - scale.low)
    value = floor(exact + Fraction(1, 2))
    return ScaledRating(value, rounded=scale != PAINLOG or value != number)


def rule_of(scale: Scale) -> str:
    """Say in a sentence how ratings on a scale were converted."""
    if scale == PAINLOG:
        return (
            "Ratings between whole numbers were rounded, halves up; the originals are in the notes."
        )
    return (
        f"Ratings on {scale} were converted to {PAINLOG} in proportion and rounded, halves up; the "
        "originals are in the notes."
    )
