"""Read the words of an entry or a note, and find the signs in them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from painlog.advice.red_flags.areas import AREAS, areas_of
from painlog.advice.red_flags.combinations import COMBINATIONS, NEARER
from painlog.advice.red_flags.context import words_told
from painlog.advice.red_flags.flags import RED_FLAGS, RedFlag
from painlog.advice.red_flags.patterns import Sign, compiled
from painlog.advice.red_flags.sentences import Clause, as_written, clauses, plain
from painlog.advice.red_flags.signs.anywhere import SIGNS_OF_ANYWHERE
from painlog.advice.red_flags.signs.back import SIGNS_OF_THE_BACK
from painlog.advice.red_flags.signs.belly import SIGNS_OF_THE_BELLY
from painlog.advice.red_flags.signs.chest_and_leg import SIGNS_OF_THE_CHEST_AND_LEG
from painlog.advice.red_flags.signs.head import SIGNS_OF_THE_HEAD
from painlog.advice.red_flags.signs.limb import SIGNS_OF_THE_LIMBS
from painlog.model.entry import Entry

# About 80 pages. A report reads the words of every entry, and a whole file may be pasted into one.
LONGEST_READ = 200_000

NAMED_SIGNS: Mapping[str, Sign] = {
    **SIGNS_OF_THE_BACK,
    **SIGNS_OF_THE_HEAD,
    **SIGNS_OF_THE_CHEST_AND_LEG,
    **SIGNS_OF_THE_BELLY,
    **SIGNS_OF_THE_LIMBS,
    **SIGNS_OF_ANYWHERE,
}


class Raised(NamedTuple):
    """A red flag and the words that raised it, as they were written where they can be found."""

    flag: RedFlag
    words: tuple[str, ...]


def signs_in(
    *,
    region: str = "",
    intensity: int = 0,
    qualities: Sequence[str] = (),
    triggers: Sequence[str] = (),
    conditions: Sequence[str] = (),
    note: str = "",
) -> tuple[Raised, ...]:
    """Return the red flags in an entry or a note, emergencies first, each once.

    Region and intensity alone never raise one: there must be words. Only the first `LONGEST_READ`
    characters of the note and of the tags are read. The note may name an area of its own ("back
    hurts and I can't pee" under "hip").

    Args:
        region: A name from the catalogue, or the person's own; "" is nowhere in particular.
        intensity: 0–10. Some signs need severe pain as well.
        qualities: What the pain is like ("numb").
        triggers: What came before it ("car accident").
        conditions: What the person has ("cancer").
        note: As written.
    """
    if "groin or buttock" in areas_of(region):
        qualities = [quality for quality in qualities if not _is_numb(quality)]
    words = _words_of(note, qualities, triggers, conditions)
    return _raised_by(region, _degrees(intensity), words) if words else ()


# Most entries say what others of the place said, in the same words: their tags.
@lru_cache(maxsize=512)
def _raised_by(region: str, degrees: frozenset[str], words: str) -> tuple[Raised, ...]:
    entry = _Reading(region, degrees, words)
    told = {
        flag: names
        for flag in RED_FLAGS
        for names in [next(filter(entry.has_all, COMBINATIONS[flag.code]), None)]
        if names
    }
    codes = {flag.code for flag in told}
    return tuple(
        Raised(flag, entry.read_for(names))
        for flag, names in told.items()
        if codes.isdisjoint(NEARER.get(flag.code, ()))
    )


def emergencies_first(raised: Iterable[Raised]) -> tuple[Raised, ...]:
    """Return what several entries or notes raised, emergencies first, else in their order."""
    return tuple(sorted(raised, key=lambda one: one.flag.urgency))


def find_red_flags(
    *,
    region: str,
    intensity: int,
    qualities: Sequence[str] = (),
    triggers: Sequence[str] = (),
    conditions: Sequence[str] = (),
    note: str = "",
) -> tuple[RedFlag, ...]:
    """Return the red flags of `signs_in` without the words."""
    raised = signs_in(
        region=region,
        intensity=intensity,
        qualities=qualities,
        triggers=triggers,
        conditions=conditions,
        note=note,
    )
    return tuple(one.flag for one in raised)


def signs_of(entry: Entry) -> tuple[Raised, ...]:
    """Return the red flags in an entry."""
    return signs_in(
        region=entry.region,
        intensity=entry.intensity,
        qualities=entry.qualities,
        triggers=entry.triggers,
        conditions=entry.conditions,
        note=entry.note,
    )


def is_chest_pain(entry: Entry) -> bool:
    """Return whether an entry rates pain in the chest, by its region or its words. 0 is no pain."""
    words = _words_of(entry.note, entry.qualities, entry.triggers, entry.conditions)
    return entry.intensity > 0 and _Reading(entry.region, _degrees(entry.intensity), words).has(
        "chest"
    )


def _words_of(
    note: str, qualities: Sequence[str], triggers: Sequence[str], conditions: Sequence[str]
) -> str:
    """Join what an entry says in words, its tags as the sentences they stand for."""
    tags = "\n".join(
        [
            *qualities,
            *(f"after {trigger}" for trigger in triggers),
            *map(_as_told, conditions),
        ]
    )
    return f"{note[:LONGEST_READ]}\n{tags[:LONGEST_READ]}".strip()


def _is_numb(quality: str) -> bool:
    return compiled("<numb>").fullmatch(plain(quality)) is not None


def _as_told(condition: str) -> str:
    """Return a condition as a sentence: one with a year is over, unless it says "since"."""
    name, _, year = condition.strip().rpartition(" ")
    if compiled(r"\(?(?:19|20)\d\d\)?").fullmatch(year) and not name.endswith("since"):
        return f"I had {name.removesuffix(' in')} in {year.strip('()')}"
    return f"I have {condition}"


class _EntryWords:
    """The words of an entry, and what they tell, each looked up only when it is asked for."""

    def __init__(self, words: str) -> None:
        self.written = words
        self._text = plain(words)
        self._told: dict[str, str | None] = {}

    def told(self, name: str) -> str | None:
        """Return the words that name an area or a sign; None if none do."""
        if name not in self._told:
            self._told[name] = self._find(name)
        return self._told[name]

    @cached_property
    def _clauses(self) -> tuple[Clause, ...]:
        return tuple(clauses(self._text))

    def _find(self, name: str) -> str | None:
        sign = NAMED_SIGNS.get(name) or AREAS.get(name)
        if sign is None or not any(stem in self._text for stem in sign.stems.split("|")):
            return None
        found = (words_told(sign, clause) for clause in self._clauses)
        return next((words for words in found if words), None)


# The same words stand beside many places and intensities.
_words_said = lru_cache(maxsize=512)(_EntryWords)


class _Reading:
    """Areas and signs of one entry."""

    def __init__(self, region: str, degrees: frozenset[str], words: str) -> None:
        # Known without any words.
        self._known = areas_of(region) | degrees
        self._text = _words_said(words)

    def has(self, name: str) -> bool:
        """Tell whether the region lies in this area, or the words name this area or sign."""
        return name in self._known or self._text.told(name) is not None

    def has_all(self, names: Sequence[str]) -> bool:
        """Tell whether it has each of several areas and signs."""
        return all(map(self.has, names))

    def read_for(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return the words that told of areas and signs, in the order of the names, each once."""
        read = (self._text.told(name) for name in names if name not in self._known)
        written = self._text.written
        return tuple(dict.fromkeys(as_written(written, words) for words in read if words))


def _degrees(intensity: int) -> frozenset[str]:
    return frozenset(f"intensity {least}" for least in (7, 8, 9) if intensity >= least)
