"""`painlog take`: uses without a rating, and what list, show, remove and undo do with them."""

import io
import json
import sqlite3
import sys

import pytest

ADVICE = "Not a diagnosis. See a clinician if pain persists, changes or worsens."


@pytest.fixture
def asked(painlog, monkeypatch):
    """Run a command on a terminal and type these answers, a line each."""

    def run(*arguments, answers=()):
        for module in ("commands.take", "base.ask"):
            monkeypatch.setattr(f"painlog.cli.{module}.can_ask", lambda: True)
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{a}\n" for a in answers)))
        return painlog(*arguments)

    return run


def test_what_an_entry_named_already_is_said_and_saved_all_the_same(painlog):
    painlog("add", "head", "6", "-t", "ibuprofen", "--at", "09:00")
    said = painlog("take", "ibuprofen", "--at", "09:10").out
    assert "You logged this already at " in said
    assert "09:00, with entry 1." in said
    for other in (("ibuprofen", "--at", "09:11"), ("paracetamol", "--at", "09:00")):
        assert "already" not in painlog("take", *other).out
    assert len(uses(painlog)) == 3


def uses(painlog):
    found = json.loads(painlog("list", "--only", "uses", "--format", "json").out)["uses"]
    return [(u["id"], u["treatment"], u["dose"] and u["dose"]["written"]) for u in found]


def test_a_brand_is_told_as_the_medicine_that_it_is(painlog):
    for line in (
        ["take", "imigran", "50 mg"],
        ["add", "head", "6", "-t", "imigran 50 mg"],
        ["start", "imigran", "--region", "head"],
        ["edit", "1", "-t", "imigran 100 mg"],
    ):
        assert "  Imigran is sumatriptan." in painlog(*line).out.splitlines(), line
    assert " is sumatriptan." not in painlog("take", "sumatriptan", "50 mg").out


def test_a_use_is_stored_with_time_region_and_dose_and_told_in_full(painlog):
    painlog("add", "left heel", "3", "-t", "sumatriptan")
    result = painlog("take", "sumatriptan", "50", "mg", "--at", "14:00", "--for", "head")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "Saved use u1: sumatriptan 50 mg, for head, Tue 31 Mar 2026, 14:00.",
    ]
    painlog("undo")
    painlog("undo")
    assert painlog("take", "heat").out.splitlines() == [
        "Saved use u2: heat, Tue 31 Mar 2026, 21:00.",
        ADVICE,
    ]


def test_several_are_one_change_and_one_undo(painlog):
    painlog("add", "neck", "2")
    result = painlog("take", "paracetamol", "1", "g", "ibuprofen", "400mg", "--note", "after lunch")
    lines = result.out.splitlines()
    assert lines[:4] == [
        "Saved use u1: paracetamol 1 g, Tue 31 Mar 2026, 21:00.",
        "  note: after lunch",
        "Saved use u2: ibuprofen 400 mg, Tue 31 Mar 2026, 21:00.",
        "  note: after lunch",
    ]
    assert painlog("undo").out.splitlines() == [
        "Took back: take: use u1, paracetamol 1 g, Tue 31 Mar 2026, 21:00; use u2, ibuprofen "
        "400 mg, Tue 31 Mar 2026, 21:00.",
        "To make it again: painlog redo",
    ]
    assert uses(painlog) == []
    painlog("redo")
    assert uses(painlog) == [(2, "ibuprofen", "400 mg"), (1, "paracetamol", "1 g")]


def test_a_medicine_has_its_safety_lines_at_its_first_use_only(painlog):
    first = painlog("take", "ibuprofen", "400 mg").out
    assert "ibuprofen" in first.splitlines()[1]
    again = painlog("take", "ibuprofen", "400 mg", "--at", "yesterday").out
    assert len(again.splitlines()) == 1 < len(first.splitlines())


