"""A trial of one's own: A and B in turns, in an order drawn by chance; its days as planned."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple

from painlog.errors import NotUnderstoodError, RefusedError
from painlog.model.day_to_come import day_from
from painlog.model.region import Side, label
from painlog.model.use import Use

Arm = Literal["A", "B"]
PairOrder = Literal["AB", "BA"]
Kept = Literal["yes", "partly", "no"]
KEPT: tuple[Kept, ...] = ("yes", "partly", "no")

# With fewer pairs no result could be told from chance: the smallest two-sided p of 5 is .0625.
FEWEST_PAIRS = 6
MOST_PAIRS = 20
MOST_BLOCK_DAYS = 28
MOST_DAYS_AHEAD = 90
DEFAULT_PAIRS, DEFAULT_BLOCK_DAYS, DEFAULT_WASHOUT_DAYS = 7, 4, 1
LONGEST_SEED = 64
# What an arm may be without naming a treatment.
NOTHING, AS_USUAL = "nothing", "as usual"
BETWEEN_TREATMENTS = " + "


class Trial(NamedTuple):
    """The plan of a trial, as it was drawn.

    `a` and `b` are treatments joined with " + ", or "nothing" or "as usual". Each of the `pairs`
    has a block of `block_days` days of each, and the first `washout_days` of a block are not
    counted. `draws` says how many orders have been drawn for this question, this one included.
    `consultation` is the uid of the visit, on the day `agreed_on`, at which a clinician agreed.
    """

    a: str
    b: str
    region: str
    pairs: int
    block_days: int
    washout_days: int
    starts_on: date
    seed: str
    agreed_on: date
    planned_on: date
    side: Side | None = None
    seed_given: bool = False
    draws: int = 1
    consultation: str = ""
    stopped_on: date | None = None
    uid: str = ""
    id: int = 0
    updated_at: str = ""

    @property
    def place(self) -> str:
        """What is rated, in words: "left heel"."""
        return label(self.region, self.side)

    @property
    def days(self) -> int:
        """How many days it takes."""
        return 2 * self.pairs * self.block_days

    @property
    def ends_on(self) -> date:
        """The last day of the plan."""
        return self.starts_on + timedelta(days=self.days - 1)

    @property
    def counted_days(self) -> int:
        """How many days of a block are counted."""
        return self.block_days - self.washout_days

    @property
    def differing(self) -> frozenset[str]:
        """The treatments in one arm alone, which is what the trial compares."""
        return treatments_in(self.a) ^ treatments_in(self.b)

    def of_arm(self, arm: Arm) -> str:
        """Return what is done in an arm."""
        return self.a if arm == "A" else self.b

    def arm_without(self, treatment: str) -> Arm:
        """Return the arm that a treatment of the other one is no part of."""
        return "B" if treatment in treatments_in(self.a) else "A"

    def covers(self, region: str, side: Side | None) -> bool:
        """Tell whether ratings of this region and side are read."""
        return region == self.region and self.side in (None, side)

    def misses_by_side(self, region: str, side: Side | None) -> bool:
        """Tell whether a rating of this place may have been meant for the trial, but has no part.

        The other side is another place; both sides together, and no side, are neither.
        """
        if region != self.region or self.covers(region, side):
            return False
        return side in (None, "both") or self.side == "both"

    def is_over(self, today: date) -> bool:
        """Tell whether nothing of it is left to follow: it was stopped, or its last day is past."""
        return self.stopped_on is not None or today > self.ends_on

    def compares(self, treatment: str, region: str, side: Side | None) -> bool:
        """Tell whether a figure about a treatment would tell how the trial goes."""
        return treatment in self.differing and self.is_at(region, side)

    def has_day(self, day: date) -> bool:
        """Tell whether a day is one of the plan, and not after the trial was stopped."""
        return self.starts_on <= day <= min(self.ends_on, self.stopped_on or self.ends_on)

    def has_use(self, use: Use) -> bool:
        """Tell whether a use is for the place that is rated, or may be."""
        return use.region is None or self.is_at(use.region, use.side)

    def is_at(self, region: str, side: Side | None) -> bool:
        """Tell whether a place is the one that is rated, or may be."""
        return region == self.region and (self.side is None or side in (None, "both", self.side))


class TrialDay(NamedTuple):
    """An answer: did the person keep to the plan on a day? `trial` is the uid of the trial."""

    trial: str
    day: date
    kept: Kept
    note: str = ""
    uid: str = ""
    id: int = 0
    updated_at: str = ""


def treatments_in(arm: str) -> frozenset[str]:
    """Return the treatments that an arm names; "nothing" and "as usual" name none."""
    return frozenset() if arm in (NOTHING, AS_USUAL) else frozenset(arm.split(BETWEEN_TREATMENTS))


def arm_of(treatments: frozenset[str]) -> str:
    """Return an arm as it is stored: "stretching + trigger point therapy"."""
    return BETWEEN_TREATMENTS.join(sorted(treatments)) or NOTHING


def is_seed(value: object) -> bool:
    """Tell whether a value can be the seed of a drawing: a short printable text."""
    return isinstance(value, str) and 0 < len(value) <= LONGEST_SEED and value.isprintable()


def renamed_arm(arm: str, names: Mapping[str, str]) -> str:
    """Return an arm with the names that its treatments have elsewhere."""
    if not treatments_in(arm):
        return arm
    return arm_of(frozenset(names.get(name, name) for name in treatments_in(arm)))


def check_shape(pairs: int, block_days: int, washout_days: int) -> None:
    """Make sure that a plan has enough pairs, and blocks long enough to be counted.

    Raises:
        RefusedError: if it has not; it says what is possible.
    """
    if not FEWEST_PAIRS <= pairs <= MOST_PAIRS:
        why = (
            "With fewer than 6 no result can be told from chance."
            if pairs < FEWEST_PAIRS
            else "More take longer than anybody keeps to a plan."
        )
        raise RefusedError(
            f"A trial has {FEWEST_PAIRS} to {MOST_PAIRS} pairs of blocks, not {pairs}. {why}"
        )
    if not 1 <= block_days <= MOST_BLOCK_DAYS:
        raise RefusedError(f"A block has 1 to {MOST_BLOCK_DAYS} days, not {block_days}.")
    if washout_days < 0:
        raise RefusedError("Give 0 or more days for something to wear off.")
    if 2 * washout_days > block_days:
        raise RefusedError(
            f"If it takes {_days(washout_days)} to wear off, a block needs at least "
            f"{2 * washout_days} days, and it has {block_days}. Make the blocks longer: "
            f"--block-days {2 * washout_days}"
        )


def _days(number: int) -> str:
    return f"{number} day" if number == 1 else f"{number} days"


def parse_start(text: str, today: date) -> date:
    """Return the first day of a trial that a person wrote: "tomorrow", "monday", "2026-03-05".

    It is a day to come, because part of today is over already and its order not drawn.

    Raises:
        NotUnderstoodError: if it is not a day.
        RefusedError: if it is not tomorrow or one of the 90 days from then on.
    """
    found = day_from(text, today)
    if found is None:
        raise NotUnderstoodError(
            f'"{text}" is not a day to begin on. Give one such as "tomorrow", "monday", "in 3 '
            f'days" or "{today + timedelta(days=1)}".'
        )
    if not 1 <= (found - today).days <= MOST_DAYS_AHEAD:
        raise RefusedError(
            f"A trial begins tomorrow or up to {MOST_DAYS_AHEAD} days later, and {found} is not "
            f"among these days. Give a day such as {today + timedelta(days=1)}."
        )
    return found
