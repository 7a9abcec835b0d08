"""A disk that is really full: a small one in memory, where this machine lets one be mounted.

Where it does not, a full disk is met in test_fail.py and, by a limit on the size of files, in
tests/process/test_faults.py and tests/store/test_file.py.
"""

import shutil
import subprocess

import pytest

import fail
from cases import CASES
from failing import FAIL_ONCE
from trial import prepare

KIB = 1024
SIZE = 2048 * KIB
FULL = fail.Way("full disk", FAIL_ONCE, 0)


@pytest.fixture
def small_disk(tmp_path):
    directory = tmp_path / "small"
    directory.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(directory)],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode != 0:
        pytest.skip(f"no small disk can be mounted: {mounted.stderr.strip()}")
    yield directory
    subprocess.run(["umount", str(directory)], check=True)


def fill(disk, left):
    """Take all of a disk but so many bytes; gives the file that takes them."""
    filler = disk / "filler"
    with filler.open("wb") as file:
        file.write(bytes(shutil.disk_usage(disk).free - left))
    return filler


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_on_a_full_disk_nothing_is_lost(warm, starts, small_disk, case):
    trial = prepare(warm, case, starts[case.start], small_disk / "work")
    ends = set()
    for left in (0, 12, 40, 64, 240):
        trial.begin()
        filler = fill(small_disk, left * KIB)
        done = warm.run(trial.path, *case.arguments)
        filler.unlink()
        ends.add(fail.judge(trial, done, warm, FULL))
        if done.code == 1:
            assert "space" in done.err or "No space left on device" in done.err
    if case.arguments != ("list",):
        assert "refused" in ends


def test_on_a_full_disk_a_journal_can_still_be_read(warm, starts, small_disk):
    path = small_disk / "painlog.db"
    shutil.copy(starts["journal"] / "painlog.db", path)
    commands = (("list",), ("today",), ("report",), ("export",))
    before = [warm.run(path, *arguments).out for arguments in commands]
    fill(small_disk, 0)
    for arguments, said in zip(commands, before, strict=True):
        done = warm.run(path, *arguments)
        assert (done.code, done.out) == (0, said)
