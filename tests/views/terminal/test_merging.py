"""What became of another journal, in words."""

from collections import Counter
from datetime import timedelta

import pytest

from builders import consultation, course, entry, peg
from painlog.model.contents import Conflict
from painlog.model.name_match import NameMatch
from painlog.model.region import Region
from painlog.model.treatment import Treatment
from painlog.model.use import Use
from painlog.views.terminal.merging import (
    Differing,
    conflict_lines,
    counted,
    differences,
    differing_lines,
    left_out_lines,
    named,
    new_names,
    returned_lines,
)
from painlog.views.terminal.screen import Screen

PIPE = Screen()
HERE = timedelta(0)


def test_things_are_counted_by_kind():
    assert counted(Counter(peg=2, entry=1_000, course=1)) == "1,000 entries, 1 course and 2 PEGs"
    assert counted(Counter(consultation=1)) == "1 visit to a clinician"
    assert counted(Counter()) == "nothing"


def test_names_are_told_with_what_became_of_them():
    spot, scar = Region("bad spot", own=True), Region("scar\x1b[1m", own=True)
    lamp = Treatment("heat lamp", own=True)
    assert list(
        new_names(
            NameMatch((spot, scar), {"Old-Scar": "old scar"}, ("old scar",), ()),
            NameMatch((lamp,), {}, (), ()),
            PIPE,
        )
    ) == [
        "New regions of your own: bad spot and scar<001B>[1m.",
        '"Old-Scar" is called "old scar" here.',
        "The region old scar is described differently there; yours is kept.",
        "New treatment of your own: heat lamp.",
    ]


@pytest.mark.parametrize(
    ("thing", "words"),
    [
        (entry("left heel", 6, id=12), "entry 12, left heel 6 of 10, Sun 1 Mar 2026, 20:00"),
        (course("heat")._replace(id=3), "course 3, heat for the whole body, from Sun 1 Mar 2026"),
        (consultation(3)._replace(id=4), "visit 4, Tue 3 Mar 2026"),
        (peg(6, 6, 6, id=5), "PEG 5, 6.0 of 10, Sun 1 Mar 2026"),
    ],
)
def test_each_thing_has_a_name(thing, words):
    assert named(thing, HERE) == words


def test_what_differs_is_said_for_every_field():
    old = entry("left heel", 6, note="a\nb\x1b", qualities=("dull", "hot"), uid="x", id=1)
    new = entry(
        "neck", 4, day=2, before=7, treatments=["heat"], note="y" * 50, id=2, updated_at="later"
    )
    assert differences(old, new, HERE) == (
        "felt at Sun 1 Mar 2026, 20:00 -> Mon 2 Mar 2026, 20:00; region heel -> neck; "
        "intensity 6 -> 4; side left -> none; intensity before none -> 7; treatments none -> heat; "
        f"qualities dull and hot -> none; note a / b<001B> -> {'y' * 40}…"
    )
    assert differences(course("heat", end=9), course("heat", "neck"), HERE) == (
        "ended on Mon 9 Mar 2026 -> none; region none -> neck"
    )
    assert differences(peg(0, 1, 2), peg(0, 1, 3), HERE) == "activity 2 -> 3"


def test_conflicts_are_told_from_the_older_to_the_newer():
    early, late = (entry("neck", n, id=1, updated_at=f"2026-03-0{n}") for n in (1, 2))
    unknown = early._replace(updated_at="")
    lines = conflict_lines(
        [
            Conflict(early, late, taken=True),
            Conflict(late, early, taken=False),
            Conflict(late, unknown, taken=False, tied=True),
        ],
        5,
        1,
        PIPE,
        HERE,
    )
    assert list(lines) == [
        "5 things differ between the journals. The newer version is kept, or the one here where "
        "nothing says which is newer; the other is in the change log:",
        "  entry 1, neck 1 of 10, Sun 1 Mar 2026, 20:00: intensity 1 -> 2 (the imported one is "
        "newer)",
        "  entry 1, neck 2 of 10, Sun 1 Mar 2026, 20:00: intensity 1 -> 2 (the one here is newer)",
        "  entry 1, neck 2 of 10, Sun 1 Mar 2026, 20:00: intensity 1 -> 2 (the one here is kept)",
        "  And 2 more.",
    ]
    assert list(conflict_lines([], 0, 0, PIPE, HERE)) == []
    assert [next(conflict_lines([], 2, tied, PIPE, HERE)) for tied in (0, 2)] == [
        "2 things differ between the journals. The newer version is kept; the other is in the "
        "change log:",
        "2 things differ between the journals. Nothing says which version is newer, so the one "
        "here is kept; the other is in the change log:",
    ]


