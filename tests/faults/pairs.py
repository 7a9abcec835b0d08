"""A command killed here, the same finished on a copy, and the copy put in the journal's place.

The log that the killed one left must not be played onto that copy, and neither may be lost.

As a script, every command killed at every call, against every other: python tests/faults/pairs.py
"""

import argparse
import shutil
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import failing
from cases import CLOCK, make_starts
from failing import KILL, Fault
from soundness import Content, content, differences, is_a_sentence, put
from trial import JOURNAL, NEXT
from warm import Warm

COMMANDS: dict[str, tuple[str, ...]] = {
    "add": ("add", "left heel", "6", "-t", "heat", "--at", CLOCK),
    "edit": ("edit", "2", "-i", "9", "--note", "worse"),
    "remove": ("remove", "1"),
    "consult": ("consult", "--on", "2026-03-05"),
    "peg": ("peg", "6", "5", "7", "--on", "2026-03-05"),
    "region": ("regions", "add", "old scar"),
    "course": ("start", "heat", "-r", "left heel", "--on", "2026-03-05"),
    "mapping": (
        *("import", "new.csv", "--allow-duplicates"),
        *("--separator", "comma", "--save-mapping", "app"),
    ),
    "backup": ("backup", "kept.db", "--force"),
    "undo": ("undo",),
    "restore": ("restore", "older.db"),
}
MODES = ("wal", "rollback")
MOST_CALLS = 3000
LOGS = {"-wal": "wal", "-journal": "journal"}


class Side(NamedTuple):
    """A directory with a journal, which a command was finished or killed in."""

    name: str
    directory: Path

    @property
    def journal(self) -> Path:
        """The journal."""
        return self.directory / JOURNAL

    @property
    def logs(self) -> dict[str, bytes]:
        """What SQLite has left beside it, by the suffix."""
        parts = {suffix: Path(f"{self.journal}{suffix}") for suffix in LOGS}
        read = {s: p.read_bytes() for s, p in parts.items() if p.exists()}
        return {suffix: data for suffix, data in read.items() if data}


def make_start(warm: Warm, directory: Path, mode: str) -> Path:
    """A journal to start from, in one of MODES."""
    start = make_starts(warm, directory / "starts")["journal"]
    path = start / JOURNAL
    # What is undone last can be undone again by nobody.
    assert warm.run(path, "redo").code == 0
    if mode == "rollback":
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("pragma journal_mode = delete")
    return start


def finished(warm: Warm, start: Path, into: Path) -> list[Side]:
    """Finish each command on a copy of its own; those that cannot be done in this mode are left."""
    sides = []
    for name, arguments in COMMANDS.items():
        side = Side(name, into / name)
        put(start, side.directory)
        if warm.run(side.journal, *arguments).code == 0:
            assert side.logs == {}
            sides.append(side)
    return sides


def killed(warm: Warm, start: Path, into: Path, name: str, step: int = 1) -> Iterator[Side]:
    """Kill a command at every so many-th of its calls; gives the sides on which a log is left."""
    for at in range(step, MOST_CALLS, step):
        side = Side(f"{name} at {at}", into / f"{name}-{at}")
        put(start, side.directory)
        done = warm.run(side.journal, *COMMANDS[name], fault=Fault(KILL, at))
        if side.logs:
            yield side
        if done.code == 0:
            return
    raise AssertionError(f"{name} does not end")


def judge_pair(warm: Warm, here: Side, there: Side, work: Path) -> str:
    """Put the finished journal in the killed one's place: it must be there, whole, and stay.

    Raises:
        AssertionError: if anything of it is lost, or the log is.
    """
    put(here.directory, work)
    path = work / JOURNAL
    shutil.copyfile(there.journal, path)
    expected = content(there.journal)
    logs = here.logs
    first = warm.run(path, "list")
    if first.code:
        assert is_a_sentence(first.err), first
        (kind,) = [k for k in LOGS.values() if (work / f"painlog.log-aside-1.{k}").exists()]
        aside = work / f"painlog.log-aside-1.{kind}"
        assert aside.name in first.err
        assert aside.read_bytes() in logs.values(), "the log is not kept as it was"
        assert aside.stat().st_mode & 0o777 == 0o600
    _works_from(warm, path, expected)
    return "set aside" if first.code else "nothing to play"


def judge_own(warm: Warm, here: Side, before: Content, after: Content, work: Path) -> str:
    """Open the killed journal with its log elsewhere: the change is there wholly or not at all."""
    put(here.directory, work)
    path = work / JOURNAL
    first = warm.run(path, "list")
    # A rollback journal takes back what was not said to be saved: without it the change is there.
    assert first.code == 0 or "-journal" in here.logs, first
    now = _works_from(warm, path)
    assert now in (before, after), f"half: {differences(after, now)}"
    return "there" if now == after else "not there"


def _works_from(warm: Warm, path: Path, expected: Content | None = None) -> Content:
    assert warm.run(path, "list").code == 0
    now = content(path)
    if expected is not None:
        assert now == expected, f"lost: {differences(expected, now)}"
    checked = warm.run(path, "check")
    assert checked.code == 0, checked
    for arguments in (NEXT, ("undo",)):
        assert warm.run(path, *arguments).code == 0
    return now


def every_pair(warm: Warm, here: Path, mode: str, step: int) -> Counter[str]:
    """Make every pair in a mode, each command killed at every so many-th call; count what was met.

    Raises:
        AssertionError: with the pair that was not as promised.
    """
    met = Counter[str]()
    start = make_start(warm, here, mode)
    before = content(start / JOURNAL)
    sides = finished(warm, start, here / "finished")
    for done in sides:
        after = content(done.journal)
        for side in killed(warm, start, here / "killed", done.name, step):
            own = judge_own(warm, side, before, after, here / "pair")
            met[f"with its own file {own}"] += 1
            for there in sides:
                try:
                    met[judge_pair(warm, side, there, here / "pair")] += 1
                except AssertionError as wrong:
                    wrong.add_note(f"{mode}: {side.name} here, {there.name} there")
                    raise
    return met


def main() -> None:
    """Make every pair, and print what was met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--step", type=int, default=1, help="kill at every so many-th call only")
    step = parser.parse_args().step
    if lacking := failing.missing():
        sys.exit(f"This needs {lacking}.")
    for mode in MODES:
        with tempfile.TemporaryDirectory() as directory, Warm(wal=mode == "wal") as warm:
            met = every_pair(warm, Path(directory), mode, step)
        said = ", ".join(f"{word} {number}" for word, number in sorted(met.items()))
        print(f"{mode}: {said}", flush=True)


if __name__ == "__main__":
    main()
