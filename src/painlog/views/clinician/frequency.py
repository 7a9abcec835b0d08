"""Small pictures: days a month as bars, and a figure over time on the 0 to 10 scale."""

from collections.abc import Sequence
from datetime import date

from painlog.analysis.medicines import ANY
from painlog.analysis.region_summary import RegionSummary
from painlog.analysis.report import Report
from painlog.model.months import months
from painlog.views.by_month import month_in_words, of_month
from painlog.views.clinician.drawing import Picture, picture, shape, text, text_width
from painlog.views.wording import points, short_day, titled

MOST_MONTHS = 6
_WIDTH, _TOP, _PLOT, _UNDER = 260.0, 12.0, 36.0, 14.0
_BAR = 14.0
_SMALL_WIDTH, _SMALL_PLOT, _SMALL_LEFT = 190.0, 30.0, 16.0
_MOST_DAYS = 31


def month_bars(region: RegionSummary, report: Report) -> Picture:
    """Draw the days with pain in each of the latest months, those with acute medicine beside them.

    Args:
        region: A region whose pain comes in attacks.
        report: Gives the months and the days of intake.
    """
    firsts = months_drawn(report)
    pain = {
        m.first: m.pain_days
        for m in report.months
        if (m.region, m.side) == (region.region, region.side)
    }
    any_of = [m for m in report.medicine_months if m.of == ANY]
    taken = {m.first: m.in_period for m in any_of}
    in_course = {
        m.first: " logged, in course on "
        + of_month(m.course_in_period, m.first, report.period.until, report.asked.since)
        for m in any_of
        if m.course_in_period
    }
    step = _WIDTH / len(firsts)
    shapes = [shape("line", "axis", x1=0, x2=_WIDTH, y1=_TOP + _PLOT, y2=_TOP + _PLOT)]
    for at, first in enumerate(firsts):
        middle = (at + 0.5) * step
        shapes += _bar(middle - _BAR - 1, pain.get(first), "dot")
        shapes += _bar(middle + 1, taken.get(first, 0) if taken else None, "bar")
        shapes.append(
            text(
                _month(first, firsts, step),
                "soft",
                x=middle,
                y=_TOP + _PLOT + 11,
                text_anchor="middle",
            )
        )
    said = [
        f"{month_in_words(first, report.asked)} {_said(pain.get(first))}"
        + (
            f", with acute medicine {taken.get(first, 0)}{in_course.get(first, '')}"
            if taken
            else ""
        )
        for first in firsts
    ]
    words = f"{titled(region.place)}, days with pain by month: {'; '.join(said)}."
    return picture(_WIDTH, _TOP + _PLOT + _UNDER, shapes, words)


def months_drawn(report: Report) -> list[date]:
    """Return the latest months of the period, each of which has its bars."""
    return months(report.period.since, report.period.until)[-MOST_MONTHS:]


def _said(days: int | None) -> str:
    return "not rated" if days is None else str(days)


def _bar(left: float, days: int | None, look: str) -> list[str]:
    if days is None:
        return []
    height = _PLOT * days / _MOST_DAYS
    top = _TOP + _PLOT - height
    number = text(str(days), "text", x=left + _BAR / 2, y=top - 2, text_anchor="middle")
    if not days:
        return [number]
    return [shape("rect", look, x=left, y=top, width=_BAR, height=height), number]


def _month(first: date, firsts: Sequence[date], step: float) -> str:
    long = f"{first:%b %Y}"
    if (first is firsts[0] or first.month == 1) and text_width(long) <= step:
        return long
    return f"{first:%b}"


def small_series(
    name: str, values: Sequence[tuple[date, float]], period: tuple[date, date]
) -> Picture:
    """Draw a figure of 0 to 10 over the period, its first and last value in numbers.

    Args:
        name: What it is, for those who cannot see the picture.
        values: In time order, at least one.
        period: The first and the last day.
    """
    since, until = period
    span = max((until - since).days, 1)
    right = _SMALL_WIDTH - text_width("10.0") - 4

    def at(day: date, value: float) -> tuple[float, float]:
        along = min(max((day - since).days / span, 0.0), 1.0)
        return _SMALL_LEFT + along * (right - _SMALL_LEFT), 6 + _SMALL_PLOT * (1 - value / 10)

    spots = [at(day, value) for day, value in values]
    shapes = []
    for value in (0, 10):
        _, y = at(since, value)
        look = "grid" if value else "axis"
        shapes.append(shape("line", look, x1=_SMALL_LEFT, x2=right, y1=y, y2=y))
        shapes.append(text(str(value), "soft", x=_SMALL_LEFT - 3, y=y + 3.5, text_anchor="end"))
    if len(spots) > 1:
        shapes.append(
            shape("polyline", "trace", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in spots))
        )
    shapes += [shape("circle", "dot", cx=x, cy=y, r=1.9) for x, y in spots]
    x, y = spots[-1]
    # The label stays off the line at 0.
    baseline = min(y + 3.5, 6 + _SMALL_PLOT - 2)
    shapes.append(text(points(values[-1][1]), "text", x=x + 4, y=baseline))
    (first, start), (last, end) = values[0], values[-1]
    words = (
        f"{name}: {points(start)} on {short_day(first, until)}, "
        f"{points(end)} on {short_day(last, until)}."
    )
    return picture(_SMALL_WIDTH, _SMALL_PLOT + 12, shapes, words)
