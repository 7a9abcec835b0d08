"""At a glance: a sentence for each region, its latest change and the cautions in short."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from painlog.analysis.cautions import Caution, Code
from painlog.analysis.effects import Effect
from painlog.analysis.report import RegionSummary, Report
from painlog.views.statements import range_words
from painlog.views.wording import (
    change,
    change_against,
    day,
    listed,
    points,
    printable,
    short_day,
    titled,
)

# The cautions in a few words; the table further down has them in full.
IN_SHORT: Mapping[Code, str] = {
    "not-enough-days": "not enough days",
    "few-days": "few days",
    "falling-before": "falling before it",
    "rising-before": "rising before it",
    "high-before": "high before it",
    "baseline-peak": "a peak before it",
    "start-peak": "started at a peak",
    "other-change": "{treatment} {what} {day}",
    "other-treatment": "alongside {treatment}",
    "long-between": "{weeks} weeks between",
    "as-needed": "taken as needed",
    "missing-days": "many days missing",
    "only-sessions": "rated only at sessions",
    "no-percent": "mean of 0 before",
}


def at_a_glance(region: RegionSummary, effects: Sequence[Effect], until: date) -> str:
    """Compare the last 28 days with those before them, and give the latest change.

    Args:
        region: The region.
        effects: All effects of the region, by start.
        until: The last day of the period.
    """
    name = titled(region.place)
    if region.last_28.mean is None:
        return f"{name}: not rated in the last 28 days; mean {points(region.mean)} before that."
    text = f"{name}: mean {points(region.last_28.mean)} over the last 28 days"
    if region.previous_28.mean is not None:
        moved = region.last_28.mean - region.previous_28.mean
        text += f", {change_against(moved, 'the 28 before')}"
    compared = [effect for effect in effects if effect.comparison.interval is not None]
    return f"{text}. {_latest(compared[-1], effects, until)}" if compared else f"{text}."


def peg_at_a_glance(report: Report) -> str:
    """Give the latest PEG and its change in the period; "" for none."""
    if report.peg is None:
        return ""
    latest, since = report.peg.latest, report.peg.since_first
    text = f"PEG: {points(latest.score)} of 10 on {day(latest.answered_on)}"
    if since is None:
        return f"{text}."
    return f"{text}, {change_against(since.points, 'the first in this period')}."


def _latest(latest: Effect, effects: Sequence[Effect], until: date) -> str:
    interval = latest.comparison.interval
    if interval is None:
        raise ValueError(latest)
    started = latest.course.started_on
    names = dict.fromkeys(e.course.treatment for e in effects if e.course.started_on == started)
    text = f"During {listed(map(printable, names))}"
    if len(names) > 1:
        text += ", started on the same day"
    elif latest.course.ended_on is not None:
        text += ", which has ended"
    text += (
        f", compared with before: {change(interval.change)}, "
        f"likely between {range_words(interval.low, interval.high)}"
    )
    # Two cautions of one kind, such as one for each window, are shown once.
    cautions = "; ".join(dict.fromkeys(_in_short(latest.cautions, until)))
    return f"{text}; read with care ({cautions})." if cautions else f"{text}."


def _in_short(cautions: Sequence[Caution], until: date) -> Iterator[str]:
    for caution in cautions:
        facts = {
            name: short_day(value, until) if isinstance(value, date) else printable(str(value))
            for name, value in caution.facts.items()
        }
        yield IN_SHORT[caution.code].format(**facts)
