"""Let the n-th call on a file fail, for every n: a sentence says so, and nothing is lost.

As a script: python tests/faults/fail.py
"""

import errno
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import failing
from cases import make_starts, there_are
from failing import CHANGES, FAIL_FROM_THEN_ON, FAIL_HALF_WAY, FAIL_ONCE, READS, Fault
from soundness import content, differences, drafts_in, is_a_sentence, names_in
from trial import Trial, prepare, read_made
from warm import Done, Warm

SAVED = "The change is saved."
MAYBE = "may have been saved"


@dataclass(frozen=True, slots=True)
class Way:
    """A way to fail: which calls, how, and with what error."""

    name: str
    what: int
    error: int
    groups: int = CHANGES

    def at(self, number: int) -> Fault:
        """The fault that meets the n-th call."""
        return Fault(self.what, number, self.groups, self.error)


WAYS = (
    Way("fails once", FAIL_ONCE, errno.EIO),
    Way("no space, once", FAIL_ONCE, errno.ENOSPC),
    Way("no space half-way through a write", FAIL_HALF_WAY, errno.ENOSPC),
    Way("fails from then on", FAIL_FROM_THEN_ON, errno.EIO),
    Way("no space from then on", FAIL_FROM_THEN_ON, errno.ENOSPC),
    Way("cannot be read, once", FAIL_ONCE, errno.EIO, READS),
    Way("cannot be read from then on", FAIL_FROM_THEN_ON, errno.EIO, READS),
)


def at_every_call(warm: Warm, trial: Trial, way: Way, step: int = 1) -> Counter[str]:
    """Run a command once for every n, its n-th call failing; counts how it ended.

    Raises:
        AssertionError: if it does not say what it did in a sentence, or something is lost.
    """
    met = Counter[str]()
    at = 1
    while True:
        trial.begin()
        done = warm.run(trial.path, *trial.case.arguments, fault=way.at(at))
        assert done.calls is not None
        if done.calls < at:
            return met
        try:
            met[judge(trial, done, warm, way)] += 1
        except AssertionError as wrong:
            wrong.add_note(f"{trial.case.name}, {way.name}, call {at}: {done}")
            raise
        at += step


def judge(trial: Trial, done: Done, warm: Warm, way: Way) -> str:
    """How a command ended that something failed for.

    Raises:
        AssertionError: if it does not say what it did in a sentence, or something is lost.
    """
    now = content(trial.path)
    assert now in (trial.before, trial.after), differences(trial.after, now)
    if trial.output:
        assert read_made(trial.output) in (None, trial.made), "half a file"
    if done.code == 0:
        assert now == trial.after, "acknowledged and not there"
        ended = "done all the same"
    else:
        assert done.code == 1
        assert is_a_sentence(done.err)
        if SAVED in done.err:
            assert now == trial.after, "said to be saved and is not"
            ended = "saved, and said so"
        else:
            # To be brought up to date is no change of the person's.
            untouched = now == trial.before or trial.case.start == "older"
            assert MAYBE in done.err or untouched, "is there and said to be not"
            ended = MAYBE if MAYBE in done.err else "refused"
    if now == trial.before or trial.output:
        again = warm.run(trial.path, *trial.case.arguments)
        assert again.code == 0, again
        assert content(trial.path) == trial.after, differences(trial.after, content(trial.path))
    # What could not be taken away for the fault goes with the next command, a draft with its own.
    assert warm.run(trial.path, "list").code == 0
    if drafts_in(trial.work):
        assert warm.run(trial.path, *trial.case.arguments).code == 0
        assert drafts_in(trial.work) == []
    # A copy of the journal before a restore stays where that may have come true.
    elif ended != MAYBE and way.what != FAIL_FROM_THEN_ON:
        assert set(names_in(trial.work)) <= trial.names, names_in(trial.work)
    return ended


def main() -> None:
    """Fail, and print what was met."""
    if lacking := failing.missing():
        sys.exit(f"This needs {lacking}.")
    with tempfile.TemporaryDirectory() as directory, Warm() as warm:
        here = Path(directory)
        starts = make_starts(warm, here / "starts")
        trials = [prepare(warm, c, starts[c.start], here / "work" / c.name) for c in there_are()]
        print("Commands:", ", ".join(trial.case.name for trial in trials))
        for way in WAYS:
            met = sum((at_every_call(warm, trial, way) for trial in trials), Counter[str]())
            said = ", ".join(f"{word} {number}" for word, number in sorted(met.items()))
            print(f"{way.name}: {sum(met.values())} calls: {said}", flush=True)


if __name__ == "__main__":
    main()
