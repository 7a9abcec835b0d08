"""The chart: the days of one place over time, what was done below, and a description in words.

Pain that comes in attacks is drawn by the worst of each day, with its pain days a week or month.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean

from painlog.analysis.courses import AsNeeded
from painlog.analysis.days import Window
from painlog.analysis.months import PainSpan
from painlog.analysis.series import Series
from painlog.model.course import Course, goes_on, rows_shown, steps
from painlog.model.entry import HIGHEST
from painlog.views.pictures.ink import Ink, Row, ink, packed, shortened, whole
from painlog.views.pictures.time_axis import TimeAxis
from painlog.views.pictures.words import chart_words, mean_words, ongoing_among, pain_days_of
from painlog.views.relief import days_as_needed
from painlog.views.terminal.screen import Screen
from painlog.views.wording import count, day, printable, short_day, titled

# Only the latest are drawn: years of a medicine taken now and then would fill the screen.
MOST_COURSES = 8
MOST_AS_NEEDED = 3
_GUTTER = 4
_BAR_AROUND_NAME = 6


def chart_lines(series: Series, screen: Screen, week_start: int = 0) -> Iterator[str]:
    """Yield the chart, its key and a description in words; without a rated day only words.

    No line of the picture and its key is longer than the screen, or than 80 columns in a pipe.
    """
    fitted = screen._replace(width=screen.picture_width)
    if not series.days:
        yield from screen.wrapped(chart_words(series))
        return
    yield from (screen.bold(line) for line in fitted.wrapped(_title(series)))
    width = screen.picture_width - _GUTTER
    axis = TimeAxis(series.since, series.until, width, week_start)
    drawn_with = ink(screen)
    yield from _plot(series, axis, drawn_with)
    yield from _under(series, axis, drawn_with)
    yield from _key(series, axis, drawn_with, fitted)
    yield ""
    yield from screen.wrapped(chart_words(series))


def chart_in_words(series: Series, screen: Screen) -> Iterator[str]:
    """Yield what a chart shows, without the picture."""
    if series.days:
        yield from screen.wrapped(f"{_title(series)}.")
    yield from screen.wrapped(chart_words(series))
    yield from _too_few(series, screen)
    for shown, called in _named_means(series):
        words = mean_words(shown, called, series.until)
        yield from screen.wrapped(f"{words[:1].upper()}{words[1:]}.")


def _title(series: Series) -> str:
    return f"{titled(series.place)}, {day(series.since)} to {day(series.until)}"


def _plot(series: Series, axis: TimeAxis, drawn_with: Ink) -> Iterator[str]:
    rows = {level: Row(axis.width) for level in range(HIGHEST + 1)}
    characters = (drawn_with.before, drawn_with.after)
    for (shown, _), character in zip(_named_means(series), characters, strict=False):
        if shown.mean is not None and shown.until >= series.since:
            start, end = axis.span(shown.since, shown.until)
            rows[whole(shown.mean)].put(start, character * (end - start + 1))
    columns: dict[int, list[float]] = {}
    for rated in series.days:
        column = axis.column(rated.day)
        if rated.assumed:
            rows[0].put(column, drawn_with.no_entry)
        else:
            columns.setdefault(column, []).append(rated.worst if series.episodic else rated.mean)
    for column, values in columns.items():
        level = max(values) if series.episodic else fmean(values)
        rows[whole(level)].put(column, drawn_with.dot)
    for level in range(HIGHEST, -1, -1):
        yield f"{level:>2} {drawn_with.side}{rows[level]}".rstrip()
    line, dates = axis.rows(drawn_with)
    yield f"   {drawn_with.corner}{line}"
    yield _indented(dates)


def _named_means(series: Series) -> list[tuple[Window, str]]:
    """Return the windows before and in the latest course, each with its name.

    There are none where too few days are rated to compare, or where the pain comes in attacks.
    """
    if series.latest is None or series.latest.comparison.interval is None or series.episodic:
        return []
    name, comparison = printable(series.latest.course.what), series.latest.comparison
    return [(comparison.before, f"before {name}"), (comparison.after, f"during {name}")]


def _under(series: Series, axis: TimeAxis, drawn_with: Ink) -> Iterator[str]:
    if series.pain_days:
        yield from map(_indented, _pain_days(series.pain_days, axis, drawn_with))
    for row in rows_shown(steps(series.courses), MOST_COURSES, series.until).rows:
        yield from map(_indented, _bars(row, axis, drawn_with))
    for used in series.as_needed[:MOST_AS_NEEDED]:
        yield from map(_indented, _ticks(used, axis, drawn_with))
    if series.consultations:
        yield _indented(_visits(series, axis, drawn_with))


def _pain_days(spans: Sequence[PainSpan], axis: TimeAxis, drawn_with: Ink) -> Iterator[Row]:
    """Draw the days with pain of each week or month as a bar, with their number below."""
    bars = Row(axis.width)
    for span in spans:
        start, end = axis.span(span.since, span.until)
        if drawn_with.bars and span.rated_days:
            share = span.pain_days / ((span.until - span.since).days + 1)
            bar = drawn_with.bars[min(int(share * len(drawn_with.bars)), len(drawn_with.bars) - 1)]
            bars.put(start, (bar if span.pain_days else " ") * max(end - start, 1))
    if drawn_with.bars:
        yield bars
    yield _numbers(spans, axis, drawn_with)[0]


def _numbers(spans: Sequence[PainSpan], axis: TimeAxis, drawn_with: Ink) -> tuple[Row, int]:
    """Write the number of each span, or of one in several, so that a blank lies between any two.

    A first span that the period cuts has its number only where there is room.

    Returns:
        The numbers, and of how many spans one has its number.
    """
    found = []
    for span in reversed(spans):
        written = str(span.pain_days) if span.rated_days else drawn_with.unrated
        start, _ = axis.span(span.since, span.until)
        found.append((min(start, axis.width - len(written)), written))
    cut = [] if spans[0].whole or len(found) == 1 else [found.pop()]
    one_in = next(n for n in range(1, len(found) + 1) if _apart(found[::n]))
    row = Row(axis.width)
    for start, written in [*found[::one_in], *cut]:
        if row.free(start, min(len(written) + 1, axis.width - start)):
            row.put(start, written)
    return row, one_in


def _apart(numbers: Sequence[tuple[int, str]]) -> bool:
    """Tell whether a blank lies between any two numbers, of which the last comes first."""
    return all(start + len(text) < later for (later, _), (start, text) in pairwise(numbers))


def _bars(row: Sequence[Course], axis: TimeAxis, drawn_with: Ink) -> list[Row]:
    """Draw a course as a bar with its name on it, beside it or, without room there, above it.

    Each step has its dose on it, where there is room on all of them.
    """
    from rich.cells import cell_len

    drawn = Row(axis.width)
    spans = [axis.span(c.started_on, c.ended_on or axis.until) for c in row]
    for course, (start, end) in zip(row, spans, strict=True):
        _bar(course, start, end, drawn, axis, drawn_with)
    names = _names(row)
    if all(
        cell_len(name) + _BAR_AROUND_NAME <= end - start + 1
        for name, (start, end) in zip(names, spans, strict=True)
    ):
        for name, (start, _) in zip(names, spans, strict=True):
            drawn.put(start + 2, f" {name} ")
        return [drawn]
    name, (start, end) = ", ".join(names), (spans[0][0], spans[-1][1])
    if drawn.free(end + 2, cell_len(name)):
        drawn.put(end + 2, name)
    elif drawn.free(start - 1 - cell_len(name), cell_len(name)):
        drawn.put(start - 1 - cell_len(name), name)
    else:
        above = Row(axis.width)
        above.put(0, shortened(name, axis.width, drawn_with.ellipsis))
        return [above, drawn]
    return [drawn]


def _bar(course: Course, start: int, end: int, row: Row, axis: TimeAxis, drawn_with: Ink) -> None:
    going_on = goes_on(course, axis.until)
    if start == end:
        row.put(start, drawn_with.goes_on if going_on else drawn_with.one_column)
        return
    earlier = course.started_on < axis.since
    row.put(start, drawn_with.bar * (end - start))
    row.put(start, drawn_with.started_earlier if earlier else drawn_with.start)
    row.put(end, drawn_with.goes_on if going_on else drawn_with.end)


def _names(row: Sequence[Course]) -> list[str]:
    """Name the first step of a course whole, and the others by their dose."""
    first, *later = row
    return [
        printable(first.what),
        *(printable(c.dose.written) if c.dose else "no dose" for c in later),
    ]


def _ticks(used: AsNeeded, axis: TimeAxis, drawn_with: Ink) -> list[Row]:
    """Mark the days on which something was taken as needed, never as a bar."""
    name, marks = Row(axis.width), Row(axis.width)
    text = f"{printable(used.treatment)}, as needed, {days_as_needed(used)}"
    name.put(0, shortened(text, axis.width, drawn_with.ellipsis))
    for day_ in used.days:
        marks.put(axis.column(day_), drawn_with.use)
    return [name, marks]


def _visits(series: Series, axis: TimeAxis, drawn_with: Ink) -> Row:
    """Mark each visit to a clinician, with its date if there is room for the dates of all."""
    row = Row(axis.width)
    at = {axis.column(visit.held_on): visit for visit in series.consultations}
    for column in at:
        row.put(column, drawn_with.visit)
    labels = {c + 1: f" visit {short_day(v.held_on, axis.until)}" for c, v in at.items()}
    # The cell after each label stays empty, so that it is not read as the next visit's.
    if all(row.free(c, min(len(t) + 1, axis.width - c)) for c, t in labels.items()) and all(
        c + len(t) <= axis.width for c, t in labels.items()
    ):
        for column, text in labels.items():
            row.put(column, text)
    return row


def _key(series: Series, axis: TimeAxis, drawn_with: Ink, screen: Screen) -> Iterator[str]:
    marks = [f"{drawn_with.dot} {_what_a_dot_is(series, axis)}"]
    if any(rated.assumed for rated in series.days):
        marks.append(f"{drawn_with.no_entry} no entry, no pain (attack diary)")
    if any(goes_on(c, series.until) for c in series.courses):
        marks.append(f"{drawn_with.goes_on} ongoing")
    if any(c.started_on < series.since for c in series.courses):
        marks.append(f"{drawn_with.started_earlier} started earlier")
    if series.as_needed:
        marks.append(f"{drawn_with.use} used as needed")
    if series.consultations:
        marks.append(f"{drawn_with.visit} visit to a clinician")
    yield from packed(marks, screen)
    if series.pain_days:
        _, one_in = _numbers(series.pain_days, axis, drawn_with)
        what = pain_days_of(series, one_in)
        yield from screen.wrapped(f"The row of numbers below the dates: {what}.")
    yield from _key_of_means(series, drawn_with, screen)
    shown = rows_shown(steps(series.courses), MOST_COURSES, series.until)
    if shown.left_out:
        more = f"{count(shown.left_out, 'more course')}{ongoing_among(shown)}"
        yield from screen.wrapped(f"Not drawn: {more}.")


def _what_a_dot_is(series: Series, axis: TimeAxis) -> str:
    most = axis.days_a_column
    if series.episodic:
        return "the worst of a day" if most == 1 else f"the worst of up to {most} days"
    return "a rated day" if most == 1 else f"the mean of up to {most} days"


def _key_of_means(series: Series, drawn_with: Ink, screen: Screen) -> Iterator[str]:
    yield from _too_few(series, screen)
    characters = (drawn_with.before, drawn_with.after)
    for (shown, called), character in zip(_named_means(series), characters, strict=False):
        yield from screen.wrapped(mean_words(shown, called, series.until), f"{character * 3} ")


def _too_few(series: Series, screen: Screen) -> Iterator[str]:
    if series.latest and series.latest.comparison.interval is None:
        from painlog.advice.cautions import reason

        name = printable(series.latest.course.what)
        few = (reason(c) for c in series.latest.cautions if c.code == "not-enough-days")
        why = printable(next(few, "Not enough days to compare."))
        yield from screen.wrapped(f"The means before and during {name} are not drawn. {why}")


def _indented(row: Row) -> str:
    return f"{' ' * _GUTTER}{row}".rstrip()
