"""`painlog map`: where it hurt."""

from datetime import timedelta

import typer

from painlog.advice.standing import SHORT
from painlog.analysis.days import gather, place_means
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import Since, Until, selection
from painlog.cli.base.settings import now, open_journal
from painlog.model.entry import Selection
from painlog.tasks.places import LATELY_DAYS
from painlog.views.pictures.bodymap import map_lines
from painlog.views.pictures.words import nothing
from painlog.views.terminal.screen import say, screen


@examples("painlog map", "painlog map --since 2026-03-01 --until 2026-03-31")
def map_(ctx: typer.Context, since: Since = None, until: Until = None) -> None:
    """Draw the body, front and back, shaded by how much each region hurt: the last 28 days."""
    this_moment = now()
    page = screen()
    with open_journal(ctx) as journal:
        chosen = selection(journal, this_moment, since=since, until=until)
        last = chosen.until or this_moment.date()
        first = chosen.since or last - timedelta(days=LATELY_DAYS - 1)
        places = gather(journal.entries(Selection(since=first, until=last)))
        empty = journal.is_empty
    if empty:
        say([*page.wrapped(nothing(last)), ""])
    else:
        days = {place: gathered.days() for place, gathered in places.items()}
        say([*map_lines(place_means(days, first, last), first, last, page), ""])
    say(page.wrapped(SHORT.text))
