"""Find entries and uses by the number that a person types: 12 is an entry, u7 a use."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from painlog.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from painlog.model.entry import Entry
    from painlog.model.selection import Selection
    from painlog.model.use import Use
    from painlog.store.journal import Journal

Only = Literal["entries", "uses"]
_NUMBER = re.compile(r"([uU]?)0*(\d{1,30})", re.ASCII)


def logged(journal: "Journal", number: str) -> "Entry | Use":
    """Return the entry or the use with this number.

    Raises:
        UsageError: if it is no such number.
        NotFoundError: if nothing has it.
    """
    found = _NUMBER.fullmatch(number.strip())
    if not found:
        raise UsageError(
            f'"{number}" is not the number of an entry, such as 12, or of a use, such as u7. See '
            "the numbers with: painlog list"
        )
    which = int(found[2])
    return journal.use(which) if found[1] else journal.entry(which)


def all_logged(journal: "Journal", numbers: Sequence[str]) -> "list[Entry | Use]":
    """Return the entries and uses with these numbers, each once, in the order of the numbers.

    Raises:
        UsageError: if one is no such number.
        NotFoundError: if nothing has one of them.
    """
    return list(dict.fromkeys(logged(journal, number) for number in numbers))


def newest_logged(
    journal: "Journal", chosen: "Selection", only: "Only | None"
) -> "Iterator[Entry | Use]":
    """Yield the chosen entries and uses without a rating, newest first, up to the limit.

    Args:
        journal: Where they are.
        chosen: Which of them; the limit is of both together.
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
    return islice(merge(entries, uses, key=_moment, reverse=True), chosen.limit)


def count_logged(
    journal: "Journal", chosen: "Selection", only: "Only | None", most: int | None = None
) -> int:
    """Count what `newest_logged` yields without a limit, each of both up to `most`."""
    entries = 0 if only == "uses" else journal.count(chosen, most=most)
    return entries + (0 if only == "entries" else journal.count_uses(chosen, most=most))


def _moment(thing: "Entry | Use") -> datetime:
    return thing.used_at if hasattr(thing, "used_at") else thing.felt_at
