"""What stands on the page for a clinician, in the order in which it is read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from painlog.advice.adapting import ABOUT_VISITS
from painlog.advice.cautions import reason
from painlog.advice.red_flags import RedFlag
from painlog.advice.standing import Advice
from painlog.analysis.effects import Effect
from painlog.analysis.report import RegionSummary, Report
from painlog.model.region import label
from painlog.views.clinician.bodymap import SPOTS, body_map
from painlog.views.clinician.drawing import Picture
from painlog.views.clinician.forest import forest_row, forest_scale, reach
from painlog.views.clinician.timeseries import LONG_GAP_DAYS, days_a_dot, time_series
from painlog.views.comparison import range_words, verdict_words
from painlog.views.page import Paragraph, Table
from painlog.views.peg import peg_blocks
from painlog.views.report import MONTHS_SHOWN, lately
from painlog.views.wording import (
    change,
    count,
    day,
    listed,
    points,
    printable,
    printable_lines,
    sentence_start,
    short_day,
    signed,
)

TITLE = "Pain report"
SCALE = "Ratings are 0 (no pain) to 10 (worst pain imaginable)."
REGIONS_IN_MONTHS = 4
TAGS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Extras:
    """What a person adds to one page and painlog never stores."""

    name: str = ""
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RegionPart:
    """One region: its facts in sentences and its days as a picture."""

    name: str
    facts: tuple[str, ...]
    chart: Picture


@dataclass(frozen=True, slots=True)
class EffectRow:
    """One before-and-after as a row of a table, with what to read it with."""

    place: str
    treatment: str
    span: str
    before: str
    after: str
    change: str
    verdict: str
    cautions: tuple[str, ...]
    forest: Picture | None


@dataclass(frozen=True, slots=True)
class Grid:
    """A plain table: the first cell of each row names it."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class DatedText:
    """Something that was written on a day."""

    day: str
    about: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClinicianPage:
    """The whole page. Every text is meant as text, never as markup."""

    name: str
    period: str
    made_on: str
    attention: tuple[str, ...]
    glance: tuple[str, ...]
    glance_peg: str
    body: Picture | None
    body_note: str
    regions: tuple[RegionPart, ...]
    legend: str
    effects: tuple[EffectRow, ...]
    scale: Picture | None
    sessions: Grid | None
    months: Grid | None
    months_note: str
    peg: tuple[str, ...]
    tags: tuple[DatedText, ...]
    visits: tuple[DatedText, ...]
    notes: tuple[DatedText, ...]
    questions: tuple[str, ...]
    method: tuple[str, ...]
    advice: str
    title: str = TITLE
    scale_words: str = SCALE


def clinician_page(
    report: Report,
    flags: Sequence[RedFlag],
    advice: Sequence[Advice],
    made_on: date,
    extras: Extras,
) -> ClinicianPage:
    """The page of a report.

    Args:
        report: The figures; its notes are shown where it has them.
        flags: Warning signs that recent entries tell of.
        advice: Most pressing first, the standing advice last.
        made_on: The day on which the page is made.
        extras: Name and questions.
    """
    *adapted, standing = advice
    by_region = [(region, _effects_of(report, region)) for region in report.regions]
    latest = [effect for _, effects in by_region for effect in _latest(effects)]
    points_shown = reach([effect.comparison for effect in latest])
    months = _months(report)
    placed = any(region.region in SPOTS for region in report.regions)
    return ClinicianPage(
        name=printable(extras.name),
        period=f"{day(report.period.since)} to {day(report.period.until)}",
        made_on=day(made_on),
        attention=(
            *(f"{flag.action} A note tells of a warning sign: {flag.sign}." for flag in flags),
            *(printable(a.text) for a in adapted if a.code not in ABOUT_VISITS),
        ),
        glance=tuple(_at_a_glance(region, effects) for region, effects in by_region),
        glance_peg=_peg_at_a_glance(report),
        body=body_map(report.regions) if placed else None,
        body_note=_body_note(report) if placed else "",
        regions=tuple(
            RegionPart(_name(region), tuple(_facts(region)), time_series(region, effects, report))
            for region, effects in by_region
        ),
        legend=_legend(report),
        effects=tuple(_row(report, effect, points_shown) for effect in latest),
        scale=forest_scale(points_shown) if any(e.comparison.interval for e in latest) else None,
        sessions=_sessions(report),
        months=months,
        months_note=_months_note(report),
        peg=tuple(_peg(report)),
        tags=tuple(_tags(report)),
        visits=tuple(
            DatedText(day(v.held_on), "", tuple(printable_lines(v.note)))
            for v in report.consultations
        ),
        notes=tuple(
            DatedText(day(n.day), printable(n.place), tuple(printable_lines(n.text)))
            for n in report.notes
        ),
        questions=tuple(map(printable, extras.questions)),
        method=_method(report.window_days),
        advice=standing.text,
    )


