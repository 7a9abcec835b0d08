"""Numbers that are thousands to some and decimals to others: "1,000", "1.500".

A dose that is read the wrong way is a thousand times too small, so neither way is guessed.
"""

import re
from collections.abc import Sequence

from painlog.errors import NotUnderstoodError

# "0,125" has one reading, and "1234,500" and "1.2500" have no three digits that could be thousands.
_GROUPS = r"(?<![\d.,])(?P<whole>[1-9]\d{0,2})(?P<groups>(?:[.,]\d{3})+)(?![.,]?\d)"
# "1 500 mg" may be a strength with a number of tablets before it; "b 12 500 mg" is no number.
_SPACED = (
    r"(?<![\w.,/])(?<!\b[a-z] )(?P<whole>[1-9]\d{0,2})(?P<groups>(?:[ '’]\d{3})+)(?!\d|[.,/]\d)"
)
# A point without a digit before it is easily overlooked.
_BARE_POINT = r"(?<![\w.,/])\.(?P<part>\d+)(?![.,]?\d)"
_SIGN = r"\s*[xX×*/]\s*"


def two_readings(text: str) -> tuple[str, ...]:
    """Return how a number may be read, in the writing that has one reading; () for a clear one.

    "1,200" gives "1200" and "1.2". There is one reading where only thousands make sense.
    """
    found = re.fullmatch(_GROUPS, text)
    return _readings(found) if found else ()


def how_to_type(said: str, readings: Sequence[str]) -> str:
    """Return the sentence that refuses an amount and names its readings."""
    listed = " or ".join(f'"{reading}"' for reading in readings)
    if len(readings) == 1:
        return f'"{said}" is not written as painlog reads numbers. Type {listed}.'
    return f'"{said}" can be read in two ways. Type {listed}, whichever it is.'


def refuse_two_readings(number: str, unit: str = "") -> None:
    """Refuse a number that may be thousands as well as a decimal.

    Args:
        number: As typed.
        unit: What stands behind it, for the sentence.

    Raises:
        NotUnderstoodError: with what to type instead.
    """
    if readings := two_readings(number):
        said = f" {unit}" if unit else ""
        raise NotUnderstoodError(how_to_type(f"{number}{said}", [f"{r}{said}" for r in readings]))


def in_one_reading(number: str) -> str:
    """Return a number with a fourth decimal where the text could also be read as thousands."""
    return f"{number}0" if re.fullmatch(f"-?{_GROUPS}", number) else number


def dose_readings(text: str, unit: str) -> tuple[str, tuple[str, ...]]:
    """Return the first amount in a text that is easily misread, and what to type for each reading.

    Args:
        text: As typed; an amount has a unit behind it, or a sign of several beside it.
        unit: A pattern of units.
    """
    for number in (_GROUPS, _SPACED, _BARE_POINT):
        for found in re.finditer(number, text, re.IGNORECASE):
            before, behind = text[: found.start()], text[found.end() :]
            counted = re.match(rf"\s*(?P<unit>{unit})(?![^\W\d_])", behind, re.IGNORECASE)
            several = re.match(_SIGN, behind) or re.search(rf"{_SIGN}$", before)
            if counted or (several and number is _GROUPS):
                said = f" {counted['unit']}" if counted else ""
                return f"{found[0]}{said}", tuple(f"{each}{said}" for each in _readings(found))
    return "", ()


def _readings(found: "re.Match[str]") -> tuple[str, ...]:
    if found.re.pattern == _BARE_POINT:
        return (f"0{found[0]}",)
    whole, groups = found["whole"], found["groups"]
    together = whole + re.sub(r"\D", "", groups)
    if len(groups) > len(",000") or groups[0] in "'’":
        return (together,)
    if groups[0] == " ":
        strength = groups[1:]
        # No tablet has a strength that begins with a zero.
        return (together,) if strength[0] == "0" else (together, f"{whole} x {strength}")
    return together, in_one_reading(f"{float(f'{whole}.{groups[1:]}'):.10g}")
