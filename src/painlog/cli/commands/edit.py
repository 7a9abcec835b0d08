"""`painlog edit`: correct an entry, by options or by being asked."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from painlog.cli.base.ask import ask, can_ask
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import (
    At,
    Before,
    Conditions,
    Id,
    Interference,
    Note,
    Qualities,
    SideOption,
    Treatments,
    Triggers,
    option,
    region_option,
)
from painlog.cli.base.settings import now, open_journal
from painlog.cli.base.treating import add_new, asking, say_first_uses, say_new
from painlog.cli.commands.add import show_warnings
from painlog.errors import UsageError
from painlog.model.entry import Entry, checked, clean_text, parse_intensity
from painlog.model.when import parse_when
from painlog.tasks.entering import CLEARED, Edited, edited
from painlog.views.terminal.entries import echo, summary
from painlog.views.terminal.screen import say, screen
from painlog.views.wording import moment, printable

if TYPE_CHECKING:
    from collections.abc import Callable

    from painlog.store.journal import Journal

T = TypeVar("T")


@examples(
    "painlog edit 12 --intensity 5",
    'painlog edit 12 --side left --at "yesterday 21:00"',
    "painlog edit 12 -t stretching -t heat",
    "painlog edit 12 --clear note --clear before",
)
def edit(
    ctx: typer.Context,
    entry_id: Id,
    region: Annotated[str | None, region_option("Where it hurts.")] = None,
    side: SideOption = None,
    intensity: Annotated[
        str | None,
        option("--intensity", "-i", metavar="N", help_="How much, 0–10.", known="intensities"),
    ] = None,
    treatment: Treatments = None,
    before: Before = None,
    at: At = None,
    quality: Qualities = None,
    trigger: Triggers = None,
    condition: Conditions = None,
    interference: Interference = None,
    note: Note = None,
    clear: Annotated[
        list[str] | None,
        typer.Option(
            "--clear",
            metavar="FIELD",
            help=f"Clear a field: {', '.join(CLEARED)}.",
            autocompletion=lambda: list(CLEARED),
        ),
    ] = None,
) -> None:
    """Correct an entry. Lists are replaced, not added to; without options you are asked."""
    this_moment = now()
    with open_journal(ctx, writing=True) as journal:
        old = journal.entry(entry_id)
        given = {
            "region": region,
            "side": side,
            "intensity": intensity,
            "at": at,
            "before": before,
            "interference": interference,
            "note": note,
            "treatment": treatment,
            "quality": quality,
            "trigger": trigger,
            "condition": condition,
        }
        if not clear and all(value is None for value in given.values()):
            if not can_ask():
                raise UsageError(
                    "edit needs what to change, as in: painlog edit 12 --intensity 5. "
                    "See: painlog edit --help"
                )
            changed = _asked(journal, old, this_moment)
        else:
            how = asking() if can_ask() else None
            changed = edited(journal, old, given, clear or [], this_moment, how)
        _store(journal, old, changed, this_moment)


def _store(journal: "Journal", old: Entry, changed: Edited, this_moment: datetime) -> None:
    new = changed.entry
    if checked(new, "add --clear before") == old:
        say([f"Entry {old.id} already says that; nothing was changed."])
        return
    with journal.change("edit") as change:
        add_new(journal, change, changed.new)
        change.edit(new)
        change.summary = f"entry {old.id}, {summary(old)}"
    page = screen()
    if _tells(new) != _tells(old):
        show_warnings(journal, [new], page)
    say(echo("Changed", new, page, this_moment.utcoffset()))
    say_new(changed.new)
    say_first_uses(journal, dict.fromkeys(set(new.treatments) - set(old.treatments), 1))


def _tells(entry: Entry) -> tuple[object, ...]:
    """Return what warning signs are read from."""
    words = entry.qualities, entry.triggers, entry.conditions, entry.note
    return entry.region, entry.intensity, words


def _asked(journal: "Journal", old: Entry, this_moment: datetime) -> Edited:
    from painlog.tasks.treatments import NamedTreatments, name_treatments

    say(["Enter keeps what is there; - clears it."])
    region, side = ask(
        f"Where [{printable(old.place)}]", lambda text: journal.regions.find(text or old.place)
    )
    new = replace(
        old,
        region=region.name,
        side=side,
        intensity=ask(
            f"Intensity, 0 to 10 [{old.intensity}]",
            lambda text: parse_intensity(text or str(old.intensity)),
        ),
        felt_at=ask(
            f"When [{moment(old.felt_at, this_moment.utcoffset())}]",
            lambda text: parse_when(text, this_moment) if text else old.felt_at,
        ),
    )
    kept = NamedTreatments(old.treatments, old.doses)
    named = ask(
        f"Treatments, with ; between [{printable('; '.join(use.what for use in old.uses))}]",
        lambda text: _kept_or(
            text,
            kept,
            NamedTreatments(),
            lambda texts: name_treatments(texts, journal.treatments, asking()),
        ),
    )
    new = replace(new, treatments=named.names, doses=named.doses)
    new = replace(
        new,
        intensity_before=_asked_before(old) if new.treatments else None,
        note=ask(
            f"Note [{printable(old.note)}]",
            lambda text: _kept_or(text, old.note, "", lambda t: clean_text(t[0])),
        ),
    )
    return Edited(new, named.new)


def _asked_before(old: Entry) -> int | None:
    return ask(
        f"Intensity before the treatment [{_or_none(old.intensity_before)}]",
        lambda text: _kept_or(text, old.intensity_before, None, lambda t: parse_intensity(t[0])),
    )


def _kept_or(text: str, old: T, empty: T, understand: "Callable[[list[str]], T]") -> T:
    if not text:
        return old
    return empty if text == "-" else understand([text])


def _or_none(value: int | None) -> str:
    return "none" if value is None else str(value)
