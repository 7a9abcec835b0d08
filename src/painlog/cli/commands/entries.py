"""`painlog list`, `show` and `remove`: entries and uses that are there already."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from painlog.advice.standing import WHOLE
from painlog.cli.base.filters import LISTED, Filters, Limit, filtered, selection
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import Format, Ids
from painlog.cli.base.settings import now, open_journal
from painlog.cli.base.trial_of_day import say_left_unrated
from painlog.model.entry import Entry
from painlog.model.region import label
from painlog.tasks.logged import all_logged, count_logged, newest_logged
from painlog.views.terminal.entries import card, list_lines, named, stays_lines, use_card
from painlog.views.terminal.screen import say, say_aside, screen
from painlog.views.wording import BRING_BACK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from painlog.model.selection import Selection
    from painlog.model.use import Use
    from painlog.store.journal import Journal
    from painlog.tasks.logged import Only

# Counting further would take longer in longer journals.
MOST_COUNTED = 10_000


@examples(
    "painlog list",
    'painlog list --region "left heel" --since 2026-03-01',
    'painlog list -r "left heel" -r neck -t stretching',
    "painlog list --only uses --since 2026-03-01",
    "painlog list --format json",
)
@filtered()
def list_(
    ctx: typer.Context,
    filters: Filters,
    limit: Limit = None,
    only: Annotated[
        Literal["entries", "uses"] | None,
        typer.Option("--only", help="Only ratings, or only uses without one (see: take)."),
    ] = None,
    format_: Format = "text",
) -> None:
    """List entries and uses, newest first: id, time, place, intensity and more."""
    if limit is None and format_ == "text":
        limit = LISTED
    with open_journal(ctx) as journal:
        chosen = selection(journal, now(), filters, limit=limit)
        if format_ == "json":
            _say_as_json(journal, chosen, only)
            return
        page = screen()
        found = newest_logged(journal, chosen, only)
        if chosen.limit is None:
            places = [label(*place) for place in journal.places(chosen)]
            say(list_lines(found, page, places))
        else:
            shown = list(found)
            say(list_lines(shown, page, [e.place for e in shown if isinstance(e, Entry)]))
        _say_what_is_missing(journal, chosen, only)


def _say_as_json(journal: "Journal", chosen: "Selection", only: "Only | None") -> None:
    _say_all_as_json(journal, list(newest_logged(journal, chosen, only)))


def _say_all_as_json(journal: "Journal", found: "Sequence[Entry | Use]") -> None:
    from painlog.formats.journal_json import journal_object, to_text

    entries = [thing for thing in found if isinstance(thing, Entry)]
    uses = [thing for thing in found if not isinstance(thing, Entry)]
    say([to_text(journal_object(entries, journal.background(), uses))])


def _say_what_is_missing(journal: "Journal", chosen: "Selection", only: "Only | None") -> None:
    most = max(MOST_COUNTED, (chosen.limit or 0) + 1)
    total = count_logged(journal, chosen, only, most)
    if not total and journal.is_empty and not journal.count_uses(most=1):
        say_aside(f'No entries yet in {journal.path}. Make the first: painlog add "left heel" 6')
    elif not total:
        say_aside(f"No {only or 'entries'} match.")
    elif chosen.limit is not None and total > chosen.limit:
        of = f"{total:,}" if total < most else f"{most:,} or more"
        say_aside(f"The newest {chosen.limit} of {of}. All of them: --limit 0")


@examples(
    "painlog show 12", "painlog show u7", "painlog show last", "painlog show 12 13 --format json"
)
def show(ctx: typer.Context, numbers: Ids, format_: Format = "text") -> None:
    """Show entries and uses in full."""
    from painlog.store.days import state_on
    from painlog.views.terminal.days import day_line

    with open_journal(ctx) as journal:
        found = all_logged(journal, numbers)
        if format_ == "json" and len(found) > 1:
            _say_all_as_json(journal, found)
            return
        states = [state_on(journal, thing.day) for thing in found]
    if format_ == "json":
        _say_one_as_json(found[0])
        return
    page, here = screen(), now().utcoffset()
    for number, thing in enumerate(found):
        say([""] * bool(number))
        say(card(thing, page, here) if isinstance(thing, Entry) else use_card(thing, page, here))
        say(day_line(states[number], thing.day, page))


def _say_one_as_json(found: "Entry | Use") -> None:
    from painlog.formats.journal_json import (
        ENTRY,
        USE,
        advice_object,
        entry_object,
        to_text,
        use_object,
    )

    advice = {"advice": [advice_object(WHOLE)]}
    if isinstance(found, Entry):
        say([to_text({"schema": ENTRY, **entry_object(found), **advice})])
    else:
        say([to_text({"schema": USE, **use_object(found), **advice})])


@examples("painlog remove 12", "painlog remove 12 13 u7", "painlog remove 3-5")
def remove(ctx: typer.Context, numbers: Ids) -> None:
    """Remove entries and uses. `painlog undo` brings them back."""
    from painlog.tasks.same_uses import still_noted

    with open_journal(ctx, writing=True) as journal:
        found = all_logged(journal, numbers)
        with journal.change("remove") as change:
            for thing in found:
                change.remove(thing)
            change.summary = "; ".join(map(named, found))
        stays = still_noted(journal, found)
        page = screen()
        for thing in found:
            say(page.wrapped(f"Removed {named(thing, ': ')}.", rest="  "))
        say(stays_lines(stays, page))
        say_left_unrated(journal, change.id, now().date())
    say(page.wrapped(BRING_BACK))
