"""Time whole programs side by side with hyperfine, and measure the peak memory of each."""

import json
import os
import shlex
import statistics
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

KIB = 1024

Program = Sequence[str]


@dataclass(frozen=True, slots=True)
class Contest:
    """Programs to time in turn.

    `before_each` runs before every run and is not timed. The output goes to a file, as when
    somebody keeps it.
    """

    programs: Mapping[str, Program]
    before_each: Program | None
    rounds: int
    runs_a_round: int


def environment(home: Path, **places: Path) -> dict[str, str]:
    """Return the present environment with another home and Python's compiled files.

    Without a variable for where the journal is, it is in that home.
    """
    named = {name: str(place) for name, place in places.items()}
    env = os.environ | named | {"HOME": str(home), "NO_COLOR": "1"}
    for name in ("PYTHONDONTWRITEBYTECODE", "PAINLOG_DB", "XDG_DATA_HOME"):
        env.pop(name, None)
    return env


def medians(contest: Contest, env: Mapping[str, str]) -> dict[str, float]:
    """Return the median time of each program, in seconds.

    hyperfine runs one program after the other. It is called once a round, so that a noisy moment
    affects all of them; the times of all rounds are pooled. The first run of each program is not
    counted: it compiles and fills caches.
    """
    times: dict[str, list[float]] = {name: [] for name in contest.programs}
    for number in range(contest.rounds):
        for name, seconds in _round(contest, env, warmup=not number).items():
            times[name] += seconds
    return {name: statistics.median(seconds) for name, seconds in times.items()}


def peak(program: Program, env: Mapping[str, str]) -> float:
    """Return the peak memory of one run of a program, in MiB."""
    process = subprocess.Popen(
        program, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{shlex.join(program)} ended with {process.returncode}")
    return used.ru_maxrss / KIB


def _round(contest: Contest, env: Mapping[str, str], *, warmup: bool) -> dict[str, list[float]]:
    with tempfile.TemporaryDirectory() as directory:
        results = Path(directory) / "results.json"
        command = [
            *("hyperfine", "--shell=none", "--style=none", f"--export-json={results}"),
            *(f"--runs={contest.runs_a_round}", f"--warmup={int(warmup)}"),
            f"--output={Path(directory) / 'output'}",
        ]
        if contest.before_each:
            command.append(f"--prepare={shlex.join(contest.before_each)}")
        command += [shlex.join(program) for program in contest.programs.values()]
        done = subprocess.run(
            command, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise SystemExit(done.stderr or done.stdout)
        found = json.loads(results.read_text("utf-8"))["results"]
    return {name: each["times"] for name, each in zip(contest.programs, found, strict=True)}