def test_what_a_file_has_in_another_version_is_told_with_both():
    here = entry("left heel", 6, id=12, note="late")
    there = here._replace(intensity=3, note="")
    differing = Differing([Conflict(here, there, taken=False, line=3)], 1)
    assert list(differing_lines(differing, PIPE, HERE)) == [
        "1 thing already in the journal differs from its version in the file. The journal keeps "
        "its own:",
        "  Line 3, entry 12, left heel 6 of 10, Sun 1 Mar 2026, 20:00: intensity 6 here, 3 in the "
        "file; note late here, none in the file",
        "To store what the file says instead: --replace; to change one: painlog edit ID",
    ]
    assert list(differing_lines(Differing((), 2, 1), PIPE, HERE)) == [
        "2 things already in the journal differ from their versions in the file. The journal "
        "keeps its own:",
        "  And 2 more.",
        "To store what the file says instead: --replace; to add every row beside what you have: "
        "--allow-duplicates; to change one: painlog edit ID",
    ]
    assert list(differing_lines(Differing(), PIPE, HERE)) == []


def test_what_a_table_replaces_is_shown_with_both_values():
    here = entry("left heel", 6, id=12)
    conflicts = [Conflict(here, here._replace(intensity=3), taken=True, line=3)]
    shown = "  Line 3, entry 12, left heel 6 of 10, Sun 1 Mar 2026, 20:00: intensity 6 -> 3"
    assert list(differing_lines(Differing(conflicts, 2, replaced=True), PIPE, HERE)) == [
        "2 things in the journal now say what the file says:",
        shown,
        "  And 1 more.",
    ]
    rehearsed = differing_lines(Differing(conflicts, 1, replaced=True), PIPE, HERE, dry_run=True)
    assert list(rehearsed) == ["1 thing in the journal would say what the file says:", shown]


def test_what_came_back_is_named_with_how_to_remove_it_again():
    used = Use(entry("neck", 1).felt_at, "heat", id=7)
    back = (
        entry("left heel", 6, id=12),
        used,
        course("heat")._replace(id=3),
        peg(6, 6, 6, id=5),
        consultation(3)._replace(id=4),
    )
    assert list(returned_lines(back, 6, PIPE, HERE)) == [
        "6 things that had been removed here are back:",
        "  entry 12, left heel 6 of 10, Sun 1 Mar 2026, 20:00",
        "  use u7, heat, Sun 1 Mar 2026, 20:00",
        "  course 3, heat for the whole body, from Sun 1 Mar 2026",
        "  PEG 5, 6.0 of 10, Sun 1 Mar 2026",
        "  visit 4, Tue 3 Mar 2026",
        "  And 1 more.",
        "To remove them again: painlog remove 12 u7; painlog courses remove 3; painlog peg remove "
        "5; painlog consult remove 4",
    ]
    assert list(returned_lines(back[:1], 1, PIPE, HERE, dry_run=True)) == [
        "1 thing that had been removed here would be back:",
        "  entry 12, left heel 6 of 10, Sun 1 Mar 2026, 20:00",
    ]
    assert list(returned_lines([], 0, PIPE, HERE)) == []


def test_a_narrow_screen_wraps_them():
    early, late = (entry("neck", n, id=1, updated_at=f"2026-03-0{n}") for n in (1, 2))
    lines = list(conflict_lines([Conflict(early, late, taken=True)], 1, 0, Screen(40), HERE))
    assert max(map(len, lines)) <= 40
    assert lines[0] == "1 thing differs between the journals."


def test_what_is_left_out_is_named():
    assert list(left_out_lines([peg(6, 6, 6, id=5)], PIPE)) == [
        "Not imported, because it overlaps several here: PEG 5, 6.0 of 10, Sun 1 Mar 2026"
    ]


ALIKE = "The left heel hurt from the first step of the morning on, and "


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            f"{ALIKE}it was better at noon.",
            f"{ALIKE}it was worse at night, so that I could not sleep at all.",
            "note …on, and it was better at noon. -> …on, and it was worse at night, so that I…",
        ),
        (ALIKE, f"{ALIKE}more.", "note …morning on, and  -> …morning on, and more."),
        ("x" * 50, "x" * 60, f"note …{'x' * 20} -> …{'x' * 30}"),
        ("", "y" * 50, f"note none -> {'y' * 40}…"),
        ("short", "shorter", "note short -> shorter"),
    ],
)
def test_long_texts_are_shown_where_they_differ(old, new, said):
    first, second = entry("heel", 6, note=old), entry("heel", 6, note=new)
    assert differences(first, second, None) == said
