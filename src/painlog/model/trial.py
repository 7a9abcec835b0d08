"""A trial of one's own: A and B in turns, in an order drawn by chance, and what was kept to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from painlog.model.region import Side, label

Arm = Literal["A", "B"]
PairOrder = Literal["AB", "BA"]
Kept = Literal["yes", "partly", "no"]
KEPT: tuple[Kept, ...] = ("yes", "partly", "no")

# With fewer pairs no result could be told from chance: the smallest two-sided p of 5 is .0625.
FEWEST_PAIRS = 6
MOST_PAIRS = 20
MOST_BLOCK_DAYS = 28
DEFAULT_PAIRS, DEFAULT_BLOCK_DAYS, DEFAULT_WASHOUT_DAYS = 7, 4, 1
LONGEST_SEED = 64
# What an arm may be that names no treatment.
NOTHING, AS_USUAL = "nothing", "as usual"
BETWEEN_TREATMENTS = " + "


@dataclass(frozen=True, slots=True)
class Trial:
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

    def covers(self, region: str, side: Side | None) -> bool:
        """Tell whether ratings of this region and side are read."""
        return region == self.region and self.side in (None, side)

    def asks_the_same(self, other: "Trial") -> bool:
        """Tell whether another trial is of the same two things at the same place."""
        return {self.a, self.b} == {other.a, other.b} and self.place == other.place

    def is_over(self, today: date) -> bool:
        """Tell whether nothing of it is left to follow: it was stopped, or its last day is past."""
        return self.stopped_on is not None or today > self.ends_on

    def hides(self, treatment: str, region: str, side: Side | None, today: date) -> bool:
        """Tell whether a figure of a treatment would tell how the trial goes before it is over."""
        return (
            not self.is_over(today)
            and treatment in self.differing
            and region == self.region
            and (self.side is None or side in (None, "both", self.side))
        )


@dataclass(frozen=True, slots=True)
class TrialDay:
    """Whether a person kept to what a day of a trial was for; `trial` is its uid."""

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
