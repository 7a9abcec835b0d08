"""Find signs in an entry that need care now, not a journal.

A reader of plain words, not a diagnosis: it knows the signs that public guidance names (`flags`)
as people write them (`signs`, `areas`), and skips what is denied, over, about somebody else, only
feared, or another meaning of the same letters (`context`).
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from painlog.advice.red_flags.areas import AREAS, areas_of
from painlog.advice.red_flags.context import tells_of
from painlog.advice.red_flags.flags import (
    COMBINATIONS,
    EMERGENCY_ACTION,
    NEARER,
    RED_FLAGS,
    RedFlag,
)
from painlog.advice.red_flags.patterns import Sign, compiled
from painlog.advice.red_flags.sentences import Clause, clauses, plain
from painlog.advice.red_flags.signs.anywhere import SIGNS_OF_ANYWHERE
from painlog.advice.red_flags.signs.back import SIGNS_OF_THE_BACK
from painlog.advice.red_flags.signs.belly import SIGNS_OF_THE_BELLY
from painlog.advice.red_flags.signs.chest_and_leg import SIGNS_OF_THE_CHEST_AND_LEG
from painlog.advice.red_flags.signs.head import SIGNS_OF_THE_HEAD
from painlog.advice.red_flags.signs.limb import SIGNS_OF_THE_LIMBS
from painlog.advice.standing import Advice
from painlog.model.entry import Entry

__all__ = [
    "RED_FLAGS",
    "RedFlag",
    "Told",
    "chest_advice",
    "chest_warning",
    "find_red_flags",
    "red_flags_of",
    "told_of",
]

# Some 80 pages; a report reads the words of every entry, and a file may be pasted into one.
LONGEST_READ = 200_000
WHEN_CHEST_PAIN_IS_AN_EMERGENCY = (
    "If chest pain is tight, heavy or squeezing, comes suddenly and lasts for more than 15 "
    "minutes, spreads to the arm, neck, jaw or back, or comes with sweating, sickness or "
    f"breathlessness, it is an emergency: {EMERGENCY_ACTION[0].lower()}{EMERGENCY_ACTION[1:]} "
    "(NHS: Chest pain, as EA Health has it)"
)

_SIGNS: Mapping[str, Sign] = {
    **SIGNS_OF_THE_BACK,
    **SIGNS_OF_THE_HEAD,
    **SIGNS_OF_THE_CHEST_AND_LEG,
    **SIGNS_OF_THE_BELLY,
    **SIGNS_OF_THE_LIMBS,
    **SIGNS_OF_ANYWHERE,
}


class Told(NamedTuple):
    """A red flag, the place whose entry tells of it, and the latest day on which one does."""

    flag: RedFlag
    day: date
    place: str


def find_red_flags(
    *,
    region: str,
    intensity: int,
    qualities: Sequence[str] = (),
    triggers: Sequence[str] = (),
    conditions: Sequence[str] = (),
    note: str = "",
) -> tuple[RedFlag, ...]:
    """Return the red flags that an entry tells of, emergencies first, each once.

    Region and intensity alone never raise one: there must be words, of which the first
    `LONGEST_READ` characters of the note and of the tags are read. The note may name an area of
    its own ("back hurts and I can't pee" under "hip").

    Args:
        region: A name from the catalogue, or the person's own.
        intensity: 0–10. Severe pain is part of the sign for a sudden headache only.
        qualities: What the pain is like ("numb").
        triggers: What came before it ("car accident").
        conditions: What the person has ("cancer").
        note: As written.
    """
    if "groin or buttock" in areas_of(region):
        qualities = [quality for quality in qualities if not _is_numb(quality)]
    words = _words_of(note, qualities, triggers, conditions)
    if not words:
        return ()
    entry = _Reading(region, intensity, words)
    told = {
        flag.code
        for flag in RED_FLAGS
        if any(all(map(entry.has, together)) for together in COMBINATIONS[flag.code])
    }
    return tuple(
        flag
        for flag in RED_FLAGS
        if flag.code in told and told.isdisjoint(NEARER.get(flag.code, ()))
    )


def red_flags_of(entries: Iterable[Entry]) -> tuple[RedFlag, ...]:
    """Return the red flags that any entry tells of, each once, in the order of the entries."""
    return tuple(dict.fromkeys(flag for e in entries for flag in _flags_of(e)))


def told_of(entries: Iterable[Entry]) -> tuple[Told, ...]:
    """Return each flag once for a place: emergencies first, then the latest day first."""
    days: dict[tuple[RedFlag, str], date] = {}
    for entry in entries:
        for flag in _flags_of(entry):
            told = flag, entry.place
            days[told] = max(entry.day, days.get(told, entry.day))
    found = (Told(flag, day, place) for (flag, place), day in days.items())
    return tuple(
        sorted(found, key=lambda t: (t.flag.urgency, -t.day.toordinal(), RED_FLAGS.index(t.flag)))
    )


def chest_warning(entries: Iterable[Entry], raised: Sequence[RedFlag]) -> str | None:
    """Return the sentence for entries of chest pain, or None where none is needed.

    It names a condition for the person to judge. It is not a red flag, which needs words. A rating
    of 0 is no pain.

    Args:
        entries: What was rated.
        raised: The red flags that their words raised. One about the chest replaces this sentence.
    """
    return WHEN_CHEST_PAIN_IS_AN_EMERGENCY if _latest_chest_pain(entries, raised) else None


def chest_advice(entries: Iterable[Entry], raised: Sequence[RedFlag]) -> Advice | None:
    """Return the same sentence as an advice for a report, with the latest entry for a clinician."""
    latest = _latest_chest_pain(entries, raised)
    if latest is None:
        return None
    day = latest.day
    return Advice(
        "chest-pain",
        WHEN_CHEST_PAIN_IS_AN_EMERGENCY,
        f"Pain in the chest was rated, last on {day.day} {day:%b %Y} ({latest.place}, "
        f"{latest.intensity} of 10), and no entry says more of it.",
    )


def _flags_of(entry: Entry) -> tuple[RedFlag, ...]:
    return find_red_flags(
        region=entry.region,
        intensity=entry.intensity,
        qualities=entry.qualities,
        triggers=entry.triggers,
        conditions=entry.conditions,
        note=entry.note,
    )


def _latest_chest_pain(entries: Iterable[Entry], raised: Sequence[RedFlag]) -> Entry | None:
    """Return the latest entry of chest pain, or None where a red flag says more."""
    if any("chest" in flag.code for flag in raised):
        return None
    rated = (e for e in entries if e.intensity and _reading_of(e).has("chest"))
    return max(rated, key=lambda e: e.felt_at, default=None)


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
    """Return a condition as a sentence: one with a year is over, unless it is since then."""
    name, _, year = condition.strip().rpartition(" ")
    if compiled(r"\(?(?:19|20)\d\d\)?").fullmatch(year) and not name.endswith("since"):
        return f"I had {name.removesuffix(' in')} in {year.strip('()')}"
    return f"I have {condition}"


def _reading_of(entry: Entry) -> "_Reading":
    """Read a stored entry."""
    words = _words_of(entry.note, entry.qualities, entry.triggers, entry.conditions)
    return _Reading(entry.region, entry.intensity, words)


class _Reading:
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
        sign = _SIGNS.get(name) or AREAS.get(name)
        if sign is None or not any(stem in self._text for stem in sign.stems.split("|")):
            return False
        return any(tells_of(sign, clause) for clause in self._clauses)


def _degrees(intensity: int) -> frozenset[str]:
    return frozenset(f"intensity {least}" for least in (7, 8, 9) if intensity >= least)
