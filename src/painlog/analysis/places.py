"""Regions and sides against each other: which hurt how much in a period."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from painlog.analysis.days import Place, RatedDay, window
from painlog.model.region import Side, label


class PlaceMean(NamedTuple):
    """One region and side over a period: the mean of its daily means, in points."""

    region: str
    side: Side | None
    mean: float
    rated_days: int

    @property
    def place(self) -> str:
        """Region and side in words."""
        return label(self.region, self.side)


def place_means(
    days: Mapping[Place, Sequence[RatedDay]], since: date, until: date
) -> tuple[PlaceMean, ...]:
    """The places that were rated from `since` to `until`, the most painful first.

    Args:
        days: The rated days of each place, in time order.
        since: The first day.
        until: The last day.
    """
    found = []
    for place, rated in days.items():
        within = window(rated, since, until)
        if within.mean is not None:
            found.append(PlaceMean(*place, within.mean, within.rated_days))
    return tuple(sorted(found, key=_painful_first))


def _painful_first(found: PlaceMean) -> tuple[float, str]:
    return -found.mean, found.place
