"""The chart: the days of one place over time, its courses below, and a description in words."""

from collections.abc import Iterator
from statistics import fmean

from painlog.analysis.days import Window
from painlog.analysis.series import Series
from painlog.model.course import Course
from painlog.model.entry import HIGHEST
from painlog.views.pictures.ink import Ink, Row, ink, packed, shortened, whole
from painlog.views.pictures.time_axis import TimeAxis
from painlog.views.pictures.words import chart_words, goes_on, mean_words
from painlog.views.terminal.screen import Screen
from painlog.views.wording import count, day, printable, short_day, titled

# Only the latest are drawn: years of a medicine taken now and then would fill the screen.
MOST_COURSES = 8
_GUTTER = 4
_BAR_AROUND_NAME = 6


def chart_lines(series: Series, screen: Screen) -> Iterator[str]:
    """Yield the chart, its key and a description in words; without a rated day only words.

    No line of the picture and its key is longer than the screen, or than 80 columns in a pipe.
    """
    fitted = screen._replace(width=screen.picture_width)
    if not series.days:
        yield from screen.wrapped(chart_words(series))
        return
    title = f"{titled(series.place)}, {day(series.since)} to {day(series.until)}"
    yield from (screen.bold(line) for line in fitted.wrapped(title))
    axis = TimeAxis(series.since, series.until, screen.picture_width - _GUTTER)
    drawn_with = ink(screen)
    yield from _plot(series, axis, drawn_with)
    yield from _under(series, axis, drawn_with)
    yield from _key(series, axis, drawn_with, fitted)
    yield ""
    yield from screen.wrapped(chart_words(series))


def _plot(series: Series, axis: TimeAxis, drawn_with: Ink) -> Iterator[str]:
    rows = {level: Row(axis.width) for level in range(HIGHEST + 1)}
    for shown, character in _means(series, drawn_with):
        if shown.mean is not None and shown.until >= series.since:
            start, end = axis.span(shown.since, shown.until)
            rows[whole(shown.mean)].put(start, character * (end - start + 1))
    columns: dict[int, list[float]] = {}
    for rated in series.days:
        columns.setdefault(axis.column(rated.day), []).append(rated.mean)
    for column, means in columns.items():
        rows[whole(fmean(means))].put(column, drawn_with.dot)
    for level in range(HIGHEST, -1, -1):
        yield f"{level:>2} {drawn_with.side}{rows[level]}".rstrip()
    line, dates = axis.rows(drawn_with)
    yield f"   {drawn_with.corner}{line}"
    yield _indented(dates)


def _means(series: Series, drawn_with: Ink) -> list[tuple[Window, str]]:
    """Return the windows before and in the latest course, each with its character."""
    if series.latest is None:
        return []
    comparison = series.latest.comparison
    return [(comparison.before, drawn_with.before), (comparison.after, drawn_with.after)]


def _under(series: Series, axis: TimeAxis, drawn_with: Ink) -> Iterator[str]:
    for course in series.courses[-MOST_COURSES:]:
        yield from map(_indented, _bar(course, axis, drawn_with))
    if series.consultations:
        yield _indented(_visits(series, axis, drawn_with))


def _bar(course: Course, axis: TimeAxis, drawn_with: Ink) -> list[Row]:
    """Draw a course as a bar with its name on it, beside it or, without room there, above it."""
    from rich.cells import cell_len

    row = Row(axis.width)
    start, end = axis.span(course.started_on, course.ended_on or axis.until)
    going_on = goes_on(course, axis.until)
    if start == end:
        row.put(start, drawn_with.goes_on if going_on else drawn_with.one_column)
    else:
        earlier = course.started_on < axis.since
        row.put(start, drawn_with.bar * (end - start))
        row.put(start, drawn_with.started_earlier if earlier else drawn_with.start)
        row.put(end, drawn_with.goes_on if going_on else drawn_with.end)
    name = printable(course.treatment)
    width = cell_len(name)
    if width + _BAR_AROUND_NAME <= end - start + 1:
        row.put(start + 2, f" {name} ")
    elif row.free(end + 2, width):
        row.put(end + 2, name)
    elif row.free(start - 1 - width, width):
        row.put(start - 1 - width, name)
    else:
        above = Row(axis.width)
        above.put(0, shortened(name, axis.width, drawn_with.ellipsis))
        return [above, row]
    return [row]


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
    most = axis.days_a_column
    each = "a rated day" if most == 1 else f"the mean of up to {most} days"
    marks = [f"{drawn_with.dot} {each}"]
    if any(goes_on(c, series.until) for c in series.courses):
        marks.append(f"{drawn_with.goes_on} ongoing")
    if any(c.started_on < series.since for c in series.courses):
        marks.append(f"{drawn_with.started_earlier} started earlier")
    if series.consultations:
        marks.append(f"{drawn_with.visit} visit to a clinician")
    yield from packed(marks, screen)
    if series.latest is not None:
        name = printable(series.latest.course.treatment)
        names = (f"before {name}", f"during {name}")
        for (shown, character), called in zip(_means(series, drawn_with), names, strict=True):
            yield from screen.wrapped(mean_words(shown, called, series.until), f"{character * 3} ")
    earlier = len(series.courses) - MOST_COURSES
    if earlier > 0:
        yield from screen.wrapped(f"Not drawn: {count(earlier, 'earlier course')}.")


def _indented(row: Row) -> str:
    return f"{' ' * _GUTTER}{row}".rstrip()
