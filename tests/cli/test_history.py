"""`painlog undo` and `redo`, again and again over every kind of change."""

import sqlite3
from itertools import pairwise

import pytest

from painlog.cli.commands.add import CHECK

TABLES = {
    "entry": "id",
    "entry_treatment": "entry_id, treatment",
    "entry_tag": "entry_id, kind, value",
    "use where entry_id is null": "id",
    "course": "id",
    "consultation": "id",
    "question": "id",
    "peg": "id",
    "region": "name",
    "treatment": "name",
}
EVERY_KIND = [
    (["add", "left heel", "6", "neck", "3", "-q", "dull", "--note", "a; b"], "add: entry 2, left"),
    (
        [
            *("add", "heel", "4", "-t", "heat", "--before", "8", "--trigger", "walk"),
            "--no-side",
        ],
        "add: entry 4, heel",
    ),
    (["edit", "2", "-r", "right hip", "-i", "0", "--note", "x", "-t", "rest"], "edit: entry 2, "),
    (["edit", "4", "--clear", "before", "--clear", "trigger"], "edit: entry 4, heel 4"),
    (["start", "stretching", "-r", "heel", "-r", "neck", "--on", "2026-03-01"], "start: stretch"),
    (["stop", "stretching", "-r", "heel"], "stop: stretching for the heel"),
    (["courses", "remove", "2"], "courses remove: stretching for the neck"),
    (
        ["consult", "--on", "yesterday", "--note", "x"],
        "consult: visit to a clinician on Mon 30 Mar",
    ),
    (["consult", "remove", "1"], "consult remove: visit to a clinician on Mon 30 Mar 2026"),
    (["regions", "add", "old scar", "--synonym", "cicatrix"], "regions add: region old scar"),
    (["add", "left cicatrix", "2"], "add: entry 5, left old scar 2"),
    (["regions", "rename", "old scar", "scar"], "regions rename: region old scar to scar"),
    (["treatments", "add", "qigong", "--kind", "exercise"], "treatments add: treatment qigong"),
    (["start", "qigong", "-r", "left scar"], "start: qigong for the left scar"),
    (["edit", "5", "-t", "qigong"], "edit: entry 5, left scar 2"),
    (["treatments", "rename", "qigong", "tai chi at home"], "treatments rename: treatment qigong"),
    (["remove", "5", "2"], "remove: entry 5, left scar 2"),
    (["courses", "remove", "3"], "courses remove: tai chi at home for the left scar"),
    (["treatments", "remove", "tai chi at home"], "treatments remove: treatment tai chi at home"),
    (["regions", "remove", "scar"], "regions remove: region scar"),
    (["peg", "6", "5", "7"], "peg: "),
    (["add", "head", "8", "--from", "9:00", "--until", "12:00"], "add: entry 6, head 8 of 10"),
    (["edit", "6", "--no-until"], "edit: entry 6, head 8 of 10"),
    (["edit", "6", "4", "--side", "left"], "edit: entry 6, head 8 of 10"),
    (
        ["take", "sumatriptan", "50 mg", "ibuprofen", "--for", "head"],
        "take: use u1, sumatriptan 50 mg, for left head, Tue 31 Mar 2026, 21:00; use u2, ibuprofen",
    ),
    (["edit", "u1", "--dose", "100 mg", "--note", "x"], "edit: use u1, sumatriptan 50 mg, for"),
    (["remove", "u1", "6"], "remove: use u1, sumatriptan 100 mg, for left head"),
    (["peg", "edit", "1", "--pain", "5"], "peg edit: PEG 1, 6.0 of 10"),
    (["courses", "edit", "1", "--on", "2026-03-02"], "courses edit: stretching for the heel"),
    (
        ["consult", "--on", "friday", "--question", "Why?"],
        'consult: visit to a clinician on Fri 3 Apr 2026; question q1 "Why?"',
    ),
    (["consult", "edit", "2", "--note", "x"], "consult edit: visit to a clinician on Fri 3 Apr"),
    (["consult", "edit", "q1", "--question", "How?"], 'consult edit: question q1 "Why?"'),
    (["consult", "asked", "q1"], 'consult asked: question q1 "How?"'),
    (["consult", "remove", "q1"], 'consult remove: question q1 "How?"'),
]

