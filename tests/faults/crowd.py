"""Many write to one journal at once, while others read, back up and import.

As a script: python tests/faults/crowd.py --seconds 30
"""

import argparse
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import repeat
from pathlib import Path

from cold import Cold
from soundness import content, names_in
from trial import JOURNAL, Runner
from warm import Done, Warm

WRITERS = 8
IMPORTED = 200


@dataclass
class Crowd:
    """What everyone was told: notes that were acknowledged, imports, and what was refused."""

    saved: list[str] = field(default_factory=list)
    imports: list[str] = field(default_factory=list)
    refused: list[Done] = field(default_factory=list)
    done: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0


def gather(make_runner: Callable[[], Runner], directory: Path, seconds: float) -> Crowd:
    """Let them all work on a new journal for so long; nobody made the journal before."""
    crowd = Crowd()
    path = directory / JOURNAL
    jobs = [
        *(_adds(crowd, number) for number in range(WRITERS)),
        _imports(crowd, directory),
        *(repeat(words) for words in _OTHERS),
    ]
    ready = threading.Barrier(len(jobs))
    threads = [
        threading.Thread(target=_work, args=(make_runner, path, seconds, crowd, job, ready))
        for job in jobs
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return crowd


# What does not change an entry, again and again.
_OTHERS = (("report",), ("list",), ("backup",), ("export",))


def _adds(crowd: Crowd, number: int) -> Iterator[tuple[str, ...]]:
    for turn in range(10**6):
        note = f"writer {number}, turn {turn}"
        yield ("add", "left heel", str(turn % 11), "--note", note)
        crowd.saved.append(note)


def _imports(crowd: Crowd, directory: Path) -> Iterator[tuple[str, ...]]:
    for turn in range(10**6):
        rows = "".join(f"2026-01-01,neck,{n % 11},import {turn}\n" for n in range(IMPORTED))
        (directory / "many.csv").write_text(f"date,region,intensity,note\n{rows}")
        yield ("import", "many.csv", "--allow-duplicates")
        crowd.imports.append(f"import {turn}")


def _work(
    make_runner: Callable[[], Runner],
    path: Path,
    seconds: float,
    crowd: Crowd,
    job: Iterator[tuple[str, ...]],
    ready: threading.Barrier,
) -> None:
    with make_runner() as runner:
        assert runner.run(path, "--version").code == 0
        ready.wait()
        until = time.monotonic() + seconds
        for arguments in job:
            done = runner.run(path, *arguments)
            crowd.done[arguments[0]] += 1
            crowd.slowest = max(crowd.slowest, done.seconds)
            if done.code != 0 and "There is no journal" not in done.err:
                crowd.refused.append(done)
                return
            if time.monotonic() > until:
                # What comes after the last yield notes that it was acknowledged.
                next(job)
                return


def judge(crowd: Crowd, path: Path) -> None:
    """All that was acknowledged is there once, and nobody was refused or told of a lock.

    Raises:
        AssertionError: if not.
    """
    assert crowd.refused == []
    entries = content(path)["entry"]
    notes = Counter(note for row in entries for note in row if _is_ours(note))
    assert notes == Counter(crowd.saved) + Counter(dict.fromkeys(crowd.imports, IMPORTED))
    assert not [name for name in names_in(path.parent) if name.startswith((".", f"{JOURNAL}-"))]


def _is_ours(value: object) -> bool:
    return isinstance(value, str) and value.startswith(("writer ", "import "))


def main() -> None:
    """Gather a crowd of warm processes and one of real ones, and print what they did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=30)
    seconds = parser.parse_args().seconds
    for what, make_runner in (("copies of warm processes", _warm), ("real processes", Cold)):
        with tempfile.TemporaryDirectory() as directory:
            crowd = gather(make_runner, Path(directory), seconds)
            said = ", ".join(f"{name} {number}" for name, number in crowd.done.items())
            print(f"{what}, {seconds:.0f} s: {said}; slowest {crowd.slowest:.1f} s", flush=True)
            for done in crowd.refused:
                print("refused:", done.err, file=sys.stderr)
            judge(crowd, Path(directory) / JOURNAL)


def _warm() -> Warm:
    return Warm(faults=False)


if __name__ == "__main__":
    main()
