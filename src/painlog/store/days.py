"""Read and store the notes and factors of days, and the order of a check-in."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from painlog.model.factor import (
    FACTORS,
    CheckinPlace,
    DayFactor,
    DayNote,
    DayState,
    Factor,
    KeptDays,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from painlog.store.log import Change
    from painlog.store.rows import AnyThing


class Readable(Protocol):
    """An open journal, as far as days are concerned."""

    def things(
        self, type_: "type[AnyThing]", condition: str, values: Sequence[object] = ()
    ) -> "Iterator[AnyThing]":
        """Read things of a type."""

    def rows(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        """Return what a query finds."""


def kept_days(journal: Readable, since: date = date.min) -> KeptDays:
    """Return notes and factors from a day on; sleep and stress only if they are in use."""
    values = day_factors(journal, since)
    used = {value.factor for value in values}
    in_use = (f for f in factors(journal) if f.own or f.asked or f.name in used)
    return KeptDays(day_notes(journal, since), tuple(in_use), values)


def factors(journal: Readable) -> tuple[Factor, ...]:
    """Return sleep and stress, then the person's own factors in alphabetical order."""
    here = tuple(journal.things(Factor, "order by own, name"))
    names = {factor.name for factor in here}
    return (*(f for f in FACTORS if f.name not in names), *here)


def day_factors(journal: Readable, since: date = date.min) -> tuple[DayFactor, ...]:
    """Return the values of factors from a day on, oldest first."""
    found = journal.things(DayFactor, "where day >= ? order by day, factor", [since.isoformat()])
    return tuple(found)


def factors_on(journal: Readable, day: date) -> dict[str, DayFactor]:
    """Return the values of factors on one day, by name."""
    found = journal.things(DayFactor, "where day = ? order by factor", [day.isoformat()])
    return {value.factor: value for value in found}


def day_notes(journal: Readable, since: date = date.min) -> tuple[DayNote, ...]:
    """Return the notes of days from a day on, oldest first."""
    return tuple(journal.things(DayNote, "where day >= ? order by day", [since.isoformat()]))


def note_on(journal: Readable, day: date) -> DayNote | None:
    """Return the note of one day; None if it has none."""
    return next(iter(journal.things(DayNote, "where day = ?", [day.isoformat()])), None)


def state_on(journal: Readable, day: date) -> DayState:
    """Return the factors and the note of one day."""
    there = factors_on(journal, day)
    note = note_on(journal, day)
    return DayState(
        tuple((f, there[f.name].value) for f in factors(journal) if f.name in there),
        note.note if note else "",
    )


def checkin_places(journal: Readable) -> tuple[CheckinPlace, ...]:
    """Return the places that checkin asks about in the person's own order, if they have one."""
    return tuple(journal.things(CheckinPlace, "order by position"))


def times_used(journal: Readable, factor: str) -> int:
    """Count the days that have a value of a factor."""
    found = journal.rows("select count(*) from day_factor where factor = ?", [factor])
    return int(found[0][0]) if found else 0


def put_factor(
    journal: Readable, change: "Change", day: date, factor: Factor, value: float | None
) -> None:
    """Store the value of a factor on a day and replace the one before; None removes it."""
    if next(iter(journal.things(Factor, "where name = ?", [factor.name])), None) is None:
        change.add(factor)
    present = factors_on(journal, day).get(factor.name)
    if value is None:
        if present is not None:
            change.remove(present)
    elif present is None:
        change.add(DayFactor(day, factor.name, value))
    elif present.value != value:
        change.edit(DayFactor(day, factor.name, value, present.uid, present.id))


def put_note(journal: Readable, change: "Change", day: date, note: str) -> None:
    """Store the note of a day and replace the one before; an empty note removes it."""
    present = note_on(journal, day)
    if present is None:
        if note:
            change.add(DayNote(day, note))
    elif not note:
        change.remove(present)
    elif present.note != note:
        change.edit(DayNote(day, note, present.uid, present.id))
