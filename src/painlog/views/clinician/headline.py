"""The headline: the last 28 days in figures, function, and the latest changes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from painlog.analysis.cautions import Caution, Code
from painlog.analysis.comparison import BAD
from painlog.analysis.days import LATELY_DAYS, Window
from painlog.analysis.effects import Effect
from painlog.analysis.interval import FEWEST_DAYS, fewness
from painlog.analysis.region_summary import RegionSummary
from painlog.analysis.report import Report
from painlog.analysis.whole_body import Interference, whole_body
from painlog.views.clinician.parts import Grid
from painlog.views.overviews import ASSUMED_DAYS
from painlog.views.statements import (
    before_name,
    effect_verdict,
    few,
    likely_ends,
    range_words,
)
from painlog.views.wording import (
    change,
    change_against,
    day,
    listed,
    points,
    printable,
    short_day,
    span,
    titled,
)

# With more regions than this, a row for all of them together comes first.
FEW_REGIONS = 4
HEADLINE_NOTE = (
    "The last 28 days, {days}, and in brackets the 28 days before. A pain day has a rating of 1 "
    "or more, a bad day one of 7 or more."
)
FEW_BEFORE = (
    "Of fewer than 3 rated days before, only their number is shown; of fewer than 7, the figures "
    "may still move a lot."
)

# The cautions in a few words; a short table of before and during has them in full.
IN_SHORT: Mapping[Code, str] = {
    "not-enough-days": "not enough days",
    "few-days": "few days",
    "falling-before": "pain falling before",
    "rising-before": "pain rising before",
    "high-before": "pain high before",
    "few-before": "few days before",
    "baseline-peak": "a peak before",
    "start-peak": "started at a peak",
    "weekends": "more weekend days",
    "other-change": "{treatment} {what} {day}",
    "ended-before": "{treatment} ended {day}",
    "other-treatment": "{treatment} came or went",
    "other-dose": "another dose of {treatment}",
    "other-factor": "{factor} days unequal",
    "also-used": "{treatment} as needed",
    "long-between": "{weeks} weeks between",
    "as-needed": "start not logged",
    "named-on-bad-days": "used on worse days",
    "assumed-days": "days without entries",
    "missing-days": "many days missing",
    "only-around-uses": "rated around uses",
    "no-percent": "mean of 0 before",
}


def headline_grid(report: Report) -> Grid | None:
    """Return a row for each region and, above many regions, a row for all of them together."""
    if not report.regions:
        return None
    header = ("Region", "Rated days", "Pain days", "Bad days", "Worst", "Mean")
    rows = [
        (
            f"{number}. {titled(region.place)}",
            *_figures(region.last_28, region.previous_28),
        )
        for number, region in enumerate(report.regions, start=1)
    ]
    if len(report.regions) > FEW_REGIONS:
        rows.insert(0, _anywhere(report.regions))
    return Grid(header, tuple(rows))


def headline_note(report: Report) -> str:
    """Say which days the figures are of, and what the words mean."""
    until = report.period.until
    last = span(until - timedelta(days=LATELY_DAYS - 1), until, until)
    said = [HEADLINE_NOTE.format(days=last)]
    before = [region.previous_28.rated_days for region in report.regions]
    if any(before) and fewness(*filter(None, before)):
        said.append(FEW_BEFORE)
    if any(region.attack_diary for region in report.regions):
        said.append(ASSUMED_DAYS)
    return " ".join(said)


def whole_body_line(report: Report) -> str:
    """Say in how many places it hurts on a day, where there are many; "" where there are few."""
    if len(report.regions) <= FEW_REGIONS:
        return ""
    now, then = (
        whole_body(getattr(region, name).days for region in report.regions)
        for name in ("last_28", "previous_28")
    )
    if now is None:
        return ""
    before = ""
    if then and fewness(now.rated_days, then.rated_days) != "not-enough-days":
        before = f" ({points(then.mean_sites)} in the 28 days before)"
    return (
        f"On a rated day of the last 28, {points(now.mean_sites)} of {len(report.regions)} places "
        f"hurt on average{before}."
    )


def latest_changes(report: Report, regions: Iterable[RegionSummary]) -> Iterator[str]:
    """Say for each region what its ratings did in the latest course that can be compared."""
    for region in regions:
        effects = report.effects_of(region)
        compared = [effect for effect in effects if effect.comparison.interval is not None]
        if compared:
            yield _latest(region, compared[-1], effects, report.period.until)


def function_lines(report: Report) -> Iterator[str]:
    """Give the interference of the last 28 days and the latest PEG."""
    if found := report.interference:
        until = report.period.until
        yield _interference(found, until)
    if report.peg is not None:
        latest, since = report.peg.latest, report.peg.since_first
        text = f"PEG: {points(latest.score)} of 10 on {day(latest.answered_on)}"
        against = since and change_against(since.points, "the first in this period")
        yield f"{text}, {against}." if against else f"{text}."


def _interference(found: Interference, until: date) -> str:
    before = until - timedelta(days=LATELY_DAYS)
    now, then = (found.answered_days(end, LATELY_DAYS) for end in (until, before))
    if not now:
        return f"Interference with the day: not answered in the last {LATELY_DAYS} days."
    mean = points(found.mean(until, LATELY_DAYS))
    text = f"Interference with the day: mean {mean} of 10 on {now} of the last {LATELY_DAYS} days"
    if fewness(now, then) == "not-enough-days":
        return f"{text}."
    earlier = f"{points(found.mean(before, LATELY_DAYS))} on {then} of the 28 days before"
    return f"{text}, {earlier}{few(now, then)}."


def _figures(now: Window, then: Window) -> tuple[str, ...]:
    counts = (
        (side.rated_days, side.pain_days, _days(side, BAD), side.worst, points(side.mean))
        if side.days
        else None
        for side in (now, then)
    )
    return _beside(*counts)


def _anywhere(regions: Sequence[RegionSummary]) -> tuple[str, ...]:
    sides = []
    for name in ("last_28", "previous_28"):
        places = [getattr(region, name).days for region in regions]
        found = whole_body(places)
        bad = {d.day for days in places for d in days if d.worst >= BAD}
        worst = max((d.worst for days in places for d in days), default=0)
        sides.append(
            (found.rated_days, found.pain_days, len(bad), worst, points(found.mean))
            if found
            else None
        )
    return ("Anywhere", *_beside(*sides))


def _beside(now: tuple[object, ...] | None, then: tuple[object, ...] | None) -> tuple[str, ...]:
    if now is None:
        return ("–",) * 5
    if then is None:
        return tuple(map(str, now))
    if isinstance(then[0], int) and then[0] < FEWEST_DAYS:
        return (f"{now[0]} ({then[0]})", *map(str, now[1:]))
    return tuple(f"{new} ({old})" for new, old in zip(now, then, strict=True))


def _days(side: Window, least: int) -> int:
    return sum(rated.worst >= least for rated in side.days)


def _latest(region: RegionSummary, latest: Effect, effects: Sequence[Effect], until: date) -> str:
    started = latest.course.started_on
    names = dict.fromkeys(e.course.what for e in effects if e.course.started_on == started)
    text = f"{titled(region.place)}, during {listed(map(printable, names))}"
    if len(names) > 1:
        text += ", started on the same day"
    elif latest.course.ended_on is not None:
        text += ", which has ended"
    verdict = effect_verdict(latest)
    figures = _figures_of(latest)
    # What cannot be told apart is said before any figure.
    said = f"{verdict} {figures}" if latest.verdict == "confounded" else f"{figures} {verdict}"
    # Two cautions of one kind, such as one for each window, are shown once.
    cautions = "; ".join(dict.fromkeys(in_short(latest.cautions, until)))
    return f"{text}: {said}" + (f" Read with care: {cautions}." if cautions else "")


def _figures_of(effect: Effect) -> str:
    comparison = effect.comparison
    if comparison.attacks is not None:
        rate = comparison.attacks.pain_days
        return (
            f"Pain days in 28: {points(rate.before)} {before_name(effect)}, "
            f"{points(rate.after)} in course."
        )
    interval = comparison.interval
    if interval is None:
        raise ValueError(effect)
    moved = change(interval.change)
    than = "" if moved == "no change" else " than before"
    return f"{moved}{than}, likely between {range_words(*likely_ends(comparison))}."


def in_short(cautions: Iterable[Caution], until: date) -> Iterator[str]:
    """Yield each caution in a few words."""
    for caution in cautions:
        facts = {
            name: short_day(value, until) if isinstance(value, date) else printable(str(value))
            for name, value in caution.facts.items()
        }
        yield IN_SHORT[caution.code].format(**facts)