def _effects_of(report: Report, region: RegionSummary) -> list[Effect]:
    return [e for e in report.effects if (e.region, e.side) == (region.region, region.side)]


def _latest(effects: Sequence[Effect]) -> list[Effect]:
    latest = {effect.course.treatment: effect for effect in effects}
    return [effect for effect in effects if latest[effect.course.treatment] is effect]


def _name(region: RegionSummary) -> str:
    return sentence_start(printable(region.place))


def _facts(region: RegionSummary) -> Iterator[str]:
    yield (
        f"{count(region.entries, 'entry', 'entries')} on "
        f"{count(region.rated_days, 'rated day')}. Mean {points(region.mean)}, "
        f"worst {region.worst}."
    )
    yield lately("Last 7 days", region.last_7, "the 7 before", region.previous_7)
    yield lately("Last 28 days", region.last_28, "the 28 before", region.previous_28)


def _body_note(report: Report) -> str:
    text = (
        "On the figure, darker is a higher mean over the whole period. Left and right are the "
        "person’s own: seen from the front, their left is on the right side of the picture."
    )
    missing = [_name(region) for region in report.regions if region.region not in SPOTS]
    return f"{text} Not on the figure: {listed(missing)}." if missing else text


def _legend(report: Report) -> str:
    length = days_a_dot(report)
    dot = "a day’s mean" if length == 1 else f"the mean of {length} days"
    return (
        f"A dot is {dot}, a grey band is {max(length, LONG_GAP_DAYS)} days or more without a "
        "rating. Bars are treatments in course. A triangle at the top is a visit to a clinician. "
        "Dashed lines are the means before and in course of the latest treatment that can be "
        "compared."
    )


def _at_a_glance(region: RegionSummary, effects: Sequence[Effect]) -> str:
    name = _name(region)
    if region.last_28.mean is None:
        return f"{name}: not rated in the last 28 days; mean {points(region.mean)} before that."
    text = f"{name}: mean {points(region.last_28.mean)} over the last 28 days"
    if region.previous_28.mean is not None:
        moved = change(region.last_28.mean - region.previous_28.mean)
        text += f", {moved} than the 28 before"
    compared = [e for e in effects if e.comparison.interval is not None]
    if not compared:
        return f"{text}."
    latest = compared[-1]
    interval = latest.comparison.interval
    if interval is None:
        raise ValueError(latest)
    held = "" if latest.course.ended_on is None else "which ended, "
    return (
        f"{text}. In course of {printable(latest.course.treatment)}, {held}against before it: "
        f"{change(interval.change)}, likely between {range_words(interval.low, interval.high)}."
    )


def _peg_at_a_glance(report: Report) -> str:
    if report.peg is None:
        return ""
    latest, since = report.peg.latest, report.peg.since_first
    moved = f", {change(since.points)} than the first in this period" if since else ""
    return f"PEG: {points(latest.score)} of 10 on {day(latest.answered_on)}{moved}."


