"""A log that a killed command left is not played onto a copy that went on without it.

`python tests/faults/pairs.py` makes every pair, killed at every call.
"""

import pytest

import failing
import pairs
from absent import do_without
from failing import KILL, Fault
from soundness import content, put
from trial import JOURNAL
from warm import Warm

# What is finished there, for each that is killed here: every command is both.
NEVER = Fault(KILL, pairs.MOST_CALLS)
NAMES = list(pairs.COMMANDS)
THERE = {
    name: {NAMES[(i + 1) % len(NAMES)], NAMES[(i + 4) % len(NAMES)]} for i, name in enumerate(NAMES)
}


@pytest.fixture(scope="module", params=pairs.MODES)
def made(request, pytestconfig, tmp_path_factory):
    """A painlog, what it starts from in a mode, and every command finished on a copy of that."""
    if lacking := failing.missing():
        do_without(pytestconfig, lacking, "run tests/faults/setup.sh")
    directory = tmp_path_factory.mktemp(request.param)
    with Warm(wal=request.param == "wal") as warm:
        start = pairs.make_start(warm, directory, request.param)
        sides = pairs.finished(warm, start, directory / "finished")
        yield warm, start, {side.name: side for side in sides}


@pytest.mark.parametrize("name", NAMES)
def test_what_was_finished_there_is_kept_whole(made, tmp_path, name):
    warm, start, sides = made
    # By then the change is being written into the journal itself, with either log beside it.
    put(start, tmp_path / "whole")
    calls = warm.run(tmp_path / "whole" / JOURNAL, *pairs.COMMANDS[name], fault=NEVER).calls
    here = next(pairs.killed(warm, start, tmp_path, name, calls - 5))
    met = {pairs.judge_pair(warm, here, sides[t], tmp_path / "pair") for t in THERE[name]}
    assert met == {"set aside"}
    before, after = content(start / pairs.JOURNAL), content(sides[name].journal)
    assert pairs.judge_own(warm, here, before, after, tmp_path / "own") in ("there", "not there")
