"""The report in plain words, as a page of blocks."""

from collections.abc import Iterable, Iterator, Sequence

from painlog.advice.red_flags import RedFlag
from painlog.advice.standing import Advice
from painlog.analysis.days import Window
from painlog.analysis.effects import Effect
from painlog.analysis.report import RegionSummary, Report
from painlog.analysis.sessions import SessionSummary
from painlog.views.page import Block, Heading, Item, Paragraph
from painlog.views.wording import change, count, day, points, printable


def report_blocks(
    report: Report, flags: Sequence[RedFlag], advice: Sequence[Advice]
) -> Iterator[Block]:
    """The whole report: what needs attention first, the standing advice last."""
    since, until = report.period.since, report.period.until
    yield Heading(f"Pain report, {day(since)} to {day(until)}", 1)
    yield Paragraph("Ratings are 0 (no pain) to 10 (worst pain imaginable).")
    *adapted, standing = advice
    yield from _attention(flags, adapted)
    if not report.regions:
        yield Paragraph("There are no ratings in this period. Add one: painlog add heel 6")
    for region in report.regions:
        yield from _region(region)
        yield from _effects(report, region)
        yield from _sessions(report, region)
    yield from _consultations(report)
    yield Heading("Advice")
    yield Paragraph(standing.text)


def _attention(flags: Sequence[RedFlag], advice: Iterable[Advice]) -> Iterator[Block]:
    said = [
        *(f"{flag.action} You wrote of a warning sign: {flag.sign}." for flag in flags),
        *(a.text for a in advice),
    ]
    if said:
        yield Heading("First of all")
        yield from map(Item, said)


def _region(region: RegionSummary) -> Iterator[Block]:
    place = printable(region.place)
    yield Heading(place[:1].upper() + place[1:])
    yield Paragraph(
        f"{count(region.entries, 'entry', 'entries')} on {count(region.rated_days, 'rated day')}. "
        f"Mean {points(region.mean)}, worst {region.worst}."
    )
    yield Paragraph(
        f"Last 7 days: {_mean(region.last_7)}. The 7 before: {_mean(region.previous_7)}."
    )


def _mean(window: Window) -> str:
    if window.mean is None:
        return "not rated"
    return f"mean {points(window.mean)} on {count(window.rated_days, 'rated day')}"


def _effects(report: Report, region: RegionSummary) -> Iterator[Block]:
    effects = [e for e in report.effects if (e.region, e.side) == (region.region, region.side)]
    if effects:
        yield Paragraph("Before and in course:")
    for effect in effects:
        yield Item(_effect(effect))


def _effect(effect: Effect) -> str:
    course = effect.course
    began = "first named" if course.inferred else "started"
    end = f", ended {day(course.ended_on)}" if course.ended_on and not course.inferred else ""
    return (
        f"{printable(course.treatment)}, {began} {day(course.started_on)}{end}. "
        f"Before: {_mean(effect.before)}. In course: {_mean(effect.after)}."
    )


def _sessions(report: Report, region: RegionSummary) -> Iterator[Block]:
    sessions = [s for s in report.sessions if (s.region, s.side) == (region.region, region.side)]
    if sessions:
        yield Paragraph("Right after a session:")
    for session in sessions:
        yield Item(_session(session))


def _session(session: SessionSummary) -> str:
    text = (
        f"{printable(session.treatment)}, {count(session.sessions, 'session')}: "
        f"{points(session.mean_before)} before, {points(session.mean_after)} after, "
        f"{change(session.mean_change)} on average."
    )
    if session.next_day_change is None:
        return f"{text} The next day was not rated."
    return (
        f"{text} The next day: {change(session.next_day_change)} than before "
        f"({count(session.next_days, 'day')} rated)."
    )


def _consultations(report: Report) -> Iterator[Block]:
    if report.consultations:
        yield Heading("Visits to a clinician")
    for visit in report.consultations:
        note = f": {printable(visit.note)}" if visit.note else ""
        yield Item(f"{day(visit.held_on)}{note}")
