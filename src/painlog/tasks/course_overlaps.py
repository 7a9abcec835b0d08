"""Refuse courses of one treatment that would run beside each other; say what to type instead."""

from datetime import timedelta
from typing import TYPE_CHECKING

from painlog.errors import RefusedError
from painlog.files.command_line import quoted
from painlog.model.dose import same_dose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from painlog.model.course import Course

_ONE_DAY = timedelta(days=1)


def is_other_dose(course: "Course", other: "Course") -> bool:
    """Tell whether a course has a dose, and the other one has none or a different one."""
    return course.dose is not None and not same_dose(course.dose, other.dose)


def refuse_overlaps(new: "Sequence[Course]", others: "Sequence[Course]") -> None:
    """Refuse courses that would run beside another of the same treatment and place.

    Args:
        new: Courses to start, which have no id yet, or edited ones.
        others: Those that the journal keeps as they are.

    Raises:
        RefusedError: with the one that is in the way, and a command that works.
    """
    for number, course in enumerate(new):
        in_the_way = sorted(filter(course.overlaps, others), key=lambda other: other.started_on)
        for other in in_the_way[:1]:
            rest = [one for one in others if one is not other]
            raise RefusedError(f"{_fact(other, course)} {_way_out(other, course, rest)}")
        for other in new[:number]:
            if course.overlaps(other):
                raise RefusedError(
                    f"{course.treatment} is named for the {other.place} and for the "
                    f"{course.place}, which overlap. Name one of them."
                )


def _fact(other: "Course", new: "Course") -> str:
    beside = f"which a course for the {new.place} overlaps" if new.place != other.place else ""
    if other.ended_on is None:
        since = f"{other.what} for the {other.place} has been in use since {other.started_on}"
        return f"{since}, {beside}." if beside else f"{since}."
    return (
        f"{other.what} for the {other.place} was in use from {other.started_on} to "
        f"{other.ended_on}, {beside or 'which overlaps'}."
    )


def _way_out(other: "Course", new: "Course", rest: "Sequence[Course]") -> str:
    is_same = other.place == new.place and not is_other_dose(new, other)
    if new.id:
        return _for_an_edit(other, new)
    if new.started_on < other.started_on:
        return _before(other, new, is_same=is_same)
    options = _differences(other, new, rest)
    return (_of_the_same if is_same else _for_a_change)(other, new, options)


def _before(other: "Course", new: "Course", *, is_same: bool) -> str:
    if is_same and other.ended_on is None and new.ended_on is None:
        return f"If it began earlier: painlog courses edit {other.id} --on {new.started_on}"
    until = other.started_on - _ONE_DAY
    return f"To start {new.what} before that, say when it ended: --until {until}"


def _for_a_change(other: "Course", new: "Course", options: str) -> str:
    """Return what to do where a treatment is started at another dose or for another place."""
    both_open = other.ended_on is None and new.ended_on is None
    if both_open and is_other_dose(new, other):
        return f"For its new dose, say: --region {quoted(other.place)}"
    if new.started_on == other.started_on:
        if not options:
            return "Name another first day; see all with: painlog courses"
        return f"To change that one: painlog courses edit {other.id}{options}"
    day_before = new.started_on - _ONE_DAY
    if both_open:
        return f"End it the day before: {_stop(other)} --on {day_before}"
    return f"Say when it ended: painlog courses edit {other.id} --until {day_before}"


def _for_an_edit(other: "Course", new: "Course") -> str:
    if new.started_on < other.started_on:
        until = other.started_on - _ONE_DAY
        return f"Give an earlier last day: painlog courses edit {new.id} --until {until}"
    if new.started_on > other.started_on:
        until = new.started_on - _ONE_DAY
        return f"Say when that one ended: painlog courses edit {other.id} --until {until}"
    return f"Remove one of them, as in: painlog courses remove {other.id}"


def _of_the_same(other: "Course", new: "Course", options: str) -> str:
    """Return what to do where the same treatment is started again for the same place."""
    if other.ended_on is None and new.ended_on is not None:
        return f"To end it: {_stop(other)} --on {new.ended_on}"
    if options and other.ended_on and (new.ended_on is None or new.ended_on > other.ended_on):
        return f"If it went on: painlog courses edit {other.id}{options}"
    again = "There is nothing to start."
    if other.dose and new.dose is None:
        again += " For a new dose, type the dose, too."
    if new.started_on > other.started_on and other.ended_on is None:
        again += f" If it had ended: {_stop(other)} --on {new.started_on - _ONE_DAY}"
    return again


def _stop(other: "Course") -> str:
    return f"painlog stop {quoted(other.treatment)} --region {quoted(other.place)}"


def _differences(other: "Course", new: "Course", rest: "Sequence[Course]") -> str:
    """Return the options of `courses edit` that make `other` like `new`, apart from its start.

    It ends before the next course of `rest`. There are none where that began no later.
    """
    options = ""
    changed = other._replace(region=new.region, side=new.side, ended_on=new.ended_on)
    if new.dose and is_other_dose(new, other):
        options += f" --dose {quoted(new.dose.written)}"
    if new.place != other.place:
        options += f" --region {quoted(new.place)}"
    if after := [one.started_on for one in rest if changed.overlaps(one)]:
        changed = changed._replace(ended_on=min(after) - _ONE_DAY)
    if changed.ended_on and changed.ended_on < changed.started_on:
        return ""
    if changed.ended_on != other.ended_on:
        options += f" --until {changed.ended_on}" if changed.ended_on else " --open"
    return options
