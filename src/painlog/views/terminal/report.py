"""The report as headings, sentences and tables: what needs attention first, then each region."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from painlog.advice.red_flags import Told
from painlog.advice.standing import LIMITS, Advice
from painlog.analysis.effects import Effect, latest_of_each
from painlog.analysis.months import Month
from painlog.analysis.report import RegionSummary, Report
from painlog.analysis.sessions import SessionSummary
from painlog.model.region import label
from painlog.views.statements import (
    ABOUT_SESSIONS,
    FEWEST_NEXT_DAYS,
    MONTHS_SHOWN,
    lately,
    only_words,
    places_asked,
    rated,
    trend_words,
)
from painlog.views.terminal.comparison import comparison_blocks
from painlog.views.terminal.page import Block, Heading, Item, Paragraph, Spark, Table
from painlog.views.terminal.peg import peg_blocks
from painlog.views.wording import (
    SCALE,
    change,
    change_against,
    count,
    day,
    listed,
    points,
    printable,
    titled,
)


def report_blocks(
    report: Report, told: Sequence[Told], advice: Sequence[Advice], *, whole: bool = False
) -> Iterator[Block]:
    """Yield the report: what needs attention first, the standing advice last.

    Args:
        report: The figures.
        told: Warning signs in recent entries.
        advice: The most pressing first, the standing advice last.
        whole: Show every course of a treatment, not only the latest.
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
        yield Paragraph("To look up any word of this report: painlog explain NAP")
    yield Heading("Advice")
    yield Paragraph(standing.text)


def nothing_rated(report: Report) -> str:
    """Say that there are no ratings in the period, or none of the place that was asked for."""
    last, place = report.last_before, places_asked(report.asked, "or")
    earlier = f" The last one before it was on {day(last)}." if last else ""
    if place:
        return (
            f"There are no ratings of {place} in this period.{earlier} All places: painlog report"
        )
    return f"There are no ratings in this period.{earlier} Add one: painlog add heel 6"


def _missing(report: Report) -> Iterator[Block]:
    treatments = report.asked.treatments
    if not report.regions:
        yield Paragraph(nothing_rated(report))
    elif treatments and not report.effects and not report.sessions:
        named = listed(map(printable, treatments), "or")
        yield Paragraph(f"No course and no session of {named} in this period.")


def _attention(told: Iterable[Told], advice: Iterable[Advice]) -> Iterator[Block]:
    said = [
        *(
            f"{one.flag.action} You noted a warning sign on {day(one.day)} "
            f"({printable(one.place)}): {one.flag.sign}."
            for one in told
        ),
        *(printable(a.text) for a in advice),
    ]
    if said:
        yield Heading("Read this first")
        yield from map(Item, said)


def _region(region: RegionSummary) -> Iterator[Block]:
    yield Heading(titled(region.place))
    yield Paragraph(rated(region))
    if text := trend_words(region.trend):
        yield Spark(text, region.trend.means)
    yield from map(Paragraph, lately(region))


def _effects(report: Report, region: RegionSummary, *, whole: bool) -> Iterator[Block]:
    effects = report.effects_of(region)
    for effect, earlier in [(e, 0) for e in effects] if whole else latest_of_each(effects):
        yield Heading(_course(effect), 3)
        yield from comparison_blocks(effect.comparison, effect.cautions)
        if earlier:
            name = printable(effect.course.treatment)
            yield Paragraph(
                f'{count(earlier, "earlier course")}: painlog report --treatment "{name}"'
            )


def _course(effect: Effect) -> str:
    """Stretching, from Sat 22 Aug 2026, in use."""
    course = effect.course
    text = f"{titled(course.treatment)}, from {day(course.started_on)}"
    if course.inferred:
        text += " (when an entry first named it)"
    if course.ended_on is None:
        return f"{text}, in use"
    return f"{text} to {day(course.ended_on)}"


def _sessions(report: Report, region: RegionSummary) -> Iterator[Block]:
    sessions = report.sessions_of(region)
    if sessions:
        yield Heading(f"{titled(region.place)}, right after a session", 3)
        yield Paragraph(ABOUT_SESSIONS)
    yield from (Item(session_words(session)) for session in sessions)


def session_words(session: SessionSummary) -> str:
    """Say how pain changed right after the sessions of one treatment, and by the next day."""
    text = (
        f"{printable(session.treatment)}, {count(session.sessions, 'session')}: "
        f"mean {points(session.mean_before)} before, {points(session.mean_after)} after "
        f"({change(session.mean_change)})."
    )
    if session.next_day_change is None:
        return f"{text} The next day was not rated."
    if session.next_days < FEWEST_NEXT_DAYS:
        rated_after = f"The next day was rated after only {session.next_days} of them"
        return f"{text} {rated_after}, too few to compare."
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
        "treatment count, too."
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
