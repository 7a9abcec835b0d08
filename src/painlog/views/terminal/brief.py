"""The report on one screen: the answers first, then each region in a line."""

from collections.abc import Iterator, Sequence
from datetime import date

from painlog.advice.red_flags import Told
from painlog.advice.standing import LIMITS, Advice
from painlog.advice.warning_signs.answered import NOT_ASKED, SignsAnswered
from painlog.analysis.comparison import PAIN
from painlog.analysis.days import Window
from painlog.analysis.effects import latest_of_each
from painlog.analysis.interval import FEWEST_DAYS
from painlog.analysis.region_summary import RegionSummary
from painlog.analysis.report import Report
from painlog.analysis.tags import Counted
from painlog.views.answers import (
    CHANGED,
    Answer,
    answer_on,
    answer_on_whole_body,
    answers_on_courses,
    answers_on_uses,
)
from painlog.views.by_month import answer_on_medicine, months_together
from painlog.views.goes_with import in_one_line
from painlog.views.overviews import (
    assumed_in,
    diary_hint,
    not_comparable,
    trend_words,
    unsaid_words,
)
from painlog.views.statements import days_in_short, few
from painlog.views.terminal.heads import (
    answered_signs,
    attention,
    missing,
    narrowed,
    sides_apart,
    title,
)
from painlog.views.terminal.page import (
    LINE_ALONE,
    UNDRAWN,
    Beside,
    Block,
    Gauges,
    Heading,
    Item,
    MonthBars,
    Paragraph,
    RegionRow,
    RegionRows,
)
from painlog.views.wording import (
    change_against,
    count,
    listed,
    points,
    printable,
    short_day,
    span,
    titled,
)

# With this many regions or more, the whole body comes first, then only those that changed.
MANY_REGIONS = 6
MONTHS_DRAWN = 3
TAGS_TOLD = 2
DAYS = 28


def brief_blocks(
    report: Report,
    told: Sequence[Told],
    advice: Sequence[Advice],
    *,
    whole: bool = False,
    signs: SignsAnswered = NOT_ASKED,
    earlier: Sequence[Told] = (),
) -> Iterator[Block]:
    """Yield the report on one screen: what needs attention, the answers, then the regions.

    Args:
        report: The figures.
        told: Warning signs in recent entries.
        advice: The most pressing first, the standing advice last.
        whole: Show every course of a treatment, not only the latest.
        signs: The answers to the check of warning signs.
        earlier: Warning signs that only the page for a clinician names.
    """
    yield from title(report, in_one_line=True)
    *adapted, standing = advice
    yield from attention(told, adapted, earlier)
    yield from answered_signs(signs)
    yield from missing(report)
    report = narrowed(report)
    many = len(report.regions) >= MANY_REGIONS
    answers = list(_answers(report, many=many, whole=whole))
    regions = [
        *([_regions(report)] if report.regions else []),
        *_assumed(report),
        *sides_apart(report),
        *_changed(report, many=many),
    ]
    beside = [*_months(report), *_beside_the_pain(report)]
    hints = (diary_hint(report, region) for region in report.regions)
    yield from map(Paragraph, dict.fromkeys(filter(None, hints)))
    if answers:
        compared = any(answer.reach for answer in answers)
        days = f": {days_in_short(report.window_days)}" if compared else ""
        yield Gauges(f"In short{days}", answers)
    if any(answer.reach or answer.against for answer in answers):
        yield Paragraph(LIMITS)
    if regions or beside:
        yield Beside(regions, beside)
    if companions := in_one_line(report.goes_with):
        yield Paragraph(companions)
    yield Heading("Advice", LINE_ALONE)
    yield Paragraph(standing.text)
    if report.regions:
        yield Paragraph(
            "Every figure: painlog report --full. What a word means: painlog explain MCID"
        )


def _answers(report: Report, *, many: bool, whole: bool) -> Iterator[Answer]:
    whole_body = answer_on_whole_body(report) if many else None
    if whole_body:
        yield whole_body
    if report.trials:
        from painlog.views.trial_answers import answers_on_trials

        yield from answers_on_trials(report)
    yield from answers_on_courses(report, whole=whole)
    yield from answers_on_uses(report)
    medicine = answer_on_medicine(report)
    if medicine:
        yield medicine


def _changed(report: Report, *, many: bool) -> Iterator[Block]:
    """Yield an answer for each place that changed, where one line above covers many places."""
    if not many:
        return
    found = [
        answer_on(effect, report.period.until)
        for effect, _ in latest_of_each(report.effects)
        if effect.course.region is None and effect.verdict in CHANGED
    ]
    if found:
        yield Gauges("Regions that changed", found)


def _regions(report: Report) -> RegionRows:
    since, alone = report.asked.since, report.asked.is_of_entries
    return RegionRows(
        "Regions",
        [region_row(region, since, alone=alone) for region in report.regions],
        _every(report),
    )


def _every(report: Report) -> str:
    lengths = {7: "week", 28: "4 weeks", 91: "quarter", 364: "year"}
    return lengths[report.regions[0].trend.length]


