"""Numbers in words, as in "fifty mg", "ten minutes" or "one hundred and fifty mg"."""

import re
from collections.abc import Callable, Sequence

_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_UP_TO_19 = {word: number for number, word in enumerate(_WORDS.split(), start=1)}
_ONES = {word: number for word, number in _UP_TO_19.items() if number < 10}
_TENS = {
    word: 10 * number
    for number, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=2
    )
}
_SMALL = _UP_TO_19 | _TENS
_LARGE = {"hundred": 100, "thousand": 1000}
_LONGEST = 5


def number_of(word: str) -> int | None:
    """Return the value of a single word, None for others: 50 for "fifty", 25 for "twenty-five"."""
    form = word.casefold()
    return _LARGE.get(form) or _value(form.split("-") if "-" in form else [form])


def spelled_number(text: str) -> int | None:
    """Return the number that a whole text spells, None for others: 0 for "zero", 25, 150."""
    form = text.casefold()
    if not re.fullmatch(r"[a-z]+(?:[ -][a-z]+)*", form):
        return None
    forms = form.replace("-", " ").split()
    return 0 if forms == ["zero"] else _value(forms)


def with_digits(text: str) -> str:
    """Return a text with every number in words as digits, and "6 and a half" as 6.5."""
    words = text.split(" ")
    first = 0
    while first < len(words):
        for last in range(min(len(words), first + _LONGEST), first, -1):
            number = spelled_number(" ".join(words[first:last]).rstrip(","))
            if number is not None:
                comma = "," * words[last - 1].endswith(",")
                words[first:last] = [f"{number}{comma}"]
                break
        first += 1
    return re.sub(r"\b(\d+) and a half\b", r"\1.5", " ".join(words))


def in_digits(text: str, is_unit: Callable[[str], bool]) -> str:
    """Return a text with numbers above ten in digits, where a unit follows them."""
    words = text.split()
    forms = [word.casefold() for word in words]
    if not any(
        form.split("-")[0] in _TENS or form in _UP_TO_19 or form in _LARGE for form in forms
    ):
        return text
    for last in range(len(words) - 1, 0, -1):
        if not is_unit(words[last].rstrip(",.")):
            continue
        for first in range(max(0, last - _LONGEST), last):
            number = _value([part for form in forms[first:last] for part in form.split("-")])
            if number and number > 10:
                words[first:last] = [str(number)]
                return " ".join(words)
    return text


def _value(forms: Sequence[str]) -> int | None:
    """Return what words say together: 150 for one, hundred, and, fifty."""
    number = 0
    if len(forms) > 1 and forms[1] in _LARGE:
        many = 1 if forms[0] in ("a", "an") else _ONES.get(forms[0])
        if many is None:
            return None
        number = many * _LARGE[forms[1]]
        if len(forms) == 2:
            return number
        forms = forms[3:] if forms[2] == "and" else forms[2:]
    if len(forms) == 2 and forms[0] in _TENS and forms[1] in _ONES:
        return number + _TENS[forms[0]] + _ONES[forms[1]]
    return number + _SMALL[forms[0]] if len(forms) == 1 and forms[0] in _SMALL else None
