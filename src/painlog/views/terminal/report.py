"""The report in full: what needs attention first, then every figure of each region."""

from collections.abc import Iterator, Sequence
from datetime import date

from painlog.advice.red_flags import Told
from painlog.advice.standing import LIMITS, Advice
from painlog.advice.warning_signs.answered import NOT_ASKED, SignsAnswered
from painlog.analysis.effects import Effect, latest_of_each
from painlog.analysis.medicines import ANY
from painlog.analysis.months import Month
from painlog.analysis.region_summary import RegionSummary
from painlog.analysis.report import Report
from painlog.analysis.tags import Counted
from painlog.files.command_line import quoted
from painlog.model.names import sentence_start
from painlog.model.region import label
from painlog.model.selection import Selection
from painlog.views.answers import answer_on_other_uses, answer_on_whole_body
from painlog.views.by_month import (
    headache_lines,
    medicine_columns,
    medicine_days_counted,
    month_in_words,
    of_month,
)
from painlog.views.overviews import (
    ABOUT_RELIEF,
    ASSUMED_DAYS,
    COURSE_ROWS,
    LOGGED_DAYS,
    MONTHS_SHOWN,
    attacks_with_end,
    attacks_words,
    diary_hint,
    lately,
    rated,
    trend_words,
)
from painlog.views.relief import relief_words
from painlog.views.statements import days_compared
from painlog.views.terminal.comparison import effect_blocks
from painlog.views.terminal.goes_with import goes_with_blocks
from painlog.views.terminal.heads import (
    answered_signs,
    attention,
    missing,
    narrowed,
    sides_apart,
    title,
)
from painlog.views.terminal.page import Block, Heading, Item, Paragraph, Spark, Table
from painlog.views.terminal.peg import peg_blocks
from painlog.views.wording import count, day, listed, points, printable, titled

TAGS_SHOWN = 12


def report_blocks(
    report: Report,
    told: Sequence[Told],
    advice: Sequence[Advice],
    *,
    whole: bool = False,
    signs: SignsAnswered = NOT_ASKED,
    earlier: Sequence[Told] = (),
) -> Iterator[Block]:
    """Yield the report: what needs attention first, the standing advice last.

    Args:
        report: The figures.
        told: Warning signs in recent entries.
        advice: The most pressing first, the standing advice last.
        whole: Show every course of a treatment, not only the latest.
        signs: The answers to the check of warning signs.
        earlier: Warning signs that only the page for a clinician names.
    """
    yield from title(report)
    *adapted, standing = advice
    yield from attention(told, adapted, earlier)
    yield from answered_signs(signs, all_of_them=True)
    yield from missing(report)
    report = narrowed(report)
    yield from sides_apart(report)
    yield from _whole_body(report)
    limits: tuple[Block, ...] = (Paragraph(f"{days_compared(report.window_days)} {LIMITS}"),)
    about_uses: tuple[Block, ...] = (Paragraph(ABOUT_RELIEF),)
    for region in report.regions:
        yield from _region(report, region)
        if effects := tuple(_effects(report, region, whole=whole)):
            yield from (*limits, *effects)
            limits = ()
        if uses := tuple(_uses(report, region)):
            yield from (uses[0], *about_uses, *uses[1:])
            about_uses = ()
        if trials := report.trials_of(region):
            from painlog.views.terminal.trial import trial_blocks

            yield from trial_blocks(trials)
    if besides := answer_on_other_uses(report):
        yield Heading("Other uses")
        yield Paragraph(besides.text)
    yield from _months(report.months, report.asked)
    yield from _medicine(report)
    yield from _beside_the_pain(report)
    yield from goes_with_blocks(report.goes_with)
    yield from peg_blocks(report.peg)
    yield from _consultations(report)
    if report.effects:
        yield Heading("Words")
        yield Paragraph("To look up any word of this report: painlog explain NAP")
    yield Heading("Advice")
    yield Paragraph(standing.text)


def _whole_body(report: Report) -> Iterator[Block]:
    found = answer_on_whole_body(report) if len(report.regions) > 1 else None
    if found:
        yield Heading("Whole body")
        yield Paragraph(sentence_start(found.did))


def _region(report: Report, region: RegionSummary) -> Iterator[Block]:
    yield Heading(titled(region.place))
    yield Paragraph(rated(region))
    if assumed := sum(d.assumed for d in region.days):
        yield Paragraph(f"{ASSUMED_DAYS} Here that is {count(assumed, 'day')}.")
    if attacks := attacks_words(attacks_with_end(report, region), region.all_attacks):
        yield Paragraph(attacks)
    if hint := diary_hint(report, region):
        yield Paragraph(hint)
    if not region.episodic_lately and (text := trend_words(region.trend)):
        yield Spark(text, region.trend.means)
    asked = report.asked
    yield from map(Paragraph, lately(region, asked.since, alone=asked.is_of_entries))


