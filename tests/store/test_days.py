"""Notes and factors of days: stored, changed, taken back, merged, checked."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta, timezone

import pytest

from builders import on
from painlog.model.contents import Background
from painlog.model.factor import SLEEP, STRESS, CheckinPlace, DayFactor, DayNote, Factor
from painlog.model.name_match import match_names
from painlog.store import days
from painlog.store.check import examine
from painlog.store.journal import Journal
from painlog.store.merge import Names, merge

NOW = datetime(2026, 3, 31, 21, 0, tzinfo=timezone(timedelta(hours=2)))
STEPS = Factor("steps", "number", "", asked=True)


@pytest.fixture
def journal(path):
    with Journal(path, writing=True) as opened:
        yield opened


def said(journal):
    return {(v.day, v.factor): v.value for v in days.day_factors(journal)}


def fill(journal):
    with journal.change("day") as change:
        change.add(STEPS)
        days.put_factor(journal, change, on(3), SLEEP, 6.5)
        days.put_factor(journal, change, on(3), STEPS, 8000)
        days.put_note(journal, change, on(3), "rain")


def test_a_day_has_each_factor_and_its_note_once_and_undo_takes_back_and_redo_puts_back(journal):
    fill(journal)
    with journal.change("day") as change:
        days.put_factor(journal, change, on(3), SLEEP, 7)
        days.put_factor(journal, change, on(3), STEPS, 8000)
        days.put_note(journal, change, on(3), "sun")
    assert said(journal) == {(on(3), "sleep"): 7, (on(3), "steps"): 8000}
    undone = journal.undo()
    assert [(old.day, type(new).__name__) for old, new in undone.edited] == [
        (on(3), "DayNote"),
        (on(3), "DayFactor"),
    ]
    assert said(journal)[on(3), "sleep"] == 6.5
    assert days.note_on(journal, on(3)).note == "rain"
    journal.undo()
    assert said(journal) == {}
    assert days.factors(journal) == (SLEEP, STRESS)
    journal.redo()
    journal.redo()
    assert said(journal)[on(3), "sleep"] == 7
    assert days.note_on(journal, on(3)).note == "sun"


def test_an_empty_note_takes_the_note_away(journal):
    fill(journal)
    with journal.change("day") as change:
        days.put_note(journal, change, on(3), "")
        days.put_note(journal, change, on(4), "")
    assert days.day_notes(journal) == ()


def test_of_sleep_and_stress_only_what_is_used_is_part_of_the_background(journal):
    assert days.kept_days(journal) == ((), (), ())
    fill(journal)
    assert [factor.name for factor in journal.background().factors] == ["sleep", "steps"]


def test_a_merge_takes_the_newer_of_two_days_and_keeps_two_measures_apart(journal):
    fill(journal)
    later = "2099-01-01T00:00:00+00:00"
    background = Background(
        day_notes=(DayNote(on(3), "fog", "a" * 36, 5, later), DayNote(on(4), "sun", "b" * 36, 6)),
        factors=(SLEEP, Factor("Steps", "scale")),
        day_factors=(
            DayFactor(on(3), "sleep", 5, "c" * 36, 7, "2000-01-01T00:00:00+00:00"),
            DayFactor(on(4), "Steps", 3, "d" * 36, 8),
        ),
        checkin_places=(CheckinPlace(1, "heel", "left"),),
    )
    names = Names(match_names(journal.regions, (), ()), match_names(journal.treatments, (), ()))
    with journal.change("import") as change:
        merged = merge(journal, change, (), background, names)
    assert (merged.added, merged.taken, merged.stayed) == (
        {"day_note": 1, "day_factor": 1},
        {"day_note": 1},
        {"day_factor": 1},
    )
    assert [note.note for note in days.day_notes(journal)] == ["fog", "sun"]
    assert said(journal) == {(on(3), "sleep"): 6.5, (on(3), "steps"): 8000, (on(4), "Steps 2"): 3}
    assert [p.place for p in days.checkin_places(journal)] == ["left heel"]
    journal.undo()
    assert said(journal) == {(on(3), "sleep"): 6.5, (on(3), "steps"): 8000}
    assert days.checkin_places(journal) == ()


def test_a_renamed_factor_takes_its_days_with_it(journal):
    fill(journal)
    with journal.change("factors rename") as change:
        change.edit(STEPS._replace(name="paces"), "steps")
    assert (on(3), "paces") in said(journal)
    journal.undo()
    assert (on(3), "steps") in said(journal)


def test_check_finds_what_no_day_can_have(journal, path):
    fill(journal)
    journal.close()
    assert [f.code for f in examine(path, NOW).findings if f.severity == "fault"] == []
    with closing(sqlite3.connect(path)) as other:
        other.execute("pragma ignore_check_constraints = on")
        other.execute("update day_factor set value = 9e9, day = '2026-13-40' where id = 1")
        other.execute("update factor set measure = 'much' where name = 'steps'")
        other.commit()
    found = {f.what.rpartition(": ")[2] for f in examine(path, NOW).findings if f.code == "value"}
    assert found == {"day.", "value.", "measure."}
