"""Which days without a rating were missed: in an attack diary, none. It loads only the model."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from painlog.model.region import Side

# A region that was not rated for so long is no longer rated day by day.
_LATELY = timedelta(days=14)


def rated_daily(
    places: "Iterable[tuple[str, Side | None]]", diaries: "Collection[str]"
) -> "list[tuple[str, Side | None]]":
    """Return the places where a day without an entry says nothing."""
    return [place for place in places if place[0] not in diaries]


def can_miss(lately: "Iterable[tuple[str, Side | None]]", diaries: "Collection[str]") -> bool:
    """Tell whether days on which nothing was rated were missed.

    Args:
        lately: The places that were rated from `first_lately` on.
        diaries: The regions that have an attack diary.
    """
    return not diaries or bool(rated_daily(lately, diaries))


def first_lately(until: date) -> date:
    """Return the first of the 14 days that end with a day."""
    return until - _LATELY + timedelta(days=1)
