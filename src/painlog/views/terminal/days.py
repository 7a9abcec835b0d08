"""What the journal holds about a day beside ratings, and the factors that a person logs."""

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date

from painlog.model.factor import DayState, Factor
from painlog.views.terminal.screen import Screen, cells, padded
from painlog.views.wording import as_written, count, day, note_in_part, printable, printable_lines


def saved_day(state: DayState, which: date, screen: Screen) -> list[str]:
    """Say what a day holds now: "Saved for Tue 31 Mar 2026: sleep 6.5 hours; note: rain."."""
    said = "; ".join(_parts(state, which))
    return screen.wrapped(f"Saved for {day(which)}: {said or 'nothing any more'}.", rest="  ")


def day_summary(
    which: date, values: Iterable[tuple[Factor, float | None]], note: str | None
) -> str:
    """Name a day with what was said of it, for the change log; None was removed, or not said."""
    said = [
        f"{factor.name} removed" if value is None else f"{factor.name} {factor.words(value)}"
        for factor, value in values
    ]
    if note is not None:
        said.append("note" if note else "note removed")
    return f"{day(which)}: {', '.join(said)}"


def day_card(state: DayState, which: date, screen: Screen, command: str) -> Iterator[str]:
    """Yield what a day holds, a line for each factor, then its note.

    `command` is `painlog day` as the person called it, with the day that they gave.
    """
    yield screen.bold(day(which))
    for factor, value in state.values:
        yield from screen.wrapped(printable(f"{factor.name}: {factor.words(value)}"), "  ")
    if state.note:
        yield "  Note:"
    for line in printable_lines(state.note):
        yield from screen.wrapped(as_written(line), "    ")
    if not state.values and not state.note:
        yield from screen.wrapped(
            f"Nothing is logged for this day. To log it: {command} --sleep 6.5 --stress 3", "  "
        )


def day_line(state: DayState, which: date, screen: Screen) -> list[str]:
    """Say what the day of an entry holds: "The day: sleep 6.5 hours; note: rain"."""
    said = "; ".join(_parts(state, which))
    return screen.wrapped(f"The day: {said}", "  ") if said else []


def factor_lines(
    factors: Iterable[Factor], days: Mapping[str, int], by_setting: Container[str], screen: Screen
) -> Iterator[str]:
    """Yield a line for each factor: how it is measured, whether checkin asks, on how many days.

    Args:
        factors: Those of the journal.
        days: On how many days each has a value.
        by_setting: The names that the setting `checkin-factors` has.
        screen: Where they are shown.
    """
    factors = tuple(factors)
    widest = max(cells(printable(factor.name)) for factor in factors)
    for factor in factors:
        asked = "asked in checkin" if factor.asked else "not asked"
        if factor.name in by_setting:
            asked = "asked in checkin (setting checkin-factors)"
        said = f"{factor.how}, {asked}, {count(days.get(factor.name, 0), 'day')}"
        start = screen.start(padded(printable(factor.name), widest))
        yield from screen.wrapped(printable(said), f"  {start}")


def _parts(state: DayState, which: date) -> Iterator[str]:
    yield from map(printable, state.in_words)
    if state.note:
        yield f"note: {note_in_part(state.note, f'painlog day --on {which}')}"
