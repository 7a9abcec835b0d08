"""What is said of an attack: since when it goes on, and how to say that it is over or rate it."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from painlog.files.command_line import as_typed, command_line
from painlog.model.names import moment_in_figures
from painlog.model.region import label
from painlog.views.wording import day, duration, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from painlog.model.entry import Entry
    from painlog.model.use import Use
    from painlog.views.terminal.screen import Screen

# How long an attack lasted, as an example.
_SOME_HOURS = timedelta(hours=3)


def end_hint(entry: "Entry", screen: "Screen") -> list[str]:
    """Say how to end an attack that goes on."""
    return screen.wrapped(f"When it is over: {_over_command(entry)}", "  ")


def past_end_hint(entry: "Entry", now: datetime, screen: "Screen") -> list[str]:
    """Say how to end an attack that can no longer be the one that goes on."""
    end = min(entry.felt_at + _SOME_HOURS, now)
    until = moment_in_figures(end)
    return screen.wrapped(
        f'To say when it was over: painlog edit {entry.id} --until "{until}"', "  "
    )


def _over_command(entry: "Entry") -> str:
    return printable(command_line("painlog", "over", entry.place))


def attack_line(entry: "Entry", today: date, screen: "Screen") -> list[str]:
    """Say since when an attack goes on, and how to say that it is over.

    Args:
        entry: The rating with which it began.
        today: The present day.
        screen: Where it is shown.
    """
    since = f"{entry.felt_at:%H:%M}"
    if entry.day != today:
        since += f" on {day(entry.day)}"
    return screen.wrapped(
        f"{printable(entry.place)} since {since}, not over yet: {_over_command(entry)}", "  - "
    )


def one_attack(ratings: "Sequence[Entry]", screen: "Screen") -> list[str]:
    """Say that ratings are one attack, and how long it lasted."""
    lasted = duration((ratings[-1].until or ratings[-1].felt_at) - ratings[0].felt_at)
    return screen.wrapped(f"They are ratings of one attack, which lasted {lasted}.", "  ")


def goes_on_hint(entry: "Entry", ended_on: date, screen: "Screen") -> list[str]:
    """Say that a rating from after the end of an attack goes on, and how to end it as well."""
    on = "" if entry.day == ended_on else f" on {day(entry.day)}"
    return screen.wrapped(
        f"Entry {entry.id} of {entry.felt_at:%H:%M}{on} goes on. When it is over: "
        f"{_over_command(entry)}",
        "  ",
    )


def maybe_same_attack(entry: "Entry", end: datetime, screen: "Screen") -> list[str]:
    """Say that an earlier rating has no end, and how to set it if it was the same attack."""
    until = moment_in_figures(end)
    return screen.wrapped(
        f"Entry {entry.id} ({entry.intensity} of 10, {day(entry.day)}, {entry.felt_at:%H:%M}) has "
        "no end either. If that was the same attack: "
        f'painlog edit {entry.id} --until "{until}"',
        "  ",
    )


def rate_attack_hint(use: "Use", screen: "Screen") -> list[str]:
    """Ask for the rating of an attack against which something was taken."""
    place = printable(label(use.region or "", use.side))
    return screen.wrapped(
        f"The {place} has no rating on that day, and you write down every attack of it. How bad "
        f'was it, 0 to 10? painlog add {as_typed(place)} N --at "{moment_in_figures(use.used_at)}"',
        "  ",
    )


def what_for_hint(use: "Use", region: str, screen: "Screen") -> list[str]:
    """Say how to name the region of an attack that a painkiller was for."""
    place = printable(region)
    return screen.wrapped(
        f"If it was for an attack of the {place}: painlog edit {use.number} --region "
        f"{as_typed(place)}",
        "  ",
    )
