"""Whatever a change was, `undo` takes it back and `redo` makes it again."""

import pytest

from builders import consultation, course, entry, sign_answer
from painlog.errors import BadFileError, NotFoundError, RefusedError
from painlog.model.region import Region
from painlog.model.treatment import Treatment
from painlog.store import restore, swap
from painlog.store.journal import Journal

SPOT = Region("bad spot", "optional", "own", ("sore spot",), own=True)
LAMP = Treatment("heat lamp", "self-care", synonyms=("lamp",), own=True)
NOTHING_TO_UNDO = "There is nothing to undo."
NOTHING_TO_REDO = "There is nothing to redo: nothing was undone since the last change."


def content(path):
    """All that the journal holds, but for its change log."""
    with Journal(path) as journal:
        return {
            "entries": list(journal.entries()),
            "courses": journal.courses(),
            "visits": journal.consultations(),
            "answers": journal.sign_answers(),
            "regions": [region for region in journal.regions.all if region.own],
            "treatments": [treatment for treatment in journal.treatments.all if treatment.own],
        }


def intensities(path):
    with Journal(path) as journal:
        assert journal.connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert journal.connection.execute("pragma foreign_key_check").fetchall() == []
        return [stored.intensity for stored in journal.entries()]


def log(path):
    with Journal(path) as journal:
        return journal.connection.execute("select count(*) from change_item").fetchone()[0]


def undo(path):
    with Journal(path, writing=True) as journal:
        return journal.undo()


def redo(path):
    with Journal(path, writing=True) as journal:
        return journal.redo()


def add_some(change):
    change.add(entry("neck", 1, treatments=["rest"], triggers=("desk",)))
    change.add(entry("right knee", 2, qualities=("dull", "stiff"), note="new"))


def edit_every_field(change):
    change.edit(
        entry(
            "right knee", 1, day=9, before=2, id=1, uid="0f8fad5b-d9cb-469f-a165-70867728950e",
            treatments=["cold"], qualities=("dull",), triggers=("stairs",),
            conditions=("rain",), interference=3, note="edited", created_at="earlier",
        )
    )  # fmt: skip


def remove_entries(change):
    change.remove_key("entry", 2)
    change.remove_key("entry", 1)


def rename_region(change):
    change.edit(SPOT._replace(name="worse spot", synonyms=()), "bad spot")


def rename_treatment(change):
    change.edit(LAMP._replace(name="red lamp", kind="other"), "heat lamp")


def everything_at_once(change):
    remove_entries(change)
    change.remove_key("course", 1)
    rename_region(change)
    rename_treatment(change)
    change.add(entry("heel", 9))
    change.add(course("heat"))


KINDS = {
    "adding entries": add_some,
    "editing an entry": edit_every_field,
    "removing entries": remove_entries,
    "starting a course": lambda change: change.add(course("heat", "left heel", start=4)),
    "stopping a course": lambda change: change.edit(
        course_with_id(course("heat lamp", start=2, end=8)._replace(region="bad spot"), 1)
    ),
    "removing a course": lambda change: change.remove_key("course", 1),
    "logging a visit": lambda change: change.add(consultation(7, "again")),
    "removing a visit": lambda change: change.remove_key("consultation", 1),
    "answering about warning signs": lambda change: change.add(
        sign_answer("cauda", "known", day=4)._replace(region="bad spot")
    ),
    "removing an answer": lambda change: change.remove_key("red_flag_answer", 1),
    "adding a region": lambda change: change.add(SPOT._replace(name="other spot")),
    "renaming a region": rename_region,
    "removing a region": lambda change: change.remove_key("region", "unused spot"),
    "adding a treatment": lambda change: change.add(LAMP._replace(name="sun lamp")),
    "renaming a treatment": rename_treatment,
    "removing a treatment": lambda change: change.remove_key("treatment", "unused lamp"),
    "all of them at once": everything_at_once,
}


def course_with_id(changed, course_id):
    return changed._replace(id=course_id, uid="7c9e6679-7425-40de-944b-e07fc1f90ae7")


