"""Regions and treatments of the person's own: which may be renamed or removed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypeVar

from painlog.errors import RefusedError
from painlog.model.names import normal
from painlog.views.terminal.screen import say, screen
from painlog.views.wording import printable

if TYPE_CHECKING:
    from painlog.model.region import Region
    from painlog.model.treatment import Treatment
    from painlog.store.journal import Journal

    Named = TypeVar("Named", Region, Treatment)
    Noun = Literal["region", "treatment"]


def must_be_own(noun: "Noun", found: "Named") -> "Named":
    """What was found, if the person added it.

    Raises:
        RefusedError: if it is in painlog's catalogue.
    """
    if not found.own:
        raise RefusedError(
            f"{found.name} is in painlog's catalogue and stays as it is. Only {noun}s that you "
            "added can be renamed or removed."
        )
    return found


def must_be_unused(journal: "Journal", noun: "Noun", name: str) -> None:
    """Let through what no entry and no course names.

    Raises:
        RefusedError: if one does.
    """
    if used := journal.uses(noun, name):
        times = "once" if used == 1 else f"{used:,} times"
        raise RefusedError(
            f"{name} is used {times} in the journal and stays. "
            f'Rename it with: painlog {noun}s rename "{name}" NEW'
        )


def without(name: str, synonyms: Sequence[str]) -> tuple[str, ...]:
    """The other names of what has a new name, which may have been one of them."""
    return tuple(synonym for synonym in synonyms if normal(synonym) != normal(name))


def say_done(text: str) -> None:
    """Say what was done to a name that the person chose."""
    say(screen().wrapped(printable(text), rest="  "))