# What a redone edit says, which is what is there now, by its number in EVERY_KIND, from 1.
NOW_SAID = {
    3: "edit: entry 2, right hip 0 of 10",
    24: "edit: entry 6, left head 8 of 10",
    26: "edit: use u1, sumatriptan 100 mg, for",
}


@pytest.fixture
def held(path):
    """Everything that the journal holds, but for the change log."""

    def read():
        journal = sqlite3.connect(path)
        try:
            return {
                table: journal.execute(f"select * from {table} order by {key}").fetchall()
                for table, key in TABLES.items()
            }
        finally:
            journal.close()

    return read


def test_every_kind_of_change_is_taken_back_and_made_again_in_turn(painlog, held):
    painlog("add", "left hand", "1")
    painlog("undo")
    seen = [held()]
    for arguments, _ in EVERY_KIND:
        result = painlog(*arguments)
        # Where nobody can be asked, one line names the check of warning signs.
        others = [line for line in result.err.splitlines() if not line.endswith(CHECK)]
        assert (result.code, others) == (0, []), arguments
        seen.append(held())
    assert all(before != after for before, after in pairwise(seen))
    for _ in range(2):
        for number, (_, said) in reversed(list(enumerate(EVERY_KIND))):
            assert painlog("undo").out.startswith(f"Took back: {said}")
            assert held() == seen[number]
        for number, (_, said) in enumerate(EVERY_KIND, start=1):
            assert painlog("redo").out.startswith(f"Made again: {NOW_SAID.get(number, said)}")
            assert held() == seen[number]


def test_an_undone_remove_gives_back_the_same_id_and_uid(painlog, held):
    painlog("add", "left heel", "6", "-t", "heat", "--before", "8", "-q", "dull")
    before = held()
    painlog("remove", "1")
    painlog("add", "neck", "1")
    painlog("undo")
    painlog("undo")
    assert held() == before


def test_undo_says_what_it_took_back_and_how_to_make_it_again(painlog):
    painlog("add", "left heel", "6")
    assert painlog("undo").out == (
        "Took back: add: entry 1, left heel 6 of 10, Tue 31 Mar 2026, 21:00.\n"
        "To make it again: painlog redo\n"
    )
    assert painlog("redo").out == (
        "Made again: add: entry 1, left heel 6 of 10, Tue 31 Mar 2026, 21:00.\n"
    )


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("undo", "There is nothing to undo.\n"),
        ("redo", "There is nothing to redo: nothing was undone since the last change.\n"),
    ],
)
def test_with_nothing_left_it_says_so_and_makes_no_file(painlog, path, command, said):
    result = painlog(command)
    assert (result.code, result.out, result.err) == (1, "", said)
    assert not path.exists()


def test_undo_goes_back_to_the_beginning_and_no_further(painlog):
    painlog("add", "heel", "6")
    painlog("start", "heat")
    assert [painlog("undo").code for _ in range(3)] == [0, 0, 1]


def test_after_a_new_change_redo_has_nothing_to_make_again(painlog):
    painlog("add", "heel", "6")
    painlog("undo")
    painlog("add", "neck", "2")
    assert painlog("redo").code == 1
    assert painlog("undo").out.startswith("Took back: add: entry ")
    assert painlog("undo").code == 1


def test_a_summary_never_steers_the_terminal(painlog):
    painlog("consult", "--note", "\x1b[31m")
    painlog("treatments", "add", "heat \u0301x")
    assert "\x1b" not in painlog("undo").out + painlog("undo").out


def test_undo_says_which_fields_came_back_and_redo_what_the_entry_is_now(painlog):
    painlog("add", "left heel", "4", "--note", "stairs")
    painlog("edit", "1", "--intensity", "6", "--clear", "note")
    painlog("edit", "1", "--intensity", "7", "-q", "dull")
    undone = [painlog("undo").out.splitlines()[1] for _ in range(2)]
    assert undone == [
        "  The intensity is 6 again, not 7. There are no qualities any more; they were dull.",
        '  The intensity is 4 again, not 6. The note is "stairs" again.',
    ]
    assert painlog("redo").out.splitlines() == [
        "Made again: edit: entry 1, left heel 6 of 10, Tue 31 Mar 2026, 21:00.",
        '  The intensity is 6 again, not 4. There is no note any more; it was "stairs".',
    ]
    assert painlog("redo").out.splitlines()[0].startswith("Made again: edit: entry 1, left heel 7")


