"""The report in plain words, as a page of blocks."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from painlog.advice.red_flags import Told
from painlog.advice.standing import LIMITS, Advice
from painlog.analysis.days import Buckets, Window
from painlog.analysis.effects import Effect, latest_of_each
from painlog.analysis.months import Month
from painlog.analysis.report import RegionSummary, Report
from painlog.analysis.sessions import SessionSummary
from painlog.model.entry import Selection
from painlog.model.names import sentence_start
from painlog.model.region import label
from painlog.views.terminal.comparison import comparison_blocks
from painlog.views.terminal.page import Block, Heading, Item, Paragraph, Spark, Table
from painlog.views.terminal.peg import peg_blocks
from painlog.views.terminal.trend import trend_words
from painlog.views.wording import SCALE, change, change_against, count, day, points, printable

ABOUT_SESSIONS = "Sessions are held when pain is high, which then tends to come down by itself."
MONTHS_SHOWN = 12
FEWEST_NEXT_DAYS = 3


def report_blocks(
    report: Report, told: Sequence[Told], advice: Sequence[Advice], *, whole: bool = False
) -> Iterator[Block]:
    """The report: what needs attention first, the standing advice last.

    Args:
        report: The figures.
        told: Warning signs that recent entries tell of.
        advice: Most pressing first, the standing advice last.
        whole: Show every course of a treatment, not only its latest.
    """
    since, until = report.period.since, report.period.until
    yield Heading(f"Pain report, {day(since)} to {day(until)}", 1)
    if only := only_words(report.asked):
        yield Paragraph(only)
    yield Paragraph(SCALE)
    *adapted, standing = advice
    yield from _attention(told, adapted)
    yield from _missing(report)
    limits: tuple[Block, ...] = (Paragraph(LIMITS),)
    for region in report.regions:
        yield from _region(region)
        if effects := tuple(_effects(report, region, whole=whole)):
            yield from (*limits, *effects)
            limits = ()
        yield from _sessions(report, region)
    yield from _months(report.months)
    yield from peg_blocks(report.peg)
    yield from _consultations(report)
    if report.effects:
        yield Heading("Words")
        yield Paragraph("Any word of this report is explained, as in: painlog explain NAP")
    yield Heading("Advice")
    yield Paragraph(standing.text)


def only_words(asked: Selection) -> str:
    """What a report was narrowed to: "Only: left heel; treatment stretching". Empty for nothing."""
    parts = [_place_asked(asked)]
    if asked.treatment:
        parts.append(f"treatment {printable(asked.treatment)}")
    said = "; ".join(part for part in parts if part)
    return f"Only: {said}" if said else ""


def nothing_rated(report: Report) -> str:
    """That there are no ratings: in the period, or of the place that was asked for."""
    last, place = report.last_before, _place_asked(report.asked)
    earlier = f" The last one before it is of {day(last)}." if last else ""
    if place:
        return (
            f"There are no ratings of {place} in this period.{earlier} All places: painlog report"
        )
    return f"There are no ratings in this period.{earlier} Add one: painlog add heel 6"


def _place_asked(asked: Selection) -> str:
    if asked.region:
        place = printable(label(asked.region, asked.side))
    elif asked.side:
        place = "both sides" if asked.side == "both" else f"the {asked.side} side"
    else:
        place = ""
    return f"{place or 'places'} without a side" if asked.without_side else place


def _missing(report: Report) -> Iterator[Block]:
    treatment = report.asked.treatment
    if not report.regions:
        yield Paragraph(nothing_rated(report))
    elif treatment and not report.effects and not report.sessions:
        yield Paragraph(f"Nothing here has {printable(treatment)}: no course of it, no session.")


def _attention(told: Iterable[Told], advice: Iterable[Advice]) -> Iterator[Block]:
    said = [
        *(
            f"{one.flag.action} You wrote of a warning sign on {day(one.day)} "
            f"({printable(one.place)}): {one.flag.sign}."
            for one in told
        ),
        *(printable(a.text) for a in advice),
    ]
    if said:
        yield Heading("First of all")
        yield from map(Item, said)


def _region(region: RegionSummary) -> Iterator[Block]:
    yield Heading(sentence_start(printable(region.place)))
    yield Paragraph(rated(region))
    yield from _trend(region.trend)
    yield from map(Paragraph, lately(region))


def rated(region: RegionSummary) -> str:
    """How much of the period was rated, the mean and the worst."""
    return (
        f"{count(region.entries, 'entry', 'entries')} on {count(region.rated_days, 'rated day')}. "
        f"Mean {points(region.mean)}, worst {region.worst}."
    )


def lately(region: RegionSummary) -> Iterator[str]:
    """The last 7 and 28 days, each against those before it."""
    yield _span("Last 7 days", region.last_7, "the 7 before", region.previous_7)
    yield _span("Last 28 days", region.last_28, "the 28 before", region.previous_28)


def _trend(trend: Buckets) -> Iterator[Block]:
    if text := trend_words(trend):
        yield Spark(text, trend.means)


def _span(name: str, now: Window, then_name: str, then: Window) -> str:
    if now.mean is None:
        return f"{name}: not rated."
    text = f"{name}: mean {points(now.mean)} ({count(now.rated_days, 'rated day')})"
    if then.mean is None:
        return f"{text}; {then_name}: not rated."
    return (
        f"{text}, {change_against(now.mean - then.mean, then_name)} "
        f"({points(then.mean)}, {count(then.rated_days, 'rated day')})."
    )


def _effects(report: Report, region: RegionSummary, *, whole: bool) -> Iterator[Block]:
    effects = report.effects_of(region)
    for effect, earlier in [(e, 0) for e in effects] if whole else latest_of_each(effects):
        yield Heading(_course(effect), 3)
        yield from comparison_blocks(effect.comparison, effect.cautions)
        if earlier:
            name = printable(effect.course.treatment)
            yield Paragraph(
                f'{count(earlier, "earlier course")} of it: painlog report --treatment "{name}"'
            )


def _course(effect: Effect) -> str:
    """Left heel, stretching: from Sat 22 Aug 2026, still in use."""
    course = effect.course
    text = f"{sentence_start(printable(course.treatment))}, from {day(course.started_on)}"
    if course.inferred:
        text += " (when an entry first named it)"
    if course.ended_on is None:
        return f"{text}, in use"
    return f"{text} to {day(course.ended_on)}"


def _sessions(report: Report, region: RegionSummary) -> Iterator[Block]:
    sessions = report.sessions_of(region)
    if sessions:
        yield Heading(f"{sentence_start(printable(region.place))}, right after a session", 3)
        yield Paragraph(ABOUT_SESSIONS)
    yield from (Item(session_words(session)) for session in sessions)


def session_words(session: SessionSummary) -> str:
    """What the sessions of one treatment did right after, and what was left the next day."""
    text = (
        f"{printable(session.treatment)}, {count(session.sessions, 'session')}: "
        f"mean {points(session.mean_before)} before, {points(session.mean_after)} after "
        f"({change(session.mean_change)})."
    )
    if session.next_day_change is None:
        return f"{text} The next day was not rated."
    if session.next_days < FEWEST_NEXT_DAYS:
        return f"{text} The next day was rated after {session.next_days} of them, too few to say."
    against = change_against(session.next_day_change, "before the session")
    return f"{text} The next day: {against} ({count(session.next_days, 'next day')} rated)."


def _months(months: Sequence[Month]) -> Iterator[Block]:
    if not months:
        return
    firsts = sorted({m.first for m in months})[-MONTHS_SHOWN:]
    shown = sorted((m for m in months if m.first >= firsts[0]), key=_by_month)
    yield Heading("Months")
    yield Paragraph(
        "A pain day has a rating of 1 or more, a bad day one of 7 or more; ratings before a "
        "treatment count as well."
    )
    yield Table(
        ("Month", "Region", "Rated days", "Pain days", "Bad days", "Days with medicine"),
        [
            (
                f"{m.first:%b %Y}",
                printable(label(m.region, m.side)),
                str(m.rated_days),
                str(m.pain_days),
                str(m.bad_days),
                ", ".join(f"{printable(name)} {days}" for name, days in m.medicines.items()),
            )
            for m in shown
        ],
        numbers=frozenset({2, 3, 4}),
    )


def _by_month(month: Month) -> tuple[date, str, str]:
    return month.first, month.region, month.side or ""


def _consultations(report: Report) -> Iterator[Block]:
    if report.consultations:
        yield Heading("Visits to a clinician")
    for visit in report.consultations:
        note = f": {printable(visit.note)}" if visit.note else ""
        yield Item(f"{day(visit.held_on)}{note}")
