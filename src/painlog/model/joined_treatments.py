"""Separate several treatments in one text: "ibuprofen 400 mg and heat", "heat, then tea".

What is typed, at a prompt or as an option, and what a table has are all separated here.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from painlog.errors import NotUnderstoodError
from painlog.model.dose_reading import LONGEST, split_dose
from painlog.model.medicine_form import name_and_dose
from painlog.model.miswritten import take_apart
from painlog.model.names import normal

if TYPE_CHECKING:
    from painlog.model.known_treatments import Treatments

# No name of a treatment has the first two; "500+30" and "1,5" are numbers.
SIGNS = re.compile(r"&|(?<!\d)\+|\+(?!\d)|,(?!\d)")
_SURE = re.compile(r"\s*(?:&|(?<!\d)\+|\+(?!\d))\s*")
_COMMA = re.compile(r"\s*,(?!\d)\s*")
_WORDS = re.compile(
    r"(?:\s*,)?\s+(?:and\s+then|then|and\s+followed\s+by|followed\s+by|and|plus)\s+", re.IGNORECASE
)
_LEADING = re.compile(r"\s*(and\s+then|then|followed\s+by|and|plus|with)\s+(?=\S)", re.IGNORECASE)
_WITH = re.compile(r"\s+with\s+", re.IGNORECASE)
# A number with a slash is a strength: "30/500".
_SLASH = re.compile(r"\s*(?:(?<!\d)/|/(?!\d))\s*")
_STRENGTH = re.compile(r"\d\s*/\s*\d")
# Words that join names, and are none. A name may end in "plus", as those of some medicines do.
JOINING = frozenset({"and", "plus", "with", "then", "followed"})
_NOT_LAST = ("and", "with", "then", "followed")
_MOST_WORDS = 12
# What stands behind "with" beside a treatment, and is none: "with food", "with my physio".
_CIRCUMSTANCES = frozenset(
    {
        *("food", "meal", "meals", "snack", "water", "milk", "juice", "yoghurt", "yogurt"),
        *("breakfast", "lunch", "dinner", "supper", "friend", "friends", "help", "care"),
        *("effect", "success", "relief", "difficulty", "dog"),
    }
)
_MOST_OF_CIRCUMSTANCE = 3
_BEFORE_CIRCUMSTANCE = frozenset(
    {"a", "an", "the", "my", "his", "her", "our", "their", "no", "some", "little", "out"}
)


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
    words = set(normal(found).split())
    return any(map(str.isalpha, found)) and not words <= JOINING | {"by"}


def separated(text: str, known: "Treatments") -> list[str]:
    """Return the treatments in a text, each with its dose; the text itself if it names one.

    A text that means something known as a whole is one: "rest and tea", if the person has that.
    """
    return separated_by(
        text, lambda part: known.understands(part) or may_be_one_product(part, known)
    )


def separated_by(text: str, understands: Callable[[str], bool]) -> list[str]:
    """Return the treatments in a text as `separated` does.

    Args:
        text: As written.
        understands: Tells whether a text means one treatment.
    """
    if len(text) > LONGEST * 2:
        return [text]
    understood = cache(understands)

    @cache
    def parts_in(part: str) -> tuple[str, ...]:
        if understood(part):
            return (part,)
        part = _without_leading(part, understood)
        ways = [
            (between, [*parts_in(left), *parts_in(right)])
            for between in (_SURE, _COMMA, _WORDS, _WITH, _SLASH)
            for left, right in _halves(part, between)
        ]
        # "Bread and butter" is one.
        whole = (found for _, found in ways if all(map(understood, found)))
        in_part = (found for between, found in ways if _is_way(between, found, understood))
        return tuple(next(whole, next(in_part, [part])))

    return list(parts_in(text))


def _is_way(
    between: "re.Pattern[str]", parts: Sequence[str], understood: Callable[[str], bool]
) -> bool:
    if between is _COMMA:
        return True
    if between is _SURE:
        # "500/65" is the strength of a combination, whose parts belong together.
        return all(understood(part) for part in parts if _STRENGTH.search(part))
    # A dose ends a name: what is joined to it is another treatment.
    return between in (_WORDS, _WITH) and (any(map(understood, parts)) or is_dosed(parts[0]))


def is_dosed(text: str) -> bool:
    """Tell whether a text is a name with its dose, known or not."""
    try:
        name, dose = name_and_dose(text)
    except NotUnderstoodError:
        return False
    return dose is not None and has_name(name)


def may_be_one_product(text: str, known: "Treatments") -> bool:
    """Tell whether a text names several medicines with a slash between them, not each with a dose.

    They may be two, or what one tablet holds.
    """
    parts = [part.strip() for part in text.split("/")]
    if len(parts) < 2:
        return False
    read = [known.read(part) for part in parts if known.understands(part)]
    doses = [dose for thing, dose in read if thing.is_medicine]
    return len(doses) > 1 and not all(doses)


def side_by_side(text: str, known: "Treatments") -> list[str]:
    """Return the known treatments of which a text consists with nothing between, else nothing.

    "Massage heat" is two; one that is known as a whole is no such text.
    """
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


def _without_leading(text: str, understood: Callable[[str], bool]) -> str:
    """Return a text without the joining word before it: "and heat", as the last of a list."""
    found = _LEADING.match(text)
    rest = text[found.end() :] if found else text
    if not found or not has_name(rest):
        return text
    is_another = found[1].casefold() != "with" or understood(rest) or not is_circumstance(rest)
    return rest if is_another else text


def is_circumstance(text: str) -> bool:
    """Tell whether words behind "with" name no treatment: "food", "the dog", "little effect"."""
    words = normal(text).split()
    if not words:
        return False
    ends = len(words) <= _MOST_OF_CIRCUMSTANCE and words[-1] in _CIRCUMSTANCES
    return ends or words[0] in _BEFORE_CIRCUMSTANCE


def _halves(text: str, between: "re.Pattern[str]") -> Iterator[tuple[str, str]]:
    for found in between.finditer(text):
        left, right = text[: found.start()], text[found.end() :]
        if between is _WITH and is_circumstance(right):
            continue
        if has_name(left) and has_name(right):
            yield left, right
