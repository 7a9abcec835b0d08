"""A word of a report that is explained."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a report, other words for it, what it means, and the source of that."""

    name: str
    text: str
    source: str = ""
    synonyms: tuple[str, ...] = ()
