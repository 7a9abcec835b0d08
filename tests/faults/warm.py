"""Commands run in copies of one process that has painlog loaded, so that a start costs little.

A copy is made by fork: it is a process of its own and can be killed, while what takes a real
process 80 ms of imports takes it none.
"""

import ctypes
import json
import os
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

import failing

if TYPE_CHECKING:
    from forks import Fork, Forks

ZONE = "Europe/Berlin"


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended. `calls` counts those that a fault was waiting for, None if killed."""

    code: int
    out: str
    err: str
    calls: int | None
    seconds: float


class Warm:
    """The process that runs commands. Use it in a `with` block.

    Without `wal` it leaves a journal in the mode that it finds. With `forks` it is a copy of one
    that has everything loaded, which cannot be made to fail.
    """

    def __init__(
        self, *, faults: bool = True, wal: bool = True, forks: "Forks | None" = None
    ) -> None:
        environment = os.environ | {"TZ": ZONE, "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8"}
        environment["PYTHONPATH"] = str(Path(__file__).parents[1])
        environment.pop("PAINLOG_DB", None)
        if faults:
            environment["LD_PRELOAD"] = str(failing.library())
        how = [*(["faults"] if faults else []), *([] if wal else ["no-wal"])]
        self._process: Fork | subprocess.Popen[str]
        if forks:
            self._process = forks.start(
                script=f"import warm; warm.serve(faults=False, wal={wal})",
                env=environment,
                cwd=Path(__file__).parent,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
        else:
            self._process = subprocess.Popen(
                [sys.executable, str(Path(__file__)), *how],
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def run(
        self,
        path: Path,
        *arguments: str,
        fault: failing.Fault | None = None,
        kill_after: float | None = None,
    ) -> Done:
        """Run a command on a journal, beside it.

        Args:
            path: The journal.
            arguments: The command.
            fault: What goes wrong on the way.
            kill_after: Seconds until SIGKILL.
        """
        asked = {
            "path": str(path),
            "arguments": arguments,
            "fault": asdict(fault) if fault else None,
            "kill_after": kill_after,
        }
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        return Done(**json.loads(self._process.stdout.readline()))


def serve(*, faults: bool, wal: bool) -> None:
    """Run what is asked for on standard input, one command a line."""
    arm = seen = None
    if faults:
        library = ctypes.CDLL(None)
        arm, seen = library.fault_arm, library.fault_seen
        arm.argtypes = [ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long]
        seen.restype = ctypes.c_long
    from forks import load

    load()
    if not wal:
        from painlog.store import database

        database.turn_on_wal = _do_nothing
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_run(json.loads(line), arm, seen)) + "\n")
        sys.stdout.flush()


def _do_nothing(connection: object) -> None:
    """Stand in for what is not to be done."""


def _run(asked, arm, seen):
    with _unnamed() as out, _unnamed() as err, _unnamed() as calls:
        started = time.perf_counter()
        child = os.fork()
        if child == 0:
            _be(asked, (out, err, calls), arm, seen)
        if asked["kill_after"] is not None:
            time.sleep(asked["kill_after"])
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        counted = _text(calls)
        return {
            "code": os.waitstatus_to_exitcode(status),
            "out": _text(out),
            "err": _text(err),
            "calls": int(counted) if counted else None,
            "seconds": time.perf_counter() - started,
        }


def _be(asked, files, arm, seen):
    """Be the command: never returns."""
    out, err, calls = files
    code = 70
    try:
        from painlog.cli.app import main

        path = Path(asked["path"])
        os.environ["PAINLOG_DB"] = str(path)
        os.chdir(path.parent)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(out, 1)
        os.dup2(err, 2)
        # A script in the background of a shell is started with Ctrl-C ignored.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if fault := asked["fault"]:
            arm(fault["what"], fault["groups"], fault["error"], fault["at"])
        code = main(asked["arguments"])
        sys.stdout.flush()
        sys.stderr.flush()
        if arm:
            number = seen()
            arm(0, 0, 0, 0)
            os.write(calls, str(number).encode())
    except BaseException:  # noqa: BLE001 - whatever it was, the trace tells
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(code)


@contextmanager
def _unnamed() -> Iterator[int]:
    descriptor = os.memfd_create("said")
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _text(descriptor: int) -> str:
    return os.pread(descriptor, 1 << 24, 0).decode()


if __name__ == "__main__":
    serve(faults="faults" in sys.argv[1:], wal="no-wal" not in sys.argv[1:])
