"""Putting things into the journal of a test."""

import pytest

from builders import entry
from painlog.store.backup import back_up
from painlog.store.journal import Journal


@pytest.fixture
def store(path):
    """Store entries, courses and the like in one change; gives them as they were stored."""

    def put(*things, command="add"):
        with Journal(path, writing=True) as journal, journal.change(command) as change:
            change.summary = f"{len(things)} things"
            return [change.add(thing) for thing in things]

    return put


@pytest.fixture
def saved(path, store, tmp_path):
    """A backup with the ratings 6 and 3; the journal has 9 as well."""
    store(entry("left heel", 6), entry("neck", 3))
    target = tmp_path / "elsewhere" / "saved.db"
    target.parent.mkdir()
    with Journal(path) as journal:
        back_up(journal, [target])
    store(entry("left heel", 9, hour=21))
    return target


@pytest.fixture
def four(path, store):
    """Entries 1 to 4, of which the first two were felt last."""
    store(
        entry("left heel", 6, day=3, treatments=["stretching"]),
        entry("right heel", 5, day=4, treatments=["heat", "stretching"]),
        entry("heel", 4, day=2),
        entry("lower back", 3, day=1, treatments=["heat"]),
    )
    return path
