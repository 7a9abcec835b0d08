"""Where a call on a file fails, a sentence says so, nothing is lost and the next try works.

`python tests/faults/fail.py` lets every call fail in turn.
"""

import pytest

import fail
from cases import CASES
from fail import WAYS

EVERY = {
    "first add": 47,
    "bring up to date": 47,
    "import": 29,
    "import JSON": 23,
    "restore": 97,
    "backup": 37,
}
# A disk without space is met in test_full_disk.py.
HERE = ("fails once", "fails from then on", "cannot be read, once")


@pytest.mark.parametrize("case", [case.name for case in CASES])
@pytest.mark.parametrize("way", [way for way in WAYS if way.name in HERE], ids=lambda way: way.name)
def test_a_call_that_fails(warm, trial, case, way):
    met = fail.at_every_call(warm, trial(case), way, EVERY.get(case, 17))
    assert met
    assert set(met) <= {"refused", "done all the same", "saved, and said so", fail.MAYBE}
