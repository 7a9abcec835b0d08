"""What SQLite refuses, as sentences."""

import sqlite3

import pytest

from painlog.model.region import Region
from painlog.store.failure import sentence
from painlog.store.journal import Journal


def test_two_writers_of_one_name_are_told_of_each_other(path):
    twin = Region("old scar", "optional", "own", own=True)
    with Journal(path, writing=True) as journal:
        with journal.change("regions add") as change:
            change.add_region(twin)
        with pytest.raises(sqlite3.IntegrityError) as refused, journal.change("again") as change:
            change.add_region(twin)
    assert sentence(refused.value) == (
        "Another painlog changed the journal at the same moment. Nothing was saved; look at what "
        "is there and try again."
    )
