"""Running whole programs in turn, so that a noisy moment meets all of them."""

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Program = Sequence[str]
KIB = 1024


@dataclass(frozen=True, slots=True)
class Measured:
    """The median time of a program in seconds, and the most memory that it held, in MiB."""

    seconds: float
    peak: float


def environment(home: Path, **places: Path) -> dict[str, str]:
    """The present one with another home, and with compiled files, as installed programs have."""
    named = {name: str(place) for name, place in places.items()}
    env = os.environ | named | {"HOME": str(home)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    return env


def race(
    programs: Mapping[str, Program],
    env: Mapping[str, str],
    rounds: int,
    output: Mapping[str, Path] | None = None,
    before_each: Callable[[], object] = lambda: None,
) -> dict[str, Measured]:
    """Run every program once a round; the first round makes files and warms caches.

    Args:
        programs: Name and command line of each.
        env: The environment of all.
        rounds: How many rounds count.
        output: Where the standard output of a program goes; it is thrown away otherwise.
        before_each: What makes the same start for each run.
    """
    runs: dict[str, list[Measured]] = {name: [] for name in programs}
    for number in range(rounds + 1):
        for name, command in programs.items():
            before_each()
            measured = _run(command, env, (output or {}).get(name, Path(os.devnull)))
            if number:
                runs[name].append(measured)
    return {
        name: Measured(statistics.median(r.seconds for r in found), max(r.peak for r in found))
        for name, found in runs.items()
    }


def _run(command: Program, env: Mapping[str, str], output: Path) -> Measured:
    with output.open("wb") as out:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.PIPE
        )
        errors = process.stderr.read() if process.stderr else b""
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}\n{errors.decode()}")
    return Measured(seconds, used.ru_maxrss / KIB)