@pytest.fixture
def full(path, store):
    """One of everything, and something of the person's own in use."""
    store(SPOT, LAMP, SPOT._replace(name="unused spot"), LAMP._replace(name="unused lamp"))
    store(
        entry("heel", 6, before=8, treatments=["heat lamp", "stretching"], note="first")._replace(
            region="bad spot",
            side="left",
            qualities=("burning", "sharp"),
            triggers=("long walk",),
            conditions=("rain",),
            interference=4,
        ),
        entry("lower back", 3, day=2),
        course("heat lamp", start=2)._replace(region="bad spot"),
        consultation(3, "the heel"),
        sign_answer("joint", "yes", "left heel")._replace(region="bad spot"),
    )
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_undo_restores_and_redo_makes_again(full, kind):
    before = content(full)
    with Journal(full, writing=True) as journal, journal.change(kind) as change:
        KINDS[kind](change)
        change.summary = "what was done"
    after = content(full)
    assert after != before

    taken_back = undo(full)
    assert (taken_back.command, taken_back.summary) == (kind, "what was done")
    assert content(full) == before
    made_again = redo(full)
    assert made_again[:4] == taken_back[:4]
    assert made_again.edited == [(old, new) for new, old in taken_back.edited]
    assert made_again.more == taken_back.more == 0
    assert content(full) == after
    undo(full)
    assert content(full) == before


def test_undo_goes_further_back_each_time_and_redo_comes_forward(path, store):
    states = []
    for intensity in (1, 2, 3):
        store(entry("heel", intensity), command=f"add {intensity}")
        states.append(content(path))

    assert undo(path).command == "add 3"
    assert content(path) == states[1]
    assert undo(path).command == "add 2"
    assert content(path) == states[0]
    assert redo(path).command == "add 2"
    assert content(path) == states[1]
    assert redo(path).command == "add 3"
    assert content(path) == states[2]


def test_with_nothing_to_undo_undo_says_so(path, store):
    store(entry("heel", 6))
    undo(path)
    with pytest.raises(NotFoundError) as refused:
        undo(path)
    assert str(refused.value) == NOTHING_TO_UNDO


def test_undo_without_a_file_makes_none(path):
    with pytest.raises(NotFoundError) as refused:
        undo(path)
    assert str(refused.value) == NOTHING_TO_UNDO
    assert not path.exists()


@pytest.mark.parametrize("undone", [0, 1, 2])
def test_redo_without_an_undo_says_so(path, store, undone):
    store(entry("heel", 6))
    store(entry("heel", 5))
    for _ in range(undone):
        undo(path)
    for _ in range(undone):
        redo(path)
    with pytest.raises(NotFoundError) as refused:
        redo(path)
    assert str(refused.value) == NOTHING_TO_REDO


def test_after_a_new_change_nothing_can_be_made_again(path, store):
    store(entry("heel", 6))
    undo(path)
    store(entry("neck", 5))
    before = content(path)
    with pytest.raises(NotFoundError) as refused:
        redo(path)
    assert str(refused.value) == NOTHING_TO_REDO
    assert content(path) == before


def test_redo_makes_the_change_again_that_was_taken_back_last(path, store):
    store(entry("heel", 6), command="first")
    undo(path)
    store(entry("neck", 5), command="second")
    after = content(path)
    undo(path)
    assert redo(path).command == "second"
    assert content(path) == after
    with pytest.raises(NotFoundError):
        redo(path)


def test_a_change_that_changes_nothing_leaves_redo_possible(path, store):
    store(entry("heel", 6))
    after = content(path)
    undo(path)
    store()
    redo(path)
    assert content(path) == after


def test_a_change_that_changes_nothing_is_not_undone(path, store):
    store(entry("heel", 6), command="add")
    store(command="import")
    assert undo(path).command == "add"


def test_a_change_that_fails_changes_nothing(full):
    def break_off(journal):
        with journal.change("all of them at once") as change:
            everything_at_once(change)
            raise KeyboardInterrupt

    before, logged = content(full), log(full)
    with Journal(full, writing=True) as journal, pytest.raises(KeyboardInterrupt):
        break_off(journal)
    assert content(full) == before
    assert log(full) == logged


def test_renaming_a_region_carries_its_entries_and_courses(full):
    with Journal(full, writing=True) as journal, journal.change("rename") as change:
        rename_region(change)
    with Journal(full) as journal:
        assert [stored.place for stored in journal.entries()] == ["left worse spot", "lower back"]
        assert [stored.place for stored in journal.courses()] == ["worse spot"]
        assert [stored.place for stored in journal.sign_answers()] == ["left worse spot"]
        assert journal.namings("region", "worse spot") == 3
    undo(full)
    with Journal(full) as journal:
        assert [stored.place for stored in journal.entries()] == ["left bad spot", "lower back"]
        assert [stored.place for stored in journal.courses()] == ["bad spot"]
        assert [stored.place for stored in journal.sign_answers()] == ["left bad spot"]
        assert journal.namings("region", "worse spot") == 0


