"""Measure how often a factor without any effect stands out, on simulated journals.

    python benchmarks/factors.py [--check] [--runs N]

Writes its table into docs/statistics.md between the two `factors` marks; with `--check` it draws
the same journals again and compares. A journal is 90 days of one place: an AR(1) series, rounded to
whole points and limited to 0-10. Factors are drawn independently of it: half are numbers, which are
split into thirds, half are yes or no. Each factor is two looks: the same day and the day after.
"""

import argparse
import random
import re
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import sqrt
from pathlib import Path
from typing import NamedTuple

from painlog.analysis.days import RatedDay
from painlog.analysis.goes_with import goes_with, split_factors
from painlog.model.factor import DayFactor, Factor

PAGE = Path(__file__).parents[1] / "docs" / "statistics.md"
START, END = "<!-- factors -->\n", "<!-- /factors -->\n"

RUNS = 400
SEED = 20261130
DAYS = 90
CARRY_OVERS = (0.0, 0.3, 0.6, 0.8)
FACTORS = (1, 2, 5, 10, 20)
# How much of a factor carries over to the next day: nothing (like rain) or much (like stress).
OF_THE_FACTOR = (0.0, 0.6)
LEVEL, SPREAD = 5.0, 1.5
SHARE_YES = 0.3
# How many points more the days with a real factor hurt.
EFFECTS = (1.0, 2.0)
PLACE = ("lower back", None)
# Another version of Python may add up in another order: how far a share may then be off.
TOLERANCE = 0.0101

_FIRST_DAY = date(2026, 1, 1)


class Shown(NamedTuple):
    """The share of journals in which anything stands out, and the share of looks that do."""

    journals: float
    looks: float


def main() -> None:
    """Simulate journals, count, and write or compare the tables."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--check", action="store_true", help="compare, and write nothing")
    options.add_argument("--runs", type=int, default=RUNS, help="journals in each cell")
    chosen = options.parse_args()
    started = time.perf_counter()
    made = "\n".join([*_false_table(chosen.runs), "", *_found_table(chosen.runs), ""])
    print(made)
    print(f"{time.perf_counter() - started:.0f} s", file=sys.stderr)
    text = PAGE.read_text(encoding="utf-8")
    before, rest = text.split(START)
    present, after = rest.split(END)
    if not chosen.check:
        PAGE.write_text(f"{before}{START}{made}{END}{after}", encoding="utf-8")
    elif not _agree(present, made):
        sys.exit("docs/statistics.md shows other figures. Run: python benchmarks/factors.py")


def _false_table(runs: int) -> Iterator[str]:
    yield (
        "Share of journals in which at least one of so many factors stands out, though none has an "
        f"effect ({runs:,} journals of {DAYS} days a cell; in brackets the share of all looks):"
    )
    yield ""
    yield f"| carry-over of pain | of the factors | {' | '.join(map(str, FACTORS))} |"
    yield f"| --- | --- | {' | '.join(['---'] * len(FACTORS))} |"
    for r in CARRY_OVERS:
        for of_factor in OF_THE_FACTOR:
            cells = [_false(r, of_factor, number, runs) for number in FACTORS]
            shown = " | ".join(f"{cell.journals:.3f} ({cell.looks:.4f})" for cell in cells)
            yield f"| {r} | {of_factor} | {shown} |"


def _found_table(runs: int) -> Iterator[str]:
    yield (
        "Share of journals in which one real factor among 5 stands out (a yes-or-no factor on "
        f"{SHARE_YES:.0%} of the days):"
    )
    yield ""
    yield (
        "| carry-over of pain | "
        + " | ".join(f"{e:g} {'point' if e == 1 else 'points'}" for e in EFFECTS)
        + " |"
    )
    yield f"| --- | {' | '.join(['---'] * len(EFFECTS))} |"
    for r in CARRY_OVERS:
        yield f"| {r} | " + " | ".join(f"{_found(r, e, runs):.3f}" for e in EFFECTS) + " |"


def _false(r: float, of_factor: float, number: int, runs: int) -> Shown:
    luck = random.Random(f"{SEED}/{r}/{of_factor}/{number}")
    journals = looks = out = 0
    for _ in range(runs):
        pain = _pain(luck, r)
        factors, values = _factors(luck, of_factor, number)
        found = goes_with({PLACE: _rated(pain)}, split_factors(factors, values))
        standing = len(found.standing_out)
        journals += standing > 0
        looks += len(found.looks)
        out += standing
    return Shown(journals / runs, out / looks if looks else 0.0)


def _found(r: float, effect: float, runs: int) -> float:
    luck = random.Random(f"{SEED}/found/{r}/{effect}")
    hits = 0
    for _ in range(runs):
        factors, values = _factors(luck, 0.0, 4)
        real = [luck.random() < SHARE_YES for _ in range(DAYS)]
        pain = [level + effect * on for level, on in zip(_pain(luck, r), real, strict=True)]
        factors.append(Factor("real", "yes-no"))
        values += _values("real", [float(on) for on in real])
        found = goes_with({PLACE: _rated(pain)}, split_factors(factors, values))
        hits += any(
            look.split.name == "real" and look.days_later == 0 for look in found.standing_out
        )
    return hits / runs


def _pain(luck: random.Random, r: float) -> list[float]:
    return [LEVEL + SPREAD * value for value in _series(luck, r)]


def _rated(pain: Sequence[float]) -> tuple[RatedDay, ...]:
    whole = [min(max(round(value), 0), 10) for value in pain]
    return tuple(
        RatedDay(_FIRST_DAY + timedelta(days=n), float(value), value, 1, 1)
        for n, value in enumerate(whole)
    )


def _factors(luck: random.Random, r: float, number: int) -> tuple[list[Factor], list[DayFactor]]:
    factors, values = list[Factor](), list[DayFactor]()
    for n in range(number):
        drawn = _series(luck, r)
        if n % 2:
            # 0.5244 is the normal quantile that SHARE_YES (30 %) of the days lie above.
            drawn = [float(value > 0.5244) for value in drawn]
        factors.append(Factor(f"factor {n}", "yes-no" if n % 2 else "number"))
        values += _values(factors[-1].name, drawn)
    return factors, values


def _values(name: str, drawn: Sequence[float]) -> list[DayFactor]:
    return [DayFactor(_FIRST_DAY + timedelta(days=n), name, value) for n, value in enumerate(drawn)]


def _series(luck: random.Random, r: float) -> list[float]:
    """Return an AR(1) series of spread 1."""
    value = luck.gauss(0, 1)
    series = [value]
    for _ in range(DAYS - 1):
        value = r * value + sqrt(1 - r * r) * luck.gauss(0, 1)
        series.append(value)
    return series


def _agree(present: str, made: str) -> bool:
    numbers = [re.findall(r"\d+\.\d+|\d+", text) for text in (present, made)]
    words = [re.sub(r"\d+\.\d+|\d+", "#", text) for text in (present, made)]
    return words[0] == words[1] and all(
        abs(float(one) - float(other)) <= TOLERANCE for one, other in zip(*numbers, strict=True)
    )


if __name__ == "__main__":
    main()
