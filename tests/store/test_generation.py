"""Every transaction brings a journal to a state of its own, which follows the one before."""

import sqlite3
from contextlib import closing

import pytest

from builders import consultation, course, entry, peg
from painlog.model.region import Region
from painlog.store import generation, restore
from painlog.store.backup import back_up
from painlog.store.journal import Journal


def state(path):
    with closing(sqlite3.connect(path)) as connection:
        return generation.of(connection)


def change(thing):
    def make(path):
        with Journal(path, writing=True) as journal, journal.change("add") as making:
            making.add(thing)

    return make


def undo(path):
    with Journal(path, writing=True) as journal:
        journal.undo()


def note_backup(path):
    with Journal(path) as journal:
        back_up(journal, [path.with_name("kept.db")])


def put_back(path):
    restore.restore(path, path.with_name("older.db"))


def undo_put_back(path):
    put_back(path)
    undo(path)


@pytest.fixture
def older(path):
    """A journal with an entry, and a backup of it from before the last entry."""
    change(entry("heel", 6))(path)
    with Journal(path) as journal:
        back_up(journal, [path.with_name("older.db")])
    change(entry("heel", 5))(path)
    return path


@pytest.mark.parametrize(
    "does",
    [
        *(change(t) for t in (entry("neck", 3), course("rest"), consultation(2), peg(6, 5, 7))),
        change(Region("old scar", "optional", "own", own=True)),
        *(undo, note_backup, put_back),
    ],
    ids=["entry", "course", "consultation", "peg", "region", "undo", "backup", "restore"],
)
def test_a_change_of_any_kind_comes_to_a_new_state_that_follows(older, does):
    before = state(older)
    does(older)
    after = state(older)
    assert after.previous == before.token
    assert after.token != before.token


def test_taking_back_a_restore_comes_to_a_state_that_was_never_there(older):
    before = state(older)
    undo_put_back(older)
    assert before.token not in state(older)


def test_a_change_that_fails_leaves_the_state(older):
    before = state(older)
    with pytest.raises(sqlite3.IntegrityError):
        change(entry("neck", 3)._replace(region="nowhere"))(older)
    assert state(older) == before


def test_looking_leaves_the_state(older):
    before = state(older)
    with Journal(older) as journal:
        list(journal.entries())
    assert state(older) == before


def test_what_is_restored_where_there_was_nothing_is_a_state_of_its_own(older, tmp_path):
    backup = older.with_name("older.db")
    new = tmp_path / "new" / "painlog.db"
    restore.restore(new, backup)
    assert state(new).token != state(backup).token


def test_a_lost_row_is_made_again_by_the_next_change(older):
    with Journal(older, writing=True) as journal:
        journal.connection.execute("delete from generation")
    assert state(older) is None
    change(entry("neck", 3))(older)
    assert state(older).previous == generation.NONE