def test_what_is_not_known_is_kept_as_ones_own_and_goes_with_undo(painlog):
    result = painlog("take", "metformin", "500", "mg")
    assert 'painlog did not know "metformin"' in result.out
    assert painlog("treatments", "show", "metformin").code == 0
    painlog("undo")
    assert painlog("treatments", "show", "metformin").code == 1


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], 2, "take needs what you took or did, as in: painlog take ibuprofen 400 mg"),
        (["ibuprofn", "400 mg"], 1, 'No treatment is called "ibuprofn".'),
        (["sumatriptan", "50"], 1, '"sumatriptan 50" gives a number without a unit.'),
        (["400", "mg"], 1, '"400 mg" names no treatment.'),
        (["heat", "--at", "tomorrow"], 1, '"tomorrow" is 2026-04-01 12:00, which is still to'),
        (["heat", "--for", "hell"], 1, 'No region is called "hell".'),
        (["heat", "--for", ""], 1, 'No region is called "".'),
        (["heat", "--for", "left heel", "--no-side"], 1, '"left heel" says left and --side says'),
    ],
)
def test_what_cannot_be_taken_is_refused_and_nothing_is_stored(painlog, path, words, code, said):
    result = painlog("take", *words)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(said)
    assert not path.exists()


def test_the_side_is_as_before_where_the_region_hurt_on_one_side_only(painlog):
    painlog("add", "left heel", "6")
    lines = painlog("take", "heat", "--for", "heel").out.splitlines()
    assert lines[:2] == [
        "Saved use u1: heat, for left heel, Tue 31 Mar 2026, 21:00.",
        "  left, as before; to take the side off: painlog edit u1 --no-side",
    ]
    assert "u2: heat, for heel, " in painlog("take", "heat", "--for", "heel", "--no-side").out


def test_a_note_that_tells_of_danger_is_answered_first(painlog):
    result = painlog("take", "rest", "--for", "lower back", "--note", "can't pee since morning")
    assert result.out.startswith("! Call the emergency number (999, 112 or 911, for example) now.")


def test_what_was_taken_a_moment_ago_is_said(painlog):
    assert "a moment ago" not in painlog("take", "heat").out
    assert "a moment ago; `painlog undo` takes the last one back." in painlog("take", "heat").out
    assert "a moment ago" not in painlog("take", "heat", "--at", "20:00").out
    both = painlog("take", "heat", "rest").out
    assert "a moment ago; `painlog remove u4` takes the last one back." in both
    painlog("take", "paracetamol 1 g", "--at", "10:00")
    assert "a moment ago" not in painlog("take", "paracetamol 500 mg", "--at", "10:00").out
    assert "a moment ago" in painlog("take", "paracetamol 2 x 500 mg", "--at", "10:00").out


def test_without_words_a_terminal_asks_what_and_what_for(painlog, asked):
    result = asked("take", answers=["ibuprofn", "rest; heat 20 min", "hell", "neck"])
    assert [line.partition(".")[0] for line in result.err.splitlines()] == [
        'No treatment is called "ibuprofn"',
        'No region is called "hell"',
    ]
    assert uses(painlog) == [(2, "heat", "20 minutes"), (1, "rest", None)]
    assert "for neck" in result.out
    asked("take", answers=["rest", ""])
    assert "for" not in painlog("list", "-n", "1").out


def test_an_unknown_treatment_is_asked_about_on_a_terminal(painlog, asked):
    asked("take", "metformin", "500 mg", answers=["medicine"])
    assert "medication" in painlog("treatments", "show", "metformin").out


# list, show, remove


@pytest.fixture
def mixed(painlog):
    painlog("add", "head", "8", "-t", "ibuprofen 400 mg", "--at", "2026-03-29 08:00")
    painlog("take", "sumatriptan", "50 mg", "--for", "head", "--at", "2026-03-30 09:00")
    painlog("add", "left heel", "4", "--at", "2026-03-30 20:00")
    painlog("take", "massage", "--note", "long", "--at", "2026-03-31 12:00")


@pytest.mark.usefixtures("mixed")
def test_uses_are_listed_among_entries_by_time(painlog):
    assert painlog("list").out.splitlines() == [
        "   u2  2026-03-31 12:00  massage therapy; note: long",
        "    2  2026-03-30 20:00  left heel   4/10",
        "   u1  2026-03-30 09:00  sumatriptan 50 mg, for head",
        "    1  2026-03-29 08:00  head        8/10  ibuprofen 400 mg",
    ]


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        (["--only", "uses"], ["u2", "u1"]),
        (["--only", "entries"], ["2", "1"]),
        (["-r", "head"], ["u1", "1"]),
        (["-t", "sumatriptan"], ["u1"]),
        (["-t", "ibuprofen"], ["1"]),
        (["--since", "2026-03-31"], ["u2"]),
        (["-n", "3"], ["u2", "2", "u1"]),
        (["-n", "1", "--only", "entries"], ["2"]),
        (["-n", "0"], ["u2", "2", "u1", "1"]),
    ],
)
@pytest.mark.usefixtures("mixed")
def test_the_filters_of_list_are_for_both(painlog, filters, numbers):
    assert [line.split()[0] for line in painlog("list", *filters).out.splitlines()] == numbers
    data = json.loads(painlog("list", *filters, "--format", "json").out)
    listed = [u["id"] for u in data["uses"] if u["id"] is not None]
    assert listed == [int(n[1:]) for n in numbers if n.startswith("u")]
    assert [e["id"] for e in data["entries"]] == [int(n) for n in numbers if n.isdigit()]


