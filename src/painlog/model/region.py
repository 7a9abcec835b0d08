"""Where it hurts: regions and sides, and how to read them as people write them."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Literal, NamedTuple, TypeVar

from painlog.errors import NotUnderstoodError, RefusedError
from painlog.model.names import Catalogue, did_you_mean, normal, singular

# Whether a day without an entry says nothing, or is a day without pain.
Diary = Literal["days", "attacks"]
Side = Literal["left", "right", "both"]
Sides = Literal["paired", "optional", "none"]

Said = TypeVar("Said")

WHOLE_BODY = "whole body"
_SAID_SIDES: tuple[Side, ...] = ("left", "right", "both")
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
# Plurals that are not just a name with an "s", and regions that one side has several of.
_PLURALS = frozenset({"arms", "calves", "feet", "kneecaps", "legs", "palms"})
_SEVERAL_ON_A_SIDE = frozenset({"finger", "hamstring", "ribs", "toe"})
# Patterns, compiled when a side is first looked for in a text.
_WORD = r"\w+"
_JOINED = r"(?i)\s*[,;&+]\s*(?:and\s+)?|\s+(?:and|plus)\s+"
_EMPTY_BRACKETS = r"\([\s,/-]*\)"
_QUALIFIED = r"([^()]+)\(([^()]+)\)([^()]*)"
# They say that it is on neither side, or on both; "middle finger" says neither.
_OF_MIDDLE = r"\b(?:between|across|(?:middle|cent(?:re|er)) of)\b"
_ASIDE = r"^\s*(?:right\s+across|across|(?:in\s+)?(?:the\s+)?(?:middle|cent(?:re|er))\s+of)\s+"
# What is longer is hardly the name of a place.
_MOST_WORDS = 20
# Everyday words for more than one place: what each may mean, for the person to choose.
_SEVERAL_MEANINGS: Mapping[str, tuple[str, ...]] = {
    "backbone": ("neck", "upper back", "lower back"),
    "crotch": ("groin", "genitals"),
    "joints": (WHOLE_BODY,),
    "midriff": ("upper abdomen", "abdomen"),
    "muscles": (WHOLE_BODY,),
    "nail": ("finger", "toe"),
    "side": ("ribs", "flank", "hip"),
    "spleen": ("upper abdomen", "ribs"),
    "waist": ("lower back", "flank"),
}
_FILLERS = frozenset({"my", "the", "in", "pain", "ache"})
_FILLERS_BY_A_SIDE = _FILLERS | {"side", "sides", "of", "and"}


class SeveralPlacesError(NotUnderstoodError):
    """Several places in a text that stands for one; `places` are they, as painlog writes them."""

    def __init__(self, text: str, places: tuple[str, ...]) -> None:
        self.text, self.places = text, places
        number = {2: "two", 3: "three"}.get(len(places), "several")
        named = ", ".join(f'"{place}"' for place in places[:-1])
        super().__init__(
            f'"{text}" is {number} places: {named} and "{places[-1]}". Give each by itself.'
        )


class Region(NamedTuple):
    """One body site.

    `sides` is "paired" where there is a left and a right one (heel), "optional" where one place may
    hurt on one side (neck), and "none" where it lies on the midline (tailbone).
    """

    name: str
    sides: Sides = "paired"
    area: str = ""
    synonyms: tuple[str, ...] = ()
    where: str = ""
    mistaken_for: tuple[str, ...] = ()
    own: bool = False
    diary: Diary = "days"


class Regions(Catalogue[Region]):
    """The regions that can be rated: painlog's own and the person's."""

    noun = "region"

    def find(
        self, text: str, side: Side | None = None, *, without_side: bool = False
    ) -> tuple[Region, Side | None]:
        """Return the region and side that a person wrote: "left heel", "heel/left", "L heel".

        A plural is both sides, where nothing else says which: "hands".

        Args:
            text: As typed.
            side: A side that was given apart from the text.
            without_side: Whether "no side" was given apart from the text.

        Raises:
            NotUnderstoodError: if no region has that name; up to three are suggested.
            RefusedError: if the region has no sides and one was given, or if the text and the side
                that was given disagree.
        """
        name, written = self._split(text)
        if name is None:
            if several := self.several_in(text):
                raise SeveralPlacesError(text, several)
            raise NotUnderstoodError(
                f'No region is called "{text}".{did_you_mean(self._near_with_side(text))} '
                "See them all with: painlog regions"
            )
        apart = "none" if without_side else side
        if written and apart and written != apart:
            raise RefusedError(
                f'"{text}" says {written} and --side says {apart}; give one of them.'
            )
        region, chosen = self.by_name[name], written or side
        if apart is None and written is None:
            chosen = self._side_of_plural(text, name)
        if chosen and region.sides == "none":
            raise RefusedError(
                f"The {region.name} has no left or right in painlog; leave the side out."
            )
        return region, chosen

    def name_of(self, text: str) -> str | None:
        """Return the name of the region that a person wrote, whatever side they gave."""
        return self._split(text)[0]

    def several_in(self, text: str) -> tuple[str, ...]:
        """Return the places that a text joins: "neck and left shoulder"; none if it is not so.

        A side belongs to the region that it stands beside.
        """
        parts = list(filter(None, (part.strip() for part in re.split(_JOINED, text))))
        found = [self._split(part) for part in parts[:_MOST_WORDS]]
        names = [
            name if self.by_name[name].sides == "none" else label(name, side)
            for name, side in found
            if name
        ]
        return tuple(dict.fromkeys(names)) if len(names) == len(parts) > 1 else ()

    def near(self, text: str) -> tuple[str, ...]:
        """Return up to three regions that a person's words may have meant, sides aside."""
        return super().near(_without_fillers(*_without_side(text)) or text)

    def within(self, text: str) -> tuple[str, ...]:
        """Return the regions that are named among other words, each in as many words as it has."""
        parts = re.split(_JOINED, text)[:_MOST_WORDS]
        return tuple(dict.fromkeys(name for part in parts for name in self._within(part)))[:3]

    def _within(self, text: str) -> list[str]:
        words = re.findall(r"[^\W_]+(?:['’]\w+)?", text)[:_MOST_WORDS]
        found: list[str] = []
        first = 0
        while first < len(words):
            for end in range(len(words), first, -1):
                last = end
                name, side = self._split(" ".join(words[first:last]))
                if name and last < len(words) and normal(words[last - 1]) in _SIDE_WORDS:
                    # In "neck left shoulder" the side is the shoulder's.
                    shorter = self._split(" ".join(words[first : last - 1]))
                    ends = range(last + 1, len(words) + 1)
                    rest = (self._split(" ".join(words[last - 1 : to]))[0] for to in ends)
                    if shorter[0] and any(rest):
                        (name, side), last = shorter, last - 1
                if name:
                    found.append(name if self.by_name[name].sides == "none" else label(name, side))
                    first = last - 1
                    break
            first += 1
        return found

    def _near_with_side(self, text: str) -> tuple[str, ...]:
        """Return what `near` does, each with the side that was given; paired regions come first.

        If a region is named among other words, it is that: "my left knee hurts".
        """
        if within := self.within(text):
            return within
        side = side_in(text)
        form = _without_fillers(_without_side(text)[0], None)
        if meant := _SEVERAL_MEANINGS.get(form) or _SEVERAL_MEANINGS.get(singular(form)):
            return tuple(self._with_side(name, side) for name in meant if name in self.by_name)
        if side is None:
            return self.near(text)
        sides = {name: self.by_name[name].sides for name in self.near(text)}
        return tuple(
            self._with_side(name, side)
            for name in sorted(sides, key=lambda name: sides[name] != "paired")
        )

    def _with_side(self, name: str, side: Side | None) -> str:
        return name if self.by_name[name].sides == "none" else label(name, side)

    def new(self, name: str, sides: Sides, synonyms: Iterable[str] = ()) -> Region:
        """Return a region of the person's own that is not among these yet.

        Raises:
            RefusedError: if a name is taken, unusable, or includes a side.
        """
        first, others = self.own_names(name, synonyms)
        return Region(first, sides, area="own", synonyms=others, own=True)

    def _searched(self, thing: Region) -> Iterator[str]:
        yield from super()._searched(thing)
        yield from (thing.area, thing.where)

    def _refuse(self, name: str) -> None:
        super()._refuse(name)
        # Only for what is new; ratings know regions.
        from painlog.model.rating import looks_like_rating  # noqa: PLC0415

        if looks_like_rating(name):
            raise RefusedError(f'"{name}" would be read as an intensity; choose another name.')
        if side_in(name):
            raise RefusedError(
                f'Leave the side out of "{name}"; it is given when you add an entry.'
            )

    def _split(self, text: str) -> tuple[str | None, Side | None]:
        if name := super().name_of(text):
            return name, None
        rest, side = _without_side(text)
        # "Back of my hand" is the back of the hand.
        said = rest.replace(" my ", " the ")
        forms = (rest, *(_without_fillers(form, side) for form in (rest, said, _in_order(text))))
        name = next(filter(None, map(self._name_of_form, forms)), None)
        if name is None and (plain := re.sub(_ASIDE, "", text, flags=re.IGNORECASE)) != text:
            return self._split(plain)
        return name, side

    def _side_of_plural(self, text: str, name: str) -> Side | None:
        """Return "both" for "hands", of which a person has two; "toes" may all be on one foot."""
        if self.by_name[name].sides != "paired" or name in _SEVERAL_ON_A_SIDE:
            return None
        form = _without_fillers(normal(text), None)
        plural = form not in self.forms and singular(form) == normal(name)
        return "both" if plural or form in _PLURALS else None


