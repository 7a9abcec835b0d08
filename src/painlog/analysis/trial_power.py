"""What a plan for a trial can and cannot show, by simulating it before it is begun."""

from collections.abc import Callable, Iterator, Sequence
from math import lcm, sqrt
from random import Random
from typing import NamedTuple

from painlog.analysis.arithmetic import mean
from painlog.analysis.days import RatedDay
from painlog.analysis.interval import carry_over, inflation
from painlog.analysis.sign_flips import ALPHA, patterns_as_big
from painlog.analysis.trial_schedule import draw, fewest_rated

# In points; each is a drop in the B blocks.
EFFECTS = (1.0, 1.5, 2.0)
FEWEST_DAYS_FOR_SPREAD = 28
MOST_DAYS_FOR_SPREAD = 84
_MOST_REPETITIONS, _FEWEST_REPETITIONS = 1000, 200
_DAYS_IN_ALL = 100_000
_ROUNDS = 20
_MOST_CARRY_OVER = 0.9


class PainSpread(NamedTuple):
    """Somebody's pain from day to day: mean and spread in points, carry-over 0 to 0.9.

    `rated_share` of the days are rated, the others missing at random. It was estimated from
    `rated_days`, or assumed where that is 0.
    """

    level: float
    sd: float
    carry_over: float
    rated_share: float = 1.0
    rated_days: int = 0


class TrialShape(NamedTuple):
    """The size of a trial. The first `washout_days` of the `block_days` of a block do not count."""

    pairs: int
    block_days: int
    washout_days: int


class FoundShare(NamedTuple):
    """The share of trials that would find a difference, where B takes `points` off."""

    points: float
    share: float


ASSUMED = PainSpread(5.0, 1.5, 0.5)


def spread_of(days: Sequence[RatedDay]) -> PainSpread | None:
    """Estimate from the last rated days how pain goes from day to day; None with under 28.

    Args:
        days: Rated days in time order; only the last 84 are used.
    """
    lately = days[-MOST_DAYS_FOR_SPREAD:]
    n = len(lately)
    if n < FEWEST_DAYS_FOR_SPREAD:
        return None
    values = [d.mean for d in lately]
    level = mean(values)
    centred = [value - level for value in values]
    r = min(carry_over(centred), _MOST_CARRY_OVER)
    # Days that resemble each other stray less from their own mean than from the true one.
    variance = sum(c * c for c in centred) / (n - inflation(n, r))
    span = (lately[-1].day - lately[0].day).days + 1
    return PainSpread(level, sqrt(variance), r, n / span, n)


def found_shares(
    shape: TrialShape,
    spread: PainSpread,
    seed: str,
    progress: Callable[[float], object] = lambda _: None,
    effects: Sequence[float] = EFFECTS,
) -> tuple[FoundShare, ...]:
    """Simulate a trial several hundred times with each effect; return what share finds it.

    Daily ratings are whole numbers from 0 to 10 around a level with a carry-over from day to day.
    The same days are taken for every effect, so that the shares can be compared.

    Args:
        shape: The plan.
        spread: How the pain goes.
        seed: For the random numbers: the same seed gives the same shares.
        progress: Called now and then with the share of the work that is done, up to 1.
        effects: How many points B takes off.
    """
    random = Random(f"{seed}/power")  # noqa: S311 - no secret: anyone may repeat it
    days = 2 * shape.pairs * shape.block_days
    repetitions = max(_FEWEST_REPETITIONS, min(_MOST_REPETITIONS, _DAYS_IN_ALL // days))
    found = dict.fromkeys(effects, 0)
    for repetition in range(repetitions):
        series = tuple(_series(days, spread, random))
        arms = _arms(f"{random.random()}", shape)
        for effect in effects:
            felt = [
                None if value is None else _rating(value - effect * in_b)
                for value, in_b in zip(series, arms, strict=True)
            ]
            found[effect] += is_found(shape, arms, felt)
        if repetition % (repetitions // _ROUNDS) == 0:
            progress(repetition / repetitions)
    progress(1.0)
    return tuple(FoundShare(effect, found[effect] / repetitions) for effect in effects)


def is_found(shape: TrialShape, arms: Sequence[bool], felt: Sequence[int | None]) -> bool:
    """Tell whether the exact test of a trial's pairs has a p of .05 or less.

    Args:
        shape: The plan.
        arms: For each day in order, whether it is one of B.
        felt: The rating of each day, None for a missing one.
    """
    return _is_rare(differences_of(shape, arms, felt))


def is_held(
    shape: TrialShape, arms: Sequence[bool], felt: Sequence[int | None], effect: float
) -> bool:
    """Tell whether the interval of a trial holds what B really took off, in points.

    It does if the test finds nothing once that is taken off every pair.
    """
    whole = _scale(shape)
    return not _is_rare([d + round(effect * whole) for d in differences_of(shape, arms, felt)])


def differences_of(
    shape: TrialShape, arms: Sequence[bool], felt: Sequence[int | None]
) -> list[int]:
    """Return B minus A of each pair that counts, times a number that makes all of them whole."""
    fewest, whole = fewest_rated(shape.block_days - shape.washout_days), _scale(shape)
    differences = []
    for first in range(0, len(felt), 2 * shape.block_days):
        sums = {}
        for start in (first, first + shape.block_days):
            rated = [
                value
                for value in felt[start + shape.washout_days : start + shape.block_days]
                if value is not None
            ]
            if len(rated) >= fewest:
                sums[arms[start]] = sum(rated) * whole // len(rated)
        if len(sums) == 2:
            differences.append(sums[True] - sums[False])
    return differences


def _scale(shape: TrialShape) -> int:
    return lcm(*range(1, shape.block_days - shape.washout_days + 1))


def _is_rare(differences: Sequence[int]) -> bool:
    return bool(differences) and patterns_as_big(differences) <= ALPHA * 2 ** len(differences)


def _arms(seed: str, shape: TrialShape) -> list[bool]:
    return [
        arm == "B"
        for order in draw(seed, shape.pairs)
        for arm in order
        for _ in range(shape.block_days)
    ]


def _series(days: int, spread: PainSpread, random: Random) -> Iterator[float | None]:
    r = spread.carry_over
    step = spread.sd * sqrt(1 - r * r)
    away = random.gauss(0, spread.sd)
    for _ in range(days):
        missing = spread.rated_share < 1 and random.random() >= spread.rated_share
        yield None if missing else spread.level + away
        away = r * away + random.gauss(0, step)


def _rating(value: float) -> int:
    return min(10, max(0, int(value + 0.5)))
