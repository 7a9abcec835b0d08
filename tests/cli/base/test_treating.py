"""What is asked and said about the treatments that a person names, by every command alike."""

import io
import json
import sys

import pytest


@pytest.fixture
def on_terminal(painlog, monkeypatch):
    """Run a command and type these answers, a line each."""

    def run(*arguments, answers):
        for name in ("add", "edit", "checkin", "courses"):
            monkeypatch.setattr(f"painlog.cli.commands.{name}.can_ask", lambda: True)
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{a}\n" for a in answers)))
        return painlog(*arguments)

    return run


def shown(painlog, name):
    [treatment] = json.loads(painlog("treatments", "show", name, "--format", "json").out)[
        "treatments"
    ]
    return treatment


def known(painlog, name):
    return painlog("treatments", "show", name).code == 0


def test_in_a_pipe_an_unknown_treatment_is_kept_as_ones_own_and_said(painlog):
    result = painlog("add", "left heel", "6", "-t", "metformin")
    assert result.code == 0
    assert (
        'painlog did not know "metformin" and keeps it as a treatment of your own. To say what '
        'kind it is: painlog treatments set "metformin" --kind KIND, where KIND is self-care, '
        "manual, needling, exercise, medication or other. To call it something else: painlog "
        'treatments rename "metformin" NEW'
    ) in " ".join(result.out.split())
    assert (shown(painlog, "metformin")["kind"], shown(painlog, "metformin")["own"]) == (
        "other",
        True,
    )
    assert "did not know" not in painlog("add", "left heel", "5", "-t", "metformin").out


def test_one_undo_takes_back_the_entry_and_what_was_new_by_it(painlog):
    painlog("add", "left heel", "5")
    painlog("add", "left heel", "6", "-t", "metformin")
    painlog("undo")
    assert len(painlog("list").out.splitlines()) == 1
    assert not known(painlog, "metformin")
    painlog("redo")
    assert len(painlog("list").out.splitlines()) == 2
    assert known(painlog, "metformin")


def test_on_a_terminal_its_kind_is_asked_once(on_terminal, painlog):
    result = on_terminal(
        *("add", "left heel", "6", "-t", "vortioxetine 10 mg"), answers=["pill", "medicine"]
    )
    assert "painlog does not know vortioxetine. To add it, type its kind: " in result.out
    assert '"pill" is not a kind of treatment.' in result.err
    assert "vortioxetine 10 mg" in result.out
    assert shown(painlog, "vortioxetine")["kind"] == "medication"
    again = on_terminal("add", "left heel", "6", "-t", "vortioxetine", answers=[])
    assert (again.code, "type its kind" in again.out) == (0, False)


def test_enter_adds_no_treatment(on_terminal, painlog):
    result = on_terminal("add", "left heel", "6", "-t", "vortioxetine", answers=[""])
    assert (result.code, result.err) == (
        1,
        '"vortioxetine" was not added. Type what you meant. To see what painlog knows: painlog '
        "treatments\n",
    )
    assert not known(painlog, "vortioxetine")


def test_a_brand_of_several_products_is_a_numbered_choice(on_terminal):
    result = on_terminal("add", "left heel", "6", "-t", "Voltaren", answers=["4", "2"])
    assert "  1 diclofenac\n  2 diclofenac gel\n  3 something else\n" in result.out
    assert "Type a number from 1 to 3." in result.err
    assert "\n  diclofenac gel\n" in result.out


def test_a_brand_that_is_something_else_becomes_ones_own(on_terminal, painlog):
    on_terminal("add", "left heel", "6", "-t", "Voltaren", answers=["3", "medicine"])
    assert shown(painlog, "Voltaren")["own"]


def test_a_brand_of_several_products_is_refused_in_a_pipe(painlog, path):
    result = painlog("add", "left heel", "6", "-t", "Voltaren")
    assert (result.code, result.out, path.exists()) == (1, "", False)
    assert '"diclofenac" or "diclofenac gel"' in result.err


def test_a_slip_is_refused_with_what_it_may_have_meant(painlog, path):
    result = painlog("add", "left heel", "6", "-t", "sumatripan 50 mg")
    assert (result.code, path.exists()) == (1, False)
    assert result.err.startswith('No treatment is called "sumatripan". Did you mean "sumatriptan"?')


def test_an_edit_takes_doses_and_new_treatments_and_one_undo(painlog):
    painlog("add", "left heel", "6", "-t", "heat")
    result = painlog("edit", "1", "-t", "ibuprofen 400 mg", "-t", "voodoo")
    assert "ibuprofen 400 mg; voodoo" in result.out
    assert 'did not know "voodoo"' in result.out
    painlog("undo")
    assert "heat" in painlog("show", "1").out
    assert not known(painlog, "voodoo")


