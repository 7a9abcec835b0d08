"""PEGs in the journal."""

import sqlite3

import pytest

from builders import on, peg
from painlog.store.journal import Journal


def test_a_peg_comes_back_as_it_was_stored(path, store):
    (stored,) = store(peg(6, 5, 7, day=3))
    assert (stored.id, len(stored.uid)) == (1, 36)
    assert stored.updated_at.endswith("+00:00")
    assert stored == peg(6, 5, 7, day=3, id=1, uid=stored.uid, updated_at=stored.updated_at)
    with Journal(path) as journal:
        assert journal.pegs() == (stored,)


def test_pegs_come_in_the_order_of_their_days(path, store):
    store(peg(1, 1, 1, day=9), peg(2, 2, 2, day=2), peg(3, 3, 3, day=5))
    with Journal(path) as journal:
        assert [found.answered_on for found in journal.pegs()] == [on(2), on(5), on(9)]


def test_a_journal_without_a_file_has_none(path):
    with Journal(path) as journal:
        assert journal.pegs() == ()


def test_a_second_peg_of_a_day_is_never_stored(path, store):
    (first,) = store(peg(6, 5, 7, day=3))
    with pytest.raises(sqlite3.IntegrityError):
        store(peg(1, 1, 1, day=3))
    with Journal(path) as journal:
        assert journal.pegs() == (first,)


def test_a_peg_is_undone_and_made_again_with_its_number(path, store):
    (first,) = store(peg(6, 5, 7, day=3))
    with Journal(path, writing=True) as journal:
        with journal.change("peg remove") as change:
            change.remove_key("peg", first.id)
        assert journal.pegs() == ()
        journal.undo()
        assert journal.pegs() == (first,)
        journal.undo()
        assert journal.pegs() == ()
        journal.redo()
        assert journal.pegs() == (first,)
        journal.redo()
        assert journal.pegs() == ()


def test_a_peg_in_the_place_of_a_removed_one_is_taken_back_before_it(path, store):
    (first,) = store(peg(6, 5, 7, day=3))
    with Journal(path, writing=True) as journal:
        with journal.change("peg remove") as change:
            change.remove_key("peg", first.id)
        with journal.change("peg") as change:
            second = change.add(peg(1, 2, 3, day=3))
        assert second.id == 2
        journal.undo()
        journal.undo()
        assert journal.pegs() == (first,)
        journal.redo()
        journal.redo()
        assert journal.pegs() == (second,)