@pytest.mark.usefixtures("mixed")
def test_what_list_leaves_out_is_counted_of_both(painlog):
    assert painlog("list", "-n", "1").err == "The newest 1 of 4. All of them: --limit 0\n"
    assert painlog("list", "-n", "1", "--only", "uses").err.startswith("The newest 1 of 2.")
    assert painlog("list", "-t", "rest").err == "No entries match.\n"
    assert painlog("list", "-t", "rest", "--only", "uses").err == "No uses match.\n"


def test_a_journal_with_uses_alone_is_not_empty(painlog):
    painlog("take", "heat")
    assert painlog("list", "--only", "entries").err == "No entries match.\n"
    assert painlog("list").err == ""


@pytest.mark.usefixtures("mixed")
def test_a_use_is_shown_in_full(painlog, path):
    journal = sqlite3.connect(path)
    ((uid, created),) = journal.execute(
        "select uid, created_at from use where id = 1 and entry_id is null"
    ).fetchall()
    journal.close()
    assert painlog("show", "U1").out.splitlines() == [
        "Use u1",
        "  When: Mon 30 Mar 2026, 09:00",
        "  Treatment: sumatriptan",
        "  Dose: 50 mg",
        "  For: head",
        f"  uid {uid}, written {created}",
    ]
    data = json.loads(painlog("show", "u1", "--format", "json").out)
    assert (data["schema"], data["uid"], data["dose"]["amount"]) == ("painlog.use/1", uid, 50)
    assert data["advice"][0]["code"]


@pytest.mark.usefixtures("mixed")
def test_entries_and_uses_are_removed_together_and_come_back_together(painlog):
    before = painlog("list").out
    assert painlog("remove", "u1", "1", "u1").out.splitlines() == [
        "Removed use u1: sumatriptan 50 mg, for head, Mon 30 Mar 2026, 09:00.",
        "Removed entry 1: head 8 of 10, Sun 29 Mar 2026, 08:00.",
        "To bring back: painlog undo",
    ]
    assert [line.split()[0] for line in painlog("list").out.splitlines()] == ["u2", "2"]
    assert painlog("undo").out.startswith(
        "Took back: remove: use u1, sumatriptan 50 mg, for head, Mon 30 Mar 2026, 09:00; entry 1, "
    )
    assert painlog("list").out == before


@pytest.mark.usefixtures("mixed")
def test_one_unknown_number_and_nothing_is_removed(painlog):
    before = painlog("list").out
    assert painlog("remove", "u1", "u9").code == 1
    assert painlog("list").out == before


@pytest.mark.usefixtures("mixed")
def test_the_number_of_a_removed_use_is_never_given_again(painlog):
    painlog("remove", "u2")
    assert painlog("take", "heat").out.startswith("Saved use u3: ")


def test_an_anti_inflammatory_on_the_skin_points_to_the_pharmacist(painlog):
    source = "[NHS, Who can and cannot take or use diclofenac]"
    for command in (["take", "diclofenac gel"], ["treatments", "show", "ibuprofen gel"]):
        told = " ".join(painlog(*command).out.split())
        assert "Tell a pharmacist or doctor about an allergy" in told
        assert source[1:-1] in told
    assert "ask a pharmacist whether it suits you" in painlog("take", "capsaicin cream").out
    assert "anti-inflammatory" not in painlog("treatments", "show", "capsaicin cream").out


@pytest.mark.parametrize(("answer", "code", "stored"), [("", 1, 0), ("y", 0, 1)])
def test_a_day_of_long_ago_is_asked_about_on_a_terminal(asked, painlog, answer, code, stored):
    result = asked("take", "heat", "--at", "1926-03-10", answers=[answer])
    assert result.code == code
    assert "1926-03-10 is 100 years ago. Save it?" in result.out + result.err
    assert len(uses(painlog)) == stored