def test_a_checkin_takes_doses_and_new_treatments(painlog, on_terminal):
    painlog("add", "left heel", "6", "-t", "heat", "--at", "yesterday")
    result = on_terminal("checkin", answers=["5", "1, paracetamol 1,5 g, voodoo", "self-care", ""])
    assert "heat; paracetamol 1.5 g; voodoo" in result.out
    assert shown(painlog, "voodoo")["kind"] == "self-care"


def test_what_to_watch_for_with_a_medicine_is_said_at_its_first_use_only(painlog):
    first = painlog("add", "head", "6", "-t", "paracetamol 1 g").out
    assert "[NHS 111 Wales, Paracetamol for adults]" in " ".join(first.split())
    assert "NHS" not in painlog("add", "head", "5", "-t", "paracetamol").out
    assert "[NHS Fife" in painlog("edit", "2", "-t", "naproxen").out
    assert "watch for" not in painlog("add", "head", "4", "-t", "heat").out
    rare = painlog("add", "head", "4", "-t", "bisoprolol").out
    assert "painlog has no list of what to watch for with it: the leaflet in the packet has" in (
        " ".join(rare.split())
    )
    two = painlog("add", "head", "4", "left heel", "3", "-t", "sumatriptan").out
    assert two.count("angina") == 1


def test_a_start_takes_a_dose_and_a_new_treatment_and_one_undo(painlog, on_terminal):
    started = painlog("start", "amitriptyline 10 mg", "-r", "head").out
    assert started.startswith("Started: amitriptyline 10 mg for the head, from Tue 31 Mar 2026.")
    assert "[The Christie NHS" in " ".join(started.split())
    assert "watch for" not in painlog("add", "head", "4", "-t", "amitriptyline").out.lower()
    new = on_terminal("start", "vortioxetine", "-r", "head", answers=["medicine"])
    assert new.out.count("vortioxetine") >= 3
    assert shown(painlog, "vortioxetine")["kind"] == "medication"
    painlog("undo")
    assert not known(painlog, "vortioxetine")


UNCOUNTED = (
    '! painlog does not know "doliprane", so its doses count towards no line for overuse and no '
    "daily maximum. If it is a slip, or the packet names a medicine that is in it: painlog "
)


@pytest.mark.parametrize(
    ("words", "correction"),
    [
        (["take", "doliprane", "1000", "mg"], 'edit u1 -t "NAME 1000 mg", with that name for NAME'),
        (["take", "doliprane", "1", "g"], 'edit u1 -t "NAME 1 g", with that name for NAME'),
        (
            ["start", "doliprane", "1000", "mg"],
            "courses remove 1, then start it under that name",
        ),
        (
            ["add", "heel", "6", "-t", "doliprane 1000 mg, heat"],
            'edit 1 -t "NAME 1000 mg" -t "heat", with that name for NAME',
        ),
    ],
)
def test_a_weighed_dose_of_an_unknown_name_is_said_to_count_towards_nothing(
    painlog, words, correction
):
    result = painlog(*words)
    assert result.code == 0
    assert UNCOUNTED + correction in " ".join(result.out.split())
    assert "count towards no line" not in painlog(*words).out


@pytest.mark.parametrize("dose", [[], ["20", "min"], ["2", "tablets"]])
def test_what_is_not_weighed_says_nothing_of_lines(painlog, dose):
    assert "count towards" not in painlog("take", "yoga", *dose).out


def test_an_edit_to_an_unknown_name_says_that_its_dose_counts_towards_nothing(painlog):
    painlog("add", "heel", "6")
    result = painlog("edit", "1", "-t", "doliprane 1000 mg")
    assert UNCOUNTED in " ".join(result.out.split())


def test_the_correction_of_one_use_leaves_the_others(painlog):
    painlog("take", "doliprane", "1000", "mg", "and", "heat")
    painlog("edit", "u1", "-t", "paracetamol 1000 mg")
    assert [line.split("  ")[-1] for line in painlog("list").out.splitlines()][:2] == [
        "heat",
        "paracetamol 1000 mg",
    ]


def test_who_has_just_said_the_kind_is_not_told_how_to_say_it(painlog, on_terminal):
    new = on_terminal("start", "vortioxetine", "-r", "head", answers=["medicine"]).out
    assert "as a treatment of your own, of the kind medication. To call it something else" in (
        " ".join(new.split())
    )
    told = " ".join(painlog("take", "blue lamp").out.split())
    assert 'To say what kind it is: painlog treatments set "blue lamp" --kind KIND' in told


def test_a_slip_in_a_brand_of_several_products_is_asked_about(painlog):
    result = painlog("take", "advill", "5", "mg")
    assert result.code == 1
    assert result.err.startswith('No treatment is called "advill". Did you mean "advil"?')


def test_a_name_that_ends_in_a_quotation_mark_is_not_added(painlog):
    for noun in ("region", "treatment"):
        result = painlog(f"{noun}s", "add", "“tens pad”")
        assert result.code == 1
        assert result.err == (
            f"A {noun} cannot be called “tens pad”, with a quotation mark at the end of its name. "
            'Type it without: "tens pad".\n'
        )