def test_several_changes_are_taken_back_at_once_and_told_one_by_one(painlog):
    for intensity in "123":
        painlog("add", "neck", intensity)
    undone = painlog("undo", "2")
    assert [line.split(", Tue")[0] for line in undone.out.splitlines()] == [
        "Took back: add: entry 3, neck 3 of 10",
        "Took back: add: entry 2, neck 2 of 10",
        "To make it again: painlog redo 2",
    ]
    redone = painlog("redo", "9")
    assert (redone.code, redone.out.count("Made again: add: entry")) == (1, 2)
    assert redone.err == (
        "2 changes done. There is nothing to redo: nothing was undone since the last change.\n"
    )
    assert painlog("list").out.count("\n") == 3
    assert painlog("undo", "0").code == 2


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("consult asked q1", "Already asked, nothing changed:\n   q1  Why? (asked on Tue 31 Mar"),
        ("day --sleep 6 --note tired", "The day already says that; nothing was changed."),
        ("edit 1 --note hot", "Entry 1 already says that; nothing was changed."),
        ("factors ask steps", "checkin asks about steps. It was so already; nothing was"),
        ("factors rename steps steps", "The factor is called steps already; nothing was changed"),
        ("regions order neck heel", "checkin asks about: neck, heel; then about others that you "),
        ("regions set head --diary attacks", "Head: every attack is written down, "),
        ("regions rename scar scar", "The region is called scar already; nothing was changed."),
        ("treatments rename lamp lamp", "The treatment is called lamp already; nothing was chang"),
        ("treatments set lamp --kind manual", "lamp is of the kind manual, complementary. It was"),
        ("courses edit 1 --dose 20min", "Course 1 already says that; nothing was changed."),
        ("consult --on 2026-03-02 --note x", "Already there: visit to a clinician on Mon 2 Mar 20"),
    ],
)
def test_a_command_that_changes_nothing_says_so_and_is_nothing_to_undo(painlog, command, said):
    for line in (
        *("add neck 3", "consult --question Why?", "factors add steps", "regions add scar"),
        *("treatments add lamp", "start lamp"),
    ):
        assert painlog(*line.split()).code == 0
    before = painlog("export", "--format", "json").out
    assert painlog(*command.split()).code == 0
    again = painlog(*command.split())
    assert again.code == 0
    assert again.out.startswith(said)
    assert "nothing" in again.out or "Already there" in again.out
    painlog("undo")
    if "rename" not in command:
        assert painlog("export", "--format", "json").out == before


def test_the_last_changes_are_listed_newest_first(painlog, monkeypatch):
    assert painlog("history").out == "No change was made yet.\n"
    monkeypatch.setattr("painlog.store.log.now_text", lambda: "2026-03-31T19:00:00+00:00")
    painlog("add", "neck", "3", "--at", "2026-03-01 08:00")
    painlog("edit", "1", "--intensity", "4")
    painlog("undo")
    added = "2026-03-31 21:00  add: entry 1, neck 3 of 10, Sun 1 Mar 2026, 08:00"
    edited = added.replace("add:", "edit:") + " (undone)"
    assert painlog("history").out == f"{edited}\n{added}\n"
    assert painlog("history", "--limit", "1").out == f"{edited}\n"
    assert painlog("undo").out.startswith("Took back: add: entry 1, neck 3 of 10")
    assert painlog("history", "-n", "1", "--format", "json").out == (
        '{\n  "schema": "painlog.history/1",\n  "changes": [\n    {\n'
        '      "made_at": "2026-03-31T19:00:00+00:00",\n      "command": "edit",\n'
        '      "summary": "entry 1, neck 3 of 10, Sun 1 Mar 2026, 08:00",\n'
        '      "undone": true\n    }\n  ]\n}\n'
    )


def test_of_many_things_only_the_first_are_named(painlog):
    for day in range(1, 31):
        painlog("add", "neck", "3", "--at", f"2026-03-{day:02} 08:00")
    painlog("remove", "1-30")
    first = "; ".join(
        f"entry {n}, neck 3 of 10, {day} Mar 2026, 08:00"
        for n, day in ((1, "Sun 1"), (2, "Mon 2"), (3, "Tue 3"))
    )
    assert painlog("undo").out.splitlines()[0] == f"Took back: remove: {first}; and 27 more."
    assert painlog("history", "-n", "1").out.endswith(f"remove: {first}; and 27 more (undone)\n")
    assert painlog("redo").out.splitlines()[0] == f"Made again: remove: {first}; and 27 more."
