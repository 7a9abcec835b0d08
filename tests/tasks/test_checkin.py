"""A check-in that waits for a person while other commands go on."""

from datetime import timedelta

import pytest

from conftest import NOW
from painlog.store.journal import Journal
from painlog.tasks.checkin import CheckIn, Helpful
from painlog.tasks.treatments import NamedTreatments

HEAD = ("head", None)
NECK = ("neck", None)
NOTHING_LATELY = Helpful((), (), set())


@pytest.fixture
def checkin(path):
    with Journal(path, writing=True) as journal:
        yield CheckIn(journal, NOW, lambda rated: rated.place)


def meanwhile(path, change_it):
    """What another command does to the first entry."""
    with Journal(path, writing=True) as journal, journal.change("edit") as change:
        change_it(change, journal.entry(1))


def stored(path):
    with Journal(path) as journal:
        return {e.region: (e.intensity, e.note, e.until, e.treatments) for e in journal.entries()}


def test_what_was_changed_meanwhile_stays(path, checkin):
    checkin.rate(HEAD, 7)
    checkin.rate(NECK, 3)
    until = NOW + timedelta(hours=1)

    def edited(change, old):
        change.edit(old._replace(note="aura", until=until, treatments=("rest",)))

    meanwhile(path, edited)
    checkin.did(NamedTreatments(("heat",)), NOTHING_LATELY)
    assert stored(path) == {
        "head": (7, "aura", until, ("heat", "rest")),
        "neck": (3, "", None, ("heat",)),
    }
    checkin.rate(HEAD, 6)
    assert stored(path)["head"] == (6, "aura", until, ("heat", "rest"))


def test_what_was_removed_meanwhile_stays_away_until_it_is_rated_again(path, checkin):
    checkin.rate(HEAD, 7)
    checkin.rate(NECK, 3)
    meanwhile(path, lambda change, old: change.remove(old))
    checkin.did(NamedTreatments(("heat",)), NOTHING_LATELY)
    assert stored(path) == {"neck": (3, "", None, ("heat",))}
    checkin.rate(HEAD, 5)
    assert stored(path)["head"] == (5, "", None, ())
    with Journal(path, writing=True) as journal:
        assert journal.undo().command == "checkin"
