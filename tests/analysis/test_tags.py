"""What entries say beside their numbers, heard while they pass by."""

from builders import entry, on
from painlog.analysis.tags import Listener, Note, Tags


def heard(entries, since=None, *, keeps_notes=False):
    listener = Listener(since, keeps_notes=keeps_notes)
    assert list(listener.hear(iter(entries))) == entries
    return listener


def test_tags_are_counted_by_day_the_most_frequent_first_and_then_by_name():
    entries = [
        entry("heel", 5, qualities=("burning", "dull"), triggers=("long walk",)),
        entry("heel", 5, day=2, qualities=("dull",), conditions=("diabetes",)),
        # Of two places on one day, each quality counts once.
        entry("lower back", 5, day=2, qualities=("dull",), triggers=("long walk",)),
        entry("lower back", 5, day=3, qualities=("aching",), triggers=("long walk",)),
    ]
    assert heard(entries).tags == Tags(
        qualities=(("dull", 2), ("aching", 1), ("burning", 1)),
        triggers=(("long walk", 3),),
        conditions=(("diabetes", 1),),
    )


def test_entries_before_the_period_pass_by_uncounted():
    entries = [
        entry("heel", 5, day=1, qualities=("dull",), note="early"),
        entry("heel", 5, day=2, qualities=("dull",), note="late"),
    ]
    listener = heard(entries, on(2), keeps_notes=True)
    assert listener.tags.qualities == (("dull", 1),)
    assert listener.notes == [Note(on(2), "heel", "late")]


def test_notes_are_kept_only_when_asked_for():
    entries = [entry("left heel", 5, note="secret"), entry("left heel", 5, day=2)]
    assert heard(entries).notes == []
    assert heard(entries, keeps_notes=True).notes == [Note(on(1), "left heel", "secret")]


def test_entries_at_which_something_was_used_are_kept():
    used = [
        entry("heel", 3, treatments=("heat",), before=6),
        entry("heel", 3, day=3, treatments=("heat",)),
    ]
    assert heard([used[0], entry("heel", 3, day=2, before=6), used[1]]).used == used


def test_a_use_before_the_period_is_not_kept():
    early = entry("heel", 3, day=1, treatments=("heat",), before=6)
    late = entry("heel", 2, day=2, treatments=("heat",), before=6)
    assert heard([early, late], on(2)).used == [late]


def test_no_entry_has_no_tags():
    assert heard([]).tags == Tags()


def test_the_highest_interference_of_a_day_is_kept():
    entries = [
        entry("heel", 5, hour=9, interference=3),
        entry("neck", 5, interference=7),
        entry("heel", 5, day=2, interference=0),
        entry("heel", 5, day=3),
    ]
    assert heard(entries).interference == {on(1): 7, on(2): 0}
