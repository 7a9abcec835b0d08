"""Lengths of time as people write them: "3h30", "90 min", "1 hour 30", "an hour and a half"."""

import re
from datetime import timedelta

from painlog.model.number_words import with_digits
from painlog.model.two_readings import refuse_two_readings

_UNIT = r"(minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w)(?![a-z])"
_NUMBER = r"(\d{1,5}(?:[.,]\d{1,3})?)"
_PART = rf"{_NUMBER} ?{_UNIT}"
_PARTS = rf"{_PART}(?:(?:,? and |, ?| ?){_PART})*"
_HOURS_AND_MINUTES = (
    r"(\d{1,3}) ?(?:h|hrs?|hours?|:) ?(?:and )?([0-5]\d)(?: ?(?:m|mins?|minutes?))?"
)
# What is said for a number, and the number.
_SAID = (
    (rf"\ba couple(?: of)? (?={_UNIT})", "2 "),
    (r"\b3 quarters of an? ", "0.75 "),
    (r"\b(?:a )?quarter of an? ", "0.25 "),
    (r"\b(?:a )?half (?:an? )?(?=[hdw])", "0.5 "),
    (rf"\b(?:an?|1) {_UNIT} and a half\b", r"1.5 \1"),
    (rf"\ban? (?={_UNIT})", "1 "),
)
_UNITS = {
    "m": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
    "w": timedelta(weeks=1),
}


def length_of(text: str) -> timedelta | None:
    """Return the length of time that a text is, as a whole; None if it is anything else.

    Raises:
        NotUnderstoodError: if a number in it has two readings: "1,000 min".
    """
    words = with_digits(" ".join(text.lower().split()))
    for said, number in _SAID:
        words = re.sub(said, number, words)
    if found := re.fullmatch(_HOURS_AND_MINUTES, words):
        return timedelta(hours=int(found[1]), minutes=int(found[2]))
    if not re.fullmatch(_PARTS, words):
        return None
    parts = re.findall(_PART, words)
    for number, unit in parts:
        refuse_two_readings(number, unit)
    return sum(
        (float(number.replace(",", ".")) * _UNITS[unit[0]] for number, unit in parts), timedelta()
    )
