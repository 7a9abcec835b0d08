"""Summarise relief: the ratings around each use of a treatment.

There is no verdict: people take something when the pain is high, and high pain comes down by
itself.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from painlog.analysis.arithmetic import mean
from painlog.analysis.days import Place, PlaceDays, RatedDay
from painlog.model.dose import Dose
from painlog.model.entry import Entry
from painlog.model.region import Side
from painlog.model.treatment import Treatment
from painlog.model.use import Use, with_dose

# A guideline for trials of acute treatment asks at two hours (Diener 2019, Cephalalgia 39:687-710).
AFTER_TAKING = timedelta(hours=2)
EARLIEST, LATEST = timedelta(hours=1), timedelta(hours=4)
RIGHT_AFTER = timedelta(hours=1)
NEWEST_BEFORE = timedelta(hours=2)
AGAIN_WITHIN = timedelta(hours=24)
# Treatments used this close together share the ratings around them.
TOGETHER_WITHIN = timedelta(minutes=30)
# Uses this close together are one tablet, logged with a rating and once more by itself.
SAME_WITHIN = timedelta(minutes=10)
_HANDS_ON = frozenset({"manual", "needling"})


class Relief(NamedTuple):
    """The uses of one treatment at one dose for one region and side.

    `rated` of the `uses` have a rating before and one after; the means are over those, in points.
    `halved` came down by half or more, `gone` to 0. `again_within_24_hours` counts uses that were
    followed by another of the same treatment. `next_day_change` is the mean of the next day's
    ratings minus the rating before, over the `next_days` uses that have both. `together` counts
    uses within 30 minutes of one of another treatment, to which the ratings belong as well.
    `place_said` is False where nobody said what any of them was for: the place is then the one that
    hurt most, whose ratings these are.
    """

    region: str
    side: Side | None
    treatment: str
    dose: Dose | None
    uses: int
    rated: int
    mean_before: float | None
    mean_after: float | None
    halved: int
    gone: int
    again_within_24_hours: int
    next_days: int
    next_day_change: float | None
    together: int = 0
    place_said: bool = True

    @property
    def what(self) -> str:
        """Treatment and dose in words: "sumatriptan 50 mg"."""
        return with_dose(self.treatment, self.dose)

    @property
    def change(self) -> float | None:
        """Mean after minus mean before, in points."""
        if self.mean_before is None or self.mean_after is None:
            return None
        return self.mean_after - self.mean_before


class _Around(NamedTuple):
    """One use and the ratings around it."""

    use: Use
    before: int | None
    after: int | None


class _Ratings:
    """The ratings of one region and side in the order of time."""

    def __init__(self, moments: Iterable[tuple[float, int]]) -> None:
        self._rated = sorted(moments)
        self._at = [at for at, _ in self._rated]

    def newest(self, since: datetime, until: datetime) -> int | None:
        """Return the latest rating between two moments, both included."""
        last = bisect_right(self._at, until.timestamp())
        if last == 0 or self._at[last - 1] < since.timestamp():
            return None
        return self._rated[last - 1][1]

    def nearest(self, moment: datetime, since: datetime, until: datetime) -> int | None:
        """Return the rating nearest to a moment, between two others; the earlier one of two."""
        first = bisect_left(self._at, since.timestamp())
        last = bisect_right(self._at, until.timestamp())
        within = self._rated[first:last]
        aim = moment.timestamp()
        return min(within, key=lambda rated: (abs(rated[0] - aim), rated[0]))[1] if within else None

    def first(self, after: datetime, until: datetime) -> int | None:
        """Return the first rating after a moment."""
        first = bisect_right(self._at, after.timestamp())
        if first == len(self._at) or self._at[first] > until.timestamp():
            return None
        return self._rated[first][1]


def summarise_relief(
    places: Mapping[Place, PlaceDays],
    used: Iterable[Entry],
    uses: Iterable[Use],
    days: Mapping[Place, Sequence[RatedDay]],
    treatments: Mapping[str, Treatment],
) -> tuple[Relief, ...]:
    """Return one summary for each region, side, treatment and dose that was used.

    Args:
        places: All ratings of each place.
        used: The entries of the period at which something was used.
        uses: What was used in the period without a rating. One that was not said to be for a region
            counts for the one that hurt most shortly before, for each of several as bad.
        days: The rated days of each place, for what was left the next day.
        treatments: By name; manual treatment and needling are rated right after, not hours later.
    """
    at_entries: dict[Place, list[Entry]] = {}
    for entry in used:
        at_entries.setdefault((entry.region, entry.side), []).append(entry)
    rated = {place: _Ratings(gathered.moments) for place, gathered in places.items()}
    by_place = _by_place(uses, rated)
    found: list[Relief] = []
    for place, ratings in rated.items():
        entries, alone = at_entries.get(place, []), by_place.get(place, [])
        if not entries and not alone:
            continue
        groups: dict[tuple[str, Dose | None], list[_Around]] = {}
        for around in _around_uses(entries, alone, ratings, treatments):
            groups.setdefault((around.use.treatment, around.use.dose), []).append(around)
        means = {d.day: d.mean for d in days.get(place, ())}
        taken: dict[str, list[float]] = {}
        for (treatment, _), group in groups.items():
            taken.setdefault(treatment, []).extend(a.use.used_at.timestamp() for a in group)
        for (treatment, dose), group in groups.items():
            again = _followed(group, sorted(taken[treatment]))
            others = sorted(at for name, of in taken.items() if name != treatment for at in of)
            together = sum(_is_near(a.use.used_at, others, TOGETHER_WITHIN) for a in group)
            summary = _summary(place, treatment, dose, group, again, means)
            found.append(summary._replace(together=together))
    return tuple(sorted(found, key=_by_name))


def _by_place(uses: Iterable[Use], rated: Mapping[Place, _Ratings]) -> dict[Place, list[Use]]:
    """Sort uses by the places that they were for."""
    found: dict[Place, list[Use]] = {}
    for use in uses:
        if use.region is not None:
            meant = [place for place in rated if use.is_for(*place)]
        else:
            # A use without a region is for the place that hurt most just then.
            since, at = use.used_at - NEWEST_BEFORE, use.used_at
            before = {
                place: newest
                for place, ratings in rated.items()
                if (newest := ratings.newest(since, at)) is not None
            }
            worst = max(before.values(), default=None)
            meant = [place for place, newest in before.items() if newest == worst]
        for place in meant:
            found.setdefault(place, []).append(use)
    return found


def _around_uses(
    entries: Sequence[Entry],
    uses: Sequence[Use],
    ratings: _Ratings,
    treatments: Mapping[str, Treatment],
) -> Iterable[_Around]:
    noted: dict[str, list[float]] = {}
    for entry in entries:
        for use in entry.uses:
            noted.setdefault(use.treatment, []).append(use.used_at.timestamp())
    for moments in noted.values():
        moments.sort()
    for entry in entries:
        before = entry.intensity if entry.intensity_before is None else entry.intensity_before
        own = None if entry.intensity_before is None else entry.intensity
        for use in entry.uses:
            yield _Around(use, before, _after(use, own, ratings, treatments))
    for use in uses:
        if _is_near(use.used_at, noted.get(use.treatment, ()), SAME_WITHIN):
            continue
        before_it = ratings.newest(use.used_at - NEWEST_BEFORE, use.used_at)
        yield _Around(use, before_it, _after(use, None, ratings, treatments))


def _after(
    use: Use, own: int | None, ratings: _Ratings, treatments: Mapping[str, Treatment]
) -> int | None:
    """Return the rating after a use; `own` is that of its entry, if that has one before as well."""
    treatment = treatments.get(use.treatment)
    if treatment is not None and treatment.kind in _HANDS_ON:
        return own if own is not None else ratings.first(use.used_at, use.used_at + RIGHT_AFTER)
    aim = use.used_at + AFTER_TAKING
    later = ratings.nearest(aim, use.used_at + EARLIEST, use.used_at + LATEST)
    return own if later is None else later


def _is_near(moment: datetime, others: Sequence[float], within: timedelta) -> bool:
    """Tell whether one of some moments, which are in order, is within a span of this one."""
    at, span = moment.timestamp(), within.total_seconds()
    first = bisect_left(others, at - span)
    return first < len(others) and others[first] <= at + span


def _followed(group: Sequence[_Around], taken: Sequence[float]) -> int:
    """Count the uses that were followed by another of the treatment within a day."""
    followed = 0
    for around in group:
        at = around.use.used_at.timestamp()
        following = bisect_right(taken, at)
        within = at + AGAIN_WITHIN.total_seconds()
        followed += following < len(taken) and taken[following] <= within
    return followed


def _summary(
    place: Place,
    treatment: str,
    dose: Dose | None,
    group: Sequence[_Around],
    again: int,
    means: Mapping[date, float],
) -> Relief:
    rated = [(a.before, a.after) for a in group if a.before is not None and a.after is not None]
    next_day = [
        means[tomorrow] - a.before
        for a in group
        if a.before is not None and (tomorrow := a.use.day + timedelta(days=1)) in means
    ]
    return Relief(
        *place,
        treatment,
        dose,
        uses=len(group),
        rated=len(rated),
        mean_before=mean([before for before, _ in rated]) if rated else None,
        mean_after=mean([after for _, after in rated]) if rated else None,
        halved=sum(0 < before >= 2 * after for before, after in rated),
        gone=sum(before > 0 and after == 0 for before, after in rated),
        again_within_24_hours=again,
        next_days=len(next_day),
        next_day_change=mean(next_day) if next_day else None,
        place_said=any(around.use.region is not None for around in group),
    )


def _by_name(relief: Relief) -> tuple[str, str, str, str]:
    return (
        relief.region,
        relief.side or "",
        relief.treatment,
        relief.dose.written if relief.dose else "",
    )
