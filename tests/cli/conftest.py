"""A journal with three entries, and what its table of entries holds."""

import sqlite3
from contextlib import closing

import pytest


@pytest.fixture
def three(painlog):
    painlog("add", "left heel", "6", "-t", "heat", "--before", "8", "--at", "2026-03-29")
    painlog("add", "neck", "2", "-q", "dull", "--note", "after work", "--at", "2026-03-30 09:30")
    painlog("add", "right heel", "4", "--at", "2026-03-31 12:00")


@pytest.fixture
def stored(path):
    """Read the rows of the entries, by number."""

    def read():
        with closing(sqlite3.connect(path)) as journal:
            return journal.execute(
                "select id, uid, felt_at, region, side, intensity, intensity_before, note,"
                " created_at, updated_at from entry order by id"
            ).fetchall()

    return read
