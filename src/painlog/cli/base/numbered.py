"""Finding what a person names by its number."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from painlog.errors import NotFoundError


class _Numbered(Protocol):
    @property
    def id(self) -> int: ...


Thing = TypeVar("Thing", bound=_Numbered)


def numbered(things: Iterable[Thing], number: int, noun: str, see: str) -> Thing:
    """The one with this number.

    Args:
        things: Among which it is looked for.
        number: As typed.
        noun: What they are, for the sentence of a refusal.
        see: The command that lists them.

    Raises:
        NotFoundError: if none has it.
    """
    for thing in things:
        if thing.id == number:
            return thing
    raise NotFoundError(f"There is no {noun} {number}. See: {see}")
