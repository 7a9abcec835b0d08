"""`painlog chart`: days over time."""

from typing import Annotated

import typer

from painlog.advice.standing import SHORT
from painlog.analysis.series import build_series
from painlog.cli.base.lazy import examples
from painlog.cli.base.options import SideFilter, Since, Until, selection
from painlog.cli.base.settings import now, open_journal
from painlog.cli.completion import known
from painlog.model.region import label
from painlog.tasks.places import LATELY_DAYS, places_shown
from painlog.views.pictures.chart import chart_lines
from painlog.views.pictures.words import never_rated, nothing, why_shown
from painlog.views.terminal.screen import say, screen

Regions = Annotated[
    list[str] | None,
    typer.Option(
        "--region",
        "-r",
        metavar="REGION",
        help='One chart each: "left heel".',
        autocompletion=known.places,
    ),
]


@examples(
    "painlog chart",
    'painlog chart --region "left heel" --since 2026-03-01',
    'painlog chart -r "left heel" -r "lower back"',
)
def chart(
    ctx: typer.Context,
    region: Regions = None,
    side: SideFilter = None,
    since: Since = None,
    until: Until = None,
) -> None:
    """Draw the days of a region over time, with its courses and the means before and in the latest.

    Without --region it is the one that hurt most in the last 28 days.
    """
    this_moment = now()
    page = screen()
    with open_journal(ctx) as journal:
        chosen = selection(journal, this_moment, since=since, until=until)
        last = chosen.until or this_moment.date()
        shown = places_shown(journal, region, side, last)
        courses, consultations = journal.courses(), journal.consultations()
    if not shown.places:
        say([*page.wrapped(nothing(last)), ""])
    for place, gathered in shown.places.items():
        if not gathered.sums:
            say([*page.wrapped(never_rated(label(*place), last)), ""])
            continue
        series = build_series(
            place, gathered, courses, consultations, today=last, since=chosen.since
        )
        say([*chart_lines(series, page), ""])
    if shown.hurts_most:
        say([*page.wrapped(why_shown(shown.hurts_most, LATELY_DAYS, "painlog chart")), ""])
    say(page.wrapped(SHORT.text))
