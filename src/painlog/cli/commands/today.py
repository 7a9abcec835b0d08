"""`painlog` alone, or `painlog today`: what is logged today, and what is missing."""

from datetime import timedelta

import typer

from painlog.analysis.peg import is_due
from painlog.cli.base.lazy import examples
from painlog.cli.base.settings import now, open_journal
from painlog.model.selection import Selection
from painlog.store import recent
from painlog.views.terminal.screen import say, screen
from painlog.views.terminal.today import Today, first_steps, today_lines

RECENT = timedelta(days=14)
LAST_ENTRIES = 5


@examples("painlog", "painlog today")
def today(ctx: typer.Context) -> None:
    """Show today: last entries, open courses, and what is not rated yet."""
    this_day = now().date()
    page = screen()
    with open_journal(ctx) as journal:
        peg_due = is_due(journal.pegs(), this_day)
        if journal.is_empty:
            say(first_steps(journal.path, page, peg_due=peg_due))
            return
        seen = Today(
            day=this_day,
            entries=tuple(journal.entries(Selection(since=this_day, until=this_day))),
            last=tuple(journal.entries(Selection(limit=LAST_ENTRIES))),
            open_courses=tuple(c for c in journal.courses() if c.on(this_day)),
            places=tuple(recent.places_since(journal, this_day - RECENT)),
            peg_due=peg_due,
        )
    say(today_lines(seen, page))