def _effects(report: Report, region: RegionSummary, *, whole: bool) -> Iterator[Block]:
    effects = report.effects_of(region)
    for effect, earlier in [(e, 0) for e in effects] if whole else latest_of_each(effects):
        yield Heading(_course(effect), 3)
        yield from effect_blocks(effect)
        if earlier:
            name = printable(effect.course.treatment)
            yield Paragraph(
                f"{count(earlier, 'earlier course')}: painlog report --treatment {quoted(name)}"
            )


def _course(effect: Effect) -> str:
    """Name a course with its days: "Stretching, from Sat 22 Aug 2026, in use"."""
    course = effect.course
    text = f"{titled(course.what)}, from {day(course.started_on)}"
    if course.inferred:
        text += " (first use)"
    if course.ended_on is None:
        return f"{text}, in use"
    return (
        f"{text} to {day(course.ended_on)}{' (7 days after the last)' if course.inferred else ''}"
    )


def _uses(report: Report, region: RegionSummary) -> Iterator[Block]:
    found = report.relief_of(region)
    if found:
        yield Heading(f"{titled(region.place)}, around a use", 3)
    yield from (Item(relief_words(relief)) for relief in found)


def _months(months: Sequence[Month], asked: Selection) -> Iterator[Block]:
    if not months:
        return
    every = sorted({m.first for m in months})
    firsts = every[-MONTHS_SHOWN:]
    shown = sorted((m for m in months if m.first >= firsts[0]), key=_by_month)
    yield Heading("Months")
    yield Paragraph(
        "A pain day has a rating of 1 or more, a bad day one of 7 or more; ratings before a "
        "treatment count, too."
    )
    if len(every) > len(firsts):
        yield Paragraph(_left_out(firsts))
    yield Table(
        ("Month", "Region", "Rated days", "Pain days", "Bad days"),
        [
            (
                month_in_words(m.first, asked),
                printable(label(m.region, m.side)),
                str(m.rated_days),
                str(m.pain_days),
                str(m.bad_days),
            )
            for m in shown
        ],
        numbers=frozenset({2, 3, 4}),
    )


def _left_out(firsts: Sequence[date]) -> str:
    """Say which months are shown, where earlier ones are left out."""
    return f"Shown: {firsts[0]:%b %Y} to {firsts[-1]:%b %Y}; earlier months are left out."


def _medicine(report: Report) -> Iterator[Block]:
    """Yield the days with a logged use: a row for each medicine and class."""
    months = report.medicine_months
    if not months:
        return
    firsts, cut = medicine_columns(report, MONTHS_SHOWN)
    days = {(m.of, m.first): m.days for m in months}
    in_course = {(m.of, m.first): m.course_days for m in months if m.first in firsts}
    shown = {m.of for m in months if m.first in firsts and (m.line or m.of != ANY)}
    lines = headache_lines(report, firsts)
    yield Heading("Days with medicine logged")
    of_line = (
        " The line is where overuse begins for headache, in days a month over three months "
        "(ICHD-3, 8.2)."
    )
    yield Paragraph(f"{LOGGED_DAYS}{of_line if lines else ''}")
    if counted := medicine_days_counted(firsts, report.asked):
        yield Paragraph(counted)
    if any(in_course.values()):
        yield Paragraph(COURSE_ROWS)
    if cut:
        yield Paragraph(_left_out(firsts))
    rows: list[tuple[str, ...]] = []
    for of in sorted(shown, key=lambda of: (of != ANY, of)):
        name = "any painkiller" if of == ANY else printable(of)
        rows.append(
            (name, *(str(days.get((of, month), 0)) for month in firsts), str(lines.get(of, "")))
        )
        if any(in_course.get((of, month)) for month in firsts):
            until = report.period.until
            counts = (of_month(in_course.get((of, month), 0), month, until) for month in firsts)
            rows.append((f"{name}, in course", *counts, ""))
    yield Table(
        ("Medicine", *(f"{first:%b}" for first in firsts), *(("Line",) if lines else ())),
        rows if lines else [row[:-1] for row in rows],
        numbers=frozenset(range(1, len(firsts) + 2)),
    )


def _beside_the_pain(report: Report) -> Iterator[Block]:
    """Yield the interference, and the qualities, triggers and conditions of entries."""
    tags = report.tags
    lists = (
        ("Qualities", tags.qualities),
        ("Triggers", tags.triggers),
        ("Conditions", tags.conditions),
    )
    items = [text for name, counted in lists if (text := _counted(name, counted))]
    if report.interference is not None:
        values = [worst for _, worst in report.interference.days]
        items.insert(
            0,
            f"Interference with the day: mean {points(sum(values) / len(values))} of 10, highest "
            f"{max(values)}, answered on {count(len(values), 'day')}.",
        )
    if items:
        yield Heading("Alongside the pain")
        yield from map(Item, items)


def _counted(name: str, counted: Counted) -> str:
    said = listed(f"{printable(value)} {times}" for value, times in counted[:TAGS_SHOWN])
    return f"{name}, by days: {said}." if said else ""


def _by_month(month: Month) -> tuple[date, str, str]:
    return month.first, month.region, month.side or ""


def _consultations(report: Report) -> Iterator[Block]:
    if report.consultations:
        yield Heading("Visits to a clinician")
    yield from (Item(day(visit.held_on)) for visit in report.consultations)
