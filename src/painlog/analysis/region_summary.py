"""The figures of one region and side over a period."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from painlog.analysis.comparison import is_episodic
from painlog.analysis.courses import AsNeeded
from painlog.analysis.days import (
    Buckets,
    Place,
    RatedDay,
    Window,
    buckets,
    last_days,
    painful_first,
    window,
)
from painlog.model.region import Side, label


class RegionSummary(NamedTuple):
    """One region and side over the period. Means are means of daily means, in points.

    `usual_28` are the 28 days before the last 7, by which a rise over the last week is judged.
    `entries` were felt in the period. `as_needed` was used on some days without a course. In an
    `attack_diary` every attack is written down; `unsaid_days` count as days without pain there,
    though an acute medicine was taken, nobody said what for, and `all_attacks` counts the attacks
    with an end or without. It is None without a diary, where ratings may be of one long pain.
    """

    region: str
    side: Side | None
    entries: int
    days: tuple[RatedDay, ...]
    mean: float | None
    worst: int | None
    last_7: Window
    previous_7: Window
    last_28: Window
    previous_28: Window
    usual_28: Window
    trend: Buckets
    as_needed: tuple[AsNeeded, ...] = ()
    attack_diary: bool = False
    unsaid_days: int = 0
    all_attacks: int | None = None

    @property
    def episodic(self) -> bool:
        """Whether the pain comes in attacks, so that its days tell more than its mean."""
        return self.attack_diary or is_episodic(self.days)

    @property
    def episodic_lately(self) -> bool:
        """Whether the pain of the last 28 days and of the 28 before comes in attacks."""
        days = (*self.last_28.days, *self.previous_28.days)
        return self.attack_diary or (bool(days) and is_episodic(days))

    @property
    def rated_days(self) -> int:
        """How many days have a rating."""
        return len(self.days)

    @property
    def place(self) -> str:
        """Region and side in words."""
        return label(self.region, self.side)


def summarise_region(
    place: Place, days: Sequence[RatedDay], since: date, until: date
) -> RegionSummary:
    """Return the figures of one region and side over a period.

    Args:
        place: Region and side.
        days: Its rated days in time order, those before the period as well.
        since: The first day of the period.
        until: Its last day.
    """
    within = window(days, since, until)
    return RegionSummary(
        *place,
        entries=sum(d.entries for d in within.days),
        days=within.days,
        mean=within.mean,
        worst=max((d.worst for d in within.days), default=None),
        last_7=last_days(days, until, 7),
        previous_7=last_days(days, until - timedelta(days=7), 7),
        last_28=last_days(days, until, 28),
        previous_28=last_days(days, until - timedelta(days=28), 28),
        usual_28=last_days(days, until - timedelta(days=7), 28),
        trend=buckets(within.days, since, until),
    )


def most_painful_first(region: RegionSummary) -> tuple[bool, int, float, str]:
    """Return the key that sorts regions by how much they hurt in the last 28 days."""
    return painful_first(region.last_28, region.place)
