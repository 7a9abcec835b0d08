"""What can be typed next, and which of it a person means by the beginning of a word."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Self


class Offer(str):
    """A word or name that can be typed. It is a str because Typer passes on nothing else.

    `also` holds other names that find it; `unasked` says whether to offer it before anything is
    typed.
    """

    __slots__ = ("also", "unasked")
    also: tuple[str, ...]
    unasked: bool

    def __new__(cls, name: str, also: Iterable[str] = (), *, unasked: bool = True) -> Self:
        """Make an offer of a name."""
        made = super().__new__(cls, name)
        made.also = tuple(also)
        made.unasked = unasked
        return made


Offers = list[tuple[str, str]]


class Match(NamedTuple):
    """An offer that matches: its value, a description, and the name that it was found by."""

    value: str
    about: str
    by: str


def meant(typed: str, offers: Iterable[tuple[str, str]]) -> Sequence[Match]:
    """Return the offers that begin as `typed`, in any case; if none do, those by another name.

    Each value comes once.
    """
    start = typed.casefold()
    named: dict[str, Match] = {}
    for value, about in offers:
        if value.casefold().startswith(start) and (start or getattr(value, "unasked", True)):
            named.setdefault(value, Match(value, about, value))
    return list((named or _otherwise(start, offers)).values())


def _otherwise(start: str, offers: Iterable[tuple[str, str]]) -> dict[str, Match]:
    found: dict[str, Match] = {}
    if not start:
        return found
    for value, about in offers:
        unasked = getattr(value, "unasked", True)
        for form in (*getattr(value, "also", ()), value):
            words = form.casefold()
            if words.startswith(start) or (unasked and f" {start}" in words):
                found.setdefault(value, Match(value, about, form))
    return found
