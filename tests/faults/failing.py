"""The n-th call on a file fails, or the process is ended there: failing.c, from Python."""

import atexit
import errno
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).with_name("failing.c")

# As in failing.c.
FAIL_ONCE, FAIL_FROM_THEN_ON, FAIL_HALF_WAY, KILL, KILL_HALF_WAY, INTERRUPT = range(1, 7)
WRITES, SYNCS, NAMES, READS, OPENS = 1, 2, 4, 8, 16
CHANGES = WRITES | SYNCS | NAMES


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong at the n-th call of these groups, counted from 1.

    `error` is the errno of a call that fails, and the signal of one that is interrupted.
    """

    what: int
    at: int
    groups: int = CHANGES
    error: int = errno.EIO

    @property
    def variable(self) -> str:
        """The value of FAULT that arms it from a process's start."""
        return f"{self.what}:{self.groups}:{self.error}:{self.at}"


def missing() -> str:
    """What this machine lacks for it; nothing where it can be done."""
    if sys.platform != "linux":
        return "Linux, which failing.c is written for"
    return "" if shutil.which("gcc") else "gcc (Debian: apt-get install gcc libc6-dev)"


@cache
def library() -> Path:
    """The compiled library, to be loaded before all others."""
    descriptor, name = tempfile.mkstemp(suffix=".so", prefix=f"failing-{os.getpid()}-")
    os.close(descriptor)
    atexit.register(Path(name).unlink)
    command = ["gcc", "-shared", "-fPIC", "-O1", "-o", name, str(SOURCE), "-ldl"]
    subprocess.run(command, check=True)
    return Path(name)