def parse_side(text: str) -> Side | None:
    """Return the side that a word means ("l", "Right", "both"), or None for "none" and "".

    Raises:
        NotUnderstoodError: if it is any other word.
    """
    word = normal(text)
    if word in ("", "none"):
        return None
    if word not in _SIDE_WORDS:
        raise NotUnderstoodError(f'"{text}" is not a side. Type left, right or both.')
    return _SIDE_WORDS[word]


def parse_said_side(text: str | None) -> tuple[Side | None, bool]:
    """Return the side given apart from a region, and whether "none" was given.

    Args:
        text: As typed; None if nothing was given.

    Raises:
        NotUnderstoodError: if it is not a side or is empty.
    """
    if text is None:
        return None, False
    if not normal(text):
        raise NotUnderstoodError("The side is empty. Type left, right, both or none.")
    side = parse_side(text)
    return side, side is None


def without_side_words(text: str) -> str:
    """Return a place as it was written without its side: "Scar (left)" gives "Scar"."""
    rest = re.sub(_WORD, lambda word: "" if normal(word[0]) in _SIDE_WORDS else word[0], text)
    if rest == text:
        return text
    return " ".join(re.sub(_EMPTY_BRACKETS, " ", rest).split()).strip(" -,/")


def side_in(text: str) -> Side | None:
    """Return the side that is written in the words of a place, if any."""
    return _without_side(text)[1]


