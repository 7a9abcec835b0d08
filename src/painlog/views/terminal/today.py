"""The day at a glance: what was rated, what is in use and what is still missing."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from painlog.advice.standing import SHORT
from painlog.analysis.today import ANY_PLACE, Today
from painlog.files.command_line import quoted
from painlog.model.region import label
from painlog.views.terminal.attacks import attack_line
from painlog.views.terminal.courses import open_line
from painlog.views.terminal.entries import in_order, list_lines
from painlog.views.terminal.screen import Screen
from painlog.views.terminal.visits import left_lines, near_lines
from painlog.views.wording import count, day, listed, printable, titled

if TYPE_CHECKING:
    from painlog.analysis.medicines import SoFar

# One missed day is not worth a line.
GAP_TOLD = 2
_PEG_DUE = "PEG is due: painlog peg"


def first_steps(path: PurePath, screen: Screen) -> Iterator[str]:
    """Say how to begin with a journal that nothing was ever written into."""
    yield from _first_rating("Your journal is empty.", screen, ANY_PLACE)
    yield from screen.wrapped(f"It is stored in {printable(str(path))} and nowhere else.")
    yield from screen.wrapped(SHORT.text)


def _first_rating(said: str, screen: Screen, place: str) -> Iterator[str]:
    yield from screen.wrapped(f"{said} Log how much it hurts now:")
    yield screen.told(f"  painlog add {quoted(place)} 6")
    yield from screen.wrapped(
        "0 is no pain and 10 is the worst pain imaginable. To look around first: painlog demo"
    )


def today_lines(today: Today, screen: Screen) -> Iterator[str]:
    """Yield what was rated, what is in use, what is not rated yet, and the standing advice."""
    yield screen.bold(f"Today, {day(today.day)}")
    for text in today.too_much:
        yield from screen.wrapped(printable(text), "! ")
    for text in today.trial:
        yield from screen.wrapped(text)
    yield from _rated(today, screen)
    yield from today.of_day
    if today.attacks:
        yield "Going on:"
        for attack in today.attacks:
            yield from attack_line(attack, today.day, screen)
    if today.open_courses:
        yield "In use:"
        for course in today.open_courses:
            yield from screen.wrapped(open_line(course, today.day), "  - ")
    for so_far in today.medicines:
        yield from screen.wrapped(so_far_words(so_far))
    if missing := [printable(label(*place)) for place in today.not_rated_yet]:
        yield from screen.wrapped(
            f"Not rated yet today: {listed(missing)}. To rate them in one go: painlog checkin"
        )
    yield from _gap(today, screen)
    if today.peg_due:
        yield from screen.wrapped(_PEG_DUE)
    yield from _visits(today, screen)
    yield from screen.wrapped(SHORT.text)


def _rated(today: Today, screen: Screen) -> Iterator[str]:
    shown = today.entries or today.last
    if not shown and not today.uses:
        yield from _first_rating("Nothing is rated yet.", screen, today.example)
        return
    if not today.entries:
        yield "Nothing rated yet today. The last entries:"
    merged = in_order(shown, today.uses, newest_first=not today.entries)
    yield from list_lines(merged, screen, [entry.place for entry in shown])


def _gap(today: Today, screen: Screen) -> Iterator[str]:
    if today.gap >= GAP_TOLD and today.before:
        yield from screen.wrapped(
            f"Before today: {today.gap} days without a rating, since {day(today.before)}."
        )


def _visits(today: Today, screen: Screen) -> Iterator[str]:
    if today.visited:
        yield from left_lines(today.visited, screen)
    if today.visit:
        yield from near_lines(today.visit, today.day, screen)


def so_far_words(so_far: "SoFar") -> str:
    """Say on how many days of this month a medicine was taken, and what its line is."""
    of = "any painkiller" if so_far.of == "any" else so_far.of
    named = "" if so_far.medicines == (so_far.of,) else f" ({listed(so_far.medicines)})"
    days = f"on {count(so_far.days, 'day')} so far this month"
    taken = "On"
    if so_far.last_month:
        days = f"on {count(so_far.last_month_days, 'day')} of {so_far.last_month:%B}, and {days}"
    if so_far.course_days:
        days = f"logged {days}, in course on {so_far.course_days} of {so_far.month_days}"
        taken = f"If you take {'it' if len(so_far.medicines) == 1 else 'them'} on"
    return (
        f"{titled(of + named)}: {days}. {taken} {so_far.line} days a month or more for over three "
        "months, headaches can come from the medicine itself if you are prone to them."
    )