def region_row(
    region: RegionSummary, since: date | None = None, *, alone: bool = False
) -> RegionRow:
    """Return one region at present: by its days with pain where the pain comes and goes.

    Args:
        region: The figures.
        since: The first day that was asked for; the words say where the last days begin earlier.
        alone: Compare no means, as those of chosen entries do not.
    """
    now, then = region.last_28, region.previous_28
    comparable = not alone and not not_comparable(now, then)
    moved = apart = None
    if comparable and now.mean is not None and then.mean is not None:
        moved = now.mean - then.mean
    episodic = region.episodic_lately
    if comparable and episodic:
        apart = now.pain_days - then.pain_days
    return RegionRow(
        titled(region.place),
        region.trend.means,
        region.last_7.mean,
        now.mean,
        moved,
        now.pain_days,
        now.rated_days,
        then.rated_days,
        apart,
        f"{titled(region.place)}: {_at_present(region, since, alone=alone)}"
        f" {'' if episodic else trend_words(region.trend)}".rstrip(),
    )


def _at_present(region: RegionSummary, since: date | None, *, alone: bool) -> str:
    now, then = region.last_28, region.previous_28
    last = f"the last {DAYS} days"
    if since is not None and now.since < since:
        last += f" ({span(now.since, now.until, now.until)})"
    if now.mean is None:
        return f"not rated in {last}; mean {points(region.mean)} before that."
    if region.episodic_lately:
        text = f"pain on {now.pain_days} of {count(now.rated_days, 'rated day')}"
        text += f" in {last}"
        if then.days and not alone:
            text += _pain_days_before(now, then)
        worst = [d.worst for d in now.days if d.worst >= PAIN]
        return f"{text}; worst {max(worst)}." if worst else f"{text}."
    text = f"mean {points(now.mean)} in {last}"
    if then.mean is not None and not alone:
        text += _mean_before(now, then)
    text += f"; pain on {now.pain_days} of {count(now.rated_days, 'rated day')}"
    if region.last_7.rated_days >= FEWEST_DAYS:
        text += f"; last 7 days {points(region.last_7.mean)}"
    return f"{text}."


def _pain_days_before(now: Window, then: Window) -> str:
    if why := not_comparable(now, then, f"the {DAYS} before"):
        return f"; {why}"
    days = then.rated_days
    return f", on {then.pain_days} of {days} in the {DAYS} before{_few(now, then)}"


def _mean_before(now: Window, then: Window) -> str:
    why = not_comparable(now, then, f"the {DAYS} before")
    if why or now.mean is None or then.mean is None:
        return f"; {why}"
    return f", {change_against(now.mean - then.mean, f'in the {DAYS} before')}{_few(now, then)}"


def _few(now: Window, then: Window) -> str:
    return few(now.rated_days, then.rated_days)


def _assumed(report: Report) -> Iterator[Block]:
    """Say which regions count days without an entry as days without pain."""
    diaries = [r.place for r in report.regions if any(d.assumed for d in r.days)]
    if diaries:
        yield Paragraph(assumed_in(diaries))
    for region in report.regions:
        if unsaid := unsaid_words(region.place, region.unsaid_days):
            yield Paragraph(unsaid)


def _months(report: Report) -> Iterator[Block]:
    months = months_together(report)[-MONTHS_DRAWN:]
    # Days with medicine alone stand among the answers already.
    if months and report.regions:
        title = "Months" if len(report.regions) == 1 else "Months, all places together"
        yield MonthBars(title, months, anywhere=not report.asked.places)


def _beside_the_pain(report: Report) -> Iterator[Block]:
    """Yield what entries say beside their intensity: interference, qualities, triggers, PEG."""
    items = [
        " ".join(filter(None, (_interference(report), _peg(report), _visit(report)))),
        " ".join(
            filter(
                None,
                (
                    _most_often("Qualities", report.tags.qualities),
                    _most_often("Triggers", report.tags.triggers),
                ),
            )
        ),
    ]
    said = [item for item in items if item]
    if said:
        yield Heading("Alongside the pain", UNDRAWN)
        yield from map(Item, said)


def _interference(report: Report) -> str:
    found = report.interference
    if found is None:
        return ""
    now = found.mean(report.period.until, DAYS)
    if now is None:
        return f"Interference: not answered in the last {DAYS} days."
    answered = found.answered_days(report.period.until, DAYS)
    return f"Interference {points(now)} on {answered} of {DAYS} days."


def _most_often(what: str, counted: Counted) -> str:
    said = listed(f"{printable(name)} {times}" for name, times in counted[:TAGS_TOLD])
    return f"{what}, by days: {said}." if said else ""


def _peg(report: Report) -> str:
    if report.peg is None:
        return ""
    latest, since = report.peg.latest, report.peg.since_first
    text = f"PEG {points(latest.score)}"
    return f"{text}, {change_against(since.points, 'the first')}." if since else f"{text}."


def _visit(report: Report) -> str:
    if not report.consultations:
        return ""
    last = max(visit.held_on for visit in report.consultations)
    return f"Last visit {short_day(last, report.period.until)}."
