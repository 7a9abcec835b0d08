"""Where it hurts: regions, sides, and reading them as people write them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from painlog.errors import NotUnderstoodError, RefusedError
from painlog.model.names import did_you_mean, nearest, normal, own_name, singular

Side = Literal["left", "right", "both"]
Sides = Literal["paired", "optional", "none"]

WHOLE_BODY = "whole body"
_SIDE_WORDS: Mapping[str, Side] = {
    "left": "left",
    "l": "left",
    "lt": "left",
    "right": "right",
    "r": "right",
    "rt": "right",
    "both": "both",
    "bilateral": "both",
}
_WORD = re.compile(r"\w+")
_EMPTY_BRACKETS = re.compile(r"\([\s,/-]*\)")
_FILLERS = frozenset({"my", "the", "in", "pain", "ache"})
_FILLERS_BY_A_SIDE = _FILLERS | {"side", "sides", "of", "and"}


@dataclass(frozen=True, slots=True)
class Region:
    """One body site.

    `sides` is its laterality: "paired" has a left and a right one (heel), "optional" is one place
    that may hurt on one side (neck), "none" lies on the midline (tailbone).
    """

    name: str
    sides: Sides = "paired"
    area: str = ""
    synonyms: tuple[str, ...] = ()
    where: str = ""
    mistaken_for: tuple[str, ...] = ()
    own: bool = False


class Regions:
    """The regions that can be rated: the catalogue's and the person's own."""

    def __init__(self, all_: Iterable[Region]) -> None:
        self.all = tuple(all_)

    @cached_property
    def forms(self) -> dict[str, str]:
        """Normal forms of every name and synonym, and the name that each stands for."""
        forms = {normal(synonym): r.name for r in self.all for synonym in r.synonyms}
        return forms | {normal(r.name): r.name for r in self.all}

    @cached_property
    def by_name(self) -> dict[str, Region]:
        """Regions by name."""
        return {r.name: r for r in self.all}

    def find(
        self, text: str, side: Side | None = None, *, without_side: bool = False
    ) -> tuple[Region, Side | None]:
        """The region and side that a person wrote: "left heel", "heel/left", "L heel".

        Args:
            text: As typed.
            side: A side that was given apart from the text.
            without_side: It was said apart from the text that there is none.

        Raises:
            NotUnderstoodError: if no region has that name; up to three are suggested.
            RefusedError: if the region has no sides and one was given, or if text and side differ.
        """
        name, written = self._split(text)
        if name is None:
            raise NotUnderstoodError(
                f'No region is called "{text}".{did_you_mean(self.near(text))} '
                "See them all with: painlog regions"
            )
        apart = "none" if without_side else side
        if written and apart and written != apart:
            raise RefusedError(
                f'"{text}" says {written} and --side says {apart}; give one of them.'
            )
        region, chosen = self.by_name[name], written or side
        if chosen and region.sides == "none":
            raise RefusedError(
                f"The {region.name} has no left or right in painlog; leave the side out."
            )
        return region, chosen

    def knows(self, text: str) -> bool:
        """Whether a person's words name a region, whatever side they say."""
        return self._split(text)[0] is not None

    def near(self, text: str, *, slips: bool = True) -> tuple[str, ...]:
        """Up to three regions that a person's words may have meant, as `nearest` finds them."""
        return nearest(_without_fillers(*_without_side(text)) or text, self.forms, slips=slips)

    def search(self, text: str) -> tuple[Region, ...]:
        """Regions whose name, synonyms, area or place hold every word of `text`."""
        words = [singular(word) for word in normal(text).split()]
        return tuple(
            r
            for r in self.all
            if all(
                w in normal(f"{r.name} {' '.join(r.synonyms)} {r.area} {r.where}") for w in words
            )
        )

    def new(self, name: str, sides: Sides, synonyms: Iterable[str] = ()) -> Region:
        """A region of the person's own, not yet among these.

        Raises:
            RefusedError: if the name is taken, unusable, or would be read as a side.
        """
        region = Region(
            own_name(name, "region"),
            sides,
            area="own",
            synonyms=tuple(dict.fromkeys(own_name(s, "region") for s in synonyms)),
            own=True,
        )
        for form in (region.name, *region.synonyms):
            taken, _ = self._split(form)
            if taken is not None:
                raise RefusedError(
                    f'"{form}" already means {taken}; use that, or choose another name.'
                )
            if _without_side(form)[1]:
                raise RefusedError(
                    f'Leave the side out of "{form}"; it is given when you add an entry.'
                )
        return region

    def _split(self, text: str) -> tuple[str | None, Side | None]:
        if name := self._name(normal(text)):
            return name, None
        rest, side = _without_side(text)
        return self._name(rest) or self._name(_without_fillers(rest, side)), side

    def _name(self, form: str) -> str | None:
        return self.forms.get(form) or self.forms.get(singular(form))


def parse_side(text: str) -> Side | None:
    """The side that a word means ("l", "Right", "both"); None where it means none.

    Raises:
        NotUnderstoodError: if the word is neither a side nor empty.
    """
    word = normal(text)
    if word in ("", "none"):
        return None
    if word not in _SIDE_WORDS:
        raise NotUnderstoodError(f'"{text}" is not a side. Type left, right or both.')
    return _SIDE_WORDS[word]


def parse_said_side(text: str | None) -> tuple[Side | None, bool]:
    """The side that was said apart from a region, and whether it was said that there is none.

    Args:
        text: As typed; None where nothing was said.

    Raises:
        NotUnderstoodError: if it is no side, or empty.
    """
    if text is None:
        return None, False
    if not normal(text):
        raise NotUnderstoodError("The side is empty. Type left, right, both or none.")
    side = parse_side(text)
    return side, side is None


def without_side_words(text: str) -> str:
    """A place as it was written, without the words that say its side: "Scar (left)" is "Scar"."""
    rest = _WORD.sub(lambda word: "" if normal(word[0]) in _SIDE_WORDS else word[0], text)
    return " ".join(_EMPTY_BRACKETS.sub(" ", rest).split()).strip(" -,/") if rest != text else text


def side_in(text: str) -> Side | None:
    """The side that the words of a place say; None where they say none."""
    return _without_side(text)[1]


def label(region: str, side: Side | str | None) -> str:
    """Region and side as painlog writes them: "left heel", "heel (both)", "heel"."""
    if side is None:
        return region
    return f"{region} (both)" if side == "both" else f"{side} {region}"


def _without_side(text: str) -> tuple[str, Side | None]:
    words = normal(text).split()
    sides = {_SIDE_WORDS[word] for word in words if word in _SIDE_WORDS}
    rest = " ".join(word for word in words if word not in _SIDE_WORDS)
    return rest, "both" if len(sides) > 1 else next(iter(sides), None)


def _without_fillers(form: str, side: Side | None) -> str:
    fillers = _FILLERS_BY_A_SIDE if side else _FILLERS
    kept = form.split()
    while kept and kept[0] in fillers:
        kept.pop(0)
    while kept and kept[-1] in fillers:
        kept.pop()
    return " ".join(kept)
