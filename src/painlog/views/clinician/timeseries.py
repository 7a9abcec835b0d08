"""One region over time: its days, gaps, courses, as-needed uses and visits to a clinician.

Each day is a dot at its mean, joined to the next; pain that comes in attacks has a line up to the
worst of each day.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from painlog.analysis.courses import AsNeeded
from painlog.analysis.days import buckets
from painlog.analysis.effects import Effect
from painlog.analysis.region_summary import RegionSummary
from painlog.analysis.report import Report
from painlog.model.course import Course, rows_shown, steps
from painlog.model.months import every, months
from painlog.views.clinician.drawing import (
    Picture,
    cut,
    picture,
    shape,
    text,
    text_in_halo,
    text_width,
)
from painlog.views.relief import days_as_needed
from painlog.views.statements import course_days
from painlog.views.wording import count, points, printable, span, titled

WIDTH = 400.0
_LEFT, _RIGHT, _TOP, _PLOT = 21.0, 6.0, 10.0, 60.0
# The height of a row for a course, and the baseline of its text.
_ROW, _BASELINE = 15.0, 9.5
_BETWEEN_WORDS = 5.0
_MOST_POINTS = 190
_MOST_ROWS = 5
_TICKS = 24.0
MOST_AS_NEEDED = 3
LONG_GAP_DAYS = 7
_LEAST_BETWEEN_LABELS = 50.0
_MONTHS_BETWEEN = (1, 2, 3, 6, 12, 24, 60, 120)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Scale:
    since: date
    days: int

    def x(self, day: date, part: float = 0.5) -> float:
        """Return where a day is drawn: its middle, or another part of it."""
        along = ((day - self.since).days + part) / self.days
        return _LEFT + min(max(along, 0.0), 1.0) * (WIDTH - _LEFT - _RIGHT)


@dataclass(frozen=True, slots=True)
class _Point:
    first: date
    last: date
    level: float
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class _Label:
    words: str
    middle: float
    baseline: float

    @property
    def half(self) -> float:
        return text_width(self.words) / 2


def time_series(region: RegionSummary, effects: Sequence[Effect], report: Report) -> Picture:
    """Draw the days of a region over the period of a report.

    Args:
        region: The region and side.
        effects: The effects of the region, by start.
        report: Gives the period and the visits to a clinician.
    """
    since, until = report.period.since, report.period.until
    scale = _Scale(since, (until - since).days + 1)
    length = days_a_dot(report)
    found = _points(region, since, until, length)
    rows = _rows(effects)
    shapes = [
        *_gaps(found, scale, since, until),
        *_grid(scale, since, until),
        *(
            _stems(found, scale)
            if region.episodic
            else _trace(found, scale, timedelta(days=length))
        ),
        *([] if region.episodic else _means(effects, scale)),
        *_visits([c.held_on for c in report.consultations], scale),
    ]
    top = _TOP + _PLOT + 17
    drawn = rows_shown(rows, _MOST_ROWS, until)
    if drawn.left_out:
        in_use = f", {drawn.in_use} of them in use" if drawn.in_use else ""
        words = f"{count(drawn.left_out, 'more treatment')} not drawn{in_use}"
        shapes.append(text(words, "soft", x=_LEFT, y=top + _BASELINE))
        top += _ROW
    for courses in drawn.rows:
        shapes += _bars(courses, scale, top)
        top += _ROW
    for used in region.as_needed[:MOST_AS_NEEDED]:
        shapes += _uses(used, scale, top)
        top += _TICKS
    return picture(WIDTH, top + 1, shapes, _words(region, length, rows, report))


def days_a_dot(report: Report) -> int:
    """Return how many days a dot stands for: 1, or more where there are too many days."""
    since, until = report.period.since, report.period.until
    if (until - since).days < _MOST_POINTS:
        return 1
    return buckets((), since, until, most=_MOST_POINTS).length


def _points(region: RegionSummary, since: date, until: date, length: int) -> list[_Point]:
    if length == 1:
        return [
            _Point(d.day, d.day, d.worst if region.episodic else d.mean, d.assumed)
            for d in region.days
        ]
    spans = buckets(region.days, since, until, most=_MOST_POINTS)
    span = timedelta(days=length)
    first = until + _ONE_DAY - span * len(spans.means)
    starts = [first + i * span for i in range(len(spans.means))]
    return [
        _Point(start, start + span - _ONE_DAY, *_level(region, start, span, mean))
        for start, mean in zip(starts, spans.means, strict=True)
        if mean is not None
    ]


def _level(region: RegionSummary, start: date, span: timedelta, mean: float) -> tuple[float, bool]:
    """Return the level at which a span is drawn, and whether nothing was written down in it.

    The level is the mean, or the worst where the pain comes in attacks.
    """
    if not region.episodic:
        return mean, False
    within = [d for d in region.days if start <= d.day < start + span]
    return max(d.worst for d in within), all(d.assumed for d in within)


def _rows(effects: Sequence[Effect]) -> list[list[Course]]:
    rows: dict[str, list[Course]] = {}
    for effect in effects:
        rows.setdefault(effect.course.treatment, []).append(effect.course)
    return list(rows.values())


def _y(value: float) -> float:
    return _TOP + _PLOT * (1 - value / 10)


def _gaps(found: Sequence[_Point], scale: _Scale, since: date, until: date) -> Iterator[str]:
    ends = [since - _ONE_DAY, *(p.last for p in found)]
    starts = [*(p.first for p in found), until + _ONE_DAY]
    for end, start in zip(ends, starts, strict=True):
        if (start - end).days > LONG_GAP_DAYS:
            left, right = scale.x(end + _ONE_DAY, 0), scale.x(start - _ONE_DAY, 1)
            yield shape("rect", "gap", x=left, y=_TOP, width=right - left, height=_PLOT)
            if right - left > text_width("not rated") + 6:
                yield text(
                    "not rated", "soft", x=(left + right) / 2, y=_y(5) + 3, text_anchor="middle"
                )


def _grid(scale: _Scale, since: date, until: date) -> Iterator[str]:
    for value in (0, 5, 10):
        look = "axis" if value == 0 else "grid"
        yield shape("line", look, x1=_LEFT, x2=WIDTH - _RIGHT, y1=_y(value), y2=_y(value))
        yield text(str(value), "soft", x=_LEFT - 4, y=_y(value) + 3.5, text_anchor="end")
    for day, label in _ticks(scale, since, until):
        x = scale.x(day, 0)
        yield shape("line", "axis", x1=x, x2=x, y1=_y(0), y2=_y(0) + 3)
        half = text_width(label) / 2
        middle = min(max(x, half), WIDTH - half)
        yield text(label, "soft", x=middle, y=_y(0) + 12, text_anchor="middle")


def _ticks(scale: _Scale, since: date, until: date) -> list[tuple[date, str]]:
    room = int((WIDTH - _LEFT) / _LEAST_BETWEEN_LABELS)
    if (until - since).days < 60:
        step = max(-(-scale.days // room), 1)
        days = [since + timedelta(days=n) for n in range(0, scale.days, step)]
        return [(day, f"{day.day} {day:%b}") for day in days]
    firsts = [first for first in months(since, until) if first >= since]
    step = next((n for n in _MONTHS_BETWEEN if len(firsts) / n <= room), _MONTHS_BETWEEN[-1])
    chosen = every(step, firsts)
    if step >= 12:
        return [(m, f"{m:%Y}") for m in chosen]
    return [(m, f"{m:%b %Y}" if m is chosen[0] or m.month == 1 else f"{m:%b}") for m in chosen]


def _trace(found: Sequence[_Point], scale: _Scale, span: timedelta) -> Iterator[str]:
    at = [((scale.x(p.first, 0) + scale.x(p.last, 1)) / 2, _y(p.level)) for p in found]
    run: list[str] = []
    for number, (x, y) in enumerate(at):
        if number and found[number].first - found[number - 1].first > span:
            yield from _line(run)
            run = []
        run.append(f"{x:.1f},{y:.1f}")
    yield from _line(run)
    radius = 1.9 if len(at) <= 130 else 1.3
    yield from (shape("circle", "dot", cx=x, cy=y, r=radius) for x, y in at)


def _stems(found: Sequence[_Point], scale: _Scale) -> Iterator[str]:
    """Draw a line up to the worst of each day; a day without an entry has a mark at 0."""
    for point in found:
        x = (scale.x(point.first, 0) + scale.x(point.last, 1)) / 2
        if point.assumed:
            yield shape("line", "assumed", x1=x, x2=x, y1=_y(0) - 1.5, y2=_y(0))
        elif point.level == 0:
            yield shape("circle", "dot", cx=x, cy=_y(0), r=1.3)
        else:
            yield shape("line", "stem", x1=x, x2=x, y1=_y(0), y2=_y(point.level))


def _line(run: Sequence[str]) -> Iterator[str]:
    if len(run) > 1:
        yield shape("polyline", "trace", points=" ".join(run))


def _means(effects: Sequence[Effect], scale: _Scale) -> Iterator[str]:
    """Draw the means before and in the latest course that can be compared."""
    compared = [e for e in effects if e.comparison.interval is not None]
    if not compared:
        return
    sides = (compared[-1].comparison.before, compared[-1].comparison.after)
    labels: list[_Label] = []
    for side, name in zip(sides, ("before", "in course"), strict=True):
        left, right = scale.x(side.since, 0), scale.x(side.until, 1)
        if side.mean is None or right - left < 1:
            continue
        y = _y(side.mean)
        yield shape("line", "mean", x1=left, x2=right, y1=y, y2=y)
        # The label stands away from the dots.
        free = _y(0) - 4 if side.mean > 5 else _TOP + 11
        labels.append(_Label(f"{name} {points(side.mean)}", (left + right) / 2, free))
    yield from (
        text_in_halo(label.words, x=label.middle, y=label.baseline, text_anchor="middle")
        for label in _apart(labels)
    )


def _apart(labels: Sequence[_Label]) -> list[_Label]:
    """Move labels into the picture, and apart where they overlap."""
    within = [
        replace(label, middle=min(max(label.middle, _LEFT + label.half), WIDTH - label.half))
        for label in labels
    ]
    if len(within) < 2 or within[0].baseline != within[1].baseline:
        return within
    earlier, later = within
    least = earlier.half + _BETWEEN_WORDS + later.half
    missing = max(least - (later.middle - earlier.middle), 0)
    to_the_right = min(missing / 2, WIDTH - later.half - later.middle)
    to_the_left = missing - to_the_right
    if earlier.middle - to_the_left < _LEFT + earlier.half:
        to_the_left = earlier.middle - _LEFT - earlier.half
        to_the_right = missing - to_the_left
    return [
        replace(earlier, middle=earlier.middle - to_the_left),
        replace(later, middle=later.middle + to_the_right),
    ]


def _visits(days: Sequence[date], scale: _Scale) -> Iterator[str]:
    for day in days:
        x = scale.x(day)
        yield shape("path", "visit", d=f"M{x - 4:.1f} 1 h8 l-4 7 z")


def _bars(courses: Sequence[Course], scale: _Scale, top: float) -> Iterator[str]:
    """Draw the courses of one treatment on one row, each with its dose where there is room."""
    spans = [_span(course, scale) for course in courses]
    for left, right in spans:
        width = max(right - left, 1.5)
        yield shape("rect", "bar", x=left, y=top, width=width, height=_ROW - 3)
    baseline = top + _BASELINE
    doses = [printable(c.dose.written) for c in courses if c.dose]
    name = printable(courses[0].treatment)
    if len(doses) == len(courses):
        # Each dose stands on its step, and the name on the first step or before it.
        whole = [f"{name} {doses[0]}", *doses[1:]]
        before = text_width(name) + 6 <= spans[0][0] - _LEFT
        for names, fits in ((whole, True), (doses, before)):
            if fits and all(
                text_width(words) + 6 <= right - left
                for words, (left, right) in zip(names, spans, strict=True)
            ):
                for words, (left, _) in zip(names, spans, strict=True):
                    yield text(words, x=left + 4, y=baseline)
                if names is doses:
                    yield text(name, x=spans[0][0] - 4, y=baseline, text_anchor="end")
                return
    label = cut(", ".join([name, *doses]), WIDTH - _LEFT)
    left, right = spans[-1]
    first = spans[0][0]
    if text_width(label) + 6 <= right - left:
        yield text(label, x=left + 4, y=baseline)
    elif text_width(label) + 6 <= first - _LEFT:
        yield text(label, x=first - 4, y=baseline, text_anchor="end")
    else:
        at = max(min(left + 4, WIDTH - text_width(label)), _LEFT)
        yield text_in_halo(label, x=at, y=baseline)


def _span(course: Course, scale: _Scale) -> tuple[float, float]:
    left = scale.x(course.started_on, 0)
    return left, WIDTH - _RIGHT if course.ended_on is None else scale.x(course.ended_on, 1)


def _uses(used: AsNeeded, scale: _Scale, top: float) -> Iterator[str]:
    """Mark the days on which something was used as needed, under its name, never as a bar."""
    days = days_as_needed(used)
    label = cut(f"{printable(used.treatment)}, as needed, {days}", WIDTH - _LEFT)
    yield text(label, x=_LEFT, y=top + _BASELINE)
    for day in used.days:
        x = scale.x(day)
        yield shape("line", "use", x1=x, x2=x, y1=top + 14, y2=top + 21)


def _words(
    region: RegionSummary, length: int, rows: Sequence[Sequence[Course]], report: Report
) -> str:
    until = report.period.until
    unit = "days" if length == 1 else f"spans of {length} days"
    place = titled(region.place)
    days = f"from {span(report.period.since, until, until)}"
    if region.attack_diary:
        written = sum(not d.assumed for d in region.days)
        rated = f"{count(written, 'day')} with an entry of {count(region.rated_days, 'day')}"
    else:
        rated = count(region.rated_days, "rated day")
    said = [f"{place} over time, by {unit}: {rated} {days}"]
    means = region.trend.comparable
    if region.episodic:
        said.append(f"pain on {count(sum(d.worst > 0 for d in region.days), 'day')}")
        said.append(f"worst {region.worst}")
    elif len(means) > 1:
        said.append(f"means from {points(means[0])} at the start to {points(means[-1])} at the end")
    courses = (course for row in rows for course in steps(row)[-1])
    said += [f"{printable(course.what)} {course_days(course, until)}" for course in courses]
    said += [
        f"{printable(used.treatment)} as needed on {days_as_needed(used)}"
        for used in region.as_needed[:MOST_AS_NEEDED]
    ]
    return "; ".join(said) + "."
