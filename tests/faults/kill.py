"""Kill commands at random moments and see whether the journal stays whole.

As a script: python tests/faults/kill.py --rounds 1000
"""

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import failing
from cases import Case, make_starts, there_are
from cold import Cold
from failing import KILL, KILL_HALF_WAY, Fault
from trial import Runner, Trial, judge, prepare
from warm import Warm

# Beyond the usual duration, so that some commands get to their end.
LONGEST = 1.2


def at_random(
    runner: Runner, warm: Warm, trials: list[Trial], rounds: int, seed: int
) -> Counter[str]:
    """Kill so many commands, each at a moment drawn from its usual duration; counts what was met.

    Args:
        runner: Runs the commands that are killed.
        warm: Runs those that come after.
        trials: What to choose from.
        rounds: How many.
        seed: Of the choices and moments.

    Raises:
        AssertionError: with the number of the round that was not as promised.
    """
    chance = random.Random(seed)
    met = Counter[str]()
    for number in range(rounds):
        trial = chance.choice(trials)
        after = chance.uniform(0, LONGEST * trial.usually)
        trial.begin()
        done = runner.run(trial.path, *trial.case.arguments, kill_after=after)
        for word in _met(trial, done.code == 0):
            met[word] += 1
        try:
            met[judge(trial, done, warm)] += 1
        except AssertionError as wrong:
            wrong.add_note(f"round {number}, {trial.case.name} killed after {after:.4f} s")
            raise
    return met


def _met(trial: Trial, ended: bool) -> Iterator[str]:  # noqa: FBT001 - one of two words
    yield "ended" if ended else "killed"
    beside = {p.name for p in trial.work.iterdir()} - {p.name for p in trial.start.iterdir()}
    if not ended and beside - {trial.path.name, trial.case.makes}:
        yield "killed with files open"


def at_every_call(warm: Warm, trial: Trial, what: int, step: int = 1, first: int = 1) -> int:
    """Kill a command at its n-th call that changes a file, for every n; gives how many there are.

    Args:
        warm: Runs it.
        trial: The command.
        what: KILL, or KILL_HALF_WAY through each write.
        step: Take every so many-th call only.
        first: The n to begin with.
    """
    at = first
    while True:
        trial.begin()
        done = warm.run(trial.path, *trial.case.arguments, fault=Fault(what, at))
        try:
            judge(trial, done, warm)
        except AssertionError as wrong:
            wrong.add_note(f"{trial.case.name} killed at call {at}, {what=}")
            raise
        if done.code == 0:
            return done.calls or 0
        at += step


def trials_in(
    runner: Runner, starts: dict[str, Path], work: Path, cases: list[Case]
) -> list[Trial]:
    """A trial of each case."""
    return [prepare(runner, c, starts[c.start], work / c.name, times=3) for c in cases]


def main() -> None:
    """Kill, and print what was met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    if lacking := failing.missing():
        sys.exit(f"This needs {lacking}.")
    with tempfile.TemporaryDirectory() as directory, Warm() as warm:
        here = Path(directory)
        starts = make_starts(warm, here / "starts")
        trials = trials_in(warm, starts, here / "warm", there_are())
        print("Commands:", ", ".join(trial.case.name for trial in trials))
        for what, name in ((KILL, "before"), (KILL_HALF_WAY, "half-way through")):
            calls = {t.case.name: at_every_call(warm, t, what) for t in trials}
            print(f"Killed {name} every call that changes a file: {sum(calls.values())}, {calls}")
        _print(
            "copies of a warm process", at_random(warm, warm, trials, chosen.rounds, chosen.seed)
        )
        cold = Cold()
        trials = trials_in(cold, starts, here / "cold", there_are())
        _print("real processes", at_random(cold, warm, trials, chosen.rounds, chosen.seed))


def _print(what: str, met: Counter[str]) -> None:
    said = ", ".join(f"{word} {number}" for word, number in sorted(met.items()))
    print(f"At random moments, {what}: {said}", flush=True)


if __name__ == "__main__":
    main()
