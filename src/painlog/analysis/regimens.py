"""Two regimens against each other, over all the days that each was followed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from painlog.analysis.cautions import (
    Caution,
    cautions_of,
    number_of_days,
    percent_of_nothing,
    share_of_days,
)
from painlog.analysis.comparison import Comparison, compare_windows
from painlog.analysis.courses import Phase
from painlog.analysis.days import Place, RatedDay, Window, window
from painlog.model.regimen import Regimen, in_words
from painlog.model.region import Side

Order = Literal["first", "second", "alternating"]


class RegimenComparison(NamedTuple):
    """The ratings of one region and side under two regimens.

    In `comparison`, `before` are the days of the first regimen and `after` those of the second,
    whichever came first in time; `order` tells that, None where one of them has no rated day.
    `rated_days` has every regimen that was followed, with its rated days.
    """

    region: str
    side: Side | None
    first: Regimen
    second: Regimen
    comparison: Comparison
    order: Order | None
    cautions: tuple[Caution, ...]
    rated_days: Mapping[Regimen, int]


def compare_regimens(
    place: Place,
    first: Regimen,
    second: Regimen,
    phases: Iterable[Phase],
    days: Sequence[RatedDay],
) -> RegimenComparison:
    """The days of each regimen, all of them, with every figure and caution they allow.

    Args:
        place: Region and side.
        first: What is compared with.
        second: What is compared.
        phases: Of the place, in time order.
        days: The rated days of the place, in time order.
    """
    phases = tuple(phases)
    before, after = (_followed(regimen, phases, days) for regimen in (first, second))
    order = _order(before, after)
    comparison = compare_windows(before, after)
    names = (f"on {in_words(first)}", f"on {in_words(second)}")
    if order == "first":
        cautions = cautions_of(comparison, names)
    elif order == "second":
        cautions = cautions_of(compare_windows(after, before), names[::-1])
    else:
        cautions = iter((*number_of_days(comparison, names), *share_of_days(comparison, names)))
    counts = Counter[Regimen]()
    for phase in phases:
        counts[phase.regimen] += window(days, phase.since, phase.until).rated_days
    return RegimenComparison(
        *place,
        first,
        second,
        comparison,
        order,
        (*cautions, *percent_of_nothing(comparison, names[0])),
        dict(counts.most_common()),
    )


def _followed(regimen: Regimen, phases: Iterable[Phase], days: Sequence[RatedDay]) -> Window:
    parts = [window(days, p.since, p.until) for p in phases if p.regimen == regimen]
    return Window(
        parts[0].since if parts else date.min,
        parts[-1].until if parts else date.min,
        tuple(day for part in parts for day in part.days),
        sum(part.calendar_days for part in parts),
    )


def _order(before: Window, after: Window) -> Order | None:
    if not before.days or not after.days:
        return None
    if before.dates[-1] < after.dates[0]:
        return "first"
    return "second" if after.dates[-1] < before.dates[0] else "alternating"
