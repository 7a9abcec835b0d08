"""What undo and redo did, in words."""

from datetime import timedelta

from builders import course, entry, on, trial, use
from painlog.views.terminal.changes import redone_lines, undone_lines
from painlog.views.terminal.screen import Screen

HERE = timedelta(0)
ONE = entry("left heel", 4, note="stairs")._replace(id=7)
NOW_ONE = ONE._replace(intensity=6, side=None, note="")


def undone(edited, more=0, command="edit"):
    return list(undone_lines(command, "what it was", edited, more, Screen(), HERE))


def redone(edited, more=0, command="edit"):
    return list(redone_lines(command, "what it was", edited, more, Screen(), HERE))


def test_each_field_is_told_with_what_it_was_and_is():
    assert undone([(NOW_ONE, ONE)]) == [
        "Took back: edit: what it was.",
        '  The intensity is 4 again, not 6. The side is left again. The note is "stairs" again.',
    ]


def test_a_redone_edit_tells_what_is_there_now():
    assert redone([(ONE, NOW_ONE)]) == [
        "Made again: edit: entry 7, heel 6 of 10, Sun 1 Mar 2026, 20:00.",
        "  The intensity is 6 again, not 4. There is no side any more; it was left. There is "
        'no note any more; it was "stairs".',
    ]


def test_of_several_each_is_named_and_those_beyond_are_counted():
    other = use("heat", id=3)
    pairs = [(NOW_ONE, ONE), (other._replace(note="long"), other)]
    assert undone(pairs)[1:] == [
        "  Entry 7: the intensity is 4 again, not 6. The side is left again. The note is "
        '"stairs" again.',
        '  Use u3: there is no note any more; it was "long".',
    ]
    assert redone(pairs, 2)[0] == "Made again: edit: what it was."
    assert redone(pairs, 2)[-1] == "  And 2 more things."


def test_of_other_changes_the_summary_stays_and_what_only_painlog_writes_is_left_out():
    ended = course("heat", "neck")._replace(id=2, ended_on=on(9), continues="a", updated_at="b")
    begun = ended._replace(ended_on=None, continues="", updated_at="")
    assert redone([(begun, ended)], command="stop") == [
        "Made again: stop: what it was.",
        "  The last day is Mon 9 Mar 2026 again.",
    ]
    assert undone([(ended, begun)], command="stop")[1:] == [
        "  There is no last day any more; it was Mon 9 Mar 2026.",
    ]
    stopped = trial(stopped_on=on(9), id=1)
    assert undone([(stopped, stopped._replace(stopped_on=None))], command="trial stop")[1:] == [
        "  The stop on Mon 9 Mar 2026 is taken back.",
    ]
    hurt = entry("neck", 4, qualities=("dull", "sharp"))
    assert undone([(hurt, hurt._replace(qualities=()))])[1:] == [
        "  There are no qualities any more; they were dull and sharp.",
    ]
    assert undone([(ended, ended._replace(updated_at="c"))], command="stop") == [
        "Took back: stop: what it was."
    ]


def test_nothing_in_a_note_steers_the_terminal():
    steering = ONE._replace(note="\x1b[31m")
    assert "\x1b" not in "".join(undone([(NOW_ONE, steering)]))
