"""Find the yes/no factors that differ between two sets of days, and that the pain goes with.

Triggers are left out: they are mostly written down when it hurts, so fewer of them may be no more
than less pain. Numbers such as sleep have no share of days.
"""

from collections.abc import Iterable, Iterator, Sequence

from painlog.analysis.cautions import BEFORE_AND_AFTER, Caution, shares_differ
from painlog.analysis.comparison import WORTH_A_WORD, Comparison
from painlog.analysis.days import Place, RatedDay
from painlog.analysis.goes_with import FEWEST_ON_A_SIDE, Look, look_alone, split_factors
from painlog.model.factor import KeptDays


def telling_factors(place: Place, days: Sequence[RatedDay], kept: KeptDays) -> tuple[Look, ...]:
    """Return the yes/no factors whose days differ from the others, with their means in points.

    Each is looked at alone, on the same day, with an interval of 95 % and 7 rated days or more on
    either side: the more comparisons a report makes, the less would be held back.

    Args:
        place: Region and side.
        days: All its rated days, in time order.
        kept: The factors, and their values of any day.
    """
    factors = [factor for factor in kept.factors if factor.measure == "yes-no"]
    looks = (look_alone(place, days, split) for split in split_factors(factors, kept.values))
    return tuple(look for look in looks if look and look.stands_out)


def unequal_factors(
    comparison: Comparison, looks: Iterable[Look], names: tuple[str, str] = BEFORE_AND_AFTER
) -> Iterator[Caution]:
    """Warn of each factor whose share of the days differs, so that it alone may move the mean.

    The shares differ by over one day a week, and with what lies between days with it and without,
    that comes to half a point or more. Only days with an answer count, 7 or more on each side.

    Args:
        comparison: The days.
        looks: As `telling_factors` returns them, for the place.
        names: What the two sides are called: "before", "on heat".
    """
    if comparison.interval is None:
        return
    for look in looks:
        yes, no = look.split.having, look.split.lacking
        counts = [
            (sum(day in yes for day in side.dates), sum(day in yes | no for day in side.dates))
            for side in (comparison.before, comparison.after)
        ]
        (before, of_before), (after, of_after) = counts
        if min(of_before, of_after) < FEWEST_ON_A_SIDE:
            continue
        apart = abs(before / of_before - after / of_after)
        if shares_differ(*counts) and apart * abs(look.change) >= WORTH_A_WORD:
            facts = {
                "factor": look.split.name,
                "before": before,
                "before_answered": of_before,
                "before_name": names[0],
                "after": after,
                "after_answered": of_after,
                "after_name": names[1],
                "with_it": look.mean_with,
                "without_it": look.mean_without,
            }
            yield Caution("other-factor", facts)
