"""`painlog report`: what the ratings did."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated, Literal

import typer

from painlog.advice.adapting import adapt
from painlog.advice.red_flags import red_flags_of
from painlog.analysis.effects import WINDOW_DAYS
from painlog.analysis.report import build_report
from painlog.cli.lazy import examples
from painlog.cli.options import (
    RegionFilter,
    SideFilter,
    Since,
    TreatmentFilter,
    Until,
    selection,
)
from painlog.cli.settings import now, open_journal
from painlog.model.selection import Selection
from painlog.store.journal import Journal
from painlog.views.page import to_lines, to_markdown
from painlog.views.report import report_blocks
from painlog.views.screen import say, screen

FLAGS_SINCE = timedelta(days=14)

ReportForm = Literal["text", "json", "markdown"]
ReportFormat = Annotated[
    ReportForm,
    typer.Option("--format", help="How to print it; markdown is for a message to a clinician."),
]


@examples(
    "painlog report",
    'painlog report --region "left heel" --since 2026-03-01',
    "painlog report --treatment stretching --window 14",
    "painlog report --format markdown",
)
def report(
    ctx: typer.Context,
    region: RegionFilter = None,
    side: SideFilter = None,
    treatment: TreatmentFilter = None,
    since: Since = None,
    until: Until = None,
    window: Annotated[
        int,
        typer.Option("--window", metavar="DAYS", help="Days compared before and after.", min=3),
    ] = WINDOW_DAYS,
    format_: ReportFormat = "text",
) -> None:
    """Show what the ratings did: by region, before and in each treatment, by session and month."""
    this_moment = now()
    with open_journal(ctx) as journal:
        chosen = selection(
            journal,
            this_moment,
            region=region,
            side=side,
            treatment=treatment,
            since=since,
            until=until,
        )
        print_report(journal, this_moment, chosen, window_days=window, format_=format_)


def print_report(
    journal: Journal,
    this_moment: datetime,
    chosen: Selection | None = None,
    *,
    window_days: int = WINDOW_DAYS,
    format_: ReportForm = "text",
) -> None:
    """Print the report on a journal to standard output."""
    chosen = chosen or Selection()
    until = chosen.until or this_moment.date()
    consultations = journal.consultations()
    found = build_report(
        # Days before the period count as days before a course that runs in it.
        journal.entries(replace(chosen, since=None, until=until, treatment=None)),
        journal.courses(),
        consultations,
        regions=journal.regions.by_name,
        treatments=journal.treatments.by_name,
        today=until,
        since=chosen.since,
        treatment=chosen.treatment,
        window_days=window_days,
    )
    advice = adapt(found, consultations, journal.treatments.by_name)
    flags = red_flags_of(journal.entries(Selection(since=until - FLAGS_SINCE, until=until)))
    if format_ == "json":
        from painlog.formats.journal_json import to_text
        from painlog.formats.report_json import report_object

        say([to_text(report_object(found, flags, advice))])
        return
    blocks = report_blocks(found, flags, advice, whole=chosen.treatment is not None)
    say(to_markdown(blocks) if format_ == "markdown" else to_lines(blocks, screen()))
