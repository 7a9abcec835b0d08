"""What to say at once about warning words and chest pain in entries that were just stored."""

from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from painlog.advice.red_flags import (
    Raised,
    RedFlag,
    emergencies_first,
    is_chest_pain,
    raised_by,
    signs_of,
)
from painlog.model.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from painlog.model.entry import Entry
    from painlog.store.journal import Journal

# A long-standing sign is told when it is first written, and not again for so long.
_STANDING_FOR = timedelta(days=365)
_LOOKED_AT = 2000
# The words on chest pain as an emergency return at a new pain, a severe one and a rise.
_CHEST_FOR = timedelta(days=14)
_SEVERE = 8
_RISE = 3


class WarningWords(NamedTuple):
    """The red flags that words raised, and whether to say when chest pain is an emergency."""

    raised: tuple[Raised, ...]
    of_chest: bool


def warning_words(
    journal: "Journal", saved: "Sequence[Entry]", of_notes: "Sequence[Raised]" = ()
) -> WarningWords:
    """Return what to say of entries just stored, and of other notes, emergencies first.

    A long-standing sign, such as an earlier cancer, is told once a year. The words on when chest
    pain is an emergency are not repeated at every rating.
    """
    of_entries = [
        one
        for one in raised_by(saved)
        if not (one.flag.standing and _was_told(journal, one.flag, saved))
    ]
    known = {one.flag for one in of_entries}
    raised = emergencies_first([*of_entries, *(o for o in of_notes if o.flag not in known)])
    flagged = any("chest" in one.flag.code or one.flag.code == "heart" for one in raised)
    of_chest = [] if flagged else [entry for entry in saved if is_chest_pain(entry)]
    return WarningWords(raised, any(_is_news(journal, entry, saved) for entry in of_chest))


def _was_told(journal: "Journal", flag: RedFlag, saved: "Sequence[Entry]") -> bool:
    before = islice(_before(journal, saved[0], saved, _STANDING_FOR), _LOOKED_AT)
    return any(one.flag == flag for entry in before for one in signs_of(entry))


def _is_news(journal: "Journal", entry: "Entry", saved: "Sequence[Entry]") -> bool:
    last = next(filter(is_chest_pain, _before(journal, entry, saved, _CHEST_FOR)), None)
    return last is None or entry.intensity >= _SEVERE or entry.intensity - last.intensity >= _RISE


def _before(
    journal: "Journal", entry: "Entry", saved: "Sequence[Entry]", back: timedelta
) -> "Iterator[Entry]":
    """Yield the entries up to `back` before one, newest first, without those just stored."""
    ids = {one.id for one in saved}
    days = Selection(since=entry.day - back, until=entry.day)
    for other in journal.entries(days, newest_first=True):
        if other.id not in ids and other.felt_at <= entry.felt_at:
            yield other
