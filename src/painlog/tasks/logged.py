"""Find entries and uses by what a person types: 12 is an entry, u7 a use, 3-5 are three entries.

"last" is the entry or use that was written last.
"""

import re
from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

from painlog.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from painlog.model.entry import Entry
    from painlog.model.selection import Selection
    from painlog.model.use import Use
    from painlog.store.journal import Journal

Only = Literal["entries", "uses"]
LAST = "last"
# Not compiled here: most commands that load this module read no number.
_NUMBER = r"([uU]?)0*(\d{1,30})"
_RANGE = r"([uU]?)(\d{1,18})\s*[-–]\s*([uU]?)(\d{1,18})"


def logged(journal: "Journal", number: str) -> "Entry | Use":
    """Return the entry or the use with this number.

    Raises:
        UsageError: if it is not such a number.
        NotFoundError: if nothing has it.
    """
    if number.strip().lower() == LAST:
        return _last(journal)
    found = re.fullmatch(_NUMBER, number.strip(), re.ASCII)
    if not found:
        raise UsageError(
            f'"{number}" is not the number of an entry, such as 12, or of a use, such as u7. See '
            "the numbers with: painlog list"
        )
    which = int(found[2])
    return journal.use(which) if found[1] else journal.entry(which)


def all_logged(journal: "Journal", numbers: Sequence[str]) -> "list[Entry | Use]":
    """Return the entries and uses with these numbers, each once, in the order of the numbers.

    A range such as 3-5 gives those of its numbers that exist.

    Raises:
        UsageError: if one is not such a number or range.
        NotFoundError: if nothing has one of them, or nothing is in a range.
    """
    found: list[Entry | Use] = []
    for number in numbers:
        bounds = re.fullmatch(_RANGE, number.strip(), re.ASCII)
        found += _between(journal, number, bounds) if bounds else [logged(journal, number)]
    return list(dict.fromkeys(found))


def _between(journal: "Journal", text: str, bounds: re.Match[str]) -> "list[Entry | Use]":
    kind, first, other, last = bounds.groups()
    if int(first) > int(last) or (other and other.lower() != kind.lower()):
        raise UsageError(
            f'"{text}" is not a range. Give the lower number first, as in: 3-5, or u3-u5 for uses'
        )
    from painlog.store.recent import ids_between

    ids = ids_between(journal, "use" if kind else "entry", int(first), int(last))
    found: list[Entry | Use] = (
        [journal.use(number) for number in ids] if kind else [journal.entry(n) for n in ids]
    )
    if not found:
        raise NotFoundError(f"Nothing has a number in {text}. See the ids with: painlog list")
    return found


def _last(journal: "Journal") -> "Entry | Use":
    from painlog.store.recent import last_written

    number = last_written(journal)
    if number is None:
        raise NotFoundError("Nothing is logged yet. Log something first: painlog add heel 6")
    kind, which = number
    return journal.entry(which) if kind == "entry" else journal.use(which)


def newest_logged(
    journal: "Journal", chosen: "Selection", only: "Only | None"
) -> "Iterator[Entry | Use]":
    """Yield the chosen entries and uses without a rating, newest first, up to the limit.

    Args:
        journal: Where they are.
        chosen: Which of them; the limit counts both together.
        only: Which of the two; None for both.
    """
    from heapq import merge
    from itertools import islice

    entries: Iterable[Entry | Use] = (
        () if only == "uses" else journal.entries(chosen, newest_first=True)
    )
    uses: Iterable[Entry | Use] = (
        () if only == "entries" else journal.uses(chosen, newest_first=True)
    )
    return islice(merge(entries, uses, key=attrgetter("moment"), reverse=True), chosen.limit)


def count_logged(
    journal: "Journal", chosen: "Selection", only: "Only | None", most: int | None = None
) -> int:
    """Count what `newest_logged` yields without a limit, up to `most` entries and `most` uses."""
    entries = 0 if only == "uses" else journal.count(chosen, most=most)
    return entries + (0 if only == "entries" else journal.count_uses(chosen, most=most))
