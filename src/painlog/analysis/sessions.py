"""Summarise sessions: the ratings right before and after one treatment."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple

from painlog.analysis.arithmetic import mean
from painlog.analysis.days import Place, RatedDay
from painlog.model.entry import Entry
from painlog.model.region import Side


class SessionSummary(NamedTuple):
    """The sessions of one treatment for one region and side.

    `mean_before`, `mean_after` and `mean_change` are in points; a negative change is less pain.
    `next_day_change` is the mean of the next day's ratings minus the intensity before the session,
    over the `next_days` sessions whose next day was rated; None where there is none.
    """

    region: str
    side: Side | None
    treatment: str
    sessions: int
    mean_before: float
    mean_after: float
    mean_change: float
    next_days: int
    next_day_change: float | None


def summarise_sessions(
    entries: Iterable[Entry], days: Mapping[Place, Sequence[RatedDay]]
) -> tuple[SessionSummary, ...]:
    """Return one summary for each region, side and treatment that has sessions.

    Args:
        entries: Those with `intensity_before` and a treatment count; others are skipped.
        days: The rated days of each place, for what was left the next day.
    """
    groups: dict[tuple[Place, str], list[Entry]] = {}
    for entry in entries:
        if entry.intensity_before is None:
            continue
        for treatment in entry.treatments:
            groups.setdefault(((entry.region, entry.side), treatment), []).append(entry)
    return tuple(
        _summary(place, treatment, sessions, days.get(place, ()))
        for (place, treatment), sessions in sorted(groups.items(), key=_by_name)
    )


def _by_name(group: tuple[tuple[Place, str], list[Entry]]) -> tuple[str, str, str]:
    (region, side), treatment = group[0]
    return region, side or "", treatment


def _summary(
    place: Place, treatment: str, sessions: Sequence[Entry], days: Sequence[RatedDay]
) -> SessionSummary:
    means = {d.day: d.mean for d in days}
    before = [float(e.intensity_before or 0) for e in sessions]
    after = [float(e.intensity) for e in sessions]
    next_day = [
        means[tomorrow] - start
        for e, start in zip(sessions, before, strict=True)
        if (tomorrow := e.day + timedelta(days=1)) in means
    ]
    return SessionSummary(
        *place,
        treatment,
        sessions=len(sessions),
        mean_before=mean(before),
        mean_after=mean(after),
        mean_change=mean(after) - mean(before),
        next_days=len(next_day),
        next_day_change=mean(next_day) if next_day else None,
    )