@pytest.mark.parametrize(
    "command",
    [
        ["take", "paracetamol", "40", "g"],
        ["add", "head", "6", "-t", "paracetamol 40 g"],
        ["--quiet", "take", "paracetamol 40 g"],
    ],
)
def test_more_than_a_whole_day_s_in_one_dose_is_said_before_anything_else(painlog, command):
    out = " ".join(painlog(*command).out.split())
    assert out.startswith("! 40 g of paracetamol is more than an adult may take in 24 hours")
    assert ("Saved" in out) is ("--quiet" not in command)
    assert "24 hours" not in painlog("take", "heat").out


def test_doses_within_24_hours_are_added_up_wherever_they_were_logged(painlog):
    for hour in (6, 9):
        painlog("add", "head", "6", "neck", "5", "-t", "paracetamol 1500 mg", "--at", f"0{hour}:00")
    assert "!" not in painlog("take", "paracetamol", "1", "g", "--at", "10:00").out
    out = " ".join(
        painlog("take", "ibuprofen 400 mg", "paracetamol 500 mg", "--at", "11:00").out.split()
    )
    assert out.startswith("! 4.5 g of paracetamol, logged in 4 doses within 24 hours")
    changed = painlog("edit", "u3", "--dose", "250 mg").out
    assert "! 4.25 g" in changed


def test_combinations_count_towards_the_sum_in_every_command_that_logs(painlog):
    painlog("take", "paracetamol 3 g", "--at", "08:00")
    assert "!" not in painlog("take", "2 tablets of co-codamol 30/500", "--at", "09:00").out
    too_much = "! 4.5 g of paracetamol, 1.5 g of it in co-codamol, logged in 3 doses within 24"
    co_codamol = "co-codamol 30/500"
    assert too_much in painlog("take", co_codamol, "--at", "10:00").out
    painlog("undo")
    assert too_much in painlog("add", "head", "6", "-t", co_codamol, "--at", "10:00").out
    painlog("undo")
    number = painlog("take", "co-codamol", "--at", "10:00").out.partition("use ")[2].split(":")[0]
    assert too_much in painlog("edit", number, "--dose", "30/500").out


def test_a_combination_without_a_known_amount_is_said_to_be_in_no_sum(painlog):
    assert "!" not in painlog("take", "co-codamol", "--at", "08:00").out
    painlog("take", "paracetamol 1 g", "--at", "08:30")
    for words, what in (("co-codamol", "co-codamol"), ("co-codamol 20 ml", "co-codamol 20 ml")):
        said = " ".join(painlog("take", words, "--at", "09:00").out.split())
        assert said.startswith(f"! {what} holds paracetamol as well, and painlog cannot tell how")
    assert "!" not in painlog("take", "tramadol", "--at", "09:00").out


def test_oxygen_and_routes_are_echoed_as_they_were_understood(painlog):
    taken = painlog("take", "15", "min", "of", "oxygen", "at", "12", "l/min", "--at", "08:00").out
    assert taken.startswith("Saved use u1: oxygen 12 l/min for 15 minutes, ")
    taken = painlog("take", "sumatriptan", "6", "mg", "s.c.", "--at", "08:00").out
    assert taken.startswith("Saved use u2: sumatriptan 6 mg under the skin, ")
    started = painlog("start", "amitriptyline", "25 mg", "po", "--region", "head").out
    assert started.startswith("Started: amitriptyline 25 mg by mouth for the head, ")
    added = painlog("add", "head", "6", "-t", "oxygen 12 l/min; rizatriptan 10 mg orally").out
    assert "oxygen 12 l/min; rizatriptan 10 mg by mouth" in " ".join(added.split())