def _row(report: Report, effect: Effect, points_shown: int) -> EffectRow:
    course, comparison = effect.course, effect.comparison
    until = report.period.until
    end = "in use" if course.ended_on is None else f"to {short_day(course.ended_on, until)}"
    cautions = [printable(reason(caution)) for caution in effect.cautions]
    if earlier := _times(report, effect) - 1:
        cautions.append(f"{count(earlier, 'earlier course')} of it in this period.")
    interval = comparison.interval
    return EffectRow(
        place=sentence_start(printable(label(effect.region, effect.side))),
        treatment=sentence_start(printable(course.treatment)),
        span=f"from {short_day(course.started_on, until)}, {end}"
        + (" (from entries)" if course.inferred else ""),
        before=f"{points(comparison.before.mean)} ({comparison.before.rated_days})",
        after=f"{points(comparison.after.mean)} ({comparison.after.rated_days})",
        change=(
            f"{signed(interval.change)} ({signed(interval.low)} to {signed(interval.high)})"
            if interval
            else "–"
        ),
        verdict=verdict_words(comparison),
        cautions=tuple(cautions),
        forest=forest_row(comparison, points_shown),
    )


def _times(report: Report, effect: Effect) -> int:
    """How many courses of the same treatment the place has in the report."""
    key = (effect.region, effect.side, effect.course.treatment)
    return sum((e.region, e.side, e.course.treatment) == key for e in report.effects)


def _sessions(report: Report) -> Grid | None:
    if not report.sessions:
        return None
    header = ("Region and treatment", "Sessions", "Before", "After", "Change", "Next day")
    rows = [
        (
            f"{sentence_start(printable(label(s.region, s.side)))}: {printable(s.treatment)}",
            str(s.sessions),
            points(s.mean_before),
            points(s.mean_after),
            signed(s.mean_change),
            "not rated"
            if s.next_day_change is None
            else f"{signed(s.next_day_change)} ({s.next_days})",
        )
        for s in report.sessions
    ]
    return Grid(header, tuple(rows))


def _months(report: Report) -> Grid | None:
    if not report.months:
        return None
    shown = report.regions[:REGIONS_IN_MONTHS]
    firsts = sorted({month.first for month in report.months})[-MONTHS_SHOWN:]
    by_cell = {(m.first, m.region, m.side): m for m in report.months}
    rows = []
    for first in firsts:
        cells = [by_cell.get((first, region.region, region.side)) for region in shown]
        medicines = [
            f"{printable(name)} {days}"
            + (f" ({printable(label(m.region, m.side))})" if len(report.regions) > 1 else "")
            for m in report.months
            if m.first == first
            for name, days in m.medicines.items()
        ]
        rows.append(
            (
                f"{first:%b %Y}",
                *(f"{m.rated_days} / {m.pain_days} / {m.bad_days}" if m else "–" for m in cells),
                ", ".join(medicines) or "–",
            )
        )
    header = ("Month", *(_name(region) for region in shown), "Days with medicine")
    return Grid(header, tuple(rows))


def _months_note(report: Report) -> str:
    text = (
        "Each cell: rated days / pain days (a rating of 1 or more) / bad days (one of 7 or more)."
    )
    left_out = len(report.regions) - REGIONS_IN_MONTHS
    return f"{text} {count(left_out, 'region')} more left out here." if left_out > 0 else text


def _tags(report: Report) -> Iterator[DatedText]:
    tags = report.tags
    for name, counted in (
        ("What it is like", tags.qualities),
        ("Triggers", tags.triggers),
        ("Conditions", tags.conditions),
    ):
        if counted:
            words = [f"{printable(value)} {number}" for value, number in counted[:TAGS_SHOWN]]
            more = len(counted) - TAGS_SHOWN
            rest = f", and {more} more" if more > 0 else ""
            yield DatedText("", name, (", ".join(words) + rest + ".",))


def _peg(report: Report) -> Iterator[str]:
    for block in peg_blocks(report.peg):
        if isinstance(block, Table):
            return
        if isinstance(block, Paragraph):
            yield block.text


def _method(window_days: int) -> tuple[str, ...]:
    days = (
        f"Before: rated days of the phase just before a start, at most {window_days} days back; in "
        f"course: those of the last {window_days} days of the course."
    )
    return (
        "A day counts once for a region and side: the mean of its ratings (0–10, NRS-11).",
        days,
        "Interval: 95 %, and it allows for carry-over from day to day (Tang & Landes 2020).",
        "Meaningful drop (MCID): 2 points or 30 %, the less of them, at least 1 (Farrar 2001).",
        "One person, no control, nothing blinded: this says what the ratings did, not why.",
    )
