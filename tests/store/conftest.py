"""Putting things into the journal of a test."""

import pytest

from painlog.store.journal import Journal


@pytest.fixture
def store(path):
    """Store entries, courses and the like in one change; gives them as they were stored."""

    def put(*things, command="add"):
        with Journal(path, writing=True) as journal, journal.change(command) as change:
            change.summary = f"{len(things)} things"
            return [change.add(thing) for thing in things]

    return put