def test_renaming_a_treatment_carries_its_entries_and_courses(full):
    with Journal(full, writing=True) as journal, journal.change("rename") as change:
        rename_treatment(change)
    with Journal(full) as journal:
        assert journal.entry(1).treatments == ("red lamp", "stretching")
        assert [stored.treatment for stored in journal.courses()] == ["red lamp"]
    undo(full)
    with Journal(full) as journal:
        assert journal.entry(1).treatments == ("heat lamp", "stretching")
        assert [stored.treatment for stored in journal.courses()] == ["heat lamp"]


def test_changes_before_a_rename_are_undone_after_it(full):
    states = [content(full)]
    for make in (remove_entries, rename_region, add_some, rename_treatment, edit_added):
        with Journal(full, writing=True) as journal, journal.change("step") as change:
            make(change)
        states.append(content(full))
    for state in states[-2::-1]:
        undo(full)
        assert content(full) == state
    for state in states[1:]:
        redo(full)
        assert content(full) == state


def edit_added(change):
    change.edit(entry("heel", 7, day=3, id=3, uid="0f8fad5b-d9cb-469f-a165-70867728950e"))


@pytest.mark.parametrize("command", ["edit", "remove"])
def test_what_was_logged_before_courses_had_a_time_is_undone_too(path, store, command):
    (stored,) = store(course("heat"))
    with Journal(path, writing=True) as journal:
        with journal.change(command) as change:
            if command == "edit":
                change.edit(stored._replace(ended_on=stored.started_on))
            else:
                change.remove_key("course", stored.id)
        journal.connection.execute(
            "update change_item set other = json_remove(other, '$.updated_at')"
        )
    undo(path)
    assert content(path)["courses"] == (stored._replace(updated_at=""),)


def test_undo_and_redo_swap_the_two_again_and_again(path, saved):
    restore.restore(path, saved)
    for number in (1, 2, 3):
        with Journal(path, writing=True) as journal:
            undone = journal.undo()
        assert (undone.edited, undone.more) == ((), 0)
        assert (undone.command, undone.summary, undone.kept) == (
            "restore",
            "2 entries from saved.db",
            path.with_name(f"painlog.before-undo-{number}.db"),
        )
        assert intensities(path) == [6, 3, 9]
        assert intensities(undone.kept) == [6, 3]
        with Journal(path, writing=True) as journal:
            redone = journal.redo()
        assert redone.kept == path.with_name(f"painlog.before-redo-{number}.db")
        assert intensities(path) == [6, 3]
        assert intensities(redone.kept) == [6, 3, 9]


def test_undo_goes_on_to_what_was_changed_before(path, saved):
    restore.restore(path, saved)
    with Journal(path, writing=True) as journal:
        assert [journal.undo().command for _ in range(3)] == ["restore", "add", "add"]
        with pytest.raises(NotFoundError):
            journal.undo()
        assert [journal.redo().command for _ in range(3)] == ["add", "add", "restore"]
        with pytest.raises(NotFoundError):
            journal.redo()
    assert intensities(path) == [6, 3]


def test_what_was_changed_after_it_is_undone_first_and_made_again_last(path, saved, store):
    restore.restore(path, saved)
    store(entry("heel", 1, hour=22))
    with Journal(path, writing=True) as journal:
        assert [journal.undo().command for _ in range(2)] == ["add", "restore"]
        assert [journal.redo().command for _ in range(2)] == ["restore", "add"]
    assert intensities(path) == [6, 3, 1]


def test_after_a_new_change_it_cannot_be_made_again(path, saved, store):
    restore.restore(path, saved)
    with Journal(path, writing=True) as journal:
        journal.undo()
    store(entry("heel", 1, hour=22))
    with Journal(path, writing=True) as journal, pytest.raises(NotFoundError):
        journal.redo()


def test_what_was_undone_before_it_cannot_be_made_again_after_it(path, saved):
    with Journal(path, writing=True) as journal:
        journal.undo()
    restore.restore(path, saved)
    with Journal(path, writing=True) as journal:
        journal.undo()
        journal.redo()
        with pytest.raises(NotFoundError):
            journal.redo()


