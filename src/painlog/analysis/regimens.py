"""Compare two regimens over all the days on which each was followed."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from painlog.analysis.cautions import (
    NEAR_THE_START,
    Caution,
    assumed_days,
    number_of_days,
    order_of_days,
    percent_of_nothing,
    share_of_days,
    used_as_needed,
    verdict_with,
)
from painlog.analysis.comparison import Comparison, Verdict, compare_windows
from painlog.analysis.courses import Phase
from painlog.analysis.days import Place, RatedDay, Window, window
from painlog.analysis.goes_with import Look
from painlog.analysis.other_factors import unequal_factors
from painlog.analysis.other_treatments import Doses, also_used, doses_on, other_doses
from painlog.model.course import Course
from painlog.model.dose_reading import split_dose
from painlog.model.names import day_in_words
from painlog.model.regimen import Regimen, regimen_label
from painlog.model.region import Side
from painlog.model.treatment import Treatment

Order = Literal["first", "second", "blocks", "alternating"]

NO_NAMINGS: Mapping[str, Container[date]] = {}
# A B A B: with fewer blocks, more time may pass in the days of one regimen than of the other.
FEWEST_TO_ALTERNATE = 4


class RegimenComparison(NamedTuple):
    """The ratings of one region and side under two regimens.

    In `comparison`, `before` are the days of the first regimen and `after` those of the second,
    whichever came first in time. `order` tells that, None where one of them has no rated day: one
    was followed first, or they came in `blocks` (one, the other, the first again), or they
    alternated, with two blocks of rated days of each or more. `began_with` is the regimen that was
    followed first. `rated_days` has every regimen that was followed, with its rated days. `doses`
    has, for each of the two, those of the treatments that were named without one, and their rated
    days. `used_days` counts, for the treatments of a regimen that nobody started, the rated days of
    the regimen on which each was used.
    """

    region: str
    side: Side | None
    first: Regimen
    second: Regimen
    comparison: Comparison
    order: Order | None
    began_with: Regimen | None
    cautions: tuple[Caution, ...]
    rated_days: Mapping[Regimen, int]
    doses: tuple[Doses, Doses]
    used_days: Mapping[Regimen, Mapping[str, int]]

    @property
    def verdict(self) -> Verdict | None:
        """The verdict to show: see `verdict_with`."""
        return verdict_with(self.comparison.verdict, self.cautions)


def others_beside(found: RegimenComparison, regimen: Regimen) -> tuple[str, ...]:
    """Return the treatments that were in course together with a regimen on other rated days.

    The report counts those days to the courses of the regimen; the comparison does not.

    Args:
        found: The comparison.
        regimen: One of the two that are compared; there are none with "nothing".
    """
    compared = (found.first, found.second)
    beside = {
        name
        for followed, days in found.rated_days.items()
        if days and regimen and followed > regimen and followed not in compared
        for name in followed - regimen
    }
    return tuple(sorted(beside))


def compare_regimens(
    place: Place,
    first: Regimen,
    second: Regimen,
    phases: Iterable[Phase],
    days: Sequence[RatedDay],
    courses: Sequence[Course] = (),
    *,
    namings: Mapping[str, Container[date]] = NO_NAMINGS,
    attack_diary: bool = False,
    factors: Sequence[Look] = (),
) -> RegimenComparison:
    """Compare all days of two regimens, with every figure and caution they allow.

    Args:
        place: Region and side.
        first: The regimen to compare with.
        second: The regimen to compare.
        phases: Of the place, in time order.
        days: The rated days of the place, in time order.
        courses: Of the place, with their doses, and those that nobody started.
        namings: The days on which each treatment was used for the place.
        attack_diary: Whether every attack of the place is written down.
        factors: Those that the pain goes with, as `telling_factors` returns them.
    """
    phases = tuple(phases)
    before, after = (_followed(regimen, phases, days) for regimen in (first, second))
    blocks = _blocks(before, after)
    order = _order(blocks)
    comparison = compare_windows(before, after, attack_diary=attack_diary)
    doses = (doses_on(first, courses, before), doses_on(second, courses, after))
    counts = Counter[Regimen]()
    used: dict[Regimen, Counter[str]] = {}
    inferred = {c.treatment for c in courses if c.inferred}
    for phase in phases:
        rated = window(days, phase.since, phase.until)
        counts[phase.regimen] += rated.rated_days
        for name in phase.regimen & inferred:
            with_it = sum(day in namings.get(name, ()) for day in rated.dates)
            used.setdefault(phase.regimen, Counter())[name] += with_it
    return RegimenComparison(
        *place,
        first,
        second,
        comparison,
        order,
        (first if blocks[0].of_first else second) if order else None,
        (
            *_cautions(comparison, blocks, order, (first, second), phases),
            *_ended_before(first, second, phases, days, courses),
            *_used_as_needed(first | second, days, courses, namings),
            *other_doses(doses, (_days_on(first), _days_on(second))),
            *also_used(
                [c for c in courses if c.treatment not in first | second],
                comparison,
                (_days_on(first), _days_on(second)),
                namings,
            ),
            *unequal_factors(comparison, factors, (_days_on(first), _days_on(second))),
        ),
        dict(counts.most_common()),
        doses,
        used,
    )


def can_be_alternated(regimens: Iterable[Regimen], treatments: Mapping[str, Treatment]) -> bool:
    """Tell whether the regimens hold no medicine, no care that may be prescribed, nothing unknown.

    Args:
        regimens: Each of their treatments counts, whatever its dose.
        treatments: By name.
    """
    named = {name for regimen in regimens for name in regimen}
    bare = {name if name in treatments else split_dose(name)[0] for name in named}
    found = [treatments[name] for name in bare if name in treatments]
    return all(t.is_kind_said and not t.may_be_prescribed for t in found)


class _Block(NamedTuple):
    """Rated days of one regimen with none of the other between them."""

    of_first: bool
    days: tuple[RatedDay, ...]

    @property
    def window(self) -> Window:
        return window(self.days, self.days[0].day, self.days[-1].day)


def _blocks(before: Window, after: Window) -> Sequence[_Block]:
    together = sorted([*((d, True) for d in before.days), *((d, False) for d in after.days)])
    return [
        _Block(of_first, tuple(day for day, _ in block))
        for of_first, block in groupby(together, key=lambda rated: rated[1])
    ]


def _order(blocks: Sequence[_Block]) -> Order | None:
    if len(blocks) < 2:
        return None
    if len(blocks) == 2:
        return "first" if blocks[0].of_first else "second"
    return "blocks" if len(blocks) < FEWEST_TO_ALTERNATE else "alternating"


def _cautions(
    comparison: Comparison,
    blocks: Sequence[_Block],
    order: Order | None,
    regimens: tuple[Regimen, Regimen],
    phases: Sequence[Phase],
) -> Iterator[Caution]:
    """Yield the cautions of all days, and those of their order from each first block."""
    first, second = map(_days_on, regimens)
    # Only of what is done now may more days be asked for: a dose that is over is not to be resumed.
    over = [_days_on(r) for r in regimens if not phases or r != phases[-1].regimen]
    is_known = all(any(r == phase.regimen for phase in phases) for r in regimens)
    for caution in number_of_days(comparison, (first, second), over):
        yield caution._replace(facts={**caution.facts, "never_followed": not is_known})
    if order in ("first", "second", "blocks"):
        names = (first, second) if blocks[0].of_first else (second, first)
        earlier, later = blocks[0].window, blocks[1].window
        if order == "blocks":
            # The days of each first block alone are meant, and not all days of the regimen.
            names = (_until(names[0], earlier), _until(names[1], later))
        yield from order_of_days(compare_windows(earlier, later), names)
    yield from share_of_days(comparison, (first, second))
    yield from percent_of_nothing(comparison, first)
    yield from assumed_days(comparison)


def _until(name: str, block: Window) -> str:
    return f"{name} up to {day_in_words(block.until)}"


def _ended_before(
    first: Regimen,
    second: Regimen,
    phases: Sequence[Phase],
    days: Sequence[RatedDay],
    courses: Sequence[Course],
) -> Iterator[Caution]:
    """Warn of what ended within 7 days before the days compared go from one to the other.

    Nothing else was in course on the days themselves.
    """
    compared = [
        phase
        for phase in phases
        if phase.regimen in (first, second) and window(days, phase.since, phase.until).days
    ]
    for earlier, later in pairwise(compared):
        if earlier.regimen == later.regimen:
            continue
        ended: dict[str, date] = {}
        for phase in phases:
            if later.since - NEAR_THE_START <= phase.until < later.since:
                ended |= dict.fromkeys(phase.regimen - first - second, phase.until)
        for name, day in sorted(ended.items()):
            which = _days_on(later.regimen)
            ended_then = _as_it_ended(name, day, courses)
            yield Caution("ended-before", {"treatment": ended_then, "day": day, "which": which})


def _as_it_ended(name: str, day: date, courses: Iterable[Course]) -> str:
    """Name a treatment that ended on a day; a step of several at its dose, which alone ended."""
    steps = [c for c in courses if c.treatment == name and c.dose]
    last = next((c for c in steps if c.ended_on == day), None)
    return last.what if last and len(steps) > 1 else name


def _used_as_needed(
    compared: Regimen,
    days: Sequence[RatedDay],
    courses: Sequence[Course],
    namings: Mapping[str, Container[date]],
) -> Iterator[Caution]:
    """Warn of what nobody started: its days are those of its uses, which may be the bad ones."""
    for name in sorted(compared):
        inferred = [c for c in courses if c.inferred and c.treatment == name]
        within = [d for d in days if any(c.on(d.day) for c in inferred)]
        if inferred and within:
            span = window(within, within[0].day, within[-1].day)
            yield from used_as_needed(inferred[0], span, namings.get(name, ()))


def _days_on(regimen: Regimen) -> str:
    return f"on {regimen_label(regimen)}" if regimen else "with nothing started"


def _followed(regimen: Regimen, phases: Iterable[Phase], days: Sequence[RatedDay]) -> Window:
    every = [window(days, p.since, p.until) for p in phases if p.regimen == regimen]
    # No day of a phase without a rating is compared, so none of its days is missing.
    parts = [part for part in every if part.days] or every
    return Window(
        parts[0].since if parts else date.min,
        parts[-1].until if parts else date.min,
        tuple(day for part in parts for day in part.days),
        sum(part.calendar_days for part in parts),
    )
