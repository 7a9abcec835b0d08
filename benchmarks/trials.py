"""Measure the size and power of trials of one's own, with painlog's own drawing and test.

Each trial is simulated thousands of times: daily ratings, rounded and limited to 0-10, of a pain
with a carry-over of r from day to day, from which B takes so many points. The benchmark counts how
often the exact test gives a p of .05 or less: without an effect that is its size, and must be at
most .05; with one it is its power. It also counts how often the interval contains a true effect of
1.5 points.

    python benchmarks/trials.py [--runs N] [--show]

Writes its table into docs/trials.md between the two `trials` marks.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from painlog.analysis.trial_power import TrialShape, is_found, is_held
from painlog.analysis.trial_schedule import draw

SHAPES = (TrialShape(6, 4, 1), TrialShape(7, 4, 1), TrialShape(8, 7, 1), TrialShape(7, 4, 0))
EFFECTS = (0.0, 1.0, 1.5, 2.0)
LEVEL, SD = 5.5, 1.5
# The index in EFFECTS for which the coverage of the interval is shown.
HELD_AT = 2
MOST = 0.05
RUNS = 8000
SEED = 2026
PAGE = Path(__file__).parents[1] / "docs" / "trials.md"
START, END = "<!-- trials -->\n", "<!-- /trials -->\n"


@dataclass(frozen=True)
class World:
    """The course of a simulated pain.

    `drift` is the change of the level over the whole trial, `wander` the standard deviation of its
    daily steps, and `weekend` how much more a weekend day hurts, all in points. `missing` is the
    share of days without a rating, and `carried` how many days pass before a change of arms has its
    whole effect.
    """

    name: str
    r: float = 0.5
    drift: float = 0.0
    wander: float = 0.0
    weekend: float = 0.0
    missing: float = 0.0
    carried: int = 0


WORLDS = (
    World("r 0.3", 0.3),
    World("r 0.5"),
    World("r 0.8", 0.8),
    World("falling 2 points in all", drift=-2.0),
    World("level wanders 0.3 a day", wander=0.3),
    World("weekends hurt 1.5 more", weekend=1.5),
    World("20 % missing", missing=0.2),
    World("carry-over of a day", carried=1),
    World("r 0.8, 20 % missing, weekends", 0.8, weekend=1.5, missing=0.2),
)


def ratings(
    world: World, arms: list[bool], effect: float, chance: random.Random
) -> Iterator[int | None]:
    """Yield a rating for each day of a trial, None for a missing one."""
    days = len(arms)
    step = SD * sqrt(1 - world.r**2)
    away, wandered, monday = chance.gauss(0, SD), 0.0, chance.randrange(7)
    for day in range(days):
        # The arms of the last `carried` days count as much as that of today.
        lately = arms[max(0, day - world.carried) : day + 1]
        level = LEVEL + world.drift * day / days + wandered
        level += world.weekend * ((day + monday) % 7 >= 5) - effect * sum(lately) / len(lately)
        felt = min(10, max(0, int(level + away + 0.5)))
        yield None if chance.random() < world.missing else felt
        away = world.r * away + chance.gauss(0, step)
        wandered += chance.gauss(0, world.wander)


def measured(world: World, shape: TrialShape, effect: float, runs: int) -> tuple[float, float]:
    """Return the shares of trials with a p of .05 or less and with the truth in the interval."""
    chance = random.Random(f"{SEED}/{world.name}/{shape}/{effect}")
    found = held = 0
    for _ in range(runs):
        order = draw(f"{chance.random()}", shape.pairs)
        arms = [arm == "B" for pair in order for arm in pair for _ in range(shape.block_days)]
        felt = list(ratings(world, arms, effect, chance))
        found += is_found(shape, arms, felt)
        held += is_held(shape, arms, felt, effect)
    return found / runs, held / runs


def main() -> int:
    """Write the table into docs/trials.md; return 1 if the size of any cell is over .05."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--runs", type=int, default=RUNS, help="trials in each cell")
    options.add_argument("--show", action="store_true", help="print the table, and write nothing")
    chosen = options.parse_args()
    began, over = time.perf_counter(), False
    lines = [
        "| plan | pain | size | 1 point | 1.5 points | 2 points | held |",
        "|---|---|---:|---:|---:|---:|---:|",
    ]
    for shape in SHAPES:
        for world in WORLDS:
            cells = [measured(world, shape, effect, chosen.runs) for effect in EFFECTS]
            size, *power = [found for found, _ in cells]
            over = over or size > MOST
            held = cells[HELD_AT][1]
            plan = f"{shape.pairs} × {shape.block_days}, {shape.washout_days} uncounted"
            told = " | ".join([_decimals(size, 3), *(_decimals(share, 2) for share in power)])
            told += f" | {_decimals(held, 3)}"
            lines.append(f"| {plan} | {world.name} | {told} |")
            print(lines[-1], flush=True)
    lines += ["", f"{chosen.runs:,} trials in each cell."]
    print(f"{time.perf_counter() - began:.0f} s", file=sys.stderr)
    if not chosen.show:
        before, _, rest = PAGE.read_text("utf-8").partition(START)
        after = rest.partition(END)[2]
        PAGE.write_text(before + START + "\n".join(lines) + "\n" + END + after, "utf-8")
    return int(over)


def _decimals(share: float, digits: int) -> str:
    return f"{share:.{digits}f}".lstrip("0") if share < 1 else "1"


if __name__ == "__main__":
    sys.exit(main())
