"""What is known of one entry: where it lies, how strong it is, and what its words tell of."""

from collections.abc import Sequence
from functools import cached_property

from painlog.advice.red_flags.areas import AREAS, areas_of
from painlog.advice.red_flags.meant import tells_of
from painlog.advice.red_flags.plain_text import Clause, clauses, plain
from painlog.advice.red_flags.signs import SIGNS
from painlog.model.entry import Entry


def words_of(
    note: str, qualities: Sequence[str], triggers: Sequence[str], conditions: Sequence[str]
) -> str:
    """All that an entry says in words; its tags as the sentences that they stand for."""
    return "\n".join(
        [
            note,
            *qualities,
            *(f"after {trigger}" for trigger in triggers),
            *(f"I have {condition}" for condition in conditions),
        ]
    ).strip()


def reading_of(entry: Entry) -> "Reading":
    """The reading of a stored entry."""
    words = words_of(entry.note, entry.qualities, entry.triggers, entry.conditions)
    return Reading(entry.region, entry.intensity, words)


class Reading:
    """Areas and signs of one entry, each looked up only when it is asked for."""

    def __init__(self, region: str, intensity: int, words: str) -> None:
        self._known = dict.fromkeys(areas_of(region) | _degrees(intensity), True)
        self._text = plain(words)

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
