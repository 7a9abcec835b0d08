"""`painlog consult`: visits to a clinician."""

from typing import Annotated

import typer

from painlog.cli.base.lazy import epilog
from painlog.cli.base.nouns import AddingGroup, noun, remove_numbered
from painlog.cli.base.options import Format, Note, On, argument, day_on
from painlog.cli.base.settings import now, open_journal
from painlog.model.contents import Consultation
from painlog.model.entry import clean_text
from painlog.store.journal import Journal
from painlog.views.terminal.screen import say, say_aside, screen
from painlog.views.wording import count, day, printable

app = noun(
    "Log a visit to a clinician, so that the advice knows how long ago it was.",
    'painlog consult --on yesterday --note "keep stretching"',
    group=AddingGroup,
)


@app.command(
    "add",
    epilog=epilog("painlog consult", 'painlog consult --on yesterday --note "keep stretching"'),
)
def add(ctx: typer.Context, on: On = None, note: Note = None) -> None:
    """Log a visit, today or on a day given."""
    visit = Consultation(day_on(on, now()), clean_text(note or ""))
    with open_journal(ctx, writing=True) as journal, journal.change("consult") as change:
        visit = change.add(visit)
        change.summary = _in_words(visit)
    said = f"Saved: {_in_words(visit)}."
    say(screen().wrapped(f"{said} Note: {printable(visit.note)}" if visit.note else said))


@app.command("list", epilog=epilog("painlog consult list", "painlog consult list --format json"))
def list_(ctx: typer.Context, format_: Format = "text") -> None:
    """List all visits, newest first, with the number that `remove` takes."""
    with open_journal(ctx) as journal:
        found = journal.consultations()
    if format_ == "json":
        from painlog.formats.journal_json import CONSULTATIONS, consultation_object, to_text

        data = [consultation_object(c) for c in found]
        say([to_text({"schema": CONSULTATIONS, "consultations": data})])
        return
    page, today = screen(), now().date()
    for visit in reversed(found):
        ago = (today - visit.held_on).days
        when = "today" if ago == 0 else f"{count(ago, 'day')} ago"
        text = f"{day(visit.held_on)} ({when})"
        say(
            page.wrapped(
                f"{text}: {printable(visit.note)}" if visit.note else text, f"{visit.id:>4}  "
            )
        )
    if not found:
        say_aside("No visits logged yet. Log one: painlog consult --on 2026-03-05")


@app.command("remove", epilog=epilog("painlog consult remove 2"))
def remove(
    ctx: typer.Context,
    number: Annotated[int, argument("NUMBER", "From: painlog consult list", "consultations")],
) -> None:
    """Remove a visit. `painlog undo` brings it back."""
    remove_numbered(
        ctx, number, Journal.consultations, _in_words, called="visit", see="painlog consult list"
    )


def _in_words(visit: Consultation) -> str:
    return f"visit to a clinician on {day(visit.held_on)}"
