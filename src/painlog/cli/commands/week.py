"""`painlog week`: a look back at seven days."""

import typer

from painlog.cli.base.lazy import examples
from painlog.cli.base.options import Format, On, Words, day_on
from painlog.cli.base.settings import now, open_journal, services
from painlog.views.terminal.screen import say, screen


@examples(
    "painlog week",
    "painlog week --on sunday",
    "painlog week --words",
    "painlog week --format json",
)
def week(ctx: typer.Context, on: On = None, words: Words = False, format_: Format = "text") -> None:
    """Look back at seven days, up to today or another day: ratings, uses, changes and gaps."""
    from painlog.tasks.week import week_on

    this_moment = now()
    until = day_on(on, this_moment, is_saved=False)
    with open_journal(ctx) as journal:
        shown = week_on(journal, until, this_moment, services())
    if format_ == "json":
        from painlog.formats.journal_json import to_text
        from painlog.formats.pictures_json import week_object

        say([to_text(week_object(shown.week, shown.too_much, shown.medicines))])
        return
    from painlog.views.pictures.week import week_lines

    page = screen()._replace(spoken=words)
    say(week_lines(shown.week, shown.factors, page, shown.too_much, shown.medicines))