def test_where_the_kept_file_is_gone_undo_says_so_and_changes_nothing(path, saved):
    kept = restore.restore(path, saved).kept
    kept.unlink()
    with Journal(path, writing=True) as journal, pytest.raises(RefusedError) as refused:
        journal.undo()
    assert str(refused.value) == (
        f"The other journal was kept in {kept}, which is not there any more. Nothing was changed."
    )
    assert intensities(path) == [6, 3]


def test_a_directory_that_was_moved_takes_its_kept_journal_along(path, saved, tmp_path):
    restore.restore(path, saved)
    new = tmp_path / "moved"
    new.mkdir()
    for found in tmp_path.glob("painlog*"):
        found.rename(new / found.name)
    with Journal(new / "painlog.db", writing=True) as journal:
        journal.undo()
    assert intensities(new / "painlog.db") == [6, 3, 9]


def test_what_was_changed_after_undo_looked_stops_it(path, saved, monkeypatch):
    restore.restore(path, saved)
    swap_in = swap.swap_in

    def late(new, live, where, kept, still):
        with Journal(path, writing=True) as other, other.change("add") as change:
            change.add(entry("heel", 1, hour=22))
        swap_in(new, live, where, kept, still)

    monkeypatch.setattr(swap, "swap_in", late)
    with Journal(path, writing=True) as journal, pytest.raises(RefusedError) as error:
        journal.undo()
    assert str(error.value) == (
        "Another program changed the journal at the same moment. Nothing was changed; try again."
    )
    assert intensities(path) == [6, 3, 1]
    assert not path.with_name("painlog.before-undo-1.db").exists()


def test_what_it_cannot_read_in_the_log_is_left_alone(path, store):
    store(entry("heel", 6))
    store(entry("heel", 5))
    for kind, other in (
        ("entry", "{}"),
        ("entry", "no json"),
        ("entry", "7"),
        ("ghost", None),
        ("journal", '"/"'),
        ("journal", '"a\\u0000b"'),
        ("journal", "{}"),
    ):
        with Journal(path, writing=True) as journal:
            journal.connection.execute(
                "update change_item set kind = ?, other = ? where change_id = 2", [kind, other]
            )
            with pytest.raises(BadFileError, match="painlog check"):
                journal.undo()
        assert intensities(path) == [6, 5]


def test_undo_and_redo_give_what_was_edited_as_it_was_and_is(path, store):
    first, second = store(entry("left heel", 4), entry("neck", 3))
    with Journal(path, writing=True) as journal, journal.change("edit") as change:
        new = change.edit(first._replace(intensity=6, note="stairs"))
        change.remove_key("entry", second.id)
        change.add(entry("jaw", 1))
    assert undo(path)[4:] == ([(new, first)], 0)
    assert redo(path)[4:] == ([(first, new)], 0)


def test_of_many_edits_the_first_are_given_and_the_others_counted(path, store):
    stored = store(*(entry("neck", 3, day=day) for day in range(1, 26)))
    with Journal(path, writing=True) as journal, journal.change("edit") as change:
        for one in stored:
            change.edit(one._replace(side="left"))
    undone = undo(path)
    assert (len(undone.edited), undone.more) == (20, 5)
    assert {new.side for _, new in undone.edited} == {None}


def test_an_edit_whose_row_cannot_be_read_is_undone_and_counted(path, store):
    (stored,) = store(entry("neck", 3))
    with Journal(path, writing=True) as journal:
        with journal.change("edit") as change:
            change.edit(stored._replace(intensity=5))
        journal.connection.execute("pragma ignore_check_constraints = on")
        journal.connection.execute("update entry set felt_at = 'noon'")
    undone = undo(path)
    assert (undone.edited, undone.more) == ([], 1)
    assert intensities(path) == [3]


def test_a_name_that_was_added_after_the_entry_that_it_names_is_undone_with_it(path):
    with Journal(path, writing=True) as journal:
        with journal.change("checkin") as change:
            rated = change.add(entry("head", 3))
        with journal.change("checkin", change.id) as change:
            change.edit(rated._replace(note="first"))
            change.add(Treatment("foo", "other", own=True))
            change.edit(rated._replace(treatments=("foo",)))
        held = list(journal.entries())
        assert held[0].treatments == ("foo",)
        for _ in range(2):
            assert journal.undo().command == "checkin"
            assert list(journal.entries()) == []
            assert journal.rows("select 1 from treatment where name = 'foo'") == []
            journal.redo()
            assert list(journal.entries()) == held
            assert journal.rows("pragma foreign_key_check") == []
