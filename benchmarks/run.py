"""Measure how fast painlog is beside other programs, and on longer and longer journals.

    python benchmarks/run.py [--peers VENV] [--sizes 0,1000,100000,1000000] [--rounds N]

Needs hyperfine. The peers are jrnl and Watson: `python -m venv V && V/bin/pip install jrnl
td-watson`, then `--peers V`; `sqlite3` is the program of that name. A missing peer is left out, and
the output says so. The journals are random, but the same in each run. The output shows ratios of
median times, and how the time grows with the entries (n^0: not at all). Absolute times depend on
the machine and are shown only where a budget is a time.

A run with a million entries takes about an hour, most of it making the journals and the peers'
work; `--sizes 0,1000,100000` takes a quarter of that.
"""

import argparse
import csv
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from itertools import pairwise, zip_longest
from math import log10
from pathlib import Path
from typing import NamedTuple

from programs import REPORT_ENTRIES, Programs, report_period
from timing import Contest, Program, environment, medians, peak

SIZES = (0, 1_000, 100_000, 1_000_000)
YEAR = 1_000
MUCH = 100_000
# A difference between two medians below this share of the whole is noise.
NOISE = 0.05
RUNS_A_ROUND = 3
# The budgets of every day are ratios of medians of 25 runs or more.
EVERY_DAY_ROUNDS = 9

DAILY: Mapping[str, Sequence[str]] = {
    "add": ("add", "heel", "6"),
    "today": ("today",),
    "list": ("list",),
    "undo": ("undo",),
}
TAB = "painlog add lower"
BARE = "a bare one-command Typer app"
# With the budget of each beside that app; the journal has 90 days of three regions.
EVERY_DAY: Mapping[tuple[str, ...], float] = {
    ("add", "heel", "6"): 1.25,
    ("list",): 1.2,
    ("today",): 1.2,
    ("report",): 2.2,
}


class Peer(NamedTuple):
    """A program that painlog is measured against; `program` is None if it is not installed."""

    name: str
    program: Program | None
    budget: float | None = None


