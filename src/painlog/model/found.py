"""What a search for words finds, and how words are compared: without case and accents."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

Place = tuple[str, str]


class Hit(NamedTuple):
    """One thing in which all the words were found.

    `number` is what a person types for it, `when` its moment or day, `about` what it is in short.
    `places` are the texts that hold the words, each with the name of its field.
    """

    kind: str
    number: str
    when: datetime | date
    about: str
    places: tuple[Place, ...]


class Search(NamedTuple):
    """A search: its text, what it found, newest first, and how many there are in all.

    `also` are the names that the text is another name of: "tpt" of trigger point therapy. `more`
    says that counting stopped early.
    """

    text: str
    also: tuple[str, ...]
    hits: tuple[Hit, ...]
    total: int
    more: bool = False


def folded(text: str) -> str:
    """Return a text without case and accents: "Café" as "cafe"."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def holding(words: Sequence[str]) -> Callable[[str | None], bool]:
    """Return a test for texts that hold each of these words, in any order, also inside others."""
    wanted = tuple(folded(word) for word in words)

    def holds(text: str | None) -> bool:
        if not text:
            return False
        where = folded(text)
        return all(word in where for word in wanted)

    return holds


def places_in(
    fields: Iterable[tuple[str, str]], holds: Callable[[str | None], bool]
) -> tuple[Place, ...]:
    """Return those of some named texts that hold the words."""
    return tuple((name, text) for name, text in fields if holds(text))


def excerpt(text: str, words: Sequence[str], around: int = 30) -> str:
    """Return the part of a text around the first of the words in it, on one line.

    Args:
        text: Holds the words.
        words: What was looked for.
        around: How many characters to keep on either side.
    """
    line = " ".join(text.split())
    where = folded(line)
    # Folding may turn one letter into two, so that places shift; then the whole text is returned.
    starts = [at for word in words if (at := where.find(folded(word))) >= 0]
    if len(where) != len(line) or not starts or len(line) <= 2 * around:
        return line
    first = max(min(starts) - around, 0)
    last = min(starts) + around + max(map(len, words))
    begin = line.rfind(" ", 0, first) + 1 if first else 0
    end = line.find(" ", last)
    shown = line[begin:] if end < 0 else line[begin:end]
    return f"{'…' if begin else ''}{shown}{'…' if end >= 0 else ''}"
