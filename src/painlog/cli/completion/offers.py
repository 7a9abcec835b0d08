"""What can be typed next, and which of it a person means who typed its beginning."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Self


class Offer(str):
    """A word or name that can be typed. It is a str because Typer hands no more through than that.

    `also` is what else it is found by; `unasked` says whether it is offered before anything is
    typed.
    """

    __slots__ = ("also", "unasked")
    also: tuple[str, ...]
    unasked: bool

    def __new__(cls, name: str, also: Iterable[str] = (), *, unasked: bool = True) -> Self:
        """An offer of that name."""
        made = super().__new__(cls, name)
        made.also = tuple(also)
        made.unasked = unasked
        return made


Offers = list[tuple[str, str]]


class Found(NamedTuple):
    """What is meant: the value, a word on it, and the form that it was found by."""

    value: str
    about: str
    by: str


def meant(typed: str, offers: Iterable[tuple[str, str]]) -> Sequence[Found]:
    """The offers that begin as `typed`, in any case; failing that, those found by another name.

    Each value is given once.
    """
    start = typed.casefold()
    named: dict[str, Found] = {}
    for value, about in offers:
        if value.casefold().startswith(start) and (start or getattr(value, "unasked", True)):
            named.setdefault(value, Found(value, about, value))
    return list((named or _otherwise(start, offers)).values())


def _otherwise(start: str, offers: Iterable[tuple[str, str]]) -> dict[str, Found]:
    found: dict[str, Found] = {}
    if not start:
        return found
    for value, about in offers:
        unasked = getattr(value, "unasked", True)
        for form in (*getattr(value, "also", ()), value):
            words = form.casefold()
            if words.startswith(start) or (unasked and f" {start}" in words):
                found.setdefault(value, Found(value, about, form))
    return found