class Bench:
    """One run of the benchmark, which prints each result as a row of a Markdown table."""

    def __init__(self, programs: Programs, sizes: Sequence[int], rounds: int) -> None:
        self.programs = programs
        self.sizes = sizes
        self.rounds = rounds
        self.env = environment(programs.home)

    def run(self) -> None:
        """Measure everything and print the tables."""
        for size in {*self.sizes, REPORT_ENTRIES, YEAR, MUCH // 10, MUCH}:
            self.programs.make(size, self.env)
        print("| work | against | measured | budget |\n|---|---|---|---|")
        self.programs.make_usual(REPORT_ENTRIES, self.env)
        self._every_day()
        self._add()
        self._short_looks()
        self._completion()
        self._import()
        self._export()
        self._long_report()
        print("\n| command | " + " | ".join(f"{size:,}" for size in self.sizes) + " | growth |")
        print("|---" * (len(self.sizes) + 2) + "|")
        for name, words in DAILY.items():
            self._growth(name, {size: self.programs.painlog(size, *words) for size in self.sizes})
        self._growth("TAB", {size: self._tab(size) for size in self.sizes})
        some = [size for size in self.sizes if size]
        for name, words in (("report", ("report",)), ("export", ("export",))):
            self._growth(name, {size: self.programs.painlog(size, *words) for size in some})
        self._growth("import", {s: self._import_of(s) for s in some}, self._start_anew(), once=True)

    def _add(self) -> None:
        times = ("-f", "2026-03-01 10:00", "-t", "2026-03-01 10:01")
        for size in (0, YEAR):
            said = self.programs.jrnl(size, "Heel pain 6 of 10.")
            named = self.programs.watson(size, "add", *times, "heel")
            # Both read the whole of their file each time; only jrnl's share is a budget.
            peers = [
                Peer(f"`jrnl`, {size:,} entries", said, 0.5 if size else None),
                Peer(f"`watson add`, {size:,} entries", named),
            ]
            # How long the journal is makes no difference: see the growth.
            self._against("`painlog add`", self.programs.usual(*DAILY["add"]), peers)

    def _every_day(self) -> None:
        """Measure the short commands on a journal at its usual place, beside Typer alone."""
        peers = {BARE: self.programs.bare(), "`python -c pass`": self.programs.python()}
        ours = {
            f"`painlog {command}`": self.programs.usual(command, *words)
            for command, *words in EVERY_DAY
        }
        contest = Contest(peers | ours, None, max(self.rounds, EVERY_DAY_ROUNDS), RUNS_A_ROUND)
        found = medians(contest, self.env)
        for (command, *_), budget in EVERY_DAY.items():
            name = f"`painlog {command}`"
            ratio = found[name] / found[BARE]
            _row(name, BARE, f"{ratio:.2f}", ratio, budget)
        ratio = found["`painlog add`"] / found["`python -c pass`"]
        _row("`painlog add`", "`python -c pass`", f"{ratio:.1f}", ratio, None)

    def _short_looks(self) -> None:
        since, until = report_period()
        watson = self.programs.watson(
            REPORT_ENTRIES, "report", "--no-pager", "--from", since, "--to", until
        )
        report = self.programs.painlog(REPORT_ENTRIES, "report")
        self._against(
            "`painlog report`, 90 days, 3 regions", report, [Peer("`watson report`", watson)]
        )
        listed = self.programs.jrnl(YEAR, "-n", "20")
        ours = self.programs.painlog(YEAR, "list")
        self._against("`painlog list`", ours, [Peer("`jrnl -n 20`", listed)])

    def _completion(self) -> None:
        found = self._medians({"TAB": self._tab(YEAR)})["TAB"]
        _row("TAB in a shell", "time", f"{found * 1000:.0f} ms", found * 1000, 150)

    def _import(self) -> None:
        target = self.programs.home / "new.db"
        theirs = Peer("`sqlite-utils insert --csv`", self.programs.sqlite_utils(MUCH, target), 2.0)
        ours = self._import_of(MUCH)
        self._against(f"`painlog import`, {MUCH:,} rows", ours, [theirs], self._start_anew())
        self._memory(
            "the same", {size: self._import_of(size) for size in (MUCH // 10, MUCH)}, self._unlink
        )

    def _export(self) -> None:
        ours, theirs = self.programs.painlog(MUCH, "export"), self.programs.sqlite3(MUCH)
        if theirs and not _hold_the_same(ours, theirs, self.env, self.programs.home):
            sys.exit("The two exports hold different cells, so their times cannot be compared.")
        peers = [Peer("`sqlite3 -csv`, the same cells", theirs, 3.0)]
        self._against(f"`painlog export`, {MUCH:,} rows", ours, peers)
        self._memory("the same", {s: self.programs.painlog(s, "export") for s in (YEAR, MUCH)})

    def _long_report(self) -> None:
        report = self.programs.painlog(MUCH, "report")
        found = self._medians({"report": report})["report"]
        what = f"`painlog report`, {MUCH:,} entries"
        _row(what, "time", f"{found:.2f} s", found, 2.0)
        _row("the same", "peak memory", f"{(most := peak(report, self.env)):.0f} MiB", most, 150)

    def _against(
        self,
        what: str,
        ours: Program,
        peers: Sequence["Peer"],
        before_each: Program | None = None,
    ) -> None:
        there = {peer.name: peer.program for peer in peers if peer.program}
        found = self._medians({what: ours} | there, before_each)
        for peer in peers:
            if peer.name in there:
                ratio = found[what] / found[peer.name]
                _row(what, peer.name, f"{ratio:.2f}", ratio, peer.budget)
            else:
                print(f"| {what} | {peer.name} | not installed | – |")

    def _growth(
        self,
        name: str,
        programs: Mapping[int, Program],
        before_each: Program | None = None,
        *,
        once: bool = False,
    ) -> None:
        """Print times as multiples of the shortest journal's, and the exponent between sizes."""
        found = self._medians(
            {f"{size}": program for size, program in programs.items()}, before_each, once=once
        )
        seconds = {size: found[str(size)] for size in programs}
        base = seconds[min(seconds)]
        cells = [f"{seconds[size] / base:.2f}" if size in seconds else "–" for size in self.sizes]
        print(f"| {name} | {' | '.join(cells)} | {_exponents(seconds)} |")

    def _memory(
        self, what: str, programs: Mapping[int, Program], before_each: object = None
    ) -> None:
        peaks = {}
        for size, program in programs.items():
            if callable(before_each):
                before_each()
            peaks[size] = peak(program, self.env)
        said = " and ".join(f"{most:.0f} MiB of {size:,}" for size, most in peaks.items())
        fewer, more = peaks.values()
        _row(what, "peak memory", said, more / fewer, 1.25)

    def _medians(
        self,
        programs: Mapping[str, Program],
        before_each: Program | None = None,
        *,
        once: bool = False,
    ) -> dict[str, float]:
        rounds, runs = (1, 1) if once else (self.rounds, RUNS_A_ROUND)
        return medians(Contest(programs, before_each, rounds, runs), self.env)

    def _import_of(self, size: int) -> Program:
        new = self.programs.home / "new.db"
        whole = self.programs.painlog(size, "import", str(self.programs.csv(size)))
        return [*whole[:1], "--db", str(new), *whole[3:]]

    def _tab(self, size: int) -> Program:
        named = f"PAINLOG_DB={self.programs.journal(size)}"
        program, *_ = self.programs.painlog(size)
        return ["env", named, "_PAINLOG_COMPLETE=bash", program, TAB, "9", " "]

    def _start_anew(self) -> Program:
        new = self.programs.home / "new.db"
        return ["rm", "-f", *(f"{new}{part}" for part in ("", "-wal", "-shm"))]

    def _unlink(self) -> None:
        for file in self.programs.home.glob("new.db*"):
            file.unlink()


def main() -> None:
    """Read the options and run the benchmark."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--peers", type=Path, help="virtual environment with jrnl and td-watson")
    options.add_argument("--sizes", default=",".join(map(str, SIZES)), help="entries of a journal")
    options.add_argument(
        "--rounds", type=int, default=5, help=f"rounds of {RUNS_A_ROUND} runs each"
    )
    chosen = options.parse_args()
    if shutil.which("hyperfine") is None:
        sys.exit("hyperfine is not installed. Install the package hyperfine.")
    sizes = tuple(sorted(int(size) for size in chosen.sizes.split(",")))
    with tempfile.TemporaryDirectory() as home:
        Bench(Programs(Path(home), chosen.peers), sizes, chosen.rounds).run()


def _exponents(seconds: Mapping[int, float]) -> str:
    """Return how the time beyond that of the shortest journal grows from size to size."""
    base = seconds[min(seconds)]
    said = []
    for fewer, more in pairwise(sorted(seconds)):
        if fewer == 0:
            continue
        gained, before = seconds[more] - base, max(seconds[fewer] - base, NOISE * base)
        grows = gained > NOISE * base
        said.append(f"n^{log10(gained / before) / log10(more / fewer):.1f}" if grows else "n^0")
    return ", ".join(said) or "–"


def _hold_the_same(one: Program, other: Program, env: Mapping[str, str], home: Path) -> bool:
    files = (home / "one.csv", home / "other.csv")
    for file, program in zip(files, (one, other), strict=True):
        with file.open("wb") as out:
            subprocess.run(program, env=env, stdout=out, stderr=subprocess.DEVNULL, check=True)
    with (
        files[0].open(encoding="utf-8", newline="") as a,
        files[1].open(encoding="utf-8", newline="") as b,
    ):
        return all(ours == theirs for ours, theirs in zip_longest(csv.reader(a), csv.reader(b)))


def _row(work: str, against: str, figure: str, value: float, budget: float | None) -> None:
    met = "none" if budget is None else f"{budget:g}, {'met' if value <= budget else 'MISSED'}"
    print(f"| {work} | {against} | {figure} | {met} |", flush=True)


if __name__ == "__main__":
    main()
