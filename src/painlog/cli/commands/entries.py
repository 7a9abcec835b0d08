"""`painlog list`, `show` and `remove`: entries that are there already."""

from typing import TYPE_CHECKING, Annotated

import typer

from painlog.advice.standing import WHOLE
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import (
    LISTED,
    Format,
    Id,
    Limit,
    RegionFilter,
    SideFilter,
    Since,
    TreatmentFilter,
    Until,
    argument,
    selection,
)
from painlog.cli.base.settings import now, open_journal
from painlog.model.region import label
from painlog.views.terminal.entries import card, list_lines, summary
from painlog.views.terminal.screen import say, say_aside, screen
from painlog.views.wording import BRING_BACK

if TYPE_CHECKING:
    from painlog.model.selection import Selection
    from painlog.store.journal import Journal

# Counting further would take longer in longer journals.
MOST_COUNTED = 10_000


@examples(
    "painlog list",
    'painlog list --region "left heel" --since 2026-03-01',
    'painlog list -r "left heel" -r neck -t stretching',
    "painlog list --format json",
)
def list_(
    ctx: typer.Context,
    region: RegionFilter = None,
    side: SideFilter = None,
    treatment: TreatmentFilter = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    format_: Format = "text",
) -> None:
    """List entries, newest first: id, time, place, intensity, and what else was said."""
    if limit is None and format_ == "text":
        limit = LISTED
    with open_journal(ctx) as journal:
        chosen = selection(
            journal,
            now(),
            region=region,
            side=side,
            treatment=treatment,
            since=since,
            until=until,
            limit=limit,
        )
        if format_ == "json":
            from painlog.formats.journal_json import journal_object, to_text

            found = journal.entries(chosen, newest_first=True)
            uses = journal.uses(chosen, newest_first=True)
            say([to_text(journal_object(found, journal.background(), uses))])
            return

        places = [label(*place) for place in journal.places(chosen)]
        say(list_lines(journal.entries(chosen, newest_first=True), screen(), places))
        _say_what_is_missing(journal, chosen)


def _say_what_is_missing(journal: "Journal", chosen: "Selection") -> None:
    most = max(MOST_COUNTED, (chosen.limit or 0) + 1)
    total = journal.count(chosen, most=most)
    if not total and journal.is_empty:
        say_aside(f'No entries yet in {journal.path}. Make the first: painlog add "left heel" 6')
    elif not total:
        say_aside("No entries match.")
    elif chosen.limit is not None and total > chosen.limit:
        of = f"{total:,}" if total < most else f"{most:,} or more"
        say_aside(f"The newest {chosen.limit} of {of}. All of them: --limit 0")


@examples("painlog show 12", "painlog show 12 --format json")
def show(ctx: typer.Context, entry_id: Id, format_: Format = "text") -> None:
    """Show one entry in full."""
    with open_journal(ctx) as journal:
        entry = journal.entry(entry_id)
    if format_ == "json":
        from painlog.formats.journal_json import ENTRY, advice_object, entry_object, to_text

        say([to_text({"schema": ENTRY, **entry_object(entry), "advice": [advice_object(WHOLE)]})])
        return

    say(card(entry, screen(), now().utcoffset()))


@examples("painlog remove 12", "painlog remove 12 13 14")
def remove(
    ctx: typer.Context,
    entry_ids: Annotated[list[int], argument("ID …", "Numbers from: painlog list", "entries")],
) -> None:
    """Remove entries. `painlog undo` brings them back."""
    with open_journal(ctx, writing=True) as journal:
        entries = [journal.entry(entry_id) for entry_id in dict.fromkeys(entry_ids)]
        with journal.change("remove") as change:
            for entry in entries:
                change.remove(entry)
            change.summary = "; ".join(f"entry {e.id}, {summary(e)}" for e in entries)
    page = screen()
    for entry in entries:
        say(page.wrapped(f"Removed entry {entry.id}: {summary(entry)}.", rest="  "))
    say([BRING_BACK])
