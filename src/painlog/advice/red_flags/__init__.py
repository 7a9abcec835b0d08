"""Signs in an entry that need care now, not a journal.

A reader of plain words, not a diagnosis: it knows the signs that public guidance names (`flags`)
as people write them (`signs`, `areas`), and leaves out what is denied, over, somebody else's, only
feared, or another meaning of the same letters (`meant`).
"""

from collections.abc import Iterable, Sequence
from functools import cached_property

from painlog.advice.red_flags.areas import AREAS, areas_of
from painlog.advice.red_flags.chest import chest_warning
from painlog.advice.red_flags.flags import COMBINATIONS, RED_FLAGS, RedFlag
from painlog.advice.red_flags.meant import tells_of
from painlog.advice.red_flags.plain_text import Clause, clauses, plain
from painlog.advice.red_flags.signs import SIGNS
from painlog.model.entry import Entry

__all__ = ["RED_FLAGS", "RedFlag", "chest_warning", "find_red_flags", "red_flags_of"]


def find_red_flags(
    *, region: str, intensity: int, qualities: Sequence[str] = (), note: str = ""
) -> tuple[RedFlag, ...]:
    """The red flags that an entry tells of, emergencies first, each once.

    Region and intensity alone never raise one: there must be words. The note may name an area of
    its own ("back hurts and I can't pee" under "hip").

    Args:
        region: A name from the catalogue, or the person's own.
        intensity: 0–10. Severe pain is part of the sign for a sudden headache only.
        qualities: What the pain is like ("numb").
        note: As written.
    """
    told = "\n".join([note, *qualities])
    if not told.strip():
        return ()
    entry = _Entry(areas_of(region) | _degrees(intensity), plain(told))
    return tuple(
        flag
        for flag in RED_FLAGS
        if any(all(map(entry.has, together)) for together in COMBINATIONS[flag.code])
    )


def red_flags_of(entries: Iterable[Entry]) -> tuple[RedFlag, ...]:
    """The red flags that any of the entries tells of, each once, in the order of the entries."""
    return tuple(
        dict.fromkeys(
            flag
            for e in entries
            for flag in find_red_flags(
                region=e.region, intensity=e.intensity, qualities=e.qualities, note=e.note
            )
        )
    )


class _Entry:
    """What is known of one entry, looked up only when a flag asks."""

    def __init__(self, given: frozenset[str], text: str) -> None:
        self._known = dict.fromkeys(given, True)
        self._text = text

    def has(self, name: str) -> bool:
        """Whether the region lies in this area, or the words tell of this area or sign."""
        if name not in self._known:
            self._known[name] = self._is_told(name)
        return self._known[name]

    @cached_property
    def _clauses(self) -> tuple[Clause, ...]:
        return tuple(clauses(self._text))

    def _is_told(self, name: str) -> bool:
        sign = SIGNS.get(name) or AREAS.get(name)
        if sign is None or not any(stem in self._text for stem in sign.stems.split("|")):
            return False
        return any(tells_of(sign, clause) for clause in self._clauses)


def _degrees(intensity: int) -> frozenset[str]:
    return frozenset(f"intensity {least}" for least in (8, 9) if intensity >= least)
