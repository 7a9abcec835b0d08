"""Separate several treatments in one text: "ibuprofen 400 mg and heat", "rest & tea"."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from painlog.errors import NotUnderstoodError
from painlog.model.dose import LONGEST, split_dose
from painlog.model.miswritten import take_apart
from painlog.model.names import normal

if TYPE_CHECKING:
    from painlog.model.treatment import Treatments

# No name of a treatment has the first two; "500+30" and "1,5" are numbers.
SIGNS = re.compile(r"&|(?<!\d)\+|\+(?!\d)|,(?!\d)")
_SURE = re.compile(r"\s*(?:&|(?<!\d)\+|\+(?!\d))\s*")
_COMMA = re.compile(r"\s*,(?!\d)\s*")
_WORDS = re.compile(r"\s+(?:and|plus)\s+", re.IGNORECASE)
_LEADING = re.compile(r"\s*(and|plus|with)\s+(?=\S)", re.IGNORECASE)
_WITH = re.compile(r"\s+with\s+", re.IGNORECASE)
# Words that join names, and are none. A name may end in "plus", as those of some medicines do.
JOINING = frozenset({"and", "plus", "with"})
_NOT_LAST = ("and", "with")
_MOST_WORDS = 12


def joining_word_in(name: str) -> str | None:
    """Return the joining word that a name begins or ends with; None for a proper name."""
    words = normal(name).split()
    if words and words[0] in JOINING:
        return words[0]
    return words[-1] if words and words[-1] in _NOT_LAST else None


def has_name(text: str) -> bool:
    """Tell whether a text has more than an amount, a form of medicines and joining words."""
    try:
        name, _ = split_dose(text)
    except NotUnderstoodError:
        name = text
    found = take_apart(name).name
    return any(map(str.isalpha, found)) and not set(normal(found).split()) <= JOINING


def separated(text: str, known: "Treatments") -> list[str]:
    """Return the treatments in a text, each with its dose; the text itself if it names one.

    A text that means something known as a whole is one: "rest and tea", if the person has that.
    """
    if len(text) > LONGEST * 2 or known.understands(text):
        return [text]
    text = _without_leading(text, known)
    for between in (_SURE, _COMMA, _WORDS, _WITH):
        for left, right in _halves(text, between):
            parts = [*separated(left, known), *separated(right, known)]
            understood = list(map(known.understands, parts))
            # "With food" names no treatment, and "bread and butter" is one.
            if all(understood) or (any(understood) and between is not _WITH) or between is _SURE:
                return parts
    return [text]


def side_by_side(text: str, known: "Treatments") -> list[str]:
    """Return the known treatments of which a text consists with nothing between, else nothing.

    "Massage heat" is two, and "ibuprofen/heat"; one that is known as a whole is no such text. Two
    medicines with a slash between them may be one product.
    """
    slashed = [part.strip() for part in text.split("/")]
    if len(slashed) > 1 and all(map(known.understands, slashed)):
        medicines = [part for part in slashed if known.read(part)[0].is_medicine]
        return slashed if len(medicines) < 2 else []
    words = text.split()
    if len(words) > _MOST_WORDS or known.understands(text):
        return []
    return _known_in(words, known)


def separate_with_commas(parts: Sequence[str]) -> str:
    """Say how to type several treatments."""
    return f'These are {len(parts)} treatments. Put commas between them: "{", ".join(parts)}".'


def _known_in(words: list[str], known: "Treatments") -> list[str]:
    for end in range(len(words), 0, -1):
        first = " ".join(words[:end])
        if known.understands(first):
            rest = _known_in(words[end:], known) if end < len(words) else []
            if rest or end == len(words):
                return [first, *rest]
    return []


def _without_leading(text: str, known: "Treatments") -> str:
    """Return a text without the joining word before it: "and heat", as the last of a list."""
    found = _LEADING.match(text)
    rest = text[found.end() :] if found else text
    if not found or not has_name(rest):
        return text
    return rest if found[1].casefold() != "with" or known.understands(rest) else text


def _halves(text: str, between: "re.Pattern[str]") -> Iterator[tuple[str, str]]:
    for found in between.finditer(text):
        left, right = text[: found.start()], text[found.end() :]
        if has_name(left) and has_name(right):
            yield left, right
