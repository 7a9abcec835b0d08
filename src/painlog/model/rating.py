"""How much it hurts, as people type it: "7", "seven", "about 7", "none", "worst".

A text between two numbers is refused, and both are named. Files hold only numbers, which
`parse_intensity` reads.
"""

import re

from painlog.errors import NotUnderstoodError
from painlog.model.entry import HIGHEST, LOWEST, looks_like_number, parse_intensity
from painlog.model.number_words import spelled_number, with_digits

_WORDS = {
    "none": LOWEST,
    "no pain": LOWEST,
    "pain free": LOWEST,
    "nothing": LOWEST,
    "worst": HIGHEST,
    "worst pain": HIGHEST,
    "worst possible": HIGHEST,
    "worst imaginable": HIGHEST,
    "worst pain imaginable": HIGHEST,
}
# A number behind one of these is the rating; a range is refused as it is without.
ABOUT = ("about", "around", "roughly", "approximately", "approx", "ca", "circa", "~")
_RANGE = r"(\d{1,2})\s*(?:-|–|to|or)\s*(\d{1,2})(?:\s*/\s*10)?"
_BETWEEN = ("-", "–", " to ", " or ")
_HALF = r"(\d{1,2})(?:[.,]\d+|\s+and a half|\s*½)(?:\s*/\s*10)?"


def parse_rating(text: str, what: str = "intensity") -> int:
    """Return the rating that a person typed: "7", "7/10", "seven", "about 7", "none", "worst".

    Raises:
        NotUnderstoodError: if it is not one whole number 0–10. The message names the two numbers
            where the text lies between them, or gives both.
    """
    whole = _plain(text)
    words = _without_about(whole)
    if words in _WORDS and (what == "intensity" or words == "none"):
        return _WORDS[words]
    number = spelled_number(words)
    try:
        if number is not None and number <= HIGHEST:
            return number
        return parse_intensity(text if words == whole else words, what)
    except NotUnderstoodError as refused:
        if found := _two_of(words):
            low, high = found
            raise NotUnderstoodError(
                f'"{text.strip()}" is not one whole number. Choose {low} or {high}.'
            ) from refused
        raise


def looks_like_rating(word: str) -> bool:
    """Tell whether a word behind a region was meant as its rating, valid or not: "5-6", "seven"."""
    words = _without_about(_plain(word))
    if looks_like_number(words) or words in _WORDS or spelled_number(words) is not None:
        return True
    # The pattern takes a while to compile, and most words are parts of a region's name.
    if not any(mark in words for mark in _BETWEEN):
        return False
    return re.fullmatch(_RANGE, _in_figures(words)) is not None


def _without_about(words: str) -> str:
    """Return "5" for "about 5" and "~5"."""
    first, space, rest = words.partition(" ")
    if not (space and first in ABOUT):
        rest = words.removeprefix("~").lstrip()
    return rest if rest[:1].isdigit() or spelled_number(rest) is not None else words


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("pain-free", "pain free").split())


def _in_figures(words: str) -> str:
    """Return "five-six" as "5 - 6"."""
    return with_digits(re.sub(r"([-–])", r" \1 ", words))


def _two_of(words: str) -> tuple[int, int] | None:
    """Return the two whole numbers that a text lies between, or gives, in order."""
    words = _in_figures(words)
    if found := re.fullmatch(_HALF, words):
        low = int(found[1])
        pair = low, low + 1
    elif found := re.fullmatch(_RANGE, words):
        first, second = map(int, found.groups())
        pair = min(first, second), max(first, second)
    else:
        return None
    return pair if pair[0] < pair[1] <= HIGHEST else None
