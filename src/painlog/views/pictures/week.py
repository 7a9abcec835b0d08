"""A week in words and digits: a line for each place, what was used, what changed, the gaps."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from painlog.advice.standing import SHORT, Advice
from painlog.analysis.interval import FEWEST_DAYS
from painlog.analysis.week import DAYS, Week, WeekOfFactor, WeekOfPlace, WeekOfUse
from painlog.model.factor import Factor
from painlog.views.overviews import assumed_in, unsaid_words
from painlog.views.pictures.ink import ink
from painlog.views.terminal.courses import course_words, open_line
from painlog.views.terminal.peg import in_words
from painlog.views.terminal.screen import Screen, cells, padded
from painlog.views.terminal.today import so_far_words
from painlog.views.wording import (
    count,
    day,
    decimals,
    listed,
    points,
    printable,
    short_day,
    times,
    titled,
)

if TYPE_CHECKING:
    from painlog.analysis.medicines import SoFar

_TEN = "X"


def week_lines(
    week: Week,
    factors: Mapping[str, Factor],
    screen: Screen,
    too_much: Iterable[Advice] = (),
    medicines: "Iterable[SoFar]" = (),
) -> Iterator[str]:
    """Yield the week: a line for each place, then what else there was to say, a line each.

    Args:
        week: The figures.
        factors: The person's own factors, by name.
        screen: Where it is shown.
        too_much: What was more of a medicine than an adult may take in 24 hours.
        medicines: Those that are half way to their line of overuse this month or further.
    """
    yield screen.bold(f"The week from {day(week.since)} to {day(week.until)}")
    for advice in too_much:
        yield from screen.wrapped(printable(advice.text), "! ")
    if week.places:
        yield from (_places_in_words if screen.spoken else _grid)(week, screen)
        yield from _unsaid(week, screen)
    else:
        yield "Nothing was rated."
    for title, said in _sentences(week, factors):
        yield from screen.wrapped(f"{title}: {said}.", rest="  ")
    for so_far in medicines:
        yield from screen.wrapped(so_far_words(so_far))
    yield from screen.wrapped(SHORT.text)


def _places_in_words(week: Week, screen: Screen) -> Iterator[str]:
    for place in week.places:
        said = f"{printable(titled(place.named))}: {_summary(place)}.{_each_day(week, place)}"
        yield from screen.wrapped(said, rest="  ")


def _each_day(week: Week, place: WeekOfPlace) -> str:
    """Say the worst of each day: " Worst: Wednesday 6, Saturday 10; other days no entry."."""
    days = zip(week.days, place.worst, strict=True)
    rated = [f"{each:%A} {worst}" for each, worst in days if worst is not None]
    if not rated:
        return ""
    others = "" if len(rated) == DAYS else "; other days no entry"
    return f" Worst: {', '.join(rated)}{others}."


def _grid(week: Week, screen: Screen) -> Iterator[str]:
    widest = max(cells(printable(titled(place.named))) for place in week.places)
    letters = " ".join(f"{each:%a}"[0] for each in week.days)
    yield f"{' ' * widest}  {letters}"
    for place in week.places:
        digits = " ".join(_digit(worst, screen) for worst in place.worst)
        start = f"{padded(printable(titled(place.named)), widest)}  {digits}  "
        yield from screen.wrapped(_summary(place), start)
    unrated = ink(screen).unrated
    yield from screen.wrapped(
        f"A digit is the worst rating of a day; {_TEN} is 10, {unrated} a day without an entry."
    )


def _unsaid(week: Week, screen: Screen) -> Iterator[str]:
    if diaries := [place.named for place in week.places if place.attack_diary]:
        yield from screen.wrapped(assumed_in(diaries))
    for place in week.places:
        if unsaid := unsaid_words(place.named, place.unsaid_days):
            yield from screen.wrapped(unsaid)


def _digit(worst: int | None, screen: Screen) -> str:
    if worst is None:
        return ink(screen).unrated
    return _TEN if worst == 10 else str(worst)


def _summary(place: WeekOfPlace) -> str:
    """Sum up a place: "mean 5.0 on 6 days; the week before 5.6 on 7"."""
    if place.attack_diary:
        said = f"pain on {place.pain_days} of {count(place.days, 'day')}"
    elif place.mean is None:
        said = "not rated"
    else:
        said = f"mean {points(place.mean)} on {count(place.days, 'day')}"
    return f"{said}; {_before(place)}"


def _before(place: WeekOfPlace) -> str:
    """Sum up the week before, by no mean of fewer days than the report would compare."""
    days = place.days_before
    if not days:
        return "not rated the week before"
    if place.attack_diary:
        of = "" if days == DAYS else f" of {days}"
        return f"the week before on {place.pain_days_before}{of}"
    if days < FEWEST_DAYS:
        return f"the week before rated on {count(days, 'day')}"
    return f"the week before {points(place.mean_before)} on {days}"


def _sentences(week: Week, factors: Mapping[str, Factor]) -> Iterator[tuple[str, str]]:
    if week.used:
        yield "Used", "; ".join(map(_use, week.used))
    if week.factors:
        yield "Days", "; ".join(_factor(found, factors) for found in week.factors)
    if week.in_use:
        yield "In use", "; ".join(open_line(course, week.until) for course in week.in_use)
    if week.started:
        yield "Started", "; ".join(map(course_words, week.started))
    if week.ended:
        yield "Ended", "; ".join(map(course_words, week.ended))
    if week.visits:
        yield "Visits to a clinician", listed(day(visit.held_on) for visit in week.visits)
    for peg in week.pegs:
        yield "Answered", in_words(peg)
    if week.gaps:
        yield "Nothing rated on", listed(_spans(week.gaps, week.until))


def _use(used: WeekOfUse) -> str:
    name = printable(used.treatment)
    if used.times == used.days:
        return f"{name} on {count(used.days, 'day')}"
    return f"{name} {times(used.times)} on {count(used.days, 'day')}"


def _factor(found: WeekOfFactor, factors: Mapping[str, Factor]) -> str:
    factor = factors.get(found.factor)
    name, on = printable(found.factor), count(found.days, "day")
    if factor and factor.measure == "yes-no":
        return f"{name} on {round(found.mean * found.days)} of {on}"
    unit = f" {printable(factor.unit)}" if factor and factor.unit else ""
    return f"{name} {decimals(found.mean)}{unit} on average, {on}"


def _spans(days: Iterable[date], today: date) -> Iterator[str]:
    """Yield days, with a run of days as one span: "Tue 3 Mar", "Thu 5 Mar to Sat 7 Mar"."""
    runs: list[list[date]] = []
    for each in days:
        if runs and (each - runs[-1][-1]).days == 1:
            runs[-1].append(each)
        else:
            runs.append([each])
    for run in runs:
        ends = dict.fromkeys(f"{end:%a} {short_day(end, today)}" for end in (run[0], run[-1]))
        yield " to ".join(ends)
