"""`painlog consult`."""

import json

import pytest


def test_a_visit_is_logged_for_today_or_a_day_given(painlog):
    assert painlog("consult").out == "Saved: visit to a clinician on Tue 31 Mar 2026.\n"
    said = painlog("consult", "--on", "2026-03-05", "--note", "two\nlines \x1b[1m")
    assert said.out == (
        "Saved: visit to a clinician on Thu 5 Mar 2026. Note: two / lines <001B>[1m\n"
    )
    assert painlog("consult", "list").out.splitlines() == [
        "   1  Tue 31 Mar 2026 (today)",
        "   2  Thu 5 Mar 2026 (26 days ago): two / lines <001B>[1m",
    ]


def test_visits_are_listed_as_json(painlog):
    painlog("consult", "--on", "2026-03-05", "--note", "x")
    data = json.loads(painlog("consult", "list", "--format", "json").out)
    (visit,) = data["consultations"]
    assert data["schema"] == "painlog.consultations/1"
    assert (visit["id"], visit["held_on"], visit["note"]) == (1, "2026-03-05", "x")


def test_without_visits_the_list_says_how_to_log_one(painlog):
    result = painlog("consult", "list")
    assert (result.code, result.out) == (0, "")
    assert result.err == ("No visits logged yet. Log one: painlog consult --on 2026-03-05\n")


def test_a_removed_visit_comes_back_with_undo(painlog):
    painlog("consult", "--note", "x")
    listed = painlog("consult", "list").out
    assert painlog("consult", "remove", "1").out == (
        "Removed: visit to a clinician on Tue 31 Mar 2026.\nTo bring back: painlog undo\n"
    )
    assert painlog("consult", "list").out == ""
    painlog("undo")
    assert painlog("consult", "list").out == listed


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--on", "tomorrow"], 1, '"tomorrow" is 2026-04-01 12:00, which is still to come.'),
        (["--note", "a\0"], 1, "A text holds a null character"),
        (["remove", "4"], 1, "There is no visit 4. See: painlog consult list"),
        (["lsit"], 2, 'There is no command "lsit". Did you mean "list"? See: painlog consult --he'),
        (["--onn", "today"], 2, 'There is no option "--onn". Did you mean "--on"'),
    ],
)
def test_what_cannot_be_is_refused_and_makes_no_file(painlog, path, arguments, code, said):
    result = painlog("consult", *arguments)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(said)
    assert not path.exists()
