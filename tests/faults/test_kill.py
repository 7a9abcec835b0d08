"""A command that is killed has done all of its change or none, and leaves nothing in the way.

`python tests/faults/kill.py` kills at every call and a thousand times at random.
"""

from dataclasses import replace

import pytest

import kill
from cases import CASES
from cold import Cold
from failing import KILL, KILL_HALF_WAY
from trial import prepare

EVERY = {"first add": 37, "bring up to date": 37, "import": 19, "restore": 61, "backup": 29}


@pytest.mark.parametrize("case", [case.name for case in CASES])
@pytest.mark.parametrize(
    ("what", "first"), [(KILL, 3), (KILL_HALF_WAY, 6)], ids=["before", "half-way"]
)
def test_killed_at_a_call_that_changes_a_file(warm, trial, case, what, first):
    calls = kill.at_every_call(warm, trial(case), what, EVERY.get(case, 11), first)
    assert calls > first


def test_killed_at_random_moments(warm, trial, tmp_path):
    once = trial("add")
    # The first run takes longer than those that are killed.
    usual = prepare(warm, once.case, once.start, tmp_path / "work", times=3)
    met = kill.at_random(warm, warm, [usual], 15, seed=7)
    assert met["killed"] + met["ended"] == 15
    # How many depends on how busy the machine is.
    assert met["killed"]


def test_real_processes_killed_at_random_moments(warm, trial):
    # It takes so many times as long as a copy of a warm one.
    slower = replace(trial("edit"), usually=0.3)
    met = kill.at_random(Cold(), warm, [slower], 4, seed=7)
    assert met["killed"] + met["ended"] == 4
