"""The tables of the page: before and during each treatment, sessions, months."""

from collections.abc import Iterator, Sequence
from datetime import date

from painlog.advice.cautions import reason
from painlog.analysis.effects import Effect, latest_of_each
from painlog.analysis.report import Report
from painlog.analysis.sessions import SessionSummary
from painlog.model.region import label
from painlog.views.clinician.drawing import Picture
from painlog.views.clinician.forest import forest_row, forest_scale, reach
from painlog.views.clinician.parts import EffectRow, Grid
from painlog.views.statements import ABOUT_SESSIONS, FEWEST_NEXT_DAYS, MONTHS_SHOWN, verdict_words
from painlog.views.wording import count, points, printable, short_day, signed, titled

REGIONS_IN_MONTHS = 4
SESSIONS_NOTE = (
    "Mean intensity before and after, the change between them, and the next day’s mean against the "
    f"intensity before (with the number of next days that were rated). {ABOUT_SESSIONS}"
)


def effect_rows(
    report: Report, effects: Sequence[Effect]
) -> tuple[tuple[EffectRow, ...], Picture | None]:
    """Return a row for the latest course of each treatment, and the scale of their pictures.

    Args:
        report: The figures.
        effects: The effects to show, in the order of the regions.
    """
    shown = latest_of_each(effects)
    points_shown = reach([e.comparison for e, _ in shown])
    scale = forest_scale(points_shown) if any(e.comparison.interval for e, _ in shown) else None
    until = report.period.until
    return tuple(_row(e, earlier, until, points_shown) for e, earlier in shown), scale


def _row(effect: Effect, earlier: int, until: date, points_shown: int) -> EffectRow:
    course, comparison = effect.course, effect.comparison
    end = ", in use" if course.ended_on is None else f" to {short_day(course.ended_on, until)}"
    cautions = [printable(reason(caution)) for caution in effect.cautions]
    if earlier:
        cautions.append(f"{count(earlier, 'earlier course')} in this period.")
    interval = comparison.interval
    return EffectRow(
        place=titled(label(effect.region, effect.side)),
        treatment=titled(course.treatment),
        span=f"from {short_day(course.started_on, until)}{end}"
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


def session_grid(report: Report) -> Grid | None:
    """Return what ratings did right after sessions, a row for each region and treatment."""
    if not report.sessions:
        return None
    header = ("Region and treatment", "Sessions", "Before", "After", "Change", "Next day")
    rows = [
        (
            f"{titled(label(s.region, s.side))}: {printable(s.treatment)}",
            str(s.sessions),
            points(s.mean_before),
            points(s.mean_after),
            signed(s.mean_change),
            _next_day(s),
        )
        for s in report.sessions
    ]
    return Grid(header, tuple(rows))


def _next_day(session: SessionSummary) -> str:
    if session.next_day_change is None:
        return "not rated"
    if session.next_days < FEWEST_NEXT_DAYS:
        return f"too few ({session.next_days})"
    return f"{signed(session.next_day_change)} ({session.next_days})"


def month_grid(report: Report) -> Grid | None:
    """Return the latest months: a column for each region that fits, and one for medicine."""
    if not report.months:
        return None
    shown = report.regions[:REGIONS_IN_MONTHS]
    firsts = sorted({month.first for month in report.months})[-MONTHS_SHOWN:]
    by_cell = {(m.first, m.region, m.side): m for m in report.months}
    rows = []
    for first in firsts:
        cells = [by_cell.get((first, region.region, region.side)) for region in shown]
        rows.append(
            (
                f"{first:%b %Y}",
                *(f"{m.rated_days} / {m.pain_days} / {m.bad_days}" if m else "–" for m in cells),
                ", ".join(_medicine_days(report, first)) or "–",
            )
        )
    header = (
        "Month",
        *(titled(region.place) for region in shown),
        "Days with medicine",
    )
    return Grid(header, tuple(rows))


def _medicine_days(report: Report, first: date) -> Iterator[str]:
    for month in report.months:
        if month.first == first:
            where = f" ({printable(label(month.region, month.side))})"
            for name, days in month.medicines.items():
                yield f"{printable(name)} {days}{where if len(report.regions) > 1 else ''}"


def months_note(report: Report) -> str:
    """Say what the cells of the months hold, and how many regions did not fit."""
    text = (
        "Each cell: rated days / pain days (a rating of 1 or more) / bad days (one of 7 or more); "
        "ratings before a treatment count, too."
    )
    left_out = len(report.regions) - REGIONS_IN_MONTHS
    return f"{text} Not shown here: {count(left_out, 'more region')}." if left_out > 0 else text
