"""The words for what pictures show, and for when there is nothing to draw."""

from collections.abc import Iterator
from datetime import date
from statistics import fmean
from typing import TYPE_CHECKING

from painlog.analysis.interval import FEWEST_DAYS
from painlog.files.command_line import as_typed, quoted
from painlog.model.course import goes_on, rows_shown
from painlog.model.names import sentence_start
from painlog.views.overviews import trend_words
from painlog.views.relief import days_as_needed
from painlog.views.wording import (
    add_one,
    count,
    day,
    listed,
    points,
    printable,
    short_day,
    span,
    titled,
)

if TYPE_CHECKING:
    from painlog.analysis.days import PlacePain, Window
    from painlog.analysis.series import Series
    from painlog.model.course import Course, RowsShown

FEWEST_SPANS = 2
_MOST_NAMED = 4
_WEEK_DAYS = 7


def mean_words(shown: "Window", called: str, until: date) -> str:
    """Describe a mean: "mean before stretching, 1 Mar to 10 Mar: 6.6 (8 rated days)".

    The year of `until`, the end of the picture, is left out.
    """
    if shown.mean is None:
        return f"mean {called}: not rated"
    days = count(shown.rated_days, "rated day")
    between = span(shown.since, shown.until, until)
    return f"mean {called}, {between}: {points(shown.mean)} ({days})"


def chart_words(series: "Series") -> str:
    """Describe a chart: rated days, gaps, how the means moved, courses and visits."""
    if not series.days:
        return not_rated(series.place, series.since, series.until)
    return " ".join(
        (
            *_rated(series),
            _movement(series),
            *_courses(series),
            *_as_needed(series),
            *_visits(series),
        )
    )


def pain_days_of(series: "Series", one_in: int = 1) -> str:
    """Name what a number of pain days stands for, and give the first and the last if it is cut.

    A week is no calendar week, so its last day is named.

    Args:
        series: With the pain days.
        one_in: Of how many weeks or months one has its number.
    """
    first, last, until = series.pain_days[0], series.pain_days[-1], series.until
    if first is last and not first.whole:
        return f"pain days from {span(first.since, first.until, until)}"
    by_week = _by_week(series)
    said = [
        f"pain days in each {f'7 days up to {short_day(until, until)}' if by_week else 'month'}",
        *(
            f"the {name} is of {span(cut.since, cut.until, until)} only: "
            f"{cut.pain_days if cut.rated_days else 'not rated'}"
            for name, cut in (("first", first), ("last", last))
            if not cut.whole
        ),
        *([f"one in {one_in} has its number"] if one_in > 1 else []),
    ]
    return "; ".join(said)


def _by_week(series: "Series") -> bool:
    return all((s.until - s.since).days < _WEEK_DAYS for s in series.pain_days)


def _rated(series: "Series") -> Iterator[str]:
    if series.attack_diary:
        yield from _entries_of_diary(series)
        return
    yield (
        f"{titled(series.place)}: {len(series.days):,} of "
        f"{count(series.calendar_days, 'day')} rated."
    )
    longest = max(series.gaps, key=lambda gap: gap.length, default=None)
    if longest is None:
        return
    gap = span(longest.since, longest.until, series.until)
    if len(series.gaps) == 1:
        yield f"One gap: {count(longest.length, 'day')}, {gap}."
    else:
        yield (
            f"{count(len(series.gaps), 'gap')}, the longest {count(longest.length, 'day')}, {gap}."
        )


def _entries_of_diary(series: "Series") -> Iterator[str]:
    written = sum(not rated.assumed for rated in series.days)
    yield (
        f"{titled(series.place)}, an attack diary: "
        f"{count(written, 'day has', 'days have')} an entry."
    )
    if assumed := len(series.days) - written:
        yield f"{count(assumed, 'day has', 'days have')} none and count as days without pain."


def _movement(series: "Series") -> str:
    first, last = series.days[0], series.days[-1]
    if first is last:
        return f"Mean {points(first.mean)} on {day(first.day)}."
    if series.episodic:
        return _pain_days(series)
    means = [rated.mean for rated in series.days]
    return trend_words(series.trend) or (
        f"Mean {points(fmean(means))}, highest {points(max(means))}, lowest {points(min(means))}."
    )


