"""What a command does, without a terminal: an open journal and plain values in, records out.

Nothing here prints, asks or knows the command line. A long task reports its progress to a callable.
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO, Protocol, TypeVar

Item = TypeVar("Item")


class Progress(Protocol):
    """Passes items on, and may show how much of their file has been read."""

    def __call__(self, items: Iterable[Item], what: str, file: BinaryIO) -> Iterator[Item]:
        """Yield each item; `what` says in words what is being done."""
