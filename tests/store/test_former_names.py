"""The change log tells which names were given before."""

import pytest

from painlog.model.region import Region
from painlog.model.treatment import Treatment
from painlog.store.journal import Journal
from painlog.store.namings import former_names

SPOT = Region("bad spot", "none", "own", own=True)
LAMP = Treatment("heat lamp", "self-care", own=True)


@pytest.fixture
def journal(path):
    with Journal(path, writing=True) as opened:
        with opened.change("regions add") as change:
            change.add(SPOT)
            change.add(LAMP)
        yield opened


def rename(journal, old, new):
    with journal.change("regions rename") as change:
        change.edit(SPOT._replace(name=new), old)


def test_every_former_name_leads_to_the_present_one(journal):
    assert former_names(journal.connection, "region") == {}
    rename(journal, "bad spot", "sore knee")
    rename(journal, "sore knee", "the knee")
    assert former_names(journal.connection, "region") == {
        "bad spot": "the knee",
        "sore knee": "the knee",
    }
    assert former_names(journal.connection, "treatment") == {}


def test_what_was_undone_was_not_renamed(journal):
    rename(journal, "bad spot", "sore knee")
    journal.undo()
    assert former_names(journal.connection, "region") == {}
    journal.redo()
    assert former_names(journal.connection, "region") == {"bad spot": "sore knee"}


def test_what_was_changed_or_removed_was_not_renamed(journal):
    with journal.change("regions") as change:
        change.edit(SPOT._replace(synonyms=("spot",)), "bad spot")
        change.remove_key("region", "bad spot")
    assert former_names(journal.connection, "region") == {}