def _pain_days(series: "Series") -> str:
    # A cut week or month has fewer days that could hurt, so it cannot be the lowest.
    whole = [span for span in series.pain_days if span.whole]
    days = [span.pain_days for span in whole if span.rated_days >= FEWEST_DAYS]
    worst = max(rated.worst for rated in series.days)
    if len(days) < FEWEST_SPANS:
        pain = sum(rated.worst > 0 for rated in series.days)
        return f"Pain on {pain} of {count(len(series.days), 'rated day')}. Worst {worst}."
    each = "7 days" if _by_week(series) else "month"
    return (
        f"Pain days in each {each} from {span(whole[0].since, whole[-1].until, series.until)}: "
        f"from {days[0]} to {days[-1]}; highest {max(days)}, lowest {min(days)}. Worst {worst}."
    )


def _courses(series: "Series") -> Iterator[str]:
    shown = rows_shown([[course] for course in series.courses], _MOST_NAMED, series.until)
    said = [
        f"{printable(course.what)} from {_course_span(course, series.until)}"
        for (course,) in shown.rows
    ]
    if said:
        yield f"In use: {'; '.join([*said, *_more(shown)])}."


def _more(shown: "RowsShown") -> Iterator[str]:
    if shown.left_out:
        yield f"{shown.left_out} more{ongoing_among(shown)}"


def ongoing_among(shown: "RowsShown") -> str:
    """Say how many of those left out go on: ", 2 of them ongoing"; "" for none."""
    return f", {shown.in_use} of them ongoing" if shown.in_use else ""


def _as_needed(series: "Series") -> Iterator[str]:
    said = [
        f"{printable(used.treatment)} on {days_as_needed(used)}"
        for used in series.as_needed[:_MOST_NAMED]
    ]
    if said:
        more = len(series.as_needed) - len(said)
        yield f"As needed: {'; '.join([*said, *([f'{more} more'] if more > 0 else [])])}."


def _course_span(course: "Course", until: date) -> str:
    first = " (first use)" if course.inferred else ""
    if course.ended_on is None or goes_on(course, until):
        return f"{short_day(course.started_on, until)}{first}, ongoing"
    last = " (first use to 7 days after the last)" if course.inferred else ""
    return f"{span(course.started_on, course.ended_on, until)}{last}"


def _visits(series: "Series") -> Iterator[str]:
    days = [short_day(visit.held_on, series.until) for visit in series.consultations]
    if not days:
        return
    said = f"{count(len(days), 'visit')} to a clinician"
    if len(days) > _MOST_NAMED:
        yield f"{said}, the last on {days[-1]}."
    else:
        yield f"{said}: {listed(days)}."


def nothing(until: date, asked: date | None = None) -> str:
    """Say that there is no entry up to a day; `asked` is the last one that the person named."""
    add = add_one("heel", asked)
    return f"There is nothing to draw: no entry up to {day(until)}. Add one: {add}"


def no_match(until: date) -> str:
    """Say that no entry up to a day is among those that were asked for."""
    return f"No entries up to {day(until)} match."


def why_shown(
    hurts_most: "PlacePain",
    another: "PlacePain | None",
    days: int,
    until: date | None,
    command: str,
) -> str:
    """Say why this place is shown, where the person named none.

    Args:
        hurts_most: The place, and how much it hurt over the last days.
        another: One that was rated then, too; None for none.
        days: How many days those are.
        until: The last of them; None for the present day.
        command: What to type for another place.
    """
    place = printable(hurts_most.place)
    other = ""
    if another:
        other = f" For another: {command} --region {as_typed(printable(another.place))}"
    lately = f"the last {count(days, 'day')}"
    if until:
        lately = f"the {count(days, 'day')} up to {day(until)}"
    if not hurts_most.pain_days:
        return f"Nothing hurt in {lately}. This is the {place}.{other}"
    worst = f"mean worst {points(hurts_most.mean_worst)}"
    return (
        f"This is what hurt most in {lately} (the worst of each day, added up): {place}, {worst} "
        f"on {count(hurts_most.pain_days, 'day')} with pain.{other}"
    )


def never_rated(place: str, until: date, asked: date | None = None) -> str:
    """Say that a place has no rating at all up to a day; `asked` is as for `nothing`."""
    name = printable(place)
    add = add_one(quoted(name), asked)
    return f"{sentence_start(name)}: no rating up to {day(until)}. Add one: {add}"


def not_rated(place: str, since: date, until: date) -> str:
    """Say that a place has no rating in the period."""
    return f"{titled(place)}: no rating from {day(since)} to {day(until)}. Choose another period."
