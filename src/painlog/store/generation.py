"""Mark each state of a journal with a random token, and with the token of the state before it.

Every transaction of painlog replaces both, so that each state has a token of its own, even if two
copies of a journal are changed separately. The token shows for which state of the file a leftover
SQLite log was written: see store/leftover.py.
"""

import sqlite3
from typing import NamedTuple

# The token before the first one: the journal had an earlier schema, or was just made.
NONE = "0" * 32


class Generation(NamedTuple):
    """The token of a state, and that of the state before it."""

    token: str
    previous: str


def step(connection: sqlite3.Connection) -> None:
    """Mark a new state of the journal; to be called last in a transaction."""
    connection.execute(
        "insert into generation (id, token, previous) values (1, lower(hex(randomblob(16))), ?)"
        " on conflict (id) do update set previous = token, token = excluded.token",
        [NONE],
    )


def follow(new: sqlite3.Connection, live: sqlite3.Connection) -> None:
    """Mark `new`, which is to replace a live journal's content, as the state after it."""
    step(new)
    if before := of(live):
        new.execute("update generation set previous = ?", [before.token])


def of(connection: sqlite3.Connection) -> Generation | None:
    """Return the state of a journal; None for an earlier schema, or if it is damaged."""
    from painlog.store.verify import DamageErrors

    try:
        row = connection.execute("select token, previous from generation").fetchone()
    except DamageErrors:
        return None
    return row and Generation(*row)
