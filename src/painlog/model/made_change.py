"""A change as the change log tells of it."""

from typing import NamedTuple


class MadeChange(NamedTuple):
    """When a change was made, in UTC, by which command, and of what."""

    made_at: str
    command: str
    summary: str
    is_undone: bool
