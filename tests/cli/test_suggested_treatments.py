"""What a refusal of treatments tells a person to type: it runs as it is printed."""

import re
import shlex

import pytest

# A command ends with its sentence, or with the line.
COMMAND = r"painlog (?:take|add|start|treatments add) [^\n]*?(?=\.? (?:To|For|Or|If) |\n|$)"
REFUSED = [
    *("heat for neck", "heat and yoga for neck", "heat with yoga for neck"),
    *("heat my left knee", "naproxen 500 mg with omeprazole 20 mg for period pain"),
    *("ibuprofen 400 mg with milk", "ibuprofen with food", "heat neck", "neck massage"),
    *("ibuprofen 400 mg head", "yoga left knee", "heat on my neck", "massage of the head"),
    *("heat and rest for my back", "once ibuprofen", "ibuprofen 400 mg twice"),
    *("heat after dinner", "stretching for 20 min", "heat yesterday"),
    *("ibuprofen 400 mg 2 hours ago", "ibuprofen every day"),
    *("ibuprofen 400 mg twice a day", "heat daily", "walk 3 times a week"),
    *("prednisolone 15 mg then 10 mg", "didn't take ibuprofen"),
    *("ibuprofen 400 mg and ibuprofen 200 mg", "no ibuprofen", "forgot amitriptyline"),
    *("for head", "ibuprofen didn't work", "massage helped", "heat helped a lot"),
    *("heat moonlight", "with food", "moonlight heat", "massage heat", "ibuprofen 400"),
    *("2 ibuprofen", "sumatriptan fifty", "ibuprofen and paracetamol 500 mg"),
    *("paracetamol/codeine", "400 mg", "tablets", "nothing", "none", "no", "and", "then"),
    *("heat for", "ibuprofin 400 mg", "heta", "heat because of stress"),
    *("metformin 500 mg tablets for sugar", "yoga 30 min with heat for neck"),
    *("heat; rest for neck", "tea and toast after lunch"),
    *("ibuprofen 400 mg, heat for head", "heat + massage before bed"),
    *("sumatriptan 50 mg nasal for migraine", "ibuprofen 10 drops per day"),
    *("heat at night", "heat in the evening", "paracetamol 1 g every 6 hours"),
    *("massage with the dog", "TENS 30 minutes with yoga for neck"),
    *("heat, yoga and TENS for my left knee", "nothing today"),
]


def commands_in(said):
    # Where a medicine stands in a name that is not known, painlog offers no name.
    return [command for command in re.findall(COMMAND, said) if '"…"' not in command]


@pytest.mark.posix
@pytest.mark.parametrize("text", REFUSED)
def test_a_command_in_a_refusal_runs_as_printed(painlog, path, text):
    ways = (("take", *text.split()), ("take", text), ("start", *text.split()), ("start", text))
    for way in (*ways, ("add", "heel", "5", "-t", text)):
        path.unlink(missing_ok=True)
        refused = painlog(*way)
        for command in commands_in(refused.err):
            path.unlink(missing_ok=True)
            done = painlog(*shlex.split(command)[1:])
            assert (done.code, done.err) == (0, ""), (way, command)


def test_these_are_refused_with_a_command(painlog):
    suggested = [commands_in(painlog("take", *text.split()).err) for text in REFUSED]
    assert sum(map(bool, suggested)) >= 40
    assert suggested[:3] == [
        ['painlog take heat --for "neck"'],
        ['painlog take heat, yoga --for "neck"'],
        ['painlog take heat, yoga --for "neck"'],
    ]
