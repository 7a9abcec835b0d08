"""Which regions and sides a picture shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from painlog.analysis.days import Place, PlaceDays, PlaceMean, gather, place_means
from painlog.errors import UsageError
from painlog.model.entry import Selection
from painlog.model.region import parse_said_side

if TYPE_CHECKING:
    from painlog.model.region import Side
    from painlog.store.journal import Journal

LATELY_DAYS = 28


@dataclass(frozen=True, slots=True)
class Shown:
    """The places to show, with what their entries say.

    `hurts_most` is the one that was taken because it hurt most lately; None where the person named
    one, or where nothing was rated lately.
    """

    places: Mapping[Place, PlaceDays]
    hurts_most: PlaceMean | None = None


def places_shown(
    journal: "Journal", regions: Iterable[str] | None, side: str | None, until: date
) -> Shown:
    """Each place that is named; without one, the one that hurt most in the last 28 days.

    A region named without a side stands for each of its sides that was rated. Where nothing was
    rated in those days it is the place of the newest entry.

    Raises:
        UsageError: if a side is given without a region.
        RefusedError: if it is not one that the region has, or not the one that its name says.
    """
    named = list(regions or ())
    said, without_side = parse_said_side(side)
    if side is not None and not named:
        raise UsageError("--side needs --region, as in: --region heel --side left")
    if named:
        wanted = [journal.regions.find(text, said, without_side=without_side) for text in named]
        return Shown(
            {
                found: days
                for region, which in dict.fromkeys(wanted)
                for found, days in _of(
                    journal, region.name, which, until, all_sides=not which and not without_side
                ).items()
            }
        )
    since = until - timedelta(days=LATELY_DAYS - 1)
    lately = gather(journal.entries(Selection(since=since, until=until)))
    means = place_means({p: days.days() for p, days in lately.items()}, since, until)
    if means:
        hurts_most = means[0]
        chosen = (hurts_most.region, hurts_most.side)
        return Shown({chosen: _gathered(journal, chosen[0], until)[chosen]}, hurts_most)
    newest = next(journal.entries(Selection(until=until, limit=1)), None)
    if newest is None:
        return Shown({})
    chosen = (newest.region, newest.side)
    return Shown({chosen: _gathered(journal, chosen[0], until)[chosen]})


def _of(
    journal: "Journal", region: str, side: "Side | None", until: date, *, all_sides: bool
) -> Mapping[Place, PlaceDays]:
    found = _gathered(journal, region, until)
    if all_sides and found:
        return dict(sorted(found.items(), key=_by_side))
    return {(region, side): found.get((region, side)) or PlaceDays()}


def _gathered(journal: "Journal", region: str, until: date) -> Mapping[Place, PlaceDays]:
    # What was named before the period tells which courses run in it.
    return gather(journal.entries(Selection(region=region, until=until)))


def _by_side(found: tuple[Place, PlaceDays]) -> str:
    return found[0][1] or ""
