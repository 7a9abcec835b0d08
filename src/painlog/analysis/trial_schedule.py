"""The order and the days of a trial of one's own, which follow from its plan alone."""

from datetime import date, timedelta
from hashlib import sha256
from typing import Literal, NamedTuple

from painlog.model.trial import Arm, PairOrder, Trial

TrialStatus = Literal["planned", "running", "paused", "finished", "stopped"]

_FEWEST_RATED = 2


class TrialBlock(NamedTuple):
    """A run of days of one arm, both ends included; the days before `counted_from` do not count."""

    number: int
    pair: int
    arm: Arm
    first: date
    last: date
    counted_from: date


def draw(seed: str, pairs: int) -> tuple[PairOrder, ...]:
    """Return the order within each pair that a seed stands for.

    Pair i, from 1, is B first if the first byte of the SHA-256 of "seed/i" is 128 or more. Anyone
    can check that with `printf 'seed/1' | sha256sum`.
    """
    marks = (sha256(f"{seed}/{pair}".encode()).digest()[0] for pair in range(1, pairs + 1))
    return tuple("BA" if mark >= 128 else "AB" for mark in marks)


def blocks_of(trial: Trial) -> tuple[TrialBlock, ...]:
    """Return the blocks of a trial in order of time."""
    found = list[TrialBlock]()
    first = trial.starts_on
    for pair, order in enumerate(draw(trial.seed, trial.pairs), start=1):
        arms: tuple[Arm, Arm] = ("A", "B") if order == "AB" else ("B", "A")
        for arm in arms:
            last = first + timedelta(days=trial.block_days - 1)
            counted_from = first + timedelta(days=trial.washout_days)
            found.append(TrialBlock(len(found) + 1, pair, arm, first, last, counted_from))
            first = last + timedelta(days=1)
    return tuple(found)


def block_on(trial: Trial, day: date) -> TrialBlock | None:
    """Return the block that a day is in; None before and after the trial."""
    return next((b for b in blocks_of(trial) if b.first <= day <= b.last), None)


def status_of(trial: Trial, today: date, *, paused: bool = False) -> TrialStatus:
    """Return how far a trial is on a day; `paused` means that a warning sign stands against it."""
    if trial.stopped_on is not None:
        return "stopped"
    if today > trial.ends_on:
        return "finished"
    if paused:
        return "paused"
    return "planned" if today < trial.starts_on else "running"


def fewest_rated(counted_days: int) -> int:
    """Return how many counted days of a block must be rated: half, but 2 where there are 2."""
    return min(counted_days, max(_FEWEST_RATED, -(-counted_days // 2)))