def label(region: str, side: Side | str | None) -> str:
    """Return region and side as painlog writes them: "left heel", "heel (both)", "heel"."""
    if side is None:
        return region
    return f"{region} (both)" if side == "both" else f"{side} {region}"


def on_every_side(by_side: Mapping[Side | None, AbstractSet[Said]]) -> set[Said]:
    """Return what holds on every side of a region: what is said of both, or of left and of right.

    This is the one rule for what a rating of both sides tells about each of them, and about the
    region where no side is said. It decides what is still to be rated, and which days of an attack
    diary are not taken for painless. Every figure counts a rating once, for the place that it names
    (docs/decisions/005-optional-sides.md).
    """
    nothing = frozenset[Said]()
    left, right, both = (by_side.get(side, nothing) for side in _SAID_SIDES)
    return {*(left & right), *both}


def still_to_rate(
    places: Iterable[tuple[str, Side | None]],
    rated: Iterable[tuple[str, Side | None]],
    exactly: Collection[tuple[str, Side | None]] = (),
) -> list[tuple[str, Side | None]]:
    """Return the places that no rating tells about yet.

    Args:
        places: To be rated, in the order in which they are returned.
        rated: The places of the ratings so far.
        exactly: Places about which only a rating of this very side tells: those of trials.
    """
    own = set(rated)
    regions: dict[Side | None, set[str]] = {}
    for region, side in own:
        regions.setdefault(side, set()).add(region)
    whole = on_every_side(regions)
    return [p for p in places if p not in own and (p[0] not in whole or p in exactly)]


def is_of_middle(text: str) -> bool:
    """Tell whether a place is said to be in the middle: "between the shoulder blades"."""
    return re.search(_OF_MIDDLE, text.casefold()) is not None


def without_label(text: str) -> str:
    """Return the region in what `label` returns, or with "both" before it."""
    first, _, rest = text.removesuffix(" (both)").partition(" ")
    return rest if rest and first in ("left", "right", "both") else text.removesuffix(" (both)")


def _without_side(text: str) -> tuple[str, Side | None]:
    words = normal(text).split()
    sides = {_SIDE_WORDS[word] for word in words if word in _SIDE_WORDS}
    rest = " ".join(word for word in words if word not in _SIDE_WORDS)
    return rest, "both" if len(sides) > 1 else next(iter(sides), None)


def _in_order(text: str) -> str:
    """Return the words of "back (lower) pain" as they are said: "lower back pain"."""
    found = re.fullmatch(_QUALIFIED, text.strip()) if "(" in text else None
    return _without_side(f"{found[2]} {found[1]} {found[3]}")[0] if found else ""


def _without_fillers(form: str, side: Side | None) -> str:
    fillers = _FILLERS_BY_A_SIDE if side else _FILLERS
    kept = form.split()
    while kept and kept[0] in fillers:
        kept.pop(0)
    while kept and kept[-1] in fillers:
        kept.pop()
    return " ".join(kept)
