"""A command that is interrupted says what it did, and has done all of it or nothing.

`python tests/faults/interrupt.py` interrupts at every call on a file.
"""

import signal

import pytest

import interrupt
from cases import CASES

EVERY = {"first add": 61, "bring up to date": 61, "import": 31, "backup": 41, "restore": 97}


@pytest.mark.parametrize("case", [case.name for case in (*CASES, *interrupt.MORE)])
@pytest.mark.parametrize(
    ("number", "first"), [(signal.SIGINT, 5), (signal.SIGTERM, 9)], ids=["SIGINT", "SIGTERM"]
)
def test_interrupted_at_a_call_on_a_file(warm, trial, case, number, first):
    met = interrupt.at_every_call(warm, trial(case), number, EVERY.get(case, 13), first)
    assert met["not saved, and said so"]
    assert sum(met.values()) > 1
