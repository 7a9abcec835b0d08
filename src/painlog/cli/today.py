"""`painlog` alone: today."""

from datetime import timedelta

import typer

from painlog.cli.lazy import examples
from painlog.cli.settings import now, open_journal
from painlog.model.selection import Selection
from painlog.views.screen import say, screen
from painlog.views.today import Today, first_steps, today_lines

RECENT = timedelta(days=14)
LAST_ENTRIES = 5


@examples("painlog", "painlog today")
def today(ctx: typer.Context) -> None:
    """Show today: last entries, open courses, and what is not rated yet."""
    this_day = now().date()
    page = screen()
    with open_journal(ctx) as journal:
        if not journal.count():
            say(first_steps(journal.path, page))
            return
        seen = Today(
            day=this_day,
            entries=tuple(journal.entries(Selection(since=this_day, until=this_day))),
            last=tuple(journal.entries(Selection(limit=LAST_ENTRIES))),
            open_courses=tuple(
                c for c in journal.courses() if c.ended_on is None or c.ended_on >= this_day
            ),
            places=tuple(journal.places_since(this_day - RECENT)),
        )
    say(today_lines(seen, page))
