"""`painlog week`: a look back at seven days."""

from typing import TYPE_CHECKING

import typer

from painlog.cli.base.lazy import examples
from painlog.cli.base.options import Format, On, day_on
from painlog.cli.base.settings import now, open_journal
from painlog.model.selection import Selection
from painlog.views.terminal.screen import say, screen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from painlog.analysis.week import Week
    from painlog.model.factor import Factor
    from painlog.store.journal import Journal


@examples("painlog week", "painlog week --on sunday", "painlog week --format json")
def week(ctx: typer.Context, on: On = None, format_: Format = "text") -> None:
    """Look back at seven days, up to today or another day: ratings, uses, changes and gaps."""
    until = day_on(on, now())
    with open_journal(ctx) as journal:
        found, factors = _week(journal, until)
    if format_ == "json":
        from painlog.formats.journal_json import to_text
        from painlog.formats.pictures_json import week_object

        say([to_text(week_object(found))])
        return
    from painlog.views.pictures.week import week_lines

    say(week_lines(found, factors, screen()))


def _week(journal: "Journal", until: "date") -> "tuple[Week, Mapping[str, Factor]]":
    from painlog.analysis.medicines import acute_medicines
    from painlog.analysis.week import first_day, week_of
    from painlog.model.duration import earliest_start
    from painlog.store import recent
    from painlog.store.days import day_factors, factors

    since = first_day(until)
    chosen = Selection(since=since, until=until)
    # An attack may reach into these days from long before.
    reaching = chosen._replace(since=earliest_start(since))
    entries = [entry for entry in journal.entries(reaching) if entry.days[-1] >= since]
    found = week_of(
        until,
        entries,
        journal.uses(chosen),
        journal.courses(),
        journal.consultations(),
        journal.pegs(),
        day_factors(journal, since),
        attack_diaries=recent.attack_diaries(journal),
        acute=acute_medicines(journal.treatments.by_name),
        firsts=recent.first_days(journal, {(entry.region, entry.side) for entry in entries}),
        first=recent.first_day(journal),
    )
    return found, {factor.name: factor for factor in factors(journal)}
