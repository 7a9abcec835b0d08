"""Which state a journal is in: a random token, and the token of the state that it followed.

Every transaction of painlog replaces both, so that each state of a journal has a token of its own,
also where copies of it went on apart. The token tells for which state of the file a log that SQLite
left behind was written: see store/leftover.py.
"""

import sqlite3
from typing import NamedTuple

# What a journal of an earlier schema, or one that was just made, followed.
NONE = "0" * 32


class Generation(NamedTuple):
    """The token of a state, and that of the state before it."""

    token: str
    previous: str


def step(connection: sqlite3.Connection) -> None:
    """Note, as the last thing in a transaction, that the journal comes to a new state."""
    connection.execute(
        "insert into generation (id, token, previous) values (1, lower(hex(randomblob(16))), ?)"
        " on conflict (id) do update set previous = token, token = excluded.token",
        [NONE],
    )


def follow(new: sqlite3.Connection, live: sqlite3.Connection) -> None:
    """Make the content of `new`, which takes the place of a live journal's, follow that content."""
    step(new)
    if before := of(live):
        new.execute("update generation set previous = ?", [before.token])


def of(connection: sqlite3.Connection) -> Generation | None:
    """Return the state that a journal is in; None for an earlier schema, or where it is damaged."""
    from painlog.store.verify import DamageErrors

    try:
        row = connection.execute("select token, previous from generation").fetchone()
    except DamageErrors:
        return None
    return row and Generation(*row)