def test_a_painkiller_for_an_attack_without_a_rating_asks_for_it(painlog):
    painlog("add", "head", "6", "--at", "2026-03-01")
    hint = "The head has no rating on that day"
    take = ("take", "sumatriptan 50 mg", "--for", "head", "--at")
    assert hint not in painlog(*take, "2026-03-10 12:00").out
    painlog("regions", "set", "head", "--diary", "attacks")
    said = " ".join(painlog(*take, "2026-03-10 10:00").out.split())
    assert (
        "The head has no rating on that day, and you write down every attack of it. How bad was "
        'it, 0 to 10? painlog add head N --at "2026-03-10 10:00"'
    ) in said
    # Not for what prevents attacks, nor for a day that is rated.
    assert hint not in painlog("take", "amitriptyline 10 mg", "--for", "head").out
    assert hint not in painlog(*take, "2026-03-01 20:00").out
    painlog("add", "head", "8", "--from", "2026-03-20 20:00", "--until", "2026-03-22 08:00")
    assert hint not in painlog(*take, "2026-03-21 10:00").out
    assert hint in painlog(*take, "2026-03-23 10:00").out


@pytest.mark.parametrize(
    ("medicine", "for_attacks"),
    [
        ("naproxen 500 mg", True),
        ("oxygen 12 l/min", True),
        ("metoclopramide 10 mg", True),
        ("lasmiditan", True),
        ("rimegepant", True),
        ("atogepant", False),
        ("amitriptyline 10 mg", False),
        ("heat", False),
    ],
)
def test_a_day_with_a_medicine_for_an_attack_is_none_without_pain(painlog, medicine, for_attacks):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "6", "--from", "2026-03-28 09:00", "--lasted", "3h")
    said = painlog("take", medicine, "--for", "head", "--at", "yesterday 10:00").out
    assert ("The head has no rating on that day" in said) == for_attacks
    (head,) = json.loads(painlog("report", "--format", "json").out)["regions"]
    assert head["rated_days"] == 4 - for_attacks
    painlog("undo")
    # Nobody says that this was for the head.
    painlog("take", medicine, "--at", "yesterday 10:00")
    (head,) = json.loads(painlog("report", "--format", "json").out)["regions"]
    assert (head["rated_days"], head["unsaid_days"]) == (4, int(medicine == "naproxen 500 mg"))


def test_a_dose_after_too_much_is_warned_of_as_well(painlog):
    painlog("take", "paracetamol 5 g", "--at", "yesterday 18:00")
    said = painlog("take", "paracetamol 3 g", "--at", "10:00").out
    assert said.startswith("! 8 g of paracetamol, logged in 2 doses within 24 hours")
    assert painlog("take", "paracetamol", "sixty", "tablets", "--at", "20:00").out.startswith(
        "! 60 tablets of paracetamol (at 500 mg each) is more than an adult may take"
    )


def test_a_painkiller_without_a_region_asks_whether_it_was_for_an_attack(painlog):
    hint = "If it was for an attack of the head: painlog edit u2 --region head"
    assert "for an attack" not in painlog("take", "sumatriptan 50 mg", "--at", "08:00").out
    painlog("regions", "set", "head", "--diary", "attacks")
    assert hint in painlog("take", "sumatriptan 50 mg", "--at", "10:00").out
    assert painlog("edit", "u2", "--region", "head").code == 0
    assert "for an attack" not in painlog("take", "heat").out


def test_two_releases_of_one_medicine_are_two_lines(painlog):
    painlog("take", "morphine", "MR", "10", "mg", "--at", "2026-03-30 08:00")
    painlog("take", "morphine", "10", "mg", "--at", "2026-03-30 14:00")
    painlog("add", "lower back", "6", "--at", "2026-03-30 10:00")
    lines = painlog("list").out.splitlines()
    assert [lines[0], lines[2]] == [
        "   u2  2026-03-30 14:00  morphine 10 mg",
        "   u1  2026-03-30 08:00  morphine 10 mg MR",
    ]
    assert (
        "Medicines logged in the last 28 days: morphine 10 mg, once on 1 day; morphine 10 mg MR, "
        "once on 1 day."
    ) in painlog("courses").out
    page = painlog("report", "--format", "html").out
    assert "<li>Morphine 10 mg: 1 time on 1 day" in page
    assert "<li>Morphine 10 mg MR: 1 time on 1 day" in page


def test_a_release_comes_back_from_a_table_of_uses(painlog, tmp_path):
    painlog("take", "tramadol retard")
    painlog("take", "imigran", "injection")
    table = tmp_path / "uses.csv"
    painlog("export", "--what", "uses", "--output", str(table))
    painlog("undo")
    painlog("undo")
    assert painlog("import", str(table)).code == 0
    assert [line[25:] for line in painlog("list").out.splitlines()[:2]] == [
        "sumatriptan by injection",
        "tramadol retard",
    ]
