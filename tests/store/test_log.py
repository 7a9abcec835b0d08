"""A change: what is stored with which marks, and a rehearsal of it."""

import pytest

from builders import consultation, entry
from painlog.store.journal import Journal
from painlog.store.log import rehearsal


def test_a_rehearsal_shows_a_change_and_makes_none(path, store):
    store(entry("neck", 1))
    before = path.read_bytes()
    with Journal(path, writing=True) as journal:
        with rehearsal(journal.connection, "import") as change:
            change.add(entry("left heel", 6))
            assert journal.count() == 2
        with pytest.raises(ValueError, match=r"^no$"), rehearsal(journal.connection, "import"):
            raise ValueError("no")
    assert path.read_bytes() == before
    with Journal(path, writing=True) as journal:
        assert journal.undo().command == "add"


def test_what_another_journal_wrote_keeps_its_marks(path):
    there = consultation(3)._replace(
        id=9, uid="0f8fad5b-d9cb-469f-a165-70867728950e", updated_at="then"
    )
    with Journal(path, writing=True) as journal, journal.change("import") as change:
        assert change.put(there) == 9
        assert change.put(there._replace(id=0, uid="x" * 36)) == 10
        assert change.put(there._replace(note="new")) == 9
    with Journal(path) as journal:
        assert journal.consultations() == (
            there._replace(note="new"),
            there._replace(id=10, uid="x" * 36),
        )


def test_a_change_goes_on_as_long_as_it_is_the_newest(tmp_path):
    with Journal(tmp_path / "painlog.db", writing=True) as journal:
        with journal.change("first") as first:
            one = first.add(entry("heel", 6))
        with journal.change("first", first.id) as more:
            more.edit(one._replace(intensity=5))
            more.add(entry("neck", 3))
        assert more.id == first.id
        # The whole of it is one step back, and one forward; the correction is no step.
        assert journal.undo().edited == []
        assert list(journal.entries()) == []
        journal.redo()
        assert [e.intensity for e in journal.entries()] == [5, 3]
        with journal.change("second") as second:
            second.add(entry("head", 2))
        with journal.change("first", first.id) as later:
            later.add(entry("jaw", 1))
        assert later.id not in (first.id, second.id)
        journal.undo()
        with journal.change("first", later.id) as anew:
            anew.add(entry("jaw", 1))
        assert anew.id > later.id


def test_an_edit_that_changes_nothing_is_not_logged(path):
    with Journal(path, writing=True) as journal:
        with journal.change("add") as change:
            kept = change.add(entry("neck", 1, treatments=["heat"]))
        with journal.change("edit") as change:
            assert change.edit(kept) == kept
            assert change.changes_nothing
        assert journal.undo().command == "add"
