"""Interrupt commands at the n-th call on a file, for every n: what they say is what they did.

As a script: python tests/faults/interrupt.py
"""

import signal
import sys
import tempfile
from collections import Counter
from pathlib import Path

import failing
from cases import Case, make_starts, there_are
from failing import INTERRUPT, Fault
from soundness import content, differences, drafts_in, is_a_sentence, names_in
from trial import Trial, prepare, read_made
from warm import Done, Warm

NOT_SAVED = "Stopped. Nothing was saved.\n"
SAVED = "Stopped. The change is saved.\n"
POINTER = "Warning signs that need care now: painlog redflags --check\n"
EVERY_CALL = failing.CHANGES | failing.READS | failing.OPENS

# What only reads can be interrupted, too; so can what writes a report.
MORE = (
    Case("report", ("report", "-o", "out.json"), makes="out.json", taken_back_by=""),
    Case("list", ("list", "--limit", "0"), taken_back_by=""),
)


def at_every_call(
    warm: Warm, trial: Trial, number: int, step: int = 1, first: int = 1
) -> Counter[str]:
    """Send a command a signal at its n-th call on a file, for every n; counts what it said.

    Args:
        warm: Runs it.
        trial: The command.
        number: The signal.
        step: Take every so many-th call only.
        first: The n to begin with.

    Raises:
        AssertionError: if it says something else than what it did, or leaves something behind.
    """
    met = Counter[str]()
    at = first
    while True:
        trial.begin()
        fault = Fault(INTERRUPT, at, EVERY_CALL, number)
        done = warm.run(trial.path, *trial.case.arguments, fault=fault)
        if done.calls is not None and done.calls < at:
            return met
        try:
            met[judge(trial, done, number)] += 1
        except AssertionError as wrong:
            wrong.add_note(f"{trial.case.name}, {signal.Signals(number).name}, call {at}: {done}")
            raise
        at += step


def judge(trial: Trial, done: Done, number: int) -> str:
    """What an interrupted command said, which is what it did.

    Raises:
        AssertionError: if it is not.
    """
    now = content(trial.path)
    assert now in (trial.before, trial.after), f"half: {differences(trial.after, now)}"
    made = read_made(trial.output) if trial.output else None
    assert made in (None, trial.made), "half a file"
    assert drafts_in(trial.work) == [], "a draft is left"
    assert set(names_in(trial.work)) <= trial.names, names_in(trial.work)
    if done.code == 0:
        assert (now, made) == (trial.after, trial.made), "acknowledged and not there"
        return "done"
    assert done.code == 128 + number, done
    # An entry that is there already may have named the check of warning signs.
    said = done.err.removeprefix(POINTER)
    assert is_a_sentence(said)
    if said == SAVED:
        assert trial.before != now == trial.after, "said to be saved and is not"
        return "saved, and said so"
    if trial.case.makes and said == f"Stopped. {trial.case.makes} is written.\n":
        assert made == trial.made, "said to be written and is not"
        return "written, and said so"
    assert said == NOT_SAVED, done.err
    # To be brought up to date is no change of the person's.
    assert trial.case.start == "older" or now == trial.before, "is there and said to be not"
    assert made is None, "is written and said to be not"
    return "not saved, and said so"


def main() -> None:
    """Interrupt, and print what was met."""
    if lacking := failing.missing():
        sys.exit(f"This needs {lacking}.")
    with tempfile.TemporaryDirectory() as directory, Warm() as warm:
        here = Path(directory)
        starts = make_starts(warm, here / "starts")
        trials = [
            prepare(warm, c, starts[c.start], here / "work" / c.name) for c in (*there_are(), *MORE)
        ]
        print("Commands:", ", ".join(trial.case.name for trial in trials))
        for number in (signal.SIGINT, signal.SIGTERM):
            met = sum((at_every_call(warm, trial, number) for trial in trials), Counter[str]())
            said = ", ".join(f"{word} {times}" for word, times in sorted(met.items()))
            print(f"{number.name}: {sum(met.values())} calls: {said}", flush=True)


if __name__ == "__main__":
    main()
