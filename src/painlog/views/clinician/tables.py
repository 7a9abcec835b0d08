"""The tables of the page: before and during each treatment, and months."""

from collections.abc import Iterator, Sequence
from datetime import date

from painlog.advice.cautions import reason
from painlog.analysis.comparison import Comparison
from painlog.analysis.days import Window
from painlog.analysis.effects import Effect, latest_of_each
from painlog.analysis.report import Report
from painlog.model.region import label
from painlog.views.by_month import month_in_words
from painlog.views.clinician.drawing import Picture
from painlog.views.clinician.forest import forest_row, forest_scale, reach
from painlog.views.clinician.headline import FEW_REGIONS, in_short
from painlog.views.clinician.parts import EffectRow, Grid
from painlog.views.overviews import MONTHS_SHOWN
from painlog.views.statements import (
    attack_days_words,
    before_name,
    course_days,
    dose_cut_words,
    effect_verdict,
    first_28_words,
    likely_ends,
    medicine_days_words,
    placebo_words,
    rate_ends,
)
from painlog.views.wording import count, points, printable, signed, titled

REGIONS_IN_MONTHS = 4
# With more rows than this the cautions are in a few words, so that the page stays short.
MOST_WHOLE_ROWS = 5
# More would take a third side of paper.
MOST_ROWS = 8
_MEANS = "Means (rated days), the change in points and its 95 % interval; negative is less pain."
_PAIN_DAYS = "For pain in attacks: days with pain in 28 (rated days), and their change."
_LINES = "Solid line: no change; dotted: a meaningful drop."
_FROM_USES = "From uses: no start was logged, so the days are from first use to 7 after the last."
_BY_CHANCE = "Some comparisons stand out by chance, and more of them the more often one looks."


def effect_rows(
    report: Report, effects: Sequence[Effect]
) -> tuple[tuple[EffectRow, ...], Picture | None]:
    """Return a row for the latest course of each treatment and dose, and their common scale.

    Of many, those that can be compared come first, then those in use, then the latest.

    Args:
        report: The figures.
        effects: The effects to show, in the order of the regions.
    """
    shown = _chosen(effects)
    points_shown = reach([e.comparison for e, _ in shown if e.comparison.attacks is None])
    brief = len(shown) > MOST_WHOLE_ROWS or len(report.regions) > FEW_REGIONS
    until = report.period.until
    rows = tuple(_row(e, earlier, until, points_shown, brief=brief) for e, earlier in shown)
    return rows, forest_scale(points_shown) if _has_picture(shown) else None


def effects_note(report: Report, effects: Sequence[Effect]) -> str:
    """Say how to read the table, and how many rows of the report are not in it."""
    shown = _chosen(effects)
    in_attacks = {e.comparison.attacks is not None for e, _ in shown}
    notes = [
        *([_MEANS] if False in in_attacks else []),
        *([_LINES] if _has_picture(shown) else []),
        *([_PAIN_DAYS] if True in in_attacks else []),
        *([_FROM_USES] if any(e.course.inferred for e, _ in shown) else []),
        _BY_CHANCE,
    ]
    more = len(latest_of_each(report.effects)) - len(shown)
    if more > 0:
        notes.append(f"Not shown: {count(more, 'more row')}. To see all: painlog report --full")
    return " ".join(notes)


def _chosen(effects: Sequence[Effect]) -> list[tuple[Effect, int]]:
    """Choose the rows that fit, in their order."""

    def worth(at: int) -> tuple[bool, bool, date]:
        effect, _ = rows[at]
        course = effect.course
        is_compared = effect.comparison.interval is not None
        return is_compared, course.ended_on is None, course.started_on

    rows = latest_of_each(effects)
    best = sorted(range(len(rows)), key=worth, reverse=True)[:MOST_ROWS]
    return [rows[at] for at in sorted(best)]


def _has_picture(shown: Sequence[tuple[Effect, int]]) -> bool:
    return any(e.comparison.interval and e.comparison.attacks is None for e, _ in shown)


def _row(effect: Effect, earlier: int, until: date, points_shown: int, *, brief: bool) -> EffectRow:
    course, comparison = effect.course, effect.comparison
    told = effect.verdict not in (None, "confounded")
    verdict = effect_verdict(effect)
    attacks = comparison.attacks
    return EffectRow(
        place=titled(label(effect.region, effect.side)),
        treatment=titled(course.what),
        span=course_days(course, until) + (" (from uses)" if course.inferred else ""),
        before=_side(comparison.before, attacks and attacks.pain_days.before)
        + (f" {before_name(effect)}" if effect.dose_before else ""),
        after=_side(comparison.after, attacks and attacks.pain_days.after),
        change=_change(comparison),
        verdict=verdict if told else "",
        lines=(
            *([] if told or not verdict else [verdict]),
            *_beside(effect, brief=brief),
            *_cautions(effect, earlier, until, brief=brief),
        ),
        forest=None if attacks else forest_row(comparison, points_shown),
    )


def _side(window: Window, pain_days: float | None) -> str:
    if pain_days is None:
        return f"{points(window.mean)} ({window.rated_days})"
    return f"{points(pain_days)} days in 28 ({window.rated_days})"


def _change(comparison: Comparison) -> str:
    if comparison.attacks is not None:
        rate = comparison.attacks.pain_days
        low, high = rate_ends(rate)
        return f"{signed(rate.change)} days ({signed(low)} to {signed(high)})"
    interval = comparison.interval
    if interval is None:
        return "–"
    low, high = likely_ends(comparison)
    return f"{signed(interval.change)} ({signed(low)} to {signed(high)})"


def _beside(effect: Effect, *, brief: bool) -> Iterator[str]:
    """Yield what stands beside the change: bad days, first weeks, untreated time, medicines."""
    names = (before_name(effect), "in course")
    # The days with pain stand in the columns already.
    yield from list(attack_days_words(effect.comparison, names))[1:]
    yield from dose_cut_words(effect)
    if effect.first_28 is not None:
        yield first_28_words(effect.first_28, effect.comparison.before.mean)
    if effect.placebo is not None and not brief:
        yield placebo_words(effect.placebo, "the")
    if effect.medicine_days is not None:
        yield medicine_days_words(effect.medicine_days, names)


def _cautions(effect: Effect, earlier: int, until: date, *, brief: bool) -> Iterator[str]:
    if brief:
        if said := "; ".join(dict.fromkeys(in_short(effect.cautions, until))):
            yield f"Read with care: {said}."
    else:
        yield from (printable(reason(caution)) for caution in effect.cautions)
    if earlier:
        yield f"{count(earlier, 'earlier course')} in this period."


def month_grid(report: Report) -> Grid | None:
    """Return the latest months: a column for each region that fits."""
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
                month_in_words(first, report.asked),
                *(f"{m.rated_days} / {m.pain_days} / {m.bad_days}" if m else "–" for m in cells),
            )
        )
    return Grid(("Month", *(titled(region.place) for region in shown)), tuple(rows))


def months_note(report: Report) -> str:
    """Say what the cells of the months hold, and how many regions did not fit."""
    text = (
        "Each cell: rated days / pain days (a rating of 1 or more) / bad days (one of 7 or more); "
        "ratings before a treatment count, too."
    )
    left_out = len(report.regions) - REGIONS_IN_MONTHS
    return f"{text} Not shown here: {count(left_out, 'more region')}." if left_out > 0 else text
